"""Profiles with one mistake each: the first line says which line must be blamed, and with which words."""

import re
from pathlib import Path

import pytest

from tei_encoder.model.errors import ProfileError
from tei_encoder.rules.load import load

FOLDER = Path(__file__).resolve().parents[2] / "profiles"
BAD = sorted(FOLDER.glob("bad*.toml"))


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_a_mistake_in_a_profile_is_said_with_its_line_and_cure(file: Path, request: pytest.FixtureRequest) -> None:
    with pytest.raises(ProfileError) as caught:
        load(str(file))
    error = caught.value
    where = f"{Path(error.path).name}:" if Path(error.path) != file else ""
    found = f"{where}{error.line}: {error.code} {error.message}; {error.cure}"
    first, rest = file.read_bytes().split(b"\n", 1)
    if request.config.getoption("--accept"):
        first = f"# error: {found}".encode()
        file.write_bytes(first + b"\n" + rest)
    assert first.decode() == f"# error: {found}"
    assert error.exit_code == 4


def test_there_are_many_kinds_of_mistakes() -> None:
    codes = {re.search("PROFILE-[A-Z]+", file.read_bytes().split(b"\n")[0].decode())[0] for file in BAD}
    assert len(BAD) >= 40
    assert len(codes) >= 15


def test_mistakes_of_whole_files(tmp_path: Path) -> None:
    for name, said in (("no-such", "no profile"), ("no-such.toml", "no such profile file"), (str(tmp_path), "no such")):
        with pytest.raises(ProfileError, match=f"PROFILE-UNKNOWN.*{said}"):
            load(name)
    large = tmp_path / "large.toml"
    large.write_text("# words\n" * 200_000, encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        load(str(large))
    assert caught.value.code == "PROFILE-SIZE"
