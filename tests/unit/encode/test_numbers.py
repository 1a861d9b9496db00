"""Figures as they are printed: digits, words, ranges, damaged by OCR."""

import pytest

from tei_encoder.encode.numbers import quantify
from tei_encoder.model.annotation import Annotation
from tei_encoder.rules.load import load

WORDS = load("minutes-en").numbers


@pytest.mark.parametrize(
    "text, said",
    [
        ("0", {"quantity": "0"}),
        ("12", {"quantity": "12"}),
        ("1,200", {"quantity": "1200"}),
        ("1\u00a0200", {"quantity": "1200"}),
        ("four", {"quantity": "4"}),
        ("Twenty-one", {"quantity": "21"}),
        ("two hundred three", {"quantity": "203"}),
        ("hundred", {"quantity": "100"}),
        ("62 – 68", {"min": "62", "max": "68", "cert": "low"}),
        ("68-62", {"min": "62", "max": "68", "cert": "low"}),
        ("l3", {"quantity": "13", "cert": "medium"}),
        ("1O", {"quantity": "10", "cert": "medium"}),
        ("ll", {"cert": "low"}),
        ("many", {"cert": "low"}),
        ("", {"cert": "low"}),
        ("²", {"cert": "low"}),
    ],
)
def test_figures(text: str, said: dict[str, str]) -> None:
    measure = Annotation(5, 5 + len(text), "measure")
    aid = quantify(measure, text, WORDS)
    assert measure.attrs == said
    assert (aid is not None) == (said.get("cert") == "medium")


def test_a_damaged_figure_keeps_what_is_printed_and_says_what_was_meant() -> None:
    aid = quantify(Annotation(5, 7, "measure", {}, "vote"), "l3", WORDS)
    assert aid is not None
    assert (aid.start, aid.end, aid.element, aid.attrs, aid.rule) == (5, 7, "sic", {}, "vote")
    assert aid.correction == ("corr", {"cert": "medium", "resp": "#encoder"}, "13")
