"""Quotation marks and brackets that do not come in pairs, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tei_encoder.check.review import Entry
from tei_encoder.check.review_reading import Reading

_BLOCKS = ("p", "head", "item", "note", "ab", "speaker", "stage", "said", "titlePart", "label", "signed", "byline")
_CONTAINERS = frozenset(["p", "item", "list"])
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_SIGNS = re.compile(r"[()\[\]{}“”„«»\"]")
#: A number or a letter before a closing bracket that has no opening one: ``1)``, ``“2)``, ``; b)``.
_ENUMERATION = re.compile(r"""(?:^|[\s"'“”„«»‘’(])[^\W_]{1,5}$""")

#: A closing mark that ends its paragraph.
_END = re.compile(r"\W{1,4}$")

#: A quotation mark that is still open: the block, the offset in the whole text, the sign.
_Carried = tuple[etree._Element, int, str]


@dataclass
class _Open:
    """What was left over in a paragraph: open signs, closing quotation marks, other things that are wrong."""

    stack: list[tuple[str, int]] = field(default_factory=list)
    closing: list[int] = field(default_factory=list)
    wrong: list[tuple[int, str]] = field(default_factory=list)


def pairs(reading: Reading) -> Iterator[Entry]:
    """Find quotation marks and brackets without a partner.

    A quotation over several paragraphs of one speech or division may close in the last one only; those between may
    open anew, as printers do it.
    """
    same = "“" not in reading.text and "„" not in reading.text  # as in Swedish: ”…”
    carried: _Carried | None = None
    for one in _blocks(reading):
        start, end = reading.spans[one]
        text = reading.text[start:end]
        found = _paired(text, same)
        if carried is not None and _unit(carried[0]) is not _unit(one):
            yield _unclosed(reading, carried)
            carried = None
        if carried is not None and text.lstrip()[:1] in _openers(carried[2]):
            carried = None  # it goes on here, and the paragraph says so itself
        elif carried is not None and found.closing and _END.match(text, found.closing[-1]):
            found.closing.pop()
            carried = None
        for sign, at in found.stack:
            if sign in _BRACKETS.values():
                found.wrong.append((at, f"{sign} is opened and not closed"))
                continue
            if carried is not None:
                yield _unclosed(reading, carried)
            carried = (one, start + at, sign)
        found.wrong += [(at, f"{text[at]} closes what was not opened") for at in found.closing]
        for at, why in sorted(found.wrong):
            yield reading.entry("UNBALANCED", one, why, at=start + at)
    if carried is not None:
        yield _unclosed(reading, carried)


def _unclosed(reading: Reading, carried: _Carried) -> Entry:
    one, at, sign = carried
    return reading.entry("UNBALANCED", one, f"{sign} is opened and not closed", at=at)


def _openers(sign: str) -> str:
    """Return what a paragraph begins with that goes on with a quotation opened by ``sign``."""
    return "“”" if sign in "“”" else sign


def _unit(one: etree._Element) -> etree._Element | None:
    """Return the speech or division a block stands in: a quotation does not reach beyond it."""
    return next(one.iterancestors("{*}sp", "{*}div"), None)


def _blocks(reading: Reading) -> Iterator[etree._Element]:
    """Yield the elements that hold a paragraph's worth of text, none inside another."""
    last = -1
    for one in reading.all(*_BLOCKS):
        start, end = reading.spans[one]
        holds = any(next(one.iterdescendants(f"{{*}}{name}"), None) is not None for name in _CONTAINERS)
        if start >= last and start < end and not holds:
            last = end
            yield one


def _paired(text: str, same: bool) -> _Open:
    """Pair the signs of a paragraph; offsets count in ``text``. ``same``: ” opens as well as closes."""
    found = _Open()
    for match in _SIGNS.finditer(text):
        sign, at = match[0], match.start()
        if sign in "([{„":
            found.stack.append((sign, at))
        elif sign in _BRACKETS:
            enumerates = sign == ")" and _ENUMERATION.search(text[max(0, at - 8) : at])
            if not _close(found, _BRACKETS[sign]) and not enumerates:
                found.wrong.append((at, f"{sign} closes what was not opened"))
        elif sign == "”" and not same:
            _close_curly(found, at, text)
        else:
            _close_or_open(found, sign, at, text)
    return found


def _close_or_open(found: _Open, sign: str, at: int, text: str) -> None:
    """Take a mark that opens or closes, as it comes: ``"…"``, ``”…”``, ``„…“`` and ``“…”``, ``«…»`` and ``»…«``."""
    if _close(found, {"“": "„", "«": "»", "»": "«"}.get(sign, sign)):
        return
    ends_word = at > 0 and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()
    if sign in '"“' and ends_word and _close(found, '"“'):
        found.wrong.append((at, f"{sign} stands where another closing mark would be expected"))
    else:
        found.stack.append((sign, at))


def _close(found: _Open, partners: str) -> bool:
    """Close the last thing that one of ``partners`` opened; False where none is open."""
    for i in range(len(found.stack) - 1, -1, -1):
        if found.stack[i][0] in partners:
            del found.stack[i]
            return True
    return False


def _close_curly(found: _Open, at: int, text: str) -> None:
    if _close(found, "“„"):
        return
    if _close(found, '"'):
        found.wrong.append((at, '” closes what " has opened'))
        return
    if at + 1 < len(text) and not text[at + 1].isspace() and (at == 0 or text[at - 1].isspace()):
        found.wrong.append((at, "” stands where an opening mark would be expected"))
        found.stack.append(("“", at))
    else:
        found.closing.append(at)
