"""The whole document: what comes out does not depend on how much of it is held at a time."""

import re
from dataclasses import replace

import pytest
from tiny import SPEECHES, document, profile

from tei_encoder.encode import document as module
from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts
from tei_encoder.readers.text import from_string

TEXT = "RIIS: a\n\nOLSEN: b [Applause]\n\nDecided to wait\n\n1. c\n2. d\n"


def test_it_can_be_written_twice() -> None:
    made = document(TEXT)
    once = list(made.pieces())
    assert "".join(xml for xml, _ in once) == "".join(xml for xml, _ in document(TEXT).pieces())
    assert "".join(records for _, records in once).count("\n") == 6


@pytest.mark.parametrize("batch", [1, 2, 3])
def test_batches_make_no_difference(batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [list(part) for part in zip(*document(TEXT).pieces(), strict=True)]
    monkeypatch.setattr(module, "_BATCH", batch)
    pieces = [list(part) for part in zip(*document(TEXT).pieces(), strict=True)]
    assert len(pieces[0]) > len(whole[0])
    assert ["".join(part) for part in pieces] == ["".join(part) for part in whole]


@pytest.mark.parametrize(
    "name, wanted",
    [
        ("minutes.txt", "text-minutes"),
        ("001_a b.c.txt", "text-001_a-b-c"),
        ("прото.txt", "text"),
        ("no-ending", "text-no-ending"),
        ("&<\">'.txt", "text"),
    ],
)
def test_the_id_of_the_text_is_made_of_its_name(name: str, wanted: str) -> None:
    xml = Document(from_string(TEXT, name), profile(), load_facts(None)).head
    assert re.search(r'<TEI [^>]*xml:id="([^"]*)"', xml)[1] == wanted


def test_it_says_where_the_text_begins() -> None:
    made = document(TEXT)
    xml = "".join(piece for piece, _ in made.pieces())
    assert xml.split("\n")[made.head_lines].startswith("<text>")


def test_the_language_is_that_of_the_facts_else_of_the_profile_else_undetermined() -> None:
    assert 'xml:lang="und"' in document(TEXT).head
    german = replace(profile(), language="de")
    assert 'xml:lang="de"' in document(TEXT, german).head


def test_it_counts_what_no_rule_recognised() -> None:
    assert document("x\n\nRIIS: a\n\ny").unrecognised == 2
    assert document(TEXT, SPEECHES).unrecognised == 0
