"""Lists in lists: by kind of number, by series, by indent; and lists that stay flat."""

import re

import pytest

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import Facts
from tei_encoder.encode.nesting import Nesting
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load

HEAD = "SESSION OF MAY 4, 1880\n\nVIK: I move three things.\n\n"


def depths(*items: str) -> list[int]:
    """Return how deep each item stands; an item is blanks, a number, a blank, words."""
    nesting = Nesting()
    placed = []
    for item in items:
        words = item.lstrip()
        placed.append(nesting.place(words.split(" ")[0], len(item) - len(words), words))
    return placed


@pytest.mark.parametrize(
    ("items", "wanted"),
    [
        (["1. a", "2. b", "3. c"], [0, 0, 0]),
        (["1. a", "a) b", "b) c", "2. d"], [0, 1, 1, 0]),
        (["1. a", "(a) b", "(b) c", "(i) d", "(ii) e", "(c) f", "2. g"], [0, 1, 1, 2, 2, 1, 0]),
        (["I. a", "1. b", "2. c", "II. d", "1. e"], [0, 1, 1, 0, 1]),
        (["1. a", "- b", "- c", "2. d"], [0, 1, 1, 0]),
        (["- a", "  - b", "  - c", "- d"], [0, 1, 1, 0]),
        (["1) a", "2) b:", "1) c", "2) d", "3) e"], [0, 0, 1, 1, 1]),  # 3) goes on with the innermost
        (["1) a", "2) b:", "1) c", "3) d"], [0, 0, 1, 0]),
        (["1. a", "2. b", "  1. c", "  2. d", "  3. e", "3. f"], [0, 0, 1, 1, 1, 0]),
        (["g) a", "h) b", "i) c", "j) d"], [0, 0, 0, 0]),
        # numbers that are wrong, and not nested
        (["1. a", "2. b", "2. c", "4. d"], [0, 0, 0, 0]),
        (["1. a", "2. b", "1. c", "2. d"], [0, 0, 0, 0]),
        (["1. a", "2) b", "3. c"], [0, 0, 0]),
        (["  1. a", "2. b", "    3. c"], [0, 0, 0]),
    ],
)
def test_how_deep_an_item_stands(items: list[str], wanted: list[int]) -> None:
    assert depths(*items) == wanted


def test_lists_never_go_deeper_than_can_be_read() -> None:
    assert max(depths(*[" " * 2 * at + "1. a" for at in range(40)])) < 8


def lists(text: str) -> str:
    """Return the lists of a text as brackets, with the words of the items."""
    xml = "".join(piece for piece, _ in Document(from_string(HEAD + text), load("minutes-en"), Facts()).pieces())
    found = xml[xml.index("<list>") : xml.rindex("</list>") + len("</list>")]
    found = re.sub(r"<label>.*?</label>|<item>|\s+", "", found)
    return re.sub(r"</?p>", "", found.replace("</item>", "").replace("<list>", "[").replace("</list>", "]"))


def test_a_list_stands_inside_its_item() -> None:
    text = "1. Crane.\n\n2. Pier:\n\n  1. posts,\n  2. planks.\n\n3. Fish.\n\nHOLM: No.\n"
    assert lists(text) == "[Crane.Pier:[posts,planks.]Fish.]"


def test_letters_and_dashes_stand_inside_numbers() -> None:
    text = "1) Crane:\n\na) arm;\n\n– iron;\n\n– wood;\n\nb) foot;\n\n2) Pier.\n\nSo I move.\n"
    assert lists(text) == "[Crane:[arm;[iron;wood;]foot;]Pier.]"


def test_a_paragraph_ends_all_lists() -> None:
    assert lists("1) Crane:\n\na) arm;\n\nSo much for that.\n\nb) foot.\n") == "[Crane:[arm;]]Somuchforthat.[foot.]"


def test_an_item_goes_on_in_the_next_line() -> None:
    assert lists("1) Crane:\na) arm\nand hand;\nb) foot.\n2) Pier.\n") == "[Crane:[armandhand;foot.]Pier.]"
