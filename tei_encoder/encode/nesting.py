"""Lists in lists: which item belongs to which list, by the kind of its number, its place in the series, its indent.

Print shows a list inside an item by another kind of number (``1.`` and ``a)``), by numbers that begin anew under an
indent or a colon, by dashes. Where nothing of that is seen, items stand in one list, however odd their numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Lists inside lists beyond which an item stays in the innermost one.
_DEEPEST = 6

_NUMBER = re.compile(r"(\(?)(?:(\d{1,3})|([A-Za-z]{1,5}))([.)]*)$")
_ROMAN = {
    numeral: value
    for value, numeral in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), 1
    )
}


@dataclass(slots=True)
class _Level:
    """One open list: the kind of its numbers (``1.``, ``a)``, ``-``), the last of them, its indent."""

    kind: str
    number: int
    indent: int


class Nesting:
    """The lists that are open, outermost first."""

    __slots__ = ("_announced", "_open")

    def __init__(self) -> None:
        self._open: list[_Level] = []
        self._announced = False

    def leave(self) -> None:
        """Forget the lists: what comes now is no item."""
        if self._open:
            self._open.clear()

    def place(self, label: str, indent: int, text: str) -> int:
        """Return in how many lists the list of an item stands.

        ``label`` is its number, ``indent`` the blanks before it, ``text`` the item: a list may follow its colon.
        """
        readings = _readings(label.strip())
        level = self._going_on(readings, indent)
        if level is None and self._begins(readings, indent):
            kind, number = next((one for one in readings if one[1] <= 1), readings[0])
            self._open.append(_Level(kind, number, indent))
            level = len(self._open) - 1
        if level is None:  # odd numbers: the innermost list of the kind, else the innermost of all
            kinds = [one.kind for one in self._open]
            level = next((at for at in range(len(kinds) - 1, -1, -1) if kinds[at] == readings[0][0]), len(kinds) - 1)
            self._open[level].number = readings[0][1]
        del self._open[level + 1 :]
        self._announced = text.rstrip().endswith(":")
        return level

    def _going_on(self, readings: list[tuple[str, int]], indent: int) -> int | None:
        """Return the open list that the number goes on with, and count it: the one of that indent, or innermost."""
        fitting = [
            (one.indent == indent, at, number)
            for at, one in enumerate(self._open)
            for kind, number in readings
            if kind == one.kind and (number == one.number + 1 or (not number and indent <= one.indent))
        ]
        if not fitting:
            return None
        _, at, number = max(fitting)
        self._open[at].number = number
        return at

    def _begins(self, readings: list[tuple[str, int]], indent: int) -> bool:
        """Say whether an item is the first of a list of its own."""
        if not self._open:
            return True
        if len(self._open) > _DEEPEST or all(number > 1 for _, number in readings):
            return False
        new_kind = any(number <= 1 and all(kind != one.kind for one in self._open) for kind, number in readings)
        return new_kind or indent > self._open[-1].indent or (self._announced and bool(readings[0][1]))


def _readings(label: str) -> list[tuple[str, int]]:
    """Return what a printed number can be, as (kind, number): ``i)`` is a first Roman numeral and a ninth letter."""
    match = _NUMBER.match(label)
    if match is None:
        return [("-", 0)]
    before, digits, letters, after = match.groups()
    if digits:
        return [(f"{before}1{after}", int(digits))]
    case = "A" if letters.isupper() else "a"
    found = []
    if len(letters) == 1:
        found.append((f"{before}{case}{after}", ord(letters.lower()) - ord("a") + 1))
    if letters.lower() in _ROMAN:
        found.append((f"{before}{'I' if case == 'A' else 'i'}{after}", _ROMAN[letters.lower()]))
    return found or [("-", 0)]
