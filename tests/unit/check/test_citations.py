"""The citeStructure of every file, asked by somebody else: dapytains, made for Distributed Text Services."""

from pathlib import Path
from typing import Any

import pytest
from judges import package
from lxml import etree

from tei_encoder.app.corpus import encode_file

ROOT = Path(__file__).resolve().parents[3]
TEXT = """FIRST SESSION

BERG: I open the session.

LIND: I second it. [Applause]

SECOND SESSION

BERG: We go on.
"""
NAMES = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def read(path: Path) -> Any:
    """Return a file as dapytains knows it."""
    return package("dapytains.tei.document").Document(str(path))


def passages(path: Path) -> dict[str, str]:
    """Return the text of every passage that dapytains finds in a file, without white space, by its reference."""
    document = read(path)
    found: dict[str, str] = {}

    def take(references: Any) -> None:
        for one in references:
            passage = document.get_passage(one.ref)
            found[one.ref] = "".join("".join(passage.itertext()).split())
            take(one.children or [])

    take(document.get_reffs())
    return found


def expected(path: Path) -> dict[str, str]:
    """Return the same from the elements themselves: sessions by ``n``, speeches by ``xml:id``, paragraphs by number."""
    found = {}
    for session in etree.parse(str(path)).iterfind(".//t:div[@type='session']", NAMES):
        found[session.get("n")] = session
        for speech in session.iterfind(".//t:sp", NAMES):
            reference = f"{session.get('n')}/{speech.get(XML_ID)}"
            found[reference] = speech
            found |= {f"{reference}:{i}": p for i, p in enumerate(speech.findall("t:p", NAMES), 1)}
    return {reference: "".join("".join(one.itertext()).split()) for reference, one in found.items()}


@pytest.fixture
def tei(tmp_path: Path) -> Path:
    source = tmp_path / "board.txt"
    source.write_text(TEXT, encoding="utf-8")
    encode_file(source, tmp_path / "board.xml", profile="minutes-en")
    return tmp_path / "board.xml"


def test_every_passage_is_found_by_its_reference(tei: Path) -> None:
    found = passages(tei)
    assert len(found) == 8 and found == expected(tei)
    assert found["1/sp.2"] == "LIND:Isecondit.[Applause]"


def test_passages_of_a_congress_are_found(tmp_path: Path) -> None:
    (source,) = (ROOT / "seeds").glob("001_*.txt")
    tei = tmp_path / "congress.xml"
    encode_file(source, tei)
    wanted, document = expected(tei), read(tei)
    some = list(wanted)[::25]
    assert len(some) > 10
    for reference in some:
        words = "".join("".join(document.get_passage(reference).itertext()).split())
        assert words == wanted[reference], reference


@pytest.mark.parametrize(("old", "new"), [('match="p"', 'match="ab"'), ('use="@n"', 'use="@xml:id"')])
def test_a_broken_twin_is_not_cited_right(tei: Path, old: str, new: str) -> None:
    twin = tei.with_name("twin.xml")
    twin.write_text(tei.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert passages(twin) != expected(tei)
