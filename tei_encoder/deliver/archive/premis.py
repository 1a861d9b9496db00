"""PREMIS 3: what was done to the files of a package, when, by which program, with what result.

Checks that are recorded as events were made when the package was built; the day of the encoding is the header's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree

from tei_encoder import __version__
from tei_encoder.deliver.archive.payload import Document, Part, document_names
from tei_encoder.encode.markup import holdable

PREMIS = "http://www.loc.gov/premis/v3"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_NAMESPACES: dict[Any, str] = {None: PREMIS, "xsi": _XSI}
_LOCAL = "local"

#: A day that nobody knows, as EDTF (ISO 8601-2) has it.
UNKNOWN_DAY = "XXXX-XX-XX"


def premis(documents: Sequence[Document], parts: Sequence[Part], date: str, prefix: str = "") -> bytes:
    """Return the PREMIS record of a package, as XML: its files, the events, the agents.

    ``date`` is the ISO day of the package; ``prefix`` stands before the path of each file (``data/`` in a bag).
    """
    root = etree.Element(_name("premis"), {"version": "3.0"}, nsmap=_NAMESPACES)
    names = document_names(documents)
    made_from = {name: one.told.source_sha256 for name, one in zip(names, documents, strict=True)}
    for part in parts:
        checksum = made_from.get(part.document) if part.role == "tei" else None
        _object(root, part, prefix, [one for one in parts if one.role == "source" and one.sha256 == checksum])
    agents: dict[str, tuple[str, str, str]] = {}
    for name, one in zip(names, documents, strict=True):
        _events(root, name, one, parts, date, prefix, agents)
    for key, (title, kind, version) in agents.items():
        agent = _add(root, "agent")
        _identified(agent, "agent", key)
        _add(agent, "agentName", title)
        _add(agent, "agentType", kind)
        if version:
            _add(agent, "agentVersion", version)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _object(root: etree._Element, part: Part, prefix: str, sources: Sequence[Part]) -> None:
    found = _add(root, "object")
    found.set(f"{{{_XSI}}}type", "file")
    _identified(found, "object", prefix + part.path)
    told = _add(found, "objectCharacteristics")
    for algorithm, digest in (("SHA-256", part.sha256), ("SHA-512", part.sha512)):
        fixity = _add(told, "fixity")
        _add(fixity, "messageDigestAlgorithm", algorithm)
        _add(fixity, "messageDigest", digest)
    _add(told, "size", str(part.size))
    media, title, pronom = part.format
    form = _add(told, "format")
    _add(_add(form, "formatDesignation"), "formatName", title)
    if pronom:
        register = _add(form, "formatRegistry")
        _add(register, "formatRegistryName", "PRONOM")
        _add(register, "formatRegistryKey", pronom)
    _add(form, "formatNote", media)
    if part.original:
        _add(found, "originalName", holdable(part.original))
    for source in sources:
        link = _add(found, "relationship")
        _add(link, "relationshipType", "derivation")
        _add(link, "relationshipSubType", "has source")
        _identified(link, "relatedObject", prefix + source.path)


def _events(
    root: etree._Element, name: str, one: Document, parts: Sequence[Part], date: str, prefix: str,
    agents: dict[str, tuple[str, str, str]],
) -> None:  # fmt: skip
    told = one.told
    tei = [prefix + part.path for part in parts if part.role == "tei" and part.document == name]
    source = [prefix + part.path for part in parts if part.role == "source" and part.sha256 == told.source_sha256]
    encoder = _agent(agents, told.software or "tei-encoder", "software", told.software_version)
    people = [_agent(agents, person, "person or organization", "") for person in told.encoders]
    here = _agent(agents, "tei-encoder", "software", __version__)
    encoded = told.encoded or UNKNOWN_DAY
    rules = f"profile {told.profile}, version {told.profile_version}, SHA-256 {told.profile_sha256}"

    def event(kind: str, day: str, detail: str, note: str, by: Iterable[str], links: dict[str, list[str]]) -> None:
        number = len(root.findall(_name("event"))) + 1
        found = _add(root, "event")
        _identified(found, "event", f"event-{number}")
        _add(found, "eventType", kind)
        _add(found, "eventDateTime", day)
        _add(_add(found, "eventDetailInformation"), "eventDetail", detail)
        outcome = _add(found, "eventOutcomeInformation")
        _add(outcome, "eventOutcome", "success")
        _add(_add(outcome, "eventOutcomeDetail"), "eventOutcomeDetailNote", note)
        for agent in dict.fromkeys(by):
            _identified(found, "linkingAgent", agent)
        for role, paths in links.items():
            for path in paths:
                _add(_identified(found, "linkingObject", path), "linkingObjectRole", role)

    before, both = {"source": source}, {"source": source, "outcome": tei}
    event("ingestion", encoded, f"The source {told.source_name} was read, unchanged.",
          f"SHA-256 {told.source_sha256} was recorded in the header of the TEI.", [encoder], before)  # fmt: skip
    event("creation", encoded, f"The source was encoded as TEI by rules: {rules}.",
          "Every decision of a rule is recorded." if one.decisions else "TEI was written.",
          [encoder, *people], both)  # fmt: skip
    event("fixity check", date, "The checksum of the source was compared with the one in the header of the TEI.",
          f"SHA-256 {told.source_sha256} is that of the file.", [here], before)  # fmt: skip
    event("validation", date, "The text of the TEI, read back with the parser expat, was compared with the source.",
          f"All {one.proved} characters are equal.", [here], both)  # fmt: skip
    for judge in one.judges:
        engine, _, schema = judge.partition(": ")
        title, _, version = engine.partition(" ")
        agent = _agent(agents, title, "software", version)
        event("validation", date, f"The TEI was validated by {schema}.", "valid", [here, agent], {"outcome": tei})


def _agent(agents: dict[str, tuple[str, str, str]], title: str, kind: str, version: str) -> str:
    key = f"{title} {version}".strip()
    agents.setdefault(key, (title, kind, version))
    return key


def _identified(parent: etree._Element, what: str, value: str) -> etree._Element:
    """Add an identifier as PREMIS writes them: ``objectIdentifier`` with its type and its value; returns it."""
    found = _add(parent, f"{what}Identifier")
    _add(found, f"{what}IdentifierType", _LOCAL)
    _add(found, f"{what}IdentifierValue", value)
    return found


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, _name(name))
    child.text = text
    return child


def _name(name: str) -> str:
    return f"{{{PREMIS}}}{name}"
