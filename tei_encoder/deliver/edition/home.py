"""The tree of the home page and the search page: one entry for each document, with its date, kind and counts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from lxml import etree

from tei_encoder.deliver.edition.compose import Edition
from tei_encoder.deliver.edition.facts import ROWS, words_in
from tei_encoder.deliver.edition.names import EDITION, add
from tei_encoder.model.errors import printable
from tei_encoder.model.tei import NAMESPACE

#: Speakers named on the home page with each document.
_NAMED = 5


class Entry(NamedTuple):
    """What the home page says of one document, as XML; ``order`` is what documents are put in order by."""

    order: tuple[str, str, str]
    language: str
    told: bytes


def entry(one: Edition) -> Entry:
    """Return the entry of a document: all that is kept of it when its pages are written."""
    box = etree.Element(f"{{{EDITION}}}box", nsmap={"e": EDITION, "t": NAMESPACE})
    _add_document(box, one)
    return Entry(_by_day(one), one.bibliography.language.partition("-")[0], etree.tostring(box[0]))


def home(entries: Sequence[Entry], lang: str) -> etree._ElementTree:
    """Return ``e:site`` with the entry of each document, in the order of their dates, then of their titles."""
    languages = {one.language for one in entries}
    common = languages.pop() if len(languages) == 1 else "en"
    top = etree.Element(f"{{{EDITION}}}site", nsmap={"e": EDITION, "t": NAMESPACE})
    top.set("lang", lang or common)
    for one in sorted(entries, key=lambda one: one.order):
        top.append(etree.fromstring(one.told))
    return top.getroottree()


def _by_day(one: Edition) -> tuple[str, str, str]:
    """Return what the documents are ordered by; those without a day come last."""
    facts = one.bibliography
    return facts.when or facts.local or "9999", facts.title, one.stem


def _add_document(top: etree._Element, one: Edition) -> None:
    facts, reading, counted = one.bibliography, one.reading, one.counted
    entry = add(
        top, "document", href=f"{quote(os.fsencode(one.stem))}/", stem=printable(one.stem), title=facts.title,
        subtitle=facts.subtitle, author=", ".join(facts.authors), date=facts.date, when=facts.when, place=facts.place,
        lang=facts.language, profile=reading.profile,
        sessions=sum(1 for _ in reading.all("div", type="session")), speeches=len(counted.speeches),
        speakers=len(counted.number), votes=sum(1 for _ in reading.all("note", type="vote")),
        words=words_in(reading.text), gaps=sum(1 for _ in reading.all("gap")),
    )  # fmt: skip
    total = sum(one.words for one in counted.speeches) or 1
    at = 0
    loudest = counted.loudest(counted.speeches)
    for who in loudest[:ROWS]:
        width = round(1000 * counted.words[who] / total)
        add(entry, "part", name=counted.names[who], id=who, x=at, width=width, words=counted.words[who],
            named="yes" if at == 0 or loudest.index(who) < _NAMED else "")  # fmt: skip
        at = min(1000, at + width)
