"""Whatever stands where a figure should be: it is read, or it is said to be doubtful; never an error."""

import re

from hypothesis import given
from hypothesis import strategies as st
from traps import steady

from tei_encoder.encode.numbers import quantify
from tei_encoder.model.annotation import Annotation
from tei_encoder.rules.load import load

WORDS = load("minutes-en").numbers

figures = st.lists(st.sampled_from([*"0123456789lIO|SBi,.-–— \u00a0\n٣²Ⅷ", *WORDS]), min_size=1, max_size=8).map(
    "".join
) | st.text(min_size=1, max_size=12)


@steady
@given(figures)
def test_any_text_is_a_number_or_doubtful(text: str) -> None:
    measure = Annotation(3, 3 + len(text), "measure", {"type": "for"}, "rule")
    aid = quantify(measure, text, WORDS)
    said = measure.attrs
    assert said["type"] == "for"
    for name in ("quantity", "min", "max"):
        assert re.fullmatch("[0-9]+", said.get(name, "0"))
    if "quantity" in said:
        assert "min" not in said
        assert said.get("cert", "medium") == "medium"
    else:
        assert said["cert"] == "low"
    if "min" in said:
        assert int(said["min"]) <= int(said["max"])
    assert (aid is not None) == (said.get("cert") == "medium")
    if aid is not None:
        assert aid.correction is not None
        assert (aid.element, aid.start, aid.end, aid.correction[0]) == ("sic", 3, 3 + len(text), "corr")


@steady
@given(st.integers(0, 99_999), st.sampled_from(["{}", "{:,}", " {}\u00a0", "{}\n"]))
def test_plain_figures_are_read_exactly(number: int, written: str) -> None:
    measure = Annotation(0, 9, "measure")
    assert quantify(measure, written.format(number), WORDS) is None
    assert measure.attrs == {"quantity": str(number)}
