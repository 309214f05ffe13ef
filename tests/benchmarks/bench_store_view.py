"""How soon the table of a long run is there, and how smooth it scrolls, sorts and filters.

By hand: python tests/benchmarks/bench_store_view.py [--rows N] [--store FILE]

A run of made-up outcomes (seeded) is written by the store's own pen, then read as the window reads it. Of every query:
the time to its first page, to number its rows, to count them, and the slowest of 50 pages of 500 rows, at random places
and at the end. Memory is the largest resident set so far less that before the first query. With --store the store is
kept there and used again.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.images.order import file_position, folder_position, input_position
from app.results.query import Order, Query, State
from app.results.store import Store
from app.results.view import View
from app.values import Classified, Failed, ImageRef, Method, Outcome, Prediction, Reason, Stage, Stamp

CLASSES = 1000
IN_FOLDER = 1000  # pictures
LABELS = tuple(f"{['quick', 'brown', 'lazy', 'small', 'tall'][n % 5]} animal {n}" for n in range(CLASSES))
LEAST = 0.3
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
        report(path)


def write(path: Path, rows: int) -> None:
    with Store(path) as store:
        pen = store.begin(
            "key", "a long run", [Path("/pictures")], Method("f" * 64, "builtin", "A model", "fp32", LABELS)
        )
        made = list(outcomes(min(rows, 20_000)))
        started = perf_counter()
        spent = 0.0
        for position, outcome in made:
            pen.add(position, outcome)
        pen.flush()
        print(
            f"the pen writes {len(made) / (perf_counter() - started):,.0f} rows a second into an empty store,", end=" "
        )
        for number, (position, outcome) in enumerate(outcomes(rows)):
            if number < len(made):
                continue
            if number == rows - len(made):
                pen.flush()
                spent = perf_counter()
            pen.add(position, outcome)
        pen.flush()
        print(f"{len(made) / (perf_counter() - spent):,.0f} at the end of {rows:,}")
        pen.end(is_complete=True)
    print(f"the store takes {os.path.getsize(path) / rows:,.0f} bytes a row")


def outcomes(rows: int) -> Iterator[tuple[bytes, Outcome]]:
    """The rows of a walk through folders, in order; every fiftieth failed."""
    chance = random.Random(1)
    top = input_position(0)
    for number in range(rows):
        folder, place = divmod(number, IN_FOLDER)
        year, trip, name = f"{2000 + folder // 50}", f"Trip {folder % 50}", f"IMG_{place:04}.jpg"
        position = file_position(folder_position(folder_position(top, year), trip), name)
        ref = ImageRef(Path(f"/pictures/{year}/{trip}/{name}"), stamp=Stamp(3_000_000 + number, number))
        yield position, outcome(ref, chance)


def outcome(ref: ImageRef, chance: random.Random) -> Outcome:
    if chance.random() < 0.02:
        return Failed(ref, Stage.DECODE, Reason.TRUNCATED, "it ends early")
    first, probability = int(CLASSES * chance.random() ** 2), chance.betavariate(2, 1)
    others = ((first + rank) % CLASSES for rank in range(1, 20))
    rest = [Prediction(index, LABELS[index], (1 - probability) / 40) for index in others]
    top = Prediction(first, LABELS[first], probability)
    return Classified(ref, 4000, 3000, "builtin", "cpu", "fp32", (top, *rest))


def queries(run: int) -> dict[str, Query]:
    everything = Query(run, LEAST)
    orders = {
        f"by {order.value}{' descending' * turned}": Query(run, LEAST, order=order, descending=turned)
        for order in Order
        for turned in (False, True)
    }
    return {
        "all, on opening": everything,
        **orders,
        "one class": Query(run, LEAST, label=LABELS[700]),
        "a frequent class by probability": Query(run, LEAST, label=LABELS[0], order=Order.PROBABILITY),
        "unknown": Query(run, LEAST, states=frozenset([State.UNKNOWN])),
        "failed": Query(run, LEAST, states=frozenset([State.FAILED])),
        "probability 0.5 to 0.6": Query(run, LEAST, least=0.5, most=0.6),
        "text in few paths": Query(run, LEAST, text="2003 img_0512"),
        "text in most paths": Query(run, LEAST, text="img_"),
        "text in no path": Query(run, LEAST, text="nowhere"),
        "text in labels": Query(run, LEAST, text="lazy"),
        "text that is not ASCII": Query(run, LEAST, text="Ärger"),
        "text, by probability": Query(run, LEAST, text="img_", order=Order.PROBABILITY, descending=True),
    }


def report(path: Path) -> None:
    with Store(path) as store:
        run = store.runs()[0].id
    before = resident()
    print(
        f"\n{'milliseconds for':36} {'first':>7} {'number':>7} {'rows':>9} {'count':>7} {'page':>6} {'end':>6}  MB more"
    )
    for name, query in queries(run).items():
        with View(path) as view:
            first = milliseconds(lambda: view.first(query, TOP_K))
            number = milliseconds(lambda: view.show(query))
            count = milliseconds(view.counts)
            rows = view.counts().rows
            chance = random.Random(2)
            places = [chance.randrange(max(rows - 499, 1)) for _ in range(PAGES)]
            pages = max(milliseconds(lambda: view.page(place, 500, TOP_K)) for place in places)
            end = milliseconds(lambda: view.page(max(rows - 500, 0), 500, TOP_K))
            found = f"{first:7.0f}" if view.first(query, TOP_K) or not rows else "  later"
        print(
            f"{name:36} {found} {number:7.0f} {rows:9,} {count:7.0f} {pages:6.1f} {end:6.1f}  {resident() - before:7.1f}"
        )


def milliseconds(work) -> float:
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


def resident() -> float:
    """Largest resident set of this process so far, in MB."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
