"""Die, or fail, at the n-th call that changes something, for every n: each sidecar is old or new, and comes back."""

from __future__ import annotations

import builtins
import errno
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.results.tags import journal as journal_module

from .conftest import Desk, Told, answered, inventory
from .samples import sample

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="kill -9")]
LAST = 400  # more calls than there are
OUR_CALLS = ("fsync", "chmod", "replace", "unlink")


class Faults:
    """Counts calls of the system and statements of SQLite; the n-th one kills this process or raises."""

    def __init__(self, at: int, code: int | None) -> None:
        self.at, self.code, self.count = at, code, 0

    def hit(self) -> None:
        self.count += 1
        if self.count == self.at:
            if self.code is None:
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(self.code, os.strerror(self.code))

    def around(self, call: Callable[..., object]) -> Callable[..., object]:
        def wrapped(*values: object, **named: object) -> object:
            self.hit()
            result = call(*values, **named)
            if self.code is None:
                self.hit()  # right after it, too
            return result

        return wrapped

    def install(self) -> None:
        for name in OUR_CALLS:
            setattr(os, name, self.around(getattr(os, name)))
        builtins.open = self.around(builtins.open)  # type: ignore[assignment]
        real = journal_module.open_database

        def watched(*values: object, **named: object) -> tuple[sqlite3.Connection, Path | None]:
            database, aside = real(*values, **named)  # type: ignore[arg-type]
            if self.code is None:
                database.set_trace_callback(lambda _: self.hit())
            return database, aside

        journal_module.open_database = watched  # type: ignore[assignment]


def survived(work: Callable[[], object], at: int, code: int | None) -> bool:
    """Whether a child that does the work with this fault lived to its end, having met it or not."""
    child = os.fork()
    if child == 0:
        try:
            faults = Faults(at, code)
            faults.install()
            work()
            os._exit(0 if faults.count < at else 1)
        finally:
            os._exit(3)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, 1, -signal.SIGKILL), status
    return status == 0


class Scene:
    """Three pictures: one with a sidecar of its own, one without, one that was tagged before."""

    def __init__(self, folder: Path) -> None:
        (folder / "pictures").mkdir(parents=True)
        self.desk = Desk(folder / "pictures", folder / "data" / "tags.sqlite")
        self.paths = [
            self.desk.picture("a.jpg", sample("digikam")),
            self.desk.picture("b.jpg"),
            self.desk.picture("c.jpg", sample("exiftool")),
        ]
        self.plain = inventory(self.desk.folder)
        self.desk.tag(answered(self.paths[2], "puma"))
        self.before = inventory(self.desk.folder)

    def tag(self) -> Told:
        return self.desk.tag(*(answered(path, "lynx & co") for path in self.paths))

    def untag(self) -> Told:
        return self.desk.untag(*(answered(path, "x") for path in self.paths))


def is_between(found: dict[str, bytes | None], one: dict[str, bytes | None], other: dict[str, bytes | None]) -> bool:
    """Whether every file is as it was before or as it shall be after."""
    names = {name for name in (found.keys() | one.keys() | other.keys()) if not name.endswith(".part")}
    return all(found.get(name) in (one.get(name), other.get(name)) for name in names)


@pytest.mark.parametrize("code", [None, errno.ENOSPC, errno.EIO], ids=["kill -9", "disk full", "input/output error"])
@pytest.mark.parametrize("doing", ["tag", "untag"])
def test_at_every_call(memory: Path, doing: str, code: int | None) -> None:
    whole = Scene(memory / "whole")
    whole.tag()
    tagged = inventory(whole.desk.folder)
    assert tagged["b.jpg.xmp"]
    for at in range(1, LAST):
        scene = Scene(memory / str(at))
        if doing == "untag":
            scene.tag()
        start = inventory(scene.desk.folder)
        is_over = survived(getattr(scene, doing), at, code)
        found = inventory(scene.desk.folder)
        assert is_between(found, start, tagged if doing == "tag" else scene.plain), at
        if at % 2:  # it goes on …
            scene.tag()
            assert inventory(scene.desk.folder) == tagged, at
        told = scene.untag()  # … or back
        assert told.refusals == [], at
        assert inventory(scene.desk.folder) == scene.plain, at
        if is_over:
            break
    assert is_over, "it never ran to its end"
    assert at > 10, "the faults were not met"
