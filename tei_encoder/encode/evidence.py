"""Evidence: whether two names that look alike are one person, and the sentence that says why or why not.

A merge needs likeness *and* evidence (``docs/people.md`` tells the rules to people): a rare form beside one that is
well attested, or a speaker who stands in no list beside somebody listed who never speaks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from tei_encoder.encode.likeness import Edit, Likeness, likeness
from tei_encoder.encode.spellings import Spelling, agree

#: A name of fewer letters is never joined to another by likeness: too many real names are that near.
MIN_LETTERS = 6
#: Names of fewer letters need more: Morris is not Norris.
LONG = 8
#: A person with more surnames, all but one misread, is compared by those that are nearest.
_MANY = 6
#: No two names differ by less: one letter that looks alike.
_LEAST = 0.5
#: A pair whose differences cost more than this per letter is not worth a word; the second figure is for names that
#: begin alike (Rozov, Rozanov), which people confuse more easily.
NEAR, NEAR_ALIKE = 0.26, 0.36


@dataclass(slots=True, eq=False)
class Bearer:
    """The spellings of one person, the best attested first; ``evidence`` has one sentence for each joined form.

    ``keys`` are the surnames as they are compared, ``spoken`` says how often the person speaks, ``count`` how often the
    name is printed at all. ``listed``: the person stands in a list of delegates, of those present, of those elected.
    """

    spellings: list[Spelling]
    evidence: list[str] = field(default_factory=list)
    listed: bool = False
    keys: frozenset[str] = frozenset()
    spoken: int = 0
    count: int = 0

    def __post_init__(self) -> None:
        self._settle()

    def _settle(self) -> None:
        self.keys = frozenset(one.name.key for one in self.spellings)
        self.spoken = sum(one.spoken for one in self.spellings)
        self.count = sum(one.count for one in self.spellings)

    @property
    def main(self) -> Spelling:
        """The spelling whose surname the person goes by."""
        return self.spellings[0]

    @property
    def confirmed(self) -> bool:
        """Whether the person speaks and is named somewhere else too."""
        return self.count > self.spoken > 0

    @property
    def stray(self) -> bool:
        """Whether nothing is known but a word that looks like a name."""
        return self.spellings[0].stray

    def join(self, other: Bearer, cert: str, sentence: str) -> None:
        """Take over the spellings of ``other``, which is empty afterwards; ``sentence`` says why."""
        for spelling in other.spellings:
            spelling.cert = spelling.cert or cert
        self.listed |= other.listed
        self.spellings += other.spellings
        self.evidence += [*other.evidence, sentence]
        other.spellings = []
        self._settle()


class Verdict(NamedTuple):
    """What is made of a pair: ``merge`` or not, how sure (``cert``), and ``why``, the end of a sentence.

    ``veto``: something forbids it. ``whole``: the likeness holds for the weaker name written in one word.
    """

    like: Likeness
    whole: bool
    why: str
    merge: bool = False
    cert: str = ""
    veto: bool = False

    def told(self, weak: Bearer, strong: Bearer) -> str:
        """Return the sentence for a merge, the reason for a refusal."""
        if not self.merge:
            return f"{self.like.told()}; but {self.why}"
        one, other = _called(weak, strong, self.whole)
        return (
            f"“{one}” ({_times(weak.count)}) is read as “{other}” ({_times(strong.count)}): "
            f"{self.like.told()}; {self.why}no other name is as near."
        )


def judge(weak: Bearer, strong: Bearer, covered: bool) -> Verdict | None:
    """Weigh a pair, of which ``strong`` is the better attested: None where they are not near each other.

    ``covered``: the lists name enough of the speakers that a speaker in none of them is conspicuous.
    """
    like, whole = _best_likeness(weak, strong)
    if like is None or like.share > (NEAR_ALIKE if weak.main.name.key[:3] == strong.main.name.key[:3] else NEAR):
        return None
    if why := _veto(weak, strong, like, whole):
        return Verdict(like, whole, why, veto=True)
    return _misread(weak, strong, like, whole) or _speaker_in_no_list(weak, strong, like, whole, covered)


def _misread(weak: Bearer, strong: Bearer, like: Likeness, whole: bool) -> Verdict | None:
    """Join a rare form whose letters a machine may have misread to a name that is well attested."""
    kinds, one_edit = like.kinds, len(like.edits) == 1
    well_known = strong.confirmed or strong.count >= 5
    known = well_known or strong.count >= 3
    if like.size < LONG:
        if one_edit and kinds == {"glyph"} and not like.first and well_known:
            return Verdict(like, whole, "", True, "medium")
        return None
    if kinds <= {"glyph", "blank"} and (like.share <= 0.07 or (known and one_edit)):
        return Verdict(like, whole, "", True, "high" if known else "medium")
    slight = one_edit or (like.price <= 1.5 and like.size >= 10)
    if slight and weak.count == 1 and well_known and "vowel" not in kinds:
        return Verdict(like, whole, "printed so only once, and ", True, "medium")
    return None


def _speaker_in_no_list(weak: Bearer, strong: Bearer, like: Likeness, whole: bool, covered: bool) -> Verdict:
    """Join a speaker who stands in no list and somebody listed who never speaks; anything else is kept apart."""
    kinds = like.kinds
    ways = {(weak.spoken > 0, weak.listed), (strong.spoken > 0, strong.listed)}
    if covered and ways == {(True, False), (False, True)} and like.share <= 0.2 and not kinds & {"gap", "ending"}:
        one, other = _called(weak, strong, whole)
        speaker, silent = (one, other) if weak.spoken else (other, one)
        why = f"{speaker} speaks and stands in no list, {silent} is listed and never speaks, and "
        return Verdict(like, whole, why, True, "medium")
    vowel = "a vowel makes another name, and " if "vowel" in kinds else ""
    return Verdict(like, whole, f"{vowel}nothing else speaks for one person")


def clash(one: Bearer, other: Bearer, given: bool = True) -> str:
    """Say why two persons cannot be one: first names (if ``given``), lists, the sidecar; "" if they can."""
    for a in one.spellings:
        for b in other.spellings:
            if (why := agree(a, b)) and (given or not why.startswith("first names")):
                return why
    return ""


def _veto(weak: Bearer, strong: Bearer, like: Likeness, whole: bool) -> str:
    """Say what forbids joining a pair, however alike; "" if nothing does."""
    if why := clash(weak, strong, given=not whole):
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


def _best_likeness(weak: Bearer, strong: Bearer) -> tuple[Likeness | None, bool]:
    """Compare the surnames; and the weak name written in one word, in case a blank broke it (then: True)."""
    best: Likeness | None = None
    of_whole = False
    name = weak.main.name
    broken = len(name.given) == 1 and len(name.squeezed) >= LONG
    for candidate in _few(name.key, strong.keys):
        for key, whole in ((name.key, False), (name.squeezed, True))[: 1 + broken]:
            like = likeness(key, candidate)
            if like is not None and whole:
                like = Likeness.of((*like.edits, Edit("", "", "blank")), like.size, like.first)
            if like is not None and (best is None or like.price < best.price):
                best, of_whole = like, whole
        if best is not None and best.price <= _LEAST:
            break
    return best, of_whole


def _few(key: str, keys: frozenset[str]) -> list[str]:
    """Return the surnames of a person in the order of the alphabet; of many misread forms those nearest to ``key``."""
    if len(keys) <= _MANY:
        return sorted(keys)
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extract

    nearest = extract(key, sorted(keys), scorer=Levenshtein.distance, processor=None, limit=_MANY)
    return sorted(one for one, _, _ in nearest)


def _called(weak: Bearer, strong: Bearer, whole: bool) -> tuple[str, str]:
    return weak.main.form if whole else weak.main.name.surname, strong.main.name.surname


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
