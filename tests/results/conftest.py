"""Small outcomes and a method for the tests of the store."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.results.query import Entries
from app.results.store import Store
from app.values import Classified, Failed, ImageRef, Method, Prediction, Reason, Stage, Stamp

LABELS = tuple(f"class {number}" for number in range(30))
STAMP = Stamp(10, 20)
METHOD = Method("f" * 64, "builtin", "A model", "fp32", LABELS)


def classified(path: str, first: int = 3, stamp: Stamp | None = STAMP) -> Classified:
    """An answer of 20 classes, of which `first` is the likeliest."""
    classes = [first, *(number for number in range(30) if number != first)][:20]
    predictions = tuple(Prediction(number, LABELS[number], 0.7 / 3**rank / 1.05) for rank, number in enumerate(classes))
    return Classified(ImageRef(Path(path), stamp=stamp), 600, 400, "builtin", "cpu", "fp32", predictions)


def failed(path: str, reason: Reason = Reason.DAMAGED, stamp: Stamp | None = STAMP) -> Failed:
    return Failed(ImageRef(Path(path), stamp=stamp), Stage.DECODE, reason, "crc")


def entries_at(store: Store, run: int, *positions: bytes) -> Entries:
    """What a query chooses the rows at these positions by; for one that is nowhere, a number that no row has."""
    query = "select coalesce((select id from entry where run = ? and position = ?), 0)"
    return Entries.of(store._database.execute(query, (run, each)).fetchone()[0] for each in positions)


@pytest.fixture
def method() -> Method:
    return METHOD


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, if the system has one: what is written there for certain is so at once."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else tmp_path) as place:
        yield Path(place)
