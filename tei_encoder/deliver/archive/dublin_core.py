"""Dublin Core of a TEI document, for bags, feeds and DSpace: what ``xslt/dc.xsl`` makes of the header."""

from __future__ import annotations

from lxml import etree

from tei_encoder.deliver.transform import transform

DC = "http://purl.org/dc/elements/1.1/"


def dublin_core(tree: etree._ElementTree) -> bytes:
    """Return the record ``oai_dc:dc`` of a TEI document, as XML in UTF-8 that ends with a newline."""
    return transform(tree, "dc").rstrip(b"\n") + b"\n"


def elements(tree: etree._ElementTree) -> list[tuple[str, str]]:
    """Return the same record as pairs of an element's name (``title``, ``creator`` …) and its words, in their order."""
    record = etree.fromstring(dublin_core(tree))
    return [(etree.QName(one).localname, one.text or "") for one in record]
