"""The commands about profiles. Like ``cli.py`` this holds no logic; each command imports what it needs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tei_encoder.app.command import PATH, Commands, say_json
from tei_encoder.app.console import Tally, say, table, tell


@click.group("profile", cls=Commands)
def profiles() -> None:
    """Look at rules, write your own, see what they do: list, show, check, new, diff, test, schema.

    \b
    Example:
      tei-encoder profile list
    """


@profiles.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def list_profiles(as_json: bool) -> int:
    """List the profiles that come with tei-encoder; those in brackets are there only to be extended.

    \b
    Example:
      tei-encoder profile list
    """
    from tei_encoder.app.profiles import list_rows, listed

    found = listed()
    if as_json:
        say_json(found)
    else:
        click.echo(table(list_rows(found)), nl=False)
    return 0


@profiles.command("show")
@click.argument("name", metavar="ID|FILE")
@click.option("--rule", "wanted", default="", metavar="ID", help="Show only this rule.")
@click.option("--json", "as_json", is_flag=True, help="Print the profile as JSON.")
def show_profile(name: str, wanted: str, as_json: bool) -> int:
    """Show the rules of a profile in the order in which they are tried, with their examples and where they stand.

    \b
    Examples:
      tei-encoder profile show minutes-en
      tei-encoder profile show minutes-en --rule speaker-label
    """
    from tei_encoder.app.profiles import printed, shown

    told = shown(name, wanted)
    if as_json:
        say_json([told])
    elif sys.stdout.isatty():
        click.echo_via_pager(printed(told))
    else:
        click.echo(printed(told), nl=False)
    return 0


@profiles.command("check")
@click.argument("files", nargs=-1, required=True, metavar="ID|FILE... [TEXT...]")
@click.option("--strict", is_flag=True, help="End with 1 where there is any warning.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def check_profile(files: tuple[str, ...], strict: bool, as_json: bool) -> int:
    """Check profiles: every key, pattern and example; what is in them in vain; and what they do to texts.

    \b
    Examples:
      tei-encoder profile check mine.toml
      tei-encoder profile check mine.toml minutes.txt more-minutes.txt
    """
    from tei_encoder.app.corpus import sources_in
    from tei_encoder.app.profile_check import check, is_profile, printed

    names = [name for number, name in enumerate(files) if number == 0 or is_profile(name)]
    texts = sources_in(Path(name) for number, name in enumerate(files) if number and not is_profile(name))
    tally = Tally("checking", len(names))
    done = []
    for name in names:
        with tally.step(Path(name)):
            done.append(check(name, texts))
            if strict and done[-1].warnings:
                tally.found(Path(name))
            if not as_json:
                for line in printed(done[-1]):
                    tell(line)
    if as_json:
        say_json(done)
    tally.report()
    return tally.exit_code


@profiles.command("schema")
def print_schema() -> int:
    """Print the JSON Schema of profiles, by which editors complete keys and mark mistakes.

    \b
    Example:
      tei-encoder profile schema
    """
    from tei_encoder.rules.profile import json_schema

    click.echo(json_schema(), nl=False)
    return 0


@profiles.command("new")
@click.argument("file", type=PATH, metavar="FILE.toml")
@click.option("--from", "text", required=True, type=PATH, metavar="TEXT", help="The text to look at.")
@click.option("--encoding", metavar="NAME", help="What the bytes of TEXT mean when they are not UTF-8.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def new_profile(file: Path, text: Path, encoding: str | None, as_json: bool) -> int:
    """Look at a text and write a profile for it: labels, headings, brackets, notes, pages, with the evidence counted.

    \b
    Example:
      tei-encoder profile new council.toml --from council.txt
    """
    from tei_encoder.app.profile_new import printed, propose

    made = propose(file, text, encoding)
    if as_json:
        say_json([made])
    else:
        for line in printed(made):
            tell(line)
    return 0


@profiles.command("diff")
@click.argument("before", metavar="ID|FILE")
@click.argument("after", metavar="ID|FILE")
@click.argument("texts", nargs=-1, required=True, type=PATH, metavar="TEXT...")
@click.option("--most", type=click.IntRange(min=0), default=20, metavar="N", help="Show so many lines a text; 0: all.")
@click.option("--json", "as_json", is_flag=True, help="Print every difference as JSON.")
def diff_profiles(before: str, after: str, texts: tuple[Path, ...], most: int, as_json: bool) -> int:
    """Show which lines of texts two profiles mark up differently, and by which rules; end with 1 if there are any.

    \b
    Example:
      tei-encoder profile diff minutes-en mine.toml -- minutes.txt
    """
    from tei_encoder.app.corpus import sources_in
    from tei_encoder.app.profile_diff import diff, printed

    done = diff(before, after, sources_in(texts))
    if as_json:
        say_json(done)
    else:
        click.echo("\n".join(line for one in done for line in printed(one, most)))
    return int(any(one.differences for one in done))


@profiles.command("test")
@click.argument("profile", metavar="ID|FILE")
@click.argument("text", type=PATH)
@click.option("--expect", "expected", required=True, type=PATH, metavar="TEI", help="What TEXT should become.")
@click.option("--most", type=click.IntRange(min=0), default=5, metavar="N", help="Show so many lines; 0: all.")
@click.option("--json", "as_json", is_flag=True, help="Print every difference as JSON.")
def check_profile_by_tei(profile: str, text: Path, expected: Path, most: int, as_json: bool) -> int:
    """Compare what a profile makes of TEXT with the TEI that it should become, but for the header; 1 if it differs.

    \b
    Example:
      tei-encoder profile test mine.toml minutes.txt --expect minutes-as-it-should-be.xml
    """
    from tei_encoder.app.profile_diff import expect, printed
    from tei_encoder.model.errors import FidelityError

    try:
        compared = expect(profile, text, expected)
    except FidelityError as error:
        say(str(error))
        return 1  # a finding about two files; exit code 8 is for what encode itself is about to write
    if as_json:
        say_json([compared])
    else:
        click.echo("\n".join(printed(compared, most)))
    return int(bool(compared.differences))
