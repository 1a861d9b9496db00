"""A corpus to be fetched: the five seeds in a folder, two texts in a folder of their own, one text withdrawn."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tei_encoder.app.corpus import encode_file
from tei_encoder.deliver.feed.oai import Provider
from tei_encoder.deliver.feed.shelf import open_shelf

ROOT = Path(__file__).resolve().parents[4]
BASE = "urn:x-tei-encoder:"
GONE = f"{BASE}lost"

SIDECAR = """
title = "Board"
date = "1905-01-02"
calendar = "gregorian"
"""

WITHDRAWN = f"""
[[withdrawn]]
identifier = "{GONE}"
date = "2026-11-25"
sets = ["corpus:out", "year:1905"]
why = "a privacy claim"

[[withdrawn]]
identifier = "{BASE}board/second"
date = "2026-11-24"
"""


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder: five seeds of one day, two texts of other days, one of them withdrawn, and one that is gone."""
    home = tmp_path_factory.mktemp("feed")
    folder = home / "out"
    (folder / "board").mkdir(parents=True)
    for source in sorted((ROOT / "seeds").glob("*.txt")):
        encode_file(source, folder / f"{source.stem}.xml", date="2026-11-22")
    for name, day in (("first", "2026-11-20"), ("second", "2026-11-21")):
        source = home / f"{name}.txt"
        source.write_text("BERG: I open the session.\n\nLIND: I second it. [Applause]\n", encoding="utf-8")
        source.with_suffix(".toml").write_text(SIDECAR, encoding="utf-8")
        encode_file(source, folder / "board" / f"{name}.xml", profile="minutes-en", date=day)
    (home / "out.withdrawn.toml").write_text(WITHDRAWN, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def provider(out: Path) -> Provider:
    """Who offers the folder, three records to an answer."""
    shelf, wrong = open_shelf([out])
    assert not wrong
    return Provider(shelf, "Five seeds & a board", "https://example.org/oai", "a@example.org", page=3)


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """Start the real command; yields the address that it tells, and the process. It is ended by Ctrl-C."""
    command = [sys.executable, "-m", "tei_encoder", "serve", *arguments]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    try:
        assert process.stderr is not None
        said = process.stderr.readline()
        assert re.match(r"(?:1 text|\d+ texts) at http://", said), said
        yield said.split(" at ")[1].split(" ")[0], process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(20)


@pytest.fixture(scope="session")
def address(out: Path) -> Iterator[str]:
    """The address of a feed that the real command offers."""
    with serving(str(out), "--oai", "--email", "a@example.org", "--port", "0", "--page", "3") as (place, _):
        yield place


def copied(folder: Path, to: Path) -> Path:
    """Copy a folder."""
    return Path(shutil.copytree(folder, to))
