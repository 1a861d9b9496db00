"""Chooses the profile that fits a text, and says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tei_encoder.rules.languages import FOREIGN, Tongue
from tei_encoder.rules.pattern import Pattern, PatternSet, fold
from tei_encoder.rules.rule import Candidate, Sign


class Choice(NamedTuple):
    """How well the profile of that id fits a text: its score, and one sentence for each sign that was seen."""

    profile: str
    score: float
    evidence: tuple[str, ...]


def choose(sample: str, candidates: Sequence[Candidate]) -> list[Choice]:
    """Return the candidates with their scores for a text, best first; at a tie the one that claims least wins.

    A sign counts fully when the share of (non-blank) lines it is seen in reaches its ``share``, else in proportion; of
    one with ``repeats`` only lines whose label comes again are counted: a speaker speaks twice, a heading stands once.
    A profile for another language than the text's falls behind all others (``Tongue.points``), and its signs are not
    looked for. The plainest profile has the fewest rules, so that a text without signs becomes prose, not a play.
    """
    tongue = Tongue(sample)
    spoken = {candidate.id: tongue.points(candidate.language) for candidate in candidates}
    asked = [candidate for candidate in candidates if spoken[candidate.id][0] != FOREIGN]
    rows = [row for row in fold(sample).split("\n") if row.strip()]
    counts = iter(_counts(tuple(sign for candidate in asked for sign in candidate.signs), rows))
    choices = []
    for candidate in candidates:
        total, told = spoken[candidate.id]
        evidence = [told] if told else []
        for sign in candidate.signs if candidate in asked else ():
            times = next(counts)
            if times >= sign.least:
                points = sign.weight * min(1.0, times / len(rows) / sign.share)
                total += points
                evidence.append(f"{sign.why}: {times} of {len(rows)} lines ({points:+.2f})")
        choices.append(Choice(candidate.id, total, tuple(evidence)))
    plain = {candidate.id: candidate.rules for candidate in candidates}
    return sorted(choices, key=lambda choice: (-round(choice.score, 6), plain[choice.profile], choice.profile))


def _counts(signs: tuple[Sign, ...], rows: Sequence[str]) -> list[int]:
    """Return in how many lines each sign is seen."""
    seen: list[list[str]] = [[] for _ in signs]
    matching = _together(tuple(sign.pattern.source for sign in signs)).matching
    for row in rows:
        for number in matching(row.encode()):
            seen[number].append(row)
    return [_repeated(sign, found) if sign.repeats else len(found) for sign, found in zip(signs, seen, strict=True)]


@lru_cache(maxsize=8)
def _together(patterns: tuple[str, ...]) -> PatternSet:
    """Compile the signs of the profiles for one language together; many texts of a run are in the same."""
    return PatternSet([Pattern(pattern) for pattern in patterns])


def _repeated(sign: Sign, rows: Sequence[str]) -> int:
    """Return in how many lines a sign has a label that stands in another line, too."""
    labels: Counter[str] = Counter()
    for row in rows:
        match = sign.pattern.first(row)
        if match is not None:
            labels[row[slice(*match.groups.get("label", match.span))].strip()] += 1
    return sum(times for times in labels.values() if times > 1)
