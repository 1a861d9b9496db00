"""What a package holds, whatever its form: the same folders for bags, OCFL objects, DSpace and E-ARK.

====================  ==============================================================================================
``tei/``              TEI, the decisions beside it, and the schemas that its first lines name: valid where it lies
``source/``           the text as it was, byte for byte, and its sidecar
``report/``           what an editor should look at, for people and for programs
``html/``             the edition to read: open ``index.html``
``profile/``          the rules: all files that the profile is made of, and the profile as it is applied
====================  ==============================================================================================

``tei-encoder report``, ``explain`` and ``validate --schema model`` work in these folders as they did before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tei_encoder.deliver.archive.description import Description
from tei_encoder.deliver.archive.names import safe_name, safe_names
from tei_encoder.deliver.atomic import Folder
from tei_encoder.deliver.render import render

_CHUNK = 1024 * 1024

#: Ending of a file: media type, name of the format, its key in the register PRONOM where it has one.
_FORMATS = {
    ".xml": ("application/tei+xml", "TEI P5", "fmt/1476"),
    ".txt": ("text/plain", "Plain text", "x-fmt/111"),
    ".html": ("text/html", "HTML", "fmt/471"),
    ".json": ("application/json", "JSON", "fmt/817"),
    ".jsonl": ("application/jsonl", "JSON Lines", ""),
    ".toml": ("application/toml", "TOML", ""),
    ".rng": ("application/xml", "RELAX NG schema", "fmt/101"),
    ".sch": ("application/xml", "Schematron schema", "fmt/101"),
    ".odd": ("application/tei+xml", "TEI ODD", "fmt/1476"),
    ".css": ("text/css", "CSS", "x-fmt/224"),
    ".js": ("text/javascript", "JavaScript", "x-fmt/423"),
    ".csv": ("text/csv", "CSV", "x-fmt/18"),
}
_OTHER = ("application/octet-stream", "Unknown", "")


@dataclass(frozen=True, slots=True)
class Rules:
    """A profile: its id, the files it is made of, and itself as JSON, resolved."""

    id: str
    files: tuple[Path, ...]
    resolved: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """One TEI file that has been looked at: everything about it that goes into a package.

    ``dublin_core``: its record as XML. ``report``: text and JSON. ``proved``: characters that are those of the source.
    ``judges``: who has found it valid, by which schema.
    """

    tei: Path
    source: Path
    sidecar: Path | None
    decisions: Path | None
    told: Description
    dublin_core: bytes
    report: tuple[bytes, bytes]
    rules: Rules
    schemas: tuple[Path, ...]
    proved: int
    judges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a package: where it lies in it, what it is, and what it was called before.

    ``role``: ``tei``, ``source``, ``sidecar``, ``decisions``, ``report``, ``page``, ``schema`` or ``profile``.
    ``document`` is the safe name of the document that it belongs to, ``""`` where it belongs to several.
    """

    path: str
    role: str
    document: str
    original: str
    size: int
    sha256: str
    sha512: str

    @property
    def format(self) -> tuple[str, str, str]:
        """Media type, name of the format, and its key in PRONOM, ``""`` where it has none."""
        return _FORMATS.get(Path(self.path).suffix, _OTHER)


def document_names(documents: Sequence[Document]) -> list[str]:
    """Return a safe and different name for each document, after the name of its TEI file."""
    safe = safe_names(one.tei.stem for one in documents)
    return [safe[one.tei.stem] for one in documents]


def lay_out(documents: Sequence[Document], out: Folder, below: str = "") -> list[Part]:
    """Write what belongs to documents into a folder in the making, ``below`` (a path that ends with ``/``) in it.

    Returns what has been written, in the order of the paths. Raises StorageError, and what ``render`` raises.
    """
    work = _Layout(out, below)
    pages: list[Path] = []
    names = document_names(documents)
    for name, kept, one in zip(names, source_names(documents), documents, strict=True):
        pages.append(work.copy("tei", f"tei/{name}.xml", one.tei, name))
        if one.decisions:
            work.copy("decisions", f"tei/{name}.decisions.jsonl", one.decisions, name)
        work.copy("source", f"source/{kept}", one.source, name)
        if one.sidecar:
            work.copy("sidecar", f"source/{Path(kept).stem}.toml", one.sidecar, name)
        for ending, text in zip(("txt", "json"), one.report, strict=True):
            work.write("report", f"report/{name}.{ending}", text, name)
        work.rules(one.rules)
        for schema in one.schemas:
            work.copy("schema", f"tei/{schema.name}", schema, "")
    edition = out.path / below / "html"
    render(pages, edition)
    for page in sorted(edition.rglob("*")):
        if page.is_file():
            box = page.relative_to(edition).parts[0]
            work.found("page", page, box if box in names else "")
    return sorted(work.parts.values(), key=lambda part: part.path)


def source_names(documents: Sequence[Document]) -> list[str]:
    """Return a safe name for the source of each document: one for each source, also where several have one name.

    No two differ by their endings alone, so that a sidecar stands beside the right one.
    """
    stems: dict[tuple[str, str], str] = {}
    for one in documents:
        key = (one.source.name, one.told.source_sha256)
        stem, number = one.source.stem, 1
        while key not in stems and stem in stems.values():
            number += 1
            stem = f"{one.source.stem}-{number}"
        stems.setdefault(key, stem)
    safe = safe_names(stems.values())
    return [
        safe[stems[one.source.name, one.told.source_sha256]] + safe_name(f"x{one.source.suffix}")[1:]
        for one in documents
    ]


class _Layout:
    """Writes the parts of a package and remembers them; the same file for two documents is written once."""

    def __init__(self, out: Folder, below: str) -> None:
        self.out = out
        self.below = below
        self.parts: dict[str, Part] = {}

    def copy(self, role: str, path: str, source: Path, document: str) -> Path:
        return self._noted(role, path, source.name, document, self.out.copy(self.below + path, source))

    def write(self, role: str, path: str, data: bytes, document: str) -> Path:
        return self._noted(role, path, "", document, self.out.write(self.below + path, data))

    def found(self, role: str, file: Path, document: str) -> None:
        self._noted(role, file.relative_to(self.out.path / self.below).as_posix(), "", document, file)

    def rules(self, rules: Rules) -> None:
        home = f"profile/{safe_name(rules.id)}"
        self.write("profile", f"{home}.json", rules.resolved, "")
        names = safe_names(file.name for file in rules.files)
        for file in rules.files:
            self.copy("profile", f"{home}/{names[file.name]}", file, "")

    def _noted(self, role: str, path: str, original: str, document: str, file: Path) -> Path:
        sha256, sha512, size = hashlib.sha256(), hashlib.sha512(), 0
        with file.open("rb") as data:
            while chunk := data.read(_CHUNK):
                sha256.update(chunk)
                sha512.update(chunk)
                size += len(chunk)
        part = Part(path, role, document, original, size, sha256.hexdigest(), sha512.hexdigest())
        self.parts[path] = part
        return file
