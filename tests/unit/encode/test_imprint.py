"""What the text says of itself goes into the header: by rules, after the sidecar, with the line it stands in."""

from xml.etree import ElementTree

import pytest
from tiny import profile

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import Author, Digital, Facts, Licence, Publication
from tei_encoder.model.limits import MAX_STATING
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load
from tei_encoder.rules.rule import FACTS

ARTICLE = """Anna B. Vik

The Port Must Be Free

Source : Records of the Port, Vol. 2, January - May, 1880
Publisher : Port Press, Sandvik, 1901
Transcription/Markup : D. Moe for the City Archive, 2008
Public Domain : City Archive (2008). You may copy this “work”.

The harbour has been shut for a month, and nobody knows why.

Nobody asks either.
"""


NOTHING = Facts()


def printed(text: str, facts: Facts = NOTHING, name: str = "article-en") -> Document:
    return Document(from_string(text), load(name), facts)


def test_the_imprint_fills_the_header() -> None:
    facts = printed(ARTICLE).facts
    assert (facts.title, facts.author) == ("The Port Must Be Free", (Author("Anna B. Vik"),))
    assert facts.edition == Publication(
        title="Records of the Port", volume="Vol. 2, January - May, 1880",
        publisher="Port Press", place="Sandvik", year="1901",
    )  # fmt: skip
    assert facts.digital == Digital(repository="City Archive", transcriber=("D. Moe",), year="2008")
    assert facts.licence == Licence("free", "Public Domain : City Archive (2008)", "You may copy this “work”.")


@pytest.mark.parametrize(
    ("printed_first", "title"),
    [
        ("Minutes of the Harbour Board", "Minutes of the Harbour Board"),
        ("Sandvik Branch", "Minutes of the yearly meeting"),  # who met, not what was written
    ],
)
def test_the_title_is_the_first_that_the_title_page_prints(printed_first: str, title: str) -> None:
    text = f"{printed_first}\n\nMinutes of the yearly meeting\n\nRIIS: Moves that we meet.\n\nBRANDT: I am against.\n"
    head = printed(text, name="minutes-en").head
    assert f'<title type="main">{title}</title>' in head
    assert "No title is known" not in head


def test_the_header_says_which_rule_of_which_line_said_so() -> None:
    head = printed(ARTICLE).head
    assert (
        '<note type="printed" n="edition.publisher">edition.publisher is from the text, line 6 '
        "(rule imprint-publisher).</note>"
    ) in head
    assert "<publisher>Port Press</publisher>" in head
    assert "No title is known" not in head


def test_the_sidecar_wins_a_table_as_a_whole() -> None:
    sidecar = Facts(title="Free Port", edition=Publication(title="Port Papers"), unknown=("author",))
    document = printed(ARTICLE, sidecar)
    assert document.facts.title == "Free Port"
    assert document.facts.author == ()
    assert document.facts.edition == Publication(title="Port Papers")
    assert document.facts.digital.year == "2008"
    assert {one.fact.partition(".")[0] for one in document.printed} == {"digital", "licence"}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Source: https://example.org/a", Facts(digital=Digital(url="https://example.org/a"))),
        ("Source: J. Holm, Sea Laws, Volume IV.", Facts(
            edition=Publication(title="Sea Laws", author=(Author("J. Holm"),), volume="Volume IV"))),
        ("Source: Annals of the P.T.U., Leeds, 1921", Facts(
            edition=Publication(title="Annals of the P.T.U.", note="Annals of the P.T.U., Leeds, 1921"))),
        ("First Published: Port Gazette, No. 13, April 3, 1880. Signed A. V.", Facts(
            published=(Publication("Port Gazette", number="No. 13", date="April 3, 1880", note="Signed A. V."),))),
        ("First published: in May 1901 in the Port Gazette", Facts(
            published=(Publication("Port Gazette", date="May 1901"),))),
        ("Published: 1901", Facts(published=(Publication(date="1901"),))),
        ("Transcribed by: Ewa Kos (1999)", Facts(digital=Digital(transcriber=("Ewa Kos",), year="1999"))),
        ("Copyright: City Archive. Ask before copying.", Facts(
            licence=Licence("", "Copyright: City Archive", "Ask before copying."))),
        ("Translated: Ewa Kos", Facts()),
        ("Source: unknown", Facts()),
        ("Publisher: Port Press, Sandvik, for the Board, at its own cost", Facts()),
    ],
)  # fmt: skip
def test_lines_of_an_imprint(line: str, wanted: Facts) -> None:
    assert printed(f"{line}\n\nThe harbour has been shut for a month, and nobody knows why.\n").facts == wanted


def test_nothing_is_taken_from_the_middle_of_a_text() -> None:
    text = "The harbour is shut.\n\nSource: Records of the Port\n\nPublisher: Port Press\n"
    assert printed(text).facts == Facts()


def test_printings_named_at_the_end_are_each_one() -> None:
    text = (
        "The harbour is shut.\n\nFirst published in 1901, in the magazine Dawn, No. 7\n\n"
        "First published in 1923 in the book Port Records. Printed from the copy.\n"
    )
    document = printed(text)
    assert document.facts.published == (
        Publication("Dawn", number="No. 7", date="1901"), Publication("Port Records", date="1923"),
    )  # fmt: skip
    assert {one.line for one in document.printed} == {3, 5}


def test_an_author_on_the_title_page_speaks_what_has_no_label() -> None:
    text = "O. Vik\n\nSpeech on the Harbour\n\nComrades, the harbour is shut. (Applause.) It stays shut.\n"
    document = printed(text, name="speech-en")
    xml = "".join(piece for piece, _ in document.pieces())
    assert 'who="#vik"' in xml
    ElementTree.fromstring(xml)


def test_words_far_too_long_are_no_fact() -> None:
    text = "Source: Records " + "and more of them " * 40 + "\n\nThe harbour is shut.\n"
    assert printed(text).facts == Facts()


def test_a_text_with_imprints_without_end_keeps_the_first() -> None:
    text = "First published in 1901, in the magazine Dawn, No. 7\n\n" * (MAX_STATING + 5)
    assert len(printed("The harbour is shut.\n\n" + text).facts.published) == MAX_STATING


def test_facts_of_rules_are_keys_of_a_sidecar() -> None:
    tables = {"edition": Publication, "published": Publication, "digital": Digital, "licence": Licence}
    known = {key for key in Facts._fields if key not in tables}
    known |= {f"{name}.{key}" for name, table in tables.items() for key in table._fields}
    assert known >= FACTS


def test_a_rule_can_say_a_fact_in_words_of_its_own() -> None:
    rules = """
[[block]]
id = "held"
why = "Where the meeting is held."
pattern = '^Held at (?P<where>[A-Z]\\w+)'
element = "note"
attrs = { type = "time" }
facts = { place = "{where}", meeting = "Meeting at {where}" }
yes = ["Held at Leeds, at noon."]
"""
    facts = Document(from_string("Held at Sandvik, at noon.\nYes.\n"), profile(rules), Facts()).facts
    assert (facts.place, facts.meeting) == ("Sandvik", "Meeting at Sandvik")
