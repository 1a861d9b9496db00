"""Reads an encoded text back: its elements with the lines of the source they stand on, and who decided what.

Nothing is added to the lines inside ``text``, so its characters (without reading aids) are those of the source, offset
for offset, and the decisions file speaks of the same offsets.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from lxml import etree

from tei_encoder.check.review import Entry
from tei_encoder.check.review_decisions import Decision, read_decisions
from tei_encoder.check.xml import parse_tei
from tei_encoder.model.tei import NAMESPACE, READING_AIDS

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_TEI = f"{{{NAMESPACE}}}"

#: Characters of an excerpt.
_EXCERPT = 80


class Reading:
    """An encoded text, read back.

    ``text`` is the diplomatic text, ``spans`` says of every element under ``text`` (in document order) where it begins
    and ends in it (offsets, 0-based, half-open). ``decisions`` are those about places, ``None`` where there is no
    decisions file or (``differs``) one of another text; ``identity`` are the records about persons as they stand there.
    """

    def __init__(self, path: Path) -> None:
        """Read ``path`` and ``<stem>.decisions.jsonl`` beside it, if it is there.

        Raises InputError: as ``xml.parse_tei``; DECISIONS for a decisions file that cannot be read.
        """
        self.path = path
        self.root = parse_tei(path).getroot()
        self.measure()
        self._lines = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
        self._numbers: dict[etree._Element, dict[etree._Element, int]] = {}
        self.source = self.header("idno[@type='filename']") or path.name
        self.profile = self.header("application//tei:idno[@type='profile']")
        self.decisions, self.identity = read_decisions(path.with_name(f"{path.stem}.decisions.jsonl"))
        self.differs = not self._agree()
        if self.differs:
            self.decisions = None
        self._by_element: dict[str, list[Decision]] = {}
        self._by_name: dict[str, Decision] = {}
        for one in self.decisions or ():
            self._by_name.update({made: one for made in one.made if "#" in made})
            for name in {made.partition("#")[0] for made in one.made}:
                self._by_element.setdefault(name, []).append(one)

    def measure(self) -> None:
        """Find ``text`` and ``spans``: once at the beginning, and again when elements were parted or moved."""
        self._pieces: list[str] = []
        self._at = 0
        self.spans: dict[etree._Element, tuple[int, int]] = {}
        for text in self.root.findall(f"{_TEI}text"):
            self._walk(text, False)
        self.text = "".join(self._pieces)

    def all(self, *names: str, **attrs: str) -> Iterator[etree._Element]:
        """Yield the elements under ``text`` of these names (all, if none) that have these attributes."""
        wanted = {f"{_TEI}{name}" for name in names}
        for one in self.spans:
            if (not wanted or one.tag in wanted) and all(one.get(key) == value for key, value in attrs.items()):
                yield one

    def words(self, one: etree._Element) -> str:
        """Return what an element says, as printed, without line ends and double blanks."""
        start, end = self.spans[one]
        return " ".join(self.text[start:end].split())

    def line(self, at: int) -> int:
        """Return the line of the source (1-based) in which the character at an offset stands."""
        return bisect_right(self._lines, at)

    def end_of_line(self, line: int) -> int:
        """Return the offset of the end of a line of the source (1-based), before its newline."""
        return self._lines[line] - 1

    def entry(
        self, kind: str, one: etree._Element, message: str, *, at: int = -1, alike: str = "", weight: int = 0
    ) -> Entry:
        """Make an entry about an element; ``at`` is the offset of the place in it, if it is not its beginning."""
        if one not in self.spans:
            excerpt = shortened("".join(str(piece) for piece in one.itertext()))
            return Entry(kind, 0, message, self.place(one), excerpt, alike or message, weight)
        start, end = self.spans[one]
        if at < 0:
            at, excerpt = start, shortened(self.text[start : min(end, start + 400)])
            at += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        else:
            first, last = self.text.rfind("\n\n", 0, at) + 2, self.text.find("\n\n", at)
            first = 0 if first == 1 else first
            last = len(self.text) if last < 0 else last
            excerpt = around(self.text, at, max(first, at - 300), min(last, at + 300))
        return Entry(kind, self.line(at), message, self.place(one), excerpt, alike or message, weight)

    def place(self, one: etree._Element) -> str:
        """Return where an element is: ``#id``, or an XPath from the nearest element that has one."""
        steps: list[str] = []
        here: etree._Element | None = one
        while here is not None:
            if name := here.get(XML_ID):
                return f"#{name}" if not steps else "/".join([f"id('{name}')", *reversed(steps)])
            steps.append(self._step(here))
            here = here.getparent()
        return "/" + "/".join(reversed(steps))

    def decision(self, one: etree._Element) -> Decision | None:
        """Return the decision that made an element, the narrowest that fits; None where that is not recorded."""
        if name := one.get(XML_ID):
            return self._by_name.get(f"{local(one)}#{name}")
        start, end = self.spans.get(one, (-1, -1))
        known = self._by_element.get(local(one), [])
        for i in range(bisect_right(known, start, key=lambda found: found.start) - 1, -1, -1):
            if known[i].end >= end:
                return known[i]
            if start - known[i].start > 100_000:
                break
        return None

    def _walk(self, one: etree._Element, hidden: bool) -> None:
        start = self._at
        hidden = hidden or local(one) in READING_AIDS
        hidden = hidden or (local(one) == "supplied" and "#encoder" in one.get("resp", "").split())
        self.spans[one] = (start, start)  # keeps the order of the document
        self._take(one.text, hidden)
        for child in one:
            if isinstance(child.tag, str):
                self._walk(child, hidden)
            self._take(child.tail, hidden)
        self.spans[one] = (start, self._at)

    def _take(self, text: str | None, hidden: bool) -> None:
        if text and not hidden:
            self._pieces.append(text)
            self._at += len(text)

    def _step(self, one: etree._Element) -> str:
        parent = one.getparent()
        if parent is None:
            return f"tei:{local(one)}"
        if parent not in self._numbers:
            counts: dict[object, int] = {}
            self._numbers[parent] = {}
            for child in parent:
                self._numbers[parent][child] = counts[child.tag] = counts.get(child.tag, 0) + 1
        return f"tei:{local(one)}[{self._numbers[parent][one]}]"

    def header(self, path: str) -> str:
        """Return the words of the first element of the header that a path (prefix ``tei``) leads to, "" for none."""
        found: Any = self.root.xpath(f"string(tei:teiHeader//tei:{path})", namespaces={"tei": NAMESPACE})
        return str(found).strip()

    def _agree(self) -> bool:
        """Say whether the decisions speak of this text: places that it has, ids that it has."""
        ids = {one.get(XML_ID) for one in self.root.iter("*")}
        return all(
            one.end <= len(self.text) and all(made.partition("#")[2] in ids for made in one.made if "#" in made)
            for one in self.decisions or ()
        )


def local(one: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(one).localname


def tokens(one: etree._Element, name: str) -> list[str]:
    """Return the words of an attribute: ``ana="#chair #reported"`` gives both."""
    return one.get(name, "").split()


def sitting(one: etree._Element) -> etree._Element | None:
    """Return the sitting (``div type="session"``) that an element stands in, None outside of all."""
    return next((div for div in one.iterancestors("{*}div") if div.get("type") == "session"), None)


def shortened(text: str) -> str:
    """Return a text in one line of at most 80 characters."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _EXCERPT else plain[: _EXCERPT - 1].rstrip() + "…"


def around(text: str, at: int, start: int, end: int) -> str:
    """Return at most 80 characters around the offset ``at``, out of ``text[start:end]``, in one line."""
    before = " ".join(text[start:at].split(" ")).replace("\n", " ").lstrip()
    after = " ".join(text[at:end].split())
    room = max(_EXCERPT // 2, _EXCERPT - len(after))
    if len(before) > room - 1:
        before = "…" + before[-(room - 2) :].lstrip()
    return shortened(before + after)
