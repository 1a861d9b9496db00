"""Ground: which characters of a block have been taken, by inline rules or by steps."""

from __future__ import annotations

from bisect import bisect_left, insort

from tei_encoder.model.annotation import Annotation
from tei_encoder.rules.pattern import Span


class Ground:
    """Spans that do not overlap (offsets, half-open), each with the annotations that were made there.

    Sorted, so that a paragraph with ten thousand stage directions takes no longer for each than one with ten.
    """

    __slots__ = ("_made", "_spans")

    def __init__(self) -> None:
        self._spans: list[Span] = []
        self._made: dict[Span, list[Annotation]] = {}

    def take(self, start: int, end: int, made: list[Annotation]) -> None:
        """Take a span; nothing there may have been taken before."""
        insort(self._spans, (start, end))
        self._made[start, end] = made

    def over(self, start: int, end: int) -> list[list[Annotation]]:
        """Return what was made on each piece of ground that a span shares characters with, or stands inside of."""
        spans = self._spans
        at = bisect_left(spans, (start, start))
        found = [spans[at - 1]] if at and spans[at - 1][1] > start and spans[at - 1][0] < end else []
        while at < len(spans) and spans[at][0] < end:
            if spans[at][1] > start:
                found.append(spans[at])
            at += 1
        return [self._made[span] for span in found]
