"""Words: what a text's own vocabulary proves wrong, and much more that it does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_encoder.encode.corrections import Corrections
from tei_encoder.encode.words import Vocabulary, line_breaks, page_gaps
from tei_encoder.model.limits import MAX_VOCABULARY, PART
from tei_encoder.rules.load import load
from tei_encoder.rules.pattern import fold

ENGLISH = load("minutes-en").connectives

#: Minutes of a garden society that splits words for certain: "gar deners" and "green houses" are its habit.
GARDEN = """
The gardeners met in the greenhouses. The gardeners praised the greenhouses and the society. The society of gardeners
owns four greenhouses; the gardeners heat the greenhouses. The gardeners asked the society for an agreement. The
society signed the agreement, and the agreement was read. Four gar deners came late. The green- houses were cold.
Members agree that the flo wers were early: flowers in March, flowers in April, flowers, flowers.
"""


def found(text: str, raw: str = "") -> dict[str, tuple[str, str]]:
    vocabulary = Vocabulary()
    vocabulary.add(fold(text))
    return {
        fold(text)[one.start : one.end]: (one.reading, one.cert)
        for one in Corrections(vocabulary, ENGLISH).find(fold(text), raw or text)
    }


def test_words_split_by_a_blank_or_a_hyphen() -> None:
    assert found(GARDEN) == {
        "gar deners": ("gardeners", "high"),
        "green- houses": ("greenhouses", "high"),
        "flo wers": ("flowers", "high"),
    }


def test_half_a_word_of_the_text_is_weaker_evidence() -> None:
    assert found(GARDEN + "An agree ment is an agreement.")["agree ment"] == ("agreement", "medium")
    plain = "They agree. The agreement is an agreement, the agreement. An agree ment."
    assert found(plain) == {}, "nothing else is split in this text"


def test_case_and_marks_are_kept() -> None:
    text = GARDEN * 4 + "‘Gar deners’ and the GAR DENERS; the Gar deners’ club."
    text = text.replace("gar deners", "gardeners", 3)
    assert {key: value for key, value in found(text).items() if key.lower() == "gar deners"} == {
        "gar deners": ("gardeners", "high"),
        "Gar deners": ("Gardeners", "high"),
        "GAR DENERS": ("GARDENERS", "high"),
    }


def test_no_break_spaces_and_other_hyphens() -> None:
    assert found(GARDEN.replace("gar deners", "gar\u00a0deners"))["gar deners"] == ("gardeners", "high")
    assert "green- houses" in found(GARDEN.replace("green-", "green\u2010"))
    assert "green- houses" not in found(GARDEN.replace("green-", "green—")), "a dash joins nothing"


def test_hyphens_in_names() -> None:
    text = GARDEN + "Sandvik is a port. The Sand-vik boat. Lindqvist came; Lind-qvist's boat. Lindqvist left Sandvik."
    assert found(text)["Sand-vik"] == ("Sandvik", "medium")
    assert found(text)["Lind-qvist"] == ("Lindqvist", "medium")


@pytest.mark.parametrize(
    "text",
    [
        "The list is in complete order. An incomplete list. An incomplete one. The complete list.",
        "Incomplete, incomplete, incomplete, incomplete work. It is in complete disorder.",
        "Away, away, away, away. It is a way out; over all it was good. Overall, overall, overall, overall.",
        "Today and today and today and today: to day, to-day. Tomorrow, tomorrow, tomorrow, tomorrow: to morrow.",
        "Cannot, cannot, cannot, cannot, but can not. Someone, someone, someone, someone and some one.",
        "Anyone, anyone, anyone, anyone, any one. Without, without, without, without: with out.",
        "Throughout, throughout, throughout, throughout: we came through out of breath, through out here.",
        "Cooperate, cooperate, cooperate, cooperate: co-operate. Reelect, reelect, reelect, reelect: re-elect.",
        "The re-establishment of order, there and there and there and there. The re in music.",
        "A well-known man, a well known man. Wellknown, wellknown, wellknown, wellknown.",
        "The storehouse has a store, and a house has a storehouse. This store house is a storehouse: storehouse.",
        "Seamen, seamen, seamen, seamen and sea men. Altogether altogether altogether altogether al together.",
        "Setup, setup, setup, setup: they set up a club. Layout layout layout layout lay out.",
        "A. B. Berg. Part A part B; the partb partb partb partb. I think in k. Think, think, think, think.",
        "Lighthouse lighthouse lighthouse lighthouse. The light House of Lords.",
    ],
)
@pytest.mark.parametrize("habit", ["", GARDEN])
def test_two_words_are_left_two_words(text: str, habit: str) -> None:
    assert found(habit + text) == found(habit)


def test_words_known_from_elsewhere_are_not_halves() -> None:
    """Whatever else the text splits: where both halves stand elsewhere by themselves, they are words."""
    text = GARDEN + "The sea is calm. The port is closed. A sea port. Seaport, seaport, seaport, seaport."
    assert "sea port" not in found(text)


def test_a_hyphen_is_spelling_where_it_is_usual() -> None:
    text = GARDEN + "A week-end, a week-end, the weekend, the weekend. The tug-boat; tugboat, tugboat."
    assert "week-end" not in found(text) and "tug-boat" not in found(text)


def test_a_word_over_a_line_end_is_no_fault() -> None:
    text = GARDEN.replace("green- houses", "green-\nhouses")
    assert "green- houses" not in found(text)
    assert [text[at : at + 6] for at in line_breaks(text)] == ["houses"]
    folded = fold(text).replace("\n", " ")
    vocabulary = Vocabulary()
    vocabulary.add(fold(text))
    assert all("-" not in text[one.start : one.end] for one in Corrections(vocabulary, ENGLISH).find(folded, text))


PUMPS = """The committee of engineers inspected the pumping machinery. The committee bought machinery; the engineers
repaired the machinery. Engineers should inspect each station, and they should report. The committee should meet.
A station, a station, the regulations, the regulations, the regulations. Modern pumps. Governor! """

#: So many words that a spelling they do not know is strange.
RICH = " ".join(f"{a}{b}e{c}o{d}" for a in "bcdfghjklmnprstvw" for b in "aiou" for c in "prst" for d in "bcdfghjk")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("machincry", "machinery"),
        ("cngineers", "engineers"),
        ("engiueers", "engineers"),
        ("cornmittee", "committee"),
        ("regulotions", "regulations"),
        ("regulatiDns", "regulations"),
        ("CommiDtee", "Committee"),
        ("shou!d", "should"),
        ("5hould", "should"),
        ("5tation", "station"),
        ("regulation5", "regulations"),
        ("Eng1neers", "Engineers"),
        ("ENGINEER5", "ENGINEERS"),
    ],
)
def test_misread_letters(wrong: str, right: str) -> None:
    assert found(f"{RICH} {PUMPS} One {wrong} more.") == {wrong: (right, "medium")}


@pytest.mark.parametrize(
    "text",
    [
        "The roads were long; he reads, he reads, he reads.",
        "A mouth, a month, a month, a month. The token was taken, taken, taken.",
        "The hearing was long. Bearing, bearing, bearing. Fails, falls, falls, falls.",
        "Hall and ball, ball, ball. It is daily; they dally, dally, dally. Looking, locking, locking, locking.",
        "A preposition. The proposition, the proposition, the proposition. A report, a preacher, a depot.",
        "Falling; failing, failing, failing. Always call him tall. Stepping; stopping, stopping, stopping.",
        "Congressmen! A congressman, the congressman, one congressman.",
        "Hallberg spoke. Haliberg, Haliberg, Haliberg.",
        "Order in the station! Order! In the Governor! The regulation1 and engineers2, machinery8 of engineers8.",
        "McDonald and Macdonald, Macdonald, Macdonald. InterOffice; interoffice. The 1st and 2nd of 1880s.",
        "The machincry and the machincry again.",
        "per capita! The capital, the capital, the capital; capita.",
        "Fact, act, acts, facts.",
    ],
)
def test_other_words_are_not_misread(text: str) -> None:
    assert found(f"{RICH} {PUMPS} {text}") == {}


def test_in_a_poor_text_every_spelling_is_strange() -> None:
    assert found(f"{PUMPS} One machincry more.") == {}


def test_two_candidates_are_one_too_many() -> None:
    assert found("Failing, failing, failing; falling, falling, falling; fa1ling, fa!ling.") == {}


def test_beyond_the_vocabulary_rare_words_prove_nothing() -> None:
    vocabulary = Vocabulary()
    vocabulary.add(PUMPS + "One machincry more. Four engi neers.")
    for _ in range(MAX_VOCABULARY // PART + 1):
        vocabulary.add("pumps " * (PART // 6))
    assert not vocabulary.whole and sum(map(len, vocabulary.parts)) <= MAX_VOCABULARY + PART
    assert list(Corrections(vocabulary, ENGLISH).faults) == []


def test_counts_do_not_depend_on_how_the_text_is_cut() -> None:
    one, two = Vocabulary(), Vocabulary()
    one.add(GARDEN * 300)
    for _ in range(300):
        two.add(GARDEN)
    assert one.counts == two.counts
    assert one.counts["society"] == 1200 and "society" in one.small and "the" in one.small


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("the har-\nbour", ["bour"]),
        ("the har\u2010\u00a0\n\u00a0 bour", ["\u00a0 bo"]),
        ("counter-\nproposal and har-\nbour", ["prop", "bour"]),
        ("the har—\nbour", []),
        ("pre-\nand post-war", []),
        ("North-\nEast", []),
        ("1880-\neighty", []),
        ("no hyphen\nhere", []),
        ("end-", []),
        ("", []),
    ],
)
def test_words_over_line_ends(raw: str, lines: list[str]) -> None:
    assert [raw[at : at + 4] for at in line_breaks(raw, ENGLISH.also)] == lines


@pytest.mark.parametrize(
    ("raw", "pages"),
    [
        ("one\n\n\ntwo", ["two"]),
        ("one\n \u00a0\n\t\n\n  two\n\n\nthree", ["  two", "three"]),
        ("one\n\ntwo", []),
        ("one\n\n\n", []),
        ("\n\n\none", ["one"]),
    ],
)
def test_gaps_between_pages(raw: str, pages: list[str]) -> None:
    assert [raw[at:].split("\n")[0] for at in page_gaps(raw)] == pages


WORDS = st.sampled_from(
    "gar deners gardeners Gar green- houses greenhouses - — \n \u00a0 ’s é ſ ﬁ a1b shou!d should 3 .".split(" ")
)


@settings(derandomize=True, deadline=None, database=None, max_examples=300)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_keeps_its_letters(text: str) -> None:
    vocabulary = Vocabulary()
    vocabulary.add(fold(GARDEN + text))
    corrections = Corrections(vocabulary, ENGLISH)
    line_breaks(text), page_gaps(text)
    last = 0
    for one in corrections.find(fold(text), text):
        assert last <= one.start < one.end
        last = one.end
        assert one.reading.isalpha() and "\n" not in text[one.start : one.end]
        if one.rule == "split-word":
            assert one.reading == "".join(ch for ch in text[one.start : one.end] if ch.isalpha())
