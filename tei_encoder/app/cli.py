"""The command line: what can be asked for. It holds no logic; commands import what they need when they are called."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from tei_encoder import __version__
from tei_encoder.app import judging
from tei_encoder.app.command import EXITS, PATH, Commands, say_json
from tei_encoder.app.console import RANGE, Range, Tally, say, tell
from tei_encoder.app.load_commands import loads
from tei_encoder.app.package_commands import packages
from tei_encoder.app.profile_commands import profiles
from tei_encoder.app.serve_commands import serve
from tei_encoder.model.tei import DIALECTS, LANGUAGES, MODEL


@click.group(
    cls=Commands, epilog=EXITS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
@click.version_option(__version__, prog_name="tei-encoder")
def main() -> None:
    """Turn minutes, proceedings and speeches into TEI-XML whose every character and tag is accounted for.

    \b
    Begin with:
      tei-encoder encode minutes.txt -o out
      tei-encoder render out -o out/html
    """


@main.command()
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="INPUT...")
@click.option("-o", "--out", required=True, type=PATH, help="Folder for the results, or one name ending in .xml.")
@click.option("--profile", default="auto", metavar="ID|FILE", help="Rules to use; 'auto' looks at the text.")
@click.option("--meta", type=PATH, metavar="FILE.toml", help="Facts about the text, instead of <stem>.toml beside it.")
@click.option("--date", metavar="D", help="Date for the header (2026-11-22), instead of SOURCE_DATE_EPOCH.")
@click.option("--encoding", metavar="NAME", help="What the bytes mean when they are not UTF-8, e.g. latin-1.")
@click.option("--dialect", type=click.Choice(DIALECTS), default=MODEL, help="How to write it: tei, parla-clarin.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, metavar="N", help="Encode N texts at a time.")
@click.option("--json", "as_json", is_flag=True, help="Print the results as JSON.")
def encode(
    inputs: tuple[Path, ...], out: Path, profile: str, meta: Path | None, date: str | None, encoding: str | None,
    dialect: str, jobs: int, as_json: bool,
) -> int:  # fmt: skip
    """Encode texts (files, or folders of them) as TEI, prove and validate each, and write it.

    \b
    Examples:
      tei-encoder encode seeds -o out
      tei-encoder encode minutes.txt -o minutes.xml --profile minutes-en
      tei-encoder encode volumes -o out --jobs 4
    """
    from tei_encoder.app import corpus
    from tei_encoder.deliver import atomic
    from tei_encoder.model.errors import UsageError
    from tei_encoder.model.several import each

    sources = corpus.sources_in(inputs)
    outputs = corpus.targets(sources, out)
    day = corpus.date_of(date)
    if meta is not None and len(sources) != 1:
        raise UsageError("ONE-META", f"--meta is for one text, not for {len(sources)}", "put <stem>.toml beside each")
    atomic.make_folder(outputs[0].parent)
    tally = Tally("encoding", len(sources))
    done = []
    texts = list(zip(sources, outputs, strict=True))
    encoded = partial(corpus.encode_file, profile=profile, meta=meta, date=day, encoding=encoding, dialect=dialect)
    for source, result in zip(sources, each(encoded, texts, jobs), strict=True):
        with tally.step(source):
            done.append(result())
    if as_json:
        say_json(done)
    elif done:
        click.echo(corpus.summary(done), nl=False)
    if any(one.valid is None for one in done):
        say(f"whether this is valid {dialect} is unknown: its schema is not at hand (tei-encoder schema list)")
    tally.report()
    return tally.exit_code


main.add_command(judging.validate)
main.add_command(judging.schema)


@main.command()
@click.argument("tei", type=PATH)
@click.argument("source", type=PATH)
@click.option("--encoding", metavar="NAME", help="What the bytes of SOURCE mean when they are not UTF-8.")
def proof(tei: Path, source: Path, encoding: str | None) -> int:
    """Prove that the text of TEI is the text of SOURCE, character for character.

    \b
    Example:
      tei-encoder proof out/minutes.xml minutes.txt
    """
    from tei_encoder.encode.proof import prove
    from tei_encoder.model.errors import FidelityError
    from tei_encoder.readers import read

    try:
        characters = prove(tei, read(source, encoding=encoding))
    except FidelityError as error:
        say(str(error))
        return 1  # a finding about two files; exit code 8 is for what encode itself is about to write
    tell(f"{tei}: all {characters:,} characters are those of {source}")
    return 0


@main.command()
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="TEI...")
@click.option("-o", "--out", required=True, type=PATH, help="Folder for the pages.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the interface, instead of that of each text.")
@click.option("--xslt", type=PATH, metavar="FILE", help="A stylesheet of your own that imports tei-encoder:site.xsl.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, metavar="N", help="Work in N processes.")
def render(inputs: tuple[Path, ...], out: Path, lang: str | None, xslt: Path | None, jobs: int) -> int:
    """Make an edition of TEI files (or of those in a folder): web pages that need no server, linked to each other.

    \b
    Examples:
      tei-encoder render out -o out/html
      tei-encoder render out/minutes.xml -o site --lang de
      tei-encoder render volumes -o site --jobs 4
    """
    from tei_encoder.app.corpus import tei_in
    from tei_encoder.deliver.render import render as make

    files = tei_in(inputs)
    tally = Tally("rendering", len(files))
    pages = make(files, out, tally.failed, lang=lang or "", stylesheet=xslt, jobs=jobs)
    for page in pages:
        tell(str(page))
    tally.report()
    return tally.exit_code


@main.command()
@click.argument("tei", type=PATH, required=False)
@click.option("--xslt", metavar="NAME|FILE", help="One of the list, or an XSLT 1.0 stylesheet of your own.")
@click.option("-o", "--out", type=PATH, help="File to write; - for standard output.")
@click.option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter of the stylesheet.")
@click.option("--list", "listed", is_flag=True, help="List the stylesheets and their parameters; or those of --xslt.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def transform(
    tei: Path | None, xslt: str | None, out: Path | None, params: tuple[str, ...], listed: bool, as_json: bool
) -> int:
    """Transform a TEI file with one of the stylesheets, or with one of your own (confined: no files, no network).

    \b
    Examples:
      tei-encoder transform --list
      tei-encoder transform out/minutes.xml --xslt text -o minutes.txt
      tei-encoder transform out/minutes.xml --xslt my.xsl -o - -p lang=en
      tei-encoder transform --list --xslt my-folder
    """
    from tei_encoder.app.console import pairs
    from tei_encoder.app.stylesheets import as_named, list_stylesheets
    from tei_encoder.deliver import atomic
    from tei_encoder.deliver.transform import transform as run
    from tei_encoder.model.errors import UsageError

    if as_json:
        say_json(list_stylesheets(xslt))
    elif listed:
        for line in (line for one in list_stylesheets(xslt) for line in one.lines()):
            tell(line)
    elif tei is None or xslt is None or out is None:
        raise UsageError("USAGE", "a TEI file, --xslt and --out are needed", "or ask for the --list of stylesheets")
    else:
        atomic.keep([tei, Path(xslt)], out)
        result = run(tei, as_named(xslt), pairs(params))
        if str(out) == "-":
            sys.stdout.buffer.write(result)
        else:
            atomic.write(out, result)
    return 0


@main.command()
@click.argument("file", type=PATH, metavar="SOURCE|TEI")
@click.option("--line", "lines", type=RANGE, metavar="N[-M]", help="Explain line N of the source, or lines N to M.")
@click.option("--span", type=RANGE, metavar="START-END", help="Explain characters, as the decisions file counts them.")
@click.option("--id", "wanted", metavar="ID", help="Explain the element with this xml:id of the TEI.")
@click.option("--source", type=PATH, help="The source of the TEI, where it is not found by itself.")
@click.option("--profile", default="auto", metavar="ID|FILE", help="Rules to explain; for TEI those it was made with.")
@click.option("--encoding", metavar="NAME", help="What the bytes of the source mean when they are not UTF-8.")
@click.option("-o", "--out", type=PATH, metavar="PAGE.html", help="Explain everything, as a page for a browser.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON; of everything if nothing else is asked.")
def explain(
    file: Path, lines: Range | None, span: Range | None, wanted: str | None, source: Path | None, profile: str,
    encoding: str | None, out: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """Explain why the text is marked up as it is: the rule, the characters, how sure, what else was tried.

    \b
    Examples:
      tei-encoder explain minutes.txt --line 120
      tei-encoder explain out/minutes.xml --id vote.3
      tei-encoder explain minutes.txt -o why.html
    """
    from tei_encoder.app import explain as explaining
    from tei_encoder.app.corpus import read_as
    from tei_encoder.app.explained import printed
    from tei_encoder.deliver import atomic
    from tei_encoder.model.errors import UsageError

    asked = (lines, span, wanted) != (None, None, None)
    if asked + (out is not None) > 1 or not (asked or out or as_json):
        cure = "give --line N, --span START-END or --id ID; or -o PAGE.html (or --json) for everything"
        raise UsageError("WHAT", "say one thing to explain", cure)
    telling = explaining.telling_of(file, source=source, profile=profile, encoding=encoding)
    if out is not None:
        from tei_encoder.app.explain_page import write_page

        atomic.keep([file, *telling.made_from()], out)
        number = write_page(telling, out)
        say(f"{out}: {number:,} decisions explained")
        return 0
    told = explaining.explain(telling, lines=lines, span=span, wanted=wanted)
    if as_json:
        say_json(told)
    else:
        click.echo("\n".join(map(printed, told)), nl=False)
        if chosen := read_as(telling.document.source.name, telling.document.profile.id, telling.why):
            say(chosen)
    return 0


@main.command()
@click.argument("inputs", nargs=-1, required=True, type=PATH, metavar="TEI|FOLDER...")
@click.option("--json", "as_json", is_flag=True, help="Print every entry as JSON, one object a file.")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "info"]), metavar="SEVERITY",
    help="End with 1 where anything is as grave as error, warning or info.",
)  # fmt: skip
def report(inputs: tuple[Path, ...], as_json: bool, fail_on: str | None) -> int:
    """Say what an editor should look at in TEI files, most important first, each with its line in the source.

    \b
    Examples:
      tei-encoder report out
      tei-encoder report out/minutes.xml --json
      tei-encoder report out --fail-on error
    """
    from tei_encoder.app import report as reporting
    from tei_encoder.app.corpus import tei_in

    files = tei_in(inputs)
    tally = Tally("reading", len(files))
    told = []
    for file in files:
        with tally.step(file):
            told.append(reporting.report(file))
            if fail_on and told[-1].has(fail_on):
                tally.found(file)
    if as_json:
        say_json(told)
    elif told:
        click.echo("\n".join([*map(reporting.printed, told), reporting.summary(told)]), nl=False)
    if len(told) < len(files):
        tally.report()
    return tally.exit_code


main.add_command(profiles)
main.add_command(packages)
main.add_command(serve)
main.add_command(loads)


@main.command()
def version() -> int:
    """Say which version this is, and of what it is made.

    \b
    Example:
      tei-encoder version
    """
    from tei_encoder.app.console import versions

    click.echo(versions(), nl=False)
    return 0


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print what makes a shell complete commands and options when the Tab key is pressed.

    \b
    Examples (put the line into the start file of the shell):
      eval "$(tei-encoder completion bash)"
      eval "$(tei-encoder completion zsh)"
      tei-encoder completion fish | source
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(main, {}, "tei-encoder", "_TEI_ENCODER_COMPLETE").source())
    return 0
