"""The sweep: tags between the characters of the source, and nothing else."""

import pytest

from tei_encoder.encode.tree import CrossingError, Sweep, Window, attributes, escaped
from tei_encoder.model.annotation import OPEN, Annotation


def swept(text: str, *annotations: Annotation) -> str:
    sweep, out = Sweep(Window([text])), list[str]()
    sweep.feed(annotations, out)
    sweep.finish(len(text), out)
    return "".join(out)


def test_the_longer_of_two_that_begin_together_is_outside() -> None:
    assert swept("abc", Annotation(0, 1, "label"), Annotation(0, 3, "p")) == "<p><label>a</label>bc</p>"


def test_of_two_with_the_same_span_the_first_is_outside() -> None:
    assert swept("a", Annotation(0, 1, "p"), Annotation(0, 1, "hi")) == "<p><hi>a</hi></p>"


def test_white_space_between_blocks_stays_between_them() -> None:
    assert swept("a\n\nb\n", Annotation(0, 1, "p"), Annotation(3, 4, "p")) == "<p>a</p>\n\n<p>b</p>\n"


def test_empty_elements() -> None:
    assert swept("ab", Annotation(0, 2, "p"), Annotation(1, 1, "pb", {"n": "2"})) == '<p>a<pb n="2"/>b</p>'
    assert swept("ab", Annotation(0, 2, "p"), Annotation(2, 2, "lb")) == "<p>ab</p><lb/>"
    marked = swept("ab", Annotation(0, 2, "p"), Annotation(1, 2, "hi"), Annotation(1, 1, "lb"))
    assert marked == "<p>a<lb/><hi>b</hi></p>"
    speech = Annotation(0, 2, "sp")
    assert swept("ab", speech, Annotation(2, 2, "p", within=speech)) == "<sp>ab<p/></sp>"


def test_a_correction_stands_beside_what_is_printed() -> None:
    aid = ("corr", {"cert": "medium"}, "1<3")
    assert swept("l3", Annotation(0, 2, "sic", correction=aid)) == (
        '<choice><sic>l3</sic><corr cert="medium">1&lt;3</corr></choice>'
    )


def test_what_xml_must_not_see_is_escaped() -> None:
    assert escaped("a & b < c ]]> \"d\" 'e'") == "a &amp; b &lt; c ]]&gt; \"d\" 'e'"
    assert attributes({"n": 'a"b<c\n\t'}) == ' n="a&quot;b&lt;c&#10;&#9;"'
    assert swept("&amp;") == "&amp;amp;"


@pytest.mark.parametrize(
    "annotations, names",
    [
        ([Annotation(0, 2, "p", rule="one"), Annotation(1, 3, "hi", rule="two")], ["<hi> of 'two'", "<p> of 'one'"]),
        ([Annotation(0, OPEN, "div")], ["<div> was never closed"]),
    ],
)
def test_what_does_not_nest_is_said_with_the_rules(annotations: list[Annotation], names: list[str]) -> None:
    with pytest.raises(CrossingError) as caught:
        swept("abc", *annotations)
    assert all(name in str(caught.value) for name in names)
    assert caught.value.exit_code == 5


def test_an_open_element_may_not_end_before_what_has_been_written() -> None:
    sweep, out = Sweep(Window(["abc"])), list[str]()
    division = Annotation(0, OPEN, "div")
    sweep.feed([division, Annotation(0, 3, "p")], out)
    sweep.settle(3, out)
    division.end = 1
    with pytest.raises(CrossingError):
        sweep.finish(3, out)


def test_a_window_reads_on_and_forgets() -> None:
    window = Window(["ab\n", "c“d”\n", "ef"])
    assert window.slice(0, 2) == "ab"
    assert window.slice(1, 5) == "b\nc“"
    assert window.folded(2, 7) == ' c"d"'
    assert window.slice(4, 99) == "“d”\nef"
