"""Cited: what a speaker says that others have said is part of his speech; what the minutes tell is a speech of its own.

"Comrade Holm said that the party must be small." stands in minutes that tell what was said, and in the speech of
somebody who disagrees with Holm. Which it is, its own words (I, my) and the whole text tell (``voices.py``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_encoder.encode.learnt import Learnt
from tei_encoder.encode.voices import is_row, reports, speaks_of_himself
from tei_encoder.rules.rule import Profile

if TYPE_CHECKING:
    from tei_encoder.encode.outline import State

#: A name as labels and minutes print it, with the place for which somebody sits; no speaker speaks so of another.
_WITH_PLACE = re.compile(r"[^.:;()]{3,60}\.?[^.:;()]{0,60}\([^()]{2,40}\)")

#: Letters of the longest small words in a row of names: and, von.
_SHORT = 3

#: Characters at the beginning of a paragraph that say what somebody did.
_BEGINNING = 120


class Cited:
    """Knows when a paragraph that tells what somebody said is part of the speech in which another says so."""

    def __init__(self, profile: Profile, learnt: Learnt) -> None:
        """Without the words for I and my in the profile (``myself``) every such paragraph is a speech of its own."""
        self._rules = profile.block_rules
        self._learnt = learnt
        self._myself = frozenset(word.casefold() for word in profile.labels.myself)
        self._telling = frozenset(at for at, rule in enumerate(self._rules) if reports(rule)) if self._myself else ()
        labels = (at for at, rule in enumerate(self._rules) if "speaker" in rule.pattern.groups)
        self._labels = frozenset(labels) if self._myself else frozenset()
        self._moving = {word for word in profile.business.proposing if " " not in word}
        self._given = False  # whether the last speech is given word for word, with a label

    def without(self, hits: list[int], text: str, state: State) -> list[int]:
        """Return the rules that match a block without those for speeches, where it is none of its own.

        It may tell what somebody said, as a speaker tells it; and a label may stand before nothing but names.
        """
        if _may_be_row(text) and (labels := self._labels.intersection(hits)):
            found = self._rules[min(labels)].pattern.at_start(text)
            if found is not None and is_row(text[found.groups["speaker"][1] :]):
                hits = [hit for hit in hits if hit not in labels]
        if not self._given or "sp" not in state.names or not any(hit in self._telling for hit in hits):
            return hits
        if not speaks_of_himself(text, self._myself) and (self._learnt.tells or self._is_told(text)):
            return hits
        return [hit for hit in hits if hit not in self._telling]

    def _is_told(self, text: str) -> bool:
        """Say whether only the minute-taker writes so: of who moves something, of a name with its place behind it."""
        beginning = text[:_BEGINNING]
        return not self._moving.isdisjoint(beginning.split()) or _WITH_PLACE.match(beginning) is not None

    def take(self, rule: int) -> None:
        """Take in the rule of the next block."""
        if rule >= 0 and self._rules[rule].wrap.element == "sp":
            made = self._rules[rule]
            self._given = "speaker" in made.pattern.groups and "#reported" not in made.wrap.attrs.get("ana", "")


def _may_be_row(text: str) -> bool:
    """Say whether a block ends as a row of names does, before anybody looks closer."""
    if "," not in text and ";" not in text:
        return False
    return not any(word.islower() and len(word) > _SHORT for word in text[-_BEGINNING:].split()[-3:])
