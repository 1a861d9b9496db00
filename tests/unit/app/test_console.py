"""Manners at the terminal: tables, counting, parameters."""

from pathlib import Path

import pytest

from tei_encoder.app.console import Tally, pairs, table, versions
from tei_encoder.model.errors import InputError, LimitError, UsageError


def test_columns_of_numbers_stand_flush_right() -> None:
    assert table([("name", "words"), ("a", "1,200"), ("bcdef", "9")]) == "name   words\na      1,200\nbcdef      9\n"


def test_no_blanks_at_the_ends_of_lines() -> None:
    assert table([("a", "long head"), ("b", "c")]) == "a  long head\nb  c\n"


def test_the_first_error_decides_and_the_others_are_done(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally("doing", 4)
    done = []
    for number, error in enumerate([None, LimitError("L", "large"), InputError("I", "bad"), None]):
        with tally.step(Path(f"{number}.txt")):
            if error:
                raise error
            done.append(number)
    tally.report()
    assert (tally.exit_code, tally.good, done) == (6, 2, [0, 3])
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        "1.txt: error: L large", "2.txt: error: I bad", "2 of 4 failed; the others are done",
    ]  # fmt: skip


def test_where_all_fail_there_are_no_others(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally("doing", 2)
    for name in ("a.txt", "b.txt"):
        with tally.step(Path(name)):
            raise InputError("I", "bad")
    tally.report()
    assert capsys.readouterr().err.splitlines()[-1] == "2 of 2 failed"


def test_findings_are_exit_code_1() -> None:
    tally = Tally("doing", 1)
    with tally.step(Path("a")):
        tally.found(Path("a"))
    assert (tally.exit_code, tally.good) == (1, 0)


def test_parameters() -> None:
    assert pairs(["a=1", "b=x=y", "c="]) == {"a": "1", "b": "x=y", "c": ""}
    for wrong in ("a", "=1", "", "a b=x", " a=x", "1=x", "-a=x", "a:b=x"):
        with pytest.raises(UsageError):
            pairs([wrong])


def test_versions_name_what_matters_for_the_results() -> None:
    assert [line.split()[0] for line in versions().splitlines()][:3] == ["tei-encoder", "python", "lxml"]
