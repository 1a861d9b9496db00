"""Annotations: claims about spans of the source, and the decisions of rules that made them."""

from __future__ import annotations

import sys

#: The end of an annotation that is still open (a session whose last line has not been read yet).
OPEN = sys.maxsize


class Annotation:
    """An element over a span of the source.

    ``start`` and ``end`` are offsets in code points (0-based, half-open; ``end`` is ``OPEN`` while unknown);
    ``start == end`` makes an empty element. ``correction`` makes a TEI ``choice`` of what stands in the source
    (this element, ``sic`` or ``orig``) and a reading aid that the source does not have: element, attributes and text.
    ``within`` names the annotation that an empty element at its very end belongs to.
    """

    __slots__ = ("attrs", "correction", "element", "end", "rule", "start", "within")

    def __init__(
        self,
        start: int,
        end: int,
        element: str,
        attrs: dict[str, str] | None = None,
        rule: str = "",
        correction: tuple[str, dict[str, str], str] | None = None,
        within: Annotation | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.element = element
        self.attrs: dict[str, str] = {} if attrs is None else attrs
        self.rule = rule
        self.correction = correction
        self.within = within

    def holds(self, other: Annotation) -> bool:
        """Say whether the span of ``other`` lies within this one's."""
        return self.start <= other.start and other.end <= self.end


class Decision:
    """What one rule decided about one place: the record behind ``explain``.

    ``start``/``end`` are the characters the rule claimed (offsets, half-open), ``line`` is 1-based, ``made`` the
    annotations, ``groups`` the spans of the pattern's named groups. ``rule`` is empty for a block that no rule
    recognised.
    """

    __slots__ = ("cert", "end", "groups", "layer", "line", "made", "rule", "start")

    def __init__(
        self,
        rule: str,
        layer: str,
        line: int,
        start: int,
        end: int,
        made: list[Annotation],
        groups: dict[str, tuple[int, int]],
        cert: str = "",
    ) -> None:
        self.rule = rule
        self.layer = layer
        self.line = line
        self.start = start
        self.end = end
        self.made = made
        self.groups = groups
        self.cert = cert

    def record(self) -> str:
        """Return the decision as one line of ``<stem>.decisions.jsonl``; made elements read ``sp#sp.17``."""
        made = ",".join(
            [f'"{one.element}"' if "xml:id" not in one.attrs else f'"{name_of(one)}"' for one in self.made]
        )
        groups = ",".join([f'"{name}":[{start},{end}]' for name, (start, end) in self.groups.items()])
        return (
            f'{{"line":{self.line},"rule":"{self.rule}","layer":"{self.layer}","start":{self.start},'
            f'"end":{self.end},"made":[{made}]'
            + (f',"groups":{{{groups}}}' if groups else "")
            + (f',"cert":"{self.cert}"' if self.cert else "")
            + "}\n"
        )


def name_of(one: Annotation) -> str:
    """Return the name of an annotation in messages and records: its element, and its id where it has one."""
    return f"{one.element}#{one.attrs['xml:id']}" if "xml:id" in one.attrs else one.element
