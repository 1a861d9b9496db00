"""One decision, told: which rule, from which characters, how sure; what else was tried, and why it did not match."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import sidecar_beside
from tei_encoder.encode.outline import Outline, State
from tei_encoder.encode.steps import STEPS
from tei_encoder.model.annotation import Annotation, Decision, name_of
from tei_encoder.model.errors import printable
from tei_encoder.model.person import CERTAINTIES
from tei_encoder.rules.load import filler
from tei_encoder.rules.near import Nearness
from tei_encoder.rules.pattern import BLANK, fold
from tei_encoder.rules.rule import Rule

NO_RULE = "No rule recognised this block; it stays a plain paragraph and is counted."

#: The layers whose decisions say what a whole block is.
_OF_BLOCKS = ("division", "block")


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule that was not chosen, and why."""

    rule: str
    why_not: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One decision, told: ``line``/``column`` are 1-based, ``text`` is what the rule claimed.

    ``start`` and ``end`` are the offsets of that text in the source (code points from 0, half-open). ``evidence`` says
    what the text shows of a label that was learnt from it.
    """

    source: str
    line: int
    column: int
    start: int
    end: int
    layer: str
    rule: str
    why: str
    pattern: str
    profile: str
    stands_in: str
    text: str
    groups: dict[str, str]
    made: list[str]
    cert: str
    doubt: str
    evidence: str
    tried: list[Tried]
    decision: Decision = field(repr=False, compare=False)

    def record(self) -> dict[str, object]:
        """Return the explanation as an object for ``--json``."""
        told = {name: getattr(self, name) for name in self.__slots__ if name not in ("tried", "decision")}
        return {**told, "tried": [asdict(one) for one in self.tried]}


class Telling:
    """Tells the decisions of one document, from the first to the last."""

    def __init__(self, document: Document, profile: str, why: tuple[str, ...] = ()) -> None:
        """``profile`` is the id or the file of the profile that the document is encoded with, ``why`` the signs for it.

        Raises ProfileError.
        """
        self.why = why
        self.text = document.source.text()
        self.document = document
        self._nearness = Nearness(filler(profile))
        self._outline = Outline(document.profile.block_rules)

    def made_from(self) -> list[Path]:
        """Return the files that the document is made from: its source, its profile, what is known about it."""
        source = self.document.source.path
        facts = [source, sidecar_beside(source)] if source else []
        return [one for one in facts if one] + [Path(name) for name in self.document.profile.files]

    def decisions(self) -> Iterator[tuple[Decision, State]]:
        """Yield each decision in the order of the text, with what was open before the block it is about."""
        begun = iter(self.document.survey.rules)
        state = before = self._outline.root()
        for decision in self.document.decisions():
            if decision.layer in _OF_BLOCKS:
                before = state
                state = self._outline.step(state, next(begun)).state
            yield decision, before

    def told(self, decision: Decision, state: State) -> Explained:
        """Return one decision with its reasons; ``state`` is what was open before its block."""
        text = self.text
        profile = self.document.profile
        rule = profile.rule(decision.rule) if decision.rule else None
        cert = max(decision.cert, *_certs(decision.made), key=CERTAINTIES.index)
        doubted = [name_of(one) for one in decision.made if one.attrs.get("cert", "") == cert != decision.cert]
        return Explained(
            source=self.document.source.name,
            line=decision.line,
            column=decision.start - text.rfind("\n", 0, decision.start),
            start=decision.start,
            end=decision.end,
            layer=decision.layer,
            rule=decision.rule,
            why=rule.why if rule else STEPS.get(decision.rule, NO_RULE),
            pattern=rule.written if rule else "",
            profile=profile.id,
            stands_in=f"{Path(rule.origin[0]).name}:{rule.origin[1]}" if rule else "",
            text=text[decision.start : decision.end],
            groups={name: text[start:end] for name, (start, end) in decision.groups.items()},
            made=[name_of(one) for one in decision.made],
            cert=cert,
            doubt=f"said of {', '.join(doubted)}" if doubted else rule.doubt if rule else "",
            evidence=self.document.survey.learnt.why(self._label(rule, decision)) if rule and rule.learnt else "",
            tried=self._tried(decision, state) if decision.layer in _OF_BLOCKS else [],
            decision=decision,
        )

    def _label(self, rule: Rule, decision: Decision) -> str:
        """Return the label that a rule finds at the beginning of a block; "" for none."""
        seen = fold(self.text[decision.start : decision.end]).replace("\n", " ").lstrip(BLANK)
        match = rule.pattern.at_start(seen)
        return seen[slice(*match.groups.get("speaker", (0, 0)))] if match else ""

    def _lacks(self, rule: Rule, decision: Decision, late: bool) -> str:
        """Say what a rule whose pattern matches a block lacks besides; "" for nothing.

        ``late``: it stands behind the rule that was chosen, so that nobody asked for the shape it needs.
        """
        learnt = self.document.survey.learnt
        label = self._label(rule, decision) if rule.learnt else ""
        if label and not learnt.knows(label):
            return f"the text shows no such label: {learnt.why(label)}"
        return f"the block is not {rule.needs}" if rule.needs and not late else ""

    def _tried(self, decision: Decision, state: State) -> list[Tried]:
        """Say of every block rule but the chosen one why it was not chosen; those that came nearest first."""
        seen = fold(self.text[decision.start : decision.end]).replace("\n", " ").lstrip(BLANK)
        profile = self.document.profile
        hits = set(profile.block_set.matching(seen.encode()))
        told: list[tuple[float, Tried]] = []
        chosen = False
        for index, rule in enumerate(profile.block_rules):
            if rule.id == decision.rule:
                chosen = True
            elif index in hits and rule.joins and not rule.makes:  # such a rule matches nearly everything
                told.append((0.0, Tried(rule.id, "matches, but only joins a line to the block directly before it")))
            elif index in hits and index not in state.possible:
                told.append((2.0, Tried(rule.id, f"matches, but {_context(rule, state)}")))
            elif index in hits and (lacks := self._lacks(rule, decision, chosen)):
                told.append((2.5, Tried(rule.id, f"matches, but {lacks}")))
            elif index in hits:
                order = "a rule before it matched" if chosen else "it was passed over"
                told.append((3.0, Tried(rule.id, f"matches too, but {order}")))
            else:
                near = self._nearness.of(rule.written, seen)
                if near.fits:
                    told.append((near.share, Tried(rule.id, f"fits {near.fits[-40:]!r}, then wants {near.wants}")))
                else:
                    told.append((0.0, Tried(rule.id, f"does not fit at the beginning: wants {near.wants}")))
        return [one for _, one in sorted(told, key=lambda item: -item[0])]


def _certs(made: list[Annotation]) -> list[str]:
    """Return how sure the encoder is of each of these: a part may be less certain than the rule."""
    return ["", *(one.attrs.get("cert", "") for one in made)]


def _context(rule: Rule, state: State) -> str:
    where = " or ".join(rule.where) if rule.where else ""
    if where:
        return f"it applies only inside {where}"
    return f"it does not apply inside {' or '.join(sorted(state.names & rule.not_in))}"


def printed(explained: Explained) -> str:
    """Return an explanation for people: the decision, and the five rules that came nearest."""
    told = explained
    lines = [
        f"{told.source}:{told.line}:{told.column}: {told.layer} rule {told.rule}"
        if told.rule
        else f"{told.source}:{told.line}:{told.column}: no rule",
        f"  why       {told.why}",
        f"  text      {json.dumps(_shortened(told.text), ensure_ascii=False)}",
        f"  made      {', '.join(told.made)}",
    ]
    for name, value in told.groups.items():
        lines.append(f"  {name:<9} {json.dumps(_shortened(value), ensure_ascii=False)}")
    if told.pattern:
        lines.append(f"  pattern   {told.pattern}")
        lines.append(f"  in        {told.stands_in}")
        lines.append(f"  certainty {told.cert or 'no doubt is stated'}" + (f": {told.doubt}" if told.doubt else ""))
    if told.evidence:
        lines.append(f"  label     {told.evidence}")
    if told.tried:
        lines.append("  also tried, the nearest first:")
        lines += [f"    {one.rule:<24} {one.why_not}" for one in told.tried[:5]]
    return "".join(f"{printable(line)}\n" for line in lines)


def _shortened(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:80]} … {text[-35:]}"
