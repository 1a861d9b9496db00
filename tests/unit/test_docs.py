"""The words are true: tours run as written, links lead somewhere, generated tables are those of the program.

``python -m pytest tests/unit/test_docs.py --accept`` writes the generated tables anew.
"""

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Literal, get_args, get_origin

import click
import pytest

from tei_encoder.app.cli import main
from tei_encoder.model.errors import ProfileError
from tei_encoder.model.tei import ELEMENTS
from tei_encoder.rules import profile as language
from tei_encoder.rules.load import load, shipped
from tei_encoder.rules.pattern import FOLDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TOURS = [ROOT / "README.md", ROOT / "docs" / "profiles.md", ROOT / "docs" / "explain.md"]
MANUAL = ROOT / "docs" / "profiles.md"

#: What stands above a piece of a profile that the manual shows without its head.
HEAD = """[profile]
id = "mine"
title = "Mine"
language = "en"
scripts = ["Latin"]
extends = "minutes-en"

"""

#: Lines of a tour that are not for a test: they install, or start what has tests of its own.
NOT_RUN = re.compile(r"make |pip |git |cd |\. ")

#: A bar in a table of Markdown.
BAR = "\\|"


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


# ------------------------------------------------------------------------------------------------ generated


def keys(model: str) -> str:
    """Return the keys of one table of the profile language, as a table; inherited keys are told elsewhere."""
    cls = getattr(language, model)
    rows = ["| key | value | meaning |", "|---|---|---|"]
    for field_name, field in cls.model_fields.items():
        if not is_own(cls, field_name):
            continue
        meaning = field.description
        assert meaning, f"say what {model}.{field_name} means: Field(description=…)"
        key = field.alias or field_name
        needed = " (needed)" if field.is_required() else ""
        told = meaning.replace("|", BAR).replace("<", "&lt;")
        rows.append(f"| `{key}` | {in_words(field.annotation, field.metadata)}{needed} | {told} |")
    return "\n".join(rows)


def is_own(cls: type[language.Strict], field_name: str) -> bool:
    """Say whether a key is new in a table, or another than in the table that it builds on."""
    base = cls.__mro__[1]
    inherited = base.model_fields if issubclass(base, language.Strict) else {}
    return field_name not in inherited or repr(inherited[field_name]) != repr(cls.model_fields[field_name])


def in_words(annotation: Any, metadata: list[Any] | None = None) -> str:
    """Return what may stand behind a key, in words."""
    bounds = [getattr(one, side) for side in ("ge", "gt", "le") for one in metadata or [] if hasattr(one, side)]
    if get_origin(annotation) is Literal:
        return ", ".join(f"`{value}`" for value in get_args(annotation) if value)
    if get_origin(annotation) is list:
        inside = get_args(annotation)[0]
        return f"list of {in_words(inside)}" if inside is str or get_origin(inside) is Literal else "tables `[[…]]`"
    if get_origin(annotation) is dict:
        return f"table of {in_words(get_args(annotation)[1])}"
    if get_origin(annotation) is UnionType:
        shapes = get_args(annotation)
        return "`true`, `false` or a table of options" if bool in shapes else " or ".join(map(in_words, shapes))
    if isinstance(annotation, type) and issubclass(annotation, language.Strict):
        return "an action" if annotation is language.Action else "a table"
    plain = {str: "text", bool: "`true` or `false`", int: "number", float: "number"}.get(annotation)
    assert plain, f"say in words what {annotation} is"
    return f"{bounds[0]} to {bounds[1]}" if len(bounds) == 2 else plain


def folds() -> str:
    """Return what rules see instead of what is printed."""
    rows = ["| rules see | instead of |", "|---|---|"]
    for plain, odds in FOLDS.items():
        names = ", ".join(f"{unicodedata.name(odd).lower()} (U+{ord(odd):04X})" for odd in odds)
        rows.append(f"| `{plain}` {unicodedata.name(plain).lower()} | {names} |")
    return "\n".join(rows)


def elements() -> str:
    """Return the elements that a rule may make."""
    return " ".join(f"`{element}`" for element in sorted(ELEMENTS, key=str.lower))


def profiles() -> str:
    """Return the shipped profiles, each with a link to its page."""
    rows = ["| profile | language | for |", "|---|---|---|"]
    for one in map(load, shipped()):
        told = f"(to build on) {one.title}" if one.abstract else one.title
        rows.append(f"| [{one.id}](profiles/{one.id}.md) | {one.language or 'any'} | {told} |")
    return "\n".join(rows)


def commands() -> str:
    """Return every command with its arguments, options and examples."""
    return "\n\n".join(command(path, found) for path, found in walk(main, "tei-encoder"))


def walk(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    for child_name, child in group.commands.items():
        if isinstance(child, click.Group):
            yield from walk(child, f"{path} {child_name}")
        else:
            yield f"{path} {child_name}", child


def command(path: str, found: click.Command) -> str:
    arguments = [one.metavar or (one.name or "").upper() for one in found.params if isinstance(one, click.Argument)]
    options = [one for one in found.params if isinstance(one, click.Option)]
    text, _, examples = (found.help or "").partition("\b\n")
    lines = [f"## {' '.join([path.removeprefix('tei-encoder '), *arguments])}", "", " ".join(text.split())]
    if options:
        lines += ["", "| option | meaning |", "|---|---|"]
        for one in options:
            value = "" if one.is_flag else " " + (one.metavar or (one.name or "").upper())
            told = (one.help or "") + (" Needed." if one.required else "")
            told += f" Without it: `{one.default}`." if isinstance(one.default, str) else ""
            cells = (f"`{', '.join(one.opts)}{value}`", told)
            lines.append(f"| {' | '.join(cell.replace('|', BAR) for cell in cells)} |")
    shown = [line.strip() for line in examples.splitlines() if line.strip().startswith("tei-encoder")]
    if shown:
        lines += ["", "```console", *shown, "```"]
    return "\n".join(lines)


GENERATED = re.compile(r"(<!-- generated: (\w+)(?: (\w+))? -->\n).*?(<!-- /generated -->)", re.DOTALL)
MAKERS: dict[str, Callable[..., str]] = {
    "keys": keys, "folds": folds, "elements": elements, "commands": commands, "profiles": profiles,
}  # fmt: skip


def renewed(text: str) -> str:
    """Return a page with its generated parts made anew."""

    def make(found: re.Match[str]) -> str:
        made = MAKERS[found[2]](*([found[3]] if found[3] else []))
        return f"{found[1]}\n{made}\n\n{found[4]}"

    return GENERATED.sub(make, text)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_generated_parts_are_up_to_date(page: Path, request: pytest.FixtureRequest) -> None:
    text = page.read_text("utf-8")
    now = renewed(text)
    if request.config.getoption("--accept"):
        page.write_text(now, "utf-8")
    else:
        assert text == now, "python -m pytest tests/unit/test_docs.py --accept"


def test_every_table_of_the_profile_language_is_in_the_manual() -> None:
    classes = [one for one in vars(language).values() if isinstance(one, type) and issubclass(one, language.Strict)]
    with_keys = {one.__name__ for one in classes if any(is_own(one, field_name) for field_name in one.model_fields)}
    assert with_keys == {found[3] for found in GENERATED.finditer(MANUAL.read_text("utf-8")) if found[2] == "keys"}


# ------------------------------------------------------------------------------------------------ links


def heading_ids(page: Path) -> set[str]:
    """Return the ids that a Markdown reader gives to the headings of a page."""
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    found = re.findall(r"^#+ (.*)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in found}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, place = target.partition("#")
        if path.startswith(("http:", "https:", "mailto:")):
            continue
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), target
        assert file.is_relative_to(ROOT), target
        assert not place or place in heading_ids(file), target


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == sorted(page.name for page in folder.glob("0*.md"))


def test_files_that_the_architecture_names_exist() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    files = [f"/{name(file)}" for folder in ("tei_encoder", "schemas", "tests") for file in (ROOT / folder).rglob("*")]
    for named in re.findall(r"\b([\w/-]+\.(?:py|toml|rnc))\b", page):
        assert any(file.endswith(f"/{named}") for file in files), named


# ------------------------------------------------------------------------------------------------ tours


@dataclass(frozen=True)
class Fence:
    """A fenced block of a page: its language, its text, and the name it is to be saved under, if any."""

    language: str
    text: str
    file: str


def fences(page: Path) -> list[Fence]:
    found, at, text = [], 0, page.read_text("utf-8")
    for block in re.finditer(r"^( *)```(\w*)\n(.*?)^ *```$", text, flags=re.DOTALL | re.MULTILINE):
        saved = re.findall(r"[Ss]ave\s+this\s+as\s+`([^`]+)`", text[at : block.start()])
        inside = re.sub(rf"^{block[1]}", "", block[3], flags=re.MULTILINE)
        found.append(Fence(block[2], inside, saved[-1] if saved else ""))
        at = block.end()
    return found


@pytest.fixture
def run(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Run a command line in an empty folder, where ``tei-encoder`` is known."""
    tools = tmp_path_factory.mktemp("tools")
    tool = tools / "tei-encoder"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tei_encoder "$@"\n')
    tool.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}

    def run(line: str) -> str:
        done = subprocess.run(
            ["sh", "-c", line], cwd=tmp_path, env=environment, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        differs = line.startswith("tei-encoder profile diff") and done.returncode == 1
        assert done.returncode == 0 or differs, f"{line} ended with {done.returncode}:\n{done.stdout}"
        return done.stdout

    return run


def plain(text: str) -> list[str]:
    """Return the lines of what a command printed, without what differs from run to run."""
    return [" ".join(re.sub(r"\d+\.\d\d$", "", line).split()) for line in text.splitlines() if line.strip()]


def in_one_order(xml: str) -> str:
    """Return XML with the attributes of each tag in alphabetical order: their order means nothing."""

    def sort(tag: re.Match[str]) -> str:
        return tag[1] + "".join(sorted(re.findall(r' [\w:-]+="[^"]*"', tag[2]))) + tag[3]

    return re.sub(r'(<[\w:]+)((?: [\w:-]+="[^"]*")+)(/?>)', sort, xml)


def assert_shown(expected: str, printed: str) -> None:
    """See that the lines of ``expected`` were printed in this order; only "…" stands for lines left out."""
    left = plain(printed)
    gap = False
    for line in plain(expected):
        if line == "…":
            gap = True
            continue
        assert line in left if gap else left[:1] == [line], f"the page says {line!r}, printed was:\n{printed}"
        left = left[left.index(line) + 1 :]
        gap = False
    assert gap or not left, f"more was printed: {left}"


@pytest.mark.parametrize("page", TOURS, ids=name)
def test_the_tour_runs_as_written(page: Path, tmp_path: Path, run: Any) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    printed = ""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    for fence in fences(page):
        if fence.file:
            (tmp_path / fence.file).write_text(fence.text, "utf-8")
        elif fence.language == "sh":
            lines = fence.text.splitlines()
            assert {line.split()[1] for line in lines if line.startswith("make ")} <= targets
            printed = "".join(run(line) for line in lines if not NOT_RUN.match(line))
        elif fence.language == "text" and not fence.text.startswith("mine.toml:"):
            assert_shown(fence.text, printed)
        elif fence.language == "xml":
            written = in_one_order("".join(file.read_text("utf-8") for file in tmp_path.glob("out/*.xml")))
            for line in filter(None, fence.text.splitlines()):
                assert in_one_order(line) in written, f"{name(page)} shows what is not written: {line}"


def test_every_piece_of_a_profile_in_the_manual_loads_or_fails_as_it_says(tmp_path: Path) -> None:
    shown = fences(MANUAL)
    for number, fence in enumerate(shown):
        if fence.language != "toml" or fence.file:
            continue
        following = shown[number + 1] if number + 1 < len(shown) else None
        file = tmp_path / "mine.toml"
        file.write_text(fence.text if "[profile]" in fence.text else HEAD + fence.text, "utf-8")
        os.utime(file, ns=(number, number))  # profiles are kept in memory by the date of the file
        if following is not None and following.text.startswith("mine.toml:"):
            with pytest.raises(ProfileError) as error:
                load(str(file))
            told = " ".join(following.text.split())
            assert str(error.value).replace(str(file), "mine.toml") == told
        else:
            load(str(file))
