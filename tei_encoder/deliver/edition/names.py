"""Names that the modules of the edition share: the namespace of what they add to the TEI, and small readings of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tei_encoder.check.review_reading import local
from tei_encoder.model.errors import printable
from tei_encoder.model.tei import NAMESPACE

#: What Python adds to a document for the stylesheets: pages, counts, lines of the source, decisions.
EDITION = "urn:tei-encoder:edition"

E = f"{{{EDITION}}}"
T = f"{{{NAMESPACE}}}"
PAGE = f"{E}page"
LINE = f"{E}line"
#: On a paragraph that goes on with the one before it (``pieces``).
CONTINUES = f"{E}continues"

#: The folder of what all pages of an edition share, and the file in it by which an edition is known.
ASSETS = "assets"
LOOK = "edition.css"

#: Elements whose words are no words of a heading or a name.
_ASIDE = frozenset(["note", "fw", "corr", "reg", "expan", "ex", "pb", "lb"])


def editions_in(folder: Path) -> Iterator[Path]:
    """Yield the folders of editions in a folder, itself included: the TEI files in them are copies to be downloaded."""
    yield from (look.parent.parent for look in folder.rglob(f"{ASSETS}/{LOOK}"))


def add(parent: etree._Element, tag: str, text: str = "", /, **attrs: object) -> etree._Element:
    """Add an element of the edition's namespace; attributes that are empty are left out."""
    facts = {key: str(value) for key, value in attrs.items() if value not in ("", None)}
    try:
        child = etree.SubElement(parent, f"{E}{tag}", facts)
    except ValueError:  # a decisions file is JSON, and may say what XML cannot hold
        child = etree.SubElement(parent, f"{E}{tag}", {key: printable(value) for key, value in facts.items()})
    child.text = text or None
    return child


def plain(one: etree._Element | None) -> str:
    """Return the words of a heading, a name or a title as printed, without note anchors and reading aids."""
    return " ".join("".join(_pieces(one)).split()) if one is not None else ""


def _pieces(one: etree._Element) -> list[str]:
    pieces = [one.text or ""]
    for child in one:
        if isinstance(child.tag, str) and not (
            local(child) in _ASIDE or (local(child) == "ref" and child.get("type") == "noteAnchor")
        ):
            pieces += _pieces(child)
        pieces.append(child.tail or "")
    return pieces
