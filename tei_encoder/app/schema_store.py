"""The store of schemas of others: what is at hand, and how to add to it from a file or from its official address."""

from __future__ import annotations

import hashlib
import json
import re
import time
from dataclasses import asdict, dataclass
from http.client import HTTPException
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from tei_encoder.check.schemas import SUFFIXES, folders, own, store
from tei_encoder.check.xml import parse_bytes
from tei_encoder.deliver import atomic
from tei_encoder.model.errors import InputError, LimitError, UsageError
from tei_encoder.model.limits import MAX_SCHEMA, MAX_SCHEMA_SECONDS
from tei_encoder.readers.files import open_file

#: Schemas that can be fetched: name → official address of the newest release.
OFFICIAL: dict[str, str] = {
    "tei_all": "https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng",
    "parla-clarin": "https://raw.githubusercontent.com/clarin-eric/parla-clarin/master/Schema/parla-clarin.rng",
}

#: The namespaces of schemas, by the ends of their files.
_NAMESPACES = {
    ".rng": "http://relaxng.org/ns/structure/1.0",
    ".xsd": "http://www.w3.org/2001/XMLSchema",
    ".sch": "http://purl.oclc.org/dsdl/schematron",
}


@dataclass(frozen=True, slots=True)
class Stored:
    """A schema that can be named: its file, its checksum (SHA-256), where it came from as far as that is recorded."""

    name: str
    file: str
    sha256: str
    origin: str

    def record(self) -> dict[str, object]:
        """Return it as an object for ``--json``."""
        return asdict(self)


def stored() -> list[Stored]:
    """Return every schema that ``--schema`` can name, ours first, then by name; of two with one name the one found."""
    ours = [own(f"minutes{suffix}") for suffix in SUFFIXES]
    found = {
        "minutes" if file.suffix == ".rng" else f"minutes-{file.suffix[1:]}": file for file in ours if file.is_file()
    }
    others: dict[str, Path] = {}
    for folder in folders():
        for suffix in SUFFIXES:
            for file in sorted(folder.glob(f"*{suffix}")):
                if file.is_file():  # not a folder, nor a link to what is gone
                    others.setdefault(file.stem, file)
    found |= {name: others[name] for name in sorted(others) if name not in found}
    return [_stored(name, file) for name, file in found.items()]


def _stored(name: str, file: Path) -> Stored:
    checksum = hashlib.sha256(file.read_bytes()).hexdigest()
    origin = "tei-encoder" if file.parent == own("minutes.rng").parent else ""
    try:
        record = json.loads(_record_of(file).read_bytes())
        origin = str(record["origin"]) if record["sha256"] == checksum else "changed since it was added"
    except (OSError, ValueError, KeyError, TypeError):
        pass  # put there by hand
    return Stored(name, str(file), checksum, origin)


def add(name: str, file: Path) -> Stored:
    """Add a schema file (``.rng``, ``.rnc``, ``.xsd``, ``.sch``) to the store under a name.

    Raises UsageError for a name that cannot be one, InputError for what is no schema, StorageError.
    """
    with open_file(file) as opened:
        data = opened.read(MAX_SCHEMA + 1)
    return _keep(name, file.suffix, data, str(file.resolve()), file)


def fetch(name: str, address: str = "", seconds: float = MAX_SCHEMA_SECONDS) -> Stored:
    """Fetch a schema from its official address (or another) and add it to the store, with its checksum.

    The only thing in this program that uses the network, and only when it is asked to. Raises UsageError for a name
    without an address, InputError FETCH when it cannot be had, LimitError for what is too large.
    """
    if not address and name not in OFFICIAL:
        raise UsageError("NO-SCHEMA", f"no address is known for {name!r}", f"known are: {', '.join(OFFICIAL)}")
    address = address or OFFICIAL[name]
    if not address.startswith(("https://", "http://")):
        raise UsageError("ADDRESS", f"{address!r} is no web address", "add a file with `tei-encoder schema add`")
    try:
        with urlopen(Request(address, headers={"User-Agent": "tei-encoder"}), timeout=seconds) as answer:
            data = _read(answer, time.monotonic() + seconds)
    except (OSError, HTTPException, ValueError) as error:
        why = getattr(error, "reason", error) or type(error).__name__
        cure = "are you online? else get the file in another way and use `tei-encoder schema add`"
        raise InputError("FETCH", f"cannot be fetched: {why}", cure, path=address) from None
    return _keep(name, Path(urlsplit(address).path).suffix, data, address, address)


def _read(answer: IO[bytes], until: float) -> bytes:
    """Read an answer, of which a little may come every minute for ever: then ``TimeoutError``."""
    data = b""
    while len(data) <= MAX_SCHEMA and (piece := answer.read(64 * 1024)):
        data += piece
        if time.monotonic() > until:
            raise TimeoutError("it takes too long")
    return data


def _keep(name: str, suffix: str, data: bytes, origin: str, path: object) -> Stored:
    if name.startswith("minutes"):
        raise UsageError("SCHEMA-NAME", "names that begin with `minutes` are ours", "use another name")
    if not re.fullmatch(r"[A-Za-z0-9][\w.-]*", name):
        raise UsageError("SCHEMA-NAME", f"{name!r} cannot be the name of a schema", "use letters, digits, - and _")
    if len(data) > MAX_SCHEMA:
        raise LimitError("SCHEMA-SIZE", f"larger than {MAX_SCHEMA:,} bytes", "no schema is like that", path=path)
    if suffix not in SUFFIXES:
        cure = f"schemas end in {', '.join(SUFFIXES)}"
        raise InputError("NOT-A-SCHEMA", f"its name ends in {suffix!r}", cure, path=path)
    if suffix == ".rnc" and data.lstrip().startswith(b"<"):  # a page that says so, for instance
        raise InputError("NOT-A-SCHEMA", "this is XML or HTML, not the compact syntax", "check what it is", path=path)
    if suffix in _NAMESPACES and _NAMESPACES[suffix] not in str(parse_bytes(data, path).getroot().tag):
        raise InputError("NOT-A-SCHEMA", f"this is no schema of the kind {suffix}", "check what it is", path=path)
    folder = store()
    for other in SUFFIXES:
        if other != suffix and (folder / f"{name}{other}").exists():
            what = f"{name!r} is the name of another kind of schema: {folder / (name + other)}"
            raise UsageError("SCHEMA-NAME", what, "use another name, or delete that file")
    atomic.make_folder(folder)
    file = folder / f"{name}{suffix}"
    record = {"origin": origin, "sha256": hashlib.sha256(data).hexdigest()}
    with atomic.Writer(file) as schema, atomic.Writer(_record_of(file)) as about:
        schema.write(data)
        about.write(json.dumps(record, ensure_ascii=False, indent=1) + "\n")
        atomic.commit_all(about, schema)
    return _stored(name, file)


def _record_of(file: Path) -> Path:
    """Return the file beside a schema that says where it came from."""
    return file.with_name(f"{file.name}.json")
