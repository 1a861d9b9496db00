"""People: who a printed label or name stands for."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from tei_encoder.encode.closed_lists import RESERVED_IDS
from tei_encoder.model.annotation import Annotation
from tei_encoder.model.person import Person
from tei_encoder.rules.pattern import fold
from tei_encoder.rules.rule import People as Words

_NUMBER = re.compile(r"^\s*\(?\d+[.)]\s*")
_ASIDE = re.compile(r"\s*[(\[]([^)\]]*)[)\]]")
_FORENAMES = re.compile(r"(?:[A-Z][\w'-]*\.?\s?)+$")


@dataclass(frozen=True, slots=True)
class Who:
    """What a label says: ids of persons, or that it is the chair, or nobody in particular."""

    ids: tuple[str, ...] = ()
    chair: bool = False
    unidentified: bool = False


class People:
    """All persons a text lets speak or take the chair, and the way from what is printed to them."""

    def __init__(self, words: Words, labels: Counter[str], names: Counter[str]) -> None:
        """Take the profile's words about people, every speaker label and every other name (folded, with counts)."""
        self._words = words
        self._by_name: dict[str, Person] = {}
        self._by_label: dict[str, Who] = {}
        self._ids: set[str] = set(RESERVED_IDS)
        self.chair: tuple[str, ...] = ()
        for label in sorted(labels):
            self._by_label[label] = self._read(label, labels[label])
        for name in sorted(names):
            self._person(_bare(name, words.titles), name, names[name])

    @property
    def persons(self) -> list[Person]:
        """The persons in the order of their ids."""
        return sorted(self._by_name.values(), key=lambda person: person.id)

    @property
    def speakers(self) -> set[str]:
        """The ids of all who speak under a label."""
        return {one for who in self._by_label.values() for one in who.ids}

    def known(self, name: str) -> str:
        """Return the id of the person of that name, or ""."""
        person = self._by_name.get(_bare(fold(name), self._words.titles).lower())
        return person.id if person else ""

    def begin_division(self) -> None:
        """A new sitting begins: nobody is in the chair until the text says so."""
        self.chair = ()

    def speaks(self, speech: Annotation, label: str) -> None:
        """Write on ``sp`` who its label (as printed) says is speaking."""
        who = self._by_label.get(fold(label).replace("\n", " "))
        if who is None:
            return
        ids = self.chair if who.chair else who.ids
        if ids:
            speech.attrs["who"] = " ".join(f"#{one}" for one in ids)
        if who.chair or who.unidentified:
            kind = "#chair" if who.chair else "#unidentified"
            speech.attrs["ana"] = f"{kind} {speech.attrs['ana']}" if "ana" in speech.attrs else kind

    def interjects(self, said: Annotation) -> None:
        """Replace the printed name in ``said/@who`` by the person's pointer; nobody known: ``#unidentified``."""
        name = said.attrs.pop("who", "")
        person = self._by_name.get(_bare(fold(name), self._words.titles).lower())
        if person is not None:
            said.attrs = {"who": f"#{person.id}", **said.attrs}
        else:
            said.attrs["ana"] = f"#unidentified {said.attrs.get('ana', '')}".strip()

    def named(self, name: Annotation, text: str) -> str:
        """Point a ``persName`` (text as printed) to its person, where that is known; returns the id or ""."""
        person = self._by_name.get(_bare(fold(text), self._words.titles).lower())
        if person is None:
            return ""
        name.attrs["ref"] = f"#{person.id}"
        return person.id

    def _read(self, label: str, count: int) -> Who:
        printed = _NUMBER.sub("", label).strip().rstrip(":.").strip()
        bare = _ASIDE.sub(lambda found: f" {found[1]}" if _FORENAMES.match(found[1]) else "", printed).strip()
        plain = bare.lower()
        stripped = _bare(bare, self._words.titles).lower()
        if {plain, stripped} & self._words.unidentified:
            return Who(unidentified=True)
        if {plain, stripped} & self._words.chair:
            return Who(chair=True)
        parts = [bare]
        for joiner in self._words.joiners:
            parts = [piece for part in parts for piece in re.split(rf"(?i){re.escape(joiner)}", part)]
        names = [_bare(part, self._words.titles) for part in parts]
        return Who(tuple(self._person(name, part, count) for name, part in zip(names, parts, strict=True) if name))

    def _person(self, name: str, printed: str, count: int) -> str:
        key = name.lower()
        person = self._by_name.get(key)
        if person is None:
            person = self._by_name[key] = Person(self._new_id(name), [], [])
        forms = dict(person.forms)
        forms[printed.strip()] = forms.get(printed.strip(), 0) + count
        person.forms[:] = list(forms.items())
        return person.id

    def _new_id(self, name: str) -> str:
        ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        stem = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")
        stem = stem if stem[:1].isalpha() else f"person-{stem}".rstrip("-")
        number, new = 1, stem
        while new in self._ids:
            number += 1
            new = f"{stem}-{number}"
        self._ids.add(new)
        return new


def _bare(name: str, titles: tuple[str, ...]) -> str:
    """Take the titles off the front of a name, and blanks and commas off both ends."""
    name = " ".join(name.split()).strip(" ,;:")
    again = True
    while again:
        again = False
        for title in titles:
            if name.lower().startswith(title + " ") and len(name) > len(title) + 1:
                name, again = name[len(title) + 1 :], True
    return name
