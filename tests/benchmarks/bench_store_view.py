"""How soon the table of a long run is there, and how smooth it scrolls, sorts and filters.

By hand: python tests/benchmarks/bench_store_view.py [--rows N] [--store FILE]

A run of made-up outcomes (seeded) is written by the store's own pen, then read by a process of its own as the window
reads it. Of every query: milliseconds to its first page where that is cheap, to count and to number its rows, of the
slowest of 50 pages of 500 rows at random places, and of the last page. The first query finds nothing in memory. Memory
is the largest resident set of the reader so far, less that before the first query, in MB. With --store the store is
kept there and used again.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.images.order import file_position, folder_position, input_position
from app.results.pen import Pen
from app.results.query import Order, Query, State
from app.results.store import Store
from app.results.view import View
from app.values import Classified, Failed, ImageRef, Method, Outcome, Prediction, Reason, Stage, Stamp

T = TypeVar("T")
CLASSES = 1000
IN_FOLDER = 1000  # pictures
SORTS = ("quick", "brown", "lazy", "small", "tall")
LABELS = tuple(f"{SORTS[number % 5]} animal {number}" for number in range(CLASSES))
METHOD = Method("f" * 64, "builtin", "A model", "fp32", LABELS)
LEAST = 0.3
SAMPLE = 20_000  # rows whose writing is timed
PAGES = 50
TOP_K = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "results.sqlite"
        if not path.exists():
            write(path, options.rows)
        reader = multiprocessing.get_context("spawn").Process(target=report, args=(path,))
        reader.start()
        reader.join()


def write(path: Path, rows: int) -> None:
    made = outcomes(rows)
    with Store(path) as store:
        pen = store.begin("key", "a long run", [Path("/pictures")], METHOD)
        print(
            f"the pen writes {written(pen, made, SAMPLE):,.0f} rows a second into an empty store,", end=" ", flush=True
        )
        written(pen, made, rows - 2 * SAMPLE)
        print(f"{written(pen, made, SAMPLE):,.0f} at the end of {rows:,}")
        pen.end(is_complete=True)
    print(f"the store takes {os.path.getsize(path) / rows:,.0f} bytes a row")


def written(pen: Pen, made: Iterator[tuple[bytes, Outcome]], count: int) -> float:
    """Write so many rows; rows a second, less the time to make them up."""
    seconds = 0.0
    for start in range(0, count, SAMPLE):
        portion = list(islice(made, min(SAMPLE, count - start)))
        started = perf_counter()
        for position, outcome in portion:
            pen.add(position, outcome)
        pen.flush()
        seconds += perf_counter() - started
    return count / seconds if count > 0 else 0.0


def outcomes(rows: int) -> Iterator[tuple[bytes, Outcome]]:
    """The rows of a walk through folders, in order; every fiftieth failed."""
    chance = random.Random(1)
    top = input_position(0)
    for number in range(rows):
        folder, place = divmod(number, IN_FOLDER)
        year, trip, name = f"{2000 + folder // 50}", f"Trip {folder % 50}", f"IMG_{place:04}.jpg"
        position = file_position(folder_position(folder_position(top, year), trip), name)
        ref = ImageRef(Path(f"/pictures/{year}/{trip}/{name}"), stamp=Stamp(3_000_000 + number, number))
        yield position, made_up(ref, chance)


def made_up(ref: ImageRef, chance: random.Random) -> Outcome:
    if chance.random() < 0.02:
        return Failed(ref, Stage.DECODE, Reason.TRUNCATED, "it ends early")
    first, probability = int(CLASSES * chance.random() ** 2), chance.betavariate(2, 1)
    others = ((first + rank) % CLASSES for rank in range(1, 20))
    rest = [Prediction(index, LABELS[index], (1 - probability) / 40) for index in others]
    top = Prediction(first, LABELS[first], probability)
    return Classified(ref, 4000, 3000, "builtin", "cpu", "fp32", (top, *rest))


def queries(run: int) -> dict[str, Query]:
    orders = {
        f"by {order.value}{' descending' * turned}": Query(run, LEAST, order=order, descending=turned)
        for order in Order
        for turned in (False, True)
    }
    return {
        "all, from the disk": Query(run, LEAST),
        **orders,
        "one class": Query(run, LEAST, label=LABELS[700]),
        "a frequent class, by probability": Query(run, LEAST, label=LABELS[0], order=Order.PROBABILITY),
        "unknown": Query(run, LEAST, states=frozenset([State.UNKNOWN])),
        "failed": Query(run, LEAST, states=frozenset([State.FAILED])),
        "probability 0.5 to 0.6": Query(run, LEAST, least=0.5, most=0.6),
        "text in few paths": Query(run, LEAST, text="2003 img_0512"),
        "text in all paths": Query(run, LEAST, text="img_"),
        "text in no path": Query(run, LEAST, text="nowhere"),
        "text in labels": Query(run, LEAST, text="lazy"),
        "text that is not ASCII": Query(run, LEAST, text="Ärger"),
        "text, by probability": Query(run, LEAST, text="img_", order=Order.PROBABILITY, descending=True),
    }


def report(path: Path) -> None:
    with Store(path) as store:
        run = store.runs()[0].id
    before = resident()
    print(f"\n{'':34} {'first':>6} {'count':>6} {'number':>7} {'rows':>10} {'page':>6} {'last':>6} {'memory':>7}")
    chill(path)
    for name, query in queries(run).items():
        with View(path) as view:
            print(f"{name:34} {figures(view, query)} {resident() - before:7.1f}", flush=True)


def chill(path: Path) -> None:
    """Let the system forget what it keeps of the file in memory, as after a start of the machine."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def figures(view: View, query: Query) -> str:
    """The columns of a query between its name and the memory."""
    first, page = timed(lambda: view.first(query, TOP_K))
    count, _ = timed(lambda: view.counts(query))
    number, rows = timed(lambda: view.show(query))
    chance = random.Random(2)
    places = [chance.randrange(max((rows or 0) - 499, 1)) for _ in range(PAGES)]
    pages = max(timed(partial(view.page, place, 500, TOP_K))[0] for place in places)
    last, _ = timed(partial(view.page, max((rows or 0) - 500, 0), 500, TOP_K))
    found = f"{first:6.0f}" if page or not rows else " later"
    return f"{found} {count:6.0f} {number:7.0f} {rows:10,} {pages:6.1f} {last:6.1f}"


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Milliseconds, and what came of it."""
    started = perf_counter()
    result = work()
    return (perf_counter() - started) * 1000, result


def resident() -> float:
    """Largest resident set of this process so far, in MB, as Linux tells it."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
