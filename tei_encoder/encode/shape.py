"""The shape of lines: verse or hard-wrapped prose, at the margin or further in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tei_encoder.encode.units import ALONE, BLANK, read_lines
from tei_encoder.model.limits import MAX_BLOCK
from tei_encoder.model.source import Source
from tei_encoder.rules.pattern import fold

#: Nothing is remarkable about the lines of a unit.
NO_SHAPE: frozenset[str] = frozenset()

#: A unit (see units.py) and its shape: ``verse``, ``indented``, ``half``.
Shaped = tuple[int, int, str, bool, frozenset[str]]

#: Lines that are looked at together.
_RUN = 2000

#: Longer lines are no verse: the longest that people write (fourteeners, hexameters) have some 80 characters.
_LONGEST = 90

#: Blanks further in than most lines from which on a line is indented.
_INDENT = 4

#: Blanks further in than most lines from which on a line below a label may go on with a line of verse.
_HALF = 8

#: Share of the lines that begin with a capital. Not all: a line may begin with a name such as "von Berg".
_CAPITALS = 0.8

#: Full lines with capitals in a row that are no chance: German prose begins one line in two with a capital.
_MANY = 4

#: Lines that begin a verse in a text that otherwise has none: two may be chance.
_FEW = 3

#: Shorter lines are labels and headings, and say nothing of the lines around them.
_SHORTEST = 25

#: Lines that go on in the next one, from which on the beginnings of those say whether a text has verse.
_ENOUGH = 5

#: Longer lines are no lines of hard-wrapped prose.
_WIDEST = 130

#: What ends a sentence, or what is said.
_ENDS = (".", "!", "?", ":", '"', ")", "]", "…", "。", "！", "？", "»")


class Shape:
    """Says of the lines of a paragraph whether they are verse, and whether they are indented.

    Prose fills its lines: the first word of the next line would not have found room. Verse ends its lines where it
    likes and begins them with capitals. Where a paragraph is too short to tell, it is what the one before was.
    """

    def __init__(self, sample: str, verse: bool) -> None:
        """Take the width and the margin from ``sample``; without ``verse`` nothing is ever verse."""
        rows = [row.rstrip(BLANK) for row in fold(sample).split("\n") if row.strip(BLANK)]
        leads = Counter(len(row) - len(row.lstrip(BLANK)) for row in rows)
        self._margin = max(leads, key=lambda lead: (leads[lead], -lead)) if leads else 0
        widths = sorted(map(len, rows))
        self._width = widths[int(len(widths) * 0.95)] if widths else 0
        self._may_be_verse = verse
        self._has_verse = self._before = verse and _has_verse(rows)

    def of(self, rows: list[str]) -> frozenset[str]:
        """Return ``verse`` and ``indented`` as they are true of these lines (folded, with their blanks)."""
        lines = [row.rstrip(BLANK) for row in rows]
        shape = set()
        if min(len(line) - len(line.lstrip(BLANK)) for line in lines) >= self._margin + _INDENT:
            shape.add("indented")
        if self._may_be_verse and self._is_verse(lines):
            shape.add("verse")
        return frozenset(shape)

    def is_half(self, line: _Line) -> bool:
        """Say whether a line of verse may be the end of a line that another speaker has begun: it stands far in."""
        return line.direct and len(line.row) - len(line.row.lstrip(BLANK)) >= self._margin + _HALF

    def _is_verse(self, lines: list[str]) -> bool:
        bare = [line.strip(BLANK) for line in lines]
        if max(map(len, bare)) > _LONGEST:
            self._before = False
        elif len(bare) > 1:
            firsts = [next((ch for ch in line if ch.isalpha()), "") for line in bare[1:]]
            cased = [ch.isupper() for ch in firsts if ch.isupper() or ch.islower()]
            full = sum(
                len(line) + 1 + len(two.partition(" ")[0]) > self._width
                for line, two in zip(lines[:-1], bare[1:], strict=True)
            )
            ended = all(line.endswith(_ENDS) for line in bare)
            if sum(cased) < _CAPITALS * len(firsts):
                self._before = False
            elif len(bare) > _MANY or (full < len(bare) - 1 and not ended and (self._has_verse or len(bare) >= _FEW)):
                self._before = True
        return self._before


def _has_verse(rows: list[str]) -> bool:
    """Say whether the lines that go on in the next one are followed by capitals, as verse is."""
    bare = [row.strip(BLANK) for row in rows]
    following = [
        two
        for one, two in pairwise(bare)
        if _SHORTEST <= len(one) <= _LONGEST and len(two) >= _SHORTEST and not one.endswith(_ENDS)
    ]
    firsts = [next((ch for ch in line if ch.isalpha()), "") for line in following]
    return len(firsts) >= _ENOUGH and sum(ch.isupper() for ch in firsts) >= _CAPITALS * len(firsts)


def _is_wrapped(rows: list[str]) -> bool:
    """Say whether lines that follow each other are one paragraph: short, and not all of them ends of sentences."""
    lines = [row.rstrip(BLANK) for row in rows]
    return max(map(len, lines)) <= _WIDEST and not all(line.endswith(_ENDS) for line in lines[:-1])


def shaped(
    source: Source, layout: str, place_of: Callable[[str, int, str], int], listen: Callable[[str], None], shape: Shape
) -> Iterator[Shaped]:
    """Yield the units of a source like ``units.units``, with their shape; every line of a verse is a unit.

    ``place_of`` says of a line (text, offset, the line directly before) whether it begins a new unit in the middle of a
    paragraph (BEGINS), or is one by itself (ALONE). Blank lines always end a unit. With the layout ``auto`` each
    paragraph shows whether it is hard-wrapped.
    """
    run: list[_Line] = []
    length = 0
    held = -1  # where blank text for XML begins that has no unit before it
    direct = alone = False
    for offset, row, text, odd in read_lines(source.parts(), listen):
        size = len(row)
        if not text:
            direct = False
            if odd and run:
                run[-1].end = offset + size
            elif odd and held < 0:
                held = offset
            continue
        place = place_of(text, offset + size - len(text), run[-1].row if direct and run else "")
        if run and (place or alone or not direct or length > MAX_BLOCK or len(run) >= _RUN):
            yield from _cut(run, layout, shape)
            run = []
            length = 0
        start = held if held >= 0 else offset if odd else offset + size - len(text)
        run.append(_Line(row, start, offset + size, direct))
        length += size
        direct, alone, held = True, place == ALONE, -1
    if run:
        yield from _cut(run, layout, shape)


@dataclass(slots=True)
class _Line:
    """A line with its blanks (folded), where it begins and ends in the source, whether it follows another directly."""

    row: str
    start: int
    end: int
    direct: bool


def _cut(run: list[_Line], layout: str, shape: Shape) -> Iterator[Shaped]:
    """Yield lines that follow each other as one unit, or as one each where they are verse or paragraphs."""
    seen = shape.of([line.row for line in run])
    wrapped = layout == "paragraphs" or (layout == "auto" and _is_wrapped([line.row for line in run]))
    if wrapped and "verse" not in seen:
        yield _joined(run, seen)
        return
    if "verse" in seen and shape.is_half(run[0]) and (len(run) == 1 or "indented" not in seen):
        yield _joined(run[:1], seen | {"half"})
        run = run[1:]
    first = depth = 0
    for number, line in enumerate(run, 1):
        depth += sum(map(line.row.count, ("(", "["))) - sum(map(line.row.count, (")", "]")))
        if depth <= 0 or number == len(run):  # else a direction goes on in the next line
            yield _joined(run[first:number], seen)
            first, depth = number, 0


def _joined(run: list[_Line], shape: frozenset[str]) -> Shaped:
    text = " ".join([run[0].row.lstrip(BLANK), *(line.row for line in run[1:])])
    return run[0].start, run[-1].end, text, run[0].direct, shape
