"""Items: which lines repeat a listed item, and which belong to an agenda."""

import pytest

from tei_encoder.encode.items import Items


@pytest.mark.parametrize(
    ("line", "repeats"),
    [
        ("2. Election of the board", True),
        ("2) ELECTION OF THE BOARD.", True),
        ("2. Election of the board, and of two auditors", True),
        ("3. Election of the board", False),
        ("2. The board is elected", False),
        ("Election of the board", False),
        ("2. El", False),
    ],
)
def test_an_item_is_repeated_with_its_number_and_the_beginning_of_its_words(line: str, repeats: bool) -> None:
    items = Items()
    items.add("2. Election of the board")
    assert items.repeats(line) is repeats


def test_nothing_is_repeated_before_it_is_listed() -> None:
    assert not Items().repeats("2. Election of the board")
