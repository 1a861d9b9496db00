"""Makes the reading view: one HTML page for each TEI document, and a list when there are several."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lxml import etree

from tei_encoder.check import xml
from tei_encoder.deliver import atomic
from tei_encoder.deliver.stylesheets import Stylesheet, load_stylesheet
from tei_encoder.deliver.transform import transform
from tei_encoder.model.errors import TeiEncoderError, UsageError
from tei_encoder.model.tei import NAMESPACE

__all__ = ["Stylesheet", "load_stylesheet", "render", "transform"]

_TEI = {"t": NAMESPACE}
_INDEX = "index.html"


def render(
    paths: Sequence[Path], folder: Path, on_error: Callable[[TeiEncoderError], None] | None = None
) -> list[Path]:
    """Write a page for every TEI file, ``<stem>.html``, and ``index.html`` when there is more than one.

    ``folder`` is made when it is missing. ``on_error``: called for each file that cannot be rendered, and the
    others go on; without it the first error is raised. Returns the files written, the index last.

    Raises ``UsageError`` (2) when two pages would have one name, ``InputError`` (3) for a file that is
    not TEI, ``StorageError`` (7) when the folder cannot be written.
    """
    several = len(paths) > 1
    _refuse_clashes(paths, several)
    atomic.make_folder(folder)
    sheet = load_stylesheet("html")
    written: list[Path] = []
    index = etree.Element("documents")
    for path in paths:
        try:
            tree = xml.parse_tei(path)
            page = transform(tree, sheet, {"index": _INDEX if several else ""})
            target = folder / f"{path.stem}.html"
            atomic.write(target, page)
        except TeiEncoderError as error:
            if on_error is None:
                raise
            on_error(error)
            continue
        written.append(target)
        index.append(_entry(tree, target.name))
    if several and written:
        atomic.write(folder / _INDEX, transform(index.getroottree(), "index"))
        written.append(folder / _INDEX)
    return written


def _refuse_clashes(paths: Sequence[Path], several: bool) -> None:
    """Refuse two pages of one name; on some disks capitals make no difference."""
    taken: dict[str, object] = {_INDEX: "the list of documents"} if several else {}
    for path in paths:
        name = f"{path.stem}.html".casefold()
        if name in taken:
            message = f"its page would have the name of that of {taken[name]}"
            raise UsageError("NAME-CLASH", message, "rename one of them, or use two folders", path=path)
        taken[name] = path


def _entry(tree: etree._ElementTree, name: str) -> etree._Element:
    """Return the line of the index for one document: its address, title, author, date and counts."""
    facts = {
        "href": quote(os.fsencode(name)),
        "title": _words(tree, "t:teiHeader/t:fileDesc/t:titleStmt/t:title[1]") or name,
        "author": _words(tree, "t:teiHeader/t:fileDesc/t:titleStmt/t:author[1]"),
        "date": _words(tree, "(t:teiHeader/t:profileDesc/t:settingDesc//t:date | //t:creation/t:date)[1]"),
        "sessions": _count(tree, "t:div[@type = 'session']"),
        "speeches": _count(tree, "t:sp"),
        "votes": _count(tree, "t:note[@type = 'vote']"),
    }
    return etree.Element("document", facts)


def _words(tree: etree._ElementTree, path: str) -> str:
    # A date may say what it is in @when alone.
    return str(_ask(tree, f"normalize-space({path})") or _ask(tree, f"string({path}/@when)"))


def _count(tree: etree._ElementTree, what: str) -> str:
    return str(int(_ask(tree, f"count(t:text//{what})")))


def _ask(tree: etree._ElementTree, question: str) -> Any:
    return tree.getroot().xpath(question, namespaces=_TEI)
