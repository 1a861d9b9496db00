"""Parla-CLARIN, made from the model by one stylesheet: valid for an outside judge, and not a character changed."""

import re
from collections import Counter
from pathlib import Path

import pytest
from judges import foreign_schema, jing
from lxml import etree
from random_documents import inventor

from tei_encoder.app.corpus import encode_file
from tei_encoder.check.schemas import own
from tei_encoder.check.validate import validate
from tei_encoder.deliver.stylesheets import load_stylesheet
from tei_encoder.deliver.transform import transform
from tei_encoder.encode.proof import Diplomatic, prove
from tei_encoder.readers import read

ROOT = Path(__file__).resolve().parents[3]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
INVENTED = 200
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

#: What is done to a valid file, and must make jing refuse it.
BROKEN = [
    (r"<u( [^>]*)?>", r"<u\1><u/>"),  # no u in u
    (r"<u( [^>]*)?>", r"<u\1><p/>"),  # no p in u
    (r"<kinesic (.*?)</kinesic>", r"<kinesics \1</kinesics>"),
    (r'<note type="speaker"', '<note type="speaker" speech="x"'),
    (r"<titleStmt>.*?</titleStmt>", ""),
]


def text_of(path: Path) -> str:
    return "".join(Diplomatic(path).pieces())


@pytest.fixture(scope="module")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the five seeds in the dialect, as ``encode --dialect`` writes them: stem → file."""
    folder = tmp_path_factory.mktemp("parla-clarin")
    found = {}
    for seed in SEEDS:
        found[seed.stem] = folder / f"{seed.stem}.xml"
        told = encode_file(seed, found[seed.stem], dialect="parla-clarin")
        assert told.valid in (True, None)
    return found


def test_the_seeds_are_valid_and_equal_their_sources(java: str, encoded: dict[str, Path]) -> None:
    assert jing(java, foreign_schema("parla-clarin"), *encoded.values()) == []
    for seed in SEEDS:
        assert prove(encoded[seed.stem], read(seed)) == len(seed.read_text("utf-8"))


def test_broken_twins_are_refused(java: str, encoded: dict[str, Path], tmp_path: Path) -> None:
    files = []
    for number, (pattern, instead) in enumerate(BROKEN):
        text = next(one for path in encoded.values() if re.search(pattern, one := path.read_text("utf-8"), re.DOTALL))
        files.append(tmp_path / f"{number}.xml")
        files[-1].write_text(re.sub(pattern, instead, text, count=1, flags=re.DOTALL), "utf-8")
    said = jing(java, foreign_schema("parla-clarin"), *files)
    assert [file for file in files if not any(str(file) in line for line in said)] == []


def test_libxml2_agrees_by_the_simplified_schema(encoded: dict[str, Path]) -> None:
    schema = str(foreign_schema("parla-clarin.simplified"))
    for path in encoded.values():
        assert validate(path, schema) == []


def test_speeches_labels_and_what_happens_are_those_of_the_model(encoded: dict[str, Path], tmp_path: Path) -> None:
    for seed in SEEDS:
        model = tmp_path / f"{seed.stem}.xml"
        encode_file(seed, model)
        one, other = model.read_text("utf-8"), encoded[seed.stem].read_text("utf-8")
        for ours, theirs in [
            (r"<sp[ >]", r"<u[ >]"), (r"<speaker[ >]", r'<note type="speaker"'),
            (r"<(?:stage|said)[ >]", r'<(?:kinesic|vocal|incident)[ >]|<note type="(?:stage|said)"'),
            (r'<note type="vote"', r'<note type="vote"'), (r"<gap ", r"<gap "),
        ]:  # fmt: skip
            assert len(re.findall(ours, one)) == len(re.findall(theirs, other)), (seed.stem, ours)
        ids = [set(re.findall(r'<(?:sp|u|note|gap|div)\b[^>]* xml:id="([^"]+)"', text)) for text in (one, other)]
        assert ids[0] == ids[1]


def test_the_header_says_what_sat_and_counts_what_is_in_the_text(encoded: dict[str, Path]) -> None:
    for path in encoded.values():
        root = etree.parse(str(path)).getroot()
        counted = {one.get("gi"): int(one.get("occurs")) for one in root.iter(f"{TEI}tagUsage")}
        text = root.find(f"{TEI}text")
        assert counted == Counter(etree.QName(one).localname for one in text.iter(f"{TEI}*"))
        meetings = [one for one in root.iter(f"{TEI}meeting") if one.getparent().tag == f"{TEI}titleStmt"]
        kinds = Counter(one.get("ana") for one in meetings)
        sittings = [div for div in text.iter(f"{TEI}div") if div.get("type") == "session"]
        assert kinds["#parla.sitting"] == len(sittings)
        ids = [one.get(XML_ID) for one in root.iter() if one.get(XML_ID)]
        assert len(ids) == len(set(ids))
        for one in meetings:
            assert {one.get("ana"), *one.get("corresp", "").split()} <= {f"#{name}" for name in ids}
    root = etree.parse(str(encoded["001_87887ad7eafea529"])).getroot()
    told = [one.text for one in root.iter(f"{TEI}meeting") if one.get("ana") == "#parla.sitting"]
    assert told[:2] == ["SESSION OF MARCH 29, 1917", "SESSION OF MARCH 30"] and len(told) == 8


def test_whatever_the_model_allows_is_valid_and_keeps_its_text(java: str, tmp_path: Path) -> None:
    sheet = load_stylesheet("parla-clarin")
    files = []
    for number in range(INVENTED):
        model, file = tmp_path / f"model-{number}.xml", tmp_path / f"{number}.xml"
        model.write_text(inventor(own("minutes.rng")).document(number), "utf-8")
        file.write_bytes(transform(model, sheet))
        assert text_of(file) == text_of(model)
        files.append(file)
    assert jing(java, foreign_schema("parla-clarin"), *files) == []


def test_the_samples_of_all_profiles_are_valid_and_keep_their_text(java: str, tmp_path: Path) -> None:
    files = []
    for model in sorted((ROOT / "tests" / "golden" / "samples").glob("*.xml")):
        files.append(tmp_path / model.name)
        files[-1].write_bytes(transform(model, "parla-clarin"))
        assert text_of(files[-1]) == text_of(model)
    assert len(files) >= 10
    assert jing(java, foreign_schema("parla-clarin"), *files) == []


def test_without_the_schema_it_is_said_that_validity_is_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tei_encoder.check import schemas

    monkeypatch.setattr(schemas, "folders", list)
    source = tmp_path / "one.txt"
    source.write_text("RIIS: One.\n", "utf-8")
    told = encode_file(source, tmp_path / "one.xml", profile="minutes-en", dialect="parla-clarin")
    assert told.valid is None
    assert [file.name for file in sorted(tmp_path.iterdir())] == ["one.decisions.jsonl", "one.txt", "one.xml"]
