"""The walk: from block to block with what is open and known so far, until every element knows its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable

from tei_encoder.encode.blocks import Block, Ids
from tei_encoder.encode.business import Business
from tei_encoder.encode.dates import Dates
from tei_encoder.encode.labels import is_state
from tei_encoder.encode.links import Links
from tei_encoder.encode.names import without_spans
from tei_encoder.encode.nesting import Nesting
from tei_encoder.encode.outline import Outline, State
from tei_encoder.encode.people import People
from tei_encoder.encode.steps import Steps
from tei_encoder.encode.survey import Survey
from tei_encoder.encode.votes import Vote, side_with_outcome
from tei_encoder.model.annotation import OPEN, Annotation
from tei_encoder.rules.pattern import fold
from tei_encoder.rules.rule import Container, Profile, Rule

#: Characters before a record in its paragraph in which it may be said what it is about.
_SAID_BEFORE = 1000

#: What a meeting decides: types of ``note`` that say what they are about.
_RECORDS = frozenset(["vote", "decision", "election"])

#: Types of ``quote`` that hold several things to be decided on one by one.
_SEVERAL = frozenset(["motion", "amendment"])

#: What a label may hold: a speech of nothing else is hollow.
_LABELS = frozenset(["sp", "speaker", "seg", "roleName", "persName", "placeName"])
#: So many persons may move something together; where a record names more, they have voted.
_MOVERS = 2

#: The printed number of one of them.
_NUMBERED = re.compile(r"[\"']?(\d{1,2})[.)]\s")


class Walk:
    """Goes from block to block with what is open: divisions, a speech, a list; and with what is known so far."""

    def __init__(
        self, profile: Profile, people: People, found: Survey, steps: Steps, dates: Dates, author: str
    ) -> None:
        self.ids = Ids()
        self.counts: Counter[str] = Counter()
        self.done: list[Annotation] = []
        self._profile = profile
        self._outline = Outline(profile.block_rules, profile.inline_rules)
        self._people = people
        self._links = Links(found.notes)
        self._steps = steps
        self._dates = dates
        self._nesting = Nesting()
        self._turns = found.turns
        self._business = Business(profile.business)
        self._speech = 0
        self._author = author  # who speaks where nobody is named
        self._reporter = ""  # who speaks under a heading that names somebody
        self._before: Annotation | None = None  # the speech that was open when the block began
        self._now: Annotation | None = None  # the speech that is open
        self.coming: Rule | None = None  # the rule of the next block
        self.votes: list[Vote] = []
        self._ballot: Annotation | None = None  # the vote that goes on over several blocks
        self._figures: list[dict[str, str]] = []  # its figures so far
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
        self._nesting.leave()

    def take(self, block: Block, rule: int, blank_before: int) -> None:
        """Annotate a block and put it where it belongs: ``done`` then holds what it makes and what it opens."""
        assert self._state is not None
        lists = 0
        if block.rule is not None and block.rule.item:
            lists = self._nesting.place(block.number, block.indent, block.folded)
        elif block.rule is None or not block.rule.floats:
            self._nesting.leave()
        step = self._outline.step(self._state, rule, lists)
        self._before = self._now
        block.annotate(self._profile, self.ids, step, self._links, self._dates)
        self._steps.take(block, blank_before)
        if not step.close and not step.open and self._frame is None and block.before is None:
            if block.rule is None or not block.rule.floats:
                self._hollow = None
            self._state = step.state
            self._interpret(block)
            self.done = block.annotations
            self._leave(block, step.after)
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
        if block.before is not None:
            self.done.insert(len(self._closed), block.before)
        self._closed = []
        self._leave(block, step.after)

    def _leave(self, block: Block, after: int) -> None:
        """Remember what the next block must know of this one; close what ends with it."""
        self._last = block.end
        self._close(after)

    def end(self) -> list[Annotation]:
        """Close everything; return what is still to be written."""
        self._close(len(self._open))
        return self._closed

    def _close(self, count: int) -> None:
        for _ in range(count):
            one = self._open.pop()
            one.end = self._last
            if one is self._now:
                self._now = None
            if one is self._ballot:
                self.votes.append(Vote.of(one.attrs, self._figures))
                self._ballot = None
            if one is self._hollow:
                # TEI wants something in a speech besides its speaker, even when the record has nothing.
                self._closed.append(Annotation(self._last, self._last, "p", rule=one.rule, within=one))
                self._hollow = None

    def _identify(self, one: Annotation, box: Container) -> None:
        if one.element == "quote" and self._state and self._state.announced in _SEVERAL | {"resolution"}:
            one.attrs["type"] = self._state.announced
        if box.identify:
            name = self.ids.new(one.attrs["type"] if one.element == "quote" else box.identify)
            number = {"n": name.rpartition(".")[2]} if one.element == "div" and "n" not in one.attrs else {}
            one.attrs = {"xml:id": name, **one.attrs, **number}
        source = _id(self._now) or self._business.told
        if one.element == "quote" and source:
            one.attrs["source"] = f"#{source}"
        if box.key == "note.vote":
            self.counts["vote"] += 1
            self._ballot, self._figures = one, []
            self._relate(one, self._business.decided("", before=_id(self._before), figures=True))
        if box.key == "note.decision":  # its points say what it is about
            self._business.decided(":", before=_id(self._before), states=True)
        if one.element == "quote":
            self._business.quoted(_id(one), one.attrs.get("type", ""), _id(self._before))
        if one.element == "div":
            self._reporter = ""
            if box.level == 1:
                self._people.begin_division()
                self._business.begin_sitting()

    def _interpret(self, block: Block) -> None:
        """Let people, numbers and links say what they know about the elements of a block."""
        gap: Annotation | None = None
        labelled = False
        if block.annotations[0].attrs.get("type") == "chair":
            self._people.chair, self._people.office = (), ""
        if block.rule is not None and block.rule.appoints:
            if block.rule.appoints == "respondent":  # with another witness the questions begin anew
                self._people.asking.clear()
            self._people.asking[block.rule.appoints] = ()
        if block.opened is not None and block.opened.element == "sp":
            self._now = block.opened
        for one in block.annotations:
            match one.element:
                case "speaker" | "roleName" if block.opened is not None and not labelled:
                    name = _name_in(one, block)
                    inner = [two for two in block.annotations if two.element == "seg" and name.holds(two)]
                    spans = [(two.start - name.start, two.end - name.start) for two in inner]
                    self._people.speaks(block.opened, without_spans(block.text(name), spans))
                    labelled = True
                case "persName":
                    role = self._named(block, one)
                    own = block.rule is not None and one.rule == block.rule.id
                    if role and own and block.opened is not None and not labelled:
                        self._people.speaks(block.opened, block.text(one))
                        labelled = True
                case "role":
                    person, cert = self._people.find(block.text(one))
                    if person:
                        one.attrs |= {"corresp": f"#{person}"} | ({"cert": cert} if cert else {})
                case "said" if "who" in one.attrs:
                    self._people.interjects(one)
                case "stage":
                    self.counts["stage"] += 1
                case "note" if one.attrs.get("type") == "vote":
                    self.counts["vote"] += 1
                case "measure" if self._ballot is not None:
                    self._figures.append(one.attrs)
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
            if all(one.element in _LABELS for one in block.annotations):
                self._hollow = block.opened
        self._count(block)
        self._transact(block)

    def _count(self, block: Block) -> None:
        """Name each of several quoted motions by its printed number, so that a vote can point to it."""
        if block.rule is None or not block.rule.inside or block.rule.inside[0].element != "quote":
            return
        quote = next(one for one in self._open if one.element == "quote")
        number = _NUMBERED.match(block.folded)
        alone = sum(one.element == "list" for one in self._open) < 2  # no list inside an item
        if number and alone and quote.attrs.get("type") in _SEVERAL:
            one = next(one for one in block.annotations if one.element in ("p", "item"))
            name = f"{_id(quote)}.{number[1]}"
            if self._business.counted(number[1], name):
                one.attrs = {"xml:id": name, **one.attrs}

    def _transact(self, block: Block) -> None:
        """Remember what is proposed; say of votes, decisions and elections what they are about; register the votes."""
        opened = block.opened.element if block.opened is not None else ""
        records = [one for one in block.annotations if one.element == "note" and one.attrs.get("type") in _RECORDS]
        if opened == "sp" and block.opened is not None:
            ends = {one.element: one.end for one in reversed(block.annotations)}
            label = ends.get("speaker", block.start + block.lead)
            if "speaker" not in ends and "#reported" in block.opened.attrs.get("ana", ""):
                label = ends.get("persName", label)  # it begins with the name: "Bro. Hay moved that …"
            who = block.opened.attrs.get("who", "").split()
            self._business.speech(_id(block.opened), who, block.folded[label - block.start - block.lead :].lstrip())
        elif opened == "div" and block.opened is not None:
            self._business.heading(_id(block.opened), block.folded)
        elif (self._motion_in(block) or not records) and self._now is None and block.annotations[0].element == "p":
            self._business.narrated(block.folded, _named_in(block), _id(self._before), self._motion_in(block))
        if records:
            self._record(block, records)

    def _record(self, block: Block, records: list[Annotation]) -> None:
        """Say of the votes, decisions and elections of a block what they are about, in their order; register the votes.

        What a record is about may be said before it in the paragraph.
        """
        base = block.start + block.lead
        named, measures = _standing(block, "persName"), _standing(block, "measure")
        for one in sorted(records, key=lambda record: record.start):
            if one.attrs["type"] == "election":
                self._relate(one, self._business.elected())
            else:
                first = one is block.annotations[0]
                since = max(base, one.start - _SAID_BEFORE)
                text = block.folded[since - base : one.end - base]
                persons = [name.attrs["ref"] for name in named(since, one.end) if "ref" in name.attrs]
                if len(persons) > _MOVERS or (one.attrs["type"] == "vote" and not measures(one.start, one.end)):
                    persons = []  # they have voted, not moved
                around, before = ("", _id(self._before)) if first else (self._motion_in(block) or _id(self._now), "")
                figures = one.attrs["type"] == "vote"
                states = "ana" in one.attrs
                target = self._business.decided(text, persons, around, before, figures, states)
                self._relate(one, target or self._announced_by(block))
                if figures:
                    counted = [it.attrs for it in measures(one.start, one.end)]
                    side_with_outcome(one.attrs, counted)
                    self.votes.append(Vote.of(one.attrs, counted))

    @staticmethod
    def _motion_in(block: Block) -> str:
        """Return the id of a paragraph of the minute-taker that tells a motion, or ""."""
        first = block.annotations[0]
        name = first.attrs.get("xml:id", "") if first.element == "p" else ""
        return name if name.startswith("motion.") and name.count(".") == 1 else ""

    def _announced_by(self, block: Block) -> str:
        """Return the id of the quotation directly behind a record that ends with a colon ("Adopted:"), or ""."""
        box = self.coming.inside[0] if self.coming is not None and self.coming.inside else None
        if box is None or box.element != "quote" or not box.identify or not block.folded.rstrip().endswith(":"):
            return ""
        return self.ids.coming(box.identify)

    @staticmethod
    def _relate(record: Annotation, target: str) -> None:
        """Point a vote, decision or election to what it is about, if that is known."""
        if target:
            record.attrs["corresp"] = f"#{target}"

    def _begin_speech(self, speech: Annotation, labelled: bool, made: list[Annotation]) -> None:
        """Say of a speech what comes from its place: who speaks if no label says so, and what it goes on from."""
        self._speech += 1
        speech.attrs.update(self._turns.links(self._speech))
        if self._speech in self._turns.interrupting:
            speech.attrs["ana"] = f"{speech.attrs.get('ana', '')} #interrupting".strip()
        if not labelled:
            named = next((one.attrs["ref"] for one in made if one.element == "persName" and "ref" in one.attrs), "")
            who = named or self._reporter or self._author
            if speech.attrs.get("ana") == "#chair":
                who = " ".join(f"#{one}" for one in self._people.chair)
            if who:
                speech.attrs["who"] = who

    def _named(self, block: Block, name: Annotation) -> bool:
        """Point a name to its person; say whether it is a role, and no name."""
        if self._people.is_role(block.text(name)):
            name.element = "orgName" if is_state(fold(block.text(name)), self._profile.people) else "roleName"
            if block.annotations[0].attrs.get("type") == "chair" and len(self._people.presiding) == 1:
                self._people.chair = tuple(self._people.presiding)  # "The President took the chair": there is one
            return True
        size = name.end - name.start
        block.lengthen(name, self._people.reach(block.folded[name.start - block.start - block.lead :], size) - size)
        two = self._people.parted(block.text(name))
        if two is not None:
            block.part(name, two.end, two.start, two.cert, "lost-comma")
        person = self._people.named(name, block.text(name))
        if person and block.opened is not None and block.opened.element == "div":
            self._reporter = f"{self._reporter} #{person}".strip()
        if person and block.is_own(name) and block.annotations[0].attrs.get("type") == "chair":
            self._people.chair = (*self._people.chair, person)
        if person in self._people.presiding and block.annotations[0].attrs.get("type") == "attendance":
            self._people.chair = (person,)
        if person and block.rule is not None and block.rule.appoints:
            asking = self._people.asking
            asking[block.rule.appoints] = (*asking.get(block.rule.appoints, ()), person)
        return False


def _id(one: Annotation | None) -> str:
    """Return the ``xml:id`` of an annotation, or ""."""
    return one.attrs.get("xml:id", "") if one is not None else ""


def _named_in(block: Block) -> list[str]:
    """Return the pointers to the persons whom a block names."""
    return [one.attrs["ref"] for one in block.annotations if one.element == "persName" and "ref" in one.attrs]


def _standing(block: Block, element: str) -> Callable[[int, int], list[Annotation]]:
    """Return what finds the elements of one kind between two offsets of a block, in the order of the text."""
    found = sorted((one for one in block.annotations if one.element == element), key=lambda one: one.start)
    starts = [one.start for one in found]
    return lambda start, end: [
        one for one in found[bisect_left(starts, start) : bisect_left(starts, end)] if one.end <= end
    ]


def _name_in(label: Annotation, block: Block) -> Annotation:
    """Return what in a label is the name, if the label's own rule says so, else all of the label."""
    inside = (one for one in block.annotations if one.element == "persName" and one.rule == label.rule)
    return next((one for one in inside if label.holds(one)), label)
