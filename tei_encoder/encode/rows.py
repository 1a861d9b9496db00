"""The rows of a block that rules have put together: figures for and against, names under one another.

A row is a printed line, or several where the text is hard-wrapped: "Against: Holm, Dunn and" goes on below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tei_encoder.rules.pattern import BLANK, Match
from tei_encoder.rules.rule import Rule

#: Printed lines that a row may go on over.
_LINES = 6


class Rows:
    """The lines of one block, and what rules find in them. Offsets are those of the folded text, 0-based, half-open."""

    def __init__(self, raw: str, folded: str) -> None:
        """``raw`` and ``folded`` are the block without its leading blanks, as printed and as rules see it."""
        self._folded = folded
        self._lines: list[tuple[int, int]] = []
        at = 0
        for line in raw.split("\n"):
            end = at + len(line)
            begin = end - len(folded[at:end].lstrip(BLANK))
            if begin < end:
                self._lines.append((begin, end))
            at = end + 1

    def first(self, rule: Rule, base: int) -> Match | None:
        """Match a rule at the beginning of the block, with as many lines as it needs."""
        row = self._row(0, [rule], base)
        return row[1] if row else None

    def after(self, joiners: Sequence[Rule], base: int) -> Iterator[tuple[Rule, Match, int]]:
        """Yield what rules find in the lines after the first: the rule, its match, where its row begins."""
        at = 1
        while at < len(self._lines):
            row = self._row(at, joiners, base)
            if row is None:
                at += 1
                continue
            rule, match, lines = row
            yield rule, match, self._lines[at][0]
            at += lines

    def all_match(self, rule: Rule, joiners: Sequence[Rule]) -> bool:
        """Say whether the block is two rows or more, the first one the rule's, the others each a joiner's."""
        row = self._row(0, [rule], 0)
        at = row[2] if row else 0
        if not 0 < at < len(self._lines):
            return False
        while row and at < len(self._lines):
            row = self._row(at, joiners, 0)
            at += row[2] if row else 0
        return row is not None

    def _row(self, at: int, rules: Sequence[Rule], base: int) -> tuple[Rule, Match, int] | None:
        """Return the rule that matches the fewest lines from the line ``at`` on, its match, and how many lines."""
        for lines in range(1, min(_LINES, len(self._lines) - at) + 1):
            begin, end = self._lines[at][0], self._lines[at + lines - 1][1]
            seen = self._folded[begin:end].rstrip(BLANK)
            for rule in rules:
                if match := rule.pattern.at_start(seen, base + begin):
                    return rule, match, lines
        return None
