"""What the search page searches: every block of a document once, with who speaks, in which part, on which page.

Browsers let a page that lies on a disk load scripts, but not data. So the texts are a script, ``search.js`` beside the
pages of each document, which hands them over; the index is made of them by the browser when somebody searches.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from urllib.parse import quote

from lxml import etree

from tei_encoder.check.review_reading import XML_ID, local, tokens
from tei_encoder.deliver.edition.compose import Edition
from tei_encoder.deliver.edition.facts import heading, page_of, part_of
from tei_encoder.deliver.edition.names import T, plain

#: The file of one document, beside its pages.
FILE = "search.js"

#: What is searched for: the order is that of the choices on the search page (``search-kind-…`` in xslt/words.xsl).
KINDS = ("speech", "resolution", "vote", "note", "text")

#: Elements that hold blocks and no words of their own.
_BOXES = frozenset(
    ["text", "group", "front", "body", "back", "div", "titlePage", "docTitle", "lg", "castList", "floatingText"]
)


def script(edition: Edition) -> bytes:
    """Return ``search.js`` for one document: a call that hands over its texts as JSON, a line for each.

    A row is: id to link to ("" for the page itself), page, part, kind, persons, label, text; where something in it was
    corrected, pairs of what is printed and what is meant come last. Page, part, kind and persons are numbers of the
    lists before them. The same document gives the same bytes.
    """
    reading, names = edition.reading, edition.counted.names
    pages: dict[str, int] = {}
    parts: dict[str, int] = {}
    people: dict[str, int] = {}
    rows = []
    for block in _blocks(reading.root):
        text = _text(edition, block)
        if not text:
            continue
        speech = next((one for one in (block, *block.iterancestors(f"{T}sp")) if local(one) == "sp"), None)
        who = [name[1:] for name in tokens(speech, "who") if name[1:] in names] if speech is not None else []
        row = [
            _anchor(block), _number(pages, page_of(block)), _number(parts, heading(part_of(block))), _kind(block),
            [_number(people, one) for one in dict.fromkeys(who)],
            plain(speech.find(f"{T}speaker")).rstrip(" :") if speech is not None else "", text,
        ]  # fmt: skip
        rows.append([*row, *filter(None, [_corrected(block)])])
    files = {page.key: page.href for page in edition.pages}
    told = {
        "folder": quote(os.fsencode(edition.stem)),
        "title": edition.bibliography.title,
        "lang": edition.bibliography.language,
        "pages": [files[key] for key in pages],
        "parts": list(parts),
        "people": [names[one] for one in people],
    }
    head = json.dumps(told, ensure_ascii=False, separators=(",", ":"))[:-1]
    body = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f'(self.editions ||= []).push({head},"rows":[\n{body}]}});\n'.encode()


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the blocks of the text in their order; a resolution or note inside a block comes after that by itself."""
    waiting = root.findall(f"{T}text")[::-1]
    while waiting:
        one = waiting.pop()
        if local(one) in _BOXES:
            if one.get("type") != "boilerplate":
                waiting += [child for child in reversed(one) if isinstance(child.tag, str)]
            continue
        yield one
        waiting += reversed(list(_apart(one)))


def _apart(one: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands in a block and is searched by itself: speeches, notes, resolutions, texts; the outermost."""
    for child in one:
        if isinstance(child.tag, str):
            if local(child) in ("sp", "note", "floatingText") or (local(child) == "quote" and child.get("type")):
                yield child
            else:
                yield from _apart(child)


def _text(edition: Edition, block: etree._Element) -> str:
    """Return the words of a block as printed, without the label of a speech and what is searched by itself."""
    text, spans = edition.reading.text, edition.reading.spans
    at, end = spans[block]
    label = block.find(f"{T}speaker")
    pieces = []
    for inner in [*([label] if label is not None else []), *_apart(block)]:
        pieces.append(text[at : spans[inner][0]])
        at = spans[inner][1]
    pieces.append(text[at:end])
    return " ".join(" ".join(pieces).split())


def _corrected(block: etree._Element) -> list[list[str]]:
    """Return what the copy has and what the encoder reads there: both are found."""
    pairs = []
    for choice in block.iter(f"{T}choice"):
        printed, meant = (
            " ".join(plain(one) for one in choice.iter(*names))
            for names in ((f"{T}sic", f"{T}orig", f"{T}abbr"), (f"{T}corr", f"{T}reg", f"{T}expan"))
        )
        pairs.append([printed, meant])
    return pairs


def _kind(block: etree._Element) -> int:
    match local(block):
        case "sp":
            kind = "speech"
        case "quote":
            kind = "resolution"
        case "note":
            kind = "vote" if block.get("type") in ("vote", "decision", "election") else "note"
        case _:
            kind = "text"
    return KINDS.index(kind)


def _anchor(block: etree._Element) -> str:
    """Return the id of the block, or of the nearest element around it that has one."""
    for one in (block, *block.iterancestors()):
        if local(one) == "text":
            break
        if name := one.get(XML_ID):
            return name
    return ""


def _number(known: dict[str, int], value: str) -> int:
    return known.setdefault(value, len(known))
