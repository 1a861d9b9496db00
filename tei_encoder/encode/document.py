"""The document: one source under one profile, annotated from its first block to its last and written as TEI."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tei_encoder import __version__
from tei_encoder.encode.blocks import Block, Ids
from tei_encoder.encode.facts import Facts
from tei_encoder.encode.header import HeaderContext, build_header
from tei_encoder.encode.links import Links
from tei_encoder.encode.outline import BACK, BODY, FRONT, PLAIN, Outline, State
from tei_encoder.encode.people import People
from tei_encoder.encode.survey import Survey, survey
from tei_encoder.encode.tree import Sweep, Window
from tei_encoder.model.annotation import OPEN, Annotation, Decision
from tei_encoder.model.source import Source
from tei_encoder.model.tei import NAMESPACE
from tei_encoder.rules.rule import Container, Profile

_MODELS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<?xml-model href="https://tei-encoder.example.org/schemas/minutes.rng" type="application/xml" '
    'schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
    '<?xml-model href="https://tei-encoder.example.org/schemas/minutes.sch" type="application/xml" '
    'schematypens="http://purl.oclc.org/dsdl/schematron"?>\n'
)

#: Blocks that are written at a time.
_BATCH = 2000


class Document:
    """A source, the profile it is read with, and what follows from the two.

    Making one reads the source once (the survey); ``pieces`` reads it a second time and writes.
    """

    def __init__(self, source: Source, profile: Profile, facts: Facts, date: str = "") -> None:
        """Survey ``source`` under ``profile``; ``facts`` is the sidecar, ``date`` the ISO date for the header."""
        self.source = source
        self.profile = profile
        self.facts = facts
        self.date = date
        self.survey = survey(source, profile)
        names = self.survey.names.copy()
        if self.survey.unlabelled:
            names.update(author.name for author in facts.author)
        self.people = People(profile.people, self.survey.labels, names)
        self.head = self._head()
        self.counts: Counter[str] = Counter()
        self.unrecognised = self.survey.rules.count(PLAIN)

    @property
    def head_lines(self) -> int:
        """The number of lines of the TEI file before the first line of the source's text."""
        return self.head.count("\n")

    @property
    def notes(self) -> int:
        """The editorial notes; known from the beginning."""
        return len(self.survey.notes)

    @property
    def votes(self) -> int:
        """The ballots with figures; known when all has been written."""
        return self.counts["vote"]

    def pieces(self) -> Iterator[tuple[str, str]]:
        """Yield the TEI file and the decisions file in consecutive pieces: (XML, JSON lines)."""
        yield self.head, ""
        window = Window(self.source.parts())
        sweep = Sweep(window)
        xml: list[str] = []
        records: list[str] = []
        walk = self._walk()
        for number, (made, decisions, end) in enumerate(self._blocks(window, walk)):
            sweep.feed(made, xml)
            sweep.settle(end, xml)
            records += [decision.record() for decision in decisions]
            if number % _BATCH == _BATCH - 1:
                yield "".join(xml), "".join(records)
                xml.clear()
                records.clear()
        sweep.finish(self.source.characters, xml)
        self.counts = walk.counts
        yield "".join(xml) + "</text>\n</TEI>\n", "".join(records)

    def decisions(self) -> Iterator[Decision]:
        """Yield every decision in document order, without writing anything."""
        window = Window(self.source.parts())
        for _, decisions, _ in self._blocks(window, self._walk()):
            yield from decisions

    def _head(self) -> str:
        context = HeaderContext(
            source=self.source,
            software_version=__version__,
            profile_id=self.profile.id,
            profile_version=self.profile.version,
            profile_sha256=self.profile.sha256,
            speeches=self.survey.speeches,
            date=self.date,
            language=self.profile.language,
            persons=self.people.persons,
        )
        language = self.facts.language or self.profile.language
        language = language or "und"
        return (
            f'{_MODELS}<TEI xmlns="{NAMESPACE}" xml:id="{_ascii_id(self.source.name)}" xml:lang="{language}">\n'
            f"{build_header(self.facts, context)}<text>"
        )

    def _walk(self) -> _Walk:
        authors = [self.people.known(author.name) for author in self.facts.author]
        return _Walk(self.profile, self.people, self.survey, " ".join(f"#{one}" for one in authors if one))

    def _blocks(
        self, window: Window, walk: _Walk
    ) -> Iterator[tuple[list[Annotation], list[Decision], int]]:
        """Yield the annotations and decisions of each block, and where the block ends."""
        found, rules = self.survey, self.profile.block_rules
        line, at = 1, 0
        for number, index in enumerate(found.rules):
            start, end = found.starts[number], found.ends[number]
            text = window.slice(at, end)
            line += text.count("\n", 0, start - at)
            rule = rules[index] if index >= 0 else None
            block = Block(text[start - at :], window.folded(start, end), start, end, line, rule)
            line += block.raw.count("\n")
            at = end
            if number in (0, found.body, found.back):
                walk.turn(FRONT if number < found.body else BODY if number < found.back else BACK)
            walk.take(block, index)
            yield walk.done, block.decisions, end
        yield walk.end(), [], self.source.characters


class _Walk:
    """Goes from block to block with what is open: divisions, a speech, a list; and with what is known so far."""

    def __init__(self, profile: Profile, people: People, found: Survey, author: str) -> None:
        self.ids = Ids()
        self.counts: Counter[str] = Counter()
        self.done: list[Annotation] = []
        self._profile = profile
        self._outline = Outline(profile.block_rules)
        self._people = people
        self._links = Links(found.notes)
        self._turns = found.turns
        self._speech = 0
        self._author = author  # who speaks where nobody is named
        self._reporter = ""  # who speaks under a heading that names somebody
        self._state: State | None = None
        self._open: list[Annotation] = []
        self._closed: list[Annotation] = []
        self._hollow: Annotation | None = None  # a speech of which only the label has been seen
        self._frame: Container | None = None
        self._last = 0

    def turn(self, frame: Container) -> None:
        """Leave front, body or back for the next of them."""
        self._close(len(self._open))
        self._state = self._outline.root(frame, self._state.at_start if self._state else True)
        self._frame = frame

    def take(self, block: Block, rule: int) -> None:
        """Annotate a block and put it where it belongs: ``done`` then holds what it makes and what it opens."""
        assert self._state is not None
        step = self._outline.step(self._state, rule)
        block.annotate(self._profile, self.ids, step.state.names)
        if not step.close and not step.open and self._frame is None:
            self._hollow = None
            self._state = step.state
            self._interpret(block)
            self.done = block.annotations
            self._last = block.end
            return
        first = block.annotations[0].start
        self._close(step.close)
        opened: list[Annotation] = []
        if self._frame is not None:
            opened.append(Annotation(first, OPEN, self._frame.element))
            self._frame = None
        boxes = step.open[:-1] if block.opened is not None else step.open
        opened += [Annotation(first, OPEN, box.element, dict(box.attrs), "") for box in boxes]
        for one, box in zip(opened[len(opened) - len(boxes) :], boxes, strict=True):
            self._identify(one, box)
        if block.opened is not None:
            block.opened.end = OPEN
            self._identify(block.opened, step.open[-1])
            self._open += [*opened, block.opened]
        else:
            self._open += opened
            self._hollow = None
        self._state = step.state
        self._interpret(block)
        self.done = [*self._closed, *opened, *block.annotations]
        self._closed = []
        self._last = block.end

    def end(self) -> list[Annotation]:
        """Close everything; return what is still to be written."""
        self._close(len(self._open))
        return self._closed

    def _close(self, count: int) -> None:
        for _ in range(count):
            one = self._open.pop()
            one.end = self._last
            if one is self._hollow:
                # TEI wants something in a speech besides its speaker, even when the record has nothing.
                self._closed.append(Annotation(self._last, self._last, "p", rule=one.rule, within=one))
                self._hollow = None

    def _identify(self, one: Annotation, box: Container) -> None:
        if box.identify:
            name = self.ids.new(box.identify)
            number = {"n": name.rpartition(".")[2]} if one.element == "div" and "n" not in one.attrs else {}
            one.attrs = {**one.attrs, **number, "xml:id": name}
        if one.element == "div":
            self._reporter = ""
            if box.level == 1:
                self._people.begin_division()

    def _interpret(self, block: Block) -> None:
        """Let people, numbers and links say what they know about the elements of a block."""
        gap: Annotation | None = None
        labelled = False
        if block.annotations[0].attrs.get("type") == "chair":
            self._people.chair = ()
        for one in block.annotations:
            match one.element:
                case "speaker" if block.opened is not None:
                    self._people.speaks(block.opened, block.text(one))
                    labelled = True
                case "persName":
                    self._named(block, one)
                case "said" if "who" in one.attrs:
                    self._people.interjects(one)
                case "stage":
                    self.counts["stage"] += 1
                case "note" if one.attrs.get("type") == "vote":
                    self.counts["vote"] += 1
                case "gap":
                    self.counts["gap"] += 1
                    self._links.gap(one)
                    gap = one
                case "ref" if one.attrs.get("type") == "noteAnchor":
                    self._links.anchor(one, block.text(one), gap if gap and gap.end == one.start else None)
                case "label" if block.annotations[0].element == "note":
                    self._links.note(block.annotations[0], block.text(one))
        if block.opened is not None and block.opened.element == "sp":
            self._begin_speech(block.opened, labelled, block.annotations)
            if block.annotations[-1].element in ("speaker", "seg", "roleName"):
                self._hollow = block.opened

    def _begin_speech(self, speech: Annotation, labelled: bool, made: list[Annotation]) -> None:
        """Say of a speech what comes from its place: who speaks if no label says so, and what it goes on from."""
        self._speech += 1
        speech.attrs.update(self._turns.links(self._speech))
        if self._speech in self._turns.interrupting:
            speech.attrs["ana"] = f"{speech.attrs.get('ana', '')} #interrupting".strip()
        if not labelled:
            named = next((one.attrs["ref"] for one in made if one.element == "persName" and "ref" in one.attrs), "")
            who = named or self._reporter or self._author
            if who:
                speech.attrs["who"] = who

    def _named(self, block: Block, name: Annotation) -> None:
        person = self._people.named(name, block.text(name))
        if person and block.opened is not None and block.opened.element == "div":
            self._reporter = f"{self._reporter} #{person}".strip()
        if person and block.annotations[0].attrs.get("type") == "chair":
            self._people.chair = (*self._people.chair, person)


def _ascii_id(name: str) -> str:
    stem = re.sub(r"[^A-Za-z0-9_]+", "-", name.rpartition(".")[0] or name).strip("-")
    return f"text-{stem}".rstrip("-")  # the prefix keeps it apart from the ids inside the file
