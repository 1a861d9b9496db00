"""Pointers that lead nowhere, anchors without notes, notes without anchors, gaps without either."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tei_encoder.check.review import Entry
from tei_encoder.check.review_reading import XML_ID, Reading, local

#: Attributes in which a word that begins with # is no pointer.
_NO_POINTERS = frozenset([XML_ID, "n", "match", "use"])


def links(reading: Reading) -> Iterator[Entry]:
    """Find what points nowhere and what nothing points to."""
    ids = {str(name) for one in reading.root.iter("*") if (name := one.get(XML_ID))}
    aims: set[str] = set()
    for one in reading.root.iter("*"):
        for name, value in ((str(key), str(text)) for key, text in one.items()):
            if "#" not in value or name in _NO_POINTERS:
                continue
            for pointer in value.split():
                if not pointer.startswith("#"):
                    continue
                if name == "target" and local(one) in ("ref", "note"):
                    aims.add(pointer[1:])
                if pointer[1:] not in ids:
                    message = f"{local(one)}/@{name} points to {pointer}, and no element has that id"
                    yield reading.entry("DANGLING-POINTER", one, message)
    for one in reading.all("ref", type="noteAnchor"):
        if not one.get("target"):
            what = "stands at a gap" if _beside_gap(one) else "is an anchor"
            message = f"“{reading.words(one)}” {what}, and no note has this number"
            yield reading.entry("ANCHOR-WITHOUT-NOTE", one, message, alike="anchors whose note is not in the text")
    for one in reading.all("note", type="editorial"):
        if not one.get("target") and one.get(XML_ID, "") not in aims:
            label = one.get("n") or shortest(reading, one)
            message = f"no anchor in the text leads to note {label}"
            yield reading.entry("NOTE-WITHOUT-ANCHOR", one, message, alike="notes that no anchor leads to")
    for one in reading.all("gap", reason="hiatus"):
        following = one.getnext()
        anchored = following is not None and not one.tail and following.get("type") == "noteAnchor"
        if not anchored and one.get(XML_ID, "") not in aims:
            message = "something is missing here, and no note says what"
            yield reading.entry("GAP-WITHOUT-NOTE", one, message)


def _beside_gap(ref: etree._Element) -> bool:
    before = ref.getprevious()
    return before is not None and not before.tail and local(before) == "gap"


def shortest(reading: Reading, note: etree._Element) -> str:
    """Return what a note is called by: its printed label, or its place."""
    label = note.find("{*}label")
    return reading.words(label) if label is not None else reading.place(note)
