"""Tries a profile that was written by hand: can RE2 read its patterns, and do they match their examples?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tei_encoder.rules.mistakes import pattern_cure
from tei_encoder.rules.pattern import Pattern, PatternError, PatternSet, fold, narrowed
from tei_encoder.rules.places import Where, mistake, term_key
from tei_encoder.rules.rule import Rule
from tei_encoder.rules.terms import terms_of

if TYPE_CHECKING:
    from tei_encoder.rules import profile as language

#: Characters of a piece of a pattern up to which RE2's complaint shows it.
_SHOWN = 60


def try_patterns(rules: Iterable[Rule], content: language.ProfileFile, origins: dict[str, Where]) -> None:
    """See that RE2 can read each pattern as the user means it, not anchored. Raises ProfileError."""
    for rule in rules:
        if complaint := _complaint(rule.pattern):
            _try_terms(content, origins)
            what = f"RE2 cannot read the pattern of the rule {rule.id!r}: {complaint}"
            raise mistake(rule.origin, "PATTERN", what, pattern_cure(complaint), "pattern")


def _try_terms(content: language.ProfileFile, origins: dict[str, Where]) -> None:
    """See that RE2 can read each term, those first that contain no other. Raises ProfileError."""
    for name, term in sorted(terms_of(content, origins).items(), key=lambda item: (len(item[1]), item)):
        if complaint := _complaint(Pattern(narrowed(term, content.profile.scripts))):
            what = f"RE2 cannot read the term {term_key(name)}: {complaint}"
            raise mistake(origins[term_key(name)], "PATTERN", what, pattern_cure(complaint))


def _complaint(pattern: Pattern) -> str:
    """Return what RE2 says of a pattern that it cannot read, without a pattern that is long; "" where it can."""
    try:
        pattern.compiled()
    except PatternError as error:
        what, colon, where = str(error).partition(": ")
        return what if len(where) > _SHOWN else f"{what}{colon}{where}"
    return ""


def try_examples(rules: tuple[Rule, ...], patterns: PatternSet, fill: Callable[[str], str]) -> None:
    """Try every example on the patterns of its layer. Raises ProfileError."""
    for number, rule in enumerate(rules):
        for example, wanted in [*((yes, True) for yes in rule.yes), *((no, False) for no in rule.no)]:
            if (number in patterns.matching(fold(example).replace("\n", " ").encode())) is not wanted:
                code, must = ("YES", "must match") if wanted else ("NO", "must not match")
                what = f"rule {rule.id!r} {must} its example {example!r}"
                how = _how_far(rule, fold(example).replace("\n", " "), fill) if wanted else ""
                raise mistake(rule.tried, code, what + how, "mend the pattern or the example", code.lower())


def _how_far(rule: Rule, example: str, fill: Callable[[str], str]) -> str:
    """Say where the pattern of a block rule fails in an example that it should match."""
    if rule.layer == "inline":
        return ""
    from tei_encoder.rules.near import Nearness

    near = Nearness(fill).of(rule.written, example)
    return f" (it fits {near.fits!r}, then wants {near.wants})" if near.fits else f" (it wants {near.wants} first)"
