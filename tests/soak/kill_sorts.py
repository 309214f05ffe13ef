"""Sort real folders by move and undo it, kill the real program in the midst, and compare with what was there before.

By hand: python tests/soak/kill_sorts.py FOLDER… [--kills N] [--longest SECONDS] [--seed N]
Works on a copy of the folders, there and back onto the same drive and onto another one (/dev/shm), until there were so
many kills. Prints each round, whether a file was missing after any kill, and whether all is as it was.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.results.sorting.conftest import tree  # noqa: E402
from tests.results.sorting.kills import Killer, contents, whatsit  # noqa: E402

OTHER_DRIVE = "/dev/shm"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument(
        "--longest", type=float, default=0.5, help="seconds that a life may take after it began to work"
    )
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as here, tempfile.TemporaryDirectory(dir=OTHER_DRIVE) as there:
        source = Path(here) / "source"
        for folder in options.folders:
            shutil.copytree(folder, source / folder.name, symlinks=True)
        return killed(options, source, (Path(here) / "sorted", Path(there) / "sorted"))


def killed(options: argparse.Namespace, source: Path, destinations: tuple[Path, Path]) -> int:
    store, data = source.parent / "results.sqlite", source.parent / "data"
    whatsit("classify", str(source), "--store", str(store), data=data).wait()
    before = tree(source)
    print(f"{sum(contents(before).values())} files", flush=True)
    killer = Killer(source, store, data, random.Random(options.seed), options.longest)
    same, number = True, 0
    while same and killer.kills < options.kills:
        same = killer.there_and_back(destinations[number % 2], options.kills) and tree(source) == before
        number += 1
        print(f"round {number}, {killer.kills} kills so far: as before: {same}", flush=True)
    print(f"{killer.kills} kills; files missing after one: {killer.lost or 'none'}; all as it was: {same}")
    return int(not same or bool(killer.lost))


if __name__ == "__main__":
    sys.exit(main())
