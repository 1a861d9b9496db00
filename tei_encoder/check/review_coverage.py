"""Blocks that no rule recognised: how many they are, and which of them look as if they were more than paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from tei_encoder.check.review import Entry
from tei_encoder.check.review_decisions import Decision
from tei_encoder.check.review_reading import Reading, local, shortened

#: What a block does that leads to another.
_COLON = "ends with a colon"
#: The slightest sign.
_SHORT = "is short"
#: Short blocks in a row that are told as one, and how suspicious that is.
_ROW, _ROW_WEIGHT = 3, 4
#: A paragraph in one of these is no paragraph of a sitting.
_HOLDS = frozenset(["sp", "quote", "note", "list"])

#: Signs that a block is more than a plain paragraph: what is seen, how much it weighs, pattern.
_SIGNS = (
    ("begins like a label", 3, re.compile(r"[^\W\d_][^\s:]{0,30}(?:\s[^\s:]{1,30}){0,3}\s?:\s")),
    ("begins with a bracket", 3, re.compile(r"\s*[(\[{]")),
    ("has figures and colons", 3, re.compile(r"(?=.{0,200}:\s*\d).{0,200}$", re.DOTALL)),
    ("begins with a number", 2, re.compile(r"\s*(?:\d{1,3}|[IVXL]{1,6})[.)]\s")),
    (_COLON, 2, re.compile(r".*:\s*$", re.DOTALL)),
    (_SHORT, 1, re.compile(r"\s*\S.{0,38}\s*$")),
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many blocks there are and how many of them no rule recognised."""

    blocks: int
    unrecognised: int

    @property
    def percent(self) -> float:
        """The share of blocks that a rule recognised, in per cent."""
        return 100.0 * (self.blocks - self.unrecognised) / self.blocks if self.blocks else 100.0


def measured(reading: Reading) -> Coverage | None:
    """Count the blocks; None where the decisions are not known."""
    if reading.decisions is None:
        return None
    blocks = _blocks(reading.decisions)
    return Coverage(len(blocks), sum(not one.rule for one in blocks))


def coverage(reading: Reading) -> Iterator[Entry]:
    """Find the blocks without a rule that look suspicious, and those in a sitting that are in no speech."""
    if reading.differs:
        yield Entry("DECISIONS-DIFFER", 0, "the decisions file beside this TEI speaks of another text", "", "")
        return
    if reading.decisions is None:
        yield Entry("NO-DECISIONS", 0, "without the decisions it is not known which blocks no rule recognised", "", "")
        return
    blocks = _blocks(reading.decisions)
    leading = {one.start for one, following in pairwise(blocks) if following.rule}
    outside = _outside(reading, {one.start for one in blocks if not one.rule})
    row: list[_Suspect] = []
    for block in blocks:
        seen = None if block.rule else _suspect(reading, block, block.start in leading, block.start in outside)
        if seen is None or not seen.short:
            yield from _told(reading, row)
            row = []
        if seen is None and block.start in outside:
            message = "a paragraph of a sitting, in no speech, that no rule recognised"
            yield reading.entry("OUTSIDE-SPEECH", outside[block.start], message)
        elif seen is not None:
            row.append(seen)
            if not seen.short:
                yield from _told(reading, row)
                row = []
    yield from _told(reading, row)


def _blocks(decisions: list[Decision]) -> list[Decision]:
    """Leave out what was decided inside of blocks."""
    return [one for one in decisions if one.layer in ("division", "block")]


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A block that looks like more than a paragraph: by which signs, how heavy, and whether shortness is all."""

    block: Decision
    signs: tuple[str, ...]
    weight: int
    short: bool


def _outside(reading: Reading, plain: set[int]) -> dict[int, etree._Element]:
    """Return the paragraphs of sittings that no rule recognised and that are in no speech, by where they begin."""
    found = {}
    for one in reading.all("p"):
        start = reading.spans[one][0]
        if start in plain:
            above = [(local(parent), parent.get("type")) for parent in one.iterancestors()]
            if ("div", "session") in above and not {name for name, _ in above} & _HOLDS:
                found[start] = one
    return found


def _suspect(reading: Reading, block: Decision, leads: bool, outside: bool) -> _Suspect | None:
    """Look for signs in a block; if it ``leads`` to one that a rule recognised, a list, say, its colon is no sign."""
    said = reading.text[block.start : block.end]
    signs = (sign for sign in _SIGNS if not (leads and sign[0] == _COLON))
    seen = [(what, weight) for what, weight, pattern in signs if pattern.match(said)]
    letters = [ch for ch in said if ch.isalpha()]
    if len(letters) > 3 and all(ch.isupper() for ch in letters):
        seen.append(("is all in capitals", 3))
    short = [what for what, _ in seen] == [_SHORT]
    if not seen or (short and not outside and _is_sentence(said)):
        return None
    if outside:
        seen.append(("stands in no speech", 1))
    return _Suspect(block, tuple(what for what, _ in seen), sum(weight for _, weight in seen), short)


def _is_sentence(said: str) -> bool:
    """Say whether a block is three words or more, the last of them small, and a full stop: in a speech, a sentence."""
    words = said.split()
    return len(words) > 2 and words[-1][:1].islower() and words[-1].rstrip("\"'”’»)]")[-1:] in tuple(".!?")


def _told(reading: Reading, row: list[_Suspect]) -> Iterator[Entry]:
    """Make the entries about suspicious blocks that follow each other; short ones in a row are one thing to look at."""
    if len(row) >= _ROW:
        first, last = row[0].block, row[-1].block
        message = f"no rule recognised these {len(row)} short lines in a row: a list, a table or names, it may be"
        yield _entry(reading, first, last.end, message, _ROW_WEIGHT)
        return
    for one in row:
        message = f"no rule recognised this block, and it {' and '.join(one.signs)}"
        yield _entry(reading, one.block, one.block.end, message, one.weight)


def _entry(reading: Reading, block: Decision, end: int, message: str, weight: int) -> Entry:
    said = reading.text[block.start : block.end]
    line = reading.line(block.start + len(said) - len(said.lstrip()))
    place = f"characters {block.start} to {end}"
    return Entry("BLOCK-SUSPECT", line, message, place, shortened(said), "blocks that no rule recognised", weight)
