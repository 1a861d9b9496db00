"""Profiles of a few lines, and what they make of texts of a few lines."""

import hashlib
import re
import tempfile
from pathlib import Path

from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts
from tei_encoder.readers.text import from_string
from tei_encoder.rules.load import load
from tei_encoder.rules.rule import Profile

_FOLDER = tempfile.TemporaryDirectory()

SPEECHES = """
[[block]]
id = "label"
why = "A name in capitals and a colon open a speech."
pattern = '^(?P<speaker>[A-Z]+: *)'
element = "sp"
yes = ["RIIS: No."]

[[block]]
id = "decided"
why = "What the secretary notes."
pattern = '^Decided\\b'
element = "note"
attrs = { type = "decision" }
closes = ["sp"]
yes = ["Decided to wait."]

[[block]]
id = "item"
why = "A numbered item."
pattern = '^(?P<label>\\d+\\.)'
inside = "list"
rest.element = "item"
yes = ["1. Bread"]

[[inline]]
id = "applause"
why = "Applause in brackets."
pattern = '\\[Applause\\]'
element = "stage"
attrs = { type = "applause" }
yes = ["[Applause]"]
"""


LINES = '[layout]\nblocks = "lines"\n'


def profile(rules: str = SPEECHES, head: str = LINES) -> Profile:
    """Make a profile of some rules; ``head`` goes before them, after the title."""
    text = f'[profile]\nid = "tiny"\ntitle = "Tiny"\n{head}\n{rules}'
    path = Path(_FOLDER.name) / f"{hashlib.sha256(text.encode()).hexdigest()[:16]}.toml"
    path.write_text(text, encoding="utf-8")
    return load(str(path))


def document(text: str, rules: Profile | str = SPEECHES) -> Document:
    """Return the document of a text under a profile, or under the rules of one."""
    return Document(from_string(text), profile(rules) if isinstance(rules, str) else rules, load_facts(None))


def tei(text: str, rules: Profile | str = SPEECHES) -> str:
    """Return what stands inside ``text`` of the TEI, the attributes of each element in alphabetical order."""
    xml = "".join(piece for piece, _ in document(text, rules).pieces())
    return re.sub(r"<(\w+)((?: [\w:-]+=\"[^\"]*\")+)", _sorted, xml.partition("<text>")[2].partition("</text>")[0])


def _sorted(tag: re.Match[str]) -> str:
    return f"<{tag[1]} " + " ".join(sorted(re.findall(r"[\w:-]+=\"[^\"]*\"", tag[2])))


def body(text: str, rules: Profile | str = SPEECHES) -> str:
    """Return what stands inside ``body``."""
    return tei(text, rules).partition("<body>")[2].partition("</body>")[0]
