"""Guesses the language of a text from its small words: enough to propose a profile, never to mark anything up."""

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
    return frozenset(word for one in _languages().values() for word in one["words"])


def guess_language(sample: str) -> Guess:
    """Return the language of a text, from how often the commonest small words of some languages stand in it."""
    words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    total = sum(words.values())
    shares = {
        code: sum(words[word] for word in set(one["words"])) for code, one in _languages().items()
    }
    (best, seen), (_, second) = Counter(shares).most_common(2)
    scripts = _scripts(sample)
    if seen < _LEAST * total or seen < _LEAD * second or seen < 3:
        return Guess("", "", seen, total, {}, scripts)
    table = _languages()[best]
    months = {word: number for number, word in enumerate(table.get("months", []), 1)}
    months |= table.get("more_months", {})
    return Guess(best, str(table["name"]), seen, total, months, scripts)


def _scripts(sample: str) -> tuple[str, ...]:
    """Return the one script that nearly all letters belong to; nothing where they are mixed, or of another script."""
    letters = sum(map(str.isalpha, sample))
    for name, (capital, small) in SCRIPTS.items():
        if len(re.findall(f"[{capital}{small}]", sample)) >= 0.98 * max(1, letters):
            return (name,)
    return ()
