"""Runs Schematron rules in XPath 2.0, such as TEI itself has: as a stylesheet for Saxon, for libxslt cannot.

What TEI's stylesheets write is enough here: keys, patterns, rules, ``let`` in rules, assertions. All else is refused.
"""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import etree

SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL = "http://www.w3.org/1999/XSL/Transform"
X = f"{{{XSL}}}"


def findings(processor: Any, rules: etree._Element, *files: Path) -> list[str]:
    """Return what the rules say of files, one line each: name of the file, flag or role (else ``error``), words."""
    sheet = processor.new_xslt30_processor().compile_stylesheet(
        stylesheet_text=etree.tostring(stylesheet_of(rules), encoding="unicode")
    )
    found = []
    for file in files:
        said = sheet.transform_to_string(source_file=str(file)) or ""
        found += [f"{file.name}: {line}" for line in said.splitlines() if line.strip()]
    return found


def stylesheet_of(schema: etree._Element) -> etree._Element:
    """Return a stylesheet that goes over a document once for each pattern; of each, the first rule that fits holds."""
    names = {str(one.get("prefix")): str(one.get("uri")) for one in schema.findall(f"{SCH}ns")}
    sheet = etree.Element(f"{X}stylesheet", version="3.0", nsmap={"xsl": XSL, **names})
    etree.SubElement(sheet, f"{X}output", method="text")
    sheet.extend(deepcopy(one) for one in schema.findall(f"{X}key"))
    whole = etree.SubElement(sheet, f"{X}template", match="/")
    for number, pattern in enumerate(schema.findall(f"{SCH}pattern")):
        mode = f"pattern{number}"
        etree.SubElement(whole, f"{X}apply-templates", mode=mode)
        on = etree.SubElement(sheet, f"{X}template", match="@* | node()", mode=mode, priority="0")
        etree.SubElement(on, f"{X}apply-templates", select="@* | node()", mode=mode)
        for place, rule in enumerate(pattern):
            assert rule.tag == f"{SCH}rule", rule.tag
            template = etree.SubElement(sheet, f"{X}template", match=str(rule.get("context")), mode=mode)
            template.set("priority", str(1000 - place))
            for one in rule:
                template.append(_said(one))
            etree.SubElement(template, f"{X}apply-templates", select="@* | node()", mode=mode)
    return sheet


def _said(one: etree._Element) -> etree._Element:
    kind = str(one.tag).removeprefix(SCH)
    if kind == "let":
        return etree.Element(f"{X}variable", name=str(one.get("name")), select=str(one.get("value")))
    assert kind in ("assert", "report"), kind
    test = str(one.get("test"))
    made = etree.Element(f"{X}if", test=test if kind == "report" else f"not({test})")
    _words(made, f"{one.get('flag') or one.get('role', 'error')}: {one.text or ''}")
    for inner in one:
        name = str(inner.tag).removeprefix(SCH)
        assert name in ("value-of", "name"), name
        etree.SubElement(made, f"{X}value-of", select=inner.get("select") or "name()")
        _words(made, inner.tail or "")
    etree.SubElement(made, f"{X}text").text = "\n"
    return made


def _words(place: etree._Element, words: str) -> None:
    etree.SubElement(place, f"{X}text").text = re.sub(r"\s+", " ", words)
