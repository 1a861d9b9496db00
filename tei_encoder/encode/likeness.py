"""Likeness: how two spellings differ, and whether a machine that reads print could have made the difference.

RapidFuzz finds the fewest edits that lead from one word to the other; this module prices them. Letters that
look alike in print cost half, a vowel for a vowel or one letter for another costs 1, a letter too many or too few 1.2,
and an ending that one word has and the other has not makes another name (Martin, Martinson; Ivanov, Ivanova).
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

Kind = Literal["glyph", "vowel", "letter", "gap", "ending", "blank"]

#: Letters that look alike, as capitals or small, in Latin and Cyrillic print.
_ALIKE = (
    "vy vu uv vw ce co cg gq gc go oq oc do nu nh nr hb hk hm hn il it ij lt lj ft fe kx pr rp bh 0o 1l 1i 5s 8b "
    "ил ин ип нп нк шщ цщ се ое ьъ гт тг"
)
#: Groups of letters that look like one other letter or group.
_GROUPS = (
    "rn m, ri n, ti u, li h, cl d, vv w, nn m, ii u, il u, in m, ni m, iv w, ci a, ol d, lc k, ic k, oi d, tl d, "
    "ij y, ii n"
)
_VOWELS = frozenset("aeiouyаеиоуыэюяєіїαειουωη")

_PRICE: dict[Kind, float] = {"glyph": 0.5, "vowel": 1.0, "letter": 1.0, "gap": 1.2, "ending": 1.2, "blank": 0.25}

_PAIRS = frozenset(frozenset(pair) for pair in _ALIKE.split())
_GROUPED = frozenset(frozenset(group.split()) for group in _GROUPS.split(", "))


class Edit(NamedTuple):
    """One difference: the letters of the first word, those of the second in their place, and what kind it is."""

    old: str
    new: str
    kind: Kind

    @property
    def price(self) -> float:
        """What the difference costs; a gap costs for each of its letters."""
        length = abs(len(self.old) - len(self.new)) if self.kind in ("gap", "ending") else 1
        return _PRICE[self.kind] * length


class Likeness(NamedTuple):
    """The differences between two words; ``size`` is the number of letters of the longer one.

    ``first``: the words begin with different letters. ``price`` is what the differences cost together, ``kinds`` are
    the kinds of difference there are.
    """

    edits: tuple[Edit, ...]
    size: int
    first: bool
    price: float
    kinds: frozenset[Kind]

    @staticmethod
    def of(edits: tuple[Edit, ...], size: int, first: bool) -> Likeness:
        """Make a likeness of its differences."""
        return Likeness(edits, size, first, sum([edit.price for edit in edits]), frozenset([one.kind for one in edits]))

    @property
    def share(self) -> float:
        """The price per letter."""
        return self.price / self.size

    def told(self) -> str:
        """Say the differences in words: ``Y for V (letters that look alike)``."""
        return "; ".join(_told(edit) for edit in self.edits)


def likeness(one: str, other: str, limit: int = 3) -> Likeness | None:
    """Compare two words in small letters; None where more than ``limit`` letters would have to change."""
    from rapidfuzz.distance import Levenshtein

    if abs(len(one) - len(other)) > limit or Levenshtein.distance(one, other, score_cutoff=limit) > limit:
        return None
    edits: list[Edit] = []
    groups: list[list[int]] = []
    for step in Levenshtein.opcodes(one, other):
        if step.tag == "equal":
            continue
        if groups and groups[-1][1] == step.src_start and groups[-1][3] == step.dest_start:
            groups[-1][1], groups[-1][3] = step.src_end, step.dest_end
        else:
            groups.append([step.src_start, step.src_end, step.dest_start, step.dest_end])
    for start, end, other_start, other_end in groups:
        at_end = end == len(one) and other_end == len(other)
        edits += _priced(one[start:end], other[other_start:other_end], at_end)
    return Likeness.of(tuple(edits), max(len(one), len(other)), one[:1] != other[:1])


@cache
def _priced(old: str, new: str, at_end: bool) -> tuple[Edit, ...]:
    if frozenset((old, new)) in _GROUPED:
        return (Edit(old, new, "glyph"),)
    if len(old) == len(new):
        return tuple(Edit(a, b, _kind(a, b)) for a, b in zip(old, new, strict=True))
    if not old or not new:
        return (Edit(old, new, "ending" if at_end else "gap"),)
    short = min(len(old), len(new))
    same = tuple(Edit(a, b, _kind(a, b)) for a, b in zip(old[:short], new[:short], strict=True) if a != b)
    return (*same, Edit(old[short:], new[short:], "ending" if at_end else "gap"))


def _kind(old: str, new: str) -> Kind:
    if frozenset((old, new)) in _PAIRS:
        return "glyph"
    return "vowel" if old in _VOWELS and new in _VOWELS else "letter"


def _told(edit: Edit) -> str:
    match edit.kind:
        case "glyph":
            return f"{edit.old.upper()} for {edit.new.upper()}, which look alike"
        case "blank":
            return "a blank inside the word"
        case "gap" | "ending":
            where = " at the end" if edit.kind == "ending" else ""
            return f"{edit.old.upper()} too many{where}" if not edit.new else f"{edit.new.upper()} missing{where}"
        case _:
            return f"{edit.old.upper()} for {edit.new.upper()}"
