"""The source: the text that never changes, and what is known of the file that holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tei_encoder.model.limits import PART, SAMPLE


@dataclass(frozen=True, slots=True)
class Source:
    """One text, read and never altered.

    All offsets in tei_encoder count Unicode code points of this text from 0; spans are half-open. The text has
    LF line ends only (XML reads CRLF and CR as LF, XML 1.0 section 2.11); nothing else differs from the file.

    ``name`` is the file's name, ``path`` the file (None for a text made in memory), ``sha256`` the checksum of
    its bytes, ``line_ends`` what the file uses ("LF", "CRLF", "CR", "CRLF and LF" …).
    """

    name: str
    path: Path | None
    sha256: str
    encoding: str
    bom: bool
    line_ends: str
    characters: int
    words: int
    lines: int
    _open: Callable[[], Iterator[str]]

    def parts(self) -> Iterator[str]:
        """Yield the text in consecutive pieces, each ending with a line end (the last one perhaps not)."""
        return self._open()

    def sample(self) -> str:
        """Return the beginning of the text, at most ``limits.SAMPLE`` characters."""
        found, length = [], 0
        for part in self.parts():
            found.append(part)
            length += len(part)
            if length >= SAMPLE:
                break
        return "".join(found)[:SAMPLE]

    def text(self) -> str:
        """Return the whole text in one string: for short texts and questions about single lines."""
        return "".join(self.parts())


def cut(text: str, size: int = PART) -> Iterator[str]:
    """Cut a text into pieces of about ``size`` characters, each ending with a line end."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + size - 1) + 1 if start + size < len(text) else len(text)
        end = end or len(text)
        yield text[start:end]
        start = end
