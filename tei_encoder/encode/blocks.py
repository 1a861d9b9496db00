"""From a block and its rule to annotations: the rule's elements, what inline rules find, and full cover of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from tei_encoder.encode.dates import Dates
from tei_encoder.encode.ground import Ground
from tei_encoder.encode.links import Links
from tei_encoder.encode.numbers import quantify
from tei_encoder.encode.outline import Step
from tei_encoder.encode.rows import Rows
from tei_encoder.model.annotation import Annotation, Decision
from tei_encoder.model.tei import ELEMENT_ONLY, NAMING, VOICED
from tei_encoder.rules.pattern import BLANK, BLANKS, Match, Span, fold
from tei_encoder.rules.rule import Profile, Rule, Wrap

_XML_SPACE = " \t\n"


#: Elements whose date is that of the part below.
_HEADS = frozenset(["head", "docDate", "dateline"])

#: The span of a group that took no part in a match.
_NOWHERE = (0, 0)


class Ids:
    """Hands out ``vote.1``, ``vote.2`` … in document order."""

    def __init__(self) -> None:
        self._last: Counter[str] = Counter()

    def new(self, kind: str) -> str:
        """Return the next id of a kind."""
        self._last[kind] += 1
        return f"{kind}.{self._last[kind]}"

    def coming(self, kind: str) -> str:
        """Return the id that the next of a kind will have."""
        return f"{kind}.{self._last[kind] + 1}"


class Block:
    """One block of the source while it is being annotated.

    ``raw`` is the text from ``start``, ``end`` offsets in the source; ``folded`` is what rules see of it (line ends as
    spaces, blanks at the beginning left out: ``lead`` of them).
    """

    __slots__ = (
        "_breaks", "_dates", "_ids", "_links", "_made_by_rule", "_names", "_profile", "_taken", "_within",
        "annotations", "before", "data", "decisions", "end", "folded", "indent", "lead", "line", "opened", "raw",
        "rule", "start",
    )  # fmt: skip

    def __init__(self, raw: str, folded: str, start: int, end: int, line: int, rule: Rule | None) -> None:
        self.raw = raw
        self.start = start
        self.end = end
        self.line = line
        self.rule = rule
        self.lead = len(folded) - len(folded.lstrip(BLANK))
        self.folded = folded.strip(BLANK)
        self.data = self.folded.encode()
        self.annotations: list[Annotation] = []
        self.decisions: list[Decision] = []
        self._made_by_rule: list[Annotation] = []
        self._taken = Ground()
        self._within = Ground()  # what steps have taken within votes and decisions
        self._breaks: list[int] | None = None  # where its lines end, once somebody has asked
        self.indent = 0  # blanks before it on its line
        self.opened: Annotation | None = None  # the sp, div or item that this block begins
        self.before: Annotation | None = None  # an empty element in the blank before the block

    def text(self, one: Annotation) -> str:
        """Return the source text of an annotation of this block."""
        return self.raw[one.start - self.start : one.end - self.start]

    @property
    def number(self) -> str:
        """The printed number of an item."""
        match = self.rule.pattern.at_start(self.folded) if self.rule else None
        return self.folded[slice(*match.groups["label"])] if match and "label" in match.groups else ""

    def annotate(self, profile: Profile, ids: Ids, step: Step, links: Links, dates: Dates) -> None:
        """Make the annotations: first those of the block's own rule, then what inline rules find in it.

        ``step`` says what is open around the block; ``links`` knows which notes are expected, ``dates`` which year it
        is.
        """
        self._profile = profile
        self._ids = ids
        self._names = step.names
        self._links = links
        self._dates = dates
        self._own()
        self._made_by_rule = self.annotations[:]
        self._inline(step.applying)
        self._number()

    def add(
        self,
        element: str,
        step: str,
        start: int,
        end: int,
        attrs: dict[str, str] | None = None,
        correction: tuple[str, dict[str, str], str] | None = None,
    ) -> None:
        """Add what a step has found (see ``steps.py``), unless something stands there already."""
        over = self._taken.over(start, end)
        # A vote or a decision within a paragraph names persons, too.
        if self._within.over(start, end) or not all(made and made[0].element == "note" for made in over):
            return
        if not _may_stand(start, end, element, [*self._made_by_rule, *(one for made in over for one in made)]):
            return
        made = Annotation(start, end, element, attrs or {}, step, correction)
        (self._within if over else self._taken).take(start, end, [made])
        self.annotations.append(made)
        line = self._line_of(start)
        self.decisions.append(Decision(step, "step", line, start, end, [made], {}, made.attrs.get("cert", "")))

    def enclose(self, element: str, step: str, start: int, end: int, attrs: dict[str, str]) -> None:
        """Put an element around one of a step that has the same span, unless it stands in one of its kind already."""
        inner = next((one for one in self.annotations if (one.start, one.end) == (start, end) and one.correction), None)
        if inner is None or any(one.element == element and one.holds(inner) for one in self.annotations):
            return
        made = Annotation(start, end, element, attrs, step)
        self.annotations.insert(self.annotations.index(inner), made)
        line = self._line_of(start)
        self.decisions.append(Decision(step, "step", line, start, end, [made], {}, attrs.get("cert", "")))

    def lengthen(self, one: Annotation, more: int) -> None:
        """Let an element end ``more`` characters further on, unless it would then cross another."""
        end = one.end + more
        others = (other for other in self.annotations if other is not one) if more else ()
        if not any(other.start < end and one.end <= other.end < end for other in others):
            one.end = end

    def part(self, one: Annotation, end: int, start: int, cert: str, step: str) -> None:
        """Make two elements of one, the second by ``step``.

        The first ends at ``end``, the second begins at ``start``: offsets from the beginning of ``one``.
        """
        base, element = one.start, one.element
        second = Annotation(base + start, one.end, element, {"cert": cert}, step)
        one.end = base + end
        one.attrs["cert"] = cert
        self.annotations.insert(self.annotations.index(one) + 1, second)
        line = self._line_of(second.start)
        self.decisions.append(Decision(step, "step", line, second.start, second.end, [second], {}, cert))

    def _own(self) -> None:
        rule = self.rule
        if rule is None:
            self.annotations.append(Annotation(self.start, self.end, "p"))
            self.decisions.append(Decision("", "block", self.line, self.start, self.end, self.annotations[:], {}))
            return
        base = self.start + self.lead
        at_start = rule.pattern.at_start
        match = at_start(self.folded, base)
        rows: list[tuple[Rule, Match, int]] = []
        first = self.raw[self.lead :].partition("\n")[0] if "\n" in self.raw else ""
        kind = rule.wrap.attrs.get("type") if first else ""
        if match is None or kind == "vote" or (kind == "election" and first.rstrip().endswith(":")):
            match, rows = self._in_rows(rule, match, base)
        if rule.opens is not None:
            self.opened = self._make(rule.wrap, base, self.end, match, rule)
        elif rule.wrap.element:
            self._make(rule.wrap, base, self.end, match, rule)
        last = self._groups(rule, match, base)
        for joiner, found, begin in rows:
            self._groups(joiner, found, base + begin)
        own = rule.wrap.element if not rule.wrap.insert else ""
        holds_text = rule.opens is None and own and own not in ELEMENT_ONLY
        if rule.rest.element:
            self._rest(rule, last, match, whole=not holds_text)
        if not holds_text:
            self._cover(base)
        if rule.inserts:
            self.annotations.sort(key=lambda one: one.start == one.end)  # the block's own element comes first
        if rule.item is not None:
            self.opened = next(one for one in self.annotations if one.element == "item")
        if self.lead and self.raw[: self.lead].strip(_XML_SPACE):
            for one in self.annotations:
                if one.start == base:
                    one.start = self.start
        cert = rule.wrap.attrs.get("cert", "")
        made = self.annotations[:]
        self.decisions.append(Decision(rule.id, rule.layer, self.line, self.start, self.end, made, match.groups, cert))

    def is_own(self, one: Annotation) -> bool:
        """Say whether the rule of the block, or one that joined a row to it, has made an annotation."""
        return any(one is made for made in self._made_by_rule)

    def _in_rows(self, rule: Rule, match: Match | None, base: int) -> tuple[Match, list[tuple[Rule, Match, int]]]:
        """Match a rule that recognised the first row of a block, and those that joined further rows to it.

        A ``match`` over all of a vote (an election) counts only where not each row has a figure (a name) of its own.
        Without rules for the further rows, they go with the last piece of the first.
        """
        rows = Rows(self.raw[self.lead :], self.folded)
        joiners = [one for one in self._profile.block_rules if rule.id in one.joins and one.groups]
        if match is not None and not rows.all_match(rule, joiners):
            return match, []
        first = rows.first(rule, base)
        if joiners or first is None:
            return first or Match((base, base), {}), list(rows.after(joiners, base))
        last, whole = max((end for _, end in first.groups.values()), default=0), base + len(self.folded)
        groups = {name: (at, whole if end == last else end) for name, (at, end) in first.groups.items()}
        return Match((base, whole), groups), []

    def _inline(self, applying: frozenset[int]) -> None:
        """Add what the inline rules find: a rule that stands earlier in the profile has the first claim."""
        hits = [hit for hit in self._profile.inline_set.matching(self.data) if hit in applying]
        if not hits:
            return
        base = self.start + self.lead
        for hit in hits:
            rule = self._profile.inline_rules[hit]
            wanted = rule.wrap.element or (rule.groups[0][1].element if rule.groups else "")
            for match in rule.pattern.anywhere(self.folded, base):
                start, end = _claimed(rule, match)
                if rule.needs == "note" and not self._links.expects(self.raw[start - self.start : end - self.start]):
                    continue
                if rule.needs == "unquoted" and self.folded.count('"', 0, start - base) % 2:
                    continue
                if self._taken.over(start, end) or not _may_stand(start, end, wanted, self._made_by_rule):
                    continue
                before = len(self.annotations)
                if rule.wrap.element:
                    self._make(rule.wrap, start, end, match, rule)
                self._groups(rule, match, base)
                made = self.annotations[before:]
                self._taken.take(start, end, made)
                line = self._line_of(start)
                cert = rule.wrap.attrs.get("cert", "")
                self.decisions.append(Decision(rule.id, "inline", line, start, end, made, match.groups, cert))

    def _number(self) -> None:
        """Give the ids that inline rules have made, rule by rule, in the order of the text."""
        kinds: dict[str, list[Annotation]] = {}
        for one in self.annotations[len(self._made_by_rule) :]:
            if "xml:id" in one.attrs:
                kinds.setdefault(one.attrs["xml:id"].rpartition(".")[0], []).append(one)
        for made in kinds.values():
            ids = [one.attrs["xml:id"] for one in made]
            for one, new in zip(sorted(made, key=lambda one: one.start), ids, strict=True):
                one.attrs["xml:id"] = new

    def _line_of(self, offset: int) -> int:
        """Return the line (1-based) of an offset in the block."""
        if self._breaks is None:
            self._breaks = [at for at, one in enumerate(self.raw) if one == "\n"] if "\n" in self.raw else []
        return self.line + bisect_left(self._breaks, offset - self.start)

    def _groups(self, rule: Rule, match: Match, last: int) -> int:
        """Annotate the wrapped groups; return where (offset in the source) the last of them ends, or ``last``."""
        for name, wrap in rule.groups:
            start, end = match.groups.get(name, _NOWHERE)
            if start == end:
                continue
            if wrap.element:
                self._make(wrap, start, end, match, rule)
            if end > last and not wrap.insert:
                last = end
        return last

    def _rest(self, rule: Rule, last: int, match: Match, whole: bool) -> None:
        rest = self.raw[last - self.start :]
        skipped = len(rest) - len(rest.lstrip(_XML_SPACE)) if whole else 0
        if not rest.strip(BLANKS) and rule.rest.element != "item":  # a label in a list needs its item
            return
        self._make(rule.rest, last + skipped, self.end, match, rule)

    def _cover(self, base: int) -> None:
        """See that no text stands directly in an element that may hold elements only.

        No-break spaces join the piece before them (or the first one); words that a rule forgot become a ``p``.
        """
        pieces = [one for one in self.annotations if one is not self.opened and one.start != one.end]
        at, before = base, None
        for piece in [*pieces, None]:
            if piece is not None and piece.start < at:
                continue  # stands inside the piece before it
            until = piece.start if piece is not None else self.end
            gap = self.raw[at - self.start : until - self.start] if at < until else ""
            if gap and gap.strip(_XML_SPACE):
                if gap.strip(BLANKS):
                    odd = Annotation(at, until, "p", rule=self.rule.id if self.rule else "")
                    self.annotations.append(odd)
                    before = odd
                elif before is not None:
                    for one in pieces:
                        if one.end == before.end and one.start >= before.start:
                            one.end = until
                elif piece is not None:
                    piece.start = at
            if piece is not None:
                before, at = piece, piece.end

    def _make(self, wrap: Wrap, start: int, end: int, match: Match, rule: Rule) -> Annotation:
        made = Annotation(start, end, wrap.element, {**wrap.attrs}, rule.id, wrap.correct)
        self.annotations.append(made)
        if wrap.date:
            text = fold(self.text(made)).replace("\n", " ")
            made.attrs.update(self._dates.read(text, heading=not _HEADS.isdisjoint(self._names)))
        if wrap.templates:
            self._insert(made, match)
        if wrap.identify:
            made.attrs = {"xml:id": self._ids.new(wrap.identify), **made.attrs}
        if wrap.number:
            aid = quantify(made, self.text(made), self._profile.numbers, self._profile.connectives.also)
            if aid is not None:
                self.annotations.append(aid)
            elif not {"quantity", "min"} & made.attrs.keys():
                self.annotations.remove(made)  # no figure after all: nothing to measure
        elif wrap.element == "persName" and self._profile.numbers.get(self.text(made).strip(" .").lower()) == 0:
            self.annotations.remove(made)  # "Absent: None" names nobody
        if wrap.insert:
            made.start = made.end = start if wrap.insert == "before" else end
        return made

    def _insert(self, one: Annotation, match: Match) -> None:
        """Put what groups matched in the place of ``{group}`` in the attributes; without it the attribute goes."""
        base = self.start + self.lead
        for name, value in list(one.attrs.items()):
            for group, (start, end) in match.groups.items():
                text = self.folded[start - base : end - base].strip(BLANK)
                value = value.replace(f"{{{group}}}", " ".join(text.split()))
            if "{" in value and "}" in value:
                del one.attrs[name]
            else:
                one.attrs[name] = value


def _may_stand(start: int, end: int, wanted: str, around: Iterable[Annotation]) -> bool:
    """Say whether an element that a step or an inline rule wants may stand there, given what is ``around`` it.

    It may inside one element that holds text, but not inside one of its own kind.
    """
    home = ""
    for one in around:
        if one.start <= start and end <= one.end:
            home = one.element
        elif start < one.end and one.start < end:
            return False
    if wanted in ("stage", "said") and home not in VOICED:
        return False
    if wanted == "supplied" and home in ("seg", "stage"):  # brackets that are marked already
        return False
    if wanted in ("measure", "seg") and home in NAMING:
        return False
    return bool(home) and home not in ELEMENT_ONLY and home not in ("speaker", "label", "role", wanted)


def _claimed(rule: Rule, match: Match) -> Span:
    """Return what an inline match claims: all of it, or only the groups when only they get elements."""
    if rule.wrap.element:
        return match.span
    spans = [match.groups[name] for name, _ in rule.groups if name in match.groups] or [match.span]
    return min(start for start, _ in spans), max(end for _, end in spans)
