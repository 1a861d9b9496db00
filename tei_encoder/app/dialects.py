"""Dialects: the same encoded text written for another community, proved and validated like the model."""

from __future__ import annotations

from pathlib import Path

from tei_encoder.app.corpus import invalid_output
from tei_encoder.check.validate import validate
from tei_encoder.deliver import atomic
from tei_encoder.deliver.transform import transform
from tei_encoder.model.errors import UsageError


def in_dialect(tei: Path, target: Path, dialect: str) -> atomic.Writer:
    """Translate a TEI file of ours into a dialect; the result is written, but has not got its name ``target`` yet.

    Raises StorageError, and LimitError for a file that is too large to be held in memory.
    """
    writer = atomic.Writer(target)
    try:
        writer.write(transform(tei, dialect))
    except BaseException:
        writer.discard()
        raise
    return writer


def check_dialect(translated: Path, dialect: str, source: Path) -> bool | None:
    """Validate a translated file by the schema of its dialect; None when that schema is not at hand.

    Raises InvalidOutputError, which names ``source``.
    """
    try:
        findings = validate(translated, dialect)
    except UsageError:
        return None
    if findings:
        raise invalid_output(findings, source)
    return True
