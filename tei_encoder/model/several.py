"""Several pieces of work at once, each in a process of its own: what comes out does not depend on how many."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from tei_encoder.model.errors import LimitError

_Result = TypeVar("_Result")


def each(work: Callable[..., _Result], tasks: Sequence[tuple[Any, ...]], jobs: int) -> Iterator[Callable[[], _Result]]:
    """Do a piece of work for each task, ``jobs`` of them at a time; yield for each, in order, a function that waits.

    ``tasks`` are what ``work`` is called with. The function returns what ``work`` returns, or raises what it raises;
    LimitError when a process was killed (memory).
    """
    if min(jobs, len(tasks)) < 2:
        yield from (partial(work, *task) for task in tasks)
    else:
        yield from _in_processes(work, tasks, min(jobs, len(tasks)))


def _in_processes(
    work: Callable[..., _Result], tasks: Sequence[tuple[Any, ...]], jobs: int
) -> Iterator[Callable[[], _Result]]:
    from concurrent.futures import Future, ProcessPoolExecutor  # 20 ms that one text does not pay
    from concurrent.futures.process import BrokenProcessPool

    def result(done: Future[_Result]) -> _Result:
        try:
            return done.result()
        except BrokenProcessPool:
            message, cure = "the process that worked on it was killed, perhaps for want of memory", "try --jobs 1"
            raise LimitError("KILLED", message, cure) from None

    pool = ProcessPoolExecutor(jobs, initializer=_leave_interrupts)
    try:
        waiting = [pool.submit(work, *task) for task in tasks]
        yield from (partial(result, done) for done in waiting)
    finally:
        pool.shutdown(cancel_futures=True)  # what has been begun is finished, what is waiting is not


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the first process: it cancels what is waiting, and no text is left half done."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
