"""Excerpts for ``docs/encoding.md``: of a small text its TEI, its page, and the dialect, made to be read.

Nothing is cut by hand. An excerpt is an element (found by XPath) with everything in it; left out are namespaces, ids
that nothing else in the excerpt points to, and, of the HTML, what serves the page and not the text.
"""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

from lxml import etree, html

from tei_encoder.app.corpus import encode_file
from tei_encoder.deliver.transform import transform

TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

#: A tag longer than this is broken between elements, where they stand alone.
_WIDTH = 100

#: No line is longer where it can be helped.
_PAGE = 116

#: Names of places that the excerpts need and the text does not have.
_PLACE = "shown-here-"

#: Attributes of the page that are for its readers' machines, or repeat what the text says.
_NOT_SHOWN = re.compile(r"aria-.*|role|tabindex|lang|dir|style|hidden|data-.*")


class Example:
    """A small text (``tests/encoding/NAME.txt``), encoded in a folder; ``shown`` are the elements to be shown of it."""

    def __init__(self, source: Path, folder: Path, shown: str) -> None:
        tei = folder / f"{source.stem}.xml"
        if not tei.is_file():
            encode_file(source, tei, profile="minutes-en")
        self.source = source.read_text("utf-8").strip("\n")
        self.tree = etree.parse(str(tei))
        self.shown: list[Any] = self.tree.xpath(shown, namespaces={"t": TEI})
        assert self.shown, f"{source.name} has no {shown}"

    def tei(self) -> str:
        """Return the elements as TEI."""
        return _printed(_plain(self.shown))

    def html(self) -> str:
        """Return what the reading view makes of them; ``""`` for what it does not show."""
        named = self._named()
        page = html.document_fromstring(transform(named, "html"))
        found: list[Any] = []
        for one in self.shown:
            there = named.getroot().xpath(self.tree.getpath(one))[0]
            while there is not None and not (hits := page.xpath("//*[@id = $id]", id=there.get(XML_ID))):
                there = there.getparent()  # what has no place of its own is shown with what it stands in
            if there is not None and hits[0] not in found:
                found.append(hits[0])
        return _printed([_page(one) for one in found if one.tag not in ("html", "body", "main")])

    def dialect(self) -> str:
        """Return those of them in Parla-CLARIN that are not the same there; ``""`` for none."""
        named = self._named()
        other = etree.fromstring(transform(named, "parla-clarin"))
        names = set()
        for one in self.shown:
            for inner in named.getroot().xpath(self.tree.getpath(one))[0].iter(f"{{{TEI}}}*"):
                names.add(inner.get(XML_ID))
        found = [one for one in other.iter(f"{{{TEI}}}*") if one.get(XML_ID) in names]
        # What was taken out of an element (a label) is shown; what is still inside one that is shown, is shown there.
        outer = [one for one in found if not any(up in found for up in one.iterancestors())]
        same = {_text(one) for one in _plain(self.shown)}
        return _printed([one for one in _plain([_wrapped(one) for one in outer]) if _text(one) not in same])

    def _named(self) -> etree._ElementTree:
        """Return the document with a name on every element of the text."""
        tree = copy.deepcopy(self.tree)
        for number, one in enumerate(tree.iter(f"{{{TEI}}}*")):
            if one.get(XML_ID) is None:
                one.set(XML_ID, f"{_PLACE}{number}")
        return tree


def _wrapped(element: Any) -> Any:
    """Return the element that the dialect has put around this one alone, or this one."""
    box = element.getparent()
    alone = box.get(XML_ID) is None and len(box) == 1 and not ((box.text or "") + (element.tail or "")).strip()
    return box if alone else element


def _plain(elements: list[Any]) -> list[Any]:
    """Return copies without namespace and tail, and without ids that nothing in them points to."""
    values = [value for element in elements for one in element.iter() for value in one.attrib.values()]
    pointed = {name for value in values for name in re.findall(r"#([\w.-]+)", value)}
    found = []
    for element in elements:
        one = copy.deepcopy(element)
        one.tail = None
        for each in one.iter(etree.Element):
            each.tag = etree.QName(each).localname
            others = dict(each.attrib)
            each.attrib.clear()
            if (name := others.pop(XML_ID, "")) in pointed:
                each.set("id", name)
            each.attrib.update(others)
        etree.cleanup_namespaces(one)
        found.append(one)
    return found


def _page(element: Any) -> Any:
    """Return a copy of a piece of the page, without what is for its use and not for its reading."""
    one = copy.deepcopy(element)
    one.tail = None
    for each in list(one.iter(etree.Element)):
        if "permalink" in each.get("class", "").split() or each.tag in ("script", "button", "svg"):
            each.drop_tree()
            continue
        for name in list(each.attrib):
            if _NOT_SHOWN.fullmatch(name) or (name in ("id", "data-id") and _PLACE in each.get(name)):
                del each.attrib[name]
    return one


def _printed(elements: list[Any]) -> str:
    return "\n".join(line for one in elements for line in _lines(one, ""))


def _lines(element: Any, indent: str) -> list[str]:
    """Return an element as lines: one, or, where it is long and has only elements in it, one for each of them."""
    whole = _text(element)
    # A blank without a line end is text, but between the label of a list and its item.
    empty = re.compile(r"\s*" if element.tag == "list" else r"(\s*\n\s*)?")
    alone = len(element) and all(empty.fullmatch(text or "") for text in [element.text, *(c.tail for c in element)])
    if not alone or (len(indent) + len(whole) <= _WIDTH and "\n" not in whole):
        return _folded(indent + whole, f"{indent}    ")
    shell = copy.copy(element)
    for child in list(shell):
        shell.remove(child)
    shell.text = "…"
    start, _, end = _text(shell).rpartition("…")
    inner = [line for child in element for line in _lines(child, f"{indent}  ")]
    return [indent + start, *inner, indent + end]


def _folded(line: str, indent: str) -> list[str]:
    """Return a line in pieces: it is broken between attributes only, where a line end means nothing."""
    found = []
    for whole in line.split("\n"):
        rest = whole
        while len(rest) > _PAGE:
            places = [at.start() for at in re.finditer(r' (?=[\w:-]+="[^"<]*"[^<>]*>)', rest)]
            places = [place for place in places if place > len(indent)]
            if not places:
                break
            at = max([place for place in places if place <= _PAGE] or places[:1])
            found.append(rest[:at])
            rest = indent + rest[at + 1 :]
        found.append(rest)
    return found


def _text(element: Any) -> str:
    method = "html" if isinstance(element, html.HtmlElement) else "xml"
    told = etree.tostring(element, encoding="unicode", with_tail=False, method=method)
    return re.sub(r'(<[^>]*?) id="', r'\1 xml:id="', told) if method == "xml" else told
