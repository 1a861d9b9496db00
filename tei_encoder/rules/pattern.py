"""The folded view and the regular expressions that look at it: the one place that touches a regex engine.

RE2 matches in time linear to the text, so no pattern of a user can hang a run. Its ``\\s \\w \\d \\b`` know ASCII only,
which the folded view makes harmless for spaces, quotes and hyphens; letters are ``\\p{L}``, capitals ``\\p{Lu}``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

import re2

from tei_encoder.model.limits import MAX_PATTERN_MEMORY

#: What rules see instead of what is printed: one character for one, so that offsets hold.
FOLDS: dict[str, str] = {
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "'": "\u2018\u2019\u201a\u201b\u2032\u02bc",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
    "(": "\uff08",
    ")": "\uff09",
    ":": "\uff1a",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
}

#: White space of the folded view. U+0085, U+2028 and U+2029 are no white space for XML: they are text.
BLANK = " \t\n"

#: Letters by script, as ranges for a character class: capitals, small letters, letters that are neither. RE2 needs a
#: thousand instructions for each ``\\p{Lu}`` over all of Unicode and three for these. Where a script's capitals and
#: small letters alternate (Latin from U+0100 on), both classes take both.
SCRIPTS: dict[str, tuple[str, str, str]] = {
    "Latin": ("A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ", "a-zß-öø-ÿĀ-ɏḀ-ỿ", ""),
    "Cyrillic": ("А-ЯЀ-ЏѠ-ԯ", "а-яѐ-џѠ-ԯ", ""),
    "Greek": ("Α-ΫΆ-Ώ", "α-ώΐἀ-῾", ""),
    "Han": ("", "", "〇々㐀-䶿一-鿿豈-﫿𠀀-𱍏"),
}

Span = tuple[int, int]

#: A pattern that matches nowhere: no character is outside of all characters.
NOTHING = r"[^\x00-\x{10FFFF}]"


def fold(text: str) -> str:
    """Return the text as rules see it: odd spaces, quotes and dashes made plain, one character for one."""
    if text.isascii():
        return text
    for odd in _TABLE.keys() & set(text) if len(text) < 2000 else _TABLE:
        text = text.replace(odd, _TABLE[odd])
    return text


_TABLE = {odd: plain for plain, odds in FOLDS.items() for odd in odds}

#: All that is blank in the folded view, as it is printed.
BLANKS = BLANK + FOLDS[" "]


def narrowed(pattern: str, scripts: Sequence[str]) -> str:
    """Return the pattern with ``\\p{Lu}``, ``\\p{Ll}`` and ``\\p{L}`` meaning the letters of these scripts only."""
    if not scripts or "\\p{" not in pattern:
        return pattern
    capital, small, other = ("".join(SCRIPTS[script][i] for script in scripts) for i in range(3))
    classes = {"Lu": capital or "A-Z", "Ll": small or "a-z", "L": capital + small + other}
    out: list[str] = []
    inside = False
    at = 0
    while at < len(pattern):
        step = 2 if pattern[at] == "\\" else 1
        end = pattern.find("}", at)
        name = pattern[at + 3 : end] if pattern.startswith("\\p{", at) else ""
        if name in classes:
            out.append(classes[name] if inside else f"[{classes[name]}]")
            at = end + 1
            continue
        piece = pattern[at : at + step]
        inside = (inside or piece == "[") and piece != "]"
        out.append(piece)
        at += step
    return "".join(out)


class PatternError(ValueError):
    """A pattern that RE2 cannot read; the message is RE2's own, ``number`` its place among several."""

    def __init__(self, message: str, number: int = 0) -> None:
        super().__init__(message)
        self.number = number


def _options() -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = MAX_PATTERN_MEMORY
    options.dot_nl = True
    return options


class Match:
    """Where a pattern matched: the whole (``span``) and its named groups that took part, outer before inner."""

    __slots__ = ("groups", "span")

    def __init__(self, span: Span, groups: dict[str, Span]) -> None:
        self.span = span
        self.groups = groups


class Pattern:
    """One pattern over the folded view. Offsets are code points, 0-based, half-open.

    It is compiled when it first has to say *where* it matches; *whether* it does, a ``PatternSet`` says. Several blanks
    in a row are one for it, unless it speaks of several itself.
    """

    __slots__ = ("_groups", "_match", "_names", "source", "wide")

    def __init__(self, source: str) -> None:
        """Keep ``source`` for later."""
        self.source = source
        self._match: Callable[..., list[Span]] | None = None
        self._names: list[tuple[str, int]] = []
        self._groups: list[str] | None = None
        self.wide = counts_blanks(source)

    @property
    def groups(self) -> list[str]:
        """The names of the pattern's groups in the order they open."""
        if self._groups is None:
            self._groups = re.findall(r"\(\?P<(\w+)>", self.source)
        return self._groups

    def fits(self, anchor: object, text: bytes) -> bool:
        """Say whether the pattern matches ``text`` (UTF-8, as it is), at its beginning or anywhere."""
        return (self._match or self.compiled())(anchor, text, 0, len(text))[0][0] >= 0

    def at_start(self, text: str, at: int = 0) -> Match | None:
        """Match at the beginning of ``text``, which stands at the offset ``at``."""
        if "  " in text and not self.wide:
            narrow = _Narrow(text)
            match = self.at_start(narrow.text)
            return narrow.back(match, at) if match else None
        data = text.encode()
        spans = (self._match or self.compiled())(_AT_START, data, 0, len(data))
        return self._made(spans, data, text, at) if spans[0][0] >= 0 else None

    def first(self, text: str) -> Match | None:
        """Return the leftmost match in ``text``."""
        if "  " in text and not self.wide:
            narrow = _Narrow(text)
            match = self.first(narrow.text)
            return narrow.back(match, 0) if match else None
        data = text.encode()
        spans = (self._match or self.compiled())(_ANYWHERE, data, 0, len(data))
        return self._made(spans, data, text, 0) if spans[0][0] >= 0 else None

    def anywhere(self, text: str, at: int = 0) -> list[Match]:
        """Return the matches in ``text`` from left to right, none overlapping another, empty ones left out.

        ``at`` is the offset where ``text`` stands.
        """
        if "  " in text and not self.wide:
            narrow = _Narrow(text)
            return [narrow.back(match, at) for match in self.anywhere(narrow.text)]
        found: list[Match] = []
        find = self._match or self.compiled()
        data = text.encode()
        here, size = 0, len(data)
        wide = size != len(text)
        while here < size:
            spans = find(_ANYWHERE, data, here, size)
            start, end = spans[0]
            if start < 0:
                break
            after = end if start < end else end + 1
            while after < size and data[after] & 0xC0 == 0x80:  # not into the middle of a character
                after += 1
            if start < end:
                found.append(self._made(spans, data, text, at, here))
            at += len(data[here:after].decode()) if wide else 0
            here = after
        return found

    def compiled(self) -> Callable[..., list[Span]]:
        """Return what matches the pattern, compiled the first time. Raises PatternError."""
        try:
            compiled = re2.compile(self.source, options=_options())
        except re2.error as error:
            raise PatternError(_text(error.args[0])) from None
        self._names = sorted(
            ((_text(name), number) for name, number in compiled.groupindex.items()), key=lambda item: item[1]
        )
        # The package's own match objects cost three times the match: ask the compiled pattern below them.
        self._match = compiled._regexp.Match
        return self._match

    def _made(self, spans: list[Span], data: bytes, text: str, at: int, here: int = 0) -> Match:
        """Turn RE2's spans of bytes by group number into spans of characters by name.

        Where a character may be several bytes, ``at`` is the offset of the one at the byte ``here``.
        """
        if len(data) != len(text):
            spans = [(len(data[here:start].decode()), len(data[here:end].decode())) if start >= 0 else (start, end)
                     for start, end in spans]  # fmt: skip
        groups = {}
        for name, number in self._names:
            start, end = spans[number]
            if start >= 0:
                groups[name] = (at + start, at + end)
        start, end = spans[0]
        return Match((at + start, at + end), groups)


def counts_blanks(pattern: str) -> bool:
    """Say whether a pattern speaks of several blanks in a row, or of tabs."""
    return any(sign in pattern for sign in ("  ", " {2", " {3", " {4", "\\t", "\\s{", "\\s\\s"))


class _Narrow:
    """A text with one blank where it has several in a row, and the way back from offsets in it."""

    __slots__ = ("_behind", "_more", "text")

    def __init__(self, text: str) -> None:
        self._behind: list[int] = []  # offsets in the narrow text behind a blank that stands for several
        self._more: list[int] = [0]  # by how much the wide text is ahead from there on
        for run in _SEVERAL.finditer(text):
            self._behind.append(run.start() + 1 - self._more[-1])
            self._more.append(self._more[-1] + len(run[0]) - 1)
        self.text = _SEVERAL.sub(" ", text)

    def back(self, match: Match, at: int) -> Match:
        """Return a match in the text as one in the wider text, which stands at the offset ``at``."""
        return Match(self._back(match.span, at), {name: self._back(span, at) for name, span in match.groups.items()})

    def _back(self, span: Span, at: int) -> Span:
        start, end = span
        begin = at + self._place(start)
        if start == end:
            return begin, begin
        # A span that ends with a blank has all the blanks there.
        return begin, at + (self._place(end) if self.text[end - 1] == " " else self._place(end - 1) + 1)

    def _place(self, at: int) -> int:
        return at + self._more[bisect_right(self._behind, at)]


_SEVERAL = re.compile("  +")
_AT_START = re2._Anchor.ANCHOR_START
_ANYWHERE = re2._Anchor.UNANCHORED


#: Patterns that RE2 tries in one run. It makes a state of every combination of what they still wait for, as it meets
#: them: of those that read on whatever the text is ("[^:]* carried") all the rest of a line is a new one. These are
#: tried a few together, the others, of which most texts fit none, many together.
_FEW, _MANY = 28, 80

#: A pattern reads on whatever the text is, if it repeats a class with a blank (or all but some signs) so near its
#: beginning.
_NEAR = 400
_OPEN = re.compile(r"(?:(?<!\\)\.|\[\^(?:\\.|[^\]\\])*\]|\[(?:\\.|[^\]\\])* (?:\\.|[^\]\\])*\])(?:[*+]|\{\d*,?\d+\})")

#: Repetitions up to a number: for RE2 so many copies, in a set so many states for all that the others wait for.
_COUNTED = re.compile(r"\\[pPx]\{[^}]*\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(\d+)(,?)(\d*)\}")
_COUNT = 6
_NUMBERS = re.compile(r"\{(?:\d\d|[7-9]|\d,\d\d|\d,[7-9]|[2-9],\})")  # what is quick to see: one above six, or open

#: RE2 refuses larger numbers, and shall say so.
_RE2_COUNT = 1000


def loosened(pattern: str) -> str:
    """Return a pattern that matches wherever this one does and does not count: ``a*`` for ``a{0,80}``."""

    def loose(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        least = int(found[1])
        most = int(found[3]) if found[3] else (_COUNT + 1 if found[2] and least > 1 else least)
        counts = _COUNT < most <= _RE2_COUNT
        return ("+" if least else "*") if counts else found[0]

    return _COUNTED.sub(loose, pattern) if _NUMBERS.search(pattern) and "\\Q" not in pattern else pattern


class PatternSet:
    """Many patterns tried at once: which of them match a text, or, with ``at_start``, the beginning of it?"""

    __slots__ = ("_anchor", "_counted", "_groups")

    def __init__(self, patterns: Sequence[Pattern], at_start: bool = False) -> None:
        """Compile ``patterns`` together; raises PatternError, whose ``number`` says which one is wrong."""
        self._anchor = _AT_START if at_start else _ANYWHERE
        self._counted: dict[int, Pattern] = {}  # what the set only knows without its numbers
        self._groups: list[tuple[list[int], bool, Callable[[bytes], list[int]]]] = []
        kinds: dict[tuple[bool, bool], list[int]] = {}
        for number, pattern in enumerate(patterns):
            reads_on = not at_start or (not pattern.wide and _OPEN.search(pattern.source, 0, _NEAR) is not None)
            kinds.setdefault((pattern.wide, reads_on), []).append(number)
        for (wide, reads_on), numbers in kinds.items():
            most = _FEW if reads_on else _MANY
            for begin in range(0, len(numbers), most):
                those = numbers[begin : begin + most]
                self._groups.append((those, wide, self._together(patterns, those, at_start)))

    def _together(
        self, patterns: Sequence[Pattern], numbers: list[int], at_start: bool
    ) -> Callable[[bytes], list[int]]:
        # Anchored by RE2 itself, not by "^": it stops reading where no pattern can match any more.
        together = (re2.Set.MatchSet if at_start else re2.Set.SearchSet)(_options())
        for number in numbers:
            source = patterns[number].source
            loose = loosened(source)
            try:
                together.Add(loose)
            except re2.error:
                raise PatternError(_complaint(source), number) from None
            if loose != source:
                self._counted[number] = patterns[number]
        together.Compile()
        match: Callable[[bytes], list[int]] = together._set.Match  # the package's own adds nothing but time
        return match

    def matching(self, text: bytes) -> list[int]:
        """Return the positions (0-based, in the order given) of the patterns that match ``text`` (UTF-8, folded)."""
        narrow = _BLANKS.sub(b" ", text) if b"  " in text else text
        found: list[int] = []
        for numbers, wide, match in self._groups:
            seen = text if wide else narrow
            for hit in match(seen):
                number = numbers[hit]
                exact = self._counted.get(number)
                if exact is None or exact.fits(self._anchor, seen):
                    found.append(number)
        found.sort()
        return found


_BLANKS = re.compile(b"  +")


def _complaint(pattern: str) -> str:
    try:
        re2.compile(pattern, options=_options())
    except re2.error as error:
        return _text(error.args[0])
    return "the pattern is too large"


def _text(name: str | bytes) -> str:
    return name.decode() if isinstance(name, bytes) else name


def escape(text: str) -> str:
    """Return a pattern that matches exactly ``text``."""
    return str(re2.escape(text))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for one of these words, of two that begin alike the longer one; of no words one for nothing.

    In reverse alphabetical order: so a longer word stands before its beginning, and RE2 makes one beginning of all that
    begin alike: a sixth of the program of a profile.
    """
    ordered = sorted({fold(word) for word in words}, reverse=True)
    return f"(?:{'|'.join(map(escape, ordered)) or NOTHING})"
