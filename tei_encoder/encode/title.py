"""The title of all: a heading at the beginning, of the kind that the headings of the parts are, too."""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING

from tei_encoder.encode.outline import OUTCOMES
from tei_encoder.rules.rule import Rule

if TYPE_CHECKING:
    from tei_encoder.encode.survey import Survey


class Title:
    """A heading at the beginning that names the whole: known when a heading of its type follows.

    Where somebody has spoken, something was decided or somebody has signed in between, it was the heading of that.
    """

    def __init__(self, rules: tuple[Rule, ...], found: Survey) -> None:
        self._rules = rules
        self._found = found
        self._block = -1

    def heading(self, rule: int, block: int, at_start: bool) -> None:
        """Take in a block that opens something; ``at_start``: nothing but title lines stands before it."""
        rules, found = self._rules, self._found
        if at_start and rules[rule].instead:
            self._block = block
        elif self._block >= 0 and found.rules[self._block] != rule:
            if any(one >= 0 and _is_business(rules[one]) for one in found.rules[self._block + 1 : block]):
                self._block = -1
                return
            first = rules[found.rules[self._block]]
            if first.opens is not None and (opened := rules[rule].opens) is not None and opened.key == first.opens.key:
                found.rules[self._block] = next(at for at, one in enumerate(rules) if one.id == first.instead)
                found.body = max(found.body, self._block + 1)
                insort(found.stating, self._block)
                self._block = -1


def _is_business(rule: Rule) -> bool:
    """Say whether a block of that rule is part of a meeting, and not of what stands before one."""
    kind = rule.wrap.attrs.get("type") if rule.wrap.element == "note" else ""
    return rule.wrap.element == "sp" or rule.signs or kind in OUTCOMES
