"""Every kind of page, in the browser and before the Nu checker: valid, accessible, narrow enough, by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browsing import Watched, inaccessible, invalid, kinds, too_wide
from lxml import html

#: A long document with sessions and votes, and one that holds every construct.
STEMS = ("001", "everything")
#: Of the long one axe, which takes its time, looks at these.
LONG = ("001-session", "001-pictures", "001-source")
#: Pages whose colours, all that there are, are looked at by night, too.
BY_NIGHT = ("home", "search", "001-session", "001-pictures", "everything-index", "everything-gaps", "everything-votes")


def test_every_page_is_valid_html_and_the_nu_checker_refuses_twins(site: Path, java: str, tmp_path: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 50
    page = (site / "search.html").read_text("utf-8")
    twins = {
        "twin-id.html": page.replace('id="page:q-help"', 'id="page:q"'),
        "twin-block.html": page.replace("<h1", "<span><p>block</p></span><h1"),
        "twin-label.html": page.replace('for="page:q"', 'for="page:nothing"'),
        "twin-table.html": page.replace("<h1", "<table><td>cell</table><h1"),
    }
    for name, twin in twins.items():
        assert twin != page
        (tmp_path / name).write_text(twin, encoding="utf-8")
    found = invalid(java, *pages, *(tmp_path / name for name in twins))
    assert {one.partition(":")[0] for one in found if one.startswith("twin-")} == set(twins)
    assert [one for one in found if not one.startswith("twin-")] == []


def test_every_kind_of_page_is_accessible_by_day_and_by_night_and_fits_a_phone(site: Path, desktop: Watched) -> None:
    wrong: dict[str, list[str]] = {}
    for kind, path in kinds(site, STEMS).items():
        page = desktop.open(path)
        found = []
        for width in (1280, 390, 320):
            found += too_wide(page, width)
        if not kind.startswith("001") or kind in LONG:
            found += inaccessible(page)
        if kind in BY_NIGHT:
            page.emulate_media(color_scheme="dark")
            found += [f"dark: {one}" for one in inaccessible(page, ["color-contrast"])]
            page.emulate_media(color_scheme="light")
        found += desktop.outside() + desktop.wrong
        if found:
            wrong[kind] = found
    assert wrong == {}


def test_dark_is_dark(site: Path, desktop: Watched) -> None:
    page = desktop.open(site / "index.html")
    grounds = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        color = page.evaluate("getComputedStyle(document.body).backgroundColor")
        if color == "rgba(0, 0, 0, 0)":
            color = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        grounds.append(sum(int(part) for part in color.strip("rgb()").split(",")[:3]))
    page.emulate_media(color_scheme="light")
    assert grounds[0] > 600
    assert grounds[1] < 150


#: What is done to a good page, and which judge must see it.
TWINS = [
    ("document.querySelector('h1').style.width = '1400px'", "wide"),
    ("document.querySelector('h1').style.cssText = 'white-space: pre; font-size: 900px'", "wide"),
    ("document.querySelector('main p').style.color = '#ccc'", "axe"),
    ("document.documentElement.lang = ''", "axe"),
    ("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\">')", "axe"),
    ("document.querySelectorAll('h1').forEach((one) => one.remove())", "axe"),
    ("fetch('http://127.0.0.1:9/x').catch(() => 0)", "outside"),
]  # fmt: skip


@pytest.mark.parametrize(("harm", "judge"), TWINS, ids=[f"{i}-{judge}" for i, (_, judge) in enumerate(TWINS)])
def test_the_judges_see_what_is_wrong(site: Path, browser: Any, tmp_path: Path, harm: str, judge: str) -> None:
    twin = tmp_path / "twin.html"  # without its policy, which would stop it from asking
    page = html.parse(site / "index.html")
    for policy in page.findall(".//meta[@http-equiv='Content-Security-Policy']"):
        policy.getparent().remove(policy)
    page.write(str(twin), method="html", encoding="utf-8")
    one = Watched(browser, viewport={"width": 1280, "height": 900})
    shown = one.open(twin)
    before = {"wide": too_wide(shown, 390), "axe": inaccessible(shown), "outside": one.outside()}
    shown.evaluate(harm)
    shown.wait_for_timeout(50)
    after = {"wide": too_wide(shown, 390), "axe": inaccessible(shown), "outside": one.outside()}
    one.context.close()
    assert len(after[judge]) > len(before[judge])


def test_no_page_is_larger_than_a_megabyte(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".js", ".css")]
    assert [path.name for path in files if path.stat().st_size > 1_000_000] == []
