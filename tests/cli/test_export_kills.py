"""An export that is killed leaves the old file or the new one, never half of one; 200 times in `tests/soak`."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from .exports import Exports, keep_run

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="kill -9")]
KILLS = 5


@pytest.mark.parametrize(("kind", "rows"), [("csv", 3000), ("jsonl", 3000), ("xlsx", 800), ("parquet", 3000)])
def test_an_export_that_is_killed_leaves_no_half_a_file(tmp_path: Path, kind: str, rows: int) -> None:
    keep_run(tmp_path / "results.sqlite", rows)
    (tmp_path / "exports").mkdir()
    exports = Exports(tmp_path / "results.sqlite", tmp_path / "exports" / f"rows.{kind}", kind)
    exports.killed(KILLS, random.Random(3))
