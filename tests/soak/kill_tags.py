"""Kill a tagging and its removal at random moments, and compare every file with how it was.

By hand: python tests/soak/kill_tags.py [--kills N] [--pictures N] [--seed N]
Prints how many were still at work when they were killed, and whether all files came back byte for byte.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.results.tags.conftest import inventory  # noqa: E402
from tests.results.tags.kills import killed, whole  # noqa: E402
from tests.results.tags.samples import NAMES, sample  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--pictures", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as place:
        folder, journal = Path(place, "pictures"), Path(place, "tags.sqlite")
        folder.mkdir()
        for number in range(options.pictures):
            (folder / f"{number:05}.jpg").write_bytes(b"picture %d" % number)
            if kind := number % (len(NAMES) + 1):
                (folder / f"{number:05}.jpg.xmp").write_bytes(sample(NAMES[kind - 1]))
        before = inventory(folder)
        words = ("lynx", "puma & co", "")
        struck = sum(killed(folder, journal, words[life % 3], chance, 0.4) for life in range(options.kills))
        whole(folder, journal, "")
        same = inventory(folder) == before
    print(f"{options.kills} lives, {struck} of them killed at work; all {len(before)} files as they were: {same}")
    return int(not same)


if __name__ == "__main__":
    sys.exit(main())
