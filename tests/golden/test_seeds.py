"""What any reader of the seeds can count, counted here without the encoder's rules, and found again in its TEI."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from judges import foreign_schema, jing
from lxml import etree

from tei_encoder.check.validate import check_output

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
WORDS = {"one": 1, "three": 3, "four": 4}

Trees = dict[str, etree._Element]


def source(number: str) -> str:
    """Return the text of the seed whose name begins with these digits."""
    return next(SEEDS.glob(f"{number}*.txt")).read_text(encoding="utf-8")


def plain(text: str) -> str:
    """Return a text with ordinary blanks only, as long as before."""
    return text.replace("\u00a0", " ")


def found(tree: etree._Element, path: str) -> list[etree._Element]:
    """Return what an XPath finds; TEI's names have the prefix ``t``."""
    return list(tree.xpath(path, namespaces=TEI))  # type: ignore[arg-type]


def text_of(element: etree._Element) -> str:
    """Return all text inside an element, without the encoder's corrections."""
    return "".join(element.xpath(".//text()[not(ancestor::t:corr)]", namespaces=TEI))


def labels(text: str) -> Iterator[str]:
    """Find the labels of seed 001: a line that begins with a name in capitals and has a colon soon after."""
    capitals = r"[A-ZÉ][A-ZÉ'’.-]*[A-ZÉ]"
    names = rf"(?:THE )?{capitals}(?: {capitals}| and {capitals})*"
    for line in text.split("\n"):
        if label := re.match(rf"{names}(?: ?\([^)]*\))?(?: says)? ?: *", plain(line)):
            yield line[: label.end()]


def test_001_every_labelled_turn_and_no_other(trees: Trees) -> None:
    wanted = list(labels(source("001")))
    assert len(wanted) == 159
    assert [text_of(one) for one in found(trees["001"], "//t:sp/t:speaker")] == wanted
    assert "LUGANOVSKY (in refuting comrade Molotov) says:" in (plain(one).strip() for one in wanted)
    assert len(found(trees["001"], "//t:sp[t:speaker]")) == len(wanted)


@pytest.mark.parametrize("line", [302, 326])
def test_001_a_name_in_capitals_can_begin_narration(line: int, trees: Trees) -> None:
    said = source("001").split("\n")[line - 1]
    assert re.match("(THE )?[A-Z]{5}", plain(said))
    (place,) = [one for one in found(trees["001"], "//t:p") if text_of(one) == said]
    assert not found(place, "ancestor::t:sp")


@pytest.mark.parametrize("kind, words", [("chair", "Chairman"), ("secretaries", "Secretar")])
def test_001_chair_and_secretaries_are_no_speeches(kind: str, words: str, trees: Trees) -> None:
    lines = re.findall(rf"^{words}\w* ?:.*$", source("001"), re.MULTILINE)
    lines = [line for line in lines if len(line) < 60]  # a longer one is said by the chair, to the meeting
    assert lines
    notes = [text_of(one) for one in found(trees["001"], f"//t:note[@type='{kind}']")]
    assert [note for note in notes if note in lines] == lines
    assert not found(trees["001"], f"//t:sp//t:note[@type='{kind}']")


def test_001_votes_with_their_figures(trees: Trees) -> None:
    text = plain(source("001"))
    wanted: list[tuple[int, dict[str, str]]] = []
    figure = r"([\dl]+(?: – \d+)?)"
    for vote in re.finditer(rf"For – {figure}(?:(?:; a|\nA)gainst – {figure})?", text):
        wanted.append((vote.start(), {"for": vote[1], **({"against": vote[2]} if vote[2] else {})}))
    for vote in re.finditer(r"\b(Defeated|[Aa]dopted) by (?:a majority of )?all votes against (\w+)", text):
        # those who voted "against" a defeat voted for the motion
        wanted.append((vote.start(), {"for" if vote[1] == "Defeated" else "against": vote[2]}))
    notes = found(trees["001"], "//t:text//t:note[@type='vote']")
    printed = [{one.get("type"): plain(text_of(one)) for one in found(note, ".//t:measure")} for note in notes]
    assert len(wanted) == 12
    for one in [figures for _, figures in sorted(wanted, key=lambda pair: pair[0])]:
        assert one in printed
    for measure in found(trees["001"], "//t:text//t:measure"):
        figure = plain(text_of(measure)).replace("l", "1")
        low, dash, high = figure.partition(" – ")
        if dash:
            assert (measure.get("min"), measure.get("max"), measure.get("cert")) == (low, high, "low")
        else:
            assert measure.get("quantity") == str(WORDS.get(figure, figure))
    assert [text_of(one) for one in found(trees["001"], "//t:measure//t:sic")] == ["l3"]


def test_001_sessions(trees: Trees) -> None:
    lines = [line for line in source("001").split("\n") if re.match(r"(?i)(the )?(joint )?session of (?!.*\.$)", line)]
    heads = found(trees["001"], "//t:div[@type='session']/t:head")
    assert [text_of(one) for one in heads] == lines


def test_002_has_no_speeches(trees: Trees) -> None:
    assert not found(trees["002"], "//t:sp | //t:speaker | //t:said")
    imprint = "".join(map(text_of, found(trees["002"], "//t:div[@type='imprint']")))
    assert all(word in imprint for word in ("Source :", "Publisher :", "Transcription/Markup :", "Public Domain :"))


def test_003_gaps_anchors_and_notes_are_joined_both_ways(trees: Trees) -> None:
    tree = trees["003"]
    gaps = found(tree, "//t:gap[@reason='hiatus']")
    assert [text_of(one) for one in gaps] == [dots for dots, _ in re.findall(r"(\.{3,4})(\{\d\})", source("003"))]
    assert len(gaps) == 8
    for number, gap in enumerate(gaps, 1):
        anchor = gap.getnext()
        assert gap.tail is None, "nothing stands between a gap and its anchor"
        assert (text_of(anchor), anchor.get("type")) == (f"{{{number}}}", "noteAnchor")
        (note,) = found(tree, f"//t:note[@xml:id='{anchor.get('target').removeprefix('#')}']")
        assert note.get("target") == f"#{gap.get(XML_ID)}"
        assert (note.get("n"), text_of(note[0])) == (str(number), f"{{{number}}}")
        assert "Hiatus in the minutes" in text_of(note)
        assert gap.get("cert") is None


def test_004_gaps_without_notes_point_nowhere_and_say_that_they_are_doubtful(trees: Trees) -> None:
    gaps = found(trees["004"], "//t:gap[@reason='hiatus']")
    assert len(gaps) == 8
    for gap in gaps:
        assert gap.get("cert") == "low"
        anchor = gap.getnext()
        assert (anchor.get("type"), anchor.get("cert"), anchor.get("target")) == ("noteAnchor", "low", None)
    assert not found(trees["004"], "//t:note[@type='editorial']")


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_pointers_lead_somewhere(number: str, trees: Trees) -> None:
    ids = [one.get(XML_ID) for one in found(trees[number], "//*[@xml:id]")]
    assert len(ids) == len(set(ids))
    for name in ("who", "ref", "target", "corresp", "resp", "next", "prev", "source"):
        for one in found(trees[number], f"//*[starts-with(@{name}, '#')]"):
            for pointer in one.get(name, "").split():
                assert pointer[1:] in ids, f"{one.tag} {name}={pointer}"


#: Mistakes that can be made in every seed: (what stands there, what a mistaken hand makes of it).
MISTAKES = [
    ("<body>", "<body><para>Nothing.</para>"),
    ("</titleStmt>", "</titleStmt><titleStmt/>"),
    ("</body>", "</body><body><p/></body>"),
    ("<p>", '<p who="nobody">'),
    ("</text>", "</text><text/>"),
]


def test_tei_and_our_schema_agree_about_the_seeds_and_their_broken_twins(
    encoded: Path, tmp_path: Path, java: str
) -> None:
    files = sorted(encoded.glob("*.xml"))
    twins = []
    for file, (right, wrong) in zip(files, MISTAKES, strict=True):
        text = file.read_text(encoding="utf-8")
        before, there, after = text.partition("<text>")
        twin = text.replace(right, wrong, 1) if "title" in right else before + there + after.replace(right, wrong, 1)
        assert twin != text
        twins.append(tmp_path / f"twin-{file.name}")
        twins[-1].write_text(twin, encoding="utf-8", newline="")
    for file in files:
        assert [str(finding) for finding in check_output(file)] == []
    for file in twins:
        assert check_output(file), f"our schema takes {file.name}"
    assert jing(java, foreign_schema("tei_all"), *files) == []
    said = jing(java, foreign_schema("tei_all"), *twins)
    for file in twins:
        assert any(file.name in line for line in said), f"tei_all takes {file.name}"
