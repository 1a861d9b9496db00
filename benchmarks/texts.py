"""Makes long texts from the seeds: the same minutes again and again, so that only the length differs."""

from pathlib import Path

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
MEGABYTE = 1_000_000


def make_text(path: Path, megabytes: int) -> None:
    """Write a text of at least so many megabytes: line-oriented minutes (seeds 001 and 003), repeated."""
    sources = [next(SEEDS.glob(f"{number}_*.txt")) for number in ("001", "003")]
    minutes = b"".join(source.read_bytes() + b"\n\n" for source in sources)
    with path.open("wb") as text:
        while text.tell() < megabytes * MEGABYTE:
            text.write(minutes)
