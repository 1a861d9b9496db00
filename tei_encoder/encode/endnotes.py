"""Notes at the end of a text that no heading announces: numbered paragraphs, their numbers in brackets in the text.

Web copies and extracts lose the word "Notes" often. That the last paragraphs are numbered proves nothing, for lists are
numbered too; that their numbers stand in square brackets or braces behind words of the text does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tei_encoder.rules.rule import Rule

#: What a rule for such notes needs, see ``needs`` in docs/profiles.md; no block fits when it is first read.
ENDNOTE = "endnote"

#: Share of the numbers that must stand in the text: anchors get lost.
_SHARE = 0.6

#: One numbered paragraph may be anything.
_LEAST = 2

_ANCHOR = re.compile(r"[^\s(\[{] ?[\[{](\d{1,3})[\]}]")
_NUMBERED = re.compile(r"([\[({]?(\d{1,3})[.\])}]{1,2})\s+\S")


class Endnotes:
    """Remembers the anchors of a text and the numbered paragraphs that it ends with, so far."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """``rules`` are the block rules of the profile; without one that needs ``endnote`` nothing is found."""
        self._rule = next((at for at, rule in enumerate(rules) if rule.needs == ENDNOTE), -1)
        self._anchors: set[int] = set()
        self._last: list[tuple[int, str, int]] = []  # the block, the number as printed, the number

    def take(self, block: int, text: str, frame: str) -> None:
        """Look at a block: its place among the blocks (0-based), its folded text, the frame that its rule names.

        What stands in the back matter (an imprint, the remains of a web page) may follow the notes.
        """
        if self._rule < 0 or frame:
            return
        if "[" in text or "{" in text:
            self._anchors.update(int(number) for number in _ANCHOR.findall(text))
        numbered = _NUMBERED.match(text)
        if numbered is None:
            self._last.clear()
        elif self._last and int(numbered[2]) != self._last[-1][2] + 1:
            self._last = [(block, numbered[1], int(numbered[2]))]
        else:
            self._last.append((block, numbered[1], int(numbered[2])))

    def found(self) -> tuple[int, list[tuple[int, str]]]:
        """Return the rule (its index) and the blocks that are notes, each with its printed number; or ``(-1, [])``."""
        anchored = sum(number in self._anchors for _, _, number in self._last)
        if len(self._last) < _LEAST or anchored < max(_LEAST, _SHARE * len(self._last)):
            return -1, []
        return self._rule, [(block, label) for block, label, _ in self._last]
