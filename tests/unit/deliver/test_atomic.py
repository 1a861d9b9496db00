"""A file is there whole or not at all, whatever happens."""

import errno
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tei_encoder.deliver.atomic import Writer, commit_all, keep, make_folder, write
from tei_encoder.model.errors import StorageError, UsageError


def test_writes_text_as_utf8_and_bytes_as_they_are(tmp_path: Path) -> None:
    target = tmp_path / "a.xml"
    with Writer(target) as out:
        out.write("é\u00a0\U0001d11e")
        out.write(b"\r\n")
        assert not target.exists()
        assert out.seal().read_bytes() == "é\u00a0\U0001d11e\r\n".encode()
        out.commit()
    assert target.read_bytes() == "é\u00a0\U0001d11e\r\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_the_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("older", [None, b"older"])
def test_without_commit_nothing_has_happened(tmp_path: Path, older: bytes | None) -> None:
    target = tmp_path / "a.xml"
    if older is not None:
        target.write_bytes(older)
    with Writer(target) as out:
        out.write("newer")
    with pytest.raises(KeyboardInterrupt), Writer(target) as out:
        out.write("newer")
        raise KeyboardInterrupt
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([] if older is None else [older])


def test_two_writers_of_one_file_do_not_meet(tmp_path: Path) -> None:
    target = tmp_path / "a.xml"
    with Writer(target) as one, Writer(target) as two:
        one.write("one")
        two.write("two")
        one.commit()
        two.commit()
    assert target.read_text() == "two"


def test_a_symbolic_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious")
    (tmp_path / "a.xml").symlink_to("precious")
    write(tmp_path / "a.xml", b"new")
    assert (tmp_path / "precious").read_text() == "precious"
    assert not (tmp_path / "a.xml").is_symlink()


@pytest.mark.parametrize("name", ["n" * 255, "é" * 127])
def test_the_longest_name_the_disk_allows_can_be_written(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, b"x")
    assert (tmp_path / name).read_bytes() == b"x"


def test_companions_are_all_on_the_disk_before_the_first_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    replace = os.replace

    def noted(old: Path, new: Path) -> None:
        order.append(new.name)
        replace(old, new)

    monkeypatch.setattr(os, "fsync", lambda handle: order.append("fsync"))
    monkeypatch.setattr(os, "replace", noted)
    with Writer(tmp_path / "a.jsonl") as first, Writer(tmp_path / "a.xml") as second:
        commit_all(first, second)
    assert order == ["fsync", "fsync", "a.jsonl", "fsync", "a.xml", "fsync"]


def refused(path: Path) -> str:
    with pytest.raises(StorageError) as caught:
        write(path, b"x")
    assert caught.value.exit_code == 7
    assert caught.value.path == str(path)
    assert caught.value.cure
    return caught.value.code


def test_refusals_are_said_clearly(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    assert refused(tmp_path / "missing" / "a.xml") == "NO-FOLDER"
    assert refused(tmp_path / "file" / "a.xml") == "NOT-A-FOLDER"
    assert refused(tmp_path / "folder") == "IS-A-FOLDER"
    assert refused(tmp_path / ("n" * 300)) == "NAME-TOO-LONG"
    assert refused(Path("/dev/null")) == "NOT-A-FILE"
    assert Path("/dev/null").is_char_device()
    with pytest.raises(StorageError, match="a file stands where a folder should"):
        make_folder(tmp_path / "file" / "below")


def test_nothing_is_written_over_what_it_is_made_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("x")
    Path("link").symlink_to("a.txt")
    for same in (Path("a.txt"), tmp_path / "a.txt", Path("b/../a.txt"), Path("link")):
        with pytest.raises(UsageError) as caught:
            keep([Path("other"), Path("a.txt")], Path("new"), same)
        assert caught.value.code == "OWN-SOURCE"
    keep([Path("a.txt")], Path("b.txt"))


def test_making_a_folder_that_exists_is_no_error(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_disk_that_may_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "open", refuse)
    assert refused(tmp_path / "a.xml") == "NO-PERMISSION"


def test_a_folder_that_may_not_be_written() -> None:
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        if user == 0:  # root may write everywhere: be somebody else for a moment
            os.seteuid(65534)
        try:
            assert refused(folder / "a.xml") == "NO-PERMISSION"
            assert list(folder.iterdir()) == []
        finally:
            os.seteuid(user)
            folder.chmod(0o755)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = tmp_path / "a.xml"
    target.write_bytes(b"older")
    monkeypatch.setattr(os, call, refuse)
    assert refused(target) == "NO-SPACE"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"older"]


ENDLESS = """
import itertools, sys
from pathlib import Path
from tei_encoder.deliver.atomic import Writer
print("ready", flush=True)
for letter in itertools.cycle("ab"):
    with Writer(Path(sys.argv[1])) as out:
        for _ in range(64):
            out.write(letter * 16384)
        out.commit()
"""


def test_kill_leaves_the_old_file_or_nothing(tmp_path: Path) -> None:
    target = tmp_path / "a.xml"
    moment = random.Random(20)
    for _ in range(20):
        child = subprocess.Popen([sys.executable, "-c", ENDLESS, str(target)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        time.sleep(moment.uniform(0, 0.03))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        if target.exists():
            content = target.read_bytes()
            assert len(content) == 1 << 20
            assert len(set(content)) == 1
    leftover = {path.name for path in tmp_path.iterdir()} - {target.name}
    assert all(name.startswith(".a.xml.") and name.endswith(".tmp") for name in leftover)
