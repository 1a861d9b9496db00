"""E-ARK SIPs: eark-validator, in an environment of its own, finds structure, schema and rules kept, but for one.

SIP14 wants a ``NOTETYPE`` in no namespace on the note of the creator; the METS schema allows none there, and CSIP16
wants ``csip:NOTETYPE``. Both cannot be had.
"""

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from judges import environment
from lxml import etree

from tei_encoder.deliver.archive.eark import METS, XLINK, write_sips
from tei_encoder.deliver.archive.payload import Document
from tei_encoder.encode.facts import Facts
from tei_encoder.model.errors import StorageError

from .conftest import ARCHIVE, DAY

ASK = Path(__file__).with_name("ask_eark.py")
CONTRADICTORY = {"SIP14"}


@pytest.fixture(scope="session")
def errors() -> Callable[[Path], set[str]]:
    """Return the rules that a package breaks, ``structure`` and ``schema`` among them."""
    python = environment("eark", "eark-validator==1.1.3")

    def ask(folder: Path) -> set[str]:
        done = subprocess.run([python, str(ASK), str(folder)], capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        report: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        found = {"structure"} if report["structure"]["status"] != "WellFormed" else set()
        metadata = report["metadata"]
        if metadata is None:  # there is no METS file to look at
            return found | {"schema"}
        found |= {"schema"} if metadata["schema_results"]["status"] != "VALID" else set()
        for one in metadata["schematron_results"]["messages"]:
            found |= {one["rule_id"]} if one["severity"] == "Error" else set()
        return found

    return ask


@pytest.fixture(scope="session")
def sips(seeds: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("eark") / "sips"
    write_sips(seeds, target, ARCHIVE, DAY)
    return target


def test_a_seed_is_accepted(sips: Path, errors: Callable[[Path], set[str]]) -> None:
    assert errors(sips / "001_87887ad7eafea529") <= CONTRADICTORY


@pytest.mark.parametrize(
    ("old", "new", "broken"),
    [
        (' OBJID="[^"]*"', "", "CSIP1"),
        ("RECORDSTATUS", "RECORDSTATE", "schema"),
        ('USE="Schemas"', 'USE="Rules"', "CSIP113"),
        ("Textual works – Digital", "Minutes", "CSIP2"),
    ],
)
def test_the_judge_rejects_a_broken_twin(
    sips: Path, tmp_path: Path, errors: Callable[[Path], set[str]], old: str, new: str, broken: str
) -> None:
    twin = tmp_path / "twin"
    shutil.copytree(sips / "002_4d82de240656c414", twin)
    mets = (twin / "METS.xml").read_text(encoding="utf-8")
    (twin / "METS.xml").write_text(re.sub(old, new, mets), encoding="utf-8")
    assert broken in errors(twin)


def test_a_package_without_mets_is_no_package(sips: Path, tmp_path: Path, errors: Callable[[Path], set[str]]) -> None:
    shutil.copytree(sips / "002_4d82de240656c414", tmp_path / "twin")
    (tmp_path / "twin" / "METS.xml").unlink()
    assert "structure" in errors(tmp_path / "twin")


def test_every_file_is_listed_with_its_checksum(sips: Path, seeds: list[Document]) -> None:
    for one in seeds:
        sip = sips / one.tei.stem
        listed = {}
        for mets in sip.rglob("METS.xml"):
            for node in etree.parse(str(mets)).iter(f"{{{METS}}}file", f"{{{METS}}}mdRef"):
                located = node.find(f"{{{METS}}}FLocat")
                href = (node if located is None else located).get(f"{{{XLINK}}}href", "")
                listed[(mets.parent / href).relative_to(sip).as_posix()] = node.get("CHECKSUM")
        lying = {path.relative_to(sip).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
                 for path in sip.rglob("*") if path.is_file()}  # fmt: skip
        del lying["METS.xml"]
        assert listed == lying
        assert lying[f"representations/source/data/{one.source.name}"] == one.told.source_sha256


def test_packages_replace_packages_and_nothing_else(made: Callable[..., Document], tmp_path: Path) -> None:
    write_sips([made("one")], tmp_path / "sips", Facts(), DAY)
    write_sips([made("two")], tmp_path / "sips", Facts(), DAY)
    assert [sip.name for sip in (tmp_path / "sips").iterdir()] == ["two"]
    (tmp_path / "sips" / "thesis.txt").write_text("years of work")
    with pytest.raises(StorageError) as caught:
        write_sips([made("one")], tmp_path / "sips", Facts(), DAY)
    assert caught.value.code == "IN-THE-WAY"


def test_texts_whose_names_become_one_are_all_there(
    made: Callable[..., Document], tmp_path: Path, errors: Callable[[Path], set[str]]
) -> None:
    """Names that are the same but for case, or for how an accent is written."""
    names = [("é", "texts"), ("e\u0301", "texts"), ("Board", "texts"), ("board", "other")]
    write_sips([made(name, f"BERG: {name}.\n", folder) for name, folder in names], tmp_path / "sips", ARCHIVE, DAY)
    found = sorted((tmp_path / "sips").iterdir())
    sources = {next((sip / "representations/source/data").glob("*.txt")).read_text(encoding="utf-8") for sip in found}
    assert len({sip.name.casefold() for sip in found}) == 4 and sources == {f"BERG: {name}.\n" for name, _ in names}
    assert all(errors(sip) <= CONTRADICTORY for sip in found)
