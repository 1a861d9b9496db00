"""Distributed Text Services 1.0: how programs for reading ask for texts, for what is in them, and for passages.

Four services: the entry says where the others are; ``collection`` lists texts by the folders that they lie in,
``navigation`` the parts of a text that can be cited, ``document`` gives a text or a passage as TEI, or as plain text.
Nothing is cut into pages. This module knows nothing of sockets: arguments in, an answer out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from lxml import etree

from tei_encoder.deliver.feed.citations import Unit, passage, units, ways_to_cite
from tei_encoder.deliver.feed.library import PLAIN, TAKES, TEI, Library, told
from tei_encoder.deliver.feed.server import Answer, Service
from tei_encoder.deliver.feed.shelf import Text
from tei_encoder.encode.proof import diplomatic
from tei_encoder.model.tei import NAMESPACE

CONTEXT, WRAPPER = "https://dtsapi.org/context/v1.0.json", "https://w3id.org/api/dts#"
_JSON = "application/ld+json"
_NAMESPACES: dict[Any, str] = {None: NAMESPACE, "dts": WRAPPER}
_TERMS = "http://purl.org/dc/terms/"


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
                return answer(library, _understood(arguments, TAKES[path].split()))
            except _Refused as refused:
                why = {"title": str(refused), "status": refused.status}
                return _said(why, "application/problem+json", refused.status)

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


def _said(what: dict[str, Any], kind: str = _JSON, status: int = 200) -> Answer:
    return Answer(json.dumps(what, ensure_ascii=False, indent=1).encode() + b"\n", kind, status)


def _linked(what: dict[str, Any]) -> Answer:
    return _said({"@context": CONTEXT, **what})


def _entry(library: Library, _: dict[str, str]) -> Answer:
    where = {path[1:]: library.template(path) for path in TAKES if path}
    return _linked(told("EntryPoint", library.url, **where))


def _collection(library: Library, asked: dict[str, str]) -> Answer:
    """Answer with a collection or a text, and with what is in it (or what it is in: ``nav=parents``)."""
    identifier, nav = asked.get("id") or library.root, asked.get("nav", "children")
    if nav not in ("children", "parents"):
        raise _Refused(400, "nav is children or parents")
    text = library.text(identifier)
    if text is None and identifier != library.root and identifier not in library.folders:
        raise _Refused(404, "there is no text and no collection of this name")
    about = library.described(text, text.tree()) if text else library.listed(identifier)
    around = library.parents(identifier) if nav == "parents" else [] if text else library.members(identifier)
    return _linked({**about, "member": [library.listed(one) for one in around]})


def _navigation(library: Library, asked: dict[str, str]) -> Answer:
    """Answer with the parts of a text: those below one of them, those between two, or all, to some depth."""
    down = _depth(asked)
    found = _cited(library, asked)
    about = told("Navigation", f"{library.url}/navigation?{urlencode(asked, quote_via=quote)}")
    about["resource"] = library.described(found.text, found.tree)
    named = {"ref": found.first} if "ref" in asked else {"start": found.first, "end": found.last}
    about |= {name: _cited_as(one) for name, one in named.items() if one}
    if down is not None:
        about["member"] = [_cited_as(one) for one in _between(found, down)]
    return _linked(about)


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
    text = library.text(asked["resource"])
    if text is None:
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
    kind = asked.get("mediaType", TEI)
    if kind not in (TEI, PLAIN):
        raise _Refused(404, f"there is {TEI} and {PLAIN}, and no other format")
    root = found.tree.getroot()
    if found.first is None or found.last is None:
        data = etree.tostring(found.tree, xml_declaration=True, encoding="UTF-8")
    else:
        part = passage(found.first.element, found.last.element)
        outer = etree.Element(root.tag, nsmap=_NAMESPACES)
        outer.attrib.update(root.attrib)
        if kind == PLAIN:
            place = etree.SubElement(outer, f"{{{NAMESPACE}}}text")
        else:
            outer.extend(deepcopy(one) for one in root.iterfind(f"{{{NAMESPACE}}}teiHeader"))
            place = etree.SubElement(outer, f"{{{WRAPPER}}}wrapper")
        place.append(part)
        data = etree.tostring(outer, xml_declaration=True, encoding="UTF-8")
    link = f'<{library.url}/collection?id={quote(found.text.identifier, safe="")}>; rel="collection"'
    if kind == PLAIN:
        return Answer(diplomatic(data).encode(), f"{PLAIN}; charset=utf-8", link=link)
    return Answer(data + b"\n", TEI, link=link)
