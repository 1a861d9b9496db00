"""Libraries that only packages need: they are installed by those who make packages."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tei_encoder.model.errors import UsageError


def needed(module: str) -> Any:
    """Import a library of the extra ``archive``. Raises UsageError (EXTRA) with what to do where it is missing."""
    try:
        return import_module(module)
    except ImportError:
        cure = "pip install 'tei-encoder[archive]'"
        raise UsageError("EXTRA", f"this command needs the Python package {module}", cure) from None
