"""Words split in two by scanning or copying ("Dep uties", "Petro-grad"), joined where the text itself proves it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from tei_encoder.encode.words import Vocabulary, stands_free
from tei_encoder.rules.pattern import Pattern, escape

#: A half of a split word is a rare thing; one that is more frequent is a word.
_RARE = 8

#: How often a word must stand unsplit for each time it is split, to prove the fault by itself.
_PROOF = 4

#: A text with this many proven faults is one in which words are split: weaker evidence counts in it.
_HABIT = 2

#: Characters looked at in one go where they are not ASCII.
_PIECE = 4096


@dataclass(slots=True)
class _Pair:
    """Two halves of a word of the text, and how they are printed: ``printed`` with counts, ``lines`` over line ends."""

    left: str
    right: str
    printed: Counter[str] = field(default_factory=Counter)
    lines: int = 0

    @property
    def seen(self) -> int:
        return self.printed.total() + self.lines


def split_words(
    vocabulary: Vocabulary, before: Collection[str] = (), after: Collection[str] = ()
) -> dict[str, tuple[str, str]]:
    """Return what to join in a text: the split word as printed (folded) → the word, and how sure it is.

    The text must have the word unsplit, and at least one half must stand nowhere else: "in complete" is left alone
    because a text that knows "in" and "complete" can put them side by side. ``high``: both halves stand nowhere else,
    the word is frequent, and one half begins or ends like no word of the text ("Dep", "ference"; but "wild card"
    looks like words). ``medium``: less, in a text that splits other words for certain. A hyphen is removed from names
    ("Petro-grad": in names with hyphens both parts have capitals), and where the word is frequent without it; after
    a hyphen and a blank ("Bol- shevik") always. ``before`` are words and prefixes of the language that stand
    before another word and may not be glued to it ("in complete", "to day", "co-operate"), ``after`` those that stand
    after one ("sea men", "some where").
    """
    pairs = _printed_pairs(vocabulary, _possible_pairs(vocabulary, before, after))
    counts = vocabulary.counts
    explained: Counter[str] = Counter()
    for pair in pairs:
        explained.update({pair.left: pair.seen})
        explained.update({pair.right: pair.seen})
    begins = Counter(word[:3] for word in counts) if pairs else Counter()
    ends = Counter(word[-3:] for word in counts) if pairs else Counter()
    graded: dict[str, tuple[str, str]] = {}
    for pair in pairs:
        word = pair.left + pair.right
        known, seen = counts[word], pair.printed.total()
        strange = [half for half in (pair.left, pair.right) if counts[half] == explained[half]]
        if not strange or not seen:
            continue
        broken = ends[pair.left[-3:]] == 1 or begins[pair.right[:3]] == 1
        for printed in pair.printed:
            name = word not in vocabulary.small
            hyphen = "-" in printed and "- " not in printed
            proven = len(strange) == 2 and ("- " in printed or (broken and known >= _PROOF * seen))
            likely = len(strange) == 2 if known < 3 else known > seen
            if hyphen and not name:
                grade = "medium" if proven else ""
            else:
                grade = "high" if proven else "likely" if likely else ""
            if grade:
                reading = "".join(ch for ch in printed if ch.isalpha())
                graded[printed] = (reading, grade)
    habit = sum(grade == "high" for _, grade in graded.values()) >= _HABIT
    return {
        printed: (reading, "medium" if grade == "likely" else grade)
        for printed, (reading, grade) in graded.items()
        if habit or grade != "likely"
    }


def _possible_pairs(
    vocabulary: Vocabulary, before: Collection[str], after: Collection[str]
) -> dict[tuple[str, str], _Pair]:
    """Return every way to make a word of the text from two others, one of them rare, none an ordinary short one."""
    counts = vocabulary.counts
    often = max(vocabulary.counts.total() // 500, _RARE)
    found = {}
    for word in counts:
        for cut in range(2, len(word) - 1) if len(word) > 4 else ():
            left = word[:cut]
            if left not in counts or left in before:
                continue
            right = word[cut:]
            if right not in counts or right in after:
                continue
            few, many = sorted((left, right), key=counts.__getitem__)
            if counts[few] <= _RARE and not (len(many) < 5 and counts[many] >= often):
                found[left, right] = _Pair(left, right)
    return found


def _printed_pairs(vocabulary: Vocabulary, possible: dict[tuple[str, str], _Pair]) -> list[_Pair]:
    """Look where in the text such halves stand side by side, and return the pairs that do."""
    if not possible:
        return []
    longest_first = sorted(possible, key=lambda halves: (-len(halves[0] + halves[1]), halves))
    either = "|".join(rf"{escape(left)}(?: |-[ \n]*){escape(right)}" for left, right in longest_first)
    pattern = Pattern(rf"(?i)(?:^|[^\p{{L}}\p{{N}}])(?P<pair>{either})")
    for piece in (piece for part in vocabulary.parts for piece in _pieces(part)):
        for match in pattern.anywhere(piece):
            start, end = match.groups["pair"]
            printed = piece[start:end]
            left, right = "".join(ch if ch.isalpha() else " " for ch in printed).split()
            pair = possible.get((left.lower(), right.lower()))
            if pair is None or not stands_free(piece, start, end):
                continue
            if "\n" in printed:
                pair.lines += 1
            elif (left[1:] + right).islower() or printed.isupper():
                pair.printed[printed] += 1
    return [pair for pair in possible.values() if pair.seen]


def _pieces(part: str) -> Iterator[str]:
    """Cut a part between lines: to count characters RE2 reads what is not ASCII again for each match."""
    start = 0
    while start < len(part) and not part.isascii():
        end = part.find("\n", start + _PIECE)
        while end > 0 and part[end - 1] in "- ":
            end = part.find("\n", end + 1)
        end = len(part) if end < 0 else end + 1
        yield part[start:end]
        start = end
    if start == 0:
        yield part
