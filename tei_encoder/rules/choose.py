"""Chooses the profile that fits a text, and says why."""

from __future__ import annotations

from dataclasses import dataclass

from tei_encoder.rules.pattern import fold
from tei_encoder.rules.rule import Candidate


@dataclass(frozen=True, slots=True)
class Choice:
    """How well the profile of that id fits a text: its score, and one sentence for each sign that was seen."""

    profile: str
    score: float
    evidence: tuple[str, ...]


def score(sample: str, candidate: Candidate) -> Choice:
    """Weigh the signs of a profile in the sample of a text.

    A sign counts fully when the share of (non-blank) lines it is seen in reaches its ``share``, else in proportion.
    """
    rows = [row for row in fold(sample).split("\n") if row.strip()]
    total, evidence = 0.0, []
    for sign in candidate.signs:
        seen = sum(sign.pattern.first(row) is not None for row in rows)
        if rows and seen >= sign.least:
            points = sign.weight * min(1.0, seen / len(rows) / sign.share)
            total += points
            evidence.append(f"{sign.why}: {seen} of {len(rows)} lines ({points:+.2f})")
    return Choice(candidate.id, total, tuple(evidence))


def choose(sample: str, candidates: list[Candidate]) -> list[Choice]:
    """Return the candidates with their scores for a text, best first; at a tie the one that claims least wins.

    The plainest profile has the fewest rules, so that a text without signs becomes prose, not a play.
    """
    plain = {candidate.id: candidate.rules for candidate in candidates}
    choices = [score(sample, candidate) for candidate in candidates]
    return sorted(choices, key=lambda choice: (-round(choice.score, 6), plain[choice.profile], choice.profile))
