"""Opens a file that somebody has named, or says in one line why not: the same words for texts and for TEI."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import BinaryIO

from tei_encoder.model.errors import InputError


def open_file(path: Path) -> BinaryIO:
    """Open an input for reading, as bytes.

    Raises InputError NO-FILE, NOT-A-FILE (a folder; a pipe, which could be read only once) or UNREADABLE.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError("NOT-A-FILE", "this is not a file", "give the name of a file", path=path)
        return path.open("rb")
    except (FileNotFoundError, NotADirectoryError):
        raise InputError("NO-FILE", "there is no such file", "check the path", path=path) from None
    except OSError as error:
        raise InputError("UNREADABLE", f"{error.strerror}", "check its permissions", path=path) from None
