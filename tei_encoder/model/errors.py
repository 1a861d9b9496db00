"""Everything that can go wrong, each with one code, one exit status and one line that says what to do.

The table of exit codes is printed in ``docs/errors.md``; a test keeps both in step.
"""

from __future__ import annotations

from typing import Any


def printable(text: str) -> str:
    """Return a text as one line that a terminal shows as it is: ``\\u000a`` for a line end in the name of a file."""
    return "".join(ch if ch.isprintable() else f"\\u{ord(ch):04x}" for ch in text)


class TeiEncoderError(Exception):
    """An error that a reader of the message can act upon.

    ``code`` names the kind of error (capitals and hyphens), ``message`` says what is wrong, ``cure`` what to do.
    ``path``, ``line`` and ``column`` (both 1-based, 0 = unknown) say where. ``str()`` gives one line:
    ``file:line:column: error: CODE message; cure``.
    """

    exit_code = 1

    def __init__(
        self, code: str, message: str, cure: str = "", *, path: object = "", line: int = 0, column: int = 0
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.cure = cure
        self.path = str(path)
        self.line = line
        self.column = column

    def at(self, path: object) -> TeiEncoderError:
        """Say in which file the error is, where that was not known when it was raised; returns the error."""
        self.path = self.path or str(path)
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), vars(self))  # from one process to another

    def __str__(self) -> str:
        where = ":".join(
            [self.path or "tei-encoder"]
            + ([str(self.line)] if self.line else [])
            + ([str(self.column)] if self.line and self.column else [])
        )
        return printable(f"{where}: error: {self.code} {self.message}" + (f"; {self.cure}" if self.cure else ""))


def _again(kind: type[TeiEncoderError], facts: dict[str, Any]) -> TeiEncoderError:
    error = kind.__new__(kind, facts["message"])
    vars(error).update(facts)
    return error


class UsageError(TeiEncoderError):
    """The command was called in a way it does not understand."""

    exit_code = 2


class InputError(TeiEncoderError):
    """An input file cannot be read as text or as XML, or there is nothing in it."""

    exit_code = 3


class ProfileError(TeiEncoderError):
    """A profile (or a sidecar of facts) says something that cannot be carried out."""

    exit_code = 4


class StylesheetError(TeiEncoderError):
    """A stylesheet is broken or wants to do what stylesheets may not do here."""

    exit_code = 4


class InvalidOutputError(TeiEncoderError):
    """The encoder has written TEI that its own schema rejects: a defect of the encoder, not of the text."""

    exit_code = 5


class LimitError(TeiEncoderError):
    """An input is larger than one of the limits in ``model/limits.py``."""

    exit_code = 6


class StorageError(TeiEncoderError):
    """The file system refused (no such folder, no permission, no space), or a database did."""

    exit_code = 7


class FidelityError(TeiEncoderError):
    """The text of the TEI is not the text of the source: a defect of the encoder; nothing is written."""

    exit_code = 8


#: Exit status by meaning, as documented; ``errors.py`` and the command line use no others.
EXIT_CODES: dict[int, str] = {
    0: "everything asked for was done, nothing was found",
    1: "findings: a file is invalid, a text differs, a check failed",
    2: "the command was used wrongly",
    3: "an input was refused: unreadable, empty, not text, not XML",
    4: "a profile, a sidecar or a stylesheet is wrong",
    5: "the output would be invalid (a defect of tei-encoder: please report it)",
    6: "an input is beyond a limit",
    7: "the file system or a database refused",
    8: "the output would not be faithful (a defect of tei-encoder: please report it)",
    130: "interrupted",
}
