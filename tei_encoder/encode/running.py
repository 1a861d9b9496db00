"""Running heads and page numbers: what stands on every page of the printed book and belongs to none of its sentences.

They are known by three things together: they come again (the same words, or the same words with another number), at
places that are about equally far apart, and they cut sentences in two, as only the end of a page does. A heading, a
speaker's label, the figure of a vote never stand in the middle of a sentence. Or the number goes on, and stands now
before the words, now behind them, as on left and right pages.

Numbers alone on their lines that count 1, 2, 3 from the title on, and cut no sentence, are those of sections.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, takewhile
from math import inf

from tei_encoder.encode.units import BLANK, read_lines
from tei_encoder.model.source import Source

#: Longer lines are no running heads.
_LONGEST = 80

#: How often a line must come again, and cut a sentence: once may be chance; and the share of the places where it does.
_LEAST = 3
_CUTS = 2
_SHARE = 0.3

#: Lines that may stand together where a page ends: a number, a head, the title of the book.
_TOGETHER = 4

#: Lines of text that a page has at least.
_PAGE = 3

#: How far the number of a page may be from that of the page before: pages may be missing.
_STEP = 4

#: Share of the numbers that must go on from the one before: a machine misreads some.
_ORDERED = 0.8

_NUMBER = re.compile(r"^(?:(\d{1,4})\b[ .|-]*)?(.*?)(?:[ .|-]*\b(\d{1,4}))?$")

#: A kind of rule may need one of these, see ``needs`` in docs/profiles.md.
HEAD, PAGE, COUNTED = "running", "page", "counted"

#: Lines that may stand above the first number of a section: the title, who wrote it, where it is from.
_TITLES = 12

#: A longer line that is a sentence is no title.
_TITLE = 40


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with text: where its first character stands, the text, whether a blank line is above or below.

    ``ahead``: its number stands before the words.
    """

    start: int
    text: str
    apart: bool
    key: str
    number: int | None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class _Kind:
    """Lines that are alike and stand where pages end: do they count the pages, and how many lines has a page?

    ``numbered``: the number of the page is a line of its own beside each of them. ``sides``: it stands on the outer
    side.
    """

    counts: bool
    lines: float
    numbered: bool = False
    sides: bool = False


class Running:
    """The lines of a text that are running heads or page numbers, by the offset of their first character."""

    def __init__(self, source: Source) -> None:
        """Look at the beginning of the source, and at all of it only if there are such lines."""
        sample = source.sample()
        rows = list(_rows([sample]))
        kinds = _recurring(rows)
        if kinds and source.characters > len(sample):
            rows = list(_rows(source.parts(), kinds))
        self._found: dict[int, str] = {}
        if kinds:
            self._settle(rows, kinds)
        elif _counted(rows) and not any(_is_sentence(row) for row in takewhile(lambda row: row.key, rows)):
            rows = list(_rows(source.parts(), {""})) if source.characters > len(sample) else rows
            self._found = dict.fromkeys(_counted(rows), COUNTED)
        starts = [row.start for row in rows] if self._found else []
        self._after = frozenset(two for one, two in pairwise(starts) if one in self._found)

    def __bool__(self) -> bool:
        return bool(self._found)

    def kind(self, start: int) -> str:
        """Return what the line is whose first character stands at ``start``: HEAD, PAGE, COUNTED or ""."""
        return self._found.get(start, "")

    def parts(self, start: int) -> bool:
        """Say whether a block begins with that line, whatever stands before it: it is such a line, or follows one."""
        return start in self._found or start in self._after

    def _settle(self, rows: list[_Row], kinds: Mapping[str, _Kind]) -> None:
        last: dict[str, tuple[int, int]] = {}  # where a kind was last seen, and with which number
        seen: set[str] = set()
        for at, row in enumerate(rows):
            kind = kinds.get(row.key)
            if kind is None or not _apart(rows, at, kinds):
                continue
            cut = _cuts(rows, at, kinds)
            if kind.numbered and (beside := _number_beside(rows, at)) is not None:
                self._found[rows[beside].start] = PAGE
            elif kind.counts:
                if row.number is None or not _goes_on(at, row.number, last.get(row.key), kind, cut):
                    continue
                last[row.key] = at, row.number
            elif row.text not in seen and not cut:
                seen.add(row.text)  # after the end of a sentence, and for the first time: the heading that it repeats
                continue
            seen.add(row.text)
            self._found[row.start] = HEAD if row.key else PAGE


def _goes_on(at: int, number: int, last: tuple[int, int] | None, kind: _Kind, cut: bool) -> bool:
    """Say whether a number can be that of the page: after the one before, and about where a page ends."""
    if last is None:
        return cut or kind.sides
    pages = number - last[1]
    return 0 < pages <= _STEP and (cut or kind.lines / 2 <= (at - last[0]) / pages <= kind.lines * 2)


def _rows(parts: Iterable[str], keys: Container[str] | None = None) -> Iterator[_Row]:
    """Yield the lines with text; with ``keys`` only what is needed of those that are none of them."""
    held: tuple[int, str, bool] | None = None  # a line, until it is known whether a blank line follows
    blank = True
    for offset, row, unindented, _ in read_lines(parts):
        text = unindented.rstrip(BLANK)
        if held is not None:
            yield _row(*held[:2], held[2] or not text, keys)
        held = (offset + len(row) - len(unindented), text, blank) if text else None
        blank = not text
    if held is not None:
        yield _row(*held[:2], True, keys)


def _row(start: int, text: str, apart: bool, keys: Container[str] | None) -> _Row:
    key, number = _key(text) if len(text) <= _LONGEST else (text[:1] + "\n", None)
    if keys is not None and key not in keys:
        key, number = "\n", None
    ahead = number is not None and text.strip("-[]() ")[:1].isdigit()
    return _Row(start, text if len(text) <= _LONGEST else f"{text[:8]} {text[-8:]}", apart, key, number, ahead)


def _key(text: str) -> tuple[str, int | None]:
    """Return what is the same on every page, and the number of the page: ``12 THE PORT`` is ``the port`` and 12."""
    bare = text.strip("-[]() ")
    match = _NUMBER.match(bare)
    if match is None or (match[1] and match[3] and match[2]):
        return " ".join(bare.casefold().split()), None
    number = match[1] or match[3]
    return " ".join(match[2].casefold().split()), int(number) if number else None


def _recurring(rows: list[_Row]) -> dict[str, _Kind]:
    """Return the keys of the lines that are running heads, or page numbers (``""``)."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if not row.key.endswith("\n"):
            places[row.key].append(at)
    often = {key: found for key, found in places.items() if len(found) >= _LEAST}
    numbered = [key for key, found in often.items() if key and _is_numbered(found, rows, often)]
    if numbered:  # the numbers are then known by the heads beside them
        return {"": _Kind(True, inf)} | {key: _Kind(False, inf, numbered=True) for key in numbered}
    kinds = ((key, _kind([at for at in found if _apart(rows, at, often)], rows, often)) for key, found in often.items())
    twice = {key: [at for at in found if _apart(rows, at, often)] for key, found in places.items() if len(found) > 1}
    sided = ((key, _on_sides(found, rows)) for key, found in twice.items())
    return {key: kind for key, kind in (*kinds, *sided) if kind is not None}


def _on_sides(found: list[int], rows: list[_Row]) -> _Kind | None:
    """Return what lines that are alike are to the pages if even numbers stand on one side and odd ones on the other.

    None where they do not, or where they do not go on. Headings have their numbers on the same side always.
    """
    numbers = [rows[at].number or 0 for at in found if rows[at].key]
    even_ahead = {rows[at].ahead is (number % 2 == 0) for at, number in zip(found, numbers, strict=False)}
    if len({number % 2 for number in numbers}) < 2 or len(even_ahead) > 1 or 0 in numbers:
        return None
    steps = [two - one for one, two in pairwise(numbers)]
    gaps = [two - one for one, two in pairwise(found)]
    if not all(0 < step <= _STEP for step in steps) or min(gaps) <= _PAGE:
        return None
    pages = sorted(gap / step for gap, step in zip(gaps, steps, strict=True))
    return _Kind(True, pages[len(pages) // 2], sides=True)


def _number_beside(rows: list[_Row], at: int) -> int | None:
    """Return the place of the number that stands alone on the line before or after a line, None where none does."""
    near = (one for one in (at - 1, at + 1) if 0 <= one < len(rows))
    return next((one for one in near if not rows[one].key and rows[one].number is not None), None)


def _is_numbered(found: list[int], rows: list[_Row], often: Collection[str]) -> bool:
    """Say whether lines that are alike have the numbers of pages beside them, in their order, and cut a sentence."""
    beside = [_number_beside(rows, at) for at in found]
    if None in beside or not any(_cuts(rows, at, {*often, ""}) for at in found):
        return False
    numbers = [rows[at].number or 0 for at in beside if at is not None]
    return all(0 < two - one <= _STEP for one, two in pairwise(numbers))


def _kind(found: list[int], rows: list[_Row], often: Container[str]) -> _Kind | None:
    """Return what lines that are alike are to the pages, None where they do not stand at the ends of pages."""
    cutting = [at for at in found if _cuts(rows, at, often)]
    if not cutting:
        return None
    bare = not rows[cutting[0]].key  # numbers alone on their lines may be many things besides
    if len(cutting) < (_LEAST if bare else _CUTS) or (not bare and len(cutting) < _SHARE * len(found)):
        return None
    places = cutting if bare else found
    gaps = sorted(two - one for one, two in pairwise(places))
    middle = gaps[len(gaps) // 2] if gaps else 0
    if len(places) < _LEAST or gaps[0] <= _PAGE or sum(middle / 2 <= gap <= middle * 2 for gap in gaps) < len(gaps) / 2:
        return None
    numbers = [rows[at].number for at in places]
    steps = [two - one for one, two in pairwise(numbers) if one is not None and two is not None]
    if len(steps) < len(gaps):  # a line without a number among them: the numbers belong to its words
        return _Kind(False, middle) if not bare and not any(steps) else None
    counts = all(steps)
    if sum(0 <= step <= _STEP * 2 for step in steps) < _ORDERED * len(steps) or (bare and not counts):
        return None
    pages = [gap / step for gap, step in zip((b - a for a, b in pairwise(places)), steps, strict=True) if step > 0]
    return _Kind(counts, sorted(pages)[len(pages) // 2] if counts and pages else middle)


def _counted(rows: list[_Row]) -> list[int]:
    """Return where the numbers of sections stand, none where the numbers alone on their lines are something else."""
    places = [at for at, row in enumerate(rows) if not row.key and row.text.rstrip(".").isdecimal()]
    numbers = [rows[at].number for at in places]
    if len(places) < 2 or numbers != list(range(1, len(places) + 1)) or not 0 < places[0] <= _TITLES:
        return []
    fair = all(rows[at].apart and not _cuts(rows, at, {""}) for at in places)
    apart = all(two - one > 1 for one, two in pairwise(places)) and places[-1] + 1 < len(rows)
    return [rows[at].start for at in places] if fair and apart else []


def _is_sentence(row: _Row) -> bool:
    """Say whether a line is a long one (``_row`` leaves but its ends) with a full stop, and no title."""
    return (len(row.text) > _TITLE or row.key.endswith("\n")) and row.text.rstrip("\"')").endswith((".", "!", "?"))


def _apart(rows: list[_Row], at: int, keys: Container[str]) -> bool:
    """Say whether a line stands apart from the text: by a blank line, or by another line of its kind."""
    near = [rows[one] for one in (at - 1, at + 1) if 0 <= one < len(rows)]
    return rows[at].apart or any(row.key in keys and row.apart for row in near)


def _cuts(rows: list[_Row], at: int, keys: Container[str]) -> bool:
    """Say whether a sentence goes on over a line: it breaks off above, and goes on in a small letter below."""
    above, below = at - 1, at + 1
    while above >= max(0, at - _TOGETHER) and rows[above].key in keys:
        above -= 1
    while below < min(len(rows), at + _TOGETHER) and rows[below].key in keys:
        below += 1
    if above < 0 or below >= len(rows):
        return False
    last, first = rows[above].text[-1], rows[below].text[0]
    return (last.islower() or last in ",;-") and first.islower()
