"""The edition as files: a folder of pages for each document, every link leads somewhere, nothing comes from outside."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from lxml import etree, html

from tei_encoder.deliver.render import render
from tei_encoder.model.errors import InputError, StorageError, TeiEncoderError, UsageError

HERE = Path(__file__).parent
SAMPLE = HERE / "sample.xml"
GOLDEN = HERE.parents[1] / "golden"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the edition of two seeds (one long, one with gaps and notes) and of the sample."""
    out = tmp_path_factory.mktemp("site")
    render([*sorted(GOLDEN.glob("001_*.xml")), *sorted(GOLDEN.glob("003_*.xml")), SAMPLE], out)
    return out


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, html.HtmlElement]:
    return {path: html.parse(path).getroot() for path in sorted(site.rglob("*.html"))}


@pytest.mark.parametrize("name", ["index.html", "search.html", "sample/index.html"])
def test_pages_of_others_are_not_written_over(name: str, tmp_path: Path) -> None:
    page = tmp_path / name
    page.parent.mkdir(exist_ok=True)
    page.write_text("our club", "utf-8")
    with pytest.raises(StorageError, match=f"holds {name}"):
        render([SAMPLE], tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [page]
    assert page.read_text("utf-8") == "our club"


def test_an_edition_may_be_made_anew_and_another_beside_other_files(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("ours", "utf-8")
    assert render([SAMPLE], tmp_path) == render([SAMPLE], tmp_path)


def test_there_is_every_kind_of_page(site: Path) -> None:
    names = {path.name for path in site.rglob("*.html")}
    for kind in ("index", "speakers", "votes", "resolutions", "gaps", "dates", "pictures", "rules", "about", "source"):
        assert f"{kind}.html" in names
    assert {"search.html", "session.2.html", "session.2.source.html"} <= names


def test_every_link_leads_somewhere_and_ids_are_unique(site: Path, pages: dict[Path, html.HtmlElement]) -> None:
    ids = {path: Counter(page.xpath("//@id")) for path, page in pages.items()}
    checked = 0
    for path, page in pages.items():
        assert [name for name, number in ids[path].items() if number > 1] == [], path.name
        for link in page.xpath("//@href | //@src"):
            if link.startswith(("https://example.org/", "https://creativecommons.org/")):
                continue
            file, place = urldefrag(link)
            target = (path.parent / unquote(file)).resolve() if file else path
            assert target.is_file() and target.is_relative_to(site), f"{path.name}: {link}"
            if place:
                assert unquote(place) in ids[target], f"{path.name}: {link}"
            checked += 1
    assert checked > 3000


def test_every_place_of_the_text_is_on_one_page_only(site: Path, pages: dict[Path, html.HtmlElement]) -> None:
    for tei in sorted(GOLDEN.glob("001_*.xml")):
        tree = etree.parse(tei)
        found = Counter(
            one for path, page in pages.items() if path.parent.name == tei.stem for one in page.xpath("//main//@id")
        )
        places = "self::t:sp or self::t:div or self::t:note or self::t:gap"
        ids = tree.xpath(f"//t:text//*[{places}]/@xml:id", namespaces=TEI)
        assert len(ids) > 200
        assert {name: found[name] for name in ids if found[name] != 1} == {}


def test_the_pages_together_hold_the_text_once(pages: dict[Path, html.HtmlElement]) -> None:
    tei = next(GOLDEN.glob("001_*.xml"))
    tree = etree.parse(tei)
    speeches = sum(len(page.xpath("//div[@class='text']//div[contains(@class, 'speaker-line')]"))
                   for path, page in pages.items() if path.parent.name == tei.stem)  # fmt: skip
    assert speeches == len(tree.xpath("//t:text//t:sp", namespaces=TEI)) > 100


def test_headings_come_in_order_and_landmarks_are_there(pages: dict[Path, html.HtmlElement]) -> None:
    for path, page in pages.items():
        levels = [int(one.tag[1]) for one in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels[0] == 1 and levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)
        assert len(page.xpath("/html/body/main")) == len(page.xpath("/html/body/footer")) == 1


def test_nothing_comes_from_outside(pages: dict[Path, html.HtmlElement]) -> None:
    for path, page in pages.items():
        assert all(not link.startswith(("http:", "https:", "//")) for link in page.xpath("//@src | //link/@href")), path
        assert "default-src 'none'" in page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")


def test_pages_stay_under_a_megabyte(site: Path) -> None:
    assert max(path.stat().st_size for path in site.rglob("*.html")) < 1_000_000


def test_names_with_odd_letters_lead_to_their_folders(tmp_path: Path) -> None:
    second = tmp_path / "a b#1.xml"
    second.write_bytes(SAMPLE.read_bytes())
    out = tmp_path / "new" / "out"
    written = render([SAMPLE, second], out)
    assert [path.relative_to(out).as_posix() for path in written] == [
        "sample/index.html", "a b#1/index.html", "index.html",
    ]  # fmt: skip
    index = html.parse(out / "index.html").getroot()
    assert sorted(index.xpath("//li/h2/a/@href")) == ["a%20b%231/index.html", "sample/index.html"]
    assert "6\xa0speeches" in index.text_content()
    links = html.parse(out / "a b#1" / "index.html").getroot().xpath("//section[@class='download']//a/@href")
    assert len(links) > 5
    assert all((out / "a b#1" / unquote(link)).is_file() for link in links)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    render([SAMPLE], tmp_path / "one")
    render([SAMPLE], tmp_path / "two")
    files = {path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file()}
    assert len(files) > 10
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_render_goes_on_after_a_bad_file_when_asked_to(tmp_path: Path) -> None:
    bad = tmp_path / "bad.xml"
    bad.write_text("<html/>", encoding="utf-8")
    with pytest.raises(InputError, match="outermost element is <html>"):
        render([bad, SAMPLE], tmp_path / "out")
    errors: list[TeiEncoderError] = []
    written = render([bad, SAMPLE], tmp_path / "out", errors.append)
    assert [error.code for error in errors] == ["NOT-TEI"]
    assert [path.parent.name for path in written] == ["sample", "out"]


def test_two_documents_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="folder"):
        render([SAMPLE, tmp_path / "Sample.xml"], tmp_path)
    with pytest.raises(UsageError, match="the edition itself"):
        render([SAMPLE, tmp_path / "assets.xml"], tmp_path)


def test_words_of_the_interface_are_there_in_every_language() -> None:
    words = etree.parse(HERE.parents[2] / "xslt" / "words.xsl")
    ids = {
        block.get("{http://www.w3.org/XML/1998/namespace}lang"): [(one.tag[-1], one.get("id")) for one in block]
        for block in words.getroot().iter("{urn:tei-encoder:words}words")
    }
    assert list(ids) == ["en", "de", "fr", "ru"]
    assert all(set(one) == set(ids["en"]) and len(one) == len(set(one)) for one in ids.values())
    used = set()
    for sheet in (HERE.parents[2] / "xslt").glob("*.xsl"):
        used |= set(re.findall(r"\$w\[@id = '([\w-]+)'\]", sheet.read_text("utf-8")))
    assert used <= {name for kind, name in ids["en"] if kind == "w"}
