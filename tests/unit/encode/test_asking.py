"""Who asks and who answers, where the labels name nobody: headings say it, and another witness ends it."""

import re

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load

HEARING = """THE SINKING OF THE BARGE

TESTIMONY OF OLE DAM

BY MR. KVIST:

Q. Did she leak?
A. She did.

CROSS-EXAMINATION

Q. Since when?
A. Since May.

INGA FOSS, sworn.

Q. Were you there?
A. I was not.

BY MRS. LIND:

Q. Where, then?
The WITNESS. At home.

MRS. LIND. Thank you.
MRS. LIND. That is all.
"""


def speeches(text: str) -> list[tuple[str, str, str]]:
    """Return who speaks, in what role and how sure, of each speech of a hearing."""
    xml = "".join(piece for piece, _ in Document(from_string(text), load("interview"), load_facts(None)).pieces())
    tags = re.findall(r"<sp\b[^>]*>", xml)
    return [
        tuple(found[1] if (found := re.search(rf' {name}="([^"]*)"', tag)) else "" for name in ("who", "ana", "cert"))
        for tag in tags
    ]  # type: ignore[misc]


def test_headings_say_who_asks_and_who_answers() -> None:
    assert speeches(HEARING)[:2] == [("#kvist", "#interviewer", "medium"), ("#dam", "#respondent", "medium")]


def test_another_examination_is_somebody_elses_and_the_witness_stays() -> None:
    assert speeches(HEARING)[2:4] == [("", "#unidentified #interviewer", ""), ("#dam", "#respondent", "medium")]


def test_another_witness_answers_and_nobody_asks_until_the_text_says_it() -> None:
    assert speeches(HEARING)[4:6] == [("", "#unidentified #interviewer", ""), ("#foss", "#respondent", "medium")]


def test_the_witness_is_whoever_answers_and_a_name_is_a_name() -> None:
    assert speeches(HEARING)[6:] == [
        ("#lind", "#interviewer", "medium"), ("#foss", "#respondent", "medium"), ("#lind", "", ""), ("#lind", "", ""),
    ]  # fmt: skip


def test_where_no_heading_names_anybody_nobody_is_guessed() -> None:
    found = speeches("Question: Who are you?\n\nAnswer: Nobody.\n\nQuestion: Why?\n\nAnswer: So it is.\n")
    assert {who for who, _, _ in found} == {""}
    assert [ana for _, ana, _ in found[:2]] == ["#unidentified #interviewer", "#unidentified #respondent"]
