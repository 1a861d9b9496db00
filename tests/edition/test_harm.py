"""Texts that mean harm, and very long ones: nothing of them is ever code, and pages stay readable."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from browsing import Watched, invalid, too_wide

from tei_encoder.deliver.render import render

CODE = "&lt;/script>&lt;/title>&lt;script>alert(1)&lt;/script>&lt;img src=http://127.0.0.1:9/a onerror=alert(2)>"

#: Everything that a page might take for code, wherever text or an attribute goes into it.
EVIL = f"""<div type="session" n="{CODE.replace('"', "")}" xml:id="s"><head>{CODE}</head>
<sp xml:id="sp.1" who="#p"><speaker>{CODE}:</speaker><p>Harm {CODE} “];alert(3)//” \\u003cscript> `${{alert(4)}}`&#x2028;</p></sp>
<p><ref target="javascript:alert(5)">x</ref> <ref target="JaVaScRiPt:alert(6)">y</ref> <ref target="data:text/html,z">z</ref>
<ref target="&#9;javascript:alert(7)">t</ref> <ref target="vbscript:x">v</ref> <ref target="//127.0.0.1:9/">w</ref></p>
<note type="vote" xml:id="v" corresp="javascript:alert(8)" ana="#carried &quot;>&lt;script>">For
<measure type="for" quantity="99999999999999999999">many</measure>, against <measure type="against" quantity="-1">few</measure></note>
<quote type="&quot;onmouseover=&quot;alert(9)" xml:id="q"><p>{CODE}</p></quote><stage type="x onclick=alert(1)">{CODE}</stage>
<p rend="expression(alert(1))" xml:lang="&quot;>&lt;script>"><date when="{CODE}">d</date> <gap xml:id="g" reason="{CODE}"/>
<choice><sic>{CODE}</sic><corr>{CODE}</corr></choice></p><script xmlns="http://www.w3.org/1999/xhtml">alert(10)</script>
<p xmlns:h="http://www.w3.org/1999/xhtml"><h:img src="http://127.0.0.1:9/b" onerror="alert(11)"/><h:iframe src="http://127.0.0.1:9/c"/></p></div>"""  # noqa: E501


def tei(path: Path, body: str, title: str = "T") -> Path:
    path.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        f"<title>{title}</title><author>{title}</author></titleStmt></fileDesc><profileDesc><particDesc><listPerson>"
        f'<person xml:id="p"><persName>{title}</persName></person></listPerson></particDesc></profileDesc></teiHeader>'
        f"<text><body>{body}</body></text></TEI>",
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the edition of a hostile text, which also has a hostile name."""
    folder = tmp_path_factory.mktemp("harm")
    render([tei(folder / "a'\"><script>alert(12)< &amp;#.xml".replace("/", ""), EVIL, CODE)], folder / "out")
    return folder / "out"


def test_no_page_of_a_hostile_text_does_anything(evil: Path, browser: Any) -> None:
    window = Watched(browser, viewport={"width": 1280, "height": 900})
    pages = sorted(evil.rglob("*.html"))
    assert len(pages) > 6
    for path in pages:
        page = window.open(path)
        assert window.wrong == [], path.name
        assert window.outside() == [], path.name
        scripts = page.evaluate("[...document.scripts].map((one) => [one.type, one.src])")
        assert all(kind == "application/ld+json" or src.startswith("file:") for kind, src in scripts)
        bad = page.evaluate(
            """() => [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes])
              .filter((one) => one.name.startsWith("on") || /^\\s*(javascript|vbscript|data):/i.test(one.value))
              .map((one) => one.name + "=" + one.value)"""
        )
        assert bad == [], path.name
    page = window.open(evil / "search.html")
    page.fill("[name=q]", "harm alert")
    page.press("[name=q]", "Enter")
    page.wait_for_selector("#page\\:results li")
    assert "<script>alert(1)" in page.locator("#page\\:results").inner_text()
    page.wait_for_timeout(100)
    assert window.wrong == []
    assert window.outside() == []
    window.context.close()


def test_a_hostile_page_would_be_seen(tmp_path: Path, browser: Any) -> None:
    for name, harm in {
        "dialog": "<script>alert(1)</script>",
        "image": "<img src='http://127.0.0.1:9/a' onerror='alert(2)'>",
    }.items():
        twin = tmp_path / f"{name}.html"
        twin.write_text(f"<!DOCTYPE html><title>x</title>{harm}", encoding="utf-8")
        window = Watched(browser)
        window.open(twin).wait_for_timeout(200)
        assert window.wrong
        assert bool(window.outside()) == (name == "image")
        window.context.close()


def test_pages_of_a_hostile_text_are_valid(evil: Path, java: str) -> None:
    assert invalid(java, *sorted(evil.rglob("*.html"))) == []


def test_five_thousand_speeches_and_a_paragraph_of_three_megabytes(tmp_path: Path, browser: Any) -> None:
    words = "Of tolls and locks. " * 9
    speeches = "".join(
        f'<sp xml:id="sp.{n}" who="#p"><speaker>A:</speaker><p>{words}number{n}</p></sp>' for n in range(5_000)
    )
    long = "x" * 10_000 + " word" * 600_000
    tei(tmp_path / "a.xml", f"<div><head>Long</head>{speeches}</div><div><p>{long}</p></div>")
    began = time.monotonic()
    render([tmp_path / "a.xml"], tmp_path / "out")
    assert time.monotonic() - began < 60
    pages = sorted((tmp_path / "out" / "a").glob("*.html"))
    assert [path.name for path in pages if path.stat().st_size > 1_000_000] == []
    shown = [re.findall(rb"\bword\b", path.read_bytes()) for path in pages if path.name.startswith("part")]
    assert sum(map(len, shown)) == 600_000
    window = Watched(browser, viewport={"width": 1280, "height": 900})
    page = window.open(next(path for path in pages if b'id="sp.17"' in path.read_bytes()), "#sp.17")
    assert too_wide(page, 320) == []
    page = window.open(tmp_path / "out" / "search.html", "?q=number4321")
    page.wait_for_selector("#page\\:results li")
    assert page.locator("#page\\:results a").first.get_attribute("href").endswith("#sp.4321")
    assert window.wrong == []
    window.context.close()
