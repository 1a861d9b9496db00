"""Names that every disk, every archive and every checksum list can hold: ASCII letters, digits, ``-``, ``.``, ``_``.

Spaces, umlauts, line ends, ``%`` (which BagIt tools disagree about), names that Windows keeps for itself, names that
differ only by case or by the way accents are written: all of them get a name here that makes no trouble anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Characters of a safe name, without its ending: long enough to be recognised, short enough for any disk.
_LONGEST = 80

_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """Return a name in ASCII that is as near as possible: ``Böe & Söhne.txt`` becomes ``Boe-Sohne.txt``.

    It does not begin with a dot or a hyphen, is no name that Windows keeps for itself, and has at most 80 characters
    and an ending. Where nothing is left of a name it is ``file``.
    """
    from anyascii import anyascii

    plain = re.sub(r"[^A-Za-z0-9._]+", "-", anyascii(name.encode("utf-8", "replace").decode()))
    stem, dot, ending = plain.rpartition(".") if re.search(r"[^.]\.[A-Za-z0-9]{1,10}$", plain) else (plain, "", "")
    stem = re.sub(r"\.{2,}", ".", stem).strip("-. ")[:_LONGEST].rstrip("-. ") or "file"
    if _WINDOWS.fullmatch(stem.partition(".")[0]):
        stem = f"{stem}_" if "." not in stem else stem.replace(".", "_.", 1)
    return stem + dot + ending


def safe_names(names: Iterable[str]) -> dict[str, str]:
    """Return a safe name for each of some different names, all different, also where case makes no difference.

    A name that is safe keeps itself; of several that would become one, the first in order of code points has it and
    the others get ``-2``, ``-3`` … before their ending. The same names give the same result in any order.
    """
    given = sorted(set(names), key=lambda name: (safe_name(name) != name, name))
    taken: set[str] = set()
    found: dict[str, str] = {}
    for name in given:
        safe = safe_name(name)
        stem, dot, ending = safe.rpartition(".") if "." in safe else (safe, "", "")
        number = 1
        while safe.casefold() in taken:
            number += 1
            safe = f"{stem}-{number}{dot}{ending}"
        taken.add(safe.casefold())
        found[name] = safe
    return found
