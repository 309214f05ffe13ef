"""Threads beside the window's own, which give way to it."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QThread

NICENESS = 5  # where a process of its own standing has 0: measured by tests/benchmarks/bench_folder.py


class Background(QThread):
    """A thread that gives way to the window: when all cores are busy, whoever moves the mouse goes first.

    Subclasses override `work`; as it is, it runs an event loop.
    """

    def work(self) -> None:
        """What is done in the thread."""
        self.exec()

    # Qt overrides

    def run(self) -> None:
        _give_way()
        self.work()


def _give_way() -> None:
    """On Linux Qt's priorities mean nothing, but each thread has a niceness, which those it starts inherit."""
    if sys.platform.startswith("linux"):
        os.setpriority(os.PRIO_PROCESS, 0, max(NICENESS, os.getpriority(os.PRIO_PROCESS, 0)))
    else:
        QThread.currentThread().setPriority(QThread.Priority.LowPriority)
