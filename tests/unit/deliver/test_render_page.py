"""One document on one page: nothing lost, every link leads somewhere, readable for everybody."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree, html

from tei_encoder.deliver.transform import transform
from tei_encoder.model.places import data_folder

HERE = Path(__file__).parent
SAMPLE = HERE / "sample.xml"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
BLOCKS = {"p", "div", "ul", "ol", "table", "blockquote", "section", "details", "h2", "h3", "h4", "dl"}


def tei(body: str) -> etree._ElementTree:
    """Return a small TEI document."""
    return etree.ElementTree(
        etree.fromstring(
            '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
            "<title>T</title></titleStmt></fileDesc></teiHeader>"
            f"<text><body>{body}</body></text></TEI>"
        )
    )


def page_of(tree: etree._ElementTree) -> html.HtmlElement:
    return html.document_fromstring(transform(tree, "html"))


def text_of(page: html.HtmlElement) -> str:
    return " ".join(page.get_element_by_id("page:text").text_content().split())


@pytest.fixture(scope="module")
def source() -> etree._ElementTree:
    return etree.parse(SAMPLE)


@pytest.fixture(scope="module")
def page(source: etree._ElementTree) -> html.HtmlElement:
    return page_of(source)


@pytest.mark.parametrize(
    ("in_tei", "in_page"),
    [
        ("t:sp", "div[@class='sp' or starts-with(@class, 'sp ')]"),
        ("t:speaker", "b[@class='speaker']"),
        ("t:stage", "*[starts-with(@class, 'stage')]"),
        ("t:note", "*[starts-with(@class, 'note ')]"),
        ("t:note[@type='vote']", "*[starts-with(@class, 'note') and contains(@class, ' vote')]"),
        ("t:div[not(@type='boilerplate')]", "section"),
        ("t:gap", "span[@class='gap']"),
        ("t:ref[@type='noteAnchor']", "sup[@class='anchor']"),
        ("t:item", "li[not(@class)]"),
        ("t:choice", "span[@class='choice']"),
        ("t:pb", "span[@class='pb']"),
        ("t:quote[@type]", "blockquote"),
        ("t:cell", "td"),
    ],
)
def test_the_page_has_as_many_as_the_tei(
    source: etree._ElementTree, page: html.HtmlElement, in_tei: str, in_page: str
) -> None:
    expected = len(source.xpath(f"//t:text//{in_tei}", namespaces=TEI))
    assert expected > 0
    assert len(page.xpath(f"//main//{in_page}")) == expected


#: What the page adds to the text of the source, by class.
ADDED = ("permalink", "tag", "who", "kind", "to-anchor", "aid", "back-to-contents")


def test_the_page_holds_the_text_of_the_source_and_nothing_is_out_of_place(
    source: etree._ElementTree,
) -> None:
    main = page_of(source).get_element_by_id("page:text")
    classes = " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in ADDED)
    for element in main.xpath(f".//summary | .//*[{classes}]"):
        element.drop_tree()
    expected = "".join(source.xpath("//t:text//text()", namespaces=TEI))
    assert "".join(main.text_content().split()) == "".join(expected.split())


def test_every_link_leads_to_a_place_in_the_page_and_ids_are_unique(page: html.HtmlElement) -> None:
    ids = Counter(page.xpath("//@id"))
    assert [name for name, number in ids.items() if number > 1] == []
    links = [link[1:] for link in page.xpath("//@href") if link.startswith("#")]
    assert len(links) > 30
    assert [link for link in links if link not in ids] == []


def test_gap_anchor_and_note_are_linked_both_ways(page: html.HtmlElement) -> None:
    anchor = page.get_element_by_id("to:note.1")
    assert anchor.get("href") == "#note.1"
    assert "Hiatus" in anchor.get("title")
    assert [a.get("href") for a in page.get_element_by_id("note.1").find_class("to-anchor")] == ["#to:note.1"]


def test_two_anchors_of_one_note_are_two_places() -> None:
    page = page_of(
        tei(
            '<p>a<ref type="noteAnchor" target="#n">1</ref> b<ref type="noteAnchor" target="#n">1</ref></p>'
            '<div><note xml:id="n" place="end">N</note></div>'
        )
    )
    assert [a.get("href") for a in page.find_class("to-anchor")] == ["#to:n", "#to:n:2"]
    assert [a.get("id") for a in page.xpath("//sup/a")] == ["to:n", "to:n:2"]


def test_an_anchor_without_a_note_is_no_link() -> None:
    page = page_of(tei('<p>a<ref type="noteAnchor" target="#lost">{1}</ref></p>'))
    assert page.xpath("//sup//a") == []
    assert page.xpath("string(//sup)") == "{1}"


def test_the_page_is_one_file_without_scripts_and_outside_resources(page: html.HtmlElement) -> None:
    assert page.xpath("//script | //link | //img | //iframe | //object | //@src") == []
    assert "url(" not in page.xpath("string(//style)")
    assert "@import" not in page.xpath("string(//style)")


def test_landmarks_headings_and_language(page: html.HtmlElement) -> None:
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.xpath(f"/html/body/{landmark}")) == 1
    assert page.get("lang") == "en"
    assert page.xpath("//i/@lang") == ["de"]
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_no_block_stands_in_a_paragraph_or_a_span() -> None:
    """Serialised HTML is judged as a browser reads it: a p ends where a block begins."""
    raw = transform(etree.parse(SAMPLE), "html")
    tree = etree.fromstring(raw, etree.HTMLParser(recover=False))
    wrong = [
        (inner.tag, outer.tag)
        for outer in tree.iter("p", "span", "h1", "h2", "h3", "sup", "b")
        for inner in outer.iterdescendants()
        if inner.tag in BLOCKS
    ]
    assert wrong == []


def test_no_break_space_is_a_space_in_the_reading_view() -> None:
    page = page_of(tei("<p>all\u00a0spaces\u00a0here</p><p>\u00a0\n</p>"))
    assert text_of(page) == "all spaces here"
    assert len(page.xpath("//main//p")) == 1


def test_a_word_across_the_line_end_is_joined_at_its_hyphen() -> None:
    page = page_of(tei('<p>the\ncounter- \n<lb break="no"/>revolution</p>'))
    assert text_of(page) == "the counter-revolution"


def test_page_names_do_not_clash_with_ids_of_the_text() -> None:
    page = page_of(tei('<div xml:id="contents"><head>H</head><p xml:id="about">x</p></div>'))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_unknown_elements_keep_their_text() -> None:
    assert text_of(page_of(tei("<p>a <seg>b <num>c</num></seg></p> <spGrp><p>d</p></spGrp>"))) == "a b c d"


def test_persons_have_their_speeches(page: html.HtmlElement) -> None:
    # Two speeches of her own, one together with another delegate.
    assert page.get_element_by_id("okoro").xpath(".//a/@href") == ["#sp.1", "#sp.3", "#sp.6"]
    assert "no speech" in page.get_element_by_id("unheard").text_content()


def test_a_misprinted_label_says_who_is_meant(page: html.HtmlElement) -> None:
    assert [a.text for a in page.get_element_by_id("sp.4").find_class("who")] == ["→ Pieter Jansen"]
    assert page.get_element_by_id("sp.1").find_class("who") == []


def test_the_register_of_votes_repeats_the_figures(page: html.HtmlElement) -> None:
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("//tbody/tr")]
    assert rows == [["1", "38", "13?", "", "carried"], ["2", "4", "", "2", ""]]


HOSTILE = [
    "<p>&lt;script>alert(1)&lt;/script></p>",
    '<p><ref target="javascript:alert(1)">x</ref></p>',
    '<p><ref target=" JaVaScRiPt:alert(1)">x</ref></p>',
    '<p><ref target="data:text/html,x">x</ref></p>',
    '<p><ptr target="file:///etc/passwd"/></p>',
    '<p><ref target="//evil.example/x">x</ref></p>',
    '<p><persName ref="javascript:alert(1)">x</persName></p>',
    '<sp who="javascript:alert(1)" next="javascript:1" prev="data:x"><speaker>A:</speaker><p>x</p></sp>',
    '<note type="vote" corresp="javascript:alert(1)" ana="#&quot;&gt;&lt;script&gt;">x</note>',
    '<note place="end" target="vbscript:x">x</note>',
    '<p><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></p>',
    '<div type="&quot; onmouseover=&quot;alert(1)"><head>&lt;/style></head><p>x</p></div>',
]


@pytest.mark.parametrize("body", HOSTILE)
def test_hostile_text_is_harmless(body: str) -> None:
    page = page_of(tei(body))
    assert page.xpath("//script | //@onmouseover") == []
    assert all(link.startswith(("#page:", "#")) for link in page.xpath("//main//@href"))
    ids = set(page.xpath("//@id"))
    assert [link for link in page.xpath("//@href") if link[1:] not in ids] == []


def test_web_addresses_are_linked(page: html.HtmlElement) -> None:
    assert page.xpath("//main//a[starts-with(@href, 'http')]/@href") == ["https://example.org/harbour"]
    assert "javascript" not in " ".join(page.xpath("//@href"))


def test_deep_and_long_documents_are_rendered() -> None:
    deep = "<div><head>H</head>" * 40 + "<p>x</p>" + "</div>" * 40
    page = page_of(tei(deep))
    assert len(page.xpath("//main//h6")) == 36
    items = "<p>x <list>" + "<item>y</item>" * 8000 + "</list></p>"
    assert len(page_of(tei(items)).xpath("//main//li")) == 8000
    assert transform(tei(items), "text").count(b"y") == 8000


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two #rrggbb colours (WCAG 2, relative luminance)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_colours_have_the_contrast_of_wcag_aa() -> None:
    css = (data_folder("xslt") / "edition.css").read_text("utf-8")
    light, dark = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", part)) for part in css.split("@media", 2)[:2])
    assert len(light) == len(dark) == 12
    for colours in (light, dark):
        for ground in ("ground", "raised", "mark"):
            for ink in ("text", "muted", "accent", "one", "two", "three", "four", "five"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def test_text_of_the_sample(request: pytest.FixtureRequest, source: etree._ElementTree) -> None:
    golden = HERE / "sample.txt"
    text = transform(source, "text").decode()
    if request.config.getoption("--accept"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text("utf-8")


def test_text_parameters(source: etree._ElementTree) -> None:
    text = transform(source, "text", {"speakers": "no", "readings": "corrected"}).decode()
    assert "OKORO (reporter)" not in text
    assert "against – 13." in text
