"""What a RELAX NG schema says of each element: its attributes, their closed lists of values, its content."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEI = "http://www.tei-c.org/ns/1.0"

#: Attribute → (needed, the values that are possible; none for any value of its datatype).
Attributes = dict[str, tuple[bool, frozenset[str]]]


@dataclass
class Grammar:
    """The elements of a schema. One name may be defined several times, for several places: all are taken together."""

    attributes: dict[str, Attributes] = field(default_factory=dict)
    definitions: dict[str, list[etree._Element]] = field(default_factory=dict)
    _defines: dict[str, etree._Element] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Grammar:
        """Read a schema in the XML syntax of RELAX NG."""
        root = etree.parse(str(path)).getroot()
        found = cls()
        found._defines = {one.get("name"): one for one in root.iter(f"{RNG}define")}
        for element in root.iter(f"{RNG}element"):
            found.definitions.setdefault(element.get("name"), []).append(element)
        for name, places in found.definitions.items():
            each = [found._attributes(place) for place in places]
            found.attributes[name] = {
                attribute: (
                    all(attribute in one and one[attribute][0] for one in each),
                    frozenset().union(*(one[attribute][1] for one in each if attribute in one))
                    if all(one[attribute][1] for one in each if attribute in one) else frozenset(),
                )
                for attribute in sorted({attribute for one in each for attribute in one})
            }  # fmt: skip
        return found

    def _attributes(self, element: etree._Element) -> Attributes:
        return self._together([self._of(child) for child in element])

    def _of(self, node: etree._Element) -> Attributes:
        kind = str(node.tag).removeprefix(RNG)
        if kind == "attribute":
            values = frozenset(one.text for one in node.iter(f"{RNG}value"))
            free = next(node.iter(f"{RNG}data", f"{RNG}text", f"{RNG}ref"), None)
            if free is not None and free.tag == f"{RNG}ref":
                inside = self._defines[free.get("name")]
                values |= frozenset(one.text for one in inside.iter(f"{RNG}value"))
                free = next(inside.iter(f"{RNG}data", f"{RNG}text"), None)
            return {node.get("name"): (True, frozenset() if free is not None else values)}
        if kind == "ref":
            return self._together([self._of(child) for child in self._defines[node.get("name")]])
        if kind in ("element", "text", "empty", "data", "value", "param", "notAllowed", "list"):
            return {}
        inside = [self._of(child) for child in node]
        if kind == "choice":
            found = self._together(inside)
            return {name: (all(name in one for one in inside) and needed, values)
                    for name, (needed, values) in found.items()}  # fmt: skip
        found = self._together(inside)
        return {name: (needed and kind not in ("optional", "zeroOrMore"), values)
                for name, (needed, values) in found.items()}  # fmt: skip

    @staticmethod
    def _together(parts: list[Attributes]) -> Attributes:
        found: Attributes = {}
        for part in parts:
            for name, (needed, values) in part.items():
                before = found.get(name)
                if before:  # a list is closed only if it is in both places
                    values = values | before[1] if values and before[1] else frozenset()
                found[name] = (needed or bool(before and before[0]), values)
        return found

    def content(self, name: str) -> list[etree._Element]:
        """Return what TEI's ``content`` of an element may hold: of several definitions, one of them."""
        made = [self._content(list(place)) for place in self.definitions[name]]
        if len(made) == 1:
            return made[0]
        box = etree.Element(f"{{{TEI}}}alternate")
        for one in made:
            inner = one
            if len(one) > 1:
                inner = [etree.Element(f"{{{TEI}}}sequence")]
                inner[0].extend(one)
            box.extend(inner or [etree.Element(f"{{{TEI}}}empty")])
        return [box]

    def _content(self, nodes: list[etree._Element]) -> list[etree._Element]:
        made = []
        for node in nodes:
            kind = str(node.tag).removeprefix(RNG)
            if kind == "element":
                made.append(etree.Element(f"{{{TEI}}}elementRef", key=str(node.get("name"))))
            elif kind == "ref":
                made += self._content(list(self._defines[node.get("name")]))
            elif kind in ("text", "data"):
                made.append(etree.Element(f"{{{TEI}}}textNode"))
            elif kind in ("group", "choice", "optional", "zeroOrMore", "oneOrMore"):
                box = self._box(kind, self._content(list(node)))
                if kind == "choice" and box and not all(self._content([one]) for one in node):
                    box = self._box("optional", box)  # an attribute in the place of an element
                made += box
        return made

    @staticmethod
    def _box(kind: str, inside: list[etree._Element]) -> list[etree._Element]:
        if not inside:
            return []
        box = etree.Element(f"{{{TEI}}}{'alternate' if kind == 'choice' else 'sequence'}")
        box.extend(inside)
        one = inside[0] if len(inside) == 1 and not {"minOccurs", "maxOccurs"} & set(inside[0].attrib) else box
        if kind in ("optional", "zeroOrMore"):
            one.set("minOccurs", "0")
        if kind in ("zeroOrMore", "oneOrMore"):
            one.set("maxOccurs", "unbounded")
        return [one]
