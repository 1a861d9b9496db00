"""The customisation of TEI (ODD), written from our grammar."""

from __future__ import annotations

from copy import deepcopy

from grammar import TEI, Grammar
from lxml import etree
from odd_reading import Guidelines, T, own


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
            box.append(_attribute(attribute, "req" if needed else "opt", sorted(values), tei.elements[name]))
    if len(box):
        spec.append(box)
    return spec


def _attribute(name: str, usage: str, values: list[str], tei: etree._Element) -> etree._Element:
    """Return the change of an attribute.

    Where TEI's element itself changes what its class says of the attribute, a change by us of that change would lose
    its list of values in TEI's stylesheets (the list has no ``mode`` any more when the class is met): it is replaced.
    """
    twice = [one for one in tei.iter(f"{T}attDef") if one.get("ident") == name and one.get("mode") == "change"]
    made = etree.Element(f"{T}attDef", ident=name, mode="replace" if twice and values else "change", usage=usage)
    if not values:
        return made
    if twice:
        made.append(deepcopy(twice[0].find(f"{T}datatype")))
        etree.cleanup_namespaces(made[0])
    listed = etree.SubElement(made, f"{T}valList", type="closed", mode="replace")
    for value in values:
        etree.SubElement(listed, f"{T}valItem", ident=value)
    return made


def _delete(box: etree._Element, names: set[str]) -> None:
    for name in sorted(names):
        etree.SubElement(box, f"{T}attDef", ident=name, mode="delete")
