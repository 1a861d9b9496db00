"""Signatures under forewords, letters and minutes, in texts made up for it."""

import re

import pytest

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import Facts
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load

REST = "\n\nSESSION OF MAY 4, 1880\n\nVIK: The harbour is shut.\n\nHOLM: Then open it.\n"
HEAD = "MINUTES OF THE PORT\n\nFOREWORD\n\nThe books of the port were lost in the flood and found again.\n\n"


def signed(text: str, name: str = "minutes-en") -> list[str]:
    """Return what is signed, and the datelines under it."""
    xml = "".join(piece for piece, _ in Document(from_string(text), load(name), Facts()).pieces())
    found = re.findall(r"<(?:signed|dateline)>(.*?)</(?:signed|dateline)>", xml, re.DOTALL)
    return [re.sub("<[^>]+>", "", one) for one in found]


MEETING = "COUNCIL OF SANDVIK\n\nTuesday, May 4, 1948\n\nMotion by Vik, seconded by Holm, to adjourn. Carried.\n\n"


@pytest.mark.parametrize(
    ("end", "wanted"),
    [
        ("The meeting was adjourned at 9 p.m.\n\nLaurie Holm, City Clerk", ["Laurie Holm, City Clerk"]),
        ("The meeting adjourned at 9:10 p.m.\n\nJohn Vik\nMayor\n\nATTEST:\nSandra Holm\nCity Clerk",
         ["John Vik", "Mayor", "ATTEST:", "Sandra Holm", "City Clerk"]),
        ("There being no further business, the meeting closed.\n\n__________________\nP. Vik, President",
         ["__________________", "P. Vik, President"]),
        ("Alfred M. Vik [signature] Chairman", ["Alfred M. Vik [signature] Chairman"]),
        ("The meeting adjourned.\n\nOld Business\n\nThe pier is shut.", []),
        ("Laurie Holm, City Clerk", []),
    ],
)  # fmt: skip
def test_minutes_are_signed_when_the_sitting_is_over(end: str, wanted: list[str]) -> None:
    assert signed(MEETING + end + "\n") == wanted


@pytest.mark.parametrize(
    ("end", "wanted"),
    [
        ("Everything stands here as it was taken down in the hall. – A.B.", ["– A.B."]),
        ("We thank the archive for its patience with all of us. —Rosa Holm, Sandvik, 3 May",
         ["—Rosa Holm, Sandvik, 3 May"]),
        ("We thank the archive.\n\n– P. Vik", ["– P. Vik"]),
        ("We thank the archive.\n\nP. Vik, Sandvik, 3 May", ["P. Vik, Sandvik, 3 May"]),
        ("We thank the archive.\n\n(Signed) P. VIK\n\nA. Holm, Secretary.\n\nSandvik, May 1901",
         ["(Signed) P. VIK", "A. Holm, Secretary.", "Sandvik, May 1901"]),
        ("We thank the archive – A. Holm most of all.", []),
        ("There were twelve of them in the hall that evening – A. Holm", []),
        ("– A second thought remains with us.", []),
        ("P. Vik, who lost the books, is dead.", []),
    ],
)  # fmt: skip
def test_a_foreword_is_signed(end: str, wanted: list[str]) -> None:
    assert signed(HEAD + end + REST) == wanted


def test_minutes_are_signed_by_those_who_confirmed_them() -> None:
    assert signed(REST.lstrip() + "\nThe meeting adjourned at noon.\n\n(Signed) A. VIK, Chairman.\n\nJ. Holm\n") == [
        "(Signed) A. VIK, Chairman.",
        "J. Holm",
    ]


@pytest.mark.parametrize(
    "line", ["– A.B.", "HOLM: So I have spoken, and that was all I had to say. – P. Vik", "P. Vik"]
)
def test_dashes_in_a_sitting_sign_nothing(line: str) -> None:
    assert signed(REST.lstrip() + f"\n{line}\n") == []


@pytest.mark.parametrize(
    ("more", "wanted"), [("", []), ("Mr. Vik read a letter.\n\n", ["Attest: N. Peck, Town Clerk"])]
)
def test_below_nothing_but_notes_nothing_is_signed(more: str, wanted: list[str]) -> None:
    """TEI wants a block above a signature; it was written all the same, and the file was refused (INVALID-OUTPUT)."""
    text = f"TOWN MEETING OF MAY 4, 1880\n\n{more}Voted that the bridge be mended.\n\nAttest: N. Peck, Town Clerk\n"
    assert signed(text) == wanted
