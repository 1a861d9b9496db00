"""Parts paragraphs that are too long for one page, so that the pages of any text load quickly.

Only the tree that pages are made of is parted; the TEI file, and all that is downloaded, keeps its paragraphs.
"""

from __future__ import annotations

import re

from lxml import etree

from tei_encoder.check.review_reading import XML_ID, Reading, local
from tei_encoder.deliver.edition.names import CONTINUES

#: What stands in one of these can be carried over to another page (``pages.cut``).
_BOXES = frozenset(["front", "body", "back", "div", "sp"])

#: Behind which a paragraph may be parted: a space, or the end of a sentence in scripts without spaces.
_BORDER = re.compile(r"[\s。！？．]")

#: So many characters a part may be longer than it should be, so that no word is cut.
_WORD = 1_000

#: Characters of a part: two of them and a heading have room on a page.
_PART = 50_000


def part_paragraphs(reading: Reading, limit: int) -> None:
    """Part every paragraph of more than ``limit`` characters into several; the further ones bear ``e:continues``.

    No character is added, lost or moved, and offsets stay what they are. An element within the paragraph is never cut.
    """
    too_long = [
        one
        for one in reading.all("p", "ab")
        if reading.spans[one][1] - reading.spans[one][0] > limit
        and (parent := one.getparent()) is not None
        and local(parent) in _BOXES
    ]
    for one in too_long:
        _part(one, reading)
    if too_long:
        reading.measure()


def _part(one: etree._Element, reading: Reading) -> None:
    children, text, tail = list(one), one.text or "", one.tail
    for child in children:
        one.remove(child)  # with what follows it
    one.text = one.tail = None
    here, room = _fill(one, text, _PART)
    for child in children:
        after, child.tail = child.tail or "", None
        here.append(child)
        start, end = reading.spans.get(child, (0, 0))  # a comment has no characters
        here, room = _fill(here, after, room - (end - start))
    here.tail = tail


def _fill(here: etree._Element, text: str, room: int) -> tuple[etree._Element, int]:
    """Give a part as much of a text as it has room for, and the rest to others; return the last one and its room."""
    while len(text) > room:
        room = max(room, 0)
        border = _BORDER.search(text, room, room + _WORD)
        cut = border.end() if border else room
        if cut == len(text):
            break
        _say(here, text[:cut])
        text, here, room = text[cut:], _another(here), _PART
    _say(here, text)
    return here, room - len(text)


def _say(here: etree._Element, text: str) -> None:
    if len(here):
        here[-1].tail = (here[-1].tail or "") + text
    else:
        here.text = (here.text or "") + text


def _another(here: etree._Element) -> etree._Element:
    """Return a new paragraph behind this one, with the same attributes but the id."""
    new = etree.Element(here.tag, {str(key): str(value) for key, value in here.items() if key != XML_ID})
    new.set(CONTINUES, "yes")
    here.addnext(new)
    return new
