"""Chooses the profile that fits a text, and says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tei_encoder.rules.languages import Tongue
from tei_encoder.rules.pattern import PatternSet, fold
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
    A profile for another language than the text's falls behind all others (``Tongue.points``). The plainest profile has
    the fewest rules, so that a text without signs becomes prose, not a play.
    """
    signs = [sign for candidate in candidates for sign in candidate.signs]
    every = PatternSet([sign.pattern.source for sign in signs])
    seen: list[list[str]] = [[] for _ in signs]
    rows = [row for row in fold(sample).split("\n") if row.strip()]
    for row in rows:
        for number in every.matching(row.encode()):
            seen[number].append(row)
    counts = [_repeated(sign, found) if sign.repeats else len(found) for sign, found in zip(signs, seen, strict=True)]
    counted = iter(counts)
    tongue = Tongue(sample)
    choices = []
    for candidate in candidates:
        total, told = tongue.points(candidate.language)
        evidence = [told] if told else []
        for sign in candidate.signs:
            times = next(counted)
            if times >= sign.least:
                points = sign.weight * min(1.0, times / len(rows) / sign.share)
                total += points
                evidence.append(f"{sign.why}: {times} of {len(rows)} lines ({points:+.2f})")
        choices.append(Choice(candidate.id, total, tuple(evidence)))
    plain = {candidate.id: candidate.rules for candidate in candidates}
    return sorted(choices, key=lambda choice: (-round(choice.score, 6), plain[choice.profile], choice.profile))


def _repeated(sign: Sign, rows: Sequence[str]) -> int:
    """Return in how many lines a sign has a label that stands in another line, too."""
    labels: Counter[str] = Counter()
    for row in rows:
        match = sign.pattern.first(row)
        if match is not None:
            labels[row[slice(*match.groups.get("label", match.span))].strip()] += 1
    return sum(times for times in labels.values() if times > 1)
