"""The records that go with the files of a package: Dublin Core, DataCite, PREMIS, RO-Crate, and what was renamed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from tei_encoder.deliver.archive import crate
from tei_encoder.deliver.archive.datacite import datacite
from tei_encoder.deliver.archive.payload import Document, Part, document_names
from tei_encoder.deliver.archive.premis import premis
from tei_encoder.encode.facts import Facts


def records(
    documents: Sequence[Document], parts: Sequence[Part], about: Facts, date: str, prefix: str = ""
) -> dict[str, bytes]:
    """Return the records of a package, by the path that each should have in it.

    ``parts`` are its files; ``prefix`` is where they lie, seen from the top (``data/`` in a bag); ``about`` is what the
    package as a whole is, in the form of a sidecar; ``date`` is its ISO day. The same in, the same bytes out.
    """
    found = {
        "metadata/premis.xml": premis(documents, parts, date, prefix),
        "metadata/names.csv": _renamed(parts, prefix),
        crate.NAME: as_json(crate.crate(documents, parts, about, date, prefix)),
    }
    for name, one in zip(document_names(documents), documents, strict=True):
        found[f"metadata/{name}.dc.xml"] = one.dublin_core
        found[f"metadata/{name}.datacite.json"] = as_json(datacite(one.told, date))
    return found


def as_json(record: dict[str, Any]) -> bytes:
    """Return a record as JSON for people and programs, ending with a newline."""
    return json.dumps(record, ensure_ascii=False, indent=1).encode() + b"\n"


def _renamed(parts: Sequence[Part], prefix: str) -> bytes:
    """List what every file was called before it came into the package (CSV: a name may hold anything)."""
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(("path", "name before"))
    rows.writerows((prefix + part.path, part.original) for part in parts if part.original)
    return table.getvalue().encode("utf-8", "backslashreplace")
