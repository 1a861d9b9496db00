"""Numbers for the pictures, in whole per milles, so that every XSLT processor draws the same."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from tei_encoder.check.review_reading import XML_ID, Reading
from tei_encoder.deliver.edition.facts import ROWS, Facts, Speech, figures, heading
from tei_encoder.deliver.edition.names import add

#: A table of who answers whom is read for so many persons at most.
_TALKING = 12


def add_pictures(top: etree._Element, reading: Reading, counted: Facts) -> None:
    """Add ``e:pictures``: ``share`` of words, ``timeline`` of each sitting, ``ballot`` of each vote, ``answers``."""
    box = add(top, "pictures")
    if any(one.who for one in counted.speeches):
        _add_share(box, counted)
        for part, speeches in counted.parts():
            if len(speeches) > 1:
                _add_timeline(box, part, speeches, counted)
        _add_answers(box, counted)
    for note in reading.all("note", type="vote"):
        told = figures(note)
        total = told.get("for", 0) + told.get("against", 0) + told.get("abstained", 0)
        if note.get(XML_ID) and total and "for" in told and "against" in told:
            sides = [name for name in ("for", "against", "abstained") if name in told]
            widths = {f"{name}-permille": round(1000 * told[name] / total) for name in sides}
            add(box, "ballot", id=note.get(XML_ID), total=total, **{name: told[name] for name in sides}, **widths)


def _add_share(box: etree._Element, counted: Facts) -> None:
    total = sum(one.words for one in counted.speeches) or 1
    share = add(box, "share", words=total)
    loudest = counted.loudest(counted.speeches)
    rest = loudest[ROWS + 5 :]
    most = max(counted.words[loudest[0]], sum(counted.words[who] for who in rest), 1)
    at = 0
    for who in loudest[: ROWS + 5]:
        words = counted.words[who]
        permille = round(1000 * words / total)
        add(share, "bar", id=who, name=counted.names[who], words=words, speeches=counted.number[who],
            x=at, permille=permille, width=round(1000 * words / most))  # fmt: skip
        at = min(1000, at + permille)
    if rest:
        words = sum(counted.words[who] for who in rest)
        add(share, "bar", others=len(rest), words=words, speeches=sum(counted.number[who] for who in rest),
            permille=round(1000 * words / total), width=round(1000 * words / most))  # fmt: skip


def _add_timeline(box: etree._Element, part: etree._Element | None, speeches: list[Speech], counted: Facts) -> None:
    total = sum(one.words for one in speeches) or 1
    timeline = add(box, "timeline", id=part.get(XML_ID) if part is not None else "", title=heading(part), words=total,
                   speeches=len(speeches))  # fmt: skip
    loudest = counted.loudest(speeches)
    shown = loudest[:ROWS]
    rows = {who: add(timeline, "row", id=who, name=counted.names[who]) for who in shown}
    others = {who for one in speeches for who in one.who or ("",)} - set(shown)
    rest = add(timeline, "row", others=len(others)) if others else None
    said: Counter[etree._Element] = Counter()
    for one in speeches:
        begin = round(1000 * one.begin / total)
        width = max(round(1000 * (one.begin + one.words) / total) - begin, 2)
        for who in dict.fromkeys(one.who) or ("",):
            row = rows.get(who, rest)
            if row is not None:
                said[row] += one.words
                add(row, "bit", id=one.id, page=one.page, x=begin, width=width, words=one.words, label=one.label)
    for row, words in said.items():
        row.set("words", str(words))
        row.set("permille", str(round(1000 * words / total)))
        row.set("speeches", str(len(row)))


def _add_answers(box: etree._Element, counted: Facts) -> None:
    talk: Counter[str] = Counter()
    for (one, other), times in counted.answers.items():
        talk[one] += times
        talk[other] += times
    people = sorted(talk, key=lambda who: (-talk[who], counted.names[who], who))[:_TALKING]
    if len(people) < 3 or sum(counted.answers.values()) < 12:
        return
    most = max(counted.answers[one, other] for one in people for other in people)
    answers = add(box, "answers", most=most)
    for one in people:
        row = add(answers, "row", id=one, name=counted.names[one])
        for other in people:
            times = counted.answers[other, one]
            add(row, "cell", id=other, name=counted.names[other], times=times, permille=round(1000 * times / most))
