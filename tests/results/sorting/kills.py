"""Kill `whatsit sort` and `whatsit undo` at random moments, again and again, and see what is left."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from .conftest import Tree, tree

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Killer:
    """Sorts a folder there and back, and is killed meanwhile.

    Attributes:
        source: the folder that the pictures of the run lie in.
        store: the results store with the run.
        data: the user's data folder.
        longest: seconds that a life may take after it began to work; fewer as soon as one ended before its kill.
        kills: how many lives were ended before their time.
        lost: what was missing after one of them.
    """

    source: Path
    store: Path
    data: Path
    chance: random.Random
    longest: float
    kills: int = 0
    lost: list[str] = field(default_factory=list)

    def there_and_back(self, destination: Path, most: int) -> bool:
        """Move into `destination` and undo that, with kills until there were `most`; whether all is as it was."""
        before = tree(self.source)
        self._until_done(["sort", "last", "--into", str(destination), "--move"], destination, before, most)
        moved = contents(tree(destination))
        self._until_done(["undo"], destination, before, most)
        return moved != Counter() and tree(self.source) == before and not destination.exists()

    def _until_done(self, words: list[str], destination: Path, before: Tree, most: int) -> None:
        while True:
            is_killed = self._life(words, kill=self.kills < most)
            left = contents(before) - contents(tree(self.source)) - contents(tree(destination))
            self.lost += [f"{each} after {self.kills} kills" for each in left]
            if not is_killed:
                return
            self.kills += 1

    def _life(self, words: list[str], *, kill: bool) -> bool:
        """Whether it was killed; on a fast machine some lives end before, and the next ones are given less time."""
        began = self._changes()
        process = whatsit(*words, *(["--store", str(self.store)] if words[0] == "sort" else []), data=self.data)
        if kill:
            while process.poll() is None and self._changes() == began:
                time.sleep(0.001)
            time.sleep(self.chance.uniform(0, self.longest))
            process.kill()
        status = process.wait()
        was_undone = words[0] == "undo" and status == 2  # and was killed before it could say so
        if status not in (0, 1, -9) and not was_undone:
            raise RuntimeError(f"{words} ended with {status}")
        if kill and status != -9:
            self.longest /= 2
        return status == -9

    def _changes(self) -> list[tuple[str, int]]:
        """What tells that work has begun: the journals change."""
        sorts = self.data / "whatsit" / "sorts"
        changes: list[tuple[str, int]] = []
        for path in sorted(sorts.glob("*.sort*")) if sorts.is_dir() else []:
            with suppress(FileNotFoundError):  # some are gone as soon as they were seen
                changes.append((path.name, path.stat().st_mtime_ns))
        return changes


def contents(found: Tree) -> Counter[object]:
    """The digests of files; a part that is not whole has one that nothing else has."""
    return Counter(about[1] for about in found.values() if len(about) == 4)


def whatsit(*words: str, data: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(data)}
    nowhere = subprocess.DEVNULL
    return subprocess.Popen([sys.executable, "-m", "app", *words], env=environment, stdout=nowhere, stderr=nowhere)
