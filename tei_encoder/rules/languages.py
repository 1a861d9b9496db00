"""Guesses the language of a text from its small words: enough to choose or propose a profile, no more."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from tei_encoder.rules.pattern import SCRIPTS

#: Share of the words that the small words of a language make up in it, and lead over the next language.
_LEAST, _LEAD = 0.08, 1.15

#: Share of all letters that those which are a language's own make up in it.
_OWN_LETTERS = 0.005

#: Characters of a text that are looked at, and letters below which a text is too short to tell its language.
_SAMPLE, _SHORT = 16_384, 150

#: What it counts that a profile is for the language of the text, or for another one. A profile has to have more for
#: itself than its language: Chinese prose is no debate.
OWN, FOREIGN = 0.2, -10.0


@dataclass(frozen=True, slots=True)
class Guess:
    """The language a text is probably in: code ("" where nothing is clear), name, months, and the words counted."""

    code: str
    name: str
    seen: int
    words: int
    months: dict[str, int]
    scripts: tuple[str, ...]

    @property
    def evidence(self) -> str:
        """Return the counts in words."""
        if not self.code:
            return "the language is not clear: say it yourself (language = …)"
        return f"{self.seen:,} of {self.words:,} words are small words of {self.name}"


@lru_cache(maxsize=1)
def _languages() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("languages.toml").read_text("utf-8"))


def small_words() -> frozenset[str]:
    """Return the commonest small words of all languages."""
    return frozenset(word for one in _languages().values() for word in one.get("words", []))


class Tongue:
    """How many words of the beginning of a text are small words of each language.

    ``seen`` has the counts by language code. Where a script has no blanks between words (Chinese), common characters
    are counted instead, among all letters.
    """

    def __init__(self, sample: str) -> None:
        """Count the words of the first characters of ``sample``."""
        sample = sample[:_SAMPLE]
        words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
        self.words = sum(words.values())
        self.letters = sum(map(str.isalpha, sample))
        self._sample = sample
        self.seen: dict[str, int] = {}
        self._of: dict[str, int] = {}
        for code, one in _languages().items():
            if "characters" in one:
                self.seen[code], self._of[code] = sum(map(sample.count, one["characters"])), self.letters
            else:
                self.seen[code], self._of[code] = sum(words[word] for word in set(one["words"])), self.words

    def share(self, code: str) -> float:
        """Return the share of the words that are small words of a language."""
        return self.seen[code] / max(1, self._of[code])

    def _own_letters(self, code: str) -> bool:
        """Say whether the text has letters that hardly another language than this one has."""
        letters = _languages()[code].get("letters", "")
        return sum(map(self._sample.count, letters)) > _OWN_LETTERS * self.letters

    def best(self) -> str:
        """Return the code of the language of which most small words are seen, "" where nothing is clear."""
        first, second = sorted(self.seen, key=lambda code: (-self.share(code), code))[:2]
        clear = self.share(first) >= _LEAST and self.share(first) >= _LEAD * self.share(second)
        return first if clear and self.seen[first] >= 3 else ""

    def told(self, code: str) -> str:
        """Return the counts for a language in words."""
        what = "letters are common characters" if "characters" in _languages()[code] else "words are small words"
        return f"{self.seen[code]:,} of {self._of[code]:,} {what} of {_languages()[code]['name']}"

    def points(self, code: str) -> tuple[float, str]:
        """Return what it counts for a profile that it is for the language ``code`` ("": any), and why.

        A text too short to tell counts nothing, and so does a language that nothing is known of.
        """
        if code not in self.seen:
            return 0.0, ""
        share, most = self.share(code), max(map(self.share, self.seen))
        if share >= _LEAST and share * _LEAD >= most:
            return OWN, f"{self.told(code)} ({OWN:+.2f})"
        if self.letters < _SHORT or (most < _LEAST and self._own_letters(code)):
            return 0.0, ""
        return FOREIGN, f"only {self.told(code)} ({FOREIGN:+.2f})"


def guess_language(sample: str) -> Guess:
    """Return the language of a text, from how often the commonest small words of some languages stand in it."""
    tongue = Tongue(sample)
    best = tongue.best()
    scripts = _scripts(sample)
    if not best:
        most = max(tongue.seen, key=lambda code: (tongue.share(code), code))
        return Guess("", "", tongue.seen[most], tongue.words, {}, scripts)
    table = _languages()[best]
    months = {word: number for number, word in enumerate(table.get("months", []), 1)}
    months |= table.get("more_months", {})
    return Guess(best, str(table["name"]), tongue.seen[best], tongue.words, months, scripts)


def _scripts(sample: str) -> tuple[str, ...]:
    """Return the one script that nearly all letters belong to; nothing where they are mixed, or of another script."""
    letters = sum(map(str.isalpha, sample))
    for name, ranges in SCRIPTS.items():
        if len(re.findall(f"[{''.join(ranges)}]", sample)) >= 0.98 * max(1, letters):
            return (name,)
    return ()
