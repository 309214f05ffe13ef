"""Fail, or die, at the n-th call of the file system."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from app.results.sorting import exclusive, placing
from app.results.sorting.journal import Journal

CHANGING = (
    *("link", "unlink", "fsync", "rename", "replace", "mkdir", "rmdir", "chmod", "utime", "chown", "symlink", "open"),
    "ftruncate",
)
LOOKING = ("read", "stat", "lstat", "fstat", "readlink", "scandir")
KILL = "kill -9"
FAULTS = {"kill": KILL, "full": errno.ENOSPC, "EIO": errno.EIO, "read-only": errno.EROFS}
_Prepared = TypeVar("_Prepared")


def ended(prepare: Callable[[], _Prepared], work: Callable[[_Prepared], object], number: int, how: str | int) -> int:
    """Do the work in a child whose call of this number kills it, or fails with the error `how`.

    What it needs is prepared there too, before anything fails.

    Returns:
        How many calls there were, if the work came to an end before that number; else 0.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            calls = _Calls(number, how)
            tell = os.write
            prepared = prepare()
            calls.wrap()
            work(prepared)
            tell(writer, b"%d" % calls.count if calls.count < number else b"0")
            calls.real_exit(0)
        except BaseException:
            import traceback

            traceback.print_exc()
            os._exit(9)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        text = told.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in ((-signal.SIGKILL, 0) if how == KILL else (0,)), f"at call {number} ({how}): {status}"
    return int(text or b"0")


class _Calls:
    def __init__(self, number: int, how: str | int) -> None:
        self.count = 0
        self.real_exit = os._exit
        self._number = number
        self._how = how

    def wrap(self) -> None:
        for name in (*CHANGING, *(LOOKING if self._how != KILL else ())):
            setattr(os, name, self._wrapped(getattr(os, name)))
        os.write = self._writing(os.write)  # type: ignore[assignment]
        for module in (placing, exclusive):
            module.rename_exclusively = self._wrapped(module.rename_exclusively)  # type: ignore[attr-defined]
        Journal._write = self._around(Journal._write)  # type: ignore[method-assign]

    def _hit(self) -> None:
        self.count += 1
        if self.count == self._number:
            if self._how == KILL:
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(self._how, os.strerror(int(self._how)))

    def _wrapped(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*values: Any, **named: Any) -> Any:
            self._hit()
            return real(*values, **named)

        return call

    def _around(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """A change of the journal: before it is on the disk, and after."""

        def call(journal: Journal, *changes: Any) -> Any:
            if self._how == KILL:
                self._hit()
            elif self.count + 1 == self._number:
                self.count += 1
                from app.results.sorting.journal import journal_errors

                with journal_errors(journal.path):
                    raise OSError(self._how, os.strerror(int(self._how)))
            else:
                self.count += 1
            result = real(journal, *changes)
            if self._how == KILL:
                self._hit()
            return result

        return call

    def _writing(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """Half of what is to be written arrives."""

        def call(descriptor: int, data: bytes) -> int:
            self._hit()
            half = real(descriptor, data[: len(data) // 2]) if len(data) > 1 else 0
            self._hit()
            return int(half + real(descriptor, data[half:]))

        return call


def without_hard_links() -> None:
    """In this process file systems know no hard links."""

    def link(*_values: object, **_named: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    os.link = link  # type: ignore[assignment]


def without_exclusive_rename() -> None:
    """Nor a rename that replaces nothing."""

    def rename(*_values: object) -> None:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    placing.rename_exclusively = rename  # type: ignore[attr-defined]


def stolen_placeholder(data: bytes) -> Callable[[Any, Path], None]:
    """An `os.replace` that fails after somebody has put a file of their own in the place of the empty one."""
    real = os.replace

    def replace(_held: Any, target: Path) -> None:
        theirs = target.with_name("theirs")
        theirs.write_bytes(data)
        real(theirs, target)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    return replace
