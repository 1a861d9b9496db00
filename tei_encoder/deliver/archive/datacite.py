"""DataCite metadata (schema 4, JSON): what a repository sends when it registers a DOI for a text."""

from __future__ import annotations

import re
from typing import Any

from tei_encoder.deliver.archive.description import Description, Printed

#: DataCite's words for a mandatory fact that is known to be unknown, and for one that is not at hand (appendix 3).
UNKNOWN, UNAVAILABLE = "(:unkn)", "(:unav)"

_SCHEMA = "http://datacite.org/schema/kernel-4"
_YEAR = re.compile(r"\d{4}")
_AUTHORITIES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/"),
    "viaf": ("VIAF", "https://viaf.org/"),
    "gnd": ("GND", "https://d-nb.info/gnd/"),
}


def datacite(told: Description, date: str) -> dict[str, Any]:
    """Return the record of one TEI file as DataCite's JSON schema 4 wants it.

    ``date``: the ISO day of publication, for files whose header has none. A mandatory fact that the header calls
    unknown is ``(:unkn)``, one that it is silent about ``(:unav)``; anything else that is not known is left out.
    Whether a name is that of a person or of a body is not known, so ``nameType`` is not given.
    """
    dois = [re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", one, flags=re.I) for kind, one in told.identifiers
            if kind == "DOI"]  # fmt: skip
    title = told.title if told.title_known else UNKNOWN if "title" in told.unknown else UNAVAILABLE
    titles = [{"title": title}]
    titles += [{"title": told.subtitle, "titleType": "Subtitle"}] if told.subtitle else []
    titles += [{"title": told.title, "titleType": "Other"}] if not told.title_known and told.title else []
    issued = told.published or date
    record: dict[str, Any] = {
        "schemaVersion": _SCHEMA,
        "types": {"resourceTypeGeneral": "Text", "resourceType": "TEI-XML encoding of a historical text"},
        "doi": dois[0] if dois else "",
        "titles": titles,
        "creators": [{"name": name} for name in told.creators or [_unknown(told, "author")]],
        "publisher": {"name": told.publisher or _unknown(told, "publisher")},
        "publicationYear": issued[:4],
        "contributors": [
            *({"name": name, "contributorType": "Editor"} for name in told.encoders),
            *({"name": name, "contributorType": "Other"} for name in told.transcribers),
        ],
        "subjects": [{"subject": one} for one in dict.fromkeys((told.meeting, *told.organisations)) if one]
        + [_subject(person.name, *one) for person in told.persons for one in person.authorities],
        "dates": _dates(told, issued),
        "language": told.language,
        "alternateIdentifiers": [
            {"alternateIdentifier": one, "alternateIdentifierType": kind}
            for kind, one in (*told.identifiers, ("xml:id", told.id))
            if kind != "DOI" and one
        ],
        "relatedIdentifiers": [
            {"relatedIdentifier": told.source_url, "relatedIdentifierType": "URL", "relationType": "IsDerivedFrom"}
        ]
        if re.match("https?://", told.source_url)
        else [],
        "relatedItems": [_related(book) for book in told.printed],
        "sizes": list(told.extent),
        "formats": ["application/tei+xml"],
        "rightsList": _rights(told),
        "descriptions": _descriptions(told),
        "geoLocations": [{"geoLocationPlace": told.place}] if told.place else [],
    }
    return {key: value for key, value in record.items() if value}


def _unknown(told: Description, key: str) -> str:
    return UNKNOWN if key in told.unknown else UNAVAILABLE


def _subject(name: str, file: str, number: str) -> dict[str, str]:
    scheme, address = _AUTHORITIES.get(file, (file, ""))
    if not address:
        return {"subject": name, "subjectScheme": scheme, "classificationCode": number}
    page = address + {"wikidata": "entity/", "viaf": "viaf/"}.get(file, "") + number
    return {"subject": name, "subjectScheme": scheme, "schemeUri": address, "valueUri": page}


def _dates(told: Description, issued: str) -> list[dict[str, str]]:
    found = [{"date": issued, "dateType": "Issued"}] if issued else []
    if told.when:  # DataCite 4.6 would say Coverage; earlier versions, which are in use, refuse that
        about = f"when the text arose, or what it records took place: {told.when_words or told.when}"
        found.append({"date": told.when, "dateType": "Other", "dateInformation": about})
    return found


def _rights(told: Description) -> list[dict[str, str]]:
    rights = {"rights": told.rights, "rightsUri": told.rights_url}
    return [{key: value for key, value in rights.items() if value}] if told.rights else []


def _descriptions(told: Description) -> list[dict[str, str]]:
    made = f"Encoded by {told.software} {told.software_version} with the profile {told.profile} {told.profile_version}"
    made += f" (SHA-256 {told.profile_sha256})" if told.profile_sha256 else ""
    words = [(told.setting if told.setting != told.meeting else "", "Abstract")]
    words += [(note, "Other") for note in told.notes]
    if told.when_words and not told.when:
        words.append((f"Date as the source has it, calendar not known: {told.when_words}", "Other"))
    words.append((f"{made}." if told.software else "", "TechnicalInfo"))
    return [{"description": one, "descriptionType": kind} for one, kind in dict.fromkeys(words) if one]


def _related(book: Printed) -> dict[str, Any]:
    """Return a printed edition that the text was made from; its year where the date is one, else nothing of it."""
    year = _YEAR.search(book.date) if len(set(_YEAR.findall(book.date))) == 1 else None
    item: dict[str, Any] = {
        "relationType": "IsDerivedFrom",
        "relatedItemType": "Text",
        "titles": [{"title": book.title}],
        "creators": [{"name": name} for name in book.authors],
        "contributors": [{"name": name, "contributorType": "Editor"} for name in book.editors],
        "volume": book.volume,
        "issue": book.number,
        "publisher": book.publisher,
        "publicationYear": year[0] if year else "",
    }
    pages = re.fullmatch(r"(\d+)\s*[-–]\s*(\d+)", book.pages)
    if pages:
        item |= {"firstPage": pages[1], "lastPage": pages[2]}
    return {key: value for key, value in item.items() if value}
