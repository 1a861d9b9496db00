"""Finds schemas by name: the project's own in this installation, others where the user keeps them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tei_encoder.check.xml import parse_file
from tei_encoder.model.errors import UsageError
from tei_encoder.model.places import data_folder

#: What a schema's file may end in, in the order in which they are looked for.
SUFFIXES = (".rng", ".rnc", ".xsd", ".sch")

#: Stands for the schemas that a file itself names in its first lines.
MODEL = "model"

#: The folders that are searched, in words, for error messages and the manual.
SEARCHED = "the folders in TEI_ENCODER_SCHEMAS, ~/.cache/tei-encoder/schemas"


def own(name: str) -> Path:
    """Return the path of one of the project's own schemas, such as ``minutes.rng``."""
    return data_folder("schemas") / name


def store() -> Path:
    """Return the folder that schemas of others are added to: the user's cache."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(cache) if cache else Path.home() / ".cache") / "tei-encoder" / "schemas"


def folders() -> list[Path]:
    """Return the folders in which schemas of others are looked for, first come first served.

    They are: those named in the environment variable TEI_ENCODER_SCHEMAS (separated by ``:``, ``;`` on
    Windows), the user's cache, and ``../shared/schemas`` beside a working copy of this project.
    """
    named = [Path(folder) for folder in os.environ.get("TEI_ENCODER_SCHEMAS", "").split(os.pathsep) if folder]
    places = [*named, store()]
    if (data_folder("schemas").parent / "pyproject.toml").is_file():
        places.append(data_folder("schemas").parent.parent / "shared" / "schemas")
    return places


def find_schema(name: str) -> Path:
    """Return the file of the schema that a user named: a path ending in .rng, .rnc, .xsd or .sch, or a name.

    ``minutes`` is the project's RELAX NG schema, ``minutes-xsd`` and ``minutes-sch`` are its siblings; any
    other name (``tei_all``, ``parla-clarin``) is looked for in ``folders()``. Error: ``UsageError``
    NO-SCHEMA.
    """
    stem, _, kind = name.rpartition("-")
    if name == "minutes":
        return own("minutes.rng")
    if stem == "minutes" and f".{kind}" in SUFFIXES:
        return own(f"minutes.{kind}")
    if Path(name).suffix in SUFFIXES:
        if not Path(name).is_file():
            raise UsageError("NO-SCHEMA", "there is no such schema file", "check the path", path=name)
        return Path(name)
    if Path(name).name == name:  # a name, not a path: nothing outside the folders is looked at
        for folder in folders():
            for suffix in SUFFIXES:
                if (path := folder / (name + suffix)).is_file():
                    return path
    raise UsageError(
        "NO-SCHEMA",
        f"there is no schema called {name!r} (searched: {SEARCHED})",
        "name a file ending in .rng, .rnc, .xsd or .sch, or see `tei-encoder schema list`",
    )


def named_schemas(path: Path) -> list[Path]:
    """Return the schemas that the ``<?xml-model?>`` lines of a file name, where they are files beside it.

    What they name on the network is not fetched; ours (``minutes.rng``, ``minutes.sch``) are found wherever they are.
    Errors: ``UsageError`` NO-MODEL for a file that names none, NO-SCHEMA for one that is not there; as
    ``xml.parse_file``. (W3C, *Associating Schemas with XML documents 1.0*.)
    """
    lines: Any = parse_file(path).xpath("/processing-instruction('xml-model')")
    found = []
    for line in lines:
        href = unquote(line.get("href", ""))
        if "://" in href or not href:
            continue
        file = path.parent / href
        if not file.is_file() and own(file.name).is_file():
            file = own(file.name)
        if not file.is_file() or file.suffix not in SUFFIXES:
            cure = "put it there, or name a schema: --schema minutes"
            raise UsageError("NO-SCHEMA", f"its xml-model line names {href!r}, which is not there", cure, path=path)
        found.append(file)
    if not found:
        cure = "name a schema: --schema minutes"
        raise UsageError("NO-MODEL", "no xml-model line of this file names a file", cure, path=path)
    return found
