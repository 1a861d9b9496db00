"""Languages guessed from small words."""

import pytest

from tei_encoder.rules.languages import guess_language


@pytest.mark.parametrize(
    "text, code",
    [
        ("The crane on the quay is broken, and it was not mended by the men who have the keys.", "en"),
        ("Der Kran auf dem Kai ist nicht von den Leuten mit dem Schlüssel und das wird sich zeigen.", "de"),
        ("De kraan op het plein is door den smid van de stad niet gemaakt, dat heeft een man gezien.", "nl"),
        ("La gruo en la haveno ne estas bona, kaj oni diras ke mi kun li iris al la urbo por tio.", "eo"),
        ("Кран на пристани не работает, и мы с ним это видели, но он за это не платит.", "ru"),
    ],
)
def test_the_language_of_a_text(text: str, code: str) -> None:
    guess = guess_language(text)
    assert guess.code == code
    assert guess.name in guess.evidence


@pytest.mark.parametrize("text", ["Zlgu brmf tklo pqwe zxcv", "1 2 3", "甲：乙丙丁。"])
def test_what_is_not_clear_is_not_guessed(text: str) -> None:
    assert guess_language(text).code == ""


def test_scripts_are_told() -> None:
    assert guess_language("Кран на пристани не работает").scripts == ("Cyrillic",)
    assert guess_language("The crane, и кран").scripts == ()
