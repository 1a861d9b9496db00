"""A first name in a list that a stray comma has cut off from its initial and surname: "Nils, F. Holm" is one man.

That is said only where the text shows it: the word is a first name elsewhere in the lists ("Nils A. Dunn"), is nobody's
surname, stands there by itself once, and the name behind it has initials and no first name. Both stay as they are
printed, and point to one person.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

from tei_encoder.encode.evidence import Bearer
from tei_encoder.encode.names import Name, is_initial, key_of


def join_forenames(
    bearers: list[Bearer], lists: Iterable[Collection[str]], read: Callable[[str], Name | None]
) -> list[Bearer]:
    """Join each first name that a comma has cut off to the person whose name goes on behind it; return who remains."""
    listed = [list(names) for names in lists]
    before: dict[str, str] = {}  # each word that is written out as a first name, and a name with it
    for text in (text for names in listed for text in names):
        name = read(text) if "," not in text else None  # "Dunn, Nils": a comma stands where it belongs
        if name is not None and name.given and not is_initial(name.given[0]):
            before.setdefault(key_of(name.given[0]), text)
    alone = {
        one.main.name.key: one
        for one in bearers
        if one.count == 1 and len(one.spellings) == 1 and not (one.main.name.given or one.main.spoken)
    }
    for first, second in (pair for names in listed for pair in pairwise(names)):
        name, behind = read(first), read(second) if "," not in second else None
        if name is None or behind is None or name.given or not behind.given or not all(map(is_initial, behind.given)):
            continue
        weak = alone.get(name.key)
        if weak is None or not weak.spellings or name.key not in before:
            continue
        strong = [one for one in bearers if behind.key in one.keys and one.spellings]
        if len(strong) == 1:
            why = f"“{first}” is a first name (“{before[name.key]}”) and nobody's surname: “{first}, {second}” is"
            strong[0].join(weak, "medium", f"{why} one name, and the comma in it is stray.")
    return [one for one in bearers if one.spellings]
