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


@pytest.mark.parametrize(
    "language, text, number",
    [
        ("de", "zwölf", 12),
        ("de", "einundzwanzig", 21),
        ("de", "Dreiunddreißig", 33),
        ("de", "zweihundertfünfundvierzig", 245),
        ("de", "keine", 0),
        ("fr", "vingt et un", 21),
        ("fr", "soixante-dix-sept", 77),
        ("fr", "quatre-vingt-dix-neuf", 99),
        ("fr", "quatre-vingts", 80),
        ("fr", "deux cents", 200),
        ("ru", "двадцать пять", 25),
        ("ru", "двадцатью пятью", 25),
        ("ru", "сто сорок", 140),
        ("ru", "двѣ", 2),
    ],
)
def test_number_words_of_other_languages(language: str, text: str, number: int) -> None:
    profile = load(f"common-{language}")
    measure = Annotation(0, len(text), "measure")
    assert quantify(measure, text, profile.numbers, profile.connectives.also) is None
    assert measure.attrs == {"quantity": str(number)}


@pytest.mark.parametrize("text", ["und", "und zwanzig", "zwanzig und", "einundzwanzigste", "ein-und-mehr"])
def test_words_that_are_no_number(text: str) -> None:
    profile = load("common-de")
    measure = Annotation(0, len(text), "measure")
    quantify(measure, text, profile.numbers, profile.connectives.also)
    assert measure.attrs == {"cert": "low"}
