"""The commands that judge: ``validate``, and ``schema`` for the schemas it can name."""

from __future__ import annotations

from pathlib import Path

import click

from tei_encoder.app.command import PATH, Commands, say_json
from tei_encoder.app.console import Tally, table, tell


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="TEI|FOLDER...")
@click.option(
    "--schema", default="minutes", metavar="NAME|FILE",
    help="minutes, minutes-xsd, tei_all, parla-clarin, model (what the file names), or an .rng, .rnc, .xsd, .sch.",
)  # fmt: skip
@click.option("--engine", default="auto", metavar="NAME", help="The judge: auto, libxml2, jing or xmlschema.")
@click.option("--format", "form", default="text", metavar="NAME", help="text, json, sarif, junit or github.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "never"]), default="error", metavar="SEVERITY",
    help="End with 1 for an error, already for a warning, or never.",
)  # fmt: skip
def validate(
    inputs: tuple[Path, ...], schema: str, engine: str, form: str, as_json: bool, fail_on: str
) -> int:
    """Validate TEI files against a schema; each finding is one line on standard output.

    \b
    Examples:
      tei-encoder validate out
      tei-encoder validate out/minutes.xml --schema tei_all
      tei-encoder validate out --format sarif > findings.sarif
    """
    from tei_encoder.app.corpus import tei_in
    from tei_encoder.app.formats import FORMATS
    from tei_encoder.check.jing import Jing
    from tei_encoder.check.schemas import MODEL, find_schema
    from tei_encoder.check.validate import ENGINES, Judged, judge, unread
    from tei_encoder.model.errors import InputError, TeiEncoderError, UsageError

    form = "json" if as_json else form
    if form not in FORMATS:
        raise UsageError("FORMAT", f"there is no format {form!r}", f"there are: {', '.join(FORMATS)}")
    asked = next((one for one in ENGINES if one == engine), None)
    if asked is None:
        raise UsageError("ENGINE", f"there is no judge {engine!r}", f"there are: {', '.join(ENGINES)}")
    if schema != MODEL:
        find_schema(schema)  # said once, not file by file
    files = tei_in(inputs)
    tally = Tally("validating", len(files))
    done: list[Judged] = []
    by_jing = Jing(files)
    for file in files:
        hopeless = False
        with tally.step(file):
            try:
                done.append(judge(file, schema, asked, by_jing))
            except TeiEncoderError as error:
                # About the schema or the judge, not about this file: it would be said of every other file, too.
                hopeless = schema != MODEL and str(error.path) != str(file) and not isinstance(error, InputError)
                done.append(unread(error, file, schema))  # a program that reads the findings must hear of it
                raise
            if form == "text":
                for finding in done[-1].findings:
                    tell(str(finding))
            if fail_on != "never" and (not done[-1].valid or (fail_on == "warning" and done[-1].findings)):
                tally.found(file)
        if hopeless:
            return tally.exit_code
    if form != "text":
        click.echo(FORMATS[form](done), nl=False)
    valid = sum(one.valid for one in done)
    tally.report(f"{valid} of {len(files)} valid by {schema}")
    return tally.exit_code


@click.group(cls=Commands)
def schema() -> None:
    """Schemas that validate can name: list them, add one from a file, fetch one from its official address.

    \b
    Example:
      tei-encoder schema list
    """


@schema.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def list_schemas(as_json: bool) -> int:
    """List the schemas at hand, with their checksums and where they came from.

    \b
    Example:
      tei-encoder schema list
    """
    from tei_encoder.app.schema_store import OFFICIAL, stored

    found = stored()
    if as_json:
        say_json(found)
        return 0
    rows = [("schema", "sha256", "from", "file")]
    rows += [(one.name, one.sha256[:12], one.origin or "put there by hand", one.file) for one in found]
    click.echo(table(rows), nl=False)
    missing = sorted(set(OFFICIAL) - {one.name for one in found})
    for name in missing:
        tell(f"{name} is not here: tei-encoder schema fetch {name}")
    return 0


@schema.command("add")
@click.argument("name")
@click.argument("file", type=PATH)
def add_schema(name: str, file: Path) -> int:
    """Add the schema FILE to the store, under a NAME for validate --schema.

    \b
    Example:
      tei-encoder schema add tei_all Downloads/tei_all.rng
    """
    from tei_encoder.app.schema_store import add

    added = add(name, file)
    tell(f"{added.name}: {added.file} ({added.sha256})")
    return 0


@schema.command("fetch")
@click.argument("name")
@click.option("--from", "address", default="", metavar="URL", help="Another address than the official one.")
def fetch_schema(name: str, address: str) -> int:
    """Fetch the schema NAME (tei_all, parla-clarin) from its official address, and record its checksum.

    \b
    Examples:
      tei-encoder schema fetch tei_all
      tei-encoder schema fetch ours --from https://example.org/ours.rng
    """
    from tei_encoder.app.schema_store import fetch

    fetched = fetch(name, address)
    tell(f"{fetched.name}: {fetched.file} ({fetched.sha256})")
    return 0
