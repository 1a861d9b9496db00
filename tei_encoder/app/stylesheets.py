"""The list of stylesheets: what each makes, and its parameters, as the stylesheets themselves say it."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tei_encoder.deliver.stylesheets import NAMES, Stylesheet, load_stylesheet


@dataclass(frozen=True, slots=True)
class Listed:
    """A stylesheet in the list; ``name`` is what ``--xslt`` takes."""

    name: str
    sheet: Stylesheet

    def record(self) -> dict[str, Any]:
        """Return it as a program would read it."""
        params = [
            {"name": name, "default": one.default, "meaning": one.meaning} for name, one in _shown(self.sheet).items()
        ]
        return {"name": self.name, "about": self.sheet.about, "params": params}

    def lines(self) -> list[str]:
        """Return it for people: what it makes, and a line for each parameter with its value if none is given."""
        params = _shown(self.sheet).items()
        said = [f"  -p {name}={shlex.quote(one.default)}  {one.meaning}".rstrip() for name, one in params]
        return [f"{self.name}: {self.sheet.about}" if self.sheet.about else self.name, *said]


def list_stylesheets(place: str | None) -> list[Listed]:
    """Return our stylesheets; or the one at ``place``, by name or file; or, if that is a folder, all in it.

    Raises ``StylesheetError`` for one that could not be run either; in a folder, parts that others include are
    stylesheets, too.
    """
    if place is None:
        return [Listed(name, load_stylesheet(name)) for name in NAMES]
    path = Path(place)
    files = sorted(path.glob("*.xsl*")) if path.is_dir() else [as_named(place)]
    return [Listed(str(file), load_stylesheet(file)) for file in files]


def as_named(xslt: str) -> str | Path:
    """Return what ``--xslt`` says as a name of ours or as a path: paths end in something like ``.xsl``."""
    return Path(xslt) if Path(xslt).suffix else xslt


def _shown(sheet: Stylesheet) -> dict[str, Any]:
    return {name: one for name, one in sorted(sheet.params.items()) if name != "css"}  # the look, set by itself
