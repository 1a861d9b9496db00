"""Distributed Text Services 1.0: how programs for reading ask for texts, for what is in them, and for passages.

Four services: the entry says where the others are; ``collection`` lists texts by the folders that they lie in,
``navigation`` the parts of a text that can be cited, ``document`` gives a text or a passage as TEI, or as plain text.
Nothing is cut into pages. This module knows nothing of sockets: arguments in, an answer out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from lxml import etree

from tei_encoder.deliver.archive.description import completed
from tei_encoder.deliver.archive.dublin_core import elements
from tei_encoder.deliver.feed.citations import Unit, passage, shape, units, ways_to_cite
from tei_encoder.deliver.feed.server import Answer, Service
from tei_encoder.deliver.feed.shelf import Shelf, Text
from tei_encoder.encode.facts import Facts
from tei_encoder.encode.proof import diplomatic
from tei_encoder.model.tei import NAMESPACE

CONTEXT, VERSION, WRAPPER = "https://dtsapi.org/context/v1.0.json", "1.0", "https://w3id.org/api/dts#"
_JSON, _TEI, _PLAIN = "application/ld+json", "application/tei+xml", "text/plain"
_NAMESPACES: dict[Any, str] = {None: NAMESPACE, "dts": WRAPPER}
_TERMS = "http://purl.org/dc/terms/"

#: What each service takes.
_TAKES = {
    "": "",
    "/collection": "id nav",
    "/navigation": "resource ref start end down tree",
    "/document": "resource ref start end tree mediaType",
}


@dataclass(frozen=True)
class Library:
    """What is offered: the texts, what all of them are called together, the address of the entry.

    ``common`` is what holds for all texts whose headers are silent.
    """

    shelf: Shelf
    name: str
    url: str
    common: Facts = field(default_factory=Facts)


class _Refused(Exception):
    """A question that is answered by a status of HTTP: 400, it makes no sense; 404, there is no such thing."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        super().__init__(message)


class _Cited(NamedTuple):
    """A text that was asked for: its document, one way to cite it, and the parts asked for by that."""

    text: Text
    tree: etree._ElementTree
    parts: list[Unit]
    first: Unit | None
    last: Unit | None


def services(library: Library) -> dict[str, Service]:
    """Return what answers, by the path below the entry: ``""``, ``/collection``, ``/navigation``, ``/document``.

    What is wrong with a question is answered with 400 or 404 (RFC 9457), never raised. Each raises InputError CHANGED
    where a file is not that which was read.
    """

    def service(path: str, answer: Callable[[Library, dict[str, str]], Answer]) -> Service:
        def answered(arguments: Sequence[tuple[str, str]]) -> Answer:
            try:
                return answer(library, _understood(arguments, _TAKES[path].split()))
            except _Refused as refused:
                told = {"title": str(refused), "status": refused.status}
                return _said(told, "application/problem+json", refused.status)

        return answered

    made = {"": _entry, "/collection": _collection, "/navigation": _navigation, "/document": _document}
    return {path: service(path, answer) for path, answer in made.items()}


def _understood(arguments: Sequence[tuple[str, str]], takes: Sequence[str]) -> dict[str, str]:
    asked = dict(arguments)
    if len(asked) < len(arguments):
        raise _Refused(400, "an argument is repeated")
    if unknown := sorted(asked.keys() - set(takes)):
        raise _Refused(400, f"there is no argument {unknown[0]!r:.60} here")
    return asked


def _told(kind: str, identifier: str, **more: Any) -> dict[str, Any]:
    return {"@id": identifier, "@type": kind, "dtsVersion": VERSION, **more}


def _said(told: dict[str, Any], kind: str = _JSON, status: int = 200) -> Answer:
    return Answer(json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n", kind, status)


def _linked(told: dict[str, Any]) -> Answer:
    return _said({"@context": CONTEXT, **told})


def _template(library: Library, path: str, **known: str) -> str:
    """Return an address with open arguments (RFC 6570); those that are ``known`` are filled in."""
    rest = ",".join(name for name in _TAKES[path].split() if name not in known)
    return f"{library.url}{path}" + (f"?{urlencode(known, quote_via=quote)}{{&{rest}}}" if known else f"{{?{rest}}}")


def _entry(library: Library, _: dict[str, str]) -> Answer:
    where = {path[1:]: _template(library, path) for path in _TAKES if path}
    return _linked(_told("EntryPoint", library.url, **where))


def _collection(library: Library, asked: dict[str, str]) -> Answer:
    """Answer with a collection or a text, and with what is in it (or what it is in: ``nav=parents``)."""
    root = f"{library.url}/collection"
    identifier, nav = asked.get("id") or root, asked.get("nav", "children")
    if nav not in ("children", "parents"):
        raise _Refused(400, "nav is children or parents")
    text = library.shelf.by_id.get(identifier)
    if text is not None and not text.withdrawn:
        told = _resource(library, text, text.tree())
        above, below = [_folder(text) or root], []
    elif identifier == root or identifier in _folders(library):
        told = _listed(library, identifier)
        above = [] if identifier == root else [_above(identifier) or root]
        below = _members(library, identifier)
    else:
        raise _Refused(404, "there is no text and no collection of this name")
    told["member"] = [_listed(library, one) for one in (above if nav == "parents" else below)]
    return _linked(told)


def _folders(library: Library) -> dict[str, str]:
    """Return the collections: those sets of the shelf that are folders."""
    return {spec: name for spec, name in library.shelf.names.items() if spec.startswith("corpus:")}


def _folder(text: Text) -> str:
    return next((spec for spec in text.sets if spec.startswith("corpus:")), "")


def _above(folder: str) -> str:
    above = folder.rpartition(":")[0]
    return above if above != "corpus" else ""


def _members(library: Library, collection: str) -> list[str]:
    """Return the names of the collections and texts in a collection, collections first."""
    folder = "" if collection == f"{library.url}/collection" else collection
    texts = sorted(text.identifier for text in library.shelf.texts if _folder(text) == folder and not text.withdrawn)
    return [one for one in _folders(library) if _above(one) == folder] + texts


def _listed(library: Library, identifier: str) -> dict[str, Any]:
    """Return what a list says of a collection or a text."""
    text, root = library.shelf.by_id.get(identifier), f"{library.url}/collection"
    if text is not None:
        title = text.title or identifier
        return _told("Resource", identifier, title=title, totalParents=1, totalChildren=0, **_where(library, text))
    return _told(
        "Collection", identifier, title=_folders(library).get(identifier, library.name),
        totalParents=int(identifier != root), totalChildren=len(_members(library, identifier)),
        collection=_template(library, "/collection", **({} if identifier == root else {"id": identifier})),
    )  # fmt: skip


def _where(library: Library, text: Text) -> dict[str, str]:
    """Return the addresses at which more is told of a text."""
    return {
        "collection": _template(library, "/collection", id=text.identifier),
        "navigation": _template(library, "/navigation", resource=text.identifier),
        "document": _template(library, "/document", resource=text.identifier),
        "download": _template(library, "/document", resource=text.identifier).partition("{")[0],
    }


def _resource(library: Library, text: Text, tree: etree._ElementTree) -> dict[str, Any]:
    """Return all that is told of a text: Dublin Core, the ways to cite it, and what formats there are."""
    about: dict[str, list[str]] = {}
    for name, words in elements(completed(tree, library.common)):
        about.setdefault(name, []).append(words)
    trees = [
        {"@type": "CitationTree", **({"identifier": name} if name else {}), "citeStructure": shape(way)}
        for name, way in ways_to_cite(tree).items()
    ]
    more = {"dublinCore": about, "mediaTypes": [_TEI, _PLAIN], "citationTrees": trees}
    return _listed(library, text.identifier) | more


def _navigation(library: Library, asked: dict[str, str]) -> Answer:
    """Answer with the parts of a text: those below one of them, those between two, or all, to some depth."""
    down = _depth(asked)
    found = _cited(library, asked)
    told = _told("Navigation", f"{library.url}/navigation?{urlencode(asked, quote_via=quote)}")
    told["resource"] = _resource(library, found.text, found.tree)
    named = {"ref": found.first} if "ref" in asked else {"start": found.first, "end": found.last}
    told |= {name: _cited_as(one) for name, one in named.items() if one}
    if down is not None:
        told["member"] = [_cited_as(one) for one in _between(found, down)]
    return _linked(told)


def _depth(asked: dict[str, str]) -> int | None:
    """Return ``down``. Raises _Refused where the question makes no sense (the table of DTS 1.0 under "Navigation")."""
    try:
        down = int(asked["down"]) if "down" in asked else None
    except ValueError:
        raise _Refused(400, "down is a number") from None
    if down is not None and down < -1:
        raise _Refused(400, "down is -1 or more")
    if down is None and not asked.keys() & {"ref", "start", "end"}:
        raise _Refused(400, "say how far down, or which part (ref)")
    if down == 0 and "ref" not in asked:
        raise _Refused(400, "down=0 means the neighbours of a part: say which (ref)")
    return down


def _cited(library: Library, asked: dict[str, str], *, whole: bool = False) -> _Cited:
    """Find the text and the parts that are asked for; ``whole``: where no part is, nothing but the text."""
    if not asked.get("resource"):
        raise _Refused(400, "say which text (resource)")
    if "ref" in asked and asked.keys() & {"start", "end"}:
        raise _Refused(400, "ref excludes start and end")
    if ("start" in asked) != ("end" in asked):
        raise _Refused(400, "start and end belong together")
    text = library.shelf.by_id.get(asked["resource"])
    if text is None or text.withdrawn:
        raise _Refused(404, "there is no text of this name")
    tree = text.tree()
    if whole and not asked.keys() & {"ref", "start"}:
        return _Cited(text, tree, [], None, None)
    ways, name = ways_to_cite(tree), asked.get("tree", "")
    if name and name not in ways:
        raise _Refused(404, "this text is not cited in this way (tree)")
    parts = units(tree, ways[name]) if ways else []
    if not asked.keys() & {"ref", "start"}:
        return _Cited(text, tree, parts, None, None)
    number = {one.reference: at for at, one in enumerate(parts)}
    first, last = (number.get(asked[key]) for key in (("ref", "ref") if "ref" in asked else ("start", "end")))
    if first is None or last is None:
        raise _Refused(404, "there is no such part in this text")
    if last < first:
        raise _Refused(400, "the end comes before the start")
    return _Cited(text, tree, parts, parts[first], parts[last])


def _between(found: _Cited, down: int) -> list[Unit]:
    """Return the parts that are asked for, in the order of the document."""
    parts, first, last = found.parts, found.first, found.last
    if first is None or last is None:
        return [one for one in parts if down == -1 or one.level <= down]
    if down == 0:
        return [one for one in parts if one.parent == first.parent]
    start, end = parts.index(first), max(_end(parts, first), _end(parts, last))
    deepest = max(first.level, last.level) + down
    return [one for one in parts[start:end] if down == -1 or one.level <= deepest]


def _end(parts: Sequence[Unit], one: Unit) -> int:
    """Return the number of the part behind all that stands in ``one``."""
    after = parts.index(one) + 1
    while after < len(parts) and parts[after].level > one.level:
        after += 1
    return after


def _cited_as(one: Unit) -> dict[str, Any]:
    about: dict[str, list[dict[str, str]]] = {}
    for name, words, language in one.called:
        if name.startswith(_TERMS):
            about.setdefault(name.removeprefix(_TERMS), []).append({"lang": language, "value": words})
    return {
        "identifier": one.reference, "@type": "CitableUnit", "level": one.level, "parent": one.parent,
        "citeType": one.kind, **({"dublinCore": about} if about else {}),
    }  # fmt: skip


def _document(library: Library, asked: dict[str, str]) -> Answer:
    """Answer with a whole text, or with a passage of it beside its header."""
    found = _cited(library, asked, whole=True)
    kind = asked.get("mediaType", _TEI)
    if kind not in (_TEI, _PLAIN):
        raise _Refused(404, f"there is {_TEI} and {_PLAIN}, and no other format")
    root = found.tree.getroot()
    if found.first is None or found.last is None:
        data = etree.tostring(found.tree, xml_declaration=True, encoding="UTF-8")
    else:
        part = passage(found.first.element, found.last.element)
        outer = etree.Element(root.tag, nsmap=_NAMESPACES)
        outer.attrib.update(root.attrib)
        if kind == _PLAIN:
            place = etree.SubElement(outer, f"{{{NAMESPACE}}}text")
        else:
            outer.extend(deepcopy(one) for one in root.iterfind(f"{{{NAMESPACE}}}teiHeader"))
            place = etree.SubElement(outer, f"{{{WRAPPER}}}wrapper")
        place.append(part)
        data = etree.tostring(outer, xml_declaration=True, encoding="UTF-8")
    link = f'<{library.url}/collection?id={quote(found.text.identifier, safe="")}>; rel="collection"'
    if kind == _PLAIN:
        return Answer(diplomatic(data).encode(), f"{_PLAIN}; charset=utf-8", link=link)
    return Answer(data + b"\n", _TEI, link=link)
