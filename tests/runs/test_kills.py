"""A run that is killed loses a second's work at most, and ends as if it had never been; 200 times in `tests/soak`."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from PIL import Image

from app.results.rows import json_line
from app.results.store import Store

from .kills import begin, killed

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="kill -9")]
KILLS = 12


def test_a_run_that_is_killed_again_and_again_ends_like_any_other(tmp_path: Path) -> None:
    folder, chance = tmp_path / "pictures", random.Random(7)
    for number in range(400):
        path = folder / f"{number % 7}" / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (1 + number % 50, 1 + number // 50), "#806040").save(path)
    (folder / "bad.png").write_bytes(b"\x89PNG")
    before = 0
    for _ in range(KILLS):
        told = killed(tmp_path / "killed.sqlite", folder, chance, 0.4)
        with Store(tmp_path / "killed.sqlite") as store:
            assert store.moved_aside is None
            (run,) = store.runs()
            count = sum(1 for _ in store.rows(run.id))
        assert count >= before, "what was written stays written"
        before = count
        if told is None:
            break
    assert before > 0, "some of them left something"
    for name in ("killed", "whole"):
        with begin(tmp_path / f"{name}.sqlite", folder) as process:
            assert process.communicate(timeout=120)[0]
            assert process.returncode == 0
    assert rows(tmp_path / "killed.sqlite") == rows(tmp_path / "whole.sqlite")


def rows(path: Path) -> list[str]:
    with Store(path) as store:
        (run,) = store.runs()
        assert run.ended is not None
        found = [json_line(outcome) for outcome in store.rows(run.id)]
    assert len(found) == 401
    return found
