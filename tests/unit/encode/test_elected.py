"""Elections: offices and names, each on a line, are one election, and nobody takes the chair or the pen by them."""

import re

import pytest
from tiny import body

from tei_encoder.rules.load import load

GERMAN = (
    "Protokoll der Versammlung des Turnvereins Eichberg\n\nVorsitz: Karl Lund\n\nMüller: Ich beantrage Wahlen.\n\n"
    "{above}\nObmann: Josef Aigner\nSchriftführer: Georg Knapp\n\nDer Vorsitzende: Ich danke.\n"
)


def made_of(text: str, language: str = "de") -> str:
    return body(text, load(f"minutes-{language}"))


@pytest.mark.parametrize(
    "above", ["Gewählt wurden:", "Wahlen:", "Die Neuwahl ergab folgendes Ergebnis:", "TOP 3: Wahl des Vorstandes"]
)
def test_those_elected_neither_preside_nor_keep_the_minutes(above: str) -> None:
    made = made_of(GERMAN.format(above=above))
    assert made.count('type="chair"') == 1 and 'type="secretaries"' not in made
    assert made.count('type="election"') == 1
    assert '<persName ref="#aigner">Josef Aigner</persName>' in made
    assert '<persName ref="#knapp">Georg Knapp</persName>' in made
    assert re.findall(r'<sp [^>]*who="#(\w+)"', made)[-1] == "lund"


def test_those_elected_are_known_when_they_speak() -> None:
    made = made_of(GERMAN.format(above="Gewählt wurden:") + "\nAigner: Die Kasse ist leer.\n\nKasse: Alles war gut.\n")
    assert "<speaker>Aigner: </speaker>" in made and "<speaker>Kasse" not in made


def test_those_proposed_are_not_elected() -> None:
    made = made_of(GERMAN.format(above="Wahlvorschlag der Ortsgruppe:"))
    assert made.count('type="chair"') == 1
    assert 'type="election"' not in made and 'type="secretaries"' not in made


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Présidence de M. Brun\n\nÉlus :\nPrésident : Ney\nSecrétaire : Ott\n\nM. le maire : Passons.\n"),
        ("ru", "Председатель: т. Лосев\n\nИзбраны:\nПредседатель: Аггеев\nСекретарь: Кнапов\n\nПредседатель: Да.\n"),
    ],
)
def test_the_chair_stays_with_who_presides(language: str, text: str) -> None:
    made = made_of(text, language)
    assert made.count('type="chair"') == 1
    assert re.findall(r'<sp [^>]*who="#(\w+)"', made) in (["brun"], ["losev"])


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Présidence de M. Brun.\n\nM. NEY : Oui.\n\nLe président : Merci.\n"),
     ("de", "Vorsitz: Karl Lund\n\nNEY: Ja.\n\nVorsitzender: Genehmigt.\n"),
     ("ru", "Председатель: т. Лосев\n\nНЕЙ: Да.\n\nПредседатель: Продолжайте.\n")],
)  # fmt: skip
def test_one_word_of_the_chair_is_no_name(language: str, text: str) -> None:
    assert made_of(text, language).count('type="chair"') == 1


def test_names_below_a_blank_line_are_the_same_election_behind_a_colon() -> None:
    head = "SESSION OF MAY 3\n\nHAY: I move an election.\n\n"
    one = made_of(f"{head}A committee is elected:\n\nHay, Dunn, Vik.\n", "en")
    assert one.count('type="election"') == 1 and '<persName ref="#dunn">' in one
    two = made_of(f"{head}The following elected: Obi, Moe.\n\nHay, Dunn, Vik.\n", "en")
    assert two.count('type="election"') == 2
