"""Random annotations: they nest and the text is what it was, or they cross and the sweep says so; nothing else."""

from itertools import combinations
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from traps import steady

from tei_encoder.encode.tree import CrossingError, Sweep, Window
from tei_encoder.model.annotation import OPEN, Annotation

AID = ("corr", {"resp": "#encoder"}, "not <in> the source")

texts = st.text(st.sampled_from("ab <>&\"']\n\t\u00a0\u0301\U0001f600"), min_size=1, max_size=30)


@st.composite
def claims(draw: st.DrawFn, length: int) -> Annotation:
    """Draw an annotation of a text of this length; some are empty, some are corrections."""
    start = draw(st.integers(0, length))
    end = draw(st.integers(start, length))
    element = draw(st.sampled_from(["p", "seg", "stage"]))
    attrs = draw(st.dictionaries(st.sampled_from(["n", "type"]), texts, max_size=2))
    return Annotation(start, end, element, attrs, "rule", AID if draw(st.integers(0, 9)) == 0 else None)


@st.composite
def claimed(draw: st.DrawFn) -> tuple[str, list[Annotation]]:
    """Draw a text and annotations of it."""
    text = draw(texts)
    return text, draw(st.lists(claims(len(text)), max_size=6))


def swept(text: str, batches: list[list[Annotation]], size: int = 7) -> str:
    """Write a text with its annotations, fed one batch after the other."""
    sweep = Sweep(Window(text[at : at + size] for at in range(0, len(text), size)))
    out: list[str] = []
    for batch in batches:
        sweep.feed(batch, out)
    sweep.finish(len(text), out)
    return "".join(out)


def read_back(xml: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text of the XML without the reading aids, and the spans of its elements."""
    spans: list[tuple[int, int, str]] = []
    text: list[str] = []

    def walk(element: ElementTree.Element) -> None:
        if element.tag == "corr":
            assert element.text == AID[2]
            return
        start = sum(map(len, text))
        text.append(element.text or "")
        for child in element:
            walk(child)
            text.append(child.tail or "")
        if element.tag not in ("all", "choice"):
            spans.append((start, sum(map(len, text)), element.tag))

    walk(ElementTree.fromstring(f"<all>{xml}</all>"))
    return "".join(text), sorted(spans)


def cross(one: Annotation, other: Annotation) -> bool:
    """Say whether two spans overlap without one containing the other."""
    return one.start < other.start < one.end < other.end or other.start < one.start < other.end < one.end


@steady
@given(claimed())
def test_annotations_nest_or_the_crossing_is_reported(case: tuple[str, list[Annotation]]) -> None:
    text, annotations = case
    try:
        xml = swept(text, [annotations])
    except CrossingError as error:
        assert any(cross(one, other) for one, other in combinations(annotations, 2)), str(error)
        assert error.code == "CROSSING"
        return
    assert not any(cross(one, other) for one, other in combinations(annotations, 2))
    found, spans = read_back(xml)
    assert found == text
    assert spans == sorted((one.start, one.end, one.element) for one in annotations)


@steady
@given(claimed())
def test_block_by_block_is_the_same_as_all_at_once(case: tuple[str, list[Annotation]]) -> None:
    text, annotations = case
    starts = sorted({one.start for one in annotations})
    batches = [[one for one in annotations if one.start == start] for start in starts]
    try:
        whole = swept(text, [annotations], len(text))
    except CrossingError:
        return
    assert swept(text, batches, 1) == whole


@steady
@given(claimed(), st.data())
def test_an_open_annotation_takes_in_what_comes_until_it_is_closed(
    case: tuple[str, list[Annotation]], data: st.DataObject
) -> None:
    text, annotations = case
    cut = data.draw(st.integers(0, len(text)))
    annotations = [one for one in annotations if one.end <= cut or one.start >= cut > 0]
    last = Annotation(0, OPEN, "div")
    before = sorted((one for one in annotations if one.end <= cut), key=lambda one: one.start)
    after = [one for one in annotations if one.end > cut]
    sweep, out = Sweep(Window([text])), list[str]()
    try:
        sweep.feed([last, *before], out)
        sweep.settle(cut, out)
        last.end = cut
        sweep.feed(after, out)
        sweep.finish(len(text), out)
    except CrossingError:
        assert any(cross(one, other) for one, other in combinations([last, *annotations], 2))
        return
    found, spans = read_back("".join(out))
    assert found == text
    assert (0, cut, "div") in spans
