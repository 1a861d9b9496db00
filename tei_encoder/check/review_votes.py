"""Votes that do not add up, and figures that are no figures: reported, never mended (ENCODING, section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tei_encoder.check.review import Entry
from tei_encoder.check.review_reading import Reading, local, tokens

#: From the lowest to the highest number a figure may mean.
Range = tuple[int, int]

_SIDES = ("for", "against", "abstained", "notVoting")
_OUTCOMES = ("#carried", "#rejected")


def votes(reading: Reading) -> Iterator[Entry]:
    """Find votes whose figures and outcome disagree, and figures that cannot be relied on."""
    present: tuple[int, etree._Element] | None = None
    decided: dict[str, etree._Element] = {}
    for one in reading.all("div", "measure", "note"):
        if local(one) == "div" and one.get("type") == "session":
            present = None
        elif local(one) == "measure":
            yield from _figure(reading, one)
            bounds = _bounds(one)
            if one.get("type") == "present" and bounds:
                present = bounds[1], one
        elif one.get("type") == "vote":
            yield from _outcome(reading, one)
            yield from _total(reading, one, present)
        elif one.get("type") == "decision" and _contradictory(one):
            yield reading.entry("VOTE-CONTRADICTS", one, "it is said to be both carried and rejected")
        if local(one) == "note" and one.get("type") in ("vote", "decision"):
            yield from _matter(reading, one, decided)


def _matter(reading: Reading, note: etree._Element, decided: dict[str, etree._Element]) -> Iterator[Entry]:
    """Find a record of which it is not known what it is about, and a second one that says otherwise of the same."""
    about = note.get("corresp", "")
    if not about:
        yield reading.entry("MATTER-UNKNOWN", note, "nothing says what is decided here", alike="votes and decisions")
        return
    stated = set(tokens(note, "ana")) & set(_OUTCOMES)
    before = decided.get(about)
    said = set(tokens(before, "ana")) & set(_OUTCOMES) if before is not None else stated
    if stated and len(stated | said) > 1 and len(said) == 1 and before is not None:
        line = reading.line(reading.spans[before][0])
        message = f"{about} is {stated.pop()[1:]} here, and {said.pop()[1:]} before (line {line})"
        yield reading.entry("DECIDED-TWICE", note, message)
    elif stated:
        decided[about] = note


def _bounds(measure: etree._Element) -> Range | None:
    """Return the number a figure means, as a range; None where it means none."""
    try:
        if quantity := measure.get("quantity"):
            return int(quantity), int(quantity)
        return int(measure.get("min", "")), int(measure.get("max", ""))
    except ValueError:
        return None


def _figures(note: etree._Element) -> dict[str, Range] | None:
    """Return the figures of a vote by side; None where a side has none that counts, or several."""
    found: dict[str, Range] = {}
    for measure in note.iter("{*}measure"):
        bounds, side = _bounds(measure), measure.get("type", "")
        if bounds is None or side in found:
            return None
        found[side] = bounds
    return found


def _figure(reading: Reading, measure: etree._Element) -> Iterator[Entry]:
    said = reading.words(measure)
    bounds = _bounds(measure)
    if measure.get("min") or measure.get("max"):
        yield reading.entry("VOTE-FIGURE", measure, f"“{said}” is a range or a double count", alike="ranges")
    elif bounds is None:
        yield reading.entry("VOTE-FIGURE", measure, f"“{said}” is not read as a number", alike="no numbers")
    elif measure.get("cert") in ("low", "medium"):
        yield reading.entry("VOTE-FIGURE", measure, f"“{said}” is read as {bounds[0]}", alike="damaged figures")
    if bounds and bounds[0] > bounds[1]:
        yield reading.entry("VOTE-FIGURE", measure, f"the range “{said}” goes downwards")


def _contradictory(note: etree._Element) -> bool:
    return all(outcome in tokens(note, "ana") for outcome in _OUTCOMES)


def _outcome(reading: Reading, note: etree._Element) -> Iterator[Entry]:
    if _contradictory(note):
        yield reading.entry("VOTE-CONTRADICTS", note, "it is said to be both carried and rejected")
        return
    figures = _figures(note)
    if figures is None:
        sides = [measure.get("type") for measure in note.iter("{*}measure")]
        if len(set(sides)) < len(sides):
            yield reading.entry("VOTE-FIGURE", note, "one side has several figures: perhaps several ballots")
        return
    said = "it"
    stated = tokens(note, "ana")
    if not set(stated) & set(_OUTCOMES):
        following = _record_after(note)
        if following is not None:
            line = reading.line(reading.spans[following][0])
            stated, said = tokens(following, "ana"), f"the next record (line {line})"
    if why := _disagreement(figures, stated, said):
        yield reading.entry("VOTE-CONTRADICTS", note, why)


def _record_after(note: etree._Element) -> etree._Element | None:
    """Return the decision that follows a vote directly and is its outcome.

    That is one about the same thing (``@corresp``), or a few words that name no thing of their own: “Rejected.”
    """
    following = note.getnext()
    if following is None or (note.tail or "").strip() or local(following) != "note":
        return None
    if following.get("type") != "decision":
        return None
    if note.get("corresp") and following.get("corresp"):
        return following if note.get("corresp") == following.get("corresp") else None
    words = " ".join("".join(str(piece) for piece in following.itertext()).split())
    return following if words.count(" ") < 4 and not re.search(r"\d", words) else None


def _disagreement(figures: dict[str, Range], stated: list[str], said: str) -> str:
    """Say how figures and outcome disagree; "" if they do not, or nothing can be said."""
    yes, no = figures.get("for"), figures.get("against")
    ours, theirs = told(yes), told(no)
    if "#unanimous" in stated:
        lost = "#rejected" in stated
        other = yes if lost else no
        if other and other[0] > 0:
            return f"{said} says unanimous, and {told(other)} voted {'for' if lost else 'against'}"
    if not yes or not no:
        return ""
    if "#carried" in stated and yes[1] <= no[0]:
        return f"{said} says carried, with {ours} for and {theirs} against"
    if "#rejected" in stated and yes[0] > no[1]:
        return f"{said} says rejected, with {ours} for and {theirs} against"
    return ""


def _total(reading: Reading, note: etree._Element, present: tuple[int, etree._Element] | None) -> Iterator[Entry]:
    figures = _figures(note)
    if not figures:
        return
    cast = sum(figures[side][0] for side in _SIDES if side in figures)
    voted = sum(figures[side][0] for side in _SIDES[:3] if side in figures)
    if own := figures.get("present"):
        complete = all(side in figures for side in _SIDES[:3]) and all(low == high for low, high in figures.values())
        if voted > own[1] or (complete and own[0] not in (cast, voted)):  # those who did not vote may be counted or not
            yield reading.entry("VOTE-TOTAL", note, f"the figures make {cast}, and {told(own)} are said to be present")
    elif present and cast > present[0]:
        line = reading.line(reading.spans[present[1]][0])
        message = f"{cast} voted, and only {present[0]} were counted as present (line {line})"
        yield reading.entry("VOTE-TOTAL", note, message)


def told(bounds: Range | None) -> str:
    """Return a figure in words for a message: ``38``, or ``62 to 68``."""
    if bounds is None:
        return "no figure"
    return str(bounds[0]) if bounds[0] == bounds[1] else f"{bounds[0]} to {bounds[1]}"
