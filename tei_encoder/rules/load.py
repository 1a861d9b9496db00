"""Makes profiles ready to run: the one asked for, and those that ``--profile auto`` chooses from."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from tei_encoder.rules.compiled import compile_profile, compile_signs
from tei_encoder.rules.content import Content, find_profile, kept, kept_candidates, shipped
from tei_encoder.rules.rule import Candidate, Profile
from tei_encoder.rules.terms import fill_with

__all__ = ["candidates", "check", "content_of", "filler", "load", "shipped"]


def load(name: str) -> Profile:
    """Load a profile by the id of a shipped one or by the path of a file.

    It is checked and its examples are run, unless that was done when it was shipped. Raises ProfileError.
    """
    path = find_profile(name, Path())
    return _load(path, path.stat().st_mtime_ns)


def check(name: str) -> Profile:
    """Load a profile as ``load`` does, but check it all anew, shipped or not. Raises ProfileError."""
    from tei_encoder.rules.checked import checked

    return compile_profile(checked(find_profile(name, Path())))


@lru_cache(maxsize=1)
def candidates() -> list[Candidate]:
    """Return the shipped profiles as ``--profile auto`` looks at them; their rules are not made ready to run."""
    found = kept_candidates()
    for name in shipped():
        if name not in found:
            content = content_of(find_profile(name, Path()))
            tables = content.tables
            if not tables.profile.abstract:
                rules = len(tables.division) + len(tables.block) + len(tables.inline)
                found[name] = Candidate(name, tables.profile.language, compile_signs(tables, content.origins), rules)
    return [found[name] for name in shipped() if name in found]


@lru_cache(maxsize=32)
def _load(path: Path, _changed: int) -> Profile:
    return compile_profile(content_of(path))


def content_of(path: Path) -> Content:
    """Return what the profile at ``path`` says, checked but not ready to run. Raises ProfileError."""
    found = kept(path)
    if found is None:
        from tei_encoder.rules.checked import checked  # imports pydantic

        found = checked(path)
    return found


def filler(name: str) -> Callable[[str], str]:
    """Return what puts the terms of a profile (its id or file) into a pattern as it is written. Raises ProfileError."""
    content = content_of(find_profile(name, Path()))
    return fill_with(content.tables, content.origins)
