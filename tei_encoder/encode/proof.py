"""The proof: the text of a TEI file, read back from its bytes, is the text of its source, character for character.

It reads the file with another parser (expat) than the one that validates it, as a stream, and looks at nothing but the
file and the source: whatever the encoder believed it was doing does not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from tei_encoder.model.errors import FidelityError, InputError
from tei_encoder.model.source import Source
from tei_encoder.model.tei import NAMESPACE, READING_AIDS
from tei_encoder.readers.files import open_file

_CHUNK = 1024 * 1024


def diplomatic(data: bytes) -> str:
    """Return the diplomatic text of a TEI document in memory. Raises InputError for what is no well-formed TEI."""
    return "".join(Diplomatic(Path("TEI")).read(BytesIO(data)))


class Diplomatic:
    """Reads the diplomatic text of a TEI file: all text under ``text`` but the encoder's own reading aids.

    Left out is what stands in ``corr``, ``reg``, ``expan`` and ``ex``, and in ``supplied`` when its ``@resp`` names
    the encoder. Whatever stands in ``teiHeader`` or ``standOff`` is no text of the source.
    """

    def __init__(self, path: Path) -> None:
        """Prepare to read ``path``."""
        self._path = path
        self._found: list[str] = []
        self._depth = 0
        self._text_at = 0
        self._hidden_at = 0
        self._is_tei = False
        parser = expat.ParserCreate(namespace_separator="|")
        parser.buffer_text = True
        parser.buffer_size = 64 * 1024
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        self._parser = parser
        self._characters = self._found.append

    def pieces(self) -> Iterator[str]:
        """Yield the diplomatic text in consecutive pieces. Raises InputError for what is no well-formed TEI."""
        with open_file(self._path) as file:
            yield from self.read(file)

    def read(self, file: BinaryIO) -> Iterator[str]:
        """Yield the same of an open file, or of bytes in memory."""
        try:
            while chunk := file.read(_CHUNK):
                self._parser.Parse(chunk, False)
                yield "".join(self._found)
                self._found.clear()
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise InputError(
                "NOT-XML", expat.ErrorString(error.code), "give a well-formed TEI file",
                path=self._path, line=error.lineno, column=error.offset + 1,
            ) from None  # fmt: skip
        if not self._is_tei:
            raise InputError("NOT-TEI", "there is no TEI text in this file", "give a TEI file", path=self._path)
        yield "".join(self._found)

    def _start(self, name: str, attrs: dict[str, str]) -> None:
        self._depth += 1
        if not self._text_at:
            if name == f"{NAMESPACE}|text":
                self._text_at = self._depth
                self._is_tei = True
                self._parser.CharacterDataHandler = self._characters
        elif not self._hidden_at:
            element = name.rpartition("|")[2]
            if element in READING_AIDS or (element == "supplied" and "#encoder" in attrs.get("resp", "").split()):
                self._hidden_at = self._depth
                self._parser.CharacterDataHandler = None

    def _end(self, _name: str) -> None:
        if self._depth == self._hidden_at:
            self._hidden_at = 0
            self._parser.CharacterDataHandler = self._characters
        elif self._depth == self._text_at:
            self._text_at = 0
            self._parser.CharacterDataHandler = None
        self._depth -= 1

    def _doctype(self, *_: object) -> None:
        raise InputError("DOCTYPE", "the file has a DOCTYPE", "delete it: TEI needs none", path=self._path)


def prove(tei: Path, source: Source) -> int:
    """Prove that the diplomatic text of ``tei`` is the text of ``source``; return the number of characters compared.

    Raises FidelityError with the line and column (1-based, in the source) of the first difference.
    """
    at, line, column = 0, 1, 1
    parts = source.parts()
    wanted = ""
    for piece in Diplomatic(tei).pieces():
        while piece:
            if not wanted:
                wanted = next(parts, "")
            size = min(len(piece), len(wanted))
            if not size or piece[:size] != wanted[:size]:
                raise _difference(source, piece, wanted, (at, line, column))
            done = wanted[:size]
            newlines = done.count("\n")
            line += newlines
            column = size - done.rfind("\n") if newlines else column + size
            at += size
            piece, wanted = piece[size:], wanted[size:]
    if wanted or (wanted := next(parts, "")):
        raise _difference(source, "", wanted, (at, line, column))
    return at


def _difference(source: Source, found: str, wanted: str, where: tuple[int, int, int]) -> FidelityError:
    at, line, column = where
    both = enumerate(zip(found, wanted, strict=False))
    same = next((i for i, (a, b) in both if a != b), min(len(found), len(wanted)))
    before = wanted[:same]
    newlines = before.count("\n")
    return FidelityError(
        "FIDELITY",
        f"at character {at + same} (counted from 0) the source has {wanted[same : same + 20]!r}, "
        f"the TEI {found[same : same + 20]!r}",
        "report this as a defect with the text, if tei-encoder made the file",
        path=source.path or source.name,
        line=line + newlines,
        column=same - before.rfind("\n") if newlines else column + same,
    )
