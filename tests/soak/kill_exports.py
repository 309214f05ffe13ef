"""Kill exports at random moments, and see that the file is the old one or the new one each time.

By hand: python tests/soak/kill_exports.py [--kills N] [--rows N] [--seed N]
Prints for each format how many kills met it while a part was being written, and how many came too late.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from tests.cli.exports import Exports, keep_run  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200, help="in all, over four formats")
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as place:
        keep_run(Path(place) / "results.sqlite", options.rows)
        for kind in ("csv", "jsonl", "xlsx", "parquet"):
            times = options.kills // 4
            parts, through = Exports(Path(place, "results.sqlite"), Path(place, f"rows.{kind}"), kind).killed(
                times, chance
            )
            print(f"{kind}: {times} kills, {parts} left a part, {through} came too late; never half a file", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
