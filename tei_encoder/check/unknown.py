"""Says of names that a schema does not have which of its names may have been meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from tei_encoder.check.findings import Finding

#: How judges speak of an element, and of an attribute, that may not stand where it stands.
_ELEMENT = re.compile(r"^<(?P<name>[\w.-]+)> may not stand|^<.*> is expected here, not <(?P<other>[\w.-]+)>"
                      r'|^(?:unknown )?element "(?P<third>[\w.-]+)" not allowed')  # fmt: skip
_ATTRIBUTE = re.compile(r'^<\S+> has no attribute (?P<name>[\w:.-]+)|^attribute "(?P<other>[\w:.-]+)" not allowed')


def explained(findings: Iterable[Finding], schema: Path) -> list[Finding]:
    """Return the findings; those about an element or attribute that the schema does not know at all say so.

    ``schema``: the ``.rng`` whose names count. What is meant is guessed by likeness (``stgae``: ``stage``).
    """
    return [_explained(one, schema) for one in findings]


def _explained(one: Finding, schema: Path) -> Finding:
    for pattern, kind, code, shown in (
        (_ELEMENT, "element", "UNKNOWN-ELEMENT", "<{}>"),
        (_ATTRIBUTE, "attribute", "UNKNOWN-ATTRIBUTE", "@{}"),
    ):
        found = pattern.match(one.message)
        name = next((name for name in found.groups() if name), "") if found else ""
        known = _names(schema, kind)
        if name and name not in known and known:
            near = difflib.get_close_matches(name, sorted(known), 1)
            cure = f"; did you mean {shown.format(near[0])}?" if near else ""
            message = f"this schema has no {kind} {shown.format(name)}{cure}"
            return one._replace(code=code, message=message, original=one.original or one.message)
    return one


@lru_cache(maxsize=16)
def _names(schema: Path, kind: str) -> frozenset[str]:
    """Return the names of a kind (element, attribute) that a RELAX NG schema has; none for another schema."""
    if schema.suffix != ".rng":
        return frozenset()
    return frozenset(re.findall(rf'<(?:\w+:)?{kind}\b[^>]*? name="([^"]+)"', schema.read_text("utf-8")))
