"""The nouns: sources, annotations, decisions, places."""

import json

import pytest

from tei_encoder.model.annotation import Annotation, Decision, name_of
from tei_encoder.model.errors import EXIT_CODES, InputError
from tei_encoder.model.places import data_folder
from tei_encoder.model.source import cut
from tei_encoder.model.tei import ELEMENT_ONLY, ELEMENTS, READING_AIDS, VOICED
from tei_encoder.readers.text import from_string


@pytest.mark.parametrize(
    "text, size, parts",
    [
        ("", 5, []),
        ("abc", 5, ["abc"]),
        ("ab\ncd\nef", 1, ["ab\n", "cd\n", "ef"]),
        ("ab\ncd\nef", 3, ["ab\n", "cd\n", "ef"]),
        ("ab\ncd\nef", 4, ["ab\ncd\n", "ef"]),
        ("abcdef", 2, ["abcdef"]),
        ("\n\n\n", 1, ["\n", "\n", "\n"]),
        ("ab\n", 3, ["ab\n"]),
    ],
)
def test_a_text_is_cut_at_line_ends(text: str, size: int, parts: list[str]) -> None:
    assert list(cut(text, size)) == parts


def test_a_source_can_be_read_again_and_again() -> None:
    source = from_string("a\nb")
    assert source.text() == source.text() == "".join(source.parts()) == "a\nb"
    assert source.sample() == "a\nb"
    with pytest.raises(AttributeError):
        source.name = "other"  # type: ignore[misc]


def test_a_decision_is_one_line_of_json() -> None:
    speech = Annotation(3, 9, "sp", {"xml:id": "sp.1"})
    decision = Decision("label", "block", 2, 3, 9, [speech, Annotation(3, 5, "speaker")], {"speaker": (3, 5)}, "low")
    line = decision.record()
    assert line.count("\n") == 1
    assert json.loads(line) == {
        "line": 2, "rule": "label", "layer": "block", "start": 3, "end": 9, "made": ["sp#sp.1", "speaker"],
        "groups": {"speaker": [3, 5]}, "cert": "low",
    }  # fmt: skip
    assert name_of(speech) == "sp#sp.1"
    assert json.loads(Decision("", "block", 1, 0, 1, [], {}).record()) == {
        "line": 1, "rule": "", "layer": "block", "start": 0, "end": 1, "made": [],
    }  # fmt: skip


def test_what_is_known_of_tei_agrees_with_itself() -> None:
    assert not VOICED & ELEMENT_ONLY
    assert not READING_AIDS & ELEMENTS, "a rule would hide text of the source"


def test_data_is_found() -> None:
    assert (data_folder("schemas") / "minutes.rng").is_file()
    assert (data_folder("xslt") / "html.xsl").is_file()


def test_errors_have_documented_exit_codes() -> None:
    assert InputError.exit_code in EXIT_CODES
