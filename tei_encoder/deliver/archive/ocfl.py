"""OCFL 1.1: one object for each document; what is encoded anew becomes a new version, and none is ever lost.

ocfl-py writes an object where it lies; killed in between, it leaves one that is neither old nor new. So a new version
is made in a copy beside the storage root (unchanged files are links), validated there, and then exchanged for the
object in one step. One process at a time may write to a root.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from tei_encoder.deliver.archive.extras import needed
from tei_encoder.deliver.archive.payload import Document, lay_out
from tei_encoder.deliver.archive.records import records
from tei_encoder.deliver.atomic import Folder, locked
from tei_encoder.encode.facts import Facts
from tei_encoder.model.errors import StorageError

#: Layout of a new storage root: a few folders by checksum, then one named after the object.
_LAYOUT = "0003-hash-and-id-n-tuple-storage-layout"
_SPECIFICATION = "1.1"
_ROOT_SIGN = f"0=ocfl_{_SPECIFICATION}"

#: What the ids of objects begin with where nothing else is asked for.
BASE = "urn:x-tei-encoder:"


class Release(NamedTuple):
    """Who makes a new version, why, and when: ``date`` is an ISO day, ``address`` (``mailto:…``) may be empty."""

    message: str
    user: str
    address: str
    date: str


class Kept(NamedTuple):
    """What became of one document: the id of its object, its latest version, and whether that is new."""

    id: str
    version: str
    new: bool

    def record(self) -> dict[str, object]:
        """Return the result as an object for ``--json``."""
        return self._asdict()


def write_objects(
    documents: Sequence[Document], root: Path, about: Facts, release: Release, base: str = BASE
) -> list[Kept]:
    """Put each document into the storage root ``root`` as an OCFL object, or as a new version of the one that is there.

    The id of an object is ``base`` and the name of the TEI file. Where nothing but the day has changed there is no new
    version. Killed at any moment, every object is as it was before or as it is afterwards. ``root`` is made if it is
    missing. Raises UsageError (EXTRA), StorageError (7; IN-THE-WAY for a folder that is no storage root, LOCKED).
    """
    needed("ocfl")
    _refuse_what_is_no_root(root)
    root = root.resolve()  # the copy stands beside the root itself, not beside a link to it
    if not root.parent.is_dir():
        raise StorageError("NO-FOLDER", "the folder for the storage root does not exist", "make it first", path=root)
    with _quiet(), locked(root.with_name(f".{root.name}.lock")):
        store = _opened(root)
        names = [f"{base}{quote(os.fsencode(one.tei.stem), safe='')}" for one in documents]
        return [_kept(one, root, store, about, release, name) for one, name in zip(documents, names, strict=True)]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep ocfl-py from telling every step; what is wrong is said by our errors."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def _opened(root: Path) -> Any:
    """Return the storage root at ``root``, made if there is none."""
    store_of = needed("ocfl").StorageRoot
    if not (root / _ROOT_SIGN).is_file():
        with Folder(root) as out:
            out.path.rmdir()  # ocfl-py wants to make it itself
            store_of(root=str(out.path), layout_name=_LAYOUT).initialize(spec_version=_SPECIFICATION)
            out.commit()
    return store_of(root=str(root))


def _refuse_what_is_no_root(root: Path) -> None:
    if root.exists() and not (root / _ROOT_SIGN).is_file() and not (root.is_dir() and not any(root.iterdir())):
        what = f"this is no storage root of OCFL {_SPECIFICATION} (it has no file {_ROOT_SIGN})"
        raise StorageError("IN-THE-WAY", what, "name another folder", path=root)


def _kept(one: Document, root: Path, store: Any, about: Facts, release: Release, name: str) -> Kept:
    ocfl = needed("ocfl")
    try:
        place = root / store.object_path(name)
    except Exception as error:  # ocfl-py has an exception of its own for every layout
        cure = "use a root with a layout that ocfl-py knows, such as one made by this command"
        raise StorageError("PACKAGE-CHECK", f"its layout cannot be used: {error}", cure, path=root) from None
    with Folder(root) as content:
        parts = lay_out([one], content)
        before = _inventory(place)
        head: str = before.get("head", "")
        if head:
            told = before["versions"][head]
            then = records([one], parts, about, told["created"][:10])
            state = {part.path: part.sha512 for part in parts}
            state |= {path: hashlib.sha512(data).hexdigest() for path, data in then.items()}
            if state == {path: digest for digest, paths in told["state"].items() for path in paths}:
                return Kept(name, head, False)
        for path, data in records([one], parts, about, release.date).items():
            content.write(path, data)
        top = place  # folders above a new object come into being with it: an empty one would make the root invalid
        while not top.parent.exists():
            top = top.parent
        with Folder(top, beside=root) as out:
            target = out.path / place.relative_to(top)
            thing = ocfl.Object(
                identifier=name, spec_version=_SPECIFICATION, digest_algorithm="sha512",
                dedupe=False,  # of two equal files of one version either could be kept: every file lies where it should
            )  # fmt: skip
            version = ocfl.VersionMetadata(
                created=f"{release.date}T00:00:00Z", message=release.message, name=release.user,
                address=release.address or None,
            )  # fmt: skip
            try:
                if head:
                    out.clone(".", place, anew=lambda file: file.parent == place)
                    thing.add_version_with_content(str(target), str(content.path), version)
                else:
                    target.mkdir(parents=True, exist_ok=True)
                    thing.create(str(content.path), version, str(target))
                sound, _ = thing.validate(str(target), log_warnings=False)
            except ocfl.ObjectException as error:
                raise _unsound(place, str(error)) from None
            if not sound:
                raise _unsound(place, "its new version does not validate")
            out.commit()
    return Kept(name, str(_inventory(place)["head"]), True)


def _unsound(place: Path, why: str) -> StorageError:
    cure = "ocfl-validate.py says what is wrong with it; it was left as it was"
    return StorageError("PACKAGE-CHECK", f"this OCFL object cannot have a new version: {why}", cure, path=place)


def _inventory(place: Path) -> dict[str, Any]:
    """Return the inventory of an object, empty where there is none."""
    file = place / "inventory.json"
    if not file.is_file():
        return {}
    try:
        found: dict[str, Any] = json.loads(file.read_bytes())
        found["versions"][found["head"]]["state"], found["versions"][found["head"]]["created"]
    except (ValueError, KeyError, TypeError):
        raise _unsound(place, "its inventory cannot be read") from None
    return found
