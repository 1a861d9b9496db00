"""The facts a scholar knows about a text and the text itself may not say: title, author, date, edition.

They stand in a *sidecar*, ``<stem>.toml`` beside the source (``docs/sidecar.md``); its keys are the fields
below: the one place that says what a sidecar may hold. ``encode/sidecar.py`` checks the file against them, without
pydantic, whose import would take longer than all the rest.
"""

from pathlib import Path
from typing import Literal, NamedTuple

Certainty = Literal["", "high", "medium", "low"]
Calendar = Literal["", "julian", "gregorian"]
Status = Literal["", "free", "restricted", "unknown"]


class Author(NamedTuple):
    """Somebody who wrote or spoke the text; ``because`` says how one knows, where it is not printed."""

    name: str
    certainty: Certainty = ""
    because: str = ""


class Publication(NamedTuple):
    """A printed book or newspaper; ``year`` is that of a book, ``date`` that of an issue, as printed."""

    title: str = ""
    author: tuple[Author, ...] = ()
    volume: str = ""
    number: str = ""
    editor: tuple[str, ...] = ()
    publisher: str = ""
    place: str = ""
    year: str = ""
    date: str = ""
    pages: str = ""
    note: str = ""


class Digital(NamedTuple):
    """Where the digital file was found, and who transcribed it."""

    title: str = ""
    repository: str = ""
    transcriber: tuple[str, ...] = ()
    year: str = ""
    url: str = ""
    note: str = ""


class Licence(NamedTuple):
    """What one may do with the text: ``status`` in a word, ``name`` and ``text`` as the source puts it."""

    status: Status = ""
    name: str = ""
    text: str = ""
    url: str = ""


class Witness(NamedTuple):
    """One of several files that hold the same text; ``siglum`` is its short name in an apparatus."""

    siglum: str
    file: str = ""
    description: str = ""


class KnownPerson(NamedTuple):
    """A person whose name forms and authority ids the scholar knows."""

    name: str
    variants: tuple[str, ...] = ()
    wikidata: str = ""
    viaf: str = ""
    gnd: str = ""
    note: str = ""

    @property
    def authorities(self) -> list[tuple[str, str]]:
        """The ids in authority files as (file, id), only those that were given."""
        ids = (("wikidata", self.wikidata), ("viaf", self.viaf), ("gnd", self.gnd))
        return [(file, number) for file, number in ids if number]


class Facts(NamedTuple):
    """All that is known about one text. Every field may be empty: nothing is invented to fill it.

    ``date`` is the day of the text or the first day of a meeting, ``until`` the last one, both in
    ``calendar``. ``publisher`` and ``identifier`` are those of the TEI file: who makes it available, and its DOI,
    handle or address. ``unknown`` names fields that were looked for and are known to be unknown, which is more
    than leaving them out.
    """

    title: str = ""
    subtitle: str = ""
    author: tuple[Author, ...] = ()
    language: str = ""
    meeting: str = ""
    organisation: tuple[str, ...] = ()
    date: str = ""
    until: str = ""
    calendar: Calendar = ""
    place: str = ""
    setting: str = ""
    encoded_by: tuple[str, ...] = ()
    publisher: str = ""
    identifier: tuple[str, ...] = ()
    note: str = ""
    unknown: tuple[str, ...] = ()
    edition: Publication = Publication()
    published: tuple[Publication, ...] = ()
    digital: Digital = Digital()
    licence: Licence = Licence()
    witness: tuple[Witness, ...] = ()
    person: tuple[KnownPerson, ...] = ()

    def person_called(self, form: str) -> KnownPerson | None:
        """Return the person of the sidecar that a printed form belongs to (case and spaces do not count)."""
        wanted = same_form(form)
        for person in self.person:
            if wanted in map(same_form, (person.name, *person.variants)):
                return person
        return None


def same_form(name: str) -> str:
    """Fold a name for comparison: ``V.  I. LENIN`` is ``v. i. lenin``; spaces and case do not count."""
    return " ".join(name.split()).casefold()


def sidecar_beside(source: Path) -> Path | None:
    """Return ``<stem>.toml`` beside a source, whatever it is, or None where nothing has that name."""
    sidecar = source.with_suffix(".toml")
    return sidecar if sidecar.exists() or sidecar.is_symlink() else None


def load_facts(path: Path | None) -> Facts:
    """Read a sidecar; without one (None) nothing is known.

    Raises ProfileError (exit code 4) with the line of the offending key, and what to write instead.
    """
    if path is None:
        return Facts()
    from tei_encoder.encode.sidecar import read_sidecar

    return read_sidecar(path)
