"""Makes ``judges``, ``broken_twins`` and ``random_documents`` importable, and the TEI itself at hand."""

import sys
from pathlib import Path

import pytest

for folder in (Path(__file__).parent, Path(__file__).resolve().parents[2]):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))


@pytest.fixture(scope="session")
def guidelines():
    """Return the TEI itself, from ``p5subset.xml`` beside ``tei_all``; without it the test cannot be run."""
    from judges import foreign_schema, unlooked
    from odd_reading import Guidelines

    path = foreign_schema("tei_all").with_name("p5subset.xml")
    if not path.is_file():
        unlooked("p5subset.xml is not beside tei_all.rng")
    return Guidelines(path)
