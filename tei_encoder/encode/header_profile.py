"""``profileDesc``: when, where, in which language and calendar the text arose, and who takes part in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tei_encoder.encode.facts import Facts, KnownPerson
from tei_encoder.encode.header_file import date_element
from tei_encoder.encode.markup import block, leaf
from tei_encoder.model.person import Person

if TYPE_CHECKING:
    from tei_encoder.encode.header import HeaderContext

_CALENDARS = {
    "gregorian": "Gregorian calendar (new style); when, from and to of every date follow it.",
    "julian": "Julian calendar (old style); when-custom, from-custom and to-custom follow it.",
}


def profile_description(facts: Facts, context: HeaderContext) -> str:
    """Return ``profileDesc`` (TEI P5, section 2.4)."""
    return block(
        "profileDesc",
        block("creation", date_element(facts), leaf("placeName", facts.place)),
        block(
            "langUsage",
            leaf("language", "The language of the text.", ident=facts.language or context.language or "und"),
        ),
        block("calendarDesc", _calendars(facts, context)),
        block("settingDesc", _setting(facts)),
        block(
            "particDesc",
            block("listPerson", (_person(person, facts) for person in context.persons)),
            block("listOrg", (block("org", leaf("orgName", name)) for name in facts.organisation)),
        ),
    )


def _calendars(facts: Facts, context: HeaderContext) -> Iterable[str]:
    """Declare the calendars pointed to; with any of them the Gregorian one, which ``@when`` is in."""
    used = {*context.calendars, facts.calendar} - {""}
    for name, meaning in _CALENDARS.items():
        if name in used or (used and name == "gregorian"):
            yield block("calendar", leaf("p", meaning), xml_id=name)


def _setting(facts: Facts) -> str:
    if not (facts.meeting or facts.setting):
        return ""
    return block(
        "setting",
        leaf("name", facts.place, type="place"),
        date_element(facts),
        leaf("activity", facts.setting or facts.meeting),
    )


def _person(person: Person, facts: Facts) -> str:
    matches = filter(None, (facts.person_called(form) for form, _ in person.forms))
    known = next(matches, KnownPerson(""))
    name = known.name or person.name
    printed = ", ".join(f"{form} ({times})" for form, times in person.forms)
    if person.mentions:
        printed += "; in running text: " + ", ".join(f"{form} ({times})" for form, times in person.mentions)
    return block(
        "person",
        leaf("persName", name, type="main"),
        (leaf("persName", form, type="printed") for form, _ in person.forms),
        (leaf("idno", number, type=file) for file, number in known.authorities),
        leaf("note", f"Printed as: {printed}." if printed else "", type="forms"),
        (leaf("note", reason, type="evidence") for reason in person.evidence),
        leaf("note", known.note, type="general"),
        xml_id=person.id,
    )
