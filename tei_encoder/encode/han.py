"""Han: numerals, dates and names in Chinese characters, as China, Japan and Korea print them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tei_encoder.encode.days import Day
from tei_encoder.rules.rule import People as Words

_DIGITS = {ch: value for value, chars in enumerate(
    ("〇零○", "一壹元", "二貳贰兩两", "三叁參", "四肆", "五伍", "六陸陆", "七柒", "八捌", "九玖")
) for ch in chars}  # fmt: skip
_TENS = {"十": 10, "拾": 10, "廿": 20, "卅": 30, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TENS |= {"万": 10_000, "萬": 10_000}
_NUMERAL = f"(?:[0-9０-９]+|[{''.join(_DIGITS)}{''.join(_TENS)}]+)"
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_IDEOGRAPHS = re.compile(r"[㐀-䶿一-鿿豈-﫿〇々·・\U00020000-\U0003134f]+")
_UNTIL, _AND = frozenset("-~至到〜"), frozenset("、,及和與与")


def is_han(text: str) -> bool:
    """Say whether a text is all Chinese characters, without blanks."""
    return bool(_IDEOGRAPHS.fullmatch(text))


def han_number(text: str) -> int | None:
    """Read a number: ``三十七`` and ``三七`` are 37, ``一九四八`` is 1948, ``４８`` is 48; None for anything else."""
    plain = text.translate(_WIDE)
    if plain.isascii():
        return int(plain) if plain.isdigit() else None
    if not plain or any(ch not in _DIGITS and ch not in _TENS for ch in plain):
        return None
    if not any(ch in _TENS for ch in plain):
        return int("".join(str(_DIGITS[ch]) for ch in plain))
    total = part = digit = 0
    for ch in plain:
        if ch in _DIGITS:
            digit = _DIGITS[ch]
        elif _TENS[ch] == 10_000:
            total, part, digit = (total + part + digit) * 10_000, 0, 0
        elif ch in "廿卅":
            part, digit = part + _TENS[ch], 0
        else:
            part, digit = part + (digit or 1) * _TENS[ch], 0
    return total + part + digit


def han_days(text: str, joined: list[str], eras: Mapping[str, int]) -> list[Day]:
    """Return the days of a printed date such as ``中华民国三十七年五月八日``; append to ``joined`` what joins them.

    ``eras`` says which year precedes the first of an era: 民国 is 1911. Without 年, 月 or 日 there are none.
    """
    if not {"年", "月", "日"} & set(text):
        return []
    names = "|".join(sorted(map(re.escape, eras), key=len, reverse=True)) or "(?!)"
    one = re.compile(
        rf"(?:(?P<era>{names})?\s?(?P<year>{_NUMERAL})\s?年\s?)?"
        rf"(?:(?P<month>{_NUMERAL})\s?月\s?)?(?:(?P<day>{_NUMERAL})\s?[日号號])?"
    )
    days: list[Day] = []
    end = 0
    for found in one.finditer(text):
        if not found[0]:
            continue
        if days:
            between = set(text[end : found.start()])
            joined.append("-" if between & _UNTIL else "&" if between & _AND else "")
        year = han_number(found["year"]) if found["year"] else 0
        days.append(Day((year or 0) + eras.get(found["era"] or "", 0),
                        han_number(found["month"] or "0") or 0, han_number(found["day"] or "0") or 0))  # fmt: skip
        end = found.end()
    return days


def han_name(text: str, words: Words) -> str:
    """Return a name without title: before it (部长张三), behind it (张三委员) or in the middle (张委员三)."""
    titles = sorted({*words.titles, *words.suffixes}, key=lambda title: (-len(title), title))
    for title in titles:
        at = text.rfind(title)
        before, after = text[: max(at, 0)], text[at + len(title) :]
        if at < 0 or not (before or after):
            continue
        if not after:
            return han_name(before, words) if before else text
        if at in (1, 2) and len(before + after) <= 4 and len(after) <= 2:
            return before + after
        if len(after) > 1 and at != 1:
            return after
    return text
