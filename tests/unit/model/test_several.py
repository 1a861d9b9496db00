"""Several texts at a time give what one after the other gives: the same files, the same errors, in the same order."""

import os
import pickle
import signal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tei_encoder.app.corpus import encode_file
from tei_encoder.deliver.render import render
from tei_encoder.model.errors import InputError, LimitError, TeiEncoderError
from tei_encoder.model.several import each

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
    texts = [(folder / name, out / f"{name}.xml") for name in TEXTS]
    for result in each(partial(encode_file, date="2026-11-22"), texts, jobs):
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


def rendered(folder: Path, jobs: int) -> tuple[dict[str, bytes], list[Path], list[str]]:
    """Make the edition; return the files that came out, the first pages, and what was wrong."""
    out, wrong = folder / f"site{jobs}", []
    pages = render(sorted(folder.glob("*.xml")), out, lambda error: wrong.append(str(error)), jobs=jobs)
    files = {str(file.relative_to(out)): file.read_bytes() for file in out.rglob("*") if file.is_file()}
    return files, [page.relative_to(out) for page in pages], wrong


def test_the_number_of_jobs_changes_nothing_in_an_edition(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        if text:
            encode_file(tmp_path / name, tmp_path / f"{name}.xml")
    (tmp_path / "not.xml").write_text("<p>no TEI</p>", encoding="utf-8")
    one, three = rendered(tmp_path, 1), rendered(tmp_path, 3)
    assert one == three
    assert len(one[0]) > 50 and len(one[1]) == 4 and "not.xml" in one[2][0]


def test_an_error_comes_from_another_process_as_it_was() -> None:
    error = InputError("NO-TEXT", "nothing in it", "choose another", path="a.txt", line=3, column=4)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is InputError and str(again) == str(error) and again.exit_code == 3


def dies(*_arguments: Any, **_options: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed in a way that Windows does not know")
def test_a_process_that_is_killed_is_one_clear_error() -> None:
    results = list(each(dies, [("a",), ("b",)], 2))
    with pytest.raises(LimitError, match="killed"):
        results[0]()
