"""Looks for what stands in brackets or is marked: stage directions, notes and their anchors."""

from __future__ import annotations

import re
from collections import Counter

from tei_encoder.app.look import PAGE, Proposal, Row, some


def brackets(rows: list[Row], labels: dict[int, int]) -> list[Proposal]:
    """Propose stage directions: lines that stand in brackets, and short brackets within lines that look like them.

    ``labels`` says of lines how long their label is: brackets in labels are no stage directions.
    """
    found = []
    for opened, closed, kind in (("(", ")", "round"), ("[", "]", "square")):
        inside = rf"[^{re.escape(opened + closed)}]"
        whole = re.compile(rf"\{opened}[^\W\d_]{inside}*\{closed}\.?$")
        alone = [row for row in rows if whole.match(row.text) and not PAGE.match(row.text)]
        if len(alone) >= 2:
            found.append(_stage_lines(alone, kind, opened, closed, inside))
        short = re.compile(rf"\{opened}([^\W\d_]+){inside}{{0,60}}\{closed}")
        within = [
            (row, match)
            for row in rows
            if row not in alone
            for match in short.finditer(row.text, labels.get(row.line, 0))
            if not PAGE.match(match[0])
        ]
        known = _stage_words(within, [match for row in alone if (match := short.match(row.text))])
        taken = [(row, match) for row, match in within if match[1] in known]
        if len(taken) < 2:
            continue
        name = f"STAGE-{kind.upper()}"
        left = [match[0] for _, match in within if match[1] not in known]
        found.append(Proposal(
            "inline", f"stage-{kind}", f"One of the stage words in {kind} brackets.",
            rf"\{opened}{{{{{name}}}}}\b{inside}{{0,60}}\{closed}",
            ['element = "stage"', 'attrs = { type = "mixed" }'],
            [row.printed[slice(*match.span())] for row, match in taken], [row.line for row, _ in taken],
            [f"{len(taken)} of {len(within)} short brackets within lines look like stage directions.",
             "Ordinary brackets must stay text: add and remove words in the list."],
            no=left, words={name: sorted(known)},
        ))  # fmt: skip
    return found


def _stage_words(within: list[tuple[Row, re.Match[str]]], alone: list[re.Match[str]]) -> set[str]:
    """Return the words that brackets begin with which stand as stage directions do, mostly or always.

    Such a bracket begins with a capital, stands behind the end of a sentence, and is a sentence itself or followed by
    one; or its word opens a line in brackets. “(Berlin)”, “(SPD)” and “(Mr. Hugh Lane)” stand within sentences.
    """
    times = Counter(match[1] for _, match in within)
    standing = Counter(match[1] for row, match in within if _stands(row.text, match))
    mostly = {word for word, number in standing.items() if word[0].isupper() and 3 * number >= 2 * times[word]}
    return mostly | {match[1] for match in alone if match[1] in times and match[1][0].isupper() and not _names(match)}


def _stands(text: str, bracket: re.Match[str]) -> bool:
    """Say whether a bracket in a line stands where a stage direction does."""
    before, after = text[: bracket.start()], text[bracket.end() :].lstrip()
    sentence = bracket[0][:-1].rstrip("\"'")[-1:] in tuple(".!?")
    return not _names(bracket) and bool(_ENDED.search(before)) and (sentence or not after[:1].islower())


def _names(bracket: re.Match[str]) -> bool:
    """Say whether a bracket begins with a name with its title or initial, or with the letters of a party: ``(SPD)``."""
    word = bracket[1]
    return len(word) == 1 or (word.isupper() and len(word) < 6) or bool(_NAMED.match(bracket[0], 1))


_ENDED = re.compile(r"""(?:[.!?…:-]["']?\s*|^)$""")

#: A title, or an initial, and a name: no stage direction begins so.
_NAMED = re.compile(r"[^\W\d_]{1,4}\. ?[^\W\d_]")


def _stage_lines(alone: list[Row], kind: str, opened: str, closed: str, inside: str) -> Proposal:
    longest = max(len(row.text) for row in alone)
    return Proposal(
        "block", f"stage-line-{kind}", f"A line in {kind} brackets says what happens.",
        rf"^\{opened}\p{{L}}{inside}{{0,{longest + 40}}}\{closed}\.?$",
        ['element = "stage"', 'attrs = { type = "mixed" }', 'not_in = ["start"]'],
        [row.printed for row in alone], [row.line for row in alone],
        [f"{len(alone)} lines stand in {kind} brackets: lines {some(alone)}.",
         "type may be: applause, laughter, shouts, commotion, delivery, business, entrance, exit, mixed."],
    )  # fmt: skip


_NOTE_FORMS = {"round": (r"\(\d{1,3}\)", "(1)"), "square": (r"\[\d{1,3}\]", "[1]"), "braces": (r"\{\d{1,3}\}", "{1}"),
               "star": (r"\*{1,3}\)?", "*")}  # fmt: skip


def notes(rows: list[Row]) -> list[Proposal]:
    """Propose notes: numbers that stand within a line and again at the beginning of a later one."""
    found = []
    for kind, (form, shown) in _NOTE_FORMS.items():
        within = {match[1]: row for row in rows for match in re.finditer(rf"(?<=[^\s*])\s?({form})(?!\w|\*)", row.text)}
        begun = {match[1]: row for row in rows if (match := re.match(rf"({form})\s+\S", row.text))}
        both = [mark for mark in begun if mark in within and within[mark].line < begun[mark].line]
        if not both:
            continue
        lines = [begun[mark] for mark in both]
        found += [
            Proposal(
                "block", f"note-{kind}", f"A note that begins with its mark, as in {shown}.",
                rf"^(?P<label>{form})\s+",
                ['element = "note"', 'attrs = { type = "editorial", place = "end", resp = "#sourceEditor" }',
                 'inside = "div.notes"', 'frame = "back"', 'closes = ["sp"]', "interrupts = true"],
                [row.printed[:100] for row in lines], [row.line for row in lines],
                [f"{len(both)} marks such as {both[0]} stand within a line and at the beginning of a later one."],
            ),
            Proposal(
                "inline", f"anchor-{kind}", f"The mark of a note within a line, as in {shown}.",
                rf"[^\s*]\s?(?P<ref>{form})",
                ['wrap.ref = { element = "ref", attrs = { type = "noteAnchor" } }', 'not_in = ["div.notes"]'],
                [within[mark].printed for mark in both], [within[mark].line for mark in both],
                [f"The anchors stand in lines {some([within[mark] for mark in both])}."],
            ),
        ]  # fmt: skip
    return found
