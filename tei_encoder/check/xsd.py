"""Judges by an XML Schema (XSD): a tree, or a file of any size as a stream in flat memory.

The project's XSD is generated from its RELAX NG schema and says nearly the same (docs/schema.md lists where
it is looser). It is there for two things RELAX NG cannot do in libxml2: explain what would have been right,
and judge files that are too large for a tree.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO
from xml.etree import ElementTree

from lxml import etree

from tei_encoder.check import messages
from tei_encoder.check.findings import Finding, in_order
from tei_encoder.check.xml import doctype_refusal, looks_like_html, not_xml, options, refuse_start
from tei_encoder.model.errors import UsageError
from tei_encoder.readers.files import open_file

#: Bytes given to the parser at a time where there is nothing to find: they fit into the processor's cache.
_PIECE = 256 * 1024

#: The same where faults are looked for: a line, or a part of a very long one.
_LINE = 64 * 1024

#: Bytes at the start of a file that are looked at before it is parsed.
_START = 1024 * 1024

#: Findings after which a stream is not read further: whoever mends a hundred will validate again.
_ENOUGH = 100

_ID = "{http://www.w3.org/XML/1998/namespace}id"


@lru_cache(maxsize=8)
def compiled(schema: Path) -> etree.XMLSchema:
    """Read a schema (``.xsd``), once in the life of the process; ``UsageError`` SCHEMA where it is none."""
    try:
        return etree.XMLSchema(etree.parse(str(schema), etree.XMLParser(**options())))
    except (etree.LxmlError, OSError) as error:
        what = f"this is no XML Schema: {error}"
        raise UsageError("SCHEMA", what, "name another one", path=schema) from None


def validate_tree(tree: etree._ElementTree, path: object, schema: Path) -> list[Finding]:
    """Return what libxml2 finds wrong with a tree by an XML Schema; nothing, if it is valid."""
    judge = compiled(schema)
    if judge.validate(tree):
        return []
    return in_order(_once(judge.error_log, path))


@lru_cache(maxsize=8)
def _explainer(schema: Path) -> Any:
    import xmlschema

    try:
        return xmlschema.XMLSchema(str(schema), allow="local", defuse="always")
    except (xmlschema.XMLSchemaException, ElementTree.ParseError, OSError, ValueError) as error:
        said = next(iter(str(getattr(error, "message", "") or error).strip().splitlines()), "it cannot be read")
        raise UsageError("SCHEMA", f"this is no XML Schema: {said}", "name another one", path=schema) from None


def explain_tree(tree: etree._ElementTree, path: object, schema: Path) -> list[Finding]:
    """Return what the package xmlschema finds wrong with a tree by an XML Schema; nothing, if it is valid.

    It is slow and says exactly what it expected. Errors: ``UsageError`` SCHEMA.
    """
    found = []
    for error in _explainer(schema).iter_errors(tree):
        line = getattr(error.elem, "sourceline", None) or 0
        message = " ".join(str(error.reason or error.message).split())
        message = message.replace("{http://www.tei-c.org/ns/1.0}", "")
        found.append(Finding(str(path), line, 0, "error", "INVALID", message, error.path or "", message))
    return in_order(found)


def _once(log: Any, path: object, line: int = 0) -> list[Finding]:
    """Return entries of a log as findings, one for each element or attribute: the first says most.

    A wrong value is wrong for its pattern, then for its type, then for the list it is in.
    """
    first: dict[tuple[str, str], Finding] = {}
    for entry in log:
        first.setdefault((entry.path or "", entry.message.split(": ")[0]), messages.from_xsd(entry, path, line))
    return list(first.values())


class _Reader:
    """What lxml tells about a stream: nothing is built; ids are remembered where they are asked for."""

    def __init__(self) -> None:
        self.doctype_name = ""
        self.ids: set[str] = set()
        self.twice: list[str] = []

    def doctype(self, name: str, *_: object) -> None:
        self.doctype_name = name or "?"

    def close(self) -> None:
        pass


class _IdReader(_Reader):
    """The same, remembering ids."""

    def start(self, _: str, attributes: dict[str, str]) -> None:
        if name := attributes.get(_ID):
            (self.twice.append if name in self.ids else self.ids.add)(name)


def _passes(file: BinaryIO, schema: Path, ids: bool) -> bool:
    """Say whether there is nothing to find fault with: reading in large pieces takes a third of the time."""
    reader = _IdReader() if ids else _Reader()
    parser: Any = etree.XMLParser(**options(schema=compiled(schema), target=reader))
    try:
        while piece := file.read(_PIECE):
            parser.feed(piece)
            if reader.doctype_name or reader.twice or len(parser.feed_error_log):
                return False
        parser.close()
    except etree.XMLSyntaxError:
        return False
    return True


def validate_stream(path: Path, schema: Path, *, ids: bool = True) -> list[Finding]:
    """Return what libxml2 finds wrong with a file by an XML Schema, without holding the file in memory.

    ``ids``: also find ids that are given twice (memory then grows with their number: 80 bytes each). Lines
    are exact to the line that was being read; columns and XPaths are not known. Reading ends after 100
    findings.

    Errors: ``InputError`` and ``LimitError`` as ``xml.parse_file``, but for the size.
    """
    with open_file(path) as file:
        start = file.read(_START)
        refuse_start(start, path)
        file.seek(0)
        if _passes(file, schema, ids):
            return []
        file.seek(0)
        reader = _IdReader() if ids else _Reader()
        parser: Any = etree.XMLParser(**options(schema=compiled(schema), target=reader))
        found: list[Finding] = []
        line, seen = 1, 0
        try:
            while piece := file.readline(_LINE):
                parser.feed(piece)
                if reader.doctype_name:
                    raise doctype_refusal(path, line, reader.doctype_name)
                for name in reader.twice:
                    what = f"the id {name!r} is given twice"
                    found.append(Finding(str(path), line, 0, "error", "DUPLICATE-ID", what))
                reader.twice.clear()
                log = parser.feed_error_log
                if len(log) > seen:
                    found += _once(list(log)[seen:], path, line)
                    seen = len(log)
                    if len(found) >= _ENOUGH:
                        return in_order(found)
                line += piece.endswith(b"\n")
            parser.close()
        except etree.XMLSyntaxError as error:
            # With a schema, lxml raises its first complaint again at the end of the file.
            log = parser.feed_error_log
            if not all(entry.domain == etree.ErrorDomains.SCHEMASV for entry in log) or not len(log):
                raise not_xml(error, path, looks_like_html(start)) from None
    return in_order(found)
