"""Units: the lines, or the hard-wrapped paragraphs, that rules look at one at a time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from tei_encoder.model.limits import MAX_BLOCK
from tei_encoder.model.source import Source
from tei_encoder.rules.pattern import fold

#: Unit: start and end offset in the source (code points, half-open), the folded text without the blanks around it and
#: with its line ends as spaces, and whether it follows the line before directly.
Unit = tuple[int, int, str, bool]

#: Blanks within a line.
BLANK = " \t"

#: A word at the beginning of a line; "a)" and "ii." are labels of a list.
_WORD = re.compile(r"[^\W\d_]{2,}(?:[\s'-]|[,;] |[.!?]?$)")

#: The number of an item in a list.
_ITEM = re.compile(r"\(?(?:\d{1,3}|[ivxlcIVXLC]{1,5}|\w)[.)]")

#: Letters of a line that is no heading, label or item.
_LONG = 40

#: What a line is to the block it stands in: one of its lines, the first of another block, a block by itself.
GOES_ON, BEGINS, ALONE = range(3)

#: How long the lines are that a text may break because they are full.
_NARROWEST, _WIDEST = 60, 130

#: A line of this share of the longest one may be full; so many must break off, and so many of them go on small.
_FULL, _BROKEN, _GOING_ON = 0.85, 3, 1

#: What a line does not break off with.
_CLOSED = '.!?:;)]"'

#: A short word with a capital and a full stop at the end of a line: a title or an initial, and no end of a sentence.
_SHORTENED = re.compile(r"(?:^|[\s(])[^\W\d_a-z][a-z]{0,2}\.$")

#: Blanks that the first line of a paragraph stands further in, where nothing else sets paragraphs apart; so many such
#: lines are no chance, and this share of the lines before them must end as paragraphs do.
_FURTHER, _PARAGRAPHS, _ENDED = range(2, 9), 4, 0.8

#: Share of the lines that stand at the margin, at least: those of paragraphs of one line do not.
_AT_MARGIN = 0.2

#: Blank lines from which on they are the gap between two pages, and a sentence goes on after it.
PAGE_GAP = 2


def layout_of(sample: str) -> str:
    """Say whether a text has one block per line ("lines") or hard-wrapped paragraphs ("paragraphs").

    A text is hard-wrapped when nearly all its lines are short, many of them go straight on in the next line, and most
    of those break off in the middle of a sentence; or when some of many go on with a small letter.
    """
    rows = [row.rstrip() for row in fold(sample).split("\n")]
    full = sum(1 for row in rows if row.strip())
    if full < 6:
        return "lines"
    followed = [row for row, following in pairwise(rows) if row.strip() and following.strip()]
    width = width_of(rows)
    wide = [row for row in followed if len(row) > width * 0.6]
    ends = (".", "!", "?", ":", '."', '!"', '?"', ".)", "。", "！", "？")
    finished = sum(row.endswith(ends) and not _SHORTENED.search(row) for row in wide)
    long = ((row, after) for row, after in pairwise(rows) if len(row) > width * 0.6 and row[-1:].isalpha())
    going_on = sum(after.lstrip()[:1].islower() for row, after in long)
    many = len(wide) > 0.3 * full or len(wide) > max(4, 0.5 * len(followed))
    wrapped = many and finished < 0.5 * len(wide)
    return "paragraphs" if width <= 130 and (wrapped or going_on > max(4, 0.15 * full)) else "lines"


def width_of(rows: Iterable[str]) -> int:
    """Return how long the long lines of a text are; one in twenty may be longer."""
    full = sorted(len(row) for row in map(str.rstrip, rows) if row.strip())
    return full[int(len(full) * 0.95)] if full else 0


def breaking_width(sample: str) -> int:
    """Return how long the lines are that a text breaks where they are full, 0 where it does not.

    Between many short lines (headings, lists, motions) there may be paragraphs that are hard-wrapped. That some lines
    near the longest break off, and some of those go on with a small letter, shows it.
    """
    rows = [row.rstrip() for row in fold(sample).split("\n")]
    width = max(map(len, rows), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = [(row, after.lstrip(BLANK)) for row, after in pairwise(rows) if len(row) > _FULL * width and after.strip()]
    broken = [after for row, after in full if row[-1] not in _CLOSED]
    return width if len(broken) >= _BROKEN and sum(after[:1].islower() for after in broken) >= _GOING_ON else 0


def first_indent(sample: str) -> int:
    """Return how far in the lines stand with which paragraphs begin, 0 where blank lines set paragraphs apart.

    So it is if many lines directly below others stand some blanks further in, and the lines before them end sentences.
    """
    rows = [row.rstrip(BLANK) for row in fold(sample).split("\n")]
    leads = Counter(_lead(row) for row in rows if row)
    margin = min((lead for lead in leads if leads[lead] >= _AT_MARGIN * leads.total()), default=0)
    pairs = [(row, after) for row, after in pairwise(rows) if row and _lead(after) - margin in _FURTHER and after]
    ended = sum(row[-1] in _CLOSED for row, _ in pairs)
    apart = sum(not row for row, after in pairwise(rows) if after)
    if len(pairs) < max(_PARAGRAPHS, apart) or ended < _ENDED * len(pairs):
        return 0
    return min(_lead(after) for _, after in pairs)


def _lead(row: str) -> int:
    return len(row) - len(row.lstrip(BLANK))


def _begins(last: str, row: str, indent: int) -> bool:
    """Say whether a line begins a paragraph by standing in, directly below another one."""
    if not indent or _lead(row) < indent:
        return False
    return _lead(last) != _lead(row) or last.rstrip(BLANK)[-1:] in _CLOSED


def units(
    source: Source,
    layout: str,
    begins_anew: Callable[[str, int, str], int] | None,
    listen: Callable[[str], None],
    width: int = 0,
    titles: tuple[str, ...] = (),
    indent: int = 0,
) -> Iterator[Unit]:
    """Yield the units of a source in order.

    Lines of nothing but no-break spaces belong to the unit before them (they are text for XML), at the beginning to
    the first one. ``begins_anew`` says of a line of a hard-wrapped paragraph (its text, the offset of that, the line
    before) whether it begins a new unit all the same, or is one by itself (ALONE); ``listen`` is told every part of
    the text, folded, as it is read. Where every line is a unit, a line that breaks off and goes on in the next with a
    small letter is one with it all the same, and one that ends with one of the ``titles``, such as ``mr.``; if lines
    break where they are full (``width``, see ``breaking_width``), with any letter. In a hard-wrapped text whose
    paragraphs begin further in (``indent``, see ``first_indent``) such a line begins one.
    """
    wrapped = layout == "paragraphs"
    last = ""  # the line before, with its indent
    place = GOES_ON  # of the first line of the unit, until another goes on from it
    rows: list[str] = []
    gap: list[str] = []  # blank lines since the last row
    start = end = length = 0
    held = -1  # where blank text for XML begins that has no unit before it
    begun_direct = False
    for offset, row, text, odd in read_lines(source.parts(), listen):
        size = len(row)
        if not text:
            if odd and rows:
                end = offset + size
            elif odd and held < 0:
                held = offset
            gap.append(row)
            continue
        seen = text.rstrip(BLANK)
        direct = bool(rows) and not gap and not (wrapped and _begins(last, row, indent))
        if rows:
            if wrapped:
                goes_on = direct or (len(gap) >= PAGE_GAP and _unfinished(rows[-1]))
            else:
                full = width > 0 and len(last.rstrip(BLANK)) + 1 + len(text.split()[0]) > width
                small = runs_on(rows[-1], text, titles=titles) and bool(_WORD.match(text))
                goes_on = direct and (small or (full and rows[-1].rstrip(BLANK)[-1] not in _CLOSED))
            if place == ALONE and direct and text[:1].isupper():
                goes_on = False
            anew = begins_anew is not None and goes_on and begins_anew(seen, offset + size - len(text), rows[-1])
            if goes_on and length + size < MAX_BLOCK and not anew:
                rows += [*gap, row]
                length += sum(map(len, gap)) + len(gap) + size + 1
                gap = []
                end = offset + size
                place, last = GOES_ON, row
                continue
            yield start, end, " ".join(rows).rstrip(BLANK), begun_direct
        place = begins_anew(seen, offset + size - len(text), "") if wrapped and begins_anew is not None else GOES_ON
        rows, last = [text], row
        length = size + 1
        begun_direct = direct
        start = held if held >= 0 else offset if odd else offset + size - len(text)
        held = -1
        gap = []
        end = offset + size
    if rows:
        yield start, end, " ".join(rows).rstrip(BLANK), begun_direct


def runs_on(row: str, text: str, width: int = 0, titles: tuple[str, ...] = ()) -> bool:
    """Say whether a line goes on with a sentence that the line before, a long one, breaks off.

    So it does if it begins with a small letter; if a title such as ``Mr.`` ends the line before; or if that had no
    room for its first word in a text of this ``width`` (0: not known). An item of a list begins anew all the same.
    """
    before = row.rstrip(BLANK)
    if len(before) < _LONG:
        return False
    if text[:1].islower():
        return before[-1].islower() or before[-1] in ",;-"
    if _ITEM.match(text):
        return False
    if before[-1] == "." and before.rpartition(" ")[2].casefold() in titles:
        return True
    no_room = 0 < width < len(before) + 1 + len(text.partition(" ")[0])
    return no_room and (before[-1].islower() or before[-1] in ",;" or _opened(before))


def _opened(row: str) -> bool:
    return any(row.count(left) > row.count(right) for left, right in ("()", "[]"))


def _unfinished(row: str) -> bool:
    """Say whether a full line breaks off in the middle of a sentence, as it does at the end of a page."""
    text = row.rstrip(BLANK)
    return len(text) >= _LONG and (text[-1].islower() or text[-1] in ",-")


def read_lines(
    parts: Iterable[str], listen: Callable[[str], None] | None = None
) -> Iterator[tuple[int, str, str, bool]]:
    """Yield the lines of a source that is read in parts, without their line ends.

    Of each: where it begins (offset in code points), the line folded, the same without leading blanks, and whether
    those blanks are more than XML's own: no-break spaces are text. ``listen`` is told every part of the text, folded.
    """
    offset = 0
    for part in parts:
        folded = fold(part)
        if listen:
            listen(folded)
        begin = offset
        rows = folded.split("\n")
        if not rows[-1]:
            rows.pop()
        for row in rows:
            text = row.lstrip(BLANK)
            lead = len(row) - len(text)
            blank = part[offset - begin : offset - begin + lead] if lead and folded is not part else ""
            yield offset, row, text, blank.strip(BLANK) != ""
            offset += len(row) + 1
