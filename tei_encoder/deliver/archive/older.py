"""What a package may take the place of: an older package of its kind, an empty folder, nothing else."""

from __future__ import annotations

from pathlib import Path

from tei_encoder.model.errors import StorageError


def refuse_what_is_no_package(target: Path, sign: str, *, each: bool = False) -> None:
    """Raise StorageError IN-THE-WAY where something stands at ``target`` that is no older package.

    An older package is a folder with the file ``sign`` in it; with ``each`` it is a folder of such folders.
    """
    cure = "name another one"
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise StorageError("IN-THE-WAY", "this is not a folder", cure, path=target)
    inside = list(target.iterdir()) if target.is_dir() else []
    if not all((one / sign).is_file() for one in (inside if each else [target] if inside else [])):
        what = f"this folder is not empty and holds no {sign}, so it is not a package to be replaced"
        if each:
            what = f"not all that is in this folder holds a {sign}, so these are not packages to be replaced"
        raise StorageError("IN-THE-WAY", what, cure, path=target)
