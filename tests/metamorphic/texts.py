"""The texts that are changed, and what is compared: what the TEI says, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from lxml import etree

from tei_encoder.app.corpus import encode_file

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "samples"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
T = "{http://www.tei-c.org/ns/1.0}"

#: Minutes, debates and reports of all languages that have such a profile, by a name that says where they are.
MEETINGS = {
    path.relative_to(SAMPLES).with_suffix("").as_posix(): path
    for path in [*SAMPLES.glob("*.txt"), *(SAMPLES / "minutes").glob("*.txt")]
    if path.parent != SAMPLES or path.name.startswith(("minutes", "parliament", "reported"))
}
SEEDS = {path.name[:3]: path for path in sorted((ROOT / "seeds").glob("*.txt"))}

#: What the TEI says, kind by kind: which elements, and of each what.
Said = dict[str, list[tuple[str | None, ...]]]


def profile_of(name: str) -> str:
    """Return the profile that a sample is made for."""
    return "minutes-en" if name.startswith("minutes/") else name.partition(".")[0]


#: The languages of the samples of a profile for several.
LANGUAGES = {"minutes-any": "es", "minutes-any.italian": "it", "minutes-any.polish": "pl"}


def language_of(name: str) -> str:
    """Return the language of a sample: its profile's, where that has one."""
    return LANGUAGES.get(name) or profile_of(name).rpartition("-")[2]


class Encoder:
    """Encodes texts, each in a folder of its own, under a name that is always the same."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0

    def __call__(self, text: str, profile: str) -> etree._Element:
        """Return the TEI of a text."""
        self._number += 1
        folder = self._folder / str(self._number)
        folder.mkdir()
        (folder / "minutes.txt").write_text(text, encoding="utf-8", newline="")
        encode_file(folder / "minutes.txt", folder / "minutes.xml", profile=profile)
        return etree.parse(str(folder / "minutes.xml")).getroot()


def pieces(node: etree._Element) -> Iterator[str]:
    """Yield the characters of the source in an element: without those of reading aids."""
    if node.tag in (f"{T}corr", f"{T}reg", f"{T}expan", f"{T}ex"):
        return
    if node.tag == f"{T}supplied" and node.get("resp") == "#encoder":
        return
    yield node.text or ""
    for one in node:
        yield from pieces(one)
        yield one.tail or ""


def source_in(node: etree._Element) -> str:
    """Return the source's text in an element."""
    return "".join(pieces(node))


def said(node: etree._Element | None) -> str | None:
    """Return the source's text in an element, every blank and line end a single one."""
    return None if node is None else re.sub(r"\s+", " ", source_in(node)).strip()


def spans(root: etree._Element, path: str) -> list[tuple[int, int, etree._Element]]:
    """Return where in the source the elements of a path stand (offsets, half-open), and these."""
    wanted = set(root.xpath(path, namespaces=TEI))
    found: list[tuple[int, int, etree._Element]] = []

    def walk(node: etree._Element, at: int) -> int:
        if not any(pieces(node)):
            return at
        begin, at = at, at + len(node.text or "")
        for one in node:
            at = walk(one, at) + len(one.tail or "")
        if node in wanted:
            found.append((begin, at, node))
        return at

    walk(root.find(f"{T}text"), 0)
    return sorted(found, key=lambda one: one[0])


def all_said(root: etree._Element) -> Said:
    """Return what the TEI of a text says."""
    text = root.find(f"{T}text")

    def every(tag: str, *keys: str, kinds: tuple[str, ...] = ()) -> list[tuple[str | None, ...]]:
        found = [one for one in text.iter(f"{T}{tag}") if not kinds or one.get("type") in kinds]
        return [(*(one.get(key) for key in keys), said(one)) for one in found]

    return {
        "speeches": [(said(one.find(f"{T}speaker")), one.get("who"), one.get("ana")) for one in text.iter(f"{T}sp")],
        "divisions": [(one.get("type"), said(one.find(f"{T}head"))) for one in text.iter(f"{T}div")],
        "votes": every("note", "type", "ana", kinds=("vote", "decision", "election")),
        "figures": [(*one[:3],) for one in every("measure", "type", "quantity", "min")],
        "stage directions": every("stage", "type"),
        "dates": every("date", "when", "when-custom"),
        "names": every("persName", "ref"),
        "notes": every("note", "type"),
        "quotations": [(one.get("type"), (said(one) or "")[:60]) for one in text.iter(f"{T}quote")],
        "items": every("item"),
    }


def differences(wanted: Said, found: Said) -> list[str]:
    """Return in which of the kinds that are wanted two texts do not say the same, and what."""
    told = []
    for kind, before in wanted.items():
        after = found[kind]
        for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if tag != "equal":
                told.append(f"{kind}: {before[a:b]} → {after[c:d]}")
    return told


def edited(text: str, changes: list[tuple[int, int, str]]) -> str:
    """Return a text with other words at some places (start, end, words; in order)."""
    made, last = [], 0
    for start, end, words in changes:
        made += [text[last:start], words]
        last = end
    return "".join([*made, text[last:]])


def mapped(found: Said, change: Callable[[str], str], *kinds: str) -> Said:
    """Return what a text says with its words changed; of pointers only whether they are there."""

    def one(value: str | None) -> str | None:
        return value if value is None else "#" if value.startswith("#") and " " not in value else change(value)

    return {kind: [tuple(map(one, each)) for each in found[kind]] for kind in kinds or found}
