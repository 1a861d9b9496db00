"""Shows a profile to people."""

from __future__ import annotations

from pathlib import Path

from tei_encoder.rules.rule import Profile, Rule


def shown(profile: Profile) -> str:
    """Return a profile as text: its rules in the order in which they are tried, with reasons and examples."""
    lines = [f"{profile.id}: {profile.title}", profile.description, ""]
    lines.append(f"Made of {', '.join(Path(file).name for file in reversed(profile.files))}.")
    layers = (("divisions and blocks: the first that matches wins", profile.block_rules),
              ("inside a block: an earlier rule has the first claim", profile.inline_rules))  # fmt: skip
    for title, rules in layers:
        lines += ["", f"== {title} =="]
        for rule in rules:
            lines += ["", *_rule(rule)]
    return "\n".join(lines) + "\n"


def _rule(rule: Rule) -> list[str]:
    lines = [f"{rule.id}  ({rule.layer}, {Path(rule.origin[0]).name}:{rule.origin[1]})", f"    {rule.why}"]
    makes = [rule.wrap.element, *(wrap.element for _, wrap in rule.groups), rule.rest.element]
    says = [f'{name}="{value}"' for name, value in rule.wrap.attrs.items()]
    facts = {
        "makes": " ".join([" ".join(name for name in makes if name), *says]),
        "inside": "/".join(box.key for box in rule.inside),
        "only in": ", ".join(rule.where),
        "never in": ", ".join(rule.not_in),
        "closes": ", ".join(sorted(rule.closes)),
        "joins": ", ".join(sorted(rule.joins)),
        "frame": rule.frame,
    }
    lines += [f"    {name:<9} {fact}" for name, fact in facts.items() if fact]
    lines += [f"    {'yes':<9} {example}" for example in rule.yes]
    return lines + [f"    {'no':<9} {example}" for example in rule.no]
