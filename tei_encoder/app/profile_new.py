"""Proposes a profile for a text: what the eye would see first, counted, as rules that a person can read and mend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from tei_encoder.app.corpus import ranked
from tei_encoder.app.look import Proposal, quoted, rows_of
from tei_encoder.app.look_labels import labels
from tei_encoder.app.look_lines import dates, headings, narration, pages
from tei_encoder.app.look_marks import brackets, notes
from tei_encoder.app.profile_check import Checked, check
from tei_encoder.deliver import atomic
from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts
from tei_encoder.model.errors import UsageError
from tei_encoder.model.source import Source
from tei_encoder.readers import read
from tei_encoder.rules.content import find_profile
from tei_encoder.rules.languages import Guess, guess_language
from tei_encoder.rules.load import content_of, load, shipped

#: The score from which on a shipped profile is taken to be made for a text of this kind.
_SUITS = 1.2

#: Share of the lines of a proposal that the extended profile takes already, from which on no rule is needed.
_KNOWN = 0.8


@dataclass(frozen=True, slots=True)
class Made:
    """A profile that was proposed: its file, what it extends, its rules with their evidence, and how it checks."""

    file: str
    extends: str
    language: str
    rules: dict[str, tuple[str, ...]]
    checked: Checked

    def record(self) -> dict[str, object]:
        """Return it as an object for ``--json``."""
        return asdict(self)


def propose(file: Path, text: Path, encoding: str | None = None) -> Made:
    """Look at a text and write a profile for it, which is checked before it gets its name.

    Raises UsageError where ``file`` exists or is no name of a profile, InputError, StorageError.
    """
    if file.suffix != ".toml" or not re.fullmatch(r"[\w-]+", file.stem):
        cure = "a name such as council.toml: letters, figures, hyphens, and .toml"
        raise UsageError("NEW-NAME", f"{file.name!r} is no name for a profile", cure)
    if file.stem == text.stem and file.resolve().parent == text.resolve().parent:
        cure = f"call it {file.stem}-profile.toml, for example"
        raise UsageError("NEW-NAME", f"{file.name} would be taken for the facts about {text.name}", cure)
    if file.exists():
        raise UsageError("EXISTS", f"{file} is there already", "take another name, or move it away")
    source = read(text, encoding=encoding)
    guess = guess_language(source.sample())
    base, why = _base(source, guess)
    proposals = _needed(source, base, guess.months)
    written = _written(file.stem, text.name, guess, base, why, proposals)
    with atomic.Writer(file) as writer:
        writer.write(written)
        checked = check(str(writer.seal()), [text])
        writer.commit()
    rules = {one.id: tuple(one.evidence) for one in proposals}
    return Made(str(file), base, guess.code, rules, checked)


def _base(source: Source, guess: Guess) -> tuple[str, str]:
    """Return the shipped profile to extend, and why: one made for such texts, else what the language has in common."""
    best = ranked(source)[0]
    language = str(content_of(find_profile(best.profile, Path())).tables.profile.language)
    if best.score >= _SUITS and language and language == guess.code:  # one for any language suits too many
        return best.profile, f"{best.profile} suits best: {'; '.join(best.evidence)}"
    common = f"common-{guess.code}" if guess.code and f"common-{guess.code}" in shipped() else "common"
    return common, "no shipped profile is made for this kind of text"


def _needed(source: Source, base: str, months: Iterable[str]) -> list[Proposal]:
    """Return what the text suggests and the extended profile does not see."""
    rows = rows_of(source.sample())
    found = labels(rows)
    ends = {line: end for one in found for line, end in one.label_ends.items()}
    found += pages([row for row in rows if row.line not in ends])
    taken = {line for one in found for line in one.lines}
    found += headings(rows, taken)
    found += [*brackets(rows, ends), *notes(rows)]
    tables = content_of(find_profile(base, Path())).tables
    if not tables.months:
        found += dates(rows, months)
    seen = _made_by(source, base)
    if any('"sp"' in key for one in found for key in one.makes) or any("sp" in made for made in seen.values()):
        found += narration(rows, {line for one in found if one.layer != "inline" for line in one.lines})
    known = {rule.id for rule in (*load(base).block_rules, *load(base).inline_rules)}
    wanted = [one for one in found if not _is_known(one, seen) and one.proved()]
    for one in wanted:
        one.id = f"{one.id}-here" if one.id in known else one.id
        _renamed(one, {*tables.terms, *tables.words})
    return wanted


def _renamed(one: Proposal, inherited: set[str]) -> None:
    """Give terms and words of a proposal other names than inherited ones have, which they would replace."""
    names = {name: f"{name}-HERE" for name in inherited & {*one.terms, *one.words}}
    one.terms = {names.get(name, name): piece for name, piece in one.terms.items()}
    one.words = {names.get(name, name): some for name, some in one.words.items()}
    for name, other in names.items():
        one.pattern = one.pattern.replace(f"{{{{{name}}}}}", f"{{{{{other}}}}}")


def _made_by(source: Source, base: str) -> dict[int, set[str]]:
    """Return what the extended profile makes by rules in each line: elements, ``block`` where a rule took it all."""
    made: dict[int, set[str]] = {}
    for decision in Document(source, load(base), load_facts(None)).decisions():
        if decision.rule:
            here = made.setdefault(decision.line, set())
            here.update(one.element for one in decision.made)
            here.update(["block"] if decision.layer in ("division", "block") else [])
    return made


def _is_known(one: Proposal, seen: dict[int, set[str]]) -> bool:
    """Say whether the extended profile has a rule for nearly all lines of a proposal."""
    inline = re.findall(r'element = "(\w+)"', "\n".join(one.makes)) if one.layer == "inline" else []
    wanted = inline[-1] if inline else "sp" if one.label_ends else "block"
    return sum(wanted in seen.get(line, ()) for line in one.lines) >= _KNOWN * len(one.lines)


def _written(name: str, text: str, guess: Guess, base: str, why: str, proposals: list[Proposal]) -> str:
    content = content_of(find_profile(base, Path())).tables
    # Other scripts than those of the extended profile would change what its patterns mean, examples and all.
    scripts = list(content.profile.scripts)
    head = [
        "#:schema profile.schema.json",
        f"# A profile for texts like {text}, proposed by tei-encoder after it had looked at the text.",
        "# Read it, mend it, and check it:  tei-encoder profile check FILE TEXT", "",
        "[profile]", f"id = {quoted(_id(name))}", f"title = {quoted(f'Texts like {text}')}",
        f"# {guess.evidence}.", *([f"language = {quoted(guess.code)}"] if guess.code else []),
        *([f"scripts = {scripts}".replace("'", '"')] if scripts else []),
        f"# {why}.", f"extends = {quoted(base)}", "",
    ]  # fmt: skip
    terms = {key: value for one in proposals for key, value in one.terms.items()}
    if terms:
        head += ["[terms]", *(f"{key} = '''{pattern}'''" for key, pattern in terms.items()), ""]
    words = {key: value for one in proposals for key, value in one.words.items()}
    if words:
        head += ["[words]", *(f"{key} = [{', '.join(map(quoted, some))}]" for key, some in words.items()), ""]
    titles = sorted({title.lower() for one in proposals for title in one.titles})
    if titles:
        inherited = ['"..."'] if content.people.titles else []
        head += ["# These words stand before names and are no part of them.", "[people]",
                 f"titles = [{', '.join([*inherited, *map(quoted, titles)])}]", ""]  # fmt: skip
    rules = [one.written() for one in sorted(proposals, key=lambda one: _ORDER[one.layer])]
    if guess.months and not content.months:
        head += ["[months]", *(f"{quoted(month)} = {number}" for month, number in guess.months.items()), ""]
    return "\n".join([*head, "\n\n".join(rules)]).rstrip() + "\n"


_ORDER = {"division": 0, "block": 1, "inline": 2}


def _id(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "mine"


def printed(made: Made) -> list[str]:
    """Return what was proposed, as lines for people."""
    lines = [f"{made.file}: extends {made.extends}, language {made.language or 'not clear'}"]
    lines += [f"  {rule}: {evidence[0]}" for rule, evidence in made.rules.items()]
    for one in made.checked.texts:
        share = 100 * (one.blocks - one.plain) // max(1, one.blocks)
        lines.append(f"  {one.blocks} blocks of the text, {share} % of them recognised")
    if not made.rules:
        lines.append("  nothing in the text comes again in a way that a rule could be made of")
    return lines
