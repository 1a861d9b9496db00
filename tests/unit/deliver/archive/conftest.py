"""Documents to be packaged: the five seeds, and a text of one line under the oddest name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tei_encoder.app.corpus import encode_file
from tei_encoder.app.package import checked
from tei_encoder.deliver.archive.bag import write_bag
from tei_encoder.deliver.archive.payload import Document
from tei_encoder.encode.facts import Facts

ROOT = Path(__file__).resolve().parents[4]
DAY = "2026-11-22"
ARCHIVE = Facts(title="Five texts of 1917", publisher="City Archive", note="Minutes and speeches.")
UNKNOWN = Facts(publisher="City Archive", unknown=("title", "author"))


def looked_at(tei: Path, common: Facts = ARCHIVE) -> Document:
    """Check a TEI file as the command line does; nothing may be wrong with it."""
    document, wrong = checked(tei, common)
    assert document is not None, [str(one) for one in wrong]
    return document


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    """The five seeds, encoded and looked at."""
    folder = tmp_path_factory.mktemp("seeds")
    (folder / "sources").symlink_to(ROOT / "seeds")
    (folder / "out").mkdir()
    found = []
    for source in sorted((folder / "sources").glob("*.txt")):
        tei = folder / "out" / f"{source.stem}.xml"
        encode_file(source, tei, date=DAY)
        found.append(looked_at(tei))
    return found


@pytest.fixture(scope="session")
def bag(seeds: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds in one bag."""
    target = tmp_path_factory.mktemp("bags") / "bag"
    write_bag(seeds, target, ARCHIVE, DAY)
    return target


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Document]:
    """Encode a text of one line, or another, under the name that a test wants; looked at."""

    def make(name: str = "board", text: str = "BERG: I open the session.\n", folder: str = "texts") -> Document:
        home = tmp_path / folder
        home.mkdir(exist_ok=True)
        source = home / f"{name}.txt"
        source.write_text(text, encoding="utf-8")
        encode_file(source, home / f"{name}.xml", profile="minutes-en", date=DAY)
        return looked_at(home / f"{name}.xml", UNKNOWN)

    return make
