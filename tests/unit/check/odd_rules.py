"""The rules of our Schematron in the customisation (ODD), and the Schematron that TEI's stylesheets take from it."""

from __future__ import annotations

import re
from copy import deepcopy

from grammar import TEI
from lxml import etree

SCH = "http://purl.oclc.org/dsdl/schematron"
XSL = "http://www.w3.org/1999/XSL/Transform"
S, T, X = f"{{{SCH}}}", f"{{{TEI}}}", f"{{{XSL}}}"


def constraints(rules: etree._Element) -> list[etree._Element]:
    """Return a Schematron as TEI's ``constraintSpec``: one for its keys, one for each pattern.

    In each only rules, and in these all they need: whatever stands beside them, one version or another of TEI's
    stylesheets leaves out.
    """
    keys = rules.findall(f"{X}key")
    shared = {f"${one.get('name')}": one for one in rules.findall(f"{S}let")}
    abstract = {one.get("id"): one for one in rules.findall(f"{S}pattern[@abstract='true']")}
    made = [_constraint("minutes-keys", keys)]
    for number, pattern in enumerate(rules.findall(f"{S}pattern"), 1):
        if pattern.get("abstract") == "true":
            continue
        inner, params = pattern, {}
        if pattern.get("is-a"):
            inner = abstract[pattern.get("is-a")]
            params = {f"${one.get('name')}": str(one.get("value")) for one in pattern.findall(f"{S}param")}
        there = [_filled(rule, params, shared) for rule in inner.findall(f"{S}rule")]
        made.append(_constraint(f"minutes-{pattern.get('id') or f'rules-{number}'}", there))
    return made


def _constraint(ident: str, inside: list[etree._Element]) -> etree._Element:
    spec = etree.Element(f"{T}constraintSpec", ident=ident, scheme="schematron", nsmap={None: TEI})
    box = etree.SubElement(spec, f"{T}constraint")
    for one in inside:
        prefix = "xsl" if one.tag.startswith(X) else "sch"
        box.append(_prefixed(one, {prefix: SCH if prefix == "sch" else XSL}))
    return spec


def _prefixed(node: etree._Element, names: dict[str, str]) -> etree._Element:
    """Return a copy without what it inherited (names of namespaces, comments), every blank a single one."""
    made = etree.Element(node.tag, {key: " ".join(said.split()) for key, said in node.attrib.items()}, nsmap=names)
    made.text = _in_a_row(node.text)
    for one in node.iterchildren("*"):
        made.append(_prefixed(one, names))
        made[-1].tail = _in_a_row(one.tail)
    return made


def _in_a_row(text: str | None) -> str | None:
    return re.sub(r"\s+", " ", text) if text else None


def _filled(rule: etree._Element, params: dict[str, str], shared: dict[str, etree._Element]) -> etree._Element:
    rule = deepcopy(rule)
    for node in rule.iter(f"{S}*"):
        for name, value in params.items():
            node.text = node.text.replace(name, value) if node.text else None
            node.tail = node.tail.replace(name, value) if node.tail else None
            for key, said in node.attrib.items():
                node.set(key, said.replace(name, value))
    said = etree.tostring(rule, encoding="unicode")
    for name, one in shared.items():
        if name in said:
            rule.insert(0, deepcopy(one))
    rule.tail = None
    return rule


def extracted(odd: etree._Element) -> etree._Element:
    """Return the Schematron of an ODD's own rules as *extract-isosch* makes it: keys first, then a pattern for each."""
    schema = etree.Element(f"{S}schema", queryBinding="xslt2", nsmap={None: SCH, "xsl": XSL})
    etree.SubElement(schema, f"{S}ns", prefix="tei", uri=TEI)
    boxes = list(odd.iterfind(f".//{T}constraintSpec[@scheme='schematron']/{T}constraint"))
    for box in boxes:
        schema.extend(deepcopy(one) for one in box.findall(f"{X}key"))
    for box in boxes:
        if box.find(f"{S}rule") is not None:
            etree.SubElement(schema, f"{S}pattern").extend(deepcopy(one) for one in box.findall(f"{S}rule"))
    return schema
