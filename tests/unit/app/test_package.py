"""What is looked at before anything is packaged, and what is said when something is wrong."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tei_encoder.app.cli import main
from tei_encoder.app.corpus import encode_file
from tei_encoder.app.package import checked
from tei_encoder.encode.facts import Facts

KNOWN = Facts(publisher="City Archive", unknown=("title", "author"))


@pytest.fixture
def tei(tmp_path: Path) -> Path:
    source = tmp_path / "board.txt"
    source.write_text("BERG: I open the session.\n", encoding="utf-8")
    encode_file(source, tmp_path / "board.xml", profile="minutes-en", date="2026-11-22")
    return tmp_path / "board.xml"


def codes(tei: Path, common: Facts = KNOWN, **more: object) -> list[str]:
    document, wrong = checked(tei, common, **more)  # type: ignore[arg-type]
    assert (document is None) == bool(wrong)
    return [one.code for one in wrong]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.search(old, text)
    file.write_text(re.sub(old, new, text, count=1), encoding="utf-8")


def test_a_text_in_order_is_a_document(tei: Path) -> None:
    document, wrong = checked(tei, KNOWN)
    assert document and not wrong
    assert (document.source.name, document.sidecar, document.proved) == ("board.txt", None, 26)
    assert document.decisions and document.decisions.name == "board.decisions.jsonl"
    assert [judge.partition(": ")[2] for judge in document.judges] == ["minutes.rng", "minutes.sch"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("open the session", "close the session", "CHANGED"),
        ("<speaker>", "<speaker><nobody/>", "INVALID"),
        ('type="profileSha256">.', 'type="profileSha256">x', "PROFILE"),
        ('type="profile">minutes-en', 'type="profile">ours', "PROFILE"),
        ('type="sha256">.', 'type="sha256">x', "NO-SOURCE"),
        ('type="filename">board', 'type="filename">minutes', "NO-SOURCE"),
    ],
)
def test_what_is_not_in_order_is_refused(tei: Path, old: str, new: str, code: str) -> None:
    edit(tei, old, new)
    assert codes(tei) == [code]


def test_all_that_is_wrong_is_said_at_once(tei: Path) -> None:
    edit(tei, "<speaker>", "<speaker><nobody/>")
    edit(tei, 'type="profileSha256">.', 'type="profileSha256">x')
    (tei.parent / "board.txt").write_text("something else")
    found = codes(tei, Facts(), sources=[tei.parent])
    assert sorted(found) == ["FACT-MISSING"] * 3 + ["INVALID", "OTHER-SOURCE", "PROFILE"]


def test_sources_are_looked_for_where_one_says(tei: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "board.txt").rename(tmp_path / "kept" / "board.txt")
    (tmp_path / "older").mkdir()
    (tmp_path / "older" / "board.txt").write_text("an older version")
    assert codes(tei, sources=[tmp_path / "kept"]) == []
    assert codes(tei, sources=[tmp_path / "older"]) == ["OTHER-SOURCE"]
    assert codes(tei, sources=[tmp_path / "older", tmp_path / "kept"]) == []


def test_where_no_source_is_found_it_says_where_it_has_looked(tei: Path, tmp_path: Path) -> None:
    far, home = tmp_path / "far", tmp_path / "home"
    for folder in (far, home, home / "out"):
        folder.mkdir()
    there = tei.rename(home / "out" / "board.xml")

    def said(**more: object) -> str:
        document, (error,) = checked(there, KNOWN, **more)  # type: ignore[arg-type]
        assert document is None and (error.code, error.exit_code) == ("NO-SOURCE", 3)
        return str(error)

    assert said().endswith("its source board.txt is not near; say where it is: --sources FOLDER")
    assert f"its source board.txt does not lie in {far} (" in said(sources=[far])
    (home / "board.txt").write_text("an older version")
    assert "its source board.txt is not near, only another version of it; " in said()


def test_a_profile_of_ones_own_is_named_and_kept(tmp_path: Path) -> None:
    profile = tmp_path / "ours.toml"
    profile.write_text(
        '[profile]\nid = "ours"\ntitle = "Ours"\nlanguage = "en"\nscripts = ["Latin"]\nextends = "minutes-en"\n'
    )
    source = tmp_path / "board.txt"
    source.write_text("BERG: I open the session.\n", encoding="utf-8")
    encode_file(source, tmp_path / "board.xml", profile=str(profile), date="2026-11-22")
    assert codes(tmp_path / "board.xml") == ["PROFILE"]
    document, _ = checked(tmp_path / "board.xml", KNOWN, profiles=[str(profile)])
    assert document and profile.name in [file.name for file in document.rules.files]


def test_latin_1_sources_are_read_as_they_were(tmp_path: Path) -> None:
    source = tmp_path / "board.txt"
    source.write_bytes("BÖRG: I open the séance.\n".encode("latin-1"))
    encode_file(source, tmp_path / "board.xml", profile="minutes-en", encoding="latin-1", date="2026-11-22")
    assert codes(tmp_path / "board.xml") == []


def test_two_files_of_one_name_are_refused_and_one_file_named_twice_is_one(tei: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "board.xml").write_bytes(tei.read_bytes())
    meta = tmp_path / "archive.toml"
    meta.write_text('publisher = "City Archive"\nunknown = ["title", "author"]\n')
    options = ["-o", str(tmp_path / "bag"), "--meta", str(meta), "--date", "2026-11-22"]
    run = CliRunner().invoke(main, ["package", "bagit", str(tei), str(tmp_path / "more" / "board.xml"), *options])
    assert run.exit_code == 2 and "NAME-CLASH" in run.output and not (tmp_path / "bag").exists()
    run = CliRunner().invoke(main, ["package", "bagit", str(tei), str(tei), *options])
    assert run.exit_code == 0, run.output
    assert "1 document," in run.output
