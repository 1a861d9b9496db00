"""Names taken apart, spellings compared, persons told apart: invented names of many countries."""

import random
import re
import string
from collections import Counter

import pytest
from tiny import body

from tei_encoder.encode.evidence import Bearer
from tei_encoder.encode.identity import identify
from tei_encoder.encode.likeness import likeness
from tei_encoder.encode.names import key_of, parts_of, read_name, shown, split_label
from tei_encoder.encode.spellings import Spelling, given_agree
from tei_encoder.rules.load import load
from tei_encoder.rules.rule import People as Words

WORDS = Words(
    titles=("comrade", "the", "mr.", "mr", "dr."),
    particles=frozenset({"de", "la", "von", "van", "der"}),
    suffixes=frozenset({"jr"}),
    joiners=(" and ", ", "),
)


@pytest.mark.parametrize(
    ("printed", "surname", "given"),
    [
        ("SMITH: ", "SMITH", ()),
        ("Mr. HOLM. ", "HOLM", ()),
        ("Mr. Lee. \u2014", "Lee", ()),
        ("4) Okafor : ", "Okafor", ()),
        ("Comrade Rosa Meyer's", "Meyer", ("rosa",)),
        ("J. P. SMITH", "SMITH", ("j", "p")),
        ("Smith J. P.", "Smith", ("j", "p")),
        ("Smith, John P.", "Smith", ("john", "p")),
        ("Vassili, F. Petrov*", "Petrov", ("vassili", "f")),
        ("SMITH (JOHN P.)", "SMITH", ("john", "p")),
        ("Ko (Ann) Lee-Jones8", "Lee-Jones", ("ko", "ann")),
        ("Yu. M. Orlov", "Orlov", ("yu", "m")),
        ("DE LA CRUZ", "DE LA CRUZ", ()),
        ("Ana de la Cruz", "de la Cruz", ("ana",)),
        ("Dr. John Smith Jr.", "Smith", ("john",)),
        ("Ander sson", "Andersson", ()),
        ("Maria degli Esposti", "Esposti", ("maria", "degli")),
        ("lvanov", "Ivanov", ()),
        ("MlLLER", "MILLER", ()),
        ("WALKER says", "WALKER", ()),
        ("Лебедев И. Н.", "Лебедев", ("и", "н")),
        ("O\u2019Brien", "O'Brien", ()),
    ],
)
def test_a_printed_name_is_taken_apart(printed: str, surname: str, given: tuple[str, ...]) -> None:
    name = read_name(printed, WORDS)
    assert name is not None
    assert (name.surname, name.given) == (surname, given)


@pytest.mark.parametrize("printed", ["", "  ", "J. P.", "12)", "*", "(from the left)"])
def test_what_holds_no_surname_is_no_name(printed: str) -> None:
    assert read_name(printed, WORDS) is None


def test_the_surname_may_come_first() -> None:
    name = read_name("NAGY Imre", Words(surname="first"))
    assert name is not None and (name.surname, name.given) == ("NAGY", ("imre",))


def test_a_place_in_brackets_is_a_mark_and_a_role_is_nothing() -> None:
    leeds, role = read_name("SMITH (Leeds)", WORDS), read_name("SMITH (co-reporter)", WORDS)
    assert leeds is not None and role is not None
    assert (leeds.mark, leeds.given, role.mark, role.printed) == ("Leeds", (), "", "SMITH")


def test_labels_are_parted_into_speakers() -> None:
    assert split_label("3) SMITH (rising): ") == ("SMITH", ("rising",))
    assert split_label("THE CHAIRMAN (rising).\u2014") == ("THE CHAIRMAN", ("rising",))


@pytest.mark.parametrize("label", ["[Smith] ", "(Smith): ", "<Smith> ", "**Smith:** ", "_Smith._ ", "== Smith ==",
                                   "Smith; ", "Smith/ ", "Smith > ", "[10:05] Smith: ", "* Smith: "])  # fmt: skip
def test_what_stands_around_a_label_is_no_part_of_the_name(label: str) -> None:
    assert split_label(label)[0] == "Smith"


def test_a_bracket_without_a_name_in_it_says_how() -> None:
    assert split_label("(continues): ") == ("", ("continues",))
    assert split_label("[SMITH (Leeds)] ") == ("SMITH", ("Leeds",))
    assert parts_of("BERG and LUND", (" and ", ", ")) == ["BERG", "LUND"]
    assert parts_of("BERG, A. B., LUND", (" and ", ", ")) == ["BERG, A. B.", "LUND"]


def test_names_are_compared_without_accents_and_shown_in_small_letters() -> None:
    assert key_of("Ter-Müller") == key_of("TER MULLER") == "termuller"
    assert shown("VON DER BERG-LUND", frozenset({"von", "der"})) == "von der Berg-Lund"
    assert shown("McDonald", frozenset()) == "McDonald"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("v", "p"), ("victor", "pavel"), True),
        (("v",), ("victor", "pavel"), True),
        ((), ("victor",), True),
        (("v", "f"), ("n", "d"), False),
        (("john",), ("jack",), False),
        (("maynard",), ("john", "maynard"), True),
        (("m",), ("john", "maynard"), False),
        (("garcía",), ("josé", "garcía"), True),
    ],
)
def test_first_names_agree_or_not(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert given_agree(one, other) is given_agree(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "kinds", "price"),
    [
        ("walkev", "walkey", {"glyph"}, 0.5),
        ("hornby", "homby", {"glyph"}, 0.5),
        ("sevrtik", "sevruk", {"glyph"}, 0.5),
        ("hansen", "hanson", {"vowel"}, 1.0),
        ("clark", "clarke", {"ending"}, 1.2),
        ("robert", "robertson", {"ending"}, 3.6),
        ("rozov", "rozanov", {"gap"}, 2.4),
        ("berger", "belger", {"letter"}, 1.0),
        ("лебедин", "лебедии", {"glyph"}, 0.5),
    ],
)
def test_differences_are_priced(one: str, other: str, kinds: set[str], price: float) -> None:
    for like in (likeness(one, other), likeness(other, one)):
        assert like is not None
        assert (like.kinds, round(like.price, 2)) == (kinds, price)


def test_words_that_have_little_in_common_are_not_compared() -> None:
    assert likeness("vassiliev", "vassilchenko") is None


def spelling(printed: str, spoken: int = 0, named: int = 0, lists: tuple[int, ...] = ()) -> Spelling:
    name = read_name(printed, WORDS)
    assert name is not None
    return Spelling(name, Counter({printed: spoken + named}), spoken, named, set(lists))


def groups(*spellings: Spelling) -> set[frozenset[str]]:
    bearers, _ = identify(spellings)
    return {frozenset(one.form for one in bearer.spellings) for bearer in bearers}


def test_namesakes_are_told_apart_by_initials() -> None:
    found = groups(spelling("Smith", 4), spelling("A. Smith", 0, 1), spelling("Albert Smith", 0, 1))
    assert found == {frozenset({"Smith", "A. Smith", "Albert Smith"})}
    found = groups(spelling("Smith", 4), spelling("A. Smith", 0, 1), spelling("B. Smith", 0, 1))
    assert found == {frozenset({"Smith"}), frozenset({"A. Smith"}), frozenset({"B. Smith"})}


def test_two_names_of_one_list_are_two_persons() -> None:
    assert len(groups(spelling("Lund", 2), spelling("J. Berg", 0, 1, (0,)), spelling("Jan Berg", 0, 1, (0,)))) == 3
    assert len(groups(spelling("Haverkamp", 0, 5, (0, 1)), spelling("Haverkamq", 0, 1, (0,)))) == 2
    assert len(groups(spelling("Haverkamp", 0, 5, (0, 1)), spelling("Havcrkamp", 0, 1, (2,)))) == 1


ROOM = [spelling(name, 3, 1, (7,)) for name in ("Okafor", "Quist", "Dunne", "Trelawny", "Abioye")]


@pytest.mark.parametrize(
    ("weak", "strong"),
    [
        (spelling("WHITFIELO", 1), spelling("Whitfield", 9)),  # O for D, seen once beside a frequent name
        (spelling("HAVEPKAMP", 1), spelling("Haverkamp", 6, 1, (1,))),  # P for R
        (spelling("SEVRTIK", 1), spelling("Sevruk", 4, 2, (1,))),  # TI for U
        (spelling("LINOGREN", 1), spelling("Lindgren", 0, 1, (1,))),  # both once, but the letters look alike
        (spelling("KAPELUND", 2), spelling("Kopelund", 0, 1, (1,))),  # speaks unlisted, listed and silent
        (spelling("Van Hou ten", 0, 1, (2,)), spelling("Van Houten", 2, 1, (1,))),  # a blank inside the word
    ],
)
def test_misread_names_are_joined(weak: Spelling, strong: Spelling) -> None:
    assert frozenset({weak.form, strong.form}) in groups(weak, strong, *ROOM)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (spelling("Hansen", 40), spelling("Hanson", 1)),  # a vowel
        (spelling("Andersen", 40, 1, (1,)), spelling("Anderson", 1)),
        (spelling("Morris", 40), spelling("Norris", 1)),  # too short for a first letter
        (spelling("Clark", 30), spelling("Clarke", 1)),  # an ending
        (spelling("Ivanov", 30), spelling("Ivanova", 1)),
        (spelling("Robert", 9), spelling("Robertson", 1)),
        (spelling("Rozanov", 1, 1, (1,)), spelling("Rozov", 0, 1, (2,))),
        (spelling("Whitfield", 9), spelling("Whitfielo", 8)),  # both often
        (spelling("Steinberg", 3, 1, (1,)), spelling("Sternberg", 2, 1, (2,))),  # both speak and are listed
        (spelling("A. Whitfield", 9), spelling("B. Whitfielo", 1)),  # initials
        (spelling("Lee", 9), spelling("Lce", 1)),  # too short
    ],
)
def test_look_alikes_are_kept_apart(one: Spelling, other: Spelling) -> None:
    assert frozenset({one.form, other.form}) not in groups(one, other, *ROOM)
    assert len(groups(one, other, *ROOM)) == len(ROOM) + 2


def test_a_form_between_two_candidates_is_joined_to_neither() -> None:
    spellings = [spelling("Haverkamp", 6), spelling("Havelkamp", 6), spelling("HAVETKAMP", 1), *ROOM]
    bearers, refusals = identify(spellings)
    assert len(bearers) == len(spellings)
    assert any(one.form == "HAVETKAMP" and "equally near" in one.why for one in refusals)


def test_every_refusal_of_a_near_pair_says_why() -> None:
    _, refusals = identify([spelling("Rozanov", 3), spelling("Rozov", 0, 1), *ROOM])
    assert [(one.form, one.candidate) for one in refusals] == [("Rozov", "Rozanov")]
    assert "AN missing" in refusals[0].why


def test_half_a_double_name_is_enough_if_nobody_else_bears_it() -> None:
    assert len(groups(spelling("OKHLIN", 2), spelling("P. Novak-Okhlin", 0, 1))) == 1
    assert len(groups(spelling("OKHLIN", 2), spelling("P. Novak-Okhlin", 0, 1), spelling("A-Okhlin", 0, 1))) == 3


def test_the_order_of_the_spellings_does_not_matter() -> None:
    made = ["Haverkamp", "HAVEPKAMP", "Smith", "A. Smith", "B. Smith", "Whitfield", "WHITFIELO", "Lund"]

    def persons(order: list[str]) -> list[list[str]]:
        bearers: list[Bearer] = identify([spelling(name, 1 + name.istitle() * 6) for name in order])[0]
        return sorted(sorted(one.form for one in bearer.spellings) for bearer in bearers)

    wanted = persons(made)
    for seed in range(5):
        random.Random(seed).shuffle(made)
        assert persons(made) == wanted


def test_any_text_at_all_may_stand_where_a_name_should_be() -> None:
    letters = string.printable + "éßИ“’—\u00a0\U0001f600"
    chance = random.Random(7)
    for _ in range(3000):
        text = "".join(chance.choice(letters) for _ in range(chance.randrange(14)))
        name = read_name(text, WORDS)
        assert name is None or name.key


STUDENTS = "Anwesend: Petra Lund, Uwe Krahn, Monika Boje, Jens Ney\n\n"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Petra: Mir nicht.\n\nUwe: Doch.\n\nPetra: Nein.\n\nUwe: Gut.\n", ["lund", "krahn", "lund", "krahn"]),
        ("Petra: Mir nicht.\n\nKrahn: Doch.\n\nPetra: Nein.\n\nKrahn: Gut.\n", ["petra", "krahn", "petra", "krahn"]),
    ],
)
def test_several_who_are_called_by_first_names_are_those_present(text: str, who: list[str]) -> None:
    made = body(f"Protokoll der Sitzung des AStA\n\n{STUDENTS}{text}", load("minutes-de"))
    assert re.findall(r'<sp [^>]*who="#([\w-]+)"', made) == who


def test_of_two_with_the_same_first_name_it_is_neither() -> None:
    text = "Petra: Mir nicht.\n\nUwe: Doch.\n\nPetra: Nein.\n\nUwe: Gut.\n"
    present = STUDENTS.replace("Monika", "Petra")
    made = body(f"Protokoll der Sitzung des AStA\n\n{present}{text}", load("minutes-de"))
    assert 'who="#lund"' not in made and 'who="#boje"' not in made
