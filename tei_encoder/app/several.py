"""Several texts at once, each in a process of its own: what is written does not depend on how many."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tei_encoder.app.corpus import Encoded, encode_file
from tei_encoder.model.errors import LimitError


def encode_all(texts: Sequence[tuple[Path, Path]], jobs: int, **options: Any) -> Iterator[Callable[[], Encoded]]:
    """Encode texts, ``jobs`` of them at a time; yield for each, in order, a function that waits for it.

    ``texts`` are pairs of a source and the name of its TEI file, ``options`` those of ``encode_file``. The function
    returns what ``encode_file`` returns, or raises what it raises; LimitError when a process was killed (memory).
    """
    if min(jobs, len(texts)) < 2:
        yield from (partial(encode_file, source, target, **options) for source, target in texts)
    else:
        yield from _in_processes(texts, min(jobs, len(texts)), options)


def _in_processes(
    texts: Sequence[tuple[Path, Path]], jobs: int, options: dict[str, Any]
) -> Iterator[Callable[[], Encoded]]:
    from concurrent.futures import Future, ProcessPoolExecutor  # 20 ms that one text does not pay
    from concurrent.futures.process import BrokenProcessPool

    def result(done: Future[Encoded]) -> Encoded:
        try:
            return done.result()
        except BrokenProcessPool:
            message, cure = "the process that encoded it was killed, perhaps for want of memory", "try --jobs 1"
            raise LimitError("KILLED", message, cure) from None

    pool = ProcessPoolExecutor(jobs, initializer=_leave_interrupts)
    try:
        waiting = [pool.submit(encode_file, source, target, **options) for source, target in texts]
        yield from (partial(result, done) for done in waiting)
    finally:
        pool.shutdown(cancel_futures=True)  # what has been begun is finished, what is waiting is not


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the first process: it cancels what is waiting, and no text is left half done."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
