"""The few facts about TEI elements that the encoder itself must know (TEI P5 content models)."""

from __future__ import annotations

#: Elements that may hold elements and XML white space, but no text of their own.
ELEMENT_ONLY = frozenset(["text", "front", "body", "back", "div", "sp", "list", "titlePage", "docTitle", "lg"])

#: Elements that stay open over several blocks when a rule opens them; everything else ends with its block.
LASTING = frozenset(["div", "sp"])

#: What the diplomatic text leaves out: words of the encoder, not of the source (``supplied`` only when it is ours).
READING_AIDS = frozenset(["corr", "reg", "expan", "ex"])

#: Elements a rule may make, those of the project's schema that stand inside ``text``.
ELEMENTS = frozenset(
    (
        "ab abbr byline closer corr date dateline desc div docAuthor docDate docImprint docTitle emph expan foreign "
        "fw gap head hi item l label lb lg list measure milestone name note num opener orgName p pb persName "
        "placeName publisher q quote ref reg roleName rs said salute seg sic signed sp speaker stage supplied "
        "surplus time title titlePage titlePart trailer unclear"
    ).split(" ")
)

NAMESPACE = "http://www.tei-c.org/ns/1.0"
