"""Makes a RELAX NG schema of our customisation (ODD), as TEI's own tools do (TEI P5, section 23.5): so it can judge."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree
from odd_reading import Definition, Guidelines, T, attributes_of

RNG = "http://relaxng.org/ns/structure/1.0"
R = f"{{{RNG}}}"
_DATATYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
_GROUPS = {"sequence": "group", "alternate": "choice"}
#: How often something may stand, in TEI (least, most) and in RELAX NG. Our ODD counts no further.
_OFTEN = {
    ("1", "1"): "", ("0", "1"): "optional", ("0", "unbounded"): "zeroOrMore", ("1", "unbounded"): "oneOrMore",
}  # fmt: skip


def relaxng_of(odd: etree._Element, tei: Guidelines) -> etree._ElementTree:
    """Return the schema that the ODD describes: contents from the ODD, datatypes from TEI, attributes from both."""
    grammar = etree.Element(f"{R}grammar", ns="http://www.tei-c.org/ns/1.0", datatypeLibrary=_DATATYPES,
                            nsmap={None: RNG})  # fmt: skip
    start = next(odd.iter(f"{T}schemaSpec")).get("start")
    etree.SubElement(etree.SubElement(grammar, f"{R}start"), f"{R}ref", name=str(start))
    contents = {one.get("ident"): one.find(f"{T}content") for one in odd.iter(f"{T}elementSpec")}
    for name, attributes in attributes_of(odd, tei).items():
        element = etree.SubElement(etree.SubElement(grammar, f"{R}define", name=name), f"{R}element", name=name)
        for attribute in attributes.values():
            box = element if attribute.usage == "req" else etree.SubElement(element, f"{R}optional")
            box = etree.SubElement(box, f"{R}attribute", name=attribute.name)
            box.append(datatype_of(attribute, tei))
        content = contents[name]
        element.extend(_pattern(one) for one in content.iterchildren(f"{T}*"))
    return etree.ElementTree(grammar)


def datatype_of(attribute: Definition, tei: Guidelines) -> etree._Element:
    """Return what an attribute may hold: one value or, separated by blanks, several."""
    datatype = attribute.datatype
    kind = attribute.values.get("type") if attribute.values is not None else None
    if kind == "closed":
        one = _values(attribute.listed)
    else:
        one = _data(next(datatype.iterchildren("*")), tei) if datatype is not None else etree.Element(f"{R}text")
        if kind == "semi":
            free, one = one, _values(attribute.listed)
            one.append(free)
    least, most = ("1", "1") if datatype is None else (datatype.get("minOccurs", "1"), datatype.get("maxOccurs", "1"))
    if most == "1":
        return _box("optional", one) if least == "0" else one
    several = etree.Element(f"{R}list")
    if (least, most) == ("1", "unbounded"):
        several.append(_box("oneOrMore", one))
        return several
    several.extend(deepcopy(one) for _ in range(int(least)))
    if most == "unbounded":
        several.append(_box("zeroOrMore", one))
    else:
        several.extend(_box("optional", deepcopy(one)) for _ in range(int(most) - int(least)))
    return several


def _box(kind: str, inside: etree._Element) -> etree._Element:
    box = etree.Element(f"{R}{kind}")
    box.append(inside)
    return box


def _data(node: etree._Element, tei: Guidelines) -> etree._Element:
    """Return a datatype of TEI: its names are resolved down to those of XML Schema."""
    kind = etree.QName(node).localname
    if kind == "textNode":
        return etree.Element(f"{R}text")
    if kind == "valList":
        return _values(frozenset(str(item.get("ident")) for item in node.iter(f"{T}valItem")))
    if kind == "alternate":
        choice = etree.Element(f"{R}choice")
        choice.extend(_data(one, tei) for one in node.iterchildren(f"{T}*"))
        return choice
    if key := node.get("key"):
        return _data(next(tei.datatypes[key].find(f"{T}content").iterchildren("*")), tei)
    data = etree.Element(f"{R}data", type=str(node.get("name")))
    if node.get("restriction"):
        etree.SubElement(data, f"{R}param", name="pattern").text = node.get("restriction")
    for facet in node.iter(f"{T}dataFacet"):
        etree.SubElement(data, f"{R}param", name=str(facet.get("name"))).text = facet.get("value")
    return data


def _values(values: frozenset[str]) -> etree._Element:
    choice = etree.Element(f"{R}choice")
    for value in sorted(values):
        etree.SubElement(choice, f"{R}value").text = value
    return choice


def _pattern(node: etree._Element) -> etree._Element:
    """Return a content model of TEI as a pattern of RELAX NG."""
    kind = etree.QName(node).localname
    if kind == "elementRef":
        made = etree.Element(f"{R}ref", name=str(node.get("key")))
    elif kind in _GROUPS:
        made = etree.Element(f"{R}{_GROUPS[kind]}")
        made.extend(_pattern(one) for one in node.iterchildren(f"{T}*"))
    else:
        made = etree.Element(f"{R}{'text' if kind == 'textNode' else 'empty'}")
    often = _OFTEN[node.get("minOccurs", "1"), node.get("maxOccurs", "1")]
    return _box(often, made) if often else made
