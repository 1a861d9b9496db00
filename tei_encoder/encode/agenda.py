"""Agenda: which lines repeat an item that a list has announced, and so head what is said of it."""

from __future__ import annotations

import re

from tei_encoder.rules.rule import Rule

#: An item: a number and a few words; longer ones are texts, and no items of an agenda.
_ITEM = re.compile(r"(?P<number>\d{1,3}|[IVXL]{1,5})(?:\.\)|[.)]|\.? ?-)\s*(?P<words>\S.{3,159})$")

#: Where an item of an agenda in one paragraph begins.
_INLINE = re.compile(r"(?:^|(?<=[\s:;.]))\(?(?=\d{1,2}[.)]\s)")

#: The number of the first item of a list.
_FIRST = ("1", "I")

#: Characters of the shorter of two lines that are enough to say that they are about the same thing.
_TELLING = 5


class Agenda:
    """Remembers the items of the lists that were read: the last one of each number, and all words of the last list.

    ``goes_on``: the block before was the word for an agenda, or one of the items below it.
    """

    def __init__(self) -> None:
        self.goes_on = False
        self._items: dict[str, str] = {}
        self._words: set[str] = set()

    def take(self, rule: Rule | None, text: str) -> None:
        """Take in a block and the rule that knows it, None for none."""
        if rule is not None and rule.rest.element == "item":
            self.add(text)
            return
        self.goes_on = rule is not None and rule.wrap.attrs.get("type") == "agenda"
        if self.goes_on:
            self._items, self._words = {}, set()
            for part in _INLINE.split(text)[1:]:
                self.add(part.strip())

    def add(self, text: str) -> None:
        """Remember an item of a list, number and all."""
        if (found := _ITEM.match(text)) is not None:
            words = _plain(found["words"])
            if found["number"] in _FIRST:
                self._words.clear()
            self._items[found["number"]] = words
            self._words.add(words)

    def repeats(self, text: str) -> bool:
        """Say whether a line repeats an item: all its words, or its number and the beginning of the words."""
        found = _ITEM.match(text)
        if found is None:
            return False
        words, listed = _plain(found["words"]), self._items.get(found["number"], "")
        shorter = min(len(words), len(listed))
        return words in self._words or (shorter >= _TELLING and (words.startswith(listed) or listed.startswith(words)))


def _plain(words: str) -> str:
    """Return words as they are compared: in small letters, without stops at the end, with single blanks."""
    return " ".join(words.casefold().split()).rstrip(" .:;")
