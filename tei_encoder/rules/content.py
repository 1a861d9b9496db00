"""What a profile says once it has been checked; for the shipped profiles that is kept ready.

Checking needs pydantic, whose import takes longer than encoding a short text. The shipped profiles are checked when
tei_encoder is made, and ``profiles/checked.json`` keeps what came out, with the checksum of the files it came
from: a profile that somebody has touched since is checked again.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from tei_encoder.model.errors import ProfileError

SHIPPED = Path(__file__).resolve().parent / "profiles"
KEPT = SHIPPED / "checked.json"

#: Tables of tables: everything else in a profile is a value, or a plain table of values.
_ACTIONS = ("rest",)
_SECTIONS = ("division", "block", "inline", "sign")


@dataclass(frozen=True, slots=True)
class Content:
    """A checked profile: ``tables`` has the attributes of ``profile.ProfileFile``.

    ``origins`` says in which file and line each rule stands, ``sha256`` is the checksum over ``files``, those the
    profile is made of, the most basic one first.
    """

    tables: Any
    origins: dict[str, tuple[str, int]]
    sha256: str
    files: tuple[str, ...]


class Table:
    """A table of a profile as it was kept: its keys are attributes."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.__dict__ = values


def shipped() -> list[str]:
    """Return the ids of the profiles that come with tei_encoder, in alphabetical order."""
    return sorted(path.stem for path in SHIPPED.glob("*.toml"))


def find_profile(name: str, base: Path) -> Path:
    """Return the file of the shipped profile ``name``, or the file at that path below ``base``. Raises ProfileError."""
    if re.fullmatch(r"[\w-]+", name) and (SHIPPED / f"{name}.toml").is_file():
        return SHIPPED / f"{name}.toml"
    path = base / name
    if path.is_file():
        return path
    near = difflib.get_close_matches(name, shipped(), 1)
    cure = f"did you mean {near[0]!r}?" if near else f"shipped are: {', '.join(shipped())}"
    raise ProfileError("PROFILE-UNKNOWN", f"there is no profile {name!r}", cure)



def kept(path: Path) -> Content | None:
    """Return what was kept of the shipped profile at ``path``; None for another, or for one that has changed."""
    if path.parent != SHIPPED:
        return None
    one = _kept().get(path.stem)
    if one is None:
        return None
    files = [SHIPPED / name for name in one["files"]]
    if hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest() != one["sha256"]:
        return None
    tables = dict(one["tables"])
    for name in ("profile", "layout", "people"):
        tables[name] = Table(tables[name])
    for name in _SECTIONS:
        tables[name] = [_rule(rule) for rule in tables[name]]
    origins = {rule: (str(SHIPPED / file), line) for rule, (file, line) in one["origins"].items()}
    return Content(Table(tables), origins, one["sha256"], tuple(str(file) for file in files))


def _rule(values: dict[str, Any]) -> Table:
    wraps = {name: Table(action) for name, action in values.get("wrap", {}).items()}
    actions = {name: Table(values[name]) for name in _ACTIONS if name in values}
    return Table({**values, "wrap": wraps, **actions})


@lru_cache(maxsize=1)
def _kept() -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(KEPT.read_bytes())
    except (OSError, ValueError):
        return {}
    return found["profiles"] if found.get("language") == _language() else {}


def _language() -> str:
    """Return the checksum of the module that says what a profile may hold: what was kept fits only that."""
    return hashlib.sha256(Path(__file__).with_name("profile.py").read_bytes()).hexdigest()


def to_keep() -> str:
    """Return the text of ``profiles/checked.json`` as it should be now. Raises ProfileError."""
    from tei_encoder.rules.checked import checked

    keep = {}
    for name in shipped():
        one = checked(SHIPPED / f"{name}.toml")
        keep[name] = {
            "files": [Path(file).name for file in one.files],
            "sha256": one.sha256,
            "origins": {rule: [Path(file).name, line] for rule, (file, line) in one.origins.items()},
            "tables": one.tables.model_dump(),
        }
    return json.dumps({"language": _language(), "profiles": keep}, ensure_ascii=False, indent=0) + "\n"
