"""Reads a decisions file: which rule claimed which characters, and what was decided about persons and labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from tei_encoder.model.errors import InputError
from tei_encoder.readers.files import open_file


class Decision(NamedTuple):
    """One line of the decisions file about a place: ``start`` and ``end`` are offsets (0-based, half-open).

    ``cert`` is ``low``, ``medium`` or ``high`` where the rule says how sure it is, else "".
    """

    rule: str
    layer: str
    start: int
    end: int
    made: tuple[str, ...]
    cert: str = ""


def read_decisions(path: Path) -> tuple[list[Decision] | None, list[dict[str, Any]]]:
    """Read the decisions about places (by their beginnings; None if there is no such file) and those about persons.

    Records of persons and labels have the layer ``identity`` or ``labels``; what they say is left as it stands in the
    file.
    Raises InputError DECISIONS for a line that is no decision.
    """
    if not path.exists():
        return None, []
    found: list[Decision] = []
    persons: list[dict[str, Any]] = []
    with open_file(path) as file:
        for number, line in enumerate(file, 1):
            try:
                record = json.loads(line)
                if record["layer"] in ("identity", "labels"):
                    persons.append(record)
                else:
                    made = tuple(str(one) for one in record["made"])
                    start, end = int(record["start"]), int(record["end"])
                    cert = str(record.get("cert", ""))
                    found.append(Decision(str(record["rule"]), str(record["layer"]), start, end, made, cert))
            except (ValueError, KeyError, TypeError):
                cure = "encode the text again, or move the file away to do without it"
                raise InputError("DECISIONS", "this is no decision", cure, path=path, line=number) from None
    return sorted(found, key=lambda one: (one.start, -one.end)), persons
