"""Votes: the register of ballots that stands beside the text (TEI P5 ``standOff/listEvent``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tei_encoder.encode.markup import block, leaf

#: What ``measure/@type`` counts, in the words of the register.
_COUNTED = {
    "for": "for",
    "against": "against",
    "abstained": "abstained",
    "present": "present",
    "notVoting": "not voting",
}


@dataclass(frozen=True, slots=True)
class Vote:
    """One ballot: the id of its note, its outcome where the text states one, the speech voted on, its figures."""

    id: str
    outcome: str
    about: str
    figures: tuple[str, ...]

    @staticmethod
    def of(attrs: Mapping[str, str], measures: Sequence[Mapping[str, str]]) -> Vote:
        """Make the entry for a ``note`` of type vote and its ``measure`` elements, from their attributes.

        A figure that stands there twice, in the sentence and above the list of names, is told once.
        """
        figures = tuple(dict.fromkeys(f"{_COUNTED[one['type']]} {_figure(one)}" for one in measures))
        return Vote(attrs.get("xml:id", ""), attrs.get("ana", ""), attrs.get("corresp", ""), figures)


def side_with_outcome(vote: Mapping[str, str], measures: Sequence[dict[str, str]]) -> None:
    """Exchange the sides of a vote that was lost by so many to so many, where more would have been for it.

    "Lost by 7 votes to 4" and "lost, 4 to 7" say the same: which figure stands first is a habit of speech, for which
    the rule has given ``cert="medium"`` to the vote. Who states the sides in words is not corrected.
    """
    if vote.get("cert") != "medium" or "#rejected" not in vote.get("ana", ""):
        return
    sides = {one["type"]: one for one in measures if one["type"] in ("for", "against") and "quantity" in one}
    if len(sides) == 2 and int(sides["for"]["quantity"]) > int(sides["against"]["quantity"]):
        sides["for"]["type"], sides["against"]["type"] = "against", "for"


def register(votes: Sequence[Vote]) -> str:
    """Return the register of votes as TEI, "" when there are none. No figure in it is computed."""
    events = [
        block(
            "event",
            leaf("desc", ", ".join(vote.figures) or "no figures"),
            type="vote",
            xml_id=f"event.{number}",
            corresp=f"#{vote.id} {vote.about}".rstrip(),
            ana=vote.outcome,
        )
        for number, vote in enumerate(votes, 1)
    ]
    return block("standOff", block("listEvent", *events, type="votes"))


def _figure(measure: Mapping[str, str]) -> str:
    if "quantity" in measure:
        return measure["quantity"]
    return f"{measure['min']} to {measure['max']}" if "min" in measure else "(illegible)"
