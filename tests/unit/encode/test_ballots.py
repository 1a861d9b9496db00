"""Votes on several lines, in any order, in many words: one note with all its figures."""

import re

import pytest
from tiny import body

from tei_encoder.rules.load import load

PROFILE = load("minutes-en")
BEFORE = "Session of March 3\n\nHAY: Moves that the crane be mended.\n\n"
AFTER = "\n\nDUNN: Let us go on."


def votes(lines: str) -> list[str]:
    """Return the figures of each vote that the lines are, ``for 12, against 3`` (and the outcome, if there is one)."""
    made = body(BEFORE + lines + AFTER, PROFILE)
    found = []
    for attrs, inside in re.findall(r'<note ([^>]*type="vote"[^>]*)>(.*?)</note>', made, re.DOTALL):
        measures = re.findall(r'<measure [^>]*?quantity="(\d+)" type="(\w+)"', inside)
        outcome = re.search(r"ana=\"#(\w+)", attrs)
        found.append(
            ", ".join(f"{side} {figure}" for figure, side in measures) + (f": {outcome[1]}" if outcome else "")
        )
    return found


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("For – 12\nAgainst – 3\nAgainst the amendment – 4", "for 12, against 3, against 4"),
        ("For – 12\nAgainst – 3\nAgainst – 4\nAbstained – 1\nNot voting – 2",
         "for 12, against 3, against 4, abstained 1, notVoting 2"),
        ("For – 2\n\nAgainst – 3", "for 2, against 3"),  # as on the web
        ("Against: 3\nFor: 12", "against 3, for 12"),
        ("Abstentions: 1\nAyes: 12\nNoes: 3", "abstained 1, for 12, against 3"),
        ("Ayes 12 / Noes 3 / Abstentions 1", "for 12, against 3, abstained 1"),
        ("In favour: 12\nOpposed: 3", "for 12, against 3"),
        ("Yes: 12. No: 3.", "for 12, against 3"),
        ("Yes: 12\nNo: 3\nPresent: 20", "for 12, against 3, present 20"),
        ("12 votes for\n3 against\n1 abstention", "for 12, against 3, abstained 1"),
        ("Twelve in favour; three opposed.", "for 12, against 3"),
        ("Ayes ..... 31\nNoes ..... 12\nTotal ... 43", "for 31, against 12, present 43"),
        ("The House divided: Ayes, 31; Noes, 12.", "for 31, against 12"),
        ("On a show of hands: In favour 31; opposed 12. Lost.", "for 31, against 12: rejected"),
        ("For - twelve\nAgainst - none", "for 12, against 0"),
        ("(For – 13\nAgainst – l2)", "for 13, against 12"),
        ("Ayes—Messrs. Hay, Dunn—2.\n\nNoes—Messrs. Vik, Moe, Obi—3.", "for 2, against 3"),
        ("Ayes (15).—Messrs. Hay, Dunn.\nNoes (12).—Messrs. Vik, Obi.", "for 15, against 12"),
        ("On a vote the figures were: For affiliation, 100; against, 85.", "for 100, against 85"),
        ("There voted for it 5, against it 9.", "for 5, against 9"),
        ("The voting was: For, 1,694,000; Against, 726,000.", "for 1694000, against 726000"),
        ("It was defeated on a card vote by 1,839,000 to 601,000.", "against 1839000, for 601000: rejected"),
        ("The resolution was adopted by a vote of 10 to 2.", "for 10, against 2: carried"),
        ("Vote: In favour 12, against 3, abstained 1. Carried.", "for 12, against 3, abstained 1: carried"),
    ],
)  # fmt: skip
def test_a_vote_on_some_lines_is_one_vote(lines: str, wanted: str) -> None:
    assert votes(lines) == [wanted]
    assert "".join(re.sub(r"<corr.*?</corr>|<[^>]*>", "", body(BEFORE + lines + AFTER, PROFILE))).count(lines) == 1


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("For – 2\nFor – 13\nAgainst – 12", ["for 2", "for 13, against 12"]),
        ("For three days nobody came.", []),
        ("No. 4", []),
        ("Yes 3", []),
        ("Present: 40", []),
        ("12 for the road", []),
    ],
)
def test_what_is_no_single_vote(lines: str, wanted: list[str]) -> None:
    assert votes(lines) == wanted
