"""Names in other cases: joined to the one person whose name they can be, and to nobody else."""

from collections import Counter

from tei_encoder.encode.cases import declined, nominatives
from tei_encoder.encode.names import key_of
from tei_encoder.encode.people import People
from tei_encoder.rules.load import load

WORDS = load("minutes-ru").people


def people(labels: list[str], names: list[str]) -> People:
    return People(WORDS, Counter(labels), Counter(names))


def test_a_form_may_be_another_case_of_a_man_and_of_a_woman() -> None:
    assert {"лунин", "лунина"} <= nominatives("лунину", WORDS.cases)
    assert "лунин" not in nominatives(key_of("Луниной"), WORDS.cases), "only a woman's name ends so"
    assert "вершинскии" in nominatives(key_of("Вершинского"), WORDS.cases)


def test_a_surname_is_declined_by_its_longest_ending() -> None:
    assert declined("Крылов", WORDS.cases) == {"Крылова", "Крылову", "Крыловым", "Крылове"}
    assert "КРЫЛОВОЙ" in declined("КРЫЛОВА", WORDS.cases)
    assert not declined("Ли", WORDS.cases), "too short: everything would be a form of it"


def test_the_person_meant_is_found_where_only_one_can_be() -> None:
    known = people(["ЛУНИН: "], [])
    assert known.find("Лунину") == ("lunin", "medium")
    assert known.find("Луниной") == ("", "")
    both = people(["ЛУНИН: ", "ЛУНИНА: "], [])
    assert both.find("Лунину") == ("", ""), "of two nobody is taken"
    assert both.find("Луниным") == ("lunin", "medium")


def test_a_name_that_stands_only_in_a_sentence_is_no_person_of_its_own() -> None:
    known = people(["ВЕРШИН: "], ["Вершина"])
    assert [person.id for person in known.persons] == ["vershin"]
    assert any("another case" in why for why in known.persons[0].evidence)


def test_a_woman_who_speaks_is_no_case_of_her_brother() -> None:
    assert [person.id for person in people(["ВЕРШИН: ", "ВЕРШИНА: "], []).persons] == ["vershin", "vershina"]


def test_the_old_spelling_is_the_same_name() -> None:
    assert key_of("Рыбниковъ") == key_of("Рыбников")
    assert key_of("Ѳедоровъ") == key_of("Федоров")
    assert people(["Зуевъ. — "], []).find("Зуева") == ("zuev", "medium")
