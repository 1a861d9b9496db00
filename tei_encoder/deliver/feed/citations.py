"""The parts of a text that can be cited, as its own header says (``refsDecl/citeStructure``, TEI P5, 2.3.6.4).

Each ``refsDecl`` is one way to cite; the first one is the ordinary one. Of XPath, what TEI's examples use is
understood: steps down, with conditions on attributes, one of them of any depth after the first. A way to cite that says
more is left out, and there is a limit of parts: no header can make the server do work without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from tei_encoder.model.errors import LimitError
from tei_encoder.model.limits import MAX_PARTS
from tei_encoder.model.tei import NAMESPACE

_TEI = {"t": NAMESPACE}
_HEAD = ".//t:encodingDesc/t:refsDecl[t:citeStructure]"
_NAME = r"@(?:xml:)?[A-Za-z][\w.-]*"
_CONDITION = rf"\[{_NAME}(?:\s*=\s*(?:'[^']*'|\"[^\"]*\"))?\]"
_STEP = rf"(child::)?([A-Za-z][\w.-]*|\*)((?:{_CONDITION})*)"
_STEPS = rf"{_STEP}(?:/{_STEP})*"
_PATH = re.compile(rf"(?:\.?//?)?{_STEPS}(?:(?://|/descendant::){_STEPS})?")
_NAMED = re.compile(rf"((?:child|descendant)::)?([A-Za-z][\w.-]*|\*)((?:{_CONDITION})*)")
_ATTRIBUTE = re.compile(_NAME)
_BY_COUNTING = "position()"


@dataclass(frozen=True, slots=True)
class Unit:
    """One part that can be cited: ``2/sp.17``, a ``speech``, at depth 2 (from 1), in the part ``2``.

    ``called`` are properties (``http://purl.org/dc/terms/title``), what the text says, and in which language that is.
    """

    reference: str
    kind: str
    level: int
    parent: str | None
    element: etree._Element
    called: tuple[tuple[str, str, str], ...]


def ways_to_cite(tree: etree._ElementTree) -> dict[str, etree._Element]:
    """Return the ways to cite a document that are understood, by name (``@n``); the first one has the name ``""``."""
    understood = [one for one in tree.getroot().iterfind(_HEAD, _TEI) if _is_understood(one)]
    return {one.get("n", f"tree{at}") if at else "": one for at, one in enumerate(understood)}


def shape(way: etree._Element) -> list[dict[str, Any]]:
    """Return which kinds of parts stand in which, as Distributed Text Services describe it."""
    return [
        {"@type": "CiteStructure", "citeType": one.get("unit", ""), **({"citeStructure": inner} if inner else {})}
        for one in way.iterfind("t:citeStructure", _TEI)
        for inner in [shape(one)]
    ]


def units(tree: etree._ElementTree, way: etree._Element) -> list[Unit]:
    """Return all parts of a document by one way to cite, in the order of the document, each before those in it.

    A reference that comes twice means the first. Raises LimitError PARTS.
    """
    order = {one: at for at, one in enumerate(tree.getroot().iter())}
    found: dict[str, Unit] = {}
    for number, unit in enumerate(_below(way, None, tree.getroot(), order), 1):
        found.setdefault(unit.reference, unit)
        if number > MAX_PARTS:
            what = f"more than {MAX_PARTS:,} parts of it can be cited"
            raise LimitError("PARTS", what, "look at its citeStructure", path=tree.docinfo.URL or "")
    return list(found.values())


def _below(
    way: etree._Element, parent: Unit | None, place: etree._Element, order: dict[etree._Element, int]
) -> Iterator[Unit]:
    found = []
    for structure in way.iterfind("t:citeStructure", _TEI):
        before = parent.reference + structure.get("delim", "") if parent else ""
        match, use = structure.get("match", ""), structure.get("use", "")
        inside = f".{match}" if parent and match.startswith("/") else match
        for number, one in enumerate(_asked(place, inside), 1):
            word = str(number) if use == _BY_COUNTING else str(one.xpath(f"string({use})"))
            if word:
                called = tuple(_called(structure, one))
                level = parent.level + 1 if parent else 1
                above = parent.reference if parent else None
                unit = Unit(before + word, structure.get("unit", ""), level, above, one, called)
                found.append((unit, structure))
    for unit, structure in sorted(found, key=lambda pair: order[pair[0].element]):
        yield unit
        yield from _below(structure, unit, unit.element, order)


def _called(structure: etree._Element, one: etree._Element) -> Iterator[tuple[str, str, str]]:
    for told in structure.iterfind("t:citeData", _TEI):
        for said in _asked(one, told.get("use", "")):
            if words := " ".join("".join(map(str, said.itertext())).split()):
                language = said.xpath("string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)")
                yield told.get("property", ""), words, str(language) or "und"


def _is_understood(way: etree._Element) -> bool:
    parts, facts = list(way.iterfind(".//t:citeStructure", _TEI)), list(way.iterfind(".//t:citeData", _TEI))
    paths = [*(one.get("match", "") for one in parts), *(one.get("use", "") for one in facts)]
    uses = (one.get("use", "") for one in parts)
    return all(map(_PATH.fullmatch, paths)) and all(use == _BY_COUNTING or _ATTRIBUTE.fullmatch(use) for use in uses)


def _asked(place: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements that a path means, seen from ``place``; names without a prefix are TEI's."""

    def named(step: re.Match[str]) -> str:
        return step[0] if step[2] == "*" else f"{step[1] or ''}t:{step[2]}{step[3]}"

    found: Any = place.xpath(_NAMED.sub(named, path), namespaces=_TEI)
    return list(found)


def passage(first: etree._Element, last: etree._Element) -> etree._Element:
    """Return a copy of all that stands from the beginning of one element to the end of another, and nothing else.

    ``last`` does not begin before ``first``; where it stands in ``first``, that is the passage. Else the copy is that
    of the smallest element that holds both, without what stands in it before and after them.
    """
    whole = first
    if first in last.iterancestors():
        last = first
    while last is not whole and whole not in last.iterancestors():
        whole = _parent(whole)
    copy = deepcopy(whole)
    copy.tail = None
    start, end = _same(whole, copy, first), _same(whole, copy, last)
    while start is not copy:
        above = _parent(start)
        above.text = None
        for one in list(start.itersiblings(preceding=True)):
            above.remove(one)
        start = above
    while end is not copy:
        above, end.tail = _parent(end), None
        for one in list(end.itersiblings()):
            above.remove(one)
        end = above
    return copy


def _same(whole: etree._Element, copy: etree._Element, one: etree._Element) -> etree._Element:
    """Return the element in a copy that is ``one`` in the original."""
    steps = []
    while one is not whole:
        steps.append(_parent(one).index(one))
        one = _parent(one)
    for step in reversed(steps):
        copy = copy[step]
    return copy


def _parent(one: etree._Element) -> etree._Element:
    above = one.getparent()
    assert above is not None  # there is always something that holds both
    return above
