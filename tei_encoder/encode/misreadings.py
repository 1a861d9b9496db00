"""Words with one letter misread by OCR ("organizition", "shou!d"), corrected where the text has the right word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set
from itertools import chain

from tei_encoder.encode.words import Vocabulary

#: Letters, Latin and Cyrillic, that OCR takes for one another, made the same. Pairs that turn one word into another
#: too often (h and b, o and c, f and s) are left out.
_ALIKE = str.maketrans("cnlqнпщъ", "euigиишь")
_VOWELS = str.maketrans("aeiou", "aaaaa")

#: Pairs of letters that look like one, and one that looks like two.
_MERGED = (("m", "rn"), ("rn", "m"), ("d", "cl"), ("h", "li"))

#: What may stand behind a character that cannot be in a word.
_BEHIND = {"0": "o", "1": "il", "!": "il", "|": "il", "3": "se", "5": "s", "6": "b", "8": "sb", "9": "g"}

#: A word must stand this often to be what a misreading is measured against.
_FREQUENT = 3

#: Letters a word must have: in shorter ones too many real words differ by one letter only, and still more by a vowel.
#: Those with an impossible character may be shorter.
_LONG = 8
_LENGTHY = 10
_SHORTEST = 5

#: Different words a text must have before letters that it never puts in a row are strange.
_RICH = 2000

_NONE: frozenset[str] = frozenset()


def misread_words(vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    """Return the misread words of a text: the word as printed → the right one, and how sure it is.

    A misread word is printed once in the whole text (of texts longer than the vocabulary nothing is returned) and
    exactly one frequent word differs from it by one letter that OCR confuses, or by a vowel. Besides, it must have a
    sequence of letters which no other word of the text has. A digit, a sign or a capital within a word is a fault
    by itself. Words with a capital are names, and left alone, unless the right word is also written small.
    """
    if not vocabulary.whole:
        return {}
    counts = vocabulary.counts
    targets: dict[str, set[str]] = {}
    for wrong, word in _misspelt(vocabulary):
        targets.setdefault(wrong, set()).add(word)
    found: dict[str, tuple[str, str]] = {}
    right: Set[str]
    for printed in vocabulary.once():
        if printed in targets:
            right = targets[printed]
        elif printed.isalpha() and (printed[1:].islower() or printed.isupper()):
            right = targets.get(printed.lower(), _NONE)
        else:
            right = {word for word in _restored(printed, counts, vocabulary) if counts.get(word, 0) >= _FREQUENT}
        if printed.isalpha() and printed[0].isupper():
            right &= vocabulary.small
        if len(right) == 1:
            found[printed] = (_in_case_of(printed, next(iter(right))), "medium")
    return found


def _misspelt(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield rare and frequent words of which only one letter differs.

    The rare one must have three letters in a row, with the odd one among them, that no other word of a rich text has:
    "falling" is not "failing", because there are "calling" and "always".
    """
    if len(vocabulary.counts) < _RICH:
        return
    long = {word: count for word, count in vocabulary.counts.items() if len(word) >= _LONG - 1}
    rare = {word for word, count in long.items() if count == 1}
    frequent = [word for word, count in long.items() if count >= _FREQUENT and len(word) >= _LONG]
    lengthy = [word for word in frequent if len(word) >= _LENGTHY]
    every = " ".join(vocabulary.counts)
    for wrong, word, at in chain(_one_apart(rare, frequent, _ALIKE), _merged(rare, frequent)):
        if _is_strange(wrong, at, every):
            yield wrong, word
    for wrong, word, at in _one_apart(rare, lengthy, _VOWELS):
        if 0 < at < len(word) - 2 and _is_strange(wrong, at, every):  # endings such as -man and -men are words
            yield wrong, word


def _is_strange(word: str, at: int, every: str) -> bool:
    return any(every.count(word[start : start + 3]) == 1 for start in range(max(at - 2, 0), min(at + 1, len(word) - 2)))


def _merged(rare: Set[str], frequent: list[str]) -> Iterator[tuple[str, str, int]]:
    """Yield a rare and a frequent word where two letters of one look like one of the other, and where they stand."""
    for word in frequent:
        for one, taken_for in _MERGED:
            at = word.find(one, 1)  # the first letter is large and clear
            while at > 0:
                wrong = word[:at] + taken_for + word[at + len(one) :]
                if wrong in rare:
                    yield wrong, word, at
                at = word.find(one, at + 1)


def _one_apart(rare: Set[str], frequent: list[str], alike: dict[int, int]) -> Iterator[tuple[str, str, int]]:
    """Yield a rare and a frequent word that differ in one letter, both sides of which ``alike`` makes the same."""
    blocks: dict[str, list[str]] = {}
    for key, word in zip(_made(frequent, alike), frequent, strict=True):
        blocks.setdefault(key, []).append(word)
    for key, wrong in zip(_made(rare, alike), rare, strict=True):
        for word in blocks.get(key, ()):
            other = [at for at in range(len(word)) if word[at] != wrong[at]]
            if len(other) == 1:
                yield wrong, word, other[0]


def _made(words: Collection[str], alike: dict[int, int]) -> list[str]:
    """Return all the words with like letters made the same: in one string, which is ten times as quick."""
    return "\n".join(words).translate(alike).split("\n") if words else []


def _restored(printed: str, counts: dict[str, int], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield what a word with one impossible character may have been, in small letters."""
    if len(printed) < _SHORTEST:
        return
    odd = [at for at, ch in enumerate(printed) if not ch.isalpha()]
    letters = vocabulary.letters
    if odd:
        letters = _BEHIND.get(printed[odd[0]], "")
        if odd[0] in (0, len(printed) - 1) and counts.get(printed.strip(printed[odd[0]]).lower(), 0) > 1:
            return  # a word with an exclamation mark, or with the number of a note
    elif len(printed) >= _LONG and counts.get(printed.lower()) == 1:  # GitHub is no misread Github
        odd = [at for at, ch in enumerate(printed) if 0 < at < len(printed) - 1 and ch.isupper()]
    if len(odd) == 1:
        for letter in letters:
            yield (printed[: odd[0]] + letter + printed[odd[0] + 1 :]).lower()


def _in_case_of(printed: str, word: str) -> str:
    if printed.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if printed[0].isupper() else word
