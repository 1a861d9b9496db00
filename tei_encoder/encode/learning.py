"""Labels: which names open speeches, learnt from the text itself before any block is recognised.

A name that opens many blocks, with other words after it each time, is a speaker; one that opens a single sentence is
not. The thresholds stand in the profile (``[labels]``); only profiles with a rule that is ``learnt`` pay for the count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import takewhile

from tei_encoder.encode import voices
from tei_encoder.encode.attested import SmallLetters, find_titled
from tei_encoder.encode.company import Company, blocks, end_of
from tei_encoder.encode.elected import Elected
from tei_encoder.encode.hits import Hits
from tei_encoder.encode.learnt import Evidence, Learnt, key_of, learnt_in, surnames_of, words_of
from tei_encoder.encode.names import parts_of, split_label, without_titles
from tei_encoder.encode.units import layout_of, read_lines, width_of
from tei_encoder.model.source import Source
from tei_encoder.rules.pattern import BLANK, Span
from tei_encoder.rules.rule import Labels as Thresholds
from tei_encoder.rules.rule import Profile, Rule

#: Different words after a label that are remembered; more would say nothing new.
_WORDS = 50

#: Different labels that are weighed. A text that seems to have more (a directory) has none.
_LABELS = 20_000

#: The division that lists the persons.
_LIST = "div.cast"

#: How it is said that a name stands there.
_IN_CAST = "in the list of persons"

#: The notes that name who was there.
_PRESENT = frozenset(["attendance", "chair", "secretaries"])

#: Lines of a list of persons that are read, in case that nothing shows its end.
_CAST = 200

#: Letters of the longest articles: "Le Notaire" is "un notaire" in the list of persons.
_ARTICLE = 3

#: Characters behind a label in which somebody who speaks may say I or we.
_SPOKEN = 200

#: Pieces that a list of those present has more of, before who is missing in it is no speaker …
_FEW = 4

#: Pieces with a capital that a line about those present has, the word for them being one, before it names some.
_NAMES = 2

#: … unless a name opens more blocks than this for each such list: at every meeting, an item of business opens one.
_OFTEN = 2

#: Share of a label's places that must be the beginning of a paragraph or follow the end of a sentence.
_CLEAN = 0.5

_BEGINNING = re.compile(r"[^\W\d_]{1,2}(?:'[^\W\d_]+)?[^\w\n]{1,3}[^\W\d_]+|[^\W\d_][\w'-]*")
_FIRST = re.compile(r"\(?1[.)] ")
#: What ends the name in a line of a list of persons.
_ROLE_END = re.compile(r"[,;:(\[]|\s-|\.\.|\s\s")
#: What stands between the names of a list in one sentence; the words for "and" are the profile's.
_BETWEEN = re.compile(r"[,;:()\[\]]|\s-\s")
_ENDED = re.compile(r"""[.!?…:;)\]*_"'-]\s*$""")


def learn(source: Source, profile: Profile, hits: Hits) -> Learnt:
    """Read a text once and return the labels that it shows; nothing is read where no rule of the profile asks.

    ``hits`` then knows which block rules match each line.
    """
    if not any(rule.learnt for rule in profile.block_rules):
        return Learnt({}, [])
    sample = source.sample()
    count = _Count(profile, hits, width_of(sample.split("\n")) if layout_of(sample) == "paragraphs" else 0)
    direct = False
    for offset, row, text, _ in read_lines(source.parts()):
        if text:
            count.line(text.rstrip(BLANK), direct, offset + len(row) - len(text))
        direct = bool(text)
    return count.weighed(profile.labels, source)


class _Count:
    """Counts what the lines of a text show of its labels."""

    def __init__(self, profile: Profile, hits: Hits, width: int = 0) -> None:
        """``width`` is that of the lines of a hard-wrapped text, 0 where each line stands for itself."""
        self._hits = hits
        self._width = width
        numbered = list(enumerate(profile.block_rules))
        self._learnt = {at: rule for at, rule in numbered if rule.learnt}
        kinds = {at: rule.wrap.attrs.get("type") for at, rule in numbered}
        self._attending = frozenset(at for at, kind in kinds.items() if kind == "attendance")
        self._lists = frozenset(at for at, kind in kinds.items() if kind in _PRESENT)
        labels = (at for at, rule in numbered if rule.wrap.element == "sp")
        rows = {at: rule for at, rule in numbered if any(one.attrs.get("type") in _PRESENT for one in rule.inside)}
        self._heads = frozenset(at for at, rule in rows.items() if rule.wrap.element == "label")
        self._rows = frozenset(rows) - self._heads
        self._telling = self._lists.union(self._learnt, labels, rows)
        self._appointing = {at: rule for at, rule in numbered if rule.appoints}
        self._dividing = {
            at: rule.opens.key
            for at, rule in numbered
            if rule.opens is not None and rule.opens.element == "div" and rule.needs != "repeated"
        }
        self._elected = Elected(profile.block_rules)
        self._profile = profile
        self._spoken = frozenset(word.casefold() for word in profile.labels.spoken)
        self._myself = frozenset(word.casefold() for word in profile.labels.myself)
        self._reports = [rule for rule in profile.block_rules if voices.reports(rule) and not rule.learnt]
        reporting = (at for at, rule in numbered if voices.reports(rule))
        self._reporting = frozenset(reporting) if self._myself else frozenset()
        self._told = [0, 0]  # blocks that tell what somebody said; those of them in which a speaker says I
        #: Whether other lines than labels matter: headings of a list of persons, those who are said to ask.
        self._watches = bool(self._appointing) or _LIST in self._dividing.values()
        self._found: dict[str, Evidence] = {}
        self._cast: dict[str, list[tuple[set[str], str]]] = {}  # by each word: names of persons, and where they stand
        self._cast_left = 0  # lines of the list of persons that may still come
        self._waiting: list[tuple[Evidence, bool]] = []  # labels alone on their line: what follows them?
        self._present = 0  # the lists of those present
        self._named = False  # one of them has names
        heard = "|".join(map(re.escape, profile.labels.heard))
        self._heard = re.compile(rf"[?!]|(?<!\w)(?i:{heard})(?!\w)") if heard else None
        self._below = False  # the line before was the word for those present, or names below it
        self._sure: dict[str, Counter[str]] = {}  # labels that need no learning: what they open, by how they end
        self._pieces = 0  # of the list in the line before, 0 where it was none
        self._attends = False  # is the last list one of those present, or does it only tell who takes the chair?
        self._before = ""  # the line before, "" where what follows begins anew
        self._lines = 0

    def line(self, seen: str, direct: bool, at: int) -> None:
        """Look at the next line; ``direct``: it follows the one before without a blank line."""
        before, self._before = self._before, seen
        self._lines += 1
        hits = self._hits.of_line(at, seen)
        listing = self._pieces if direct and (before[-1:] in (",", ";") or self._is_full(before, seen)) else 0
        self._pieces = 0
        if listing:
            self._list(seen, listing)
            return
        if elected := self._elected.names(seen, hits):
            for name in elected:
                self._know(name, "among those elected")
            self._follow(seen)
            return
        if not self._reporting.isdisjoint(hits):
            self._told[voices.speaks_of_himself(seen, self._myself)] += 1
        if not self._watches and self._telling.isdisjoint(hits):
            self._follow(seen)
            return
        begins = not direct or not before or _ENDED.search(before) is not None
        appointing = next((self._appointing[hit] for hit in hits if hit in self._appointing), None)
        if appointing is not None:
            self._appoint(appointing, seen)
        before_labels = takewhile(lambda hit: hit not in self._learnt, hits)
        heading = next((self._dividing[hit] for hit in before_labels if hit in self._dividing), "")
        if heading or appointing:
            self._cast_left = _CAST if heading == _LIST else 0
            self._waiting = []
            return
        if self._cast_left:
            self._cast_left -= 1
            self._know(_ROLE_END.split(seen, maxsplit=1)[0], _IN_CAST)
            return
        self._below = not self._heads.isdisjoint(hits) or (self._below and not self._rows.isdisjoint(hits))
        if not self._lists.isdisjoint(hits) or (self._below and self._heads.isdisjoint(hits)):
            self._attends = not self._attending.isdisjoint(hits)
            self._list(seen, 0)
            self._named |= self._below or (self._pieces > _NAMES and self._attends)
            return
        first = self._profile.block_rules[hits[0]] if hits else None
        if first is not None and first.wrap.element == "sp" and not first.learnt:  # a label in any case
            match = first.pattern.at_start(seen)
            if match is not None and "speaker" in match.groups:
                self._waiting = []  # a name above another label has said nothing
                label = seen[slice(*match.groups["speaker"])]
                self._sure.setdefault(key_of(label), Counter())[end_of(label, seen)] += 1
                plain = split_label(label)[0]
                self._know(without_titles(plain, self._profile.people.titles), "a label in other places, too")
            self._follow(seen)
            return
        spans = self._labels(seen, hits)
        above = [one for one, _ in self._waiting] if direct else []  # labels alone on the line before
        self._follow(seen)
        for (start, end), told in spans:
            one = self._evidence(seen[start:end], at)
            if one is None:
                continue
            if seen[end:].strip(BLANK):
                self._count(one, begins, seen[end:], told)
                labelled = seen[:end].rstrip(BLANK).endswith(":")
                one.told += not labelled
                if labelled and one.tells + 1 == one.opens:  # as long as each of its blocks tells
                    one.tells += any(rule.pattern.at_start(seen[end:].strip()) for rule in self._reports)
                one.listed += labelled and voices.lists_names(seen[end:])
                one.spoken += labelled and not self._spoken.isdisjoint(words_of(seen[end : end + _SPOKEN]))
            else:
                one.alone += 1
                for other in above:  # perhaps both stand in a list, each on a line
                    for two, beside in ((one, other), (other, one)):
                        if len(two.beside) < _WORDS:
                            two.beside[key_of(beside.printed)] += 1
                self._waiting.append((one, begins))
                self._before = ""

    def _is_full(self, before: str, seen: str) -> bool:
        """Say whether a line of a hard-wrapped text had no room for the first word of the next: it goes on there."""
        return len(before) + 1 + len(seen.partition(" ")[0]) > self._width > 0

    def _list(self, seen: str, before: int) -> None:
        """Remember who stands in a line of a list of those present; ``before``: its pieces in the lines before."""
        parts = _BETWEEN.split(seen)
        self._pieces = before + sum(part.strip()[:1].isupper() for part in parts)
        self._present += self._attends and before <= _FEW < self._pieces
        for part in parts:
            for name in parts_of(part, self._profile.people.joiners):
                self._know(name, "in the list of those present")

    def _know(self, name: str, where: str) -> None:
        """Remember the name of a person that is printed elsewhere than as a label."""
        tokens = set(words_of(name))
        for token in tokens:
            known = self._cast.setdefault(token, [])
            if all(tokens != others for others, _ in known):
                known.append((tokens, where))

    def _labels(self, seen: str, hits: list[int]) -> list[tuple[Span, bool]]:
        """Return where the possible labels of a line stand: rules may see a shorter one and a longer one.

        With each, whether it is a name and what somebody says of it: "Holm says that".
        """
        found: dict[str, tuple[Span, bool]] = {}
        for rule in (self._learnt[hit] for hit in hits if hit in self._learnt):
            match = rule.pattern.at_start(seen)
            start, end = learnt_in(match) if match is not None else (0, 0)
            if start < end:
                told = match is not None and "speaker" not in match.groups
                found.setdefault(key_of(seen[start:end]), ((start, end), told))
        return list(found.values())

    def _appoint(self, rule: Rule, seen: str) -> None:
        """Remember who is named as the one who asks or answers: a label of that name is no surprise."""
        match = rule.pattern.at_start(seen)
        if match is not None and "persName" in match.groups:
            self._know(seen[slice(*match.groups["persName"])], "named as one who speaks")

    def _evidence(self, label: str, at: int) -> Evidence | None:
        key = key_of(label)
        if not key:
            return None
        if key not in self._found:
            if len(self._found) >= _LABELS:
                return None
            plain = split_label(label)[0].partition(",")[0] or label
            self._found[key] = Evidence(plain.strip(" .:-_[]()"), at)
        one = self._found[key]
        letters = [ch for ch in split_label(label)[0].partition(",")[0] if ch.isalpha()]
        one.stops += label.rstrip(BLANK).endswith(".")
        one.capitals += all(not ch.islower() for ch in letters) or label.lstrip()[:1] in "[("
        return one

    def _follow(self, seen: str) -> None:
        """Count a label alone on its line, now that words follow it: no name, no item that it heads."""
        for one, begins in self._waiting if not (_FIRST.match(seen) or voices.is_name(seen)) else ():
            self._count(one, begins, seen)
        self._waiting = []

    def _count(self, one: Evidence, begins: bool, rest: str, told: bool = False) -> None:
        one.opens += 1
        one.clean += begins
        one.heard += told or self._heard is None or self._heard.search(rest) is not None
        word = _BEGINNING.search(rest)  # everybody says "I" first: a small word counts with the next one
        if len(one.after) < _WORDS:
            one.after.add(word[0].casefold() if word else rest.strip())

    def weighed(self, wanted: Thresholds, source: Source) -> Learnt:
        """Return which of the counted labels are labels, and which came near, with the reasons."""
        small = SmallLetters(source)
        always, never = ({key_of(label) for label in labels} for labels in (wanted.always, wanted.never))
        words = self._profile.people
        never |= voices.out_of_turn(self._found, wanted.turns)
        never -= words.chair  # who is in the chair stands there, or speaks: the rules tell
        roles = words.chair | words.unidentified | words.interviewer | words.respondent
        known: dict[str, Evidence] = {}
        rest: list[tuple[str, Evidence]] = []
        motions = self._profile.business.proposals  # "Motion Hay: …" is what he has moved
        stops = {title for title in words.titles if title.endswith(".")}  # "Mr." opens names, not speeches
        found = [
            (key, one)
            for key, one in self._found.items()
            if one.opens and key not in never and f"{key.rpartition(' ')[2]}." not in stops
            and key.partition(" ")[0] not in motions
        ]
        for key, one in sorted(found, key=lambda item: (-item[1].opens, item[1].start)):
            said = [f"opens {blocks(one.opens)}"]
            least = wanted.least
            if 2 * one.capitals >= one.opens:
                least = min(least, wanted.capitals)
                said.append("in capitals")
            bare = without_titles(key, words.titles)
            tokens = set(bare.split())
            named = "named in the profile" if key in always else _named(tokens, self._cast, known, roles, bare)
            if named:
                least = min(least, wanted.named)
                said.append(named)
            one.against = self._against(key, one, wanted, small, bool(named))
            if key not in always and (one.opens < least or one.against):
                one.why = f"{said[0]}{f', but {one.against}' if one.against else ' only'}"
                rest.append((key, one))
            else:
                if one.opens > 1:
                    said.append(f"followed by {len(one.after)} different words")
                one.why = ", ".join(said)
                known[key] = one
        fair = {key: one for key, one in rest if not one.against and one.opens >= wanted.named}
        surnames = {name for key in fair for name in surnames_of(key)}
        attested = find_titled(source, surnames, (*words.titles, *words.chair), bool(words.cases))
        for key, one in fair.items():  # once more: those with a title elsewhere, and those like a label learnt since
            title = next((attested[name] for name in surnames_of(key) if name in attested), "")
            named = f"named “{title}” elsewhere" if title else _named(set(key.split()), {}, known, roles, key)
            if named:
                one.why = f"opens {blocks(one.opens)}, {named}"
                known[key] = one
        doubted = {}
        if wanted.company and not self._named:  # who is not among those present does not speak once
            company = Company(known, self._sure, self._lines, wanted)
            doubted = company.accepted(fair, small, source, words.particles | words.whence)
        left = {key: one for key, one in fair.items() if key not in doubted}
        doubted |= voices.in_person(left, known, self._sure, small)
        known |= doubted
        told = voices.told_of(fair, known, small, words.titles)
        known |= told
        doubted |= told
        near = [one for key, one in rest if key not in known and (one.opens > 1 or (one.capitals and not one.alone))]
        often = any(one.opens >= wanted.capitals for one in known.values())
        if not (always or self._cast or attested or doubted or often):
            known = doubted = {}  # nobody speaks twice, and nobody is said to be there: no play
            near = sorted(near, key=lambda one: (-one.opens, one.start))
        labels = sum(ends.total() for ends in self._sure.values()) + sum(one.opens - one.told for one in known.values())
        tells = not self._myself or voices.minutes_tell(self._told[0], self._told[1], labels)
        return Learnt(known, sorted(near, key=lambda one: (-one.opens, one.start)), words.joiners, doubted, tells)

    def _against(self, key: str, one: Evidence, wanted: Thresholds, small: SmallLetters, named: bool) -> str:
        """Return what speaks against a label, in a few words for people, or ""."""
        if one.opens > 1 and len(one.after) < wanted.different * min(one.opens, _WORDS):
            return f"followed by {len(one.after)} different word{'s' * (len(one.after) > 1)} only"
        if one.clean < _CLEAN * one.opens:
            return "mostly in the middle of sentences"
        if one.listed and one.listed == one.opens - one.told:
            return "nothing but names follows it"
        headings = wanted.company and one.stops  # "FINANCE. The fund is empty": in minutes headings look so, too
        if named or (2 * one.capitals >= one.opens and not headings):
            return ""
        if self._present and one.opens <= _OFTEN * self._present:
            return "stands in none of the lists of those present"
        times = min((small.times(word) for word in key.split() if len(word) > 1), default=0)
        return f"stands {times} times in small letters" if times > wanted.small * one.opens else ""


def _named(
    tokens: set[str],
    cast: Mapping[str, list[tuple[set[str], str]]],
    known: Mapping[str, Evidence],
    roles: frozenset[str],
    key: str,
) -> str:
    """Say what else knows a label: the list of persons, the profile, or a label that differs in one word."""
    telling = {token for token in tokens if len(token) > _ARTICLE} or tokens
    for entry, where in cast.get(min(telling, default=""), ()):
        if telling <= entry:
            return where
    if len(tokens) > 1 and any(
        _is_one_of(token, word)
        for word, entries in cast.items()
        if any(where == _IN_CAST for _, where in entries)
        for token in telling
    ):
        return "one of several in the list of persons"
    if key in roles:
        return "a word for speakers"
    if len(tokens) > 1:
        for other in known:
            others = set(other.split())
            if len(others) < len(tokens) and others == {token for token in tokens if len(token) > 1}:
                return f"{known[other].printed} with initials"
            common = tokens & others
            if len(others) == len(tokens) == len(common) + 1 and any(len(token) > _ARTICLE for token in common):
                return f"like {known[other].printed}"
    return ""


def _is_one_of(token: str, word: str) -> bool:
    """Say whether a word of a list may be the plural of another: ``guards``, ``Wachen``, ``стражники``."""
    return len(token) > _ARTICLE and word != token and word.startswith(token) and len(word) <= len(token) + 2
