"""DSpace Simple Archive Format: one folder for each text, as ``dspace import`` and the import page of DSpace read it.

Every item is flat: ``dublin_core.xml``, the list ``contents``, and the files that the list names. The pages of the
edition are left out, because their links need folders; ``tei-encoder render`` makes them from the TEI at any time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from tei_encoder.deliver.archive.description import Description
from tei_encoder.deliver.archive.names import safe_names
from tei_encoder.deliver.archive.older import refuse_what_is_no_package
from tei_encoder.deliver.archive.payload import Document, Part, document_names, lay_out
from tei_encoder.deliver.archive.records import records
from tei_encoder.deliver.atomic import Folder
from tei_encoder.encode.facts import Facts

#: Elements of Dublin Core as DSpace's register has them: element and qualifier.
_DSPACE = {"creator": ("contributor", "author"), "date": ("date", "issued"), "language": ("language", "iso"),
           "format": ("format", "extent"), "identifier": ("identifier", "other")}  # fmt: skip
_HANDLE = re.compile(r"(?:hdl:|https?://hdl\.handle\.net/)(\d[\d.]*/\S+)")
#: Names that mean something to DSpace.
_RESERVED = re.compile(r"contents|collections|handle|relationships|dublin_core\.xml|metadata_.*\.xml")
_WHAT = {"tei": "TEI", "source": "Source, untouched", "sidecar": "Facts about the source",
         "decisions": "Decisions of the rules", "report": "Report", "schema": "Schema", "profile": "Rules"}  # fmt: skip


def write_items(documents: Sequence[Document], target: Path, about: Facts, date: str) -> int:
    """Write a folder of items for DSpace, ``item_<name>`` for each document; returns the number of files in them.

    TEI and source are bitstreams of the bundle ORIGINAL, TEI the primary one; everything else is in METADATA. A folder
    of items that is there already is replaced in one step. Raises StorageError (7; IN-THE-WAY).
    """
    refuse_what_is_no_package(target, "contents", each=True)
    number = 0
    with Folder(target) as out, Folder(target) as work:
        for name, one in zip(document_names(documents), documents, strict=True):
            laid = [part for part in lay_out([one], work, f"{name}/") if part.role != "page"]
            parts = [replace(part, path=kept) for part, kept in zip(laid, _flat(laid), strict=True)]
            item = f"item_{name}/"
            lines = [_line(part) for part in parts]
            for part, before in zip(parts, laid, strict=True):
                out.copy(item + part.path, work.path / name / before.path)
            for path, data in records([one], parts, about, date).items():
                kept = path.rpartition("/")[2]
                if not kept.endswith(".dc.xml"):  # the same as dublin_core.xml
                    out.write(item + kept, data)
                    lines.append(f"{kept}\tbundle:METADATA\tdescription:Record")
            out.write(f"{item}contents", "".join(f"{line}\n" for line in lines))
            out.write(f"{item}dublin_core.xml", _dublin_core(one, date))
            if handle := _handle(one.told):
                out.write(f"{item}handle", f"{handle}\n")
            number += len(lines) + 2 + bool(handle)
        out.commit()
    return number


def _flat(parts: Sequence[Part]) -> list[str]:
    """Return a name for each file where all lie in one folder: TEI and source keep theirs."""
    wanted = []
    for part in parts:
        name = part.path.rpartition("/")[2] if part.role in ("tei", "source", "decisions") else part.path
        wanted.append(f"text-{name}" if _RESERVED.fullmatch(name) else name.replace("/", "-"))
    safe = safe_names(wanted)
    return [safe[name] for name in wanted]


def _line(part: Part) -> str:
    bundle = "ORIGINAL" if part.role in ("tei", "source") else "METADATA"
    primary = "\tprimary:true" if part.role == "tei" else ""
    return f"{part.path}\tbundle:{bundle}\tdescription:{_WHAT[part.role]}{primary}"


def _dublin_core(one: Document, date: str) -> bytes:
    """Return the record as DSpace writes it: ``dcvalue`` with element and qualifier, of the same Dublin Core.

    DSpace wants a day of issue: where the TEI has none it is that of the package.
    """
    root = etree.Element("dublin_core", schema="dc")
    for found in etree.fromstring(one.dublin_core):
        words, name = found.text or "", etree.QName(found).localname
        element, qualifier = _DSPACE.get(name, (name, "none"))
        if name == "identifier" and words.startswith(("http://", "https://")):
            qualifier = "uri"
        elif name == "format" and re.fullmatch(r"\w+/\S+", words):
            qualifier = "mimetype"
        elif name == "coverage":
            qualifier = "temporal" if words in (one.told.when, one.told.when_words) else "spatial"
        elif name == "rights" and words == one.told.rights_url:
            qualifier = "uri"
        etree.SubElement(root, "dcvalue", element=element, qualifier=qualifier).text = words
    if not one.told.published:
        etree.SubElement(root, "dcvalue", element="date", qualifier="issued").text = date
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _handle(told: Description) -> str:
    found = (_HANDLE.fullmatch(value) for _, value in told.identifiers)
    return next((match[1] for match in found if match), "")
