"""Plain text: bytes to characters, strictly, with nothing normalised."""

from __future__ import annotations

import codecs
import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from tei_encoder.model.errors import InputError, LimitError, UsageError
from tei_encoder.model.limits import MAX_BLOCK, PART
from tei_encoder.model.source import Source, cut
from tei_encoder.model.tei import NOT_XML
from tei_encoder.readers.files import open_file

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the UTF-16 one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_ENDS = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}

_NOT_XML_ASCII = bytes(set(range(32)) - {9, 10, 13})


def read(path: Path, *, encoding: str | None = None) -> Source:
    """Read a text file: byte order mark, else ``encoding``, else strict UTF-8.

    The file is read through once (checksum, counts, every character looked at) and again by each
    ``Source.parts()``; memory does not grow with its size. Raises InputError with line and column for bytes that
    are not the encoding and for characters XML cannot hold, LimitError for a line beyond ``limits.MAX_BLOCK``.
    """
    name, mark = _encoding(path, encoding)
    checksum = hashlib.sha256()
    characters = words = lines = 0
    with open_file(path) as raw:
        for block in iter(lambda: raw.read(PART), b""):
            checksum.update(block)
    only: list[str] = []
    ends, blank = "", True
    with _decoded(path, name, mark) as file:
        for number, part in enumerate(_parts(file, path, name)):
            if number == 0 and part.startswith(("<?xml", "<TEI")):
                raise InputError("IS-XML", "this is XML already, not a plain text", "give its source", path=path)
            _refuse_unholdable(part, path, lines)
            characters += len(part)
            words += _words(part)
            blank = blank and part.isspace()
            lines += part.count("\n") + (not part.endswith("\n"))
            only = [part] if number == 0 else []
        ends = _line_ends(getattr(file, "newlines", None))
    if blank:
        raise InputError("EMPTY", "there is no text in this file", "nothing was written", path=path)

    def parts() -> Iterator[str]:
        if only:
            yield from only
            return
        with _decoded(path, name, mark) as again:
            yield from _parts(again, path, name)

    return Source(path.name, path, checksum.hexdigest(), name, mark > 0, ends, characters, words, lines, parts)


def from_string(text: str, name: str = "text") -> Source:
    """Make a ``Source`` of a text in memory, as a reader would of a file that holds it.

    Raises InputError for characters XML cannot hold and for a text without a word.
    """
    data = text.encode("utf-8", "surrogatepass")
    ends = [end for end in ("\r\n", "\n", "\r") if end in text]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_unholdable(text, Path(name), 0)
    if not text.strip():
        raise InputError("EMPTY", "there is no text in this file", "nothing was written", path=name)
    for number, line in enumerate(text.split("\n")):
        _refuse_long(len(line), Path(name), number + 1)
    return Source(
        name, None, hashlib.sha256(data).hexdigest(), "utf-8", False, _line_ends(tuple(ends)), len(text),
        _words(text), text.count("\n") + (not text.endswith("\n")), lambda: cut(text),
    )  # fmt: skip


#: Bytes of UTF-8 as seen by the word count: white space, or part of a word.
_SPACE_OR_WORD = bytes(32 if chr(byte) in " \t\n\r" else 120 for byte in range(256))


def _words(part: str) -> int:
    """Count the words, i.e. the runs of characters between white space and no-break spaces."""
    plain = part.replace("\u00a0", " ").encode("utf-8", "surrogatepass").translate(_SPACE_OR_WORD)
    return plain.count(b" x") + plain.startswith(b"x")


#: What Python calls encodings, and texts are never in: they write one character as several others.
_NO_ENCODINGS = frozenset(["unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "utf_7"])


def _encoding(path: Path, asked: str | None) -> tuple[str, int]:
    """Return the encoding of a file and the number of bytes its byte order mark takes."""
    with open_file(path) as raw:
        start = raw.read(4)
    for mark, name in _BOMS:
        if start.startswith(mark):
            return name, len(mark)
    try:
        if (asked or "").lower().replace("-", "_") in _NO_ENCODINGS:
            raise LookupError(asked)
        "".encode(asked or "utf-8")  # unlike lookup, this refuses "hex" and "zip", which turn bytes into bytes
        return codecs.lookup(asked or "utf-8").name, 0
    except (LookupError, ValueError):
        raise UsageError(
            "ENCODING", f"{asked!r} is not the name of an encoding", "try utf-8, latin-1, cp1252, koi8-r …"
        ) from None


def _decoded(path: Path, encoding: str, mark: int) -> IO[str]:
    """Open a file as characters, all line ends read as LF, its byte order mark passed over."""
    names = {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-16-be": "utf-16", "utf-32-le": "utf-32"}
    name = names.get(encoding, "utf-32" if encoding == "utf-32-be" else encoding) if mark else encoding
    return io.TextIOWrapper(open_file(path), encoding=name, errors="strict", newline=None)


def _parts(file: IO[str], path: Path, encoding: str) -> Iterator[str]:
    lines = 0
    try:
        while part := file.read(PART):
            if not part.endswith("\n"):
                part += file.readline(MAX_BLOCK + 1)
            longest = max(map(len, part.split("\n"))) if len(part) > MAX_BLOCK else 0
            if longest > MAX_BLOCK:
                number = next(i for i, line in enumerate(part.split("\n")) if len(line) > MAX_BLOCK)
                _refuse_long(longest, path, lines + number + 1)
            lines += part.count("\n")
            yield part
    except UnicodeError:
        raise _undecodable(path, encoding) from None


def _refuse_long(length: int, path: Path, line: int) -> None:
    if length > MAX_BLOCK:
        raise LimitError(
            "LONG-LINE",
            f"this line has more than {MAX_BLOCK:,} characters",
            "the file has lost its line ends: restore them, then encode again",
            path=path,
            line=line,
        )


def _refuse_unholdable(part: str, path: Path, lines_before: int) -> None:
    data = part.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _NOT_XML_ASCII)) == len(data) and (
        part.isascii() or not ("\ufffe" in part or "\uffff" in part or (b"\xed" in data and re.search(NOT_XML, part)))
    ):
        return
    found = re.search(NOT_XML, part)
    if found is None:
        return
    at = found.start()
    code = ord(found.group())
    hint = "a form feed marks a page in PDF extractions: " if code == 0x0C else ""
    cure = f"{hint}remove or replace it in the source, knowingly, then encode again"
    if part.count("\0", 0, 1000) > len(part[:1000]) // 4:  # every other byte of western letters is 0
        encoding = "utf-16-be" if at % 2 == 0 else "utf-16-le"
        cure = f"this may be UTF-16 without its mark: say --encoding {encoding} if you agree"
    raise InputError(
        "CHARACTER",
        f"XML cannot hold the character U+{code:04X}",
        cure,
        path=path,
        line=lines_before + part.count("\n", 0, at) + 1,
        column=at - (part.rfind("\n", 0, at) + 1) + 1,
    )


def _undecodable(path: Path, encoding: str) -> InputError:
    """Find where the bytes stop being the encoding, and suggest what they may be."""
    from charset_normalizer import from_bytes  # a fifth of a second to import: only when something is wrong

    data = path.read_bytes()
    try:
        data.decode(encoding)
        at = len(data)
    except UnicodeError as error:
        at = getattr(error, "start", 0)  # not all codecs say where
    try:
        before = data[:at].decode(encoding, "replace").removeprefix("\ufeff")
    except UnicodeError:  # idna and punycode cannot replace
        before = ""
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    guess = "" if _is_utf8(data) else _western(data) or getattr(from_bytes(data[: 256 * 1024]).best(), "encoding", "")
    cure = f"it may be {guess}: say --encoding {guess} if you agree" if guess else "say --encoding NAME"
    if _is_utf8(data):
        cure = "it is UTF-8: leave --encoding out"
    return InputError(
        "ENCODING",
        f"byte 0x{data[at]:02X} is not {encoding}" if at < len(data) else f"the file is not {encoding}",
        cure,
        path=path,
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
    )


def _is_utf8(data: bytes) -> bool:
    try:
        return bool(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return False


def _western(data: bytes) -> str:
    """Say "cp1252" where all that goes beyond ASCII would be letters and signs of western Europe in it.

    Short texts in it are mistaken for cp1250 by statistics, and the difference is hard to see: è becomes č.
    """
    beyond = bytes(sorted(set(data) - set(range(128))))
    try:
        return "cp1252" if set(beyond.decode("cp1252")) <= _WESTERN else ""
    except UnicodeDecodeError:
        return ""


#: What western European texts print beyond ASCII.
_WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒÙÚÛÜŸ‘’“”„‚–—…•«»‹›°§£€½¼¾¡¿·ªº\u00a0")


def _line_ends(seen: str | tuple[str, ...] | None) -> str:
    found = (seen,) if isinstance(seen, str) else seen or ()
    return " and ".join(sorted(_LINE_ENDS[end] for end in found)) or "none"
