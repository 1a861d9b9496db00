"""Company: a name that opens a single block is a label where many like it open others.

What is accepted so is doubted: the speeches get ``cert="medium"``. Words for things must not become speakers: a word
with an article elsewhere, or with the ending of such words, and words that nobody would say, keep a label out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from tei_encoder.encode.attested import SmallLetters, find_things
from tei_encoder.encode.learnt import Evidence
from tei_encoder.model.source import Source
from tei_encoder.rules.pattern import BLANK
from tei_encoder.rules.rule import Labels as Thresholds

#: Different labels that a text must have.
_COMPANY = 2

#: Names that open one block each, and the share of all lines that they and the sure labels open, to make a crowd.
_CROWD = 5
_SHARE = 0.3

#: Share of a crowd that says what people say, so that the others are believed.
_TALKING = 0.75

#: Words of a label with a full stop that nothing else shows to be one.
_SHORT = 2


class Company:
    """The labels that a text has: those learnt, and those that need no learning (titles, roles), by how they end."""

    def __init__(
        self, known: Mapping[str, Evidence], sure: Mapping[str, Counter[str]], lines: int, wanted: Thresholds
    ) -> None:
        self._known = known
        self._lines = lines
        self._wanted = wanted
        self._times: Counter[str] = Counter()
        for one in known.values():
            self._times[one.end] += one.opens
        for ends in sure.values():
            self._times.update(ends)
        self._different = len({*known, *sure})

    def accepted(
        self, fair: Mapping[str, Evidence], small: SmallLetters, source: Source, little: Collection[str]
    ) -> dict[str, Evidence]:
        """Return those of the ``fair`` labels that show nothing but that they look like many others.

        Where one label is sure, and names open a good part of all lines, they are each other's company. ``little``
        are the small words that belong to names.
        """
        found = {key: one for key, one in fair.items() if self._may_be(key, one, small, little)}
        things = find_things(source, self._wanted.articles) if found else frozenset()
        found = {key: one for key, one in found.items() if things.isdisjoint(one.printed.split()[:1])}
        kinds = Counter(one.end for one in found.values())
        talking = Counter(one.end for one in found.values() if one.heard)
        crowds = {
            end
            for end, times in kinds.items()
            if times >= _CROWD and times + self._times[end] > _SHARE * self._lines
        }
        believed = {end for end in crowds if talking[end] >= _TALKING * kinds[end]}
        if self._different >= _COMPANY:
            crowds.update(end for end, times in self._times.items() if times >= self._wanted.company)
        found = {key: one for key, one in found.items() if one.end in (crowds if one.heard else believed)}
        for one in found.values():
            times = self._times[one.end]
            times += 0 if times >= self._wanted.company else kinds[one.end] - 1
            one.why = f"opens {blocks(one.opens)}, as other labels open {times:,}"
        return found

    def _may_be(self, key: str, one: Evidence, small: SmallLetters, little: Collection[str]) -> bool:
        """Say whether a label could be a name, from itself."""
        names = [word for word in key.split() if len(word) > 1 and word not in little]
        return (
            key not in self._known
            and self._times[one.end] > 0
            and one.clean == one.opens
            and one.tells < one.opens
            and one.listed + (one.told if one.end == "other" and not self._wanted.heard else 0) < one.opens
            and (2 * one.capitals >= one.opens or not any(small.times(word) for word in names))
            and (one.end != "stop" or len(names) <= _SHORT)
            and not key.endswith(self._wanted.endings)
        )


def end_of(label: str, line: str) -> str:
    """Say how a label ends: ``alone`` on its line, with a full ``stop``, or in some ``other`` way."""
    if not line.removeprefix(label).strip(BLANK):
        return "alone"
    return "stop" if label.rstrip(BLANK).endswith(".") else "other"


def blocks(number: int) -> str:
    """Return a number of blocks in words."""
    return "one block" if number == 1 else f"{number:,} blocks"
