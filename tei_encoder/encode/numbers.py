"""Numbers: figures of votes as digits, as words, as ranges, and damaged by OCR."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from tei_encoder.encode.han import han_number
from tei_encoder.model.annotation import Annotation
from tei_encoder.rules.pattern import fold

#: Letters that OCR puts in the place of digits.
_DAMAGED = str.maketrans("lIi|OoSB", "11110058")


def quantify(
    measure: Annotation, text: str, words: Mapping[str, int], also: Collection[str] = ()
) -> Annotation | None:
    """Write on ``measure`` the number its text says: ``@quantity``, or ``@min``/``@max`` for a range.

    ``text`` is what stands in the source, ``words`` the number words of the language, ``also`` its words for
    "and" (einundzwanzig, vingt et un). A figure that OCR has damaged
    gets ``cert="medium"`` and its likely reading: the annotation that is returned. A text that is no number gets
    ``cert="low"`` and no quantity.
    """
    plain = fold(text).strip().lower()
    bounds = re.fullmatch(r"(\d+)\s*-\s*(\d+)", plain)
    if bounds:
        low, high = sorted((int(bounds[1]), int(bounds[2])))
        measure.attrs.update(min=str(low), max=str(high), cert="low")
        return None
    value = _value(plain, words, also)
    if value is not None:
        measure.attrs["quantity"] = str(value)
        return None
    mended = re.sub(r"[,.\s](?=\d{3})", "", fold(text).strip().translate(_DAMAGED))
    if mended.isascii() and mended.isdigit() and any(ch.isdigit() for ch in text):
        measure.attrs.update(quantity=str(int(mended)), cert="medium")
        aid = ("corr", {"cert": "medium", "resp": "#encoder"}, mended)
        return Annotation(measure.start, measure.end, "sic", rule=measure.rule, correction=aid)
    measure.attrs["cert"] = "low"
    return None


def _value(plain: str, words: Mapping[str, int], also: Collection[str]) -> int | None:
    grouped = re.sub(r"[,.\s](?=\d{3}(?!\d))", "", plain)
    if grouped.isascii() and grouped.isdigit():
        return int(grouped)
    if plain in words:
        return words[plain]
    if not plain.isascii() and (number := han_number(plain)) is not None:
        return number
    known = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    joined = "|".join(["", *map(re.escape, sorted(also))])
    if not known or not re.fullmatch(rf"(?:{known})(?:[\s-]*(?:{joined})[\s-]*(?:{known}))*", plain):
        return None
    total = 0
    for piece in re.findall(known, plain):
        value = words[piece]
        total = total * value if value in (100, 1000) and total else total + value
    return total
