"""Each shipped profile has its page; the TEI and the rules on it are those of the program.

A page ``docs/profiles/ID.md`` shows a text in a fence ``txt``. Below stand what the profile makes of it (``made``)
and its own rules (``rules``), both written by ``python -m pytest tests/unit/test_profile_docs.py --accept``.
"""

import re
from pathlib import Path

import pytest

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts
from tei_encoder.readers.text import from_string
from tei_encoder.rules.content import SHIPPED
from tei_encoder.rules.load import load, shipped

DOCS = Path(__file__).resolve().parents[2] / "docs"
PARTS = re.compile(r"(<!-- (made|rules) -->\n).*?(<!-- /(?:made|rules) -->)", re.DOTALL)
EXCERPT = re.compile(r"^```txt\n(.*?)\n```$", re.DOTALL | re.MULTILINE)
LAYERS = {"division": "Headings", "block": "Blocks", "inline": "Within a block"}


def made(name: str, page: str) -> str:
    """Return what a profile makes of the text that its page shows."""
    excerpt = EXCERPT.search(page)
    assert excerpt, "show a text: ```txt"
    document = Document(from_string(excerpt[1] + "\n"), load(name), load_facts(None))
    xml = "".join(piece for piece, _ in document.pieces())
    text = xml.partition("<text>")[2].partition("</text>")[0]
    return f"```xml\n{text.strip()}\n```"


def rules(name: str, _page: str) -> str:
    """Return the rules that have their examples in a profile's own file, with why they are there."""
    profile, file = load(name), str(SHIPPED / f"{name}.toml")
    own = [rule for rule in (*profile.block_rules, *profile.inline_rules) if rule.tried[0] == file]
    tables = []
    for layer, heading in LAYERS.items():
        rows = [
            f"| `{rule.id}` | {cell(rule.why)} | {examples(rule.yes)} | {examples(rule.no)} |"
            for rule in own
            if rule.layer == layer
        ]
        if rows:
            head = [f"**{heading}**\n", "| rule | why | takes | leaves |", "|---|---|---|---|"]
            tables.append("\n".join([*head, *rows]))
    return "\n\n".join(tables) or "It has no rules of its own."


def cell(text: str) -> str:
    """Return a text as it can stand in a table."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ⏎ ")


def examples(texts: tuple[str, ...]) -> str:
    """Return some examples of a rule."""
    return "<br>".join(f"`{text.replace('|', '¦')}`".replace("\n", " ⏎ ") for text in texts[:2] if text.strip())


@pytest.mark.parametrize("name", shipped())
def test_the_page_of_a_profile_is_up_to_date(name: str, request: pytest.FixtureRequest) -> None:
    page = DOCS / "profiles" / f"{name}.md"
    assert page.is_file(), "write a page: what layouts it is for, a short text, and the two parts made here"
    text = page.read_text(encoding="utf-8")
    makers = {"made": made, "rules": rules}
    now = PARTS.sub(lambda found: f"{found[1]}\n{makers[found[2]](name, text)}\n\n{found[3]}", text)
    if request.config.getoption("--accept"):
        page.write_text(now, encoding="utf-8")
    else:
        assert text == now, "python -m pytest tests/unit/test_profile_docs.py --accept"
    wanted = ["rules"] if load(name).abstract else ["made", "rules"]
    assert [found[2] for found in PARTS.finditer(text)] == wanted


def test_every_page_belongs_to_a_profile_and_is_listed() -> None:
    pages = sorted(page.stem for page in (DOCS / "profiles").glob("*.md"))
    assert pages == sorted(shipped())
    listed = re.findall(r"\]\(profiles/([\w-]+)\.md\)", (DOCS / "profiles.md").read_text(encoding="utf-8"))
    assert sorted(listed) == pages, "docs/profiles.md lists them all"
