"""Names of lists that lost a comma or were cut by a blank: made-up lists of many countries."""

import re
from collections import Counter

import pytest
from tiny import body, document

from tei_encoder.encode.facts import KnownPerson
from tei_encoder.encode.list_names import ListNames, cut_off
from tei_encoder.encode.people import People
from tei_encoder.rules.load import load
from tei_encoder.rules.rule import People as Words

WORDS = Words(titles=("mr.",), joiners=(" and ",), forenames=frozenset({"thomas"}))


def people(labels: str, names: str, known: tuple[KnownPerson, ...] = ()) -> People:
    """Make the people of labels and of one list, each separated by semicolons."""
    listed = names.split(";")
    return People(WORDS, Counter(f"{one}: " for one in labels.split(";")), Counter(listed), lists=[listed], known=known)


def forms(found: People) -> set[str]:
    return {form for person in found.persons for form, _ in person.forms}


def test_a_comma_is_lost_where_the_first_is_somebody_elsewhere() -> None:
    found = people("OKAFOR;LUND", "Okafor Quist;Berg;Dunne")
    two = found.parted("Okafor Quist")
    assert two is not None and (two.end, two.start, two.cert) == (6, 7, "low")
    assert {person.id for person in found.persons} == {"okafor", "quist", "berg", "dunne", "lund"}
    assert all("“Okafor Quist” is read as two names" in one.evidence[0] for one in found.persons if one.id == "quist")


def test_it_is_surer_where_both_are() -> None:
    two = people("OKAFOR;QUIST", "Okafor Quist;Berg;Dunne").parted("Okafor\u00a0Quist")
    assert two is not None and two.cert == "medium"
    assert "“Okafor” and “Quist” stand by themselves elsewhere" in two.why


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        ("LUND;BERG", "Okafor Quist;Berg;Dunne"),  # nobody knows Okafor
        ("OKAFOR;QUIST", "Okafor Quist;Maria Berg;Jan Dunne"),  # a list of first names and surnames
        ("OKAFOR;QUIST", "Okafor Quist;Okafor;Dunne"),  # he is in the list by himself
        ("OKAFOR;QUIST", "Okafor Quist;Dunne;A. Quist"),
        ("THOMAS;QUIST", "Thomas Quist;Berg;Dunne"),  # the profile knows a first name
        ("OKAFOR;QUIST", "O. Quist;Berg;Dunne"),
        ("OKAFOR;QUIST", "Okafor Quist;Okafor Lund;Okafor Berg"),  # the text knows a first name
    ],
)
def test_a_name_stays_one_without_evidence(labels: str, names: str) -> None:
    text = names.split(";")[0]
    found = people(labels, names)
    assert found.parted(text) is None
    assert text in forms(found)


def test_the_sidecar_settles_it() -> None:
    both = people("LUND", "Okafor Quist;Maria Berg", (KnownPerson("Okafor"), KnownPerson("Quist")))
    two = both.parted("Okafor Quist")
    assert two is not None and two.cert == "high"
    one = people("OKAFOR", "Okafor Quist;Berg;Dunne", (KnownPerson("Okafor Quist"),))
    assert one.parted("Okafor Quist") is None
    assert one.find("Okafor Quist")[1] == ""


def test_a_name_that_may_be_two_is_of_low_certainty_everywhere() -> None:
    found = people("OKAFOR;LUND", "Okafor Quist;Maria Berg;Jan Dunne")
    assert found.find("Okafor Quist") == ("quist", "low")
    assert found.find("Maria Berg") == ("berg", "")
    assert people("OKAFOR QUIST;OKAFOR", "Berg;Dunne").find("Okafor Quist")[1] == ""  # a label names one person


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Haver kamp, Lund", "Haver kamp"), ("Haver kamp and Lund", "Haver kamp"), ("Haver kamp.", "Haver kamp"),
        ("Haver of Leeds", "Haver"), ("Haver Kamp", "Haver"), ("Haver, kamp", "Haver"), ("Haver", "Haver"),
    ],
)  # fmt: skip
def test_what_a_blank_may_have_cut_off(text: str, until: str) -> None:
    assert text[: cut_off(text, 5)] == until


@pytest.mark.parametrize(
    ("stretch", "keys", "whole", "doubt"),
    [
        ("Haver kamp", ["haverkamp", "lund"], True, False),
        ("Haver karnp", ["haverkamp", "lund"], True, False),  # rn for m
        ("Haver kump", ["haverkamp", "lund"], False, True),  # near, but nothing proves it
        ("Haver chairman", ["haverkamp", "lund"], False, False),
        ("Haver kilp", ["haverkitp", "haverkijp"], False, True),  # two are near
        ("Hay den", ["hayden", "lund"], True, False),
        ("Hay den", ["haydcn", "lund"], False, True),  # too short to be alike
        ("Ab el", ["abel", "lund"], False, True),  # too short
    ],
)
def test_a_cut_name_is_joined_if_the_joined_word_is_a_name(
    stretch: str, keys: list[str], whole: bool, doubt: bool
) -> None:
    short = stretch.split()[0]
    found = ListNames({stretch: 1}, [[stretch]], {stretch: len(short)}, keys)
    assert (found.whole == {stretch}, short in found.doubts) == (whole, doubt)
    assert found.lists == [[stretch if whole else short]]


MINUTES = """First Sitting, May 3, 1911

Present: Okafor Quist, Haver kamp, Berg, Lund, Dunne secretary.

HAVERKAMP: Moves that the fund be closed.

OKAFOR: Against.

LUND: In favour.

QUIST: The motion of Mr. Haver kamp is dead.
"""


def test_the_two_names_and_the_cut_one_are_marked_in_the_list() -> None:
    made = document(MINUTES, load("minutes-en"))
    xml = "".join(piece for piece, _ in made.pieces()).partition("<body>")[2]
    line = re.sub(r' cert="(\w+)"', r"/\1", next(one for one in xml.split("\n") if "attendance" in one))
    assert re.findall(r'<persName/?(\w*) ref="#(\w+)"/?(\w*)>([^<]+)', line) == [
        ("medium", "okafor", "", "Okafor"), ("medium", "quist", "", "Quist"), ("", "haverkamp", "high", "Haver kamp"),
        ("", "berg", "", "Berg"), ("", "lund", "", "Lund"), ("", "dunne", "", "Dunne"),
    ]  # fmt: skip
    assert [one.rule for one in made.decisions() if one.rule == "lost-comma"] == ["lost-comma"]


ROSTER = (
    "The delegates had come by ship.\n\nLIST OF DELEGATES\n\n1) Leeds Nils A. Dunn*\n"
    "2) Hull {row}\n3) York A. Vik, Robert Obi\n\n"
    "SESSION OF MAY 3\n\nHAY: No.\n"
)


@pytest.mark.parametrize(
    ("row", "one"),
    [("Nils, F. Holm", True), ("Knut, F. Holm", False), ("Nils, Otto Holm", False)],
)
def test_a_comma_behind_a_first_name_parts_nobody(row: str, one: bool) -> None:
    made = body(ROSTER.format(row=row), load("minutes-en"))
    first = re.search(r'<persName[^>]*ref="#([\w-]+)"[^>]*>(?:Nils|Knut)</persName>,', made)
    assert first is not None and (first[1] == "holm") is one
