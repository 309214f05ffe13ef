"""Whatever happens at whichever call of the file system: no file is lost, none overwritten, and all can be undone.

Every change of a journal is to be on the disk before the next one, and there are tens of thousands: so all but the
other drive lies in memory.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from app.results.sorting.work import go_on
from app.values import Way

from .crashes import begun
from .faults import FAULTS
from .kills import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="fork, and /dev/shm as another drive"),
]
Crash = Callable[..., None]


@pytest.fixture
def crash(tmp_path: Path, memory: Path) -> Crash:
    """Goes through one case; its process ends with what was lost or left."""

    def crash(doing: str, way: Way, how: str, drive: str = "same", tier: str = "links") -> None:
        folders = [memory, *([tmp_path] if drive == "other" else [])]
        command = [sys.executable, "-m", "tests.results.sorting.crashes", doing, tier, way.value, how, *folders]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    return crash


CASES = [
    *((Way.MOVE, drive, how) for drive in ("same", "other") for how in FAULTS),
    *((Way.COPY, "same", how) for how in ("kill", "full")),
    (Way.LINK, "same", "kill"),
]


@pytest.mark.parametrize(("way", "drive", "how"), CASES, ids=lambda each: getattr(each, "value", each))
def test_no_file_is_ever_lost(crash: Crash, way: Way, drive: str, how: str) -> None:
    crash("sort", way, how, drive)


@pytest.mark.parametrize("drive", ["same", "other"])
@pytest.mark.parametrize("tier", ["renames", "claims"])
def test_nor_where_there_are_no_hard_links(crash: Crash, tier: str, drive: str) -> None:
    crash("sort", Way.MOVE, "kill", drive, tier)


@pytest.mark.parametrize("drive", ["same", "other"])
@pytest.mark.parametrize("how", FAULTS)
def test_undoing_can_be_interrupted_too(crash: Crash, drive: str, how: str) -> None:
    crash("undo", Way.MOVE, how, drive)


@pytest.mark.parametrize("drive", ["same", "other"])
@pytest.mark.parametrize("tier", ["renames", "claims"])
def test_undoing_without_hard_links(crash: Crash, tier: str, drive: str) -> None:
    crash("undo", Way.MOVE, "kill", drive, tier)


def test_undoing_copies(crash: Crash) -> None:
    crash("undo", Way.COPY, "kill")


@pytest.mark.parametrize("how", ["EIO", "full"])
def test_a_plan_changes_nothing(crash: Crash, how: str) -> None:
    crash("plan", Way.MOVE, how)


def test_going_on_twice_changes_nothing(tmp_path: Path) -> None:
    world = begun(tmp_path, tmp_path / "sorted")
    world.sort(Way.MOVE)
    after = world.trees()
    assert list(go_on(world.journal, None, Event()))
    assert world.trees() == after
