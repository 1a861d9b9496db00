"""The commands that put texts into a database: ``load basex``, and the queries to begin with."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tei_encoder.app.command import PATH, Commands
from tei_encoder.app.console import Tally, tell


@click.group(name="load", cls=Commands)
def loads() -> None:
    """Put TEI files into a database, where questions about all of them can be asked.

    \b
    Example:
      tei-encoder load basex out --database minutes --password-from secret.txt
    """


@loads.command()
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="TEI|FOLDER...")
@click.option("--database", required=True, metavar="NAME", help="The database; an older one is replaced.")
@click.option("--add", is_flag=True, help="Keep the other documents of the older one.")
@click.option("--host", default="127.0.0.1", metavar="HOST", help="Where the BaseX server is.")
@click.option("--port", default=1984, metavar="N", type=click.IntRange(1, 65535), help="Its port.")
@click.option("--user", default="admin", metavar="NAME", help="Who may create databases there.")
@click.option("--password-from", type=PATH, metavar="FILE", help="File whose first line is the password; else ask.")
def basex(
    inputs: tuple[Path, ...], database: str, add: bool, host: str, port: int, user: str, password_from: Path | None
) -> int:
    """Put TEI files into a database of a running BaseX server: all of them, or none.

    \b
    Examples:
      tei-encoder load basex out --database minutes
      tei-encoder load basex out/congress.xml --database minutes --add --password-from secret.txt
    """
    from tei_encoder.app.corpus import by_name, tei_in
    from tei_encoder.check.xml import parse_tei
    from tei_encoder.deliver.archive.names import safe_names
    from tei_encoder.deliver.database.basex import Session
    from tei_encoder.deliver.database.load import load

    files = by_name(tei_in(inputs), "database")
    tally = Tally("reading", len(files))
    for file in files.values():
        with tally.step(file):
            parse_tei(file)
    if tally.exit_code:
        tally.report("nothing was loaded")
        return tally.exit_code
    names = safe_names(f"{name}.xml" for name in files)
    with Session(host, port, user, _password(password_from)) as session:
        number = load(session, database, {names[f"{name}.xml"]: file for name, file in files.items()}, add=add)
    tell(f"{database}: {number} text{'s' if number > 1 else ''}")
    return 0


def _password(file: Path | None) -> str:
    """Read the password from a file, or ask somebody at the terminal: an argument would be seen by everybody."""
    from tei_encoder.model.errors import UsageError
    from tei_encoder.readers.files import open_file

    if file is not None:
        with open_file(file) as stream:
            return stream.readline().decode("utf-8", "replace").rstrip("\r\n")
    if not sys.stdin.isatty():
        cure = "write it into a file that only you may read, and say --password-from FILE"
        raise UsageError("PASSWORD", "nobody is here to be asked for the password", cure)
    return str(click.prompt("Password", hide_input=True, err=True))


@loads.command(name="queries")
def show_queries() -> int:
    """List the example queries: what each asks, what can be set, and the file it is.

    \b
    Example:
      tei-encoder load queries
    """
    from tei_encoder.deliver.database.queries import queries

    for one in queries():
        told = "".join(f" [{name}={value}]" for name, value in one.variables)
        tell(f"{one.name}{told}: {one.asks}")
        tell(f"  {one.path}")
    return 0
