"""Ways to write findings: lines for people, JSON, SARIF and JUnit for other programs, annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from lxml import etree

from tei_encoder import __version__
from tei_encoder.check.findings import Finding
from tei_encoder.check.validate import Judged

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def text(judged: Sequence[Judged]) -> str:
    """Return one line for each finding: ``file:line:column: severity: CODE message [place]``."""
    return "".join(f"{finding}\n" for one in judged for finding in one.findings)


def as_json(judged: Sequence[Judged]) -> str:
    """Return a list with one object for each file."""
    return json.dumps([one.record() for one in judged], ensure_ascii=False, indent=1) + "\n"


def sarif(judged: Sequence[Judged]) -> str:
    """Return the findings as a log in SARIF 2.1.0 (OASIS), which code forges and editors show at the lines."""
    codes = sorted({finding.code for one in judged for finding in one.findings})
    driver = {
        "name": "tei-encoder", "semanticVersion": __version__,
        "rules": [{"id": code, "name": code.title().replace("-", "")} for code in codes],
    }  # fmt: skip
    run = {
        "tool": {"driver": driver},
        "artifacts": [{"location": {"uri": _uri(one.tei)}} for one in judged],
        "results": [_result(finding, codes) for one in judged for finding in one.findings],
        "columnKind": "unicodeCodePoints",
    }
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(finding.path)}}}
    if finding.line:
        region = {"startLine": finding.line, **({"startColumn": finding.column} if finding.column else {})}
        place["physicalLocation"]["region"] = region
    if finding.xpath:
        place["logicalLocations"] = [{"fullyQualifiedName": finding.xpath, "kind": "element"}]
    known = {name: value for name in ("source", "rule") if (value := getattr(finding, name))}
    return {
        "ruleId": finding.code, "ruleIndex": codes.index(finding.code), "level": finding.severity,
        "message": {"text": finding.message}, "locations": [place], **({"properties": known} if known else {}),
    }  # fmt: skip


def _uri(path: str) -> str:
    """Return a path as a reference relative to the working folder, or as an address of a file."""
    there = PurePath(path)
    return there.as_uri() if there.is_absolute() else quote(there.as_posix())


def junit(judged: Sequence[Judged]) -> str:
    """Return one test case for each file, as JUnit's XML, which continuous integration shows as tests.

    A warning is no failure; it stands in the output of its case.
    """
    failed = [one for one in judged if not one.valid]
    counts = {"tests": str(len(judged)), "failures": str(len(failed))}
    suites = etree.Element("testsuites", counts)
    suite = etree.SubElement(suites, "testsuite", {"name": "tei-encoder validate", **counts})
    for one in judged:
        case = etree.SubElement(suite, "testcase", {"classname": one.schema, "name": one.tei})
        errors = [finding for finding in one.findings if finding.severity == "error"]
        warnings = [finding for finding in one.findings if finding.severity != "error"]
        if errors:
            failure = etree.SubElement(case, "failure", {"message": errors[0].message, "type": errors[0].code})
            failure.text = "\n".join(map(str, errors))
        if warnings:
            etree.SubElement(case, "system-out").text = "\n".join(map(str, warnings))
    return etree.tostring(suites, encoding="unicode", pretty_print=True)


def github(judged: Sequence[Judged]) -> str:
    """Return workflow commands of GitHub Actions: it shows each finding beside its line."""
    lines = []
    for one in judged:
        for finding in one.findings:
            facts = {"file": finding.path, "line": finding.line, "col": finding.column, "title": finding.code}
            told = ",".join(f"{name}={_property(str(value))}" for name, value in facts.items() if value)
            lines.append(f"::{finding.severity} {told}::{_escaped(finding.told)}\n")
    return "".join(lines)


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")


#: What ``--format`` takes.
FORMATS: dict[str, Callable[[Sequence[Judged]], str]] = {
    "text": text, "json": as_json, "sarif": sarif, "junit": junit, "github": github,
}  # fmt: skip
