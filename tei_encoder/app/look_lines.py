"""Looks for lines that are alike: headings, page numbers, narration, dates."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from tei_encoder.app.look import PAGE, Proposal, Row, plain, slug, some, word_at, words_of
from tei_encoder.rules.languages import small_words

#: Words before a month, a number or a name by which headings are told are at least so long.
_KEYWORD = 3

#: A heading has at most so many characters.
_SHORT = 70

_NUMBER = re.compile(r"\d|\b[IVXLC]+\b")
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")

#: A heading of more words has no full stop, unless it has a number in front or a year.
_FEW_WORDS = 4


def headings(rows: list[Row], taken: set[int]) -> list[Proposal]:
    """Propose divisions: short lines that share a word and carry a number, a date, or nothing but capitals."""
    free = [row for row in rows if row.line not in taken]
    short = [row for row in free if len(row.text) <= _SHORT and row.text[-1] not in ",;:?" and not _tells(row.text)]
    small = small_words()
    everywhere = Counter(word for row in rows for word in set(words_of(row.text)))
    groups: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in short:
        for at, word in enumerate(words_of(row.text)[:3]):
            if len(word) >= _KEYWORD and word.isalpha() and word not in small:
                groups[word, at].append(row)
    found: list[tuple[str, int, list[Row]]] = []
    claimed: set[int] = set()
    for (word, at), group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0][1], item[0][0])):
        left = [row for row in group if row.line not in claimed]
        if len(left) < 2 or len(left) < 0.5 * everywhere[word] or not _differ(left, at):
            continue
        claimed |= {row.line for row in left}
        found.append((word, at, left))
    found = sorted(found[:3], key=lambda item: item[2][0].line)
    return [_heading(word, at, group, level) for level, (word, at, group) in enumerate(found, 1)]


def _tells(text: str) -> bool:
    """Say whether a short line is a sentence: some words and a full stop, without a number in front or a year."""
    words = text.split()
    return text[-1] == "." and len(words) > _FEW_WORDS and not (_NUMBER.search(words[0]) or _YEAR.search(text))


def _differ(group: list[Row], at: int) -> bool:
    """Say whether lines that share a word are headings: numbered, dated, or in capitals; and not all the same."""
    numbered = sum(bool(_NUMBER.search(row.text)) for row in group)
    capitals = sum(row.text.isupper() for row in group)
    counted = at == 1 and len({row.text.split()[0] for row in group}) == len(group)  # First day, Second day
    titles = all(row.alone and row.text[-1] != "." for row in group)
    many = len({row.text for row in group}) > 1
    return many and (max(numbered, capitals) >= 0.8 * len(group) or (titles and (counted or len(group) > 2)))


def _heading(word: str, at: int, group: list[Row], level: int) -> Proposal:
    first = word_at(group[0].text, at)
    same = all(word_at(row.text, at) == first for row in group)
    key = plain(first) if same else f"(?i:{plain(word)})"
    before = rf"(?:[\p{{L}}\d.,'-]+ ){{{at}}}" if at else ""
    longest = max(len(row.text) for row in group)
    dated = sum(bool(re.search(r"\d{4}", row.text)) for row in group)
    kind = "session" if level == 1 and dated else "section"
    return Proposal(
        "division", f"{slug(word)}-heading", f"A short line with the word “{first}” begins a part.",
        rf"^{before}{key}(?:[^\p{{L}}:].{{0,{longest + 20}}})?$",
        [f"level = {level}", f'attrs = {{ type = "{kind}" }}'], [row.printed for row in group],
        [row.line for row in group],
        [f"{len(group)} short lines with “{first}”: lines {some(group)}."],
    )  # fmt: skip


def pages(rows: list[Row]) -> list[Proposal]:
    """Propose page numbers: lines of a number, with or without a word and brackets, that count upwards."""
    groups: dict[tuple[str, str], list[tuple[Row, int]]] = defaultdict(list)
    for row in rows:
        match = PAGE.match(row.text)
        if match:
            groups[row.text[: match.start("n")], row.text[match.end("n") :]].append((row, int(match["n"])))
    for (before, after), group in sorted(groups.items(), key=lambda item: -len(item[1])):
        numbers = [number for _, number in group]
        if len(group) >= 2 and numbers == sorted(set(numbers)) and numbers[-1] - numbers[0] < 20 * len(numbers):
            lines = [row for row, _ in group]
            return [Proposal(
                "block", "page-line", "The number of a page of the printed book on a line of its own.",
                rf"^(?P<page>{plain(before)}(?P<n>\d{{1,4}}){plain(after)})$",
                ['element = "fw"', 'attrs = { type = "pageNum" }',
                 'wrap.page = { element = "pb", attrs = { n = "{n}" }, insert = "before" }', "interrupts = true"],
                [row.printed for row in lines], [row.line for row in lines],
                [f"{len(lines)} lines are a number that counts upwards: lines {some(lines)}."],
            )]  # fmt: skip
    return []


def narration(rows: list[Row], taken: set[int]) -> list[Proposal]:
    """Propose rules for what the minute-taker says: paragraphs that begin alike and are no speech."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        begin = re.match(r"[^\W\d_][\w'-]*:? [^\W\d_][\w'-]*|[^\W\d_][\w'-]{3,}:", row.text)
        if row.alone and row.line not in taken and begin:
            groups[begin[0]].append(row)
    small = small_words()
    found = []
    for opening, group in groups.items():
        words = words_of(opening)
        if len(group) > 1 and len({row.text for row in group}) > 1 and not small.issuperset(words):
            found.append(Proposal(
                "block", slug(opening), f"A paragraph that begins with “{opening}” is no speech.",
                rf"^{plain(opening)}(?:\P{{L}}|$)", ['element = "p"', 'closes = ["sp"]'],
                [row.printed[:100] for row in group], [row.line for row in group],
                [f"{len(group)} paragraphs begin with “{opening}”: lines {some(group)}.",
                 'If they say what was decided:  element = "note", attrs = { type = "decision" };',
                 "other types of note: chair, secretaries, attendance, time, agenda, vote, election."],
            ))  # fmt: skip
    return found[:6]


def dates(rows: list[Row], months: Iterable[str]) -> list[Proposal]:
    """Propose the rule for dates, where the text has days with a month of its language."""
    names = "|".join(sorted(map(re.escape, months), key=lambda name: (-len(name), name)))
    day = re.compile(rf"(?i)\b\d{{1,2}}[^\W\d_]?\.? (?:de |a de )?(?:{names})\b")
    seen = [row for row in rows if names and day.search(row.text)]
    if not seen:
        return []
    return [Proposal(
        "inline", "date", "A day with its month, and perhaps its year.",
        r"(?i)\b\d{1,2}[a-z]?\.? (?:de |a de )?{{MONTH}}\b(?:,? (?:de )?\d{4}\b)?",
        ['element = "date"', "date = true"], [row.printed[:100] for row in seen], [row.line for row in seen],
        [f"{len(seen)} lines have a day with the name of a month: lines {some(seen)}."],
    )]  # fmt: skip
