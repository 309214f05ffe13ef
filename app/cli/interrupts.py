"""Ctrl+C and its relatives: a wish to stop, granted in good order."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import suppress
from pathlib import Path
from types import FrameType

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Interrupts:
    """Turns SIGINT, SIGTERM and SIGHUP into an orderly end while its block lasts.

    While a job answers (`patient`), the first signal only sets `stop`, and the job ends within a step. Elsewhere, or
    for who asks again, the signal is raised as KeyboardInterrupt, which unwinds and cleans up. Who asks once more
    leaves at once. A signal that was ignored when the program started stays ignored (`nohup`, `&` in a script).

    Attributes:
        stop: set as soon as a signal came.
        patient: whether the work looks at `stop` by itself.
        unfinished: files that are removed when the process leaves at once.
        status: the exit status that tells the signal (130 for SIGINT, 143 for SIGTERM).
    """

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.status = 128 + signal.SIGINT
        self.patient = False
        self.unfinished: list[Path] = []
        self._raised = False
        self._before: dict[int, object] = {}

    def __enter__(self) -> Interrupts:
        for number in _SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(self, *_: object) -> None:
        """Restore what was; but once a signal came the process is leaving, and more of them are only noise."""
        for number, before in self._before.items():
            signal.signal(number, signal.SIG_IGN if self.stop.is_set() else before)  # type: ignore[arg-type]

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if self._raised:
            for part in self.unfinished:
                with suppress(OSError):
                    os.unlink(part)
            os._exit(self.status)
        first = not self.stop.is_set()
        if first:
            self.status = 128 + number
        self.stop.set()
        if not (first and self.patient):
            self._raised = True
            raise KeyboardInterrupt
