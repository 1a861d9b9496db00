"""English minutes, debates and hearings: layouts that were once read wrongly, each as a small made-up text."""

import re

import pytest
from tiny import body

from tei_encoder.rules.load import load

MINUTES, REPORTED = load("minutes-en"), load("reported-en")
BEFORE = "Session of March 3\n\nHAY: I move that the crane be mended.\n\nDUNN: I second it.\n\n"


def made(lines: str) -> str:
    """Return what becomes of some lines of minutes behind two speeches, without ids and pointers."""
    whole = body(f"{BEFORE}{lines}\n\nOBI: Let us go on.\n", MINUTES)
    return re.sub(r' (?:xml:id|corresp|ref|who|source)="[^"]*"', "", whole.partition("I second it.</p>")[2])


@pytest.mark.parametrize(
    "line",
    [
        "TO THE CONGRESS, HULL:",
        "TO THE PRESIDENT AND DELEGATES:",
        "DEAR SIR AND BROTHER:",
        "FELLOW WORKERS:",
        "CONVENTION PORT WORKERS, HULL:",
        "Comrades Delegates: the hour has come.",
        "J. D. CANON.",
    ],
)
def test_who_is_addressed_and_who_signs_are_no_speakers_and_no_headings(line: str) -> None:
    found = made(f"The Secretary read the following telegram:\n\n{line}\n\nThe ferrymen of Bergen send greetings.")
    assert f"<p>{line}</p>" in found
    assert found.count("<speaker>") == 1  # the one behind it


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Mr. LANE (Leeds), replying to Mr. HAY, said: I cannot agree.",
         "Mr. LANE (Leeds), replying to Mr. HAY, said: "),
        ("The PRESIDENT, who was received with cheers, said: Friends.",
         "The PRESIDENT, who was received with cheers, said: "),
        ("Mr. John Van der Meer: I have come from far.", "Mr. John Van der Meer: "),
        ("DEL. LANE, of 220: I rise to a point of order.", "DEL. LANE, of 220: "),
    ],
)  # fmt: skip
def test_who_speaks_is_seen(line: str, label: str) -> None:
    speakers = re.findall(r"<speaker>(.*?)</speaker>", made(line))
    assert label in [re.sub("<[^>]*>", "", speaker) for speaker in speakers]


def test_one_vote_has_all_its_sides_also_with_one_name_or_nobody() -> None:
    found = made("FOR: Hay, Dunn, and Obi\n\nAGAINST: Lane\n\nABSTAINED: none")
    assert found.count('type="vote"') == 1
    assert re.findall(r"<label>(.*?)</label>", found) == ["FOR: ", "AGAINST: ", "ABSTAINED: "]


def test_a_sentence_that_begins_with_for_and_names_is_no_vote() -> None:
    assert "vote" not in made("For Comrade Hay, Dunn and Obi the matter is settled.")


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("The motion was lost on the casting vote of the Chairman.", "#rejected"),
        ("The address was adopted by a rising vote.", "#carried"),
        ("It was adopted by a unanimous rising vote.", "#carried #unanimous"),
        ("Lost on the casting vote.", "#rejected"),
    ],
)
def test_how_a_vote_was_taken_does_not_hide_its_outcome(line: str, outcome: str) -> None:
    assert f'<note ana="{outcome}" type="decision">{line}</note>' in made(line)


def test_a_decision_with_figures_is_a_vote_too() -> None:
    found = made("RESOLVED: To send a delegate. For – 13, against – 8.")
    assert '<note ana="#carried" type="decision">RESOLVED: To send a delegate.</note>' in found
    assert re.findall(r'quantity="(\d+)" type="(\w+)"', found) == [("13", "for"), ("8", "against")]


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("LANE: I went to the owner. He said to me:", ""),
        ("LANE: My father used to answer:", ""),
        ("LANE: I move the following resolution:", ' type="resolution"'),
    ],
)
def test_an_answer_that_is_quoted_is_no_resolution(before: str, kind: str) -> None:
    assert f"<quote{kind}><p>“The pier is mine" in made(f"{before}\n\n“The pier is mine, and nobody shall have it.”")


@pytest.mark.parametrize("stage", ["(Hear, hear, and cries of “No!”)", "(Cheers, and a voice: “Never!”)", "(“Hear, hear,” and laughter.)"])  # noqa: E501
def test_several_sounds_in_one_bracket_are_one_stage_direction(stage: str) -> None:
    assert f'<stage type="mixed">{stage}</stage>' in made(f"LANE: I asked him. {stage} And again.")


def test_a_heading_that_breaks_off_goes_on_below() -> None:
    for between in ("\n", "\n\n"):
        found = made(f"REPORT OF THE COMMITTEE ON THE{between}CONDITION OF THE LOOMS")
        assert f"<head>REPORT OF THE COMMITTEE ON THE{between}CONDITION OF THE LOOMS</head>" in found


@pytest.mark.parametrize(
    ("line", "notes"),
    [
        ("Mr. Lane in the chair. About 120 present.", ["chair", "attendance"]),
        ("Lane in the Chair. Foy appointed Secretary.", ["chair", "secretaries"]),
        ("Chairman: Comrade Lane. Secretary: Comrade Foy.", ["chair", "secretaries"]),
        ("The session opened at 10:20 a.m. Chairman: Lane.", ["chair"]),
    ],
)
def test_one_line_says_who_is_in_the_chair_and_more(line: str, notes: list[str]) -> None:
    found = body(f"Session of March 3\n\n{line}\n\nHAY: Good evening.\n", MINUTES)
    assert re.findall(r'<note [^>]*type="(\w+)"', found) == notes


def test_those_present_stand_in_a_paragraph_below_the_word() -> None:
    found = body("Session of March 3\n\nPRESENT:\n\nCitizens Hay, Dunn and Lane; Mrs. Ward and Miss Cole.\n\nHAY: No.\n", MINUTES)  # noqa: E501
    assert re.findall(r"<persName[^>]*>(.*?)</persName>", found)[:5] == ["Hay", "Dunn", "Lane", "Ward", "Cole"]


def test_a_councillor_of_the_county_is_no_person_called_councillor() -> None:
    text = "Minutes of the Council held on 3 May 2019\n\nPresent: Cllr J Marsh, County Cllr R Stone.\n\nCllr Marsh said that it was late.\n"  # noqa: E501
    names = re.findall(r"<persName[^>]*>(.*?)</persName>", body(text, REPORTED))
    assert names == ["J Marsh", "R Stone", "Marsh"]


def test_the_day_of_the_next_meeting_is_no_sitting() -> None:
    text = "Minutes of the Council held on 3 May 2019\n\nPresent: Hay, Dunn.\n\n19/01 Finance\n\nThe rent was paid.\n\n19/02 Date of next meeting\n\nTuesday 7th June 2019.\n\nThe meeting closed.\n"  # noqa: E501
    assert body(text, REPORTED).count('type="session"') == 1


def test_members_are_seen_with_place_hour_and_aside() -> None:
    text = "HOUSE OF REPRESENTATIVES\n\nTuesday, May 3, 1850\n\nMr. BAKER, of Iowa. Mr. Chairman, I rise.\n\nMr. WARD, (interrupting.) Will he yield?\n\nMr DUNN (Marra) [2.35]. —I move it.\n\nTHE PRESIDENT. Order.\n\nSome hon. MEMBERS. Oh.\n"  # noqa: E501
    labels = re.findall(r"<speaker>(.*?)</speaker>", body(text, load("parliament-en")))
    assert [re.sub("<[^>]*>", "", one).strip() for one in labels] == [
        "Mr. BAKER, of Iowa.", "Mr. WARD, (interrupting.)", "Mr DUNN (Marra) [2.35]. —", "THE PRESIDENT.",
        "Some hon. MEMBERS.",
    ]  # fmt: skip


def test_questions_and_answers_on_the_line_of_who_asks() -> None:
    text = "By Mr. Holm: Q. Were you there? A. I was.\n\nQ. Who came? A. Two men.\n\nBy Mr. Dunn: Q. When? A. At ten.\n"
    found = body(text, load("interview"))
    assert re.findall(r"<sp ([^>]*)>", found) == [
        'ana="#interviewer" who="#holm" xml:id="sp.1"',
        'ana="#interviewer" cert="medium" who="#holm" xml:id="sp.2"',
        'ana="#interviewer" who="#dunn" xml:id="sp.3"',
    ]  # fmt: skip
    assert re.findall(r"<said [^>]*>(.*?)</said>", found) == ["A. I was.", "A. Two men.", "A. At ten."]


def test_what_stands_under_a_heading_with_its_day_alone_is_not_signed() -> None:
    text = "Minutes of the Board held on 3 May 2019\n\nHAY: No.\n\n6. NEXT MEETING.\n3 June 1934.\n\nW. HAY, Mayor.\n"
    assert "<signed>" not in body(text, MINUTES)  # TEI wants something that is signed


def test_a_motion_with_mover_and_seconder_in_brackets_is_nobody_who_speaks() -> None:
    assert "<speaker>MOTION" not in made("MOTION (Lane/Foy): To mend the crane.")


@pytest.mark.parametrize("line", ["Gentlemen: I return the bill.", "COMRADES: The hour has come."])
def test_a_salutation_opens_no_speech(line: str) -> None:
    assert f"<p>{line}</p>" in made(f"TO THE COUNCIL:\n\n{line}")


def test_what_somebody_lays_before_a_council_is_no_decision_yet() -> None:
    found = made("RESOLUTIONS\n\nBy Alderman Lane:\n\nResolved, That the crane be sold.\n\nReferred.")
    assert '<quote type="resolution"><p>Resolved, That' in found


def test_numbered_paragraphs_of_a_summary_record_are_speeches() -> None:
    found = made("1. Mr. VELASCO (Peru) said that he had waited.\n\n2. The CHAIRMAN invited the Committee to go on.")
    assert found.count('ana="#reported"') == 1 and found.count('ana="#chair #reported"') == 1


def test_minutes_of_evidence_with_the_asker_between_round_brackets() -> None:
    text = "EVIDENCE TAKEN BEFORE\nTHE COMMISSION\n\nPRESENT:\n\nThe Right Hon. the Earl of Holm, Chairman.\nMr. C. L. Hare, Secretary.\n\nCaptain James Rook, called in and examined.\n\n1. (Professor Osborne.) You are master of the Nancy?—I am.\n\n2. How long?—Ten years.\n"  # noqa: E501
    found = body(text, load("interview"))
    assert re.findall(r'<sp ([^>]*) xml:id', found) == ['who="#osborne"', 'ana="#unidentified #interviewer"']
    assert found.count("<item>") == 2 and 'who="#rook">—I am.</said>' in found


def test_officers_that_are_elected_stand_below_their_office() -> None:
    found = made(
        "The officers were elected as follows:\n\nPresident.\nMrs. Frances Holm, of Norway.\n\n"
        "Secretaries.\nMartha Lind, J. W. Foss."
    )
    assert re.findall(r"<label>(.*?)</label>", found) == ["President.", "Secretaries."]
    assert re.findall(r"<persName[^>]*>(.*?)</persName>", found) == ["Frances Holm", "Martha Lind", "J. W. Foss"]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("LANE (Leeds), rapporteur of the majority: I thank you.", "LANE (Leeds), rapporteur of the majority: "),
        ("A NORWEGIAN DELEGATE: You are afraid!", "A NORWEGIAN DELEGATE: "),
    ],
)
def test_in_what_capacity_somebody_speaks(line: str, speaker: str) -> None:
    whole = body(f"{BEFORE}{line}\n\nHAY: No.\n", MINUTES)
    labels = re.findall(r"<sp ([^>]*)><speaker>(.*?)</speaker>", whole)
    about = next(about for about, label in labels if re.sub("<[^>]*>", "", label) == speaker)
    assert ("#unidentified" in about) == speaker.startswith("A ")


@pytest.mark.parametrize(
    ("line", "label"),
    [("Chair—The Secretary will answer.", "Chair—"), ("Mr. Lane—Then I withdraw it.", "Mr. Lane—")],
)
def test_a_dash_closes_labels(line: str, label: str) -> None:
    assert f"<speaker>{label}</speaker>" in made(line)


def test_who_signs_in_capitals_with_an_initial_heads_nothing() -> None:
    text = "Minutes of the Branch held on 3 May 1866\n\nHolm presided.\n\nThe Council adjourned.\n\nH. HOLM, Chairman\n"
    assert "<head>H. HOLM" not in body(text, REPORTED)


def test_an_outcome_stands_behind_a_quoted_motion() -> None:
    found = made("LANE: I move: “That the Secretary write to the watchmakers.” Carried unanimously.")
    assert '<note ana="#carried #unanimous" type="decision">Carried unanimously.</note>' in found
