"""Judges a tree by a Schematron schema: rules about things that must agree, such as pointers and targets.

ISO Schematron with XPath 1.0, by ``lxml.isoschematron``. ``@flag`` of an assertion is taken as the code of
its findings, ``@role="warning"`` makes them warnings.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from tei_encoder.check.findings import Finding, Severity, in_order
from tei_encoder.check.xml import options
from tei_encoder.model.errors import UsageError


@lru_cache(maxsize=8)
def compiled(schema: Path) -> Any:
    """Read a schema (``.sch``), once in the life of the process.

    Errors: ``UsageError`` SCHEMA where it is none, SCHEMATRON-XPATH where it needs XPath 2 or later.
    """
    import lxml.isoschematron as iso  # 15 ms: not for those who do not ask

    try:
        tree = etree.parse(str(schema), etree.XMLParser(**options()))
        language = tree.getroot().get("queryBinding", "xslt")
        if language not in ("xslt", "xpath"):
            cure = "run it with a processor that has XPath 2 (Saxon), or name a schema that needs XPath 1.0"
            raise UsageError("SCHEMATRON-XPATH", f"its rules are written in {language}", cure, path=schema)
        return iso.Schematron(tree, store_report=True)
    except (etree.LxmlError, OSError) as error:
        what = f"this is no Schematron schema: {error}"
        raise UsageError("SCHEMA", what, "name another one", path=schema) from None


def validate_tree(tree: Any, path: object, schema: Path) -> list[Finding]:
    """Return what the rules of a Schematron schema find wrong with a tree; nothing, if they are all kept."""
    judge = compiled(schema)
    judge.validate(tree)
    found = []
    for failed in judge.validation_report.getroot().iterchildren("{*}failed-assert", "{*}successful-report"):
        xpath = failed.get("location", "")
        element = tree.xpath(xpath)[0]
        message = " ".join("".join(failed.itertext()).split()).removeprefix("@")
        severity: Severity = "warning" if failed.get("role") in ("warning", "warn", "info") else "error"
        code = failed.get("flag") or "SCHEMATRON"
        line = getattr(element, "sourceline", None) or element.getparent().sourceline or 0
        found.append(Finding(str(path), line, 0, severity, code, message, xpath))
    return in_order(found)
