"""What Distributed Text Services offer: texts, in collections that are the folders they lie in, as DTS 1.0 tells them.

The collections are those sets of the shelf that are folders (``corpus:out``, ``corpus:out:board``); above them stands
one that holds them all, whose name is its own address.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any
from urllib.parse import quote, urlencode

from lxml import etree

from tei_encoder.deliver.archive.description import completed
from tei_encoder.deliver.archive.dublin_core import elements
from tei_encoder.deliver.feed.citations import shape, ways_to_cite
from tei_encoder.deliver.feed.shelf import Shelf, Text
from tei_encoder.encode.facts import Facts

#: What each service takes, by its path below the entry.
TAKES = {
    "": "",
    "/collection": "id nav",
    "/navigation": "resource ref start end down tree",
    "/document": "resource ref start end tree mediaType",
}
#: The formats in which a text is given, the ordinary one first.
TEI, PLAIN = "application/tei+xml", "text/plain"
_VERSION = "1.0"


@dataclass(frozen=True)
class Library:
    """The texts of a shelf, what all of them are called together, and the address of the entry.

    ``common`` is what holds for all texts whose headers are silent.
    """

    shelf: Shelf
    name: str
    url: str
    common: Facts = field(default_factory=Facts)

    @property
    def root(self) -> str:
        """The collection that holds all others."""
        return f"{self.url}/collection"

    @cached_property
    def folders(self) -> dict[str, str]:
        """The other collections and their titles, in order; none without a text in it, or in a folder in it."""
        inside = {_folder(text) for text in self.shelf.texts if not text.withdrawn} - {""}
        every = {above for one in inside for above in accumulate(one.split(":"), "{}:{}".format)} - {"corpus"}
        return {one: self.shelf.names[one] for one in sorted(every)}

    def text(self, identifier: str) -> Text | None:
        """Return the text of this name; what is withdrawn is not there."""
        found = self.shelf.by_id.get(identifier)
        return None if found is None or found.withdrawn else found

    def members(self, collection: str) -> list[str]:
        """Return the names of the collections and texts in a collection, collections first."""
        texts = sorted(one.identifier for one in self.shelf.texts if not one.withdrawn)
        return [one for one in [*self.folders, *texts] if self.parents(one) == [collection]]

    def parents(self, identifier: str) -> list[str]:
        """Return the name of the collection that a collection or a text lies in; the root lies in none."""
        if identifier == self.root:
            return []
        text = self.text(identifier)
        above = _folder(text) if text else identifier.rpartition(":")[0]
        return [above if above in self.folders else self.root]

    def template(self, path: str, **known: str) -> str:
        """Return an address with open arguments (RFC 6570); those that are ``known`` are filled in."""
        rest = ",".join(name for name in TAKES[path].split() if name not in known)
        return f"{self.url}{path}" + (f"?{urlencode(known, quote_via=quote)}{{&{rest}}}" if known else f"{{?{rest}}}")

    def listed(self, identifier: str) -> dict[str, Any]:
        """Return what a list says of a collection or a text."""
        text = self.text(identifier)
        parents = len(self.parents(identifier))
        if text is not None:
            document = self.template("/document", resource=identifier)
            return told(
                "Resource", identifier, title=text.title or identifier, totalParents=parents, totalChildren=0,
                collection=self.template("/collection", id=identifier),
                navigation=self.template("/navigation", resource=identifier),
                document=document, download=document.partition("{")[0],
            )  # fmt: skip
        known = {} if identifier == self.root else {"id": identifier}
        return told(
            "Collection", identifier, title=self.folders.get(identifier, self.name), totalParents=parents,
            totalChildren=len(self.members(identifier)), collection=self.template("/collection", **known),
        )  # fmt: skip

    def described(self, text: Text, tree: etree._ElementTree) -> dict[str, Any]:
        """Return all that is told of a text: Dublin Core, the ways to cite it, and what formats there are."""
        about: dict[str, list[str]] = {}
        for name, words in elements(completed(tree, self.common)):
            about.setdefault(name, []).append(words)
        trees = [
            {"@type": "CitationTree", **({"identifier": name} if name else {}), "citeStructure": shape(way)}
            for name, way in ways_to_cite(tree).items()
        ]
        more = {"dublinCore": about, "mediaTypes": [TEI, PLAIN], "citationTrees": trees}
        return self.listed(text.identifier) | more


def told(kind: str, identifier: str, **more: Any) -> dict[str, Any]:
    """Return what DTS says of anything: what it is called, of what kind it is, and more."""
    return {"@id": identifier, "@type": kind, "dtsVersion": _VERSION, **more}


def _folder(text: Text) -> str:
    return next((spec for spec in text.sets if spec.startswith("corpus:")), "")
