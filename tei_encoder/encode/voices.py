"""Voices: names that open one block each, where what stands behind them shows that somebody speaks or is told of.

A congress has many who speak once. One block is no proof that a word is a name; several names that are followed by the
same kind of words prove each other: ``Holm: I cannot agree``, ``Dunn: We have heard``; ``Holm said that``, ``Dunn moved
that``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from tei_encoder.encode.attested import SmallLetters
from tei_encoder.encode.learnt import Evidence

#: Different labels behind which somebody says I or we; one is enough beside a label that is one in any case.
_PERSONS = 2

#: Different names, and blocks, that tell of what was said.
_TOLD_NAMES, _TOLD_BLOCKS = 3, 4


#: What stands between the names of a list; in brackets, whence somebody comes.
_BETWEEN = re.compile(r"[,;]|\([^()]*\)")


def lists_names(text: str) -> bool:
    """Say whether a text is nothing but two names or more: candidates, tellers, those whom a country has sent."""
    if not any(sign in text for sign in ",;") or not text.replace(".", " ").strip():
        return False
    words = [word for word in _BETWEEN.sub(" ", text).rstrip(" .").split() if len(word) > 3 or word[:1].isupper()]
    return len(words) > 1 and all(word[0].isupper() and word[-1] not in "!?" for word in words)


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
