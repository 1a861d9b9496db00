"""What an editor marks in the seeds, counted in their TEI: the tables of docs/phenomena.md are these.

``python -m pytest tests/golden --accept`` writes them anew.
"""

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

PAGE = Path(__file__).resolve().parents[2] / "docs" / "phenomena.md"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
SEEDS = ["000", "001", "002", "003", "004"]
COUNTED = re.compile(r"(<!-- counted: (\w+) -->\n).*?(<!-- /counted -->)", re.DOTALL)

Trees = dict[str, etree._Element]


@dataclass(frozen=True)
class Phenomenon:
    """What an editor would mark, the element for it, and the rules and steps that find it."""

    what: str
    markup: str
    path: str
    rules: str = ""


PHENOMENA = [
    Phenomenon("title, author and date on a title page", "titlePage", "//t:titlePage/*",
               "title-author title-line title-date"),
    Phenomenon("imprint of a web copy or a book", 'div type="imprint"', "//t:div[@type='imprint']/t:p",
               "imprint-volume imprint-publisher imprint-transcription imprint-public-domain publication-year "
               "publication-note closing-imprint"),
    Phenomenon("foreword", 'div type="foreword"', "//t:div[@type='foreword']", "foreword-heading"),
    Phenomenon("signature", "signed", "//t:signed", "signed-at-the-end"),
    Phenomenon("appendix", 'div type="appendix"', "//t:div[@type='appendix']", "appendix-heading"),
    Phenomenon("remains of a web page", 'div type="boilerplate"', "//t:div[@type='boilerplate']", "web-remains"),
    Phenomenon("sitting", 'div type="session"', "//t:div[@type='session']", "session-heading session-date"),
    Phenomenon("another text in the same file", 'div type="document"', "//t:div[@type='document']"),
    Phenomenon("heading of a report", 'div type="report"', "//t:div[@type='report']", "report-heading report-by"),
    Phenomenon("heading of an item", 'div type="agendaItem"', "//t:div[@type='agendaItem']", "item-heading"),
    Phenomenon("heading of an article under debate", 'div type="article"', "//t:div[@type='article']",
               "article-heading"),
    Phenomenon("other heading, with its part", 'div type="section"', "//t:div[@type='section'][t:head]",
               "title-case-heading resolution-heading"),
    Phenomenon("separator line", 'ab type="separator"', "//t:ab[@type='separator']", "separator"),
    Phenomenon("dateline", "dateline", "//t:dateline", "dateline"),
    Phenomenon("who is in the chair", 'note type="chair"', "//t:note[@type='chair']", "chair takes-the-chair"),
    Phenomenon("who keeps the minutes", 'note type="secretaries"', "//t:note[@type='secretaries']", "secretaries"),
    Phenomenon("who is present", 'note type="attendance"', "//t:note[@type='attendance']",
               "attendance attendance-sentence members"),
    Phenomenon("agenda", 'note type="agenda"', "//t:note[@type='agenda']", "agenda"),
    Phenomenon("hour", 'note type="time"', "//t:note[@type='time']", "time"),
    Phenomenon("who will report", 'note type="reporters"', "//t:note[@type='reporters']", "reporters"),
    Phenomenon("speech with a label", "sp/speaker", "//t:sp[t:speaker]",
               "speaker-label speaker-label-reported speaker-moves-several speaker-resumes speech-from-dots "
               "spaced-label learnt-label"),
    Phenomenon("speech without a label", "sp, cert", "//t:sp[not(t:speaker)]", "unlabelled-speech reported-speech"),
    Phenomenon("speech that is reported, not given", "sp ana=#reported", "//t:sp[contains(@ana,'#reported')]"),
    Phenomenon("speech of nobody in particular", "sp ana=#unidentified", "//t:sp[contains(@ana,'#unidentified')]"),
    Phenomenon("speech of the chair as such", "sp ana=#chair", "//t:sp[contains(@ana,'#chair')]"),
    Phenomenon("speech that goes on after an interruption", "sp prev", "//t:sp[@prev]"),
    Phenomenon("how or as what somebody speaks", "seg, roleName, stage", "//t:seg | //t:text//t:roleName",
               "opening-remark"),
    Phenomenon("words thrown in", "said", "//t:said", "interjection"),
    Phenomenon("applause, shouts, acts", "stage", "//t:stage",
               "applause act commotion-and-shouts stage-shouts"),
    Phenomenon("narration of the minute-taker", "p outside sp", "//t:body//t:div[@type!='imprint']/t:p",
               "names-follow narrated-act announced-motions motion-laid narrated-business narrated-meeting "
               "narrated-turn"),
    Phenomenon("vote with figures", 'note type="vote"', "//t:text//t:note[@type='vote']",
               "vote-lines vote-lines-rejected vote-figures vote-carried-against vote-rejected-against"),
    Phenomenon("figure of a vote", "measure", "//t:text//t:measure"),
    Phenomenon("decision without figures", 'note type="decision"', "//t:note[@type='decision']",
               "carried-alone decided decision-carried decision-carried-majority decision-carried-unanimously "
               "decision-majority-against decision-rejected decision-tabled decision-withdrawn majority-for "
               "sentence-carried"),
    Phenomenon("election", 'note type="election"', "//t:note[@type='election']",
               "election narration-then-election"),
    Phenomenon("quoted resolution or motion", 'quote type="resolution"', "//t:quote",
               "amendments-follow quoted-paragraph announced-item"),
    Phenomenon("thesis or sub-heading inside a speech", "p/label", "//t:sp/t:p/t:label", "thesis label-in-speech"),
    Phenomenon("numbered list", "list", "//t:list[not(@type)]", "numbered-item"),
    Phenomenon("list inside an item", "item/list", "//t:item/t:list"),
    Phenomenon("row of a list of delegates", 'list type="roster"', "//t:list[@type='roster']/t:item", "roster-row"),
    Phenomenon("heads of the columns of such a list", "label", "//t:div/t:label", "column-heads"),
    Phenomenon("person named, with a known identity", "persName ref", "//t:text//t:persName[@ref]",
               "mention listed-name reporter-name lost-comma same-person kept-apart"),
    Phenomenon("body that had sent somebody", "orgName", "//t:text//t:orgName", "listed-body"),
    Phenomenon("date", "date", "//t:text//t:date", "date"),
    Phenomenon("gap that a note or an anchor tells of", 'gap reason="hiatus"', "//t:gap[@reason='hiatus']",
               "gap-with-anchor"),
    Phenomenon("dots where the record breaks off", 'gap reason="ellipsis"', "//t:gap[@reason='ellipsis']",
               "record-breaks-off"),
    Phenomenon("anchor of a note", 'ref type="noteAnchor"', "//t:ref[@type='noteAnchor']",
               "bare-anchor asterisk-anchor"),
    Phenomenon("note of the editor", 'note type="editorial"', "//t:note[@type='editorial']",
               "notes-heading numbered-note gap-note asterisk-note"),
    Phenomenon("reference to a page", 'ref type="page"', "//t:ref[@type='page']", "page-reference"),
    Phenomenon("words in the editor's brackets", "supplied", "//t:supplied", "editor-brackets"),
    Phenomenon("remark of a conversion", "surplus", "//t:surplus", "conversion-remark"),
    Phenomenon("page break", "pb", "//t:pb", "page-gap"),
    Phenomenon("word divided at a line's end", 'lb break="no"', "//t:lb", "divided-word"),
    Phenomenon("misreading that the text itself proves", "choice", "//t:choice",
               "bar-for-i digit-for-asterisk split-word misread-word"),
]  # fmt: skip


def lines_of(encoded: Path) -> dict[str, dict[str, list[int]]]:
    """Return for each rule and step the lines of each seed where it decided something."""
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for file in sorted(encoded.glob("*.decisions.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            if one["layer"] == "labels":
                continue
            if one["rule"] and one.get("line"):
                found[one["rule"]][file.name[:3]].append(one["line"])
            elif one["rule"]:
                found[one["rule"]][file.name[:3]].extend([])
    return found


def counts(trees: Trees) -> str:
    """Return how often each phenomenon is marked in each seed."""
    rows = [f"| phenomenon | markup | {' | '.join(SEEDS)} |", "|---|---|" + "---:|" * len(SEEDS)]
    for one in PHENOMENA:
        cells = [str(len(trees[seed].xpath(one.path, namespaces=TEI)) or "") for seed in SEEDS]
        rows.append(f"| {one.what} | `{one.markup}` | {' | '.join(cells)} |")
    return "\n".join(rows)


def places(encoded: Path, most: int = 8) -> str:
    """Return the rules and steps behind each phenomenon, and the lines where they found it."""
    lines = lines_of(encoded)
    rows = ["| phenomenon | rule or step | where: seed, lines |", "|---|---|---|"]
    for one in PHENOMENA:
        for rule in one.rules.split():
            cells = []
            for seed, found in sorted(lines[rule].items()):
                shown = list(dict.fromkeys(found))
                more = f" and {len(shown) - most} more" if len(shown) > most else ""
                if shown:
                    cells.append(f"{seed}: {', '.join(map(str, shown[:most]))}{more}")
            rows.append(f"| {one.what} | `{rule}` | {'; '.join(cells) or 'in the header'} |")
    return "\n".join(rows)


def test_the_tables_are_what_the_seeds_hold(encoded: Path, trees: Trees, request: pytest.FixtureRequest) -> None:
    made = {"counts": counts(trees), "places": places(encoded)}
    text = PAGE.read_text(encoding="utf-8")
    now = COUNTED.sub(lambda found: f"{found[1]}\n{made[found[2]]}\n\n{found[3]}", text)
    if request.config.getoption("--accept"):
        PAGE.write_text(now, encoding="utf-8")
    else:
        assert text == now, "python -m pytest tests/golden --accept"


def test_every_rule_that_applies_to_a_seed_stands_for_a_phenomenon(encoded: Path) -> None:
    known = {rule for one in PHENOMENA for rule in one.rules.split()}
    assert set(lines_of(encoded)) == known
