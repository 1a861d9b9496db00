"""OAI-PMH 2.0: the protocol by which archives, libraries and search engines fetch records from each other.

One function, ``answer``: the arguments of a request in, an XML document out. It knows nothing of HTTP. Datestamps are
days; a text that is withdrawn stays in every list as a deleted record (``transient``: the list is kept by people).
A resumption token holds the whole question, where to go on, and a checksum of the answer: it stays good until the
feed changes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from lxml import etree

from tei_encoder.deliver.feed.formats import FORMATS
from tei_encoder.deliver.feed.shelf import Shelf, Text
from tei_encoder.encode.facts import Facts

OAI = "http://www.openarchives.org/OAI/2.0/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"

_PLAIN = re.compile(r"[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
_SET = re.compile(r"[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*")
_PREFIX = re.compile(r"[A-Za-z0-9\-_.!~*'()]+")

#: What each verb needs, what it takes besides, and whether it can be resumed (OAI-PMH 2.0, section 4).
_VERBS: dict[str, tuple[frozenset[str], frozenset[str], bool]] = {
    "Identify": (frozenset(), frozenset(), False),
    "ListMetadataFormats": (frozenset(), frozenset({"identifier"}), False),
    "ListSets": (frozenset(), frozenset(), True),
    "ListIdentifiers": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set"}), True),
    "ListRecords": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set"}), True),
    "GetRecord": (frozenset({"identifier", "metadataPrefix"}), frozenset(), False),
}


@dataclass(frozen=True)
class Provider:
    """Who offers what: the texts, the name and address of the feed, the e-mail address of somebody who answers.

    ``page`` is the number of records in one answer (where two can stand together, see ``Format.alone``); ``common``
    what holds for all texts whose headers are silent.
    """

    shelf: Shelf
    name: str
    url: str
    email: str
    page: int = 50
    common: Facts = field(default_factory=Facts)

    @cached_property
    def earliest(self) -> str:
        """The first day on which anything changed."""
        return min((text.changed for text in self.shelf.texts), default="1970-01-01")


class _Refused(Exception):
    """A request that the protocol answers with an error."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def answer(provider: Provider, arguments: Sequence[tuple[str, str]], now: datetime | None = None) -> bytes:
    """Answer one request: ``arguments`` are its pairs of name and value; returns an XML document (UTF-8).

    What is wrong with a request is said as the protocol has it (``badVerb``, ``badArgument`` …), never raised.
    ``now`` is the time of the answer (UTC). Raises InputError CHANGED where a file is not that which was read.
    """
    root = element(None, "OAI-PMH", nsmap={None: OAI, "xsi": XSI})
    root.set(f"{{{XSI}}}schemaLocation", f"{OAI} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd")
    element(root, "responseDate", f"{now or datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}")
    request = element(root, "request", provider.url)
    try:
        asked = _understood(arguments)
        body = _BODIES[asked["verb"]](provider, asked)
    except _Refused as refused:
        error = element(root, "error", str(refused))
        error.set("code", refused.code)
        if refused.code not in ("badVerb", "badArgument"):
            _repeat(request, arguments)
    else:
        _repeat(request, arguments)
        root.append(body)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def element(
    parent: etree._Element | None, name: str, words: str = "", nsmap: Any = None
) -> etree._Element:
    """Make an element of the protocol, in ``parent`` if there is one."""
    made = etree.Element(f"{{{OAI}}}{name}", nsmap=nsmap or {None: OAI})
    if words:
        made.text = words
    if parent is not None:
        parent.append(made)
    return made


def _repeat(request: etree._Element, arguments: Sequence[tuple[str, str]]) -> None:
    for name, value in arguments:
        request.set(name, value)


def _understood(arguments: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the arguments of a request that is well formed. Raises _Refused for any other."""
    asked = dict(arguments)
    verbs = [value for name, value in arguments if name == "verb"]
    if len(verbs) != 1 or verbs[0] not in _VERBS:
        what = "the argument verb is missing" if not verbs else f"it is no verb of the protocol: {verbs[0]!r:.60}"
        raise _Refused("badVerb", what if len(verbs) < 2 else "there is more than one verb")
    needs, takes, resumes = _VERBS[verbs[0]]
    given = asked.keys() - {"verb"}
    if len(asked) < len(arguments):
        raise _Refused("badArgument", "an argument is repeated")
    if not all(_PLAIN.fullmatch(value) for value in asked.values()):
        raise _Refused("badArgument", "an argument holds a character that XML cannot hold")
    if resumes and "resumptionToken" in given:
        if len(given) > 1:
            raise _Refused("badArgument", "resumptionToken excludes all other arguments")
        return asked
    if unknown := sorted(given - needs - takes):
        raise _Refused("badArgument", f"{verbs[0]} has no argument {unknown[0]!r:.60}")
    if lacking := sorted(needs - given):
        raise _Refused("badArgument", f"{verbs[0]} needs the argument {lacking[0]}")
    _look_at_values(asked)
    return asked


def _look_at_values(asked: dict[str, str]) -> None:
    for name in ("from", "until"):
        try:
            if name in asked and date.fromisoformat(asked[name]).isoformat() != asked[name]:
                raise ValueError
        except ValueError:
            raise _Refused("badArgument", f"{name} is no day like 2026-11-22 (see granularity in Identify)") from None
    if "from" in asked and "until" in asked and asked["from"] > asked["until"]:
        raise _Refused("badArgument", "from is later than until")
    if "set" in asked and not _SET.fullmatch(asked["set"]):
        raise _Refused("badArgument", "set is not written as a setSpec")
    if "metadataPrefix" in asked and not _PREFIX.fullmatch(asked["metadataPrefix"]):
        raise _Refused("badArgument", "metadataPrefix holds characters that no prefix has")


def _identify(provider: Provider, _: dict[str, str]) -> etree._Element:
    body = element(None, "Identify")
    identity(body, provider, "transient")
    return body


def identity(body: etree._Element, provider: Provider, deleted: str) -> None:
    """Write into ``body`` who offers this; ``deleted`` says how deleted records are treated (no, transient)."""
    for name, words in (
        ("repositoryName", provider.name), ("baseURL", provider.url), ("protocolVersion", "2.0"),
        ("adminEmail", provider.email), ("earliestDatestamp", provider.earliest), ("deletedRecord", deleted),
        ("granularity", "YYYY-MM-DD"),
    ):  # fmt: skip
        element(body, name, words)


def list_formats(
    provider: Provider, asked: dict[str, str], prefixes: Collection[str] = FORMATS.keys()
) -> etree._Element:  # fmt: skip
    """Return the formats with these prefixes; all texts have all of them."""
    if "identifier" in asked:
        _found(provider, asked)
    body = element(None, "ListMetadataFormats")
    for one in map(FORMATS.__getitem__, prefixes):
        entry = element(body, "metadataFormat")
        element(entry, "metadataPrefix", one.prefix)
        element(entry, "schema", one.schema)
        element(entry, "metadataNamespace", one.namespace)
    return body


def _list_sets(provider: Provider, asked: dict[str, str]) -> etree._Element:
    if "resumptionToken" in asked:
        raise _Refused("badResumptionToken", "the list of sets is never cut")
    body = element(None, "ListSets")
    for spec, name in _sets(provider):
        entry = element(body, "set")
        element(entry, "setSpec", spec)
        element(entry, "setName", name)
    return body


def _sets(provider: Provider) -> Iterator[tuple[str, str]]:
    """Yield all sets, and before the first of a kind the set of all of that kind (``corpus``, ``year``)."""
    if not provider.shelf.names:
        raise _Refused("noSetHierarchy", "these texts belong to no sets")
    kinds = {"corpus": "All corpora", "year": "All years"}
    for spec, name in provider.shelf.names.items():
        kind = spec.partition(":")[0]
        if kind in kinds:
            yield kind, kinds.pop(kind)
        yield spec, name


def _get_record(provider: Provider, asked: dict[str, str]) -> etree._Element:
    text = _found(provider, asked)
    _known_format(asked)
    body = element(None, "GetRecord")
    record(body, text, asked["metadataPrefix"], provider.common)
    return body


def _found(provider: Provider, asked: dict[str, str]) -> Text:
    text = provider.shelf.by_id.get(asked["identifier"])
    if text is None:
        raise _Refused("idDoesNotExist", "there is no text with this identifier")
    return text


def _known_format(asked: dict[str, str]) -> None:
    if asked["metadataPrefix"] not in FORMATS:
        raise _Refused("cannotDisseminateFormat", f"the formats are {', '.join(FORMATS)}")


def record(body: etree._Element, text: Text, prefix: str, common: Facts, *, sets: bool = True) -> None:
    """Write the record of a text into ``body``: header, and metadata unless it is withdrawn; ``sets``: name them."""
    entry = element(body, "record")
    _header(entry, text, sets)
    if not text.withdrawn:
        element(entry, "metadata").append(FORMATS[prefix].record(text, common))


def _header(parent: etree._Element, text: Text, sets: bool) -> None:
    header = element(parent, "header")
    if text.withdrawn:
        header.set("status", "deleted")
    element(header, "identifier", text.identifier)
    element(header, "datestamp", text.changed)
    for spec in text.sets if sets else ():
        element(header, "setSpec", spec)


def _list_records(provider: Provider, asked: dict[str, str]) -> etree._Element:
    """Return a page of records or of headers; the last page of several ends with an empty token."""
    verb, start, token = asked["verb"], 0, asked.get("resumptionToken")
    if token is not None:
        asked, start, checksum = _resumed(verb, token)
    else:
        checksum = ""
    _known_format(asked)
    texts = list(_chosen(provider, asked))
    state = hashlib.sha256(repr([(one.identifier, one.changed, one.withdrawn) for one in texts]).encode())
    if token is not None and (checksum != state.hexdigest()[:16] or not 0 < start < len(texts)):
        raise _Refused("badResumptionToken", "the feed has changed since this token was given: begin anew")
    if not texts:
        raise _Refused("noRecordsMatch", "no text answers this description")
    body = element(None, verb)
    page = 1 if verb == "ListRecords" and FORMATS[asked["metadataPrefix"]].alone else provider.page
    number = min(start + page, len(texts))
    for text in texts[start:number]:
        if verb == "ListRecords":
            record(body, text, asked["metadataPrefix"], provider.common)
        else:
            _header(body, text, True)
    if start or number < len(texts):
        more = number < len(texts)
        following = element(body, "resumptionToken", _token(asked, number, state.hexdigest()[:16]) if more else "")
        following.set("completeListSize", str(len(texts)))
        following.set("cursor", str(start))
    return body


def _chosen(provider: Provider, asked: dict[str, str]) -> Iterator[Text]:
    """Yield the texts that a request means, oldest first. A set holds what its subsets hold."""
    wanted = asked.get("set", "")
    if wanted and not provider.shelf.names:
        raise _Refused("noSetHierarchy", "these texts belong to no sets")
    for text in provider.shelf.texts:
        fits = not wanted or any(f"{spec}:".startswith(f"{wanted}:") for spec in text.sets)
        if fits and asked.get("from", "") <= text.changed <= asked.get("until", "9999-99-99"):
            yield text


def _token(asked: dict[str, str], start: int, state: str) -> str:
    question = {key: asked[key] for key in sorted(asked) if key != "resumptionToken"}
    return base64.urlsafe_b64encode(json.dumps([question, start, state], separators=(",", ":")).encode()).decode()


def _resumed(verb: str, token: str) -> tuple[dict[str, str], int, str]:
    """Return question, place and checksum of a token that ``_token`` has made. Raises _Refused for any other."""
    try:
        question, start, state = json.loads(base64.urlsafe_b64decode(token.encode("ascii")))
        asked = _understood(list(question.items()))
        if not (isinstance(start, int) and asked["verb"] == verb and "resumptionToken" not in asked):
            raise ValueError
    except (ValueError, TypeError, AttributeError, RecursionError, _Refused):
        raise _Refused("badResumptionToken", "this is no token of this feed for this verb") from None
    return asked, start, state


_BODIES: dict[str, Callable[[Provider, dict[str, str]], etree._Element]] = {
    "Identify": _identify,
    "ListMetadataFormats": list_formats,
    "ListSets": _list_sets,
    "ListIdentifiers": _list_records,
    "ListRecords": _list_records,
    "GetRecord": _get_record,
}
