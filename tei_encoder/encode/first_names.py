"""First names: speakers who are called by them ("Monika: …"), as students, clubs and communes write their minutes.

A label is a first name where a list has one name that begins with it ("Monika Holm") and nobody bears it as a surname.
One such label proves nothing, several prove each other. Where two of those listed have the same first name, it is
neither of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from tei_encoder.encode.names import Name, is_initial

#: Labels that must be first names of those listed …
_SEVERAL = 2

#: … and the share of all labels of one word that they must be.
_SHARE = 0.5


def first_names(
    labels: Iterable[str], names: Iterable[str], lists: Iterable[Iterable[str]], read: Callable[[str], Name | None]
) -> dict[str, Name]:
    """Return the labels (folded) that are first names, each as the name of whom it means.

    ``names`` are all that are printed elsewhere, ``lists`` those that stand together; ``read`` takes a name apart.
    """
    listed = {text for one in lists for text in one}
    surnames: set[str] = set()
    bearers: dict[str, set[str]] = {}
    for text in names:
        name = read(text)
        if name is None:
            continue
        if name.given or text in listed:  # else it is told of, as it speaks: "Monika reports"
            surnames.add(name.key)
        if name.given and not is_initial(name.given[0]):
            bearers.setdefault(name.given[0], set()).add(text)
    single = {text: name for text in labels if (name := read(text)) is not None and not (name.given or name.mark)}
    found: dict[str, Name] = {}
    for text, name in single.items():
        whole = bearers.get(name.surname.lower(), set())
        meant = read(next(iter(whole))) if len(whole) == 1 and name.key not in surnames else None
        if meant is not None:
            found[text] = replace(meant, printed=text)
    return found if len(found) >= _SEVERAL and len(found) > _SHARE * len(single) else {}
