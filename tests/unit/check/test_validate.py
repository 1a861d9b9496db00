"""validate and check_output: the right judge for each schema and size, and words that help."""

import subprocess
import sys
from pathlib import Path

import pytest
from broken_twins import SAMPLE, twin
from judges import foreign_schema

from tei_encoder.check import jing, relaxng, schematron, validate, xsd
from tei_encoder.check.findings import Finding
from tei_encoder.check.schemas import find_schema, own
from tei_encoder.check.validate import check_output
from tei_encoder.check.validate import validate as judge
from tei_encoder.model.errors import InputError, LimitError, UsageError

START = b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a" xml:lang="en">\n<teiHeader>'
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def broken(tmp_path):
    def make(name: str) -> Path:
        file = tmp_path / f"{name}.xml"
        file.write_text(twin(name), encoding="utf-8")
        return file

    return make


MESSAGES = {
    "wrong-stage-type": "VALUE type='clapping' on <stage>: it must be one of 'applause', 'laughter'",
    "division-without-type": "ATTRIBUTE <div> needs the attribute type",
    "misspelt-attribute": "ATTRIBUTE <sp> has no attribute whom",
    "unknown-element": "MISPLACED <para> may not stand at this place; allowed are note, gap",
    "head-after-paragraph": "MISPLACED <head> may not stand at this place; a heading comes first in its division",
    "paragraph-after-division": "MISPLACED <p> may not stand at this place; something before it must come",
    "speech-without-content": "INCOMPLETE <sp> is not complete; it needs one of ",
    "no-break-space-between-blocks": "TEXT text stands directly inside <sp>, not in one of its",
    "two-kinds-of-date": "ATTRIBUTE when is not allowed on this <date>, or not with this value",
    "bare-who": "VALUE who='olsen' on <sp>: it must look like #[A-Za-z_]",
    "bad-id": "VALUE xml:id='1.sp' on <sp>: this is no id (a letter or _ first",
    "figure-that-is-no-number": "VALUE quantity='l3' on <measure>: this is no whole number",
    "no-namespace": "NAMESPACE <TEI> is not TEI, which needs xmlns=",
    "duplicate-id": "DUPLICATE-ID the id 'sp.1' is given to 2 elements",
}


@pytest.mark.parametrize("name", MESSAGES)
def test_messages_say_what_would_be_right(name, broken):
    found = judge(broken(name))
    assert len(found) == 1
    line = next(number for number, text in enumerate(differing(name), 1) if text)
    assert str(found[0]).startswith(f"{broken(name)}:{line}: error: {MESSAGES[name]}")
    assert found[0].original and found[0].xpath


def test_an_id_that_is_given_twice_is_found_once(broken):
    """The grammar sees it, and the rules see it at each of its places."""
    found = [one for one in validate.validate(broken("duplicate-id"), with_rules=True) if one.code == "DUPLICATE-ID"]
    assert [one.message for one in found] == ["the id 'sp.1' is given to 2 elements"]


def differing(name: str) -> list[bool]:
    right = SAMPLE.read_text(encoding="utf-8").splitlines()
    return [a != b for a, b in zip(right, twin(name).splitlines(), strict=False)]


def test_valid_is_an_empty_list():
    assert check_output(SAMPLE) == []
    assert judge(SAMPLE, with_rules=True) == []
    assert judge(SAMPLE, "minutes-xsd") == []
    assert judge(SAMPLE, "minutes-sch") == []
    assert judge(SAMPLE, str(own("minutes.xsd"))) == []


def test_several_findings_come_in_the_order_of_the_file(tmp_path):
    file = tmp_path / "two.xml"
    file.write_text(twin("wrong-stage-type").replace('<sp who="#riis" ana', '<sp who="#rijs" ana'), encoding="utf-8")
    assert [one.code for one in judge(file)] == ["VALUE"]
    assert [one.code for one in judge(file, with_rules=True)] == ["VALUE", "DANGLING-POINTER"]


def test_xmlschema_explains(broken):
    found = judge(broken("wrong-stage-type"), "minutes-xsd")
    assert found and "clapping" in found[0].message and found[0].line


def test_a_stream_gives_the_same_verdict_and_line(broken, monkeypatch):
    trees = {name: judge(broken(name)) for name in MESSAGES if name != "two-kinds-of-date"}
    for limit in ("MAX_TREE", "_MAX_OUTPUT_TREE", "_MAX_RULES"):
        monkeypatch.setattr(validate, limit, 10)
    assert judge(SAMPLE) == check_output(SAMPLE) == []
    for name, found in trees.items():
        streamed = judge(broken(name))
        assert [(one.line, one.code) for one in streamed] == [(one.line, one.code) for one in found], name
    assert check_output(broken("duplicate-id")) == []  # the encoder counts its ids
    assert [one.code for one in judge(SAMPLE, with_rules=True)] == ["NOT-CHECKED"]


@pytest.mark.parametrize("data", [START, b"", b"<!DOCTYPE a><a/>", b"hello"])
def test_a_stream_refuses_what_a_tree_refuses(data, tmp_path, monkeypatch):
    file = tmp_path / "some.xml"
    file.write_bytes(data)
    with pytest.raises(InputError) as by_tree:
        judge(file)
    monkeypatch.setattr(validate, "MAX_TREE", -1)
    with pytest.raises(InputError) as by_stream:
        judge(file)
    for error in (by_tree.value, by_stream.value):
        error.column = 0  # only a tree knows it
    assert str(by_stream.value) == str(by_tree.value)


def test_a_stream_stops_after_many_findings(tmp_path):
    file = tmp_path / "many.xml"
    wrong = '<stage type="clapping">x</stage>\n' * 1000
    file.write_text(SAMPLE.read_text().replace('<ab type="separator">***</ab>', wrong), encoding="utf-8")
    assert 100 <= len(xsd.validate_stream(file, own("minutes.xsd"))) < 110


def test_a_stream_needs_no_memory(tmp_path):
    """16 MB in a process that may not have 400 MB of addresses more than it begins with."""
    file = tmp_path / "large.xml"
    speech = '<sp who="#olsen"><speaker>OLSEN: </speaker><p>The tolls are high, and must fall.</p></sp>\n'
    start, end = SAMPLE.read_text().split('<ab type="separator">***</ab>')
    file.write_text(start + speech * 170_000 + end, encoding="utf-8")
    script = (
        "import resource, sys; from pathlib import Path; from tei_encoder.check import xsd\n"
        "from tei_encoder.check.schemas import own\n"
        "xsd.compiled(own('minutes.xsd')); before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "assert xsd.validate_stream(Path(sys.argv[1]), own('minutes.xsd'), ids=False) == []\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    run = subprocess.run([sys.executable, "-c", script, str(file)], capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) < 30_000, "kilobytes more than before"


def test_schemas_are_read_once():
    assert relaxng.compiled(own("minutes.rng")) is relaxng.compiled(own("minutes.rng"))
    assert schematron.compiled(own("minutes.sch")) is schematron.compiled(own("minutes.sch"))


def test_lines_beyond_65535(tmp_path):
    file = tmp_path / "long.xml"
    file.write_text(twin("wrong-stage-type").replace("<text>", "\n" * 70_000 + "<text>"), encoding="utf-8")
    assert judge(file)[0].line > 70_000


def test_schemas_by_name(tmp_path, monkeypatch):
    assert find_schema("minutes") == own("minutes.rng")
    (tmp_path / "house.rng").write_bytes(own("minutes.rng").read_bytes())
    monkeypatch.setenv("TEI_ENCODER_SCHEMAS", f"{tmp_path / 'none'}:{tmp_path}")
    assert find_schema("house") == tmp_path / "house.rng"
    assert judge(SAMPLE, "house") == []
    monkeypatch.delenv("TEI_ENCODER_SCHEMAS")
    cache = tmp_path / "tei-encoder" / "schemas"
    cache.mkdir(parents=True)
    (tmp_path / "house.rng").rename(cache / "house.rng")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert find_schema("house") == cache / "house.rng"


@pytest.mark.parametrize("name", ["nonsense", "nonsense.rng", "../minutes", "", "minutes-nonsense"])
def test_no_such_schema(name):
    with pytest.raises(UsageError) as caught:
        judge(SAMPLE, name)
    assert caught.value.code == "NO-SCHEMA" and caught.value.cure


def test_schemas_that_are_none(tmp_path):
    for suffix in (".rng", ".xsd", ".sch"):
        file = tmp_path / f"bad{suffix}"
        for text in ("<a/>", "nonsense", ""):
            file.write_text(text)
            with pytest.raises(UsageError) as caught:
                judge(SAMPLE, str(file))
            assert caught.value.code == "SCHEMA"


def test_schematron_that_needs_xpath_2(tmp_path):
    file = tmp_path / "new.sch"
    file.write_text('<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"/>')
    with pytest.raises(UsageError) as caught:
        judge(SAMPLE, str(file))
    assert caught.value.code == "SCHEMATRON-XPATH"


def test_tei_all_by_jing(java, broken):
    foreign_schema("tei_all")
    assert judge(SAMPLE, "tei_all") == []
    found = judge(broken("unknown-element"), "tei_all")
    assert found and found[0].line and found[0].column and "para" in found[0].message


def test_parla_clarin_never_in_libxml2(java, broken, monkeypatch):
    foreign_schema("parla-clarin")
    assert judge(SAMPLE, "parla-clarin"), "listWit is not in Parla-CLARIN"
    monkeypatch.setattr(jing, "command", lambda: [])
    assert judge(SAMPLE, "parla-clarin"), "by the simplified schema"


def test_findings_are_one_line():
    assert str(Finding("a.xml", 3, 4, "error", "CODE", "so\nso")) == "a.xml:3:4: error: CODE so\\u000aso"
    assert str(Finding("a.xml", 3, 0, "warning", "CODE", "so")) == "a.xml:3: warning: CODE so"
    assert str(Finding("a.xml", 0, 0, "error", "CODE", "so")) == "a.xml: error: CODE so"


def model(tmp_path: Path, lines: str) -> Path:
    """Return a file whose first lines name schemas, with an element that the schema ``only-a.rng`` does not have."""
    file = tmp_path / "model.xml"
    file.write_text(f"{lines}<b/>", "utf-8")
    (tmp_path / "only a.rng").write_text(
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>', "utf-8"
    )
    return file


def test_the_schemas_that_a_file_names(tmp_path):
    named = '<?xml-model href="only%20a.rng"?>\n<?xml-model href="https://example.org/other.rng"?>\n'
    (found,) = judge(model(tmp_path, named), "model")
    assert found.line == 3
    tei = tmp_path / "tei.xml"
    line = '<?xml-model href="minutes.rng"?>'
    tei.write_text(twin("unknown-element").replace("<TEI", f"{line}<TEI", 1), "utf-8")
    assert [one.code for one in judge(tei, "model")] == ["MISPLACED"]


@pytest.mark.parametrize(
    "lines, code",
    [("", "NO-MODEL"), ('<?xml-model href="https://example.org/other.rng"?>', "NO-MODEL"),
     ('<?xml-model href="missing.rng"?>', "NO-SCHEMA"), ('<?xml-model href="../../etc/passwd"?>', "NO-SCHEMA")],
)  # fmt: skip
def test_schemas_that_a_file_names_in_vain(tmp_path, lines, code):
    with pytest.raises(UsageError) as caught:
        judge(model(tmp_path, lines), "model")
    assert caught.value.code == code


@pytest.mark.parametrize("engine", ["libxml2", "jing", "xmlschema"])
def test_every_engine_says_no_to_a_twin_and_yes_to_the_sample(java, broken, engine):
    assert judge(SAMPLE, engine=engine) == []
    assert judge(broken("unknown-element"), engine=engine) != []


def test_an_engine_that_cannot_read_the_schema(tmp_path):
    for engine, schema in (("xmlschema", "minutes.rng"), ("jing", "minutes.xsd"), ("libxml2", "minutes.rnc")):
        with pytest.raises(UsageError) as caught:
            judge(SAMPLE, str(own(schema)), engine=engine)
        assert caught.value.code == "ENGINE"


def test_the_compact_syntax_by_jing(java, broken):
    assert judge(SAMPLE, str(own("minutes.rnc"))) == []
    assert judge(broken("unknown-element"), str(own("minutes.rnc"))) != []


def test_a_schema_that_is_read_for_ever_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(relaxng, "MAX_SCHEMA_SECONDS", 1)
    slow = tmp_path / "slow.rng"
    slow.write_bytes(foreign_schema("parla-clarin").read_bytes())
    with pytest.raises(LimitError) as caught:
        judge(SAMPLE, str(slow), engine="libxml2")
    assert caught.value.code == "SCHEMA-TIME"


def test_jing_is_started_once_for_many_files(java, broken, tmp_path, monkeypatch):
    real, starts = subprocess.run, []
    monkeypatch.setattr(subprocess, "run", lambda *given, **more: starts.append(given) or real(*given, **more))
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "bomb.xml").write_bytes(b"<!DOCTYPE a><a/>")
    odd = tmp_path / "n\u00e4me:1:2: error: x.xml"
    odd.write_text(twin("wrong-stage-type"), "utf-8")
    files = [SAMPLE, broken("unknown-element"), tmp_path / "bomb.xml", odd, tmp_path / "not-there.xml"]
    by_jing = jing.Jing(files)
    assert judge(SAMPLE, engine="jing", by_jing=by_jing) == []
    (one,) = judge(files[1], engine="jing", by_jing=by_jing)
    assert one.path == str(files[1]) and "para" in one.message
    with pytest.raises(InputError):
        judge(files[2], engine="jing", by_jing=by_jing)
    (one,) = judge(odd, engine="jing", by_jing=by_jing)
    assert one.path == str(odd) and "applause" in one.message
    assert len(starts) == 1


@pytest.mark.parametrize("text, suffix", [
    ("element a { b", ".rnc"),
    ('<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="x"/></start></grammar>', ".rng"),
])  # fmt: skip
def test_jing_does_not_blame_the_file_for_the_schema(java, tmp_path, text, suffix):
    schema = tmp_path / f"bad{suffix}"
    schema.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        judge(SAMPLE, str(schema), engine="jing")
    assert (caught.value.code, caught.value.path, caught.value.line) == ("SCHEMA", str(schema), 1)


def test_jing_does_not_ask_the_network(java, tmp_path):
    schema = tmp_path / "far.rng"
    part = '<include href="http://127.0.0.1:9/x.rng"/>'
    schema.write_text(f'<grammar xmlns="http://relaxng.org/ns/structure/1.0">{part}</grammar>', "utf-8")
    with pytest.raises(UsageError, match="lies on the network"):
        judge(SAMPLE, str(schema), engine="jing")


def test_tei_that_is_no_document_is_not_called_no_tei(tmp_path):
    file = tmp_path / "corpus.xml"
    file.write_text(f'<teiCorpus xmlns="{START.decode().split(chr(34))[1]}"/>', "utf-8")
    (found,) = judge(file)
    assert (found.code, found.message) == ("MISPLACED", "by this schema no document begins with <teiCorpus>")


@pytest.mark.parametrize(
    "text", ["<a/>", "<schema", "", '<schema xmlns="http://www.w3.org/2001/XMLSchema"><element/></schema>']
)
def test_xmlschema_says_what_is_no_schema(tmp_path, text):
    schema = tmp_path / "bad.xsd"
    schema.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        judge(SAMPLE, str(schema), engine="xmlschema")
    assert caught.value.code == "SCHEMA" and "\n" not in str(caught.value)


def test_xmlschema_and_schematron_take_whatever_was_accepted():
    """RELAX NG by both judges, and tei_all, are asked in test_judges and in tests/golden; this is the rest."""
    files = sorted((ROOT / "tests" / "golden").rglob("*.xml"))
    assert len(files) >= 20
    for file in files:
        assert judge(file, with_rules=True) == []
        assert judge(file, str(own("minutes.xsd"))) == []
        if file.stat().st_size < 100_000:  # the package is slow; 001 takes it as long as all the others
            assert judge(file, "minutes-xsd") == []
