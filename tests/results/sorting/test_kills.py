"""A sort and an undoing that are killed end as if they had never been; 200 times in `tests/soak`."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.images.order import file_position, input_position
from app.results.store import Store
from app.values import Method

from .conftest import World
from .kills import Killer

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="kill -9, and /dev/shm")]
KILLS = 10
FILES = 300


@pytest.fixture(params=["same", "other"])
def destination(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    if request.param == "same":
        yield tmp_path / "sorted"
        return
    folder = Path(f"/dev/shm/whatsit-kills-{os.getpid()}")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_sorts_that_are_killed_again_and_again(world: World, destination: Path) -> None:
    for number in range(FILES):
        world.picture(f"{number % 3}/{number // 3}.jpg", f"class {number % 5}", data=b"%d" % number * 500)
    store = world.base / "results.sqlite"
    with Store(store) as opened:
        method = Method("f" * 64, "builtin", "A model", "fp32", ("cat",))
        pen = opened.begin("key", "photos", [world.source], method)
        for number, outcome in enumerate(world.outcomes):
            pen.add(file_position(input_position(0), str(number)), outcome)
        pen.end(is_complete=True)
        before = [outcome.ref for outcome in opened.rows(1)]
    killer = Killer(world.source, store, world.base / "data", random.Random(3), longest=0.3)
    for part in range(1, 7):
        assert killer.there_and_back(destination, KILLS * part // 2), "the first half in this direction"
        if part > 1 and killer.kills >= KILLS // 2:
            break
    assert killer.lost == []
    assert killer.kills >= KILLS // 2, "most of them had ended already"
    with Store(store) as opened:
        assert [outcome.ref for outcome in opened.rows(1)] == before
