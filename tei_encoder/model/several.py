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
    from multiprocessing import active_children

    def result(done: Future[_Result]) -> _Result:
        try:
            return done.result()
        except BrokenProcessPool:
            message, cure = "the process that worked on it was killed, perhaps for want of memory", "try --jobs 1"
            raise LimitError("KILLED", message, cure) from None

    pool = ProcessPoolExecutor(jobs, initializer=_ignore, initargs=(signal.SIGINT, signal.SIGTERM))
    waiting = [pool.submit(_stoppable, work, task) for task in tasks]
    try:
        yield from (partial(result, done) for done in waiting)
    finally:  # at the end, or after Ctrl-C: then what is waiting is not begun, and what has been begun is given up
        pool.shutdown(wait=False, cancel_futures=True)
        while any(not one.done() for one in waiting) and (children := active_children()):
            for child in children:
                child.terminate()
                child.join(0.05)
        pool.shutdown()


def _ignore(*signals: int) -> None:
    """Leave Ctrl-C to the first process, which tells the others; they hear it while they work."""
    for one in signals:
        signal.signal(one, signal.SIG_IGN)


def _stoppable(work: Callable[..., _Result], task: tuple[Any, ...]) -> _Result:
    """Do a piece of work; told to stop, give it up as after Ctrl-C: nothing half-written stays behind."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return work(*task)
    finally:
        _ignore(signal.SIGTERM)
