"""``--profile auto``: made-up texts find their profile, and it is said why."""

import pytest

from tei_encoder.rules.choose import choose
from tei_encoder.rules.languages import FOREIGN, OWN, Tongue
from tei_encoder.rules.load import candidates
from tei_encoder.rules.pattern import Pattern
from tei_encoder.rules.rule import Candidate, Sign

MINUTES = """Minutes

MEETING OF THE PARISH COUNCIL, MAY 4, 1931

Chairman: Mr. Ashby.

BARROW: Asks what has become of the pump.

CLIVE: It has been mended twice.

BARROW: And paid for three times. (Laughter.)
"""
ARTICLE = """The Pump

A Parish Magazine, No. 3

What has become of the pump? It was mended in spring, and it was mended in autumn: nobody can say by whom.

There are those who hold that it mends itself.
"""


@pytest.mark.parametrize(
    "text, wanted",
    [
        (MINUTES, "minutes-en"),
        (MINUTES.replace(" ", "\u00a0"), "minutes-en"),
        (ARTICLE, "article-en"),
        ("One word.", "plain"),
        ("", "plain"),
        ("Note: this is not a speech.\nThe matter is this: nor is that.\n" + ARTICLE * 5, "article-en"),
    ],
)
def test_which_profile(text: str, wanted: str) -> None:
    assert choose(text, candidates())[0].profile == wanted


def test_it_says_why() -> None:
    best = choose(MINUTES, candidates())[0]
    assert best.score > 0
    assert all(" lines (" in one or " small words of English (" in one for one in best.evidence)


def candidate(name: str, *signs: Sign, rules: int = 1) -> Candidate:
    return Candidate(name, "", signs, rules)


def test_a_sign_counts_by_its_share_and_weight() -> None:
    one = candidate("a", Sign("x is there", Pattern("x"), 0.5, 2.0))
    assert choose("x\ny\n\n\ny\ny", [one])[0].score == pytest.approx(1.0)
    assert choose("x\ny", [one])[0].score == pytest.approx(2.0)
    assert choose("x\nx", [one])[0].score == pytest.approx(2.0), "never more than its weight"
    assert choose("y", [one])[0].evidence == ()
    assert choose("x\ny\ny\ny", [one])[0].evidence == ("x is there: 1 of 4 lines (+1.00)",)


def test_at_a_tie_the_one_that_claims_least_wins() -> None:
    play, prose, other = candidate("a-play", rules=9), candidate("prose", rules=2), candidate("other", rules=2)
    assert [one.profile for one in choose("x", [play, prose, other])] == ["other", "prose", "a-play"]


def test_a_negative_sign_speaks_against() -> None:
    against = candidate("a", Sign("x", Pattern("x"), 0.1, -1.0))
    assert [one.profile for one in choose("x", [against, candidate("b")])] == ["b", "a"]


def test_labels_that_come_again_are_speakers_and_headings_come_once() -> None:
    sign = Sign("labels", Pattern(r"^(?P<label>[A-Z]+): "), 0.5, 1.0, repeats=True)
    (one,) = choose("LOWE: a\nHALL: b\nLOWE: c\nNOTE: d", [candidate("a", sign)])
    assert one.evidence == ("labels: 2 of 4 lines (+1.00)",)
    assert choose("NAME: a\nTIME: b", [candidate("a", sign)])[0].evidence == ()


def test_a_profile_for_another_language_is_the_last_resort() -> None:
    labels = Sign("labels", Pattern(r"^[A-Z]+: "), 0.5, 2.0)
    english = Candidate("en", "en", (labels,), 1)
    prose = candidate("prose", Sign("prose", Pattern("."), 1.0, 0.1))
    said = "A: The bridge is old, and it was never safe. B: That is what the Board has said for years.\n"
    dit = "A: Le pont est vieux, et il n’a jamais été sûr. B: C’est ce que dit le conseil depuis des années.\n"
    chosen = choose(said * 3, [prose, english])[0]
    assert chosen.profile == "en"
    assert chosen.evidence[0] == "30 of 60 words are small words of English (+0.20)"
    chosen, other = choose(dit * 3, [prose, english])
    assert chosen.profile == "prose"
    assert other.evidence[0] == "only 0 of 69 words are small words of English (-10.00)"


def test_of_a_short_text_the_language_counts_nothing() -> None:
    english = Candidate("en", "en", (), 1)
    assert choose("LOWE: Bread!", [english])[0].score == 0


def test_chinese_is_told_by_its_characters() -> None:
    (one,) = choose("船是有的，路也是有的，只是没有人开。\n" * 20, [Candidate("zh", "zh", (), 1)])
    assert one.score == OWN
    (one,) = choose("la barca es vieja y no hay nadie que la gobierne\n" * 20, [Candidate("zh", "zh", (), 1)])
    assert one.score == FOREIGN


def test_every_language_of_a_shipped_profile_can_be_told() -> None:
    tongue = Tongue("")
    assert {one.language for one in candidates()} - {""} <= set(tongue.seen)
