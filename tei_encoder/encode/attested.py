"""Attested: what the running text shows of words that could be names; it is read only when somebody asks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cached_property

from tei_encoder.encode.words import Vocabulary
from tei_encoder.model.source import Source
from tei_encoder.rules.pattern import fold

#: Shorter titles without a full stop are articles for the most part: the, der, le.
_TITLE = 4

#: Letters that the cases of a language may add to a name: Громов, Громову.
_ENDING = 3


class SmallLetters:
    """How often words stand in small letters."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        vocabulary = Vocabulary()
        for part in self._source.parts():
            vocabulary.add(fold(part))
        return vocabulary

    def times(self, word: str) -> int:
        """Return how often a word stands in small letters."""
        return self._vocabulary.small_times(word)


def find_titled(source: Source, words: Collection[str], titles: Iterable[str], inflected: bool) -> dict[str, str]:
    """Return which of the words (small letters) stand behind a title somewhere, and the two as printed.

    ``comrade Holm has the floor`` attests ``holm``; initials and one first name may stand between. ``inflected``: the
    language has cases, so that a name may be some letters longer.
    """
    telling = sorted(
        {one for one in titles if len(one) >= _TITLE or one.endswith(".")}, key=lambda one: (-len(one), one)
    )
    if not telling or not words:
        return {}
    printed = {form for word in words for form in (word.capitalize(), word.title(), word.upper())}
    name = "|".join(map(re.escape, sorted(printed, key=lambda form: (-len(form), form))))
    title = "|".join(map(re.escape, telling))
    ending = rf"[^\W\d_]{{0,{_ENDING}}}" if inflected else ""
    blank = r"(?: +| *\n *)"  # a line may end there
    between = rf"(?:[^\W\d_]\.{blank}?)*(?:[^\W\d_]+{blank})?"
    pattern = re.compile(rf"(?<!\w)(?P<title>(?i:{title})){blank}{between}(?P<name>{name}){ending}(?!\w)")
    found: dict[str, str] = {}
    for part in source.parts():
        for match in pattern.finditer(fold(part)):
            found.setdefault(match["name"].casefold(), f"{match['title']} {match['name']}")
    return found
