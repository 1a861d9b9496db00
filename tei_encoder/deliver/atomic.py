"""Writes files and folders so that they are there whole or not at all: the only module that opens files for writing.

A plain ``open(path, "w")`` leaves half a file behind when the power fails or the disk is full. Here the bytes
go to a temporary file beside the target (``.name.random.tmp``), are forced onto the disk, and only then take
the target's name, which POSIX does in one step (``rename``). After ``kill -9`` there is the old file or
nothing, and perhaps a hidden ``.tmp`` file that may be deleted.

A ``Folder`` is made in the same way. An older folder of that name is exchanged for it in one step where the system can
do that (Linux, macOS); elsewhere there is a moment in which the older one has a hidden name.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from tei_encoder.model.errors import StorageError, UsageError

#: Bytes of a file's name that go into the temporary name: with dots and random part it stays below 255.
_NAME_BYTES = 200


class Writer:
    """A file in the making: nobody sees it under its name before ``commit()``.

    ``with Writer(target) as out: out.write(...); out.commit()``. Left without ``commit()``, by an error or on
    purpose, it disappears and the target is as it was. A symbolic link is replaced, not followed.

    ``target``: the file to write; its folder must exist. ``path``: the temporary file; call ``seal()`` before
    reading it. Raises ``StorageError`` (exit code 7) from every method that the file system refuses.
    """

    def __init__(self, target: Path, *, lasting: bool = True) -> None:
        self.target = target
        self._lasting = lasting
        short = os.fsencode(target.name)[:_NAME_BYTES].decode("utf-8", "ignore")
        self.path = target.with_name(f".{short}.{os.urandom(6).hex()}.tmp")
        self._file: BinaryIO | None = None
        with _refusals(target):
            _refuse_what_is_no_file(target)
            # "x" fails if the name is taken; the new file has the permissions that the user's umask asks for.
            self._file = self.path.open("xb", buffering=256 * 1024)

    def write(self, piece: str | bytes) -> None:
        """Add a piece at the end; text is written as UTF-8."""
        if self._file is None:
            raise ValueError(f"{self.target}: written to after it was sealed")
        try:  # not "with": a file is written in very many small pieces
            self._file.write(piece.encode() if isinstance(piece, str) else piece)
        except OSError as error:
            raise _refusal(error, self.target) from error

    def seal(self) -> Path:
        """Put everything written so far onto the disk and close the file; returns its temporary path.

        The file can now be proved and validated where it lies. Sealing twice does no harm.
        """
        if self._file is not None:
            with _refusals(self.target):
                self._file.flush()
                if self._lasting:
                    os.fsync(self._file.fileno())
                self._file.close()
            self._file = None
        return self.path

    def commit(self) -> None:
        """Give the file its name, replacing an older file of that name in one step."""
        self.seal()
        with _refusals(self.target):
            self.path.replace(self.target)
            if self._lasting:
                _sync_folder(self.target.parent)

    def discard(self) -> None:
        """Remove the temporary file; after ``commit()`` there is none and nothing happens."""
        # Closing tries once more to write what a full disk has refused; the file is to go anyway.
        with contextlib.suppress(OSError):
            if self._file is not None:
                self._file.close()
        self._file = None
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()


def commit_all(*writers: Writer) -> None:
    """Commit files that belong together, in the order given.

    All are put onto the disk before the first gets its name, so that a full disk stops them all. Put the file
    that others look for (the TEI) last: where it stands, its companions stand too.
    """
    for writer in writers:
        writer.seal()
    for writer in writers:
        writer.commit()


class Folder:
    """A folder in the making: nobody sees it, or anything in it, under its name before ``commit()``.

    ``with Folder(target) as out: out.write("a/b.txt", data); out.commit()``. Left without ``commit()`` it disappears
    and the target is as it was. ``target``: the folder to write; the one above it must exist. ``beside``: what the
    hidden folder (``path``) stands beside until then, on the same disk; the target unless something else is named.
    Whether an older folder may be replaced is for the caller to know: ``commit()`` does it.
    Raises ``StorageError`` (exit code 7) from every method that the file system refuses.
    """

    def __init__(self, target: Path, *, beside: Path | None = None) -> None:
        self.target = target if target.name not in ("", "..") else target.resolve()
        near = beside or self.target
        short = os.fsencode(near.name)[:_NAME_BYTES].decode("utf-8", "ignore")
        self.path = near.with_name(f".{short}.{os.urandom(6).hex()}.tmp")
        with _refusals(target):
            self.path.mkdir()

    def write(self, name: str, data: bytes | str) -> Path:
        """Write the file ``name`` (with ``/`` between folders) in the folder; returns where it lies now."""
        path = self.path / name
        with _refusals(self.target / name):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    def copy(self, name: str, source: Path) -> Path:
        """Copy a file to ``name``, byte for byte; returns where the copy lies now."""
        path = self.path / name
        with _refusals(self.target / name):
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, path)
        return path

    def clone(self, name: str, source: Path, *, anew: Callable[[Path], bool]) -> Path:
        """Take over a whole folder as ``name``: files as links where the disk can do that, else as copies.

        Linked files must not be changed afterwards; ``anew`` says of which ones there shall be a copy in any case.
        """

        def take(old: str, new: str) -> str:
            if anew(Path(old)):
                return shutil.copyfile(old, new)
            try:
                os.link(old, new)
            except OSError:  # a disk without links
                shutil.copyfile(old, new)
            return new

        path = self.path / name
        with _refusals(self.target / name):
            shutil.copytree(source, path, copy_function=take, dirs_exist_ok=True)
        return path

    def commit(self) -> None:
        """Put everything onto the disk and give the folder its name; an older folder of that name is gone then."""
        with _refusals(self.target):
            for folder, _, files in os.walk(self.path, topdown=False):
                for name in files:
                    _sync_file(Path(folder, name))
                _sync_folder(Path(folder))
            if self.target.is_symlink() or (self.target.exists() and not self.target.is_dir()):
                raise NotADirectoryError(errno.ENOTDIR, "is no folder")
            if not self.target.exists():
                self.path.rename(self.target)
            elif not _exchange(self.path, self.target):
                aside = self.path.with_suffix(".old")
                self.target.rename(aside)
                self.path.rename(self.target)
                shutil.rmtree(aside, ignore_errors=True)
            _sync_folder(self.target.parent)
        self.discard()  # what has been exchanged

    def discard(self) -> None:
        """Remove the hidden folder, if there is one."""
        shutil.rmtree(self.path, ignore_errors=True)

    def __enter__(self) -> Folder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep others who ask for the same lock out until the block is left; ``path`` is a small file, made if missing.

    The lock goes with the process, also when that is killed; the file stays. Raises ``StorageError`` LOCKED where
    somebody else has it. (Windows has no such locks: there nobody is kept out.)
    """
    with _refusals(path):
        file = path.open("ab")
    with file:
        try:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            pass
        except BlockingIOError:
            what = "another tei-encoder is writing here"
            raise StorageError("LOCKED", what, "wait until it has finished", path=path) from None
        yield


def keep(made_from: Iterable[Path], *targets: Path) -> None:
    """See that no result is written over what it is made from: a source is the one thing that cannot be made again.

    Raises ``UsageError`` OWN-SOURCE.
    """
    kept = {one.resolve() for one in made_from}
    for target in targets:
        if target.resolve() in kept:
            raise UsageError("OWN-SOURCE", f"{target} is what the result is made from", "write somewhere else")


def write(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write a whole file in one step: afterwards it holds ``data``, or what it held before.

    ``lasting=False`` does not wait until it is on the disk: for the many files of a folder that can be made again.
    Raises ``StorageError`` (exit code 7).
    """
    with Writer(path, lasting=lasting) as out:
        out.write(data)
        out.commit()


def make_folder(path: Path) -> None:
    """Make a folder, with the folders above it; one that exists is left alone.

    Raises ``StorageError`` (exit code 7).
    """
    with _refusals(path):
        path.mkdir(parents=True, exist_ok=True)


def _refuse_what_is_no_file(target: Path) -> None:
    """Raise for a folder, a device or a pipe: a rename would put an ordinary file in place of /dev/null."""
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if not stat.S_ISREG(mode) and not stat.S_ISLNK(mode):
        raise StorageError("NOT-A-FILE", "this is a device or a pipe", "give the name of a file", path=target)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange the names of two folders in one step; False where the system or the disk cannot do that."""
    import ctypes
    import sys

    names = os.fsencode(one), os.fsencode(other)
    here, swap = -100, 2  # AT_FDCWD; RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
    try:
        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*names, swap) == 0)
        return bool(system.renameat2(here, names[0], here, names[1], swap) == 0)
    except (AttributeError, OSError, TypeError):
        return False


def _sync_file(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Put the folder's list of names onto the disk, where the system can do that."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folders; a folder may also be writable without being readable.
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network file systems
            raise
    finally:
        os.close(handle)


@contextlib.contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turn what the file system says into a ``StorageError``."""
    try:
        yield
    except OSError as error:
        raise _refusal(error, path) from error


def _refusal(error: OSError, path: Path) -> StorageError:
    """Say what the file system meant and what can be done about it."""
    match error.errno:
        case errno.ENOENT:
            return StorageError("NO-FOLDER", "the folder does not exist", "make it first", path=path)
        case errno.EEXIST | errno.ENOTDIR:
            return StorageError("NOT-A-FOLDER", "a file stands where a folder should", "move it", path=path)
        case errno.EISDIR:
            return StorageError("IS-A-FOLDER", "this is a folder", "give the name of a file", path=path)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return StorageError("NO-PERMISSION", "you may not write here", "choose another folder", path=path)
        case errno.ENOSPC | errno.EDQUOT:
            return StorageError("NO-SPACE", "the disk is full", "free some space and run again", path=path)
        case errno.ENAMETOOLONG:
            return StorageError("NAME-TOO-LONG", "the name is too long for the disk", "shorten it", path=path)
        case _:
            said = error.strerror or str(error)
            return StorageError("CANNOT-WRITE", f"the file system says: {said}", "check the disk", path=path)
