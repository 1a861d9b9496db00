"""What PREMIS and RO-Crate say of formats, fido (in an environment of its own) says, too, by looking at the bytes."""

import csv
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from judges import environment

from tei_encoder.deliver.archive.payload import Part

#: A bag has many files of a kind; one is enough.
SAMPLES = ("data/tei/*.xml", "data/tei/minutes.odd", "data/source/*.txt", "data/html/index.html", "metadata/names.csv")


@pytest.fixture(scope="session")
def identified() -> Callable[[Path], set[str]]:
    """Return the keys in PRONOM that fido finds for a file."""
    python = environment("fido", "opf-fido==1.6.1", "setuptools<81")

    def ask(file: Path) -> set[str]:
        command = [python, "-m", "fido.fido", "-q", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return {row[2] for row in csv.reader(done.stdout.splitlines()) if row and row[0] == "OK"}

    return ask


@pytest.mark.parametrize("pattern", SAMPLES)
def test_fido_says_what_we_say(bag: Path, identified: Callable[[Path], set[str]], pattern: str) -> None:
    file = sorted(bag.glob(pattern))[0]
    told = Part(file.name, "", "", "", 0, "", "").format[2]
    assert told in identified(file)


def test_fido_sees_what_is_no_tei(bag: Path, tmp_path: Path, identified: Callable[[Path], set[str]]) -> None:
    tei = sorted((bag / "data" / "tei").glob("*.xml"))[0].read_text(encoding="utf-8")
    twin = tmp_path / "twin.xml"
    twin.write_text(tei.replace("http://www.tei-c.org/ns/1.0", "http://example.org/"), encoding="utf-8")
    assert "fmt/1476" not in identified(twin)
