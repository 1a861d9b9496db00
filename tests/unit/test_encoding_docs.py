"""``docs/encoding.md`` shows what the program makes of the small texts in ``tests/encoding``.

``python -m pytest tests/unit/test_encoding_docs.py --accept`` writes its examples anew; then read the page.
"""

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from encoding_page import Example

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "encoding.md"
SOURCES = ROOT / "tests" / "encoding"
EXAMPLE = re.compile(r"(<!-- example: ([\w-]+) (.+?) -->\n).*?(<!-- /example -->)", re.DOTALL)
CONTENTS = re.compile(r"(<!-- contents -->\n).*?(<!-- /contents -->)", re.DOTALL)

#: Lines that an excerpt may have: a page of examples is no place for documents.
SHORT = 24


def shown(example: Example) -> str:
    """Return an example as Markdown: the source and the TEI open, the rest folded in."""
    tei, page, dialect = example.tei(), example.html(), example.dialect()
    for told in (tei, page, dialect):
        assert len(told.splitlines()) <= SHORT, f"too much is shown: choose fewer elements\n{told}"
    folded = [("The page", page, "html"), ("Parla-CLARIN", dialect, "xml")]
    return "\n".join(
        [f"```text\n{example.source}\n```\n", f"```xml\n{tei}\n```\n"]
        + [
            f"<details><summary>{name}</summary>\n\n```{language}\n{told}\n```\n\n</details>\n"
            for name, told, language in folded
            if told
        ]
    )


def contents(text: str) -> str:
    """Return the headings as a list of links."""
    rows = []
    for marks, heading in re.findall(r"^(##+) (.*)$", text, flags=re.MULTILINE):
        place = re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
        rows.append(f"{'  ' * (len(marks) - 2)}- [{heading}](#{place})")
    return "\n".join(rows)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("encoding")


def test_the_page_shows_what_is_made(folder: Path, request: pytest.FixtureRequest) -> None:
    text = PAGE.read_text("utf-8")
    now = EXAMPLE.sub(
        lambda mark: f"{mark[1]}\n{shown(Example(SOURCES / f'{mark[2]}.txt', folder, mark[3]))}\n{mark[4]}", text
    )
    now = CONTENTS.sub(lambda mark: f"{mark[1]}\n{contents(EXAMPLE.sub('', now))}\n\n{mark[2]}", now)
    if request.config.getoption("--accept"):
        PAGE.write_text(now, "utf-8")
    assert PAGE.read_text("utf-8") == now, "make accept"


def test_every_small_text_is_shown() -> None:
    there = {one.stem for one in SOURCES.glob("*.txt")}
    assert {mark[2] for mark in EXAMPLE.finditer(PAGE.read_text("utf-8"))} == there


def test_what_is_shown_are_the_elements_of_the_contract() -> None:
    """Every element that ``docs/phenomena.md`` counts in the seeds is shown, but for those that only name a place."""
    table = (ROOT / "docs" / "phenomena.md").read_text("utf-8").partition("<!-- /counted -->")[0]
    counted = re.findall(r"^\| [^|]+ \| `(\w+)", table, flags=re.MULTILINE)
    assert len(counted) > 40
    told = "".join(re.findall(r"```xml\n(.*?)```", PAGE.read_text("utf-8"), flags=re.DOTALL))
    missing = {name for name in counted if f"<{name}" not in told}
    assert missing <= {"signed", "dateline", "pb", "outside"}


def test_an_example_that_is_not_there_is_noticed(folder: Path) -> None:
    with pytest.raises(AssertionError, match="has no"):
        Example(SOURCES / "vote.txt", folder, "//t:castList")
    told = Example(SOURCES / "vote.txt", folder, "//t:note").tei()
    assert 'quantity="38"' in told and "xmlns" not in told
