"""What a profile says once it has been checked; for the shipped profiles that is kept ready.

Checking needs pydantic, whose import takes longer than encoding a short text. The shipped profiles are checked when
tei_encoder is made, and ``profiles/checked/`` keeps what came out, one file for each profile, with the checksum of the
files it came from: a profile that somebody has touched since is checked again. ``signs.json`` there has of all of them
what ``--profile auto`` needs, so that choosing among many profiles reads one small file.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tei_encoder.model.errors import ProfileError
from tei_encoder.rules.mistakes import alike
from tei_encoder.rules.pattern import Pattern
from tei_encoder.rules.rule import Candidate, Sign

SHIPPED = Path(__file__).resolve().parent / "profiles"
KEPT = SHIPPED / "checked"
SIGNS = "signs"

#: Tables of tables: everything else in a profile is a value, or a plain table of values.
_ACTIONS = ("rest",)
_SECTIONS = ("division", "block", "inline", "sign")


class Content(NamedTuple):
    """A checked profile: ``tables`` has the attributes of ``profile.ProfileFile``.

    ``origins`` says in which file and line each rule, term and sign stands, ``sha256`` is the checksum over ``files``,
    those the profile is made of, the most basic one first. ``patterns`` has the pattern of each rule, ready for RE2, of
    a profile that was kept: whose examples have been tried.
    """

    tables: Any
    origins: dict[str, tuple[str, int]]
    sha256: str
    files: tuple[str, ...]
    patterns: Mapping[str, str] = MappingProxyType({})


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
    if path.suffix == ".toml" or path.parent != base:
        raise ProfileError("PROFILE-UNKNOWN", "there is no such profile file", "check the path", path=name)
    near = alike(name, shipped())
    cure = f"did you mean {near[0]!r}?" if near else f"shipped are: {', '.join(shipped())}"
    raise ProfileError("PROFILE-UNKNOWN", f"there is no profile {name!r}", cure)


def kept(path: Path) -> Content | None:
    """Return what was kept of the shipped profile at ``path``; None for another, or for one that has changed."""
    if path.parent != SHIPPED:
        return None
    one = _read(path.stem)
    if not one or not _is_fresh(one):
        return None
    tables = dict(one["tables"])
    for name in ("profile", "layout", "people", "connectives", "business", "labels"):
        tables[name] = Table(tables[name])
    steps = tables["steps"].items()
    tables["steps"] = Table({name: Table(on) if isinstance(on, dict) else on for name, on in steps})
    for name in _SECTIONS:
        tables[name] = [_rule(rule) for rule in tables[name]]
    origins = {rule: (str(SHIPPED / file), line) for rule, (file, line) in one["origins"].items()}
    files = tuple(str(SHIPPED / file) for file in one["files"])
    return Content(Table(tables), origins, one["sha256"], files, one["patterns"])


def kept_candidates() -> dict[str, Candidate]:
    """Return the shipped profiles that can be chosen, by id, as they were kept; those that have changed are missing."""
    return {
        name: Candidate(name, one["speaks"],
                        tuple(Sign(why, Pattern(source), *weights) for why, source, *weights in one["signs"]),
                        one["rules"])
        for name, one in _read(SIGNS).get("profiles", {}).items()
        if _is_fresh(one)
    }  # fmt: skip


def _rule(values: dict[str, Any]) -> Table:
    wraps = {name: Table(action) for name, action in values.get("wrap", {}).items()}
    actions = {name: Table(values[name]) for name in _ACTIONS if name in values}
    return Table({**values, "wrap": wraps, **actions})


def _read(name: str) -> dict[str, Any]:
    """Return what is kept under that name; nothing when it was made for another profile language."""
    try:
        found: dict[str, Any] = json.loads((SHIPPED / KEPT.name / f"{name}.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return found if found.get("language") == _language() else {}


def _is_fresh(one: dict[str, Any]) -> bool:
    """Say whether the files of a kept profile are still what they were when it was checked."""
    checksum: str = one["sha256"]
    return hashlib.sha256(b"\0".join(_bytes(file) for file in one["files"])).hexdigest() == checksum


def _bytes(file: str) -> bytes:
    try:
        return (SHIPPED / file).read_bytes()
    except OSError:
        return b""


@lru_cache(maxsize=1)
def _language() -> str:
    """Return the checksum of the modules that say what a profile may hold and means: what was kept fits only them."""
    names = ("profile", "checked", "compiled", "terms", "pattern")
    modules = (Path(__file__).with_name(f"{name}.py") for name in names)
    return hashlib.sha256(b"\0".join(module.read_bytes() for module in modules)).hexdigest()


def to_keep() -> dict[str, str]:
    """Return the files of ``profiles/checked/`` as they should be now: name → text. Raises ProfileError."""
    from tei_encoder.rules.checked import checked
    from tei_encoder.rules.compiled import compile_profile, compile_signs
    from tei_encoder.rules.terms import fill_patterns

    keep: dict[str, dict[str, Any]] = {}
    signs = {}
    for name in shipped():
        one = checked(SHIPPED / f"{name}.toml")
        compile_profile(one)  # tries every example
        patterns = fill_patterns(one.tables, one.origins)
        files = {"files": [Path(file).name for file in one.files], "sha256": one.sha256}
        origins = {rule: [Path(file).name, line] for rule, (file, line) in one.origins.items()}
        keep[name] = {**files, "origins": origins, "patterns": patterns, "tables": one.tables.model_dump()}
        if not one.tables.profile.abstract:
            ready = compile_signs(one.tables, one.origins)
            rules = sum(len(getattr(one.tables, layer)) for layer in ("division", "block", "inline"))
            known = [[sign.why, sign.pattern.source, *sign[2:]] for sign in ready]
            signs[name] = {**files, "speaks": one.tables.profile.language, "rules": rules, "signs": known}
    keep[SIGNS] = {"profiles": signs}
    return {f"{name}.json": _written({"language": _language(), **one}) for name, one in keep.items()}


def _written(one: dict[str, Any]) -> str:
    return json.dumps(one, ensure_ascii=False, indent=0) + "\n"
