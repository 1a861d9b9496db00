"""Finds the files that the package carries: schemas, stylesheets, queries, profiles."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder(name: str) -> Path:
    """Return the folder ``schemas``, ``xslt`` or ``xquery`` of this installation.

    In a wheel it lies inside the package, in a working copy beside it.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
