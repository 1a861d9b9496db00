"""BagIt 1.0 (RFC 8493): a folder whose lists of checksums show every change of a single bit.

The lists are written here, sorted, because those of bagit-python 1.9 have the order of the disk and call themselves
version 0.97. bagit-python reads the finished bag before it gets its name: it must find every file as listed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from tei_encoder import __version__
from tei_encoder.deliver.archive.extras import needed
from tei_encoder.deliver.archive.older import refuse_what_is_no_package
from tei_encoder.deliver.archive.payload import Document, lay_out
from tei_encoder.deliver.archive.records import records
from tei_encoder.deliver.atomic import Folder
from tei_encoder.encode.facts import Facts
from tei_encoder.model.errors import StorageError
from tei_encoder.model.places import data_folder

_ALGORITHMS = ("sha256", "sha512")
_PROFILE = "urn:x-tei-encoder:bagit-profile:1"
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def write_bag(documents: Sequence[Document], target: Path, about: Facts, date: str) -> int:
    """Write a bag with everything about some documents; returns the number of files in it.

    ``about``: what the bag as a whole is, in the form of a sidecar; ``date``: its ISO day. A bag that is there already
    is replaced in one step. The same documents and the same day give the same bytes.
    Raises UsageError (EXTRA), StorageError (7; IN-THE-WAY where something else than a bag has that name).
    """
    bagit = needed("bagit")
    refuse_what_is_no_package(target, "bagit.txt")
    with Folder(target) as out:
        parts = lay_out(documents, out, "data/")
        for path, data in records(documents, parts, about, date, "data/").items():
            out.write(path, data)
        out.write("metadata/bagit-profile.json", (data_folder("schemas") / "bagit-profile.json").read_bytes())
        out.write("bagit.txt", _DECLARATION)
        oxum = f"{sum(part.size for part in parts)}.{len(parts)}"
        out.write("bag-info.txt", _information(documents, about, date, oxum))
        for algorithm in _ALGORITHMS:
            lines = (f"{getattr(part, algorithm)}  data/{part.path}\n" for part in parts)
            out.write(f"manifest-{algorithm}.txt", "".join(lines))
        tags = sorted(path for path in out.path.rglob("*") if path.is_file() and out.path / "data" not in path.parents)
        for algorithm in _ALGORITHMS:
            listed = (
                f"{hashlib.new(algorithm, tag.read_bytes()).hexdigest()}  {tag.relative_to(out.path).as_posix()}\n"
                for tag in tags
            )
            out.write(f"tagmanifest-{algorithm}.txt", "".join(listed))
        try:
            bag = bagit.Bag(str(out.path))
            bag.validate()
        except bagit.BagError as error:
            cure = "check the disk; if it is sound, this is a defect of tei-encoder: please report it"
            what = f"the bag is not as it was written: {error}"
            raise StorageError("PACKAGE-CHECK", what, cure, path=target) from None
        out.commit()
    return len(parts) + len(tags) + len(_ALGORITHMS)


def _information(documents: Sequence[Document], about: Facts, date: str, oxum: str) -> str:
    """Return ``bag-info.txt``: one line a fact, only facts that are known."""
    alone = documents[0].told if len(documents) == 1 else None
    publishers = [about.publisher] if about.publisher else sorted({one.told.publisher for one in documents})
    title = about.title or (alone.title if alone else f"{len(documents)} texts in TEI, with their sources")
    facts = [
        ("Bag-Software-Agent", f"tei-encoder {__version__}"),
        ("BagIt-Profile-Identifier", _PROFILE),
        ("Bagging-Date", date),
        *(("Contact-Name", name) for name in about.encoded_by or (alone.encoders if alone else ())),
        ("External-Description", f"{title}. {about.note}" if about.note else title),
        *(("External-Identifier", one) for one in about.identifier or [
            value for _, value in (alone.identifiers if alone else ())]),
        ("Payload-Oxum", oxum),
        *(("Source-Organization", name) for name in publishers),
    ]  # fmt: skip
    return "".join(f"{key}: {' '.join(value.split())}\n" for key, value in facts if value)
