"""Days as printed: the reckoning with missing months and years, ranges, and the two calendars side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tei_encoder.encode.calendars import gregorian, is_date

#: The sign between the ends of a range; a language's words for it are read as this sign.
UNTIL = "-"

#: One year for each difference between the calendars (13, 12, 11, 10 days): for dates of which nobody knows the year.
_SAMPLE_YEARS = (1950, 1850, 1750, 1650)


@dataclass(slots=True)
class Day:
    """A day, month or year as printed; 0 where a piece is missing (the calendar is not its business)."""

    year: int = 0
    month: int = 0
    day: int = 0

    def iso(self) -> str:
        """Return ISO 8601 of what is known: ``1917-03-29``, ``1917-03``, ``--03-29``."""
        rest = [f"{piece:02d}" for piece in (self.month, self.day) if piece]
        return "-".join([f"{self.year:04d}" if self.year else "-", *rest])

    def possible(self, calendar: str) -> bool:
        """Tell whether the calendar has such a day; without a year, whether some year has."""
        whole = Day(self.year or 2000, self.month, self.day).iso()
        return is_date(whole, calendar) and bool(self.month or (self.year and not self.day))


def fill_months(ends: list[Day]) -> None:
    """Give the days without a month that of the day before ("July 3-5"), else of the next ("3-5 July")."""
    for before, after in [*pairwise(ends), *pairwise(ends[::-1])]:
        if after.day and not after.month:
            after.month = before.month


def fill_years(ends: list[Day]) -> None:
    """Give each end a year when one has it; "December 30 - January 2, 1917" begins in 1916."""
    for before, after in pairwise(ends):
        if before.year and not after.year:
            after.year = before.year + (after.month < before.month)
    for after, before in pairwise(ends[::-1]):
        if after.year and not before.year:
            before.year = after.year - (after.month < before.month)


def is_run(ends: list[Day], joined: Sequence[str], calendar: str) -> bool:
    """Tell whether this is one possible day, a range, or days (months, years) that follow one another.

    ``joined`` says what stands between the ends: a sign: ``UNTIL``, ``&``, a comma, or ``""``.
    """
    if not all(end.possible(calendar) for end in ends):
        return False
    if UNTIL in joined:
        first, last = ((end.year, end.month, end.day) for end in (ends[0], ends[-1]))
        return len(ends) == 2 and first < last and [not piece for piece in first] == [not piece for piece in last]
    return "" not in joined and all(_follows(before, after, calendar) for before, after in pairwise(ends))


def _follows(before: Day, after: Day, calendar: str) -> bool:
    year, month, day = before.year, before.month, before.day
    if day:
        next_day = Day(year, month, day + 1)
        if next_day.possible(calendar):
            return after == next_day
        day = 1
    if month:
        year, month = (year, month + 1) if month < 12 else (year + 1 if year else 0, 1)
    else:
        year += 1
    return after == Day(year, month, day)


def styles(first: list[Day], second: list[Day]) -> tuple[list[str], list[str]] | None:
    """Return the Julian and the Gregorian dates, where two sides are the same days in the two calendars."""
    for old, new in ((first, second), (second, first)) if len(first) == len(second) <= 2 else ():
        pairs = [next(_same_days(one, other), None) for one, other in zip(old, new, strict=True)]
        found = [pair for pair in pairs if pair]
        if len(found) == len(first):
            return [day for day, _ in found], [day for _, day in found]
    return None


def _same_days(old: Day, new: Day) -> Iterator[tuple[str, str]]:
    """Yield (Julian, Gregorian) for each reading of ``old`` that is ``new``; missing pieces may be any near."""
    if not (old.day and new.day and (old.month or new.month)):
        return
    known = old.year or new.year
    for year in (old.year,) if old.year else (known, known - 1) if known else _SAMPLE_YEARS:
        for month in (old.month,) if old.month else (new.month, new.month - 1 or 12):
            day = Day(year, month, old.day)
            if not year or not day.possible("julian"):
                continue
            date = gregorian(day.iso(), "julian")
            met = Day(*(int(piece) for piece in date.split("-")))
            if met.day == new.day and new.month in (0, met.month) and (not known or new.year in (0, met.year)):
                yield (day.iso(), date) if known else (f"-{day.iso()[4:]}", f"-{date[4:]}")
