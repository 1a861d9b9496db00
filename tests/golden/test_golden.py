"""What the seeds become, to the byte. ``make accept`` rewrites the files here; then read their difference."""

import difflib
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
NAMES = [f"{seed.stem}{end}" for seed in sorted(SEEDS.glob("*.txt")) for end in (".xml", ".decisions.jsonl")]


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_becomes_what_was_accepted(name: str, encoded: Path, request: pytest.FixtureRequest) -> None:
    found, golden = (encoded / name).read_bytes(), HERE / name
    if request.config.getoption("--accept"):
        golden.write_bytes(found)
    accepted = golden.read_bytes() if golden.is_file() else b""
    if found != accepted:
        pytest.fail(f"{difference(accepted, found, name)}\nWhere this is right: make accept", pytrace=False)


def difference(accepted: bytes, found: bytes, name: str, most: int = 60) -> str:
    """Return the first lines of a unified diff; what makes no line different shows as bytes."""
    old, new = (data.decode("utf-8", "backslashreplace").split("\n") for data in (accepted, found))
    lines = list(difflib.unified_diff(old, new, f"accepted/{name}", f"found/{name}", "", "", 1, ""))
    shown = [line if len(line) <= 200 else f"{line[:197]}..." for line in islice(lines, most)]
    if len(lines) > most:
        shown.append(f"... and {len(lines) - most} lines more")
    return "\n".join(shown)


def test_nothing_is_golden_that_is_not_made() -> None:
    assert sorted(NAMES) == sorted(file.name for file in HERE.iterdir() if file.suffix in (".xml", ".jsonl"))


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "COLUMNS": "40"},
    ],
)
def test_two_runs_give_identical_bytes(surroundings: dict[str, str], encoded: Path, tmp_path: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    subprocess.run(
        [sys.executable, "-m", "tei_encoder", "encode", str(SEEDS), "-o", "out"],
        cwd=tmp_path, env={**kept, "PYTHONPATH": str(SEEDS.parent), **surroundings}, check=True, timeout=120,
        capture_output=True,
    )  # fmt: skip
    made = {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}
    assert sorted(made) == sorted(NAMES)
    for name, data in made.items():
        if data != (encoded / name).read_bytes():
            pytest.fail(difference((encoded / name).read_bytes(), data, name), pytrace=False)
