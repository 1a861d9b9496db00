"""The commands that make packages for archives: ``package bagit`` and its like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tei_encoder.app.command import PATH, Commands, say_json
from tei_encoder.app.console import Tally, tell

if TYPE_CHECKING:
    from tei_encoder.deliver.archive.payload import Document
    from tei_encoder.encode.facts import Facts


@click.group(name="package", cls=Commands)
def packages() -> None:
    """Make packages for archives of what encode has written: BagIt, OCFL, DSpace, E-ARK.

    A package holds TEI, untouched sources, decisions, reports, pages, schemas and rules, and says so in the standards
    of archives. Facts that archives demand and that are missing are listed before anything is written.

    \b
    Example:
      tei-encoder package bagit out -o bag --meta archive.toml --date 2026-11-22
    """


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command what all packages need."""
    options = [
        click.option("--sources", type=PATH, multiple=True, metavar="FOLDER",
                     help="Where the sources are, instead of near the TEI."),
        click.option("--meta", type=PATH, metavar="FILE.toml",
                     help="A sidecar for the package: its title, note, publisher, licence."),
        click.option("--profile", multiple=True, metavar="FILE", help="A profile of your own that was used."),
        click.option("--date", metavar="D", help="Day of the package (2026-11-22), instead of SOURCE_DATE_EPOCH."),
    ]  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="TEI|FOLDER...")(command)


def looked_at(
    inputs: tuple[Path, ...], sources: tuple[Path, ...], meta: Path | None, profile: tuple[str, ...], date: str | None
) -> tuple[list[Document], Facts, str, int]:
    """Return the documents, the facts about the package, its day, and an exit code: 0, or documents are missing."""
    from tei_encoder.app.corpus import by_name, date_of, tei_in
    from tei_encoder.app.package import checked
    from tei_encoder.encode.facts import load_facts
    from tei_encoder.model.errors import UsageError

    day = date_of(date)
    if not day:
        raise UsageError("NO-DATE", "a package says when it was made", "give --date, or set SOURCE_DATE_EPOCH")
    about = load_facts(meta)
    files = list(by_name(tei_in(inputs), "package").values())
    tally = Tally("checking", len(files))
    found: list[Document] = []
    for file in files:
        with tally.step(file):
            document, wrong = checked(file, about, sources=sources, profiles=profile)
            for error in wrong:
                tally.failed(error)
            if document is not None:
                found.append(document)
    if tally.exit_code:
        tally.report("nothing was written")
    return found, about, day, tally.exit_code


@packages.command()
@common
@click.option("-o", "--out", required=True, type=PATH, metavar="BAG", help="The bag; an older one is replaced.")
def bagit(
    inputs: tuple[Path, ...], sources: tuple[Path, ...], meta: Path | None, profile: tuple[str, ...], date: str | None,
    out: Path,
) -> int:  # fmt: skip
    """Make one bag (BagIt 1.0) of TEI files and of all that belongs to them.

    \b
    Examples:
      tei-encoder package bagit out -o bag --date 2026-11-22
      tei-encoder package bagit out/minutes.xml -o minutes-bag --meta archive.toml --date 2026-11-22
    """
    from tei_encoder.deliver.archive.bag import write_bag

    documents, about, day, code = looked_at(inputs, sources, meta, profile, date)
    return code or _told(out, len(documents), write_bag(documents, out, about, day))


@packages.command()
@common
@click.option("--root", required=True, type=PATH, metavar="ROOT", help="OCFL storage root; made if it is missing.")
@click.option("--message", required=True, metavar="M", help="Why there is a new version.")
@click.option("--user", required=True, metavar="U", help="Who makes it; 'Name <address>' gives both.")
@click.option("--base", default="urn:x-tei-encoder:", metavar="URI", help="What the ids of objects begin with.")
@click.option("--json", "as_json", is_flag=True, help="Print the results as JSON.")
def ocfl(
    inputs: tuple[Path, ...], sources: tuple[Path, ...], meta: Path | None, profile: tuple[str, ...], date: str | None,
    root: Path, message: str, user: str, base: str, as_json: bool,
) -> int:  # fmt: skip
    """Keep TEI files in an OCFL 1.1 storage root: an object for each, a new version where anything has changed.

    \b
    Examples:
      tei-encoder package ocfl out --root archive --message "First encoding" --user "A. Berg" --date 2026-11-22
      tei-encoder package ocfl out --root archive --message "Better rules" --user "A. Berg" --date 2027-11-22
    """
    from email.utils import parseaddr

    from tei_encoder.deliver.archive.ocfl import Release, write_objects

    documents, about, day, code = looked_at(inputs, sources, meta, profile, date)
    if code:
        return code
    name, address = parseaddr(user) if "@" in user else (user, "")
    release = Release(message, name or user, f"mailto:{address}" if address else "", day)
    kept = write_objects(documents, root, about, release, base)
    if as_json:
        say_json(kept)
    else:
        for one in kept:
            tell(f"{one.id}: {one.version}{'' if one.new else ', nothing has changed'}")
    return 0


@packages.command()
@common
@click.option("-o", "--out", required=True, type=PATH, metavar="ITEMS", help="Folder for the items.")
def saf(
    inputs: tuple[Path, ...], sources: tuple[Path, ...], meta: Path | None, profile: tuple[str, ...], date: str | None,
    out: Path,
) -> int:  # fmt: skip
    """Make a folder that DSpace imports (Simple Archive Format): one item for each TEI file.

    \b
    Example:
      tei-encoder package saf out -o items --meta archive.toml --date 2026-11-22
    """
    from tei_encoder.deliver.archive.saf import write_items

    documents, about, day, code = looked_at(inputs, sources, meta, profile, date)
    return code or _told(out, len(documents), write_items(documents, out, about, day))


@packages.command()
@common
@click.option("-o", "--out", required=True, type=PATH, metavar="SIPS", help="Folder for the packages.")
def eark(
    inputs: tuple[Path, ...], sources: tuple[Path, ...], meta: Path | None, profile: tuple[str, ...], date: str | None,
    out: Path,
) -> int:  # fmt: skip
    """Make submission packages of the European specification (E-ARK SIP 2.1): one for each TEI file.

    \b
    Example:
      tei-encoder package eark out -o sips --meta archive.toml --date 2026-11-22
    """
    from tei_encoder.deliver.archive.eark import write_sips

    documents, about, day, code = looked_at(inputs, sources, meta, profile, date)
    return code or _told(out, len(documents), write_sips(documents, out, about, day))


def _told(out: Path, documents: int, files: int) -> int:
    """Say what has been written; returns the exit code."""
    tell(f"{out}: {documents} document{'s' if documents > 1 else ''}, {files} files")
    return 0
