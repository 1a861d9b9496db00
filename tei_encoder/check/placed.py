"""Says of findings in a TEI file of ours where the text stands in the source, and which rule made the element."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lxml import etree

from tei_encoder.check.findings import Finding
from tei_encoder.check.review_reading import XML_ID, Reading, local
from tei_encoder.model.errors import TeiEncoderError


def placed(findings: list[Finding], path: Path) -> list[Finding]:
    """Return the findings about a file with their places: XPath, line of the source, rule; the rest as it was.

    The XPath begins at the nearest element that has an id. The line of the source, and the rule where the decisions
    file lies beside it, are told of text that tei-encoder has marked up. Raises nothing: a file that cannot be read
    back is told about as far as the judge could.
    """
    if not findings:
        return findings
    try:
        reading = Reading(path)
    except TeiEncoderError:
        return findings
    elements = list(reading.root.iter(etree.Element))
    ids = sorted({name for element in elements if (name := element.get(XML_ID))})
    return [_placed(_meant(one, ids), _element(reading, elements, one), reading) for one in findings]


def _meant(one: Finding, ids: list[str]) -> Finding:
    """Say of a pointer that leads nowhere which id is like it."""
    found = re.search(r'points to "#([^"]+)"', one.message) if one.code == "DANGLING-POINTER" else None
    near = difflib.get_close_matches(found[1], ids, 1) if found else []
    return one._replace(message=f"{one.message}; did you mean #{near[0]}?") if near else one


def _placed(one: Finding, element: etree._Element | None, reading: Reading) -> Finding:
    if element is None:
        return one
    place = reading.place(element)
    xpath = f"id('{place[1:]}')" if place.startswith("#") else place
    if not reading.profile or element not in reading.spans:
        return one._replace(xpath=xpath)
    start, end = reading.spans[element]
    text = reading.text[start:end]
    line = reading.line(start + len(text) - len(text.lstrip()))
    decision, here = reading.decision(element), element.getparent()
    while decision is None and here in reading.spans:  # what no rule makes was put into what one has made
        decision, here = reading.decision(here), here.getparent()
    return one._replace(xpath=xpath, source=f"{reading.source}:{line}", rule=decision.rule if decision else "")


def _element(reading: Reading, elements: Iterable[Any], one: Finding) -> etree._Element | None:
    """Return the element that a finding is about: by its XPath, else by its line and the name in the message."""
    if one.xpath:
        try:
            found: Any = reading.root.getroottree().xpath(one.xpath)
        except etree.XPathError:
            found = []
        if isinstance(found, list) and found and isinstance(found[0], etree._Element):
            return found[0]
    named = re.search(r'element "(\w+)"', one.message)
    best = None
    for element in elements:
        if int(element.sourceline or 0) > one.line:
            break
        if named is None or local(element) == named[1]:
            best = element
    return best if one.line else None
