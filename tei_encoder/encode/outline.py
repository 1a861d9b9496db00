"""The outline: which divisions, speeches and lists are open, and what a block closes and opens.

What is open is a *state*; a rule leads from one state to the next. Each step is worked out once and remembered, so
that a hundred thousand speeches cost a hundred thousand look-ups.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tei_encoder.model.tei import MARKS, SILENT
from tei_encoder.rules.rule import SPEECH_LEVEL, Container, Rule

#: The rule index of a block that no rule recognised.
PLAIN = -1

#: What inline rules can call such a block.
_PLAIN = frozenset(["p"])

FRONT, BODY, BACK = (Container(name, name, {}, 0) for name in ("front", "body", "back"))

#: TEI lets nothing but divisions follow a division: what comes after one, beside it, gets a division of its own.
REST = Container("div.section", "div", {"type": "section"}, SPEECH_LEVEL - 1, "section")

#: And what comes after the imprint of a text is another text: a file may hold several.
_DOCUMENT = Container("div.document", "div", {"type": "document"}, 1, "document")

#: What may still follow in a container: anything; divisions only; only what closes it (a second signature, a dateline).
_ANYTHING, _DIVISIONS, _CLOSING = range(3)

#: What is quoted when it has been announced; names may follow, too: those elected, who signs.
QUOTED = frozenset(["resolution", "motion", "amendment", "letter"])

#: Notes that say how something was dealt with; they end what was announced.
OUTCOMES = frozenset(["vote", "decision", "election"])


class Situation(NamedTuple):
    """What the open containers do not show: how far the beginning has come, what stands before, what is to come."""

    at_start: bool = False  # only title lines have been seen so far
    titled: bool = False  # and under them the imprint
    headed: str = ""  # the division that the block before opened
    announced: str = ""  # what kind of quotation or list is to come
    bare: bool = False  # the innermost division holds nothing yet but its heading and notes


class State:
    """One possible set of open containers, outermost first."""

    __slots__ = ("follow", "frame", "names", "path", "possible", "situation", "steps")

    def __init__(self, path: tuple[Container, ...], follow: tuple[int, ...], situation: Situation) -> None:
        """``follow`` says for each container what may still follow in it."""
        self.path = path
        self.follow = follow
        self.situation = situation
        self.names: frozenset[str] = frozenset()  # what `in` and `not_in` of a rule can name
        self.possible: frozenset[int] = frozenset()
        self.steps: dict[int, Step] = {}
        #: The frame (front, back or neither) that the open containers put a block in.
        self.frame = next((box.frame for box in reversed(path) if box.frame), "")

    @property
    def at_start(self) -> bool:
        """Whether only title lines and their imprint have been seen so far."""
        return self.situation.at_start

    @property
    def announced(self) -> str:
        """What kind of quotation or list is to come, "" for none."""
        return self.situation.announced


@dataclass(frozen=True, slots=True)
class Step:
    """What a block does: close the innermost ``close`` containers, open some, and at its end close ``after`` of them.

    ``names`` is what is open around the block and what it is itself, ``applying`` are the inline rules (by number)
    that may apply there, ``state`` is what is open behind it.
    """

    close: int
    open: tuple[Container, ...]
    after: int
    names: frozenset[str]
    applying: frozenset[int]
    state: State


class Outline:
    """All states that a profile's block rules can lead to."""

    def __init__(self, rules: tuple[Rule, ...], inline: tuple[Rule, ...] = ()) -> None:
        """Take the block rules (divisions first) and the inline rules of a profile."""
        self._rules = rules
        self._signing = frozenset(index for index, rule in enumerate(rules) if rule.signs)
        self._ending = [_ends_what(rule) for rule in rules]
        self._inline_rules = inline
        self._applied: dict[frozenset[str], frozenset[int]] = {}
        self._known: dict[tuple[object, ...], State] = {}

    def root(self, frame: Container = BODY, at_start: bool = True) -> State:
        """Return the state in which nothing but ``front``, ``body`` or ``back`` is open."""
        return self._state([frame], [_ANYTHING], Situation(at_start))

    def step(self, state: State, rule: int, lists: int = 0) -> Step:
        """Return what a block with that rule (index, or PLAIN) does in ``state``.

        ``lists`` says of an item in how many lists its own list stands.
        """
        key = rule + lists * (len(self._rules) + 1)
        step = state.steps.get(key)
        if step is None:
            step = state.steps[key] = self._worked_out(state, self._rules[rule] if rule >= 0 else None, lists)
        return step

    def _worked_out(self, state: State, rule: Rule | None, lists: int) -> Step:
        if rule and rule.floats:  # it may stand anywhere, and closes nothing
            names = state.names | rule.names
            return Step(0, (), 0, names, self._applying(names), state)
        inside = rule.inside if rule else ()
        if rule and rule.item:
            inside += (rule.item, inside[-1]) * lists
        opens = rule.opens if rule else None
        signs = bool(rule and rule.signs)
        path, follow = list(state.path), list(state.follow)
        if opens:
            keep = sum(box.level < opens.level and not box.shared for box in path)
            wanted = [*inside, opens]
        else:
            keep, shared = _kept(path, inside, rule.closes if rule else frozenset())
            wanted = list(inside[shared:])
            if rule and rule.item:
                wanted.append(rule.item)
        if any(box.element == "sp" for box in wanted):
            keep = min(keep, _silent(path))
        while not signs and follow[keep - 1] == _CLOSING and path[keep - 1].element == "div":
            keep -= 1
        follow = follow[:keep]
        if any(box.element == "div" for box in path[keep:]) and path[keep].element == "div":
            follow[-1] = _DIVISIONS
        if follow[-1] and not signs and (not wanted or wanted[0].element not in ("div", "titlePage")):
            another = path[0] is not FRONT and any(box.key == "div.imprint" for box in path[keep:])
            wanted.insert(0, _DOCUMENT if another else REST)
        closed = len(path) - keep
        path[keep:] = wanted
        before = state.situation
        at_start = before.at_start and bool(rule and "start" in rule.where)
        title_ends = "titlePage" in state.names and any(box.key == "div.imprint" for box in path)
        headed = opens.key if opens is not None and opens.element == "div" else ""
        if rule and rule.instead and state.at_start:
            headed = "div"  # of what kind is not yet known
        follow += [_ANYTHING] * len(wanted)
        if signs:
            follow[-1] = _CLOSING
        marked = rule is not None and not rule.inside and rule.wrap.element in (*MARKS, "dateline", "head")
        marks = bool(headed) or marked
        situation = Situation(
            at_start=at_start,
            titled=at_start and (before.titled or title_ends),
            headed=headed,
            announced=_announced(rule, before.announced) if rule else "",
            bare=marks and (before.bare or any(box.element == "div" for box in wanted)),
        )
        here = self._state(path, follow, situation)
        ended = _ended(path, rule.ends if rule else frozenset())
        if ended:
            follow = follow[: len(path) - ended]
            if path[len(path) - ended].element == "div":
                follow[-1] = max(follow[-1], _DIVISIONS)
        behind = self._state(path[: len(path) - ended], follow, situation) if ended else here
        names = here.names | (rule.names if rule else _PLAIN)
        applying = self._applying(names)
        return Step(closed, tuple(wanted), ended, names, applying, behind)

    def _applying(self, names: frozenset[str]) -> frozenset[int]:
        """Return the inline rules that may apply where the elements ``names`` are open."""
        found = self._applied.get(names)
        if found is None:
            applying = (index for index, one in enumerate(self._inline_rules) if one.applies(names))
            found = self._applied[names] = frozenset(applying)
        return found

    def _state(self, path: list[Container], follow: list[int], situation: Situation) -> State:
        key = (tuple((box.key, box.level, box.shared, box.frame) for box in path), tuple(follow), situation)
        state = self._known.get(key)
        if state is None:
            state = self._known[key] = State(tuple(path), tuple(follow), situation)
            names = {name for box in path for name in (box.key, box.element)}
            told = (("start", situation.at_start), ("titled", situation.titled), ("signed", follow[-1] == _CLOSING))
            names |= {name for name, true in told if true}
            if situation.headed:
                names |= {"heading", situation.headed.replace("div", "heading", 1)}
            if situation.bare and path[-1].element == "div":
                names |= {"empty", path[-1].key.replace("div", "empty", 1)}
            if situation.announced:
                names.add(f"announced.{situation.announced}")
            if situation.announced in QUOTED:
                names.add("announced")
            state.names = frozenset(names)
            # TEI closes divisions with signatures, nothing else; and there must be something in them to be signed,
            # which a note is not.
            divided = any(box.element == "div" and not box.shared for box in path)
            closable = divided and not situation.headed and not situation.bare
            staying = _staying(state)
            applying = {
                index
                for index, (rule, ends) in enumerate(zip(self._rules, self._ending, strict=True))
                if rule.applies(state.names, staying[ends])
            }
            state.possible = frozenset(applying if closable else applying - self._signing)
        return state


#: What ends with a block: nothing of what is open; the title page and the imprint; the start of the text as well.
_NOTHING, _FRONT, _START = range(3)


def _ends_what(rule: Rule) -> int:
    """Say what ends with a block of that rule.

    A block of the body ends the title page and the imprint: it is not in them, even if it is the first. Under an
    imprint a heading, or a label that is known to be one, ends the start as well.
    """
    if rule.frame or rule.inside:
        return _NOTHING
    heads = rule.opens is not None and rule.opens.element == "div"
    return _START if heads or rule.learnt else _FRONT


def _staying(state: State) -> tuple[frozenset[str], ...]:
    """Return the names of a state that stay with a block that ends _NOTHING, the _FRONT, the _START."""
    around = {name for box in state.path if not box.shared for name in (box.key, box.element)}
    ending = {name for box in state.path if box.shared and box.frame == "front" for name in (box.key, box.element)}
    front = state.names - (ending - around)
    return state.names, front, front - {"start"} if "div.imprint" in ending else front


def _announced(rule: Rule, before: str) -> str:
    """Return what kind of quotation is to come after a block of that rule; ``before`` is what was to come before it.

    The quotation itself, a stage direction and what the minute-taker adds do not take an announcement back; a heading,
    a speech, a vote, a paragraph of a speech do.
    """
    if rule.announces:
        return rule.announces
    made, kind = rule.wrap.element, rule.wrap.attrs.get("type", "")
    goes_on = {"list": "list", "names": "note"}.get(before, "quote")
    quoted = bool(rule.inside) and rule.inside[0].element == goes_on
    added = (
        made in ("stage", "fw") or (made == "note" and kind not in OUTCOMES) or (made == "p" and "sp" in rule.closes)
    )
    return before if quoted or (added and not rule.opens) else ""


def _silent(path: list[Container]) -> int:
    """Return how many of the open containers are around the first division in which nobody speaks: a speech ends it."""
    around = (depth for depth, box in enumerate(path) if box.element == "div" and box.attrs.get("type") in SILENT)
    return next(around, len(path))


def _ended(path: list[Container], ends: frozenset[str]) -> int:
    """Return how many of the innermost containers end with a block that ends ``ends``."""
    for depth, box in enumerate(path):
        if box.key in ends or box.element in ends:
            return len(path) - depth
    return 0


def _kept(path: list[Container], inside: tuple[Container, ...], closes: frozenset[str]) -> tuple[int, int]:
    """Return how many open containers a block leaves open, and how many of those are its own ``inside``."""
    if inside and inside[0].element == "div":
        for depth, box in enumerate(path):
            if box.key == inside[0].key:
                return depth + 1, 1
        return 1, 0
    keep = 0
    for box in path:
        if box.shared or box.level > SPEECH_LEVEL or box.key in closes or box.element in closes:
            break
        keep += 1
    shared = 0
    while shared < len(inside) and keep + shared < len(path) and path[keep + shared].key == inside[shared].key:
        shared += 1
    return keep + shared, shared
