"""Sittings without chair or date, empty and broken-off speeches, lists whose numbers skip or repeat."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from tei_encoder.check.review import Entry
from tei_encoder.check.review_reading import Reading, local, sitting, tokens

_LABEL = re.compile(r"""^[\s"'“”„«»‘’(\[]*(\d{1,3}|[IVXLivxl]{1,7}|[^\W\d_])\s*[.)\]:]""")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
#: In a play whoever is cut short seldom goes on: nothing is missing.
_STAGED = ("act", "scene")
#: A speech that ends so was broken off.
_BROKEN = re.compile(r"""(?:[—–]|\s-|\.\.\.|…)[\s"'”’»)\]]*$""")

#: A printed number with the element that it stands in.
Numbered = tuple[str, etree._Element]


def structure(reading: Reading) -> Iterator[Entry]:
    """Find what a sitting, a speech or a list lacks."""
    for one in reading.all("div", type="session"):
        yield from _session(reading, one)
    for one in reading.all("sp"):
        yield from _speech(reading, one)
    for one in reading.all("list"):
        yield from _numbers(reading, _list_labels(reading, one), fresh=False)
    for one in reading.all("quote"):
        yield from _numbers(reading, _paragraph_labels(reading, one), fresh=True)


def _has_minutes(div: etree._Element) -> bool:
    """Say whether somebody took minutes of a sitting: a speech alone, without a label, is an extract."""
    return any(div.find(path) is not None for path in (".//{*}speaker", ".//{*}note", "{*}p"))


def _session(reading: Reading, div: etree._Element) -> Iterator[Entry]:
    notes = div.iterfind(".//{*}note[@type='chair']")
    silent = all(sitting(note) is not div for note in notes)
    if silent and _has_minutes(div) and not any(sitting(one) is div for one in _from_empty_chair(div)):
        yield reading.entry("SESSION-WITHOUT-CHAIR", div, "nothing says who is in the chair", alike="sittings")
    dates = (
        date for name in ("head", "opener", "note", "dateline") for date in div.iterfind(f"{{*}}{name}//{{*}}date")
    )
    if not any(date.get(name) for date in dates for name in ("when", "from", "notBefore", "when-custom")):
        yield reading.entry("SESSION-WITHOUT-DATE", div, "the day is not known", alike="sittings")


def _from_empty_chair(div: etree._Element) -> Iterator[etree._Element]:
    """Yield the speeches from a chair in which nobody is known to be: CHAIR-EMPTY tells of these."""
    return (one for one in div.iterfind(".//{*}sp") if "#chair" in tokens(one, "ana") and not one.get("who"))


def _speech(reading: Reading, speech: etree._Element) -> Iterator[Entry]:
    start, end = reading.spans[speech]
    speaker = speech.find("{*}speaker")
    said = reading.text[start if speaker is None else reading.spans[speaker][1] : end].rstrip()
    if not said.strip():
        yield reading.entry("EMPTY-SPEECH", speech, "somebody is named and says nothing", alike="speeches")
    elif speech.get("next") or any(one.get("type") in _STAGED for one in speech.iterancestors("{*}div")):
        return
    elif _BROKEN.search(said[-40:]):
        at = start + len(reading.text[start:end].rstrip()) - 1
        yield reading.entry("NOT-RESUMED", speech, "the speech breaks off, and none takes it up again", at=at)
    elif (following := speech.getnext()) is not None and "#interrupting" in tokens(following, "ana"):
        yield reading.entry("NOT-RESUMED", speech, "somebody interrupts, and no speech takes this one up again")


def _list_labels(reading: Reading, one: etree._Element) -> Iterator[Numbered]:
    """Yield the printed numbers of a list: its labels, or what its items without a label begin with."""
    for child in one.iterchildren("{*}label", "{*}item"):
        before = child.getprevious()
        if local(child) == "label" or before is None or local(before) != "label":
            yield reading.words(child), child


def _paragraph_labels(reading: Reading, one: etree._Element) -> Iterator[Numbered]:
    for child in one.iterchildren("{*}p"):
        yield reading.words(child), child


def _numbers(reading: Reading, labels: Iterator[Numbered], *, fresh: bool) -> Iterator[Entry]:
    """Compare each number with the one before it; ``fresh``: numbering may begin anew on the way."""
    found = [(match[1], one) for text, one in labels if (match := _LABEL.match(text))]
    values, written = _series([label for label, _ in found])
    last = None
    for i, value in enumerate(values):
        label, one = found[i]
        wanted = value if last is None else last + 1
        coming = values[i + 1] if i + 1 < len(values) else None
        last = value
        if value == wanted or (fresh and value == 1):
            continue
        before = found[i - 1][0]
        if coming == wanted + 1:
            last = wanted
            message = f"{label} stands where {written(wanted)} would be expected: {before}, {label}, {found[i + 1][0]}"
        elif value == wanted - 1:
            message = f"{label} stands twice"
        elif value > wanted:
            one_only = value == wanted + 1
            what = f"{written(wanted)} is" if one_only else f"{written(wanted)} to {written(value - 1)} are"
            message = f"{before} is followed by {label}: {what} missing"
        else:
            message = f"{before} is followed by {label}"
        yield reading.entry("NUMBERING", one, message)


def _series(labels: list[str]) -> tuple[list[int], Callable[[int], str]]:
    """Return what printed numbers mean, and how one is written: digits, Roman numerals or letters.

    No numbers where the labels are no one series.
    """
    if labels and all(label.isdecimal() for label in labels):
        return [int(label) for label in labels], str
    if labels and labels[0] in ("i", "I") and all(set(label.lower()) <= set(_ROMAN) for label in labels):
        return [_roman(label.lower()) for label in labels], str
    if labels and labels[0] in ("a", "A") and all(len(label) == 1 and label.isalpha() for label in labels):
        base = ord(labels[0])
        return [ord(label.lower()) - ord("a") + 1 for label in labels], lambda number: chr(base + number - 1)
    return [], str


def _roman(label: str) -> int:
    values = [_ROMAN[ch] for ch in label]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
