"""The review: what an editor should look at in an encoded text, each thing one entry, most important first.

A review finds and says; it mends nothing. What is looked for stands in the modules ``review_*.py``, what an entry
is stands here, and ``docs/report.md`` tells people what each kind means.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]

#: From grave to slight.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: how grave it is, and what an editor can do about it."""

    severity: Severity
    cure: str


#: Every kind of entry, the most important first. ``docs/report.md`` has the same table; a test keeps both in step.
KINDS: dict[str, Kind] = {
    "DECISIONS-DIFFER": Kind("error", "encode the text again"),
    "DANGLING-POINTER": Kind("error", "give the pointer an element that exists, or remove it"),
    "CHARACTER-LOST": Kind("error", "look the word up in another copy of the text"),
    "VOTE-CONTRADICTS": Kind("warning", "compare the figures and the outcome with another record of the vote"),
    "DECIDED-TWICE": Kind("warning", "see which of the two records is about something else"),
    "VOTE-TOTAL": Kind("warning", "compare the figures with another record of the vote"),
    "VOTE-FIGURE": Kind("warning", "settle the figure from another copy or record"),
    "SPEAKER-UNKNOWN": Kind("warning", "say in the sidecar who bears this name"),
    "CHAIR-EMPTY": Kind("warning", "find out who was in the chair"),
    "VOICE-UNKNOWN": Kind("warning", "say in the sidecar who bears this name"),
    "NAME-UNKNOWN": Kind("warning", "say in the sidecar who bears this name"),
    "MERGE-WEAK": Kind("warning", "confirm in the sidecar that this is one person, or part the two there"),
    "NAME-DOUBTFUL": Kind("warning", "see another copy; name one person in the sidecar, or both, to settle it"),
    "NEAR-PAIR": Kind("warning", "if they are one person, name both forms in the sidecar"),
    "ANCHOR-WITHOUT-NOTE": Kind("warning", "look for the note in another edition"),
    "NOTE-WITHOUT-ANCHOR": Kind("warning", "find the place that the note explains"),
    "GAP-WITHOUT-NOTE": Kind("warning", "look in another edition for what is missing here"),
    "SESSION-WITHOUT-CHAIR": Kind("warning", "find out who was in the chair"),
    "SESSION-WITHOUT-DATE": Kind("warning", "find the day of the sitting"),
    "EMPTY-SPEECH": Kind("warning", "see whether the words of the speech stand elsewhere"),
    "NUMBERING": Kind("warning", "see whether an item is missing or a number misprinted"),
    "NOT-RESUMED": Kind("warning", "see whether a later speech is the rest of this one"),
    "UNSURE-LOW": Kind("warning", "check the mark-up; explain --line shows what else was possible"),
    "LABEL-UNSURE": Kind("warning", "if it is a speaker, name it under `always` in [labels] of your own profile"),
    "BLOCK-SUSPECT": Kind("warning", "see what the block is; a rule of your own profile can mark it"),
    "CHARACTER-CONTROL": Kind("warning", "check the encoding of the file; C1 controls often were quotation marks"),
    "CHARACTER-PRIVATE": Kind("warning", "find out which sign the font had there"),
    "MOJIBAKE": Kind("warning", "read the original file in its right encoding"),
    "MIXED-SCRIPT": Kind("warning", "write the word with letters of one script, in a new version of the source"),
    "CHARACTER-INVISIBLE": Kind("warning", "see whether it belongs there"),
    "DIGIT-IN-WORD": Kind("warning", "see whether it is a misread letter, or the anchor of a note"),
    "ODD-SIGN": Kind("warning", "see whether it is a misread letter or quotation mark"),
    "UNBALANCED": Kind("warning", "see where the quotation or bracket begins or ends"),
    "SPEAKER-UNNAMED": Kind("info", "say who speaks in the sidecar (author), if that is known"),
    "OUTSIDE-SPEECH": Kind("info", "see whether it is narration, or belongs to a speech"),
    "MATTER-UNKNOWN": Kind("info", "find in the text what was decided on"),
    "UNSURE-MEDIUM": Kind("info", "check the mark-up; explain --line shows what else was possible"),
    "SOFT-HYPHEN": Kind("info", "none needed, if it stands where a word may be broken"),
    "CORRECTED": Kind("info", "check the reading"),
    "NO-DECISIONS": Kind("info", "encode the text again, or put <stem>.decisions.jsonl beside the TEI file"),
}

#: Kinds that say what is doubtful in an element: that it has a low certainty needs no entry of its own then.
_EXPLAINING = frozenset(
    ["VOTE-FIGURE", "MERGE-WEAK", "NAME-DOUBTFUL", "ANCHOR-WITHOUT-NOTE", "NOTE-WITHOUT-ANCHOR", "GAP-WITHOUT-NOTE",
     "SPEAKER-UNNAMED"]
)  # fmt: skip
_UNSURE = frozenset(["UNSURE-LOW", "UNSURE-MEDIUM"])

_RANKS = {kind: rank for rank, kind in enumerate(KINDS, 1)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to look at.

    ``line`` is the line of the *source* (1-based; 0 for what stands in no line of it), ``place`` the ``#id`` of the TEI
    element or an XPath to it, ``excerpt`` at most 80 characters of the text there. Entries with the same ``kind`` and
    ``alike`` are told together when there are many; ``weight`` orders entries of a kind, the heaviest first.
    """

    kind: str
    line: int
    message: str
    place: str
    excerpt: str
    alike: str = ""
    weight: int = 0

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return KINDS[self.kind].severity

    @property
    def rank(self) -> int:
        """How important its kind is: 1 comes first."""
        return _RANKS[self.kind]

    def record(self) -> dict[str, object]:
        """Return the entry as an object for ``--json``."""
        return {
            "kind": self.kind, "severity": self.severity, "rank": self.rank, "line": self.line,
            "message": self.message, "cure": KINDS[self.kind].cure, "place": self.place, "excerpt": self.excerpt,
        }  # fmt: skip


def by_importance(entries: list[Entry]) -> list[Entry]:
    """Return entries in the order in which an editor should take them: by kind, weight, line."""
    return sorted(entries, key=lambda one: (one.rank, -one.weight, one.line, one.place, one.message))


def without_echoes(entries: list[Entry]) -> list[Entry]:
    """Leave out that an element is uncertain where another entry says of the same element what is doubtful in it."""
    explained = {one.place for one in entries if one.kind in _EXPLAINING}
    return [one for one in entries if one.kind not in _UNSURE or one.place not in explained]
