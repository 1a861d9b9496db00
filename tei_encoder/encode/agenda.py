"""Agenda: the items of the order of the day, which come again as headings where the meeting turns to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_encoder.rules.rule import Rule

if TYPE_CHECKING:
    from tei_encoder.encode.outline import State

#: Items that are remembered, and characters of the longest: more is no agenda.
_ITEMS, _LONGEST = 200, 200

#: An item and its number; of an agenda in one paragraph, where the next begins.
_NUMBER = re.compile(r"^\W*(?:\d{1,3}|[IVXL]+)[.)]\s*")
_NEXT = re.compile(r"(?:^|[\s:;.])\(?\d{1,2}[.)]\s+")


class Agenda:
    """The items of the agenda that were last read; ``echo`` is the rule for lines that repeat one, -1 for none."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.echo = next((at for at, rule in enumerate(rules) if rule.needs == "echo"), -1)
        self._rules = rules
        self._items: set[str] = set()

    def has(self, text: str) -> bool:
        """Say whether a block is an item of the agenda that was taken in as one before."""
        if not self._items or len(text) > _LONGEST or _NUMBER.match(text) is None:
            return False
        return _key(text) in self._items

    def take(self, rule: int, text: str, state: State) -> None:
        """Take in a block: the agenda in one paragraph, or one item of the list below its heading."""
        if self.echo < 0 or rule < 0:
            return
        made = self._rules[rule]
        if made.wrap.attrs.get("type") == "agenda":
            self._items = {_key(item) for item in _NEXT.split(text)[1:]} - {""}
        elif state.announced == "list" and made.rest.element == "item" and len(self._items) < _ITEMS:
            self._items.add(_key(text))


def _key(text: str) -> str:
    """Return the words of an item as they are compared: without its number, case and stops."""
    return " ".join(_NUMBER.sub("", text).casefold().strip(" .;,:").split())
