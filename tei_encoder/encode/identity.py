"""Identity: which printed names are one human being, which are two, and the evidence for either.

What a spelling says by itself (first names, initials) is settled in ``spellings.py``; spellings that look alike are
weighed by ``evidence.py``. Where two candidates are near, none is taken. Each merge and each refusal is put into a
sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from tei_encoder.encode.evidence import Bearer, Verdict, clash, judge
from tei_encoder.encode.names import is_initial, key_of
from tei_encoder.encode.spellings import Spelling, letters_only, namesakes, reason
from tei_encoder.model.limits import MAX_NAMESAKES, MAX_NEAR

#: The next candidate must be more than this much dearer than the best one (see ``likeness.py``).
MARGIN = 0.5

#: Beside a name printed as often, one that is printed once and stands in no list is another misreading, no rival.
OFTEN = 5


class Refusal(NamedTuple):
    """Two forms that are near each other and were not joined, and why."""

    form: str
    candidate: str
    why: str


def identify(
    spellings: Iterable[Spelling], forenames: Collection[str] = frozenset()
) -> tuple[list[Bearer], list[Refusal]]:
    """Find the persons behind the spellings; returns them and the near pairs that were kept apart.

    ``forenames`` are words that are first names. The result does not depend on the order of the spellings.
    """
    ordered = sorted(spellings, key=lambda one: (one.name.key, one.rank, one.name.given, one.name.mark))
    _doubt(ordered, forenames)
    refusals: list[Refusal] = []
    bearers = [*_by_name(ordered, refusals)]
    _double_names(bearers)
    _alike(bearers, refusals)
    bearers = [one for one in bearers if one.spellings and not one.stray]
    return bearers, sorted(set(refusals), key=lambda one: (one.form, one.candidate, one.why))


def _doubt(spellings: list[Spelling], forenames: Collection[str]) -> None:
    """Doubt first names that look like surnames: in "Young Miller" a comma may be lost.

    They do if somebody goes by them as a surname, or if they end as many surnames of this text do and as none of its
    undoubted first names does. The doubt keeps them out of the name that is shown, nothing else.
    """
    surnames = {one.name.key for one in spellings if not (one.name.given or one.stray)}
    ends = Counter(key[-2:] for key in {one.name.key for one in spellings if not one.stray})
    sure = {one.name.given[0][-2:] for one in spellings if any(map(is_initial, one.name.given[1:]))}
    for one in spellings:
        one.broken = one.name.blank
        if one.sidecar == -1:
            words = (
                []
                if any(map(is_initial, one.name.given))
                else [key_of(word) for word in one.name.given if word not in forenames]
            )
            lost = (word in surnames or (ends[word[-2:]] >= 5 and word[-2:] not in sure) for word in words)
            one.doubtful = one.name.doubtful or any(lost)


def _by_name(spellings: list[Spelling], refusals: list[Refusal]) -> Iterator[Bearer]:
    by_key: dict[str, list[Spelling]] = defaultdict(list)
    told = {one.sidecar: one.name.key for one in reversed(spellings) if one.sidecar != -1}
    for one in spellings:
        by_key[told.get(one.sidecar, one.name.key)].append(one)
    for group in by_key.values():
        persons, refused = namesakes(group) if len(group) <= MAX_NAMESAKES else ([[one] for one in group], [])
        refusals += [Refusal(one.form, other.form, why) for one, other, why in refused]
        for person in persons:
            made = Bearer(person)
            for one in person:
                if one.name.blank and one is not person[0]:
                    one.cert = "high"
                made.evidence += letters_only(one.printed)
                if one.doubtful:
                    made.evidence.append(f"“{one.form}” may be two names that have lost the comma between them.")
                if one is not person[0] and one.printed:
                    made.evidence.append(reason(one, person[0]))
            yield made


def _double_names(bearers: list[Bearer]) -> None:
    """Join a speaker who is called by one half of a double name: ``OKHLONIN`` for ``Novov-Okhlonin``."""
    halves: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        parts = re.split(r"[-\s]", bearer.main.name.surname)
        if len(parts) > 1 and not bearer.stray:
            for part in {key_of(part) for part in parts}:
                halves[part].append(bearer)
    by_key = Counter(bearer.main.name.key for bearer in bearers)
    for one in bearers:
        if not one.spellings:  # taken over by its other half
            continue
        key = one.main.name.key
        found = [
            double
            for double in halves.get(key, [])
            if double is not one and double.spellings and not (double.spoken and one.spoken) and not clash(one, double)
        ]
        if len(found) == 1 and len(key) >= 4 and by_key[key] == 1 and not one.stray:
            whole = found[0]
            sentence = f"“{one.main.form}” is half of the double name “{whole.main.form}”; nobody else bears it."
            rare, often = sorted((one, whole), key=lambda bearer: (bearer.count, bearer.spoken))
            often.join(rare, "medium", sentence)


def _alike(bearers: list[Bearer], refusals: list[Refusal]) -> None:
    """Join the spellings that a machine's reading made different, the least attested first."""
    living = [one for one in bearers if one.spellings]
    if len(living) < 2:
        return
    lists = any(spelling.lists for one in living for spelling in one.spellings)
    for one in living:  # where no list was told apart, being named beside the labels counts as being listed
        one.listed = any(spelling.lists if lists else spelling.named for spelling in one.spellings)
    speakers = [one for one in living if one.spoken]
    covered = len(speakers) >= 5 and sum(one.confirmed for one in speakers) >= 0.3 * len(speakers)
    ordered = _by_standing(living)
    neighbours = _Neighbours(ordered)
    for weak in ordered:
        if weak.main.cert == "low":
            continue
        found: list[tuple[Verdict, Bearer]] = []
        for strong in neighbours.better(weak):
            verdict = judge(weak, strong, covered)
            if verdict is not None:
                found.append((verdict, strong))
        found.sort(key=lambda pair: (pair[0].like.price, pair[1].main.name.key, pair[1].main.rank))
        best = next((pair for pair in found if pair[0].merge), None)
        if best is None:
            if not weak.stray:
                refusals += [_refusal(weak, strong, verdict.told(weak, strong)) for verdict, strong in found[:3]]
            continue
        verdict, strong = best
        rivals = [rival for other, rival in found if rival is not strong and _is_rival(other, rival, verdict, strong)]
        if not rivals:
            if verdict.whole:  # what looks like a first name is a piece of the surname
                weak.main.doubtful = weak.main.broken = True
            strong.join(weak, verdict.cert, verdict.told(weak, strong))
        elif not weak.stray:
            several = sorted([strong, *rivals], key=lambda one: one.main.form)
            why = " and ".join(one.main.form for one in several) + " are equally near"
            refusals += [_refusal(weak, one, why) for one in several]


def _is_rival(other: Verdict, rival: Bearer, verdict: Verdict, strong: Bearer) -> bool:
    """Say whether a form may as well be ``rival`` as ``strong``: it is nearly as near, and no misreading itself."""
    if other.veto or other.like.price > verdict.like.price + MARGIN:
        return False
    misread = rival.count == 1 and not rival.listed and strong.count >= OFTEN
    return not (misread and other.like.price >= verdict.like.price)


def _by_standing(bearers: list[Bearer]) -> list[Bearer]:
    """Order bearers by how well they are attested; a usual ending counts, at last the alphabet."""
    endings = Counter(one.main.name.key[-2:] for one in bearers if not one.stray)
    ordered = sorted(bearers, key=lambda one: (one.main.name.key, one.main.rank), reverse=True)
    return sorted(
        ordered,
        key=lambda one: (
            any(spelling.sidecar != -1 for spelling in one.spellings), one.confirmed, min(one.count, 3),
            endings[one.main.name.key[-2:]], one.listed, one.count,
        ),
    )  # fmt: skip


def _refusal(weak: Bearer, strong: Bearer, why: str) -> Refusal:
    return Refusal(weak.main.form, strong.main.form, why)


class _Neighbours:
    """Finds the few names worth comparing with one: better attested, with the same three letters at one of the ends."""

    def __init__(self, ordered: Sequence[Bearer]) -> None:
        """``ordered`` are the bearers, the least attested first."""
        self._order = {id(bearer): number for number, bearer in enumerate(ordered)}
        self._bearers: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in reversed(ordered):
            for key in sorted(bearer.keys) if not bearer.stray else ():
                self._bearers[key].append(bearer)
        self._keys: dict[str, list[str]] = defaultdict(list)
        for key in self._bearers:
            for piece in _pieces(key):
                self._keys[piece].append(key)

    def better(self, one: Bearer) -> list[Bearer]:
        """Return bearers that are better attested than ``one`` and whose names differ in two or three letters.

        At most ``limits.MAX_NEAR``, the best attested first.
        """
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import extract_iter

        found: dict[int, Bearer] = {}
        own = self._order[id(one)]
        for key in sorted({one.main.name.key, one.main.name.squeezed}):
            limit = 3 if len(key) >= 12 else 2
            for piece in _pieces(key):
                keys = self._keys.get(piece, [])
                for near, _, _ in extract_iter(
                    key, keys, scorer=Levenshtein.distance, processor=None, score_cutoff=limit
                ):
                    bearers = self._bearers[near]
                    if self._order[id(bearers[0])] <= own or len(found) >= MAX_NEAR:
                        break
                    for bearer in bearers if near not in one.keys else ():
                        if self._order[id(bearer)] > own and bearer.spellings and not one.keys & bearer.keys:
                            found[id(bearer)] = bearer
        return list(found.values())


def _pieces(key: str) -> tuple[str, str]:
    return f"^{key[:3]}", f"{key[-3:]}$"
