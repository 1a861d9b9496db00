"""Notes at the end of a text that no heading announces, in texts made up for it."""

import re

import pytest

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import Facts
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load

TEXT = (
    "The Bill of the Harbour Board\n\nThe board met in the sail loft.[1] It was cold, and nobody had brought wood.\n\n"
    "The treasurer showed the bill of Mr. Vik.[2] Nobody had asked for it. {there}\n\n"
)


def notes(text: str, name: str = "article-en") -> list[tuple[str, bool]]:
    """Return the number of each note, and whether an anchor points to it."""
    xml = "".join(piece for piece, _ in Document(from_string(text), load(name), Facts()).pieces())
    found = re.findall(r'<note xml:id="(note\.\d+)" n="(\d+)"', xml)
    return [(number, f'target="#{name}"' in xml) for name, number in found]


@pytest.mark.parametrize("name", ["article-en", "minutes-en", "speech-en", "plain"])
@pytest.mark.parametrize("form", ["{}.", "[{}]", "({})", "{}]"])
def test_numbered_paragraphs_at_the_end_are_the_notes_that_the_text_points_to(name: str, form: str) -> None:
    end = "\n\n".join(f"{form.format(number)} The {what} is lost." for number, what in ((1, "loft"), (2, "bill")))
    assert notes(TEXT.format(there="") + end + "\n", name) == [("1", True), ("2", True)]


def test_an_anchor_may_have_been_lost() -> None:
    end = "1. The loft.\n2. The bill.\n3. The wood.\n"
    assert notes(TEXT.format(there="") + end) == [("1", True), ("2", True), ("3", False)]


@pytest.mark.parametrize(
    "end",
    [
        "1. Bread is dear.\n2. Wood is dear.\n\nSo it was resolved.\n",  # a list, and the text goes on
        "3. Bread is dear.\n4. Wood is dear.\n",  # nothing points to these
        "1. Bread is dear.\n",  # one is no list of notes
        "1. Bread is dear.\n3. Wood is dear.\n",  # not in order
    ],
)
def test_other_numbered_paragraphs_are_no_notes(end: str) -> None:
    assert notes(TEXT.format(there="") + end) == []


def test_numbers_in_words_of_the_text_are_no_anchors() -> None:
    text = TEXT.replace("[1]", " 1").replace("[2]", " 2").format(there="")
    assert notes(text + "1. The loft.\n2. The bill.\n") == []


def test_where_notes_have_a_heading_a_list_before_it_stays_a_list() -> None:
    text = TEXT.format(there="") + "1. Bread is dear.\n2. Wood is dear.\n\nNotes\n\n1. The loft.\n2. The bill.\n"
    assert notes(text, "minutes-en") == [("1", True), ("2", True)]
