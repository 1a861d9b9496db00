"""Facts of a header, and the records of DataCite and Dublin Core that are made of them."""

import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from datacite import schema45
from jsonschema import ValidationError
from lxml import etree

from tei_encoder.app.corpus import encode_file
from tei_encoder.check.xml import parse_tei
from tei_encoder.deliver.archive.datacite import datacite
from tei_encoder.deliver.archive.description import Description, Printed, completed, describe, missing
from tei_encoder.deliver.archive.dublin_core import dublin_core, elements
from tei_encoder.encode.facts import Facts, Licence, load_facts

ROOT = Path(__file__).resolve().parents[4]

FULL = """
title = "Minutes of the Harbour Board"
subtitle = "First year"
author = ["A. Berg", { name = "B. Holm", certainty = "low", because = "the hand" }]
language = "en"
meeting = "Harbour Board"
organisation = "Port of Sandvik"
date = 1880-02-28
until = 1880-03-02
calendar = "julian"
place = "Sandvik"
setting = "In the custom house"
encoded_by = "C. Lund"
publisher = "City Archive"
identifier = ["https://doi.org/10.1234/board-1880", "urn:nbn:x-1", "SB 12"]
note = "The first page is lost."
[edition]
title = "Records of the Port"
editor = "E. Vik"
volume = "2"
publisher = "Port Press"
year = 1901
pages = "12-40"
[digital]
repository = "Port Archive"
transcriber = "D. Moe"
url = "https://example.org/board"
[licence]
status = "free"
name = "CC0"
url = "https://creativecommons.org/publicdomain/zero/1.0/"
[[person]]
name = "Anna Berg"
variants = ["BERG"]
wikidata = "Q1"
gnd = "3"
"""


@pytest.fixture(scope="module")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], etree._ElementTree]:
    """Encode three lines with a sidecar and return the TEI."""
    folder = tmp_path_factory.mktemp("described")
    made: dict[str, etree._ElementTree] = {}

    def encode(sidecar: str) -> etree._ElementTree:
        if sidecar not in made:
            source = folder / f"board {len(made)}.txt"
            source.write_text("BERG: I open the session.\n", encoding="utf-8")
            source.with_suffix(".toml").write_text(sidecar, encoding="utf-8")
            encode_file(source, source.with_suffix(".xml"), profile="minutes-en", date="2026-11-22")
            made[sidecar] = parse_tei(source.with_suffix(".xml"))
        return made[sidecar]

    return encode


@pytest.fixture
def full(encoded: Callable[[str], etree._ElementTree]) -> Description:
    return describe(encoded(FULL))


@pytest.fixture
def silent(encoded: Callable[[str], etree._ElementTree]) -> Description:
    return describe(encoded(""))


def test_what_the_sidecar_says_is_what_archives_are_told(full: Description) -> None:
    assert (full.title, full.subtitle, full.title_known) == ("Minutes of the Harbour Board", "First year", True)
    assert full.creators == ("A. Berg", "B. Holm")
    assert full.when == "1880-03-11/1880-03-14"
    assert full.when_words == "28 February 1880 to 2 March 1880 (Julian calendar)"
    assert (full.publisher, full.encoders) == ("City Archive", ("C. Lund",))
    assert [kind for kind, _ in full.identifiers] == ["DOI", "URN", "local"]
    assert full.notes == ("The first page is lost.", "B. Holm is named as author because: the hand")
    assert full.printed == (
        Printed("Records of the Port", (), ("E. Vik",), "2", "", "12-40", "Port Press", "", "1901"),
    )
    assert full.persons[0].authorities == (("wikidata", "Q1"), ("gnd", "3"))
    assert (full.encoded, full.published) == ("2026-11-22", "2026-11-22")
    assert (full.profile, len(full.profile_sha256), full.software) == ("minutes-en", 64, "tei-encoder")
    assert not missing(full, "out/board.xml")


def test_every_key_of_a_sidecar_has_its_row_in_the_table() -> None:
    table = "\n".join(re.findall(r"^\| (.*?) \|", (ROOT / "docs" / "archive.md").read_text(encoding="utf-8"), re.M))
    assert not [key for key in Facts._fields if f"`{key}`" not in table]


def test_silence_is_reported_all_at_once_each_with_its_cure(silent: Description) -> None:
    told = [str(one) for one in missing(silent, "out/board.xml", "board.toml")]
    assert [re.findall(r"write (\w+) =", line) for line in told] == [["title"], ["author"], ["publisher"]]
    assert all(line.startswith("out/board.xml: error: FACT-MISSING") and "board.toml" in line for line in told)


def test_what_is_known_to_be_unknown_is_not_missing(encoded: Callable[[str], etree._ElementTree]) -> None:
    told = describe(encoded('unknown = ["title", "author", "publisher"]'))
    assert not missing(told, "x")
    record = datacite(told, "")
    assert record["creators"] == [{"name": "(:unkn)"}] and record["publisher"] == {"name": "(:unkn)"}
    assert [one["title"] for one in record["titles"]] == ["(:unkn)", told.title]


def test_datacite_takes_the_records(full: Description, silent: Description) -> None:
    for told in (full, silent):
        schema45.validator.validate(datacite(told, "2026-11-22"))
    record = datacite(full, "")
    assert record["doi"] == "10.1234/board-1880"
    assert record["relatedItems"][0] | {"publicationYear": "1901", "firstPage": "12"} == record["relatedItems"][0]
    assert {one["valueUri"] for one in record["subjects"] if "valueUri" in one} == {
        "https://www.wikidata.org/entity/Q1",
        "https://d-nb.info/gnd/3",
    }


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: record.pop("creators"),
        lambda record: record.update(publicationYear="26"),
        lambda record: record["types"].update(resourceTypeGeneral="Minutes"),
        lambda record: record["titles"].append({"title": "x", "kind": "y"}),
        lambda record: record["relatedItems"][0].update(relationType="IsMadeFrom"),
    ],
)
def test_the_judge_refuses_what_datacite_does_not_allow(full: Description, spoil: Callable[[Any], object]) -> None:
    twin = copy.deepcopy(datacite(full, "2026-11-22"))
    spoil(twin)
    with pytest.raises(ValidationError):
        schema45.validator.validate(twin)


def test_nothing_is_said_that_is_not_known(silent: Description) -> None:
    record = datacite(silent, "2026-11-22")
    assert record["creators"] == [{"name": "(:unav)"}]
    assert not {"doi", "contributors", "relatedItems", "geoLocations", "subjects"} & set(record)


def test_a_date_in_no_known_calendar_is_words(encoded: Callable[[str], etree._ElementTree]) -> None:
    told = describe(encoded("date = 1917-09-17"))
    assert (told.when, told.when_words) == ("", "17 September 1917")
    assert any("17 September 1917" in one["description"] for one in datacite(told, "2026-11-22")["descriptions"])


def test_what_holds_for_the_whole_package_fills_gaps_and_changes_nothing(
    encoded: Callable[[str], etree._ElementTree],
) -> None:
    common = Facts(publisher="Archive", licence=Licence("free", "CC0", "", "http://a.org/0"), unknown=("author",))
    tree = encoded('title = "Minutes"')
    before = etree.tostring(tree)
    told = describe(completed(tree, common))
    assert (told.publisher, told.rights, told.rights_url) == ("Archive", "CC0", "http://a.org/0")
    assert not missing(told, "x") and etree.tostring(tree) == before
    assert ("publisher", "Archive") in elements(completed(tree, common)), "Dublin Core, too"
    assert describe(completed(encoded(FULL), common)).publisher == "City Archive"


def test_dublin_core_ends_with_a_line_end_and_is_xml(encoded: Callable[[str], etree._ElementTree]) -> None:
    record = dublin_core(encoded(FULL))
    assert record.endswith(b"</oai_dc:dc>\n")
    assert ("identifier", "urn:nbn:x-1") in elements(encoded(FULL))


def test_the_seeds_lack_nothing_but_a_publisher(tmp_path: Path) -> None:
    for sidecar in (ROOT / "seeds").glob("*.toml"):
        facts = load_facts(sidecar)
        assert facts.title and (facts.author or "author" in facts.unknown), sidecar
