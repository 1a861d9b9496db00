"""Several texts at a time give what one after the other gives: the same files, the same errors, in the same order."""

import os
import pickle
import signal
from pathlib import Path
from typing import Any

import pytest

from tei_encoder.app import several
from tei_encoder.app.several import encode_all
from tei_encoder.model.errors import InputError, LimitError, TeiEncoderError

TEXTS = {
    "oran.txt": "SESSION OF MAY 3, 1921\n\nORAN: I open the session.\n\nVIK: Proposes that we begin.\n",
    "empty.txt": "",
    "hall.txt": "The hall was cold. Nobody had lit the stove.\n",
    "vote.txt": "RIIS: Moves to adjourn.\n\nFor – 12; against – 3.\n",
}


def written(folder: Path, jobs: int) -> tuple[dict[str, bytes], list[str]]:
    """Encode the texts; return the files that came out, and what each text gave."""
    out = folder / str(jobs)
    out.mkdir()
    said = []
    for result in encode_all([(folder / name, out / f"{name}.xml") for name in TEXTS], jobs, date="2026-11-22"):
        try:
            said.append(result().profile)
        except TeiEncoderError as error:
            said.append(str(error))
    return {file.name: file.read_bytes() for file in out.iterdir()}, said


def test_the_number_of_jobs_changes_nothing(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    one, three = written(tmp_path, 1), written(tmp_path, 3)
    assert one == three
    assert len(one[0]) == 2 * (len(TEXTS) - 1) and "EMPTY" in one[1][1]


def test_an_error_comes_from_another_process_as_it_was() -> None:
    error = InputError("NO-TEXT", "nothing in it", "choose another", path="a.txt", line=3, column=4)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is InputError and str(again) == str(error) and again.exit_code == 3


def dies(*_arguments: Any, **_options: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed in a way that Windows does not know")
def test_a_process_that_is_killed_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several, "encode_file", dies)
    results = list(encode_all([(tmp_path / "a.txt", tmp_path / "a.xml"), (tmp_path / "b.txt", tmp_path / "b.xml")], 2))
    with pytest.raises(LimitError, match="killed"):
        results[0]()
