"""Reading in the browser: the pages hold what the TEI holds, links lead there and back, on screen and on paper."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from browsing import Watched
from lxml import etree, html

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
STEMS = ("000", "001", "003", "004", "everything", "parliament-zh", "drama.ru")


def folder_of(site: Path, stem: str) -> Path:
    return next(one for one in site.iterdir() if one.name.startswith(stem))


def texts(folder: Path) -> list[html.HtmlElement]:
    """Return the pages of a document that hold its text."""
    pages = [html.parse(str(path)).getroot() for path in sorted(folder.glob("*.html")) if "source" not in path.stem]
    return [page for page in pages if page.xpath(f"//body[{classed('page-text')} or {classed('page-index')}]")]


def classed(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


#: What is counted in the TEI, and where it is in the pages of the text.
COUNTED = {
    "t:sp": f"main//*[{classed('sp')}]",
    "t:note[@type='vote']": f"main//*[{classed('note')} and {classed('vote')}]",
    "t:gap": f"main//*[{classed('gap')}]",
    "t:stage": f"main//*[{classed('stage')}]",
    "t:choice": f"main//*[{classed('choice')}]",
    "t:quote[@type]": "main//blockquote",
}


def counts(tei: etree._ElementTree, pages: list[html.HtmlElement]) -> dict[str, tuple[int, int]]:
    """Return how often things are in a TEI document and on its pages."""
    return {
        wanted: (
            len(tei.xpath(f"/t:TEI/t:text//{wanted}", namespaces=TEI)),
            sum(len(page.xpath(f"//{found}[not(ancestor::*[{classed('legend')}])]")) for page in pages),
        )
        for wanted, found in COUNTED.items()
    }


@pytest.mark.parametrize("stem", STEMS)
def test_the_pages_have_as_many_as_the_tei(site: Path, encoded: Path, stem: str) -> None:
    tei = etree.parse(next(encoded.glob(f"{stem}*.xml")))
    found = counts(tei, texts(folder_of(site, stem)))
    assert {name: pair for name, pair in found.items() if pair[0] != pair[1]} == {}


def test_the_count_sees_one_that_is_missing(site: Path, encoded: Path) -> None:
    tei = etree.parse(next(encoded.glob("001*.xml")))
    pages = texts(folder_of(site, "001"))
    next(page for page in pages if page.xpath(f"//*[{classed('sp')}]")).xpath(f"//*[{classed('sp')}]")[0].drop_tree()
    assert counts(tei, pages)["t:sp"] == (160, 159)


def test_tables_and_numbers_say_what_the_tei_says(site: Path, encoded: Path) -> None:
    tei = etree.parse(next(encoded.glob("001*.xml")))
    votes = tei.xpath("count(//t:text//t:note[@type='vote'])", namespaces=TEI)
    table = html.parse(str(folder_of(site, "001") / "votes.html")).getroot().xpath("//main//table")[0]
    assert len(table.xpath(".//tbody/tr[th]")) == votes
    home = html.parse(str(site / "index.html")).getroot()
    entry = next(one for one in home.xpath("//main//li[h2]") if "001" in one.xpath("string(h2/a/@href)"))
    said = re.sub(r"\s+", " ", entry.text_content())
    for number, word in (
        (tei.xpath("count(//t:text//t:sp)", namespaces=TEI), "speeches"),
        (votes, "votes"),
        (tei.xpath("count(//t:text//t:gap)", namespaces=TEI), "gaps"),
    ):
        assert f"{number:.0f} {word}" in said


def test_every_link_leads_somewhere(site: Path) -> None:
    ids: dict[Path, set[str]] = {}
    wrong = []
    for path in site.rglob("*.html"):
        page = html.parse(str(path)).getroot()
        for link in page.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            if urlsplit(link).scheme in ("http", "https"):
                continue
            parts = urlsplit(urljoin("file://x/", link))
            file = unquote(urlsplit(link).path)
            target = Path(os.path.normpath(path.parent / file)) if file else path
            if not target.is_file() or not target.is_relative_to(site):
                wrong.append(f"{path.name}: {link}: no such file")
            elif parts.fragment and target.suffix == ".html":
                if target not in ids:
                    ids[target] = set(html.parse(str(target)).getroot().xpath("//@id"))
                if unquote(parts.fragment) not in ids[target]:
                    wrong.append(f"{path.name}: {link}: no such place")
    assert wrong[:10] == []


def test_permalinks_lead_to_their_place_and_a_click_copies_the_address(site: Path, desktop: Watched) -> None:
    page = desktop.open(folder_of(site, "001") / "session.1.html", "#sp.7")
    assert page.locator(":target").get_attribute("id") == "sp.7"
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 200
    link = page.locator("#sp\\.9 a.permalink").first
    link.focus()
    page.wait_for_timeout(400)  # it fades in
    assert float(link.evaluate("(one) => getComputedStyle(one).opacity")) == 1
    link.press("Enter")
    assert page.url.endswith("#sp.9")
    assert desktop.wrong == []


def test_notes_are_linked_there_and_back_without_scripts(site: Path, scriptless: Watched) -> None:
    page = scriptless.open(folder_of(site, "003") / "index.html")
    anchor = page.locator("sup.anchor a").first
    place = anchor.get_attribute("id")
    anchor.click()
    assert page.locator(":target").count() == 1
    note = page.locator(":target")
    assert "Hiatus" in note.inner_text() or note.inner_text()
    note.locator("a.to-anchor").first.click()
    assert page.locator(":target").get_attribute("id") == place


def test_without_scripts_the_text_is_there_and_the_search_says_why_it_is_not(site: Path, scriptless: Watched) -> None:
    page = scriptless.open(folder_of(site, "001") / "session.2.html")
    assert page.locator("div.sp").count() > 10
    assert page.locator("div.sp").first.is_visible()
    page = scriptless.open(site / "search.html")
    assert page.locator("form").is_hidden()
    assert "JavaScript" in page.locator("main").inner_text()
    assert scriptless.outside() == []


def test_the_keyboard_reaches_the_text_first_and_everything_after_it(site: Path, desktop: Watched) -> None:
    page = desktop.open(folder_of(site, "001") / "session.1.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    seen = set()
    for _ in range(15):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert len(seen) == 15


def test_printed_it_holds_the_text_and_no_menus(site: Path, desktop: Watched) -> None:
    page = desktop.open(folder_of(site, "001") / "session.1.html")
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 3
    page.emulate_media(media="print")
    assert page.locator("nav:visible").count() == 0
    assert page.locator("a.permalink:visible").count() == 0
    assert page.locator("div.sp").first.is_visible()
    page.emulate_media(media="screen")
