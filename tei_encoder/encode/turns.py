"""Turns: which speech goes on from which, when somebody has interrupted (TEI P5 3.13.2, ``@next`` and ``@prev``)."""

from __future__ import annotations

import re
from collections import deque

#: How many turns back the beginning of an interrupted speech may lie.
_REACH = 6


class Turns:
    """Counts the speeches of a text and joins those that an interruption has cut in two.

    Speeches are known by their number in the text, from 1. A rule with ``resumes`` is the evidence that a speech goes
    on; its beginning is the last one under the same label in the same sitting, not far back.
    """

    def __init__(self) -> None:
        self.number = 0
        self.next: dict[int, int] = {}
        self.prev: dict[int, int] = {}
        self.interrupting: set[int] = set()
        self._recent: deque[tuple[int, str]] = deque(maxlen=_REACH)

    def begin_division(self) -> None:
        """A new sitting begins: nothing goes on from the one before."""
        self._recent.clear()

    def turn(self, label: str, resumes: bool) -> None:
        """Note a speech with the label printed before it; ``resumes`` if it says that it goes on."""
        self.number += 1
        key = _speaker(label)
        if resumes and key:
            earlier = next((number for number, who in reversed(self._recent) if who == key), 0)
            if earlier and earlier not in self.next and self.number - earlier > 1:
                self.next[earlier] = self.number
                self.prev[self.number] = earlier
                self.interrupting.update(range(earlier + 1, self.number))
        self._recent.append((self.number, key))

    def links(self, number: int) -> dict[str, str]:
        """Return the attributes that join speech ``number`` to others."""
        attrs = {}
        if number in self.next:
            attrs["next"] = f"#sp.{self.next[number]}"
        if number in self.prev:
            attrs["prev"] = f"#sp.{self.prev[number]}"
        return attrs


def _speaker(label: str) -> str:
    """Return a label without what stands in brackets, articles and punctuation, for comparison only."""
    bare = re.sub(r"\([^)]*\)", "", label.lower())
    return " ".join(word for word in re.findall(r"[^\W\d_][\w'-]*", bare) if word not in ("the", "says", "said"))
