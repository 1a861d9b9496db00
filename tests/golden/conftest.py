"""The five seeds, encoded once for all tests here."""

import sys
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.app.corpus import encode_file

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))

if str(ROOT / "tests") not in sys.path:  # for ``judges``
    sys.path.insert(0, str(ROOT / "tests"))


@pytest.fixture(scope="session")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the TEI and the decisions of every seed."""
    folder = tmp_path_factory.mktemp("seeds")
    for seed in SEEDS:
        encode_file(seed, folder / f"{seed.stem}.xml")
    return folder


@pytest.fixture(scope="session")
def trees(encoded: Path) -> dict[str, etree._Element]:
    """Return the TEI of every seed by the three digits its name begins with."""
    return {file.name[:3]: etree.parse(file).getroot() for file in sorted(encoded.glob("*.xml"))}
