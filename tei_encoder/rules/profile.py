"""The profile language: what a scholar may write in a profile, and nothing else.

A profile is a TOML file. This module says which keys there are and what they mean (``docs/profiles.md`` tells it to
people); ``load.py`` reads the file and makes the rules that the encoder runs.
"""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from tei_encoder.model.tei import ELEMENTS

Cert = Literal["", "low", "medium", "high"]


class Strict(BaseModel):
    """A table of the profile in which every key must be known."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Action(Strict):
    """What becomes of a piece of text: the element around it and what the element says."""

    element: str = Field(
        "",
        description="TEI element to put around the text; without it only the groups are wrapped",
        json_schema_extra={"enum": ["", *sorted(ELEMENTS)]},
    )
    attrs: dict[str, str] = Field(
        default_factory=dict, description="its attributes; {group} is replaced by what the named group matched"
    )
    identify: str = Field("", description="number these elements: 'vote' gives xml:id vote.1, vote.2 …")
    number: bool = Field(False, description="read the text as a number (digits, words) into @quantity")
    correct: str = Field(
        "", description="what the text should read: the element (sic) stays, the reading is added as a reading aid"
    )
    date: bool = Field(False, description="read the text as a date into @when, @from, @to and their like")
    cert: Cert = Field("", description="how sure the rule is of its claim: low, medium or high (TEI @cert)")
    insert: Literal["", "before", "after"] = Field(
        "", description="put an empty element (pb, lb, gap, milestone) before or after the text, not around it"
    )


class Rule(Action):
    """One rule: what is seen, why it matters, what it makes, and examples that prove it."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$", description="unique name: says what is seen, e.g. speaker-label")
    why: str = Field(description="one sentence for people")
    doubt: str = Field("", description="why a rule with cert is not sure; explain and report repeat it")
    pattern: str = Field(description="regular expression (RE2) over the folded text; {{TERM}} inserts a term")
    wrap: dict[str, Action] = Field(
        default_factory=dict, description="for each named group of the pattern: the element around it"
    )
    yes: list[str] = Field(
        default=[],
        min_length=1,
        description="texts that the pattern must match; only rules of an abstract profile may do without",
    )
    no: list[str] = Field(default_factory=list, description="texts that the pattern must not match")
    where: list[str] = Field(
        default_factory=list, alias="in", description="only inside one of these: 'start', 'div.notes', 'sp', 'list'"
    )
    not_in: list[str] = Field(default_factory=list, description="not inside any of these")
    before: str = Field("", description="place this rule before the inherited rule with that id")
    after: str = Field("", description="place this rule after the inherited rule with that id")


class BlockRule(Rule):
    """A rule for a whole block: a line, or a paragraph of a hard-wrapped text. Its pattern begins at the start."""

    rest: Action = Field(default=Action(), description="the element around what follows the last wrapped group")
    inside: str = Field(
        "", description="containers to open around the block: 'list.roster', 'titlePage/docTitle'; neighbours share it"
    )
    closes: list[str] = Field(
        default_factory=list, description="what the block ends if it is open: 'sp' (a speech), 'div.resolution' …"
    )
    ends: list[str] = Field(
        default_factory=list, description="what ends with the block: 'div.section' (a line that closes a section)"
    )
    announces: Literal[
        "", "resolution", "motion", "amendment", "letter", "list", "names", "election", "signature", "decision", "chair"
    ] = Field(
        "",
        description="what the quoted text is that follows; narration and stage directions may stand between "
        "(`list`, `names`: none, but a list whose numbers head nothing, of an agenda or of persons; `election`, "
        "`signature`: the names of those elected, or of who signs, may follow; `decision`: what was decided; `chair`: "
        "whoever is in the chair goes on)",
    )
    joins: list[str] = Field(
        default_factory=list, description="a line that follows one of these rules' blocks directly belongs to it"
    )
    apart: bool = Field(False, description="joins the block before (see `joins`) also across a blank line")
    interrupts: bool = Field(False, description="begins a new block even in the middle of a hard-wrapped paragraph")
    frame: Literal["", "front", "back"] = Field("", description="belongs to the front or back matter")
    resumes: bool = Field(False, description="a speech that goes on after an interruption")
    explains: Literal["", "gap"] = Field("", description="a note of this kind explains a gap in the record")
    nests: bool = Field(
        False, description="its blocks are items in which a list of another kind of numbers, or of dashes, may stand"
    )
    facts: dict[str, str] = Field(
        default_factory=dict,
        description='what the block says for the header: \'"edition.title" = "{title}"\', keys as in a sidecar',
    )
    alone: bool = Field(
        False, description="a line of its own: begins a new block, and the next line begins another (see `interrupts`)"
    )
    first: bool = Field(False, description="tried before the division rules: it would look like a heading")
    learnt: bool = Field(
        False, description="the group `speaker` (else `persName`) must be a label learnt from the text, see [labels]"
    )
    needs: Literal[
        "", "verse", "indented", "half", "running", "page", "repeated", "unlisted", "endnote", "within", "counted"
    ] = Field(
        "",
        description="'verse': a line of verse; 'indented': further in than most lines; "
        "'half': verse far in below a label, the rest of a line that another speaker has begun; "
        "'running': a running head, 'page': a page number, both known by coming again and by cutting sentences; "
        "'repeated': an item that a list before has announced, with its number or with all its words; "
        "'unlisted': no item of an agenda; "
        "'endnote': one of the last paragraphs, with a number that stands in brackets in the text; "
        "'within': a signature behind which the sitting goes on; 'counted': a number alone that counts sections from 1",
    )
    appoints: Literal["", "interviewer", "respondent"] = Field(
        "", description="whoever is named in the block asks, or answers, from here on"
    )


class DivisionRule(BlockRule):
    """A heading: opens a division that lasts until the next heading of its level or a higher one."""

    element: str = Field("div", description="always `div`: a heading makes a division")
    level: int = Field(ge=1, le=9, description="1 = outermost; a heading closes the divisions of its level and below")
    in_a_row: str = Field(
        "", description="the rule for it where three or more stand in a row, with nothing between them: a list"
    )
    instead: str = Field(
        "",
        description="the rule for it at the beginning of a text if other headings of its type follow: a title of all",
    )


class InlineRule(Rule):
    """A rule for something within a block: it may match anywhere."""

    needs: Literal["", "note", "unquoted"] = Field(
        "",
        description="'note': counts only if a note of that number is the next to be expected; 'unquoted': counts only "
        "outside quotation marks",
    )


class Sign(Strict):
    """Something by which ``--profile auto`` knows this kind of text."""

    why: str = Field(description="one sentence for people; `encode --json` repeats it as evidence")
    pattern: str = Field(description="regular expression, looked for anywhere in each line of the beginning of a text")
    share: float = Field(gt=0, le=1, description="share of the lines at which the sign is complete")
    least: int = Field(1, ge=1, description="lines it must be seen in to count at all")
    weight: float = Field(1.0, description="what a complete sign counts; negative speaks against the profile")
    repeats: bool = Field(
        False, description="count only what comes again: the group `label`, or the whole match, in two lines at least"
    )


class People(Strict):
    """Words by which speakers are told apart; written as they are printed, compared without regard to case."""

    titles: list[str] = Field(default_factory=list, description="words before a name that do not belong to it")
    chair: list[str] = Field(default_factory=list, description="labels that mean whoever is in the chair")
    unidentified: list[str] = Field(default_factory=list, description="labels that mean nobody in particular")
    joiners: list[str] = Field(default_factory=list, description="words between two speakers in one label")
    whence: list[str] = Field(
        default_factory=list, description="words that go on after nobody in particular: from, in A VOICE FROM THE LEFT"
    )
    interviewer: list[str] = Field(default_factory=list, description="labels that mean whoever asks the questions: Q")
    respondent: list[str] = Field(default_factory=list, description="labels that mean whoever answers them: A")
    particles: list[str] = Field(default_factory=list, description="small words that belong to a surname: de, la, von")
    suffixes: list[str] = Field(default_factory=list, description="what may follow a name and is no part of it: jr")
    forenames: list[str] = Field(
        default_factory=list, description="words that are first names, never a surname that has lost its comma"
    )
    offices: list[str] = Field(
        default_factory=list,
        description="words that make a label an office, whose holder may stand in brackets: minister, secretary",
    )
    places: list[str] = Field(
        default_factory=list, description="words between a name and the place it stands for: of, in SMITH of Ohio"
    )
    states: list[str] = Field(
        default_factory=list, description="names of countries: where they stand in lists of names, they are no persons"
    )
    surname: Literal["last", "first"] = Field("last", description="where the surname stands in a full name")
    cases: dict[str, list[str]] = Field(
        default_factory=dict,
        description="endings of surnames, and what they become in other cases: ов = [\"ова\", \"ову\"]",
    )


class Connectives(Strict):
    """Small words between days, between numbers, and beside the halves of split words."""

    also: list[str] = Field(default_factory=list, alias="and", description="what joins two of a kind: and")
    other: list[str] = Field(
        default_factory=list, alias="or", description="what else may follow a hyphen: or, in *pre- or post-war*"
    )
    until: list[str] = Field(default_factory=list, description="what stands between the ends of a range: to, till")
    before: list[str] = Field(
        default_factory=list, description="words that are never glued to the next one: in, so *in complete* stays"
    )
    after: list[str] = Field(
        default_factory=list, description="words that are never glued to the one before: men, so *sea men* stays"
    )


class Examples(Strict):
    """What an inherited rule must match, and must not, in the language of this profile."""

    yes: list[str] = Field(min_length=1, description="texts that the pattern must match")
    no: list[str] = Field(default_factory=list, description="texts that the pattern must not match")


class Business(Strict):
    """Words by which it is told what a vote or decision is about; compared without regard to case."""

    proposals: list[str] = Field(default_factory=list, description="what is laid before a meeting: motion, amendment")
    others: list[str] = Field(default_factory=list, description="what else is decided on: agenda, minutes, article")
    ordinals: dict[str, int] = Field(
        default_factory=dict,
        description="words that pick one of several proposals, each with its number, or 0: first = 1, last = 0",
    )
    proposing: list[str] = Field(
        default_factory=list,
        description="how a speech proposes something: a word at the beginning of a sentence (moves), some words "
        "anywhere (I move)",
    )
    electing: list[str] = Field(default_factory=list, description="words of a proposal to elect: elect a, be appointed")
    closing: list[str] = Field(
        default_factory=list, description="words of a proposal to end the debate: question be now put, closure"
    )


class Head(Strict):
    """The ``[profile]`` table."""

    id: str = Field(description="unique name of the profile; the TEI header records it")
    title: str = Field(description="what kind of text it is for, in a few words")
    description: str = Field("", description="the same in a sentence or two")
    version: str = Field("1", description="yours to count; the TEI header records it")
    language: str = Field(
        "", description="code of the language, such as `en`; `xml:lang` of the TEI unless the sidecar says otherwise"
    )
    scripts: list[Literal["Latin", "Cyrillic", "Greek", "Han"]] = Field(
        default_factory=list, description="scripts whose letters \\p{L}, \\p{Lu}, \\p{Ll} mean; left out: all (slower)"
    )
    extends: str | list[str] = Field(
        "", description="id or file of the profile this one builds on; of several the later ones lie over the earlier"
    )
    disable: list[str] = Field(default_factory=list, description="ids of inherited rules to leave out")
    abstract: bool = Field(False, description="only there to be extended; never chosen or used by itself")


class Layout(Strict):
    """How blocks are told apart."""

    blocks: Literal["auto", "lines", "paragraphs"] = Field(
        "auto", description="'lines': every line is a block; 'paragraphs': blank lines separate hard-wrapped blocks"
    )
    verse: bool = Field(False, description="short lines that begin with capitals are verse: each is a block of its own")


class Labels(Strict):
    """How labels are learnt from the text itself: what a name must show to be a speaker (rules with ``learnt``)."""

    least: int = Field(3, ge=1, description="blocks that a label must open")
    capitals: int = Field(2, ge=1, description="the same, for a label in capitals, letter-spaced or in brackets")
    named: int = Field(
        1,
        ge=1,
        description="the same, for one in a list of persons (`div.cast`) or of those present, "
        "or one word different from a label",
    )
    different: float = Field(0.5, ge=0, le=1, description="share of different words that follow it")
    small: float = Field(
        1.0, ge=0, description="times its words may stand in small letters elsewhere, for each block that it opens"
    )
    company: int = Field(
        0,
        ge=0,
        description="blocks that other labels must open before a name that opens one is taken for a label, with "
        "`cert=\"medium\"`; 0: it never is",
    )
    articles: list[str] = Field(
        default_factory=list,
        description="articles: a name that opens one block is no label where it stands behind one elsewhere",
    )
    endings: list[str] = Field(
        default_factory=list, description="ends of words for things: a word with one that opens one block is no label"
    )
    heard: list[str] = Field(
        default_factory=list,
        description="words of those who speak (I, we, you, yes): what follows a name that opens one block has one of "
        "them, or a question or exclamation mark; empty: it need not",
    )
    always: list[str] = Field(default_factory=list, description="labels that are known in any case")
    never: list[str] = Field(default_factory=list, description="what is no label in any case")
    spoken: list[str] = Field(
        default_factory=list,
        description="words behind a label that only somebody who speaks says: I, we; several such labels need to open "
        "one block each, with `cert=\"medium\"`",
    )
    turns: dict[str, str] = Field(
        default_factory=dict,
        description="the word for a question, and that for an answer: labels where both open blocks, in turn, or where "
        "somebody speaks behind each of several",
    )
    myself: list[str] = Field(
        default_factory=list,
        description="words with which somebody speaks of himself: I, my; a paragraph that tells what another said and "
        "has one of them is part of a speech",
    )


class Corrections(Strict):
    """Options of the step ``corrections``."""

    kinds: list[Literal["split-word", "misread-word"]] = Field(
        default=["split-word", "misread-word"], description="what to look for: words in two pieces, misread letters"
    )


class Pages(Strict):
    """Options of the step ``pages``."""

    first: int = Field(1, ge=0, description="the number of the page on which the text begins")
    blank_lines: int = Field(2, ge=2, alias="blank-lines", description="so many blank lines, or more, end a page")


class Steps(Strict):
    """What is found without a pattern, by counting, remembering and comparing; ``false`` switches a step off."""

    corrections: bool | Corrections = Field(True, description="correct words that the text itself proves wrong")
    mentions: bool = Field(True, description="find persons who are known by name wherever they are mentioned")
    lines: bool = Field(True, description="mark words that are divided at line ends")
    pages: bool | Pages = Field(True, description="mark the gaps between pages of a hard-wrapped text as page breaks")


class ProfileFile(Strict):
    """A whole profile."""

    profile: Head = Field(description="the head of the profile")
    layout: Layout = Field(Layout(), description="how blocks are told apart")
    terms: dict[str, str] = Field(default_factory=dict, description="named pieces of patterns, used as {{NAME}}")
    words: dict[str, list[str]] = Field(
        default_factory=dict, description="named word lists, usable in patterns as {{NAME}} too"
    )
    numbers: dict[str, int] = Field(
        default_factory=dict, description="number words of the language; {{NUMBER-WORD}} in patterns"
    )
    months: dict[str, int] = Field(
        default_factory=dict, description="month words of the language, 1 to 12; {{MONTH}} in patterns"
    )
    business: Business = Field(Business(), description="words by which it is told what is decided on")
    eras: dict[str, int] = Field(
        default_factory=dict,
        description="names that years are counted from, each with the year before its first; {{ERA}} in patterns",
    )
    people: People = Field(People(), description="words by which labels are read")
    connectives: Connectives = Field(Connectives(), description="small words between days, numbers, halves of words")
    examples: dict[str, Examples] = Field(
        default_factory=dict, description="rule id → `yes` and `no`: examples of inherited rules, in place of theirs"
    )
    labels: Labels = Field(Labels(), description="what a name must show to be learnt as a label")
    steps: Steps = Field(Steps(), description="what is found without a pattern, and can be switched off")
    sign: list[Sign] = Field(default_factory=list, description="signs for `--profile auto`")
    division: list[DivisionRule] = Field(default_factory=list, description="rules for headings")
    block: list[BlockRule] = Field(default_factory=list, description="rules for whole blocks")
    inline: list[InlineRule] = Field(default_factory=list, description="rules for something within a block")


def json_schema() -> str:
    """Return the profile language as a JSON Schema: by it, editors complete keys and mark mistakes while one types.

    ``schemas/profile.schema.json`` holds the same; what a schema cannot say (examples, patterns, terms) it leaves out.
    """
    made = ProfileFile.model_json_schema(by_alias=True)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A profile of tei-encoder",
        "description": "Rules for one kind of text: docs/profiles.md is the manual.",
    }
    return json.dumps({**made, **head}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
