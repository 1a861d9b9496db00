"""The document: one source under one profile, annotated from its first block to its last and written as TEI."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from tei_encoder import __version__
from tei_encoder.encode.blocks import Block
from tei_encoder.encode.dates import Dates
from tei_encoder.encode.facts import Facts
from tei_encoder.encode.header import HeaderContext, build_header
from tei_encoder.encode.imprint import printed_facts, with_printed
from tei_encoder.encode.outline import BACK, BODY, FRONT, PLAIN
from tei_encoder.encode.people import People
from tei_encoder.encode.steps import Steps
from tei_encoder.encode.survey import survey
from tei_encoder.encode.tree import Sweep, Window
from tei_encoder.encode.votes import register
from tei_encoder.encode.walk import Walk
from tei_encoder.model.annotation import Annotation, Decision
from tei_encoder.model.source import Source
from tei_encoder.model.tei import NAMESPACE
from tei_encoder.rules.languages import Tongue
from tei_encoder.rules.rule import Profile

_MODELS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<?xml-model href="minutes.rng" type="application/xml" '
    'schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
    '<?xml-model href="minutes.sch" type="application/xml" '
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
        self.date = date
        self.survey = survey(source, profile)
        self.facts, self.printed = with_printed(facts, printed_facts(source, profile, self.survey))
        names = self.survey.names.copy()
        if self.survey.unlabelled:
            names.update(author.name for author in self.facts.author)
        self.people = People(
            profile.people,
            self.survey.labels,
            names,
            known=facts.person,
            lists=self.survey.lists,
            stretches=self.survey.stretches,
            strays=self.survey.vocabulary.strays(),
            doubted=self.survey.learnt.doubts,
            posts=self.survey.posts,
        )
        if self.survey.vocabulary.whole:
            self.people.count_mentions(self.survey.vocabulary.capitals(), self.survey.vocabulary.small)
        #: That of the profile; a profile for any language leaves it to the text, where its small words are clear.
        self.language = profile.language or Tongue(source.sample()).best()
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
        known = [*self.people.records(), *self.survey.learnt.records()]
        yield self.head, "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in known)
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
        yield f"{''.join(xml)}</text>\n{register(walk.votes)}</TEI>\n", "".join(records)

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
            sessions=self.survey.sessions,
            speeches=self.survey.speeches,
            date=self.date,
            language=self.language,
            persons=self.people.persons,
            printed=self.printed,
            calendars=("gregorian", "julian") if self.survey.styles.seen else ("gregorian",),
        )
        language = self.facts.language or self.language or "und"
        return (
            f'{_MODELS}<TEI xmlns="{NAMESPACE}" xml:id="{_ascii_id(self.source.name)}" xml:lang="{language}">\n'
            f"{build_header(self.facts, context)}<text>"
        )

    def _walk(self) -> Walk:
        authors = [self.people.known(author.name) for author in self.facts.author]
        year = int(self.facts.date[:4]) if self.facts.date[:4].isdigit() else None
        small = self.profile.connectives
        dates = Dates(self.facts.calendar, year, self.profile.months, small, self.profile.eras)
        steps = Steps(
            self.profile.steps, self.survey.vocabulary, self.people, self.survey.layout != "lines", small
        )
        return Walk(self.profile, self.people, self.survey, steps, dates, " ".join(f"#{one}" for one in authors if one))

    def _blocks(self, window: Window, walk: Walk) -> Iterator[tuple[list[Annotation], list[Decision], int]]:
        """Yield the annotations and decisions of each block, and where the block ends."""
        found, rules = self.survey, self.profile.block_rules
        line, at = 1, 0
        for number, index in enumerate(found.rules):
            start, end = found.starts[number], found.ends[number]
            text = window.slice(at, end)
            blank = text.count("\n", 0, start - at)
            line += blank
            rule = rules[index] if index >= 0 else None
            block = Block(text[start - at :], window.folded(start, end), start, end, line, rule)
            block.indent = start - at - 1 - text.rfind("\n", 0, start - at) + block.lead
            line += block.raw.count("\n")
            at = end
            if number in (0, found.body, found.back):
                walk.turn(FRONT if number < found.body else BODY if number < found.back else BACK)
            coming = found.rules[number + 1] if number + 1 < len(found.rules) else PLAIN
            walk.coming = rules[coming] if coming >= 0 else None
            walk.take(block, index, blank - 1 if number else 0)  # no page ends before the first
            if number in found.parts:
                for one in walk.done:
                    if one.element == "l":
                        one.attrs["part"] = found.parts[number]
            yield walk.done, block.decisions, end
        yield walk.end(), [], self.source.characters


def _ascii_id(name: str) -> str:
    stem = re.sub(r"[^A-Za-z0-9_]+", "-", name.rpartition(".")[0] or name).strip("-")
    return f"text-{stem}".rstrip("-")  # the prefix keeps it apart from the ids inside the file
