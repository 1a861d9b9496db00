"""The report: an editor's to-do list for encoded texts, most important first, each thing with its line in the source.

What is looked for stands in ``check/review_*.py``; this module asks all of them and tells people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tei_encoder.app.console import table
from tei_encoder.check.review import KINDS, SEVERITIES, Entry, Severity, by_importance, without_echoes
from tei_encoder.check.review_certainty import certainty, corrections
from tei_encoder.check.review_characters import characters
from tei_encoder.check.review_coverage import Coverage, coverage, measured
from tei_encoder.check.review_labels import labels
from tei_encoder.check.review_links import links
from tei_encoder.check.review_pairs import pairs
from tei_encoder.check.review_persons import persons
from tei_encoder.check.review_reading import Reading
from tei_encoder.check.review_structure import structure
from tei_encoder.check.review_votes import votes
from tei_encoder.model.errors import printable

_QUESTIONS = (votes, links, persons, labels, certainty, coverage, structure, characters, pairs, corrections)

#: Entries of one kind that are alike are told one by one up to this number, together beyond it.
_MANY = 5
#: Suspicious blocks that are told one by one.
_SUSPECTS = 10
#: Lines named for entries that are told together.
_LINES = 8


@dataclass(frozen=True, slots=True)
class Report:
    """What there is to do for one TEI file; ``coverage`` is None where the decisions file is not there."""

    tei: str
    source: str
    speeches: int
    votes: int
    gaps: int
    coverage: Coverage | None
    entries: tuple[Entry, ...]

    def count(self, severity: Severity) -> int:
        """Return how many entries are of this severity."""
        return sum(one.severity == severity for one in self.entries)

    def has(self, severity: str) -> bool:
        """Say whether any entry is as grave as ``severity``, or graver."""
        limit = [str(one) for one in SEVERITIES].index(severity)
        return any(one.severity in SEVERITIES[: limit + 1] for one in self.entries)

    def record(self) -> dict[str, object]:
        """Return the report as an object for ``--json``: every entry by itself."""
        cover = self.coverage
        return {
            "tei": self.tei, "source": self.source, "speeches": self.speeches, "votes": self.votes, "gaps": self.gaps,
            "blocks": cover.blocks if cover else None, "unrecognised": cover.unrecognised if cover else None,
            "coverage": round(cover.percent, 1) if cover else None,
            **{f"{severity}s": self.count(severity) for severity in SEVERITIES},
            "entries": [one.record() for one in self.entries],
        }  # fmt: skip


def report(tei: Path) -> Report:
    """Review a TEI file, with ``<stem>.decisions.jsonl`` where it lies beside it.

    Raises InputError (as ``check.xml.parse_file``; NOT-TEI, DECISIONS) and LimitError (TREE-SIZE).
    """
    reading = Reading(tei)
    found = [entry for question in _QUESTIONS for entry in question(reading)]
    return Report(
        tei=str(tei),
        source=reading.source,
        speeches=sum(1 for _ in reading.all("sp")),
        votes=sum(1 for _ in reading.all("note", type="vote")),
        gaps=sum(1 for _ in reading.all("gap")),
        coverage=measured(reading),
        entries=tuple(by_importance(without_echoes(found))),
    )


def printed(told: Report) -> str:
    """Return a report for people: a head line, then one line an entry, those that are alike together."""
    cover = told.coverage
    plain = f"{cover.unrecognised:,} of {_counted(cover.blocks, 'block')}" if cover else ""
    known = f"{plain} are plain paragraphs" if cover else "coverage unknown"
    found = ", ".join(_counted(told.count(severity), severity) for severity in SEVERITIES)
    counts = ", ".join(_counted(n, what) for n, what in ((told.speeches, "speech"), (told.votes, "vote"),
                                                         (told.gaps, "gap")))  # fmt: skip
    lines = [f"{told.tei}: {counts}; {known}; {found}"]
    lines += [_line(told.source, group) for group in _groups(told.entries)]
    return "".join(f"{printable(line)}\n" for line in lines)


def summary(reports: Iterable[Report]) -> str:
    """Return how many entries of each kind there are, in the order of their importance; "" for none."""
    reports = list(reports)
    counts = Counter(one.kind for told in reports for one in told.entries)
    files = Counter(kind for told in reports for kind in {one.kind for one in told.entries})
    rows = [(kind, KINDS[kind].severity, f"{counts[kind]:,}", str(files[kind])) for kind in KINDS if counts[kind]]
    return table([("kind", "severity", "entries", "files"), *rows]) if rows else "nothing to report\n"


def _groups(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Put entries that are alike together where there are many; in the order of the first of each."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for one in entries:
        groups.setdefault((one.kind, one.alike), []).append(one)
    for one in entries:
        group = groups[one.kind, one.alike]
        alone = _SUSPECTS if one.kind == "BLOCK-SUSPECT" else 0
        if len(group) - alone <= _MANY or any(one is first for first in group[:alone]):
            yield [one]
        elif one is group[alone]:
            yield group[alone:]


def _line(source: str, group: list[Entry]) -> str:
    first = group[0]
    where = f"{source}:{first.line}" if first.line else source
    message = first.message
    if len(group) > 1:
        lines = list(dict.fromkeys(str(one.line) for one in group if one.line))
        more = ", …" if len(lines) > _LINES else ""
        at = f" (lines {', '.join(lines[:_LINES])}{more})" if lines else ""
        message = f"{len(group):,} times: {first.alike}{at}"
    elif first.excerpt and f"“{first.excerpt}”" not in message:
        message = f"{message}: “{first.excerpt}”"
    return f"{where}: {first.severity}: {first.kind} {message}; {KINDS[first.kind].cure}"


def _counted(number: int, what: str) -> str:
    ending = "" if number == 1 else "es" if what.endswith("ch") else "s"
    return f"{number:,} {what}{ending}"
