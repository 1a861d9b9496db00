"""Words: the vocabulary of a text, and words and pages that run over line ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cached_property

from tei_encoder.encode.units import PAGE_GAP
from tei_encoder.model.limits import MAX_VOCABULARY
from tei_encoder.rules.pattern import FOLDS

#: Signs that OCR puts in the place of letters: within a word they belong to it.
_SIGNS = "!|"

#: Bytes that words are made of: letters, digits, those signs, and all of UTF-8 beyond ASCII; the rest are blanks.
_WORDS = bytes(one if one > 127 or chr(one).isalnum() or chr(one) in _SIGNS else 32 for one in range(256))

#: Characters counted at a time: so few that their words stay in the processor's cache.
_CHUNK = 32 * 1024

_BLANKS = rf"[ \t{FOLDS[' ']}]*"
_DIVIDED = re.compile(rf"(?<=[^\W\d_])[-\u00ad\u2010]{_BLANKS}\n(?={_BLANKS}(\w+))")
_PAGE = re.compile(rf"\n(?:{_BLANKS}\n)+(?={_BLANKS}\S)")


class Vocabulary:
    """The words of a text with their counts, collected while the text is read for the first time.

    ``parts`` are the folded pieces it was made from, up to ``limits.MAX_VOCABULARY`` characters in all; ``whole``
    says that these are the entire text.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.whole = True
        self._printed: Counter[str] = Counter()
        self._characters = 0

    def add(self, folded: str) -> None:
        """Count the words of the next part of the text (folded, with its line ends)."""
        if self._characters >= MAX_VOCABULARY:
            self.whole = False
            return
        self.parts.append(folded)
        self._characters += len(folded)
        plain = folded.encode().translate(_WORDS).decode()
        start = 0
        while start < len(plain):
            end = plain.find(" ", start + _CHUNK)
            end = len(plain) if end < 0 else end
            self._printed.update(plain[start:end].split())
            start = end

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in the text, in small letters; the pieces of ``mid-day`` and ``day's`` too."""
        counts: Counter[str] = Counter()
        for token, count in self._printed.items():
            for word in (token,) if token.isalpha() else re.findall(r"[^\W\d_]+", token):
                counts[word.lower()] += count
        return counts

    @cached_property
    def letters(self) -> str:
        """The letters that its words are made of, in small print, by the alphabet."""
        return "".join(sorted({letter for word in self.counts for letter in word}))

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that begin with a small letter somewhere: the others are likely names."""
        return frozenset(token for token in self._printed if token[0].islower())

    def capitals(self) -> Counter[str]:
        """Return how often each word with a capital at its beginning stands in the text, as it is printed."""
        counts: Counter[str] = Counter()
        for token, count in self._printed.items():
            if token[0].isupper():
                for word in (token,) if token.isalpha() else re.findall(r"[^\W\d_]+", token):
                    counts[word] += count
        return counts

    def small_times(self, word: str) -> int:
        """Return how often a word (in small letters) is printed in small letters."""
        return self._printed[word]

    def strays(self) -> dict[str, int]:
        """Return the words that only occur with a capital, with their counts: names, and misprints of names."""
        small = {token.lower() for token in self.small}
        return {
            token: count
            for token, count in self._printed.items()
            if token[0].isupper() and token.isalpha() and token.lower() not in small
        }

    def once(self) -> Iterator[str]:
        """Yield the words that are printed once, as they are printed, with digits and signs inside."""
        return (token for token, count in self._printed.items() if count == 1)


def stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether no word goes on before or after ``text[start:end]``, also over a hyphen after it."""
    after = text[end : end + 2]
    if after[:1].isalnum() or (after[:1] == "-" and after[1:].isalpha()):
        return False
    before = text[max(start - 2, 0) : start]
    return not before[-1:].isalnum() and not (before[-1:] == "'" and before[:1].isalnum())


def line_breaks(raw: str, suspending: Collection[str] = ()) -> list[int]:
    """Return where a line begins in the middle of a word: there stands ``<lb break="no"/>`` (TEI P5, section 3.11.3).

    ``raw`` is text as printed; the offsets (0-based) are right after the line ends. The line before ends with a letter
    and a hyphen, the next one goes on with a small letter; "pre-" before "and post-war" is a word of its own, where
    ``and`` is ``suspending``: a word of the language that may follow a hyphen that leaves something out.
    """
    found = _DIVIDED.finditer(raw) if "\n" in raw else ()
    return [match.end() for match in found if match[1][0].islower() and match[1] not in suspending]


def page_gaps(raw: str, least: int = PAGE_GAP) -> list[int]:
    """Return where text goes on after ``least`` or more blank lines (blanks of any kind), as a new page does in a scan.

    The offsets (0-based) are those of the line that goes on: where ``<pb/>`` stands.
    """
    found = _PAGE.finditer(raw) if "\n" in raw else ()
    return [match.end() for match in found if match[0].count("\n") > least]
