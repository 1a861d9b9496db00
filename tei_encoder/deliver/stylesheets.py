"""Reads XSLT 1.0 stylesheets and refuses those that reach out of their folder or would be run half.

What was measured (lxml 6.1, libxslt 1.1): the access control of libxslt stops ``document()`` and writing, but
not ``xsl:include`` of any local file; a resolver on the stylesheet's parser does. Instructions of XSLT 2.0
are passed over in silence, so other versions and unknown instructions are refused. Included files would be
read with their DTD and its entities: a DOCTYPE is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from tei_encoder.check import xml
from tei_encoder.model import limits
from tei_encoder.model.errors import LimitError, StylesheetError
from tei_encoder.model.places import data_folder

#: The stylesheets that can be called by name.
NAMES = ("html", "text", "markdown", "tsv-speeches", "tsv-votes", "json", "dc", "parla-clarin")

#: Those that this program alone has documents for: ``render`` the pages of an edition, ``explain`` the reasons.
_INNER = ("site", "explain")

#: ``<xsl:import href="tei-encoder:html.xsl"/>`` lets a user's stylesheet build on ours.
_OUR_SCHEME = "tei-encoder"
_XSL = "{http://www.w3.org/1999/XSL/Transform}"

#: The elements of XSLT 1.0 (its appendix B); libxslt passes over others, or writes files with them.
_NAMES_OF_XSLT = """
    apply-imports apply-templates attribute attribute-set call-template choose comment copy copy-of
    decimal-format element fallback for-each if import include key message namespace-alias number otherwise
    output param preserve-space processing-instruction sort strip-space stylesheet template text transform
    value-of variable when with-param
"""
_INSTRUCTIONS = frozenset(_NAMES_OF_XSLT.split())

_control: Any = etree.XSLTAccessControl
_DENY_ALL = _control.DENY_ALL


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a stylesheet: its value if nobody gives one, and what the comment before it says."""

    default: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """A stylesheet that has been read, checked and compiled.

    ``path``: its file. ``ours``: whether it belongs to this package (and may run in this process).
    ``compiled``: what lxml runs. ``params``: its parameters by name, with those of what it includes.
    ``about``: the first paragraph of the comment at its top, on one line.
    """

    path: Path
    ours: bool
    compiled: Any
    params: dict[str, Parameter]
    about: str


def load_stylesheet(name: str | Path) -> Stylesheet:
    """Get a stylesheet ready to run: one of ours by its name (``html``, ``text``) or a file of your own.

    A file may include and import files of its own folder (and of folders below), and ours as
    ``tei-encoder:html.xsl``. Raises ``StylesheetError`` (exit code 4) with file and line when it is missing,
    broken, not XSLT 1.0, or reaches for other files; ``LimitError`` (6) when it is larger than 1 MiB.
    """
    ours = name in (*NAMES, *_INNER)
    path = data_folder("xslt") / f"{name}.xsl" if ours else Path(name)
    parser = _parser()
    fence = _Fence(path)
    parser.resolvers.add(fence)
    data = fence.read(path)
    try:
        tree = etree.fromstring(data, parser, base_url=str(path.resolve())).getroottree()
        compiled = etree.XSLT(tree, access_control=_DENY_ALL, regexp=False)
    except etree.LxmlError as error:
        raise broken("STYLESHEET-BROKEN", error, path) from None
    return Stylesheet(path, ours, compiled, fence.params, _about(tree.getroot()))


def broken(code: str, error: etree.LxmlError, path: Path) -> StylesheetError:
    """Turn what libxml2 or libxslt says into one error with file and line."""
    if isinstance(error, etree.XMLSyntaxError):  # its log also holds what earlier files were blamed for
        message = re.sub(r", line \d+, column \d+.*", "", str(error.msg), flags=re.DOTALL)
        return StylesheetError(code, message, "correct the stylesheet", path=path, line=error.lineno or 0)
    # One entry says where ("runtime error, element 'value-of'"), the others say what.
    log: Any = error.error_log
    entries = [entry for entry in log if entry.level >= etree.ErrorLevels.ERROR]
    places = [entry for entry in entries if entry.line and not entry.filename.startswith("<")]
    said = dict.fromkeys(entry.message for entry in entries if " error, element " not in entry.message)
    message = re.sub(r"\s+", " ", "; ".join(said) or str(error)).strip() or "cannot be run"
    where, line = (places[0].filename, places[0].line) if places else (path, 0)
    where = path if Path(where) == path.resolve() else where  # as the user wrote it
    if refused := re.search(r"rights for (.*) denied", message):
        what = f"reaches for {refused[1]!r} by document(), which may read nothing here"
        return StylesheetError("STYLESHEET-REACH", what, "put what it needs into it", path=where, line=line)
    return StylesheetError(code, message, "correct the stylesheet", path=where, line=line)


class _Fence(etree.Resolver):
    """Hands out the stylesheets of one's own folder and of this package, and nothing else.

    ``params`` are the parameters that the stylesheets handed out so far declare.
    """

    def __init__(self, path: Path) -> None:
        self.params: dict[str, Parameter] = {}
        self._sheet = path
        self._folders = (path.parent.resolve(), data_folder("xslt").resolve())

    def resolve(self, system_url: str, public_id: str, context: Any = None) -> Any:
        """Return the checked content of an address; raises ``StylesheetError`` for anything outside."""
        path = self._path(system_url)
        return self.resolve_string(self.read(path), context, base_url=str(path))

    def read(self, path: Path) -> bytes:
        """Return the bytes of a stylesheet; raises ``StylesheetError`` for one that may not be run."""
        data, root = _read_checked(path)
        for one in root.iterchildren(f"{_XSL}param"):  # the importing stylesheet is read first, and counts
            before = one.getprevious()
            meaning = " ".join(str(before.text).split()) if before is not None and before.tag is etree.Comment else ""
            default = one.get("select", "").strip("'\"") or "".join(one.itertext())
            self.params.setdefault(one.get("name", ""), Parameter(default, meaning))
        return data

    def _path(self, url: str) -> Path:
        parts = urlsplit(url)
        path = Path(unquote(parts.path))
        if parts.scheme == _OUR_SCHEME:
            path = self._folders[1] / path
        local = parts.scheme in ("", "file", _OUR_SCHEME) and parts.netloc in ("", "localhost")
        path = path.resolve()  # also follows symbolic links, which may lead out
        if not local or not any(path.is_relative_to(folder) for folder in self._folders):
            message = f"reaches for {url!r}, which is outside its own folder"
            raise StylesheetError("STYLESHEET-REACH", message, "put what it needs beside it", path=self._sheet)
        return path


def _about(root: Any) -> str:
    """Return what a stylesheet says of itself: the first paragraph of the first comment before its root."""
    comments = [str(one.text) for one in root.itersiblings(preceding=True) if one.tag is etree.Comment]
    return " ".join(comments[-1].strip().split("\n\n")[0].split()) if comments else ""


def _parser() -> Any:
    make: Any = etree.XMLParser
    return make(**xml.options())


def _read_checked(path: Path) -> tuple[bytes, Any]:
    """Return bytes and root of a stylesheet that is XSLT 1.0 and brings neither a DTD nor extension elements."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.MAX_TOML + 1)
    except OSError as error:
        cure = f"give the path of a file, or one of the names {', '.join(NAMES)}"
        raise StylesheetError("NO-STYLESHEET", f"cannot be read ({error.strerror})", cure, path=path) from None
    if len(data) > limits.MAX_TOML:
        raise LimitError("STYLESHEET-SIZE", "larger than 1 MiB", "split it by xsl:include", path=path)
    try:
        root = etree.fromstring(data, _parser(), base_url=str(path))
    except etree.LxmlError as error:
        raise broken("STYLESHEET-BROKEN", error, path) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise StylesheetError("STYLESHEET-DOCTYPE", "has a DOCTYPE", "remove it", path=path, line=1)
    if root.tag not in (f"{_XSL}stylesheet", f"{_XSL}transform") and f"{_XSL}version" not in root.attrib:
        raise StylesheetError("NOT-A-STYLESHEET", "is not XSLT", "give an XSLT 1.0 file", path=path, line=1)
    for element in root.iter(etree.Element):
        if found := _fault(element, element is root):
            code, message, cure = found
            raise StylesheetError(code, message, cure, path=path, line=element.sourceline or 0)
    return data, root


def _fault(element: Any, is_root: bool) -> tuple[str, str, str] | None:
    """Say what is wrong with one element of a stylesheet: code, message, cure; ``None`` for nothing."""
    is_xsl = element.tag.startswith(_XSL)
    name = element.tag.removeprefix(_XSL)
    prefix = "" if is_xsl else _XSL  # on an element of the result these attributes carry the prefix
    if is_xsl and name not in _INSTRUCTIONS:
        message = f"uses xsl:{name}, which XSLT 1.0 does not know"
        return "XSLT-INSTRUCTION", message, "use the instructions of XSLT 1.0"
    version = element.get(f"{prefix}version", "") if is_root else element.get(f"{_XSL}version", "1.0")
    if version != "1.0":
        message = f"is XSLT {version or 'without a version'}; only 1.0 can be run here"
        return "XSLT-VERSION", message, 'rewrite it with version="1.0"'
    if element.get(f"{prefix}extension-element-prefixes", "").strip():
        return "STYLESHEET-EXTENSION", "wants extension elements, which could write files", "remove them"
    return None
