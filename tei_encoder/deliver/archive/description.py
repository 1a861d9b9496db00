"""What the header of a TEI file says about a text, as plain facts: all metadata for archives is made from them.

Sidecar and text became the header when the text was encoded; from here on only the header counts. ``docs/archive.md``
has the table of all facts. Nothing is inferred: what the header does not say is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from lxml import etree

from tei_encoder.encode.facts import Facts
from tei_encoder.encode.header_file import identifier_type
from tei_encoder.model.errors import ProfileError, TeiEncoderError
from tei_encoder.model.tei import NAMESPACE

_TEI = {"t": NAMESPACE}
_XML = "{http://www.w3.org/XML/1998/namespace}"
_NOT_PUBLISHED = "not published"


class Printed(NamedTuple):
    """A printed publication that the text was taken from, as the header cites it."""

    title: str
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    volume: str
    number: str
    pages: str
    publisher: str
    place: str
    date: str


class Person(NamedTuple):
    """Somebody in the text whom an authority file knows: name, and ids as (file, id)."""

    name: str
    authorities: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Description:
    """One TEI file as its header describes it; ``""`` and ``()`` for what the header does not say.

    ``title`` is the name of the source where ``title_known`` is False. ``when`` is the day or the span of days of the
    text, Gregorian (ISO 8601, ``1880-04-11/1880-04-17``), ``when_words`` the same as people say it, also where no day
    can be computed. ``published`` is the ISO date of the TEI file. ``identifiers`` are pairs (``DOI``, ``URN``, ``URL``
    or ``local``; value). ``notes`` are remarks on the text, among them why somebody is named as author. ``unknown``
    are the keys of a sidecar whose facts are known to be unknown. ``encoded`` is the ISO date of the encoding.
    """

    id: str
    title: str
    title_known: bool
    subtitle: str
    creators: tuple[str, ...]
    meeting: str
    organisations: tuple[str, ...]
    place: str
    setting: str
    when: str
    when_words: str
    language: str
    publisher: str
    encoders: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...]
    published: str
    rights: str
    rights_url: str
    rights_status: str
    notes: tuple[str, ...]
    extent: tuple[str, ...]
    source_name: str
    source_sha256: str
    source_encoding: str
    source_url: str
    source_repository: str
    transcribers: tuple[str, ...]
    printed: tuple[Printed, ...]
    persons: tuple[Person, ...]
    software: str
    software_version: str
    profile: str
    profile_version: str
    profile_sha256: str
    encoded: str
    unknown: frozenset[str]


def completed(tree: etree._ElementTree, common: Facts) -> etree._ElementTree:
    """Return a TEI document with what holds for all documents of a package, where its own header is silent.

    ``common``: facts in the form of a sidecar; its ``publisher``, ``licence`` and ``unknown`` are used. The tree given
    stays as it is, and so does the file: the record of a package may know more than the header, never something else.
    """
    from copy import deepcopy

    tree = deepcopy(tree)
    header = _Header(tree)
    statement = header.first("t:fileDesc/t:publicationStmt")
    if statement is not None:
        if common.publisher and not header.words("t:fileDesc/t:publicationStmt/t:publisher"):
            publisher = etree.Element(f"{{{NAMESPACE}}}publisher")
            publisher.text = common.publisher
            statement.insert(0, publisher)
        licence = common.licence
        available = statement.find("t:availability", _TEI)
        words = ": ".join(part for part in (licence.name, licence.text) if part) or licence.url
        if words and available is not None and available.find("t:licence", _TEI) is None:
            for child in list(available):
                available.remove(child)
            available.set("status", licence.status or "unknown")
            named = etree.SubElement(available, f"{{{NAMESPACE}}}licence")
            named.text = words
            if licence.url:
                named.set("target", licence.url)
    notes = header.first("t:fileDesc/t:notesStmt")
    if notes is None and common.unknown and statement is not None:
        notes = etree.Element(f"{{{NAMESPACE}}}notesStmt")
        statement.addnext(notes)
    if notes is not None:
        for key in common.unknown:
            note = etree.SubElement(notes, f"{{{NAMESPACE}}}note", type="unknown", n=key)
            note.text = f"Known to be unknown: {key.replace('_', ' ')}."
    return tree


def describe(tree: etree._ElementTree) -> Description:
    """Return what the header of a TEI document (as ``check.xml.parse_tei`` reads it) says; TEI P5, chapter 2."""
    header = _Header(tree)
    file = "t:fileDesc"
    title = f"{file}/t:titleStmt/t:title"
    published = f"{file}/t:publicationStmt"
    digital = f"{file}/t:sourceDesc/t:bibl[1]"
    application = "t:encodingDesc/t:appInfo/t:application[1]"
    authority = header.words(f"{published}/t:authority")
    when = header.first("(t:profileDesc/t:settingDesc//t:date | t:profileDesc/t:creation/t:date)[1]")
    licence = header.all(f"{published}/t:availability/t:licence | {published}/t:availability/t:p")
    return Description(
        id=tree.getroot().get(f"{_XML}id", ""),
        title=header.words(f"({title}[@type = 'main'] | {title}[not(@type)])[1]"),
        title_known=header.first(f"{file}/t:notesStmt/t:note[@type = 'title']") is None,
        subtitle=header.words(f"{title}[@type = 'sub']"),
        creators=header.all(f"{file}/t:titleStmt/t:author"),
        meeting=header.words("(.//t:bibl[@type = 'meeting']/t:title)[1]"),
        organisations=header.all("t:profileDesc/t:particDesc/t:listOrg/t:org/t:orgName"),
        place=header.words("(t:profileDesc/t:creation/t:placeName | .//t:setting/t:name[@type = 'place'])[1]"),
        setting=header.words("t:profileDesc/t:settingDesc//t:activity"),
        when=_iso(when),
        when_words=_words(when),
        language=header.value("t:profileDesc/t:langUsage/t:language/@ident", but="und"),
        publisher=header.words(f"{published}/t:publisher"),
        encoders=() if authority.startswith(_NOT_PUBLISHED) else tuple(filter(None, authority.split("; "))),
        identifiers=tuple((identifier_type(one), one) for one in header.all(f"{published}/t:idno")),
        published=header.value(f"{published}/t:date/@when"),
        rights=licence[0] if licence else "",
        rights_url=header.value(f"{published}/t:availability/t:licence/@target"),
        rights_status=header.value(f"{published}/t:availability/@status"),
        notes=header.all(f"{file}/t:notesStmt/t:note[@type = 'general' or @type = 'author']"),
        extent=header.all(f"{file}/t:extent/t:measure"),
        source_name=header.words(f"{digital}/t:idno[@type = 'filename']"),
        source_sha256=header.words(f"{digital}/t:idno[@type = 'sha256']"),
        source_encoding=header.words(f"{digital}/t:note[@type = 'file']").removeprefix("Text file in ")
        .partition(";")[0].partition(",")[0],
        source_url=header.words(f"{digital}/t:idno[@type = 'URL']"),
        source_repository=header.words(f"{digital}/t:publisher"),
        transcribers=header.all(f"{digital}/t:respStmt[t:resp = 'transcription']/t:name"),
        printed=tuple(header.printed()),
        persons=tuple(header.persons()),
        software=header.value(f"{application}/@ident"),
        software_version=header.words(f"{application}/t:label").rpartition(" ")[2],
        profile=header.words(f"{application}//t:idno[@type = 'profile']"),
        profile_version=header.words(f"{application}//t:idno[@type = 'profileVersion']"),
        profile_sha256=header.words(f"{application}//t:idno[@type = 'profileSha256']"),
        encoded=header.value("t:revisionDesc/t:change[1]/@when") or header.value(f"{published}/t:date/@when"),
        unknown=frozenset(header.values(f"{file}/t:notesStmt/t:note[@type = 'unknown']/@n")),
    )


#: What the standards demand and a header may lack: the key of a sidecar, and what is said where it is missing.
#: Title, creator and publisher are mandatory in DataCite 4; DSpace and catalogues ask for title and rights as well.
_DEMANDED = (
    ("title", "it has no title"),
    ("author", "nobody is named as its author"),
    ("publisher", "nobody is named who publishes it"),
)


def missing(told: Description, path: object, sidecar: str = "its sidecar") -> list[TeiEncoderError]:
    """Return an error for each fact that archives demand and the description lacks: one line each, with the cure.

    A fact that is known to be unknown is not missing: standards have words for that. ``path`` is the TEI file,
    ``sidecar`` the name of the file in which the fact should be written.
    """
    given = {"title": told.title_known and told.title, "author": told.creators, "publisher": told.publisher}
    return [
        ProfileError(
            "FACT-MISSING", f"{what}, and archives demand it",
            f'write {key} = "…" (or, if nobody knows, unknown = ["{key}"]) in {sidecar} and encode again'
            + ("; or in the file that you name with --meta, for all documents" if key == "publisher" else ""),
            path=path,
        )
        for key, what in _DEMANDED
        if not given[key] and key not in told.unknown
    ]  # fmt: skip


class _Header:
    """Questions to a ``teiHeader``; every answer has its white space made one space."""

    def __init__(self, tree: etree._ElementTree) -> None:
        found = tree.getroot().find("t:teiHeader", _TEI)
        self.node = etree.Element("none") if found is None else found

    def ask(self, path: str) -> list[Any]:
        answer: Any = self.node.xpath(path, namespaces=_TEI)
        return list(answer)

    def first(self, path: str) -> etree._Element | None:
        return next(iter(self.ask(path)), None)

    def words(self, path: str) -> str:
        return _words(self.first(path))

    def all(self, path: str) -> tuple[str, ...]:
        return tuple(filter(None, dict.fromkeys(_words(one) for one in self.ask(path))))

    def values(self, path: str) -> list[str]:
        return [str(one).strip() for one in self.ask(path)]

    def value(self, path: str, but: str = "") -> str:
        """Return the first value, "" for none and for ``but``, which stands for none."""
        found = next(iter(self.values(path)), "")
        return "" if found == but else found

    def printed(self) -> Iterator[Printed]:
        """Yield the printed edition and earlier printings that have a title."""
        for bibl in self.ask("t:fileDesc/t:sourceDesc//t:bibl[@type = 'printedEdition'][t:title]"):

            def one(path: str, bibl: Any = bibl) -> str:
                return _words(bibl.find(f"t:{path}", _TEI))

            yield Printed(
                one("title"),
                tuple(_words(author) for author in bibl.findall("t:author", _TEI)),
                tuple(_words(editor) for editor in bibl.findall("t:editor", _TEI)),
                one("biblScope[@unit='volume']"), one("biblScope[@unit='issue']"), one("biblScope[@unit='page']"),
                one("publisher"), one("pubPlace"), one("date"),
            )  # fmt: skip

    def persons(self) -> Iterator[Person]:
        """Yield the persons that authority files know."""
        for person in self.ask("t:profileDesc/t:particDesc/t:listPerson/t:person[t:idno]"):
            ids = tuple((idno.get("type", ""), _words(idno)) for idno in person.findall("t:idno", _TEI))
            yield Person(_words(person.find("t:persName", _TEI)), ids)


def _words(node: Any) -> str:
    return "" if node is None else " ".join("".join(node.itertext()).split())


def _iso(date: Any) -> str:
    """Return the day or the span of days of a ``date`` element in the Gregorian calendar, "" where it gives none."""
    if date is None:
        return ""
    first, last = date.get("from", ""), date.get("to", "")
    return str(date.get("when") or (f"{first}/{last}" if first and last else first or last))
