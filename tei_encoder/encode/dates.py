"""Dates as printed, read into TEI attributes: days, ranges, old and new style side by side, inherited years."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tei_encoder.encode.calendars import gregorian
from tei_encoder.encode.days import UNTIL, Day, fill_months, fill_years, is_run, styles
from tei_encoder.encode.han import han_days
from tei_encoder.rules.rule import NO_WORDS, Connectives

#: Signs between days that follow one another; a language's words for "and" are read as ``&``.
_AND = frozenset("/&")

#: Years have four digits, days one or two, and in Russian an ending (8-го); words count when they are months or
#: joiners, all else is decoration.
_TOKEN = re.compile(
    r"(?P<dotted>(?<![0-9])([0-9]{1,2})\. ?([0-9]{1,2})\.(?= ?(?:1[0-9]|20)[0-9]{2}(?![0-9])))|"
    r"(?P<year>(?<![0-9])(?:1[0-9]|20)[0-9]{2}(?![0-9]))|"
    r"(?P<day>(?<![0-9])[0-9]{1,2}(?![0-9]))(?:-(?:го|ого|е|ое|й)\b)?|[^\W\d_]+|[-,/&]"
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*[0-9][^()\[\]]*)[)\]]?")


class Dates:
    """Reads the dates of one text in order, and keeps the year that dates without one inherit."""

    def __init__(
        self,
        calendar: str,
        year: int | None,
        months: Mapping[str, int],
        words: Connectives = NO_WORDS,
        eras: Mapping[str, int] | None = None,
    ) -> None:
        """Begin a text.

        ``calendar`` is ``julian``, ``gregorian`` or ``""`` (unknown), ``year`` what the metadata say of the text,
        ``months`` the month words of its language in small letters (``{"march": 3, "mar": 3}``), ``words`` what
        joins its days: and, to; ``eras`` the names that years are counted from, with the year before the first
        (``{"民国": 1911}``).
        """
        self._eras = eras or {}
        self.year = year
        self._calendar = calendar
        self._months = months
        self._signs = dict.fromkeys(words.also, "&") | dict.fromkeys(words.until, UNTIL)
        self._month = 0  # that of the last heading; dates without a year are taken to be near it
        self._elsewhere = False  # the year comes from a sentence, or a sentence has named another one

    def read(self, text: str, inherit: bool = True, heading: bool = False) -> dict[str, str]:
        """Return the attributes of TEI ``date`` for a printed date (TEI P5, sections 3.6.4 and 14.4).

        ``text`` is folded, with blanks for line ends. ``inherit`` lets a date without a year take that of the text.
        ``heading`` says that this is the date of a sitting, a letter, a title: the following dates inherit its year.
        A date within a sentence sets the year only where none is known, so that a memory of 1905 moves nothing.

        ``@when``/``@from``/``@to`` are Gregorian and stand where the calendar is known, or where old and new style
        are both printed and the right number of days apart; ``@when-custom`` and its like repeat what is printed
        in another or an unknown calendar. ``@cert`` is ``high`` for an inherited year, ``medium`` where it may be
        the year before or after, rests on a sentence, or a sentence has named another year since; ``low`` where two
        printed dates contradict each other (the first one counts), and alone for what is no day or no unbroken run
        of days (February 30, May 3 and 9). ``{}``: the text names neither month nor year. Raises nothing.
        """
        first, second, joined = self._printed(text)
        if not any(end.month or end.year for end in first + second):
            return {}
        fill_months(first)
        fill_months(second)
        cert = ""
        if inherit and self.year is not None and not any(end.year for end in first + second):
            first[0].year, cert = self._inherited(first[0].month or second[0].month, heading)
        fill_years(first)
        fill_years(second)
        self._remember(first[-1] if first[-1].year else (first + second)[-1], heading, printed=not cert)
        both = styles(first, second)
        if both:
            return _attributes(*both, "julian", cert)
        if second and "/" in joined:  # no two styles: "3/4 July" is two days
            first, second = first + second, []
            fill_months(first)
            fill_years(first)
        if not is_run(first, joined, self._calendar):
            return {"cert": "low"}
        days = [end.iso() for end in (first[:1] if len(first) == 1 else [first[0], first[-1]])]
        return _attributes(
            days, [gregorian(day, self._calendar) for day in days], self._calendar, "low" if second else cert
        )

    def _printed(self, text: str) -> tuple[list[Day], list[Day], list[str]]:
        """Return the days before and within the brackets (or before and after a slash), and what joins them."""
        joined: list[str] = []
        brackets = _BRACKETS.search(text)
        if brackets:
            ends = self._ends(text[: brackets.start()] + " " + text[brackets.end() :], joined)
            others = self._ends(brackets[1], [])
            if ends[-1].day and others[0].day:
                return ends, others, joined
            joined.clear()
        left, slash, right = text.partition("/")
        ends, others = self._ends(left, joined), self._ends(right, joined)
        if slash and ends[-1].day and others[0].day:
            return ends, others, [*joined, "/"]
        joined.clear()
        return self._ends(text, joined), [], joined

    def _ends(self, text: str, joined: list[str]) -> list[Day]:
        """Return the days, months or years that are printed one after the other; append to ``joined`` how."""
        if not text.isascii() and (found := han_days(text, joined, self._eras)):
            return found
        ends = [Day()]
        between = ""
        for token in _TOKEN.finditer(text):
            word = token[0].lower()
            word = self._signs.get(word, word)
            if word == UNTIL or word in _AND or word == ",":
                between = between if word == "," and between else word
                continue
            kind = token.lastgroup or ("month" if word in self._months else "")
            if not kind:
                continue
            if kind == "dotted":  # 3.5.1880: the day, the month by its number; the year is the next token
                ends = [*ends, Day()] if ends[-1] != Day() else ends
                joined += [between] * (len(ends) - 1 - len(joined))
                ends[-1].day, ends[-1].month, between = int(token[2]), int(token[3]), ""
                continue
            number = self._months[word] if kind == "month" else int(token[kind]) or 99
            again = getattr(ends[-1], kind) != 0
            if again or (between not in ("", ",") and ends[-1] != Day()):
                ends.append(Day())
                joined.append(between)
            setattr(ends[-1], kind, number)
            between = ""
        return ends

    def _inherited(self, month: int, heading: bool) -> tuple[int, str]:
        """Return the year of a date that prints none, and how sure it is.

        Headings go on in time: after December comes the January of the next year. Sentences look back: a December
        in a sitting of January is that of the year before.
        """
        assert self.year is not None
        distance = month - self._month if month and self._month else 0
        turn = 1 if heading and distance < -6 else -1 if not heading and distance > 6 else 0
        unsure = abs(distance) > 6 or (self._elsewhere and not heading)
        return self.year + turn, "medium" if unsure else "high"

    def _remember(self, day: Day, heading: bool, printed: bool) -> None:
        if not day.year:
            return
        if heading or self.year is None:
            self.year, self._month, self._elsewhere = day.year, day.month, not heading
        elif printed and day.year != self.year:
            self._elsewhere = True


def _attributes(printed: list[str], days: list[str], calendar: str, cert: str) -> dict[str, str]:
    """Return ``@when`` or ``@from`` and ``@to``, the same as printed, the calendar and the certainty."""
    names = ("when",) if len(printed) == 1 else ("from", "to")
    found = dict(zip(names, days, strict=True)) if all(days) else {}
    if calendar != "gregorian":
        found |= {f"{name}-custom": day for name, day in zip(names, printed, strict=True)}
    if calendar == "julian":
        found["calendar"] = "#julian"
    return {**found, "cert": cert} if cert else found
