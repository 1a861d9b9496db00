"""The sweep: one pass over sorted annotations that cuts the text and writes the tags between.

Because the sweep copies the source from left to right and annotations only say where tags go, no character can be
lost, changed or moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from tei_encoder.model.annotation import OPEN, Annotation
from tei_encoder.model.errors import InvalidOutputError
from tei_encoder.rules.pattern import fold


class CrossingError(InvalidOutputError):
    """Two annotations overlap without one containing the other: no XML tree can say that."""


class Sweep:
    """Writes annotations as XML around the text of a source.

    Feed it the annotations in document order; an annotation whose ``end`` is ``OPEN`` stays open until its ``end`` is
    set, which must not be before what has been written already.
    """

    __slots__ = ("_open", "_text", "position")

    def __init__(self, text: Window) -> None:
        self._text = text
        self._open: list[Annotation] = []
        self.position = 0

    def feed(self, annotations: Sequence[Annotation], out: list[str]) -> None:
        """Append to ``out`` the XML up to the start tag of the last of ``annotations``.

        Raises CrossingError when the annotations do not nest.
        """
        stack = self._open
        for one in annotations if len(annotations) == 1 else sorted(annotations, key=_order):
            start = one.start
            while stack and stack[-1].end <= start and stack[-1] is not one.within:
                self._close(stack.pop(), out)
            if stack and stack[-1].end < one.end and one.end != OPEN:
                raise CrossingError(
                    "CROSSING", f"<{one.element}> of {one.rule!r} crosses <{stack[-1].element}> of {stack[-1].rule!r}"
                )
            if start > self.position:
                self._copy(start, out)
            if start == one.end and one.correction is None:
                out.append(f"<{one.element}{attributes(one.attrs)}/>" if one.attrs else f"<{one.element}/>")
                continue
            if one.correction:
                out.append("<choice>")
            out.append(f"<{one.element}{attributes(one.attrs)}>" if one.attrs else f"<{one.element}>")
            stack.append(one)

    def settle(self, end: int, out: list[str]) -> None:
        """Close every annotation that ends at ``end`` or before."""
        stack = self._open
        while stack and stack[-1].end <= end:
            self._close(stack.pop(), out)

    def finish(self, end: int, out: list[str]) -> None:
        """Close everything and append the text up to ``end``, the length of the source."""
        self.settle(end, out)
        if self._open:
            raise CrossingError("CROSSING", f"<{self._open[-1].element}> was never closed")
        if self.position < end:
            self._copy(end, out)

    def _copy(self, end: int, out: list[str]) -> None:
        out.append(escaped(self._text.slice(self.position, end)))
        self.position = end

    def _close(self, one: Annotation, out: list[str]) -> None:
        if one.end > self.position:
            self._copy(one.end, out)
        elif one.end < self.position:
            raise CrossingError("CROSSING", f"<{one.element}> of {one.rule!r} ends before what stands in it")
        out.append(f"</{one.element}>")
        if one.correction:
            element, attrs, text = one.correction
            out.append(f"<{element}{attributes(attrs)}>{escaped(text)}</{element}></choice>")


def _order(one: Annotation) -> tuple[int, bool, int]:
    """Sort by beginning; what is empty stands before what begins there, the longer before the shorter."""
    return one.start, one.start != one.end, -one.end


class Window:
    """The part of a source that is being written, read on as needed and forgotten behind; with its folded view."""

    __slots__ = ("_base", "_folded", "_parts", "_text")

    def __init__(self, parts: Iterable[str]) -> None:
        """Take the parts of a source, in order."""
        self._parts = iter(parts)
        self._base = 0
        self._text = self._folded = ""

    def slice(self, start: int, end: int) -> str:
        """Return the characters from ``start`` to ``end`` (half-open); nothing before ``start`` may be asked later."""
        if end > self._base + len(self._text):
            self._read_on(start, end)
        return self._text[start - self._base : end - self._base]

    def folded(self, start: int, end: int) -> str:
        """Return what rules see of the characters from ``start`` to ``end``, line ends as blanks."""
        if end > self._base + len(self._text):
            self._read_on(start, end)
        return self._folded[start - self._base : end - self._base].replace("\n", " ")

    def _read_on(self, start: int, end: int) -> None:
        while end > self._base + len(self._text):
            part = next(self._parts, None)
            if part is None:
                break
            self._text = self._text[start - self._base :] + part
            self._folded = self._folded[start - self._base :] + fold(part)
            self._base = start


#: What an attribute cannot hold as it is.
_TELLING = re.compile(r"[&<>\"\n\t]")


def escaped(text: str) -> str:
    """Return the text with ``& < >`` as XML writes them."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def attributes(attrs: Mapping[str, str]) -> str:
    """Return attributes as they stand in a start tag, each with a blank before it."""
    return "".join(
        [
            f' {name}="{value}"' if value.isalnum() else f' {name}="{_attribute(value)}"'
            for name, value in attrs.items()
        ]
    )


def _attribute(value: str) -> str:
    if not _TELLING.search(value):
        return value
    value = escaped(value).replace('"', "&quot;")
    return value.replace("\n", "&#10;").replace("\t", "&#9;")
