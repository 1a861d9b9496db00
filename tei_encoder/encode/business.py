"""Business: what lies before the meeting, so that a vote or a decision can say what it is about (``@corresp``).

A speech that proposes something, and a motion or amendment that is quoted, are *laid* before the meeting. What is
decided is, in this order: what stands around the record; a division whose heading the record names ("Article 2 is
adopted"); the one of several quoted motions whose number it gives ("Motion 2 is lost"); what the person proposed whose
name it gives ("Hay's motion is lost"); what the record directly before was about; the last thing laid and not yet
decided; and, where the record does not say what was decided ("Carried."), the speech directly before. A proposal to
end the debate is decided at once or not at all; a record that speaks of it is about no other. Nothing reaches over a
sitting, or over more than twenty speeches.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tei_encoder.rules.rule import Business as Words

#: How many speeches may lie between what was proposed and what is decided.
_REACH = 20

#: Headings that a record is searched for: those of the last divisions.
_HEADINGS = 50

#: Characters at the beginning and at the end of a speech's first paragraph in which it may propose something.
_BEGINNING, _END = 200, 300

#: A heading of fewer letters tells nothing.
_TELLING = 4

#: A record with as many blanks, and without a word for what is decided, says itself what that is: "It was agreed to …".
_SHORT = 6

#: Words in which a sentence has said who does what: "The speaker proposes".
_SUBJECT = 4

#: Letters of a word that tells something, and those at its beginning that tell which: "discuss", "discussion".
_WORD, _STEM = 5, 6

#: Share of the words of a record that stand in the speech that it is about.
_MOST = 0.6

#: Stands for no word at all.
_NEVER = r"(?!)"


@dataclass(slots=True, eq=False)
class _Turn:
    """A speech or a quoted text: its id, who speaks, where it may propose something.

    It is ``settled`` once it has been decided on; ``elects`` says that an election has followed from it.
    """

    id: str
    who: Sequence[str] = ()
    text: str = ""
    proposes: bool | None = None
    settled: bool = False
    elects: bool = False


class Business:
    """Remembers what lies before the meeting while a text is read; all is named by ``xml:id``.

    Its patterns look at small letters: comparing without case takes Python's ``re`` four times as long.
    """

    def __init__(self, words: Words) -> None:
        """``words`` are the profile's words about business."""
        self._proposal = _any(words.proposals)
        self._other = _any(words.others)
        which, what = _one_of(words.ordinals), _one_of(words.proposals)
        self._which = re.compile(
            rf"\b(?P<nth>{which})(?: \w+)? (?P<noun>{what})\b"
            rf"|\b(?P<what>{what}) (?:no\.? ?)?(?P<number>\d+|[ivxl]+)\b"
        )
        self._ordinals = words.ordinals
        alone = _one_of(word for word in words.proposing if " " not in word)
        anywhere = _one_of(word for word in words.proposing if " " in word)
        self._proposing = re.compile(rf"(?:^|[.;!?)] ){alone}\b|\b{anywhere}\b")
        self._moving = re.compile(rf"\b{_one_of(words.proposing)}\b")
        self._electing = _any(words.electing)
        self._closing = _any(words.closing)
        self._to_close = re.compile(rf"\b{_one_of(words.proposing)}\b[^.;!?]*\b{_one_of(words.closing)}\b")
        self.begin_sitting()

    def begin_sitting(self) -> None:
        """A new sitting begins: nothing lies before it."""
        self._turns: deque[_Turn] = deque(maxlen=_REACH)
        self._heads: deque[tuple[str, str]] = deque(maxlen=_HEADINGS)
        #: What announced several motions, and each of them by its number.
        self._several: deque[tuple[str, dict[str, str]]] = deque(maxlen=_REACH)
        self._said = ""  # the last words of the minute-taker or of a speaker
        self.told = ""  # the speech whose proposal the minute-taker has just told of
        self._elective: _Turn | None = None  # what the last election followed from
        self._until: _Turn | None = None  # the last speech when it took place
        self._forget()
        self._stated = False

    def _forget(self) -> None:
        """What comes next is not about what the last record was about."""
        self._put = self._about = self.told = ""
        self._itself = False  # the last record has said itself what was decided

    def heading(self, division: str, head: str) -> None:
        """A division begins, and what it is called."""
        for turn in self._turns:
            turn.settled = True
        self._forget()
        self._several.clear()
        name = " ".join(head.lower().strip(" .:").split())
        if len(name) >= _TELLING:
            self._heads.append((name, division))

    def speech(self, speech: str, who: Sequence[str], text: str) -> None:
        """Somebody speaks; ``text`` is the first paragraph (folded, without the label), ``who`` points to persons."""
        self._forget()
        said = text if len(text) <= _BEGINNING + _END else f"{text[:_BEGINNING]} / {text[-_END:]}"
        self._said = said.lower()
        self._turns.append(_Turn(speech, who, self._said))

    def quoted(self, quote: str, kind: str, speech: str) -> None:
        """A text is quoted: it takes the place of the ``speech`` that proposes it; announced motions are laid, too."""
        self._forget()
        last = self._turns[-1] if self._turns else None
        if last is not None and last.id == speech and (self._is_proposal(last) or self._moving.search(last.text)):
            last.id, last.proposes = quote, True
        elif kind != "resolution":
            self._turns.append(_Turn(quote, proposes=True))
        if kind != "resolution":
            self._several.append((self._said, {}))

    def counted(self, number: str, item: str) -> bool:
        """One of several quoted motions has this number; say whether none before it had the same."""
        return self._several[-1][1].setdefault(number, item) == item

    def narrated(self, text: str, persons: Sequence[str], before: str = "", motion: str = "") -> None:
        """The minute-taker writes: that somebody moved something, or that somebody's motion is put to the vote.

        A ``motion`` (its id) that is told lies before the meeting. Other sentences that tell of one are nothing to
        point to; but what is decided next is not what was moved before.
        Where it names nobody ("The speaker proposes"), it tells of the speech directly ``before`` it.
        """
        self._about = self.told = ""
        self._itself = False
        said = text.lower()
        self._said = "" if persons else said  # "The motion of Mr. Hay:": what follows are the points of one
        if motion:
            self._put = ""
            self._turns.append(_Turn(motion, persons[:1], said, proposes=True))
        elif (persons or text[:2].isupper()) and self._moving.search(said):
            speaking = next((turn.who for turn in reversed(self._turns) if turn.id == before), ())
            self.told = before if set(persons[:1]) & set(speaking) else ""
            self._turns.append(_Turn("", persons, said, proposes=True))
        elif self._moving.search(" ".join(said.split(maxsplit=_SUBJECT)[:_SUBJECT])):
            self.told = before
            self._turns.append(_Turn(before, (), said, proposes=True))
        elif (one := self._which.search(said)) and self._one_of_several(one):
            self._put = self._one_of_several(one)
        elif persons and self._proposal.search(said):
            self._put = self.told = self._proposed_by(persons[0])

    def decided(
        self,
        text: str,
        persons: Sequence[str] = (),
        around: str = "",
        before: str = "",
        figures: bool = False,
        states: bool = False,
    ) -> str:
        """Return what a vote (with ``figures``) or a decision is about, "" where that cannot be told.

        ``text`` is what it says (folded), ``persons`` whom it names, ``around`` the speech it stands in, ``before`` the
        one directly before it. ``states``: it has an outcome, so that a record of a motion behind it is of another one.
        """
        target = around or self._target(text.lower(), persons, before, figures)
        self._itself = not (around or figures) and ":" in text
        for turn in reversed(self._turns):
            if not turn.settled and turn.id == target:
                turn.settled = True
                break
        self._put, self.told, self._about, self._stated = "", "", target, states
        return target

    def elected(self) -> str:
        """Return the speech that proposed the election that has taken place, or "".

        One proposal leads to one election; records without a speech between them are of the same.
        """
        self._forget()
        last = self._turns[-1] if self._turns else None
        if last is None or last is not self._until:
            found = (turn for turn in reversed(self._turns) if self._electing.search(turn.text))
            self._elective = next((turn for turn in found if not turn.elects and self._is_proposal(turn)), None)
        self._until = last
        if self._elective is None:
            return ""
        self._elective.elects = True
        return self._elective.id

    def _target(self, text: str, persons: Sequence[str], before: str, figures: bool) -> str:
        said = " ".join(text.split())
        named_as = ((one, rf"\b{re.escape(name)}\b(?! vote\b)") for name, one in reversed(self._heads))
        heading = next((one for one, pattern in named_as if re.search(pattern, said)), "")
        proposal, other = self._proposal.search(text), self._other.search(text)
        which = self._which.search(text)
        if heading or which:
            return heading or (self._one_of_several(which) if which else "")
        waiting = [turn for turn in self._turns if not turn.settled and self._is_proposal(turn)]
        closing = [turn.id for turn in waiting if self._to_close.search(turn.text)]
        if self._closing.search(text):
            return closing[-1] if closing else ""
        latest = next((turn.id for turn in reversed(self._turns) if self._is_proposal(turn)), "")
        laid = [turn.id for turn in waiting if turn.id not in closing or turn.id == latest]
        named = proposal or other
        if not figures and (":" in text or (not named and text.count(" ") >= _SHORT)):  # "Carried: To go home."
            return before if before in laid or self._echoes(said.partition(": ")[2] or said, before) else ""
        if persons and proposal:
            return self._proposed_by(persons[0])
        if figures and self._itself and not named:  # "Resolved: To go home. For 3, against 2."
            return self._about
        if self._put:
            return self._put
        if self._about and not other and not (proposal and self._stated):
            return self._about
        if other and (not proposal or other.start() < proposal.start()):
            return before if before in laid or self._speaks_of(other[0], before) else ""
        return laid[-1] if laid else "" if named else before

    def _one_of_several(self, which: re.Match[str]) -> str:
        """Return which of the motions quoted last a record means by a number or a word, and calls as they were called.

        "" if that is not known.
        """
        name, number = which["noun"] or which["what"], which["number"] or str(self._ordinals[which["nth"]])
        called = (by_number for announced, by_number in reversed(self._several) if name in announced)
        return next((by_number[number] for by_number in called if number in by_number), "")

    def _echoes(self, said: str, before: str) -> bool:
        """Say whether most words of a record stand in the speech directly before: "Shall we go home?"."""
        last = self._turns[-1] if self._turns else _Turn("")
        words, spoken = _stems(said), _stems(last.text)
        return last.id == before != "" and len(words) > 1 and len(words & spoken) >= _MOST * len(words)

    def _speaks_of(self, matter: str, before: str) -> bool:
        """Say whether the speech directly before has the word for what was decided: question, discussion (discuss)."""
        last = self._turns[-1] if self._turns else _Turn("")
        return last.id == before != "" and _stems(matter) <= _stems(last.text) and bool(_stems(matter))

    def _is_proposal(self, turn: _Turn) -> bool:
        if turn.proposes is None:
            turn.proposes = bool(self._proposing.search(turn.text))
        return turn.proposes

    def _proposed_by(self, person: str) -> str:
        """Return the last proposal of a person, else the last speech; "" if there is none."""
        spoken = [turn for turn in self._turns if person in turn.who]
        proposed = [turn for turn in spoken if self._is_proposal(turn)]
        return (proposed or spoken or [_Turn("")])[-1].id


def _stems(text: str) -> set[str]:
    """Return the beginnings of the longer words of a text in small letters."""
    return {word[:_STEM] for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _WORD}


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words)) or _NEVER})"


def _any(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for one of these words in small letters, in the singular or the plural."""
    return re.compile(rf"\b{_one_of(words)}s?\b")
