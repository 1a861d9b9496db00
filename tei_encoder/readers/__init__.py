"""Readers: one file per format, and the register that chooses one by the file's name."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from tei_encoder.model.source import Source
from tei_encoder.readers import text


class Reader(Protocol):
    """Turns the bytes of one format into a ``Source``."""

    def __call__(self, path: Path, *, encoding: str | None = None) -> Source:
        """Read ``path``; ``encoding`` is what the user says the bytes mean. Raises InputError, LimitError."""


#: File name ending → reader. A new format is one new file and one line here.
READERS: dict[str, Reader] = {".txt": text.read, ".text": text.read, ".md": text.read}


def read(path: Path, *, encoding: str | None = None) -> Source:
    """Read a file with the reader for its kind; a file without a known ending is read as plain text.

    Raises InputError (no such file, wrong encoding, characters XML cannot hold, nothing in it) and LimitError.
    """
    return READERS.get(path.suffix.lower(), text.read)(path, encoding=encoding)
