"""Outlines of made-up minutes of other worlds: who speaks, where a speech ends, votes, decisions, elections.

Beside each text of ``tests/samples/minutes`` stands what an editor wants of it, one line for each element. After a
change of rules ``--accept`` writes the outlines anew; each line that changes is to be read.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.app.corpus import encode_file

SAMPLES = sorted((Path(__file__).resolve().parents[1] / "samples" / "minutes").glob("*.txt"))

#: Elements that hold blocks; what stands in them is told further in.
HOLDING = frozenset(["front", "body", "back", "div", "sp", "quote", "list", "titlePage", "docTitle"])

#: Attributes that are told, and elements within a block.
TOLD = ("type", "who", "ana", "corresp", "ref", "quantity", "cert")
WITHIN = frozenset(["persName", "measure", "note", "stage", "said", "gap"])


def name(one: etree._Element) -> str:
    return etree.QName(one).localname


def words(one: etree._Element) -> str:
    return " ".join("".join(map(str, one.itertext())).split())


def called(one: etree._Element) -> str:
    """Return an element's name, its type, and what its attributes say."""
    attrs = [value if key == "type" else f"{key}={value}" for key in TOLD if (value := one.get(key))]
    return " ".join([name(one), *attrs])


def outline(one: etree._Element, depth: int = 0) -> Iterator[str]:
    """Yield a line for each block in an element: what it is, what stands in it, how it begins."""
    for child in one.iterchildren("{*}*"):
        if name(child) in HOLDING:
            number = child.get("{http://www.w3.org/XML/1998/namespace}id", "")
            yield "  " * depth + called(child) + (f" #{number}" if number else "")
            yield from outline(child, depth + 1)
        else:
            inside = "".join(f" <{called(piece)}>" for piece in child.iterdescendants("{*}*") if name(piece) in WITHIN)
            yield f"{'  ' * depth}{called(child)}{inside} | {words(child)[:60]}"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_minutes_are_outlined_as_an_editor_would(sample: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    tei = tmp_path / "out.xml"
    encode_file(sample, tei, profile="minutes-en")
    text = etree.parse(tei).getroot().find("{*}text")
    assert text is not None
    made = "\n".join(outline(text)) + "\n"
    wanted = sample.with_suffix(".outline")
    if request.config.getoption("--accept"):
        wanted.write_text(made, "utf-8")
    assert made == wanted.read_text("utf-8"), f"see {wanted.name}; --accept writes it anew"


def test_there_are_minutes_of_many_worlds() -> None:
    assert len(SAMPLES) >= 9
