"""The OAI static repository: the whole feed as one file, for places without a server.

Somebody else's gateway reads it from a web server and answers harvesters in its place (OAI static repository, version
2.0). Such a file knows no sets and no deleted records: what has been withdrawn is left out. Nor does it hold
whole TEI documents, of which one file can hold only one (``Format.alone``).
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from tei_encoder.deliver.atomic import Writer
from tei_encoder.deliver.feed.formats import FORMATS
from tei_encoder.deliver.feed.oai import OAI, XSI, Provider, element, identity, list_formats, record
from tei_encoder.model.errors import UsageError

STATIC = "http://www.openarchives.org/OAI/2.0/static-repository"

_TOGETHER = [prefix for prefix, one in FORMATS.items() if not one.alone]


def write_static(provider: Provider, out: Path) -> int:
    """Write the file, record by record; returns the number of texts in it.

    The same texts give the same bytes. Raises UsageError NOTHING-LEFT where all texts are withdrawn, StorageError.
    """
    texts = [text for text in provider.shelf.texts if not text.withdrawn]
    if not texts:
        raise UsageError("NOTHING-LEFT", "all texts are withdrawn", "a static repository holds one record at least")
    with Writer(out) as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<Repository xmlns="{STATIC}" xmlns:oai="{OAI}" xmlns:xsi="{XSI}" '
            f'xsi:schemaLocation="{STATIC} http://www.openarchives.org/OAI/2.0/static-repository.xsd">\n'
        )
        about = etree.Element("Identify")
        identity(about, provider, "no")
        file.write(_inside("Identify", about))
        file.write(_inside("ListMetadataFormats", list_formats(provider, {}, _TOGETHER)))
        for prefix in _TOGETHER:
            file.write(f'<ListRecords metadataPrefix="{prefix}">\n')
            for text in texts:
                body = element(None, "ListRecords")
                record(body, text, prefix, provider.common, sets=False)
                file.write(_children(body))
            file.write("</ListRecords>\n")
        file.write("</Repository>\n")
        file.commit()
    return len(texts)


def _inside(name: str, body: etree._Element) -> bytes:
    return f"<{name}>\n".encode() + _children(body) + f"</{name}>\n".encode()


def _children(body: etree._Element) -> bytes:
    return b"".join(etree.tostring(one, encoding="UTF-8") + b"\n" for one in body)
