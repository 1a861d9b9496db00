"""How every command behaves: one line for an error, the exit codes of ``docs/errors.md``, nothing left by signals."""

from __future__ import annotations

import io
import json
import re
import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn, Protocol, TextIO

import click

from tei_encoder.app.console import say
from tei_encoder.model.errors import EXIT_CODES, InputError, StorageError, TeiEncoderError, UsageError

#: The type of an argument that is the name of a file or a folder; whoever opens it says what is wrong with it.
PATH = click.Path(path_type=Path, readable=False)

#: What ``--help`` of the program says about exit codes.
EXITS = "\b\nExit codes:\n" + "\n".join(f"  {code:<3} {meaning}" for code, meaning in EXIT_CODES.items())

#: An argument that says nothing: ``""``, or ``--out=``.
_EMPTY = re.compile(r"(--[\w-]+=)?")


class Command(click.Command):
    """One command; its help says where exit codes are told."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what click takes."""
        super().__init__(*args, **{"epilog": "Exit codes: tei-encoder --help lists them.", **kwargs})


class Commands(click.Group):
    """The commands, with this program's own errors shown as one line and its own exit codes."""

    command_class = Command
    group_class = type

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run; leave with an exit code of ``docs/errors.md``."""
        for name in ("stdout", "stderr"):  # None where the shell has closed it (>&-)
            if getattr(sys, name) is None:
                setattr(sys, name, _nowhere())
        for name in ("SIGTERM", "SIGHUP"):  # leave as after Ctrl-C: no half-written file stays behind
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.default_int_handler)
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
            sys.stdout.flush()
        except click.exceptions.Abort:
            say("interrupted")
            code = 130
        except click.UsageError as error:
            code = _misused(error)
        except TeiEncoderError as error:
            say(str(error))
            code = error.exit_code
        except BrokenPipeError:
            sys.stdout = _nowhere()  # nobody reads on: that is no error
            code = 0
        except OSError as error:
            code = _refused(error)
        sys.exit(code if isinstance(code, int) else 0)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse empty arguments, which would be taken for the current folder; leave the others to click."""
        if any(_EMPTY.fullmatch(arg) for arg in args):
            raise UsageError("USAGE", "an argument is empty", "say what is meant (is a variable of the shell not set?)")
        return super().parse_args(ctx, args)


def _nowhere() -> TextIO:
    """Return a stream that nobody reads."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _refused(error: OSError) -> int:
    """Say what the file system did not allow, where nobody expected it; return the exit code."""
    told: TeiEncoderError
    if error.filename is None:
        cure = "what was asked for is not all printed"
        told = StorageError("CANNOT-WRITE", f"{error.strerror}", cure, path="standard output")
        sys.stdout = _nowhere()
    else:
        told = InputError("UNREADABLE", f"{error.strerror}", "check its permissions", path=error.filename)
    say(str(told))
    return told.exit_code


def _misused(error: click.UsageError) -> int:
    """Say in one line what click says in four; return the exit code. Without any argument the help is shown."""
    if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):
        error.show()
        return 2
    what = " ".join(error.format_message().split()).rstrip(".")
    where = error.ctx.command_path if error.ctx else "tei-encoder"
    told = UsageError("USAGE", what, f"{where} --help says what can be asked for")
    say(str(told))
    return told.exit_code


class Recorded(Protocol):
    """A result that can be printed with ``--json``."""

    def record(self) -> dict[str, object]:
        """Return the result as an object of JSON."""


def say_json(results: Iterable[Recorded]) -> None:
    """Print results as JSON on standard output: always a list, one object for each.

    Bytes of a file's name that are no UTF-8 are escaped (``\\udcff``): JSON is UTF-8.
    """
    told = json.dumps([one.record() for one in results], ensure_ascii=False, indent=1)
    click.echo(told.encode("utf-8", "backslashreplace").decode())
