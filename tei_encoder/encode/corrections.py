"""Corrections: what a text's own vocabulary proves wrong in it, found again block by block."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tei_encoder.encode.misreadings import misread_words
from tei_encoder.encode.splits import split_words
from tei_encoder.encode.words import Vocabulary, stands_free
from tei_encoder.rules.pattern import FOLDS, Pattern, escape
from tei_encoder.rules.rule import NO_WORDS, Connectives

#: What is printed between two words that are not one: a line end, any dash (but not the two odd hyphens).
_PARTING = frozenset("\n" + FOLDS["-"]) - set("\u2010\u2011")


class Correction(NamedTuple):
    """A fault and its mending: offsets (0-based, half-open), what it should read, how sure, which rule says so."""

    start: int
    end: int
    reading: str
    cert: str
    rule: str


class Corrections:
    """What a text's own vocabulary proves wrong in it: words split in two, letters misread by OCR."""

    def __init__(
        self, vocabulary: Vocabulary, words: Connectives = NO_WORDS,
        kinds: Collection[str] = ("misread-word", "split-word"),
    ) -> None:  # fmt: skip
        """Look for faults of these kinds in the whole text; call it when the first reading is over.

        ``words`` are the small words of its language, which are halves of nothing.
        """
        misread = misread_words(vocabulary) if "misread-word" in kinds else {}
        split = split_words(vocabulary, words.before, words.after) if "split-word" in kinds else {}
        self._known: dict[str, tuple[str, str, str]] = {
            fault: (*mended, kind)
            for kind, faults in (("misread-word", misread), ("split-word", split))
            for fault, mended in faults.items()
        }
        #: A pattern that matches wherever there may be something to correct; "" for nowhere.
        self.faults_pattern = "|".join(map(escape, sorted(self._known, key=lambda fault: (-len(fault), fault))))
        faults = self.faults_pattern
        self._pattern = Pattern(rf"(?:^|[^\p{{L}}\p{{N}}])(?P<fault>{faults})") if faults else None

    @property
    def faults(self) -> dict[str, tuple[str, str, str]]:
        """Every fault as printed (folded) with its reading, certainty and rule: the list that an editor checks."""
        return dict(sorted(self._known.items()))

    def find(self, folded: str, raw: str) -> list[Correction]:
        """Return the corrections in a block: its folded text, and the same characters as printed (``raw``).

        Offsets count from the beginning of both. A word that runs over a line end is left to ``line_breaks``, a dash
        is no hyphen. What is corrected are letters only, and they keep their case; marks around stay outside.
        """
        if self._pattern is None:
            return []
        found = []
        for match in self._pattern.anywhere(folded):
            start, end = match.groups["fault"]
            if stands_free(folded, start, end) and not _PARTING.intersection(raw[start:end]):
                found.append(Correction(start, end, *self._known[folded[start:end]]))
        return found
