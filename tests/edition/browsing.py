"""Judges of pages in a browser: each returns what it finds wrong, nothing for a page that is as it should be."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from judges import unlooked

#: Chromium as it starts in a container, and without the calls to its maker.
SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
).split()

#: The rules of axe that are those of WCAG 2.2, level AA.
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Watched:
    """A page in the browser that remembers what it asked for, and what went wrong in it."""

    def __init__(self, browser: Any, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.asked: list[str] = []
        self.wrong: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("requestfailed", lambda request: self.wrong.append(f"not loaded: {request.url}"))
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on("console", lambda said: self.wrong.extend([said.text] * (said.type in ("error", "warning"))))
        self.page.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def open(self, path: Path, after: str = "") -> Any:
        """Go to a file; ``after`` is what follows in the address, such as ``#sp.17``. Forgets what was before."""
        self.asked.clear()
        self.wrong.clear()
        self.page.goto("about:blank")  # a change of the fragment alone would not load the page
        self.page.goto(path.as_uri() + after)
        return self.page

    def outside(self) -> list[str]:
        """Return what was asked for that does not lie on the disk."""
        return [url for url in self.asked if not url.startswith(("file:", "data:", "about:"))]


def too_wide(page: Any, width: int) -> list[str]:
    """Return what stands out of a window of this width, if it scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    found: list[str] = page.evaluate(
        """() => {
          const root = document.scrollingElement, edge = root.clientWidth;
          if (root.scrollWidth <= edge) return [];
          const out = [...document.body.querySelectorAll("*")]
            .filter((one) => one.getBoundingClientRect().right > edge + 1);
          return [`${root.scrollWidth} > ${edge}`, ...out.slice(-3).map((one) => one.outerHTML.slice(0, 80))];
        }"""
    )
    return found


def inaccessible(page: Any, rules: Sequence[str] = WCAG) -> list[str]:
    """Return what axe finds by rules, or groups of rules: the rule, what it is about, the first places."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_axe())  # by the debugger: the page's own policy would forbid it
    # No preload: it would fetch the style sheets once more, which the page's policy forbids.
    options = {"runOnly": list(rules), "resultTypes": ["violations"], "preload": False}
    found = page.evaluate("(options) => axe.run(options).then((all) => all.violations)", options)
    return [
        f"{one['id']}: {one['help']}: " + "; ".join(node["html"][:120] for node in one["nodes"][:3]) for one in found
    ]


def _axe() -> str:
    spec = find_spec("axe_playwright_python")
    if spec is None or not spec.submodule_search_locations:
        unlooked("axe-playwright-python is not installed")
    return (Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")


def invalid(java: str, *pages: Path) -> list[str]:
    """Return what the Nu HTML checker says about pages: file, line, message."""
    jar = Path(sys.prefix, "npm", "node_modules", "vnu-jar", "build", "dist", "vnu.jar")
    if not jar.exists():
        unlooked(f"the Nu checker is not in {sys.prefix}: install npm, then make test")
    command = [java, "-Xss8m", "-jar", str(jar), "--errors-only", "--format", "json", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert done.stderr.startswith("{"), done.stderr[:500]
    return [
        f"{Path(one.get('url', '')).name}:{one.get('lastLine', 0)}: {one['message']}"
        for one in json.loads(done.stderr)["messages"]
        if one["type"] != "info"
    ]


def kinds(site: Path, stems: Sequence[str]) -> dict[str, Path]:
    """Return one page of each kind of some documents (by the beginning of their names), home and search."""
    found: dict[str, Path] = {"home": site / "index.html", "search": site / "search.html"}
    for stem in stems:
        folder = next(site.glob(f"{stem}*"))
        for page in sorted(folder.glob("*.html")):
            kind = "source" if "source" in page.stem else page.stem.partition(".")[0]
            found.setdefault(f"{stem}-{kind}", page)
    return found
