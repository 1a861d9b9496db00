"""Labels that a text shows itself: learnt from what they open, refused for a reason."""

from pathlib import Path

import pytest
from tiny import profile

from tei_encoder.encode.hits import Hits
from tei_encoder.encode.learning import learn
from tei_encoder.encode.learnt import Learnt, key_of
from tei_encoder.encode.survey import survey
from tei_encoder.model.source import Source
from tei_encoder.readers.text import from_string
from tei_encoder.rules.checked import checked
from tei_encoder.rules.content import find_profile
from tei_encoder.rules.load import load
from tei_encoder.rules.loose_ends import loose_ends
from tei_encoder.rules.rule import Profile

RULES = """
[[division]]
id = "persons"
why = "The list of persons."
pattern = '^Personages$'
level = 1
attrs = { type = "cast" }
yes = ["Personages"]

[[division]]
id = "part"
why = "A part."
pattern = '^Part \\d$'
level = 1
yes = ["Part 2"]

[[block]]
id = "label"
why = "What could be a label."
pattern = '^(?P<speaker>(?:[A-Z][A-Za-z]*|\\d\\.)(?: [A-Za-z]+){0,3}(?: \\([a-z ]+\\))?[.:] ?)'
element = "sp"
learnt = true
yes = ["Tove. Come."]
"""

PLAY = """Tove. The ice is gone.
Aksel. Then we sail.
Tove (at the window). Not yet.
Aksel. When?
Tove. Ask the wind. Nonsense. It was a joke.
Nonsense. She never jokes.
Aksel. Never is long.
"""


def learnt_of(source: Source, ready: Profile) -> Learnt:
    """Learn the labels of a source, and see that what is remembered of each line is what the rules say of it."""
    asked: list[bytes] = []

    def matching(text: bytes) -> list[int]:
        asked.append(text)
        return ready.block_set.matching(text)

    hits = Hits(matching)
    found = learn(source, ready, hits)
    lines, begin = asked[:], 0
    for data in lines:
        begin = source.text().index(data.decode(), begin)
        assert hits.of(begin, data.decode()) == ready.block_set.matching(data)
        begin += len(data.decode())
    assert asked == lines, "each line is asked about once"
    assert hits.of(0, "another text") == ready.block_set.matching(b"another text")
    return found


def learnt(text: str, head: str = "") -> Learnt:
    """Learn the labels of a text."""
    return learnt_of(from_string(text), profile(RULES, head))


def test_who_opens_many_blocks_is_a_speaker_and_a_word_that_opens_one_is_not() -> None:
    found = learnt(PLAY)
    assert set(found.known) == {"tove", "aksel"}
    assert found.why("TOVE:") == "Tove: opens 3 blocks, followed by 3 different words"
    assert found.knows("Aksel (softly)") and not found.knows("Nonsense.")


def test_the_survey_takes_only_what_was_learnt() -> None:
    found = survey(from_string(PLAY), profile(RULES))
    assert found.speeches == 6
    assert list(found.rules).count(-1) == 1


def test_two_blocks_are_enough_in_capitals() -> None:
    text = PLAY + "LOTS. Aye.\nLOTS. No.\nGuest. Aye.\nGuest. No.\n"
    assert learnt(text).knows("LOTS.") and not learnt(text).knows("Guest.")


def test_the_same_word_after_it_each_time_makes_a_formula() -> None:
    found = learnt(PLAY + "NOTE. See above.\nNOTE. See below.\nNOTE. See there.\n" * 2)
    assert not found.knows("NOTE.")
    assert found.why("NOTE.") == "NOTE: opens 6 blocks, but followed by 1 different word only"


def test_a_word_that_is_common_in_small_letters_is_no_label() -> None:
    text = PLAY + "Well. He came.\nWell. She left.\nWell. It rains.\n" + "He is well, she is well, all is well.\n" * 2
    assert "stands 6 times in small letters" in learnt(text).why("Well.")


def test_a_name_at_the_beginning_of_a_hard_wrapped_line_is_no_label() -> None:
    words = ("Yes", "No", "Perhaps", "Soon")
    prose = "".join(f"and then everybody asked for\nBjarne. {word} was all he said, and so he\n" for word in words)
    assert "in the middle of sentences" in learnt(PLAY + prose).why("Bjarne.")


def test_the_list_of_persons_is_evidence() -> None:
    cast = "Personages\n\nTove, a pilot.\nAn old watchman.\n\nPart 1\n"
    found = learnt(f"{cast}{PLAY}Old watchman. All is well.\nStranger. All is ill.\n")
    assert found.why("Old watchman") == "Old watchman: opens one block, in the list of persons"
    assert not found.knows("Stranger.")


def test_one_of_a_kind_that_was_learnt_is_a_speaker() -> None:
    found = learnt(PLAY + "FIRST GUEST. Hear!\nFIRST GUEST. More!\nSECOND GUEST. Less!\n")
    assert found.why("SECOND GUEST.") == "SECOND GUEST: opens one block, in capitals, like FIRST GUEST"


def test_the_profile_has_the_last_word() -> None:
    found = learnt(PLAY, '[labels]\nalways = ["Nonsense"]\nnever = ["Aksel"]\n')
    assert found.knows("NONSENSE:") and not found.knows("Aksel.")
    assert "named in the profile" in found.why("Nonsense.")


def test_two_names_in_one_label_are_known_when_both_are() -> None:
    found = learnt(PLAY + "Tove and Aksel. Ahoy!\n", '[people]\njoiners = [" and "]\n')
    assert found.knows("Tove and Aksel.") and not found.knows("Tove and Bjarne.")


def test_where_nobody_speaks_twice_there_are_no_labels() -> None:
    assert not learnt("Tove. The ice is gone.\nAksel. Then we sail.\n").known


def test_what_came_near_is_recorded_with_its_place() -> None:
    text = PLAY + "HARBOUR. A word.\n"
    records = learnt(text).records()
    assert [one["label"] for one in records if one["rule"] == "learnt"] == ["Tove", "Aksel"]
    refused = [one for one in records if one["rule"] == "not-learnt"]
    assert [(one["label"], one["why"]) for one in refused] == [("HARBOUR", "opens one block only")]
    assert text[int(refused[0]["start"]) :].startswith("HARBOUR")


@pytest.mark.parametrize(
    "label", ["HAMLET", "Hamlet.", "H A M L E T", "HAMLET (aside):", "[Hamlet]", "_Hamlet._", "HAMLET, aside."]
)
def test_one_label_however_it_is_printed(label: str) -> None:
    assert key_of(label) == "hamlet"


def test_a_profile_without_such_a_rule_reads_nothing() -> None:
    source = from_string(PLAY)
    object.__setattr__(source, "_open", lambda: pytest.fail("the text was read"))
    assert not learnt_of(source, load("article-en")).known


def test_labels_do_not_depend_on_how_the_text_is_cut_into_parts() -> None:
    text = PLAY * 3
    whole, cut = from_string(text), from_string(text)
    object.__setattr__(cut, "_open", lambda: iter(text.splitlines(keepends=True)))
    ready = profile(RULES)
    assert learnt_of(whole, ready).records() == learnt_of(cut, ready).records()


def test_a_generous_pattern_that_is_learnt_is_in_nobodys_way() -> None:
    """``profile check`` does not say that it takes the examples of the rules behind it."""
    content = checked(find_profile("drama", Path()))
    assert not loose_ends(content, load("drama"))


def test_who_is_said_to_be_present_needs_to_speak_once_only() -> None:
    text = "Present: The Mayor, Councillors Heald and Dunn.\n\nHeald: I ask who paid.\n\nHarbour: closed until May.\n"
    found = learnt_of(from_string(text), load("minutes-en"))
    assert found.knows("Heald") and not found.knows("Harbour")
    assert found.why("Heald") == "Heald: opens one block, in the list of those present"


CALLED = '[people]\ntitles = ["comrade"]\n'


def test_who_is_called_by_a_title_elsewhere_is_a_speaker_though_he_speaks_once() -> None:
    text = f"{PLAY}Bjarne: Gladly.\nTelegram: Nobody came.\nNow comrade Bjarne, not the comrade of the telegram.\n"
    found = learnt(text, CALLED)
    assert found.why("Bjarne:") == "Bjarne: opens one block, named “comrade Bjarne” elsewhere"
    assert not found.knows("Telegram:")


def test_the_cases_of_a_language_do_not_hide_a_name() -> None:
    text = f"{PLAY}Громов. Иду.\nСлово имеет товарищ Громова.\n"
    rules = RULES.replace("[A-Z][A-Za-z]*|", "[A-Z][A-Za-z]*|[А-Я][а-я]+|")
    russian = '[people]\ntitles = ["товарищ"]\n[people.cases]\n"" = ["а", "у"]\n'
    assert learnt_of(from_string(text), profile(rules, russian)).knows("Громов.")
    assert not learnt_of(from_string(text), profile(rules, '[people]\ntitles = ["товарищ"]\n')).knows("Громов.")


COMPANY = "[labels]\ncompany = 8\n"


def crowd(speakers: str) -> str:
    """Return a text in which each of these speaks three times, in labels with a colon."""
    words = ("Yes.", "No.", "Never.")
    return "".join(f"{name}: {word}\n\n" for word in words for name in speakers.split())


def test_a_name_that_opens_one_block_among_many_like_it_is_a_speaker_of_medium_certainty() -> None:
    text = crowd("Tove Aksel Inge") + "Bjarne: I speak once.\n"
    assert not learnt(text).knows("Bjarne:")
    found = learnt(text, COMPANY)
    assert found.why("Bjarne:") == "Bjarne: opens one block, as other labels open 9"
    assert found.doubts("Bjarne:") and not found.doubts("Tove:")


def test_in_little_company_a_name_that_opens_one_block_stays_a_paragraph() -> None:
    assert not learnt(crowd("Tove Aksel") + "Bjarne: I speak once.\n", COMPANY).knows("Bjarne:")


TITLED = """
[[block]]
id = "titled"
why = "A title and a name."
pattern = '^(?P<speaker>Mr\\. [A-Z][a-z]+[.:] ?)'
element = "sp"
yes = ["Mr. Holm. Yes."]
"""


def test_labels_that_need_no_learning_are_company() -> None:
    text = "Mr. Holm: Yes.\n\nMr. Vik: No.\n\nMr. Moe: Never.\n\nMr. Holm: Oh.\n\n" * 2 + "Bjarne: I speak once.\n"
    assert learnt_of(from_string(text), profile(TITLED + RULES, COMPANY)).doubts("Bjarne:")


def test_names_that_open_most_lines_are_each_others_company_if_one_label_is_sure() -> None:
    names = "".join(f"{name}. I am for it.\n\n" for name in ("Tove", "Aksel", "Inge", "Bjarne", "Kari"))
    rules = TITLED + RULES
    found = learnt_of(from_string(f"Mr. Holm. We shall vote.\n\n{names}"), profile(rules, COMPANY))
    assert found.why("Kari.") == "Kari: opens one block, as other labels open 5" and found.doubts("Kari.")
    assert not learnt_of(from_string(f"We shall vote.\n\n{names}"), profile(rules, COMPANY)).knows("Kari.")


@pytest.mark.parametrize(
    ("option", "more"), [('articles = ["the"]', "He opened the Bridge."), ('endings = ["dge"]', "")]
)
def test_a_word_for_a_thing_is_no_label_in_any_company(option: str, more: str) -> None:
    text = crowd("Tove Aksel Inge") + f"Bridge: it is long.\n\n{more}\n"
    assert learnt(text, COMPANY).knows("Bridge:")
    assert not learnt(text, COMPANY + option + "\n").knows("Bridge:")


def test_what_nobody_would_say_is_no_speech_in_company() -> None:
    text = crowd("Tove Aksel Inge") + "Tent: hired at the quay.\n\nBjarne: I hire it.\n"
    found = learnt(text, f'{COMPANY}heard = ["I"]\n')
    assert found.knows("Bjarne:") and not found.knows("Tent:")


def test_names_below_the_word_for_those_present_are_known() -> None:
    rows = """
[[block]]
id = "present"
why = "The word for those present."
pattern = '^Present:$'
element = "label"
inside = "note.attendance"
first = true
yes = ["Present:"]

[[block]]
id = "row"
why = "Names below it."
pattern = '^(?P<row>[A-Z][a-z]+, [A-Z][a-z]+)$'
inside = "note.attendance"
wrap.row = { element = "p" }
in = ["note.attendance"]
first = true
yes = ["Tove, Aksel"]
"""
    text = "Present:\nTove, Aksel\n\nTove: Yes.\n\nAksel: No.\n"
    assert learnt_of(from_string(text), profile(rows + RULES)).why("Tove:").endswith("in the list of those present")


@pytest.mark.parametrize("line", ["Winter. Nobody came.", "Winter: so the winter began."])
def test_a_sentence_of_one_word_and_a_common_word_are_no_labels_in_any_company(line: str) -> None:
    assert not learnt(crowd("Tove Aksel Inge") + line, COMPANY).knows(line.split()[0])


def test_an_abbreviated_title_is_no_label() -> None:
    text = crowd("Tove Aksel") + "Dr. Holm went.\nDr. Vik came.\nDr. Moe stayed.\n"
    assert learnt(text).knows("Dr.")
    assert not learnt(text, '[people]\ntitles = ["dr."]\n').knows("Dr.")


def test_one_of_several_in_the_list_of_persons_is_a_speaker() -> None:
    cast = "Personages\n\nTove, a pilot.\nTwo guards.\n\nPart 1\n"
    found = learnt(f"{cast}{PLAY}First guard. All is well.\nOld stranger. All is ill.\n")
    assert found.why("First guard.") == "First guard: opens one block, one of several in the list of persons"
    assert not found.knows("Old stranger.")


ALONE = RULES.replace("[.:] ?)'", "[.:]?(?: |$))'").replace('yes = ["Tove. Come."]', 'yes = ["Tove. Come.", "Tove"]')


def test_names_in_a_row_are_a_list_and_no_labels_above_speeches() -> None:
    words = ("The ice is gone.", "Not yet.", "Soon.")
    talk = "".join(f"Tove\n{word}\n\nAksel\n{word}\n\n" for word in words)
    said = learnt_of(from_string(talk), profile(ALONE))
    assert said.knows("Tove") and said.stands_above("Tove")
    listed = learnt_of(from_string(PLAY + "\nTove\nAksel\nThey have voted.\n"), profile(ALONE))
    assert listed.knows("Tove.") and not listed.stands_above("Tove") and not listed.stands_above("Aksel")


def test_everybody_begins_with_i_and_that_is_no_formula() -> None:
    found = learnt(PLAY + "Bjarne. I pray he may.\nBjarne. I say no.\nBjarne. I do not know him.\n")
    assert found.knows("Bjarne.")
