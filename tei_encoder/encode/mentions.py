"""Mentions: where a running text speaks of somebody whose name the document knows."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tei_encoder.encode.names import is_initial, key_of, ways
from tei_encoder.encode.people import People
from tei_encoder.rules.pattern import Pattern, any_of

#: A shorter surname counts only after a title, initials or a first name: "May" and "Li" are too often something else.
MIN_LETTERS = 4


#: Characters before a surname in which a title, initials and first names are looked for.
_REACH = 60


class Mention(NamedTuple):
    """A name in a text: offsets (code points of the text, 0-based, half-open), the person's id, how sure it is.

    The certainty is "" where the form is the person's beyond doubt. A title before the name and a possessive ending
    after it are outside.
    """

    start: int
    end: int
    person: str
    cert: str


class Mentions:
    """Finds the persons of a document in any of its texts; made once for a document."""

    def __init__(self, people: People, common: Collection[str] = frozenset()) -> None:
        """Take the persons to look for.

        ``common`` are the words that the text also prints in small letters: a surname that is one of them (Brown,
        Price) counts only after a title, initials or a first name.
        """
        self._find = people.find
        names: set[str] = set()
        forenames: set[str] = set()
        for one in people.spellings:
            if len(one.name.key) > 1 and not people.is_role(one.name.surname):
                names |= ways(one.name.surname).union(*map(people.in_cases, ways(one.name.surname)))
                names |= {form for form in one.printed if " " in form and one.broken}
            if not (one.doubtful or one.broken):
                given = one.name.forenames.split()
                forenames |= {way for word in given if not is_initial(word.rstrip(".")) for way in ways(word)}
        self._names = names
        self._common = {name for name in names if name.lower() in common or len(key_of(name)) < MIN_LETTERS}
        self.names = any_of(names) if names else ""
        self._pattern = Pattern(self.names) if names else None
        openers = {words.split()[-1].lower() for words in (*people.titles, *forenames) if words}
        self._openers = frozenset(word.strip(".") for word in openers) | openers
        title = rf"(?P<title>(?i:{any_of(people.titles)}) )?" if people.titles else ""
        first = rf"{any_of(forenames)} " if forenames else r"\p{Lu}\. ?"
        self._before = Pattern(rf"(?:^|[^\p{{L}}]){title}(?P<before>(?:{first}|\p{{Lu}}\p{{Ll}}?\. ?)+)?$")

    def bearer(self, word: str) -> tuple[str, str]:
        """Return who bears a word as a name, and how sure that is; "" where nobody does, or it is another word too."""
        return self._find(word) if word in self._names - self._common else ("", "")

    def find(self, text: str) -> list[Mention]:
        """Return the mentions in a text (folded, see ``rules.pattern.fold``), from left to right, none overlapping."""
        found: list[Mention] = []
        for match in self._pattern.anywhere(text) if self._pattern else ():
            start, end = match.span
            if not _stands_alone(text, start, end):
                continue
            offset = max(0, start - _REACH)
            before = self._before.first(text[offset:start]) if self._may_belong(text[offset:start]) else None
            groups = before.groups if before else {}
            if not groups and text[start:end] in self._common:
                continue
            if "before" in groups:
                start = offset + groups["before"][0]
            person, cert = self._find(text[start:end])
            if person:
                found.append(Mention(start, end, person, cert))
        return found

    def _may_belong(self, before: str) -> bool:
        """Say whether what stands before a name may end with a title, an initial, a first name: most words do not."""
        if before[-1:] not in (" ", "."):
            return False
        word = before[before.rfind(" ", 0, -1) + 1 :].rstrip()
        return not word.isalpha() or word.lower() in self._openers


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether a name is a word of its own: no letter touches it, and it is no half of a double name."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:].isalnum() or after[:1].isalnum():
        return False
    return not (before[-1:] == "-" and before[:1].isalpha()) and not (after[:1] == "-" and after[1:].isalpha())
