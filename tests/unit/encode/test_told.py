"""Minutes that tell what was said: where a speech ends, who is in the chair, who signs, in texts made up for it."""

import re

import pytest
from tiny import body

from tei_encoder.rules.load import load

MINUTES, REPORTED = load("minutes-en"), load("reported-en")
MEETING = "Minutes of a meeting of the Northmoor Society held on 3 May 1901\n\n"


def plain(text: str) -> str:
    """Return what becomes of a text, without ids, pointers and the elements inside paragraphs."""
    whole = re.sub(r' (?:xml:id|corresp|ref|who|source|n)="[^"]*"', "", body(text, REPORTED))
    return re.sub(r"</?(?:persName|date|roleName)[^>]*>", "", whole)


@pytest.mark.parametrize(
    "line",
    [
        "Tea was served.",
        "The Secretary read the report of the Committee.",
        "The consideration of both proposals was now resumed.",
        "Messrs. Cole and Lane were appointed to see the pump.",
        "Mr. Lane handed in four pounds.",
        "The Committee on Water then brought in its report.",
        "Some discussion followed.",
        "It was the opinion of the Society that nothing could be done.",
        "There was no other business.",
    ],
)
def test_what_was_done_is_no_part_of_what_was_told(line: str) -> None:
    found = plain(f"{MEETING}Mr. Hay said that the water was bad.\n\n{line}\n")
    assert f"said that the water was bad.</p></sp>\n\n<p>{line}</p>" in found


@pytest.mark.parametrize("line", ["He had written twice.", "It had been so for years.", "The pump was old."])
def test_what_may_go_on_with_what_was_told_stays_in_it(line: str) -> None:
    found = plain(f"{MEETING}Mr. Hay said that the water was bad.\n\n{line}\n")
    assert f"said that the water was bad.</p>\n\n<p>{line}</p></sp>" in found


@pytest.mark.parametrize(
    ("line", "notes"),
    [
        ("The President [Hay] in the chair.", ["chair"]),
        ("Prof. Mary F. Hay, V. P., occupied the chair. Thirty members were present.", ["chair", "attendance"]),
        ("The Vicar presiding. Vestrymen Hay, Dunn and Cole.", ["chair", "attendance"]),
        ("Present the Mayor with Aldermen Hay, Dunn and Cole.", ["attendance"]),
        ("Present—Crs Hay, Dunn and Cole. Cr Hay occupied the chair.", ["attendance"]),
        ("Mr. Allan Hay was elected an Associate.", ["election"]),
        ("It was moved, seconded and carried that the report be printed.", ["decision"]),
    ],
)
def test_lines_of_minutes_of_societies(line: str, notes: list[str]) -> None:
    assert re.findall(r'<note [^>]*?type="(\w+)"', plain(f"{MEETING}{line}\n\nMr. Hay spoke of bees.\n")) == notes


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("“That the gate be mended.”—Carried unanimously.", "#carried #unanimous"),
        ("“That the gate be mended.” Withdrawn.", "#withdrawn"),
        ("“That the gate be mended.”—Lost.", "#rejected"),
    ],
)
def test_an_outcome_stands_behind_a_quoted_motion(text: str, outcome: str) -> None:
    assert f'ana="{outcome}"' in plain(f"{MEETING}Mr. Hay proposed:\n\n{text}\n")


def test_officers_are_elected_below_a_heading_or_the_words_that_they_were() -> None:
    found = plain(f"{MEETING}ELECTION OF OFFICERS.\n\nPresident: Mr. W. Drew (unopposed).\nTreasurer: Mr. T. Brook.\n")
    assert found.count("<item>") == 2 and 'type="chair"' not in found
    found = plain(f"{MEETING}We went on to it. The following were elected:\n\nMiss Laura Holm, - - - Vice President.\n")
    assert "<item>Miss Laura Holm, - - - Vice President.</item>" in found


def test_votes_for_candidates_are_none_for_a_motion() -> None:
    assert "measure" not in plain(f"{MEETING}For President, John Dunn, 565.\nFor Treasurer, James Hay, 570.\n")


def test_a_short_line_heads_what_follows_also_behind_a_speech() -> None:
    found = plain(f"{MEETING}Mr. Hay said that it rained.\n\nHay & Dunn account\n\nThe account was passed.\n")
    assert "rained.</p></sp>\n\n<div type=\"section\"><head>Hay &amp; Dunn account</head>" in found


SIGNED = "Session of May 3\n\nHAY: The report.\n\nWe have met twice.\n\n(Signed) A. BROOK,\nC. DUNN.\n\n"


def test_a_report_is_signed_and_the_sitting_goes_on() -> None:
    found = body(f"{SIGNED}LANE: I move.\n\n(Signed) A. COLE.\n\nHAY: No.\n\nSession of May 4\n\nHAY: Yes.\n", MINUTES)
    assert found.count("<div") == 2 and "<signed>" not in found
    assert "C. DUNN.</p>" in found


@pytest.mark.parametrize(
    "behind",
    [
        "",
        "Session of May 4\n\nLANE: I move it.\n",
        "Chairman: Mr. Lane.\n\nLANE: I move it.\n",
    ],
)
def test_a_sitting_is_signed_where_it_does_not_go_on(behind: str) -> None:
    assert body(SIGNED + behind, MINUTES).count("<signed>") == 2
