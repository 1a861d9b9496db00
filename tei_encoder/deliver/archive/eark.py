"""E-ARK SIP 2.1 (on CSIP 2.1): packages for archives that follow the European specification, with METS and PREMIS.

Each text is one package: a representation ``source`` and a representation ``tei``, each with a METS file of its own,
which lists its files; the METS file of the package lists these, the records, the report and the schemas.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from tei_encoder import __version__
from tei_encoder.deliver.archive.older import refuse_what_is_no_package
from tei_encoder.deliver.archive.payload import Document, Part, document_names, lay_out
from tei_encoder.deliver.archive.records import records
from tei_encoder.deliver.atomic import Folder
from tei_encoder.encode.facts import Facts

METS, XLINK = "http://www.loc.gov/METS/", "http://www.w3.org/1999/xlink"
CSIP, SIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS", "https://DILCIS.eu/XML/METS/SIPExtensionMETS"
_NAMESPACES: dict[Any, str] = {None: METS, "xlink": XLINK, "csip": CSIP, "sip": SIP}
_PROFILE = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"
_REPRESENTATION_PROFILE = "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml"
#: A word of the vocabulary of content categories.
_CATEGORY = "Textual works – Digital"

#: Which representation, or which folder of the package, a part belongs to.
_SOURCE_HOME = "representations/source/data/"
_HOME = {"source": _SOURCE_HOME, "sidecar": _SOURCE_HOME, "report": "documentation/"}
_TEI_HOME = "representations/tei/data/"


#: What is in a group of files, in our words: the vocabulary has none for texts.
_CONTENT = {"Representations/tei": "TEI", "Representations/source": "Plain text"}


class _File(NamedTuple):
    """One file as METS names it: its path from where the METS file lies."""

    href: str
    media: str
    size: int
    sha256: str


def write_sips(documents: Sequence[Document], target: Path, about: Facts, date: str) -> int:
    """Write a folder of submission packages, one for each document and named after it; returns the number of files.

    A folder of packages that is there already is replaced in one step. Raises StorageError (7; IN-THE-WAY).
    """
    refuse_what_is_no_package(target, "METS.xml", each=True)
    number = 0
    with Folder(target) as out, Folder(target) as work:
        for name, one in zip(document_names(documents), documents, strict=True):
            laid = lay_out([one], work, f"{name}/")
            parts = [replace(part, path=_HOME.get(part.role, _TEI_HOME) + _below(part)) for part in laid]
            for schema in [part for part in laid if part.role == "schema"]:
                laid.append(schema)
                parts.append(replace(schema, path=f"schemas/{_below(schema)}"))
            for before, part in zip(laid, parts, strict=True):
                out.copy(f"{name}/{part.path}", work.path / name / before.path)
            number += len(parts) + _described(out, name, one, parts, about, date)
        out.commit()
    return number


def _below(part: Part) -> str:
    """Return the path of a part within its home; the folders of the edition and of the rules stay."""
    return part.path if part.role in ("page", "profile") else part.path.rpartition("/")[2]


def _described(out: Folder, name: str, one: Document, parts: Sequence[Part], about: Facts, date: str) -> int:
    """Write the records and the METS files of one package; returns how many."""
    made = records([one], parts, about, date)
    (own,) = document_names([one])  # that of the package may have a number, where two texts would have one name
    kept = {
        f"metadata/descriptive/{own}.dc.xml": ("DC", "application/xml", made[f"metadata/{own}.dc.xml"]),
        f"metadata/descriptive/{own}.datacite.json": (
            "DATACITE", "application/json", made[f"metadata/{own}.datacite.json"]),
        "metadata/preservation/premis.xml": ("PREMIS", "application/xml", made["metadata/premis.xml"]),
    }  # fmt: skip
    groups: dict[str, list[_File]] = {"Documentation": [], "Schemas": []}
    for part in parts:
        head = part.path.partition("/")[0].capitalize()
        if head in groups:
            groups[head].append(_File(part.path, part.format[0], part.size, part.sha256))
    names = _written(out, name, "documentation/names.csv", made["metadata/names.csv"], "text/csv")
    groups["Documentation"].append(names)
    for representation in ("source", "tei"):
        home = f"representations/{representation}/"
        files = [_File(part.path.removeprefix(home), part.format[0], part.size, part.sha256)
                 for part in parts if part.path.startswith(home)]  # fmt: skip
        inner = _mets(representation, one, date, {"Data": files}, _REPRESENTATION_PROFILE, {})
        groups[f"Representations/{representation}"] = [
            _written(out, name, f"{home}METS.xml", inner, "application/xml")
        ]
    described = {kind: _written(out, name, path, data, media) for path, (kind, media, data) in kept.items()}
    out.write(f"{name}/METS.xml", _mets(_identifier(one, name), one, date, groups, _PROFILE, described))
    return len(kept) + 4


def _identifier(one: Document, name: str) -> str:
    return next((value for _, value in one.told.identifiers), one.told.id or name)


def _written(out: Folder, name: str, path: str, data: bytes, media: str) -> _File:
    out.write(f"{name}/{path}", data)
    return _File(path, media, len(data), hashlib.sha256(data).hexdigest())


def _mets(
    identifier: str, one: Document, date: str, groups: dict[str, list[_File]], profile: str, described: dict[str, _File]
) -> bytes:
    """Return a METS file: ``groups`` of files, and the records that describe them by their kind (DC, PREMIS …)."""
    created = f"{date}T00:00:00Z"
    root = etree.Element(f"{{{METS}}}mets", _known({
        "OBJID": identifier, "LABEL": one.told.title, "TYPE": _CATEGORY, "PROFILE": profile,
        f"{{{CSIP}}}CONTENTINFORMATIONTYPE": "MIXED",
    }), nsmap=_NAMESPACES)  # fmt: skip
    head = _add(root, "metsHdr", CREATEDATE=created, LASTMODDATE=created, RECORDSTATUS="NEW")
    head.set(f"{{{CSIP}}}OAISPACKAGETYPE", "SIP")
    _agent(head, f"tei-encoder {__version__}", "SOFTWARE VERSION", __version__, ROLE="CREATOR", TYPE="OTHER",
           OTHERTYPE="SOFTWARE")  # fmt: skip
    if one.told.publisher:
        _agent(head, one.told.publisher, "", "", ROLE="ARCHIVIST", TYPE="ORGANIZATION")
    ids: dict[str, list[str]] = {"DMDID": [], "ADMID": []}
    for number, (kind, file) in enumerate(sorted(described.items(), key=lambda item: item[0] == "PREMIS"), 1):
        if kind == "PREMIS":
            section = _add(_add(root, "amdSec"), "digiprovMD", ID="premis-1", CREATED=created, STATUS="CURRENT")
            ids["ADMID"].append("premis-1")
        else:
            section = _add(root, "dmdSec", ID=f"dmd-{number}", CREATED=created, STATUS="CURRENT")
            ids["DMDID"].append(f"dmd-{number}")
        other = {} if kind in ("DC", "PREMIS") else {"OTHERMDTYPE": kind}
        _located(_add(section, "mdRef", MDTYPE="OTHER" if other else kind, **other, **_facts(file, created)), file)
    listed = _add(root, "fileSec", ID="files")
    number = 0
    for group, (use, files) in enumerate(groups.items(), 1):
        box = _add(listed, "fileGrp", ID=f"group-{group}", USE=use)
        box.set(f"{{{CSIP}}}CONTENTINFORMATIONTYPE", "OTHER")
        box.set(f"{{{CSIP}}}OTHERCONTENTINFORMATIONTYPE", _CONTENT.get(use, use))
        for file in files:
            number += 1
            entry = _add(box, "file", ID=f"file-{number}", **_facts(file, created))
            _located(_add(entry, "FLocat"), file)
    _structure(root, identifier, groups, ids)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _structure(root: etree._Element, identifier: str, groups: Iterable[str], ids: dict[str, list[str]]) -> None:
    """Add the map that every CSIP package has: metadata, documentation, schemas, representations."""
    top = _add(_add(root, "structMap", TYPE="PHYSICAL", LABEL="CSIP", ID="structure"), "div", ID="div-0",
               LABEL=identifier)  # fmt: skip
    _add(top, "div", ID="div-metadata", LABEL="Metadata", **{key: " ".join(some) for key, some in ids.items() if some})
    inner: list[tuple[str, int]] = []
    for number, use in enumerate(groups, 1):
        if use.startswith("Representations/"):
            inner.append((use, number))
        else:
            _add(_add(top, "div", ID=f"div-{number}", LABEL=use), "fptr", FILEID=f"group-{number}")
    if not inner:
        return
    all_of_them = _add(top, "div", ID="div-representations", LABEL="Representations")
    for _, number in inner:
        _add(all_of_them, "fptr", FILEID=f"group-{number}")
    for use, number in inner:
        pointer = _add(_add(all_of_them, "div", ID=f"div-{number}", LABEL=use), "mptr", LOCTYPE="URL")
        pointer.set(f"{{{XLINK}}}type", "simple")
        pointer.set(f"{{{XLINK}}}href", f"{use[0].lower()}{use[1:]}/METS.xml")
        pointer.set(f"{{{XLINK}}}title", f"group-{number}")


def _facts(file: _File, created: str) -> dict[str, str]:
    return {"MIMETYPE": file.media, "SIZE": str(file.size), "CREATED": created, "CHECKSUM": file.sha256,
            "CHECKSUMTYPE": "SHA-256"}  # fmt: skip


def _located(node: etree._Element, file: _File) -> None:
    node.set("LOCTYPE", "URL")
    node.set(f"{{{XLINK}}}type", "simple")
    node.set(f"{{{XLINK}}}href", file.href)


def _agent(head: etree._Element, name: str, kind: str, note: str, **attributes: str) -> None:
    agent = _add(head, "agent", **attributes)
    _add(agent, "name").text = name
    if note:
        said = _add(agent, "note")
        said.text = note
        said.set(f"{{{CSIP}}}NOTETYPE", kind)


def _known(attributes: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in attributes.items() if value}


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{METS}}}{name}", attributes)
