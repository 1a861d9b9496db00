"""The survey: reads the whole text once and finds each block's rule, before a word is written.

Encoding needs to know things that stand further on: who will speak, which notes there are at the end, where the back
matter begins. The survey collects them in a few bytes per block, so that memory stays small for large texts.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field

from tei_encoder.encode.outline import PLAIN, Outline, State
from tei_encoder.encode.units import layout_of, units
from tei_encoder.model.source import Source
from tei_encoder.model.tei import MARKS
from tei_encoder.rules.rule import Profile, Rule

#: Stands for a line that belongs to the block before it.
JOINED = -2


@dataclass(slots=True)
class Survey:
    """What is known of a text after the first reading.

    ``starts``, ``ends`` (offsets, half-open) and ``rules`` (index into the profile's block rules, or PLAIN) have one
    entry per block. The front matter is the blocks before ``body``, the back matter those from ``back`` on.
    ``labels`` counts every printed speaker label (folded), ``names`` the names in notes (who is in the chair …);
    ``notes`` lists the printed number of each note in order, with what kind of place it explains.
    """

    layout: str
    starts: array[int] = field(default_factory=lambda: array("Q"))
    ends: array[int] = field(default_factory=lambda: array("Q"))
    rules: array[int] = field(default_factory=lambda: array("h"))
    body: int = 0
    back: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, str]] = field(default_factory=list)
    speeches: int = 0


def survey(source: Source, profile: Profile) -> Survey:
    """Read the source once and return what the encoder must know in advance."""
    rules = profile.block_rules
    layout = layout_of(source.sample()) if profile.layout == "auto" else profile.layout
    interrupting = any(rule.interrupts for rule in rules)
    found = Survey(layout)
    outline = Outline(rules)
    state = outline.root()
    matching = profile.block_set.matching
    body_begun = False

    def begins_anew(text: bytes) -> bool:
        """Say whether a line of a hard-wrapped paragraph begins a new block, given what is open."""
        return any(hit in state.possible and rules[hit].interrupts for hit in matching(text))

    for start, end, text, direct in units(source, layout, begins_anew if interrupting else None):
        rule = _rule_of(matching(text), state, rules, found, direct)
        if rule == JOINED:
            found.ends[-1] = end
            continue
        found.starts.append(start)
        found.ends.append(end)
        found.rules.append(rule)
        state = outline.step(state, rule).state
        frame = (rules[rule].frame if rule >= 0 else "") or state.frame
        if frame != "front" and not body_begun:
            body_begun = True
            found.body = len(found.rules) - 1
        if frame != "back":
            found.back = len(found.rules)
        if rule >= 0:
            _remember(found, rules[rule], text)
    if not body_begun and found.rules:  # a title and nothing else: TEI wants a body all the same
        found.body = len(found.rules) - 1
        found.rules[-1] = PLAIN
        found.back = len(found.rules)
    if found.back <= found.body:  # nothing but notes: they are the body
        found.back = len(found.rules)
    if not any(_holds(found.rules[number], rules) for number in range(found.body, found.back)):
        found.rules[found.back - 1] = PLAIN  # notes alone are no body
    return found


def _rule_of(hits: list[int], state: State, rules: tuple[Rule, ...], found: Survey, direct: bool) -> int:
    """Return the first rule that may apply, PLAIN for none, JOINED when the line belongs to the block before it."""
    for hit in hits:
        if hit not in state.possible:
            continue
        rule = rules[hit]
        if rule.joins:
            last = found.rules[-1] if found.rules else PLAIN
            if direct and last >= 0 and rules[last].id in rule.joins:
                return JOINED
            if not rule.makes:
                continue
        return hit
    return PLAIN


def _holds(index: int, rules: tuple[Rule, ...]) -> bool:
    """Say whether a block is something that a body can be made of (TEI wants more than notes)."""
    return index < 0 or bool(rules[index].inside or rules[index].opens) or rules[index].wrap.element not in MARKS


def _remember(found: Survey, rule: Rule, text: bytes) -> None:
    if rule.wrap.element not in ("sp", "note"):
        return
    seen = text.decode()
    match = rule.pattern.at_start(seen)
    if match is None:
        return
    groups = {name: seen[slice(*span)] for name, span in match.groups.items()}
    if rule.wrap.element == "sp":
        found.speeches += 1
        if "speaker" in groups:
            found.labels[groups["speaker"]] += 1
    elif "label" in groups:
        found.notes.append((key_of(groups["label"]), rule.explains))
    elif "persName" in groups:
        found.names[groups["persName"]] += 1


def key_of(label: str) -> str:
    """Return what identifies a note in its printed number: ``{1}`` and ``1.`` are 1, asterisks stay."""
    return "".join(ch for ch in label if ch.isalnum() or ch in "*†‡§")
