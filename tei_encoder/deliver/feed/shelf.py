"""The texts that a feed offers: each with an identifier, the day of its last change, and the sets it belongs to.

A shelf is read once, from folders of TEI files or from OCFL storage roots. Every fact comes from the documents; the
file system is only asked whether a file is still the one that was read. What has been withdrawn is told by a list
beside the folder (``out.withdrawn.toml`` beside ``out``), because a file that is gone cannot say so itself.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from lxml import etree

from tei_encoder.check.xml import parse_tei
from tei_encoder.deliver.archive.description import Description, describe
from tei_encoder.deliver.archive.names import safe_names
from tei_encoder.deliver.archive.ocfl import BASE
from tei_encoder.deliver.edition.names import editions_in
from tei_encoder.model.errors import InputError, ProfileError, TeiEncoderError, UsageError
from tei_encoder.model.limits import MAX_TOML
from tei_encoder.model.tei import NAMESPACE
from tei_encoder.readers.files import open_file

_OBJECT, _ROOT, _BAG = "0=ocfl_object_1.*", "0=ocfl_1.*", "bagit.txt"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAYS = f"{{{NAMESPACE}}}revisionDesc//{{{NAMESPACE}}}change", f".//{{{NAMESPACE}}}publicationStmt/{{{NAMESPACE}}}date"
_SET = re.compile(r"[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*")


@dataclass(frozen=True, slots=True)
class Text:
    """One text on the shelf.

    ``identifier`` is a URI; ``changed`` the ISO day of its last change, from its header; ``sets`` are OAI sets
    (``corpus:out``, ``year:1880``), most general ones first; ``folders`` are the names of the corpora that it lies in,
    outermost first. ``path`` is the TEI file, None where that is gone. ``withdrawn``: it may be listed, not fetched.
    """

    identifier: str
    changed: str
    sets: tuple[str, ...]
    folders: tuple[str, ...] = ()
    title: str = ""
    path: Path | None = None
    seen: tuple[int, int] = (0, 0)
    withdrawn: bool = False

    def tree(self) -> etree._ElementTree:
        """Read the TEI document. Raises InputError CHANGED where the file is not the one that the shelf knows."""
        if self.path is None or _seen(self.path) != self.seen:
            cure = "stop the feed and start it again"
            raise InputError("CHANGED", "the file has changed since the feed was started", cure, path=self.path)
        return parse_tei(self.path)


@dataclass(frozen=True)
class Shelf:
    """All texts of a feed, in order of their days and identifiers; ``names`` has the sets and what people call them."""

    texts: tuple[Text, ...]
    names: dict[str, str]

    @cached_property
    def by_id(self) -> dict[str, Text]:
        """The texts by their identifiers."""
        return {text.identifier: text for text in self.texts}


def open_shelf(inputs: Sequence[Path], base: str = BASE) -> tuple[Shelf, list[TeiEncoderError]]:
    """Read the headers of all texts that ``inputs`` name: folders of TEI files, OCFL storage roots, single files.

    A folder is a corpus, and so is each folder in it, but for the pages that ``render`` has made. The identifier of a
    file is ``base`` and its path from the folder that was named, without ``.xml``; that of an OCFL object is its id.
    Returns the shelf, and what is wrong with single files: one that is no TEI, or whose header has no day, is not on
    the shelf. Raises InputError (NO-TEI), ProfileError (WITHDRAWN), UsageError (NAME-CLASH: two texts would have one
    identifier).
    """
    found: dict[str, Text] = {}
    wrong: list[TeiEncoderError] = []
    folders: dict[tuple[str, ...], str] = {}
    gone: dict[str, tuple[str, tuple[str, ...]]] = {}
    for top in inputs:
        gone |= dict(_withdrawn(top))
        number = len(found) + len(wrong)
        for identifier, path, inside in _files(top, base):
            if identifier in found:
                what = f"{path} and {found[identifier].path} would both be {identifier}"
                raise UsageError("NAME-CLASH", what, "rename one, or make two feeds")
            for depth in range(1, len(inside) + 1):
                folders.setdefault(inside[:depth], "")
            try:
                seen = _seen(path)
                found[identifier] = _text(identifier, path, inside, seen)
            except TeiEncoderError as error:
                wrong.append(error.at(path))
        if number == len(found) + len(wrong):
            raise InputError("NO-TEI", "there is no TEI in this folder", "encode something first", path=top)
    parts = safe_names(part for inside in folders for part in inside)
    names: dict[str, str] = {}
    for inside in sorted(folders):
        folders[inside] = "corpus:" + ":".join(parts[part] for part in inside)
        names[folders[inside]] = "/".join(inside)
    texts = []
    for text in found.values():
        corpus = (folders[text.folders],) if text.folders else ()
        day, _ = gone.get(text.identifier, ("", ()))
        texts.append(_with(text, (*corpus, *text.sets), day))
        names |= {one: one.partition(":")[2] for one in text.sets}
    for identifier, (day, sets) in gone.items():
        if identifier not in found:
            texts.append(Text(identifier, day, sets, withdrawn=True))
            names |= {one: names.get(one, one.partition(":")[2]) for one in sets}
    ordered = tuple(sorted(texts, key=lambda text: (text.changed, text.identifier)))
    return Shelf(ordered, dict(sorted(names.items()))), wrong


def _with(text: Text, sets: tuple[str, ...], withdrawn: str) -> Text:
    day = withdrawn or text.changed
    return Text(text.identifier, day, sets, text.folders, text.title, text.path, text.seen, bool(withdrawn))


def _text(identifier: str, path: Path, folders: tuple[str, ...], seen: tuple[int, int]) -> Text:
    tree = parse_tei(path)
    told = describe(tree)
    days = [one.get("when", "") for where in _DAYS for one in tree.getroot()[0].iterfind(where)]
    changed = max((day for day in days if _is_day(day)), default="")
    if not changed:
        raise InputError("NO-DAY", "its header does not say on which day it was encoded", "encode it with --date")
    return Text(identifier, changed, tuple(f"year:{year}" for year in years(told)), folders, told.title, path, seen)


def years(told: Description) -> list[str]:
    """Return the years that a text is about, by its header (``1917-12-30/1918-01-02``: 1917 and 1918)."""
    ends = [int(one[:4]) for one in told.when.split("/") if re.match(r"\d{4}(-|$)", one)]
    return [f"{year:04}" for year in range(ends[0], min(ends[-1], ends[0] + 99) + 1)] if ends else []


def _is_day(day: str) -> bool:
    try:
        return bool(_DAY.fullmatch(day) and date.fromisoformat(day))
    except ValueError:
        return False


def _seen(path: Path) -> tuple[int, int]:
    try:
        about = path.stat()
    except OSError:
        return (-1, -1)
    return about.st_size, about.st_mtime_ns


def _files(top: Path, base: str) -> Iterator[tuple[str, Path, tuple[str, ...]]]:
    """Yield identifier, TEI file and names of corpora for each text that one input names."""
    if not top.is_dir():
        yield base + quote(os.fsencode(top.stem), safe=""), top, ()
        return
    name = top.resolve().name or "corpus"
    if any(top.glob(_ROOT)):
        for sign in sorted(top.rglob(_OBJECT)):
            yield from ((identifier, path, (name,)) for identifier, path in _latest(sign.parent))
        return
    packages = (sign.parent for kind in (_BAG, _ROOT) for sign in top.rglob(kind))
    made = {*editions_in(top), *(one for one in packages if one != top)}
    for path in sorted(top.rglob("*.xml")):
        inside = path.relative_to(top)
        own = path.parent == top or made.isdisjoint(path.parents)  # not the copies in editions and packages
        if own and not any(part.startswith(".") for part in inside.parts):
            parts = inside.with_suffix("").parts
            yield base + "/".join(quote(os.fsencode(part), safe="") for part in parts), path, (name, *parts[:-1])


def _latest(place: Path) -> Iterator[tuple[str, Path]]:
    """Yield the id of an OCFL object, and the TEI file of its latest version; nothing where it holds none."""
    file = place / "inventory.json"
    try:
        with open_file(file) as stream:
            told: dict[str, Any] = json.loads(stream.read())
        state = told["versions"][told["head"]]["state"]
        where = [told["manifest"][digest][0] for digest, paths in sorted(state.items()) for path in paths
                 if path.startswith("tei/") and path.endswith(".xml")]  # fmt: skip
        identifier = str(told["id"])
        inside = [PurePosixPath(path) for path in where]
        if any(path.is_absolute() or ".." in path.parts for path in inside):
            raise ValueError
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        cure = "ocfl-validate.py says what is wrong with it"
        raise InputError("INVENTORY", "the inventory of this OCFL object cannot be read", cure, path=file) from None
    for number, path in enumerate(sorted(inside)):
        yield identifier if not number else f"{identifier}/{quote(os.fsencode(path.stem), safe='')}", place / path


def _withdrawn(top: Path) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    """Yield identifier, day and sets of each text that the list beside a folder calls withdrawn."""
    place = top if top.name not in ("", "..") else top.resolve()
    file = place.with_name(f"{place.name}.withdrawn.toml")
    if not file.is_file():
        return

    def wrong(what: str) -> ProfileError:
        cure = 'write [[withdrawn]] with identifier = "…" and date = "2027-01-31" for each text'
        return ProfileError("WITHDRAWN", what, cure, path=file)

    with open_file(file) as stream:
        data = stream.read(MAX_TOML + 1)
    try:
        listed = tomllib.loads(data.decode())
    except ValueError as error:
        raise wrong(f"this list cannot be read: {error}") from None
    entries = listed.pop("withdrawn", [])
    if listed or not isinstance(entries, list):
        raise wrong(f"this list has a key that nobody knows: {next(iter(listed), 'withdrawn')}")
    for entry in entries:
        known = isinstance(entry, dict) and entry.keys() <= {"identifier", "date", "sets", "why"}
        sets = entry.get("sets", []) if known else None
        day = str(entry.get("date", "")) if known else ""
        if not (known and isinstance(entry.get("identifier"), str) and _is_day(day) and isinstance(sets, list)
                and all(isinstance(one, str) and _SET.fullmatch(one) for one in sets)):  # fmt: skip
            raise wrong(f"this entry is not as it should be: {entry!r:.80}")
        yield entry["identifier"], (day, tuple(sets))

