"""Names in lists: what inline rules find in rosters, among those present, in elections, before anything is encoded."""

from __future__ import annotations

from tei_encoder.encode.list_names import cut_off
from tei_encoder.encode.outline import State
from tei_encoder.rules.rule import Profile, Rule


class Naming:
    """The inline rules that find the names in rosters, attendance lists and elections, by where they apply."""

    def __init__(self, profile: Profile) -> None:
        self._rules = profile.block_rules
        self._naming = [
            (rule, name)
            for rule in profile.inline_rules
            for name, wrap in rule.groups
            if wrap.element in ("persName", "orgName", "roleName", "placeName") and rule.where
        ]
        self._bearing = frozenset(name for rule, _ in self._naming for name in rule.where)
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

    def joined(self, text: str, state: State, rule: int, stretches: dict[str, int]) -> list[str]:
        """Return the names in a line that belongs to a block of that rule: those elected, whoever presides."""
        listing = self.rules(state, rule)
        if listing is not None:  # on lines of their own, perhaps each with an office
            return listed(text if ":" in text or " - " in text else f"& {text}", listing, stretches)
        joining = (one for one in self._rules if one.groups and self._rules[rule].id in one.joins)
        spans = (match.groups.get("persName") for one in joining if (match := one.pattern.at_start(text)))
        return [text[slice(*span)] for span in spans if span]


def listed(text: str, rules: list[tuple[Rule, str]] | None, stretches: dict[str, int]) -> list[str]:
    """Return the names of persons that inline rules find in a roster, an attendance list, an election.

    What an earlier rule has found, a body or an office, is no person's. With a name goes a word in small letters behind
    it, which a blank may have cut off; ``stretches`` then takes in where the name ends without it.
    """
    named: list[str] = []
    taken: list[tuple[int, int]] = []
    for rule, group in rules or ():
        element = dict(rule.groups)[group].element
        for match in rule.pattern.anywhere(text):
            if group in match.groups:
                start, end = match.groups[group]
                if any(begin < end and start < stop for begin, stop in taken):
                    continue
                if element != "persName":
                    taken.append((start, end))
                    continue
                until = cut_off(text, end)
                named.append(text[start:until])
                if until > end:
                    stretches[text[start:until]] = end - start
    return named
