"""The customisation (ODD) says the same as the grammar and the rules, is TEI itself, and its examples are valid.

``python -m pytest tests/unit/check/test_odd.py --accept`` writes its ``schemaSpec`` anew from both.
"""

import re
from pathlib import Path

import pytest
from grammar import TEI, Grammar
from judges import foreign_schema, jing
from lxml import etree
from odd import written
from odd_reading import Guidelines, T, processed
from odd_rules import constraints

from tei_encoder.check import relaxng
from tei_encoder.check.schemas import own
from tei_encoder.check.xml import parse_bytes, parse_file

ODD = own("minutes.odd")
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "everything.xml"
MADE = "made from minutes.rnc and minutes.sch -->"
MARKS = re.compile(rf"(<!-- {MADE}).*?([ ]*<!-- /{MADE})", re.DOTALL)
EXAMPLES = "{http://www.tei-c.org/ns/Examples}"


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar.read(own("minutes.rng"))


def test_the_schema_of_the_odd_is_made_from_grammar_and_rules(
    guidelines: Guidelines, grammar: Grammar, request: pytest.FixtureRequest
) -> None:
    made = written(grammar, guidelines)
    made.extend(constraints(parse_file(own("minutes.sch")).getroot()))
    etree.indent(made, level=4)
    text = etree.tostring(made, encoding="unicode").strip().replace(f' xmlns="{TEI}"', "")
    page = ODD.read_text("utf-8")
    now = MARKS.sub(lambda mark: f"{mark[1]}\n        {text}\n        {mark[2].strip()}", page)
    if request.config.getoption("--accept"):
        ODD.write_text(now, "utf-8")
    assert ODD.read_text("utf-8") == now, "run: make accept"


def test_odd_and_grammar_name_the_same(guidelines: Guidelines, grammar: Grammar) -> None:
    """Elements, attributes, needed attributes, closed lists: worked out from the ODD and TEI, without our grammar."""
    assert processed(parse_file(ODD).getroot(), guidelines) == grammar.attributes


@pytest.mark.parametrize(
    "right, wrong",
    [
        (' include="ab ', ' include="'),  # an element is missing
        (' include="ab ', ' include="ab anchor '),  # one too many
        ('<attDef ident="toWhom" mode="delete"/>', ""),  # an attribute too many
        ('<valItem ident="applause"/>', ""),  # a value is missing
        ('<attDef ident="type" mode="change" usage="req">', '<attDef ident="type" mode="change" usage="opt">'),
        ('<classRef key="att.global.analytic"/>', ""),  # a class is missing, and with it @ana
    ],
)
def test_a_broken_twin_does_not(guidelines: Guidelines, grammar: Grammar, right: str, wrong: str) -> None:
    text = ODD.read_text("utf-8")
    assert right in text
    broken = parse_bytes(text.replace(right, wrong, 1).encode()).getroot()
    try:
        said = processed(broken, guidelines)
    except AssertionError:
        return
    assert said != grammar.attributes


def test_the_odd_refers_to_what_tei_has(guidelines: Guidelines) -> None:
    root = parse_file(ODD).getroot()
    for one in root.iter(f"{T}elementRef"):
        assert one.get("key") in guidelines.elements
    for one in root.iter(f"{T}elementSpec", f"{T}gi"):
        assert (one.get("ident") or one.text) in guidelines.elements
    defined = set().union(*(_attributes(spec) for name in guidelines.elements for spec in guidelines.sources(name)))
    assert {one.text for one in root.iter(f"{T}att")} <= defined


def _attributes(spec: etree._Element) -> set[str]:
    return {one.get("ident") for one in spec.iter(f"{T}attDef")}


def test_the_odd_is_tei(java: str, tmp_path: Path) -> None:
    assert jing(java, foreign_schema("tei_all"), ODD) == []
    twin = tmp_path / "twin.odd"
    twin.write_text(ODD.read_text("utf-8").replace("<schemaSpec", '<schemaSpec mode="wrong"', 1), "utf-8")
    assert jing(java, foreign_schema("tei_all"), twin) != []


def _document(example: etree._Element) -> bytes:
    """Return the sample with an example in the place that its element has."""
    inner = "".join(etree.tostring(one, encoding="unicode") for one in example).replace(EXAMPLES[1:-1], TEI)
    name = etree.QName(example[0]).localname
    sample = SAMPLE.read_text("utf-8")
    sample = re.sub(r"<standOff.*?</standOff>", inner if name == "standOff" else "", sample, flags=re.DOTALL)
    front, body, back = "", "<body><p>…</p></body>", ""
    if name == "front":
        front = inner
    elif name == "back":
        back = inner
    elif name == "person":
        sample = re.sub(r"<listPerson.*</listPerson>", f"<listPerson>{inner}</listPerson>", sample, flags=re.DOTALL)
    elif name == "div":
        body = f"<body>{inner}</body>"
    return re.sub(r"<text>.*</text>", lambda _: f"<text>{front}{body}{back}</text>", sample, flags=re.DOTALL).encode()


def test_every_example_is_valid() -> None:
    examples = list(parse_file(ODD).getroot().iter(f"{EXAMPLES}egXML"))
    assert len(examples) >= 15
    for example in examples:
        tree = parse_bytes(_document(example))
        assert relaxng.validate_tree(tree, "example", own("minutes.rng")) == [], etree.tostring(example)
    broken = etree.fromstring(f'<egXML xmlns="{EXAMPLES[1:-1]}"><div type="session"><sp/></div></egXML>')
    assert relaxng.validate_tree(parse_bytes(_document(broken)), "example", own("minutes.rng")) != []


def test_every_kind_of_thing_in_the_text_has_an_example(grammar: Grammar) -> None:
    boxes = parse_file(ODD).getroot().iter(f"{EXAMPLES}egXML")
    shown = {etree.QName(one).localname for box in boxes for one in box.iter()}
    wanted = set("div sp speaker stage said note measure quote list gap ref supplied surplus choice persName date "
                 "lb pb fw ab titlePage person event standOff".split())  # fmt: skip
    assert wanted <= shown
