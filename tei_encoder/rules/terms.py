"""Puts the terms and the scripts of a profile into its patterns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from tei_encoder.rules.mistakes import nearest
from tei_encoder.rules.pattern import any_of, escape, fold, narrowed
from tei_encoder.rules.places import Where, mistake, term_key

if TYPE_CHECKING:
    from tei_encoder.rules import profile as language


def specs(content: language.ProfileFile) -> Iterator[tuple[str, Any]]:
    """Yield the rules of a profile as they are written, with their layers, in the order in which they are tried."""
    yield from (("block", spec) for spec in content.block if spec.first)
    yield from (("division", spec) for spec in content.division)
    yield from (("block", spec) for spec in content.block if not spec.first)
    yield from (("inline", spec) for spec in content.inline)


def fill_patterns(content: language.ProfileFile, origins: dict[str, Where]) -> dict[str, str]:
    """Return the pattern of each rule, by its id, with terms and scripts put in. Raises ProfileError."""
    scripts = content.profile.scripts
    terms = {name: narrowed(term, scripts) for name, term in terms_of(content, origins).items()}
    for _, spec in specs(content):
        _refuse_unseen(spec.pattern, origins[spec.id])
    return {spec.id: narrowed(filled(spec.pattern, terms, origins[spec.id]), scripts) for _, spec in specs(content)}


def fill_with(content: language.ProfileFile, origins: dict[str, Where]) -> Callable[[str], str]:
    """Return what puts the terms and scripts of a profile into a pattern as it is written."""
    terms = terms_of(content, origins)
    return lambda written: narrowed(filled(written, terms, ("", 1)), content.profile.scripts)


def terms_of(content: language.ProfileFile, origins: dict[str, Where]) -> dict[str, str]:
    """Return every term with the terms inside it filled in; word lists become alternatives."""
    for name, pattern in content.terms.items():
        _refuse_unseen(pattern, origins[term_key(name)])
    raw = {name: f"(?:{pattern})" for name, pattern in content.terms.items()}
    raw |= {name: any_of(words) for name, words in content.words.items()}
    if content.eras:
        raw["ERA"] = any_of(content.eras)
    if content.months:
        raw["MONTH"] = f"(?:{'|'.join(sorted(map(_in_any_case, map(fold, content.months)), reverse=True))})"
    if content.numbers:
        raw["NUMBER-WORD"] = any_of(content.numbers)
    return {name: filled(raw[name], raw, origins[term_key(name)], (name,)) for name in content.terms} | {
        name: pattern for name, pattern in raw.items() if name not in content.terms
    }


def _in_any_case(word: str) -> str:
    """Return a pattern for a word also in capitals, and with a capital at the beginning, but not without one it has."""
    first = escape(word[:1])
    return f"{f'(?i:{first})' if word[:1].islower() else first}(?i:{escape(word[1:])})"


def _refuse_unseen(pattern: str, where: Where) -> None:
    """Refuse a character in a pattern that rules never see, because the folded view shows a plain one instead."""
    for odd in pattern:
        if fold(odd) != odd:
            name = unicodedata.name(odd, "a character").lower()
            plain = fold(odd) if fold(odd) != " " else "a plain space"
            what = f"the pattern has a character that rules never see: {odd!r} ({name})"
            raise mistake(where, "FOLDED", what, f"write {plain} for it", "pattern")


def filled(pattern: str, terms: dict[str, str], where: Where, seen: tuple[str, ...] = ()) -> str:
    """Return a pattern with its terms put in; ``seen`` are those that it is itself part of. Raises ProfileError."""

    def insert(found: re.Match[str]) -> str:
        name = found[1]
        if name in seen:
            raise mistake(where, "TERM", f"the term {term_key(name)} contains itself", "take it apart")
        if name not in terms:
            raise mistake(where, "TERM", f"there is no term {term_key(name)}", nearest(name, terms), "pattern")
        return filled(terms[name], terms, where, (*seen, name))

    return re.sub(r"\{\{([\w-]+)\}\}", insert, pattern)
