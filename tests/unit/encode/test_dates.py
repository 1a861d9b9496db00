"""Dates: what is printed, in whichever calendar, and the attributes it gets."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import document

from tei_encoder.encode.calendars import TwoStyles, gregorian
from tei_encoder.encode.dates import Dates
from tei_encoder.rules.load import load
from tei_encoder.rules.pattern import fold
from tei_encoder.rules.rule import Connectives

NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: number for number, name in enumerate(NAMES, 1)} | {"sept": 9, "märz": 3}
SMALL = Connectives(also=frozenset(["and"]), until=frozenset(["to", "till"]))


def read(text: str, calendar: str = "gregorian", year: int | None = 1880) -> dict[str, str]:
    return Dates(calendar, year, MONTHS, SMALL).read(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MARCH 29, 1880", {"when": "1880-03-29"}),
        ("3 May 1926", {"when": "1926-05-03"}),
        ("Monday, the 3rd of May, 1926", {"when": "1926-05-03"}),
        ("Sept. 4, 1880", {"when": "1880-09-04"}),
        ("4. März 1880", {"when": "1880-03-04"}),
        ("the 5th of July", {"when": "1880-07-05", "cert": "high"}),
        ("March 1880", {"when": "1880-03"}),
        ("1880", {"when": "1880"}),
        ("June", {"when": "1880-06", "cert": "high"}),
        ("June 24-29", {"from": "1880-06-24", "to": "1880-06-29", "cert": "high"}),
        ("20 - 21 April 1881", {"from": "1881-04-20", "to": "1881-04-21"}),
        ("July 3 and 4", {"from": "1880-07-03", "to": "1880-07-04", "cert": "high"}),
        ("July 3, 4 and 5, 1880", {"from": "1880-07-03", "to": "1880-07-05"}),
        ("31 March and 1 April 1880", {"from": "1880-03-31", "to": "1880-04-01"}),
        ("the night of 3/4 July 1880", {"from": "1880-07-03", "to": "1880-07-04"}),
        ("from 28 March to 4 April 1880", {"from": "1880-03-28", "to": "1880-04-04"}),
        ("December 30 - January 2, 1880", {"from": "1879-12-30", "to": "1880-01-02"}),
        ("December 30, 1879 - January 2", {"from": "1879-12-30", "to": "1880-01-02"}),
        ("May-June 1880", {"from": "1880-05", "to": "1880-06"}),
        ("1880-1883", {"from": "1880", "to": "1883"}),
        ("April 25 (afternoon), 1880", {"when": "1880-04-25"}),
        ("February 29, 1880", {"when": "1880-02-29"}),
    ],
)
def test_gregorian_dates(text: str, found: dict[str, str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("APRIL 25 (MAY 7), 1880", "1880-04-25", "1880-05-07"),
        ("May 7 (April 25), 1880", "1880-04-25", "1880-05-07"),
        ("12 (24) March 1880", "1880-03-12", "1880-03-24"),
        ("12/24 March 1880", "1880-03-12", "1880-03-24"),
        ("25 April/7 May 1880", "1880-04-25", "1880-05-07"),
        ("30/11 January 1880", "1879-12-30", "1880-01-11"),
        ("December 22, 1879 (January 3, 1880)", "1879-12-22", "1880-01-03"),
        ("June 3 (14), 1750", "1750-06-03", "1750-06-14"),
        ("March 12 [24], 1880", "1880-03-12", "1880-03-24"),
    ],
)
@pytest.mark.parametrize("calendar", ["", "julian", "gregorian"])
def test_old_and_new_style_say_themselves_which_is_which(text: str, old: str, new: str, calendar: str) -> None:
    assert read(text, calendar) == {"when": new, "when-custom": old, "calendar": "#julian"}


def test_both_styles_of_a_range() -> None:
    found = {"from": "1912-02-19", "to": "1912-02-24", "from-custom": "1912-02-06", "to-custom": "1912-02-11"}
    assert read("FEBRUARY 6-11 (19-24), 1912", "") == {**found, "calendar": "#julian"}


def test_both_styles_of_an_unknown_year() -> None:
    found = {"when": "--05-08", "when-custom": "--04-25", "calendar": "#julian"}
    assert read("April 25 (May 8)", "", None) == found


def test_two_dates_that_contradict_each_other() -> None:
    assert read("April 25 (May 9), 1880") == {"when": "1880-04-25", "cert": "low"}


def test_julian_dates_are_given_in_both_calendars() -> None:
    both = {"when": "1880-04-10", "when-custom": "1880-03-29", "calendar": "#julian"}
    assert read("March 29, 1880", "julian") == both
    assert read("March 1880", "julian") == {"when-custom": "1880-03", "calendar": "#julian"}
    assert read("February 29, 1900", "julian")["when"] == "1900-03-13"


def test_an_unknown_calendar_repeats_what_is_printed() -> None:
    assert read("March 29, 1880", "") == {"when-custom": "1880-03-29"}
    found = {"from-custom": "1880-07-03", "to-custom": "1880-07-05", "cert": "high"}
    assert read("July 3-5", "") == found


def test_a_year_that_nobody_knows() -> None:
    assert read("May 8", year=None) == {"when": "--05-08"}
    assert read("May 8", "julian", None) == {"when-custom": "--05-08", "calendar": "#julian"}
    assert Dates("", 1880, MONTHS, SMALL).read("May 8", inherit=False) == {"when-custom": "--05-08"}


@pytest.mark.parametrize(
    "text",
    ["February 30", "February 29, 1900", "May 0", "May 45", "July 3 and 9", "June 9-3", "June 3-5 and 9", "June 5 6"],
)
def test_days_that_cannot_be(text: str) -> None:
    assert read(text) == {"cert": "low"}


@pytest.mark.parametrize("text", ["", "25", "on the 5th", "nothing", "( ) /", "Article 12345"])
def test_no_date(text: str) -> None:
    assert read(text) == {}


def test_headings_hand_on_their_year_and_sentences_do_not() -> None:
    dates = Dates("gregorian", None, MONTHS, SMALL)
    assert dates.read("MARCH 29, 1881", heading=True) == {"when": "1881-03-29"}
    assert dates.read("April 2", heading=True) == {"when": "1881-04-02", "cert": "high"}
    assert dates.read("January 9, 1805") == {"when": "1805-01-09"}
    assert dates.read("April 3") == {"when": "1881-04-03", "cert": "medium"}
    assert dates.read("April 4", heading=True) == {"when": "1881-04-04", "cert": "high"}
    assert dates.read("April 3") == {"when": "1881-04-03", "cert": "high"}


def test_a_year_known_from_a_sentence_only_is_less_sure() -> None:
    dates = Dates("gregorian", None, MONTHS, SMALL)
    dates.read("January 9, 1805")
    assert dates.read("July 3") == {"when": "1805-07-03", "cert": "medium"}


def test_headings_run_on_over_the_turn_of_the_year() -> None:
    dates = Dates("gregorian", None, MONTHS, SMALL)
    dates.read("December 28, 1880", heading=True)
    assert dates.read("January 3", heading=True) == {"when": "1881-01-03", "cert": "medium"}
    assert dates.read("January 5", heading=True) == {"when": "1881-01-05", "cert": "high"}
    assert dates.read("December 27") == {"when": "1880-12-27", "cert": "medium"}
    assert dates.year == 1881


PIECES = st.sampled_from([*NAMES, *"1 2 3 12 29 30 31 1880 1900 1999 0 ( ) / - , and to of st & ſ é \n ٣ ²".split()])


@settings(derandomize=True, deadline=None, database=None, max_examples=1500)
@given(
    st.lists(PIECES, max_size=9).map(" ".join) | st.text(max_size=30),
    st.sampled_from(["", "julian", "gregorian"]),
    st.sampled_from([None, 1, 1880, 9999]),
    st.booleans(),
)
def test_any_text_gives_iso_dates_or_none(text: str, calendar: str, year: int | None, heading: bool) -> None:
    dates = Dates(calendar, year, MONTHS, SMALL)
    for _ in range(2):
        found = dates.read(text, heading=heading)
        for name, value in found.items():
            if name in ("cert", "calendar"):
                assert value in ("low", "medium", "high", "#julian")
            else:
                assert re.fullmatch(r"(\d{4,5}|-)(-\d\d){0,2}", value) and value != "-"
        if "when-custom" in found and len(found.get("when", "")) == 10:
            assert gregorian(found["when-custom"], "julian") == found["when"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "8. Mai 1917", {"when": "1917-05-08"}),
        ("de", "den 3. und 4. Juli", {"from": "1880-07-03", "to": "1880-07-04", "cert": "high"}),
        ("de", "vom 30. März bis zum 2. April 1880", {"from": "1880-03-30", "to": "1880-04-02"}),
        ("de", "im Jänner 1919", {"when": "1919-01"}),
        ("de", "3.5.1880", {"when": "1880-05-03"}),
        ("de", "31. 12. 1880", {"when": "1880-12-31"}),
        ("de", "3.15.1880", {"cert": "low"}),
        ("fr", "1er mai 1917", {"when": "1917-05-01"}),
        ("fr", "le 8 mai", {"when": "1880-05-08", "cert": "high"}),
        ("fr", "du 30 mars au 2 avril 1880", {"from": "1880-03-30", "to": "1880-04-02"}),
        ("fr", "les 3 et 4 juillet 1880", {"from": "1880-07-03", "to": "1880-07-04"}),
        ("fr", "24 AOÛT 1792", {"when": "1792-08-24"}),
        ("ru", "8 мая 1917 г.", {"when": "1917-05-08"}),
        ("ru", "8-го іюня 1905", {"when": "1905-06-08"}),
        ("ru", "3 и 4 июля 1880", {"from": "1880-07-03", "to": "1880-07-04"}),
        ("ru", "24—29 АПРЕЛЯ 1880 г.", {"from": "1880-04-24", "to": "1880-04-29"}),
        ("ru", "25 апреля (8 мая) 1917", {"when": "1917-05-08", "when-custom": "1917-04-25", "calendar": "#julian"}),
    ],
)
def test_dates_in_other_languages(language: str, text: str, found: dict[str, str]) -> None:
    profile = load(f"common-{language}")
    assert Dates("gregorian", 1880, profile.months, profile.connectives).read(fold(text)) == found


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Meeting of October 10 (23), 1917", "October 10 (23), 1917"),
        ("on November 6 [19], 1917, the", "November 6 [19], 1917"),
        ("held on October 5th, 6th, and 7th, 1853.", "October 5th, 6th, and 7th, 1853"),
        ("On May 4 (12 members present) it", "May 4"),
    ],
)
def test_english_dates_are_found_as_a_whole(text: str, printed: str) -> None:
    rule = next(one for one in load("minutes-en").inline_rules if one.id == "date")
    assert [text[slice(*found.span)] for found in rule.pattern.anywhere(fold(text))] == [printed]


@pytest.mark.parametrize(
    ("parts", "seen"),
    [
        (["On 29 March (11 April) 1880 the ice broke."], True),
        (["The night of 3 December\n(15), 1880"], True),
        (["12/24 May"], True),
        (["On 29 March ", "(11 April) 1880"], True),  # the text is read in pieces
        (["三月二十九日（四月十一日）"], True),
        (["Held at Hull, January 20 to 22, 1908 (see page 3). (For - 12; against - 3.)"], False),
        (["3 men (40 years of age)"], False),
    ],
)
def test_a_text_that_may_print_days_in_both_calendars_is_noticed(parts: list[str], seen: bool) -> None:
    styles = TwoStyles()
    for part in parts:
        styles.add(fold(part))
    assert styles.seen is seen


def test_the_julian_calendar_is_declared_only_where_it_may_be_used() -> None:
    minutes = load("minutes-en")
    assert 'xml:id="julian"' not in document("Held at Hull on May 3, 1908\n\nHAY: No.\n", minutes).head
    assert 'xml:id="julian"' in document("Held on 16 (29) October 1917\n\nHAY: No.\n", minutes).head
