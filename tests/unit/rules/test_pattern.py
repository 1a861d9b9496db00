"""The folded view and the regular expressions that look at it."""

import time
import unicodedata
from pathlib import Path

import pytest

from tei_encoder.rules.load import load
from tei_encoder.rules.pattern import FOLDS, Pattern, PatternError, PatternSet, escape, fold, loosened, narrowed


def together(patterns: list[str], at_start: bool = False) -> PatternSet:
    return PatternSet([Pattern(pattern) for pattern in patterns], at_start)


def test_folding_changes_characters_one_for_one() -> None:
    for plain, odds in FOLDS.items():
        assert fold(odds) == plain * len(odds)
    text = "“It’s” – no\u2010where\u00a0to — be„"
    assert fold(text) == '"It\'s" - no-where to - be"'
    assert fold(text * 500) == fold(text) * 500, "long texts are folded by another way"


def test_every_blank_of_unicode_that_is_no_line_end_is_folded() -> None:
    blanks = {chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Zs"}
    assert {blank for blank in blanks if fold(blank) != " "} <= {"\u1680"}, "only the Ogham mark is one that is seen"


def test_letters_of_one_script() -> None:
    pattern = narrowed(r"\p{Lu}[\p{Ll}'-]+ \\p{L} [^\p{L}]", ["Latin"])
    assert r"\p{" not in pattern.replace(r"\\p{L}", "")
    assert Pattern(narrowed(r"^\p{Lu}\p{Ll}+$", ["Latin"])).at_start("Åse") is not None
    assert Pattern(narrowed(r"^\p{Lu}\p{Ll}+$", ["Latin"])).at_start("Жук") is None
    assert Pattern(narrowed(r"^\p{Lu}\p{Ll}+$", ["Latin", "Cyrillic"])).at_start("Жук") is not None
    assert Pattern(narrowed(r"^\p{Lu}\p{Ll}+$", ["Greek"])).at_start("Ώρα") is not None
    assert narrowed(r"\p{Lu}", []) == r"\p{Lu}"


def test_offsets_are_characters_not_bytes() -> None:
    match = Pattern(r"(?P<name>\p{Lu}+): (?P<rest>.+)").at_start("ÅŽ: \U0001f600x")
    assert match is not None
    assert (match.span, match.groups) == ((0, 6), {"name": (0, 2), "rest": (4, 6)})


def test_groups_that_took_no_part_are_left_out() -> None:
    match = Pattern(r"(?P<a>x)|(?P<b>y)").first("zy")
    assert match is not None
    assert (match.span, match.groups) == ((1, 2), {"b": (1, 2)})


def test_anywhere_finds_all_that_are_not_empty() -> None:
    assert [match.span for match in Pattern("a*").anywhere("aabaaa")] == [(0, 2), (3, 6)]


def test_a_set_says_which_match_in_the_order_given() -> None:
    patterns = together([r"b", r"^a", r"x", r"."])
    assert patterns.matching(b"ab") == [0, 1, 3]
    assert patterns.matching(b"") == []
    assert together([]).matching(b"ab") == []


def test_a_set_of_hundreds_is_as_one() -> None:
    words = [f"w{number}" for number in range(1, 400)]
    assert together([rf"\b{word}\b" for word in words]).matching(b"w399 w1 w40 w20 w21") == [0, 19, 20, 39, 398]
    assert together(words, at_start=True).matching(b"w399 w1") == [2, 38, 398]


@pytest.mark.parametrize(
    ("pattern", "loose"),
    [
        ("a{0,80}b", "a*b"),
        ("a{3,120}?b", "a+?b"),
        ("a{7}", "a+"),
        ("a{2,}", "a+"),
        ("a{1,}", "a{1,}"),
        ("a{0,6}", "a{0,6}"),
        (r"\{7,9}", r"\{7,9}"),
        (r"[{7,9}]", r"[{7,9}]"),
        (r"[]{7,9}]", r"[]{7,9}]"),
        (r"\x{30}\p{Lu}{1,20}", r"\x{30}\p{Lu}+"),
        ("a{1001}", "a{1001}"),
    ],
)
def test_a_loosened_pattern_counts_no_further_than_six(pattern: str, loose: str) -> None:
    assert loosened(pattern) == loose


def test_a_set_counts_all_the_same() -> None:
    rules = together(["^a{3,9}$", "^a{3,}$", "^[^:]{10,12}$", "^a"], at_start=True)
    found = {times: rules.matching(b"a" * times) for times in (1, 3, 9, 10, 13)}
    assert found == {1: [3], 3: [0, 1, 3], 9: [0, 1, 3], 10: [1, 2, 3], 13: [1, 3]}


def test_a_set_of_a_whole_profile_says_what_each_pattern_says_alone() -> None:
    profile = load("minutes-en")
    texts = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*en*.txt"))
    rows = [row.strip() for text in texts for row in fold(text.read_text("utf-8")).split("\n")[::3] if row.strip()]
    assert len(rows) > 300
    for rules, known, anchored in (
        (profile.block_rules, profile.block_set, True),
        (profile.inline_rules, profile.inline_set, False),
    ):
        for row in rows:
            alone = [
                number
                for number, rule in enumerate(rules)
                if (rule.pattern.at_start(row) if anchored else rule.pattern.first(row)) is not None
            ]
            assert known.matching(row.encode()) == alone, row


@pytest.mark.parametrize("pattern", ["(", "(?=x)", r"(x)\1", "a{99999}", "[z-a]", r"\p{Klingon}"])
def test_what_re2_cannot_read(pattern: str) -> None:
    with pytest.raises(PatternError):
        Pattern(pattern).first("x")
    with pytest.raises(PatternError) as caught:
        together(["fine", pattern])
    assert caught.value.number == 1


def test_no_pattern_can_hang_a_run() -> None:
    begun = time.perf_counter()
    assert Pattern(r"^(a+)+$").at_start("a" * 50_000 + "b") is None
    assert time.perf_counter() - begun < 2


def test_escape() -> None:
    text = "1. (a|b)* [c] {d} ^$ \\ -"
    match = Pattern(escape(text)).at_start(text)
    assert match is not None
    assert match.span == (0, len(text))


def test_several_blanks_are_one_and_spans_are_those_of_the_text() -> None:
    text = "Carried.   The  motion  of  Åse   Holm is  lost."
    match = Pattern(r"^(?P<first>Carried\. )(?P<rest>The motion) of (?P<name>Åse Holm)\b").at_start(text, 10)
    assert match is not None
    found = {name: text[start - 10 : end - 10] for name, (start, end) in match.groups.items()}
    assert found == {"first": "Carried.   ", "rest": "The  motion", "name": "Åse   Holm"}
    assert [text[slice(*one.span)] for one in Pattern(r"\w+ is lost|\w+ motion").anywhere(text)] == [
        "The  motion", "Holm is  lost",
    ]  # fmt: skip
    first = Pattern("motion of").first(text)
    assert first is not None and text[slice(*first.span)] == "motion  of"


def test_a_pattern_that_speaks_of_several_blanks_sees_them() -> None:
    columns = Pattern(r"(?:^|  +)(?P<name>\w+(?: \w+)?)")
    assert [one.groups["name"] for one in columns.anywhere("Hay  Dunn Lee   Obi")] == [(0, 3), (5, 13), (16, 19)]
    rules = together(["^Hay Dunn", "^Hay  Dunn", "^Hay", "^Hay {3,}Dunn"], at_start=True)
    assert rules.matching(b"Hay  Dunn") == [0, 1, 2]
    assert rules.matching(b"Hay Dunn") == [0, 2]
    assert rules.matching(b"Hay   Dunn") == [0, 2, 3]
