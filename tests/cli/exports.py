"""Exports that are killed while they are written, for the tests and for `tests/soak`."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from app.models.builtin import builtin_model
from app.results.store import Store
from app.runs.request import method_of
from app.values import Classified, ImageRef, Prediction, Stamp

ROOT = Path(__file__).resolve().parents[2]
ROWS = 3000


def keep_run(path: Path, rows: int = ROWS) -> None:
    """A store with a run of many pictures, no two with the same answer."""
    chance, labels = random.Random(5), builtin_model().labels
    with Store(path) as store:
        pen = store.begin("key", "a run", [Path("/photos")], method_of("builtin", "cpu", "auto"))
        for number in range(rows):
            ref = ImageRef(Path(f"/photos/{number}.jpg"), stamp=Stamp(10, number))
            first = chance.randrange(900)
            answers = tuple(Prediction(first + k, labels[first + k].name, chance.random() / 2**k) for k in range(20))
            pen.add(number.to_bytes(4, "big"), Classified(ref, 40, 30, "builtin", "cpu", "fp32", answers))
        pen.end(is_complete=True)


@dataclass(frozen=True)
class Exports:
    """Exports of one format of a run over and over to one file.

    Attributes:
        store: where the run is.
        file: where the exports go.
        kind: the format.
    """

    store: Path
    file: Path
    kind: str

    def begin(self, top_k: int) -> subprocess.Popen[bytes]:
        """An export in a process of its own; another number of classes gives another file."""
        words = ["export", "last", "--store", str(self.store), "--format", self.kind, "--output", str(self.file)]
        return subprocess.Popen(
            [sys.executable, "-m", "app", *words, "--top-k", str(top_k)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
        )

    def whole(self, top_k: int) -> str:
        """What is in the file after an export that nobody disturbs."""
        with self.begin(top_k) as process:
            assert process.communicate(timeout=120)[1] == b""
        return self.content()

    def content(self) -> str:
        """The digest of what all programs see in the file."""
        content = self.file.read_bytes()
        if self.kind == "xlsx":  # says when it was made
            import zipfile

            with zipfile.ZipFile(self.file) as pack:
                content = b"".join(pack.read(name) for name in pack.namelist() if name != "docProps/core.xml")
        return hashlib.sha256(content).hexdigest()

    def parts(self) -> list[Path]:
        return list(self.file.parent.glob(f".{self.file.name}.*.part"))

    def killed(self, times: int, chance: random.Random) -> tuple[int, int]:
        """Kill exports at random moments; how many left a part, and how many had been through before.

        After each the file is the old one or the new one, and after one that nobody disturbs nothing else is left.
        """
        contents = [self.whole(20)]
        started = time.monotonic()
        contents.append(self.whole(19))
        longest = time.monotonic() - started
        assert contents[0] != contents[1]
        with_part = through = 0
        for number in range(times):
            with self.begin(20 - number % 2) as process:
                time.sleep(chance.uniform(longest / 4, longest))
                process.kill()
            through += process.returncode == 0
            with_part += len(self.parts())
            assert self.content() in contents, f"kill {number + 1} left half a file"
            for part in self.parts():  # what was just made could still be somebody's
                os.utime(part, (0, 0))
        assert self.whole(20) == contents[0]
        assert self.parts() == []
        return with_part, through
