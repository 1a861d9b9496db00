"""What a speaker says that others have said: part of the speech; what the minutes tell: a speech of its own."""

import re

from tiny import body

from tei_encoder.encode.voices import minutes_tell, speaks_of_himself
from tei_encoder.rules.load import load

PROFILE = load("minutes-en")
MYSELF = {"i", "we", "my"}


def speeches(text: str) -> list[str]:
    """Return who speaks, with a star where the minutes tell what was said."""
    made = re.findall(r"<sp ([^>]*)>", body(f"SECOND SESSION\n\n{text}", PROFILE))
    return [re.sub(r'.*who="#([\w-]+)".*', r"\1", one) + "*" * ("#reported" in one) for one in made]


def test_a_speaker_who_disagrees_with_another_goes_on_speaking() -> None:
    text = (
        "HOLM: Comrades, let us see.\n\nComrade Dunn says that he stands for it.\n\n"
        "Comrade Dunn said that the party must be small. I do not agree.\n\nDUNN: No.\n\nHOLM: Yes.\n"
    )
    assert speeches(text) == ["holm", "dunn", "holm"]


def test_minutes_that_give_some_speeches_and_tell_others() -> None:
    text = "HOLM: I move that we vote.\n\nComrade Dunn said that it was too early.\n\nDUNN: No.\n\nHOLM: Yes.\n"
    assert speeches(text) == ["holm", "dunn*", "dunn", "holm"]


def test_who_moves_something_is_told_of_in_any_record() -> None:
    cited = "Comrade Dunn said that it was late. I do not agree.\n\n"
    text = f"HOLM: Let us see.\n\n{cited}Comrade Dunn moved that they adjourn.\n\nDUNN: No.\n\nHOLM: Yes.\n"
    assert speeches(text) == ["holm", "dunn*", "dunn", "holm"]


def test_who_has_the_place_behind_the_name_is_told_of_in_any_record() -> None:
    cited = "Comrade Dunn said that it was late. I do not agree.\n\n"
    text = f"HOLM: Let us see.\n\n{cited}Comrade Vik (Norway) said that it was so.\n\nDUNN: No.\n\nHOLM: Yes.\n"
    assert speeches(text) == ["holm", "vik*", "dunn", "holm"]


def test_quotations_say_nothing_of_who_speaks() -> None:
    assert speaks_of_himself("He said that we know", MYSELF)
    assert not speaks_of_himself('He said: "I know", and left', MYSELF)
    assert not speaks_of_himself("He moved: 'I suggest that my motion'", MYSELF)
    assert speaks_of_himself("That is Holm's view, not my own, nor Dunn's", MYSELF)


def test_the_whole_text_says_whether_the_minutes_tell() -> None:
    assert minutes_tell(told=4, cited=0, labels=10)
    assert not minutes_tell(told=2, cited=1, labels=4)
    assert not minutes_tell(told=1, cited=0, labels=40)
