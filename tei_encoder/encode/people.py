"""People: who a printed label or name stands for.

``names.py`` takes printed names apart, ``spellings.py`` and ``identity.py`` find the persons behind them; this module
makes the personography of it and answers while the text is encoded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tei_encoder.encode.cases import declined, join_cases, nominatives
from tei_encoder.encode.closed_lists import RESERVED_IDS
from tei_encoder.encode.evidence import MIN_LETTERS, Bearer
from tei_encoder.encode.facts import KnownPerson, same_form
from tei_encoder.encode.first_names import first_names
from tei_encoder.encode.identity import identify
from tei_encoder.encode.labels import Post, another_chair, is_role, read_label, read_labels
from tei_encoder.encode.list_names import ListNames, Parted, cut_off
from tei_encoder.encode.names import Name, is_initial, key_of, read_name, shown, ways
from tei_encoder.encode.spellings import Spelling, agree
from tei_encoder.encode.stray_commas import join_forenames
from tei_encoder.model.annotation import Annotation
from tei_encoder.model.person import CERTAINTIES, Person
from tei_encoder.rules.pattern import fold
from tei_encoder.rules.rule import People as Words

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Who:
    """What a label says: ids of persons and how sure that is, or that it is the chair, or nobody in particular.

    ``office`` is the word for the chair that it prints, ``role`` what ``labels.Label`` says.
    """

    ids: tuple[str, ...] = ()
    chair: bool = False
    unidentified: bool = False
    cert: str = ""
    office: str = ""
    role: str = ""


class People:
    """All persons of a text, and the way from what is printed to them.

    ``persons`` are in the order of their ids, ``refusals`` are near pairs that were kept apart: form, candidate, why.
    ``chair`` holds the ids of those in the chair at the place that is being encoded, ``presiding`` of those whom a list
    calls chairman.
    """

    def __init__(
        self,
        words: Words,
        labels: Counter[str],
        names: Counter[str],
        *,
        known: Sequence[KnownPerson] = (),
        lists: Sequence[Collection[str]] = (),
        stretches: Mapping[str, int] | None = None,
        strays: Mapping[str, int] | None = None,
        doubted: Callable[[str], bool] = lambda label: False,
        posts: Collection[Post] = (),
    ) -> None:
        """Find the persons of a text.

        ``words`` are the profile's words about people; ``labels`` counts every speaker label, ``names`` every other
        printed name of a person (both folded). ``known`` are the persons of the sidecar. ``lists``: names that are
        printed together in one list (delegates, those present, those elected); they are different persons.
        ``stretches``: those with a word in small letters behind them, and where they end without it.
        ``strays`` counts words of running text that begin with a capital and never occur in small letters: those
        that are misprints of known names are found among them. ``doubted`` says which labels may be none.
        ``posts``: the offices that lists give to somebody.
        """
        self._words = words
        self._known = known
        self._forms = {same_form(form): i for i, one in enumerate(known) for form in (one.name, *one.variants)}
        self._names: dict[str, Name | None] = {}
        self._roles: dict[str, bool] = {}
        self._found: dict[str, tuple[str, str]] = {}
        self._spellings: dict[tuple[object, ...], Spelling] = {}
        self._by_key: dict[str, list[Spelling]] = {}
        self._ids: dict[int, str] = {}
        self._labels: dict[str, Who] = {}
        self.begin_division()
        read = read_labels(labels, words, posts)
        parts = sorted({part for said in read.values() for part in said.names})
        self._first = first_names(parts, sorted(names), lists, self._name_in)
        self._names |= self._first  # from here on the one is read as the other
        for label, said in read.items():
            for part in said.names:
                self._add(part, labels[label], spoken=True)
        self._listed = self._read_lists(names, lists, stretches or {})
        for text, count in sorted(self._listed.names.items()):
            if not self.is_role(text):
                self._add(text, count)
        for number, group in enumerate(self._listed.lists):
            for text in group:
                spelling = self._spelling(text) if not self.is_role(text) else None
                if spelling is not None:
                    spelling.lists.add(number)
        self._add_strays(strays or {})
        self._add_known()
        bearers, refusals = identify(self._spellings.values(), words.forenames)
        if words.cases:
            bearers, more = join_cases(bearers, words.cases)
            refusals += more
        bearers = join_forenames(bearers, self._listed.lists, self._name_in)
        self.refusals = [(one.form, one.candidate, one.why) for one in refusals]
        self.persons = self._persons(bearers)
        for one in self._spellings.values():
            if id(one) in self._ids:
                self._by_key.setdefault(one.name.key, []).append(one)
        for label, said in read.items():
            found = [self._find(part) for part in said.names]
            ids = tuple(dict.fromkeys(person for person, _ in found if person))
            certs = {"medium"} if said.held or doubted(label) else {cert for _, cert in found}
            cert = next((sure for sure in ("low", "medium", "high") if sure in certs), "")
            self._labels[label] = Who(ids, said.chair, said.unidentified, cert, said.office, said.role)

        self.presiding = {self.known(name) for office, name in posts if office in words.chair} - {""}

    @property
    def speakers(self) -> set[str]:
        """The ids of all who speak under a label."""
        return {one for who in self._labels.values() for one in who.ids}

    @property
    def spellings(self) -> list[Spelling]:
        """Every spelling of the name of somebody known."""
        return [one for group in self._by_key.values() for one in group]

    @property
    def titles(self) -> tuple[str, ...]:
        """The words that may stand before a name, the longest first."""
        return self._words.titles

    def is_role(self, text: str) -> bool:
        """Say whether a text that stands where names stand is nobody's name: ``the Secretary``, ``Denmark``."""
        if text not in self._roles:
            self._roles[text] = is_role(fold(text), self._words)
        return self._roles[text]

    def in_cases(self, surname: str) -> set[str]:
        """Return a printed surname in the other cases of the language; nothing where it has none."""
        return declined(surname, self._words.cases) if self._words.cases else set()

    def known(self, name: str) -> str:
        """Return the id of the person who bears a name, or "" where that is nobody or cannot be told."""
        return self._find(name)[0]

    def find(self, name: str) -> tuple[str, str]:
        """Return the id of the person who bears a name, or "", and how sure that is ("" = certain)."""
        return self._find(name)

    def count_mentions(self, words: Mapping[str, int], common: Collection[str]) -> None:
        """Count how often the running text names each person by the surname, and keep it with the person.

        ``words`` counts the words of the text that begin with a capital, ``common`` are those that it prints in small
        letters too. What labels and lists print is not counted again; a surname of several persons is nobody's.
        """
        told = Counter[str]()
        for one in self._spellings.values():
            for form, count in one.printed.items():
                told.update(dict.fromkeys(_WORD.findall(form), count))
        persons = {person.id: person for person in self.persons}
        for group in self._by_key.values():
            if len({self._ids[id(one)] for one in group}) == 1:
                for way in sorted({way for one in group for way in ways(one.name.surname)}):
                    count = min((words.get(word, 0) - told[word] for word in _WORD.findall(way)), default=0)
                    if count > 0 and way.lower() not in common:
                        persons[self._ids[id(group[0])]].mentions.append((way, count))

    def begin_division(self) -> None:
        """A new sitting begins: nobody is in the chair, asks or answers until the text says so."""
        self.asking: dict[str, tuple[str, ...]] = {}  # the ids of those who ask and answer, by their role
        self.chair: tuple[str, ...] = ()
        self.office = ""  # the word for the chair in the label that has named who is in it

    def speaks(self, speech: Annotation, label: str) -> None:
        """Write on ``sp`` who its label (as printed) says is speaking, and ``@cert`` where that is not certain."""
        self._write(speech, self._labels.get(fold(label).replace("\n", " ")) or self._read(label))

    def interjects(self, said: Annotation) -> None:
        """Replace the printed name in ``said/@who`` by the person's pointer; nobody known: ``#unidentified``."""
        self._write(said, self._read(said.attrs.pop("who", "")))

    def named(self, name: Annotation, text: str) -> str:
        """Point a ``persName`` (text as printed) to its person, where that is known; returns the id or ""."""
        person, cert = self._find(text)
        if person:
            name.attrs["ref"] = f"#{person}"
            if cert:
                name.attrs["cert"] = cert
        return person

    def reach(self, text: str, end: int) -> int:
        """Return where a name of a list that a rule lets end at ``end`` does end: behind a blank that has cut it.

        ``text`` is the text from the name on (folded); offsets count from its beginning.
        """
        until = cut_off(text, end)
        return until if text[:until] in self._listed.whole else end

    def parted(self, text: str) -> Parted | None:
        """Return where a name of a list (as printed) is to be parted, if it is two names; else None."""
        return self._listed.parted.get(fold(text).replace("\n", " "))

    def records(self) -> list[dict[str, str]]:
        """Return what was decided about persons, for the decisions file: merges with their evidence, then refusals."""
        merged = [
            {"layer": "identity", "rule": "same-person", "person": person.id, "why": why}
            for person in self.persons
            for why in person.evidence
        ]
        return merged + [
            {"layer": "identity", "rule": "kept-apart", "form": form, "candidate": candidate, "why": why}
            for form, candidate, why in self.refusals
        ]

    def _read(self, printed: str) -> Who:
        """Say who speaks by a name or a role that is no label of the text."""
        label = read_label(printed, self._words)
        found = [self._find(part) for part in label.names]
        ids = tuple(one for one, _ in found if one)
        unidentified = label.unidentified or not (ids or label.chair or label.role)
        cert = next((cert for _, cert in found if cert), "")
        return Who(ids, label.chair, unidentified, cert, label.office, label.role)

    def _write(self, one: Annotation, who: Who) -> None:
        """Set ``@who``, ``@ana`` and ``@cert``; a role without a name speaks for whoever is in the chair."""
        if who.chair and who.ids:
            self.chair, self.office = who.ids, who.office
        if who.role:
            ids = who.ids or self.asking.get(who.role, ())
            who = Who(ids, unidentified=not ids, cert=who.cert if who.ids else "medium", role=who.role)
        ids = self.chair if who.chair and not another_chair(who.office, self.office) else who.ids
        attrs = {"who": " ".join(f"#{person}" for person in ids)} if ids else {}
        one.attrs = {**attrs, **one.attrs}
        kinds = [("chair", who.chair), ("unidentified", who.unidentified), (who.role, who.role)]
        if said := [f"#{kind}" for kind, true in kinds if true]:
            one.attrs["ana"] = " ".join(dict.fromkeys([*said, *one.attrs.get("ana", "").split()]))
        if ids and who.cert:
            one.attrs["cert"] = who.cert

    def _read_lists(
        self, names: Counter[str], lists: Iterable[Collection[str]], stretches: Mapping[str, int]
    ) -> ListNames:
        """Set the names of lists right as far as the labels, the other names and the sidecar prove them damaged."""
        spoken = [one.name for one in self._spellings.values()]
        others = [name for text in names if text not in stretches and (name := self._name_in(text))]
        found = ListNames(names, lists, stretches, {name.key for name in (*spoken, *others)})
        alone = {name.key for name in (*spoken, *others) if all(map(is_initial, name.given))}
        found.part(self._name_in, alone, lambda text: same_form(text) in self._forms, self._words.forenames)
        return found

    def _name_in(self, text: str) -> Name | None:
        if text not in self._names:
            self._names[text] = read_name(text, self._words)
        return self._names[text]

    def _spelling(self, text: str) -> Spelling | None:
        name = self._name_in(text)
        return self._spelling_of(name) if name is not None else None

    def _spelling_of(self, name: Name) -> Spelling:
        key = (name.key, name.given, name.mark.lower(), name.blank)
        spelling = self._spellings.get(key)
        if spelling is None:
            sidecar = self._forms.get(same_form(name.printed), -1)
            spelling = self._spellings[key] = Spelling(name, sidecar=sidecar)
        return spelling

    def _add(self, text: str, count: int, *, spoken: bool = False) -> None:
        name = self._name_in(text)
        if name is not None:
            spelling = self._spelling_of(name)
            spelling.printed[name.printed] += count
            if spoken:
                spelling.spoken += count
            else:
                spelling.named += count

    def _add_strays(self, strays: Mapping[str, int]) -> None:
        """Let rare words of the running text take part that no known name has."""
        keys = {one.name.key for one in self._spellings.values()}
        for text in sorted(word for word, count in strays.items() if count <= 2 and len(word) >= MIN_LETTERS):
            name = self._name_in(text)
            if name is not None and name.key not in keys:
                spelling = self._spelling_of(name)
                spelling.stray = True
                spelling.printed[name.printed] += strays[text]
                spelling.named += strays[text]

    def _add_known(self) -> None:
        """Let the sidecar's full names take part, so that a bare surname finds its person."""
        keys = {one.name.key for one in self._spellings.values()}
        for number, one in enumerate(self._known):
            for form in (one.name, *one.variants):
                name = self._name_in(form)
                if name is not None and name.key in keys:
                    self._spelling_of(name).sidecar = number

    def _find(self, text: str) -> tuple[str, str]:
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = self._looked_up(text)
        return found

    def _looked_up(self, text: str) -> tuple[str, str]:
        name = self._name_in(text)
        if name is None:
            return "", ""
        exact = self._spellings.get((name.key, name.given, name.mark.lower(), name.blank))
        if exact is not None and id(exact) in self._ids:
            sure = "medium" if text in self._first else exact.cert
            return self._ids[id(exact)], "low" if exact.uncertain or text in self._listed.doubts else sure
        asked = Spelling(name)
        fitting = [one for one in self._by_key.get(name.key, []) if not agree(asked, one)]
        ids = {self._ids[id(one)] for one in fitting}
        if not ids and self._words.cases:
            return self._in_another_case(asked)
        if len(ids) != 1:
            return "", ""
        certs = ("low" if one.uncertain else one.cert for one in fitting)
        return ids.pop(), min(certs, key=CERTAINTIES.index)

    def _in_another_case(self, asked: Spelling) -> tuple[str, str]:
        """Return the one person of whose name ``asked`` is another case."""
        keys = nominatives(asked.name.key, self._words.cases)
        ids = {self._ids[id(one)] for key in keys for one in self._by_key.get(key, []) if not agree(asked, one)}
        return (ids.pop(), "medium") if len(ids) == 1 else ("", "")

    def _persons(self, bearers: list[Bearer]) -> list[Person]:
        """Make the personography; ids are surnames, with initials where several bear one."""
        bearers = [one for one in bearers if one.count]
        taken = set(RESERVED_IDS)
        wanted = Counter(_slug(one.main.name.surname) for one in bearers)
        persons: list[Person] = []
        for bearer in sorted(bearers, key=lambda one: (one.main.name.key, one.main.rank)):
            fullest = min(bearer.spellings, key=lambda one: one.rank)
            stem = _slug(bearer.main.name.surname)
            if wanted[stem] > 1:
                given = [_slug(token)[:1] for token in fullest.name.given] or [_slug(fullest.name.mark)]
                stem = "-".join([stem, *filter(None, given)])
            stem = stem if stem[:1].isalpha() and stem not in taken else f"person-{stem}".rstrip("-")
            new, number = stem, 1
            while new in taken:
                number += 1
                new = f"{stem}-{number}"
            taken.add(new)
            forms = Counter[str]()
            for one in bearer.spellings:
                self._ids[id(one)] = new
                forms += one.printed
            printed = sorted(forms.items(), key=lambda item: (-item[1], item[0]))
            evidence = list(dict.fromkeys([*self._told(forms), *bearer.evidence]))
            persons.append(Person(new, printed, evidence, self._name(bearer, fullest)))
        return sorted(persons, key=lambda person: person.id)

    def _told(self, forms: Collection[str]) -> Iterable[str]:
        """Say of first names among ``forms`` whose they are, of names of lists how they were parted or why doubted."""
        for text in sorted(self._first.keys() & forms):
            yield f"“{text}” is a first name: several speak by theirs, and nobody else in a list has this one."
        for text, where in self._listed.parted.items():
            if text[: where.end] in forms or text[where.start :] in forms:
                yield where.why
        yield from (why for text, why in self._listed.doubts.items() if text in forms)

    def _name(self, bearer: Bearer, fullest: Spelling) -> str:
        """Return the name to show: the sidecar's, else the fullest first names with the best attested surname."""
        told = next((one.sidecar for one in bearer.spellings if one.sidecar != -1), -1)
        if told != -1:
            return self._known[told].name
        main = bearer.main.name.key
        printed = [(-n, one.name) for one in bearer.spellings if one.name.key == main for n in one.printed.values()]
        mixed = sorted((n, name.surname) for n, name in printed if not name.surname.isupper())
        surname = mixed[0][1] if mixed else shown(bearer.main.name.surname, self._words.particles)
        if "-" in fullest.name.surname and main != fullest.name.key and main in key_of(fullest.name.surname):
            surname = shown(fullest.name.surname, self._words.particles)
        if fullest.doubtful and len(bearer.spellings) > 1:
            forenames = ""
        else:
            forenames = " ".join(shown(token, frozenset()) for token in fullest.name.forenames.split())
        name = f"{surname} {forenames}" if self._words.surname == "first" else f"{forenames} {surname}"
        mark = f" ({fullest.name.mark})" if fullest.name.mark else ""
        return name.strip() + mark


def _slug(text: str) -> str:
    """Return a name in small ASCII letters and hyphens: ``Ter-Müller`` is ``ter-muller``."""
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text)
    return "-".join("".join(ch if ch.isalnum() else " " for ch in text.lower().replace("'", "")).split())
