"""Measures the encoder against yardsticks of the same run and machine; prints a table in Markdown.

``python benchmarks/bench.py [--sizes 1,10,100] [--json]``; seconds mean little from one machine to the next,
the ratios mean much. Every number comes from a process of its own, so that memory is not shared; of several
rounds the best counts. REF is explained in ``reference.py``.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from texts import MEGABYTE, SEEDS, make_text

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
IMPORTS = "import click, lxml.etree, re2"

#: Rounds by megabytes: short measurements are repeated more often.
ROUNDS = {1: 7, 10: 3}

#: Megabytes that pandoc is asked to convert: it needs 1 GB and half a minute for 10 MB.
PANDOC_MOST = 10


def run(*command: object) -> tuple[str, float, int]:
    """Run a command; returns what it printed, its seconds and its peak memory in bytes."""
    begin = time.perf_counter()
    # Python keeps compiled modules for the next start, as it does for everybody, whoever runs the benchmark.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as printed:
        child = subprocess.Popen(
            [str(word) for word in command], stdout=printed, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL
        )
        # wait4 tells the peak of this one child; it cannot be below that of the process that started it,
        # which is why this one stays small.
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - begin
        if child.returncode != 0:
            sys.exit(f"bench: {' '.join(str(word) for word in command)} ended with {child.returncode}")
        printed.seek(0)
        unit = 1 if sys.platform == "darwin" else 1024
        return printed.read().decode(), seconds, used.ru_maxrss * unit


def one_size(megabytes: int, folder: Path) -> dict[str, float | None]:
    """Measure a text of one size: encoder, REF and pandoc, one after the other."""
    text, xml, rounds = folder / "minutes.txt", folder / "minutes.xml", ROUNDS.get(megabytes, 1)
    make_text(text, megabytes)
    printed, _, peak = run(sys.executable, HERE / "encoder.py", text, xml, rounds)
    ours = json.loads(printed)
    printed, _, ref_peak = run(sys.executable, HERE / "reference.py", xml, rounds)
    ref = json.loads(printed)
    row: dict[str, float | None] = {
        "megabytes": text.stat().st_size / MEGABYTE,
        "seconds": ours["seconds"],
        "first_round": ours["first"],
        "ref": ref["seconds"],
        "times_ref": ours["seconds"] / ref["seconds"],
        "peak": peak / MEGABYTE,
        "ref_peak": ref_peak / MEGABYTE,
        "pandoc": None,
        "pandoc_peak": None,
    }
    if megabytes <= PANDOC_MOST:
        import pypandoc  # type: ignore[import-untyped]

        pandoc = pypandoc.get_pandoc_path()
        _, row["pandoc"], pandoc_peak = run(
            pandoc, "-f", "markdown", "-t", "tei", "-s", text, "-o", folder / "pandoc.xml"
        )
        row["pandoc_peak"] = pandoc_peak / MEGABYTE
    return row


def one_seed(folder: Path, rounds: int = 7) -> dict[str, float]:
    """Measure the whole process for one short seed, against the imports that it cannot do without."""
    seed = next(SEEDS.glob("003_*.txt"))
    encode = (sys.executable, "-m", "tei_encoder", "encode", seed, "-o", folder / "seed")
    imports = (sys.executable, "-c", IMPORTS)
    pairs = [(run(*encode)[1], run(*imports)[1]) for _ in range(rounds)]
    ours, least = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
    return {"seconds": ours, "imports": least, "times_imports": ours / least}


def number(value: float | None, form: str, unit: str = "") -> str:
    return "–" if value is None else f"{value:{form}}{unit}"


def table(rows: list[dict[str, float | None]], seed: dict[str, float]) -> str:
    """Write the measurements as a table in Markdown."""
    lines = [
        "| text | encode + prove + validate | REF | × REF | MB/s | peak memory | REF's | pandoc | pandoc's |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        assert row["megabytes"] and row["seconds"]
        lines.append(
            f"| {row['megabytes']:.1f} MB | {row['seconds']:.2f} s | {number(row['ref'], '.2f', ' s')} "
            f"| **{number(row['times_ref'], '.2f')}** | {row['megabytes'] / row['seconds']:.1f} "
            f"| {number(row['peak'], '.0f', ' MB')} | {number(row['ref_peak'], '.0f', ' MB')} "
            f"| {number(row['pandoc'], '.1f', ' s')} | {number(row['pandoc_peak'], '.0f', ' MB')} |"
        )
    return "\n".join(
        [
            *lines,
            "",
            f"One seed of 8 kB, the whole process: {1000 * seed['seconds']:.0f} ms; "
            f'`python -c "{IMPORTS}"`: {1000 * seed["imports"]:.0f} ms; ratio {seed["times_imports"]:.2f}.',
        ]
    )


def main() -> None:
    command = argparse.ArgumentParser(description="Measure the encoder; prints a table in Markdown.")
    command.add_argument("--sizes", default="1,10,100", help="megabytes, with commas (default: 1,10,100)")
    command.add_argument("--json", action="store_true", help="print the numbers as JSON instead")
    chosen = command.parse_args()
    with tempfile.TemporaryDirectory() as name:
        rows = [one_size(int(size), Path(name)) for size in chosen.sizes.split(",")]
        seed = one_seed(Path(name))
    if chosen.json:
        print(json.dumps({"sizes": rows, "seed": seed}, indent=2))
    else:
        print(table(rows, seed))


if __name__ == "__main__":
    main()
