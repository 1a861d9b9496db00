"""Cases: surnames that a language declines. "Слово имеет Лунин", but "слово предоставляется Лунину".

The endings are the profile's (``[people.cases]``). A name in another case proves nothing by itself: "Лунина" may be
what a sentence makes of Лунин, or a woman's name. It is joined to a person whose name the text prints as it is, in a
label or a list, and only to the only one whose name it can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tei_encoder.encode.evidence import Bearer, clash
from tei_encoder.encode.identity import Refusal
from tei_encoder.encode.names import key_of

#: Ending of the name as it is called, and what it becomes in other cases; both in small letters.
Cases = Sequence[tuple[str, Sequence[str]]]

#: Letters that stay the same in all cases: of shorter names too many words would be another case.
_STEM = 3


def nominatives(key: str, cases: Cases) -> set[str]:
    """Return the names of which a name (as compared, ``names.key_of``) may be another case: лунину → лунин, лунина."""
    return {
        key[: -len(form)] + key_of(ending)
        for ending, forms in cases
        for form in map(key_of, forms)
        if form and key.endswith(form) and len(key) - len(form) >= _STEM
    }


def declined(surname: str, cases: Cases) -> set[str]:
    """Return a printed surname in its other cases, by the longest ending that fits; in capitals if it is."""
    small = surname.lower()
    ending, forms = max(((e, f) for e, f in cases if small.endswith(e)), key=lambda one: len(one[0]), default=("", ()))
    stem = surname[: len(surname) - len(ending)]
    if len(stem) < _STEM:
        return set()
    return {stem + (form.upper() if surname.isupper() else form) for form in forms}


def join_cases(bearers: list[Bearer], cases: Cases) -> tuple[list[Bearer], list[Refusal]]:
    """Join the names that stand only within sentences to the one person of whose name they are another case.

    Where they may be those of several persons they stay apart. Returns the persons that remain, and these near pairs.
    """
    refusals: list[Refusal] = []
    attested: dict[str, list[Bearer]] = {}
    for one in bearers:
        if one.spellings and _called(one):
            attested.setdefault(one.main.name.key, []).append(one)
    for weak in bearers:
        if not weak.spellings or weak.stray or _called(weak):
            continue
        keys = nominatives(weak.main.name.key, cases) - {weak.main.name.key}
        found = [one for key in sorted(keys) for one in attested.get(key, ()) if one.spellings and not clash(weak, one)]
        if len(found) == 1:
            form = weak.main.form
            why = f"“{form}” is “{found[0].main.form}” in another case; no label or list has a person called {form}."
            found[0].join(weak, "medium", why)
        refusals += [
            Refusal(weak.main.form, one.main.form, f"it may be another case of {_all(found)}")
            for one in found
            if len(found) > 1
        ]
    return [one for one in bearers if one.spellings], refusals


def _called(one: Bearer) -> bool:
    """Say whether a label or a list prints the name, as people are called."""
    return any(spelling.spoken or spelling.lists or spelling.sidecar != -1 for spelling in one.spellings)


def _all(bearers: Iterable[Bearer]) -> str:
    return ", ".join(one.main.form for one in bearers)
