"""The whole document: what comes out does not depend on how much of it is held at a time."""

import re

import pytest
from tiny import SPEECHES, body, document, profile

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
    german = profile()._replace(language="de")
    assert 'xml:lang="de"' in document(TEXT, german).head


def test_it_counts_what_no_rule_recognised() -> None:
    assert document("x\n\nRIIS: a\n\ny").unrecognised == 2
    assert document(TEXT, SPEECHES).unrecognised == 0


DIVISION = """
[[block]]
id = "label"
why = "A name in capitals and a colon open a speech."
pattern = '^(?P<speaker>[A-Z]+: *)'
element = "sp"
yes = ["RIIS: No."]

[[block]]
id = "divided"
why = "The figures of a division."
pattern = '^Divided: Ayes (?P<for>[0-9]+)'
element = "p"
inside = "note.vote"
closes = ["sp"]
wrap.for = { element = "measure", attrs = { type = "for", unit = "vote" }, number = true }
yes = ["Divided: Ayes 2"]

[[block]]
id = "side"
why = "The head of the list of those who voted so."
pattern = '^NOES (?P<against>[0-9]+)'
element = "label"
inside = "note.vote"
in = ["note.vote"]
wrap.against = { element = "measure", attrs = { type = "against", unit = "vote" }, number = true }
yes = ["NOES 2"]

[[block]]
id = "member"
why = "One who voted."
pattern = '^[A-Z][a-z]+$'
inside = "note.vote/list.roster"
in = ["note.vote"]
rest = { element = "item" }
yes = ["Riis"]
"""


def test_a_vote_may_go_on_over_several_blocks() -> None:
    text = "RIIS: a\n\nDivided: Ayes 2\n\nOlsen\n\nRiis\n\nNOES 1\n\nBerg\n\nRIIS: b\n"
    made = document(text, DIVISION)
    xml = "".join(piece for piece, _ in made.pieces())
    assert re.sub(r"\s+", " ", body(text, DIVISION)) == (
        '<sp who="#riis" xml:id="sp.1"><speaker>RIIS: </speaker><p>a</p></sp> '
        '<note corresp="#sp.1" type="vote" xml:id="vote.1">'
        '<p>Divided: Ayes <measure quantity="2" type="for" unit="vote">2</measure></p> '
        '<list type="roster"><item>Olsen</item> <item><persName ref="#riis">Riis</persName></item></list> '
        '<label>NOES <measure quantity="1" type="against" unit="vote">1</measure></label> '
        '<list type="roster"><item>Berg</item></list></note> '
        '<sp who="#riis" xml:id="sp.2"><speaker>RIIS: </speaker><p>b</p></sp>'
    )
    assert re.findall("<desc>(for.*?)</desc>", xml) == ["for 2, against 1"], "one event in the register"
    assert made.votes == 1


def test_a_vote_and_nothing_else_is_still_in_a_body() -> None:
    assert "<body><p>" in "".join(piece for piece, _ in document("Divided: Ayes 2", DIVISION).pieces())
