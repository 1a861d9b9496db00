"""Shows profiles to people: the list of those that are shipped, and the rules of one."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from tei_encoder.rules.content import Content, find_profile
from tei_encoder.rules.load import content_of, load, shipped
from tei_encoder.rules.rule import Profile, Rule


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list: a profile, what it is for, on what it builds; ``extend_only`` ones cannot be used alone."""

    id: str
    language: str
    extends: str
    rules: int
    title: str
    description: str
    extend_only: bool
    file: str

    def record(self) -> dict[str, object]:
        """Return it as an object for ``--json``."""
        return asdict(self)


def listed() -> list[Listed]:
    """Return the shipped profiles, by id; their rules are counted, not made ready to run."""
    return [_listed(content_of(find_profile(name, Path()))) for name in shipped()]


def _listed(content: Content) -> Listed:
    head = content.tables.profile
    rules = sum(len(getattr(content.tables, layer)) for layer in ("division", "block", "inline"))
    extends = head.extends if isinstance(head.extends, str) else ", ".join(head.extends)
    return Listed(head.id, head.language, extends, rules, head.title, head.description, head.abstract,
                  Path(content.files[-1]).name)  # fmt: skip


def list_rows(found: list[Listed]) -> list[tuple[str, ...]]:
    """Return the list as rows of a table, the head first; what can only be extended is in brackets."""
    rows: list[tuple[str, ...]] = [("id", "language", "extends", "rules", "title")]
    for one in found:
        name = f"({one.id})" if one.extend_only else one.id
        rows.append((name, one.language or "any", one.extends or "-", str(one.rules), one.title))
    return rows


@dataclass(frozen=True, slots=True)
class Shown:
    """A profile as ``profile show`` tells it, or some of its rules."""

    profile: Profile
    content: Content
    rules: tuple[Rule, ...]

    def record(self) -> dict[str, object]:
        """Return it as an object for ``--json``: the rules in the order in which they are tried."""
        tables = self.content.tables
        return {
            **_listed(self.content).record(), "files": [Path(file).name for file in self.profile.files],
            "words": dict(tables.words), "steps": dict(self.profile.steps),
            "rules": [{"id": rule.id, "layer": rule.layer, "file": Path(rule.origin[0]).name, "line": rule.origin[1],
                       "why": rule.why, "doubt": rule.doubt, "pattern": rule.written, **_facts(rule),
                       "yes": list(rule.yes), "no": list(rule.no)} for rule in self.rules],
        }  # fmt: skip


def shown(name: str, wanted: str = "") -> Shown:
    """Return a profile (its id or file) ready to be told; with ``wanted`` only the rule of that id.

    Raises ProfileError; UsageError where there is no such rule.
    """
    profile, content = load(name), content_of(find_profile(name, Path()))
    rules = (*profile.block_rules, *profile.inline_rules)
    if wanted:
        from tei_encoder.model.errors import UsageError
        from tei_encoder.rules.mistakes import nearest

        one = profile.rule(wanted)
        if one is None:
            cure = nearest(wanted, [rule.id for rule in rules])
            raise UsageError("RULE", f"{profile.id} has no rule {wanted!r}", cure)
        rules = (one,)
    return Shown(profile, content, rules)


def printed(told: Shown) -> str:
    """Return a profile as text: its rules in the order in which they are tried, with reasons and examples."""
    profile, own = told.profile, told.profile.files[-1]
    if len(told.rules) == 1 and profile.rules > 1:
        return "\n".join(_rule(told.rules[0], own)) + "\n"
    files = [Path(file).name for file in reversed(profile.files)]
    lines = [f"{profile.id}: {profile.title}", *([profile.description] if profile.description else []), ""]
    lines.append(f"Made of {', over '.join(files)}.")
    lines.append(f"Steps that are on: {', '.join(profile.steps) or 'none'}.")
    words = {name: some for name, some in told.content.tables.words.items() if some}  # the others have other tables
    if words:
        lines += ["", "== words =="]
        lines += [f"{name}: {', '.join(some[:12])}{', …' if len(some) > 12 else ''}" for name, some in words.items()]
    layers = (("division", "block"), "divisions and blocks: the first that matches wins"), (
        ("inline",), "inside a block: an earlier rule has the first claim")  # fmt: skip
    for kinds, title in layers:
        lines += ["", f"== {title} =="]
        for rule in told.rules:
            if rule.layer in kinds:
                lines += ["", *_rule(rule, own)]
    return "\n".join(lines) + "\n"


def _facts(rule: Rule) -> dict[str, str]:
    """Return what a rule makes and where it applies, in words; what it does not say is left out."""
    groups = [f"{name} → {wrap.element}" if name != wrap.element else name for name, wrap in rule.groups]
    says = [f'{name}="{value}"' for name, value in rule.wrap.attrs.items()]
    facts = {
        "makes": " ".join([*([rule.wrap.element] if rule.wrap.element else []), *says]),
        "parts": ", ".join([*groups, *([f"the rest → {rule.rest.element}"] if rule.rest.element else [])]),
        "inside": "/".join(box.key for box in rule.inside),
        "only in": ", ".join(sorted(rule.where)),
        "never in": ", ".join(sorted(rule.not_in)),
        "closes": ", ".join(sorted(rule.closes | rule.ends)),
        "joins": ", ".join(sorted(rule.joins)),
        "frame": rule.frame,
    }
    return {name: fact for name, fact in facts.items() if fact}


def _rule(rule: Rule, own: str) -> list[str]:
    where = f"{'' if rule.origin[0] == own else 'inherited from '}{Path(rule.origin[0]).name}:{rule.origin[1]}"
    lines = [f"{rule.id}  ({rule.layer}, {where})", f"    {rule.why}"]
    if rule.doubt:
        lines.append(f"    in doubt  {rule.doubt}")
    lines.append(f"    pattern   {rule.written}")
    lines += [f"    {name:<9} {fact}" for name, fact in _facts(rule).items()]
    lines += [f"    {'yes':<9} {example}" for example in rule.yes]
    return lines + [f"    {'no':<9} {example}" for example in rule.no]
