"""Identity: which printed names are one human being, which are two, and the evidence for either.

What a spelling says by itself (first names, initials) is settled in ``spellings.py``; here spellings that look alike are
weighed (``docs/people.md`` tells the rules to people). A merge needs likeness *and* evidence: a rare form
beside one that is well attested, or a speaker who stands in no list beside somebody listed who never speaks. Where
two candidates are near, none is taken. Each merge and each refusal is put into a sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from tei_encoder.encode.likeness import Edit, Likeness, likeness
from tei_encoder.encode.names import key_of
from tei_encoder.encode.spellings import Spelling, agree, letters_only, namesakes, reason

#: A name of fewer letters is never joined to another by likeness: too many real names are that near.
MIN_LETTERS = 6
#: A pair whose differences cost more than this per letter is not worth a word.
NEAR = 0.36
#: The next candidate must be at least this much dearer than the best one.
MARGIN = 0.5


@dataclass(slots=True, eq=False)
class Bearer:
    """The spellings of one person, the best attested first; ``evidence`` has one sentence for each joined form."""

    spellings: list[Spelling]
    evidence: list[str] = field(default_factory=list)

    @property
    def main(self) -> Spelling:
        """The spelling whose surname the person goes by."""
        return self.spellings[0]

    @property
    def keys(self) -> set[str]:
        """The surnames as they are compared."""
        return {one.name.key for one in self.spellings}

    @property
    def spoken(self) -> int:
        """How often the person speaks."""
        return sum(one.spoken for one in self.spellings)

    @property
    def count(self) -> int:
        """How often the person is named, labels included."""
        return sum(one.count for one in self.spellings)

    @property
    def listed(self) -> bool:
        """Whether the person stands in a list."""
        return any(one.lists for one in self.spellings)

    @property
    def confirmed(self) -> bool:
        """Whether the person speaks and is named somewhere else too."""
        return self.spoken > 0 and self.count > self.spoken

    @property
    def stray(self) -> bool:
        """Whether nothing is known but a word that looks like a name."""
        return all(one.stray for one in self.spellings)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Two forms that are near each other and were not joined, and why."""

    form: str
    candidate: str
    why: str


@dataclass(frozen=True, slots=True)
class _Verdict:
    why: str
    cert: str = ""
    like: Likeness | None = None
    merge: bool = False


def identify(spellings: Iterable[Spelling]) -> tuple[list[Bearer], list[Refusal]]:
    """Find the persons behind the spellings; returns them and the near pairs that were kept apart.

    The result does not depend on the order of the spellings.
    """
    ordered = sorted(spellings, key=lambda one: (one.name.key, one.rank, one.name.given, one.name.mark))
    refusals: list[Refusal] = []
    bearers = [*_by_name(ordered, refusals)]
    _double_names(bearers)
    _alike(bearers, refusals)
    bearers = [one for one in bearers if one.spellings and not one.stray]
    return bearers, sorted(set(refusals), key=lambda one: (one.form, one.candidate, one.why))


def _by_name(spellings: list[Spelling], refusals: list[Refusal]) -> Iterator[Bearer]:
    by_key: dict[str, list[Spelling]] = defaultdict(list)
    told = {one.sidecar: one.name.key for one in reversed(spellings) if one.sidecar != -1}
    for one in spellings:
        by_key[told.get(one.sidecar, one.name.key)].append(one)
    for group in by_key.values():
        persons, refused = namesakes(group)
        refusals += [Refusal(one.form, other.form, why) for one, other, why in refused]
        for person in persons:
            made = Bearer(person)
            for one in person:
                made.evidence += letters_only(one.printed)
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
        key = one.main.name.key
        found = [
            whole
            for whole in halves.get(key, [])
            if whole is not one and not (whole.spoken and one.spoken) and not _clash(one, whole)
        ]
        if len(found) == 1 and len(key) >= 4 and by_key[key] == 1 and not one.stray:
            sentence = f"“{one.main.form}” is half of the double name “{found[0].main.form}”; nobody else bears it."
            _join(one, found[0], "medium", sentence)


def _alike(bearers: list[Bearer], refusals: list[Refusal]) -> None:
    """Join the spellings that a machine's reading made different."""
    living = [one for one in bearers if one.spellings]
    speakers = [one for one in living if one.spoken]
    lists = any(one.listed for one in living)
    for one in living if not lists else []:
        for spelling in one.spellings:  # no list was told apart: whatever is named beside the labels counts as one
            spelling.lists |= {-1 - id(spelling)} if spelling.named and not spelling.stray else set()
    covered = bool(speakers) and sum(one.confirmed for one in speakers) >= 0.3 * len(speakers) >= 1.5
    endings = Counter(one.main.name.key[-2:] for one in living if not one.stray)
    blocks = _Blocks(living)

    def standing(one: Bearer) -> tuple[object, ...]:
        return (
            any(spelling.sidecar != -1 for spelling in one.spellings), one.confirmed, min(one.count, 3),
            endings[one.main.name.key[-2:]], one.listed, one.count, one.main.name.key,
        )  # fmt: skip

    joined: dict[int, Bearer] = {}
    for weak in sorted(living, key=standing):
        if weak.main.cert == "low":
            continue
        verdicts: list[tuple[float, str, Bearer, _Verdict]] = []
        for strong in blocks.near(weak):
            if strong is weak or id(strong) in joined or strong.stray or standing(strong) < standing(weak):
                continue
            if weak.keys & strong.keys:
                continue
            verdict = _judge(weak, strong, covered)
            if verdict is not None and verdict.like is not None:
                verdicts.append((verdict.like.price, strong.main.name.key, strong, verdict))
        verdicts.sort(key=lambda found: found[:2])
        best = next((found for found in verdicts if found[3].merge), None)
        if best is not None:
            rivals = [one for one in verdicts if one[2] is not best[2] and one[0] < best[0] + MARGIN]
            if not rivals:
                _join(weak, best[2], best[3].cert, best[3].why)
                joined[id(weak)] = best[2]
                continue
            several = " and ".join(sorted(one[2].main.form for one in (best, *rivals)))
            verdicts = [(*one[:3], _Verdict(f"{several} are equally near", like=one[3].like)) for one in (best, *rivals)]
        if not weak.stray:
            refusals += [Refusal(weak.main.form, one[2].main.form, one[3].why) for one in verdicts[:3]]


def _judge(weak: Bearer, strong: Bearer, covered: bool) -> _Verdict | None:
    """Weigh one pair: None where they are not near, else whether they are joined and why (or why not)."""
    like, whole = _best_likeness(weak, strong)
    if like is None or like.share > NEAR:
        return None
    one, other = weak.main.form, strong.main.form
    differ = like.told()
    if why := _veto(weak, strong, like, whole):
        return _Verdict(f"{differ}; but {why}", like=like)
    glyphs = like.kinds <= {"glyph", "blank"}
    known = strong.confirmed or strong.count >= 3
    facts = f"“{one}” ({_times(weak.count)}) is read as “{other}” ({_times(strong.count)}): {differ}"
    if glyphs and ((like.share <= 0.07 and like.size >= 8) or (known and len(like.edits) == 1)):
        cert = "high" if known else "medium"
        return _Verdict(f"{facts}; no other name is as near.", cert, like, True)
    slip = "vowel" not in like.kinds and weak.count == 1
    well_known = strong.confirmed or strong.count >= 5
    if slip and well_known and ((len(like.edits) == 1 and like.size >= 8) or (like.price <= 1.5 and like.size >= 10)):
        return _Verdict(f"{facts}; printed so only once, and no other name is as near.", "medium", like, True)
    complement = {(weak.spoken > 0, weak.listed), (strong.spoken > 0, strong.listed)} == {(True, False), (False, True)}
    if covered and complement and like.share <= 0.2 and not like.kinds & {"gap", "ending"}:
        speaker, silent = (one, other) if weak.spoken else (other, one)
        told = f"{speaker} speaks and stands in no list, {silent} is listed and never speaks"
        return _Verdict(f"{facts}; {told}, and no other name is as near.", "medium", like, True)
    if "vowel" in like.kinds:
        return _Verdict(f"{differ}; but a vowel makes another name, and nothing else speaks for one person", like=like)
    return _Verdict(f"{differ}; but nothing else speaks for one person", like=like)


def _veto(weak: Bearer, strong: Bearer, like: Likeness, whole: bool) -> str:
    """Say what forbids joining a pair, however alike; "" if nothing does."""
    if why := _clash(weak, strong, given=not whole):
        return why
    if weak.confirmed and strong.confirmed:
        return "both speak, and both are named elsewhere"
    if weak.count > max(2, strong.count * 0.02):
        return f"both are printed often ({weak.count} and {strong.count} times)"
    if "ending" in like.kinds:
        return "an ending makes another name"
    if like.size < MIN_LETTERS:
        return "the names are too short to tell"
    return ""


def _clash(one: Bearer, other: Bearer, given: bool = True) -> str:
    """Say why two persons cannot be one: first names, lists, the sidecar; "" if they can."""
    for a in one.spellings:
        for b in other.spellings:
            if (why := agree(a, b)) and (given or not why.startswith("first names")):
                return why
    return ""


def _best_likeness(weak: Bearer, strong: Bearer) -> tuple[Likeness | None, bool]:
    """Compare the surnames; and the weak name written in one word, in case a blank broke it (then: True)."""
    best: tuple[Likeness | None, bool] = (None, False)
    key = weak.main.name.key
    whole = weak.main.name.squeezed
    broken = whole != key and len(weak.main.name.given) == 1 and len(whole) >= 8
    for candidate in sorted(strong.keys):
        like = likeness(key, candidate)
        if like is not None and (best[0] is None or like.price < best[0].price):
            best = (like, False)
        like = likeness(whole, candidate) if broken else None
        if like is not None:
            like = Likeness((*like.edits, Edit("", "", "blank")), like.size)
            if best[0] is None or like.price < best[0].price:
                best = (like, True)
    return best


def _join(one: Bearer, other: Bearer, cert: str, sentence: str) -> None:
    for spelling in one.spellings:
        spelling.cert = spelling.cert or cert
    other.spellings += one.spellings
    other.evidence += [*one.evidence, sentence]
    one.spellings = []


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


class _Blocks:
    """Finds the few names worth comparing: those that begin or end with the same three letters."""

    def __init__(self, bearers: Collection[Bearer]) -> None:
        self._by_piece: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in bearers:
            if not bearer.stray:
                for piece in _pieces(bearer.keys):
                    self._by_piece[piece].append(bearer)

    def near(self, one: Bearer) -> list[Bearer]:
        """Return the bearers that share a beginning or an end with ``one``, each once."""
        keys = {one.main.name.key, one.main.name.squeezed}
        found = chain.from_iterable(self._by_piece.get(piece, ()) for piece in sorted(_pieces(keys)))
        return [bearer for bearer in dict.fromkeys(found) if bearer.spellings]


def _pieces(keys: Iterable[str]) -> set[str]:
    return {piece for key in keys for piece in (f"^{key[:3]}", f"{key[-3:]}$")}
