"""Names in rosters, lists of those present and elections, found while the text is read for the first time."""

from __future__ import annotations

from tei_encoder.encode.list_names import cut_off
from tei_encoder.encode.outline import State
from tei_encoder.rules.pattern import Span
from tei_encoder.rules.rule import Profile, Rule


class Naming:
    """The inline rules that find the names in rosters, attendance lists and elections, by where they apply.

    Those for organisations have a say, too: what an earlier one takes is nobody's name.
    """

    def __init__(self, profile: Profile) -> None:
        self._rules = profile.block_rules
        self._naming = [
            (rule, name)
            for rule in profile.inline_rules
            for name, wrap in rule.groups
            if wrap.element in ("persName", "orgName") and rule.where
        ]
        self._bearing = frozenset(one for rule, name in self._naming if _names_people(rule, name) for one in rule.where)
        self._known: dict[tuple[State, int], list[tuple[Rule, str]] | None] = {}

    def rules(self, state: State, rule: int) -> list[tuple[Rule, str]] | None:
        """Return the inline rules, each with its group, for a block of that rule; None where none looks."""
        key = (state, rule)
        if key not in self._known:
            names = state.names | self._rules[rule].names if rule >= 0 else state.names
            self._known[key] = (
                None
                if names.isdisjoint(self._bearing)
                else [(one, group) for one, group in self._naming if one.applies(names)]
            )
        return self._known[key]


def _names_people(rule: Rule, group: str) -> bool:
    return dict(rule.groups)[group].element == "persName"


def listed(text: str, rules: list[tuple[Rule, str]] | None, stretches: dict[str, int]) -> list[str]:
    """Return the names that inline rules find in a roster, an attendance list, an election.

    With a name goes a word in small letters behind it, which a blank may have cut off; ``stretches`` then takes in
    where the name ends without it.
    """
    named = []
    taken: list[Span] = []
    for rule, group in rules or ():
        for match in rule.pattern.anywhere(text):
            start, end = match.groups.get(group, (0, 0))
            if not _names_people(rule, group):
                taken.append((start, end))
            elif start < end and not any(start < other and begin < end for begin, other in taken):
                until = cut_off(text, end)
                named.append(text[start:until])
                if until > end:
                    stretches[text[start:until]] = end - start
    return named
