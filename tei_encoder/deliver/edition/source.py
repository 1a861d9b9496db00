"""The source beside the rules: its lines with their numbers, and what each rule made of them.

The diplomatic text of a TEI file of ours is its source, character for character; so the lines need no other file. What
the rules decided stands in ``<stem>.decisions.jsonl``; without it there are lines only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from lxml import etree

from tei_encoder.check.review_decisions import Decision
from tei_encoder.check.review_reading import XML_ID, Reading, shortened
from tei_encoder.deliver.edition.names import LINE, PAGE, add
from tei_encoder.deliver.edition.pages import Page
from tei_encoder.encode.steps import STEPS
from tei_encoder.model.errors import ProfileError
from tei_encoder.rules.load import load, shipped

#: Layers whose decisions say what a whole block is.
_OF_BLOCKS = ("division", "block")


def is_ours(reading: Reading) -> bool:
    """Say whether tei-encoder made the file, so that its diplomatic text is the text of a source."""
    return bool(reading.profile)


def source_pages(pages: Sequence[Page]) -> list[Page]:
    """Return the page of the source that belongs to each page of text."""
    found = []
    for one in pages:
        name = "source" if one.key == "index" else f"{one.key}.source"
        found.append(Page(name, f"{name}.html", "source", one.title, one.part, one.key))
    return found


def add_source(tree: etree._Element, reading: Reading, pages: Sequence[Page]) -> None:
    """Add ``e:source`` with the lines of each page in rows, each row with the decisions that begin on its lines."""
    lines = reading.text.split("\n")
    marks = [(start, key) for one, (start, _) in reading.spans.items() if (key := one.get(PAGE))]
    starts = [one for before, one in pairwise([(0, ""), *marks]) if one[1] != before[1]]
    by_line: dict[int, list[tuple[int, Decision]]] = {}
    for decision in reading.decisions or ():
        at = _first_letter(reading, decision)
        by_line.setdefault(reading.line(at), []).append((at, decision))
    begins = sorted({line for line, found in by_line.items() if any(one.layer in _OF_BLOCKS for _, one in found)})
    if not begins:
        begins = [n for n in range(1, len(lines) + 1) if lines[n - 1].strip() and (n == 1 or not lines[n - 2].strip())]
    source = add(tree, "source", name=reading.source, lines=len(lines))
    boxes = {one.of: add(source, "lines", page=one.key) for one in pages}
    for first, after in zip(begins, [*begins[1:], len(lines) + 1], strict=True):
        last = after - 1
        while last > first and not lines[last - 1].strip():
            last -= 1
        row, its_page = source, ""
        for number in range(first, last + 1):
            for page, start, end in _parts(reading, number, starts):
                if page != its_page:
                    row, its_page = add(boxes[page], "row", line=number), page
                add(row, "line", reading.text[start:end].rstrip("\n"), n=number)
                for at, decision in by_line.get(number, ()):
                    if start <= at < end:
                        _add_decision(row, decision, reading)


def _parts(reading: Reading, line: int, starts: Sequence[tuple[int, str]]) -> Iterator[tuple[str, int, int]]:
    """Yield page, start and end of a line, its newline included; in parts where a page begins in its middle.

    ``starts`` says where each page begins. What is blank before the beginning of a page goes with that page.
    """
    start, after = reading.end_of_line(line - 1) + 1, reading.end_of_line(line) + 1
    inside = starts[bisect_right(starts, (start, "\U0010ffff")) : bisect_left(starts, (after, ""))]
    for end in [*dict.fromkeys(at for at, _ in inside), after]:
        if end == after or reading.text[start:end].strip():
            before = bisect_left(starts, (end, ""))
            yield starts[before - 1][1] if before else "index", start, end
            start = end


def _first_letter(reading: Reading, decision: Decision) -> int:
    """Return where the text of a decision begins: some claim the blank lines before it."""
    text = reading.text[decision.start : decision.start + 400]
    return decision.start + len(text) - len(text.lstrip())


def _add_decision(row: etree._Element, one: Decision, reading: Reading) -> None:
    made = [name.partition("#") for name in one.made]
    target = next((name for _, _, name in made if name), "")
    block = one.layer in _OF_BLOCKS
    text = "" if block else shortened(reading.text[one.start : min(one.end, one.start + 200)])
    add(row, "decision", text, rule=one.rule, layer=one.layer, cert=one.cert, target=target,
        made=" ".join(element for element, _, _ in made))  # fmt: skip


def add_rules(tree: etree._Element, reading: Reading) -> None:
    """Add ``e:rules``: every rule and step that decided something, how often, and, if its profile is known, why."""
    if not reading.decisions:
        return
    times = Counter(one.rule for one in reading.decisions)
    doubtful = Counter(one.rule for one in reading.decisions if one.cert in ("low", "medium"))
    layers = {one.rule: one.layer for one in reversed(reading.decisions)}
    profile = None
    if reading.profile in shipped():
        try:
            profile = load(reading.profile)
        except ProfileError:
            profile = None
    checksum = reading.header("application//tei:idno[@type='profileSha256']")
    known = profile is not None and profile.sha256 == checksum
    title = profile.title if profile else ""
    rules = add(tree, "rules", profile=reading.profile, title=title, same="yes" if known else "no")
    for rule in (*profile.block_rules, *profile.inline_rules) if profile is not None and known else ():
        if number := times.pop(rule.id, 0):
            where = f"{Path(rule.origin[0]).name}:{rule.origin[1]}"
            add(rules, "rule", id=rule.id, layer=rule.layer, why=rule.why, pattern=rule.written, origin=where,
                times=number, doubtful=doubtful[rule.id] or "")  # fmt: skip
    for name, number in times.items():
        layer = "step" if name in STEPS else layers[name] if name else "plain"
        add(rules, "rule", id=name, layer=layer, why=STEPS.get(name, ""), times=number, doubtful=doubtful[name] or "")


def add_lines(reading: Reading) -> None:
    """Mark blocks of the text with the line of the source they begin on (``e:line``)."""
    for one, (start, end) in reading.spans.items():
        tag = etree.QName(one).localname
        if (one.get(XML_ID) and tag not in ("ref", "gap", "p")) or tag in ("p", "head", "ab", "stage", "note"):
            text = reading.text[start : min(end, start + 400)]
            one.set(LINE, str(reading.line(start + len(text) - len(text.lstrip()))))
