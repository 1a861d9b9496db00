"""Blocks that no rule recognised: how many they are, and which of them look as if they were more than paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tei_encoder.check.review import Entry
from tei_encoder.check.review_decisions import Decision
from tei_encoder.check.review_reading import Reading, shortened

#: What a block does that leads to another.
_COLON = "ends with a colon"

#: Signs that a block is more than a plain paragraph: what is seen, how much it weighs, pattern.
_SIGNS = (
    ("begins like a label", 3, re.compile(r"[^\W\d_][^\s:]{0,30}(?:\s[^\s:]{1,30}){0,3}\s?:\s")),
    ("begins with a bracket", 3, re.compile(r"\s*[(\[{]")),
    ("has figures and colons", 3, re.compile(r"(?=.{0,200}:\s*\d).{0,200}$", re.DOTALL)),
    ("begins with a number", 2, re.compile(r"\s*(?:\d{1,3}|[IVXL]{1,6})[.)]\s")),
    (_COLON, 2, re.compile(r".*:\s*$", re.DOTALL)),
    ("is short", 1, re.compile(r"\s*\S.{0,38}\s*$")),
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
    blocks = [one for one in reading.decisions if one.layer != "inline"]
    return Coverage(len(blocks), sum(not one.rule for one in blocks))


def coverage(reading: Reading) -> Iterator[Entry]:
    """Find the blocks without a rule that look suspicious, and those in a sitting that are in no speech."""
    if reading.differs:
        yield Entry("DECISIONS-DIFFER", 0, "the decisions file beside this TEI speaks of another text", "", "")
        return
    if reading.decisions is None:
        yield Entry("NO-DECISIONS", 0, "without the decisions it is not known which blocks no rule recognised", "", "")
        return
    blocks = [one for one in reading.decisions if one.layer != "inline"]
    plain = [one for one in blocks if not one.rule]
    leading = {one.start for one, following in pairwise(blocks) if following.rule}
    by_start = {one.start: one for one in plain}
    outside = set()
    for one in reading.all("p"):
        block = by_start.get(reading.spans[one][0])
        ancestors = [(str(above.tag).rpartition("}")[2], above.get("type")) for above in one.iterancestors()]
        names = {name for name, _ in ancestors}
        if block and ("div", "session") in ancestors and not names & {"sp", "quote", "note", "list"}:
            outside.add(block.start)
            message = "a paragraph of a sitting, in no speech, that no rule recognised"
            yield reading.entry("OUTSIDE-SPEECH", one, message)
    for block in plain:
        yield from _suspect(reading, block, block.start in leading)


def _suspect(reading: Reading, block: Decision, leads: bool) -> Iterator[Entry]:
    """Look for signs in a block; if it ``leads`` to one that a rule recognised, a list, say, its colon is no sign."""
    said = reading.text[block.start : block.end]
    signs = (sign for sign in _SIGNS if not (leads and sign[0] == _COLON))
    seen = [(what, weight) for what, weight, pattern in signs if pattern.match(said)]
    letters = [ch for ch in said if ch.isalpha()]
    if len(letters) > 3 and all(ch.isupper() for ch in letters):
        seen.append(("is all in capitals", 3))
    if seen:
        message = f"no rule recognised this block, and it {' and '.join(what for what, _ in seen)}"
        weight = sum(weight for _, weight in seen)
        line = reading.line(block.start + len(said) - len(said.lstrip()))
        place = f"characters {block.start} to {block.end}"
        yield Entry("BLOCK-SUSPECT", line, message, place, shortened(said), "blocks that no rule recognised", weight)
