"""Encodes files: from the path of a source to proven, validated TEI under its final name."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tei_encoder.app.beside import Beside
from tei_encoder.app.console import table
from tei_encoder.check.findings import Finding
from tei_encoder.check.validate import check_output
from tei_encoder.deliver import atomic
from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts, sidecar_beside
from tei_encoder.encode.proof import prove
from tei_encoder.model.errors import InputError, InvalidOutputError, UsageError, printable
from tei_encoder.model.source import Source
from tei_encoder.model.tei import MODEL
from tei_encoder.readers import READERS, read
from tei_encoder.rules.choose import Choice, choose
from tei_encoder.rules.load import candidates, load
from tei_encoder.rules.rule import Profile

AUTO = "auto"

#: Why a profile is used that somebody has named.
ASKED = ("asked for",)


@dataclass(frozen=True, slots=True)
class Encoded:
    """What became of one source: the files written, what was counted, what was proved.

    ``valid`` is None for a dialect whose schema is not at hand.
    """

    source: str
    tei: str
    decisions: str
    profile: str
    why: tuple[str, ...]
    speeches: int
    speakers: int
    stage: int
    gaps: int
    notes: int
    votes: int
    unrecognised: int
    words: int
    characters_proved: int
    valid: bool | None
    seconds: float

    def record(self) -> dict[str, object]:
        """Return the result as an object for ``--json``."""
        return asdict(self)


def select_profile(source: Source, name: str) -> tuple[Profile, tuple[str, ...]]:
    """Return the profile to use for a source, and why: the one named, or the best of the shipped ones for ``auto``."""
    if name != AUTO:
        return load(name), ASKED
    best = ranked(source)[0]
    return load(best.profile), best.evidence


def ranked(source: Source) -> list[Choice]:
    """Return the shipped profiles with their scores for a source, best first."""
    return choose(source.sample(), candidates())


def encode_file(
    path: Path,
    xml_path: Path,
    *,
    profile: str = AUTO,
    meta: Path | None = None,
    date: str = "",
    encoding: str | None = None,
    dialect: str = MODEL,
) -> Encoded:
    """Encode one source and write ``xml_path`` and, beside it, ``<stem>.decisions.jsonl``.

    The file gets its name only after it has been read back, proved equal to the source and found valid. ``meta`` is
    the sidecar (default: ``<stem>.toml`` beside the source), ``date`` an ISO date for the header, ``dialect`` one of
    ``model.tei.DIALECTS``: another than the model is made from it when that has been proved and found valid, and is
    then proved and validated itself.

    Raises InputError, ProfileError, LimitError, StorageError; FidelityError and InvalidOutputError if the encoder
    itself is at fault.
    """
    begun = time.perf_counter()
    source = read(path, encoding=encoding)
    facts = load_facts(meta or sidecar_beside(path))
    chosen, why = select_profile(source, profile)
    document = Document(source, chosen, facts, date)
    decisions_path = xml_path.with_name(f"{xml_path.stem}.decisions.jsonl")
    with atomic.Writer(xml_path) as tei, atomic.Writer(decisions_path) as decisions:
        for xml, records in document.pieces():
            tei.write(xml)
            decisions.write(records)
        written = tei.seal()
        verdict = Beside(lambda: check_output(written))
        try:
            proved = prove(written, source)
        finally:
            verdict.join()  # nobody reads the file any more when it is taken away or gets its name
        findings = verdict.result()
        if findings:
            raise invalid_output(findings, path, document.head_lines)
        if dialect == MODEL:
            valid: bool | None = True
            atomic.commit_all(decisions, tei)
        else:
            from tei_encoder.app.dialects import check_dialect, in_dialect  # compiles stylesheets

            with in_dialect(tei.path, xml_path, dialect) as translated:
                prove(translated.seal(), source)
                valid = check_dialect(translated.path, dialect, path)
                atomic.commit_all(decisions, translated)
    count = document.counts
    return Encoded(
        str(path), str(xml_path), str(decisions_path), chosen.id, why,
        speeches=document.survey.speeches, speakers=len(document.people.speakers), stage=count["stage"],
        gaps=count["gap"], notes=document.notes, votes=document.votes, unrecognised=document.unrecognised,
        words=source.words, characters_proved=proved, valid=valid, seconds=time.perf_counter() - begun,
    )  # fmt: skip


def invalid_output(findings: list[Finding], source: Path, head_lines: int = 0) -> InvalidOutputError:
    """Return the error that says what is wrong with a file the encoder has just written.

    ``head_lines`` are the lines before the text of the source, so that the error names a line of ``source``.
    """
    first = findings[0]
    return InvalidOutputError(
        "INVALID-OUTPUT", f"{first.code} {first.message} ({len(findings)} findings)",
        "this is a defect of tei-encoder or of the profile: please report it with the text",
        path=source, line=max(0, first.line - head_lines) if head_lines else 0,
    )  # fmt: skip


def summary(done: list[Encoded]) -> str:
    """Return the short table that ``encode`` prints: one row a text, and what each word of the head means."""
    head = ("file", "profile", "speeches", "speakers", "stage", "gaps", "notes", "votes",
            "words", "proof", "valid", "seconds")  # fmt: skip
    rows = [
        (Path(one.tei).name, one.profile, f"{one.speeches:,}", f"{one.speakers:,}", f"{one.stage:,}", f"{one.gaps:,}",
         f"{one.notes:,}", f"{one.votes:,}", f"{one.words:,}", "equal", "yes" if one.valid else "unknown",
         f"{one.seconds:.2f}")
        for one in done
    ]  # fmt: skip
    why = (read_as(one.tei, one.profile, one.why) for one in done)
    return table([head, *rows]) + "".join(f"{told}\n" for told in why if told)


def read_as(name: str, profile: str, why: Sequence[str]) -> str:
    """Return in one line which profile ``auto`` has chosen for a file and by which signs, "" where it was named."""
    told = f"{Path(name).name} is read as {profile}: {'; '.join(why) or 'it shows no sign'}"
    return printable(told) if why != ASKED else ""


def tei_in(inputs: Iterable[Path]) -> list[Path]:
    """Return the TEI files that the inputs name: files as they are, for a folder the ``.xml`` files in it, by name.

    Raises InputError for a folder without any.
    """
    found: list[Path] = []
    for path in inputs:
        inside = sorted(path.glob("*.xml")) if path.is_dir() else [path]
        if not inside:
            raise InputError("NO-TEI", "there are no .xml files in this folder", "encode something first", path=path)
        found += inside
    return found


def by_name(files: Iterable[Path], where: str) -> dict[str, Path]:
    """Return files by their names without ending, each file once. ``where`` is where they shall lie together.

    Raises UsageError NAME-CLASH for two files of one name.
    """
    found: dict[str, Path] = {}
    for file in {file.resolve(): file for file in files}.values():
        if (other := found.setdefault(file.stem, file)) is not file:
            what = f"{other} and {file} would have one name in the {where}"
            raise UsageError("NAME-CLASH", what, f"rename one of them, or make two {where}s")
    return found


def sources_in(inputs: Iterable[Path]) -> list[Path]:
    """Return the texts that the inputs name: files as they are, for a folder the texts in it, by name.

    A sidecar that is named together with its text (``encode seeds/*``) is no text of its own.
    Raises InputError for a folder without texts.
    """
    found: list[Path] = []
    named = list(inputs)
    sidecars = {path.with_suffix(".toml") for path in named if path.suffix.lower() in READERS}
    for path in [path for path in named if path not in sidecars]:
        if path.is_dir():
            texts = sorted(file for file in path.iterdir() if file.suffix.lower() in READERS and file.is_file())
            if not texts:
                cure = f"put files ending in {', '.join(READERS)} there"
                raise InputError("NO-TEXTS", "there are no texts in this folder", cure, path=path)
            found += texts
        else:
            found.append(path)
    return found


def targets(sources: list[Path], out: Path) -> list[Path]:
    """Return the TEI file for each source: in the folder ``out``, or ``out`` itself if it ends in ``.xml``.

    Raises UsageError when two sources would have the same one.
    """
    if out.suffix.lower() == ".xml" and not out.is_dir():
        if len(sources) != 1:
            raise UsageError("ONE-OUTPUT", f"{out} is one file, but there are {len(sources)} sources", "name a folder")
        atomic.keep(sources, out)
        return [out]
    named: dict[str, Path] = {}
    for source in sources:
        other = named.setdefault(source.stem.casefold(), source)
        if other is not source:
            if source.absolute() == other.absolute():
                raise UsageError("NAME-CLASH", f"{source} is named twice", "name it once")
            what = f"{source} and {other} would both become {source.stem}.xml"
            raise UsageError("NAME-CLASH", what, "rename one, or use two folders")
    outputs = [out / f"{source.stem}.xml" for source in sources]
    atomic.keep(sources, *outputs)
    return outputs


def date_of(asked: str | None) -> str:
    """Return the ISO date for the header: the one asked for, else SOURCE_DATE_EPOCH's (UTC), else none.

    Raises UsageError for what is no date.
    """
    if asked:
        try:
            return datetime.strptime(asked, "%Y-%m-%d").date().isoformat()
        except ValueError:
            raise UsageError("DATE", f"{asked!r} is not a date", "write it like 2026-11-22") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch else ""
    except (ValueError, OverflowError, OSError):
        what = f"the variable SOURCE_DATE_EPOCH is {epoch!r:.40}, which is no number of seconds since 1970"
        raise UsageError("DATE", what, "set it to one, unset it, or say --date") from None
