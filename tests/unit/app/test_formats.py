"""Findings for other programs, read by programs that are not ours: sarif-tools, junitparser."""

import json
from pathlib import Path

import pytest
from junitparser import JUnitXml
from sarif.loader import load_sarif_file

from tei_encoder.app.formats import FORMATS
from tei_encoder.check.findings import Finding
from tei_encoder.check.validate import Judged

BAD = Judged("out/bad, one.xml", "minutes", [
    Finding("out/bad, one.xml", 12, 5, "error", "VALUE", 'type="x" is <not> & wrong', "id('sp.1')/tei:p[1]", "said",
            "bad.txt:3", "speaker-label"),
    Finding("out/bad, one.xml", 0, 0, "error", "DANGLING-POINTER", "100% lost"),
    Finding("out/bad, one.xml", 13, 0, "warning", "ODD", "perhaps"),
])  # fmt: skip
GOOD = Judged("out/good.xml", "minutes", [])


def test_sarif_tools_read_what_was_written(tmp_path: Path) -> None:
    file = tmp_path / "findings.sarif"
    file.write_text(FORMATS["sarif"]([BAD, GOOD]), "utf-8")
    read = load_sarif_file(str(file))
    assert read.get_distinct_tool_names() == ["tei-encoder"]
    assert read.get_report().get_issue_count_for_severity("error") == 2
    assert read.get_report().get_issue_count_for_severity("warning") == 1
    records = {one["Code"]: one for one in read.get_records()}
    assert records["VALUE"]["Location"] == "out/bad%2C%20one.xml"
    assert records["VALUE"]["Line"] == 12
    assert 'type="x" is <not> & wrong' in records["VALUE"]["Description"]
    results = json.loads(file.read_text("utf-8"))["runs"][0]["results"]
    assert results[0]["properties"] == {"source": "bad.txt:3", "rule": "speaker-label"}
    assert "region" not in results[1]["locations"][0]["physicalLocation"], "no line 0"


def test_sarif_tools_refuse_a_broken_twin(tmp_path: Path) -> None:
    file = tmp_path / "findings.sarif"
    file.write_text(FORMATS["sarif"]([BAD])[:-3], "utf-8")
    with pytest.raises(OSError):
        load_sarif_file(str(file))


def test_junitparser_reads_what_was_written() -> None:
    read = JUnitXml.fromstring(FORMATS["junit"]([BAD, GOOD]).encode())
    (suite,) = read
    assert (suite.tests, suite.failures) == (2, 1)
    bad, good = suite
    assert (bad.name, bad.classname, good.name) == ("out/bad, one.xml", "minutes", "out/good.xml")
    assert good.is_passed and not bad.is_passed
    assert bad.result[0].type == "VALUE"
    assert bad.result[0].text == "\n".join(map(str, BAD.findings[:2]))
    assert "ODD perhaps" in bad.system_out


def test_a_warning_is_no_failure() -> None:
    (suite,) = JUnitXml.fromstring(FORMATS["junit"]([Judged("a.xml", "minutes", BAD.findings[2:])]).encode())
    assert suite.failures == 0


def test_github_shows_findings_at_their_lines() -> None:
    assert FORMATS["github"]([BAD, GOOD]).splitlines() == [
        '::error file=out/bad%2C one.xml,line=12,col=5,title=VALUE::VALUE type="x" is <not> & wrong '
        "[id('sp.1')/tei:p[1] from bad.txt:3 by rule speaker-label]",
        "::error file=out/bad%2C one.xml,title=DANGLING-POINTER::DANGLING-POINTER 100%25 lost",
        "::warning file=out/bad%2C one.xml,line=13,title=ODD::ODD perhaps",
    ]


def test_lines_and_json_say_the_same() -> None:
    assert FORMATS["text"]([BAD, GOOD]).count("\n") == 3
    bad, good = json.loads(FORMATS["json"]([BAD, GOOD]))
    assert (bad["valid"], good["valid"], good["findings"]) == (False, True, [])
    assert bad["findings"][0]["rule"] == "speaker-label"


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found_is_a_document_too(form: str) -> None:
    told = FORMATS[form]([])
    if form in ("json", "sarif"):
        json.loads(told)
    elif form == "junit":
        assert next(iter(JUnitXml.fromstring(told.encode()))).tests == 0
    else:
        assert told == ""
