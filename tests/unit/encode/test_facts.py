"""Sidecars: what a scholar may write, and what is said when it is wrong."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tei_encoder.encode.calendars import gregorian, in_words, is_date
from tei_encoder.encode.facts import (
    Author,
    Digital,
    Facts,
    KnownPerson,
    Licence,
    Publication,
    Witness,
    load_facts,
    sidecar_beside,
)
from tei_encoder.encode.sidecar import line_of
from tei_encoder.model.errors import LimitError, ProfileError

ROOT = Path(__file__).resolve().parents[3]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))

FULL = """
title = "Minutes of the Harbour Board"
subtitle = "First year"
author = ["A. Berg", { name = "B. Holm", certainty = "low", because = "the hand" }]
language = "en-GB"
meeting = "Harbour Board"
organisation = "Harbour Board of Sandvik"
date = 1880-02-29
until = "1880-03"
calendar = "julian"
place = "Sandvik"
encoded_by = "C. Lund"
unknown = ["setting"]

[edition]
title = "Records"
volume = 3
year = 1901

[[published]]
title = "Daily News"
date = 1880-03-02

[digital]
transcriber = "D. Moe"

[licence]
status = "free"
name = "CC0"

[[witness]]
siglum = "A"

[[person]]
name = "Anna Berg"
variants = ["BERG", "A.  Berg"]
wikidata = "Q1"
gnd = 118
"""


@pytest.fixture
def sidecar(tmp_path: Path):
    def write(text: str | bytes) -> Path:
        path = tmp_path / "minutes.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_no_sidecar_no_facts_and_no_pydantic():
    assert load_facts(None) == Facts()
    code = "import sys, tei_encoder.encode.header; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_everything_a_sidecar_may_say(sidecar):
    facts = load_facts(sidecar(FULL))
    assert facts.author == (Author("A. Berg"), Author("B. Holm", "low", "the hand"))
    assert facts.date == "1880-02-29", "a day, not a text, in TOML"
    assert facts.organisation == ("Harbour Board of Sandvik",), "one thing is as good as a list of one"
    assert (facts.edition.volume, facts.edition.year) == ("3", "1901")
    assert facts.published[0].date == "1880-03-02"
    known = facts.person_called("a. BERG")
    assert known and known.authorities == [("wikidata", "Q1"), ("gnd", "118")]
    assert facts.person_called("Bergman") is None


def test_empty_texts_say_nothing(sidecar):
    facts = load_facts(sidecar('encoded_by = ["A. Berg", " "]\ntitle = ""\n[digital]\ntranscriber = ["", "P. Dahl"]'))
    assert (facts.encoded_by, facts.title, facts.digital.transcriber) == (("A. Berg",), "", ("P. Dahl",))
    assert load_facts(sidecar('encoded_by = " "')).encoded_by == ()


def test_byte_order_mark_and_long_strings_are_fine(sidecar):
    assert load_facts(sidecar(b'\xef\xbb\xbftitle = """\r\nOne\r\n  two"""\r\n')).title == "One two"


def test_a_sidecar_that_is_no_file_is_not_passed_over(tmp_path):
    folder, link = tmp_path / "a.toml", tmp_path / "b.toml"
    folder.mkdir()
    link.symlink_to("nowhere")
    for path, wanted in ((folder, "is a folder"), (link, "is a link that leads to nothing")):
        assert sidecar_beside(path.with_suffix(".txt")) == path
        with pytest.raises(ProfileError, match=wanted):
            load_facts(path)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_seeds_have_sidecars(seed):
    path = sidecar_beside(seed)
    assert path and load_facts(path).title


def test_without_a_file_there_is_no_sidecar(tmp_path):
    assert sidecar_beside(tmp_path / "a.txt") is None


WRONG = [
    ('titel = "x"', 1, "there is no key `titel`: did you mean `title`?"),
    ('title = "x"\n[edition]\npublsher = "y"', 3, "`publsher` in [edition]: did you mean `publisher`?"),
    ('[[person]]\nname = "x"\n[[person]]\nnmae = "x"', 4, "no key `nmae` in [person]: did you mean `name`?"),
    ('[[witness]]\nfile = "x"', 1, "`siglum` is missing in [witness]"),
    ('note = """\ntitel = 1\n"""\nzzz = 1', 4, "there is no key `zzz`"),
    ('author = { nme = "x" }', 1, "did you mean `name`?"),
    ('calendar = "greek"', 1, "`calendar` cannot be 'greek'; write 'julian' or 'gregorian'"),
    ("year = 1901", 1, "there is no key `year`: it belongs under [edition] or [published]"),
    ("[a.b.c]\nd = 1", 1, "there is no key `a`"),
    ('author = [["x"]]', 1, "`author` is one thing, not a list"),
    ("title = true", 1, "`title` must be text"),
    ('title = ["x"]', 1, "`title` is one thing, not a list"),
    ('edition = "x"', 1, "write [edition] and its keys on lines below"),
    ('language = "English, mostly"', 1, "is no language code"),
    ('date = "29 March 1917"', 1, "'29 March 1917' is no date; write date = 1921-05-03"),
    ('calendar = "gregorian"\ndate = "1900-02-29"', 2, "is no date of the gregorian calendar"),
    ("date = 1917-03-29T10:00:00", 1, "is no date"),
    ("until = 1917-03-29", 1, "`until` needs `date`"),
    ("date = 1917-03-29\nuntil = 1917-03-28", 2, "`until` is before `date`"),
    ('unknown = ["autor"]', 1, "there is no key `autor`: did you mean `author`?"),
    ('unknown = "place"\nplace = "x"', 2, "`place` is given and also listed as unknown"),
    ('[[person]]\nname = "A"\n[[person]]\nname = "B"\nvariants = "a"', 3, "the form 'a' is given to 'A' too"),
    ('title = "a\\u0000"', 1, "holds U+0000, which XML cannot hold"),
    ("\ntitle = Minutes", 2, "is not TOML: Invalid value; text stands in quotes"),
    ('title = "x', 1, "is not TOML"),
    ("a = 1\na = 2", 2, "is not TOML"),
    ("a = " + "[" * 9999, 0, "too many brackets"),
]


@pytest.mark.parametrize(("text", "line", "message"), WRONG, ids=[message for _, _, message in WRONG])
def test_errors_name_the_line_and_the_cure(sidecar, text, line, message):
    path = sidecar(text)
    with pytest.raises(ProfileError) as caught:
        load_facts(path)
    assert message in str(caught.value)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"{path}:{line}:" if line else f"{path}: error: SIDECAR")
    assert "pydantic" not in str(caught.value)


def test_files_that_cannot_be_read(sidecar, tmp_path):
    with pytest.raises(ProfileError, match="cannot be read"):
        load_facts(tmp_path / "none.toml")
    with pytest.raises(ProfileError, match="UTF-8") as caught:
        load_facts(sidecar(b'title = "x"\nplace = "\xe9"'))
    assert caught.value.line == 2
    with pytest.raises(LimitError):
        load_facts(sidecar("#" * 2_000_000))


def test_the_manual_names_every_key_and_its_examples_load(sidecar):
    manual = (ROOT / "docs" / "sidecar.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", manual, re.DOTALL)
    assert len(examples) == 3 and all(load_facts(sidecar(example)) != Facts() for example in examples)
    tables = (Facts, Author, Publication, Digital, Licence, Witness, KnownPerson)
    assert not {key for table in tables for key in table._fields if not re.search(rf"\b{key}\b", manual)}


def test_line_of_falls_back_to_what_is_there():
    assert line_of("a.b = 1", ("a", "b")) == 1
    assert line_of('[a]\n"b" = 1', ("a", "b")) == 2
    assert line_of("", ("a",)) == 0


def test_julian_days_become_gregorian():
    days = {
        "1582-10-05": "1582-10-15",
        "1699-12-31": "1700-01-10",
        "1900-02-29": "1900-03-13",
        "1917-03-29": "1917-04-11",
    }
    assert {day: gregorian(day, "julian") for day in days} == days
    assert gregorian("1917-03-29", "gregorian") == "1917-03-29"
    assert gregorian("1917-03", "julian") == gregorian("1917-03-29", "") == ""


def test_a_day_before_the_year_one_is_not_counted():
    """ISO 8601 has a year 0 and XML Schema had none: @when would be refused, or be another year."""
    assert gregorian("0001-01-02", "julian") == "" and gregorian("0001-01-03", "julian") == "0001-01-01"


def test_dates():
    assert in_words("1917-03-09") == "9 March 1917"
    assert in_words("1917-03") == "March 1917"
    assert is_date("1900-02-29") and not is_date("1900-02-29", "gregorian")
    assert not any(map(is_date, ["", "17", "1917-13", "1917-00", "1917-3-9", "1917-02-30", "1917-03-29-1"]))
    assert not is_date("１９１７"), "digits of other scripts are no ISO date"
