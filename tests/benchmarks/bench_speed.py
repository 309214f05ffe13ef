"""How fast the program is, beside what a user would take instead and beside what the machine allows.

By hand: python tests/benchmarks/bench_speed.py [--photos DIR] [--rows NAME,...] [--out FILE] [--quick]

Rows:
  photos    a folder of real pictures, on the command line, beside timm's loader and the Hugging Face pipeline
  camera    the same with pictures of 12 megapixels
  resnet50  the real pictures with ResNet-50 (random weights)
  drop      one picture dropped on the window, warm
  cold      from a bare process to the first answer, beside importing torch and torchvision
  memory    the most memory of a run, beside the process with the model loaded
  scores    the usual precision beside exact scores, and both beside timm's network after torchvision's transforms
  scaling   the rate and the memory of folders of 1 to 10,000 pictures (--long: 100,000), and of fewer cores
  profile   where each millisecond of a picture goes
  gpu       where there is one: the forward pass beside torch's own ways, and a folder beside decoding on every core

Rates are (N - 1) ÷ (time of N - time of one) of whole processes; everything takes turns, and medians count. The machine
should have nothing else to do. The peers live in an environment of their own over this one (--peers DIR keeps it for
the next time), with the same torch. Rows that need real pictures are left out without --photos. --quick tries all of
it out with few pictures and one round: its numbers mean nothing.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from speed.bench import Bench, Skipped
from speed.environment import Peers
from speed.machine import described
from speed.processes import Broken
from speed.rows import camera, cold, drop, gpu, memory, photos, profile, resnet50, scaling, scores
from speed.table import Findings, summary

EACH = (photos, camera, resnet50, drop, cold, memory, scores, scaling, profile, gpu)
ROWS: dict[str, Callable[[Bench], Findings]] = {row.__name__.rpartition(".")[2]: row.measure for row in EACH}


def main() -> None:
    options = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # takes the folder away
    with tempfile.TemporaryDirectory(prefix="whatsit-bench-") as folder:
        bench = Bench(
            photos=options.photos.resolve() if options.photos else None,
            pictures=options.pictures or (64 if options.quick else 1000),
            rounds=options.rounds or (1 if options.quick else 3),
            work=Path(folder),
            peers_folder=options.peers.resolve() if options.peers else Path(folder, "peers"),
            is_quick=options.quick,
            is_long=options.long,
        )
        machine = described(peers_of(bench))
        print(machine, flush=True)
        found: dict[str, Findings | str] = {}
        for name in options.rows:
            found[name] = measured(name, bench)
            print(f"\n## {name}\n\n{found[name]}", flush=True)
            if options.out:
                options.out.write_text(report(machine, found), encoding="utf-8")
    print(f"\n{overview(found)}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=Path, metavar="DIR", help="a folder of real JPEGs of about 500 x 375 pixels")
    parser.add_argument("--rows", type=rows, default=tuple(ROWS), metavar="NAME,...", help="default: all")
    parser.add_argument("--pictures", type=int, metavar="N", help="in rows about rates; default: 1000")
    parser.add_argument("--rounds", type=int, metavar="N", help="default: 3")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="the peers' environment, kept there")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write all tables there too, as markdown")
    parser.add_argument("--quick", action="store_true", help="few pictures and one round")
    parser.add_argument("--long", action="store_true", help="the sizes that take an hour, too")
    return parser.parse_args()


def rows(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if strange := [name for name in names if name not in ROWS]:
        raise argparse.ArgumentTypeError(f"no such row: {', '.join(strange)}; there are {', '.join(ROWS)}")
    return names


def peers_of(bench: Bench) -> Peers | None:
    try:
        return bench.peers
    except Broken as broken:
        print(f"There is no environment for the peers: {broken}")
    return None


def measured(name: str, bench: Bench) -> Findings | str:
    """What a row found out, or why it found out nothing."""
    try:
        return ROWS[name](bench)
    except Skipped as skipped:
        return f"Skipped: {skipped}."
    except Broken as broken:
        return f"Broken off: {broken}"


def overview(found: dict[str, Findings | str]) -> str:
    """All comparisons in one table, and what was left out."""
    each = [comparison for row in found.values() if isinstance(row, Findings) for comparison in row.comparisons]
    rest = [f"* {name}: {row}\n" for name, row in found.items() if isinstance(row, str)]
    return summary(each) + "".join(["\n", *rest] if rest else [])


def report(machine: str, found: dict[str, Findings | str]) -> str:
    details = [f"## {name}\n\n{row}" for name, row in found.items()]
    return "\n".join(["# Speed\n", machine, overview(found), *details])


if __name__ == "__main__":
    main()
