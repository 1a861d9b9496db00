"""``encodingDesc``: the principles of the encoding, so that a reader can tell text from reading aid."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tei_encoder.encode.closed_lists import CLOSED_LISTS
from tei_encoder.encode.markup import block, empty, leaf

if TYPE_CHECKING:
    from tei_encoder.encode.header import HeaderContext

_PROJECT = (
    "The text of the source was turned into TEI by rules, without changing a character of it. The text "
    "nodes of the text element, without corr, reg, expan, ex and without supplied whose resp is #encoder, "
    "give the source again, character for character; this was checked when the file was written."
)

#: Elements of ``editorialDecl`` (TEI P5, section 2.3.3) with their attributes and what was done.
_PRINCIPLES: tuple[tuple[str, dict[str, str], str], ...] = (
    (
        "correction",
        {"status": "low", "method": "markup"},
        "Faults of the source stand as they are, in sic; where a correction is certain enough, corr in "
        "the same choice gives it, with the encoder in resp and a cert. Nothing else was corrected.",
    ),
    (
        "hyphenation",
        {"eol": "all"},
        "Every hyphen and every line end of the source is kept. Where a word runs over a line end, lb "
        "with break=no stands after it.",
    ),
    (
        "interpretation",
        {},
        "Who speaks, dates, outcomes and identities are interpretation; they are attributes or stand in "
        "this header. What rests on weak evidence has cert=medium or cert=low. Text that no rule "
        "understood is a plain p.",
    ),
    (
        "normalization",
        {"method": "markup"},
        "Nothing was normalised: unusual spaces and quotation marks are those of the source. Line ends "
        "written as CRLF or CR are read as LF, as XML itself does.",
    ),
    ("punctuation", {"marks": "all"}, "All punctuation of the source is kept where it stands."),
    (
        "quotation",
        {"marks": "all"},
        "Quotation marks are text, also wrong and missing ones. Resolutions, motions and amendments laid "
        "before a meeting are quote; other quotations are not marked.",
    ),
    (
        "segmentation",
        {},
        "Sittings and their parts are div, speeches sp with the printed label as speaker, paragraphs p. "
        "The minute-taker's own sentences stand outside sp.",
    ),
)

#: The property of what a part is called: its title in the terms of Dublin Core.
_CALLED = "http://purl.org/dc/terms/title"

#: What the elements of the text mean here (``tagsDecl``).
_TAGS = (
    ("div", "A part of the text: a sitting, an item of the agenda, a foreword; see type."),
    ("sp", "One speech; who points to the speaker in this header, prev and next join what was interrupted."),
    ("speaker", "The label of a speech as printed, with its colon and the white space after it."),
    ("p", "A paragraph: of a speech inside sp, of the minute-taker outside."),
    ("stage", "What happens in the room."),
    ("said", "A voice from the room inside another's speech."),
    ("note", "What the minutes record besides speech (votes, elections, the chair), or an editor's note."),
    ("measure", "A figure of a vote."),
    ("quote", "A resolution, motion or amendment laid before the meeting."),
    ("gap", "A place where the source says, or shows by dots, that something is missing."),
    ("ref", "A printed mark that refers to a note or to a page."),
    ("supplied", "Words in brackets that the editor of the source added."),
    ("surplus", "Characters that an earlier conversion left in the source."),
    ("choice", "What the source has, beside a reading aid that it does not have."),
    ("persName", "A printed name of a person; ref points to the person in this header."),
    ("date", "A printed date; when is Gregorian, when-custom follows the calendar of the source."),
    ("ab", "A line that is no paragraph, such as a row of asterisks."),
    ("fw", "A printed running head or page number."),
    ("pb", "A page break of the source, where one was recognised."),
    ("lb", "A line break inside a word."),
)


def encoding_description(context: HeaderContext) -> str:
    """Return ``encodingDesc`` (TEI P5, section 2.3)."""
    return block(
        "encodingDesc",
        block("projectDesc", leaf("p", _PROJECT)),
        block(
            "editorialDecl",
            (block(name, leaf("p", text), **attributes) for name, attributes, text in _PRINCIPLES),
        ),
        block(
            "tagsDecl",
            block(
                "namespace",
                (leaf("tagUsage", meaning, gi=element) for element, meaning in _TAGS),
                name="http://www.tei-c.org/ns/1.0",
            ),
        ),
        _references(context),
        block("classDecl", _taxonomies()),
        block("appInfo", _application(context)),
    )


def _references(context: HeaderContext) -> Iterable[str]:
    """Say how to cite (TEI P5, 2.3.6.4): first by the largest parts that the text has, then in other ways, by ``@n``.

    A session is cited by its number, a speech and a note by its id, a paragraph by counting; a session is called what
    its heading says, a speech what its label says.
    """
    paragraph = empty("citeStructure", unit="paragraph", match="p", use="position()", delim=":")
    label, heading = (empty("citeData", property=_CALLED, use=name) for name in ("speaker", "head"))
    speech = block("citeStructure", label, paragraph, unit="speech", match=".//sp", use="@xml:id", delim="/")
    ways = {}
    if context.sessions:
        ways["session"] = block(
            "citeStructure", heading, speech, unit="session", match="//div[@type='session']", use="@n"
        )
    if context.speeches:
        ways["speech"] = block("citeStructure", label, paragraph, unit="speech", match="//sp", use="@xml:id")
    if not ways:
        ways["paragraph"] = empty("citeStructure", unit="paragraph", match="//body/descendant::p", use="position()")
    ways["note"] = empty("citeStructure", unit="note", match="//note", use="@xml:id")
    return (block("refsDecl", way, n=name if at else "") for at, (name, way) in enumerate(ways.items()))


def _taxonomies() -> Iterable[str]:
    for closed in CLOSED_LISTS:
        yield block(
            "taxonomy",
            leaf("desc", closed.title),
            (
                block("category", leaf("catDesc", meaning), xml_id=closed.prefix + value)
                for value, meaning in closed.values
            ),
            xml_id=closed.id,
        )


def _application(context: HeaderContext) -> str:
    """Name program and profile with its checksum; ``@version`` takes numbers only (teidata.versionNumber)."""
    plain = re.match(r"\d+(\.\d+){0,3}", context.software_version)
    return block(
        "application",
        leaf("label", f"tei-encoder {context.software_version}"),
        block(
            "desc",
            leaf("idno", context.profile_id, type="profile"),
            leaf("idno", context.profile_version, type="profileVersion"),
            leaf("idno", context.profile_sha256, type="profileSha256"),
        ),
        ident="tei-encoder",
        version=plain[0] if plain else "0",
    )
