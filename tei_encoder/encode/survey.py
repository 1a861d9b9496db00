"""The survey: reads the whole text once and finds each block's rule, before a word is written.

Encoding needs to know things that stand further on: who will speak, which notes there are at the end, where the back
matter begins. The survey collects them in a few bytes per block, so that memory stays small for large texts.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field

from tei_encoder.encode.agenda import Agenda
from tei_encoder.encode.calendars import TwoStyles
from tei_encoder.encode.cited import Cited
from tei_encoder.encode.endnotes import Endnotes
from tei_encoder.encode.hits import Hits
from tei_encoder.encode.labels import Post, find_posts
from tei_encoder.encode.learning import learn
from tei_encoder.encode.learnt import Learnt, learnt_in
from tei_encoder.encode.listed import Naming, listed
from tei_encoder.encode.names import without_spans
from tei_encoder.encode.outline import PLAIN, Outline, State
from tei_encoder.encode.running import COUNTED, HEAD, PAGE, Running
from tei_encoder.encode.shape import NO_SHAPE, Shape, shaped
from tei_encoder.encode.signatures import Signatures
from tei_encoder.encode.title import Title
from tei_encoder.encode.turns import Turns
from tei_encoder.encode.units import (
    ALONE,
    BEGINS,
    GOES_ON,
    breaking_width,
    first_indent,
    layout_of,
    runs_on,
    units,
    width_of,
)  # fmt: skip
from tei_encoder.encode.words import Vocabulary
from tei_encoder.model.limits import MAX_STATING
from tei_encoder.model.source import Source
from tei_encoder.model.tei import MARKS
from tei_encoder.rules.pattern import Match
from tei_encoder.rules.rule import Profile, Rule

#: Stands for a line that belongs to the block before it.
JOINED = -2

#: So many headings in a row are a list.
_ROW = 3

#: Longer lines of a hard-wrapped paragraph are no heading by themselves, though they look like one.
_SHORT = 60


@dataclass(slots=True)
class Survey:
    """What is known of a text after the first reading.

    ``starts``, ``ends`` (offsets, half-open) and ``rules`` (index into the profile's block rules, or PLAIN) have one
    entry per block. The front matter is the blocks before ``body``, the back matter those from ``back`` on.
    ``labels`` counts every printed speaker label (folded), ``names`` the names in notes (who is in the chair …),
    ``lists`` the same names by the list they are printed in, ``stretches`` those with a word in small letters behind
    them, and where they end without it; ``posts`` are the offices that lists give to somebody; ``notes`` lists the
    printed number of each note in order, with what kind of place it explains; ``stating`` are the numbers of the blocks
    that say facts for the header; ``parts`` the blocks of verse that are parts of a line; ``turns`` knows the speeches;
    ``unlabelled`` of them have no label; ``sessions`` are counted. ``vocabulary`` counts the words, ``learnt`` are the
    labels of the text, ``agenda`` the numbered items of its lists, ``styles`` whether days may stand in two calendars.
    """

    layout: str
    learnt: Learnt
    starts: array[int] = field(default_factory=lambda: array("Q"))
    ends: array[int] = field(default_factory=lambda: array("Q"))
    rules: array[int] = field(default_factory=lambda: array("h"))
    body: int = 0
    back: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, str]] = field(default_factory=list)
    lists: list[list[str]] = field(default_factory=list)
    stating: list[int] = field(default_factory=list)
    stretches: dict[str, int] = field(default_factory=dict)
    turns: Turns = field(default_factory=Turns)
    posts: list[Post] = field(default_factory=list)
    parts: dict[int, str] = field(default_factory=dict)
    unlabelled: int = 0
    sessions: int = 0
    agenda: Agenda = field(default_factory=Agenda)
    styles: TwoStyles = field(default_factory=TwoStyles)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    @property
    def speeches(self) -> int:
        """The number of speeches."""
        return self.turns.number

#: Words with capitals that a line of a vote has, at least, if it names those who voted: "Against" is one.
_SIDE = 2


def survey(source: Source, profile: Profile, within: frozenset[int] = frozenset()) -> Survey:
    """Read the source once and return what the encoder must know in advance.

    ``within`` are offsets of signatures that end no division; where there are such, the source is read twice.
    """
    rules = profile.block_rules
    looks = profile.verse or any(rule.alone or rule.needs in ("verse", "indented", "half") for rule in rules)
    sample = source.sample()
    layout = profile.layout if looks or profile.layout != "auto" else layout_of(sample)
    width = width_of(sample.split("\n"))
    titles = tuple(one.casefold() for one in profile.people.titles if one.endswith("."))
    interrupting = any(rule.interrupts for rule in rules)
    matching = Hits(profile.block_set.matching)
    found = Survey(layout, learn(source, profile, matching))
    outline = Outline(rules)
    state = outline.root()
    body_begun = in_roster = opened = False
    telling = [_tells(rule) for rule in rules]
    naming = Naming(profile)
    title = Title(rules, found)
    signatures = Signatures(rules)
    endnotes = Endnotes(rules)
    paged = {rule.needs: at for at, rule in enumerate(rules) if rule.needs in (HEAD, PAGE, COUNTED)}
    running = Running(source) if paged else None
    again = next((at for at, rule in enumerate(rules) if rule.needs == "repeated"), PLAIN)
    cited = Cited(profile, found.learnt)

    def begins_anew(text: str, start: int, before: str) -> int:
        """Say whether a line of a hard-wrapped paragraph begins a new block, given what is open; a heading is one."""
        if running and running.parts(start):
            return BEGINS
        for hit in () if runs_on(before, text, width, titles) else matching.of(start, text):
            rule = rules[hit]
            if rule.interrupts and hit in state.possible and _fits(rule, text, NO_SHAPE, found):
                return ALONE if rule.layer == "division" and len(text) <= _SHORT else BEGINS
        return GOES_ON

    def place_of(text: str, start: int, before: str) -> int:
        """Say whether a line is a block by itself, or begins one, given what is open."""
        if running and running.kind(start):
            return ALONE
        if runs_on(before, text, width, titles):
            return GOES_ON
        for hit in matching.of(start, text):
            rule = rules[hit]
            if (rule.alone or rule.interrupts) and hit in state.possible and _fits(rule, text, NO_SHAPE, found):
                return ALONE if rule.alone else BEGINS
        return GOES_ON

    def listen(part: str) -> None:
        found.vocabulary.add(part)
        found.styles.add(part)

    if looks:
        read = shaped(source, layout, place_of, listen, Shape(sample, profile.verse))
    else:
        anew = begins_anew if interrupting or running else None
        breaking, indent = (breaking_width(sample), 0) if layout == "lines" else (0, first_indent(sample))
        read = ((*unit, NO_SHAPE) for unit in units(source, layout, anew, listen, breaking, titles, indent))
    for start, end, text, direct, shape in read:
        kind = running.kind(start) if running else ""
        if kind in paged and paged[kind] in state.possible:
            rule = paged[kind]
        elif start in within:
            rule = signatures.rule
        elif again in state.possible and found.agenda.repeats(text):
            rule = again
        else:
            hits = cited.without(matching.of(start, text), text, state)
            rule = _rule_of(hits, state, rules, found, direct, text, shape, opened)
        opened = text.rstrip().endswith(":")
        if rule == JOINED:
            found.ends[-1] = end
            if in_roster:  # the line goes on with names, as after a comma
                named = listed("& " + text, naming.rules(state, PLAIN), found.stretches)
                found.names.update(named)
                found.lists[-1] += named
            else:
                found.names.update(naming.joined(text, state, found.rules[-1], found.stretches))
            continue
        found.starts.append(start)
        found.ends.append(end)
        found.rules.append(rule)
        if rule >= 0 and rules[rule].needs == "half":
            _halve(found.parts, len(found.rules) - 1)
        cited.take(rule)
        signatures.take(len(found.rules) - 1, rule, state)
        at_start, state = state.at_start, outline.step(state, rule).state
        endnotes.take(len(found.rules) - 1, text, (rules[rule].frame if rule >= 0 else "") or state.frame)
        if rule >= 0 and rules[rule].floats:
            if body_begun and state.frame != "back":
                found.back = len(found.rules)
            continue
        found.agenda.take(rules[rule] if rule >= 0 else None, text)
        frame = (rules[rule].frame if rule >= 0 else "") or state.frame
        if frame != "front" and not body_begun:
            body_begun = True
            found.body = len(found.rules) - 1
        if frame != "back":
            found.back = len(found.rules)
        if rule < 0:
            continue
        if rules[rule].opens:
            title.heading(rule, len(found.rules) - 1, at_start)
        if rules[rule].facts and len(found.stating) < MAX_STATING:
            found.stating.append(len(found.rules) - 1)
        named = _remember(found, rules[rule], text) if telling[rule] else []
        listing = naming.rules(state, rule)
        if listing is not None:
            given = tuple(filter(None, (f"{name.partition(', ')[2]} " for name in named if ", " in name)))
            inner = listed(text, listing, found.stretches)  # the first name behind a surname is no second person
            named += [name for name in inner if not f"{name} ".startswith(given)] if given else inner
            roster = "list.roster" in rules[rule].names or "list.roster" in state.names
            if roster and in_roster:
                found.lists[-1] += named
            elif roster or len(named) > 1:
                found.lists.append(named)
            in_roster = roster
        else:
            in_roster = False
        if named:
            found.names.update(named)
            if ("(" in text or ", " in text) and rules[rule].wrap.element != "sp":
                found.posts += find_posts(text, profile.people)
    signed: list[int] = [] if within else signatures.within(found.rules)
    if signed:
        return survey(source, profile, frozenset(found.starts[block] for block in signed))
    _list_rows(found, rules)
    _end(found, endnotes)
    if not body_begun and found.rules:  # a title and nothing else: TEI wants a body all the same
        found.body = len(found.rules) - 1
        found.rules[-1] = PLAIN
        found.back = len(found.rules)
    if found.back <= found.body:  # nothing but notes: they are the body
        found.back = len(found.rules)
    if not any(_holds(found.rules[number], rules) for number in range(found.body, found.back)):
        found.rules[found.back - 1] = PLAIN  # notes alone are no body
    return found


def _end(found: Survey, endnotes: Endnotes) -> None:
    """Make notes of the numbered paragraphs at the end, when the text has no other notes and points to these."""
    rule, blocks = (-1, []) if found.notes else endnotes.found()
    for block, label in blocks:
        found.rules[block] = rule
        found.notes.append((label, ""))
    if blocks:
        found.back = min(found.back, blocks[0][0])


def _list_rows(found: Survey, rules: tuple[Rule, ...]) -> None:
    """Make a list of headings that stand in a row, with nothing between them: they head nothing."""
    begun = 0
    for at in range(1, len(found.rules) + 1):
        if at < len(found.rules) and found.rules[at] == found.rules[begun]:
            continue
        one = rules[found.rules[begun]] if found.rules[begun] >= 0 else None
        if one is not None and one.in_a_row and at - begun >= _ROW:
            item = next(number for number, rule in enumerate(rules) if rule.id == one.in_a_row)
            found.rules[begun:at] = array(found.rules.typecode, [item] * (at - begun))
        begun = at


def _fits(rule: Rule, text: str, shape: frozenset[str], found: Survey) -> bool:
    """Say whether a rule whose pattern matches a block has what else it needs: a shape, a label that is known."""
    if rule.needs == "unlisted":
        return not found.agenda.goes_on
    if rule.needs and rule.needs not in shape:
        return False
    if not rule.learnt:
        return True
    match = rule.pattern.at_start(text)
    if match is None:
        return False
    start, end = learnt_in(match)
    label = text[start:end]
    return found.learnt.knows(label) and (end < len(text) or found.learnt.stands_above(label))


def _rule_of(
    hits: list[int], state: State, rules: tuple[Rule, ...], found: Survey, direct: bool, text: str,
    shape: frozenset[str], opened: bool,
) -> int:
    """Return the first rule that may apply, PLAIN for none, JOINED when the line belongs to the block before it.

    ``opened``: the line before it ends with a colon, so that a note may go on below a blank line.
    """
    for hit in hits:
        if hit not in state.possible:
            continue
        rule = rules[hit]
        if (rule.needs or rule.learnt) and not _fits(rule, text, shape, found):
            continue
        if rule.joins:
            last = found.rules[-1] if found.rules else PLAIN
            told = direct or rule.apart or (opened and rule.wrap.element == "note") or _is_other_side(rule, text)
            if told and last >= 0 and rules[last].id in rule.joins:
                return JOINED
            if not rule.makes:
                continue
        return hit
    return PLAIN


def _is_other_side(rule: Rule, text: str) -> bool:
    """Say whether a line has the names of those who voted against: below a blank line it is the same vote still.

    Bare figures below a blank line may be another vote.
    """
    words = text.replace("-", " ").split()
    if rule.wrap.attrs.get("type") != "vote" or sum(word[:1].isupper() for word in words) <= _SIDE:
        return False
    match = rule.pattern.at_start(text)
    return match is not None and match.groups.get("for", (0, 0)) == (0, 0)


def _halve(parts: dict[int, str], block: int) -> None:
    """Keep that a block of verse ends a line, which the block before its label begins: I, M, F (TEI ``l/@part``)."""
    begins = block - 2
    parts[begins] = "M" if parts.get(begins) == "F" else "I"
    parts[block] = "F"


def _holds(index: int, rules: tuple[Rule, ...]) -> bool:
    """Say whether a block is something that a body can be made of (TEI wants more than notes)."""
    if index < 0:
        return True
    outermost = rules[index].inside[0].element if rules[index].inside else rules[index].wrap.element
    return bool(rules[index].opens) or outermost not in MARKS


def _tells(rule: Rule) -> bool:
    """Say whether the blocks of a rule tell something about later ones: speeches, sittings, notes, names."""
    element = rule.wrap.element
    if element == "sp" or any(wrap.element == "persName" for _, wrap in rule.groups):
        return True
    return element == "div" or (element == "note" and bool(rule.groups))


def _remember(found: Survey, rule: Rule, text: str) -> list[str]:
    """Keep what a block says about later ones: labels, notes, turns; return the names its own rule finds."""
    element = rule.wrap.element
    if element == "div" and rule.opens is not None and rule.opens.level == 1:
        found.turns.begin_division()
        found.sessions += rule.opens.attrs.get("type") == "session"
    if not rule.groups and element != "sp":
        return []
    match = rule.pattern.at_start(text)
    groups = {name: text[start:end] for name, (start, end) in match.groups.items()} if match else {}
    names = [name for name, wrap in rule.groups if wrap.element == "persName" and name in groups]
    if element == "sp":
        label = (_label(rule, match, text) if match else "") or groups.get("roleName", "")
        if match and names and "speaker" in groups and match.groups[names[0]][1] <= match.groups["speaker"][1]:
            label = groups[names.pop(0)]  # the rule says what in the label is the name
        found.turns.turn(label, rule.resumes)
        if label:
            found.labels[label] += 1
        else:
            found.unlabelled += 1
    elif element == "note" and "label" in groups:
        found.notes.append((groups["label"], rule.explains))
    return [groups[name] for name in names]


def _label(rule: Rule, match: Match, seen: str) -> str:
    """Return the printed label without what it says of the manner of speaking."""
    start, end = match.groups.get("speaker", (0, 0))
    spans = [match.groups[name] for name, wrap in rule.groups if wrap.element == "seg" and name in match.groups]
    return without_spans(seen[start:end], [(a - start, b - start) for a, b in spans if start <= a and b <= end])


def key_of(label: str) -> str:
    """Return what identifies a note in its printed number: ``{1}`` and ``1.`` are 1, asterisks stay."""
    return "".join(ch for ch in label if ch.isalnum() or ch in "*†‡§")
