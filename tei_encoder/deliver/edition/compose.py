"""Composes the tree that the stylesheets read: the TEI document, and beside it what was counted, cut and looked up.

``e:edition`` holds ``TEI`` as it is (marked with the page on which an element stands and the line of the source),
``e:pages``, ``e:speakers``, ``e:pictures``, ``e:source``, ``e:rules``, ``e:citation``, ``e:files``; docs/edition.md
lists them. One tree serves all pages of a document: the stylesheet's parameter ``page`` says which.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from lxml import etree

from tei_encoder.check.review_reading import Reading
from tei_encoder.deliver.edition import citation, facts, pages, pictures, pieces, source
from tei_encoder.deliver.edition.names import EDITION, T, add
from tei_encoder.model.errors import printable
from tei_encoder.model.tei import NAMESPACE

#: Up to so many speeches each is listed under its speaker with its first words; more are told by sittings and pages.
_LISTED = 3_000


@dataclass(slots=True)
class Edition:
    """A document ready for the stylesheets: ``tree`` is what they read, ``pages`` what they can be asked for."""

    stem: str
    tree: etree._ElementTree
    pages: list[pages.Page]
    reading: Reading
    counted: facts.Facts
    bibliography: citation.Bibliography


def compose(path: Path, files: list[tuple[str, str, str]] | None = None) -> Edition:
    """Read a TEI file, and what lies beside it, and compose the tree for its pages.

    ``files``: the downloads: name of the file, its label, its media type. Raises InputError as ``Reading``.
    """
    reading = Reading(path)
    root = reading.root
    bibliography = citation.bibliography(root, printable(path.stem))
    pieces.part_paragraphs(reading, pages.LONG)
    found = pages.cut(next(iter(reading.spans)), reading.spans)
    ours = source.is_ours(reading)
    counted = facts.count(reading)
    top = etree.Element(f"{{{EDITION}}}edition", nsmap={"e": EDITION, "t": NAMESPACE})
    top.set("stem", printable(path.stem))
    top.set("title", bibliography.title)
    top.set("ours", "yes" if ours else "no")
    top.set("sha256", hashlib.sha256(path.read_bytes()).hexdigest())
    if ours:
        # The header has the checksum of the source; a source in UTF-8 with LF is its diplomatic text, byte for byte.
        same = hashlib.sha256(reading.text.encode()).hexdigest() == reading.header("idno[@type='sha256']")
        top.set("proof", "equal" if same else "unknown")
    extra = [pages.Page(kind, f"{kind}.html", kind) for kind in pages.KINDS if _is_wanted(kind, reading, counted)]
    sources = source.source_pages(found) if ours else []
    everything = [*found, *extra, *sources]
    if ours:
        source.add_lines(reading)
    before = [one for one in root.itersiblings(preceding=True) if isinstance(one, etree._ProcessingInstruction)]
    models = [str(one.get("href", "")) for one in reversed(before) if one.target == "xml-model"]
    top.append(root)
    _add_pages(top, everything)
    _add_speakers(top, reading, counted)
    pictures.add_pictures(top, reading, counted)
    if ours:
        source.add_source(top, reading, sources)
        source.add_rules(top, reading)
    schemas = add(top, "schemas")
    for one in models:
        add(schemas, "schema", href=one)
    cited = add(top, "citation")
    add(cited, "plain", citation.sentence(bibliography))
    add(cited, "bibtex", citation.bibtex(bibliography))
    add(cited, "csl", citation.csl(bibliography))
    speaking = {who: counted.names[who] for who in counted.number}
    add(top, "json-ld", citation.json_ld(bibliography, speaking, [(href, kind) for href, _, kind in files or []]))
    box = add(top, "files")
    for href, label, kind in files or []:
        add(box, "file", href=href, label=label, type=kind)
    return Edition(path.stem, top.getroottree(), everything, reading, counted, bibliography)


def first_words(text: str, length: int = 150) -> str:
    """Return the beginning of a text in one line, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[:length].rpartition(' ')[0].rstrip(' ,;:')} …"


def _is_wanted(kind: str, reading: Reading, counted: facts.Facts) -> bool:
    """Say whether a document has what a kind of page shows."""
    match kind:
        case "index":
            return False  # the first page of the text is it
        case "speakers":
            return bool(counted.names or counted.speeches)
        case "votes":
            return any(one.get("type") in ("vote", "decision", "election") for one in reading.all("note"))
        case "resolutions":
            typed = any(one.get("type") for one in reading.all("quote"))
            return typed or any(one.get("type") == "resolution" for one in reading.all("div"))
        case "gaps":
            editorial = any(one.get("type") == "editorial" or one.get("place") for one in reading.all("note"))
            return editorial or any(True for _ in reading.all("gap", "choice", "supplied", "surplus"))
        case "dates":
            return any(True for _ in reading.all("date"))
        case "pictures":
            return any(one.who for one in counted.speeches)
        case "rules":
            return bool(reading.decisions)
        case _:
            return True


def _add_pages(top: etree._Element, found: list[pages.Page]) -> None:
    box = add(top, "pages")
    for one in found:
        add(box, "page", key=one.key, href=one.href, kind=one.kind, title=one.title, part=one.part, of=one.of)


def _add_speakers(top: etree._Element, reading: Reading, counted: facts.Facts) -> None:
    """Add ``e:speakers``: each person of the header with the speeches; then those who are not told apart."""
    total = sum(one.words for one in counted.speeches) or 1
    box = add(top, "speakers", words=sum(one.words for one in counted.speeches), speeches=len(counted.speeches))
    by_person: dict[str, list[facts.Speech]] = {}
    for one in counted.speeches:
        for who in dict.fromkeys(one.who) or ("",):
            by_person.setdefault(who, []).append(one)
    order = sorted(counted.names, key=lambda who: (counted.names[who].rpartition(" ")[2].casefold(), who))
    headings = {part: facts.heading(part) for part, _ in counted.parts()}
    listed = len(counted.speeches) <= _LISTED
    most = max([*counted.words.values(), 1])
    for who in [*order, *([""] if "" in by_person else [])]:
        speeches = by_person.get(who, [])
        words = sum(one.words for one in speeches)
        person = add(box, "speaker", id=who, name=counted.names.get(who, ""), words=words, speeches=len(speeches),
                     permille=round(1000 * words / total), of_most=round(1000 * words / max(most, words)))  # fmt: skip
        for one in speeches if listed else ():
            start, end = reading.spans[one.element]
            label = one.element.find(f"{T}speaker")
            begin = reading.spans[label][1] if label is not None else start
            words_of = first_words(reading.text[begin : min(end, begin + 300)])
            add(person, "speech", words_of, id=one.id, page=one.page, words=one.words,
                line=one.line, label=one.label, part=headings[one.part],
                reported="yes" if "#reported" in one.element.get("ana", "").split() else "",
                cert=one.element.get("cert", ""))  # fmt: skip
        for (page, part), found in groupby(speeches, lambda one: (one.page, one.part)) if not listed else ():
            first, *others = found
            add(person, "speech", id=first.id, page=page, part=headings[part], times=1 + len(others),
                words=sum(one.words for one in (first, *others)))  # fmt: skip


