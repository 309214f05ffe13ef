"""What the store knows of a file goes along when the file is moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.images.order import file_position, input_position
from app.results.moves import Move
from app.results.store import Store
from app.values import ImageRef, Method, Outcome, Stamp

from .conftest import STAMP, classified, failed

OLD, NEW = Path("/photos/a.jpg"), Path("/sorted/cat/a.jpg")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "results.sqlite") as store:
        yield store


def keep(store: Store, method: Method, key: str, *outcomes: Outcome) -> int:
    pen = store.begin(key, key, [], method)
    for number, outcome in enumerate(outcomes):
        pen.add(file_position(input_position(0), f"{number}.jpg"), outcome)
    pen.end(is_complete=True)
    return pen.run


def paths(store: Store, run: int) -> list[str]:
    return [str(outcome.ref.path) for outcome in store.rows(run)]


def test_all_runs_follow_there_and_back(store: Store, method: Method) -> None:
    runs = [keep(store, method, key, classified(str(OLD)), failed("/photos/b.jpg")) for key in ("one", "two")]
    store.follow([Move(OLD, STAMP, NEW, STAMP)])
    assert [paths(store, run) for run in runs] == [[str(NEW), "/photos/b.jpg"]] * 2
    store.follow([Move(OLD, STAMP, NEW, STAMP)])
    assert [paths(store, run) for run in runs] == [[str(NEW), "/photos/b.jpg"]] * 2, "twice is once"
    store.follow([Move(NEW, STAMP, OLD, STAMP)])
    assert [paths(store, run) for run in runs] == [[str(OLD), "/photos/b.jpg"]] * 2


def test_a_moved_picture_is_known_where_it_is(store: Store, method: Method) -> None:
    keep(store, method, "one", classified(str(OLD)))
    store.follow([Move(OLD, STAMP, NEW, Stamp(10, 18))])
    pen = store.begin("two", "two", [], method)
    assert pen.known(ImageRef(OLD, stamp=STAMP), b"x") is None
    known = pen.known(ImageRef(NEW, stamp=Stamp(10, 18)), b"x")
    assert known
    assert known.outcome == replace(classified(str(NEW)), ref=ImageRef(NEW, stamp=Stamp(10, 18)))


def test_what_another_file_was_found_to_be_stays_at_its_place(store: Store, method: Method) -> None:
    former = keep(store, method, "former", classified(str(NEW), first=7, stamp=Stamp(1, 1)))
    older = keep(store, method, "older", classified(str(OLD), first=8, stamp=Stamp(2, 2)))
    run = keep(store, method, "run", classified(str(OLD)))
    store.follow([Move(OLD, STAMP, NEW, STAMP)])
    assert [paths(store, each) for each in (former, older, run)] == [[str(NEW)], [str(OLD)], [str(NEW)]]
    store.follow([Move(NEW, STAMP, OLD, STAMP)])
    assert [paths(store, each) for each in (former, older, run)] == [[str(NEW)], [str(OLD)], [str(OLD)]]


def test_files_that_are_no_pictures_leave_nothing_behind(store: Store, method: Method) -> None:
    run = keep(store, method, "run", classified(str(OLD)))
    store.follow(
        [Move(Path("/photos/a.xmp"), STAMP, Path("/sorted/cat/a.xmp"), STAMP), Move(OLD, Stamp(9, 9), NEW, STAMP)]
    )
    assert paths(store, run) == [str(OLD)]
    assert store._database.execute("select count(*) from picture").fetchone() == (1,)
