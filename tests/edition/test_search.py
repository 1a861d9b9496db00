"""The search, from the disk: words, beginnings, exact words, filters, corrections, other scripts."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from browsing import Watched, inaccessible
from lxml import etree

from tei_encoder.deliver.edition import search
from tei_encoder.deliver.edition.compose import compose
from tei_encoder.model.places import data_folder

TEI = {"t": "http://www.tei-c.org/ns/1.0"}


class Search:
    """The search page, asked as a reader asks it."""

    def __init__(self, window: Watched, site: Path) -> None:
        self.window = window
        self.page = window.open(site / "search.html")

    def __call__(self, words: str, **choices: str) -> list[str]:
        """Type words, choose, and return the texts of all results, each with its heading."""
        page = self.page
        page.fill("[name=q]", words)
        for name in ("document", "who", "part", "kind"):
            page.select_option(f"[name={name}]", label=choices.get(name, "any"))
        page.press("[name=q]", "Enter")
        page.wait_for_function("!document.querySelector('[aria-busy]')")
        while page.locator("#page\\:more").is_visible():
            page.click("#page\\:more")
        found: list[str] = page.locator("#page\\:results li").all_inner_texts()
        return found

    @property
    def said(self) -> str:
        return str(self.page.locator("[role=status]").inner_text())


@pytest.fixture(scope="module")
def ask(desktop: Watched, site: Path) -> Search:
    return Search(desktop, site)


def occurrences(encoded: Path, stem: str, pattern: str) -> int:
    """Return in how many speeches of a TEI file a pattern is, read by other means than those of the search."""
    tei = etree.parse(next(encoded.glob(f"{stem}*.xml")))
    speeches = tei.xpath("//t:text//t:sp", namespaces=TEI)
    said = ["".join(one.xpath(".//text()[not(ancestor::t:speaker)]", namespaces=TEI)) for one in speeches]
    return sum(bool(re.search(pattern, " ".join(one.split()), re.IGNORECASE)) for one in said)


def test_it_finds_as_many_speeches_as_have_the_word(ask: Search, encoded: Path) -> None:
    document = "The March 1917 Party Conference"
    found = ask("compromise", document=document, kind="Speech")
    assert found
    assert len(found) == occurrences(encoded, "001", r"\bcompromise") == int(ask.said.rpartition(" ")[2])
    assert all("compromise" in one.lower() for one in found)


def test_filters_narrow_what_is_found(ask: Search) -> None:
    everything = ask("resolution")
    by_one = ask("resolution", who="Stalin", kind="Speech")
    assert 0 < len(by_one) < len(everything)
    assert all(one.startswith("Stalin") for one in by_one)
    in_one = ask("", part="SESSION OF MARCH 31", kind="Vote or decision")
    assert in_one
    assert all("SESSION OF MARCH 31" in one for one in in_one)


def test_words_between_quotation_marks_follow_each_other(ask: Search) -> None:
    loose, exact = ask("provisional revolutionary government"), ask("“revolutionary government”")
    assert exact
    assert all("revolutionary government" in one.lower() for one in exact)
    assert loose != exact


def test_beginnings_accents_and_slips_are_forgiven(ask: Search) -> None:
    assert len(ask("conferenc")) >= len(ask("conference ")) > 0
    assert ask("rôle") == ask("role") != []
    assert ask("goverment revolutoin")
    assert ask.said.startswith("Nothing here has these words")
    assert ask("xyzzyxyzzy") == []
    assert ask.said == "Nothing was found."


def test_a_corrected_word_is_found_as_it_should_be(ask: Search, encoded: Path) -> None:
    tei = etree.parse(next(encoded.glob("001*.xml")))
    for choice in tei.xpath("//t:text//t:sp//t:choice[t:sic and t:corr]", namespaces=TEI):
        printed, meant = choice[0].text, choice[1].text
        around = "".join(choice.xpath("ancestor::t:sp[1]//text()[not(parent::t:corr)]", namespaces=TEI))
        if meant.lower() not in around.lower():
            break
    else:
        pytest.fail("no such correction")
    ask(meant, kind="Speech")
    assert printed in ask.page.locator("mark").all_inner_texts()


def test_it_reads_chinese_and_cyrillic(ask: Search, encoded: Path) -> None:
    for stem, pattern in (("parliament-zh", r"[\u4e00-\u9fff]{3}"), ("drama.ru", r"[А-я]{6,}")):
        tei = etree.parse(next(encoded.glob(f"{stem}*.xml")))
        words = next(
            match[0] for p in tei.xpath("//t:text//t:sp//t:p | //t:text//t:sp//t:l", namespaces=TEI)
            if (match := re.search(pattern, "".join(p.itertext())))
        )  # fmt: skip
        found = ask(words, kind="Speech")
        assert found
        assert all(words.lower() in one.lower() for one in found)
        assert ask(words.upper()) == ask(words)
        assert ask.page.locator("mark").first.inner_text().lower() == words.lower()


def test_a_result_leads_to_its_place(ask: Search) -> None:
    ask("compromise", kind="Speech")
    page = ask.page
    page.locator("#page\\:results a").first.click()
    assert "#sp." in page.url
    assert page.locator(":target").count() == 1
    page.go_back()
    page.wait_for_selector("#page\\:results li")  # the address holds what was asked
    assert page.input_value("[name=q]") == "compromise"


def test_with_results_it_is_accessible_and_asks_for_nothing_outside(ask: Search, desktop: Watched) -> None:
    ask("resolution")
    assert inaccessible(ask.page) == []
    assert desktop.outside() == []
    assert desktop.wrong == []


def test_the_same_document_gives_the_same_small_script(encoded: Path, site: Path) -> None:
    path = next(encoded.glob("001*.xml"))
    once = search.script(compose(path))
    assert once == search.script(compose(path)) == (site / path.stem / search.FILE).read_bytes()
    assert len(once) < 300_000
    assert len(once) > 0.9 * len("".join(etree.parse(path).getroot().find("{*}text").itertext()))


def test_vendored_minisearch_is_what_its_provenance_says() -> None:
    folder = data_folder("xslt") / "minisearch"
    told = re.findall(r"([0-9a-f]{64})  (\S+)", (folder / "PROVENANCE.md").read_text("utf-8"))
    assert {name for _, name in told} == {"minisearch.js", "minisearch.LICENSE.txt"}
    for checksum, name in told:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == checksum
