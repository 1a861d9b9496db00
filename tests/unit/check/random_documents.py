"""Invents documents that a RELAX NG schema allows: what the schema says yes to, another schema can judge."""

from __future__ import annotations

import itertools
import random
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
#: Sample values of datatypes, by name and pattern; a new datatype in the schema must be added here.
SAMPLES = {
    "language": ["en", "de", "und"],
    "anyURI": ["#a", "https://example.org/x"],
    "nonNegativeInteger": ["0", "38"],
    "boolean": ["true", "false"],
    "NCName": ["p", "tei-encoder"],
    "date": ["1917-04-11"],
    "dateTime": ["1917-04-11T12:00:00"],
    "gYearMonth": ["1917-04"],
    "gYear": ["1917"],
    "gMonthDay": ["--04-11"],
    "gMonth": ["--04"],
    "gDay": ["---11"],
    "time": ["12:00:00"],
    "double": ["0.5"],
    "decimal": ["0.5"],
    "Name": ["a"],
    "string": ["."],
    "token": [],
}
#: Sample values of tokens, by a part of their pattern.
TOKENS = [("{0,3}", "0.1"), ("{4}", "1900-02"), ("/", "1/2")]


class Inventor:
    """Documents of one schema; the same ``seed`` invents the same document."""

    def __init__(self, schema: Path) -> None:
        root = etree.parse(str(schema)).getroot()
        self.defines = {define.get("name"): list(define) for define in root.iter(RNG + "define")}
        self.start = list(root.find(RNG + "start"))
        self.heights: dict[etree._Element, int] = {}
        # The least depth of elements that each pattern needs, by repetition until nothing changes.
        changed = True
        while changed:
            changed = False
            for node in root.iter(etree.Element):
                height = self._height(node)
                if height < self.heights.get(node, 99):
                    self.heights[node] = height
                    changed = True

    def _height(self, node: etree._Element) -> int:
        name = node.tag.removeprefix(RNG)
        if name in ("text", "data", "value", "empty", "attribute", "optional", "zeroOrMore", "param"):
            return 0
        parts = self.defines[node.get("name")] if name == "ref" else list(node)
        known = [self.heights.get(part, 99) for part in parts]
        if name == "choice":
            return min(known)
        return max(known, default=0) + (name == "element")

    def document(self, seed: int, depth: int = 9) -> str:
        """Return one document, of at most about ``depth`` nested elements."""
        self.chance = random.Random(seed)
        self.ids = itertools.count(1)
        return "".join(self._content(self.start, depth)[1])

    def _content(self, patterns: list[etree._Element], depth: int) -> tuple[dict[str, str], list[str]]:
        attributes: dict[str, str] = {}
        pieces: list[str] = []
        for pattern in patterns:
            more, text = self._one(pattern, depth)
            attributes |= more
            pieces += text
        return attributes, pieces

    def _one(self, node: etree._Element, depth: int) -> tuple[dict[str, str], list[str]]:
        name = node.tag.removeprefix(RNG)
        fits = self.heights[node] <= depth and all(self.heights[part] <= depth for part in node)
        match name:
            case "ref":
                return self._content(self.defines[node.get("name")], depth)
            case "choice":
                able = [part for part in node if self.heights[part] <= depth]
                return self._one(self.chance.choice(able or [min(node, key=lambda part: self.heights[part])]), depth)
            case "optional":
                return self._content(list(node), depth) if fits and self.chance.random() < 0.3 else ({}, [])
            case "zeroOrMore" | "oneOrMore":
                often = int(self.chance.expovariate(0.7)) if fits else 0
                rounds = [self._content(list(node), depth) for _ in range(max(often, name == "oneOrMore"))]
                return {}, [piece for _, pieces in rounds for piece in pieces]
            case "attribute":
                value = " ".join(self._content(list(node), depth)[1])
                return {node.get("name"): value or ("" if node.find(RNG + "list") is not None else "x")}, []
            case "element":
                attributes, inside = self._content(list(node), depth - 1)
                ns = ' xmlns="http://www.tei-c.org/ns/1.0"' if node.get("name") == "TEI" else ""
                told = "".join(f" {key}={quoteattr(value)}" for key, value in sorted(attributes.items()))
                return {}, [f"<{node.get('name')}{ns}{told}>{''.join(inside)}</{node.get('name')}>"]
            case "text":
                return {}, [escape(self.chance.choice(["a", "38 votes", "& more"]))]
            case "value":
                return {}, [node.text or ""]
            case "data" if node.get("type") == "ID":
                return {}, [f"id.{next(self.ids)}"]
            case "data":
                pattern = node.findtext(RNG + "param") or ""
                if pattern.startswith("#"):
                    return {}, ["#id.1"]
                able = SAMPLES[node.get("type")]
                if node.get("type") == "token":
                    able = [next((value for sign, value in TOKENS if sign in pattern), "word")]
                return {}, [self.chance.choice(able)]
            case _:  # group, list, grammar …: everything inside, in order
                attributes, pieces = self._content(list(node), depth)
                return attributes, [" ".join(pieces)] if name == "list" else pieces


@cache
def inventor(schema: Path) -> Inventor:
    """Return the inventor of documents of this schema."""
    return Inventor(schema)
