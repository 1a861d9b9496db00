"""The header: what the text is, where it comes from, how it was encoded, who speaks (TEI P5, chapter 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tei_encoder.encode.facts import Facts
from tei_encoder.encode.header_encoding import encoding_description
from tei_encoder.encode.header_file import file_description
from tei_encoder.encode.header_profile import profile_description
from tei_encoder.encode.imprint import Statement
from tei_encoder.encode.markup import block, leaf
from tei_encoder.model.person import Person
from tei_encoder.model.source import Source


@dataclass(slots=True)
class HeaderContext:
    """What the run itself knows and the header records.

    ``date`` is the ISO date to write into the file, from ``--date`` or SOURCE_DATE_EPOCH, ``""`` for none.
    ``language`` is that of the profile; the sidecar's counts more. ``calendars`` are those that
    ``@calendar`` in the text points to (``julian``, ``gregorian``), ``persons`` the human beings that
    ``@who`` and ``@ref`` point to; ``printed`` is what was taken from the text itself.
    """

    source: Source
    software_version: str
    profile_id: str
    profile_version: str
    profile_sha256: str
    speeches: int
    sessions: int = 0
    date: str = ""
    language: str = ""
    calendars: Sequence[str] = ()
    persons: Sequence[Person] = ()
    printed: Sequence[Statement] = ()


def build_header(facts: Facts, context: HeaderContext) -> str:
    """Return ``<teiHeader>…</teiHeader>``, indented, ending with a newline.

    The same facts and the same context give the same text. What is not known is left out; what the sidecar
    calls unknown is said to be unknown.
    """
    return block(
        "teiHeader",
        file_description(facts, context),
        encoding_description(context),
        profile_description(facts, context),
        _revisions(context),
    )


def _revisions(context: HeaderContext) -> str:
    made = f"Encoded by tei-encoder {context.software_version} with the profile {context.profile_id}."
    return block("revisionDesc", leaf("change", made, when=context.date, who="#encoder"))
