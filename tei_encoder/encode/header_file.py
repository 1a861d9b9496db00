"""``fileDesc``: title, responsibility, size, availability, the chain from this file back to the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tei_encoder.encode.calendars import gregorian, in_words
from tei_encoder.encode.facts import Author, Digital, Facts, Licence, Publication
from tei_encoder.encode.markup import block, holdable, leaf
from tei_encoder.model.source import Source

if TYPE_CHECKING:
    from tei_encoder.encode.header import HeaderContext


def file_description(facts: Facts, context: HeaderContext) -> str:
    """Return ``fileDesc`` (TEI P5, section 2.2)."""
    return block(
        "fileDesc",
        _title_statement(facts, context),
        _extent(context),
        _publication(facts, context),
        _notes(facts, context),
        _source_description(facts, context.source),
    )


def date_element(facts: Facts) -> str:
    """Return the ``date`` of the text or the meeting, ``""`` where none is known.

    ``@when``/``@from``/``@to`` are Gregorian and stand only where the calendar of the facts is known;
    ``@when-custom`` and its like repeat the date as it is printed (TEI P5, section 14.4).
    """
    if not facts.date:
        return ""
    words = in_words(facts.date) + (f" to {in_words(facts.until)}" if facts.until else "")
    words += f" ({facts.calendar.capitalize()} calendar)" if facts.calendar else ""
    first, last = (gregorian(day, facts.calendar) for day in (facts.date, facts.until or facts.date))
    pointer = f"#{facts.calendar}" if facts.calendar else ""
    custom = facts.calendar != "gregorian"
    if not facts.until:
        return leaf("date", words, when=first, when_custom=facts.date if custom else "", calendar=pointer)
    days = {"from_custom": facts.date, "to_custom": facts.until} if custom else {}
    return leaf("date", words, from_=first, to=last, **days, calendar=pointer)


def title_of(facts: Facts, source: Source) -> str:
    """Return the title, and where none is known the stem of the source's name."""
    return facts.title or holdable(source.name.rpartition(".")[0] or source.name)


def _title_statement(facts: Facts, context: HeaderContext) -> str:
    return block(
        "titleStmt",
        leaf("title", title_of(facts, context.source), type="main"),
        leaf("title", facts.subtitle, type="sub"),
        _authors(facts.author),
        block(
            "respStmt",
            leaf("resp", "encoding of the text in TEI, by rules"),
            leaf("name", f"tei-encoder {context.software_version}", type="software"),
            xml_id="encoder",
        ),
        (
            block("respStmt", leaf("resp", "editor of this encoding"), leaf("persName", name))
            for name in facts.encoded_by
        ),
    )


def _authors(authors: Iterable[Author]) -> Iterable[str]:
    return (leaf("author", author.name, cert=author.certainty) for author in authors)


def _extent(context: HeaderContext) -> str:
    source = context.source
    counts = {
        "words": source.words,
        "characters": source.characters,
        "lines": source.lines,
        "speeches": context.speeches,
    }
    return block(
        "extent",
        (leaf("measure", f"{number} {unit}", unit=unit, quantity=str(number)) for unit, number in counts.items()),
    )


def _publication(facts: Facts, context: HeaderContext) -> str:
    authority = "; ".join(facts.encoded_by)
    if not (authority or facts.publisher):
        authority = "not published: written by tei-encoder on request"
    return block(
        "publicationStmt",
        leaf("publisher", facts.publisher),
        leaf("authority", authority),
        (leaf("idno", identifier, type=identifier_type(identifier)) for identifier in facts.identifier),
        leaf("date", context.date, when=context.date),
        _availability(facts.licence),
    )


def identifier_type(identifier: str) -> str:
    """Return what kind of identifier this is, by its form: ``DOI``, ``URN``, ``URL``, else ``local``."""
    if re.match(r"(https?://(dx\.)?doi\.org/|doi:)?10\.\d{4,9}/", identifier, re.IGNORECASE):
        return "DOI"
    start = identifier.partition(":")[0].lower()
    return "URL" if start in ("http", "https") else "URN" if start == "urn" else "local"


def _availability(licence: Licence) -> str:
    words = ": ".join(part for part in (licence.name, licence.text) if part) or licence.url
    return block(
        "availability",
        leaf("licence", words, target=licence.url.replace(" ", "%20"))
        or leaf("p", "The conditions of use of the source are not known."),
        status=licence.status or "unknown",
    )


def _notes(facts: Facts, context: HeaderContext) -> str:
    file = f"No title is known; the title is the name of the source file, {holdable(context.source.name)}."
    return block(
        "notesStmt",
        leaf("note", "" if facts.title else file, type="title"),
        leaf("note", facts.note, type="general"),
        (
            leaf("note", f"{author.name} is named as author because: {author.because}", type="author")
            for author in facts.author
            if author.because
        ),
        (
            leaf("note", f"Known to be unknown: {key.replace('_', ' ')}.", type="unknown", n=key)
            for key in facts.unknown
        ),
        (
            leaf("note", f"{one.fact} is from the text, line {one.line} (rule {one.rule}).", type="printed", n=one.fact)
            for one in context.printed
        ),
    )


def _source_description(facts: Facts, source: Source) -> str:
    """Return the chain of ``bibl``: digital file → printed edition → earlier printings → the meeting."""
    meeting = _meeting(facts)
    earlier = "".join(_related("firstPublication", _printed(book, "")) for book in facts.published)
    edition = _printed(facts.edition, earlier + meeting, xml_id="edition")
    return block(
        "sourceDesc",
        _digital(facts.digital, source, _related("original", edition) or earlier + meeting),
        block("listWit", _witnesses(facts, source.name)),
    )


def _related(kind: str, bibl: str) -> str:
    return block("relatedItem", bibl, type=kind)


def _digital(digital: Digital, source: Source, origin: str) -> str:
    bom = ", with a byte order mark" if source.bom else ""
    return block(
        "bibl",
        leaf("title", digital.title),
        leaf("publisher", digital.repository),
        leaf("date", digital.year),
        (block("respStmt", leaf("resp", "transcription"), leaf("name", name)) for name in digital.transcriber),
        block(
            "respStmt",
            leaf("resp", "notes, brackets and marks of omission in the source"),
            leaf("name", "the editor of the source, not named", type="role"),
            xml_id="sourceEditor",
        ),
        leaf("idno", holdable(source.name), type="filename"),
        leaf("idno", source.sha256, type="sha256"),
        leaf("idno", digital.url, type="URL"),
        leaf("note", f"Text file in {source.encoding}{bom}; line ends: {source.line_ends}.", type="file"),
        leaf("note", digital.note),
        origin,
        type="digitalFile",
        xml_id="source",
    )


def _printed(book: Publication, origin: str, **identity: str) -> str:
    described = (
        *_authors(book.author),
        leaf("title", book.title),
        *(leaf("editor", name) for name in book.editor),
        leaf("biblScope", book.volume, unit="volume"),
        leaf("biblScope", book.number, unit="issue"),
        leaf("biblScope", book.pages, unit="page"),
        leaf("publisher", book.publisher),
        leaf("pubPlace", book.place),
        leaf("date", book.date or book.year),
        leaf("note", book.note),
    )
    return block("bibl", described, origin, type="printedEdition", **identity) if any(described) else ""


def _meeting(facts: Facts) -> str:
    if not facts.meeting:
        return ""
    held = block(
        "meeting",
        date_element(facts),
        leaf("placeName", facts.place),
        (leaf("orgName", name) for name in facts.organisation),
    )
    bibl = block("bibl", leaf("title", facts.meeting), held, type="meeting", xml_id="meeting")
    return _related("meeting", bibl)


def _witnesses(facts: Facts, name: str) -> Iterable[str]:
    for number, witness in enumerate(facts.witness, 1):
        yield block(
            "witness",
            leaf("idno", witness.siglum, type="siglum"),
            leaf("idno", witness.file, type="filename"),
            leaf("note", witness.description),
            leaf("note", "The text encoded here." if witness.file == name else "", type="this"),
            xml_id=f"wit.{number}",
            n=witness.siglum,
        )
