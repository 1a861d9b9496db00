"""Names in lists that print or scan has damaged: two names that lost the comma between them, one name cut by a blank.

Both are mended only where the text itself proves it: the one when the first name is somebody's surname elsewhere, the
other when the joined word is a name elsewhere. The rest stays as printed; what is doubtful is reported.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tei_encoder.encode.likeness import likeness
from tei_encoder.encode.names import Name, is_initial, key_of

#: What a blank may have cut off a name of a list: a few small letters, and then the list goes on.
_REST = re.compile(r" ([^\W\d_]{2,12})(?= ?(?:[,.;&]|and\b|$))")

#: A joined word of fewer letters proves nothing: "Ab el" may be Ab, and a word; one that is only alike needs more.
_LONG, _WHOLE = 7, 5


@dataclass(frozen=True, slots=True)
class Parted:
    """A printed name that is two: where the first ends and the second begins (offsets in it), how sure, and why."""

    end: int
    start: int
    cert: str
    why: str


def cut_off(text: str, end: int) -> int:
    """Return where a name of a list, which a rule lets end at ``end``, may really end: after a word in small letters.

    ``text`` is the folded block; returns ``end`` where nothing like the rest of a name follows.
    """
    rest = _REST.match(text, end)
    return rest.end() if rest and rest[1].islower() else end


class ListNames:
    """The names of the lists of a text, those that are damaged set right as far as the text proves it.

    ``names`` counts them, ``lists`` has them list by list, ``whole`` are those that a blank had cut in two, ``parted``
    those that are two names. ``doubts`` says of a name why it may be but the beginning of one.
    """

    def __init__(
        self,
        names: Mapping[str, int],
        lists: Iterable[Collection[str]],
        stretches: Mapping[str, int],
        keys: Collection[str],
    ) -> None:
        """Take the survey's names and lists, and ``keys``, the surnames of the text as they are compared.

        ``stretches`` are names with a word in small letters behind them, and where they end without it.
        """
        self.whole: set[str] = set()
        self.doubts: dict[str, str] = {}
        self.parted: dict[str, Parted] = {}
        alike_at_first: dict[str, list[str]] = defaultdict(list)
        for key in keys if stretches else ():
            alike_at_first[key[:2]].append(key)
        for stretch, end in sorted(stretches.items()):
            word = key_of("".join(stretch.split()[-2:]))
            near = [key for key in alike_at_first[word[:2]] if _near(word, key)]
            alike = [word] if word in near else [key for key in near if _nearly(word, key)]
            if len(alike) == 1 and len(word) >= (_WHOLE if word in near else _LONG):
                self.whole.add(stretch)
            elif near and stretch[:end] not in names:
                self.doubts[stretch[:end]] = (
                    f"“{stretch[:end]}” may be the beginning of a name that a blank has cut in two: “{stretch}”."
                )
        ends = {stretch: end for stretch, end in stretches.items() if stretch not in self.whole}
        self.names: Counter[str] = Counter()
        for text, count in names.items():
            self.names[text[: ends.get(text)]] += count
        self.lists = [[text[: ends.get(text)] for text in one] for one in lists]

    def part(
        self,
        read: Callable[[str], Name | None],
        alone: Collection[str],
        told: Callable[[str], bool],
        forenames: Collection[str],
    ) -> None:
        """Find the names that are two (see ``lost_commas``), and count their parts in their place."""
        self.parted = lost_commas(self.lists, read, alone, told, forenames)
        for text, where in self.parted.items():
            count = self.names.pop(text, 0)
            self.names[text[: where.end]] += count
            self.names[text[where.start :]] += count
        self.lists = [[half for text in one for half in self._halves(text)] for one in self.lists]

    def _halves(self, text: str) -> tuple[str, ...]:
        where = self.parted.get(text)
        return (text,) if where is None else (text[: where.end], text[where.start :])


def _near(word: str, key: str) -> bool:
    return abs(len(word) - len(key)) <= 2 and likeness(word, key, 2) is not None


def _nearly(word: str, key: str) -> bool:
    """Say whether two words differ in one letter, or a group of them, that looks alike in print."""
    like = likeness(word, key, 2)
    return like is not None and len(like.edits) == 1 and like.kinds == {"glyph"}


def lost_commas(
    lists: Sequence[Collection[str]],
    read: Callable[[str], Name | None],
    alone: Collection[str],
    told: Callable[[str], bool],
    forenames: Collection[str],
) -> dict[str, Parted]:
    """Find the names of lists that are two names, and return where to part them.

    ``alone`` are the surnames (as compared) that stand somewhere without a first name written out; ``told`` says if the
    sidecar knows a name; ``forenames`` are words that are first names.

    The first name must be such a surname, and nobody's first name; and no other name of the list may have a first name
    written out, for else that is the way of the list. Where the second is known by itself too, the parting is
    ``medium``, else ``low``. What the sidecar knows as two is ``high``.
    """
    before = _forenames(lists, read)
    found: dict[str, Parted] = {}
    for names in lists:
        for text in sorted(set(names)):
            halves = _halves(text, read)
            if halves is None or told(text):
                continue
            first, second, end, start = halves
            said = f"“{text}” is read as two names that have lost the comma between them: "
            if told(text[:end]) and told(text[start:]):
                found[text] = Parted(end, start, "high", f"{said}the sidecar knows both.")
                continue
            others = [other for other in map(read, set(names) - {text}) if other is not None]
            if (
                first.key in alone
                and first.surname.lower() not in forenames
                and before[first.key] < 2
                and not {first.key, second.key} & {other.key for other in others}
                and not any(_has_forename(other, alone) for other in others)
            ):
                both = second.key in alone
                what = f"“{first.surname}” and “{second.surname}” stand" if both else f"“{first.surname}” stands"
                what += f" by {'themselves' if both else 'itself'} elsewhere"
                why = f"{said}{what}, and no first name is written out in this list."
                found[text] = Parted(end, start, "medium" if both else "low", why)
    return found


def _halves(text: str, read: Callable[[str], Name | None]) -> tuple[Name, Name, int, int] | None:
    """Cut a name before its surname: both halves, where the first ends, where the second begins; None if it is one."""
    whole = read(text)
    if whole is None or whole.blank or "," in text or not text.endswith(whole.surname):
        return None
    start = len(text) - len(whole.surname)
    before = text[:start].rstrip()
    first, second = read(before) if before else None, read(text[start:])
    if first is None or second is None or first.blank or len(first.key) < 3 or is_initial(first.key):
        return None
    return first, second, len(before), start


def _forenames(lists: Sequence[Collection[str]], read: Callable[[str], Name | None]) -> Counter[str]:
    """Count how many different surnames each word stands before as a first name."""
    pairs = {
        (key_of(word), name.key)
        for name in map(read, {text for names in lists for text in names})
        if name is not None
        for word in name.given
        if not is_initial(word)
    }
    return Counter(word for word, _ in pairs)


def _has_forename(name: Name, alone: Collection[str]) -> bool:
    """Say whether a name has nothing but first names before it, written out, and none that may be a surname."""
    words = [key_of(word) for word in name.given]
    ends = Counter(key[-2:] for key in alone)
    return bool(words) and not any(is_initial(word) or word in alone or ends[word[-2:]] >= 5 for word in words)
