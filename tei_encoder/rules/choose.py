"""Chooses the profile that fits a text, and says why."""

from __future__ import annotations

from dataclasses import dataclass

from tei_encoder.rules.pattern import fold
from tei_encoder.rules.rule import Profile


@dataclass(frozen=True, slots=True)
class Choice:
    """How well a profile fits a text: its score, and one sentence for each sign that was seen."""

    profile: Profile
    score: float
    evidence: tuple[str, ...]


def score(sample: str, profile: Profile) -> Choice:
    """Weigh the signs of a profile in the sample of a text.

    A sign counts fully when the share of (non-blank) lines it is seen in reaches its ``share``, else in proportion.
    """
    rows = [row for row in fold(sample).split("\n") if row.strip()]
    total, evidence = 0.0, []
    for sign in profile.signs:
        seen = sum(sign.pattern.first(row) is not None for row in rows)
        if seen and rows:
            points = sign.weight * min(1.0, seen / len(rows) / sign.share)
            total += points
            evidence.append(f"{sign.why}: {seen} of {len(rows)} lines ({points:+.2f})")
    return Choice(profile, total, tuple(evidence))


def choose(sample: str, profiles: list[Profile]) -> list[Choice]:
    """Return the profiles with their scores for a text, best first; at a tie the one that claims least wins.

    The plainest profile has the fewest rules, so that a text without signs becomes prose, not a play.
    """
    choices = [score(sample, profile) for profile in profiles if not profile.abstract]
    return sorted(
        choices, key=lambda choice: (-round(choice.score, 6), len(choice.profile.block_rules), choice.profile.id)
    )
