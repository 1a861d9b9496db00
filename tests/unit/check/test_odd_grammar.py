"""The customisation (ODD), made into a schema: it takes what ours takes, and nothing that is not TEI."""

from pathlib import Path

import pytest
from broken_twins import GRAMMAR, SAMPLE, twin
from judges import foreign_schema, jing
from lxml import etree
from odd_grammar import relaxng_of
from odd_reading import Guidelines
from random_documents import inventor

from tei_encoder.check.schemas import own
from tei_encoder.check.xml import parse_bytes, parse_file

ROOT = Path(__file__).resolve().parents[3]
TEXTS = [SAMPLE, *sorted((ROOT / "tests" / "golden").rglob("*.xml"))]
INVENTED = 300

#: Mistakes that an ODD lets pass: in it an element has one content and one set of attributes wherever it stands, no
#: attribute depends on another, and datatypes are those of TEI.
LOOSER = {
    "measure-without-type", "measure-without-figure", "outcome-on-a-chair-note", "two-kinds-of-date", "bare-who",
    "speech-in-the-foreword", "speech-in-a-section-before-the-minutes",
}  # fmt: skip


@pytest.fixture(scope="module")
def schema(guidelines: Guidelines, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("odd") / "odd.rng"
    relaxng_of(parse_file(own("minutes.odd")).getroot(), guidelines).write(str(path))
    return path


def test_it_takes_every_text(java: str, schema: Path) -> None:
    judge = etree.RelaxNG(etree.parse(str(schema)))
    assert [file.name for file in TEXTS if not judge.validate(parse_file(file))] == []
    assert jing(java, schema, *TEXTS) == []


def test_it_refuses_the_mistakes(schema: Path) -> None:
    judge = etree.RelaxNG(etree.parse(str(schema)))
    assert {name for name in GRAMMAR if judge.validate(parse_bytes(twin(name).encode(), name))} == LOOSER


def test_it_takes_whatever_the_grammar_allows(schema: Path) -> None:
    judge = etree.RelaxNG(etree.parse(str(schema)))
    for seed in range(INVENTED):
        tree = parse_bytes(inventor(own("minutes.rng")).document(seed, depth=7).encode(), seed)
        assert judge.validate(tree), judge.error_log


def test_whatever_it_allows_is_tei(java: str, schema: Path, tmp_path: Path) -> None:
    """A customisation only takes away: what the TEI calls *clean* (section 23.3)."""
    files = [tmp_path / f"{seed}.xml" for seed in range(INVENTED)]
    for seed, file in enumerate(files):
        file.write_text(inventor(schema).document(seed, depth=7), "utf-8")
    assert jing(java, schema, *files) == []
    assert jing(java, foreign_schema("tei_all"), *files) == []


def test_a_broken_twin_of_the_customisation_is_noticed(guidelines: Guidelines) -> None:
    """An element less, and the sample is refused; a heading wherever, and it is no longer TEI."""
    odd = parse_file(own("minutes.odd"))
    for content in odd.getroot().iterfind(".//{*}elementSpec[@ident='signed']/{*}content"):
        content[:] = [etree.Element(f"{content.tag.removesuffix('content')}empty")]
    assert not etree.RelaxNG(relaxng_of(odd.getroot(), guidelines)).validate(parse_file(SAMPLE))
