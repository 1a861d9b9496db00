"""What the text says of itself: title, author, edition, transcriber, as its imprint lines and title page print them.

A rule says which words of its block are which fact (``facts`` in a profile). The sidecar counts more, and nothing is
added to what is printed (TEI P5, section 2.2: the file description).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from tei_encoder.encode.facts import Author, Facts, Publication
from tei_encoder.encode.survey import Survey
from tei_encoder.encode.tree import Window
from tei_encoder.model.source import Source
from tei_encoder.rules.pattern import BLANK
from tei_encoder.rules.rule import Profile

#: Characters beyond which a piece of the text is no title, no publisher, no place; a licence may be longer.
_LONGEST = {"licence.text": 2000}
_LONG = 300


class Statement(NamedTuple):
    """One fact as the text prints it: ``fact`` is a key of a sidecar (``edition.title``), ``line`` counts from 1."""

    fact: str
    words: str
    rule: str
    line: int


def printed_facts(source: Source, profile: Profile, found: Survey) -> list[list[Statement]]:
    """Return what each block that states facts says, in the order of the text.

    The source is read again as far as the last of these blocks, because the survey keeps only where they are.
    """
    window = Window(source.parts())
    said: list[list[Statement]] = []
    line, at = 1, 0
    for number in found.stating:
        if found.rules[number] < 0:  # the survey has thought better of it
            continue
        start, end = found.starts[number], found.ends[number]
        raw = window.slice(at, end)
        line += raw.count("\n", 0, start - at)
        rule = profile.block_rules[found.rules[number]]
        folded = window.folded(start, end)
        blank = len(folded) - len(folded.lstrip(BLANK))
        match = rule.pattern.at_start(folded[blank:])
        if match is not None:
            words = raw[start - at + blank :]
            groups = {name: words[slice(*span)] for name, span in match.groups.items()}
            said.append([Statement(fact, text, rule.id, line) for fact, text in _filled(rule.facts, groups)])
        line += raw.count("\n", start - at)
        at = end
    return said


def with_printed(facts: Facts, said: list[list[Statement]]) -> tuple[Facts, list[Statement]]:
    """Return the facts of a sidecar, completed by what the text says, and the statements that were used.

    What the sidecar gives (or calls unknown) stays as it is, a table of it as a whole: facts about one book are not
    mixed from two places. Where the text says the same thing twice, the first counts; each block can name one
    publication more.
    """
    open_keys = {key for key, value in zip(Facts._fields, facts, strict=True) if not value or value == type(value)()}
    open_keys -= set(facts.unknown)
    used: list[Statement] = []
    tables: dict[str, dict[str, Any]] = {}
    published: list[dict[str, Any]] = []
    for block in said:
        book: dict[str, Any] = {}
        for one in block:
            key, _, field = one.fact.partition(".")
            home = book if key == "published" else tables.setdefault(key, {})
            if key in open_keys and field not in home:
                home[field] = _value(field or key, one.words)
                used.append(one)
        if book:
            published.append(book)
    given = {
        key: inner[""] if "" in inner else getattr(facts, key)._replace(**inner)
        for key, inner in tables.items()
        if inner
    }
    if published:
        given["published"] = tuple(Publication()._replace(**book) for book in published)
    return facts._replace(**given), used


def _value(field: str, words: str) -> Any:
    if field == "author":
        return (Author(words),)
    return (words,) if field in ("editor", "transcriber") else words


def _filled(facts: tuple[tuple[str, str], ...], groups: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each fact with its words; one whose words are missing, or far too many, is left out."""
    for fact, template in facts:
        asked = re.findall(r"\{(\w+)\}", template)
        if all(groups.get(name, "").strip() for name in asked):
            text = " ".join(re.sub(r"\{(\w+)\}", lambda one: groups[one[1]], template).split())
            if len(text) <= _LONGEST.get(fact, _LONG):
                yield fact, text
