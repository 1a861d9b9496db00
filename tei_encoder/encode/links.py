"""Links: gaps, their anchors and the notes that explain them point to one another (TEI P5, 12.3.1.2 and 3.9)."""

from __future__ import annotations

from bisect import bisect_left

from tei_encoder.encode.survey import key_of
from tei_encoder.model.annotation import Annotation


class Links:
    """Joins note anchors to notes, knowing from the survey which notes are still to come."""

    def __init__(self, notes: list[tuple[str, str]]) -> None:
        """Take the survey's notes: printed number and what the note explains, in document order."""
        self._notes = notes
        self._numbered: dict[str, list[int]] = {}
        for i, (label, _) in enumerate(notes):
            self._numbered.setdefault(key_of(label), []).append(i)
        self._seen = 0
        self._anchors: dict[int, str] = {}
        self._gaps = 0
        self._refs = 0
        self._next = 0  # the note (its place in the list) that comes after the last one anchored

    def expects(self, text: str) -> bool:
        """Say whether a number, bare or in brackets, may be an anchor: its note is to come, and is the next in order.

        In order means: of the notes as they are printed, for a chapter of a book begins with note 43. One note may be
        passed over, for anchors get lost; a number in square brackets may pass over any. A note that is printed in
        braces or square brackets has anchors in brackets, not bare numbers.
        """
        key = key_of(text)
        if not key.isdigit():
            return False
        same = self._numbered.get(key, [])
        at = bisect_left(same, self._seen)
        if at == len(same):
            return False
        first, note = max(self._seen, self._next), same[at]
        if not first <= note <= (len(self._notes) if text[0] == "[" else first + 1):
            return False
        return not (text[0].isdigit() and self._notes[note][0][:1] in ("{", "["))

    def gap(self, gap: Annotation) -> None:
        """Number a gap in the record."""
        self._gaps += 1
        gap.attrs = {"xml:id": f"gap.{self._gaps}", **gap.attrs}

    def anchor(self, ref: Annotation, text: str, gap: Annotation | None) -> None:
        """Point an anchor (printed as ``text``) to its note; ``gap`` is the gap directly before it.

        An anchor whose note is missing keeps no pointer and ``cert="low"``, so does its gap.
        """
        same = self._numbered.get(key_of(text), [])
        coming = bisect_left(same, self._seen)
        if coming == len(same):
            ref.attrs["cert"] = "low"
            if gap is not None:
                gap.attrs["cert"] = "low"
            return
        note = same[coming]
        if key_of(text).isdigit():
            self._next = max(self._next, note + 1)
        ref.attrs["target"] = f"#note.{note + 1}"
        if gap is not None and self._notes[note][1] != "gap":
            gap.attrs["reason"] = "ellipsis"  # the note speaks of something else: only the dots are evidence
            gap.attrs["cert"] = "medium"
        if gap is None:
            self._refs += 1
            ref.attrs = {"xml:id": f"anchor.{self._refs}", **ref.attrs}
        self._anchors.setdefault(note, gap.attrs["xml:id"] if gap is not None else ref.attrs["xml:id"])

    def note(self, note: Annotation, text: str) -> None:
        """Number a note whose printed number is ``text`` and point it back to its anchor."""
        number, self._seen = self._seen, self._seen + 1
        note.attrs = {"xml:id": f"note.{number + 1}", "n": key_of(text), **note.attrs}
        if number in self._anchors:
            note.attrs["target"] = f"#{self._anchors[number]}"
        else:
            note.attrs["cert"] = "low"
