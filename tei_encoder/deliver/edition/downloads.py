"""The files that readers can take away with them: TEI, Parla-CLARIN, text, tables of speeches and votes, JSON."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from lxml import etree

from tei_encoder.check import xml
from tei_encoder.deliver.edition.compose import Edition
from tei_encoder.deliver.stylesheets import NAMES, Stylesheet, load_stylesheet
from tei_encoder.deliver.transform import transform

#: The folder of a document's downloads, inside the folder of its pages.
FOLDER = "files"

#: Made by stylesheets: name of the stylesheet, what the file's name ends in, label (see xslt/words.xsl), media type.
_BY_STYLESHEET = (
    ("parla-clarin", ".parla-clarin.xml", "parla-clarin", "application/tei+xml"),
    ("text", ".txt", "text", "text/plain"),
    ("markdown", ".md", "markdown", "text/markdown"),
    ("dc", ".dc.xml", "dc", "application/xml"),
    ("tsv-speeches", ".speeches.tsv", "tsv-speeches", "text/tab-separated-values"),
    ("tsv-votes", ".votes.tsv", "tsv-votes", "text/tab-separated-values"),
    ("json", ".json", "json", "application/json"),
)


def listed(stem: str) -> list[tuple[str, str, str]]:
    """Return the downloads of a document: address from its pages, label, media type."""
    names = [(f"{stem}.xml", "tei", "application/tei+xml")]
    for sheet, end, label, kind in _BY_STYLESHEET:
        if sheet in NAMES:
            names.append((f"{stem}{end}", label, kind))
            if end.endswith(".tsv"):
                names.append((f"{stem}{end.replace('.tsv', '.csv')}", label.replace("tsv", "csv"), "text/csv"))
    names.append((f"{stem}.bib", "bib", "application/x-bibtex"))
    return [(f"{FOLDER}/{quote(os.fsencode(name))}", label, kind) for name, label, kind in names]


def sheets() -> dict[str, Stylesheet]:
    """Return the stylesheets that downloads are made with, compiled once for all documents."""
    return {name: load_stylesheet(name) for name, *_ in _BY_STYLESHEET if name in NAMES}


def contents(path: Path, edition: Edition, compiled: dict[str, Stylesheet]) -> Iterator[tuple[str, bytes]]:
    """Yield the downloads of a document, name and bytes, in the order of ``listed``."""
    stem = edition.stem
    yield f"{stem}.xml", path.read_bytes()
    tree = xml.parse_tei(path)
    for sheet, end, _, _ in _BY_STYLESHEET:
        if sheet in compiled:
            made = transform(tree, compiled[sheet])
            yield f"{stem}{end}", made
            if end.endswith(".tsv"):
                yield f"{stem}{end.replace('.tsv', '.csv')}", as_csv(made)
    yield f"{stem}.bib", _words(edition, "bibtex").encode()


def as_csv(tsv: bytes) -> bytes:
    """Return a table parted by tabs as CSV (RFC 4180), in UTF-8 with the mark that Excel needs."""
    csv.field_size_limit(max(csv.field_size_limit(), len(tsv)))  # a speech is one field, and may be long
    out = io.StringIO()
    csv.writer(out).writerows(csv.reader(io.StringIO(tsv.decode("utf-8"), newline=""), dialect="excel-tab"))
    return out.getvalue().encode("utf-8-sig")


def _words(edition: Edition, name: str) -> str:
    found = edition.tree.find(f".//{{*}}{name}")
    return "" if not isinstance(found, etree._Element) else found.text or ""
