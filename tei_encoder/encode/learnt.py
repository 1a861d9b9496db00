"""Learnt: the labels that a text shows itself, each with what shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

from tei_encoder.encode.names import letters_closed, parts_of, split_label
from tei_encoder.rules.pattern import Match, Span


@dataclass(slots=True)
class Evidence:
    """What a text shows of one possible label: how it is printed, where it stands first (offset), and the counts."""

    printed: str
    start: int
    opens: int = 0
    capitals: int = 0
    clean: int = 0
    alone: int = 0
    stops: int = 0
    told: int = 0  # blocks that it opens without a colon: what was said is told
    listed: int = 0  # blocks in which nothing but names follows it
    spoken: int = 0  # blocks behind whose label somebody says I or we
    tells: int = 0  # blocks, while all do, in which somebody with a title is told of behind it: a side heading, perhaps
    heard: int = 0  # blocks in which somebody speaks: with words of those who do, or a question or exclamation mark
    after: set[str] = field(default_factory=set)
    beside: Counter[str] = field(default_factory=Counter)
    why: str = ""
    against: str = ""

    @property
    def end(self) -> str:
        """How the label ends: ``alone`` on its line, with a full ``stop``, or in some ``other`` way."""
        if self.alone:
            return "alone"
        return "stop" if self.stops else "other"


class Learnt:
    """The labels of a text: those that are known, with their evidence, and those that came near."""

    def __init__(
        self,
        known: dict[str, Evidence],
        refused: list[Evidence],
        joiners: tuple[str, ...] = (),
        doubted: Collection[str] = (),
        tells: bool = True,
    ) -> None:
        """``joiners`` are the words between two names in one label: HAROLD and MARY is known when both are.
        ``doubted`` are the keys of those known labels that show little; ``tells``: between speeches with labels the
        minutes tell what others said.
        """
        self.tells = tells
        self._joiners = joiners
        self._doubted = doubted
        self.known = known
        self.refused = [one for one in refused if not self.knows(one.printed)]
        self._refused = {key_of(one.printed): one for one in refused}

    def knows(self, label: str) -> bool:
        """Say whether a printed label is one of those learnt."""
        if key_of(label) in self.known:
            return True
        parts = parts_of(split_label(label)[0], self._joiners)
        return len(parts) > 1 and all(key_of(part) in self.known for part in parts)

    def doubts(self, label: str) -> bool:
        """Say whether a printed label is known on weak evidence only."""
        return key_of(label) in self._doubted

    def stands_above(self, label: str) -> bool:
        """Say whether a label alone on its line has what is said below it, most of the time, and not a further name."""
        one = self.known.get(key_of(label))
        return one is None or 2 * sum(one.beside[key] for key in one.beside if key in self.known) <= one.alone

    def why(self, label: str) -> str:
        """Return what the text shows of a printed label: ``HAMLET: opens 14 blocks``."""
        key = key_of(label)
        found = self.known.get(key) or self._refused.get(key)
        if found is None:
            parts = [self.known.get(key_of(part)) for part in parts_of(split_label(label)[0], self._joiners)]
            return "; ".join(f"{one.printed}: {one.why}" for one in parts if one) or f"{label.strip()}: opens no block"
        return f"{found.printed}: {found.why}"

    def records(self) -> list[dict[str, str | int]]:
        """Return what was learnt, for the decisions file: first the labels, then those that came near."""
        return [
            {"layer": "labels", "rule": rule, "label": one.printed, "start": one.start, "why": one.why}
            for rule, group in (("learnt", self.known.values()), ("not-learnt", self.refused))
            for one in group
        ]


def learnt_in(match: Match) -> Span:
    """Return where in a match the label stands, or the name without one, that a text must show."""
    return match.groups.get("speaker") or match.groups.get("persName", (0, 0))


@lru_cache(maxsize=20_000)
def key_of(label: str) -> str:
    """Return a label as it is compared: without case, brackets, stops, and what is said of the manner of speaking."""
    plain = split_label(label.replace("_", " "))[0] or label.strip(" ()[]_.:")
    return " ".join(words_of(letters_closed(plain.partition(",")[0])))


def words_of(text: str) -> list[str]:
    """Return the words of a name in small letters, without the full stops of initials."""
    return [token.rstrip(".").casefold() for token in text.split() if token.strip(".")]


def surnames_of(key: str) -> list[str]:
    """Return what may be the surname of a label: its last word, and that without a place, ``holm-leeds``."""
    last = key.rpartition(" ")[2]
    return list(dict.fromkeys([last, last.partition("-")[0] or last]))
