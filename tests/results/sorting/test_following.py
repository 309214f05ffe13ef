"""The results know where the files are, also when a crash came between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from app.images.order import file_position, input_position
from app.results.database import StoreError, StoreTrouble
from app.results.sorting.journal import Journal, Phase
from app.results.sorting.work import carry_out, undo
from app.results.store import Store
from app.values import Method, Way

from .conftest import World, end_of

METHOD = Method("f" * 64, "builtin", "A model", "fp32", ("cat",))


@pytest.fixture
def store(world: World) -> Iterator[Store]:
    """A run of three pictures that is kept."""
    for name in ("a.jpg", "b.jpg", "c/a.jpg"):
        world.picture(name)
    with Store(world.base / "results.sqlite") as store:
        pen = store.begin("key", "photos", [world.source], METHOD)
        for number, outcome in enumerate(world.outcomes):
            pen.add(file_position(input_position(0), f"{number}"), outcome)
        pen.end(is_complete=True)
        yield store


def paths(store: Store) -> list[Path]:
    return [outcome.ref.path for outcome in store.rows(1)]


def test_paths_follow_a_move_and_its_undoing(world: World, store: Store) -> None:
    before = paths(store)
    assert world.sort(Way.MOVE, store).store_error is None
    cat = world.destination / "cat"
    assert paths(store) == [cat / "a.jpg", cat / "b.jpg", cat / "a (2).jpg"]
    assert all(
        outcome.ref.stamp.size == outcome.ref.path.stat().st_size for outcome in store.rows(1) if outcome.ref.stamp
    )
    world.undo(store)
    assert paths(store) == before


@pytest.mark.parametrize("way", [Way.COPY, Way.LINK])
def test_copies_and_links_change_no_path(world: World, store: Store, way: Way) -> None:
    before = paths(store)
    world.sort(way, store)
    assert paths(store) == before
    world.undo(store)
    assert paths(store) == before


class Broken(Store):
    def follow(self, moves: object) -> None:
        raise StoreError(StoreTrouble.BUSY, str(self.path))


def test_what_a_store_could_not_be_told_it_is_told_the_next_time(world: World, store: Store) -> None:
    before = paths(store)
    with Broken(store.path) as broken:
        end = world.sort(Way.MOVE, broken)
        assert end.store_error
        assert (end.done, end.left) == (3, 0)
        with Journal(world.journal) as journal:
            assert journal.header.phase is Phase.BEGUN
        assert paths(store) == before
        assert world.go_on(store).store_error is None
        assert paths(store)[0] == world.destination / "cat" / "a.jpg"
        assert world.undo(broken).store_error
        assert (world.source / "a.jpg").exists()
        assert paths(store)[0] == world.destination / "cat" / "a.jpg"
    assert world.undo(store).store_error is None
    assert paths(store) == before


def test_an_unfinished_move_is_followed_as_far_as_it_came(world: World, store: Store) -> None:
    before, stop = paths(store), Event()
    with world.plan(Way.MOVE) as plan:
        for _step in carry_out(plan, world.sorts, store, stop):
            stop.set()
    assert paths(store) == [world.destination / "cat" / "a.jpg", *before[1:]]
    world.undo(store)
    assert paths(store) == before


def test_the_moved_pictures_of_a_run_are_in_place(world: World, store: Store) -> None:
    world.sort(Way.MOVE, store)
    with world.plan(Way.MOVE, outcomes=list(store.rows(1))) as plan:
        assert plan.summary().pictures == 0


def test_what_was_told_before_a_crash_is_told_back_when_that_is_undone(
    world: World, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = paths(store)

    def crash(*_values: object, **_options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Journal, "follow", crash)
        with pytest.raises(KeyboardInterrupt):
            world.sort(Way.MOVE, store)
    assert paths(store) != before
    world.undo(store)
    assert paths(store) == before


def test_and_so_is_what_was_told_where_the_tags_could_not_be(
    world: World, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, tags = paths(store), world.base / "tags.sqlite"
    tags.touch()

    def damaged(_path: Path) -> None:
        raise StoreError(StoreTrouble.DAMAGED, str(tags))

    monkeypatch.setattr("app.results.sorting.following.Tags", damaged)
    with world.plan(Way.MOVE) as plan:
        assert end_of(carry_out(plan, world.sorts, store, Event(), tags=tags)).store_error
    assert end_of(undo(world.journal, store, Event(), tags=tags)).store_error
    assert world.undo(store).store_error is None
    assert paths(store) == before
