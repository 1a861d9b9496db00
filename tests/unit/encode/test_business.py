"""What a vote, a decision, an election is about: made-up minutes."""

import re

import pytest
from tiny import body

from tei_encoder.encode.business import Business
from tei_encoder.rules.load import load
from tei_encoder.rules.rule import Business as Words

PROFILE = load("minutes-en")


def records(text: str) -> list[str]:
    """Return what each vote, decision and election of minutes points to, "-" for nothing."""
    made = body(f"Session of March 3\n\nChairman: Quist.\n\n{text}\n", PROFILE)
    notes = re.findall(r'<note ([^>]*type="(?:vote|decision|election)"[^>]*)>', made)
    return [found[1] if (found := re.search(r'corresp="#([^"]+)"', attrs)) else "-" for attrs in notes]


MOTION = "HAY: Moves that the crane be mended.\n\n"
SEVERAL = "The following motions are put to a vote:\n\n“1) To mend the crane by May.\n\n“2) To sell it by June.”\n\n"
TALK = "DUNN: It is an old crane.\n\nOBI: It is the only one.\n\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (MOTION + "Carried.", ["sp.1"]),
        ("HAY: Shall we repair the crane before winter?\n\nUnanimously adopted: To repair the crane.", ["sp.1"]),
        ("HAY: Shall we repair the crane before winter?\n\nUnanimously adopted: To write a letter to London.", ["-"]),
        ("HAY: It is too early to discuss the statutes.\n\nThe majority is against discussion.", ["sp.1"]),
        (TALK + "The majority is against discussion.", ["-"]),
        (MOTION + TALK + "The motion is lost.", ["sp.1"]),
        (MOTION + TALK + "For – 3; against – 6.", ["sp.1"]),
        (MOTION + "For – 3; against – 6.\n\nRejected.", ["sp.1", "sp.1"]),
        (MOTION + "LUND: Moves that it be sold.\n\nMr. Hay’s motion is carried.\n\nThe motion of Mr. Lund is lost.",
         ["sp.1", "sp.2"]),
        (MOTION + "LUND: Proposes an amendment: To sell it.\n\nThe amendment is rejected.\n\nThe motion is carried.",
         ["sp.2", "sp.1"]),
        (MOTION + "LUND: Moves an amendment.\n\nFor 3, against 9.\n\nThe amendment is lost.\n\nThe motion is carried.",
         ["sp.2", "sp.2", "sp.1"]),
        (MOTION + "LUND moved as an amendment that it be sold.\n\nThe amendment is lost.\n\nThe motion is carried.",
         ["sp.2", "sp.1"]),
        (MOTION + "DUNN: Old.\n\nThe speaker proposes that it be sold.\n\nOBI: No.\n\nFor 3, against 9.", ["sp.2"]),
        (MOTION + "LUND: Moves to adjourn.\n\nMr. Hay’s motion is put to the vote.\n\nFor 12, against 2.", ["sp.1"]),
        ("HAY: The crane is broken, and so I move that it be mended.\n\n" + TALK + "Carried unanimously.", ["sp.1"]),
        ("HAY: Let the crane be mended. Carried.", ["sp.1"]),
        ("HAY: The crane is broken.\n\nFor – 3; against – 6.", ["sp.1"]),
        (MOTION + "LANE: I move that the question be now put.\n\nThe closure was carried.\n\nThe motion is lost.",
         ["sp.2", "sp.1"]),
        (MOTION + "LANE: I move that the question be now put.\n\nFor – 9; against – 2.\n\nFor – 8; against – 3.",
         ["sp.2", "sp.2"]),
        (MOTION + "LANE: I move that the question be now put.\n\nOBI: Proposes to wait.\n\nLost.\n\n"
         "The motion was put: for – 9; against – 2.", ["sp.3", "sp.1"]),
        (MOTION + "DUNN: I speak against it.\n\nThe closure was put and carried. For – 9; against – 2.", ["-"]),
        (MOTION + TALK + "RESOLVED: To go home. For – 9, against – 2.", ["-", "-"]),
        (MOTION + "RESOLVED: To mend the crane. For – 9, against – 2.", ["sp.1", "sp.1"]),
        (MOTION + "The second motion is carried.", ["-"]),
        (MOTION + "Motion 5 is carried.", ["-"]),
        (SEVERAL + "Motion 2 is put to a vote. (For – 3; against – 6.)\n\nThe first motion is carried.",
         ["motion.1.2", "motion.1.1"]),
        (SEVERAL + "Motion 2 is put to a vote.\n\nFor – 3; against – 6.", ["motion.1.2"]),
        (SEVERAL.replace("“", "") + "The second motion is carried.", ["motion.1.2"]),
        (SEVERAL + "HAY: Moves that the following be put:\n\n1. To wait.\n2. To go.\n\nThe second motion is lost.",
         ["motion.1.2"]),
        (SEVERAL + "The third motion is lost.", ["-"]),
        (SEVERAL + "Amendment 1 is lost.", ["-"]),
        (SEVERAL + "Article 4\n\nMotion 1 is lost.", ["-"]),
        (SEVERAL.replace("The following motions are put to a vote", "The motion of comrade Quist")
         + "The second motion is lost.", ["-"]),
        (TALK + "Passed unanimously:\n\n“1) To mend the crane by May.”", ["resolution.1"]),
        (TALK + "Passed unanimously:\n\n“1) To mend the crane.”\n\nOBI: No.\n\nCarried unanimously:\n\n“To sell it.”",
         ["resolution.1", "resolution.2"]),
        (TALK + "Passed unanimously:\n\nOBI: I thank you.\n\n“1) To mend the crane by May.”", ["-"]),
        (MOTION + TALK + "The minutes were confirmed.", ["-"]),
        (MOTION + "LUND: How long shall we sit?\n\nUnanimously adopted: To sit till nine.", ["-"]),
        (MOTION + "Motion carried: To mend the crane.", ["sp.1"]),
        ("HAY: The crane is broken.\n\nResolved, that a letter of thanks be sent to the Board.", ["-"]),
        ("HAY: Proposes to thank the Board.\n\nResolved, that thanks be sent to the Board.", ["sp.1"]),
        (MOTION + "Session of March 4\n\nThe motion is carried.", ["-"]),
        (MOTION + "DUNN: Old.\n\n" * 25 + "The motion is carried.", ["-"]),
        ("HAY: Good evening.\n\nThe resolution was carried.\n\nHAY: I am here.\n\nCarried.", ["-", "sp.2"]),
        ("Article 2\n\nHAY: Let it be struck out.\n\nArticle 2 is adopted.\n\nArticle 3 is adopted.",
         ["article.1", "-"]),
        (MOTION + "Article 4\n\nThe motion is carried.", ["-"]),
        ("Motion: To close the list.\n\nMotion carried.", ["motion.1"]),
        ("Motion by Hay, seconded by Dunn, to mend the crane. Motion carried 3-1.", ["motion.1"]),
        ("Motion by Hay, seconded by Dunn, to mend it.\n\nAyes: Hay, Obi, Lund. Nays: Dunn.\n\nMotion carried 3-1.",
         ["motion.1", "motion.1"]),
        ("Motion by Hay, seconded by Dunn, to mend it. Carried.\n\nMotion by Obi, seconded by Hay, to paint it.\n\n"
         "Vote: Ayes, Hay, Obi, Lund and Dunn. The motion carried.", ["motion.1", "motion.2"]),
        ("The following motions are put to a vote:\n\n“To mend the crane by May.”\n\nThe motion is carried.",
         ["motion.1"]),
        ("HAY: Moves the following resolution:\n\n“Whereas the crane is broken it be mended.”\n\nCarried.",
         ["resolution.1"]),
    ],
)  # fmt: skip
def test_what_is_decided_on(text: str, wanted: list[str]) -> None:
    assert records(text) == wanted


def test_an_election_follows_from_the_speech_that_proposed_it_once() -> None:
    text = "HAY: Moves to elect a committee of three.\n\nThe motion is carried.\n\n"
    text += "The following elected: Lund, Dunn.\n\nOBI: Good.\n\nThe following elected: Obi, Berg.\n"
    assert records(text) == ["sp.1", "sp.1", "-"]


def test_without_words_only_the_speech_around_or_before_is_known() -> None:
    business = Business(Words())
    business.speech("sp.1", ["#hay"], "Moves that we go.")
    assert business.decided("Carried.", before="sp.1") == "sp.1"
    business.speech("sp.2", ["#hay"], "Yes.")
    assert business.decided("Carried.", around="sp.2") == "sp.2"
    assert business.elected() == ""
