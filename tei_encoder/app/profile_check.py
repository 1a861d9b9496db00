"""Checks a profile as its author wants it checked: does it load, is all of it of use, what does it do to texts?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts, sidecar_beside
from tei_encoder.readers import read
from tei_encoder.rules.content import find_profile
from tei_encoder.rules.load import check as load_anew
from tei_encoder.rules.load import content_of, shipped
from tei_encoder.rules.loose_ends import LooseEnd, loose_ends
from tei_encoder.rules.rule import Profile


@dataclass(frozen=True, slots=True)
class Tried:
    """What a profile did to one text: its blocks, those that no rule recognised, and where the first of these stand."""

    text: str
    blocks: int
    plain: int
    first_plain: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A profile that loads: its rules and examples (all of them right), what is in it in vain, how often rules fired.

    ``fired`` has every rule of its own file, with how often it was taken on the texts; it is empty without texts.
    """

    profile: str
    rules: int
    examples: int
    warnings: tuple[LooseEnd, ...]
    texts: tuple[Tried, ...]
    fired: dict[str, int]

    def record(self) -> dict[str, object]:
        """Return it as an object for ``--json``."""
        return asdict(self)


def check(name: str, texts: Sequence[Path] = ()) -> Checked:
    """Load a profile (its id or file), look for what can have no effect, and try it on texts.

    Raises ProfileError at its first mistake, InputError for a text that cannot be read.
    """
    profile = load_anew(name)
    content = content_of(find_profile(name, Path()))
    fired: Counter[str] = Counter()
    tried = tuple(_try(profile, text, fired) for text in texts)
    own = [rule for rule in (*profile.block_rules, *profile.inline_rules) if rule.origin[0] == content.files[-1]]
    own = [rule for rule in own if rule.makes]  # one that only joins a line to the block before decides nothing
    warnings = loose_ends(content, profile)
    if texts:
        hopeless = {one.line for one in warnings if one.code in ("UNREACHABLE", "NEVER-OPEN")}
        warnings += [
            LooseEnd("NEVER-FIRED", *rule.origin, f"rule {rule.id!r} found nothing in {_count(len(texts), 'text')}",
                     "see whether it is needed; explain says how near it came")
            for rule in own
            if not fired[rule.id] and rule.origin[1] not in hopeless
        ]  # fmt: skip
    every = (*profile.block_rules, *profile.inline_rules)
    examples = sum(len(rule.yes) + len(rule.no) for rule in every)
    counts = {rule.id: fired[rule.id] for rule in own} if texts else {}
    return Checked(name, profile.rules, examples, tuple(warnings), tried, counts)


def _try(profile: Profile, path: Path, fired: Counter[str]) -> Tried:
    source = read(path)
    document = Document(source, profile, load_facts(sidecar_beside(path)))
    blocks, plain = 0, []
    for decision in document.decisions():
        fired[decision.rule] += 1
        if decision.layer in ("division", "block"):
            blocks += 1
            if not decision.rule:
                plain.append(decision.line)
    return Tried(str(path), blocks, len(plain), tuple(plain[:5]))


def is_profile(name: str) -> bool:
    """Say whether an argument of ``profile check`` means a profile, not a text."""
    return name in shipped() or name.endswith(".toml")


def printed(checked: Checked) -> list[str]:
    """Return the result as lines: the warnings, what happened to each text, and the sum."""
    lines = [str(one) for one in checked.warnings]
    for one in checked.texts:
        share = 100 * (one.blocks - one.plain) // max(1, one.blocks)
        first = f"; plain are lines {', '.join(map(str, one.first_plain))}" if one.plain else ""
        lines.append(f"{one.text}: {_count(one.blocks, 'block')}, {share} % recognised"
                     f"{first}{' …' if one.plain > len(one.first_plain) else ''}")  # fmt: skip
    state = _count(len(checked.warnings), "warning") if checked.warnings else "all as they should be"
    lines.append(f"{checked.profile}: {_count(checked.rules, 'rule')}, {_count(checked.examples, 'example')}, {state}")
    return lines


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
