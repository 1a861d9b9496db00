"""Congresses: many who speak once, or are told of; what shows that they are persons, and what does not."""

import re

import pytest
from tiny import body

from tei_encoder.encode.voices import is_row
from tei_encoder.rules.load import load

PROFILE = load("minutes-en")
HEAD = "Thirty-first Session\n\n(Present: 36 delegates with 44 mandates.)\n\n"


def speakers(text: str) -> list[str]:
    """Return who speaks, one entry for each speech; with a star where the minutes tell what was said."""
    made = body(HEAD + text, PROFILE)
    speeches = re.findall(r"<sp ([^>]*)>", made)
    names = (re.search(r'who="#([\w-]+)"', one) for one in speeches)
    return [(name[1] if name else "") + "*" * ("#reported" in one) for name, one in zip(names, speeches, strict=True)]


def test_those_who_say_i_or_we_behind_their_names_speak() -> None:
    text = "Holm: I cannot agree to this.\n\nDunn: We have heard it twice.\n\nThe motion was lost.\n"
    assert speakers(text) == ["holm", "dunn"]


def test_one_name_and_one_sentence_prove_nothing() -> None:
    assert speakers("Holm: I cannot agree to this.\n\nThe motion was lost.\n") == []


def test_names_that_tell_what_was_said_prove_each_other() -> None:
    text = (
        "Holm asked that a vote be taken.\n\nDunn moved that the crane be sold.\n\nVik said that it was too late.\n\n"
        "Obi opposed this and moved that they wait.\n"
    )
    assert speakers(text) == ["holm*", "dunn*", "vik*", "obi*"]


def test_officers_and_everybody_are_no_persons() -> None:
    text = (
        "Holm asked that a vote be taken.\n\nDunn moved that the crane be sold.\n\nVik said that it was too late.\n\n"
        "Everybody agreed that it was.\n\nThe Tellers reported that nobody had voted.\n\nObi asked if it was so.\n"
    )
    assert speakers(text) == ["holm*", "dunn*", "vik*", "obi*"]


def test_candidates_are_listed_and_do_not_speak() -> None:
    labels = "".join(f"{name}: I am against it.\n\n" for name in ("Holm", "Dunn", "Vik", "Obi", "Hay", "Moe", "Lind"))
    assert "nominees" not in speakers(f"{labels}Nominees: Holm, Dunn, Vik.\n")


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("DEL. CLARENCE HOLM: I move that we adjourn.", "holm"),
        ("DEL. HOLM, OF THE RESOLUTION COMMITTEE: We report progress.", "holm"),
        ("Delegate Holm—I rise to a point of order.", "holm"),
        ("The Hon'ble Pandit Arun Holm (Madras: General): Sir, I beg to second it.", "holm"),
        ("WM. LLOYD HOLM.—I feel constrained to say a word.", "holm"),
        ("MR. PHILIP HOLM, M.P.: On a point of order.", "holm"),
        ("Mr. W. R. HOLM, M.P., said he could not vote for it.", "holm*"),
        ("HOLM.--I rise to a point of order.", "holm"),
        ("Mrs. HOLM then addressed the Convention as follows:", "holm"),
        ("THE CHAIRMAN—Comrades, the convention is open.", ""),
        ("GEORGE HOLM, Esq., (Leeds,)—We are told that it is so.", "holm"),
        ("Mr. HOLM, of Ohio—The ballot is the remedy.", "holm"),
        ("DELEGATE HOLM, of New York: I move that we adjourn.", "holm"),
        ("M. HOLM (France) (Translation): The Assembly is without an army.", "holm"),
        ("Voice from the presidium: Long live the port!", ""),
        ("An Honourable Member: What is the point?", ""),
    ],
)
def test_labels_of_congresses(line: str, who: str) -> None:
    assert speakers(f"{line}\n\nIt was so.\n") == [who]


@pytest.mark.parametrize(
    "line",
    [
        "ABSENTEES: Kline, Tarrant, Olsen.",
        "Source: Records of the Port, 1901.",
        "NEUTRAL: The Mayor and Holm.",
        "Minutes.—Mr. Holm proposed it.",
        "President: Holm (Norway). Vice-Presidents: Dunn (England), Vik (Sweden). Secretaries: Obi, Moe.",
        "Present:—\n\nNorth Shore: Messrs. J. C. Holm, M.P., W. Dunn.\nSouth Shore: Senator Vik, Mr. H. Obi.",
        "MAINE.—Rev. Frederick Holm, Rev. John Cotton Dunn; Robert H. Vik.",
        "HEARD:\n\n1. Report of com. Ivanov.\n\nHEARD: 2. Telegram of the Bureau.",
        "Convened: 8:00 p.m.",
        "LIST OF DELEGATES\n\nNigeria: A. Obi, O. Ale.\nKenya: J. Moe.",
    ],
)
def test_lists_and_sources_do_not_speak(line: str) -> None:
    assert speakers(f"{line}\n") == []


def test_the_chairman_who_said_something_is_the_chairman() -> None:
    assert speakers("Mr. J. Hay in the chair.\n\nTHE CHAIRMAN said: I thank you.\n") == ["hay"]


@pytest.mark.parametrize("words", ["(Holm: Not you!)", "[Comrade Holm interrupts: ‘Not you!’]"])
def test_words_in_brackets_with_a_name_are_thrown_in(words: str) -> None:
    text = f"HAY: So it is. {words} I go on.\n\nHOLM: Yes.\n"
    assert re.search(r'<said [^>]*who="#holm"[^>]*>[(\[]', body(HEAD + text, PROFILE))


@pytest.mark.parametrize("words", ["(Engels: Works, vol. 3, p. 5.)", "(Shouts: “Enough!”)"])
def test_a_book_or_shouts_in_brackets_are_nobody(words: str) -> None:
    assert "<said" not in body(f"{HEAD}HAY: So it is. {words} I go on.\n\nHOLM: Yes.\n", PROFILE)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Rev. Frederick Holm, Rev. John Dunn.", True),
        ("Holm, Dunn and Vik; Obi.", True),
        ("Edward Marden (at large), Ida Vance and P. Orme.", True),
        ("Yes, Holm.", False),
        ("Thank you, Mr. Chief Justice.", False),
        ("I do, Comrade Holm, I do.", False),
        ("Comrades, I open the session.", False),
        ("Holm", False),
        ("No, no, no!", False),
    ],
)
def test_a_row_of_names(text: str, row: bool) -> None:
    assert is_row(text) is row


def test_days_of_the_week_head_sittings() -> None:
    made = body("FRIDAY.\n\nHAY: I open it.\n\nTHURSDAY, OCTOBER 5, 1865.\n\nHAY: I close it.\n", PROFILE)
    assert len(re.findall(r'type="session"', made)) == 2


def test_states_vote_and_are_no_persons() -> None:
    text = f"{HEAD}HAY: I ask for the vote.\n\nIn favour: Denmark, Chile, Holm, New Zealand.\n\nHOLM: So be it.\n"
    assert re.findall(r"<(orgName|persName)[^>]*>([^<]*)</", body(text, PROFILE)) == [
        ("orgName", "Denmark"), ("orgName", "Chile"), ("persName", "Holm"), ("orgName", "New Zealand"),
    ]  # fmt: skip


def asked(text: str) -> int:
    """Return how many speeches a German text has whose labels are the words for a question and an answer."""
    return len(re.findall("<speaker>(?:Frage|Antwort): ", body(text, load("minutes-de"))))


def test_questions_and_answers_in_turn_are_speeches() -> None:
    one = "Frage: Wann kommt der Kran?\nAntwort: Im Mai, und mit ihm das Geld.\n"
    two = "Frage: Wer bezahlt ihn?\nAntwort: Die Stadt, so war es beschlossen.\n"
    assert asked(f"Bürgerversammlung in Sundau\n\nDer Saal war gut besetzt.\n\n{one}\n{two}") == 4


def test_a_question_that_nobody_answers_may_be_a_heading() -> None:
    assert asked("Vorstandssitzung in Sundau\n\nFrage: Die Beiträge\n\nDer Kassier berichtet über die Lage.\n") == 0
    asking = "Frage: Wann kommt der Kran?\n\nFrage: Wer bezahlt ihn?\n\nFrage: Und die Lampen?\n"
    assert asked(f"Bürgerversammlung in Sundau\n\nDer Saal war gut besetzt.\n\n{asking}") == 3
