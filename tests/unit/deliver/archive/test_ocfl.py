"""OCFL: ocfl-py's own validator accepts what is kept and rejects a broken twin; no version is ever lost."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import ocfl
import pytest
from killing import ends_before

from tei_encoder.deliver.archive.ocfl import Release, write_objects
from tei_encoder.deliver.archive.payload import Document
from tei_encoder.deliver.atomic import locked
from tei_encoder.encode.facts import Facts
from tei_encoder.model.errors import StorageError

from .conftest import ARCHIVE, DAY
from .test_bag import files

FIRST = Release("First encoding", "A. Berg", "mailto:a@example.org", DAY)
SECOND = Release("Better rules", "A. Berg", "", "2027-11-22")


def accepted(root: Path) -> bool:
    """Ask ocfl-validate.py about every object, and ocfl-root.py about the root."""
    things = [str(path.parent) for path in root.rglob("0=ocfl_object_1.1")]

    def said(script: str, *arguments: str) -> str:
        command = [sys.executable, str(Path(sys.executable).with_name(script)), *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stdout

    if said("ocfl-validate.py", *things).count(" is VALID") != len(things):
        return False
    return "is VALID" in said("ocfl-root.py", "validate", "--root", str(root))


def object_in(root: Path) -> Path:
    (found,) = (path.parent for path in root.rglob("0=ocfl_object_1.1"))
    return found


@pytest.fixture
def kept(made: Callable[..., Document], tmp_path: Path) -> Path:
    write_objects([made()], tmp_path / "root", Facts(), FIRST)
    return tmp_path / "root"


def test_the_seeds_in_two_versions(seeds: list[Document], tmp_path: Path) -> None:
    root = tmp_path / "root"
    assert [(one.version, one.new) for one in write_objects(seeds, root, ARCHIVE, FIRST)] == [("v1", True)] * 5
    better = ARCHIVE._replace(publisher="Archive of the City")
    again = [one.__class__(**{**{name: getattr(one, name) for name in one.__slots__}, "dublin_core": b"<dc/>\n"})
             for one in seeds]  # fmt: skip
    assert [(one.version, one.new) for one in write_objects(again, root, better, SECOND)] == [("v2", True)] * 5
    assert accepted(root)


def test_version_1_comes_out_byte_for_byte_after_version_2(
    made: Callable[..., Document], kept: Path, tmp_path: Path
) -> None:
    thing = object_in(kept)
    before = files(thing / "v1" / "content")
    (result,) = write_objects([made(text="BERG: I close the session.\n")], kept, Facts(), SECOND)
    assert (result.id, result.version, result.new) == ("urn:x-tei-encoder:board", "v2", True)
    assert accepted(kept)
    ocfl.Object().extract(str(thing), "v1", str(tmp_path / "one"))
    ocfl.Object().extract(str(thing), "v2", str(tmp_path / "two"))
    state = json.loads((thing / "inventory.json").read_bytes())["versions"]["v1"]["state"]
    extracted = files(tmp_path / "one")
    assert set(extracted) == {path for paths in state.values() for path in paths}
    assert before.items() <= extracted.items()
    assert extracted["source/board.txt"] == b"BERG: I open the session.\n"
    assert files(tmp_path / "two")["source/board.txt"] == b"BERG: I close the session.\n"


def test_unchanged_files_are_shared(made: Callable[..., Document], kept: Path) -> None:
    write_objects([made(text="BERG: I close the session.\n")], kept, Facts(), SECOND)
    new = files(object_in(kept) / "v2" / "content")
    assert "source/board.txt" in new and not any(name.startswith("profile/") for name in new)
    told = json.loads((object_in(kept) / "inventory.json").read_bytes())["versions"]
    assert (told["v1"]["message"], told["v1"]["user"]["name"]) == ("First encoding", "A. Berg")
    assert (told["v2"]["created"], told["v2"]["message"]) == ("2027-11-22T00:00:00Z", "Better rules")


def test_nothing_changed_no_new_version(made: Callable[..., Document], kept: Path) -> None:
    before = files(kept)
    (result,) = write_objects([made()], kept, Facts(), SECOND)
    assert (result.version, result.new) == ("v1", False)
    assert files(kept) == before


def test_another_fact_is_a_change(made: Callable[..., Document], kept: Path) -> None:
    (result,) = write_objects([made()], kept, Facts(title="Papers of the board"), SECOND)
    assert result.version == "v2"
    assert set(files(object_in(kept) / "v2" / "content")) == {"ro-crate-metadata.json", "metadata/premis.xml"}


@pytest.mark.parametrize("spoil", ["content", "lost", "inventory", "added"])
def test_the_judge_rejects_a_broken_twin(kept: Path, spoil: str) -> None:
    assert accepted(kept)
    thing = object_in(kept)
    tei = thing / "v1" / "content" / "tei" / "board.xml"
    if spoil == "content":
        tei.write_bytes(tei.read_bytes().replace(b"session", b"Session"))
    elif spoil == "lost":
        tei.unlink()
    elif spoil == "inventory":
        inventory = thing / "inventory.json"
        inventory.write_bytes(inventory.read_bytes().replace(b"First", b"Last"))
    else:
        (thing / "v1" / "content" / "more.txt").write_bytes(b"x")
    assert not accepted(kept)


def test_an_object_that_is_broken_gets_no_new_version(made: Callable[..., Document], kept: Path) -> None:
    inventory = object_in(kept) / "inventory.json"
    inventory.write_bytes(inventory.read_bytes().replace(b"First", b"Last"))
    before = files(kept)
    with pytest.raises(StorageError) as caught:
        write_objects([made(text="BERG: I close the session.\n")], kept, Facts(), SECOND)
    assert caught.value.code == "PACKAGE-CHECK" and files(kept) == before


def test_one_at_a_time(made: Callable[..., Document], kept: Path) -> None:
    with locked(kept.with_name(".root.lock")), pytest.raises(StorageError) as caught:
        write_objects([made()], kept, Facts(), SECOND)
    assert caught.value.code == "LOCKED"
    write_objects([made()], kept, Facts(), SECOND)


def test_a_folder_of_something_else_is_left_alone(made: Callable[..., Document], tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(StorageError) as caught:
        write_objects([made()], tmp_path / "mine", Facts(), FIRST)
    assert caught.value.code == "IN-THE-WAY" and [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.parametrize("first", [True, False], ids=["first version", "second version"])
def test_killed_at_any_moment_an_object_is_as_before_or_as_afterwards(
    made: Callable[..., Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: bool
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    before, root = tmp_path / "before", tmp_path / "root"
    write_objects([made()] if not first else [], before, Facts(), FIRST)
    new = [made(text="BERG: I close the session.\n")]
    seen = set()
    for moment in (1 + 5 * number**2 for number in range(40)):
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(before, root)
        ended = ends_before(moment, lambda: write_objects(new, root, Facts(), SECOND))
        passed = ocfl.StorageRoot(root=str(root)).validate(log_warnings=False)
        assert passed, moment
        seen.add(len(list(root.rglob("v[12]"))))
        if ended:
            break
    else:
        pytest.fail("the run never came to its end: kill it at later moments, too")
    assert seen == ({0, 1} if first else {1, 2})
