"""Names that lead to nobody, with the persons whose names are nearest; persons joined or kept apart on evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tei_encoder.check.review import Entry
from tei_encoder.check.review_certainty import DOUBT, evidence_by_person, evidence_for
from tei_encoder.check.review_reading import XML_ID, Reading, shortened, sitting, tokens
from tei_encoder.check.review_rules import nobody_words

#: How near a name must be to be offered, in per cent (RapidFuzz ratio), and how many are offered.
_NEAR = 72
_OFFERED = 3

_LABEL = re.compile(r"[\s\[(]*([^:\[\]()]{2,60}?)\s*:")


def persons(reading: Reading) -> Iterator[Entry]:
    """Find speeches, voices and names of which it is not known whose they are, and doubtful identities."""
    known = _Known(reading)
    nobody = None
    from_chair: dict[etree._Element | None, list[etree._Element]] = {}
    for one in reading.all("sp"):
        if one.get("who") or "#unidentified" in tokens(one, "ana"):
            continue
        speaker = one.find("{*}speaker")
        if "#chair" in tokens(one, "ana"):
            from_chair.setdefault(sitting(one), []).append(one)
        elif speaker is None:
            yield reading.entry("SPEAKER-UNNAMED", one, "nothing says who speaks here", alike="speeches")
        else:
            yield _unknown(reading, known, "SPEAKER-UNKNOWN", speaker, reading.words(speaker).rstrip(" :."))
    for speeches in from_chair.values():
        times = f" {len(speeches):,} times in this sitting" if len(speeches) > 1 else ""
        message = f"the chair speaks{times}, and nobody is known to be in it"
        yield reading.entry("CHAIR-EMPTY", speeches[0], message, alike="sittings")
    for one in reading.all("said"):
        label = _LABEL.match(reading.words(one))
        if one.get("who") or not label:
            continue
        nobody = nobody_words(reading.profile) if nobody is None else nobody
        if label[1].lower() not in nobody and any(ch.isupper() for ch in label[1]):
            yield _unknown(reading, known, "VOICE-UNKNOWN", one, label[1])
    for one in reading.all("persName"):
        if not one.get("ref"):
            yield _unknown(reading, known, "NAME-UNKNOWN", one, reading.words(one))
    yield from _identities(reading, known)


class _Known:
    """The persons of the header, by every printed form of their names."""

    def __init__(self, reading: Reading) -> None:
        self.by_form: dict[str, str] = {}
        for person in reading.root.iterfind("{*}teiHeader//{*}listPerson//{*}person"):
            name = person.get(XML_ID, "")
            for form in person.iterfind("{*}persName"):
                self.by_form.setdefault(" ".join("".join(map(str, form.itertext())).split()), name)
        self._keys = {form: _key(form) for form in self.by_form}
        self._surnames = {form: _surname(key) for form, key in self._keys.items()}
        self._first: dict[str, etree._Element] = {}
        for one in reading.all("sp", "said", "persName"):
            for pointer in tokens(one, "ref") + tokens(one, "who"):
                self._first.setdefault(pointer[1:], one)

    def near(self, name: str) -> list[str]:
        """Return the persons whose names are nearest, for people: ``Olsen (#olsen, 91 %)``."""
        from rapidfuzz import fuzz, process

        best: dict[str, tuple[float, str]] = {}
        for keys, wanted in ((self._keys, _key(name)), (self._surnames, _surname(_key(name)))):
            for _, score, form in process.extract(wanted, keys, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=20):
                person = self.by_form[form]
                best[person] = max(best.get(person, (0.0, "")), (score, form))
        ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
        return [f"{form} (#{person}, {score:.0f} %)" for person, (score, form) in ranked[:_OFFERED]]

    def first(self, person: str) -> etree._Element | None:
        """Return the first place in the text where a person is named or speaks."""
        return self._first.get(person)


def _unknown(reading: Reading, known: _Known, kind: str, one: etree._Element, name: str) -> Entry:
    near = known.near(name)
    message = f"nobody is known as “{shortened(name)}”" + (f"; near are {', '.join(near)}" if near else "")
    return reading.entry(kind, one, message, alike="names nobody is known by, nobody near" if not near else message)


def _identities(reading: Reading, known: _Known) -> Iterator[Entry]:
    """Find the names that were joined without being certain, and the near ones that were not joined."""
    evidence, told = evidence_by_person(reading), set()
    for one in reading.all("sp", "said", "persName"):
        why = evidence_for(reading, one, evidence) if one.get("cert") in ("low", "medium") else ""
        if why and why not in told:
            told.add(why)
            if found := DOUBT.search(why):
                yield _doubtful(reading, known, one, why, found)
                continue
            yield reading.entry("MERGE-WEAK", one, why, alike="names joined to others")
    pairs = set()
    for record in reading.identity:
        if "candidate" in record:
            form, other = str(record.get("form", "")), str(record["candidate"])
            pair = frozenset(known.by_form.get(name, name) for name in (form, other))
            if pair not in pairs:
                pairs.add(pair)
                message = f"“{form}” is kept apart from “{other}”: {record.get('why', '')}".rstrip(".")
                yield _kept_apart(reading, known, form, message)


def _doubtful(reading: Reading, known: _Known, one: etree._Element, why: str, found: re.Match[str]) -> Entry:
    """Make an entry about a name that may be two, or but the beginning of one, with the names nearest to its words."""
    words = found[1].replace(" ", "") if found[1] else ""
    asked = [words] if words else reading.words(one).split()
    near = dict.fromkeys(one for word in asked if len(word) > 2 for one in known.near(word))
    own = f"{reading.words(one)} ("
    offered = [other for other in near if not other.startswith(own)][:_OFFERED]
    message = why + (f"; near are {', '.join(offered)}" if offered else "")
    return reading.entry("NAME-DOUBTFUL", one, message, alike=message)


def _kept_apart(reading: Reading, known: _Known, form: str, message: str) -> Entry:
    """Make an entry about two near names, at the first place where the one that was not joined is printed."""
    element = known.first(known.by_form.get(form, ""))
    if element is None:
        found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", reading.text) if form else None
        line = reading.line(found.start()) if found else 0
        return Entry("NEAR-PAIR", line, message, "", shortened(form), "near names")
    return reading.entry("NEAR-PAIR", element, message, alike="near names")


def _key(name: str) -> str:
    """Return a name as it is compared: small letters and blanks."""
    return " ".join("".join(ch if ch.isalpha() else " " for ch in name.lower()).split())


def _surname(key: str) -> str:
    """Return the last word of a name as it is compared: mostly the surname."""
    return key.rpartition(" ")[2]
