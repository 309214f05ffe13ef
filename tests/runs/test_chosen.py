"""Rows of a run as places."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from app.results import listing
from app.results.query import Query
from app.results.store import Store
from app.runs.chosen import Chosen
from app.runs.request import method_of
from app.values import Failed, ImageRef, Outcome, Reason, Stage, Stamp


def kept(store: Store, *outcomes: Outcome) -> int:
    pen = store.begin("key", "name", [], method_of("builtin", "cpu", "auto"))
    for number, outcome in enumerate(outcomes):
        pen.add(bytes([number]), outcome)
    pen.end(is_complete=True)
    return pen.run


def failed(path: Path, stage: Stage = Stage.READ) -> Failed:
    return Failed(ImageRef(path, stamp=Stamp(1, 2)), stage, Reason.UNREADABLE)


def test_rows_are_pictures_as_they_are_now(store: Store, folder: Path) -> None:
    run = kept(store, failed(folder / "a.png"), failed(folder / "gone.png"))
    with Chosen(store, Query(run, 0.0), threading.Event()) as chosen:
        second, first = list(chosen)
        assert (chosen.total, chosen.skipped) == (2, {})
    assert (first.position, first.item) == (b"\x01", ImageRef(folder / "gone.png"))
    assert (second.position, second.item) == (b"\x00", ImageRef(folder / "a.png"))
    assert isinstance(first.item, ImageRef)
    assert isinstance(second.item, ImageRef)
    status = (folder / "a.png").stat()
    assert (first.item.stamp, second.item.stamp) == (None, Stamp(status.st_size, status.st_mtime_ns))


def test_rows_that_go_meanwhile_are_passed_over(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGE", 1)
    run = kept(store, *(failed(folder / name) for name in ("a.png", "b2.png", "bad.png")))
    with Chosen(store, Query(run, 0.0), threading.Event()) as chosen:
        assert chosen.total == 3
        places = iter(chosen)
        assert next(places).position == b"\x00"
        store.remove(Query(run, 0.0, text="b2.png"))
        assert [place.position for place in places] == [b"\x02"]


def test_a_folder_that_could_not_be_listed_stays_what_it_is(store: Store, folder: Path) -> None:
    locked, missing = failed(folder / "sub", Stage.FIND), failed(folder / "a.png", Stage.FIND)
    run = kept(store, locked, missing)
    with Chosen(store, Query(run, 0.0), threading.Event()) as chosen:
        assert [place.item for place in chosen] == [locked, ImageRef(folder / "a.png")]


def test_a_stop_ends_it(store: Store, folder: Path) -> None:
    stop = threading.Event()
    run = kept(store, failed(folder / "a.png"), failed(folder / "b2.png"))
    with Chosen(store, Query(run, 0.0), stop) as chosen:
        places = iter(chosen)
        next(places)
        stop.set()
        assert list(places) == []
