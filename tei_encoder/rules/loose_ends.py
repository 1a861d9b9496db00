"""Finds what stands in a profile and can have no effect: words that nobody uses, rules that can never win."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tei_encoder.rules.content import Content
from tei_encoder.rules.mistakes import nearest
from tei_encoder.rules.pattern import Span, fold
from tei_encoder.rules.places import term_key
from tei_encoder.rules.rule import SITUATIONS, Profile, Rule


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """Something in a profile that does no harm and no good: where it stands, what is the matter, what to do."""

    code: str
    path: str
    line: int
    message: str
    cure: str

    def __str__(self) -> str:
        """Return it in one line, as errors are told."""
        return f"{self.path}:{self.line}: warning: {self.code} {self.message}; {self.cure}"


def loose_ends(content: Content, profile: Profile) -> list[LooseEnd]:
    """Return what the profile's own file holds in vain, in the order of its lines.

    What is inherited is not looked at. A profile that is only there to be extended may keep words for others.
    """
    file = content.files[-1]
    found = [*_shadows(profile, file)]
    if not profile.abstract:
        found += [*_unused(content, file), *_nowhere(profile, file)]
    return sorted(found, key=lambda one: (one.line, one.code, one.message))


def _unused(content: Content, file: str) -> Iterator[LooseEnd]:
    """Find terms and word lists of the file that no pattern mentions."""
    tables = content.tables
    written = [*tables.terms.values(), *(rule.pattern for layer in ("division", "block", "inline", "sign")
                                         for rule in getattr(tables, layer))]  # fmt: skip
    used = {name for pattern in written for name in re.findall(r"\{\{([\w-]+)\}\}", pattern)}
    for kind, names in (("term", tables.terms), ("word list", tables.words)):
        for name in names:
            path, line = content.origins.get(term_key(name), ("", 0))
            if path == file and name not in used:
                what = f"no pattern uses the {kind} {term_key(name)}"
                yield LooseEnd("UNUSED", file, line, what, "write it into a pattern, or remove it")


def _nowhere(profile: Profile, file: str) -> Iterator[LooseEnd]:
    """Find rules of the file that apply only inside, or close, what no rule opens."""
    rules = (*profile.block_rules, *profile.inline_rules)
    boxes = [box for rule in rules for box in (*rule.inside, rule.opens, rule.item) if box]
    opened = {name for box in boxes for name in (box.key, box.element)} | {"div.section", "div"} | SITUATIONS
    opened |= {f"announced.{rule.announces}" for rule in rules if rule.announces}
    kinds = [key.removeprefix("div") for key in opened if key.startswith("div.")]
    opened |= {f"{which}{kind}" for kind in kinds for which in ("heading", "empty")}
    made = opened | {"p"} | {name for rule in profile.block_rules for name in rule.names}
    for rule in rules:
        if rule.origin[0] != file:
            continue
        possible = made if rule.layer == "inline" else opened
        if rule.where and rule.where.isdisjoint(possible):
            names = " or ".join(sorted(rule.where))
            what = f"rule {rule.id!r} can never apply: nothing opens {names}"
            yield LooseEnd("NEVER-OPEN", *rule.origin, what, nearest(min(rule.where), possible))
        for name in sorted((rule.closes | rule.ends) - opened):
            what = f"rule {rule.id!r} closes {name!r}, which nothing opens"
            yield LooseEnd("NEVER-OPEN", *rule.origin, what, nearest(name, opened))


def _shadows(profile: Profile, file: str) -> Iterator[LooseEnd]:
    """Find rules whose examples are taken by earlier rules, where one of the two stands in the file."""
    for rules, taken in ((profile.block_rules, _first_taker), (profile.inline_rules, _overlapping)):
        for number, rule in enumerate(rules):
            if rule.joins and not rule.makes:
                continue
            earlier = [one for one in rules[:number] if _covers(one, rule)]
            takers = [taken(earlier, rule, fold(example).replace("\n", " ")) for example in rule.yes]
            first = next((taker for taker in takers if taker), None)
            if first is None or file not in (rule.origin[0], first.origin[0]):
                continue
            if all(takers):
                yield _unreachable(rule, first, file)
            elif rule.origin[0] == file:
                example = next(one for one, taker in zip(rule.yes, takers, strict=True) if taker)
                what = f"the example {example!r} of rule {rule.id!r} goes to {_named(first)}, which stands before it"
                yield LooseEnd("SHADOWED", *rule.origin, what, _apart(rule, first))


def _unreachable(rule: Rule, first: Rule, file: str) -> LooseEnd:
    if rule.origin[0] == file:
        what = f"rule {rule.id!r} takes none of its examples: {_named(first)} stands before it and takes them"
        return LooseEnd("UNREACHABLE", *rule.origin, what, _apart(rule, first))
    what = f"rule {first.id!r} leaves nothing of its examples to {_named(rule)}"
    cure = f"make the pattern narrower, or say disable = [{rule.id!r}]"
    return LooseEnd("UNREACHABLE", *first.origin, what, cure)


def _apart(rule: Rule, first: Rule) -> str:
    """Say how a rule comes before the one that takes its examples."""
    if rule.layer != first.layer:
        return f"make the pattern of {first.id!r} narrower: headings are always tried first"
    if rule.origin[0] != first.origin[0]:
        return f"say before = {first.id!r}"
    return f"put it above {first.id!r}, or make that pattern narrower"


def _named(rule: Rule) -> str:
    return f"{rule.id!r} ({Path(rule.origin[0]).name}:{rule.origin[1]})"


def _covers(first: Rule, rule: Rule) -> bool:
    """Say whether ``first`` may apply wherever ``rule`` may."""
    if first.needs or first.learnt or (first.joins and not first.makes):
        return False
    return (not first.where or bool(rule.where and rule.where <= first.where)) and first.not_in <= rule.not_in


def _first_taker(earlier: list[Rule], _rule: Rule, example: str) -> Rule | None:
    return next((one for one in earlier if one.pattern.at_start(example)), None)


def _overlapping(earlier: list[Rule], rule: Rule, example: str) -> Rule | None:
    """Return the inline rule that has taken characters of each match of ``rule`` in an example."""
    claims = _claims(rule, example)
    taker = None
    for start, end in claims:
        taker = next((one for one in earlier if any(a < end and start < b for a, b in _claims(one, example))), None)
        if taker is None:
            return None
    return taker


def _claims(rule: Rule, example: str) -> list[Span]:
    """Return what an inline rule claims in a text: its matches, or only their groups when only they get elements."""
    spans = []
    for match in rule.pattern.anywhere(example):
        groups = [match.groups[name] for name, _ in rule.groups if name in match.groups] or [match.span]
        whole = match.span if rule.wrap.element else (min(start for start, _ in groups), max(end for _, end in groups))
        spans.append(whole)
    return spans
