"""Voices: names that open one block each, where what stands behind them shows that somebody speaks or is told of.

A congress has many who speak once. One block is no proof that a word is a name; several names that are followed by the
same kind of words prove each other: ``Holm: I cannot agree``, ``Dunn: We have heard``; ``Holm said that``, ``Dunn moved
that``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from tei_encoder.encode.attested import SmallLetters
from tei_encoder.encode.learnt import Evidence, key_of
from tei_encoder.rules.rule import Rule

#: Different labels behind which somebody says I or we; one is enough beside a label that is one in any case.
_PERSONS = 2

#: Different names, and blocks, that tell of what was said.
_TOLD_NAMES, _TOLD_BLOCKS = 3, 3


#: Of the blocks that open a speech, the share that must tell what was said, in a text whose minutes tell so …
_TELLS = 0.1

#: … and how many times more often than they show that a speaker tells of another.
_CLEAR = 3

#: How many times more often than the answers the questions may be marked, or the other way.
_TURNS = 2

#: What somebody quotes.
_QUOTED = re.compile(r"\"[^\"]*\"?|(?<!\w)'(?:[^']|(?<=\w)'(?=\w))*'(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

#: What stands between the names of a list; in brackets, whence somebody comes.
_BETWEEN = re.compile(r"[,;]|\([^()]*\)")


def lists_names(text: str) -> bool:
    """Say whether a text is nothing but two names or more: candidates, tellers, those whom a country has sent."""
    if not any(sign in text for sign in ",;") or not text.replace(".", " ").strip():
        return False
    words = [word for word in _BETWEEN.sub(" ", text).rstrip(" .").split() if len(word) > 3 or word[:1].isupper()]
    if any(piece.split()[-1].islower() for piece in _BETWEEN.split(text.rstrip(" .")) if piece.strip()):
        return False  # "Thank you, Mr. Holm."
    return len(words) > 1 and all(word[0].isupper() and word[-1] not in "!?" for word in words)


def is_name(text: str) -> bool:
    """Say whether a line is nothing but a name: below the word for an office it is a signature, and nothing is said."""
    words = text.split()
    return len(words) < 5 and text[-1:].isalpha() and all(word[0].isupper() for word in words)


def is_row(text: str) -> bool:
    """Say whether what follows a label is a row of names: those whom a country has sent, a committee's members.

    "Yes, Holm." is none: two single words may be a speech.
    """
    pieces = [piece for piece in _BETWEEN.split(text) if len(piece) > 1 and any(ch.isalpha() for ch in piece)]
    if len(pieces) < 2 or not lists_names(text):
        return False
    return len(pieces) > 2 or all(len(piece.split()) > 1 for piece in pieces)


def in_person(
    fair: Mapping[str, Evidence], known: Mapping[str, Evidence], sure: Collection[str], small: SmallLetters
) -> dict[str, Evidence]:
    """Return the labels behind which somebody speaks in the first person.

    ``fair`` are those against which nothing speaks, ``known`` are known already, ``sure`` are labels in any case.
    """
    found = {
        key: one
        for key, one in fair.items()
        if key not in known and one.spoken and not one.stops and not one.alone and _is_name(key, one, small)
    }
    if not found or len(found) + len(known) + bool(sure) < _PERSONS:
        return {}
    for one in found.values():
        one.why = "opens a block in which somebody speaks in the first person, as others do"
    return found


def out_of_turn(found: Mapping[str, Evidence], pairs: Iterable[tuple[str, str]]) -> set[str]:
    """Return the words for a question or an answer that are no labels in this text: "Question: the dues" is a heading.

    They are labels where both words of a pair open blocks, about as often, or where what stands behind each of several
    questions is spoken: "Question: who pays?". Several answers are answers, whoever asks.
    """
    refused: set[str] = set()
    for pair in pairs:
        keys = [key_of(word) for word in pair]
        opens = [found[key].opens if key in found else 0 for key in keys]
        if min(opens) and max(opens) <= _TURNS * min(opens):
            continue
        asks, answers = keys
        refused |= {asks} if opens[0] and not 1 < opens[0] == found[asks].heard else set()
        refused |= {answers} if opens[1] == 1 else set()
    return refused


def told_of(
    fair: Mapping[str, Evidence], known: Mapping[str, Evidence], small: SmallLetters, titles: Collection[str]
) -> dict[str, Evidence]:
    """Return the names of which a block tells what they said, if the text tells so of several.

    What begins with an article or a title is no name: "The scrutineers reported that".
    """
    telling = {
        key: one
        for key, one in fair.items()
        if one.told and key.partition(" ")[0] not in titles and _is_name(key, one, small)
    }
    everybody = telling | {key: one for key, one in known.items() if one.told}
    if len(everybody) < _TOLD_NAMES or sum(one.told for one in everybody.values()) < _TOLD_BLOCKS:
        return {}
    found = {key: one for key, one in telling.items() if key not in known and not one.stops}
    for one in found.values():
        one.why = f"opens a block that tells what was said, as {len(everybody) - 1} other names do"
    return found


def _is_name(key: str, one: Evidence, small: SmallLetters) -> bool:
    """Say whether a label begins its block and never stands in small letters, as a name does not."""
    return one.clean == one.opens and not any(small.times(word) for word in key.split() if len(word) > 1)


def speaks_of_himself(text: str, words: Collection[str]) -> bool:
    """Say whether outside quotation marks a text (folded) has one of the words (small letters) for I and my."""
    return any(found[0].casefold() in words for found in _WORD.finditer(_QUOTED.sub(" ", text)))


def minutes_tell(told: int, cited: int, labels: int) -> bool:
    """Say whether in a text with labels the minutes tell what others said, or only the speakers do.

    ``told`` paragraphs tell of somebody, ``cited`` ones too, but a speaker says I or we in them; ``labels`` open
    speeches. In a verbatim record "Comrade Holm said that …" stands within what another says.
    """
    return told > _CLEAR * cited and told >= _TELLS * (told + labels)


def reports(rule: Rule) -> bool:
    """Say whether the blocks of a rule are speeches without a label that are told, not given, and it is not sure."""
    attrs = rule.wrap.attrs
    reported = rule.wrap.element == "sp" and "#reported" in attrs.get("ana", "") and "cert" in attrs
    return reported and "speaker" not in rule.pattern.groups
