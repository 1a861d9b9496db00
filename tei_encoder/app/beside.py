"""Beside: one piece of work in a thread of its own, for work that does not need Python's lock."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Beside(Thread, Generic[T]):
    """Does ``work`` beside whatever else is done; begun at once.

    Used for libxml2, which reads and validates without Python. (``concurrent.futures`` can do the same and takes longer
    to import than a short text to encode.)
    """

    def __init__(self, work: Callable[[], T]) -> None:
        super().__init__(daemon=True)
        self._work = work
        self._done: list[T] = []
        self._failed: BaseException | None = None
        self.start()

    def run(self) -> None:
        """Do the work and keep what comes of it."""
        try:
            self._done.append(self._work())
        except BaseException as error:  # raised again where the result is asked for
            self._failed = error

    def result(self) -> T:
        """Wait for the end; return what the work returned, raise what it raised."""
        self.join()
        if self._failed is not None:
            raise self._failed
        return self._done[0]
