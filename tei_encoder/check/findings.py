"""Findings: what a judge has to say about a file, one line each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from tei_encoder.model.errors import printable

Severity = Literal["error", "warning"]


class Finding(NamedTuple):
    """One thing that is wrong, or odd, at one place of a file.

    ``line`` and ``column`` are 1-based, 0 where the judge does not know them. ``code`` names the kind of
    finding in capitals, ``message`` is one line for people. ``xpath`` leads to the element, where that is
    known; ``original`` is what the judge itself said, where ``message`` puts it in other words. ``source``
    (``file:line``) and ``rule`` say where the text of the element stands in the source and which rule made it,
    where the file is ours (see ``placed.py``). ``str()`` gives ``file:line:column: severity: CODE message``
    and then what is known of the place.
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    xpath: str = ""
    original: str = ""
    source: str = ""
    rule: str = ""

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}:{self.column}" if self.column else f":{self.line}"
        return printable(f"{place}: {self.severity}: {self.told}")

    @property
    def told(self) -> str:
        """What is said of it: code and message, then XPath, place in the source, rule as far as they are known."""
        by = f"by rule {self.rule}" if self.rule else ""
        known = " ".join(part for part in (self.xpath, f"from {self.source}" if self.source else "", by) if part)
        return f"{self.code} {self.message}" + (f" [{known}]" if known else "")

    def record(self) -> dict[str, object]:
        """Return the finding as an object for ``--json``, where it stands under its file."""
        return {name: value for name, value in self._asdict().items() if name != "path"}


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in the order of the file, each only once."""
    return sorted(set(findings), key=lambda one: (one.path, one.line, one.column, one.code, one.message))
