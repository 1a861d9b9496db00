"""Reads the files of a profile, checks every key, and lays what extends over what is extended.

A mistake is a ``ProfileError`` that names the profile's file and line and says what to do.
"""

from __future__ import annotations

import difflib
import hashlib
import re
import tomllib
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from tei_encoder.model.errors import ProfileError
from tei_encoder.model.limits import MAX_TOML
from tei_encoder.rules.compiled import compile_signs, sign_key, term_key
from tei_encoder.rules.content import Content, find_profile
from tei_encoder.rules.pattern import PatternError
from tei_encoder.rules.profile import ProfileFile, Rule

_SECTIONS = ("division", "block", "inline")


def checked(path: Path) -> Content:
    """Return what the profile at ``path`` says, with what it inherits. Raises ProfileError."""
    chain = _chain(path)
    merged, places = _merge(chain)
    origins = {
        rule: (str(file.path), file.line_of(section, number)) for rule, (file, section, number) in places.items()
    }
    for file in chain:
        for name in file.content.terms:
            origins[term_key(name)] = (str(file.path), file.line_of("terms", 0, name))
    for number in range(len(merged.sign)):
        origins[sign_key(number)] = (str(path), chain[-1].line_of("sign", number, "pattern"))
    for number, sign in enumerate(compile_signs(merged, origins)):
        try:
            sign.pattern.first("")
        except PatternError as error:
            raise ProfileError(
                "PROFILE-PATTERN", f"RE2 cannot read the pattern of a sign: {error}",
                "RE2 has no look-around or back-references: see docs/profiles.md",
                path=path, line=origins[sign_key(number)][1],
            ) from None  # fmt: skip
    checksum = hashlib.sha256(b"\0".join(file.data for file in chain)).hexdigest()
    return Content(merged, origins, checksum, tuple(str(file.path) for file in chain))


class ProfileText:
    """One profile file as it stands on the disk: its bytes, its tables, and where in it things are said."""

    def __init__(self, path: Path) -> None:
        """Read and check the file at ``path``; raises ProfileError."""
        self.path = path
        try:
            self.data = path.read_bytes()
        except OSError as error:
            raise ProfileError("PROFILE-FILE", f"{error.strerror}", "check the path", path=path) from None
        if len(self.data) > MAX_TOML:
            raise ProfileError("PROFILE-SIZE", f"larger than {MAX_TOML:,} bytes", "split it up", path=path)
        try:
            self.lines = self.data.decode("utf-8-sig").splitlines()
            self._starts: dict[str, list[int]] = {}
            for row, text in enumerate(self.lines):
                if text.startswith("["):
                    self._starts.setdefault(text.partition("]")[0].strip("[ "), []).append(row)
            tables = tomllib.loads("\n".join(self.lines) + "\n")
        except UnicodeDecodeError:
            raise ProfileError("PROFILE-TOML", "this is not UTF-8", "save it as UTF-8", path=path) from None
        except tomllib.TOMLDecodeError as error:
            where = re.search(r"line (\d+), column (\d+)", str(error))
            line, column = (int(where[1]), int(where[2])) if where else (len(self.lines), 1)
            what = str(error).partition(" (at")[0]
            raise ProfileError(
                "PROFILE-TOML", what, "mend the TOML there", path=path, line=line, column=column
            ) from None
        try:
            self.content = ProfileFile.model_validate(tables)
        except ValidationError as error:
            raise self._mistake(error) from None

    def line_of(self, section: str, number: int = 0, key: str = "") -> int:
        """Return the line (1-based) of the ``number``-th table ``section``, or of ``key`` in it."""
        starts = self._starts.get(section, [])
        if number >= len(starts):
            return 1
        pattern = re.compile(rf"\s*{re.escape(key)}\s*[=.]")
        for i in range(starts[number] + 1, len(self.lines)):
            if key and pattern.match(self.lines[i]):
                return i + 1
            if re.match(r"\s*\[\[?[\w.]+\]\]?\s*(#.*)?$", self.lines[i]):
                break
        return starts[number] + 1

    def _mistake(self, error: ValidationError) -> ProfileError:
        """Turn pydantic's first complaint into one line with the place and the cure."""
        first = error.errors()[0]
        names = [str(step) for step in first["loc"]]
        section = names[0] if names else ""
        number = int(names[1]) if len(names) > 1 and names[1].isdigit() else 0
        keys = [name for name in names[1:] if not name.isdigit()]
        line = self.line_of(section, number, keys[0] if keys else "")
        what = f"{'.'.join(keys) or section}: {first['msg']}"
        cure = "docs/profiles.md lists what may stand here"
        if first["type"] == "extra_forbidden":
            what = f"there is no key {names[-1]!r} here"
            known = _known_keys(names[:-1])
            near = difflib.get_close_matches(names[-1], known, 1)
            cure = f"did you mean {near[0]!r}?" if near else f"possible are: {', '.join(known)}"
            if len(names) == 1:
                line = self.line_of(names[0]) if self.line_of(names[0]) > 1 else 1
        elif first["type"] == "missing":
            what, cure = f"the key {names[-1]!r} is missing", "add it"
        return ProfileError("PROFILE-KEY", what, cure, path=self.path, line=line)


def _known_keys(names: list[str]) -> list[str]:
    """Return the keys the profile language has at a place like ``["block", "3", "wrap", "speaker"]``."""
    from tei_encoder.rules import profile

    tables: dict[str, type[profile.Strict]] = {
        "": ProfileFile, "profile": profile.Head, "layout": profile.Layout, "people": profile.People,
        "sign": profile.Sign, "division": profile.DivisionRule,
        "block": profile.BlockRule, "inline": profile.InlineRule,
    }  # fmt: skip
    model = tables.get(names[0] if names else "", ProfileFile)
    if len(names) > 2:
        model = profile.Action
    return [field.alias or name for name, field in model.model_fields.items()]


@lru_cache(maxsize=64)
def _text(path: Path, _changed: int) -> ProfileText:
    return ProfileText(path)


def _read(path: Path) -> ProfileText:
    try:
        return _text(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise ProfileError("PROFILE-FILE", f"{error.strerror}", "check the path", path=path) from None


def _chain(path: Path) -> list[ProfileText]:
    """Return the file at ``path`` and those it extends, the most basic one first."""
    chain = [_read(path)]
    while parent := chain[0].content.profile.extends:
        try:
            found = find_profile(parent, chain[0].path.parent)
        except ProfileError as error:
            error.path, error.line = str(chain[0].path), chain[0].line_of("profile", 0, "extends")
            raise
        if any(found.resolve() == file.path.resolve() for file in chain):
            raise ProfileError(
                "PROFILE-LOOP", f"{parent!r} extends itself in the end", "remove one `extends`",
                path=chain[0].path, line=chain[0].line_of("profile", 0, "extends"),
            )  # fmt: skip
        chain.insert(0, _read(found))
    return chain


#: Rule id → the file it stands in, the section, and its number (from 0) there.
Places = dict[str, tuple[ProfileText, str, int]]


def _merge(chain: list[ProfileText]) -> tuple[ProfileFile, Places]:
    """Lay a chain of profiles over each other: own rules stand before inherited ones, or replace them by id."""
    merged = chain[0].content
    origins = _origins(chain[0])
    for file in chain[1:]:
        own = file.content
        origins |= _origins(file)
        ids = {rule.id for section in _SECTIONS for rule in getattr(merged, section)}
        for unknown in set(own.profile.disable) - ids:
            near = difflib.get_close_matches(unknown, ids, 1)
            raise ProfileError(
                "PROFILE-DISABLE", f"there is no inherited rule {unknown!r}",
                f"did you mean {near[0]!r}?" if near else "see `tei-encoder profile show`",
                path=file.path, line=file.line_of("profile", 0, "disable"),
            )  # fmt: skip
        update: dict[str, object] = {
            "profile": own.profile,
            "layout": own.layout if "layout" in own.model_fields_set else merged.layout,
            "people": own.people if "people" in own.model_fields_set else merged.people,
            "terms": merged.terms | own.terms,
            "words": merged.words | own.words,
            "numbers": merged.numbers | own.numbers,
            "steps": own.steps if "steps" in own.model_fields_set else merged.steps,
            "months": merged.months | own.months,
            "sign": own.sign,
        }
        replaced = {rule.id for section in _SECTIONS for rule in getattr(own, section)}
        gone = replaced | set(own.profile.disable)
        for section in _SECTIONS:
            inherited = [rule for rule in getattr(merged, section) if rule.id not in set(own.profile.disable)]
            rules = [r for r in getattr(own, section) if not (r.before or r.after or r.id in ids)]
            for rule in inherited:
                rules += [new for new in getattr(own, section) if new.before == rule.id]
                rules += [new for new in getattr(own, section) if new.id == rule.id] if rule.id in gone else [rule]
                rules += [new for new in getattr(own, section) if new.after == rule.id]
            _refuse_unplaced(file, section, getattr(own, section), rules)
            update[section] = rules
        merged = merged.model_copy(update=update)
    return merged, origins


def _refuse_unplaced(file: ProfileText, section: str, own: list[Rule], placed: list[Rule]) -> None:
    for number, rule in enumerate(own):
        if rule not in placed:
            raise ProfileError(
                "PROFILE-PLACE", f"there is no inherited rule {rule.before or rule.after!r}",
                "see `tei-encoder profile show` for the rules there are",
                path=file.path, line=file.line_of(section, number, "before" if rule.before else "after"),
            )  # fmt: skip


def _origins(file: ProfileText) -> Places:
    origins: Places = {}
    for section in _SECTIONS:
        for number, rule in enumerate(getattr(file.content, section)):
            if rule.id in origins:
                raise ProfileError(
                    "PROFILE-TWICE", f"two rules are called {rule.id!r}", "rename one",
                    path=file.path, line=file.line_of(section, number),
                )  # fmt: skip
            origins[rule.id] = (file, section, number)
    return origins
