"""What the judges of the edition share: one edition of the seeds and of other languages, one browser, two windows."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import SWITCHES, Watched
from judges import unlooked

from tei_encoder.deliver.render import render

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "samples"
TEXTS = [*sorted((ROOT / "seeds").glob("*.txt")), SAMPLES / "parliament-zh.txt", SAMPLES / "drama.ru.txt"]


@pytest.fixture(scope="session")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the TEI of the seeds, of a Chinese and a Russian sample, and the schema's own example."""
    folder = tmp_path_factory.mktemp("tei")
    command = [sys.executable, "-m", "tei_encoder", "encode", *map(str, TEXTS), "-o", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    shutil.copy(SAMPLES / "everything.xml", folder)
    return folder


@pytest.fixture(scope="session")
def site(encoded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the edition of all of them; it has a name that addresses must take care with."""
    folder = tmp_path_factory.mktemp("an edition #1 – ж")
    render(sorted(encoded.glob("*.xml")), folder, lang="en")
    return folder


@pytest.fixture(scope="session")
def browser(needs: Callable[[str], str]) -> Iterator[Any]:
    """Return Debian's Chromium, driven by Playwright."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unlooked("playwright is not installed")
    chromium = needs("chromium")
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium, args=SWITCHES)
        yield running
        running.close()


@pytest.fixture(scope="session")
def desktop(browser: Any) -> Iterator[Watched]:
    """Return a window with JavaScript."""
    one = Watched(browser, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield one
    one.context.close()


@pytest.fixture(scope="session")
def scriptless(browser: Any) -> Iterator[Watched]:
    """Return a window without JavaScript, as wide as a phone."""
    one = Watched(browser, viewport={"width": 390, "height": 800}, java_script_enabled=False)
    yield one
    one.context.close()
