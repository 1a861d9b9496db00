"""Dates in the Julian and in the Gregorian calendar: what is printed, and the day it is for us."""

from __future__ import annotations

import re

#: A day, a bracket or a slash, and another day; between them the names of months, and years: 29 March (11 April).
_DAY = r"(?<![0-9])([0-9]{1,2})(?![0-9])"
_TWO_DAYS = re.compile(rf"(?={_DAY}[^()\[\]/:;]{{0,40}}[(\[/] ?(?:[^\W\d_]+\.? {{0,2}})?{_DAY})")

#: Chinese days: the same in other figures.
_HAN_DAYS = re.compile(r"日 ?[(\[/]")

#: Days of the month between a Julian and a Gregorian date: 13 today, fewer before, less a month over its end.
_APART = {*range(1, 14), *range(-30, -14)}

#: Characters at the end of a piece of text that may begin such a pair.
_PAIR = 100

_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def is_date(date: str, calendar: str = "") -> bool:
    """Tell whether a text is a date of the calendar: ``1917``, ``1917-03`` or ``1917-03-29``.

    In ``julian`` each fourth year has a 29 February; where the calendar is unknown (``""``) that day passes
    too.
    """
    parts = date.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not date.isascii():
        return False
    if not all(part.isdigit() and int(part) for part in parts):
        return False
    year, month, day = [int(part) for part in parts] + [1] * (3 - len(parts))
    leap = year % 4 == 0 and (calendar != "gregorian" or year % 100 != 0 or year % 400 == 0)
    return month <= 12 and day <= _MONTHS[month - 1] + (leap and month == 2)


def in_words(date: str) -> str:
    """Return a date as one says it: ``29 March 1917``, ``March 1917``, ``1917``."""
    year, *rest = date.split("-")
    month = [_NAMES[int(number) - 1] for number in rest[:1]]
    day = [str(int(number)) for number in rest[1:]]
    return " ".join([*day, *month, year])


class TwoStyles:
    """Notices whether a text may print one day in both calendars: only then has it any Julian date of its own.

    ``seen`` is true as soon as two days stand beside a bracket or a slash that may be the same day. Where it stays
    false there is none; where it is true, ``days.styles`` has to say so of each date.
    """

    def __init__(self) -> None:
        self.seen = False
        self._end = ""

    def add(self, folded: str) -> None:
        """Look at the next piece of the text (folded)."""
        if self.seen:
            return
        text = self._end + folded
        days = ((int(match[1]), int(match[2])) for match in _TWO_DAYS.finditer(text))
        self.seen = any(two - one in _APART or one - two in _APART for one, two in days) or bool(_HAN_DAYS.search(text))
        self._end = text[-_PAIR:]


def gregorian(date: str, calendar: str) -> str:
    """Return the Gregorian date (ISO 8601, for ``@when``) of a date printed in ``calendar``.

    ``""`` where that cannot be said: the calendar is unknown, the date is Julian and not a whole day, or that day is
    before the year 1, which ISO 8601 and XML Schema do not count alike.
    """
    if calendar == "gregorian":
        return date
    if calendar != "julian" or len(date) != 10:
        return ""
    found = _from_day_number(_julian_day_number(*(int(part) for part in date.split("-"))))
    return found if found > "0001" else ""


def _julian_day_number(year: int, month: int, day: int) -> int:
    """Count the days since 1 January 4713 B.C.; years begin in March, so that a leap day comes last."""
    years, months = (year + 4800, month - 3) if month > 2 else (year + 4799, month + 9)
    return day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083


def _from_day_number(number: int) -> str:
    """Turn the day count into a Gregorian date: 400 years have 146,097 days, five months 153."""
    cycle, rest = divmod(4 * (number + 32044) + 3, 146097)
    years, rest = divmod(4 * (rest // 4) + 3, 1461)
    months, days = divmod(5 * (rest // 4) + 2, 153)
    year = 100 * cycle + years - 4800 + months // 10
    return f"{year:04d}-{months + 3 - 12 * (months // 10):02d}-{days // 5 + 1:02d}"
