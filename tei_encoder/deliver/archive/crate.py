"""RO-Crate 1.1: the same package told to programs of the web, as JSON-LD.

Of authors it is not known whether they are persons or bodies, so they are given by name only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from tei_encoder.deliver.archive.description import Description
from tei_encoder.deliver.archive.names import safe_name
from tei_encoder.deliver.archive.payload import Document, Part, document_names
from tei_encoder.encode.facts import Facts
from tei_encoder.encode.markup import holdable

#: The name that RO-Crate wants; the file stands at the top of what it describes.
NAME = "ro-crate-metadata.json"

_CONTEXT = "https://w3id.org/ro/crate/1.1"
_AUTHORITIES = {"wikidata": "https://www.wikidata.org/entity/", "viaf": "https://viaf.org/viaf/",
                "gnd": "https://d-nb.info/gnd/"}  # fmt: skip


def crate(
    documents: Sequence[Document], parts: Sequence[Part], about: Facts, date: str, prefix: str = ""
) -> dict[str, Any]:
    """Return the description of a package as RO-Crate 1.1 wants it.

    ``about``: what the whole package is, in the form of a sidecar; where it is silent and there is one document, that
    document speaks. ``date``: the ISO day of the package. ``prefix``: stands before every path (``data/`` in a bag).
    """
    alone = documents[0].told if len(documents) == 1 else None
    graph = _Graph()
    graph.add(NAME, "CreativeWork", about={"@id": "./"}, conformsTo={"@id": _CONTEXT})
    title = about.title or (alone.title if alone else f"{len(documents)} texts in TEI, with their sources")
    described = [about.note or (alone.setting if alone else ""), f"Encoded by {_programs(documents)}."]
    publishers = [about.publisher] if about.publisher else list(dict.fromkeys(one.told.publisher for one in documents))
    graph.add(
        "./", "Dataset", name=title, description=" ".join(filter(None, described)), datePublished=date,
        identifier=list(about.identifier) or ([value for _, value in alone.identifiers] if alone else []),
        license=graph.licence(about.licence.name or about.licence.text or (documents[0].told.rights if _same(documents)
                              else "Each text has its own conditions of use."),
                              about.licence.url or (documents[0].told.rights_url if _same(documents) else "")),
        publisher=[graph.named("Organization", name) for name in publishers if name],
        hasPart=[{"@id": prefix + part.path} for part in parts],
    )  # fmt: skip
    by_name = dict(zip(document_names(documents), documents, strict=True))
    for part in parts:
        media, _, pronom = part.format
        known: dict[str, Any] = {}
        if pronom:
            register = f"https://www.nationalarchives.gov.uk/PRONOM/{pronom}"
            known["encodingFormat"] = [media, graph.add(register, "WebPage", name=f"PRONOM {pronom}")]
        told = by_name[part.document].told if part.document in by_name and part.role == "tei" else None
        graph.add(
            prefix + part.path, "File",
            **{"name": _KINDS[part.role] + (f" of {part.document}" if part.document else ""),
               "encodingFormat": media, "contentSize": str(part.size),
               "alternateName": "" if part.path.endswith(f"/{part.original}") else holdable(part.original),
               **known, **(_facts(told, graph) if told else {})},
        )  # fmt: skip
    for name, one in by_name.items():
        _encoding(graph, name, one, parts, prefix)
    return {"@context": f"{_CONTEXT}/context", "@graph": graph.found}


#: What the parts of a package are called.
_KINDS = {
    "tei": "TEI", "source": "Source", "sidecar": "Facts about the source (sidecar)",
    "decisions": "Decisions of the rules", "report": "Report for the editor", "page": "Page to read",
    "schema": "Schema", "profile": "Profile (rules)",
}  # fmt: skip


def _facts(told: Description, graph: _Graph) -> dict[str, Any]:
    """Return what is known about the text itself."""
    about = [graph.named("Organization", name) for name in told.organisations]
    about += [graph.named("Event", told.meeting)] if told.meeting else []
    about += [graph.named("Person", one.name, _AUTHORITIES.get(file, f"#{file}-") + number)
              for one in told.persons for file, number in one.authorities[:1]]  # fmt: skip
    based = [graph.named("CreativeWork", book.title, datePublished=book.date) for book in told.printed]
    return {
        "name": told.title, "author": list(told.creators), "about": about, "isBasedOn": based,
        "description": " ".join((told.setting, *told.notes)).strip(), "inLanguage": told.language,
        "temporalCoverage": told.when or told.when_words, "datePublished": told.published,
        "contentLocation": graph.named("Place", told.place) if told.place else "",
        "identifier": [value for _, value in told.identifiers] or told.id,
        "publisher": graph.named("Organization", told.publisher) if told.publisher else "",
        "contributor": list(told.encoders),
        "license": graph.licence(told.rights, told.rights_url),
    }  # fmt: skip


def _encoding(graph: _Graph, name: str, one: Document, parts: Sequence[Part], prefix: str) -> None:
    """Say how a TEI file was made: by which program, by which rules, of which source."""
    told = one.told
    mine = [part for part in parts if part.document == name]
    rules = f"#profile-{told.profile}-{told.profile_sha256[:12]}"
    graph.add(rules, "CreativeWork", name=f"Profile {told.profile}", version=told.profile_version,
              identifier=f"sha256:{told.profile_sha256}")  # fmt: skip
    program = f"#{told.software}-{told.software_version}"
    graph.add(program, "SoftwareApplication", name=told.software, version=told.software_version)
    graph.add(
        f"#encoding-of-{name}", "CreateAction", name=f"Encoding of {told.source_name} by rules",
        instrument=[{"@id": program}, {"@id": rules}], endTime=told.encoded,
        object=[{"@id": prefix + part.path} for part in parts if part.sha256 == told.source_sha256
                and part.role == "source"],
        result=[{"@id": prefix + part.path} for part in mine if part.role in ("tei", "decisions")],
    )  # fmt: skip


class _Graph:
    """The entities of a crate; each is named once, and what is not known of it is left out."""

    def __init__(self) -> None:
        self.found: list[dict[str, Any]] = []
        self._ids: set[str] = set()

    def add(self, address: str, kind: str, **facts: Any) -> dict[str, str]:
        """Add an entity unless it is there already; returns what points to it."""
        if address not in self._ids:
            self._ids.add(address)
            known = {key: one for key, one in facts.items() if one}
            told = {key: one[0] if isinstance(one, list) and len(one) == 1 else one for key, one in known.items()}
            self.found.append({"@id": address, "@type": kind, **told})
        return {"@id": address}

    def named(self, kind: str, name: str, address: str = "", **facts: Any) -> dict[str, str]:
        """Add something that is known by its name; things of one kind and name are the same."""
        mark = hashlib.sha256(name.encode()).hexdigest()[:8]
        return self.add(address or f"#{kind.lower()}-{safe_name(name)[:40]}-{mark}", kind, name=name, **facts)

    def licence(self, words: str, address: str) -> dict[str, str]:
        """Add the conditions of use; without an address they are words."""
        if address.startswith(("http://", "https://")):
            return self.add(address, "CreativeWork", name=words or address)
        return self.named("CreativeWork", words or "The conditions of use are not known.")


def _same(documents: Sequence[Document]) -> bool:
    return len({(one.told.rights, one.told.rights_url) for one in documents}) == 1


def _programs(documents: Sequence[Document]) -> str:
    made = dict.fromkeys(f"{one.told.software} {one.told.software_version}" for one in documents)
    rules = dict.fromkeys(one.told.profile for one in documents)
    return f"{', '.join(made)} with {', '.join(rules)}"
