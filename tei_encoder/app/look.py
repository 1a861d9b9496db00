"""What is seen in a text that has no profile yet: its lines, and the rules that they suggest.

Nothing here marks anything up. What is found becomes rules that a person reads (``profile_new.py``).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from tei_encoder.rules.pattern import Pattern, escape, fold

#: A line or a bracket that holds the number of a page, with or without a word: [Page 12], - 12 -.
PAGE = re.compile(r"^[\[({]?[- ]*(?P<word>[^\W\d_]{1,9}\.? ?)?(?P<n>\d{1,4})[- ]*[\])}]?$")


@dataclass(slots=True)
class Row:
    """A line of the text: its number (1-based), folded and as printed, and whether blank lines stand around it."""

    line: int
    text: str
    alone: bool
    printed: str


@dataclass(slots=True)
class Proposal:
    """A rule that a text suggests: its keys, examples from the text, the lines it is for, the evidence.

    ``words``, ``terms`` and ``titles`` go into the tables of the profile; ``label_ends`` has the length of the label
    for each line of a speech.
    """

    layer: str
    id: str
    why: str
    pattern: str
    makes: list[str]
    yes: list[str]
    lines: list[int]
    evidence: list[str]
    no: list[str] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    terms: dict[str, str] = field(default_factory=dict)
    label_ends: dict[int, int] = field(default_factory=dict)

    def proved(self) -> bool:
        """Drop the examples that the pattern does not bear out; say whether any is left that it must match."""
        filled = self.pattern
        pieces = {**self.terms, **{name: "|".join(map(escape, map(fold, some))) for name, some in self.words.items()}}
        for name, piece in pieces.items():
            filled = filled.replace(f"{{{{{name}}}}}", f"(?:{piece})")
        if "{{" in filled:
            return bool(self.yes)  # a term of the profile that is extended: it will be tried there
        tried = Pattern(filled)
        self.yes = [one for one in self.yes if tried.first(fold(one))]
        self.no = [one for one in self.no if not tried.first(fold(one))]
        return bool(self.yes)

    def written(self) -> str:
        """Return the rule as it stands in a profile, the evidence above it as remarks."""
        yes = list(dict.fromkeys(self.yes))[:3]
        no = list(dict.fromkeys(self.no))[:2]
        return "\n".join([
            *(f"# {one}" for one in self.evidence), f"[[{self.layer}]]",
            f'id = "{self.id}"', f"why = {quoted(self.why)}",
            f"pattern = '''{self.pattern}'''", *self.makes, f"yes = [{', '.join(map(quoted, yes))}]",
            *([f"no = [{', '.join(map(quoted, no))}]"] if no else []),
        ])  # fmt: skip


def quoted(text: str) -> str:
    """Return a text between quotation marks, as TOML reads it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def rows_of(sample: str) -> list[Row]:
    """Return the lines of a text that are not blank, without the blanks around them."""
    printed = sample.split("\n")
    lines = [fold(line) for line in printed]
    around = ["", *(line.strip() for line in lines), ""]
    rows = []
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text:
            lead = len(line) - len(line.lstrip())
            alone = not around[number - 1] and not around[number + 1]
            rows.append(Row(number, text, alone, printed[number - 1][lead : lead + len(text)]))
    return rows


def plain(text: str) -> str:
    """Return the pattern of exactly this text, blanks left as they are."""
    return escape(text).replace("\\ ", " ")


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return [word.lower() for word in re.findall(r"[^\W_][\w'-]*", text)]


def word_at(text: str, at: int) -> str:
    """Return the word at a place counted from 0, as it is printed; "" where there is none."""
    words = re.findall(r"[^\W_][\w'-]*", text)
    return words[at] if at < len(words) else ""


def slug(word: str) -> str:
    """Return a word as it can stand in the id of a rule."""
    plain = re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")
    return plain or "part"


def some(rows: list[Row]) -> str:
    """Return the numbers of the first lines, for the evidence."""
    shown = ", ".join(str(row.line) for row in rows[:6])
    return shown + (", …" if len(rows) > 6 else "")
