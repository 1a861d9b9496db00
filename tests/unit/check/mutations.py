"""Spoils a valid document a little, in ways that people and programs do: what the judges say of it must agree."""

from __future__ import annotations

import copy
import random
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

#: Values that somebody writes, or that a program leaves: some are right in some places.
VALUES = [
    "", " ", "x", "2", " 2 ", "+2", "-2", "2.0", "1e3", "l3", "1917", "1917-04", "1917-02-30", "1917-13-01", "--04-11",
    " 1917-04-11 ", "1917-04-11Z", "0000-01-01", "24:00:00", "true", "#sp.1", "sp.1", "# sp.1", "#sp.1 #sp.2",
    "#sp.1  #sp.2", "http://example.org/a b", "%zz", "en", "e", "en_GB", "en-GB", "\u00a0", "a b", "1a", "ä", "high",
    "High", "applause",
]  # fmt: skip
TEXTS = ["x", " ", "\u00a0", "\n", "38", "—"]


class Spoiler:
    """Spoils documents; the same number gives the same document. ``names`` are those of the schema."""

    def __init__(self, originals: list[Path], elements: list[str], attributes: list[str]) -> None:
        self.originals = [etree.parse(str(path), etree.XMLParser(collect_ids=False)) for path in originals]
        self.elements, self.attributes = sorted(elements), sorted(attributes)
        self.ways: list[Callable[[etree._Element], None]] = [
            self.rename, self.drop, self.unwrap, self.wrap, self.move, self.double, self.swap,
            self.change, self.change, self.borrow, self.remove, self.add, self.write, self.silence,
        ]  # fmt: skip

    def document(self, number: int) -> bytes:
        """Return one document with one to three changes."""
        self.chance = random.Random(number)
        tree = copy.deepcopy(self.originals[number % len(self.originals)])
        self.by_name: dict[str, list[etree._Element]] = defaultdict(list)
        for element in tree.getroot().iterdescendants(f"{TEI}*"):
            self.by_name[element.tag].append(element)
        for _ in range(self.chance.choice((1, 1, 2, 3))):
            # By name first: else all would fall on paragraphs.
            element = self.chance.choice(self.by_name[self.chance.choice(sorted(self.by_name))])
            if element.getparent() is not None:
                self.chance.choice(self.ways)(element)
        return etree.tostring(tree, encoding="utf-8")

    def rename(self, element: etree._Element) -> None:
        element.tag = TEI + self.chance.choice(self.elements)

    def drop(self, element: etree._Element) -> None:
        parent = element.getparent()
        _give(parent, parent.index(element), element.tail)
        parent.remove(element)

    def unwrap(self, element: etree._Element) -> None:
        parent = element.getparent()
        at = parent.index(element)
        _give(parent, at, element.text)
        for child in list(element):
            parent.insert(at, child)
            at += 1
        _give(parent, parent.index(element), element.tail)
        parent.remove(element)

    def wrap(self, element: etree._Element) -> None:
        box = etree.Element(TEI + self.chance.choice(self.elements))
        box.tail, element.tail = element.tail, None
        element.getparent().replace(element, box)
        box.append(element)

    def move(self, element: etree._Element) -> None:
        there = self.chance.choice(self.by_name[self.chance.choice(sorted(self.by_name))])
        if there is not element and element not in there.iterancestors():
            self.drop(element)
            element.tail = None
            there.insert(self.chance.randint(0, len(there)), element)

    def double(self, element: etree._Element) -> None:
        twin = copy.deepcopy(element)
        if self.chance.random() < 0.8:  # mostly what people do who know that ids are given once
            for one in twin.iter():
                one.attrib.pop(XML_ID, None)
        element.addnext(twin)

    def swap(self, element: etree._Element) -> None:
        following = element.getnext()
        if following is not None:
            element.tail, following.tail = following.tail, element.tail
            following.addnext(element)

    def change(self, element: etree._Element) -> None:
        if element.attrib:
            element.set(self.chance.choice(sorted(element.attrib)), self.chance.choice(VALUES))

    def borrow(self, element: etree._Element) -> None:
        """Take the value that the same attribute has elsewhere."""
        if element.attrib:
            name = self.chance.choice(sorted(element.attrib))
            others = sorted({one.get(name) for each in self.by_name.values() for one in each if one.get(name)})
            element.set(name, self.chance.choice(others or ["x"]))

    def remove(self, element: etree._Element) -> None:
        if element.attrib:
            del element.attrib[self.chance.choice(sorted(element.attrib))]

    def add(self, element: etree._Element) -> None:
        name = self.chance.choice(self.attributes).replace("xml:", XML_ID[:-2])
        element.set(name, self.chance.choice(VALUES))

    def write(self, element: etree._Element) -> None:
        _give(element, self.chance.randint(0, len(element)), self.chance.choice(TEXTS))

    def silence(self, element: etree._Element) -> None:
        element.text = None


def _give(parent: etree._Element, at: int, text: str | None) -> None:
    """Put text before the child number ``at``."""
    if at == 0:
        parent.text = (parent.text or "") + (text or "")
    else:
        parent[at - 1].tail = (parent[at - 1].tail or "") + (text or "")
