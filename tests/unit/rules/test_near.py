"""How near a pattern comes to a text that it does not match."""

import pytest

from tei_encoder.rules.load import filler, load, shipped
from tei_encoder.rules.near import Nearness


@pytest.mark.parametrize(
    "pattern, text, fits, wants",
    [
        ("^[A-Z]+: .+", "RIIS; No.", "RIIS", ":"),
        ("^Chairman: [A-Z]", "Chairman: olsen", "Chairman: ", "[A-Z]"),
        ("^Chairman: [A-Z]", "Chairs are", "Chair", "man: "),
        ("^(?:For|Against) - [0-9]+", "Against - some", "Against - ", "[0-9]+"),
        (r"^\d{1,2}\) [A-Z]", "12] Riis", "12", r"\)"),
        ("^abc", "xyz", "", "abc"),
        ("^(?P<speaker>[A-Z]+(?: \\([a-z]+\\))?: *)", "RIIS (loudly), no", "RIIS (loudly)", ":"),
        ("^a|^bcd", "bcx", "bc", "d"),
        ("(?i)^abc[)]", "ABCD", "ABC", "[)]"),
        ("^{{DAY}}, {{YEAR}}", "May 3, in", "May 3, ", "{{YEAR}}"),
        ("^x(?:ab){2}y", "xab", "x", "(?:ab){2}"),
        ("^(?P<n>[()|]+)$", "(|) ", "(|)", "$"),
    ],
)
def test_how_far_a_pattern_fits(pattern: str, text: str, fits: str, wants: str) -> None:
    terms = {"{{DAY}}": "May [0-9]", "{{YEAR}}": "[0-9]{4}"}

    def fill(piece: str) -> str:
        for name, term in terms.items():
            piece = piece.replace(name, term)
        return piece

    near = Nearness(fill).of(pattern, text)
    assert (near.fits, near.wants) == (fits, wants)
    assert 0 <= near.share < 1


@pytest.mark.parametrize("name", shipped())
def test_any_pattern_of_the_shipped_profiles_can_be_told(name: str) -> None:
    nearness = Nearness(filler(name))
    for rule in load(name).block_rules:
        near = nearness.of(rule.written, "Zebra § 9")
        assert 0 <= near.share <= 1
        assert "Zebra § 9".startswith(near.fits)
        assert (near.share == 1) >= (rule.pattern.at_start("Zebra § 9") is not None)
