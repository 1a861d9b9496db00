"""The project's schema: takes what ENCODING.md asks for, refuses the rest, and never leaves TEI."""

import time
from pathlib import Path

import pytest
from broken_twins import GRAMMAR, POINTERS, SAMPLE, UNSEEN_BY_XSD, WARNED, twin
from judges import foreign_schema, jing, trang
from lxml import etree
from random_documents import inventor

from tei_encoder.check import relaxng, schematron, xsd
from tei_encoder.check.schemas import own
from tei_encoder.check.xml import parse_bytes, parse_file
from tei_encoder.model.tei import SILENT

INVENTED = 2000
XML = "{http://www.w3.org/XML/1998/namespace}"


def test_the_sample_is_valid():
    tree = parse_file(SAMPLE)
    assert relaxng.validate_tree(tree, SAMPLE, own("minutes.rng")) == []
    assert xsd.validate_tree(tree, SAMPLE, own("minutes.xsd")) == []
    assert schematron.validate_tree(tree, SAMPLE, own("minutes.sch")) == []


def test_the_sample_has_every_element_and_attribute():
    schema = etree.parse(str(own("minutes.rng")))
    elements = list(parse_file(SAMPLE).iter(etree.Element))
    assert {one.get("name") for one in schema.iter("{*}element")} == {etree.QName(one).localname for one in elements}
    attributes = {name.replace(XML, "xml:") for one in elements for name in one.attrib}
    assert {one.get("name") for one in schema.iter("{*}attribute")} == attributes


def test_tei_and_jing_say_the_same(java):
    assert jing(java, foreign_schema("tei_all"), SAMPLE) == []
    assert jing(java, own("minutes.rng"), SAMPLE) == []


@pytest.mark.parametrize("name", GRAMMAR)
def test_twins_break_the_grammar(name):
    tree = parse_bytes(twin(name).encode(), name)
    found = relaxng.validate_tree(tree, name, own("minutes.rng"))
    assert found
    assert all(one.code != "INVALID" and one.line for one in found), "say it in words, and where"
    assert bool(xsd.validate_tree(tree, name, own("minutes.xsd"))) == (name not in UNSEEN_BY_XSD)


@pytest.mark.parametrize("name", POINTERS)
def test_twins_break_the_rules(name):
    found = schematron.validate_tree(parse_bytes(twin(name).encode(), name), name, own("minutes.sch"))
    assert found
    assert all(one.line and one.severity == "error" and one.code != "SCHEMATRON" for one in found)


def test_every_rule_has_a_twin_that_it_refuses():
    rules = etree.parse(str(own("minutes.sch"))).iter("{*}assert", "{*}report")
    tests = [" ".join(one.get("test").split()) for one in rules]
    judge = schematron.compiled(own("minutes.sch"))
    broken = set()
    for name in (*POINTERS, *WARNED):
        judge.validate(parse_bytes(twin(name).encode(), name))
        said = judge.validation_report.getroot().iter("{*}failed-assert", "{*}successful-report")
        broken |= {" ".join(one.get("test").split()) for one in said}
    # The pattern for many pointers is written once, for $attribute, and asked of each.
    asked = {text for text in tests if text in broken or text.replace("$attribute", "@who") in broken}
    assert [text for text in tests if text not in asked] == []


@pytest.mark.parametrize("name", WARNED)
def test_twins_that_are_warned_of(name):
    found = schematron.validate_tree(parse_bytes(twin(name).encode(), name), name, own("minutes.sch"))
    assert [(one.severity, one.code) for one in found] == [("warning", "VOTE-CONTRADICTS")]


def test_jing_refuses_the_twins(java, tmp_path):
    files = [tmp_path / f"{name}.xml" for name in GRAMMAR]
    for file in files:
        file.write_text(twin(file.stem), encoding="utf-8")
    said = jing(java, own("minutes.rng"), *files)
    assert {file.stem for file in files if any(str(file) in line for line in said)} == set(GRAMMAR)


def test_whatever_it_allows_is_tei(java, tmp_path):
    """A strict subset: documents invented from the schema are valid by it, by its XSD, and by tei_all."""
    files = []
    for seed in range(INVENTED):
        files.append(tmp_path / f"{seed}.xml")
        files[-1].write_text(inventor(own("minutes.rng")).document(seed, depth=7), encoding="utf-8")
        tree = parse_file(files[-1])
        assert relaxng.validate_tree(tree, seed, own("minutes.rng")) == []
        assert xsd.validate_tree(tree, seed, own("minutes.xsd")) == []
    assert jing(java, foreign_schema("tei_all"), *files) == []


def test_generated_files_are_up_to_date(java, tmp_path):
    for name in ("minutes.rng", "minutes.xsd"):
        trang(java, own("minutes.rnc"), tmp_path / name)
    for made in tmp_path.iterdir():
        assert made.read_bytes() == own(made.name).read_bytes(), f"run the commands of PROVENANCE.md: {made.name}"


@pytest.mark.parametrize(("read", "name"), [(etree.RelaxNG, "minutes.rng"), (etree.XMLSchema, "minutes.xsd")])
def test_it_is_quick_to_read(read, name):
    start = time.perf_counter()
    read(etree.parse(str(own(name))))
    assert time.perf_counter() - start < 0.2


def test_it_is_small_and_clean():
    for file in (one for one in Path(own("")).glob("minutes.*") if one.suffix != ".odd"):  # that is a manual, too
        text = file.read_text(encoding="utf-8")
        assert "notAllowed" not in text
        assert file.stat().st_size < 200_000


def test_rules_and_encoder_know_the_same_divisions_in_which_nobody_speaks():
    said = etree.parse(str(own("minutes.sch"))).find("{*}let[@name='silent']").get("value")
    assert set(said.strip("'").split()) == SILENT
