"""Suspicious characters: what fonts, conversions and reading machines leave behind, and what cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator

from lxml import etree

from tei_encoder.check.review import Entry
from tei_encoder.check.review_reading import Reading

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_OTHER = "Ͱ-ϿЀ-ԯ"

#: What UTF-8 looks like when it is read as Windows-1252: a first byte (as a letter) and those that follow it.
_FOLLOW = "\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"

#: One pair is enough with Â and Ã (Western letters), â€ (quotation marks) and the like; elsewhere it takes two.
_READ_WRONGLY = re.compile(
    f"(?=[Â-ð])(?:[ÂÃ][{_FOLLOW}]|(?:[Ä-ß][{_FOLLOW}]){{2,}}|â€[{_FOLLOW}]|ï»¿|ðŸ[{_FOLLOW}]{{2}}|(?:[ã-é][{_FOLLOW}]{{2}}){{2,}})"
)

_MIXED = re.compile(f"[{_LATIN}](?=[{_OTHER}])|[{_OTHER}](?=[{_LATIN}])")
_LETTERS = re.compile(r"[^\W\d_]{0,40}")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]{0,40}$")


def _mojibake(found: str) -> str | None:
    raw = bytearray()
    for ch in found:
        try:
            raw += ch.encode("cp1252")
        except UnicodeEncodeError:
            if ord(ch) > 0xFF:
                return None
            raw.append(ord(ch))
    try:
        return f"“{found}” looks like “{raw.decode()}” read in a wrong encoding"
    except UnicodeDecodeError:
        return None


def _mixed(found: str) -> str | None:
    strange = sorted({ch for ch in found if re.match(f"[{_OTHER}]", ch)})
    latin = sorted({ch for ch in found if re.match(f"[{_LATIN}]", ch)})
    few = strange if len(strange) <= len(latin) else latin
    names = ", ".join(unicodedata.name(ch, f"U+{ord(ch):04X}").lower() for ch in few[:3])
    return f"“{found}” mixes scripts: {names}"


def _named(found: str) -> str | None:
    name = unicodedata.name(found, "a character without a name").lower()
    return f"U+{ord(found):04X} ({name})"


#: Kind of entry, what is looked for, what is said of it (None: it is nothing after all).
_SIGNS: tuple[tuple[str, re.Pattern[str], Callable[[str], str | None]], ...] = (
    ("CHARACTER-LOST", re.compile("\ufffd"), lambda _: "U+FFFD: a character was lost in a conversion"),
    ("CHARACTER-CONTROL", re.compile("[\u0080-\u009f]"), _named),
    ("CHARACTER-PRIVATE", re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"), _named),
    ("MOJIBAKE", _READ_WRONGLY, _mojibake),
    ("MIXED-SCRIPT", _MIXED, _mixed),
    # Joiners are wanted in Persian and Indic scripts; beside Latin, Greek or Cyrillic letters they are not.
    ("CHARACTER-INVISIBLE", re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"), _named),
    ("CHARACTER-INVISIBLE", re.compile(f"(?<=[{_LATIN}{_OTHER}])[\u200c\u200d]"), _named),
    ("SOFT-HYPHEN", re.compile("\u00ad"), lambda _: "soft hyphen: invisible, but in the way when one searches"),
    (
        "DIGIT-IN-WORD",
        re.compile(r"(?<![\w-])(?:[^\W\d_]{3,}\d[^\W\d_]*|[a-z]+\d[a-z]+|[lIO]+\d[\dlIO]*|\d+[lIO][\dlIO]*)(?![\w-])"),
        lambda found: f"“{found}” has a digit where a letter may be meant, or the reverse",
    ),
    ("ODD-SIGN", re.compile("[|™¬¦¤]"), lambda found: f"“{found}” is unusual in prose"),
)

#: Kinds that are told with the whole word around what was found.
_WORDS = ("MIXED-SCRIPT", "ODD-SIGN")

#: Elements in which digits and odd signs have been understood already.
_UNDERSTOOD = ("sic", "orig", "surplus", "ref", "fw")


def characters(reading: Reading) -> Iterator[Entry]:
    """Find the characters that an editor should look at, in the order of the text for each kind."""
    understood = {at for one in reading.all(*_UNDERSTOOD) for at in range(*reading.spans[one])}
    places = _Places(reading)
    for kind, pattern, told in _SIGNS:
        last = 0
        for match in pattern.finditer(reading.text):
            start, end = _word(reading.text, *match.span()) if kind in _WORDS else match.span()
            if start < last:
                continue  # the same word once more
            last = end
            if kind in ("DIGIT-IN-WORD", "ODD-SIGN") and not understood.isdisjoint(range(start, end)):
                continue
            message = told(reading.text[start:end])
            if message:
                alike = message if end - start == 1 else kind.lower().replace("-", " ")
                yield reading.entry(kind, places.at(start), message, at=start, alike=alike)


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the letters on both sides to what was found."""
    before, after = _LETTERS_BEFORE.search(text, max(0, start - 40), start), _LETTERS.match(text, end)
    return (before.start() if before else start), (after.end() if after else end)


class _Places:
    """Finds the innermost element around an offset, for offsets in any order."""

    def __init__(self, reading: Reading) -> None:
        self._spans = reading.spans
        self._root = next(iter(reading.spans))
        self._children: dict[etree._Element, tuple[list[int], list[etree._Element]]] = {}

    def at(self, offset: int) -> etree._Element:
        """Return the innermost element that holds the character at an offset."""
        here, inner = self._root, self._inner(self._root, offset)
        while inner is not None:
            here, inner = inner, self._inner(inner, offset)
        return here

    def _inner(self, one: etree._Element, offset: int) -> etree._Element | None:
        if one not in self._children:
            found = [child for child in one.iterchildren("{*}*") if self._spans[child][0] < self._spans[child][1]]
            self._children[one] = [self._spans[child][0] for child in found], found
        starts, children = self._children[one]
        number = bisect_right(starts, offset) - 1
        return children[number] if number >= 0 and offset < self._spans[children[number]][1] else None
