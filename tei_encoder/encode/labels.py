"""Labels: what is printed before a speech, taken apart: names, the chair, another office, or nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tei_encoder.encode.names import begins_name, is_office, parts_of, split_label, without_titles
from tei_encoder.rules.rule import People as Words

#: An office in small letters, and who holds it.
Post = tuple[str, str]

#: In a list, some words and others in brackets behind them.
_POST = re.compile(r"([^,;:.()\[\]]{2,60}?) ?\(([^()]{2,60})\)")
#: The same behind a comma, to the end of the entry: MM. Lund, bourgmestre-président ; Holm, échevin.
_BESIDE = re.compile(r"([^,;:()\[\]]{2,60}), +([^\W\dA-Z][^,;:()\[\]]{2,40}?) ?(?:;|\.?$)")
#: A label in capitals, and the verb with which it goes on: THE CHAIRMAN said.
_SAID = re.compile(r"((?:.* )?[^\W\d_a-z]{3,}) [a-z]{4,10}")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says.

    ``names`` are those it prints; ``chair``: it is the chair's; ``unidentified``: nobody's in particular; ``office``
    is the office it names, in small letters without articles, "" where it names none. ``held``: the names are not
    printed in the label, but elsewhere as those of the only holder of the office. ``role`` is ``interviewer`` or
    ``respondent`` for the labels of those who ask and answer: Q., A.
    """

    names: tuple[str, ...] = ()
    chair: bool = False
    unidentified: bool = False
    office: str = ""
    held: bool = False
    role: str = ""


def read_label(label: str, words: Words) -> Label:
    """Take a printed label apart by the profile's ``words`` about people."""
    plain, asides = split_label(label)
    if said := _SAID.fullmatch(plain):
        plain = said[1]
    bare = without_titles(plain, words.titles)
    roles = {plain.lower(), bare.lower()}
    named = tuple(aside for aside in asides if begins_name(aside))
    if plain.lower() in words.chair or roles & words.chair & words.unidentified:  # MR. SPEAKER is no unknown speaker
        return Label(named, chair=True, office=bare.lower())
    if roles & words.unidentified or _without_middle(plain.lower()) in words.unidentified:  # A FRENCH DELEGATE
        return Label(unidentified=True)
    if _is_somebody(plain.lower(), words) or not any(ch.isalnum() for ch in label):  # ***
        return Label(unidentified=True)
    for role, meant in (("interviewer", words.interviewer), ("respondent", words.respondent)):
        if roles & meant or plain.rstrip(".").lower() in meant:  # the stop of "Q." is none of an abbreviation
            return Label(named, role=role)
    if roles & words.chair:  # "THE PRESIDENT (Mr. Smith):" names the person as well
        return Label(named, chair=True, office=bare.lower())
    if presiding := _presiding(plain, words):
        return Label(tuple(parts_of(plain[len(presiding) :], words.joiners)), chair=True, office=presiding)
    if is_office(plain, words):  # so does "The Minister of Works (Mr. Smith):"
        holders = tuple(aside for aside in named if not is_office(aside, words))
        return Label(holders or (plain,), office=key_of_office(bare))
    chair = any(without_titles(aside, words.titles).lower() in words.chair for aside in asides)
    marks = [aside for aside in named if not (chair or is_office(aside, words))]
    parts = parts_of(plain, words.joiners)
    parts = [part for part in parts if not _says_what(part, words)] or parts
    if len(parts) == 1 and marks:
        parts = [f"{parts[0]} ({') ('.join(marks)})"]
    return Label(tuple(parts), chair=chair)


def read_labels(labels: Iterable[str], words: Words, posts: Iterable[Post] = ()) -> dict[str, Label]:
    """Take all labels of a text apart.

    An office that has one holder, in them or in the lists (``posts``), is that person's in every label.
    """
    read = {label: read_label(label, words) for label in sorted(labels)}
    holders: dict[str, set[tuple[str, ...]]] = {}
    for office, name in posts:
        holders.setdefault(key_of_office(office), set()).add((name,))
    for one in read.values():
        if one.office and not one.chair and not _is_bare(one):
            holders.setdefault(one.office, set()).add(one.names)
    for label, one in read.items():
        held = holders.get(one.office, set()) if _is_bare(one) else set()
        if len(held) == 1:
            read[label] = replace(one, names=next(iter(held)), held=True)
    return read


def find_posts(text: str, words: Words) -> Iterator[Post]:
    """Yield the offices that a list of names (folded) gives to somebody, each with who holds it.

    ``The Provost (Colonel Mure)``, ``Mr. Holm (Chairman)``; of those in the chair also ``Mr. Holm, chairman;``.
    """
    for found in _POST.finditer(text):
        before = parts_of(found[1], words.joiners)[-1:]
        for office, name in ((*before, found[2]), (found[2], *before)) if before else ():
            person = without_titles(name, words.titles)
            if _is_post(office, words) and begins_name(person) and not _is_post(name, words):
                yield without_titles(office, words.titles).lower(), person
    for found in _BESIDE.finditer(text):
        person = without_titles(found[1].strip(), words.titles)
        if found[2].lower() in words.chair and begins_name(person):
            yield found[2].lower(), person


def _is_post(text: str, words: Words) -> bool:
    return without_titles(text, words.titles).lower() in words.chair or is_office(text, words)


#: Letters of a name, at least, that is a title as well: Dean is one, Sir and The are none.
_WORD = 4


def is_role(text: str, words: Words) -> bool:
    """Say whether a text that stands where names stand is a role, a title behind a name or a state: nobody's name.

    ``Chairman``, ``the Hon. Secretary``; ``Bart`` in "Sir William Croft, Bart., and Hodge"; ``Denmark``.
    """
    bare = without_titles(text, words.titles).lower()
    plain = text.strip().lower()
    alone = plain in words.suffixes or (len(plain) < _WORD and plain in words.titles)
    return (
        alone or bare in words.chair or bare in words.unidentified or is_state(text, words) or is_office(text, words)
    )


def is_state(text: str, words: Words) -> bool:
    """Say whether a text is the name of a country: ``Denmark``, ``the Netherlands``."""
    return without_titles(text, words.titles).strip(" .").lower() in words.states


def key_of_office(text: str) -> str:
    """Return an office as it is compared: in small letters, without articles."""
    return " ".join(word for word in re.findall(r"[^\W\d_]+", text.lower()) if word not in ("the", "der", "die", "le"))


def another_chair(one: str, other: str) -> bool:
    """Say whether two words for the chair mean two offices: ``speaker`` and ``deputy speaker``, ``acting speaker``."""
    if not one or not other or one == other:
        return False
    if ("speaker" in one) != ("speaker" in other):  # who speaks for the house, and a chairman of its committees
        return True
    return one in other or other in one or one.split()[-1] == other.split()[-1]


def _without_middle(plain: str) -> str:
    """Return the first and the last of three words or more, "" of fewer."""
    words = plain.split()
    return f"{words[0]} {words[-1]}" if len(words) > 2 else ""


def _presiding(plain: str, words: Words) -> str:
    """Return the word for the chair with which a label begins before a name: ``president`` in "President Holm"."""
    before = (role for role in words.chair if plain.lower().startswith(f"{role} "))
    said = (role for role in before if begins_name(plain[len(role) + 1 :]))
    return max(said, key=len, default="")


def _is_bare(one: Label) -> bool:
    """Say whether a label names an office, and nobody who holds it."""
    return bool(one.office) and not one.chair and [key_of_office(name) for name in one.names] == [one.office]


def _says_what(part: str, words: Words) -> bool:
    """Say whether a part of a label is what somebody is, and no name: ``Hay, treasurer of the lodge``."""
    first = part.split(" ", 1)[0]
    where = first.lower() in words.whence and first.lower() not in words.particles  # OF THE COMMITTEE, in capitals
    suffix = part.rstrip(".").lower() in words.suffixes  # Esq.
    return suffix or is_office(part, words) or where or (first.islower() and first not in words.particles)


def _is_somebody(label: str, words: Words) -> bool:
    """Say whether a label tells only where nobody in particular stands: ``a voice from the left``."""
    printed = label.split()
    return any(
        printed[i] in words.whence and " ".join(printed[:i]) in words.unidentified for i in range(1, len(printed))
    )
