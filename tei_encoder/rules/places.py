"""Where in a profile something stands, and the error about it."""

from __future__ import annotations

from pathlib import Path

from tei_encoder.model.errors import ProfileError

#: A file and a line (1-based): the beginning of a rule, the line of a term or sign.
Where = tuple[str, int]


def term_key(name: str) -> str:
    """Return the key under which ``origins`` says where a term stands; rules stand there under their ids."""
    return f"{{{{{name}}}}}"


def examples_key(rule: str) -> str:
    """Return the key under which ``origins`` says where a later profile gives examples for an inherited rule."""
    return f"[examples] {rule}"


def sign_key(number: int) -> str:
    """Return the key under which ``origins`` says where a sign stands, counted from 0."""
    return f"[[sign]] {number}"


def mistake(where: Where, code: str, what: str, cure: str, key: str = "") -> ProfileError:
    """Return the error about the table at a place, or about a key in it."""
    from tei_encoder.rules.profile_text import read_text  # only when something is wrong: it imports pydantic

    path, line = where
    line = read_text(Path(path)).line_in(line, key) if key else line
    return ProfileError(f"PROFILE-{code}", what, cure, path=path, line=line)
