"""A tagging that is killed leaves whole sidecars, and all of them come back; 200 times in `tests/soak`."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from app.results.tags.xmp import with_tags

from .conftest import inventory
from .kills import killed, whole
from .samples import NAMES, sample

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="kill -9")]
KILLS = 20
PICTURES = 120


def test_a_tagging_that_is_killed_again_and_again_can_be_taken_back(tmp_path: Path) -> None:
    folder, journal, chance = tmp_path / "pictures", tmp_path / "tags.sqlite", random.Random(11)
    kinds: dict[str, bytes | None] = {}
    folder.mkdir()
    for number in range(PICTURES):
        name = f"{number:03}.jpg"
        (folder / name).write_bytes(name.encode())
        kinds[f"{name}.xmp"] = sample(NAMES[number % 6]) if number % 6 < 5 else None
        if kinds[f"{name}.xmp"] is not None:
            (folder / f"{name}.xmp").write_bytes(kinds[f"{name}.xmp"] or b"")
    before, words, struck = inventory(folder), ["lynx", "puma & co", ""], 0
    for number in range(KILLS):
        struck += killed(folder, journal, words[number % 3], chance, 0.15)
        found = inventory(folder)
        for name, content in kinds.items():
            possible = [content, *(with_tags(content, [word]) for word in words if word)]
            assert found.get(name) in possible, "neither old nor new"
    assert struck > KILLS // 4, "most of them had ended already"
    whole(folder, journal, "lynx")
    assert all(b"lynx" in (content or b"") for name, content in inventory(folder).items() if name.endswith(".xmp"))
    whole(folder, journal, "")
    assert inventory(folder) == before
