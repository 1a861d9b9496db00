"""Manners at the terminal: messages on standard error, tables, a progress bar where somebody is watching."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from tei_encoder.model.errors import TeiEncoderError, UsageError, printable

#: What XML calls an NCName, without its rarest letters.
_NAME = re.compile(r"[^\W\d][\w.-]*")

#: Two numbers, the first not larger than the second.
Range = tuple[int, int]


class _RangeType(click.ParamType[Range]):
    """A number or two with a hyphen between: ``12`` is (12, 12), ``12-15`` is (12, 15)."""

    name = "range"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Range:
        """Return what stands in ``value``; end with a usage error when that is no range."""
        first, _, last = str(value).partition("-")
        if not (first.isdecimal() and (last or first).isdecimal() and int(first) <= int(last or first)):
            self.fail(f"{value!r} is no number and no range such as 12-15", param, ctx)
        return int(first), int(last or first)


RANGE = _RangeType()


def say(message: str) -> None:
    """Print a message on standard error: one line, whatever the names in it hold."""
    click.echo(printable(message), err=True)


def tell(result: str) -> None:
    """Print a result on standard output: one line, whatever the names in it hold."""
    click.echo(printable(result))


class Tally:
    """Counts what went well and what did not over many files, and shows how far things are on a terminal.

    One bad file does not stop the others; ``exit_code`` is that of the first thing that went wrong, 0 for none.
    """

    def __init__(self, doing: str, files: int) -> None:
        """``doing`` is shown with the progress, ``files`` is how many there will be."""
        self.exit_code = 0
        self.good = 0
        self._bad = 0
        self._doing = doing
        self._files = files
        self._shown = files > 1 and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    @contextmanager
    def step(self, file: Path) -> Iterator[None]:
        """Do one file; an error is printed and counted, and the next file follows."""
        if self._shown:
            done = self.good + self._bad
            shown = printable(f"{self._doing} {done + 1} of {self._files}: {file.name}")
            click.echo(f"\r\x1b[K{shown}", err=True, nl=False)
        before = self._bad
        try:
            yield
        except TeiEncoderError as error:
            self.failed(error.at(file))
        if self._bad == before:
            self.good += 1
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)

    def failed(self, error: TeiEncoderError) -> None:
        """Report an error about one file."""
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)
        say(str(error))
        self._bad += 1
        self.exit_code = self.exit_code or error.exit_code

    def found(self, _file: Path) -> None:
        """Count a file with findings."""
        self._bad += 1
        self.exit_code = self.exit_code or 1

    def report(self, message: str = "") -> None:
        """Say at the end how it went: ``message``, or that some files failed."""
        if message:
            say(message)
        elif self._bad and self._files > 1:
            others = "; the others are done" if self._bad < self._files else ""
            say(f"{self._bad} of {self._files} failed{others}")


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows (the first one is the head) as columns; columns of numbers stand flush right."""
    rows = [[printable(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    numeric = [all(row[i].replace(",", "").replace(".", "").isdigit() for row in rows[1:]) for i in range(len(widths))]
    lines = [
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ).rstrip()
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def pairs(given: Sequence[str]) -> dict[str, str]:
    """Return ``NAME=VALUE`` arguments as a table. Raises UsageError."""
    found = {}
    for one in given:
        name, sign, value = one.partition("=")
        if not sign:
            raise UsageError("PARAMETER", f"{one!r} is no parameter", "write NAME=VALUE")
        if not _NAME.fullmatch(name):
            cure = "names begin with a letter and have no blanks: write NAME=VALUE"
            raise UsageError("PARAMETER", f"{name!r} is no name of a parameter", cure)
        found[name] = value
    return found


def versions() -> str:
    """Return the versions of this program and of the libraries that matter for its results."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    from tei_encoder import __version__

    lines = [f"tei-encoder {__version__}", f"python {sys.version.split()[0]}"]
    for name in ("lxml", "google-re2", "pydantic", "click", "xmlschema"):
        try:
            lines.append(f"{name} {installed(name)}")
        except PackageNotFoundError:
            lines.append(f"{name} (not installed)")
    return "\n".join(lines) + "\n"
