"""Explanations: how near a rule came, and where the source of a TEI file is found."""

import hashlib
from pathlib import Path

import pytest

from tei_encoder.app.explain import explain, near_miss, source_of
from tei_encoder.model.errors import InputError, UsageError


@pytest.mark.parametrize(
    "pattern, text, fits",
    [
        ("^[A-Z]+: .+", "RIIS; No.", "RIIS"),
        ("^Chairman: [A-Z]", "Chairman: olsen", "Chairman: "),
        ("^(?:For|Against) - [0-9]+", "Against - some", "Against - "),
        (r"^\d{1,2}\) [A-Z]", "12] Riis", "12"),
        ("^abc", "xyz", ""),
        ("^(?P<speaker>[A-Z]+(?: \\([a-z]+\\))?: *)", "RIIS (loudly), no", "RIIS (loudly)"),
    ],
)
def test_how_far_a_pattern_fits(pattern: str, text: str, fits: str) -> None:
    share, found, fails = near_miss(pattern, text)
    assert found.strip() == fits.strip()
    assert 0 <= share < 1
    assert fails


def test_any_pattern_of_the_shipped_profiles_can_be_told() -> None:
    from tei_encoder.rules.load import load, shipped

    for name in shipped():
        for rule in load(name).block_rules:
            share, fits, fails = near_miss(rule.pattern.source, "Zebra § 9")
            assert 0 <= share <= 1
            assert "Zebra § 9".startswith(fits) or "Zebra § 9".endswith(fits)
            assert isinstance(fails, str)


def test_the_source_is_the_one_of_the_header_or_asked_for(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "out").mkdir()
    tei, near = tmp_path / "out" / "minutes.xml", tmp_path / "texts" / "minutes.txt"
    tei.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><idno type="filename">minutes.txt</idno>'
        f'<idno type="sha256">{hashlib.sha256(b"a").hexdigest()}</idno></TEI>',
        encoding="utf-8",
    )
    near.write_text("another", encoding="utf-8")
    assert source_of(tei, tmp_path / "given.txt") == tmp_path / "given.txt"
    with pytest.raises(InputError) as caught:
        source_of(tei, None)
    assert caught.value.code == "NO-SOURCE"
    near.write_text("a", encoding="utf-8")
    assert source_of(tei, None) == near


def test_every_line_of_a_seed_can_be_explained() -> None:
    seed = next((Path(__file__).resolve().parents[3] / "seeds").glob("002*.txt"))
    lines = seed.read_text(encoding="utf-8").split("\n")
    for number in (1, 3, 7, len([line for line in lines if line])):
        if not lines[number - 1].strip():
            with pytest.raises(UsageError):
                explain(seed, line=number, wanted=None)
            continue
        (block, *inside) = explain(seed, line=number, wanted=None)
        assert block.text.startswith(lines[number - 1][:20])
        assert block.why
        assert len({one.rule for one in block.tried}) == len(block.tried)
        assert all(one.layer == "inline" for one in inside)


@pytest.mark.parametrize("line, wanted", [(None, None), (1, "sp.1")])
def test_what_to_explain_must_be_said(line: int | None, wanted: str | None) -> None:
    with pytest.raises(UsageError) as caught:
        explain(Path("x.txt"), line=line, wanted=wanted)
    assert caught.value.code == "WHAT"
