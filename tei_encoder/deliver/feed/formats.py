"""The formats in which a text is described to harvesters: Dublin Core, DataCite, and the whole TEI document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from tei_encoder.check.xml import parse_bytes
from tei_encoder.deliver.archive.datacite import datacite
from tei_encoder.deliver.archive.description import completed, describe
from tei_encoder.deliver.archive.dublin_core import dublin_core
from tei_encoder.deliver.archive.extras import needed
from tei_encoder.deliver.feed.shelf import Text
from tei_encoder.encode.facts import Facts
from tei_encoder.model.tei import NAMESPACE

_DATACITE = "http://datacite.org/schema/kernel-4"


@dataclass(frozen=True, slots=True)
class Format:
    """A format of records: its prefix, the address of its schema, its namespace, and what makes a record of a text.

    ``alone``: two records cannot stand in one XML document. Every TEI document has an ``xml:id="encoder"``; an XML
    document with two of them is refused by the parsers that many harvesters are built on.
    """

    prefix: str
    schema: str
    namespace: str
    record: Callable[[Text, Facts], etree._Element]
    alone: bool = False


def _oai_dc(text: Text, common: Facts) -> etree._Element:
    return parse_bytes(dublin_core(completed(text.tree(), common))).getroot()


def _tei(text: Text, _: Facts) -> etree._Element:
    return text.tree().getroot()


def _datacite(text: Text, common: Facts) -> etree._Element:
    """Make DataCite XML; DataCite wants an identifier, which for a text without a DOI is that of the feed."""
    needed("datacite")
    told = describe(completed(text.tree(), common))
    root: etree._Element = needed("datacite.schema45").dump_etree(datacite(told, text.changed))
    if root.find(f"{{{_DATACITE}}}identifier") is None:
        kind = text.identifier.partition(":")[0].upper() if text.identifier.startswith("urn:") else "URL"
        identifier = etree.Element(f"{{{_DATACITE}}}identifier", identifierType=kind)
        identifier.text = text.identifier
        root.insert(0, identifier)
    return root


#: All formats, by their prefixes.
FORMATS = {
    one.prefix: one
    for one in (
        Format(
            "oai_dc",
            "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
            "http://www.openarchives.org/OAI/2.0/oai_dc/",
            _oai_dc,
        ),
        Format("tei", "https://www.tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd", NAMESPACE, _tei, True),
        Format("datacite", "http://schema.datacite.org/meta/kernel-4.5/metadata.xsd", _DATACITE, _datacite),
    )
}
