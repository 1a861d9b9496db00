"""Cuts a document into pages that load quickly and can be read at one sitting: whole, by sessions, or by parts.

A speech that is too long goes on, between two of its paragraphs, on another page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from tei_encoder.check.review_reading import XML_ID, local
from tei_encoder.deliver.edition.names import PAGE, T, plain

#: A text of so many characters (some fifteen printed pages) is one page.
WHOLE = 40_000

#: A part of so many characters is worth a page of its own; smaller ones that follow each other share one.
_PART = 4_000

#: Small parts share a page until it has so many characters.
_SHARED = 12_000

#: No page of text has more characters, but for a single list, table or quotation: with its tags it stays under 1 MB.
LONG = 120_000

_FILE_NAME = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)

#: Kinds of pages besides those of text, in the order of the menu; each is the name of its file.
KINDS = ("index", "speakers", "votes", "resolutions", "gaps", "dates", "pictures", "rules", "about")


@dataclass(slots=True)
class Page:
    """One page: ``key`` is its name in the tree, ``href`` its file, ``kind`` what stylesheet part makes it.

    ``title`` is "" where the interface has a word for it; ``part`` counts the pages of one division from 1.
    ``of`` is the page that this one continues, or whose source it shows. ``size`` are characters of text.
    """

    key: str
    href: str
    kind: str
    title: str = ""
    part: int = 1
    of: str = ""
    size: int = 0


def cut(text: etree._Element, spans: Mapping[etree._Element, tuple[int, int]]) -> list[Page]:
    """Return the pages of a text, in reading order, and mark in the tree (``e:page``) what begins each of them.

    ``text`` is ``TEI/text``; ``spans`` say how long its elements are (``Reading.spans``). What bears no mark stands on
    the page of the element around it. The first page is always the document's own, ``index``.
    """
    cutter = _Cutter(spans)
    text.set(PAGE, "index")
    start, end = spans[text]
    if end - start > WHOLE:
        cutter.fill(text, cutter.pages[0])
    return cutter.pages


class _Cutter:
    def __init__(self, spans: Mapping[etree._Element, tuple[int, int]]) -> None:
        self.spans = spans
        self.pages = [Page("index", "index.html", "index")]
        self._taken = {*KINDS, "search", "source"}
        self._full: set[str] = set()

    def fill(self, box: etree._Element, home: Page) -> Page:
        """Give the children of a division (or of front, body, back) their pages; return the one open at its end.

        ``home`` is the page on which the box begins: what stays there needs no mark.
        """
        here = home
        for child in box:
            if not isinstance(child.tag, str):
                continue
            start, end = self.spans[child]
            size = end - start
            if local(child) in ("front", "body", "back", "group", "text"):
                self._mark(child, here, home)
                here = self.fill(child, here)
                continue
            if local(child) == "div" and (size >= _PART or here.key in self._full or here.size + size > _SHARED):
                here = self._begun_by(child)
                self._mark(child, here, home)
                if size > LONG:
                    here = self.fill(child, here)
                    self._full.add(here.key)
                else:
                    here.size = size
                    if size >= _PART:
                        self._full.add(here.key)
                continue
            long_speech = local(child) == "sp" and size > LONG
            if here.size and here.size + size > LONG and not long_speech:
                here = self._continuing(here)
            self._mark(child, here, home)
            if long_speech:
                here = self.fill(child, here)
            else:
                here.size += size
        return here

    def _mark(self, child: etree._Element, page: Page, home: Page) -> None:
        if page is not home:
            child.set(PAGE, page.key)

    def _begun_by(self, div: etree._Element) -> Page:
        wanted = div.get(XML_ID, "")
        key = wanted if _FILE_NAME.fullmatch(wanted) and len(wanted) < 100 else f"part.{len(self.pages)}"
        return self._add(key, plain(div.find(f"{T}head")), 1, "")

    def _continuing(self, page: Page) -> Page:
        first = page.of or page.key
        return self._add(f"{first}-{page.part + 1}", page.title, page.part + 1, first)

    def _add(self, key: str, title: str, part: int, of: str) -> Page:
        while key.casefold() in self._taken or key.casefold().endswith(".source"):
            key += "-"
        self._taken.add(key.casefold())
        page = Page(key, f"{key}.html", "text", title, part, of)
        self.pages.append(page)
        return page
