"""The customisation of TEI (ODD): what it says, worked out as TEI's own tools do, and written from our grammar."""

from __future__ import annotations

from pathlib import Path

from grammar import TEI, Attributes, Grammar
from lxml import etree

T = f"{{{TEI}}}"


class Guidelines:
    """The TEI itself (``p5subset.xml``): its elements, their classes, and the attributes these bring."""

    def __init__(self, path: Path) -> None:
        root = etree.parse(str(path)).getroot()
        self.elements = {one.get("ident"): one for one in root.iter(f"{T}elementSpec")}
        self.classes = {one.get("ident"): one for one in root.iter(f"{T}classSpec")}
        self.datatypes = {one.get("ident"): one for one in root.iter(f"{T}dataSpec")}
        self._sources: dict[str, list[etree._Element]] = {}

    def sources(self, element: str) -> list[etree._Element]:
        """Return what an element's attributes come from: itself, then its classes of attributes and theirs."""
        if element in self._sources:
            return self._sources[element]
        found, waiting = [self.elements[element]], [self.elements[element]]
        while waiting:
            for member in waiting.pop(0).findall(f"{T}classes/{T}memberOf"):
                one = self.classes.get(member.get("key"))
                if one is not None and one.get("type") == "atts" and one not in found:
                    found.append(one)
                    waiting.append(one)
        self._sources[element] = found
        return found


def own(spec: etree._Element) -> list[str]:
    """Return the attributes that an element or a class of the Guidelines itself defines."""
    return [one.get("ident") for one in spec.iter(f"{T}attDef") if one.get("mode") != "delete"]


def processed(odd: etree._Element, tei: Guidelines) -> dict[str, Attributes]:
    """Return what the ODD allows: element → attributes, by TEI P5 chapter 23 (modules, classes, changes)."""
    schema = next(odd.iter(f"{T}schemaSpec"))
    modules = {one.get("key"): (one.get("include") or "").split() for one in schema.iter(f"{T}moduleRef")}
    for key, names in modules.items():
        for name in names:
            assert tei.elements[name].get("module") == key, f"{name} is not of the module {key}"
    elements = [name for names in modules.values() for name in names]
    classes = {one.get("key") for one in schema.iter(f"{T}classRef")}
    classes |= {name for name, one in tei.classes.items() if one.get("module") in modules}
    changes = {one.get("ident"): one for one in schema.iter(f"{T}classSpec")}
    assert set(changes) <= classes, "a class is changed that is not there"
    specs = {one.get("ident"): one for one in schema.iter(f"{T}elementSpec")}
    assert set(specs) <= set(elements), "an element is changed that is not there"
    found: dict[str, Attributes] = {}
    for name in elements:
        allowed: Attributes = {}
        for source in tei.sources(name):
            ident = source.get("ident")
            if source is not tei.elements[name] and ident not in classes:
                continue
            gone = _deleted(changes.get(ident))
            assert gone <= set(own(source)), f"{ident} has no {gone - set(own(source))}"
            for attribute in set(own(source)) - gone:
                allowed.setdefault(attribute, (False, frozenset()))
        spec = specs.get(name)
        gone = _deleted(spec)
        assert gone <= set(allowed), f"{name} has no {gone - set(allowed)}"
        for attribute in gone:
            del allowed[attribute]
        for one in spec.iter(f"{T}attDef") if spec is not None else ():
            if one.get("mode") == "change":
                assert one.get("ident") in allowed, f"{name} has no {one.get('ident')}"
                closed = one.find(f"{T}valList[@type='closed']")
                values = frozenset(item.get("ident") for item in closed) if closed is not None else frozenset()
                allowed[one.get("ident")] = (one.get("usage") == "req", values)
        found[name] = allowed
    return found


def _deleted(spec: etree._Element | None) -> set[str]:
    found = spec.iter(f"{T}attDef") if spec is not None else ()
    return {one.get("ident") for one in found if one.get("mode") == "delete"}


def written(grammar: Grammar, tei: Guidelines) -> etree._Element:
    """Return the ``schemaSpec`` that says of TEI what a grammar of ours says."""
    schema = etree.Element(f"{T}schemaSpec", ident="minutes", start="TEI", nsmap={None: TEI})
    by_module: dict[str, list[str]] = {"tei": []}
    for name in sorted(grammar.attributes, key=str.lower):
        by_module.setdefault(tei.elements[name].get("module"), []).append(name)
    for module, names in sorted(by_module.items()):
        etree.SubElement(schema, f"{T}moduleRef", {"key": module, **({"include": " ".join(names)} if names else {})})
    users: dict[str, list[str]] = {}
    for name in grammar.attributes:
        for source in tei.sources(name)[1:]:
            users.setdefault(source.get("ident"), []).append(name)
    there = set()
    for ident in sorted(users):
        brings = own(tei.classes[ident])
        wanted = {one for one in brings if any(one in grammar.attributes[name] for name in users[ident])}
        from_module = tei.classes[ident].get("module") in by_module
        if not from_module and not wanted:
            continue
        there.add(ident)
        if not from_module:
            etree.SubElement(schema, f"{T}classRef", key=ident)
        if set(brings) - wanted:
            spec = etree.SubElement(schema, f"{T}classSpec", ident=ident, type="atts", mode="change")
            _delete(etree.SubElement(spec, f"{T}attList"), set(brings) - wanted)
    for name in sorted(grammar.attributes, key=str.lower):
        schema.append(_element(name, grammar, tei, there))
    return schema


def _element(name: str, grammar: Grammar, tei: Guidelines, there: set[str]) -> etree._Element:
    spec = etree.Element(f"{T}elementSpec", ident=name, mode="change")
    content = etree.SubElement(spec, f"{T}content")
    inside = grammar.content(name)
    holder = etree.SubElement(content, f"{T}sequence") if len(inside) > 1 else content
    holder.extend(inside or [etree.Element(f"{T}empty")])
    attributes = grammar.attributes[name]
    brought = set(own(tei.elements[name]))
    for source in tei.sources(name)[1:]:
        if source.get("ident") in there:
            used = own(source)
            users = [one for one in grammar.attributes if any(each is source for each in tei.sources(one))]
            brought |= {one for one in used if any(one in grammar.attributes[user] for user in users)}
    box = etree.Element(f"{T}attList")
    _delete(box, brought - set(attributes))
    for attribute, (needed, values) in attributes.items():
        if needed or values:
            usage = "req" if needed else "opt"
            one = etree.SubElement(box, f"{T}attDef", ident=attribute, mode="change", usage=usage)
            if values:
                listed = etree.SubElement(one, f"{T}valList", type="closed", mode="replace")
                for value in sorted(values):
                    etree.SubElement(listed, f"{T}valItem", ident=value)
    if len(box):
        spec.append(box)
    return spec


def _delete(box: etree._Element, names: set[str]) -> None:
    for name in sorted(names):
        etree.SubElement(box, f"{T}attDef", ident=name, mode="delete")
