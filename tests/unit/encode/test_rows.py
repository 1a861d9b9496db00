"""Rows: numbered headings that stand in a row are a list; who was present, each on a line; sides of a vote."""

import re

import pytest
from tiny import body

from tei_encoder.rules.load import load

REPORTED = load("reported-en")
TITLE = "Minutes of a meeting of the Board held at Sandvik on 4 May 1948\n\n"


def made(text: str) -> str:
    """Return the body without ids and line ends."""
    found = re.sub(r' (?:xml:id|n|ref|cert|who|ana|corresp)="[^"]*"', "", body(TITLE + text, REPORTED))
    return re.sub(r"\s+", " ", found)


def test_numbered_headings_head_their_items() -> None:
    found = made("1. Water\n\nThe pump was mended.\n\n2. Apologies.\n\nNone came.\n")
    assert found.count('<div type="agendaItem"><head>') == 2


def test_three_in_a_row_are_a_list() -> None:
    found = made("The Board has before it:\n\n1. Water\n\n2. Light\n\n3. The Pier\n\nThe pump was mended.\n")
    assert "agendaItem" not in found
    assert found.count("<item>") == 3


@pytest.mark.parametrize(
    ("head", "row", "wanted"),
    [
        ("Present:", "Cllr Mr A H Porter (Chair)", "Cllr Mr <persName>A H Porter</persName> (Chair)"),
        ("PRESENT:—", "HON. MR. J. J. HOLM.", "HON. MR. <persName>J. J. HOLM</persName>."),
        ("PRESENT", "THE COLONIAL SECRETARY (HON. MR. R. A. VIK, Acting).",
         "<roleName>THE COLONIAL SECRETARY</roleName> (HON. MR. <persName>R. A. VIK</persName>, "
         "<roleName>Acting</roleName>)."),
        ("Staff Present:", "Two members of the public", "Two members of the public"),
    ],
)  # fmt: skip
def test_who_was_present_line_by_line(head: str, row: str, wanted: str) -> None:
    found = made(f"{head}\n\n{row}\n\nMINUTES.\n\nThe minutes were read.\n")
    label = f'<note type="attendance"><label>{head}</label>'
    assert f'{label} <list type="roster"><item>{wanted}</item></list></note>' in found
    assert "<head>MINUTES.</head>" in found


def test_two_sides_of_names_are_one_vote() -> None:
    sides = "For the Affirmative.\n\nMr. Holm,\n\nColonel Vik.\n\nFor the Negative.\n\nMr. Van Rhyn.\n\n"
    found = made(sides + "So it was.\n")
    assert found.count('<note type="vote">') == 1
    assert found.count("<item>") == 3
