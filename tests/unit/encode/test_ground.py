"""Ground: what has been taken of a block."""

from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.encode.ground import Ground
from tei_encoder.model.annotation import Annotation

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)).map(lambda one: (one[0], one[0] + one[1])))


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@given(SPANS, SPANS)
def test_it_finds_what_looking_at_every_span_finds(taken: list[tuple[int, int]], asked: list[tuple[int, int]]) -> None:
    ground = Ground()
    kept: list[tuple[int, int]] = []
    for span in taken:
        if not any(overlap(span, other) for other in kept) and span not in kept:
            kept.append(span)
            ground.take(*span, [Annotation(*span, "stage")])
    for span in asked:
        found = [(made[0].start, made[0].end) for made in ground.over(*span)]
        assert found == sorted(other for other in kept if overlap(span, other))
