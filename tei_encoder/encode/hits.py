"""Hits: which block rules match each line, remembered from the first reading of a text for the second."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable

#: Different sets of rules that are remembered; a text has some hundred.
_SETS = 60_000


class Hits:
    """Asks the block rules of a profile about lines and blocks, about each line only once.

    Labels are learnt from every line, and most blocks are one line: so the survey finds its answers here. Kept are 14
    bytes a line: where it begins, its length, and a number for the rules that match it.
    """

    __slots__ = ("_kinds", "_lengths", "_matching", "_numbers", "_sets", "_starts")

    def __init__(self, matching: Callable[[bytes], list[int]]) -> None:
        """``matching`` says which rules match a text (UTF-8, folded), see ``rules.pattern.PatternSet``."""
        self._matching = matching
        self._starts = array("Q")
        self._lengths = array("L")
        self._kinds = array("H")
        self._sets: list[list[int]] = []
        self._numbers: dict[tuple[int, ...], int] = {}

    def of_line(self, start: int, text: str) -> list[int]:
        """Return which rules match a line, and remember it; lines are asked about in the order of the text.

        ``start`` is the offset of ``text``: the line without its leading blanks, folded.
        """
        hits = self._matching(text.encode())
        number = self._numbers.get(tuple(hits))
        if number is None and len(self._sets) < _SETS:
            number = self._numbers[tuple(hits)] = len(self._sets)
            self._sets.append(hits)
        if number is not None:
            self._starts.append(start)
            self._lengths.append(len(text))
            self._kinds.append(number)
        return hits

    def of(self, start: int, text: str) -> list[int]:
        """Return which rules match a block or line that begins at ``start``."""
        at = bisect_left(self._starts, start)
        if at < len(self._starts) and self._starts[at] == start and self._lengths[at] == len(text):
            return self._sets[self._kinds[at]]
        return self._matching(text.encode())
