"""The agenda: its items are a list, and where they come again they are headings."""

import re

import pytest
from tiny import body

from tei_encoder.encode.agenda import Agenda
from tei_encoder.rules.load import load

PROFILE = load("minutes-en")
AGENDA = "MEETING OF MAY 3, 1912\n\nAgenda:\n1) The northern pier\n2) The Lapps\n3) Report of the treasurer\n\n"


def heads(made: str) -> list[str]:
    """Return the headings of the items."""
    return re.findall(r'<div [^>]*type="agendaItem"[^>]*><head>(.*?)</head>', made)


def test_the_items_of_an_agenda_are_a_list() -> None:
    made = body(f"{AGENDA}HAY: Let us begin.\n", PROFILE)
    assert re.findall(r"<item>(.*?)</item>", made) == ["The northern pier", "The Lapps", "Report of the treasurer"]
    assert not heads(made)


def test_an_item_that_comes_again_is_a_heading() -> None:
    text = f"{AGENDA}1. The Northern Pier\n\nHAY: It is down.\n\n3. Report of the Treasurer.\n\nHAY: Yes.\n"
    made = body(text, PROFILE)
    assert heads(made) == ["1. The Northern Pier", "3. Report of the Treasurer."]


def test_an_agenda_in_one_paragraph_has_items_too() -> None:
    text = "SESSION OF MAY 3\n\nAgenda: 1. The northern pier. 2. The war.\n\n2. The war\n\nHAY: It is near.\n"
    assert heads(body(text, PROFILE)) == ["2. The war"]


def test_names_that_are_said_to_follow_are_a_list() -> None:
    text = "SESSION OF MAY 3\n\nThe following Members then signed the Register:\n\n1. Asa Bell Hay\n2. J. Dunn\n\n"
    text += "HAY: Yes.\n"
    made = body(text, PROFILE)
    assert len(re.findall(r"<item>", made)) == 2
    assert not re.search(r"<head>1\.", made)


@pytest.mark.parametrize(
    ("line", "repeats"),
    [
        ("2. Election of the board", True),
        ("2) ELECTION OF THE BOARD.", True),
        ("2. Election of the board, and of two auditors", True),
        ("3. Election of the board", True),
        ("2. The board is elected", False),
        ("Election of the board", False),
        ("2. El", False),
    ],
)
def test_an_item_is_repeated_with_all_its_words_or_its_number_and_their_beginning(line: str, repeats: bool) -> None:
    agenda = Agenda()
    agenda.add("2. Election of the board")
    assert agenda.repeats(line) is repeats


def test_nothing_is_repeated_before_it_is_listed() -> None:
    assert not Agenda().repeats("2. Election of the board")
