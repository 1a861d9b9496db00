"""The tree of an edition: pages cut where they should be, right counts, texts of others, texts that mean harm."""

import json
import re
from pathlib import Path

import pytest
from lxml import etree, html

from tei_encoder.check.review_reading import Reading
from tei_encoder.deliver.edition.citation import bibliography, bibtex, csl, json_ld, sentence
from tei_encoder.deliver.edition.compose import compose
from tei_encoder.deliver.edition.downloads import as_csv
from tei_encoder.deliver.edition.facts import page_of, words_in
from tei_encoder.deliver.edition.names import CONTINUES, PAGE
from tei_encoder.deliver.edition.pages import cut
from tei_encoder.deliver.render import render
from tei_encoder.model.errors import StylesheetError

HERE = Path(__file__).parent
SAMPLE = HERE / "sample.xml"
GOLDEN = HERE.parents[1] / "golden"
OURS = '<title>T</title><application><idno type="profile">p</idno></application>'  # so its lines are those of a source
LONG = "<p>" + "So it was said, and so it was written down. " * 120 + "</p>"


def tei(path: Path, body: str, header: str = "<title>T</title>") -> Path:
    """Write a small TEI file of others: no rules, no persons, no decisions."""
    path.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        f"{header}</titleStmt></fileDesc></teiHeader><text><body>{body}</body></text></TEI>",
        encoding="utf-8",
    )
    return path


def pages_of(path: Path, out: Path) -> dict[str, html.HtmlElement]:
    render([path], out)
    return {one.name: html.parse(one).getroot() for one in (out / path.stem).glob("*.html")}


# ------------------------------------------------------------------------------------------------ cutting


def cut_of(path: Path) -> tuple[Reading, list[str]]:
    reading = Reading(path)
    return reading, [one.href for one in cut(next(iter(reading.spans)), reading.spans)]


def test_a_short_text_is_one_page(tmp_path: Path) -> None:
    assert cut_of(tei(tmp_path / "a.xml", "<div><head>A</head><p>x</p></div>" * 9))[1] == ["index.html"]


def test_a_long_text_is_cut_by_its_divisions_and_small_ones_share_a_page(tmp_path: Path) -> None:
    big = "".join(f'<div xml:id="session.{n}"><head>S{n}</head>{LONG * 5}</div>' for n in (1, 2))
    small = "".join(f'<div xml:id="annex.{n}"><head>A{n}</head><p>short</p></div>' for n in range(5))
    reading, found = cut_of(tei(tmp_path / "a.xml", f"<p>First.</p>{big}{small}"))
    assert found == ["index.html", "session.1.html", "session.2.html", "annex.0.html"]
    assert [page_of(one) for one in reading.all("div")] == ["session.1", "session.2", *["annex.0"] * 5]
    assert page_of(next(reading.all("p"))) == "index"


def test_a_long_part_without_divisions_is_cut_between_its_speeches(tmp_path: Path) -> None:
    speeches = "".join(f'<sp xml:id="sp.{n}">{LONG}</sp>' for n in range(60))
    reading, found = cut_of(tei(tmp_path / "a.xml", f'<div xml:id="session.1"><head>S</head>{speeches}</div>'))
    assert found == ["index.html", "session.1.html", "session.1-2.html", "session.1-3.html"]
    assert [one for one in reading.all("sp") if one.get(PAGE) == "session.1"] == []  # it stands there unmarked


def test_a_long_speech_goes_on_on_other_pages_and_a_long_paragraph_is_parted_between_words(tmp_path: Path) -> None:
    said = "I say <hi>this</hi> and that.\n" * 8_000
    speech = f'<sp xml:id="sp.1"><speaker>A:</speaker><p>{said}</p>{LONG * 30}</sp>'
    path = tei(tmp_path / "a.xml", f'<div xml:id="s"><head>S</head>{speech}<p>End.</p></div>', OURS)
    before = Reading(path)
    edition = compose(path)
    reading = edition.reading
    assert reading.text == before.text
    assert [one.href for one in edition.pages if one.kind == "text"] == ["s.html", "s-2.html", "s-3.html"]
    parts = [one for one in reading.all("p") if one.get(CONTINUES)]
    assert len(parts) == 3
    assert all(reading.text[reading.spans[one][0] - 1].isspace() for one in parts)
    assert len(list(reading.all("hi"))) == 8_000
    assert page_of(next(reading.all("sp"))) == "s"
    assert page_of(list(reading.all("p"))[-1]) == "s-3"

    pages = pages_of(path, tmp_path / "out")
    second = pages["s-2.html"]
    assert second.xpath("string(//p[@class = 'speaker-line'])").split() == ["A:", "continued"]
    assert second.xpath("//p[@class = 'speaker-line']//a/@href") == ["s.html#sp.1"]
    shown = [pages[f"{one}.html"].xpath("string(//div[@class = 'text'])") for one in ("s", "s-2", "s-3")]
    assert "".join(shown).count("this") == 8_000
    assert as_csv((tmp_path / "out" / "a" / "files" / "a.speeches.tsv").read_bytes()).count(b"this") == 8_000


def test_a_line_that_goes_over_pages_is_in_the_source_once(tmp_path: Path) -> None:
    line = "I say this and that. " * 12_000
    path = tei(tmp_path / "a.xml", f'\n<div xml:id="s"><head>S</head>\n<p>{line}</p>\n<p>End.</p></div>', OURS)
    edition = compose(path)
    boxes = list(edition.tree.getroot().iter("{*}lines"))
    found = [one for box in boxes for one in box.iter("{*}line")]
    assert [len(box) for box in boxes] == [0, 1, 1, 1]
    assert [one.get("n") for one in found] == ["2", "3", "3", "3", "4"]
    assert "".join(one.text or "" for one in found[1:4]) == line


@pytest.mark.parametrize("name", ["index", "Speakers", "search", "source", "session.1.source", "a b", "ж", "x" * 200])
def test_names_of_pages_do_not_clash_and_are_names_of_files(tmp_path: Path, name: str) -> None:
    body = f'<div xml:id="{name}"><head>H</head>{LONG * 5}</div>' * 2
    found = cut_of(tei(tmp_path / "a.xml", body))[1]
    assert len({one.casefold() for one in found}) == 3
    assert all(re.fullmatch(r"[A-Za-z][\w.-]{0,110}\.html", one, re.ASCII) for one in found)
    taken = {"speakers.html", "search.html", "source.html", "session.1.source.html"}
    assert not taken & {one.casefold() for one in found}


# ------------------------------------------------------------------------------------------------ counting


def test_words_and_speeches_are_those_of_the_tei() -> None:
    edition = compose(SAMPLE)
    counted = edition.counted
    assert {who: counted.number[who] for who in counted.names} == {"jansen": 2, "okoro": 3, "lind": 1, "unheard": 0}
    assert counted.words["lind"] == 3  # "Move to adjourn." of two speakers
    said = [one for one in edition.tree.getroot().iter("{*}speaker") if one.get("id") == "okoro" and one.get("name")]
    assert said[0].get("speeches") == "3"


def test_where_no_spaces_are_written_every_character_counts() -> None:
    assert words_in("To be, or not") == 4
    assert words_in("主席：我同意。") == 5
    assert words_in("Ein 会 hier") == 3


def test_lines_of_the_source_are_those_of_the_source() -> None:
    path = next(GOLDEN.glob("003_*.xml"))
    source = (HERE.parents[2] / "seeds" / f"{path.stem}.txt").read_text("utf-8").split("\n")
    edition = compose(path)
    found = edition.tree.getroot().iter("{urn:tei-encoder:edition}line")
    lines = {int(one.get("n", 0)): one.text or "" for one in found}
    assert len(lines) > 20
    assert {number: text for number, text in lines.items() if source[number - 1] != text} == {}
    assert {n for n, text in enumerate(source, 1) if text.strip()} <= set(lines)


def test_the_proof_is_made_anew_and_can_fail(tmp_path: Path) -> None:
    path = next(GOLDEN.glob("003_*.xml"))
    assert compose(path).tree.getroot().get("proof") == "equal"
    other = tmp_path / path.name
    other.write_text(path.read_text("utf-8").replace("From the centre", "From a centre"), "utf-8")
    assert compose(other).tree.getroot().get("proof") == "unknown"


# ------------------------------------------------------------------------------------------------ citing


def test_citations_say_what_the_header_says() -> None:
    facts = bibliography(etree.parse(SAMPLE).getroot(), "sample")
    assert sentence(facts).startswith("Harbour Workers’ Union. Minutes of the Harbour Workers’ Conference. Rotterdam,")
    assert "year = {1921}" in bibtex(facts)
    item = json.loads(csl(facts))[0]
    assert item["issued"] == {"date-parts": [[1921, 5, 3], [1921, 5, 4]]}


def test_what_is_special_in_a_citation_is_escaped(tmp_path: Path) -> None:
    path = tei(tmp_path / "a.xml", "<p>x</p>", "<title>{50 %} &amp; #1 &lt;/script></title>")
    facts = bibliography(etree.parse(path).getroot(), "a")
    assert r"{\{50 \%\} \& \#1 </script>}" in bibtex(facts)
    text = json_ld(facts, {}, [])
    assert "<" not in text
    assert json.loads(text)["name"] == "{50 %} & #1 </script>"


# ------------------------------------------------------------------------------------------------ texts of others


def test_a_foreign_text_has_fewer_pages(tmp_path: Path) -> None:
    pages = pages_of(tei(tmp_path / "a.xml", "<div><head>H</head><p>x</p></div>"), tmp_path / "out")
    assert set(pages) == {"index.html", "about.html"}
    assert pages["index.html"].xpath("//a[@class='ln']") == []


def test_without_decisions_there_are_lines_but_no_rules(tmp_path: Path) -> None:
    path = next(GOLDEN.glob("003_*.xml"))
    (tmp_path / path.name).write_bytes(path.read_bytes())
    pages = pages_of(tmp_path / path.name, tmp_path / "out")
    assert "rules.html" not in pages
    assert len(pages["source.html"].xpath("//div[@class='row']")) > 10
    assert pages["source.html"].xpath("//ul[@class='decisions']/li") == []


EVIL = """<div xml:id="speakers"><head>&lt;/title>&lt;script>alert(1)&lt;/script></head>
<p><ref target="javascript:alert(1)">x</ref><ref target="data:text/html,x">y</ref></p>
<sp who="javascript:alert(1)"><speaker>&lt;img src=x onerror=alert(1)>:</speaker><p>words</p></sp>
<note type="vote" xml:id="v" corresp="javascript:alert(1)">For <measure type="for" quantity="1">1</measure>, against
<measure type="against" quantity="2">2</measure></note><p><date when="&quot;>&lt;script>">d</date></p>
<p><gap xml:id="g" reason="&lt;script>"/><note place="end" xml:id="n" target="javascript:x">&lt;script></note></p>
<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></div>"""


def test_what_means_harm_does_none(tmp_path: Path) -> None:
    header = "<title>&lt;/script>&lt;script>alert(1)&lt;/script></title>"
    pages = pages_of(tei(tmp_path / "a.xml", EVIL, header), tmp_path / "out")
    assert {"votes.html", "gaps.html", "dates.html"} <= set(pages)
    for name, page in pages.items():
        assert [one.get("src") for one in page.iter("script") if one.get("type") is None] == ["../assets/edition.js"]
        assert page.xpath("//@onerror | //main//script[not(@type)] | //img | //iframe") == [], name
        assert all(not link.strip().lower().startswith(("javascript", "data")) for link in page.xpath("//@href")), name
        for data in page.xpath("//script[@type]"):
            assert json.loads(data.text)["name"].startswith("</script>")


def test_a_decisions_file_may_say_what_xml_cannot_hold(tmp_path: Path) -> None:
    path = next(GOLDEN.glob("003_*.xml"))
    (tmp_path / path.name).write_bytes(path.read_bytes())
    decision = {"line": 9, "rule": "a\u0000b", "layer": "block", "start": 111, "end": 127, "made": ["div"]}
    (tmp_path / f"{path.stem}.decisions.jsonl").write_text(json.dumps(decision) + "\n", "utf-8")
    assert "rules.html" in pages_of(tmp_path / path.name, tmp_path / "out")


def test_of_very_many_speeches_the_speakers_page_says_where_they_begin(tmp_path: Path) -> None:
    speeches = "".join(f'<sp xml:id="sp.{n}"><speaker>A:</speaker><p>So be it.</p></sp>' for n in range(3_002))
    path = tei(tmp_path / "a.xml", f'<div xml:id="s"><head>S</head>{speeches}</div>')
    told = list(compose(path).tree.getroot().iter("{urn:tei-encoder:edition}speech"))
    assert [(one.get("id"), one.get("times"), one.get("words")) for one in told] == [("sp.0", "3002", "9006")]
    page = pages_of(path, tmp_path / "out")["speakers.html"]
    assert page.xpath("//ol[@class = 'speeches']//a/@href") == ["index.html#sp.0"]
    assert "3,002\xa0speeches" in page.xpath("string(//ol[@class = 'speeches'])")


def test_of_very_many_votes_gaps_and_dates_the_first_are_shown_and_the_page_says_so(tmp_path: Path) -> None:
    figures = '<measure type="for" quantity="9">9</measure>'
    one = "<p>We met on <date>May 3</date> <gap reason='hiatus'/> <choice><sic>teh</sic><corr>the</corr></choice></p>"
    body = "".join(f'{one}<note type="vote" xml:id="v.{n}">{"We vote. " * 40}{figures}</note>' for n in range(1_200))
    pages = pages_of(tei(tmp_path / "a.xml", f"<div><head>H</head>{body}</div>"), tmp_path / "out")
    for name, lists in (("votes.html", 1), ("gaps.html", 2), ("dates.html", 1)):
        assert len(pages[name].xpath("//tbody/tr")) == 500 * lists, name
        hints = [" ".join(one.text_content().split()) for one in pages[name].xpath("//main//p[@class = 'hint']")]
        assert hints == ["Shown: 500 / 1,200 · Downloads"] * lists, name
        assert pages[name].xpath("//main//p[@class = 'hint']/a/@href") == ["about.html#page:download"] * lists
    assert max(one.stat().st_size for one in (tmp_path / "out").rglob("*.html")) < 1_000_000


def test_very_many_speeches_and_a_very_long_paragraph_are_rendered(tmp_path: Path) -> None:
    speeches = "".join(f'<sp xml:id="sp.{n}"><p>{"word and word " * 30}{n}</p></sp>' for n in range(1200))
    long = tei(tmp_path / "a.xml", f"<div><head>H</head>{speeches}</div><div><p>{'one more word ' * 30_000}</p></div>")
    pages = pages_of(long, tmp_path / "out")
    assert sum(len(page.xpath("//div[starts-with(@id, 'sp.')]")) for page in pages.values()) == 1200
    assert max(one.stat().st_size for one in (tmp_path / "out").rglob("*.html")) < 1_000_000


# ------------------------------------------------------------------------------------------------ what pages say


def test_a_vote_stands_beside_the_words_of_its_motion(tmp_path: Path) -> None:
    figures = "".join(f'<measure type="{one}" quantity="{n}">{n}</measure>' for one, n in (("for", 9), ("against", 2)))
    votes = "".join(f'<note type="vote" xml:id="v.{to}" corresp="#{to}">{figures}</note>' for to in "ab")
    body = f"""<div xml:id="s"><head>Monday</head><sp xml:id="a"><speaker>VIK:</speaker><p>Moves to buy oil.</p></sp>
      <sp xml:id="b"><speaker>RIIS:</speaker><p>{"We have no oil, and " * 30}</p></sp>{votes}</div>"""
    page = pages_of(tei(tmp_path / "a.xml", body), tmp_path / "out")["votes.html"]
    assert page.xpath("//span[@class = 'motion']/text()") == ["Moves to buy oil."]  # a long speech is no motion
    assert page.xpath("//tbody//span[@class = 'about-what']/a/text()") == ["speech of VIK:", "speech of RIIS:"]
    assert page.xpath("//thead//th/text()") == ["Vote", "On what", "For", "Against", "Stated outcome"]


def test_a_vote_on_one_of_several_motions_stands_beside_the_words_of_that_one(tmp_path: Path) -> None:
    motions = '<p xml:id="m.1">1) To buy oil.</p><p xml:id="m.2">2) To sell the lamp.</p>'
    vote = '<note type="vote" xml:id="v" corresp="#m.2"><measure type="for" quantity="9">9</measure></note>'
    body = f'<div xml:id="s"><head>Monday</head><quote type="motion" xml:id="m">{motions}</quote>{vote}</div>'
    page = pages_of(tei(tmp_path / "a.xml", body), tmp_path / "out")["votes.html"]
    assert page.xpath("//tbody//span[@class = 'about-what']/a/text()") == ["Motion"]
    assert page.xpath("//span[@class = 'motion']/text()") == ["2) To sell the lamp."]


def test_a_column_is_there_only_if_something_is_in_it(tmp_path: Path) -> None:
    vote = '<note type="vote" xml:id="v"><measure type="abstained" quantity="2">2</measure></note>'
    gap = '<p>a <gap xml:id="g" reason="hiatus"/> b</p>'
    note = '<note type="editorial" xml:id="n" target="#g">Torn.</note>'
    bare = pages_of(tei(tmp_path / "bare.xml", f"<div>{gap}</div>"), tmp_path / "out")
    full = pages_of(tei(tmp_path / "full.xml", f"<div>{gap}{note}{vote}</div>"), tmp_path / "out")
    assert "Abstained" in full["votes.html"].xpath("//thead//th/text()")
    assert bare["gaps.html"].xpath("//thead//th/text()") == ["Where", "Why"]
    assert full["gaps.html"].xpath("//thead//th/text()") == ["Where", "Why", "Note"]


def test_what_is_shown_of_a_long_text_begins_and_ends_with_a_word(tmp_path: Path) -> None:
    words = "navigation regulations notwithstanding " * 9
    body = f'<div><p>{words}<gap xml:id="g" reason="hiatus"/> {words}</p><p>{"會" * 99}<gap xml:id="h"/></p></div>'
    page = pages_of(tei(tmp_path / "a.xml", body), tmp_path / "out")["gaps.html"]
    around = [" ".join(one.text_content().split()) for one in page.xpath("//th/span[@class = 'words']")]
    assert around[0].startswith("… ") and around[0].endswith(" …")
    assert set(around[0].strip("… ").split()) == set(words.split())
    assert around[1] == "…" + "會" * 60  # no words are parted there


def test_a_note_that_is_referred_to_very_often_leads_back_once_and_says_how_often(tmp_path: Path) -> None:
    for times, arrows in ((2, 2), (5, 5), (6, 1)):
        anchors = '<ref type="noteAnchor" target="#n">*</ref> ' * times
        note = '<note type="editorial" xml:id="n">Delegates.</note>'
        path = tei(tmp_path / f"a{times}.xml", f"<div><p>{anchors}</p>{note}</div>")
        page = pages_of(path, tmp_path / "out")["index.html"]
        assert len(page.xpath("//div[@id = 'n']/a[@class = 'to-anchor']")) == arrows
        assert page.xpath("//div[@id = 'n']/span[@class = 'tally']//text()") == (["6\xa0times"] if times > 5 else [])


# ------------------------------------------------------------------------------------------------ one's own stylesheet


OWN = """<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:w="urn:tei-encoder:words">
<xsl:import href="tei-encoder:site.xsl"/>
<xsl:variable name="own-words"><w:w id="page-about">Colophon</w:w></xsl:variable>
<xsl:template name="foot"><footer><p>Ours</p></footer></xsl:template></xsl:stylesheet>"""


def test_a_stylesheet_of_ones_own_changes_what_it_wants(tmp_path: Path) -> None:
    own = tmp_path / "own.xsl"
    own.write_text(OWN, encoding="utf-8")
    render([SAMPLE], tmp_path / "out", stylesheet=own)
    page = html.parse(tmp_path / "out" / "sample" / "votes.html").getroot()
    assert page.xpath("string(//footer)") == "Ours"
    assert "Colophon" in page.xpath("//nav//a/text()")
    assert len(page.xpath("//tbody/tr")) == 2
    own.write_text(OWN.replace('version="1.0"', 'version="2.0"', 1), encoding="utf-8")
    with pytest.raises(StylesheetError):
        render([SAMPLE], tmp_path / "out", stylesheet=own)


@pytest.mark.parametrize(
    ("lang", "word"), [("", "Votes"), ("de", "Abstimmungen"), ("fr", "Votes"), ("ru", "Голосования")]
)
def test_the_interface_speaks_four_languages(tmp_path: Path, lang: str, word: str) -> None:
    render([SAMPLE], tmp_path, lang=lang)
    page = html.parse(tmp_path / "sample" / "votes.html", html.HTMLParser(encoding="utf-8")).getroot()
    assert page.get("lang") == (lang or "en")
    assert page.xpath("string(//h1)") == word
    index = html.parse(tmp_path / "sample" / "index.html").getroot()
    assert index.xpath("string(//div[@class='text']/@lang)") == ("" if lang in ("", "en") else "en")
