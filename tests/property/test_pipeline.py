"""Laws of the whole way from text to TEI, on random texts made of traps."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from traps import LAYOUTS, PROFILES, encoded, proved, steady, texts

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts
from tei_encoder.readers import text as reader
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("random") / "random.xml"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("profile", PROFILES)
@steady
@given(text=texts)
@example(text="Article 2 is adopted unanimously.")  # notes alone are no body
@example(text="The following elected: Olsen, Riis.\n\n{1} Hiatus in the minutes.")
@example(text="(Laughter.) The Land\n\nNothing.")  # no stage direction in a title
@example(text="Source : Works\na title\n\nNothing.")  # a title page after an imprint
@example(text="NOGIN: x\n1. ")  # a label without an item
@example(text="Session of April 1")  # a day without a year
@example(text="\n" * 50 + "Olsen\n\nNothing." + "\n" * 50 + "RIIS: No." + "\n" * 50 + "Notes")  # pages
@example(text="(For – 3; against – six)\n\u3000\nx")  # blanks after a figure
@example(text="The land and the war and\n\n\n....{1} on it goes")  # a page that begins with a gap
@example(text="NOGIN:")  # a speech without a word
@example(text="NOGIN:\u00a0\n\n\u00a0\n[Applause]")
@example(text="\u00a0\n\u2003\n\n 1. \u00a0a\n\u00a0")
def test_every_text_becomes_faithful_and_valid_tei(text: str, profile: str, layout: str, file: Path) -> None:
    tree = ElementTree.fromstring(proved(text, profile, layout, file))
    ids = [found for one in tree.iter() if (found := one.get(XML_ID))]
    assert len(ids) == len(set(ids))
    body = tree[1] if tree[1].tag.endswith("text") else tree[-1]
    known = {f"#{one}" for one in ids}
    for one in body.iter():
        for name in ("who", "ref", "target", "corresp", "next", "prev", "resp", "source"):
            pointers = [value for value in one.get(name, "").split() if value.startswith("#")]
            assert known.issuperset(pointers), f"{one.tag} {name} points nowhere"


@steady
@given(text=texts, size=st.integers(1, 60), profile=st.sampled_from(PROFILES), layout=st.sampled_from(LAYOUTS))
def test_where_the_reader_cuts_a_text_makes_no_difference(
    text: str, size: int, profile: str, layout: str, file: Path
) -> None:
    path = file.with_name("random.txt")
    path.write_text(text, encoding="utf-8", newline="")
    whole = encoded(reader.read(path), profile, layout)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "PART", size)
        assert encoded(reader.read(path), profile, layout) == whole


@steady
@given(text=texts, profile=st.sampled_from(PROFILES))
def test_line_ends_make_no_difference(text: str, profile: str) -> None:
    plain = _text(encoded(text, profile, "lines"))
    for line_end in ("\r\n", "\r"):
        assert _text(encoded(text.replace("\n", line_end), profile, "lines")) == plain


@steady
@given(text=texts, profile=st.sampled_from(PROFILES), layout=st.sampled_from(LAYOUTS))
def test_every_word_is_accounted_for_by_a_decision(text: str, profile: str, layout: str) -> None:
    source = from_string(text)
    text = source.text()
    document = Document(source, load(profile), load_facts(None))
    written = [line for _, lines in document.pieces() for line in lines.splitlines(keepends=True)]
    again = Document(source, load(profile), load_facts(None))
    assert [one.record() for one in again.decisions()] == written, "explain tells another story than encode"
    records = [json.loads(line) for line in written]
    at = 0
    for one in records:
        assert text.count("\n", 0, one["start"]) + 1 == one["line"]
        for start, end in [(one["start"], one["end"]), *one.get("groups", {}).values()]:
            assert 0 <= start <= end <= len(text)
        if one["layer"] in ("division", "block"):
            assert not text[at : one["start"]].strip(), "a block without a decision"
            at = one["end"]
    assert not text[at:].strip()


def _text(xml: str) -> str:
    """Return the part of a TEI file that comes from the source."""
    return re.split(r"<text>", xml, maxsplit=1)[1]
