"""Packages: looks at what ``encode`` has written; only what is found, proved, valid and described goes on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from tei_encoder.app import report as reporting
from tei_encoder.app.explain import source_of
from tei_encoder.app.profiles import shown
from tei_encoder.check.schemas import find_schema, own
from tei_encoder.check.validate import validate
from tei_encoder.check.xml import parse_tei
from tei_encoder.deliver.archive.description import completed, describe, missing
from tei_encoder.deliver.archive.dublin_core import dublin_core
from tei_encoder.deliver.archive.payload import Document, Rules
from tei_encoder.encode.facts import Facts, sidecar_beside
from tei_encoder.encode.markup import holdable
from tei_encoder.encode.proof import prove
from tei_encoder.model.errors import FidelityError, InputError, TeiEncoderError, UsageError
from tei_encoder.readers import read
from tei_encoder.rules.load import load, shipped

_ENGINE = f"libxml2 {'.'.join(map(str, etree.LIBXML_VERSION))}"


def checked(
    tei: Path, common: Facts, *, sources: Sequence[Path] = (), profiles: Sequence[str] = ()
) -> tuple[Document | None, list[TeiEncoderError]]:  # fmt: skip
    """Look at one TEI file: find its source, prove and validate it, read its facts and its profile.

    ``common``: what holds for all documents (``description.completed``); ``sources``: folders to look for the source
    in, instead of those near the file; ``profiles``: files of profiles that are not shipped. Returns the document, and
    all that is wrong with it; where that is anything the document is None. Nothing is written.
    """
    try:
        tree = completed(parse_tei(tei), common)
    except TeiEncoderError as error:
        return None, [error.at(tei)]
    told = describe(tree)
    wrong = missing(told, tei, f"{Path(told.source_name or tei.name).stem}.toml")
    found: list[Any] = []
    for look in (
        lambda: _source(tei, sources, told.source_encoding),
        lambda: _judged(tei, tree),
        lambda: _rules(told.profile, told.profile_sha256, tuple(profiles)),
        lambda: _report(tei),
    ):  # one after the other, so that all that is wrong is said at once
        try:
            found.append(look())
        except TeiEncoderError as error:
            wrong.append(error.at(tei))
    if wrong:
        return None, wrong
    (source, proved), (judges, schemas), rules, report = found
    decisions = tei.with_name(f"{tei.stem}.decisions.jsonl")
    return Document(
        tei, source, sidecar_beside(source), decisions if decisions.is_file() else None, told, dublin_core(tree),
        report, rules, schemas, proved, judges,
    ), []  # fmt: skip


def _source(tei: Path, folders: Sequence[Path], encoding: str) -> tuple[Path, int]:
    """Find the source, and prove that the TEI still has its text; returns it with the number of characters."""
    source = source_of(tei, None, folders, "--sources FOLDER")
    try:
        return source, prove(tei, read(source, encoding=encoding if encoding not in ("", "utf-8") else None))
    except FidelityError as error:
        cure = f"somebody has changed it: encode again ({error.message})"
        raise InputError("CHANGED", "its text is not that of its source any more", cure, path=tei) from None


def _judged(tei: Path, tree: Any) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    """Validate a TEI file by the schemas of its dialect; returns who has found it valid by what, and the schemas."""
    spoken = tree.getroot().find("{*}text//{*}u") is not None
    schema = find_schema("parla-clarin") if spoken else own("minutes.rng")
    found = validate(tei, str(schema) if spoken else "minutes", with_rules=not spoken)
    errors = [one for one in found if one.severity == "error"]
    if errors:
        what = f"it is not valid by {schema.name}: {errors[0].code} {errors[0].message}"
        cure = f"tei-encoder validate lists the {len(errors)} findings; encode again"
        raise InputError("INVALID", what, cure, path=tei, line=errors[0].line)
    if spoken:
        return (f"{_ENGINE}: {schema.name}",), (schema,)
    rules = own("minutes.sch")
    return (f"{_ENGINE}: {schema.name}", f"{_ENGINE}: {rules.name}"), (schema, rules, own("minutes.odd"))


def _report(tei: Path) -> tuple[bytes, bytes]:
    """Return the report on a file, for people and as JSON, without the folder that the file happens to lie in."""
    told = replace(reporting.report(tei), tei=holdable(tei.name))
    record = json.dumps(told.record(), ensure_ascii=False, indent=1) + "\n"
    return reporting.printed(told).encode(), record.encode()


@lru_cache(maxsize=64)
def _rules(name: str, checksum: str, profiles: tuple[str, ...]) -> Rules:
    """Return the profile that a TEI file was made with, as it was then. Raises UsageError, ProfileError."""
    named = [one for one in profiles if load(one).id == name] or [name if name in shipped() else ""]
    if not named[0]:
        raise UsageError("PROFILE", f"it was made with a profile of your own, {name!r}", "say --profile FILE")
    told = shown(named[0])
    if checksum not in ("", told.profile.sha256):
        raise UsageError("PROFILE", f"the profile {name} has changed since", "encode again, with the rules of today")
    resolved = json.dumps(told.record(), ensure_ascii=False, indent=1) + "\n"
    files = tuple(map(Path, told.content.files))
    return Rules(name, files, resolved.encode())
