"""Verse or prose, at the margin or further in: what lines look like."""

import re

import pytest
from tiny import profile

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import Facts, load_facts
from tei_encoder.encode.shape import Shape, shaped
from tei_encoder.encode.units import ALONE, BEGINS, GOES_ON
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load

VERSE = """The herring fleet is gone beyond the sound,
And all the lamps along the quay are lit
For those who watch, and those who never slept,
And one who has no boat to wait for now
But counts the others as they clear the point,
Still counts the others, till the last is gone.
"""

PROSE = """The herring fleet has gone beyond the sound and nobody knows when it
will be back, because the wind has turned and the ice is said to come
down from the north. Anna stays at the window. She counts what she can
see, and Peter laughs at her for it.
"""

GERMAN = """Es war ein harter Winter, und wer ein Boot hatte, der zog es auf den
Strand und deckte es mit Stroh. Das Eis kam bis an die Mole, und die
Kinder liefen darauf, obwohl es der Lehrer verboten hatte. Niemand hat
Angst gehabt.
"""


@pytest.mark.parametrize("text, verse", [(VERSE, True), (PROSE, False), (GERMAN, False)])
def test_a_paragraph_shows_what_it_is(text: str, verse: bool) -> None:
    shape = Shape(VERSE + "\n" + PROSE + "\n" + GERMAN, verse=True)
    assert ("verse" in shape.of(text.splitlines())) is verse


def test_two_lines_are_what_the_lines_before_them_were() -> None:
    shape = Shape(PROSE * 4, verse=True)
    two = ["The herring fleet has gone beyond the sound and nobody", "Knows when it will be back."]
    assert "verse" not in shape.of(two)
    assert "verse" in shape.of(VERSE.splitlines())
    assert "verse" in shape.of(two)
    assert "verse" not in shape.of(PROSE.splitlines())


def test_a_single_line_is_verse_in_a_text_of_verse() -> None:
    assert "verse" in Shape(VERSE, verse=True).of(["Who comes?"])
    assert "verse" not in Shape(PROSE, verse=True).of(["Who comes?"])
    assert "verse" not in Shape(VERSE, verse=True).of(["Who comes? " * 20])


def test_without_verse_nothing_is() -> None:
    assert not Shape(VERSE, verse=False).of(VERSE.splitlines())


def test_indented_is_further_in_than_most_lines() -> None:
    shape = Shape(PROSE + "\n      They fight.\n", verse=False)
    assert shape.of(["      They fight."]) == {"indented"}
    assert not shape.of(["  They fight."])
    assert not shape.of(["      They fight,", "and fall."])


def cut(text: str, layout: str = "auto", verse: bool = True) -> list[str]:
    """Return the units of a text; [ begins one and ! is one by itself."""
    place = {"[": BEGINS, "!": ALONE}
    source = from_string(text)
    found = shaped(source, layout, lambda line, _, __: place.get(line[0], GOES_ON), lambda _: None, Shape(text, verse))
    return [text[start:end] for start, end, *_ in found]


def test_lines_of_verse_are_units_and_lines_of_prose_are_one() -> None:
    assert cut(VERSE) == VERSE.splitlines()
    assert cut(PROSE) == [PROSE.rstrip("\n")]
    assert cut(PROSE, verse=False) == [PROSE.rstrip("\n")]


def test_paragraphs_of_one_line_each_are_units() -> None:
    text = "He came. She went.\nNobody stayed.\nIt rained.\n"
    assert cut(text) == text.splitlines()
    assert cut(text, "paragraphs") == [text.rstrip("\n")]


def test_lines_that_begin_a_unit_or_are_one() -> None:
    text = "and then he said that\n[ he would go and so\non and on\n! alone\nafter it and so\non\n"
    assert cut(text) == ["and then he said that", "[ he would go and so\non and on", "! alone", "after it and so\non"]


def test_a_direction_over_two_lines_of_verse_is_one_unit() -> None:
    text = VERSE + "(Enter the pilot\nWith a lamp)\n" + VERSE
    assert "(Enter the pilot\nWith a lamp)" in cut(text)


def test_every_character_that_is_text_belongs_to_a_unit() -> None:
    text = "\u00a0\n\u00a0 One line\n\u00a0\n   two\n\n\u00a0three\n"
    found = "".join(cut(text))
    assert found.count("\u00a0") == text.count("\u00a0")


def test_a_rule_that_needs_verse() -> None:
    rules = """
[[block]]
id = "verse-line"
why = "A line of verse."
pattern = '^[A-Z]'
element = "l"
needs = "verse"
yes = ["And so"]
"""
    ready = profile(rules, "[layout]\nverse = true\n")
    xml = "".join(piece for piece, _ in Document(from_string(f"{VERSE}\n{PROSE}"), ready, load_facts(None)).pieces())
    assert xml.count("<l>") == 6
    assert xml.count("<p>") == xml.partition("<text>")[0].count("<p>") + 1


HALVES = """ACT I

TOVE
And all the lamps along the quay are lit
For those who watch, and those who never slept,
Who goes there?

AKSEL
               Nobody.

TOVE
                       Nobody has a name.

AKSEL
But counts the others as they clear the point,
Still counts the others, till the last is gone.
"""


def parts(text: str) -> list[tuple[str, str]]:
    """Return the lines of verse that are parts of a line, with which part they are."""
    source = from_string(text)
    xml = "".join(piece for piece, _ in Document(source, load("drama"), Facts()).pieces())
    return re.findall(r'<l[^>]* part="(\w)"[^>]*>(.*?)</l>', xml)


def test_a_line_that_several_speakers_share_has_a_beginning_a_middle_and_an_end() -> None:
    assert parts(HALVES) == [("I", "Who goes there?"), ("M", "Nobody."), ("F", "Nobody has a name.")]


def test_lines_at_the_margin_are_whole_though_they_are_short() -> None:
    assert parts("\n".join(line.strip() for line in HALVES.splitlines())) == []
