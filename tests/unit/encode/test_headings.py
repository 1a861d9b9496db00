"""Headings of meetings, sittings and theses; dots and brackets that only look like something else."""

import re

import pytest

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import Facts
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load

SITTING = "VIK: The harbour is shut.\n\nHOLM: Then open it.\n\n"
MEETING = "GENERAL MEETING OF THE PORT WORKERS' UNION\n\n"


def tei(text: str) -> str:
    xml = "".join(piece for piece, _ in Document(from_string(text), load("minutes-en"), Facts()).pieces())
    return xml.partition("<text>")[2]


def heads(text: str) -> list[tuple[str, str]]:
    """Return type and heading of each division."""
    found = re.findall(r'<div [^>]*type="(\w+)"[^>]*><head>(.*?)</head>', tei(text))
    return [(kind, re.sub("<[^>]+>", "", head)) for kind, head in found]


@pytest.mark.parametrize("first", ["FIRST SITTING", "SESSION OF MAY 4, 1880", "May 4"])
def test_a_heading_over_several_sittings_is_the_title(first: str) -> None:
    text = f"{MEETING}{first}\n\n{SITTING}SECOND SITTING\n\n{SITTING}"
    assert [kind for kind, _ in heads(text)] == ["session", "session"]
    assert "<titlePart>GENERAL MEETING OF THE PORT WORKERS' UNION</titlePart>" in tei(text)


def test_a_heading_with_a_meeting_below_it_is_not_the_title_of_the_next() -> None:
    """Two minutes in one file: the heading of the first is that of a sitting, whatever the second calls its own."""
    one = "Minutes of the Meeting held in the Schoolroom on Thursday, 8th March, 1934\n\n"
    found = heads(f"{one}{SITTING}Agreed that the pump be mended.\n\nFIRST SITTING\n\n{SITTING}")
    assert [kind for kind, _ in found] == ["session", "session"]
    found = heads(f"{one}Mr. Hay in the chair.\n\nFIRST SITTING\n\n{SITTING}")
    assert [head for _, head in found] == ["FIRST SITTING"]


def test_words_between_the_title_and_the_first_sitting_open_the_body() -> None:
    text = f"{MEETING}Present: Vik, Holm.\n\nFIRST SITTING\n\n{SITTING}"
    assert heads(text) == [("session", "FIRST SITTING")]
    assert re.search(r"</front>\s*<body><note type=\"attendance\">", tei(text))


def test_the_title_goes_into_the_header() -> None:
    document = Document(from_string(f"{MEETING}FIRST SITTING\n\n{SITTING}"), load("minutes-en"), Facts())
    assert document.facts.title == "GENERAL MEETING OF THE PORT WORKERS' UNION"


def test_a_meeting_without_further_headings_is_a_sitting() -> None:
    assert heads(MEETING + SITTING) == [("session", "GENERAL MEETING OF THE PORT WORKERS' UNION")]


def test_the_part_of_the_day_is_no_sitting_beside_its_day() -> None:
    text = f"MINUTES OF THE PILOTS\n\nSECOND DAY\n\nWednesday, June 4, 1905\n\nMORNING SESSION\n\n{SITTING}"
    text += f"AFTERNOON SESSION\n\n{SITTING}THIRD DAY.\n\nTHURSDAY, JUNE 5.\n\n{SITTING}"
    assert heads(text) == [("session", "SECOND DAY"), ("session", "AFTERNOON SESSION"), ("session", "THIRD DAY.")]
    assert len(re.findall(r"</dateline>\s*<head>MORNING SESSION</head>", tei(text))) == 1
    assert tei(text).count('when-custom="1905-06-05"') == 1


def test_meetings_in_a_row_are_sittings() -> None:
    text = f"{MEETING}{SITTING}ANNUAL MEETING OF THE PILOTS\n\n{SITTING}"
    assert [kind for kind, _ in heads(text)] == ["session", "session"]


def test_a_day_under_the_heading_of_a_sitting_is_its_date() -> None:
    text = f"SECOND SITTING\n\nFriday, May 4\n\n{SITTING}"
    assert heads(text) == [("session", "SECOND SITTING")]
    assert "<dateline>Friday, <date" in tei(text)


def test_theses_outside_speeches_are_divisions() -> None:
    text = (
        "FIRST SITTING\n\nTHE PORT\n\nThesis I. The port is ours.\n\nIt was built by us.\n\n"
        "Thesis II.\n\nThe crane is ours.\n\nTHE FISH\n\nNothing was said.\n"
    )
    assert heads(text) == [
        ("session", "FIRST SITTING"), ("agendaItem", "THE PORT"), ("thesis", "Thesis I."), ("thesis", "Thesis II."),
        ("agendaItem", "THE FISH"),
    ]  # fmt: skip
    assert "<head>Thesis I.</head> <p>The port is ours.</p>" in tei(text)


def test_theses_in_a_speech_are_labels() -> None:
    text = f"FIRST SITTING\n\n{SITTING}VIK: I have theses.\n\nThesis I. The port is ours.\n\nHOLM: No.\n"
    assert heads(text) == [("session", "FIRST SITTING")]
    assert "<p><label>Thesis I.</label> The port is ours.</p>" in tei(text)


@pytest.mark.parametrize(
    ("words", "gaps"),
    [
        ("We wanted to ... and nobody knows.", 1),
        ("We wanted to . . . and nobody knows.", 1),
        ("We wanted to . . .", 1),
        ("They promise “to build ... etc.” and do nothing.", 0),
        ("They promise “to build . . . etc.” and do nothing.", 0),
        ("They say “build” ... and do nothing.", 1),
        ("Strike out the words “which the port ...", 0),
        ("They say “to build ... etc.” and then ... nothing.", 1),
        ("We waited. . . . Nobody came.", 0),
        ("We waited .... Nobody came.", 0),
    ],
)
def test_dots_in_quotation_marks_are_no_gap(words: str, gaps: int) -> None:
    assert tei(f"FIRST SITTING\n\n{SITTING}VIK: {words}\n").count("<gap ") == gaps


@pytest.mark.parametrize(
    ("line", "stage"),
    [
        ("(Mr. X enters.)", '<stage type="entrance">(Mr. X enters.)</stage>'),
        ("[Mr. A. B. Smith leaves]", '<stage type="exit">[Mr. A. B. Smith leaves]</stage>'),
        ("(Mrs. A. Dahl and the Rev. T. Ellis withdraw from the hall.)",
         '<stage type="exit">(Mrs. A. Dahl and the Rev. T. Ellis withdraw from the hall.)</stage>'),
    ],
)  # fmt: skip
def test_an_initial_ends_no_stage_direction(line: str, stage: str) -> None:
    for text in (f"{SITTING}{line}\n\nVIK: No.\n", f"{SITTING}VIK: I say so. {line} And again.\n"):
        assert re.sub(r"</?persName[^>]*>", "", tei(f"FIRST SITTING\n\n{text}")).count(stage) == 1


@pytest.mark.parametrize("words", ["(he leaves us no choice)", "(It came into force. The port was left alone.)"])
def test_other_brackets_are_no_exit(words: str) -> None:
    assert 'type="exit"' not in tei(f"FIRST SITTING\n\n{SITTING}VIK: The law {words} is bad.\n")
