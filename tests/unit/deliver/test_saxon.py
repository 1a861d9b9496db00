"""Two processors, one result: what libxslt makes of our stylesheets, Saxon makes, too.

Text must be equal byte by byte. XML and HTML are parsed and compared as trees: where attributes stand, how a tag is
closed and which entity is used is the serialiser's own affair.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from judges import unlooked
from lxml import etree, html

from tei_encoder.deliver.edition.compose import compose
from tei_encoder.deliver.stylesheets import load_stylesheet
from tei_encoder.deliver.transform import transform, transform_pages
from tei_encoder.model.places import data_folder

HERE = Path(__file__).parent
SAMPLES = (HERE / "sample.xml", HERE.parents[1] / "samples" / "everything.xml")
TEXTS = ("text", "markdown", "tsv-speeches", "tsv-votes", "json")


class Saxon:
    """Runs a stylesheet over a file by SaxonC-HE."""

    def __init__(self, processor: Any) -> None:
        self._xslt = processor.new_xslt30_processor()
        self._processor = processor

    def __call__(self, tei: Path, sheet: Path, params: dict[str, str]) -> str:
        run = self._xslt.compile_stylesheet(stylesheet_file=str(sheet))
        for name, value in params.items():
            run.set_parameter(name, self._processor.make_string_value(value))
        return str(run.transform_to_string(source_file=str(tei)))


@pytest.fixture(scope="session")
def saxon() -> Iterator[Saxon]:
    try:
        from saxonche import PySaxonProcessor
    except ImportError:
        unlooked("saxonche is not installed")
    with PySaxonProcessor(license=False) as processor:
        yield Saxon(processor)


def same(name: str, ours: bytes, other: str) -> bool:
    """Say whether two results are the same, in the way that suits what the stylesheet makes."""
    if name in TEXTS:
        return ours == other.encode()
    if name.startswith("html"):
        return tree_of_html(ours) == tree_of_html(other.encode())
    return etree.canonicalize(ours.decode()) == etree.canonicalize(other)


def tree_of_html(page: bytes) -> list[Any]:
    """Return what a page says: its elements in order, their attributes and their text; of a pre each blank."""
    found: list[Any] = []
    for element in html.document_fromstring(page).iter():
        # libxslt writes open="open", Saxon open.
        attributes = {key: value or key for key, value in element.attrib.items() if element.tag != "meta"}
        texts = [" ".join((text or "").split()) for text in (element.text, element.tail)]
        if element.tag != "meta" or element.get("name"):
            found.append((str(element.tag), attributes, texts))
    return found


@pytest.mark.parametrize("tei", SAMPLES, ids=lambda tei: tei.stem)
@pytest.mark.parametrize(
    ("name", "params"),
    [
        *((name, {}) for name in (*TEXTS, "dc", "parla-clarin")),
        ("text", {"speakers": "no", "readings": "corrected"}),
        ("markdown", {"title": "no", "speakers": "no"}),
        ("tsv-votes", {"decisions": "yes", "break": " | "}),
        ("dc", {"identifier": "https://example.org/<&>"}),
    ],
    ids=lambda one: one if isinstance(one, str) else "-".join(one),
)
def test_saxon_makes_the_same(saxon: Saxon, tei: Path, name: str, params: dict[str, str]) -> None:
    ours = transform(tei, name, params)
    assert same(name, ours, saxon(tei, data_folder("xslt") / f"{name}.xsl", params))


def test_saxon_makes_the_same_edition(saxon: Saxon, tmp_path: Path) -> None:
    edition = compose(SAMPLES[0], [("files/sample.xml", "tei", "application/tei+xml")])
    tree = tmp_path / "edition.xml"
    tree.write_bytes(etree.tostring(edition.tree))
    sheet = data_folder("xslt") / "site.xsl"
    assert len(edition.pages) > 7
    asked = [{"page": one.key, "lang": "ru" if one.key == "index" else ""} for one in edition.pages]
    for params, ours in zip(asked, transform_pages(edition.tree, load_stylesheet("site"), asked), strict=True):
        assert same("html", ours, saxon(tree, sheet, params)), params


@pytest.mark.parametrize("name", ["text", "dc", "html"])
def test_the_comparison_can_fail(name: str) -> None:
    """Broken twins: one word, one blank of a text, one attribute is another."""
    ours = transform(SAMPLES[0], name)
    text = ours.decode()
    assert same(name, ours, text)
    for old, new in {
        "text": (("the ", "a "), ("\n\n", "\n")),
        "dc": (("</dc:title>", ".</dc:title>"), ("<dc:title>", "<dc:title id='a'>")),
        "html": (('class="speaker"', 'class="voice"'), ("</b>", ".</b>"), ("<h1", "<h1 lang='de'")),
    }[name]:
        assert old in text
        assert not same(name, ours, text.replace(old, new, 1))
