"""Signatures within: a report or a letter that stands in the minutes is signed, and then the sitting goes on.

TEI ends a division with a signature. Whether it is the division's own is known only when what follows has been read:
so the survey reads a text again in which a sitting went on behind one, and takes it for that of a text within.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tei_encoder.encode.outline import OUTCOMES, REST
from tei_encoder.rules.rule import Rule

if TYPE_CHECKING:
    from tei_encoder.encode.outline import State

#: What a rule for such signatures needs, see ``needs`` in docs/profiles.md; no block fits when it is first read.
WITHIN = "within"

#: Notes with which a sitting begins.
_BEGINNING = frozenset(["chair", "attendance", "secretaries", "time"])


class Signatures:
    """Remembers where sittings are signed in a text, so far."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """``rules`` are the block rules of the profile; without one that needs ``within`` nothing is found."""
        self._rules = rules
        self.rule = next((at for at, rule in enumerate(rules) if rule.needs == WITHIN), -1)
        self._signed: list[int] = []

    def take(self, block: int, rule: int, state: State) -> None:
        """Look at a block: its place among the blocks (0-based), its rule (index), and what is open before it.

        The end of a sitting (``announced.signature``) is signed by those who close it.
        """
        if self.rule < 0 or rule < 0 or not self._rules[rule].signs or state.announced == "signature":
            return
        inmost = next((box for box in reversed(state.path) if box.element == "div"), None)
        if inmost is not None and (inmost.key == "div.session" or inmost == REST):
            self._signed.append(block)

    def within(self, rules: array[int]) -> list[int]:
        """Return the blocks that are signatures of a text within; ``rules`` has the rule of each block of the text."""
        return [block for block in self._signed if self._goes_on(rules, block)]

    def _goes_on(self, rules: array[int], block: int) -> bool:
        """Say whether something is said or decided behind a signature, before another sitting begins."""
        for rule in self._behind(rules, block):
            kind = rule.wrap.attrs.get("type", "") if rule.wrap.element == "note" else ""
            if kind in _BEGINNING or rule.frame or (rule.opens and rule.opens.level == 1):
                return False
            if rule.wrap.element == "sp" or kind in OUTCOMES:
                return True
        return False

    def _behind(self, rules: array[int], block: int) -> Iterator[Rule]:
        for rule in rules[block + 1 :]:
            if rule >= 0:
                yield self._rules[rule]
