"""Work in a thread of its own: what comes of it, comes back."""

import threading

import pytest

from tei_encoder.app.beside import Beside


def test_what_the_work_returns() -> None:
    assert Beside(lambda: threading.current_thread() is threading.main_thread()).result() is False


def test_what_the_work_raises_is_raised_where_the_result_is_asked_for() -> None:
    def fail() -> int:
        raise ValueError("no")

    work = Beside(fail)
    work.join()
    with pytest.raises(ValueError, match="no"):
        work.result()


def test_both_go_on_at_the_same_time() -> None:
    going_on = threading.Event()
    work = Beside(lambda: going_on.wait(10))
    going_on.set()
    assert work.result()
