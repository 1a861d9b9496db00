"""Rules ready to run: what a profile becomes once it has been read, checked and compiled."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from tei_encoder.rules.pattern import Pattern, PatternSet

#: Depth at which speeches stand among the open containers; divisions have their level, lists and quotes come below.
SPEECH_LEVEL = 10

#: What ``in`` and ``not_in`` can name besides elements, see docs/profiles.md.
SITUATIONS = frozenset(["start", "titled", "heading", "empty", "signed", "announced"])

#: What a rule may say for the header: keys of a sidecar (``encode/facts.py``), with those of its tables.
FACTS = frozenset(
    ["title", "subtitle", "author", "meeting", "place"]
    + [f"{table}.{key}" for table in ("edition", "published") for key in
       ("title", "author", "volume", "number", "editor", "publisher", "place", "year", "date", "pages", "note")]
    + [f"digital.{key}" for key in ("title", "repository", "transcriber", "year", "url", "note")]
    + [f"licence.{key}" for key in ("status", "name", "text", "url")]
)  # fmt: skip


class Wrap(NamedTuple):
    """The element that one piece of matched text gets, see ``profile.Action``."""

    element: str = ""
    attrs: Mapping[str, str] = MappingProxyType({})
    identify: str = ""
    number: bool = False
    date: bool = False
    correct: tuple[str, dict[str, str], str] | None = None
    templates: bool = False  # some attribute takes in what a group matched
    insert: str = ""  # "before" or "after": an empty element there, none around the text


class Container(NamedTuple):
    """An element that holds several blocks: ``list``, ``div.notes`` (= ``div type="notes"``).

    ``level`` is its depth (divisions 1 to 9, speeches 10, what stands in them more); a ``shared`` container closes
    as soon as a block does not ask for it, the others when something of their level comes.
    """

    key: str
    element: str
    attrs: Mapping[str, str]
    level: int
    identify: str = ""
    frame: str = ""
    shared: bool = False

    @staticmethod
    def named(key: str, level: int, frame: str = "") -> Container:
        """Make a shared container of its short form: element, or element and type separated by a full stop."""
        element, _, kind = key.partition(".")
        attrs = {"type": kind} if kind else {}
        numbered = element in ("div", "quote") or key == "note.vote"
        return Container(key, element, attrs, level, kind if numbered else "", frame, True)


class Rule(NamedTuple):
    """One rule of a profile, compiled. ``layer`` is division, block or inline; see ``profile.Rule`` for the rest."""

    id: str
    layer: str
    why: str
    pattern: Pattern
    wrap: Wrap
    groups: tuple[tuple[str, Wrap], ...] = ()
    rest: Wrap = Wrap()
    inside: tuple[Container, ...] = ()
    opens: Container | None = None
    where: frozenset[str] = frozenset()
    not_in: frozenset[str] = frozenset()
    closes: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    announces: str = ""
    joins: frozenset[str] = frozenset()
    apart: bool = False
    interrupts: bool = False
    frame: str = ""
    resumes: bool = False
    needs: str = ""
    explains: str = ""
    instead: str = ""
    in_a_row: str = ""
    item: Container | None = None  # an item that stays open for a list inside it
    facts: tuple[tuple[str, str], ...] = ()  # header fact → its words, {group} being what that group matched
    alone: bool = False
    learnt: bool = False
    appoints: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    origin: tuple[str, int] = ("", 0)
    tried: tuple[str, int] = ("", 0)  # file and line of the examples
    written: str = ""  # the pattern as it stands in the profile
    doubt: str = ""
    names: frozenset[str] = frozenset()  # what inline rules can call its blocks: note, note.election

    def applies(self, names: frozenset[str], staying: frozenset[str] | None = None) -> bool:
        """Say whether the rule may apply where the containers and elements ``names`` are open.

        ``staying`` are those that would not end before its block, when that is known: what ends keeps no rule away.
        """
        outside = self.not_in.isdisjoint(names if staying is None else staying)
        return outside and (not self.where or not self.where.isdisjoint(names))

    @property
    def floats(self) -> bool:
        """Whether its blocks stand between others and change nothing for them: running heads, page numbers."""
        return self.wrap.element == "fw" and not (self.inside or self.opens or self.closes)

    @property
    def signs(self) -> bool:
        """Whether its blocks close the division they stand in: a signature, and what may stand under one."""
        made = {self.wrap.element, *(wrap.element for _, wrap in self.groups)}
        return bool(made & {"signed", "closer"}) or "signed" in self.where

    @property
    def makes(self) -> bool:
        """Whether the rule can make a block; one that only joins a line to the block before wraps its groups there."""
        return bool(self.wrap.element or self.rest.element or (self.groups and not self.joins))

    @property
    def inserts(self) -> bool:
        """Whether the rule puts empty elements between characters."""
        return bool(self.wrap.insert or self.rest.insert or any(wrap.insert for _, wrap in self.groups))


def names_of(*wraps: Wrap) -> frozenset[str]:
    """Return what inline rules can call a block made of these elements: ``note``, ``note.election``."""
    made = {wrap.element: wrap.attrs.get("type", "") for wrap in wraps if wrap.element and not wrap.insert}
    return frozenset(made) | frozenset(f"{element}.{kind}" for element, kind in made.items() if kind)


class Sign(NamedTuple):
    """Something by which ``--profile auto`` knows a kind of text, see ``profile.Sign``."""

    why: str
    pattern: Pattern
    share: float
    weight: float
    least: int = 1
    repeats: bool = False


class Candidate(NamedTuple):
    """A profile that ``--profile auto`` may choose: its language, its signs, and its number of rules."""

    id: str
    language: str
    signs: tuple[Sign, ...]
    rules: int


class People(NamedTuple):
    """Words by which labels are read, folded and lower-cased; see ``profile.People``."""

    titles: tuple[str, ...] = ()
    chair: frozenset[str] = frozenset()
    unidentified: frozenset[str] = frozenset()
    interviewer: frozenset[str] = frozenset()
    respondent: frozenset[str] = frozenset()
    joiners: tuple[str, ...] = ()
    whence: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    forenames: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    surname: str = "last"
    cases: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Connectives(NamedTuple):
    """Small words of a language, folded and lower-cased; see ``profile.Connectives``."""

    also: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


#: The small words of no language.
NO_WORDS = Connectives()


class Business(NamedTuple):
    """Words by which it is told what a vote or decision is about, folded and lower-cased; see ``profile.Business``."""

    proposals: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    ordinals: Mapping[str, int] = MappingProxyType({})
    proposing: tuple[str, ...] = ()
    electing: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


class Labels(NamedTuple):
    """What a name must show to be learnt as a label, see ``profile.Labels``."""

    least: int = 3
    capitals: int = 2
    named: int = 1
    different: float = 0.5
    small: float = 1.0
    company: int = 0
    articles: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    turns: tuple[tuple[str, str], ...] = ()
    myself: tuple[str, ...] = ()


class Profile(NamedTuple):
    """A profile ready to run.

    ``block_rules`` holds the division rules, then the block rules, ``block_set`` the same patterns at once;
    ``sha256`` is the checksum over the files the profile is made of (itself and what it extends), ``steps`` has the
    options of each step that is switched on.
    """

    id: str
    title: str
    description: str
    version: str
    language: str
    sha256: str
    layout: str
    verse: bool
    steps: Mapping[str, Mapping[str, Any]]
    abstract: bool
    people: People
    business: Business
    labels: Labels
    numbers: Mapping[str, int]
    months: Mapping[str, int]
    eras: Mapping[str, int]
    connectives: Connectives
    block_rules: tuple[Rule, ...]
    inline_rules: tuple[Rule, ...]
    block_set: PatternSet
    inline_set: PatternSet
    files: tuple[str, ...]

    @property
    def rules(self) -> int:
        """How many rules there are."""
        return len(self.block_rules) + len(self.inline_rules)

    def rule(self, rule_id: str) -> Rule | None:
        """Return the rule with that id, or None."""
        return next((rule for rule in (*self.block_rules, *self.inline_rules) if rule.id == rule_id), None)
