"""Steps: what is found without a pattern, from what the whole text has taught: names, faults, pages, divided words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tei_encoder.encode.blocks import Block
from tei_encoder.encode.corrections import Corrections
from tei_encoder.encode.mentions import Mentions
from tei_encoder.encode.people import People
from tei_encoder.encode.units import PAGE_GAP
from tei_encoder.encode.words import Vocabulary, line_breaks, page_gaps
from tei_encoder.model.annotation import Annotation
from tei_encoder.model.person import CERTAINTIES
from tei_encoder.rules.pattern import Pattern, PatternSet
from tei_encoder.rules.rule import NO_WORDS, Connectives

#: Decision → why it was made: what a rule of a profile says of itself, said of the steps.
STEPS: dict[str, str] = {
    "mention": "A name that the document knows, with or without a title before it.",
    "lost-comma": "Two names of a list without a comma between them: the text has the first by itself elsewhere.",
    "split-word": "The text itself has this word in one piece, and a half of it nowhere else.",
    "misread-word": "One letter that OCR confuses makes it a word that the text has often.",
    "divided-word": "A word runs over the line end: the line before ends with a hyphen inside a word.",
    "page-gap": "Several blank lines where a page of the copy ends.",
}

#: Elements in which nobody is looked for: they name their person themselves.
_NAMED = frozenset(["speaker", "persName", "docAuthor"])


class Steps:
    """The steps that a profile has switched on, ready for one document."""

    def __init__(
        self, asked: Mapping[str, Mapping[str, Any]], vocabulary: Vocabulary, people: People, paged: bool,
        words: Connectives = NO_WORDS,
    ) -> None:  # fmt: skip
        """``asked`` has the options of each step (``profile.Steps``); ``paged``: the text has gaps between pages.

        ``words`` are the small words of its language.
        """
        corrections = asked.get("corrections")
        self._corrections = Corrections(vocabulary, words, **corrections) if corrections is not None else None
        self._suspending = words.also | words.other
        self._mentions = Mentions(people, vocabulary.small) if "mentions" in asked else None
        # One pass tells the blocks in which there is nothing to find: most of them.
        faults = self._corrections.faults_pattern if self._corrections else ""
        names = self._mentions.names if self._mentions else ""
        looking = [(pattern, look) for pattern, look in ((faults, self._correct), (names, self._mention)) if pattern]
        self._found = PatternSet([Pattern(pattern) for pattern, _ in looking])
        self._looking = [look for _, look in looking]
        self._paged = paged and "pages" in asked
        self._divided = "lines" in asked
        pages = asked.get("pages", {})
        self._page = pages.get("first", 1)
        self._page_gap = pages.get("blank_lines", PAGE_GAP)

    def take(self, block: Block, blank_before: int) -> None:
        """Add to a block what the steps find in it; ``blank_before`` blank lines stand before it."""
        for number in self._found.matching(block.data):
            self._looking[number](block)
        if "\n" in block.raw:
            if self._divided:
                for at in line_breaks(block.raw, self._suspending):
                    block.add("lb", "divided-word", block.start + at, block.start + at, {"break": "no"})
            if self._paged:
                for at in page_gaps(block.raw, self._page_gap):
                    block.add("pb", "page-gap", block.start + at, block.start + at, self._next_page())
        if self._paged and blank_before >= self._page_gap:
            at = block.start - 1
            block.before = Annotation(at, at, "pb", self._next_page(), "page-gap")

    def _correct(self, block: Block) -> None:
        """Add corrections, and the person whose name is corrected."""
        assert self._corrections is not None
        base = block.start + block.lead
        for one in self._corrections.find(block.folded, block.raw[block.lead :]):
            aid = ("corr", {"cert": one.cert, "resp": "#encoder"}, one.reading)
            block.add("sic", one.rule, base + one.start, base + one.end, correction=aid)
            person, cert = self._mentions.bearer(one.reading) if self._mentions is not None else ("", "")
            if person:
                attrs = {"ref": f"#{person}", "cert": max(cert, one.cert, key=CERTAINTIES.index)}
                block.enclose("persName", "mention", base + one.start, base + one.end, attrs)

    def _mention(self, block: Block) -> None:
        """Add mentions of persons."""
        assert self._mentions is not None
        if block.rule and block.rule.wrap.element in _NAMED:
            return
        base = block.start + block.lead
        for name in self._mentions.find(block.folded):
            attrs = {"ref": f"#{name.person}", "cert": name.cert} if name.cert else {"ref": f"#{name.person}"}
            block.add("persName", "mention", base + name.start, base + name.end, attrs)

    def _next_page(self) -> dict[str, str]:
        self._page += 1
        return {"n": str(self._page), "cert": "medium"}
