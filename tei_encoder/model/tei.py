"""The few facts about TEI elements that the encoder itself must know (TEI P5 content models)."""

from __future__ import annotations

#: A pattern for what XML 1.0 (section 2.2, Char) cannot hold, not even as a character reference. It is compiled where
#: it is needed: that takes longer than to read a text.
NOT_XML = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"

#: Elements that may hold elements and XML white space, but no text of their own.
ELEMENT_ONLY = frozenset(["text", "front", "body", "back", "div", "sp", "list", "castList", "titlePage", "docTitle"])

#: Elements in which other voices may be heard: stage directions and interjections.
VOICED = frozenset("p l ab head item note quote said stage".split())

#: Divisions, by their type, in which nobody speaks: what surrounds minutes. (``schemas/minutes.sch`` says the same.)
SILENT = frozenset("imprint foreword delegates agenda cast notes boilerplate".split())

#: What calls somebody or something by name, or counts: in these nothing is counted, and no manner is told of.
NAMING = frozenset("persName placeName orgName roleName date docAuthor docDate role measure".split())

#: Elements that stand between words as well as between blocks, but do not make a body by themselves.
MARKS = frozenset("note gap pb lb fw milestone".split())

#: Elements that a rule may insert between characters: they may stand empty.
EMPTY = frozenset("gap lb milestone pb".split())

#: What the diplomatic text leaves out: words of the encoder, not of the source (``supplied`` only when it is ours).
READING_AIDS = frozenset(["corr", "reg", "expan", "ex"])

#: Elements a rule may make, those of the project's schema that stand inside ``text``.
ELEMENTS = frozenset(
    (
        "ab abbr byline castItem castList closer date dateline desc div docAuthor docDate docImprint docTitle "
        "fw gap head hi item l label lb list measure milestone name note opener orgName p pb persName "
        "placeName publisher quote ref role roleDesc roleName said salute seg sic signed sp speaker stage "
        "supplied surplus title titlePage titlePart"
    ).split(" ")
)

NAMESPACE = "http://www.tei-c.org/ns/1.0"

#: The model itself: what rules make, and what everything here reads.
MODEL = "tei"

#: The ways to write the model. Each but the first is a stylesheet; a schema of its name says what is valid.
DIALECTS = (MODEL, "parla-clarin")

#: The languages of the edition's interface; their words stand in xslt/words.xsl.
LANGUAGES = ("en", "de", "fr", "ru")
