"""Lays a profile over what it extends: its own words and rules before, or in the place of, the inherited ones.

A mistake is a ``ProfileError`` that names the profile's file and line and says what to do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from tei_encoder.model.errors import ProfileError
from tei_encoder.rules.compiled import compile_signs
from tei_encoder.rules.content import Content, find_profile
from tei_encoder.rules.mistakes import nearest, pattern_cure
from tei_encoder.rules.pattern import PatternError
from tei_encoder.rules.places import examples_key, sign_key, term_key
from tei_encoder.rules.profile import ProfileFile, Rule, Strict
from tei_encoder.rules.profile_text import ProfileText, read_text

_SECTIONS = ("division", "block", "inline")

#: In a list of words: here stand the inherited ones.
INHERITED = ("...", "…")

Table = TypeVar("Table", bound=Strict)


def checked(path: Path) -> Content:
    """Return what the profile at ``path`` says, with what it inherits. Raises ProfileError."""
    chain = _chain(path)
    merged = ProfileFile(profile=chain[0].content.profile)
    places: dict[str, tuple[str, int]] = {}
    for file in chain:
        merged = _over(file, merged)
        own = _places(file)
        told = {examples_key(rule) for rule in own}  # examples of a rule that is replaced here
        places = {key: place for key, place in places.items() if key not in told} | own
    merged = _only_tried(chain[-1], merged, places)
    for number in range(len(merged.sign)):
        places[sign_key(number)] = (str(path), chain[-1].line_of("sign", number, "pattern"))
    for number, sign in enumerate(compile_signs(merged, places)):
        try:
            sign.pattern.first("")
        except PatternError as error:
            raise ProfileError(
                "PROFILE-PATTERN", f"RE2 cannot read the pattern of a sign: {error}", pattern_cure(str(error)),
                path=path, line=places[sign_key(number)][1],
            ) from None  # fmt: skip
    checksum = hashlib.sha256(b"\0".join(file.data for file in chain)).hexdigest()
    return Content(merged, places, checksum, tuple(str(file.path) for file in chain))


def _chain(path: Path, above: tuple[Path, ...] = ()) -> list[ProfileText]:
    """Return the file at ``path`` and those it extends, each once, the most basic one first.

    ``above`` are the files that led here.
    """
    file = read_text(path)
    parents = file.content.profile.extends
    chain: list[ProfileText] = []
    for parent in filter(None, [parents] if isinstance(parents, str) else parents):
        try:
            found = find_profile(parent, path.parent)
        except ProfileError as error:
            error.path, error.line = str(path), file.line_of("profile", 0, "extends")
            raise
        if any(found.resolve() == one.resolve() for one in (*above, path)):
            raise ProfileError(
                "PROFILE-LOOP", f"{parent!r} extends itself in the end", "remove one `extends`",
                path=path, line=file.line_of("profile", 0, "extends"),
            )  # fmt: skip
        chain += [one for one in _chain(found, (*above, path)) if one not in chain]
    return [*chain, file]


def _over(file: ProfileText, merged: ProfileFile) -> ProfileFile:
    """Lay one file over what it inherits: own rules stand before inherited ones, or replace them by id."""
    own = file.content
    off = set(own.profile.disable)
    ids = {rule.id for section in _SECTIONS for rule in getattr(merged, section)}
    for unknown in sorted(off - ids):
        raise ProfileError(
            "PROFILE-DISABLE", f"there is no inherited rule {unknown!r}", nearest(unknown, ids),
            path=file.path, line=file.line_of("profile", 0, "disable"),
        )  # fmt: skip
    update: dict[str, object] = {
        "profile": own.profile,
        "layout": _laid(own.layout, merged.layout, file),
        "people": _laid(own.people, merged.people, file),
        "business": _laid(own.business, merged.business, file),
        "labels": _laid(own.labels, merged.labels, file),
        "steps": _laid(own.steps, merged.steps, file),
        "connectives": _laid(own.connectives, merged.connectives, file),
        "terms": {name: term for name, term in merged.terms.items() if name not in own.words} | own.terms,
        "words": {name: words for name, words in merged.words.items() if name not in own.terms}
        | _spliced(own.words, merged.words, file, "words"),
        "numbers": merged.numbers | own.numbers,
        "months": merged.months | own.months,
        "eras": merged.eras | own.eras,
        "sign": own.sign,
    }
    gone = off | {rule.id for section in _SECTIONS for rule in getattr(own, section)}
    for section in _SECTIONS:
        mine: list[Rule] = getattr(own, section)
        rules = [rule for rule in mine if not (rule.before or rule.after or rule.id in ids)]
        for rule in getattr(merged, section):
            if rule.id in off:
                continue
            rules += [new for new in mine if new.before == rule.id]
            rules += [new for new in mine if new.id == rule.id and new not in rules] if rule.id in gone else [rule]
            rules += [new for new in mine if new.after == rule.id]
        _refuse_unplaced(file, section, merged, rules)
        update[section] = [_retried(rule, own) for rule in rules]
    for rule_id in own.examples:
        if rule_id not in ids:
            raise ProfileError(
                "PROFILE-EXAMPLES", f"there is no inherited rule {rule_id!r}", nearest(rule_id, ids),
                path=file.path, line=file.line_of("examples", 0, rule_id),
            )  # fmt: skip
    return merged.model_copy(update=update)


def _retried(rule: Rule, own: ProfileFile) -> Rule:
    """Return the rule with the examples that the profile ``own`` gives for it."""
    given = own.examples.get(rule.id)
    return rule if given is None else rule.model_copy(update={"yes": given.yes, "no": given.no})


def _only_tried(file: ProfileText, merged: ProfileFile, places: dict[str, tuple[str, int]]) -> ProfileFile:
    """Leave out the inherited rules of a usable profile that have no examples in its language; own ones need them."""
    rules = [rule for section in _SECTIONS for rule in getattr(merged, section)]
    gone = set() if merged.profile.abstract else {rule.id for rule in rules if not rule.yes}
    for rule_id in sorted(gone, key=lambda one: places[one]):
        home, line = places.pop(rule_id)
        if home == str(file.path):
            raise ProfileError(
                "PROFILE-KEY", "the key 'yes' is missing", "add it: texts that the pattern must match",
                path=file.path, line=line,
            )  # fmt: skip
    kept: dict[str, object] = {}
    for section in _SECTIONS if gone else ():
        kept[section] = [
            rule.model_copy(update={"joins": [one for one in rule.joins if one not in gone]})
            if gone.intersection(getattr(rule, "joins", ()))
            else rule
            for rule in getattr(merged, section)
            if rule.id not in gone
        ]
    return merged.model_copy(update=kept)


def _laid(own: Table, inherited: Table, file: ProfileText) -> Table:
    """Lay a table over an inherited one, key by key."""
    said = {name: getattr(own, name) for name in own.model_fields_set}
    words = {name: value for name, value in said.items() if isinstance(value, list)}
    section = type(own).__name__.lower()
    return inherited.model_copy(update=said | _spliced(words, vars(inherited), file, section))


def _spliced(
    lists: Mapping[str, list[str]], inherited: Mapping[str, list[str]], file: ProfileText, section: str
) -> dict[str, list[str]]:
    """Return lists of words with the inherited words in the place of ``...``. Raises ProfileError."""
    spliced = {}
    for name, words in lists.items():
        if set(words) & set(INHERITED):
            if not inherited.get(name):
                raise ProfileError(
                    "PROFILE-WORDS", f"{name}: '...' stands for inherited words, and there are none",
                    "leave it out, or extend a profile that has them",
                    path=file.path, line=file.line_of(section, 0, name),
                )  # fmt: skip
            words = [word for one in words for word in (inherited[name] if one in INHERITED else [one])]
        spliced[name] = words
    return spliced


def _refuse_unplaced(file: ProfileText, section: str, merged: ProfileFile, placed: list[Rule]) -> None:
    """Refuse a rule that is to stand beside a rule, or in the place of one, that its section does not have."""
    homes = {rule.id: home for home in _SECTIONS for rule in getattr(merged, home)}
    for number, rule in enumerate(getattr(file.content, section)):
        if rule in placed:
            continue
        beside = rule.before or rule.after
        key = "before" if rule.before else "after" if rule.after else "id"
        known = [name for name, home in homes.items() if home == section]
        if key == "id":
            home = f"a [[{homes[rule.id]}]]"
            what, cure = f"the inherited rule {rule.id!r} is {home}", f"give yours another id, or make it {home}"
        elif beside in homes:
            what, cure = f"{beside!r} is a [[{homes[beside]}]] rule", f"a [[{section}]] rule stands beside its like"
        else:
            what, cure = f"there is no inherited rule {beside!r}", nearest(beside, known)
        raise ProfileError("PROFILE-PLACE", what, cure, path=file.path, line=file.line_of(section, number, key))


def _places(file: ProfileText) -> dict[str, tuple[str, int]]:
    """Return where the rules, terms and word lists of a file stand: id or ``{{NAME}}`` → file, line."""
    places: dict[str, tuple[str, int]] = {}
    for section in _SECTIONS:
        for number, rule in enumerate(getattr(file.content, section)):
            line = file.line_of(section, number)
            if rule.id in places:
                raise ProfileError(
                    "PROFILE-TWICE", f"two rules are called {rule.id!r}, here and in line {places[rule.id][1]}",
                    "rename one", path=file.path, line=line,
                )  # fmt: skip
            places[rule.id] = (str(file.path), line)
    for section in ("terms", "words"):
        for name in getattr(file.content, section):
            places[term_key(name)] = (str(file.path), file.line_of(section, 0, name))
    for name in file.content.examples:
        places[examples_key(name)] = (str(file.path), file.line_of("examples", 0, name))
    return places
