"""Transcripts: what stands before labels, who speaks without a name, who is in the chair, lists and rows."""

from __future__ import annotations

import re

from tiny import body

from tei_encoder.encode.labels import another_chair, read_label
from tei_encoder.encode.names import is_office, read_name, split_label
from tei_encoder.rules.load import load

MINUTES, HOUSE = load("minutes-en"), load("parliament-en")
SPEECHES = "\n\nHAY: I move that the crane be mended.\n\nDUNN: I second it.\n\nHAY: Then let us vote.\n"


def test_a_time_or_the_signs_of_captions_before_a_label_are_no_part_of_the_name() -> None:
    for label in ("[00:00:04] Mayor Quill: ", "(10:05) Mayor Quill:", "10.32 a.m. Mayor Quill:", ">> Mayor Quill: "):
        assert split_label(label)[0] == "Mayor Quill", label


def test_mr_speaker_is_in_the_chair_and_a_speaker_is_nobody_in_particular() -> None:
    assert read_label("MR. SPEAKER: ", MINUTES.people).chair
    assert read_label("SPEAKER: ", MINUTES.people).unidentified
    assert read_label("The SPEAKER. ", HOUSE.people).chair
    assert read_label("UNIDENTIFIED MEMBER: ", HOUSE.people).unidentified


def test_a_name_may_stand_behind_an_office_of_several_words() -> None:
    name = read_name("CITY ATTORNEY KEIR", MINUTES.people)
    assert name is not None and name.surname == "KEIR"
    assert is_office("SECRETARY FOR WAR", MINUTES.people) and is_office("Attorney General", MINUTES.people)


def test_two_deputies_of_the_chair_are_two() -> None:
    assert another_chair("deputy speaker", "assistant speaker") and another_chair("speaker", "deputy speaker")
    assert not another_chair("speaker", "speaker") and not another_chair("chairman", "president")


def test_those_present_go_on_below_the_first_and_their_offices_are_no_persons() -> None:
    rows = "          Mr. Hay\n\n          Mr. Foy, Adviser, Division of Research\n          Mr. Lane, Hull"
    found = body(f"Session of March 3\n\nPRESENT:  Mr. Orrell, Chairman\n{rows}{SPEECHES}", MINUTES)
    assert found.count('type="attendance"') == 1 and found.count("<item>") == 3
    assert "<roleName>Adviser, Division of Research</roleName>" in found
    assert '<placeName cert="medium">Hull</placeName>' in found


def test_the_chairman_may_be_named_on_the_line_below() -> None:
    found = body(f"Session of March 3\n\nChairman:\nMr. Orrell{SPEECHES}\nCHAIRMAN: It is carried.\n", MINUTES)
    assert re.search(r'who="#orrell"[^>]*><speaker>CHAIRMAN: ', found)


def test_a_name_above_another_label_has_said_nothing() -> None:
    found = body(f"Session of March 3\n\nDEPUTY CHAIRMAN\n\nMr. Gerald Orrell{SPEECHES}", MINUTES)
    assert "<speaker>Mr. Gerald Orrell" not in found


def test_offices_and_ballots_in_rows_are_no_speeches_and_no_votes() -> None:
    rows = "ELECTION OF OFFICERS\n\nPresident: Mr. W. Drew (unopposed).\nTreasurer: Miss J. Tate, Hull."
    ballot = "The ballot for two seats resulted as follows:—\n\nMr. Keir ..... 41\nO. Vale ..... 39"
    found = body(f"Session of March 3{SPEECHES}\n{rows}\n\n{ballot}{SPEECHES}", MINUTES)
    assert found.count("<speaker>") == 6 and found.count("<item>") == 4
    assert 'type="vote"' not in found and 'type="chair"' not in found


def test_a_hyphen_in_a_name_is_no_dash_behind_a_label() -> None:
    debate = "MR. SPEAKER: Order.\n\nMR. GRIFFITH-DUNN: I rise.\n\nMR. DUNN—I sit.\n\nMR. DEPUTY-SPEAKER: Order!\n"
    found = body(f"HOUSE OF COMMONS\n\nTuesday 4 May 1948\n\n{debate}", HOUSE)
    assert "<speaker>MR. GRIFFITH-DUNN: </speaker>" in found and "<speaker>MR. DUNN—</speaker>" in found
    assert "<speaker>MR. DEPUTY-SPEAKER: </speaker>" in found


def test_the_votes_of_parties_and_of_two_columns_belong_to_one_vote() -> None:
    parties = "Ayes 21\n\nFree Ferry 20; Lind 1.\n\nNoes 14\n\nMarsh Party 14.\n"
    found = body(f"HOUSE OF COMMONS\n\nTuesday 4 May 1948\n\nMR. SPEAKER: Order.\n\n{parties}", HOUSE)
    assert found.count('type="vote"') == 1 and found.count("<measure") == 2
    columns = "AYES, 2 NOES, 2\n\nMr Keir Mr Tate\nMrs De Vere Mr Lind\n"
    found = body(f"HOUSE OF COMMONS\n\nTuesday 4 May 1948\n\nMR. SPEAKER: Order.\n\n{columns}", HOUSE)
    assert found.count('type="vote"') == 1
    assert re.findall(r"<persName[^>]*>(.*?)</persName>", found) == ["Keir", "Tate", "De Vere", "Lind"]


def test_a_sentence_below_the_first_of_those_present_is_no_name() -> None:
    found = body("Session of March 3\n\nPresent: Councillor Hay, Chairman\n\nMr. Dunn moved the minutes.\n", MINUTES)
    assert "<item>" not in found


def test_a_programme_with_hours_has_no_speeches() -> None:
    rows = "10:15 Dr. Keir: The lamp in the age of oil\n\n11.00 a.m. Professor Vale: Oil in the age of the lamp\n"
    assert "<speaker>" not in body(f"Session of March 3\n\n{rows}", MINUTES)


def test_the_hour_may_stand_behind_a_label_and_initials_without_stops() -> None:
    debate = "Mr First Deputy Speaker 12:33 p.m.\n\nOrder.\n\nMrs J D KILIAN: I rise.\n\nThe CHIEF WHIP: I do, too.\n"
    found = body(f"HOUSE OF COMMONS\n\nTuesday 4 May 1948\n\nHARBOURS BILL\n\n{debate}", HOUSE)
    assert "<speaker>Mr First Deputy Speaker 12:33 p.m.</speaker>" in found and 'ana="#chair"' in found
    assert 'who="#kilian"' in found and "<speaker>The CHIEF WHIP: </speaker>" in found


def test_whoever_speaks_for_the_house_is_not_the_chairman_of_its_committees() -> None:
    debate = "The HOUSE CHAIRPERSON (Ms A Vale): Order.\n\nThe SPEAKER: Order!\n\nThe HOUSE CHAIRPERSON: Order.\n"
    found = body(f"HOUSE OF COMMONS\n\nTuesday 4 May 1948\n\nHARBOURS BILL\n\n{debate}", HOUSE)
    assert found.count('who="#vale"') == 2


def test_a_roll_call_in_rows_is_one_vote() -> None:
    rows = "Chairman Orrell     Yes\nVice Chairman Keir     Yes\nGovernor Vale     No"
    found = body(f"Session of March 3{SPEECHES}\n{rows}\n\nHAY: It is carried.\n", MINUTES)
    assert found.count('type="vote"') == 1 and found.count("<item>") == 3
