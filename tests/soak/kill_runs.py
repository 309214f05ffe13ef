"""Kill the real program in the midst of a run, go on, and compare with a run that nobody disturbed.

By hand: python tests/soak/kill_runs.py FOLDER… [--kills N] [--seed N]
Prints how far each life came, whether rows were lost from one to the next, and whether the two exports are the same.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument(
        "--longest", type=float, default=8.0, help="seconds that a life may take after it began to answer"
    )
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, folders = random.Random(options.seed), [str(folder.resolve()) for folder in options.folders]
    with tempfile.TemporaryDirectory() as place:
        killed, whole = f"{place}/killed", f"{place}/whole"
        least, lost = 0, False
        for number in range(options.kills):
            rows = life(folders, killed, chance.uniform(0, options.longest))
            lost |= rows < least
            least = rows
            print(f"kill {number + 1}: {rows} rows are kept", flush=True)
        for name in (killed, whole):
            command = [
                "classify",
                *folders,
                "--format",
                "jsonl",
                "--store",
                f"{name}.sqlite",
                "--output",
                f"{name}.jsonl",
            ]
            print(
                f"{Path(name).name}: exit status {whatsit(*command).wait()}, {digest(Path(f'{name}.jsonl'))}",
                flush=True,
            )
            whatsit("export", "last", "--store", f"{name}.sqlite", "--output", f"{name}.csv").wait()
        same = all(digest(Path(killed + end)) == digest(Path(whole + end)) for end in (".jsonl", ".csv"))
    print(f"rows lost from one life to the next: {'YES' if lost else 'none'}; exports the same: {same}")
    return int(lost or not same)


def whatsit(*words: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-m", "app", *words], env=environment, stderr=subprocess.DEVNULL)


def life(folders: list[str], store: str, seconds: float) -> int:
    """Let the program live for so long after its first rows are kept; how many rows there are after its death."""
    before = count(store)
    process = whatsit(
        "classify", *folders, "--format", "jsonl", "--store", f"{store}.sqlite", "--output", f"{store}.jsonl"
    )
    while count(store) <= before and process.poll() is None:
        time.sleep(0.02)
    time.sleep(seconds)
    process.kill()
    process.wait()
    return count(store)


def count(store: str) -> int:
    try:
        with sqlite3.connect(f"file:{store}.sqlite?mode=ro", uri=True) as database:
            return int(database.execute("select count(*) from entry").fetchone()[0])
    except sqlite3.Error:
        return 0


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16] if path.exists() else "absent"


if __name__ == "__main__":
    sys.exit(main())
