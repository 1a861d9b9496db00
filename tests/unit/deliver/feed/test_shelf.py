"""What is on the shelf: identifiers, days, corpora, and what is said of files that cannot be."""

from pathlib import Path

import pytest

from tei_encoder.app.feed import shelf_of
from tei_encoder.app.package import checked
from tei_encoder.deliver.archive.ocfl import Release, write_objects
from tei_encoder.deliver.feed.shelf import open_shelf
from tei_encoder.deliver.render import render
from tei_encoder.encode.facts import Facts
from tei_encoder.model.errors import InputError, ProfileError, UsageError

from .conftest import BASE, copied

COMMON = Facts(publisher="City Archive", unknown=("title", "author"))


def test_an_ocfl_root_is_a_feed_of_its_latest_versions(out: Path, tmp_path: Path) -> None:
    document, wrong = checked(out / "board" / "first.xml", COMMON, sources=[out.parent])
    assert document is not None, wrong
    write_objects([document], tmp_path / "store", COMMON, Release("First", "A. Berg", "", "2026-11-22"))
    shelf, wrong = open_shelf([tmp_path / "store"])
    (text,) = shelf.texts
    assert not wrong and text.identifier == f"{BASE}first" and text.changed == "2026-11-20"
    assert text.sets == ("corpus:store", "year:1905")
    assert text.path is not None and text.path.read_bytes() == (out / "board" / "first.xml").read_bytes()


@pytest.mark.parametrize("told", ["", "[]", '{"id": "urn:x:1", "head": "v1"}'])
def test_an_inventory_that_cannot_be_read(tmp_path: Path, told: str) -> None:
    (tmp_path / "0=ocfl_1.1").touch()
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "0=ocfl_object_1.1").touch()
    (tmp_path / "one" / "inventory.json").write_text(told)
    with pytest.raises(InputError) as caught:
        open_shelf([tmp_path])
    assert caught.value.code == "INVENTORY"


def test_every_file_that_cannot_be_offered_is_said(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copied(out, tmp_path / "out")
    (folder / "notes.xml").write_text("<notes/>")
    dateless = (folder / "board" / "first.xml").read_text(encoding="utf-8").replace('when="2026-11-20"', "")
    (folder / "board" / "first.xml").write_text(dateless, encoding="utf-8")
    _, code = shelf_of([folder], BASE)
    said = capsys.readouterr().err
    assert code == 3 and "first.xml: error: NO-DAY" in said and "notes.xml: error: NOT-TEI" in said
    assert said.endswith("nothing is offered\n")


def test_two_texts_of_one_name(out: Path, tmp_path: Path) -> None:
    copied(out / "board", tmp_path / "a")
    copied(out / "board", tmp_path / "b")
    with pytest.raises(UsageError) as caught:
        open_shelf([tmp_path / "a", tmp_path / "b"])
    assert caught.value.code == "NAME-CLASH"


def test_the_pages_of_an_edition_are_no_texts(out: Path, tmp_path: Path) -> None:
    folder = copied(out, tmp_path / "out")
    before = open_shelf([folder])[0]
    render([folder / "board" / "first.xml"], folder / "html")
    assert list(folder.glob("html/first/files/*.xml"))
    shelf, wrong = open_shelf([folder])
    assert (shelf, wrong) == (before, [])
    with pytest.raises(InputError, match="NO-TEI"):
        open_shelf([folder / "html"])


def test_what_is_made_of_texts_beside_them_is_no_text(out: Path, tmp_path: Path) -> None:
    """An edition in the same folder, a bag and a store below it hold copies, and leave the texts themselves."""
    folder = copied(out / "board", tmp_path / "out")
    before = open_shelf([folder])[0]
    render([folder / "first.xml"], folder)
    for name, sign in (("bag", "bagit.txt"), ("store", "0=ocfl_1.1")):
        copied(folder, folder.parent / name)
        (folder.parent / name / sign).write_text("", "utf-8")
        (folder.parent / name).rename(folder / name)
    assert open_shelf([folder]) == (before, [])


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        open_shelf([tmp_path])
    assert caught.value.code == "NO-TEI"


@pytest.mark.parametrize("name", ["Möwe & Söhne", "a:b", "x..y", "%2F"])
def test_folders_and_files_of_any_name(out: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    folder = copied(out / "board", tmp_path / "out" / name)
    (folder / "first.xml").rename(folder / f"{name}.xml")
    shelf, _ = open_shelf([tmp_path / "out"])
    assert len(shelf.texts) == 2
    assert all(text.identifier.isascii() and " " not in text.identifier for text in shelf.texts)
    assert all(text.sets[0].count(":") == 2 and text.sets[0].isascii() for text in shelf.texts)


@pytest.mark.parametrize(
    "listed",
    [
        "[[withdrawn]]",
        '[[withdrawn]]\nidentifier = "urn:x:1"\ndate = "soon"',
        '[[withdrawn]]\nidentifier = "urn:x:1"\ndate = "2026-11-22"\nsets = ["a b"]',
        '[[withdrawn]]\nidentifier = "urn:x:1"\ndate = "2026-11-22"\ncolour = "red"',
        "withdrawn = 3",
        "more = true",
        "[[",
    ],
)
def test_a_list_of_the_withdrawn_that_is_wrong(out: Path, tmp_path: Path, listed: str) -> None:
    folder = copied(out / "board", tmp_path / "out")
    (tmp_path / "out.withdrawn.toml").write_text(listed)
    with pytest.raises(ProfileError) as caught:
        open_shelf([folder])
    assert caught.value.code == "WITHDRAWN"
