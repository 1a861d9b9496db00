"""Explains decisions: those about lines or characters of a source, about an element of a TEI file, or all of them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from tei_encoder.app.corpus import AUTO, select_profile
from tei_encoder.app.explained import Explained, Telling
from tei_encoder.check.xml import parse_tei
from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts, sidecar_beside
from tei_encoder.encode.markup import holdable
from tei_encoder.model.errors import InputError, UsageError
from tei_encoder.readers import read
from tei_encoder.rules.load import content_of, shipped

#: The first and the last of some lines (1-based, both included), or the offsets of a span (from 0, half-open).
Range = tuple[int, int]


def explain(
    telling: Telling, *, lines: Range | None = None, span: Range | None = None, wanted: str | None = None
) -> list[Explained]:
    """Explain lines or a span of a source, the element of a TEI file with the ``xml:id`` ``wanted``, or everything.

    Raises UsageError, InputError, ProfileError.
    """
    if (lines is not None) + (span is not None) + (wanted is not None) > 1:
        raise UsageError("WHAT", "only one thing can be explained at a time", "give one of --line, --span and --id")
    if wanted is not None:
        return explain_id(telling, wanted)
    if lines is not None:
        return explain_lines(telling, *lines)
    start, end = span or (0, telling.document.source.characters)
    return explain_span(telling, start, end)


def telling_of(
    file: Path, *, source: Path | None = None, profile: str = AUTO, encoding: str | None = None
) -> Telling:
    """Encode the source ``file``, or the source of the TEI file ``file``, in memory, ready to be told about.

    For a TEI file, ``source`` is where its source is (else it is looked for near it), and the profile is the one its
    header names (one's own is looked for near it, too) unless another is asked for.
    Raises UsageError, InputError, ProfileError.
    """
    if file.suffix.lower() == ".xml":
        text = read(source_of(file, source), encoding=encoding)
        profile = _profile_of(file) if profile == AUTO else profile
    else:
        text = read(file, encoding=encoding)
    facts = load_facts(sidecar_beside(text.path) if text.path else None)
    chosen, why = select_profile(text, profile)
    return Telling(Document(text, chosen, facts), chosen.id if profile == AUTO else profile, why)


def _profile_of(tei: Path) -> str:
    """Return the profile that made a TEI file: the id of a shipped one, or the file of one's own that lies near.

    Raises UsageError where a profile of one's own is not near, or only another version of it.
    """
    tree = parse_tei(tei)
    name = _in_header(tree, "[local-name()='application']//*[@type='profile']") or AUTO
    if name == AUTO or name in shipped():
        return name
    checksum = _in_header(tree, "[@type='profileSha256']")
    found = [path for folder in _near(tei) for path in _called(f"{name}.toml", folder) if path.is_file()]
    for path in found:
        if checksum in ("", content_of(path).sha256):
            return str(path)
    what = f"it was made with a profile of your own, {name!r}"
    if found:
        raise UsageError("PROFILE", f"{what}, and {found[0]} is another version of it", "encode again")
    raise UsageError("PROFILE", f"{what}, and {name}.toml is not near", "say --profile FILE")


def explain_lines(telling: Telling, first: int, last: int) -> list[Explained]:
    """Explain every decision about some lines (1-based, both included): those of their blocks, and those inside.

    Raises UsageError for lines that the source does not have or that are blank.
    """
    source = telling.document.source
    if not 1 <= first <= last <= source.lines:
        raise UsageError("LINE", f"there are lines 1 to {source.lines}", "choose some of those", path=source.name)
    begin = 0
    for _ in range(first - 1):
        begin = telling.text.index("\n", begin) + 1
    end = begin - 1
    for _ in range(last - first + 1):
        end = telling.text.find("\n", end + 1)
        end = len(telling.text) if end < 0 else end
    told = _told(telling, begin, end)
    if not told:
        raise UsageError("LINE", f"line {first} is blank", "choose a line with text", path=source.name, line=first)
    return told


def explain_span(telling: Telling, start: int, end: int) -> list[Explained]:
    """Explain every decision about the characters from ``start`` to ``end`` (offsets from 0, half-open).

    They are those of the decisions file. Raises UsageError where the source does not go so far.
    """
    source = telling.document.source
    if not 0 <= start <= end <= source.characters:
        what = f"there are characters 0 to {source.characters}"
        raise UsageError("SPAN", what, "offsets are those of the decisions file", path=source.name)
    return _told(telling, start, max(end, start + 1))


def explain_id(telling: Telling, wanted: str) -> list[Explained]:
    """Explain the decision that made the element with this ``xml:id``. Raises UsageError when there is none."""
    told = [
        telling.told(decision, state)
        for decision, state in telling.decisions()
        if any(one.attrs.get("xml:id") == wanted for one in decision.made)
    ]
    if not told:
        what = f"no rule made an element with the id {wanted!r}"
        cure = "ids look like sp.17, vote.3, session.2; those of the header come from the sidecar and the labels"
        raise UsageError("ID", what, cure, path=telling.document.source.name)
    return told


def _told(telling: Telling, begin: int, end: int) -> list[Explained]:
    return [
        telling.told(decision, state)
        for decision, state in telling.decisions()
        if decision.start < end and decision.end > begin
    ]


def source_of(
    tei: Path, given: Path | None, folders: Sequence[Path] = (), option: str = "--source FILE"
) -> Path:  # fmt: skip
    """Find the source a TEI file was made from: the one given, or a file near it that is the one in its header.

    Looked through are ``folders``; without any the folders of the TEI file, above it, beside it, and the working
    folder; for a file of the name that the header records and, where it records a checksum, with that checksum.
    ``option`` is how somebody says where it is. Raises InputError when it is not found, or only another version of it.
    """
    tree = parse_tei(tei)
    name = _in_header(tree, "[local-name()='idno'][@type='filename']") or f"{tei.stem}.txt"
    checksum = _in_header(tree, "[local-name()='idno'][@type='sha256']")
    near = folders or _near(tei)
    places = [given] if given is not None else [path for folder in near for path in _called(name, folder)]
    found = [path for path in places if path.is_file()]
    for path in found:
        if checksum in ("", hashlib.sha256(path.read_bytes()).hexdigest()):
            return path
    if found and (given is not None or folders):
        raise InputError("OTHER-SOURCE", f"{tei} was made from another version of it", "encode again", path=found[0])
    if given is not None:
        return given
    what = f"its source {name} is not near"
    if folders:
        what = f"its source {name} does not lie in {', '.join(map(str, folders))} (folders inside are not searched)"
    elif found:
        what = f"its source {name} is not near, only another version of it"
    raise InputError("NO-SOURCE", what, f"say where it is: {option}", path=tei)


def _in_header(tree: etree._ElementTree, which: str) -> str:
    """Return the words of the first element that a condition of XPath is true of, "" where there is none."""
    return str(tree.xpath(f"string((//*{which})[1])"))


def _near(tei: Path) -> tuple[Path, ...]:
    """Return the folders in which something that a TEI file was made from is looked for."""
    above = tei.resolve().parent.parent
    return (tei.resolve().parent, above, *sorted(one for one in above.iterdir() if one.is_dir()), Path.cwd())


def _called(name: str, folder: Path) -> list[Path]:
    """Return the files of a folder that a header means by ``name``: it cannot hold every character of a name."""
    if not (folder.is_dir() and os.access(folder, os.R_OK | os.X_OK)):
        return []
    if holdable("\n") not in name:
        return [folder / name]
    return sorted(path for path in folder.iterdir() if holdable(path.name) == name)
