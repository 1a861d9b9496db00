"""Spellings: the different ways in which a text prints names, and which of them are namesakes or the same person.

This is the part of identity that needs no guessing: capitals, accents, first names, initials. What looks alike
without being the same is weighed in ``identity.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations

from tei_encoder.encode.names import Name, is_initial, key_of

#: So many namesakes are named from whom a spelling was kept apart.
_TOLD = 3


@dataclass(slots=True, eq=False)
class Spelling:
    """One way to print a name: surname, first names and mark; capitals do not count.

    ``printed`` counts the forms, ``spoken`` how often they label a speech, ``named`` how often they stand elsewhere;
    ``lists`` are the numbers of the lists (of delegates, of those present …) they stand in, ``sidecar`` the number of
    the sidecar's person they are said to belong to (-1: none). ``doubtful``: its first names may be another's
    surname; ``broken``: a blank stands inside the surname; ``stray``: a word of running text that nothing but its
    likeness makes a name.
    """

    name: Name
    printed: Counter[str] = field(default_factory=Counter)
    spoken: int = 0
    named: int = 0
    lists: set[int] = field(default_factory=set)
    sidecar: int = -1
    doubtful: bool = False
    broken: bool = False
    stray: bool = False
    cert: str = ""

    @property
    def count(self) -> int:
        """How often it is printed."""
        return self.spoken + self.named

    @property
    def uncertain(self) -> bool:
        """Whether it may be two names: doubted, in no label, and not settled by the sidecar."""
        return self.doubtful and not (self.broken or self.spoken) and self.sidecar == -1

    @property
    def form(self) -> str:
        """The form printed most often, as messages show it."""
        return min(self.printed, key=lambda form: (-self.printed[form], form)) if self.printed else self.name.printed

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """Order of fullness: undoubted first names, many of them, written out; then by the alphabet."""
        given = self.name.given
        return (-(len(given) if not self.doubtful else 0), -sum(map(len, given)), -self.count, self.form)


def agree(one: Spelling, other: Spelling) -> str:
    """Say why two spellings of one surname cannot be one person's: "" if they can."""
    if one.sidecar != other.sidecar and -1 not in (one.sidecar, other.sidecar):
        return "the sidecar knows two persons"
    if one.sidecar == other.sidecar != -1:
        return ""
    if not given_agree(one.name.given, other.name.given):
        return "first names or initials differ"
    if one.name.mark and other.name.mark and not _marks_agree(one.name.mark, other.name.mark):
        return "what stands in brackets differs"
    if one.lists & other.lists:
        return "both stand in one list"
    return ""


def _marks_agree(one: str, other: str) -> bool:
    marks, others = ({mark.strip() for mark in text.lower().split(",")} for text in (one, other))
    return any(_short(a, b) or _short(b, a) for a in marks for b in others)


def _short(one: str, other: str) -> bool:
    """Say whether a place or party in brackets is another one or an abbreviation of it: ``oh`` is ``ohio``."""
    letters = iter(other)
    return one == other or (len(one) < 4 and one[:1] == other[:1] and all(letter in letters for letter in one))


def given_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether first names can be one person's: ``v p`` and ``victor pavlovich`` can, ``v f`` and ``n d`` cannot.

    Somebody may also go by the last of several names: ``maynard`` agrees with ``john maynard``.
    """
    if all(_same(a, b) for a, b in zip(one, other, strict=False)):
        return True
    short, long = sorted((one, other), key=len)
    return long[-len(short) :] == short and not any(map(is_initial, short))


def _same(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return one.startswith(other) or other.startswith(one)
    return one == other


def namesakes(bearers: list[Spelling]) -> tuple[list[list[Spelling]], list[tuple[Spelling, Spelling, str]]]:
    """Sort the spellings of one surname into persons.

    Returns the persons (the fullest spelling first) and the refusals: spelling, the one it is not joined to, why. A
    spelling that fits two who are not the same ("Smith" beside "A. Smith" and "B. Smith") stays by itself.
    """
    rest = sorted(bearers, key=lambda one: one.rank)
    refused: list[tuple[Spelling, Spelling, str]] = []
    alone: list[list[Spelling]] = []
    clash = {
        frozenset((id(one), id(other))): reasons
        for one, other in combinations(rest, 2)
        if (reasons := agree(one, other))
    }
    told = Counter[int]()
    for one, other in combinations(rest, 2):
        why = clash.get(frozenset((id(one), id(other))))
        if why is not None and told[id(other)] < _TOLD:
            told[id(other)] += 1
            refused.append((other, one, why))
    while doubtful := _between(rest, clash):
        rest.remove(doubtful)
        near = [one for one in rest if frozenset((id(one), id(doubtful))) not in clash]
        doubtful.cert = "low"
        alone.append([doubtful])
        several = ", ".join(one.form for one in near)
        refused += [(doubtful, one, f"it may be any of {several}") for one in near]
    persons: list[list[Spelling]] = []
    for one in rest:
        for person in persons:
            if all(frozenset((id(one), id(other))) not in clash for other in person):
                person.append(one)
                break
        else:
            persons.append([one])
    return [*persons, *alone], refused


def _between(rest: list[Spelling], clash: dict[frozenset[int], str]) -> Spelling | None:
    """Return the least telling spelling that agrees with two others which disagree; None if there is none."""
    for one in reversed(rest):
        near = [other for other in rest if other is not one and frozenset((id(one), id(other))) not in clash]
        if any(frozenset((id(a), id(b))) in clash for a, b in combinations(near, 2)):
            return one
    return None


def reason(one: Spelling, fullest: Spelling) -> str:
    """Say why a spelling is taken for the same person as the fullest one."""
    if one.sidecar != -1 and one.name.key != fullest.name.key:
        return f"The sidecar gives “{one.form}” as a name of {fullest.form}."
    if one.name.blank:
        return f"“{one.form}” is “{fullest.form}” with a blank inside the word."
    if not one.name.given or not fullest.name.given:
        return f"“{one.form}” is “{fullest.form}”: nobody else of that surname is named."
    if all(map(is_initial, one.name.given)):
        return f"“{one.form}” is “{fullest.form}”: the initials agree, and nobody else fits."
    return f"“{one.form}” is “{fullest.form}”: the names agree, and nobody else fits."


def letters_only(forms: Iterable[str]) -> list[str]:
    """Say of forms that differ in nothing but capitals, accents, hyphens and blanks that they are one name."""
    first, *others = sorted(forms, key=lambda form: (form.isupper(), form)) or [""]
    return [
        f"“{form}” is “{first}” " + ("in other capitals." if form.lower() == first.lower() else "in other print.")
        for form in others
        if not _is_more(form, first)
    ]


def _is_more(form: str, first: str) -> bool:
    """Say whether of two forms one is but a part of the other: "Monika" and "Monika Holm"."""
    one, other = (key_of("".join(text.split())) for text in (form, first))
    return one != other and (one.startswith(other) or other.startswith(one))
