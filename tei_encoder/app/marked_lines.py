"""The lines of a source as they are marked up: what ``profile diff`` and ``profile test`` compare.

The text of a TEI file is that of its source, line end for line end: so the file can be cut into the lines of the
source again, each with the tags that stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from lxml import etree

from tei_encoder.check.xml import parse_bytes
from tei_encoder.encode.document import Document
from tei_encoder.encode.tree import attributes, escaped
from tei_encoder.model.tei import NAMESPACE, READING_AIDS

_XML = "{http://www.w3.org/XML/1998/namespace}"

#: Numbers that only count: in ``xml:id="sp.17"`` and pointers to it, and those of divisions.
_COUNTED = re.compile(r'(?<=[="# ])(#?[A-Za-z]+)\.\d+(?=[" ])')
_NUMBERED = re.compile(r'(<div\b[^>]*) n="\d+"')


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of a source (1-based) that is marked up in two ways, and the rules that took it either time."""

    text: str
    line: int
    before: str
    after: str
    before_rules: tuple[str, ...]
    after_rules: tuple[str, ...]

    def record(self) -> dict[str, object]:
        """Return it as an object for ``--json``."""
        return asdict(self)

    def __str__(self) -> str:
        """Return it as a diff shows it."""
        rules = [", ".join(some) or "no rule" for some in (self.before_rules, self.after_rules)]
        told = rules[0] if rules[0] == rules[1] else f"{rules[0]} → {rules[1]}"
        return f"{self.text}:{self.line}: {told}\n- {self.before}\n+ {self.after}\n"


def encoded(document: Document) -> tuple[bytes, dict[int, tuple[str, ...]]]:
    """Encode in memory; return the TEI file, and for each line of the source the rules that decided about it."""
    xml = "".join(piece for piece, _ in document.pieces())
    rules: dict[int, tuple[str, ...]] = {}
    for decision in document.decisions():
        rules[decision.line] = (*rules.get(decision.line, ()), decision.rule or "no rule")
    return xml.encode(), rules


def marked_lines(tei: bytes | etree._ElementTree) -> list[str]:
    """Return the lines of the source with their tags, attributes in alphabetical order.

    Raises InputError for what is no XML.
    """
    tree = parse_bytes(tei) if isinstance(tei, bytes) else tei
    text = tree.getroot().find(f"{{{NAMESPACE}}}text")
    return "".join(_written(text)).split("\n") if text is not None else []


def uncounted(line: str) -> str:
    """Return a marked line without numbers that only count: they shift when one element more stands before it."""
    return _NUMBERED.sub(r"\1", _COUNTED.sub(r"\1", line))


def compare(
    name: str, before: list[str], after: list[str], rules: tuple[dict[int, tuple[str, ...]], dict[int, tuple[str, ...]]]
) -> list[Difference]:
    """Return the lines that differ; where only numbers that count do, those are compared."""
    pairs = list(enumerate(zip(before, after, strict=True), 1))
    different = [(line, one, other) for line, (one, other) in pairs if uncounted(one) != uncounted(other)]
    different = different or [(line, one, other) for line, (one, other) in pairs if one != other]
    return [
        Difference(name, line, one, other, rules[0].get(line, ()), rules[1].get(line, ()))
        for line, one, other in different
    ]


def _written(element: etree._Element, aid: bool = False) -> Iterator[str]:
    """Yield what stands in an element as XML; line ends in reading aids, which the source does not have, as blanks."""
    yield _text(element.text, aid)
    for child in element:
        if isinstance(child.tag, str):
            name = etree.QName(child).localname
            attrs = {str(key).replace(_XML, "xml:"): str(value) for key, value in sorted(child.attrib.items())}
            hidden = aid or name in READING_AIDS
            inside = "".join(_written(child, hidden))
            yield f"<{name}{attributes(attrs)}>{inside}</{name}>" if inside else f"<{name}{attributes(attrs)}/>"
        yield _text(child.tail, aid)


def _text(text: str | None, aid: bool) -> str:
    return escaped(text or "").replace("\n", " ") if aid else escaped(text or "")
