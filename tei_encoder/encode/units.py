"""Units: the lines, or the hard-wrapped paragraphs, that rules look at one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from tei_encoder.model.limits import MAX_BLOCK
from tei_encoder.model.source import Source
from tei_encoder.rules.pattern import fold

#: Unit: start and end offset in the source (code points, half-open), the folded text in UTF-8 without leading
#: blanks and with its line ends as spaces, and whether it follows the line before directly.
Unit = tuple[int, int, bytes, bool]

_XML_SPACE = " \t\n"

#: Blank lines from which on they are the gap between two pages, and a sentence goes on after it.
PAGE_GAP = 2


def layout_of(sample: str) -> str:
    """Say whether a text has one block per line ("lines") or hard-wrapped paragraphs ("paragraphs").

    A text is hard-wrapped when nearly all its lines are short, many of them go straight on in the next line, and most
    of those break off in the middle of a sentence.
    """
    rows = [row.rstrip() for row in fold(sample).split("\n")]
    full = sorted(len(row) for row in rows if row.strip())
    if len(full) < 6:
        return "lines"
    followed = [row for row, following in pairwise(rows) if row.strip() and following.strip()]
    width = full[int(len(full) * 0.95)]
    wide = [row for row in followed if len(row) > width * 0.6]
    finished = sum(row.endswith((".", "!", "?", ":", '."', "!\"", "?\"", ".)", "。", "！", "？")) for row in wide)
    wrapped = width <= 130 and len(wide) > 0.3 * len(full) and finished < 0.5 * len(wide)
    return "paragraphs" if wrapped else "lines"


def units(
    source: Source, layout: str, begins_anew: Callable[[bytes], bool] | None, listen: Callable[[str], None]
) -> Iterator[Unit]:
    """Yield the units of a source in order.

    Lines of nothing but no-break spaces belong to the unit before them (they are text for XML), at the beginning to
    the first one. ``begins_anew`` says of a line of a hard-wrapped paragraph whether it begins a new unit all the same;
    ``listen`` is told every part of the text, folded, as it is read.
    """
    wrapped = layout == "paragraphs"
    rows: list[bytes] = []
    gap: list[bytes] = []  # blank lines since the last row
    start = end = length = 0
    held = -1  # where blank text for XML begins that has no unit before it
    begun_direct = False
    for offset, size, row, odd in _rows(source, listen):
        text = row.lstrip(b" \t")
        if not text:
            if odd and rows:
                end = offset + size
            elif odd and held < 0:
                held = offset
            gap.append(row)
            continue
        lead = len(row) - len(text)
        direct = bool(rows) and not gap
        goes_on = direct or (len(gap) >= PAGE_GAP and bool(rows) and _unfinished(rows[-1]))
        if rows and not (
            wrapped and goes_on and length + size < MAX_BLOCK and not (begins_anew and begins_anew(text))
        ):
            yield start, end, b" ".join(rows), begun_direct
            rows = []
        if rows:
            rows += [*gap, row]
            length += sum(map(len, gap)) + len(gap)
        else:
            rows.append(text)
            length = 0
            begun_direct = direct
            start = held if held >= 0 else offset if odd else offset + lead
            held = -1
        gap = []
        end = offset + size
        length += size + 1
    if rows:
        yield start, end, b" ".join(rows), begun_direct


def _unfinished(row: bytes) -> bool:
    """Say whether a full line breaks off in the middle of a sentence, as it does at the end of a page."""
    text = row.rstrip()
    return len(text) >= 40 and (text[-1:].islower() or text[-1:] in (b",", b"-"))


def _rows(source: Source, listen: Callable[[str], None]) -> Iterator[tuple[int, int, bytes, str]]:
    """Yield offset, length (code points) and folded UTF-8 of each line, and its blanks that XML takes for text."""
    offset = 0
    for part in source.parts():
        folded = fold(part)
        plain = folded is part
        listen(folded)
        rows = folded.encode().split(b"\n")
        if not rows[-1]:
            rows.pop()
        local = 0
        for row in rows:
            size = len(row) if row.isascii() else len(row.decode())
            odd = ""
            if not plain and (row[:1] in b" \t"):
                raw = part[local : local + size]
                lead = raw[: len(raw) - len(fold(raw).lstrip(_XML_SPACE))]
                odd = lead if lead.strip(_XML_SPACE) else ""
            yield offset, size, row, odd
            offset += size + 1
            local += size + 1

