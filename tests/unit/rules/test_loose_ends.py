"""What stands in a profile in vain is found; what is of use is left alone."""

from pathlib import Path

import pytest

from tei_encoder.rules.content import find_profile
from tei_encoder.rules.load import content_of, load, shipped
from tei_encoder.rules.loose_ends import loose_ends

HEAD = '[profile]\nid = "own"\ntitle = "Own"\n'


def found(folder: Path, rules: str, head: str = HEAD) -> list[tuple[str, int]]:
    file = folder / "own.toml"
    file.write_text(head + rules, "utf-8")
    ends = loose_ends(content_of(find_profile(str(file), Path())), load(str(file)))
    assert all(str(one).startswith(f"{file}:{one.line}: warning: {one.code} ") for one in ends)
    return [(one.code, one.line) for one in ends]


def rule(name: str, pattern: str, yes: str, more: str = "", kind: str = "block") -> str:
    return f"[[{kind}]]\nid = '{name}'\nwhy = 'x'\npattern = '{pattern}'\nelement = 'p'\nyes = ['{yes}']\n{more}\n"


def test_words_that_no_pattern_uses(tmp_path: Path) -> None:
    rules = "[terms]\nA = 'a'\nB = '{{A}}b'\n[words]\nC = ['c']\nD = ['d']\n" + rule("x", "^{{B}}{{D}}", "abd")
    assert found(tmp_path, rules) == [("UNUSED", 8)]
    assert found(tmp_path, rules, HEAD + "abstract = true\n") == []


@pytest.mark.parametrize(
    "more, codes",
    [
        ("", ["UNREACHABLE"]),
        ("in = ['list']\ninside = 'list'", []),  # the rule before it applies there, too: see below
        ("not_in = ['sp']", ["UNREACHABLE"]),
    ],
)
def test_rules_that_are_never_reached(tmp_path: Path, more: str, codes: list[str]) -> None:
    wide = rule("wide", "^A", "Ab", "not_in = ['list']" if "list" in more else "")
    assert [code for code, _ in found(tmp_path, wide + rule("narrow", "^Ab", "Abc", more))] == codes


def test_one_example_of_two_is_taken(tmp_path: Path) -> None:
    two = rule("one", "^Ab", "Ab") + rule("two", "^A", "Ab', 'Ac")
    assert [code for code, _ in found(tmp_path, two)] == ["SHADOWED"]
    inline = rule("one", "b+", "b", kind="inline") + rule("two", "ab", "ab", kind="inline")
    assert [code for code, _ in found(tmp_path, inline)] == ["UNREACHABLE"]


def test_places_that_nothing_opens(tmp_path: Path) -> None:
    rules = rule("one", "^A", "A", "in = ['div.votes']") + rule("two", "^B", "B", "closes = ['sp']")
    assert [code for code, _ in found(tmp_path, rules)] == ["NEVER-OPEN", "NEVER-OPEN"]
    opened = rules + "[[block]]\nid = 's'\nwhy = 'x'\npattern = '^(?P<speaker>C:)'\nelement = 'sp'\nyes = ['C: c']\n"
    assert [code for code, _ in found(tmp_path, opened)] == ["NEVER-OPEN"]


def test_own_rules_that_leave_nothing_to_inherited_ones(tmp_path: Path) -> None:
    base = HEAD.replace("own", "base") + rule("old", "^Old", "Old")
    (tmp_path / "base.toml").write_text(base, "utf-8")
    head = HEAD + 'extends = "base.toml"\n'
    assert found(tmp_path, rule("new", "^O", "On"), head) == [("UNREACHABLE", 5)]
    assert found(tmp_path, rule("new", "^On", "On"), head) == []


@pytest.mark.parametrize("name", shipped())
def test_the_shipped_profiles_have_nothing_in_vain(name: str) -> None:
    ends = loose_ends(content_of(find_profile(name, Path())), load(name))
    assert not [str(one) for one in ends if one.code != "SHADOWED"]
