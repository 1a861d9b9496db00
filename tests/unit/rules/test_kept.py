"""What is kept of the shipped profiles is what checking them gives, and is not used for anything else."""

import shutil
from pathlib import Path

import pytest

from tei_encoder.rules import content, load
from tei_encoder.rules.checked import checked
from tei_encoder.rules.compiled import compile_profile, compile_signs


def test_what_is_kept_is_up_to_date(request: pytest.FixtureRequest) -> None:
    """``make accept`` writes it anew."""
    wanted = content.to_keep()
    if request.config.getoption("--accept"):
        content.KEPT.mkdir(exist_ok=True)
        for file in content.KEPT.glob("*.json"):
            file.unlink()
        for name, text in wanted.items():
            (content.KEPT / name).write_text(text, "utf-8")
        load.candidates.cache_clear()
    assert {file.name: file.read_text("utf-8") for file in content.KEPT.glob("*.json")} == wanted, "run: make accept"


def test_what_is_kept_of_the_signs_chooses_as_the_profiles_do() -> None:
    kept = content.kept_candidates()
    for name in kept:
        one = checked(content.SHIPPED / f"{name}.toml")
        fresh = compile_signs(one.tables, one.origins)
        assert [(s.why, s.pattern.source, s.share, s.weight, s.least, s.repeats) for s in kept[name].signs] == [
            (s.why, s.pattern.source, s.share, s.weight, s.least, s.repeats) for s in fresh
        ]
    assert list(kept) == [one.id for one in load.candidates()]


@pytest.mark.parametrize("name", content.shipped())
def test_a_kept_profile_has_the_rules_of_a_checked_one(name: str) -> None:
    path = content.SHIPPED / f"{name}.toml"
    kept, fresh = content.kept(path), checked(path)
    assert kept is not None
    assert (kept.sha256, kept.origins, kept.files) == (fresh.sha256, fresh.origins, fresh.files)
    assert kept.patterns and not fresh.patterns
    ready = [compile_profile(one) for one in (kept, fresh)]
    shown = [[(rule.id, rule.pattern.source, rule.wrap, rule.groups, rule.rest, rule.inside, rule.where, rule.closes)
              for rule in (*one.block_rules, *one.inline_rules)] for one in ready]  # fmt: skip
    assert shown[0] == shown[1]


def test_a_profile_that_was_touched_is_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(content.SHIPPED, tmp_path, dirs_exist_ok=True)
    changed = tmp_path / "common-en.toml"
    changed.write_text(changed.read_text("utf-8") + "\n# touched\n", "utf-8")
    monkeypatch.setattr(content, "SHIPPED", tmp_path)
    assert content.kept(tmp_path / "minutes-en.toml") is None
    assert "minutes-en" not in content.kept_candidates()
    assert load.load(str(tmp_path / "minutes-en.toml")).id == "minutes-en"
