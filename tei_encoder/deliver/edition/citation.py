"""How to cite an edition: as a sentence, as BibTeX, as CSL-JSON; and what search engines read (schema.org, JSON-LD)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from tei_encoder.deliver.edition.names import T, plain

_BIBTEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What the TEI header says of a document, as far as a citation wants it; "" or empty for what it does not say.

    ``when`` and ``until`` are days, months or years of the Gregorian calendar, ``local`` one of the source's calendar.
    """

    key: str
    title: str
    subtitle: str
    authors: tuple[str, ...]
    when: str
    until: str
    local: str
    date: str
    language: str
    place: str
    meeting: str
    printed: str
    licence: str
    encoder: str


def bibliography(root: etree._Element, stem: str) -> Bibliography:
    """Read the header of a TEI document."""
    header = root.find(f"{T}teiHeader")
    if header is None:
        header = etree.Element(f"{T}teiHeader")
    titles = header.findall(f"{T}fileDesc/{T}titleStmt/{T}title")
    main = next((one for one in titles if one.get("type") in (None, "main") and plain(one)), None)
    sub = next((one for one in titles if one.get("type") == "sub"), None)
    date = next(header.iterfind(f"{T}profileDesc/{T}settingDesc//{T}date"), None)
    if date is None:
        date = next(header.iterfind(f"{T}profileDesc/{T}creation/{T}date"), None)
    facts = {str(name): str(value) for name, value in date.attrib.items()} if date is not None else {}
    place = next(header.iterfind(f"{T}profileDesc/{T}settingDesc//{T}setting/{T}name"), None)
    if place is None:
        place = next(header.iterfind(f"{T}profileDesc/{T}settingDesc//{T}placeName"), None)
    application = next(header.iterfind(f"{T}encodingDesc/{T}appInfo/{T}application"), None)
    licence = next(header.iterfind(f"{T}fileDesc/{T}publicationStmt//{T}licence"), None)
    return Bibliography(
        key=re.sub(r"\W+", "-", stem),
        title=plain(main) or stem,
        subtitle=plain(sub),
        authors=tuple(filter(None, map(plain, header.findall(f"{T}fileDesc/{T}titleStmt/{T}author")))),
        when=next(filter(None, (_day(facts.get(name, "")) for name in ("when", "from", "notBefore"))), ""),
        until=next(filter(None, (_day(facts.get(name, "")) for name in ("to", "notAfter"))), ""),
        local=next(filter(None, (_day(facts.get(name, "")) for name in ("when-custom", "from-custom"))), ""),
        date=plain(date) or facts.get("when", ""),
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
        place=plain(place),
        meeting=plain(next(header.iterfind(f"{T}fileDesc/{T}sourceDesc//{T}bibl[@type='meeting']/{T}title"), None)),
        printed=_printed(next(header.iterfind(f"{T}fileDesc/{T}sourceDesc//{T}bibl[@type='printedEdition']"), None)),
        licence=_web(licence.get("target", "") if licence is not None else ""),
        encoder=" ".join(filter(None, map(application.get, ("ident", "version")))) if application is not None else "",
    )


def sentence(facts: Bibliography) -> str:
    """Return the citation as people write it: author, title, date, printed edition, and what this edition is."""
    author = ", ".join(facts.authors)
    title = f"{facts.title}. {facts.subtitle}" if facts.subtitle else facts.title
    parts = [author, title, ", ".join(filter(None, (facts.place, facts.date))), facts.printed]
    parts.append(f"TEI-XML, {facts.encoder}" if facts.encoder else "TEI-XML")
    return " ".join(f"{part}." if not part.endswith((".", "?", "!")) else part for part in parts if part)


def bibtex(facts: Bibliography) -> str:
    """Return the citation as an entry of BibTeX; what is special there is escaped."""
    encoded = f"Encoded by {facts.encoder}" if facts.encoder else ""
    fields = {
        "author": " and ".join(f"{{{_escaped(one)}}}" for one in facts.authors),
        "title": f"{{{_escaped(facts.title)}}}",
        "year": facts.when[:4],
        "address": _escaped(facts.place),
        "howpublished": "TEI-XML",
        "note": _escaped(". ".join(filter(None, (facts.printed, encoded)))),
        "language": facts.language,
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{facts.key},\n{body}}}\n"


def csl(facts: Bibliography) -> str:
    """Return the citation as CSL-JSON, which Zotero and pandoc read."""
    item: dict[str, Any] = {"id": facts.key, "type": "document", "title": facts.title}
    if facts.authors:
        item["author"] = [{"literal": one} for one in facts.authors]
    if facts.when:
        days = [[int(part) for part in day.split("-")] for day in (facts.when, facts.until) if day]
        item["issued"] = {"date-parts": days}
    for name, value in (("event-title", facts.meeting), ("event-place", facts.place), ("language", facts.language)):
        if value:
            item[name] = value
    item["note"] = ". ".join(filter(None, (facts.printed, f"TEI-XML, {facts.encoder}" if facts.encoder else "TEI-XML")))
    return json.dumps([item], ensure_ascii=False, indent=1)


def json_ld(facts: Bibliography, persons: dict[str, str], files: list[tuple[str, str]]) -> str:
    """Return the description of schema.org as JSON-LD; no ``<``, ``>`` or ``&`` stands in it, so it ends no script.

    ``persons`` are those who speak; ``files`` are the downloads: address and media type.
    """
    told: dict[str, Any] = {"@context": "https://schema.org", "@type": "CreativeWork", "name": facts.title}
    if facts.subtitle:
        told["alternativeHeadline"] = facts.subtitle
    if facts.authors:
        told["author"] = [{"@type": "Thing", "name": one} for one in facts.authors]
    if facts.when:
        told["temporalCoverage"] = f"{facts.when}/{facts.until}" if facts.until else facts.when
    for name, value in (("inLanguage", facts.language), ("isBasedOn", facts.printed), ("license", facts.licence)):
        if value:
            told[name] = value
    if facts.meeting or facts.place:
        event = {"@type": "Event", "name": facts.meeting or facts.title, "startDate": facts.when,
                 "endDate": facts.until, "location": facts.place}  # fmt: skip
        told["about"] = {name: value for name, value in event.items() if value}
    if persons:
        told["contributor"] = [{"@type": "Person", "name": name} for name in list(persons.values())[:200]]
    if files:
        told["encoding"] = [{"@type": "MediaObject", "contentUrl": url, "encodingFormat": kind} for url, kind in files]
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _day(value: str) -> str:
    return value if _DAY.fullmatch(value) else ""


def _web(address: str) -> str:
    return address if address.startswith(("https://", "http://")) else ""


def _printed(bibl: etree._Element | None) -> str:
    if bibl is None:
        return ""
    told = [plain(one) for one in bibl if isinstance(one.tag, str) and not one.tag.endswith(("}note", "}relatedItem"))]
    return ", ".join(filter(None, told))


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(char, f"\\{char}" if char in "&%$#_" else char) for char in text)


