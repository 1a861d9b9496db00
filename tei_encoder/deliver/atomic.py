"""Writes files so that they are there whole or not at all: the only module that opens files for writing.

A plain ``open(path, "w")`` leaves half a file behind when the power fails or the disk is full. Here the bytes
go to a temporary file beside the target (``.name.random.tmp``), are forced onto the disk, and only then take
the target's name, which POSIX does in one step (``rename``). After ``kill -9`` there is the old file or
nothing, and perhaps a hidden ``.tmp`` file that may be deleted.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from tei_encoder.model.errors import StorageError

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
