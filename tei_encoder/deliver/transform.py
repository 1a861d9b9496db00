"""Runs XSLT 1.0 stylesheets: ours in this process, a user's in one of its own that can be stopped."""

from __future__ import annotations

import difflib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from tei_encoder.check import xml
from tei_encoder.deliver.stylesheets import Stylesheet, broken, load_stylesheet
from tei_encoder.model import limits
from tei_encoder.model.errors import LimitError, StylesheetError, UsageError
from tei_encoder.model.places import data_folder

#: Bytes of memory for a user's stylesheet: so much to begin with, and so much for each byte of the document.
#: A tree takes about 20 times the file, the result may take as much again.
_MEMORY = 512 * 1024**2
_MEMORY_PER_BYTE = 60


def transform(
    document: Path | etree._ElementTree,
    stylesheet: Stylesheet | str | Path,
    params: Mapping[str, str] | None = None,
    *,
    seconds: float = limits.MAX_TRANSFORM_SECONDS,
) -> bytes:
    """Turn one TEI document into what the stylesheet makes of it.

    ``document``: a file, or a tree that ``check.xml`` has read. ``params``: values for the stylesheet's
    parameters, always text; ``css`` is set to the look of the HTML page unless given. Returns the result in
    the encoding that the stylesheet asks for.

    Raises ``StylesheetError`` (4) when the stylesheet fails, ``UsageError`` (2) for a parameter that it does not
    have, ``LimitError`` (6) when one that is not ours runs longer than ``seconds``, ``InputError`` (3) for a
    file that is not TEI.
    """
    sheet = stylesheet if isinstance(stylesheet, Stylesheet) else load_stylesheet(stylesheet)
    _refuse_unknown(params or {}, sheet)
    tree = xml.parse_tei(document) if isinstance(document, Path) else document
    values = {"css": (data_folder("xslt") / "edition.css").read_text("utf-8"), **(params or {})}
    return _run(sheet, tree, values) if sheet.ours else _run_apart(sheet, tree, [values], seconds)[0]


def transform_pages(
    tree: etree._ElementTree,
    sheet: Stylesheet,
    asked: Sequence[Mapping[str, str]],
    *,
    seconds: float = limits.MAX_TRANSFORM_SECONDS,
) -> Iterator[bytes]:
    """Yield what a stylesheet makes of one tree with each set of parameters, in their order.

    One that is not ours makes all of them in one process of its own, within ``seconds``. Raises as ``transform``.
    """
    for params in asked:
        _refuse_unknown(params, sheet)
    if sheet.ours:
        for params in asked:
            yield _run(sheet, tree, params)
    else:
        yield from _run_apart(sheet, tree, asked, seconds)


def _refuse_unknown(params: Iterable[str], sheet: Stylesheet) -> None:
    """Refuse a parameter that the stylesheet does not have: libxslt would pass over it in silence."""
    for name in params:
        if name not in sheet.params:
            near = difflib.get_close_matches(name, sheet.params, 1)
            known = ", ".join(sorted(sheet.params)) or "none"
            cure = f"did you mean {near[0]!r}?" if near else f"it has: {known}"
            raise UsageError("PARAMETER", f"the stylesheet has no parameter {name!r}", cure, path=sheet.path)


def _run(sheet: Stylesheet, tree: etree._ElementTree, params: Mapping[str, str]) -> bytes:
    """Run a stylesheet in this process."""
    try:
        values = {name: etree.XSLT.strparam(value) for name, value in params.items()}
    except (TypeError, ValueError):
        cure = "use text without control characters"
        raise UsageError("STYLESHEET-PARAMETER", "a parameter cannot be passed on", cure) from None
    try:
        return bytes(sheet.compiled(tree, **values))
    except etree.LxmlError as error:
        raise broken("STYLESHEET-FAILED", error, sheet.path) from None


def _run_apart(
    sheet: Stylesheet, tree: etree._ElementTree, asked: Sequence[Mapping[str, str]], seconds: float
) -> list[bytes]:
    """Run a stylesheet in a process of its own, once for each set of parameters; stop that when it takes too long."""
    request = json.dumps({"path": str(sheet.path), "asked": [dict(one) for one in asked]}).encode() + b"\n"
    home = str(Path(__file__).resolve().parents[2])
    try:
        done = subprocess.run(
            # -P: no module is taken from the current folder; -B: nothing is written.
            [sys.executable, "-P", "-B", "-c", f"from {__name__} import serve; serve()"],
            input=request + etree.tostring(tree, encoding="UTF-8"),
            capture_output=True,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([home, *filter(None, sys.path)])},
            check=False,
        )
    except subprocess.TimeoutExpired:
        message, cure = f"ran for more than {seconds:g} s", "look for a template that calls itself"
        raise LimitError("TRANSFORM-TIME", message, cure, path=sheet.path) from None
    if done.returncode == 0:
        results, at = [], 0
        for _ in asked:  # each result with its length before it
            begin = done.stdout.index(b"\n", at) + 1
            at = begin + int(done.stdout[at:begin])
            results.append(done.stdout[begin:at])
        return results
    raise _said_by(done, sheet.path)


def _said_by(done: subprocess.CompletedProcess[bytes], path: Path) -> StylesheetError:
    """Return the error that the other process has written as its last line, or say that it broke down."""
    try:
        said = json.loads(done.stderr.splitlines()[-1])
        return StylesheetError(
            said["code"], said["message"], said["cure"], path=said["path"] or path, line=said["line"]
        )
    except (IndexError, KeyError, TypeError, ValueError):
        message = f"broke down (status {done.returncode}); perhaps it wants too much memory"
        return StylesheetError("STYLESHEET-CRASHED", message, "make its result smaller", path=path)


def serve() -> None:
    """Run one stylesheet in a process that ``transform`` has started: request and result go through pipes."""
    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    _limit_resources(_MEMORY + _MEMORY_PER_BYTE * len(data))
    make: Any = etree.XMLParser
    try:
        tree = etree.fromstring(data, make(**xml.options())).getroottree()
        sheet = load_stylesheet(Path(request["path"]))
        for params in request["asked"]:
            result = _run(sheet, tree, params)
            sys.stdout.buffer.write(b"%d\n" % len(result) + result)
    except (StylesheetError, LimitError, UsageError) as error:
        facts = {name: getattr(error, name) for name in ("code", "message", "cure", "path", "line")}
        print(json.dumps(facts), file=sys.stderr)
        raise SystemExit(error.exit_code) from None


def _limit_resources(memory: int) -> None:
    """Take away what a stylesheet does not need: writing files, and memory without bound."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the deadline holds there too.
        return
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
