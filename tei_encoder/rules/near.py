"""How far a pattern fits a text that it does not match: what ``explain`` says of the rules that were not taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from tei_encoder.rules.pattern import Pattern, PatternError

#: The pieces of a pattern as it is written in a profile: a term, an escape, a class, a bracket, a sign.
_PIECE = re.compile(
    r"(?P<term>\{\{[\w-]+\}\})|(?P<quantity>(?:[*+?]|\{\d+(?:,\d*)?\})\??)|(?P<flags>\(\?[a-z-]+\))"
    r"|(?P<open>\((?:\?(?:P?<\w+>|[a-z-]*:))?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<class>\[\^?\]?(?:\\.|\[:\w+:\]|[^]\\])*\])|(?P<escape>\\[pPx]\{\w+\}|\\x..|\\.)|(?P<sign>.)",
    re.DOTALL,
)


class NearMiss(NamedTuple):
    """How near a pattern came: the share of it that fits (0 to 1), the text that fits, what it wants there instead."""

    share: float
    fits: str
    wants: str


class Nearness:
    """Says how near the patterns of one profile come to texts that they do not match."""

    def __init__(self, fill: Callable[[str], str]) -> None:
        """``fill`` puts the terms of the profile into a piece of a pattern, as ``load.filler`` gives it."""
        self._fill = fill
        self._beginnings: dict[str, Pattern | None] = {}

    def of(self, written: str, text: str) -> NearMiss:
        """Return how far a pattern (as written in the profile) fits the beginning of ``text`` (folded).

        Of alternatives the one that fits best counts. What is wanted is told as it is written: ``{{MONTH}}``.
        """
        return max((self._branch(branch, text) for branch in _branches(written)), key=lambda near: near.share)

    def _branch(self, cuts: list[tuple[str, str]], text: str) -> NearMiss:
        """Look by halving for the longest beginning that matches: if a longer one does, all shorter ones do."""
        low, high, fits = -1, len(cuts), ""
        while high - low > 1:
            middle = (low + high) // 2
            pattern = self._beginning(cuts[middle][0])
            match = pattern.at_start(text) if pattern else None
            if match is None:
                high = middle
            else:
                low, fits = middle, text[: match.span[1]]
        wants = cuts[low + 1][1] if low + 1 < len(cuts) else "the end"
        return NearMiss((low + 1) / max(1, len(cuts)), fits, wants)

    def _beginning(self, written: str) -> Pattern | None:
        if written not in self._beginnings:
            pattern = Pattern(rf"\A(?:{self._fill(written)})")
            try:
                pattern.at_start("")
                self._beginnings[written] = pattern
            except PatternError:
                self._beginnings[written] = None
        return self._beginnings[written]


@lru_cache(maxsize=1024)
def _branches(written: str) -> list[list[tuple[str, str]]]:
    """Return the alternatives of a pattern, each as its beginnings, shortest first, with the piece each ends with.

    A beginning is a pattern by itself. Groups are entered only where a part of them must match before the whole can:
    not where they are alternatives, or may be left out or repeated.
    """
    pieces = list(_PIECE.finditer(written))
    bars = _bars(pieces)
    flags = "".join(piece[0] for piece in pieces if piece.lastgroup == "flags")
    found = []
    for first, last in zip([0, *(bar + 1 for bar in bars)], [*bars, len(pieces)], strict=True):
        begin = pieces[first].start() if first < len(pieces) else len(written)
        cuts, at = [], begin
        for end, closing in _cuts(pieces, first, last, ""):
            cuts.append((flags + written[begin:end] + closing, _shown(written[at:end], written[end:])))
            at = end
        found.append(cuts)
    return found


def _bars(pieces: list[re.Match[str]]) -> list[int]:
    """Return where (numbers of pieces) alternatives begin that stand in no bracket."""
    found, depth = [], 0
    for number, piece in enumerate(pieces):
        depth += (piece.lastgroup == "open") - (piece.lastgroup == "close")
        if piece.lastgroup == "bar" and depth == 0:
            found.append(number)
    return found


def _cuts(pieces: list[re.Match[str]], first: int, last: int, closing: str) -> Iterator[tuple[int, str]]:
    """Yield where (offset) a beginning may end, with the brackets to close there."""
    number = first
    while number < last:
        end = _end_of(pieces, number)
        after = end + (end < last and pieces[end].lastgroup == "quantity")
        inner = pieces[number + 1 : end - 1]
        if pieces[number].lastgroup == "open" and after == end and not _bars(inner):
            yield from _cuts(pieces, number + 1, end - 1, ")" + closing)
        yield pieces[after - 1].end(), closing
        number = after


def _end_of(pieces: list[re.Match[str]], number: int) -> int:
    """Return the number of the first piece after the one given, or after the group that it opens."""
    depth = 0
    for at in range(number, len(pieces)):
        depth += (pieces[at].lastgroup == "open") - (pieces[at].lastgroup == "close")
        if depth <= 0:
            return at + 1
    return len(pieces)


def _shown(piece: str, after: str) -> str:
    """Return a piece of a pattern for people: without half a pair of brackets, a word as a whole, not too long."""
    parts = list(_PIECE.finditer(piece))
    kinds = [part.lastgroup for part in parts]
    while kinds.count("open") != kinds.count("close") or kinds[:1] == ["close"]:
        kinds.pop(0)
        parts.pop(0)
    shown = "".join(part[0] for part in parts)
    if shown.isalnum():
        following = re.match(r"[\w ,:-]*(?![*+?{])", after)
        shown += following[0] if following else ""
    return shown if len(shown) <= 60 else shown[:59] + "…"
