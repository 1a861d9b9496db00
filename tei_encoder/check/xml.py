"""Reads XML, and nothing but XML: the one parser that every file from outside goes through.

XML can name other files and addresses, define entities that grow to gigabytes, and hide in a compressed file.
None of that belongs in TEI, so none of it is read: a DOCTYPE is refused before anything of it is looked at,
nothing is fetched, nothing is unpacked, and libxml2's own limits (depth 256, ten million bytes of text) stay
on.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.parsers import expat

from lxml import etree

from tei_encoder.model.errors import InputError, LimitError, TeiEncoderError
from tei_encoder.model.limits import MAX_TREE
from tei_encoder.model.tei import NAMESPACE
from tei_encoder.readers.files import open_file

#: Bytes looked at in one step while the start of a file is read.
_STEP = 64 * 1024

#: What files begin with that are often taken for XML: first bytes, what it is, what to do.
_OTHERS = (
    (b"\x1f\x8b", "this is a file compressed with gzip", "unpack it first (gunzip)"),
    (b"PK\x03\x04", "this is a ZIP file (perhaps .docx, .odt or .epub)", "unpack it first, or export XML"),
    (b"%PDF", "this is a PDF", "name a TEI file"),
    (b"{", "this is JSON", "name a TEI file"),
)


def options(**more: object) -> dict[str, Any]:
    """Return the settings every lxml parser of this program has; ``more`` adds to them.

    ``collect_ids=False`` leaves a duplicate ``xml:id`` to the schema, which says more about it than the
    parser.
    """
    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    return {**safe, "collect_ids": False, **more}


def parse_file(path: Path) -> etree._ElementTree:
    """Read an XML file from the disk.

    Errors: as ``parse_bytes``; ``InputError`` NO-FILE, NOT-A-FILE or UNREADABLE; ``LimitError`` TREE-SIZE for
    a file over ``limits.MAX_TREE`` bytes.
    """
    with open_file(path) as file:
        return parse_bytes(file.read(MAX_TREE + 1), path)


def parse_tei(path: Path) -> etree._ElementTree:
    """Read a TEI document from the disk: ``TEI`` in the TEI namespace, with a ``text`` in it.

    Errors: as ``parse_file``; ``InputError`` NOT-TEI.
    """
    tree = parse_file(path)
    root = tree.getroot()
    if root.tag != f"{{{NAMESPACE}}}TEI":
        what = f"the outermost element is <{etree.QName(root).localname}>"
        if etree.QName(root).localname == "TEI":
            what += " in no namespace, or in another than that of TEI"
        raise InputError("NOT-TEI", what, f'give a TEI file: <TEI xmlns="{NAMESPACE}">', path=path)
    if root.find(f"{{{NAMESPACE}}}text") is None:
        raise InputError("NOT-TEI", "there is no text in this TEI document", "give one with a <text>", path=path)
    return tree


def parse_bytes(data: bytes, path: object = "") -> etree._ElementTree:
    """Read XML from bytes; ``path`` is only named in errors and in ``docinfo.URL``.

    Root element and namespace are not looked at: that is for the schemas.

    Errors: ``InputError`` EMPTY, DOCTYPE, or NOT-XML with line and column; ``LimitError`` TREE-SIZE.
    """
    if len(data) > MAX_TREE:
        raise LimitError(
            "TREE-SIZE",
            f"the file is larger than {MAX_TREE:,} bytes, too large to be held in memory as a tree",
            "split it, or validate it with the project's schema, which also works on streams",
            path=path,
        )
    refuse_start(data, path)
    try:
        url = str(path).encode("utf-8", "replace").decode()  # names of files need not be UTF-8
        root = etree.fromstring(data, etree.XMLParser(**options()), base_url=url)
    except etree.XMLSyntaxError as error:
        raise not_xml(error, path, looks_like_html(data)) from None
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:  # expat could not read this encoding, libxml2 could
        raise doctype_refusal(path, 1, tree.docinfo.root_name)
    return tree


def refuse_start(data: bytes, path: object = "") -> None:
    """Look at what comes before the root element and refuse files that are not for us.

    ``data``: the file, or its beginning. Errors: ``InputError`` EMPTY, DOCTYPE, NOT-XML as ``parse_bytes``.
    """
    if not data.strip():
        raise InputError("EMPTY", "there is nothing in this file", "name a TEI file", path=path)
    for magic, what, cure in _OTHERS:
        if data.startswith(magic):
            raise InputError("NOT-XML", what, cure, path=path)
    prolog = expat.ParserCreate()

    def doctype(name: str, *_: object) -> None:
        raise doctype_refusal(path, prolog.CurrentLineNumber, name)

    def root(*_: object) -> None:
        raise EOFError

    prolog.StartDoctypeDeclHandler = doctype
    prolog.StartElementHandler = root
    try:
        for at in range(0, len(data), _STEP):
            prolog.Parse(data[at : at + _STEP], False)
    except (EOFError, expat.ExpatError, ValueError, LookupError):
        return  # the root has begun, or libxml2 will say what is wrong


def not_xml(error: etree.XMLSyntaxError, path: object, html: bool = False) -> TeiEncoderError:
    """Put what libxml2 says about a file that is not well-formed into ``InputError`` NOT-XML.

    Where it stopped at one of its own limits (depth, length of a text), into ``LimitError`` XML-LIMIT.
    """
    said = re.sub(r", line \d+, column \d+.*", "", str(error.msg), flags=re.DOTALL)
    if of_stream := re.match(r"line \d+: b(['\"])(.*)\1$", said):  # lxml says it otherwise there
        said = of_stream[2]
    said = said if len(said) <= 120 else f"{said[:118].rstrip()} …"
    line, column = error.lineno or 0, (error.offset or 0) + 1
    if "XML_PARSE_HUGE" in said:
        what = re.sub(r",? (use|try) XML_PARSE_HUGE.*", "", said)
        cure = "no TEI is like that: check where the file comes from"
        return LimitError("XML-LIMIT", what, cure, path=path, line=line, column=column)
    what = f"this is a web page, not XML ({said})" if html else f"this is not well-formed XML: {said}"
    cure = "name a TEI file" if html else "mend it at this place or before it"
    return InputError("NOT-XML", what, cure, path=path, line=line, column=column)


def looks_like_html(data: bytes) -> bool:
    """Say whether a file that is not XML is probably a web page."""
    return b"<html" in data[:4096].lower()


def doctype_refusal(path: object, line: int, name: str) -> InputError:
    """Return the error for a file with a DOCTYPE for the root element ``name``."""
    what, cure = "this is a web page, not TEI", "name a TEI file"
    if name.lower() != "html":
        what = "the file has a DOCTYPE; it could define entities or name other files, so it is not read"
        cure = "delete the DOCTYPE: TEI needs none"
    return InputError("DOCTYPE", what, cure, path=path, line=line)
