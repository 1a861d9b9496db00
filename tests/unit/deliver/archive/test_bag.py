"""Bags: independent judges accept them and see every flipped bit; a killed run leaves the old one or the new one."""

import csv
import json
import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import bagit
import bagit_profile
import pytest
from killing import ends_before

from tei_encoder.app.package import checked
from tei_encoder.check.validate import validate
from tei_encoder.deliver.archive.bag import write_bag
from tei_encoder.deliver.archive.names import safe_name, safe_names
from tei_encoder.deliver.archive.payload import Document
from tei_encoder.encode.facts import Facts
from tei_encoder.model.errors import StorageError, UsageError

from .conftest import ARCHIVE, DAY, ROOT, UNKNOWN

PROFILE = json.loads((ROOT / "schemas" / "bagit-profile.json").read_text(encoding="utf-8"))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def follows_profile(folder: Path) -> bool:
    profile = bagit_profile.Profile(PROFILE["BagIt-Profile-Info"]["BagIt-Profile-Identifier"], profile=PROFILE)
    return bool(profile.validate_serialization(str(folder)) and profile.validate(bagit.Bag(str(folder))))


def test_bagit_and_the_profile_accept_the_seeds(bag: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "bagit", "--validate", str(bag)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert bagit.Bag(str(bag)).version == "1.0"
    assert follows_profile(bag)
    assert (bag / "metadata" / "bagit-profile.json").read_bytes() == (
        ROOT / "schemas" / "bagit-profile.json"
    ).read_bytes()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("bag-info.txt", "BagIt-Profile-Identifier", "BagIt-Profile-Identification"),
        ("bag-info.txt", "Bagging-Date", "Day"),
        ("bagit.txt", "1.0", "0.97"),
    ],
)
def test_the_profile_refuses_a_twin_without_what_it_demands(
    made: Callable[..., Document], tmp_path: Path, file: str, old: str, new: str
) -> None:
    write_bag([made()], tmp_path / "bag", Facts(), DAY)
    assert follows_profile(tmp_path / "bag")
    twin = (tmp_path / "bag" / file).read_text().replace(old, new)
    (tmp_path / "bag" / file).write_text(twin)
    assert not follows_profile(tmp_path / "bag")


def test_a_flipped_bit_is_seen_in_every_file(made: Callable[..., Document], tmp_path: Path) -> None:
    write_bag([made()], tmp_path / "bag", Facts(), DAY)
    bagit.Bag(str(tmp_path / "bag")).validate()
    for name, before in files(tmp_path / "bag").items():
        spoilt = bytearray(before)
        spoilt[len(before) // 2] ^= 1
        (tmp_path / "bag" / name).write_bytes(spoilt)
        with pytest.raises((bagit.BagError, UnicodeDecodeError)):
            bagit.Bag(str(tmp_path / "bag")).validate()
        (tmp_path / "bag" / name).write_bytes(before)
    bagit.Bag(str(tmp_path / "bag")).validate()


def test_the_bag_holds_everything_as_it_was(bag: Path, seeds: list[Document]) -> None:
    held = files(bag)
    for one in seeds:
        assert held[f"data/source/{one.source.name}"] == one.source.read_bytes()
        assert sha256(held[f"data/source/{one.source.name}"]).hexdigest() == one.told.source_sha256
        assert held[f"data/tei/{one.tei.name}"] == one.tei.read_bytes()
        stem, profile = one.tei.stem, one.told.profile
        for needed in (
            f"tei/{stem}.decisions.jsonl",
            f"source/{stem}.toml",
            f"report/{stem}.txt",
            "html/index.html",
            f"html/{stem}/index.html",
            f"profile/{profile}.json",
            f"profile/{profile}/{profile}.toml",
        ):
            assert held[f"data/{needed}"]  # fmt: skip
        assert not validate(bag / "data" / "tei" / one.tei.name, "model"), "the schema lies where the TEI looks for it"
        assert f"metadata/{one.tei.stem}.datacite.json" in held
    told = b"".join(held.values())
    assert str(seeds[0].tei.parent).encode() not in told, "no path of this machine goes into the bag"
    assert all(all(ch.isascii() and (ch.isalnum() or ch in "-._/") for ch in name) for name in held)


def test_the_rules_in_the_bag_are_those_of_the_header(bag: Path, seeds: list[Document]) -> None:
    for one in seeds:
        home = bag / "data" / "profile" / one.told.profile
        resolved = json.loads((home.parent / f"{one.told.profile}.json").read_text(encoding="utf-8"))
        joined = b"\0".join((home / name).read_bytes() for name in resolved["files"])
        assert sha256(joined).hexdigest() == one.told.profile_sha256


def test_the_same_documents_give_the_same_bytes(made: Callable[..., Document], tmp_path: Path) -> None:
    documents = [made("b"), made("a", "HOLM: I am against it.\n")]
    write_bag(documents, tmp_path / "one", ARCHIVE, DAY)
    shutil.copytree(tmp_path / "texts", tmp_path / "elsewhere")
    again = [document for stem in "ba" if (document := checked(tmp_path / "elsewhere" / f"{stem}.xml", UNKNOWN)[0])]
    write_bag(again, tmp_path / "two", ARCHIVE, DAY)
    assert files(tmp_path / "one") == files(tmp_path / "two")


NAMES = ["with space", "Möwe", unicodedata.normalize("NFD", "Möwe"), "MÖWE", "..a", "a\nb", "CON", "100%", "会议",
         "-rf", "x" * 180, "x" * 179 + "y"]  # fmt: skip


def test_odd_names_become_safe_ones_and_nothing_is_lost(made: Callable[..., Document], tmp_path: Path) -> None:
    documents = [made(name, f"BERG: Number {number}.\n") for number, name in enumerate(NAMES)]
    write_bag(documents, tmp_path / "bag", Facts(), DAY)
    assert follows_profile(tmp_path / "bag")
    bagit.Bag(str(tmp_path / "bag")).validate()
    held = files(tmp_path / "bag")
    assert all(len(part) < 100 for name in held for part in name.split("/"))
    for pattern in ("data/source/*.txt", "data/tei/*.xml", "data/html/*/index.html"):
        assert len({str(path).casefold() for path in (tmp_path / "bag").glob(pattern)}) == len(NAMES)
    before = dict(csv.reader((tmp_path / "bag" / "metadata" / "names.csv").open(encoding="utf-8", newline="")))
    for number, name in enumerate(NAMES):
        kept = [path for path, old in before.items() if old == f"{name}.txt"]
        assert [held[path] for path in kept] == [f"BERG: Number {number}.\n".encode()]
    premis = held["metadata/premis.xml"].decode()
    assert "<originalName>Möwe.txt</originalName>" in premis and "<originalName>会议.txt</originalName>" in premis


def test_safe_names_are_the_same_in_any_order() -> None:
    assert safe_names(reversed(NAMES)) == safe_names(NAMES)
    assert safe_names(["a-2.txt", "A.txt", "a.txt"]) == {"a-2.txt": "a-2.txt", "A.txt": "A.txt", "a.txt": "a-3.txt"}
    assert [safe_name(name) for name in ("..", "nul.txt", "Böe & Söhne.txt", "x.tar.gz", "a" * 300 + ".txt")] == [
        "file", "nul_.txt", "Boe-Sohne.txt", "x.tar.gz", "a" * 80 + ".txt"]  # fmt: skip


def test_two_sources_of_one_name_are_both_kept(made: Callable[..., Document], tmp_path: Path) -> None:
    documents = [made(folder="one"), made(text="HOLM: No.\n", folder="two")]
    other = tmp_path / "two" / "other.xml"
    for ending in ("xml", "decisions.jsonl"):
        (tmp_path / "two" / f"board.{ending}").rename(tmp_path / "two" / f"other.{ending}")
    documents[1] = checked(other, UNKNOWN)[0] or documents[1]
    write_bag(documents, tmp_path / "bag", Facts(), DAY)
    texts = {path.read_text() for path in (tmp_path / "bag" / "data" / "source").glob("*.txt")}
    assert texts == {"BERG: I open the session.\n", "HOLM: No.\n"}


def test_what_is_no_bag_is_not_replaced(made: Callable[..., Document], tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")
    file = tmp_path / "file"
    file.write_text("x")
    for target in (mine, file):
        with pytest.raises(StorageError) as caught:
            write_bag([made()], target, Facts(), DAY)
        assert caught.value.code == "IN-THE-WAY"
    assert (mine / "thesis.txt").read_text() == "years of work"


def test_the_folder_one_stands_in_is_a_folder_too(
    made: Callable[..., Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    document = made()
    monkeypatch.chdir(tmp_path / "here")
    write_bag([document], Path(), Facts(), DAY)
    assert follows_profile(tmp_path / "here")


def test_a_missing_library_is_one_clear_line(
    made: Callable[..., Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "bagit", None)
    with pytest.raises(UsageError, match="bagit") as caught:
        write_bag([made()], tmp_path / "bag", Facts(), DAY)
    assert "pip install 'tei-encoder[archive]'" in str(caught.value) and not (tmp_path / "bag").exists()


def test_a_disk_that_writes_something_else_is_noticed(
    made: Callable[..., Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tei_encoder.deliver import atomic

    honest = atomic.Folder.write

    def rotten(self: atomic.Folder, name: str, data: bytes | str) -> Path:
        path = honest(self, name, data)
        if name.endswith("premis.xml"):
            self.path.joinpath("data", "tei", "board.xml").write_bytes(b"<TEI/>")
        return path

    monkeypatch.setattr(atomic.Folder, "write", rotten)
    with pytest.raises(StorageError) as caught:
        write_bag([made()], tmp_path / "bag", Facts(), DAY)
    assert caught.value.code == "PACKAGE-CHECK" and not (tmp_path / "bag").exists()
    assert not list(tmp_path.glob(".*.tmp"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_killed_at_any_moment_there_is_the_old_bag_or_the_new_one(
    made: Callable[..., Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # that is for power cuts; here it only takes time
    target, kept = tmp_path / "bag", tmp_path / "old"
    new = [made("new", "HOLM: I am against it.\n")]
    write_bag([made("old")], kept, Facts(), DAY)
    write_bag(new, target, Facts(), DAY)
    old_files, new_files = files(kept), files(target)
    assert old_files != new_files
    seen = set()
    for moment in (1 + 3 * number**2 for number in range(40)):
        shutil.rmtree(target)
        shutil.copytree(kept, target)
        ended = ends_before(moment, lambda: write_bag(new, target, Facts(), DAY))
        found = files(target)
        assert found in (old_files, new_files)
        bagit.Bag(str(target)).validate()
        seen.add(found == new_files)
        if ended:
            break
    else:
        pytest.fail("the run never came to its end: kill it at later moments, too")
    assert seen == {True, False}
