"""Compares what two profiles make of texts, and what one makes with what it should make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tei_encoder.app.marked_lines import Difference, compare, encoded, marked_lines
from tei_encoder.check.xml import parse_tei
from tei_encoder.encode.document import Document
from tei_encoder.encode.facts import load_facts, sidecar_beside
from tei_encoder.encode.proof import prove
from tei_encoder.model.errors import FidelityError
from tei_encoder.model.source import Source
from tei_encoder.readers import read
from tei_encoder.rules.load import load
from tei_encoder.rules.rule import Profile


@dataclass(frozen=True, slots=True)
class Compared:
    """Two encodings of one text: how many lines it has, and those that differ."""

    text: str
    lines: int
    differences: tuple[Difference, ...]

    def record(self) -> dict[str, object]:
        """Return it as an object for ``--json``."""
        return asdict(self)


def diff(before: str, after: str, texts: Sequence[Path]) -> list[Compared]:
    """Encode texts under two profiles (ids or files) in memory, and return the lines that are marked up differently.

    Raises ProfileError, InputError.
    """
    profiles = load(before), load(after)
    return [_compared(path, profiles) for path in texts]


def _compared(path: Path, profiles: tuple[Profile, Profile]) -> Compared:
    source = read(path)
    (one, its_rules), (other, other_rules) = (encoded(_document(source, profile)) for profile in profiles)
    found = compare(str(path), marked_lines(one), marked_lines(other), (its_rules, other_rules))
    return Compared(str(path), source.lines, tuple(found))


def expect(profile: str, text: Path, expected: Path) -> Compared:
    """Encode a text in memory and compare it with the TEI file that it should become; headers are not compared.

    The expected mark-up stands ``before``, what the profile makes now ``after``.
    Raises ProfileError, InputError; FidelityError where the expected file is not a TEI file of this text.
    """
    source = read(text)
    wanted = marked_lines(parse_tei(expected))
    try:
        prove(expected, source)
    except FidelityError as error:
        error.cure = f"the file after --expect must be a TEI file of {text}, with every character of it"
        raise
    xml, rules = encoded(_document(source, load(profile)))
    found = compare(str(text), wanted, marked_lines(xml), (rules, rules))
    return Compared(str(text), source.lines, tuple(found))


def _document(source: Source, profile: Profile) -> Document:
    return Document(source, profile, load_facts(sidecar_beside(source.path) if source.path else None))


def printed(compared: Compared, most: int) -> list[str]:
    """Return the first ``most`` differences (0: all) as a diff shows them, and how many there are."""
    shown = compared.differences[: most or None]
    lines = [str(one) for one in shown]
    number = len(compared.differences)
    if not number:
        return [f"{compared.text}: {compared.lines:,} lines, no difference"]
    left = f"; shown are the first {len(shown)}" if len(shown) < number else ""
    return [*lines, f"{compared.text}: {number:,} of {compared.lines:,} lines differ{left}"]
