"""Looks for the shape of speakers' labels in a text: what opens lines, comes again, and is followed by other words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from tei_encoder.app.look import Proposal, Row
from tei_encoder.encode.names import split_label
from tei_encoder.rules.pattern import Pattern, escape

_CAPITALS = r"(?:\p{Lu}\. ?){0,3}\p{Lu}[\p{Lu}'-]+(?: \p{Lu}[\p{Lu}'-]+){0,2}"
_MIXED = r"[\p{Lu}\d][\p{L}\d'-]*\.?(?: [\p{L}\d'-]+\.?){0,3}?"
_ASIDE = r"(?: ?[(\[][^()\[\]]{1,60}[)\]])?"


class Frame(NamedTuple):
    """What may stand around the name in a label: a pattern before it, one behind it, the same in words; how far a
    label in it is to be trusted.
    """

    before: str
    behind: str
    told: str
    trust: float

    @property
    def encloses(self) -> bool:
        """Whether it has two halves: then brackets behind the name are not looked for."""
        return bool(self.before)


_FRAMES = [
    Frame("", r" ?:", "{} and a colon", 1.0),
    Frame("", r"\. ?-+", "{}, a full stop and a dash", 0.95),
    Frame("", r" ?-+", "{} and a dash", 0.85),
    Frame("", r" ?[;/|>]", "{} and a sign", 0.85),
    Frame(r"\(", r"\) ?:?", "{} in round brackets", 0.9),
    Frame(r"\[", r"\] ?:?", "{} in square brackets", 0.9),
    Frame("<", "> ?:?", "{} in angle brackets", 0.95),
    Frame(r"(?:\*+|_+|=+ ?)", r"[:.]?(?:\*+| ?=+|_+):?", "{} between signs", 0.9),
    Frame("", r"\.", "{} and a full stop", 0.6),
    Frame("", "", "{} with nothing behind it", 0.5),
]

#: What may stand before all labels of a text, and belongs to them: a number, the hour, a sign.
_LEADS = [r"\d{1,3}[.)] ", r"[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]? (?:- )?", r"[*+-] "]

#: How far names in capitals are to be trusted, and others.
_TRUST = {"capitals": 1.0, "mixed": 0.9}

#: Lines with a label that comes again which a shape must have.
_LEAST = 4


@dataclass(slots=True)
class Shape:
    """A shape that labels may have, and the lines that have it, by label (without title's case or asides)."""

    kind: str
    frame: Frame
    own_line: bool
    lead: str = ""
    lines: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    printed: dict[str, str] = field(default_factory=dict)
    after: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    asides: int = 0

    @property
    def again(self) -> list[str]:
        """The labels that stand in two lines at least, with different words behind them."""
        return [key for key, rows in self.lines.items() if len(rows) > 1 and len(self.after[key]) > 1]

    @property
    def score(self) -> float:
        """How many lines speak for the shape, as far as it can be trusted; 0 where they are too few."""
        lines = sum(len(self.lines[key]) for key in self.again)
        if self.kind == "capitals" and self.again and not self.own_line:
            lines = max(lines, sum(map(len, self.lines.values())))  # in a short text many speak once
        least = _LEAST if self.kind == "capitals" or self.frame.trust > 0.8 else 2 * _LEAST
        if lines < least or (len(self.again) < 2 and self.kind != "capitals"):
            return 0.0
        return lines * _TRUST[self.kind] * self.frame.trust

    def pattern(self, name: str, aside: str = _ASIDE) -> str:
        """Return the pattern of the shape for a name of that pattern, perhaps with something in brackets behind it."""
        behind = "$" if self.own_line else r"(?: |$)"
        aside = "" if self.frame.encloses else aside
        return rf"^(?P<speaker>{self.lead}{self.frame.before}{name}{aside}{self.frame.behind}{behind})"


def labels(rows: list[Row]) -> list[Proposal]:
    """Propose the rule for speeches that most lines speak for; nothing where no shape has enough of them."""
    lead = _lead(rows)
    shapes = [_counted(Shape(kind, frame, own, lead), rows)
              for kind in _TRUST for frame in _FRAMES for own in (False, True) if frame.behind or own]  # fmt: skip
    best = max(shapes, key=lambda shape: shape.score)
    return [_proposal(best, rows)] if best.score else []


def _lead(rows: list[Row]) -> str:
    """Return the pattern of what stands before the labels, where at least a third of the lines begins with it."""
    begun = {lead: sum(bool(re.match(rf"{lead}\S", row.text)) for row in rows) for lead in _LEADS}
    lead = max(begun, key=lambda one: begun[one])
    return lead if begun[lead] >= max(_LEAST, len(rows) / 3) else ""


def _counted(shape: Shape, rows: list[Row]) -> Shape:
    titles = r"(?:\p{Lu}\p{L}*\.? ){0,2}" if shape.kind == "capitals" else ""
    name = titles + (_CAPITALS if shape.kind == "capitals" else _MIXED)
    pattern = Pattern(shape.pattern(f"(?P<name>{name})"))
    for number, row in enumerate(rows):
        match = pattern.at_start(row.text)
        if match is None:
            continue
        label = row.text[slice(*match.groups["name"])]
        following = rows[number + 1].text if shape.own_line and number + 1 < len(rows) else row.text[match.span[1] :]
        shape.asides += row.text[match.groups["name"][1] : match.groups["speaker"][1]].lstrip().startswith(("(", "["))
        name = split_label(label)[0]
        if not name or not following.strip():
            continue
        key = name.casefold()
        shape.lines[key].append(row)
        shape.printed.setdefault(key, name)
        shape.after[key].add(following.split()[0])
    return shape


def _proposal(shape: Shape, rows: list[Row]) -> Proposal:
    words: dict[str, list[str]] = {}
    terms: dict[str, str] = {}
    again = sorted(shape.again, key=lambda key: (-len(shape.lines[key]), key))
    if shape.kind == "capitals":
        titles = _titles_before_capitals(shape.printed.values())
        terms["CAPITALS"] = _CAPITALS
        name = "(?:{{LABEL-TITLE}} ){0,2}{{CAPITALS}}" if titles else "{{CAPITALS}}"
        what = "name in capitals"
    else:
        titles = _first_words(shape.printed[key] for key in again)
        begun = tuple(f"{one} " for one in titles)
        left = [shape.printed[key] for key in again if not shape.printed[key].startswith(begun)]
        terms |= {"NAME": r"\p{Lu}[\p{L}'-]+(?: [\p{L}'-]+){0,2}"} if titles else {}
        choices = ["{{LABEL-TITLE}} {{NAME}}"] if titles else []
        if left:
            words["SPEAKER"] = sorted(left)
            choices.append("{{SPEAKER}}")
        name = choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"
        what = "title and a name" if titles else "name of the list"
    if titles:
        words["LABEL-TITLE"] = titles
    terms |= {"ASIDE": _ASIDE} if shape.asides else {}
    pattern = filled = shape.pattern(name, "{{ASIDE}}" if shape.asides else "")
    for term, piece in terms.items():
        filled = filled.replace(f"{{{{{term}}}}}", f"(?:{piece})")
    for word, some in words.items():
        filled = filled.replace(f"{{{{{word}}}}}", f"(?:{'|'.join(escape(one) for one in some)})")
    tried = Pattern(filled)
    matches = {row.line: match for row in rows if (match := tried.at_start(row.text))}
    hits = [row for row in rows if row.line in matches]
    names = {shape.printed[key] for key in again}
    named = [row for row in rows if row.text.lstrip("([<*_=").startswith(tuple(names))]
    misses = [row.printed[:100] for row in named if not tried.at_start(row.text)]
    left_out = [key for key, some in shape.lines.items() if key not in again and not tried.at_start(some[0].text)]
    once = [shape.printed[key] for key in left_out]
    total = sum(len(shape.lines[key]) for key in again)
    seen = ", ".join(f"{shape.printed[key]} ({len(shape.lines[key])})" for key in again[:8])
    more = ", …" if again[8:] else ""
    evidence = [f"{total} lines begin with one of {len(again)} labels that come again: {seen}{more}."]
    if once:
        evidence.append(f"Not taken, since they open one line only: {', '.join(once[:6])}{', …' if once[6:] else ''}.")
    where = " on a line of its own" if shape.own_line else ""
    return Proposal(
        "block", "speaker", f"{shape.frame.told.format(f'A {what}')}{where}: so a speech begins.", pattern,
        ['element = "sp"'], [row.printed[:100] for row in _various(hits, shape)], [row.line for row in hits],
        evidence, no=misses, words=words, titles=titles, terms=terms,
        label_ends={line: match.groups["speaker"][1] for line, match in matches.items()},
    )  # fmt: skip


def _various(hits: list[Row], shape: Shape) -> list[Row]:
    """Put one line of each label first: examples should differ."""
    firsts = [rows[0] for rows in shape.lines.values() if rows[0] in hits]
    return [*firsts, *hits]


def _titles_before_capitals(names: Iterable[str]) -> list[str]:
    """Return what stands before names in capitals and is not in capitals itself: Mr., Captain."""
    found = Counter(
        word for name in names for word in re.findall(r"[^\W\d_]+\.?(?= )", name) if not word.isupper()
    )
    return sorted(found)


def _first_words(names: Iterable[str]) -> list[str]:
    """Return the words with which two different names begin, or that are abbreviated: De heer, S-ro, Mr."""
    split = [name.split() for name in names]
    firsts = Counter(words[0] for words in split if len(words) > 1)
    titles = []
    for first in sorted(word for word, times in firsts.items() if times > 1 or (len(word) > 2 and word[-1] == ".")):
        group = [words for words in split if words[0] == first and len(words) > 1]
        seconds = {words[1] for words in group}
        longer = len(seconds) == 1 and all(len(words) > 2 for words in group)
        titles.append(" ".join([first, *seconds]) if longer else first)
    return titles
