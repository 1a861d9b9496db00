"""Everything that carries a doubt, with the rule that made it; and every reading that differs from the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tei_encoder.check.review import Entry
from tei_encoder.check.review_reading import XML_ID, Reading, local, tokens
from tei_encoder.check.review_rules import why

#: What the evidence says of a name that may be two, or a piece of one.
DOUBT = re.compile(r"lost the comma between them|a blank has cut in two: “([^”]*)”")

_PAIRS = {"sic": "corr", "orig": "reg", "abbr": "expan"}


def certainty(reading: Reading) -> Iterator[Entry]:
    """Find every element with ``@cert`` ``low`` or ``medium``; the readings in ``choice`` are told by themselves."""
    evidence = evidence_by_person(reading)
    for one in reading.root.iter("{*}*"):
        cert = one.get("cert")
        if cert not in ("low", "medium") or local(one) in _PAIRS.values():
            continue
        message = f"{local(one)} of {cert} certainty"
        decision = reading.decision(one)
        if sentence := evidence_for(reading, one, evidence):
            doubtful = DOUBT.search(sentence)
            message += (
                ": it may be two names, or a piece of one (NAME-DOUBTFUL)"
                if doubtful
                else ": the name was joined to another form of it (MERGE-WEAK)"
            )
        elif decision is not None and decision.rule:
            reason = why(reading.profile, decision.rule)
            message += f" by the rule {decision.rule}" + (f" ({reason})" if reason else "")
        yield reading.entry(f"UNSURE-{cert.upper()}", one, message)


def corrections(reading: Reading) -> Iterator[Entry]:
    """Find every place where a reading aid stands beside what the source has."""
    for one in reading.all("choice"):
        for first, second in _PAIRS.items():
            printed, aid = one.find(f"{{*}}{first}"), one.find(f"{{*}}{second}")
            if printed is not None and aid is not None:
                cert = f" ({aid.get('cert')} certainty)" if aid.get("cert") else ""
                message = f"“{reading.words(printed)}” is read as “{_said(aid)}”{cert}"
                yield reading.entry("CORRECTED", one, message)


def evidence_by_person(reading: Reading) -> dict[str, list[str]]:
    """Return for each person of the header the sentences that say why forms of a name were joined."""
    people = reading.root.iterfind("{*}teiHeader//{*}listPerson//{*}person")
    return {one.get(XML_ID, ""): [_said(note) for note in one.iterfind("{*}note[@type='evidence']")] for one in people}


def evidence_for(reading: Reading, one: etree._Element, evidence: dict[str, list[str]]) -> str:
    """Return why the name printed at an element was parted, or joined to other forms of its person's name; or ""."""
    if one not in reading.spans:
        return ""
    speaker = one.find("{*}speaker")
    name = reading.words(one if speaker is None else speaker).rstrip(" :.")
    pointers = tokens(one, "who") + tokens(one, "ref")
    said = [sentence for pointer in pointers for sentence in evidence.get(pointer[1:], ())]
    two = re.compile(rf"“(?:{re.escape(name)} .*|.* {re.escape(name)})” is read as two names")
    told = [sentence for sentence in said if two.match(sentence)] if one.get("cert") else []
    told += [sentence for sentence in said if sentence.startswith(f"“{name}”")]
    return told[0].rstrip(".") if told else ""


def _said(aid: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in aid.itertext()).split())
