"""The whole of a document, explained: a page with the source beside the rules that marked it up."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lxml import etree

from tei_encoder.app.explained import Explained, Telling
from tei_encoder.deliver import atomic
from tei_encoder.deliver.transform import transform
from tei_encoder.encode.markup import holdable
from tei_encoder.encode.steps import STEPS
from tei_encoder.encode.tree import Sweep, Window, escaped
from tei_encoder.model.annotation import OPEN, Annotation
from tei_encoder.model.places import data_folder

#: Of the rules that were not taken, so many are shown with each block.
_NEAREST = 3


def write_page(telling: Telling, path: Path) -> int:
    """Write the page (HTML) for a document to ``path``; return how many decisions it explains.

    Raises StorageError when it cannot be written, ProfileError.
    """
    told = [telling.told(decision, state) for decision, state in telling.decisions()]
    tree = etree.fromstring(_marked(telling, told).encode(), etree.XMLParser(huge_tree=True)).getroottree()
    atomic.write(path, transform(tree, "explain", {"css": (data_folder("xslt") / "explain.css").read_text("utf-8")}))
    return len(told)


def _marked(telling: Telling, told: list[Explained]) -> str:
    """Return the document as the XML that ``xslt/explain.xsl`` makes the page of: its rules, blocks and decisions.

    The text is marked up by the same sweep that writes the TEI: ``claim`` for each element that a decision has made,
    ``line`` at the beginning of each line.
    """
    document = telling.document
    profile = document.profile
    why = "; ".join(telling.why)
    facts = _attributes(source=holdable(document.source.name), profile=profile.id, title=profile.title, why=why)
    out = [f"<explanation{facts}>", *_rules(telling, told)]
    sweep = Sweep(Window(document.source.parts()))
    first = 0
    for number in range(1, len(told) + 1):
        if number < len(told) and told[number].layer not in ("division", "block"):
            continue
        of_block = told[first:number]
        block = Annotation(of_block[0].start, of_block[0].end, "block", _facts(of_block[0], first))
        claims = [
            Annotation(one.start, block.end if one.end == OPEN else min(one.end, block.end), "claim",
                       {"element": one.element, "card": str(first + at), "rule": each.rule, "layer": _layer(each)})
            for at, each in enumerate(of_block)
            for one in each.decision.made
            if one.start < one.end and one.start >= block.start
        ]  # fmt: skip
        begins = [0, *(found.end() for found in re.finditer("\n", of_block[0].text))]
        marks = [
            Annotation(block.start + at, block.start + at, "line", {"n": str(line)})
            for line, at in enumerate(begins, of_block[0].line)
        ]
        sweep.feed([block], out)
        sweep.feed([*claims, *marks], out)
        sweep.settle(block.end, out)
        out += [_card(one, first + at) for at, one in enumerate(of_block)]
        first = number
    return "".join(out) + "</explanation>"


def _rules(telling: Telling, told: list[Explained]) -> list[str]:
    """Return what there is to say of each rule and step that decided something, in the order of the profile."""
    times = Counter(one.rule for one in told)
    doubtful = Counter(one.rule for one in told if one.cert in ("low", "medium"))
    profile = telling.document.profile
    rules = []
    for rule in (*profile.block_rules, *profile.inline_rules):
        if times[rule.id]:
            facts = _attributes(id=rule.id, layer=rule.layer, why=rule.why, pattern=rule.written,
                                origin=f"{Path(rule.origin[0]).name}:{rule.origin[1]}")  # fmt: skip
            rules.append(f"<rule{facts}{_attributes(times=str(times[rule.id]), doubtful=str(doubtful[rule.id]))}/>")
    for step, why in STEPS.items():
        if times[step]:
            facts = _attributes(id=step, layer="step", why=why, times=str(times[step]), doubtful=str(doubtful[step]))
            rules.append(f"<rule{facts}/>")
    return rules


def _facts(one: Explained, number: int) -> dict[str, str]:
    return {"card": str(number), "rule": one.rule, "layer": _layer(one), "line": str(one.line)}


def _layer(one: Explained) -> str:
    return one.layer if one.rule else "plain"


def _card(one: Explained, number: int) -> str:
    """Return one decision, and the rules that came nearest to it."""
    groups = "".join(f"<group{_attributes(name=name)}>{escaped(text)}</group>" for name, text in one.groups.items())
    nearest = one.tried[:_NEAREST]
    tried = "".join(f"<tried{_attributes(rule=each.rule)}>{escaped(each.why_not)}</tried>" for each in nearest)
    facts = _attributes(card=str(number), rule=one.rule, layer=_layer(one), line=str(one.line), cert=one.cert,
                        why=one.why, made=", ".join(one.made))  # fmt: skip
    return f"<decision{facts}>{groups}{tried}</decision>"


def _attributes(**values: str) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in values.items())
