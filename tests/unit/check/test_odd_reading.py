"""That we read customisations (ODD) as TEI's own stylesheets do: by what they made, and by TEI's rules for ODDs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from broken_twins import POINTERS, WARNED, twin
from judges import foreign_schema, package
from lxml import etree
from odd_grammar import R, datatype_of
from odd_reading import Guidelines, T, attributes_of, processed
from odd_rules import extracted
from schematron2 import findings

from tei_encoder.check import schematron
from tei_encoder.check.schemas import own
from tei_encoder.check.xml import parse_bytes, parse_file

ROOT = Path(__file__).resolve().parents[3]
ODD = own("minutes.odd")
TEXTS = [ROOT / "tests" / "samples" / "everything.xml", *sorted((ROOT / "tests" / "golden").rglob("*.xml"))]

#: What an attribute is in a schema: how often it is named, whether it is needed, what it may hold.
Said = list[tuple[bool, str]]


def test_all_of_tei_read_as_an_odd_is_the_schema_that_teis_stylesheets_made(guidelines: Guidelines) -> None:
    """587 elements, each attribute of them: the names, whether it is needed, the values, the datatype."""
    modules = {str(one.get("module")) for one in guidelines.elements.values()} | {"tei"}
    box = etree.Element("odd")
    schema = etree.SubElement(box, f"{T}schemaSpec", ident="all", start="TEI")
    for module in sorted(modules):
        etree.SubElement(schema, f"{T}moduleRef", key=module)
    read = attributes_of(box, guidelines)
    made = _attributes_in(parse_file(foreign_schema("tei_all")).getroot())
    assert len(read) == 587 and set(read) == set(made)
    for name, attributes in read.items():
        ours = {one.name: [(one.usage == "req", _canonical(datatype_of(one, guidelines)))]
                for one in attributes.values()}  # fmt: skip
        assert ours == made[name], name


def _attributes_in(grammar: etree._Element) -> dict[str, dict[str, Said]]:
    defines = {str(one.get("name")): one for one in grammar.iter(f"{R}define")}

    def inside(node: etree._Element, needed: bool, found: dict[str, Said]) -> dict[str, Said]:
        kind = str(node.tag).removeprefix(R)
        if kind == "attribute":
            held = next((one for one in node if str(one.tag).startswith(R)), etree.Element(f"{R}text"))
            found.setdefault(str(node.get("name")), []).append((needed, _canonical(held)))
        elif kind == "ref" and ".attribute" in str(node.get("name")):
            for one in defines[str(node.get("name"))]:
                inside(one, needed, found)
        elif kind in ("element", "group", "choice", "optional"):
            for one in node.iterchildren(f"{R}*"):
                inside(one, needed and kind != "optional", found)
        return found

    return {str(one.get("name")): inside(one, True, {}) for one in grammar.iter(f"{R}element") if one.get("name")}


def _canonical(node: etree._Element) -> str:
    """Return a pattern of values in one line; the order in a choice, and choices in choices, do not count."""
    kind = str(node.tag).removeprefix(R)
    parts = [_canonical(one) for one in node.iterchildren(f"{R}*")]
    if kind == "choice":
        flat = {each for one in parts for each in (one[1:-1].split("|") if one.startswith("(") else [one])}
        return next(iter(flat)) if len(flat) == 1 else f"({'|'.join(sorted(flat))})"
    said = " ".join(filter(None, [kind, node.get("type"), node.get("name"), (node.text or "").strip()]))
    return f"<{said}{''.join(parts)}>"


def test_no_content_is_what_the_stylesheets_would_simplify_wrongly() -> None:
    """They merge a group with the only group in it and then forget how often one of the two may stand."""
    contents = list(parse_file(ODD).getroot().iter(f"{T}content"))
    assert contents and [problem for one in contents for problem in _misread(one)] == []
    for wrong in (
        "<sequence minOccurs='0'><sequence><elementRef key='p'/><elementRef key='ab'/></sequence></sequence>",
        "<alternate><elementRef key='p'/><empty/></alternate>",
        "<sequence><elementRef key='p' maxOccurs='unbounded'/><alternate minOccurs='0' maxOccurs='unbounded'>"
        "<elementRef key='p'/><elementRef key='ab'/></alternate></sequence>",
        "<sequence minOccurs='2' maxOccurs='3'><elementRef key='p'/><elementRef key='ab'/></sequence>",
        "<rng:ref xmlns:rng='http://relaxng.org/ns/structure/1.0' name='p'/>",
    ):
        assert _misread(etree.fromstring(f'<content xmlns="{T[1:-1]}">{wrong}</content>')), wrong


def _misread(content: etree._Element) -> list[str]:
    found = []
    for node in content.iterdescendants("*"):
        kind = str(node.tag).removeprefix(T)
        if kind not in ("sequence", "alternate", "elementRef", "textNode", "empty"):
            found.append(f"{kind} is not read")
        often = node.get("minOccurs", "1"), node.get("maxOccurs", "1")
        if often[0] not in "01" or often[1] not in ("1", "unbounded") or (kind == "textNode" and often != ("1", "1")):
            found.append(f"{kind}: no pattern for {often}")
        if kind == "empty" and node.getparent() is not content:
            found.append("empty in a group is left out")
        if kind in ("sequence", "alternate") and len(node) < 2:
            found.append(f"a {kind} of one")
        after = node.getnext()
        if kind == "elementRef" and often[0] == "1" and often[1] == "unbounded" and after is not None:
            free = after.tag == f"{T}alternate" and {"minOccurs", "maxOccurs"} & set(after.keys())
            if free and node.get("key") in [one.get("key") for one in after]:
                found.append(f"{node.get('key')} is taken for a repetition of what follows")
    return found


def test_a_list_of_values_that_the_stylesheets_would_lose_is_noticed(guidelines: Guidelines) -> None:
    """TEI's ``measure`` itself changes what its class says of @type: a change of the change loses its list."""
    text = ODD.read_text("utf-8")
    assert text.count('mode="replace" usage=') == 5
    broken = processed(parse_bytes(text.replace('mode="replace" usage=', 'mode="change" usage=').encode()).getroot(),
                       guidelines)  # fmt: skip
    right = processed(parse_file(ODD).getroot(), guidelines)
    lost = {(name, one) for name in right for one in right[name] if right[name][one] != broken[name][one]}
    assert lost == {(name, "type") for name in ("fw", "list", "measure", "title", "titlePart")}


@pytest.fixture(scope="module")
def saxon() -> Iterator[Any]:
    with package("saxonche").PySaxonProcessor(license=False) as processor:
        yield processor


def test_the_odd_keeps_teis_rules_for_odds(saxon: Any, tmp_path: Path) -> None:
    """And each of these rules is awake: a twin that breaks it is found."""
    rules = parse_file(foreign_schema("tei_all").with_name("tei_all.sch")).getroot()
    assert findings(saxon, rules, ODD) == []
    text = ODD.read_text("utf-8")
    for right, wrong, words in (
        ('<moduleRef key="tei"/>', '<moduleRef key="tei" except="p" include="ab"/>', "both the @include and @except"),
        ('<elementSpec ident="ab" mode="change">', '<elementSpec ident="ab" mode="delete">', 'mode= of "delete"'),
        ('<elementSpec ident="ab" mode="change">', '<elementSpec ident="ab" mode="change" module="verse">', "module"),
        ('<attDef ident="anchored" mode="delete"/>', '<attDef ident="anchored"/>', "closed valList or a datatype"),
        ('<elementRef key="teiHeader"/>', '<elementRef key="teiHeader" minOccurs="3"/>', "@maxOccurs is not specified"),
        ("<content>\n              <textNode/>", "<content>\n  <sequence><textNode/></sequence>", "at least two child"),
        ('<ptr target="minutes.rng"/>', '<ptr target="minutes.rng" cRef="x"/>', "@target and @cRef"),
    ):
        assert right in text, right
        twin = tmp_path / "twin.odd"
        twin.write_text(text.replace(right, wrong, 1), "utf-8")
        assert any(words in one for one in findings(saxon, rules, twin)), (wrong, findings(saxon, rules, twin))


def test_every_text_keeps_teis_rules(saxon: Any) -> None:
    """The rules that the stylesheets would take over from TEI into a Schematron of our customisation find nothing."""
    rules = parse_file(foreign_schema("tei_all").with_name("tei_all.sch")).getroot()
    assert findings(saxon, rules, *TEXTS) == []


def test_the_rules_in_the_odd_find_what_ours_find(saxon: Any, tmp_path: Path) -> None:
    """The Schematron that the stylesheets would make of the ODD, in XPath 2, says the same of each mistake and text."""
    rules = extracted(parse_file(ODD).getroot())
    assert findings(saxon, rules, *TEXTS) == []
    for name in (*POINTERS, *WARNED):
        file = tmp_path / f"{name}.xml"
        file.write_text(twin(name), "utf-8")
        codes = [line.split(": ")[1] for line in findings(saxon, rules, file)]
        ours = schematron.validate_tree(parse_file(file), name, own("minutes.sch"))
        assert sorted(codes) == sorted(one.code for one in ours) != [], name
