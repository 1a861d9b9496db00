"""Hard-wrapped minutes: what stands at the beginning of a line by chance, and lists that go on over lines."""

import re
import textwrap

import pytest

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import Facts
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load

#: Enough of hard-wrapped speech that the encoder takes the text for what it is.
TALK = "VIK: The harbour is shut, and nobody in this hall can say on what day it will be opened again, for the ice."


def tei(text: str) -> str:
    xml = "".join(piece for piece, _ in Document(from_string(text), load("minutes-en"), Facts()).pieces())
    return xml.partition("<text>")[2]


def wrapped(*paragraphs: str) -> str:
    return "\n\n".join(textwrap.fill(one, 60) for one in (TALK, *paragraphs, TALK, TALK, TALK)) + "\n"


@pytest.mark.parametrize(
    "paragraph, begins",
    [
        ("The chairman said that he had a letter, and that it came from Mr. Holm. It was long.", "Holm. It"),
        ("The price of coal is left as it is, which was adopted by a vote against one of the board.", "against one"),
        ("A letter was read which had been sent to the board by a sister of comrade Vik: it was long.", "comrade Vik:"),
    ],
)
def test_a_line_in_the_middle_of_a_sentence_is_no_label_and_no_vote(paragraph: str, begins: str) -> None:
    at = paragraph.index(begins)
    text = wrapped("").replace("\n\n\n", f"\n\n{paragraph[:at].rstrip()}\n{paragraph[at:]}\n\n", 1)
    assert f"\n{begins}" in text
    found = tei(text)
    assert found.count("<sp ") == 4 and '<note type="vote"' not in found
    assert re.sub(r"<[^>]+>", "", found).count(f"\n{begins}") == 1


def test_who_is_in_the_second_line_of_those_present_is_known_as_well() -> None:
    names = "Present: Messrs. Aldous, Bream, Coker, Dunnett, Eastoe, Fiske, Goose, Hubbard, Ives and Jary."
    text = wrapped(names, "Aldous. I open the meeting.", "Jary. The fund is empty.", "Finance. It is empty.")
    assert "\n" in textwrap.fill(names, 60).partition("Goose")[0]
    assert re.findall(r"<speaker>(?!VIK)(.*?)</speaker>", tei(text)) == ["Aldous. ", "Jary. "]


def test_a_further_line_of_a_vote_below_a_blank_line_is_a_vote_by_itself() -> None:
    """It had no element: a figure stood directly in the division, and the file was refused (INVALID-OUTPUT)."""
    found = tei(f"{TALK}\n\n12 votes for\n\n3 against\n\nVotes cast 15\n")
    figures = re.findall(r'<note xml:id="vote.\d"[^>]*><measure type="(\w+)"', found)
    assert figures == ["for", "against"] and "<p>Votes cast 15</p>" in found
    assert len(re.findall(r'<note xml:id="vote', tei(f"{TALK}\n\n12 votes for\n3 against\nVotes cast 15\n"))) == 1
