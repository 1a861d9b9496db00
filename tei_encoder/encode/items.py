"""The agenda: which lines repeat an item that a list has announced, and so head what is said of it."""

from __future__ import annotations

import re

#: A number and a few words; longer ones are texts, and no items of an agenda.
_ITEM = re.compile(r"(?P<number>\d{1,3}|[IVXL]{1,5})(?:[.)]|\.\))\s*(?P<words>\S.{3,159})$")

#: Characters of the shorter of two lines that are enough to say that they are about the same thing.
_TELLING = 5


class Items:
    """Remembers the numbered items of lists, the last one of each number.

    ``goes_on``: the block before was the word for an agenda, or one of the items below it.
    """

    def __init__(self) -> None:
        self.goes_on = False
        self._items: dict[str, str] = {}

    def add(self, text: str) -> None:
        """Remember an item of a list, number and all."""
        if (found := _ITEM.match(text)) is not None:
            self._items[found["number"]] = _plain(found["words"])

    def repeats(self, text: str) -> bool:
        """Say whether a line has number and words of an item that was listed before, or the beginning of the words."""
        found = _ITEM.match(text)
        listed = self._items.get(found["number"], "") if found else ""
        if found is None or not listed:
            return False
        words = _plain(found["words"])
        shorter = min(len(words), len(listed))
        return shorter >= _TELLING and (words.startswith(listed) or listed.startswith(words))


def _plain(words: str) -> str:
    """Return words as they are compared: in small letters, without stops at the end, with single blanks."""
    return " ".join(words.casefold().split()).rstrip(" .:;")
