"""Makes a checked profile ready to run: its rules with compiled patterns, everything else in the shape that runs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tei_encoder.model.tei import ELEMENTS, EMPTY
from tei_encoder.rules.mistakes import nearest, pattern_cure
from tei_encoder.rules.pattern import Pattern, PatternError, PatternSet, fold, narrowed
from tei_encoder.rules.places import Where, examples_key, mistake, sign_key
from tei_encoder.rules.rule import (
    FACTS,
    SITUATIONS,
    SPEECH_LEVEL,
    Business,
    Connectives,
    Container,
    Labels,
    People,
    Profile,
    Rule,
    Sign,
    Wrap,
    names_of,
)
from tei_encoder.rules.terms import fill_patterns, fill_with, filled, specs, terms_of

if TYPE_CHECKING:
    from tei_encoder.rules import profile as language
    from tei_encoder.rules.content import Content



def compile_profile(checked: Content) -> Profile:
    """Compile the rules of a profile and run their examples, unless that was done when it was kept.

    Raises ProfileError.
    """
    content, origins = checked.tables, checked.origins
    patterns = checked.patterns or fill_patterns(content, origins)
    rules = [
        _rule(layer, spec, Pattern(patterns[spec.id]), origins[spec.id])._replace(
            tried=origins.get(examples_key(spec.id), origins[spec.id])
        )
        for layer, spec in specs(content)
    ]
    blocks = tuple(rule for rule in rules if rule.layer != "inline")
    inline = tuple(rule for rule in rules if rule.layer == "inline")
    ids = {rule.id for rule in rules}
    for rule in blocks:
        if rule.instead and rule.instead not in ids:
            what = f"instead names no rule: {rule.instead!r}"
            raise mistake(rule.origin, "INSTEAD", what, nearest(rule.instead, ids), "instead")
        for joined in rule.joins - ids:
            raise mistake(rule.origin, "JOINS", f"joins names no rule: {joined!r}", nearest(joined, ids), "joins")
    if not checked.patterns:
        from tei_encoder.rules.trial import try_examples, try_patterns  # what was kept has been tried

        try_patterns(rules, content, origins)
    block_set, inline_set = _set(blocks, at_start=True), _set(inline, at_start=False)
    if not checked.patterns:
        fill = fill_with(content, origins)
        try_examples(blocks, block_set, fill)
        try_examples(inline, inline_set, fill)
    head = content.profile
    people, business = content.people, content.business
    learning = content.labels
    return Profile(
        head.id, head.title, head.description, head.version, head.language, checked.sha256, content.layout.blocks,
        content.layout.verse, _steps(content.steps), head.abstract,
        People(
            tuple(_plain(people.titles)), frozenset(_plain(people.chair)), frozenset(_plain(people.unidentified)),
            frozenset(_plain(people.interviewer)), frozenset(_plain(people.respondent)),
            tuple(_plain(people.joiners)), frozenset(_plain(people.whence)), frozenset(_plain(people.particles)),
            frozenset(_plain(people.suffixes)), frozenset(_plain(people.forenames)),
            frozenset(_plain(people.offices)), frozenset(_plain(people.places)), frozenset(_plain(people.states)),
            people.surname,
            tuple((fold(ending).lower(), tuple(_plain(forms))) for ending, forms in people.cases.items()),
        ),
        Business(
            tuple(_plain(business.proposals)), tuple(_plain(business.others)),
            {fold(word).lower(): number for word, number in business.ordinals.items()},
            tuple(_plain(business.proposing)), tuple(_plain(business.electing)), tuple(_plain(business.closing)),
        ),
        Labels(learning.least, learning.capitals, learning.named, learning.different, learning.small,
               learning.company, tuple(learning.articles), tuple(learning.endings), tuple(learning.heard),
               tuple(learning.always), tuple(learning.never), tuple(learning.spoken),
               tuple(learning.turns.items()), tuple(learning.myself)),
        {fold(word).lower(): value for word, value in content.numbers.items()},
        {fold(word).lower(): value for word, value in content.months.items()},
        {fold(word): value for word, value in content.eras.items()},
        Connectives(*(frozenset(_plain(getattr(content.connectives, key))) for key in Connectives._fields)),
        blocks, inline, block_set, inline_set, checked.files,
    )  # fmt: skip


def compile_signs(content: language.ProfileFile, origins: dict[str, Where]) -> tuple[Sign, ...]:
    """Compile only the signs by which ``--profile auto`` knows a kind of text. Raises ProfileError."""
    scripts = content.profile.scripts
    terms = terms_of(content, origins)
    return tuple(
        Sign(
            sign.why,
            Pattern(narrowed(filled(sign.pattern, terms, origins[sign_key(number)]), scripts)),
            sign.share,
            sign.weight,
            sign.least,
            sign.repeats,
        )
        for number, sign in enumerate(content.sign)
    )


def _set(rules: tuple[Rule, ...], at_start: bool) -> PatternSet:
    """Compile the patterns of one layer together. Raises ProfileError."""
    try:
        return PatternSet([rule.pattern for rule in rules], at_start)
    except PatternError as error:
        rule, complaint = rules[error.number], str(error)
        what = f"RE2 cannot read the pattern of the rule {rule.id!r}: {complaint}"
        raise mistake(rule.origin, "PATTERN", what, pattern_cure(complaint), "pattern") from None


def _plain(words: Iterable[str]) -> list[str]:
    return sorted({fold(word).lower() for word in words}, key=lambda word: (-len(word), word))


def _rule(layer: str, spec: Any, pattern: Pattern, where: Where) -> Rule:
    for name in pattern.groups:
        if pattern.groups.count(name) > 1:
            raise mistake(where, "GROUP", f"two groups are called {name!r}", "give one another name, and a wrap")
    groups = tuple((name, _wrap(spec.wrap[name], where, pattern)) for name in pattern.groups if name in spec.wrap)
    for name in spec.wrap.keys() - set(pattern.groups):
        raise mistake(where, "WRAP", f"the pattern has no group {name!r}", nearest(name, pattern.groups))
    stated = spec.facts if layer != "inline" else {}
    values = [value for action in (spec, *spec.wrap.values()) for value in action.attrs.values()]
    used = " ".join([*values, *stated.values()])
    for name in set(pattern.groups) - spec.wrap.keys():
        if f"{{{name}}}" in used:
            continue
        if name not in ELEMENTS:
            cure = f"say wrap.{name} = {{ element = … }}, or make it a group without a name: (?:…)"
            raise mistake(where, "GROUP", f"nothing is said about the group {name!r}", cure)
    for name in {"front", "body", "back"} & {*spec.where, *spec.not_in}:
        cure = "rules are chosen before that is known: name a division, e.g. 'div.notes'"
        raise mistake(where, "CONTEXT", f"'in' and 'not_in' cannot name {name!r}", cure)
    _known_places(spec, where)
    if spec.doubt and not any(action.cert in ("low", "medium") for action in (spec, *spec.wrap.values())):
        raise mistake(where, "DOUBT", "a doubt, and no cert", "add cert = 'medium' (or 'low'), or take the doubt away")
    explicit = dict(groups)
    ordered = tuple(
        (name, explicit.get(name) or Wrap(name))
        for name in pattern.groups
        if name in explicit or (name in ELEMENTS and f"{{{name}}}" not in used)
    )
    rule = Rule(spec.id, layer, spec.why, pattern, _wrap(spec, where, pattern), ordered, origin=where,
                yes=tuple(spec.yes), no=tuple(spec.no), written=spec.pattern, doubt=spec.doubt,
                where=frozenset(spec.where), not_in=frozenset(spec.not_in))  # fmt: skip
    return rule._replace(needs=spec.needs) if layer == "inline" else _block(rule, spec, where)


def _facts(rule: Rule, stated: dict[str, str], where: Where) -> tuple[tuple[str, str], ...]:
    """Check what a rule says for the header: keys that a sidecar has, in the words of its own groups."""
    for key, words in stated.items():
        if key not in FACTS:
            raise mistake(where, "FACT", f"the header has no fact {key!r}", nearest(key, FACTS))
        _refuse_unknown_groups([words], rule.pattern, where)
    return tuple(stated.items())


def _block(rule: Rule, spec: Any, where: Where) -> Rule:
    rest = _wrap(spec.rest, where, rule.pattern)
    opens = None
    if spec.element == "div":
        level = spec.level if rule.layer == "division" else 1
        kind = rule.wrap.attrs.get("type", "section")
        opens = Container(f"div.{kind}", "div", rule.wrap.attrs, level, rule.wrap.identify or kind, spec.frame)
        rest = rest if rest.element else Wrap("head")
    elif spec.element == "sp":
        tells = "#reported" in rule.wrap.attrs.get("ana", "") and "speaker" not in rule.pattern.groups
        key = "sp.told" if tells else "sp.given"
        opens = Container(key, "sp", rule.wrap.attrs, SPEECH_LEVEL, rule.wrap.identify or "sp")
        rest = rest if rest.element else Wrap("p")
    steps = [step for step in spec.inside.split("/") if step]
    for step in steps:
        _known_element(step.partition(".")[0], where)
    inside = tuple(
        Container.named(step, 1 if step.startswith("div") else SPEECH_LEVEL + 1 + depth, spec.frame)
        for depth, step in enumerate(steps)
    )
    if spec.learnt and not {"speaker", "persName"} & set(rule.pattern.groups):
        what = "a learnt label needs a group (?P<speaker>…) or (?P<persName>…)"
        raise mistake(where, "LEARNT", what, "name the group of the label so")
    item = None
    if spec.nests:
        if rest.element != "item" or not inside or inside[-1].element != "list" or "label" not in rule.pattern.groups:
            cure = 'say rest = { element = "item" } and inside = "list", and name the group of its number label'
            raise mistake(where, "NESTS", "only labelled items of a list can hold a list", cure)
        item = Container("item", "item", rest.attrs, SPEECH_LEVEL + 1 + len(inside), shared=True)
    if not (spec.element or rule.groups or rest.element or spec.joins):
        raise mistake(where, "NOTHING", "the rule makes no element", "give it an element, a wrap or a rest")
    attending = [wrap for _, wrap in rule.groups if wrap.attrs.get("type") == "attendance"]  # names stand in it
    return rule._replace(
        wrap=rule.wrap._replace(identify="") if opens else rule.wrap,
        rest=rest, inside=inside, opens=opens,
        closes=frozenset(spec.closes), ends=frozenset(spec.ends), announces=spec.announces,
        joins=frozenset(spec.joins), apart=spec.apart, interrupts=spec.interrupts, frame=spec.frame,
        resumes=spec.resumes, explains=spec.explains, facts=_facts(rule, spec.facts, where), item=item,
        alone=spec.alone, learnt=spec.learnt, needs=spec.needs, appoints=spec.appoints,
        instead=spec.instead if rule.layer == "division" else "",
        names=names_of(rule.wrap, rest, *attending),
        in_a_row=spec.in_a_row if rule.layer == "division" else "",
    )  # fmt: skip


def _wrap(action: language.Action, where: Where, pattern: Pattern) -> Wrap:
    if action.element:
        _known_element(action.element, where)
    attrs = dict(action.attrs)
    correct = None
    if action.correct:
        correct = ("corr", {"cert": action.cert or "high", "resp": "#encoder"}, action.correct)
    elif action.cert:
        attrs["cert"] = action.cert
    if action.insert and action.element not in EMPTY:
        what = f"{action.element!r} cannot stand empty" if action.element else "'insert' needs an element"
        raise mistake(where, "INSERT", what, f"an element to insert is one of: {', '.join(sorted(EMPTY))}")
    asked = _refuse_unknown_groups(attrs.values(), pattern, where)
    return Wrap(action.element, attrs, action.identify, action.number, action.date, correct, bool(asked), action.insert)


def _steps(asked: language.Steps) -> dict[str, dict[str, Any]]:
    """Return the steps that are switched on, each with its options."""
    switches = vars(asked).items()
    return {name: {} if on is True else dict(vars(on)) for name, on in switches if on is not False}


def _known_places(spec: Any, where: Where) -> None:
    """See that ``in``, ``not_in``, ``closes`` and ``ends`` name elements, or ``start`` and ``heading``."""
    context = {"in": (spec.where, True), "not_in": (spec.not_in, True),
               "closes": (getattr(spec, "closes", ()), False), "ends": (getattr(spec, "ends", ()), False)}  # fmt: skip
    for key, (names, context_words) in context.items():
        known = ELEMENTS | SITUATIONS if context_words else ELEMENTS
        for name in names:
            if name.partition(".")[0] not in known:
                usual = _OPEN | (SITUATIONS if context_words else frozenset())
                raise mistake(where, "CONTEXT", f"{key!r} names nothing there is: {name!r}", nearest(name, usual))


#: What is open most often: proposed where a name in ``in`` or ``closes`` is none.
_OPEN = frozenset(["div", "sp", "list", "quote", "titlePage"])


def _refuse_unknown_groups(values: Iterable[str], pattern: Pattern, where: Where) -> set[str]:
    """Return the groups that values take in as ``{group}``. Raises ProfileError for one that the pattern lacks."""
    asked = {name for value in values for name in re.findall(r"\{(\w+)\}", value)}
    for name in sorted(asked - set(pattern.groups)):
        raise mistake(where, "ATTRIBUTE", f"the pattern has no group {name!r}", nearest(name, pattern.groups))
    return asked


def _known_element(name: str, where: Where) -> None:
    if name not in ELEMENTS:
        raise mistake(where, "ELEMENT", f"{name!r} is not an element a rule may make", nearest(name, ELEMENTS))
