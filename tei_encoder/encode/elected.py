"""Elected: names that stand behind an office in the result of an election, as evidence that they are persons."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tei_encoder.rules.rule import Rule


class Elected:
    """Follows the lines of a text: which announce an election, and whom the lines below them name."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        numbered = list(enumerate(rules))
        self._announcing = frozenset(at for at, rule in numbered if rule.announces == "election" and not rule.where)
        self._rows = {
            at: rule
            for at, rule in numbered
            if "announced.election" in rule.where and any(wrap.element == "persName" for _, wrap in rule.groups)
        }
        self._electing = False

    def names(self, seen: str, hits: Collection[int]) -> list[str]:
        """Return the names in the next line, which these rules match, if it tells who was elected; else nothing."""
        if not self._announcing.isdisjoint(hits):
            self._electing = True
            return []
        rule = next((self._rows[hit] for hit in hits if hit in self._rows), None) if self._electing else None
        match = rule.pattern.at_start(seen) if rule is not None else None
        self._electing &= match is not None or not seen
        if match is None or "persName" not in match.groups:
            return []
        return [part.strip(" .") for part in seen[match.groups["persName"][0] :].split(",")]
