"""jing and libxml2 are written by different people: on spoilt documents they must say the same, and TEI the same as we.

Where they truly differ (docs/validate.md says why), each difference is shown here, so that a new one is noticed.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pytest
from broken_twins import SAMPLE
from grammar import Grammar
from judges import foreign_schema, jing
from lxml import etree
from mutations import Spoiler

from tei_encoder.check.schemas import own

ROOT = Path(__file__).resolve().parents[3]
SPOILT = 300

#: Where the judges differ: a value, an attribute of the sample that it is given to, who refuses it.
DIFFERENCES = [
    ("//", '<relatedItem type="translation" target="…"', "jing"),
    (" #a ", '<relatedItem type="translation" target="…"', "libxml2"),
    ("2026-11-22T24:00:00", '<change when="…"', "jing"),
]

#: The same in whole documents: an address with nothing behind ``//``, blanks around a pointer, midnight as 24:00.
KNOWN = re.compile(r'<namespace name="[^"]*#[^"]*#|="(?://|\s[^"]*|[^"]*\s|[^"]*T24:00:00)"')


def refused_by_jing(java: str, schema: Path, files: Collection[Path]) -> set[Path]:
    said = jing(java, schema, *files)
    return {file for file in files if any(line.startswith(f"{file}:") for line in said)}


def refused_by_libxml2(schema: Path, files: Collection[Path]) -> set[Path]:
    judge = etree.RelaxNG(etree.parse(str(schema)))
    parser = etree.XMLParser(collect_ids=False)  # else libxml2's parser, not its judge, sees an id given twice
    return {file for file in files if not judge.validate(etree.parse(str(file), parser))}


@dataclass
class Spoilt:
    """The spoilt documents, and which of them each judge refuses by our schema."""

    files: list[Path]
    jing: set[Path]
    libxml2: set[Path]


@pytest.fixture(scope="module")
def spoilt(java: str, tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    folder = tmp_path_factory.mktemp("spoilt")
    known = Grammar.read(own("minutes.rng")).attributes
    originals = [*sorted((ROOT / "tests" / "golden").rglob("*.xml")), *[SAMPLE] * 3]
    assert not any(KNOWN.search(file.read_text("utf-8")) for file in originals), "else it would explain everything"
    spoiler = Spoiler(originals, list(known), list({name for each in known.values() for name in each}))
    files = [folder / f"{number:03}.xml" for number in range(SPOILT)]
    for number, file in enumerate(files):
        file.write_bytes(spoiler.document(number))
    schema = own("minutes.rng")
    return Spoilt(files, refused_by_jing(java, schema, files), refused_by_libxml2(schema, files))


def unexplained(one: set[Path], other: set[Path]) -> list[str]:
    """Return the documents on which two judges differ for another reason than those that are known."""
    return sorted(file.name for file in one ^ other if not KNOWN.search(file.read_text("utf-8")))


def test_both_judges_say_the_same_by_our_schema(spoilt: Spoilt) -> None:
    assert unexplained(spoilt.jing, spoilt.libxml2) == []
    assert SPOILT // 4 < len(spoilt.jing) < SPOILT * 3 // 4, "enough of both, else little is tested"


def test_both_say_the_same_by_the_whole_of_tei_and_what_we_take_is_tei(java: str, spoilt: Spoilt) -> None:
    schema = foreign_schema("tei_all")
    by_jing = refused_by_jing(java, schema, spoilt.files)
    assert unexplained(by_jing, refused_by_libxml2(schema, spoilt.files)) == []
    assert by_jing <= spoilt.jing, "our schema takes what is not TEI"
    assert by_jing < spoilt.jing, "and it refuses some TEI"


def test_a_looser_schema_is_noticed(spoilt: Spoilt, tmp_path: Path) -> None:
    """The broken twin of this test: one judge is given a schema in which every attribute may be missing."""
    loose = tmp_path / "loose.rng"
    tree = etree.parse(str(own("minutes.rng")))
    for attribute in list(tree.iter("{http://relaxng.org/ns/structure/1.0}attribute")):
        box = etree.Element("{http://relaxng.org/ns/structure/1.0}optional")
        attribute.getparent().replace(attribute, box)
        box.append(attribute)
    tree.write(str(loose))
    assert unexplained(spoilt.jing, refused_by_libxml2(loose, spoilt.files)) != []


def test_where_the_judges_differ(java: str, tmp_path: Path) -> None:
    """Exactly these differ: when a judge is mended, this fails, and the page about it can be mended, too."""
    schema, files = own("minutes.rng"), {}
    for number, (value, place, who) in enumerate(DIFFERENCES):
        start, _, _ = place.partition("…")
        text, times = re.subn(f'({re.escape(start)})[^"]*', lambda mark, value=value: mark[1] + value,
                              SAMPLE.read_text("utf-8"), count=1)  # fmt: skip
        assert times == 1, place
        files[tmp_path / f"{number}.xml"] = who
        (tmp_path / f"{number}.xml").write_text(text, "utf-8")
    said = {"jing": refused_by_jing(java, schema, files), "libxml2": refused_by_libxml2(schema, files)}
    assert said == {who: {file for file, one in files.items() if one == who} for who in said}
