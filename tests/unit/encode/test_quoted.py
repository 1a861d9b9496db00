"""Quoted motions, amendments and resolutions: which of them they are is said before, not always directly."""

import re

import pytest

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import Facts
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load

HEAD = "SESSION OF MAY 4, 1880\n\nVIK: The harbour is shut.\n\n"
MOTION = "“That the crane be mended before Easter.”"


def quotes(text: str) -> list[tuple[str, str, int]]:
    """Return type, first words and number of items of each quotation."""
    xml = "".join(piece for piece, _ in Document(from_string(HEAD + text), load("minutes-en"), Facts()).pieces())
    found = re.findall(r'<quote [^>]*type="(\w+)"[^>]*>(.*?)</quote>', xml, re.DOTALL)
    return [(kind, re.sub("<[^>]+>", "", inner).strip(), inner.count("<item")) for kind, inner in found]


@pytest.mark.parametrize(
    ("between", "kind"),
    [
        ("The following motions are put to a vote:", "motion"),
        ("The following amendments are proposed:", "amendment"),
        ("The following motions are put to a vote:\n\n(Noise.)", "motion"),
        ("The following motions are put to a vote:\n\nMr. Holm takes the chair.", "motion"),
        ("The following amendments are proposed:\n\nThe secretary reads them.\n\n(Laughter.)", "amendment"),
        ("The secretary reads the paper.", "resolution"),
        ("The following motions are put to a vote:\n\nHOLM: Read them.", "resolution"),
        ("The following motions are put to a vote:\n\nFor – 3\nAgainst – 5", "resolution"),
        ("The following motions are put to a vote:\n\nThe first motion is lost.", "resolution"),
        ("The following motions are put to a vote:\n\nARTICLE 2", "resolution"),
    ],
)
def test_the_announcing_line_need_not_stand_directly_before(between: str, kind: str) -> None:
    assert quotes(f"{between}\n\n{MOTION}\n\nHOLM: No.\n") == [(kind, MOTION, 0)]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("HOLM: I have these amendments to the draft:", 2),
        ("MARY HOLM: Moves the following amendments:", 2),
        ("HOLM: I am against it.\n\nFor these reasons I move the following amendments to clause 3:", 2),
        ("The following amendments are proposed:", 2),
        ("HOLM: I have these things to say:", 0),
        ("HOLM: The amendments are bad. I say so for two reasons:", 0),
    ],
)
def test_a_list_of_amendments_is_quoted(line: str, count: int) -> None:
    found = quotes(f"{line}\n\n1) Strike out the word harbour.\n\n2) After pier add crane.\n\nVIK: No.\n")
    assert [(kind, items) for kind, _, items in found] == ([("amendment", count)] if count else [])


def test_amendments_in_a_speech_stay_in_the_speech() -> None:
    text = (
        HEAD
        + "HOLM: I have these amendments:\n\n1) Strike it out:\n\na) all\n\nb) or half\n\n2) Add it.\n\nThat is all.\n"
    )
    xml = "".join(piece for piece, _ in Document(from_string(text), load("minutes-en"), Facts()).pieces())
    speech = re.search(r'<sp who="#holm".*?</sp>', xml, re.DOTALL)
    assert speech is not None
    assert re.sub(r"[^<>]*(<[^>]+>)[^<]*", r"\1", re.sub(r"(<\w+)[^>]*>", r"\1>", speech[0])) == (
        "<sp><speaker></speaker><p></p><quote><list><label></label><item><list><label></label><item></item>"
        "<label></label><item></item></list></item><label></label><item></item></list></quote><p></p></sp>"
    )
    assert 'type="amendment" source="#sp.2"' in speech[0]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Comrade Vik moves the following resolution:", "sp.1"),
        ("The speaker proposes the following resolution:", "sp.1"),
        ("HOLM: No.\n\nThe motion of comrade Vik:", "sp.1"),
        ("HOLM: No.\n\nComrade Vik moves the following resolution:", ""),  # what he said before was something else
        ("HOLM: No.\n\nThe discussion is closed.\n\nThe following motions are put to a vote:", ""),
        ("The motion of comrade Vik:\n\nThe discussion is closed.", ""),
    ],
)
def test_a_quotation_comes_from_the_speech_whose_proposal_is_told(line: str, source: str) -> None:
    text = f"{HEAD}{line}\n\n{MOTION}\n"
    xml = "".join(piece for piece, _ in Document(from_string(text), load("minutes-en"), Facts()).pieces())
    found = re.search(r"<quote ([^>]*)>", xml)
    assert found is not None
    assert re.findall('source="#([^"]*)"', found[1]) == ([source] if source else [])
