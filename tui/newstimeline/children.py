"""What every process that we start owes us: Ctrl-C is its parent's to handle, and it ends with its parent."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Let a process that starts now ignore Ctrl-C, which is its parent's to handle."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not the main thread, which alone may do this and alone is interrupted
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def end_with_parent() -> None:
    """Have this process end when its parent does: one that is killed can't end those that it started."""
    threading.Thread(target=_wait_for_parents_end, name="parent", daemon=True).start()


def _wait_for_parents_end() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
