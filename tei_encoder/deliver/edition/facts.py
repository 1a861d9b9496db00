"""Counts what readers ask for: who speaks how much and when, in each sitting and in all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from tei_encoder.check.review_reading import XML_ID, Reading, tokens
from tei_encoder.deliver.edition.names import PAGE, T, plain

#: Characters of scripts that put no spaces between words (Han, kana).
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

#: Their punctuation, as wide as their characters.
_WIDE_MARKS = re.compile("[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]")

#: So many speakers have a row of their own in a picture; the others share one.
ROWS = 10


@dataclass(slots=True)
class Speech:
    """One ``sp``: who gives it, how many words, the sitting (or other part) and where in it: ``begin`` is in words."""

    element: etree._Element
    page: str
    who: tuple[str, ...]
    words: int
    line: int
    part: etree._Element | None
    begin: int = 0
    label: str = ""

    @property
    def id(self) -> str:
        """The ``xml:id``, "" where there is none."""
        return self.element.get(XML_ID, "")


@dataclass(slots=True)
class Facts:
    """What was counted in one document; ``words`` and ``number`` are by person (``xml:id``)."""

    names: dict[str, str]
    speeches: list[Speech] = field(default_factory=list)
    words: Counter[str] = field(default_factory=Counter)
    number: Counter[str] = field(default_factory=Counter)
    answers: Counter[tuple[str, str]] = field(default_factory=Counter)

    def parts(self) -> list[tuple[etree._Element | None, list[Speech]]]:
        """Return the speeches by the part of the text they stand in, in the order of the text."""
        found: dict[etree._Element | None, list[Speech]] = {}
        for one in self.speeches:
            found.setdefault(one.part, []).append(one)
        return list(found.items())

    def loudest(self, speeches: Iterable[Speech]) -> list[str]:
        """Return those who speak most words in some speeches, the first first; ties by name."""
        said: Counter[str] = Counter()
        for one in speeches:
            for who in one.who:
                said[who] += one.words
        return sorted(said, key=lambda who: (-said[who], self.names.get(who, who), who))


def names_of(root: etree._Element) -> dict[str, str]:
    """Return the persons that the header lists: ``xml:id`` and the name each goes by."""
    found = {}
    for person in root.iterfind(f"{T}teiHeader//{T}person"):
        if key := person.get(XML_ID):
            forms = person.findall(f"{T}persName")
            main = next((one for one in forms if one.get("type") in ("main", "standard")), forms[0] if forms else None)
            found[key] = plain(main) or key
    return found


def count(reading: Reading) -> Facts:
    """Count the speeches of a document. A speech of two speakers counts for both."""
    facts = Facts(names_of(reading.root))
    begun: dict[etree._Element | None, int] = {}
    previous: Speech | None = None
    for element in reading.all("sp"):
        start, end = reading.spans[element]
        label = element.find(f"{T}speaker")
        before, after = reading.spans[label] if label is not None else (start, start)
        words = words_in(reading.text[start:before]) + words_in(reading.text[after:end])
        who = tuple(name[1:] for name in tokens(element, "who") if name[1:] in facts.names)
        part = part_of(element)
        one = Speech(element, page_of(element), who, words, reading.line(start), part, begun.get(part, 0))
        one.label = plain(label).rstrip(" :.–—-")
        begun[part] = one.begin + one.words
        for person in dict.fromkeys(who):
            facts.words[person] += one.words
            facts.number[person] += 1
        if previous is not None and previous.part is part and previous.who and who and previous.who[0] != who[0]:
            facts.answers[previous.who[0], who[0]] += 1
        previous = one
        facts.speeches.append(one)
    return facts


def words_in(text: str) -> int:
    """Return how many words a text has: what stands between spaces; where no spaces are written, each character."""
    return len(_UNSPACED.sub(" x ", _WIDE_MARKS.sub(" ", text)).split())


def part_of(element: etree._Element) -> etree._Element | None:
    """Return the sitting that an element stands in, else its outermost division, else None."""
    divs = list(element.iterancestors(f"{T}div"))
    for one in divs:
        if one.get("type") == "session":
            return one
    return divs[-1] if divs else None


def page_of(element: etree._Element) -> str:
    """Return the key of the page on which an element stands, after ``pages.cut``."""
    here: etree._Element | None = element
    while here is not None:
        if key := here.get(PAGE):
            return key
        here = here.getparent()
    return "index"


def heading(div: etree._Element | None) -> str:
    """Return the words of a division's heading, "" for none."""
    return plain(div.find(f"{T}head")) if div is not None else ""


def figures(note: etree._Element) -> Mapping[str, int]:
    """Return the figures of a ballot that are plain numbers, by ``measure/@type``; several of one type are added up."""
    found: Counter[str] = Counter()
    for one in note.iter(f"{T}measure"):
        quantity = one.get("quantity", "")
        if quantity.isdecimal() and len(quantity) < 10:
            found[one.get("type", "")] += int(quantity)
    return found
