"""Printed names: what is surname, what are first names and initials, what is a title or only dirt around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tei_encoder.encode.han import han_name, is_han
from tei_encoder.rules.pattern import fold
from tei_encoder.rules.rule import People as Words

_NUMBER = re.compile(r"^\s*\(?\d+[.)]\s*")
#: What a transcript prints before a label: a time, or the signs of captions for another voice.
_STAMP = re.compile(r"^\s*(?:[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.? ?m\.?)?[\])]?(?: -)?|>{2,3})\s*(?=\S)")
#: The hour behind a label: "Mr HOLM 12.30 p.m."
_HOUR = re.compile(r"\s\d{1,2}[:.]\d\d ?[ap]\. ?m\.?$")
_ASIDE = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]?")
#: Brackets in the middle of a name hold a name too: "Jones (William) Smith".
_INSIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]](?=\s*[^\W\d_])")
#: Small letters behind a name in capitals say how it goes on: "SMITH says".
_VERB = re.compile(r"(?<=\w\w)(?: [a-zß-öø-ÿа-яѐ-џ]+)+$")
_REMAINS = re.compile(r"^[\s,;:*\"']+|[\s,;:*†‡§\"\d]+$")
#: The full stop that ends a label, not an abbreviation: "Mr. HOLM."
_STOP = re.compile(r"(?:(?<=[^\W\d_]{3})|\s)\.$")
#: Letters set apart for emphasis: "H A M L E T"; words of such letters have more than one blank between them.
_SPACED = re.compile(r"\b[^\W\d_](?: [^\W\d_])+\b")
#: A whole label in brackets or between signs; what stands in brackets without a capital says how, and is no name.
_ENCLOSED = re.compile(
    r"(?:\[(?=[A-ZÀ-ÞА-ЯЁ][^\[\]]*\]$)|\((?=[A-ZÀ-ÞА-ЯЁ][^()]*\)$)|<|\*+|_+|=+ ?)(.+?)(?:[\])>]|\*+|_+| ?=+)"
)
_OWNER = re.compile(r"'[sS]$|(?<=[sS])'$")
_TOKEN = re.compile(r"[^\W\d_]{1,3}\.|[^\s.,]+\.?")
#: Letters that a machine reads for the capital I at the beginning of a name: "lvanov", "1vanov", "|vanov".
_FALSE_I = re.compile(r"\b[l1|](?=[b-df-hj-np-tv-z][a-z])")
#: Letters of the Russian alphabet that went in 1918, and what is written for them since; the hard sign at the end of a
#: name went without one.
_OLD_LETTERS = str.maketrans("ѣіѳѵ", "еифи", "ъ")
#: Articles that may stand between a title and an office: "M. le ministre".
_ARTICLES = ("the ", "le ", "la ", "les ", "l'", "der ", "die ")
#: What goes on with an office, also in capitals: SECRETARY FOR WAR.
_SMALL = frozenset(["of", "for", "the", "to", "and", "in", "on"])
_INITIAL = re.compile(r"\b[^\W\d_]\.")
#: Three initials or more and no word: the party, "(D. D. P.)".
_PARTY = re.compile(r"(?:[^\W\d_]\. ?){3,}$")
_ZERO = re.compile(r"(?<=[A-Z])0|0(?=[A-Z]{2})")


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name, taken apart.

    ``printed`` is the name without number, colon, title, role and possessive ending. ``given`` holds first names and
    initials, in small letters and without full stops (an initial is one letter, or two in "Yu."), ``forenames`` the
    same as printed; ``mark`` is what stands in brackets and is no first name: the place that tells namesakes apart.
    ``key`` is the surname as it is compared: without case, accents, hyphens and blanks. ``blank``: a blank inside a
    word was closed.
    ``doubtful``: it may be two names with a lost comma, "Ivan T. Smith Jones"; its first names prove nothing.
    """

    printed: str
    surname: str
    given: tuple[str, ...]
    mark: str
    key: str
    forenames: str = ""
    blank: bool = False
    doubtful: bool = False

    @property
    def squeezed(self) -> str:
        """The whole name in one word, as it is compared when blanks may be a machine's fault."""
        return key_of("".join((*self.given, self.surname)))


def is_initial(token: str) -> bool:
    """Say whether a first name (as in ``Name.given``) is only an initial."""
    return len(token) <= 1 or (len(token) == 2 and token[1] in "uhaeo" and token[0] in "yjkct")


@lru_cache(maxsize=20_000)
def key_of(text: str) -> str:
    """Return the letters of a name as they are compared: ``Ter-Müller`` is ``termuller``."""
    if text.isascii():
        return "".join(ch for ch in text.lower() if ch.isalpha())
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_OLD_LETTERS))
    return "".join(ch for ch in plain if ch.isalpha())


@lru_cache(maxsize=20_000)
def without_titles(text: str, titles: tuple[str, ...]) -> str:
    """Take the titles (small letters) off the front of a name, and blanks and commas off both ends."""
    text = " ".join(text.split()).strip(" ,;:")
    small = text.lower()
    again = " " in text
    while again:
        again = False
        for title in titles:
            if small.startswith(title) and small.startswith(" ", len(title)) and len(text) > len(title) + 1:
                text, again = text[len(title) + 1 :].lstrip(), True
                small = text.lower()
    return text


@lru_cache(maxsize=20_000)
def split_label(label: str) -> tuple[str, tuple[str, ...]]:
    """Part a printed label from its asides: ``3) SMITH (Leeds):`` gives ``SMITH`` and ``("Leeds",)``.

    What stands around all of it is left out: ``[SMITH]``, ``<Smith>``, ``**Smith:**``, ``Smith;``.
    """
    whole = _HOUR.sub("", _STAMP.sub("", " ".join(letters_closed(fold(label)).split()).rstrip(" :-")))
    if enclosed := _ENCLOSED.fullmatch(whole):
        whole = enclosed[1].rstrip(" :-")
    plain = _STOP.sub("", _NUMBER.sub("", whole))
    asides = tuple(filter(None, (found[1].strip() for found in _ASIDE.finditer(plain))))
    return _STOP.sub("", _ASIDE.sub(" ", plain).strip(" ,;:/|>*-")), asides


def without_spans(label: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a label without some of its pieces (offsets in it, half-open): what says how somebody speaks is no
    name.
    """
    for start, end in sorted(spans, reverse=True):
        label = label[:start] + label[end:]
    return label


def letters_closed(label: str) -> str:
    """Close the letters of a label that is set with blanks between them: ``H A M L E T`` is ``HAMLET``."""
    whole = label.strip(" .:")
    return _SPACED.sub(
        lambda found: found[0].replace(" ", "") if len(found[0]) > 6 or found[0] == whole else found[0], label
    )


def parts_of(label: str, joiners: tuple[str, ...]) -> list[str]:
    """Part a label that names several people: ``A. SMITH and JONES`` gives both; ``SMITH, J.`` stays one."""
    parts = [label]
    for joiner in joiners:
        parts = [piece for part in parts for piece in re.split(rf"(?i){re.escape(joiner)}", part)]
    whole: list[str] = []
    for part in filter(None, (part.strip(" ,") for part in parts)):
        if whole and all(len(token.rstrip(".")) == 1 for token in part.split()):
            whole[-1] += f", {part}"
        else:
            whole.append(part)
    return whole


def read_name(text: str, words: Words) -> Name | None:
    """Take a printed name apart; None where nothing is left that could be a surname.

    ``words`` are the profile's words about people: its titles go, its particles (``de la``, ``von``) belong to the
    surname, and it says whether the surname comes first. Initials behind a name (``Smith J. P.``) count as before.
    """
    clean = _OWNER.sub("", _REMAINS.sub("", fold(text)))
    plain, asides = split_label(_INSIDE.sub(r"\1", clean))
    if is_office(plain, words):
        office = without_titles(plain, words.titles)
        return Name(office, office, (), "", key_of(office))
    inner = [aside for aside in asides if begins_name(aside) and not is_office(aside, words)]
    if is_han(solid := "".join(plain.split())):
        surname = han_name(solid, words)
        printed = surname + "".join(f" ({aside})" for aside in inner)
        return Name(printed, surname, (), ", ".join(inner), key_of(surname))
    bare = without_titles(plain, words.titles)
    plain = _OWNER.sub("", _REMAINS.sub("", _holder(bare, words) or bare))
    whole = _VERB.sub("", plain) if plain[:2].isupper() else plain
    plain, place = _place(whole, words.places)
    mended = _ZERO.sub("O", _FALSE_I.sub("I", plain.replace(".-", ". ")))  # J.-B. has two initials
    if mended.upper() != mended and mended.replace("l", "").isupper():
        mended = mended.replace("l", "I")
    tokens, blank = _joined(_TOKEN.findall(_turned(mended, words.titles)), words.particles)
    while len(tokens) > 1 and tokens[-1].lower().rstrip(".") in words.suffixes:
        tokens.pop()
    long = [i for i, token in enumerate(tokens) if not token.endswith(".") and len(token) > 1]
    if not long or not key_of(tokens[long[-1]]) or f"{tokens[-1].lower()}." in words.titles:  # "County Cllr"
        return None
    first = long[0] if words.surname == "first" else long[-1]
    start = first
    while start > 0 and tokens[start - 1].lower() in words.particles:
        start -= 1
    surname = " ".join(tokens[start : first + 1])
    before, after = tokens[:start], tokens[first + 1 :]
    forenames = [aside for aside in inner if "," not in aside and _INITIAL.search(aside) and not _PARTY.match(aside)]
    given = [*before, *after, *(token for aside in forenames for token in _TOKEN.findall(aside))]
    marks = ", ".join(filter(None, (place, *(aside for aside in inner if aside not in forenames))))
    printed = _printed(clean, plain) if _INSIDE.search(clean) else whole + "".join(f" ({aside})" for aside in inner)
    initials = [token.endswith(".") for token in before]
    doubtful = any(initial and not all(initials[i:]) for i, initial in enumerate(initials))
    given = [token for token in given if key_of(token)]
    folded = tuple(token.rstrip(".").casefold() for token in given)
    return Name(printed, surname, folded, marks, key_of(surname), " ".join(given), blank, doubtful)


def begins_name(text: str) -> bool:
    """Say whether a text begins as names do: with a capital, or in a script that has none."""
    return text[:1].isalpha() and not text[:1].islower()


def is_office(text: str, words: Words) -> bool:
    """Say whether a text is an office and no name: ``The Lord Chancellor``, but not ``Mr. Chancellor``."""
    plain = text.lower().strip(" ,;:")
    if words.offices.isdisjoint(re.findall(r"[^\W\d_]+", plain)) or _holder(text.strip(" ,;:"), words):
        return False
    bare = without_titles(plain, words.titles)
    return bare == plain or plain.startswith("the ") or bare.startswith(_ARTICLES)


def _holder(text: str, words: Words) -> str:
    """Return the name behind an office: ``Wolfe`` in "SECRETARY WOLFE", "City Attorney Wolfe".

    "" where none stands there: in "Attorney General", "Minister of War", "SECRETARY FOR WAR".
    """
    plain = [part.lower().strip(".,") for part in text.split()]
    last = max((at for at, part in enumerate(plain) if part in words.offices), default=-1)
    parts = text.split()[last + 1 :]
    names = all(part[:1].isupper() and len(part) > 1 for part in parts)
    known = {*plain[last + 1 :]} & {*words.titles, *words.chair, *_SMALL}
    return " ".join(parts) if last >= 0 and parts and names and not known else ""


def _place(plain: str, joints: frozenset[str]) -> tuple[str, str]:
    """Part a name from the place it stands for: ``SMITH of Ohio`` gives ``SMITH`` and ``Ohio``."""
    words = plain.split(" ")
    for i in range(1, len(words) - 1):
        if words[i] in joints and words[i + 1][:1].isupper():
            return " ".join(words[:i]), " ".join(words[i + 1 :])
    return plain, ""


def shown(name: str, particles: frozenset[str]) -> str:
    """Return a name as people read it: ``TER-PETROV`` is ``Ter-Petrov``, ``VON BERG`` is ``von Berg``."""
    if not name.isupper():
        return name
    return " ".join(word.lower() if word.lower() in particles else _capital(word) for word in name.split())


def ways(name: str) -> set[str]:
    """Return a name as it is printed, in capitals, and with capitals at the beginning."""
    return {name, name.upper(), shown(name, frozenset())}


def _capital(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda found: found[0][:1] + found[0][1:].lower(), word)


def _printed(clean: str, plain: str) -> str:
    """Return a name with brackets in its middle as it is printed, from its first word on."""
    return clean[max(0, clean.find(plain.split(" ", 1)[0])) :]


def _turned(text: str, titles: tuple[str, ...]) -> str:
    """Put ``Smith, John P.`` or ``Smith, Mrs. Ann`` in the usual order, without title.

    A comma between a first name and its initial is an error of print.
    """
    surname, comma, rest = text.partition(",")
    rest = without_titles(rest, titles)
    tokens = _TOKEN.findall(rest)
    if not comma or not tokens or " " in surname.strip():
        return text.replace(",", " ")
    misplaced = len(tokens) > 1 and tokens[0].endswith(".") and not tokens[-1].endswith(".")
    return f"{surname} {rest}" if misplaced else f"{rest} {surname}"


def _joined(tokens: list[str], particles: frozenset[str]) -> tuple[list[str], bool]:
    """Close a blank inside the last word: ``Ander son``; small letters further in front may be a particle."""
    *front, last = tokens or [""]
    if front and last[:1].islower() and last not in particles and not front[-1].endswith("."):
        return [*front[:-1], front[-1] + last], True
    return tokens, False
