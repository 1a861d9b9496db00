# ruff: noqa: E501 (TEI reads best in one line)
"""Text, Markdown, tables and JSON: everything is in them, and programs read them as they are meant."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from tei_encoder.deliver.edition.downloads import as_csv
from tei_encoder.deliver.transform import transform

HERE = Path(__file__).parent
SAMPLES = (HERE / "sample.xml", HERE.parents[1] / "samples" / "everything.xml")
TEI = {"t": "http://www.tei-c.org/ns/1.0"}

#: Text that means something in Markdown, JSON, tables or HTML, each as a paragraph and as the beginning of a speech.
TRICKY = (
    "# no heading", "###", "1. no list", "12) no list", "- no list", "+ no list", "* no list", "*** no line", "---",
    "===", "___", "> no quotation", "    no code", "```", "~~~", "`no code`", "*not* _set_ **off** __here__",
    "[no link](x) ![no picture](x)", "[no]: definition", "<b>no tag</b> <!-- nothing -->", "&amp; &lt; &#35; AT&T",
    "https://no.link/", "<https://no.link/>", "a\\b \\* \\", "no break  ", "“quoted” \"quoted\" 'quoted'", "|no|table|",
    "\ttab\tand\nline\r\nends", "=SUM(1)", "1986\\. A year", "7.", "snake_case 2*3*4", "Привет, *мир*", "议会。*记录*",
    "https://example.org/a_b_c", "$x$", ":no:", "a\u2028b\u0085c", "\u3000full\u3000width\u3000", "{{no}} {% no %}",
)  # fmt: skip


def tei(body: str) -> etree._ElementTree:
    return etree.ElementTree(
        etree.fromstring(
            '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
            "<title>A *title* &amp; more</title></titleStmt></fileDesc><profileDesc><particDesc><listPerson>"
            "<person xml:id='a'><persName>ANNA</persName><persName type='main'>Anna Berg</persName></person>"
            "<person xml:id='b'><persName type='main'>Bo &quot;Bear&quot; Holm</persName></person>"
            f"</listPerson></particDesc></profileDesc></teiHeader><text><body><div>{body}</div></body></text></TEI>"
        )
    )


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#13;")


TRICKY_TEI = tei(
    "".join(
        f"<p>{escaped(one)}</p><sp><speaker>{escaped(one)}:</speaker><p>{escaped(one)}</p><l>{escaped(one)}</l>"
        f"<l>{escaped(one)}</l></sp><list><item>{escaped(one)}</item><item><p>{escaped(one)}</p><p>b</p></item></list>"
        f"<quote type='motion'><p>{escaped(one)}</p><list><label>1.</label><item>{escaped(one)}</item></list></quote>"
        f"<stage>{escaped(one)}</stage><div><head>{escaped(one)}</head><p>x</p></div>"
        for one in TRICKY
    )
)


def words(text: str) -> list[str]:
    return text.split()


def words_of_markdown(text: str) -> list[str]:
    page = MarkdownIt("commonmark").render(text)
    return words(html.fromstring(f"<div>{page.replace('><', '> <').replace('<br />', ' ')}</div>").text_content())


def table(document: Any, name: str, **params: str) -> list[dict[str, str]]:
    """Read a table as Python, spreadsheets and pandas do."""
    text = transform(document, name, params).decode()
    rows = list(csv.DictReader(io.StringIO(text, newline=""), dialect="excel-tab", strict=True))
    assert len(text.splitlines()) >= len(rows) + 1
    assert text.count("\n") == len(rows) + 1  # a row is a line
    return rows


@pytest.mark.parametrize("document", [*SAMPLES, TRICKY_TEI], ids=["sample", "everything", "tricky"])
@pytest.mark.parametrize("speakers", ["yes", "no"])
def test_the_reading_text_comes_back_from_markdown(document: Any, speakers: str) -> None:
    markdown = transform(document, "markdown", {"title": "no", "speakers": speakers}).decode()
    assert words_of_markdown(markdown) == words(transform(document, "text", {"speakers": speakers}).decode())


def test_the_comparison_of_markdown_can_fail() -> None:
    plain = transform(TRICKY_TEI, "text").decode()
    assert words_of_markdown(plain) != words(plain)  # not escaped: lists, tags and emphasis are lost


def test_markdown_has_headings_speakers_quotations_and_lists() -> None:
    body = (
        "<head>One</head><sp><speaker>RIIS:\u00a0</speaker><p>Moves:</p><quote type='motion'><p>To wait.</p><p>Or not.</p>"
        "<list><item>a</item><item>b</item></list></quote></sp><stage>(Noise.)</stage>"
    )
    assert transform(tei(body), "markdown").decode() == (
        "# A \\*title\\* \\& more\n\n## One\n\n**RIIS:** Moves:\n\n> To wait.\n> \n> Or not.\n> \n> - a\n> - b\n\n*(Noise.)*\n"
    )


def test_text_keeps_a_label_whatever_follows_it() -> None:
    for rest in ("", "<stage>[Noise]</stage>", "<lg><l>x</l></lg>", "<note>n</note>", "<p>x</p>", "<l>x</l>"):
        assert "RIIS:" in transform(tei(f"<sp><speaker>RIIS:</speaker>{rest}</sp>"), "text").decode()


@pytest.mark.parametrize("document", SAMPLES, ids=lambda one: one.stem)
def test_tables_and_json_have_as_many_as_the_tei(document: Path) -> None:
    tree = etree.parse(document)
    speeches = [str(one) for one in tree.xpath("//t:text//t:sp/@xml:id", namespaces=TEI)]
    votes = int(tree.xpath("count(//t:text//t:note[@type='vote'])", namespaces=TEI))
    rows = table(document, "tsv-speeches")
    assert speeches
    assert [row["id"] for row in rows if row["id"]] == speeches
    assert votes
    assert len(table(document, "tsv-votes")) == votes
    told = json.loads(transform(document, "json"))
    assert [one["id"] for one in told["speeches"] if one["id"]] == speeches
    assert [one["kind"] for one in told["votes"]].count("vote") == votes


def test_a_cell_is_one_line_and_says_what_it_said() -> None:
    rows = table(TRICKY_TEI, "tsv-speeches", **{"break": "\n"})
    told = json.loads(transform(TRICKY_TEI, "json"))["speeches"]
    for text, row, one in zip(TRICKY, rows, told, strict=True):
        assert words(row["label"]) == words(f"{text}:") == words(one["label"])
        assert words(row["text"]) == words(text) * 3 == words(one["text"])
        assert "\n\n" in one["text"]  # between the paragraph and the verse


def test_csv_is_the_same_table() -> None:
    tsv = transform(TRICKY_TEI, "tsv-speeches")
    rows = csv.reader(io.StringIO(as_csv(tsv).decode("utf-8-sig"), newline=""), strict=True)
    assert list(rows) == list(csv.reader(io.StringIO(tsv.decode(), newline=""), dialect="excel-tab", strict=True))


def test_who_speaks_how_and_how_long() -> None:
    body = (
        "<sp xml:id='s1' who='#b #a' ana='#reported #interrupting'><speaker>X:</speaker><p>Two words.</p><p>And more.</p></sp>"
        "<sp xml:id='s2' who='#unknown' prev='#s1'><p> </p></sp>"
    )
    first, second = table(tei(body), "tsv-speeches", **{"break": " ¶ "})
    assert first["person"] == "b a"
    assert first["name"] == 'Bo "Bear" Holm; Anna Berg'
    assert first["manner"] == "reported interrupting"
    assert first["text"] == "Two words. ¶ And more."
    assert (second["words"], second["characters"], second["text"]) == ("0", "0", "")
    assert (second["person"], second["name"], second["continues"]) == ("unknown", "", "s1")
    assert [one["persons"] for one in json.loads(transform(tei(body), "json"))["speeches"]] == [["b", "a"], ["unknown"]]


def test_session_and_day_are_those_of_the_nearest_heading() -> None:
    body = (
        "<div type='session' n='2'><head>2 <date when='1880-03-29'>March</date></head><div><sp xml:id='s1'><p>a</p></sp></div>"
        "<div><head><date when='1880-03-30'/></head><sp xml:id='s2'><p>a</p></sp></div></div>"
        "<div type='session' xml:id='session.3'><sp xml:id='s3'><p>a</p></sp></div>"
    )
    found = [(row["session"], row["date"]) for row in table(tei(body), "tsv-speeches")]
    assert found == [("2", "1880-03-29"), ("2", "1880-03-30"), ("session.3", "")]


def test_figures_outcome_and_motion_of_a_vote() -> None:
    body = (
        "<sp xml:id='s1' who='#a'><p>Moves to wait.</p></sp><sp who='#b'><quote type='motion' xml:id='m1'><p>To</p><p>go.</p></quote></sp>"
        "<note type='vote' xml:id='v1' corresp='#s1' ana='#carried #majority'>For <measure type='for' quantity='13'><choice><sic>l3</sic>"
        "<corr>13</corr></choice></measure>, against <measure type='against' min='62' max='68'>62 – 68</measure></note>"
        "<p>Then <note type='vote' corresp='#m1'><measure type='for' quantity='1'>one</measure>, then <measure type='for' quantity='2'>2</measure></note></p>"
        "<note type='decision' ana='#rejected'>Lost.</note>"
    )
    first, second = table(tei(body), "tsv-votes")
    wanted = {
        "for": "13", "against": "62-68", "abstained": "", "outcome": "carried majority", "on": "s1", "mover": "a",
        "moverName": "Anna Berg", "motion": "Moves to wait.", "text": "For l3, against 62 – 68",
    }  # fmt: skip
    assert {key: first[key] for key in wanted} == wanted
    assert (second["for"], second["mover"], second["motion"], second["text"]) == ("1 2", "b", "To go.", "one, then 2")
    assert [row["kind"] for row in table(tei(body), "tsv-votes", decisions="yes")] == ["vote", "vote", "decision"]
    votes = json.loads(transform(tei(body), "json"))["votes"]
    assert votes[0]["figures"] == [{"number": 13, "of": "for"}, {"least": 62, "most": 68, "of": "against"}]
    assert votes[0]["outcome"] == ["carried", "majority"]


@pytest.mark.parametrize("name", ["text", "markdown", "tsv-speeches", "tsv-votes", "json"])
def test_long_texts_do_not_nest_calls(name: str) -> None:
    """libxslt allows 3,000 calls inside each other; a paragraph of asterisks, lists of 5,000 items, 5,000 pointers."""
    many = "".join(f'<item>{n}. * " \\</item>' for n in range(5_000))
    pointers = " ".join(["#a"] * 5_000)
    stars = '*"\\ ' * 50_000
    figures = "<measure type='for' quantity='1'>1</measure> " * 5_000
    body = (
        f"<sp who='{pointers}' ana='{pointers}'><p>{stars}</p><p>b<list>{many}</list></p></sp>"
        f"<note type='vote' corresp='{pointers}'>{figures}</note>"
    )
    assert len(transform(tei(body), name)) > 5_000
