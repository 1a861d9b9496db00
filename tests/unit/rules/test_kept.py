"""What is kept of the shipped profiles is what checking them gives, and is not used for anything else."""

from pathlib import Path

import pytest

from tei_encoder.rules import content, load
from tei_encoder.rules.checked import checked
from tei_encoder.rules.compiled import compile_profile


def test_what_is_kept_is_up_to_date(request: pytest.FixtureRequest) -> None:
    """``make accept`` writes it anew."""
    wanted = content.to_keep()
    if request.config.getoption("--accept"):
        content.KEPT.write_text(wanted, "utf-8")
        content._kept.cache_clear()
    assert content.KEPT.read_text("utf-8") == wanted, "run: make accept"


@pytest.mark.parametrize("name", content.shipped())
def test_a_kept_profile_has_the_rules_of_a_checked_one(name: str) -> None:
    path = content.SHIPPED / f"{name}.toml"
    kept, fresh = content.kept(path), checked(path)
    assert kept is not None
    assert (kept.sha256, kept.origins, kept.files) == (fresh.sha256, fresh.origins, fresh.files)
    ready = [compile_profile(one.tables, one.origins, one.sha256, one.files) for one in (kept, fresh)]
    shown = [[(rule.id, rule.pattern.source, rule.wrap, rule.groups, rule.rest, rule.inside, rule.where, rule.closes)
              for rule in (*one.block_rules, *one.inline_rules)] for one in ready]  # fmt: skip
    assert shown[0] == shown[1]


def test_a_profile_that_was_touched_is_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in content.SHIPPED.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    changed = tmp_path / "common-en.toml"
    changed.write_text(changed.read_text("utf-8") + "\n# touched\n", "utf-8")
    monkeypatch.setattr(content, "SHIPPED", tmp_path)
    assert content.kept(tmp_path / "minutes-en.toml") is None
    assert load.load(str(tmp_path / "minutes-en.toml")).id == "minutes-en"
