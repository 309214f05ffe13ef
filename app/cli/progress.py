"""What is going on, on stderr while somebody looks at it."""

from __future__ import annotations

import sys
import threading
from typing import TextIO

from tqdm import tqdm

from app.cli.terminal import is_terminal, say


class _Bar(tqdm):  # type: ignore[misc]
    monitor_interval = 0  # no thread of its own


class Progress:
    """One line that tells the phase of the work, gone when the work is over; silent where stderr is no terminal."""

    def __init__(self) -> None:
        _Bar.set_lock(threading.RLock())  # tqdm's own is made for processes too, and leaves a helper process behind
        self._silent = not is_terminal(sys.stderr)
        self._bar: _Bar | None = None
        self._words = ""

    def count(self, words: str) -> None:
        """A phase whose end is not known: words, and how many so far."""
        self._phase(desc=words, bar_format="{desc}… {n_fmt}")

    def wait(self, words: str) -> None:
        """A phase without numbers."""
        self._phase(desc=words, bar_format="{desc}…")

    def measure(self, words: str, total: int, done: int = 0) -> None:
        """A phase of `total` pictures, of which some are `done`: a bar with rate and time left."""
        left = "{desc} {percentage:3.0f}% |{bar}| {n_fmt}/{total_fmt}, {rate_fmt}, {remaining} left"
        self._phase(desc=words, total=total, initial=done, unit=" pictures", bar_format=left)

    def measure_bytes(self, words: str, done: int, total: int | None) -> None:
        """So much of a file: a bar with rate and time left, or without an end while that is not known."""
        if self._silent:
            return
        if self._bar is None or (self._words, self._bar.total) != (words, total) or done < self._bar.n:
            left = "{desc} {percentage:3.0f}% |{bar}| {n_fmt}B/{total_fmt}B, {rate_fmt}, {remaining} left"
            shape = left if total else "{desc}… {n_fmt}B, {rate_fmt}"
            self._phase(desc=words, total=total, initial=done, unit="B", unit_scale=True, bar_format=shape)
            self._words = words
        elif done > self._bar.n:
            self._bar.update(done - self._bar.n)

    def advance(self, pictures: int = 1) -> None:
        """So many more are done in this phase."""
        if self._bar is not None:
            self._bar.update(pictures)

    def write(self, text: str, file: TextIO) -> None:
        """Write complete lines to `file`, above the line of progress if both are on a terminal."""
        if self._silent or not is_terminal(file):
            file.write(text)
        else:
            _Bar.write(text, file=file, end="")

    def say(self, sentence: str) -> None:
        """One line on stderr, above the line of progress."""
        if self._silent:
            say(sentence)
        else:
            _Bar.write(sentence, file=sys.stderr)

    def close(self) -> None:
        """The phase is over; its line goes."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _phase(self, **options: object) -> None:
        self.close()
        self._bar = _Bar(disable=self._silent, leave=False, dynamic_ncols=True, **options)
