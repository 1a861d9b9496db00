"""The example queries: files of XQuery that say in their first comment what they ask, and what can be set."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tei_encoder.model.places import data_folder

_SAYS = re.compile(r"\(:\s*(.*?)(?:\s*:\)|\n\s*\n)", re.DOTALL)
_VARIABLE = re.compile(r"declare variable \$([\w-]+) external := (\S+);")


class Query(NamedTuple):
    """A query: its name, where it lies, what it asks, and its variables with what they are when nothing is said."""

    name: str
    path: Path
    asks: str
    variables: tuple[tuple[str, str], ...]


def queries() -> list[Query]:
    """Return the queries of this installation, by name."""
    found = []
    for path in sorted(data_folder("xquery").glob("*.xq")):
        text = path.read_text(encoding="utf-8")
        says = _SAYS.match(text)
        asks = " ".join(says[1].split()) if says else ""
        found.append(Query(path.stem, path, asks, tuple(_VARIABLE.findall(text))))
    return found
