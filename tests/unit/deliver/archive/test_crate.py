"""RO-Crate: roc-validator, in an environment of its own, accepts the crate in a bag and rejects broken twins."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from judges import environment

from tei_encoder.deliver.archive.bag import write_bag
from tei_encoder.deliver.archive.payload import Document

from .conftest import ARCHIVE, DAY

ASK = Path(__file__).with_name("ask_rocrate.py")
NAME = "ro-crate-metadata.json"


@pytest.fixture(scope="session")
def issues() -> Callable[[Path], str]:
    """Return what roc-validator has to say about a folder, nothing if it is a crate."""
    python = environment("rocrate", "roc-validator==0.13.*", "rocrate==0.16.*")

    def ask(folder: Path) -> str:
        done = subprocess.run([python, str(ASK), str(folder)], capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0 or done.stdout, done.stderr
        return done.stdout

    return ask


def test_the_crate_of_the_seeds_is_one(bag: Path, issues: Callable[[Path], str]) -> None:
    assert issues(bag) == ""


def test_every_file_of_the_payload_is_described_and_every_encoding_told(bag: Path, seeds: list[Document]) -> None:
    graph = json.loads((bag / NAME).read_text(encoding="utf-8"))["@graph"]
    by_id = {one["@id"]: one for one in graph}
    lying = {path.relative_to(bag).as_posix() for path in (bag / "data").rglob("*") if path.is_file()}
    assert lying == {one["@id"] for one in graph if one["@type"] == "File"}
    assert len(by_id) == len(graph), "an entity is told twice"
    told = [one for one in graph if one["@type"] == "CreateAction"]
    assert len(told) == len(seeds) and all(one["object"] and len(one["result"]) == 2 for one in told)

    def pointers(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [value["@id"]] if set(value) == {"@id"} else [x for one in value.values() for x in pointers(one)]
        return [x for one in value for x in pointers(one)] if isinstance(value, list) else []

    assert not {one for one in pointers(graph) if one not in by_id and not one.startswith("https://w3id.org/ro/crate")}


@pytest.mark.parametrize("spoil", ["no day", "a file that is not there", "no root"])
def test_the_judge_rejects_a_broken_twin(
    made: Callable[..., Document], tmp_path: Path, issues: Callable[[Path], str], spoil: str
) -> None:
    twin = tmp_path / "twin"
    write_bag([made()], twin, ARCHIVE, DAY)
    crate = json.loads((twin / NAME).read_text(encoding="utf-8"))
    if spoil == "no day":
        next(one for one in crate["@graph"] if one["@id"] == "./").pop("datePublished")
    elif spoil == "no root":
        crate["@graph"] = [one for one in crate["@graph"] if one["@id"] != "./"]
    else:
        next((twin / "data" / "source").glob("*.txt")).unlink()
    (twin / NAME).write_text(json.dumps(crate), encoding="utf-8")
    assert issues(twin)
