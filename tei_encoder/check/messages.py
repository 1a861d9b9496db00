"""Says in words what libxml2 found: which element, which attribute, and what would have been right there."""

from __future__ import annotations

import re

from lxml import etree

from tei_encoder.check.findings import Finding

#: Namespaces in libxml2's messages, and what people write for them.
_NAMESPACES = (("{http://www.tei-c.org/ns/1.0}", ""), ("{http://www.w3.org/XML/1998/namespace}", "xml:"))

_ALONE = "text stands directly inside <{0}>, not in one of its elements (a no-break space is text, too)"

_WRONG = "{0} is not allowed on this <{1}>, or not with this value, or not beside its other attributes"

#: What libxml2's judge of RELAX NG says (a pattern), the code of the finding, and its words.
_RELAXNG = (
    (r"Did not expect element (\S+) there", "MISPLACED", "<{0}> may not stand at this place"),
    (r"Expecting an element (\S*) ?, got nothing", "INCOMPLETE", "an element is missing inside this one"),
    (r"Expecting element (\S+), got (\S+)", "MISPLACED", "<{0}> is expected here, not <{1}>"),
    (r"Did not expect text in element (\S+) content", "TEXT", _ALONE),
    (r"Element (\S+) has extra content: text", "TEXT", _ALONE),
    (r"Element (\S+) has extra content: (\S+)", "MISPLACED", "<{1}> may not stand here inside <{0}>"),
    (r"Invalid attribute (\S+) for element (\S+)", "ATTRIBUTE", _WRONG),
    (
        r"Element (\S+) failed to validate attributes",
        "ATTRIBUTE",
        "an attribute of <{0}> is missing or has a value that is not allowed",
    ),
    (r"Type (\S+) doesn't allow value '(.*)'", "VALUE", "{1!r} is not a {0}"),
    (r"Element (\S+) has wrong namespace: expecting (\S+)", "NAMESPACE", "<{0}> is not in the namespace {1}"),
    (r"Expecting a namespace for element (\S+)", "NAMESPACE", "<{0}> is in no namespace; TEI is in one"),
)

_ON = r"Element '(\S+)', attribute '(\S+)': "

#: The same for its judge of XML Schema, which knows more about what would have been right.
_XSD = (
    (
        _ON + r"\[facet 'enumeration'\] The value '(.*)' is not an element of the set \{(.*)\}",
        "VALUE",
        "{1}={2!r} on <{0}>: it must be one of {3}",
    ),
    (
        _ON + r"\[facet 'pattern'\] The value '(.*)' is not accepted by the pattern '(.*)'",
        "VALUE",
        "{1}={2!r} on <{0}>: it must look like {3}",
    ),
    (
        _ON + r"'(.*)' is not a valid value of the (?:\w+ )*type '(?:xs:)?(\S+)'",
        "VALUE",
        "{1}={2!r} on <{0}>: this is no {3}",
    ),
    (_ON + r"'(.*)' is not a valid value", "VALUE", "{1}={2!r} on <{0}> is not allowed"),
    (_ON + r"The attribute '\S+' is not allowed", "ATTRIBUTE", "<{0}> has no attribute {1}"),
    (
        r"Element '(\S+)': The attribute '(\S+)' is required but missing",
        "ATTRIBUTE",
        "<{0}> needs the attribute {1}",
    ),
    (
        r"Element '(\S+)': This element is not expected\. Expected is (?:one of )?\( (.*) \)",
        "MISPLACED",
        "<{0}> may not stand at this place; allowed are {1}",
    ),
    (r"Element '(\S+)': This element is not expected", "MISPLACED", "<{0}> may not stand at this place"),
    (
        r"Element '(\S+)': Missing child element\(s\)\. Expected is (?:one of )?\( (.*) \)",
        "INCOMPLETE",
        "<{0}> is not complete; it needs one of {1}",
    ),
    (r"Element '(\S+)': Character content other than whitespace is not allowed", "TEXT", _ALONE),
    (r"Element '(\S+)': Element content is not allowed", "MISPLACED", "<{0}> holds text only, no elements"),
    (
        r"Element '(\S+)': No matching global declaration available for the validation root",
        "NAMESPACE",
        '<{0}> is not TEI, which needs xmlns="http://www.tei-c.org/ns/1.0"',
    ),
)

#: Our own datatypes in plain words.
_TYPES = {
    "no id": "no id (a letter or _ first, then letters, digits, dots, - and _)",
    "no date-value": "no day, month or year of the calendar; write 1917-04-11, 1917-04 or 1917",
    "no custom-date": "no date; write 1917-03-29, 1917-03 or 1917",
    "no nonNegativeInteger": "no whole number",
}

#: Elements that have one place only, and what to do when they stand elsewhere.
_PLACES = {
    "head": "a heading comes first in its division",
    "speaker": "the label comes first in its speech",
    "front": "it comes before the body",
    "standOff": "it comes before or after the text",
}

#: libxml2 names at most this many elements that would have been right.
_TOLD = 10


def from_relaxng(entry: etree._LogEntry, path: object) -> Finding:
    """Return one entry of the log of ``lxml.etree.RelaxNG`` as a finding."""
    return _finding(entry, path, _RELAXNG)


def from_xsd(entry: etree._LogEntry, path: object, line: int = 0) -> Finding:
    """Return one entry of the log of ``lxml.etree.XMLSchema`` as a finding; ``line`` where it has none."""
    return _finding(entry, path, _XSD, line)


def _finding(entry: etree._LogEntry, path: object, table: tuple[tuple[str, str, str], ...], line: int = 0) -> Finding:
    said = " ".join(entry.message.split())
    plain = said
    for namespace, prefix in _NAMESPACES:
        plain = plain.replace(namespace, prefix)
    code, message = "INVALID", plain
    for pattern, known, words in table:
        if found := re.match(pattern, plain):
            code, message = known, _corrected(words.format(*found.groups()), found[1])
            if code == "NAMESPACE" and "root" in said and _NAMESPACES[0][0] in said:  # TEI, but no TEI document
                code, message = "MISPLACED", f"by this schema no document begins with <{found[1]}>"
            break
    return Finding(str(path), entry.line or line, 0, "error", code, message, entry.path or "", said)


def _corrected(message: str, element: str) -> str:
    """Mend what libxml2 says half: lists cut off, an element "allowed" that has just been refused."""
    start, allowed, rest = message.partition("; allowed are ")
    names = rest.split(", ")
    if allowed and element in _PLACES:
        return f"{start}; {_PLACES[element]}"
    if allowed and element in names:
        return f"{start}; something before it must come last (a nested division, a signature)"
    if allowed and len(names) == _TOLD:
        return f"{message} and others"
    start, colon, last = message.rpartition(": this is ")
    return f"{start}{colon}{_TYPES.get(last, last)}"
