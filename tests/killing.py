"""Kills work in the middle, so that a test can look at what it leaves on the disk."""

import os
import signal
import sys
from collections.abc import Callable

#: What touches the disk, or asks the system to; Python tells of each before it does it ("audit events").
_TOUCHES = frozenset(
    ["open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.listdir", "ctypes.dlopen"]
)


def ends_before(moment: int, work: Callable[[], object]) -> bool:
    """Do work in another process that kills itself at the ``moment``-th thing that touches the disk (from 1).

    Returns whether the work came to its end before. Needs ``os.fork``.
    """
    child = os.fork()
    if child == 0:
        left = moment

        def count(event: str, _: tuple[object, ...]) -> None:
            nonlocal left
            if event in _TOUCHES:
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        work()
        os._exit(0)
    return os.WIFEXITED(os.waitpid(child, 0)[1])
