"""What a customisation (ODD) says of TEI, worked out as the TEI Consortium's stylesheets do.

Their way was read, not run (docs/schema.md, “the customisation”): first an element's own attributes are changed, then
those of its classes. That this is their way, ``test_odd_reading.py`` shows by the schema of all TEI, which they made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from grammar import TEI, Attributes
from lxml import etree

T = f"{{{TEI}}}"


@dataclass(frozen=True)
class Definition:
    """An attribute as TEI or a customisation defines it, or a part of such a definition (``mode="change"``)."""

    name: str
    mode: str | None
    usage: str | None
    datatype: etree._Element | None
    values: etree._Element | None
    #: What the list of values says of itself. A list that lost it on the way is not seen by the next step.
    values_mode: str | None

    @classmethod
    def of(cls, spec: etree._Element) -> Definition:
        values = spec.find(f"{T}valList")
        return cls(spec.get("ident"), spec.get("mode"), spec.get("usage"), spec.find(f"{T}datatype"), values,
                   values.get("mode") if values is not None else None)  # fmt: skip

    def changed_by(self, new: Definition) -> Definition:
        """Return this definition with a change; of a list that is neither added nor replaced nothing is taken."""
        values, values_mode = self.values, self.values_mode
        if new.values is not None and new.values_mode in ("add", "replace"):
            values = new.values
        elif new.values is not None and new.values_mode is not None:
            raise AssertionError(f"@{self.name}: a list of values that is changed or deleted is not read here")
        return replace(self, usage=new.usage or self.usage, values=values, values_mode=values_mode,
                       datatype=new.datatype if new.datatype is not None else self.datatype)  # fmt: skip

    @property
    def listed(self) -> frozenset[str]:
        """Return the values of its list, be it closed or not; none, if there is none."""
        items = self.values.iter(f"{T}valItem") if self.values is not None else ()
        return frozenset(str(one.get("ident")) for one in items)

    @property
    def closed(self) -> frozenset[str]:
        """Return the values of its list, if others are not possible."""
        return self.listed if self.values is not None and self.values.get("type") == "closed" else frozenset()


class Guidelines:
    """The TEI itself (``p5subset.xml``): its elements, their classes, and the attributes these bring."""

    def __init__(self, path: Path) -> None:
        root = etree.parse(str(path)).getroot()
        self.elements = {one.get("ident"): one for one in root.iter(f"{T}elementSpec")}
        self.classes = {one.get("ident"): one for one in root.iter(f"{T}classSpec")}
        self.datatypes = {one.get("ident"): one for one in root.iter(f"{T}dataSpec")}

    def sources(self, element: str, there: set[str] | None = None) -> list[etree._Element]:
        """Return what an element's attributes come from: itself, then its classes of attributes and theirs.

        A customisation may not have all of them (``there``): what a missing class would have led to is missing too.
        """
        found, waiting = [self.elements[element]], [self.elements[element]]
        while waiting:
            for one in self.parents(waiting.pop(0), there):
                if one not in found:
                    found.append(one)
                    waiting.append(one)
        return found

    def parents(self, spec: etree._Element, there: set[str] | None) -> Iterator[etree._Element]:
        """Return the classes of attributes that an element or a class is a member of."""
        for member in spec.findall(f"{T}classes/{T}memberOf"):
            one = self.classes.get(member.get("key"))
            if one is not None and one.get("type") == "atts" and (there is None or member.get("key") in there):
                yield one


def own(spec: etree._Element) -> list[str]:
    """Return the attributes that an element or a class of the Guidelines itself defines."""
    return [one.get("ident") for one in spec.iter(f"{T}attDef") if one.get("mode") != "delete"]


def processed(odd: etree._Element, tei: Guidelines) -> dict[str, Attributes]:
    """Return what the ODD allows: element → attribute → (needed, the values of a closed list)."""
    return {
        name: {one.name: (one.usage == "req", one.closed) for one in attributes.values()}
        for name, attributes in attributes_of(odd, tei).items()
    }


def attributes_of(odd: etree._Element, tei: Guidelines) -> dict[str, dict[str, Definition]]:
    """Return for each element of the ODD what is left of TEI's attributes, and what became of them."""
    schema = next(odd.iter(f"{T}schemaSpec"))
    elements = [name for one in schema.iter(f"{T}moduleRef") for name in _of_module(one, tei)]
    modules = {one.get("key") for one in schema.iter(f"{T}moduleRef")}
    classes = {one.get("key") for one in schema.iterchildren(f"{T}classRef")}
    classes |= {name for name, one in tei.classes.items() if one.get("module") in modules}
    changes = _changes(schema, f"{T}classSpec")
    assert set(changes) <= classes, "a class is changed that is not there"
    specs = _changes(schema, f"{T}elementSpec")
    assert set(specs) <= set(elements), "an element is changed that is not there"
    brought = {name: _after_changes(tei.classes[name], changes.get(name), tei) for name in classes}
    found = {}
    for name in elements:
        mine = _after_changes(tei.elements[name], specs.get(name), tei)
        every = list(_with_classes(tei.elements[name], mine, brought, tei))
        found[name] = {one.name: one for one in every}
        assert len(found[name]) == len(every), f"{name} would have an attribute twice: {[one.name for one in every]}"
        known = set(own(tei.elements[name])) | {
            one.name for source in tei.sources(name, classes)[1:] for one in brought[source.get("ident")]
        }
        strange = {one.get("ident") for one in specs[name].iter(f"{T}attDef")} - known if name in specs else set()
        assert not strange, f"{name} has no {strange}"
    return found


def _of_module(reference: etree._Element, tei: Guidelines) -> list[str]:
    key, include = reference.get("key"), (reference.get("include") or "").split()
    names = [name for name, one in tei.elements.items() if one.get("module") == key]
    assert set(include) <= set(names), f"not of the module {key}: {set(include) - set(names)}"
    return include or names


def _changes(schema: etree._Element, tag: str) -> dict[str, etree._Element]:
    found = {one.get("ident"): one for one in schema.iterchildren(tag)}
    assert {one.get("mode") for one in found.values()} <= {"change"}, "only changes are read here"
    return found


def _after_changes(spec: etree._Element, change: etree._Element | None, tei: Guidelines) -> list[Definition]:
    """Return the definitions of an element or a class itself (first step: *odd2odd*)."""
    mine = [Definition.of(one) for one in spec.iter(f"{T}attDef")]
    pointers = list(spec.iterfind(f"{T}attList//{T}attRef"))
    assert not pointers or change is None, f"{spec.get('ident')} points to attributes of other classes: these get lost"
    for one in pointers:
        there = [Definition.of(each) for each in tei.classes[one.get("class")].iter(f"{T}attDef")]
        mine += [each for each in there if each.name == one.get("name")]
    new = {one.get("ident"): Definition.of(one) for one in change.iter(f"{T}attDef")} if change is not None else {}
    is_class = etree.QName(spec).localname == "classSpec"
    names = {one.name for one in mine}
    assert not is_class or set(new) <= names, f"{spec.get('ident')} has no {set(new) - names}"
    found = [one for one in new.values() if one.mode in (None, "add", "replace") or one.name not in names]
    for one in mine:
        change_of = new.get(one.name)
        if change_of is None:
            found.append(one)
        elif change_of.mode == "delete" and not is_class:
            found.append(change_of)  # it also deletes what a class brings
        elif change_of.mode == "change":
            found.append(one.changed_by(change_of))
    return found


def _with_classes(spec: etree._Element, mine: list[Definition], brought: dict[str, list[Definition]],
                  tei: Guidelines) -> Iterator[Definition]:  # fmt: skip
    """Return an element's attributes: those of its classes, as it changes them, and its own (second step: *classatts*).

    A class that is reached by two ways brings its attributes twice, and that is no schema any more: they are not made
    one here, so that it is seen.
    """
    met = set()
    waiting = list(tei.parents(spec, set(brought)))
    while waiting:
        one = waiting.pop(0)
        waiting += tei.parents(one, set(brought))
        for attribute in brought[one.get("ident")]:
            met.add(attribute.name)
            overriding = [each for each in mine if each.name == attribute.name]
            if not overriding:
                yield attribute
            for each in overriding:
                if each.mode in (None, "replace"):
                    yield each
                elif each.mode != "delete":
                    yield attribute.changed_by(each)
    for one in mine:
        if one.mode in (None, "add") or (one.mode == "replace" and one.name not in met):
            yield one
