"""Explanations: of lines, spans, elements and whole documents; where the source of a TEI file is found."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tei_encoder.app import explain as explaining
from tei_encoder.app.corpus import encode_file
from tei_encoder.app.explain import source_of, telling_of
from tei_encoder.app.explain_page import write_page
from tei_encoder.app.explained import Explained, printed
from tei_encoder.model.errors import InputError, UsageError


def explain(file: Path, profile: str = "auto", **asked: Any) -> list[Explained]:
    return explaining.explain(telling_of(file, profile=profile), **asked)


def test_the_source_is_the_one_of_the_header_or_asked_for(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "out").mkdir()
    tei, near = tmp_path / "out" / "minutes.xml", tmp_path / "texts" / "minutes.txt"
    tei.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><idno type="filename">minutes.txt</idno>'
        f'<idno type="sha256">{hashlib.sha256(b"a").hexdigest()}</idno><text/></TEI>',
        encoding="utf-8",
    )
    near.write_text("another", encoding="utf-8")
    assert source_of(tei, tmp_path / "given.txt") == tmp_path / "given.txt"
    with pytest.raises(InputError) as caught:
        source_of(tei, None)
    assert caught.value.code == "NO-SOURCE"
    near.write_text("a", encoding="utf-8")
    assert source_of(tei, None) == near


PROFILE = """[profile]
id = "mine"
title = "Mine"

[[block]]
id = "label"
why = "A name in capitals and a colon open a speech."
pattern = '^(?P<speaker>[A-Z]+: *)'
element = "sp"
cert = "medium"
yes = ["RIIS: Moves"]

[[inline]]
id = "stage"
why = "Words in brackets."
pattern = '\\[\\w+\\]'
element = "stage"
yes = ["[Noise]"]
"""
TEXT = "RIIS: One <b> & two. [Noise]\n\nHe leaves\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, str]:
    (tmp_path / "mine.toml").write_text(PROFILE, "utf-8")
    (tmp_path / "minutes.txt").write_text(TEXT, "utf-8")
    return tmp_path / "minutes.txt", str(tmp_path / "mine.toml")


def test_lines_spans_elements_and_everything_have_the_same_facts(files: tuple[Path, str]) -> None:
    source, profile = files
    everything = explain(source, profile=profile)
    assert [(one.rule, one.line, one.column, one.cert) for one in everything] == [
        ("label", 1, 1, "medium"), ("stage", 1, 22, ""), ("", 3, 1, "")
    ]  # fmt: skip
    assert explain(source, profile=profile, lines=(1, 3)) == everything
    assert explain(source, profile=profile, lines=(3, 3)) == everything[2:]
    assert explain(source, profile=profile, lines=(1, 1)) == everything[:2]
    assert explain(source, profile=profile, span=(22, 23)) == everything[:2]
    assert explain(source, profile=profile, span=(30, 31)) == everything[2:]
    assert explain(source, profile=profile, wanted="sp.1") == everything[:1]
    assert [(one.rule, one.why_not) for one in everything[2].tried] == [("label", "fits 'H', then wants :")]
    assert TEXT[everything[1].start : everything[1].end] == everything[1].text == "[Noise]"


def test_a_profile_of_ones_own_is_found_near_the_tei(files: tuple[Path, str], tmp_path: Path) -> None:
    source, profile = files
    tei = tmp_path / "out" / "minutes.xml"
    tei.parent.mkdir()
    typed = PROFILE.replace('element = "stage"', 'element = "stage"\nattrs = { type = "delivery" }')
    Path(profile).write_text(typed, "utf-8")
    encode_file(source, tei, profile=profile)
    (label,) = explain(tei, wanted="sp.1")
    assert (label.rule, label.why) == ("label", "A name in capitals and a colon open a speech.")
    Path(profile).write_text(typed.replace("medium", "low"), "utf-8")
    with pytest.raises(UsageError, match="another version") as caught:
        explain(tei, wanted="sp.1")
    assert caught.value.code == "PROFILE"
    assert [one.cert for one in explain(tei, profile=profile, wanted="sp.1")] == ["low"]
    Path(profile).unlink()
    with pytest.raises(UsageError, match="not near"):
        explain(tei, wanted="sp.1")


@pytest.mark.parametrize("asked", [{"lines": (0, 1)}, {"lines": (1, 9)}, {"lines": (2, 2)}, {"span": (5, 400)},
                                   {"wanted": "sp.9"}, {"wanted": "sp.1", "lines": (1, 1)}])  # fmt: skip
def test_what_is_not_there_cannot_be_explained(files: tuple[Path, str], asked: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        explain(files[0], profile=files[1], **asked)


def test_the_page_has_the_source_and_every_decision(files: tuple[Path, str]) -> None:
    source, profile = files
    page = source.with_suffix(".html")
    assert write_page(telling_of(source, profile=profile), page) == 3
    tree = html.fromstring(page.read_text("utf-8"))
    assert [row.text_content() for row in tree.find_class("source")] == ["RIIS: One <b> & two. [Noise]", "He leaves"]
    assert [n.get("data-n") for n in tree.find_class("n")] == ["1", "3"]
    decisions = {one.get("id"): " ".join(one.text_content().split()) for one in tree.find_class("decision")}
    assert list(decisions) == ["decision.0", "decision.1", "decision.2"]
    assert "label makes sp#sp.1, speaker, p certainty medium" in decisions["decision.0"]
    assert "label: fits 'H', then wants :" in decisions["decision.2"]
    tips = {one.text_content(): one.get("data-tip") for one in tree.find_class("claim") if one.tag == "a"}
    assert tips["RIIS: "] == "speaker ← label, certainty medium"
    assert (tips["[Noise]"], tips["He leaves"]) == ("stage ← stage", "p ← no rule")
    ids = {one.get("id") for one in tree.iter() if one.get("id")}
    assert {one.get("href") for one in tree.iter("a")} <= {f"#{one}" for one in ids}
    assert not tree.xpath("//script | //link | //img | //*[starts-with(@href, 'http') or @src]")


def test_the_page_of_a_seed_has_its_whole_text(tmp_path: Path) -> None:
    seed = next((Path(__file__).resolve().parents[3] / "seeds").glob("003*.txt"))
    write_page(telling_of(seed), tmp_path / "why.html")
    tree = html.fromstring((tmp_path / "why.html").read_text("utf-8"))
    shown = "".join("".join(row.text_content().split()) for row in tree.find_class("source"))
    assert shown == "".join(seed.read_text("utf-8").split())
    lines = seed.read_text("utf-8").split("\n")
    assert [int(n.get("data-n", "0")) for n in tree.find_class("n")] == [
        number for number, line in enumerate(lines, 1) if line.strip()
    ]


def test_every_line_of_a_seed_can_be_explained() -> None:
    seed = next((Path(__file__).resolve().parents[3] / "seeds").glob("002*.txt"))
    lines = seed.read_text(encoding="utf-8").split("\n")
    for number in (1, 3, 7, len([line for line in lines if line])):
        if not lines[number - 1].strip():
            with pytest.raises(UsageError):
                explain(seed, lines=(number, number))
            continue
        (block, *inside) = explain(seed, lines=(number, number))
        assert block.text.startswith(lines[number - 1][:20])
        assert block.why
        assert len({one.rule for one in block.tried}) == len(block.tried)
        assert all(one.layer == "inline" for one in inside)


def test_what_is_least_certain_of_a_decision_is_told(tmp_path: Path) -> None:
    part = PROFILE.replace('cert = "medium"\n', 'wrap.speaker = { element = "speaker", cert = "low" }\n')
    (tmp_path / "mine.toml").write_text(part, "utf-8")
    (tmp_path / "minutes.txt").write_text(TEXT, "utf-8")
    label, stage, _ = explain(tmp_path / "minutes.txt", profile=str(tmp_path / "mine.toml"))
    assert (label.cert, label.doubt) == ("low", "said of speaker")
    assert "certainty low: said of speaker" in printed(label)
    assert "certainty no doubt is stated" in printed(stage)
