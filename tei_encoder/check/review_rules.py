"""What the report asks the rules: why a rule is there, and which labels mean nobody in particular.

Only profiles that come with tei_encoder can be asked by the name that a TEI header gives.
"""

from __future__ import annotations

from functools import lru_cache

from tei_encoder.rules.rule import Profile


@lru_cache(maxsize=8)
def _profile(name: str) -> Profile | None:
    from tei_encoder.rules.load import load, shipped

    return load(name) if name in shipped() else None


def why(profile: str, rule: str) -> str:
    """Return why a rule is not sure, else the reason for it, without the full stop; "" where it is not known."""
    known = _profile(profile)
    found = known.rule(rule) if known else None
    return (found.doubt or found.why).strip().rstrip(".") if found else ""


def nobody_words(profile: str) -> frozenset[str]:
    """Return the labels (small letters) that mean nobody in particular under a profile."""
    known = _profile(profile)
    return known.people.unidentified if known else frozenset()
