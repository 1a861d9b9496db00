"""What changes in the source changes in the TEI, and nothing else: names, dates, figures, two texts in one."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.app.corpus import encode_file

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

#: Another alphabet for surnames: as many letters, as tall or as deep, and as like each other as before.
LETTERS = str.maketrans("mngpMNGP", "nmpgNMPG")
MONTHS = {"March": "May", "April": "June", "May": "July"}

#: What two texts in one must hold as often as both of them.
COUNTED = {
    "speeches": "//t:sp",
    "labels": "//t:speaker",
    "votes": "//t:text//t:note[@type='vote']",
    "figures": "//t:text//t:measure",
    "votes in the register": "//t:event[@type='vote']",
    "decisions": "//t:note[@type='decision']",
    "elections": "//t:note[@type='election']",
    "sessions": "//t:div[@type='session']",
    "stage directions": "//t:stage",
    "resolutions": "//t:quote[@type='resolution']",
}

Twin = Callable[[str], str]


def seed(number: str) -> Path:
    """Return the file of a seed."""
    return next(SEEDS.glob(f"{number}*.txt"))


def encoded(folder: Path, text: str, sidecar: str = "") -> str:
    """Encode a text (with a sidecar, if there is one) under a name that is always the same; return the TEI."""
    folder.mkdir(parents=True)
    (folder / "minutes.txt").write_text(text, encoding="utf-8", newline="")
    if sidecar:
        (folder / "minutes.toml").write_text(sidecar, encoding="utf-8")
    encode_file(folder / "minutes.txt", folder / "minutes.xml")
    return (folder / "minutes.xml").read_text(encoding="utf-8")


def twins(folder: Path, number: str, change: Twin) -> tuple[str, str]:
    """Encode a seed as it is and with a change in text and sidecar; return both TEI files."""
    text, facts = (seed(number).with_suffix(end).read_text(encoding="utf-8") for end in (".txt", ".toml"))
    assert change(text) != text
    return encoded(folder / "one", text, facts), encoded(folder / "two", change(text), change(facts))


def below(tei: str) -> str:
    """Return what follows the header: the text and the register of votes."""
    return tei[tei.index("<text>") :]


def tree(tei: str) -> etree._Element:
    """Parse a TEI file."""
    return etree.fromstring(tei.encode())


def persons(tei: str) -> dict[str, list[str]]:
    """Return the printed names of each person by the person's id."""
    found = tree(tei).xpath("//t:person", namespaces=TEI)
    return {one.get(XML_ID): sorted(one.xpath("t:persName/text()", namespaces=TEI)) for one in found}


def same(expected: str, found: str) -> None:
    """Fail with the first place where two files differ, and not with all of both."""
    for one, other in zip(expected.split("\n"), found.split("\n"), strict=False):
        if one != other:
            at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
            pytest.fail(f"{one[max(0, at - 80) : at + 80]!r}\n{other[max(0, at - 80) : at + 80]!r}", pytrace=False)
    assert len(expected) == len(found)


def renaming(tei: str) -> Twin:
    """Return what gives the surnames of a TEI file other letters, wherever they stand as a word, in any case.

    A word split in two is that word. Names that were recognised by the shape of their letters (N for RI) keep them.
    """
    people = tree(tei).xpath("//t:person[not(t:note[contains(., 'is read as')])]", namespaces=TEI)
    forms = {word for one in people for form in one.xpath("t:persName/text()", namespaces=TEI) for word in form.split()}
    names = sorted({word.strip("().,").lower() for word in forms if len(word) > 3 and "." not in word}, key=len)
    parts = "|".join(" ?".join(name) for name in reversed(names))
    words = re.compile(rf"(?i)(?<![\w-])(?:{parts})(?![\w-])")
    return lambda text: words.sub(lambda found: found[0].translate(LETTERS), text)


@pytest.mark.parametrize("number, most", [("001", 60), ("003", 1)])
def test_other_names_change_names_and_ids_and_nothing_else(number: str, most: int, tmp_path: Path) -> None:
    text = seed(number).read_text(encoding="utf-8")
    facts = seed(number).with_suffix(".toml").read_text(encoding="utf-8")
    before = encoded(tmp_path / "before", text, facts)
    rename = renaming(before)
    after = encoded(tmp_path / "after", rename(text), rename(facts))
    same(rename(below(before)), below(after))
    old = persons(before)
    new = {rename(id): sorted(map(rename, forms)) for id, forms in old.items()}
    assert persons(after) == new
    assert sum(rename(id) != id for id in old) >= most, "hardly anybody has got another name"


@pytest.mark.parametrize("number", ["001", "003"])
def test_another_year_changes_that_year_and_nothing_else(number: str, tmp_path: Path) -> None:
    before, after = twins(tmp_path, number, lambda text: text.replace("1917", "1913"))
    same(below(before).replace("1917", "1913"), below(after))


def test_other_months_change_the_dates_and_nothing_else(tmp_path: Path) -> None:
    names = re.compile(r"\b(March|April|May|MARCH|APRIL|MAY)(?= \d| ?\(|, \d)")
    figures = re.compile(r"\b(1917)-0([345])(?=\b|-)")

    def change(text: str) -> str:
        text = figures.sub(lambda found: f"{found[1]}-0{int(found[2]) + 2}", text)
        return names.sub(
            lambda found: MONTHS[found[1].capitalize()].upper() if found[1].isupper() else MONTHS[found[1]], text
        )

    before, after = twins(tmp_path, "001", change)
    same(change(below(before)), below(after))
    days = [one.get("when") for one in tree(after).xpath("//t:text//t:head/t:date", namespaces=TEI)]
    assert days[:3] == ["1917-06-11", "1917-06-12", "1917-06-13"], "29, 30 and 31 May of the old calendar"


def test_other_figures_change_measures_and_register_and_nothing_else(tmp_path: Path) -> None:
    line = re.compile(
        r"(?:(?<=For – )|(?<=gainst – )|(?<=\d – ))\d+(?=[;.\n ])|(?<=all votes against )(?:four|three|one|29)(?=\.)"
    )
    other = {"four": "seven", "three": "nine", "one": "two"}

    def change(text: str) -> str:
        return line.sub(lambda found: other.get(found[0]) or str(int(found[0]) + 17), text)

    before, after = twins(tmp_path, "001", change)
    blank = re.compile(r"<measure [^>]*>.*?</measure>|<desc>(?:for|against) .*?</desc>", re.S)
    same(blank.sub("", below(before)), blank.sub("", below(after)))
    values = {"four": 4, "three": 3, "one": 1, "seven": 7, "nine": 9, "two": 2}
    old, new = (tree(tei).xpath("//t:text//t:measure", namespaces=TEI) for tei in (before, after))
    changed = 0
    for one, two in zip(old, new, strict=True):
        text = "".join(two.xpath(".//text()[not(parent::t:corr)]", namespaces=TEI)).replace("\u00a0", " ")
        if two.get("quantity"):
            assert int(two.get("quantity")) == values.get(text) or two.get("quantity") == text.replace("l", "1")
        else:
            assert f"{two.get('min')} – {two.get('max')}" == text
        changed += one.attrib != two.attrib
        assert one.get("type") == two.get("type")
    assert changed == len(old) - 1, "all but the damaged figure l3"
    for register in tree(after).xpath("//t:event/t:desc/text()", namespaces=TEI):
        figures = set(re.findall(r"\d+", register))
        assert figures <= {two.get(key) for two in new for key in ("quantity", "min", "max")}


SECOND = """SESSION OF JUNE 3

Chairman: comrade Arkwright.

ARKWRIGHT: Moves that the cellar be aired.

BELLAMY: It is wet down there. (Laughter.)

The motion is put to a vote.

(For – 9; against – 4.)

The motion is carried.

CRABTREE: And who will ...

CHAIRMAN: Nobody.

The following elected: Bellamy, Crabtree.

SESSION OF JUNE 4

Chairman: comrade Bellamy.

CRABTREE: Proposes the following:

“That the cellar be closed;

“That the key be drowned.”

Rejected.
"""


def test_two_minutes_in_one_file_hold_what_both_hold(tmp_path: Path) -> None:
    text = seed("001").read_text(encoding="utf-8")
    body = text[text.index("SESSION OF") : text.index("APPENDIX")]
    one, two = encoded(tmp_path / "one", body), encoded(tmp_path / "two", SECOND)
    both = encoded(tmp_path / "both", f"{body}\n{SECOND}")
    for what, path in COUNTED.items():
        counts = [len(tree(tei).xpath(path, namespaces=TEI)) for tei in (one, two, both)]
        assert counts[0] + counts[1] == counts[2] and counts[1], what
    gaps = [len(tree(tei).xpath("//t:gap", namespaces=TEI)) for tei in (one, two, both)]
    assert gaps[0] + gaps[1] == gaps[2]
    ids = tree(both).xpath("//@xml:id")
    assert len(ids) == len(set(ids))
    assert set(persons(both)) == set(persons(one)) | set(persons(two))
    spoken = [tree(tei).xpath("//t:sp/t:speaker//text()", namespaces=TEI) for tei in (one, two, both)]
    assert spoken[0] + spoken[1] == spoken[2]
    who = [tree(tei).xpath("//t:sp/@who", namespaces=TEI) for tei in (one, two, both)]
    assert who[0] + who[1] == who[2], "the chair of one meeting does not speak in the other"
