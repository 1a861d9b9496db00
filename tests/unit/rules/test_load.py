"""Profiles that build on others: what is taken over, replaced, moved and left out."""

from pathlib import Path

import pytest

from tei_encoder.model.errors import ProfileError
from tei_encoder.rules.load import candidates, load, shipped
from tei_encoder.rules.rule import Profile


def block(name: str, pattern: str = "", more: str = "", kind: str = "block") -> str:
    pattern = pattern or f"^{name}"
    return (
        f'\n[[{kind}]]\nid = "{name}"\nwhy = "x"\npattern = \'{pattern}\'\n'
        f'{"" if kind == "division" else "element = " + chr(34) + "p" + chr(34) + chr(10)}yes = ["{name}"]\n{more}'
    )


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "base.toml"
    path.write_text(
        '[profile]\nid = "base"\ntitle = "Base"\nlanguage = "da"\n[layout]\nblocks = "lines"\n'
        '[terms]\nNAME = "[A-Z]+"\n[words]\nWORD = ["one"]\n[numbers]\none = 1\n[people]\nchair = ["formand"]\n'
        '[[sign]]\nwhy = "x"\npattern = "x"\nshare = 0.5\n'
        + block("one") + block("two") + block("three")
        + block("head", kind="division", more="level = 1\n"),
        encoding="utf-8",
    )  # fmt: skip
    return path


def built(base: Path, text: str, head: str = "") -> Profile:
    """Load a profile that extends ``base``."""
    path = base.with_name("own.toml")
    path.write_text(f'[profile]\nid = "own"\ntitle = "Own"\nextends = "base.toml"\n{head}\n{text}', encoding="utf-8")
    return load(str(path))


def ids(profile: Profile) -> list[str]:
    return [rule.id for rule in profile.block_rules]


def test_own_rules_stand_before_inherited_ones_and_divisions_before_blocks(base: Path) -> None:
    assert ids(built(base, block("new"))) == ["head", "new", "one", "two", "three"]


@pytest.mark.parametrize(
    "rules, wanted",
    [
        (block("new", more='before = "two"\n'), ["one", "new", "two", "three"]),
        (block("new", more='after = "two"\n'), ["one", "two", "new", "three"]),
        (block("new", more='after = "three"\n'), ["one", "two", "three", "new"]),
        (block("two", "^two too|^two"), ["one", "two", "three"]),
        (block("a", more='before = "one"\n') + block("b", more='before = "one"\n'), ["a", "b", "one", "two", "three"]),
    ],
)
def test_rules_find_their_place(base: Path, rules: str, wanted: list[str]) -> None:
    assert ids(built(base, rules))[1:] == wanted


def test_a_rule_of_the_same_id_replaces_the_inherited_one(base: Path) -> None:
    profile = built(base, block("two", "^two$"))
    rule = profile.rule("two")
    assert rule is not None
    assert rule.written == "^two$"
    assert Path(rule.origin[0]).name == "own.toml"
    assert Path(profile.rule("one").origin[0]).name == "base.toml"  # type: ignore[union-attr]


def test_rules_can_be_left_out(base: Path) -> None:
    assert ids(built(base, "", 'disable = ["two", "head"]')) == ["one", "three"]


def test_tables_are_added_to_or_replaced(base: Path) -> None:
    profile = built(base, '[terms]\nOWN = "{{NAME}}|{{WORD}}"\n[numbers]\ntwo = 2\n' + block("own", "^{{OWN}}|^own"))
    assert profile.numbers == {"one": 1, "two": 2}
    assert profile.layout == "lines"
    assert profile.rule("own").pattern.at_start("one") is not None  # type: ignore[union-attr]
    assert profile.people.chair == {"formand"}
    people = built(base, '[people]\nunidentified = ["en stemme"]').people
    assert (people.chair, people.unidentified) == ({"formand"}, {"en stemme"})
    assert built(base, '[layout]\nblocks = "auto"').layout == "auto"


def test_three_dots_stand_for_the_inherited_words(base: Path) -> None:
    words = '[words]\nWORD = ["...", "two"]\n[people]\nchair = ["dirigent", "…"]\n'
    added = built(base, words + block("own", "^own|{{WORD}}$"))
    assert added.people.chair == {"formand", "dirigent"}
    pattern = added.rule("own").pattern  # type: ignore[union-attr]
    assert [word for word in ("one", "two", "...") if pattern.at_start(word)] == ["one", "two"]
    with pytest.raises(ProfileError, match="PROFILE-WORDS"):
        built(base, '[words]\nNEW = ["...", "two"]')


def test_steps_are_switched_off_and_have_options(base: Path) -> None:
    assert set(built(base, "").steps) == {"corrections", "mentions", "lines", "pages"}
    steps = built(base, "[steps]\nmentions = false\npages = { first = 37, blank-lines = 3 }\n").steps
    assert "mentions" not in steps
    assert steps["pages"] == {"first": 37, "blank_lines": 3}
    assert steps["corrections"] == {}


def test_the_checksum_is_over_all_files_and_follows_every_change(base: Path) -> None:
    before = built(base, block("new"))
    assert [Path(file).name for file in before.files] == ["base.toml", "own.toml"]
    base.write_text(base.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    after = built(base, block("new") + "\n")
    assert before.sha256 != after.sha256


def test_a_profile_may_extend_one_that_extends_another(base: Path) -> None:
    built(base, block("new"))
    top = base.with_name("top.toml")
    top.write_text('[profile]\nid = "top"\ntitle = "Top"\nextends = "own.toml"\ndisable = ["one"]\n', encoding="utf-8")
    assert ids(load(str(top))) == ["head", "new", "two", "three"]


def test_two_that_extend_each_other(base: Path) -> None:
    (base.with_name("a.toml")).write_text('[profile]\nid = "a"\ntitle = "A"\nextends = "b.toml"\n', encoding="utf-8")
    (base.with_name("b.toml")).write_text('[profile]\nid = "b"\ntitle = "B"\nextends = "a.toml"\n', encoding="utf-8")
    with pytest.raises(ProfileError, match="extends itself"):
        load(str(base.with_name("a.toml")))


ABSTRACT = """
[profile]
id = "{id}"
title = "A"
extends = "{extends}"
abstract = true

[words]
WORD = []

[[block]]
id = "{id}-line"
why = "A word and a colon."
pattern = '''^{{{{WORD}}}}:'''
element = "p"
"""


def test_several_profiles_are_laid_over_each_other_and_what_they_share_is_there_once(base: Path) -> None:
    folder = base.parent
    (folder / "root.toml").write_text(ABSTRACT.format(id="root", extends=""), encoding="utf-8")
    (folder / "left.toml").write_text(ABSTRACT.format(id="left", extends="root.toml"), encoding="utf-8")
    (folder / "right.toml").write_text(ABSTRACT.format(id="right", extends="root.toml"), encoding="utf-8")
    mine = folder / "mine.toml"
    head = '[profile]\nid = "mine"\ntitle = "M"\nextends = ["left.toml", "right.toml"]\n[words]\nWORD = ["Mot"]\n'
    mine.write_text(head, encoding="utf-8")
    assert load(str(mine)).rules == 0, "nothing shows that they are right in this language"
    given = "\n".join(f'{one}-line = {{ yes = ["Mot: a"], no = ["Word: a"] }}' for one in ("root", "left", "right"))
    mine.write_text(f"{head}[examples]\n{given}\n", encoding="utf-8")
    profile = load(str(mine))
    assert [rule.id for rule in profile.block_rules] == ["right-line", "left-line", "root-line"]
    assert [Path(file).stem for file in profile.files] == ["root", "left", "right", "mine"]


def test_a_list_without_words_matches_nothing(base: Path) -> None:
    (base.parent / "root.toml").write_text(ABSTRACT.format(id="root", extends=""), encoding="utf-8")
    rule = load(str(base.parent / "root.toml")).block_rules[0]
    assert rule.pattern.at_start(":") is None
    assert rule.pattern.at_start("Mot:") is None


@pytest.mark.parametrize("name", shipped())
def test_shipped_profiles_are_good(name: str) -> None:
    profile = load(name)
    assert profile.id == name
    assert profile.title
    for rule in (*profile.block_rules, *profile.inline_rules):
        assert rule.why.endswith("."), f"{rule.id}: why is no sentence"
        assert rule.yes or profile.abstract, rule.id
        assert rule.no or profile.abstract, f"{rule.id} has no counter-example"


def test_only_profiles_that_are_not_abstract_can_be_chosen() -> None:
    assert {one.id for one in candidates()} == {name for name in shipped() if not load(name).abstract}
