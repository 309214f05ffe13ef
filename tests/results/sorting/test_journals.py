"""Sorts are listed and found, and their folders skipped."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from app.results.sorting.journal import Phase
from app.results.sorting.journals import found, newest_to_undo, sorted_folders, sorts, unfinished
from app.results.sorting.steps import SortFailure
from app.results.sorting.work import carry_out, undo
from app.values import SortTrouble, Way

from .conftest import World, end_of


def begin_and_stop(world: World, way: Way = Way.COPY) -> None:
    stop = Event()
    with world.plan(way) as plan:
        for _step in carry_out(plan, world.sorts, None, stop):
            stop.set()


@pytest.fixture
def filled(world: World) -> World:
    world.picture("a.jpg")
    world.picture("b.jpg", "dog")
    return world


def test_the_newest_comes_first_with_what_became_of_it(filled: World) -> None:
    assert list(sorts(filled.sorts)) == []
    filled.sort(Way.MOVE)
    filled.undo()
    begin_and_stop(filled)
    second, first = sorts(filled.sorts)
    assert (first.header.phase, first.done, first.open, first.left) == (Phase.UNDONE, 0, 0, 0)
    assert (second.header.phase, second.done, second.open, second.is_unfinished) == (Phase.BEGUN, 1, 1, True)
    assert (second.header.name, second.header.destination) == ("photos", filled.destination)


def test_what_is_no_journal_is_passed_over(filled: World) -> None:
    filled.sort()
    (filled.sorts / "broken.sort").write_bytes(b"no database, but long enough to be one" * 30)
    (filled.sorts / ".sort.00000000.part").write_bytes(b"left by a crash")
    assert len(list(sorts(filled.sorts))) == 1
    assert len(sorted_folders(filled.sorts)) == 2


def test_a_journal_is_found_by_name_and_by_path(filled: World) -> None:
    filled.sort()
    journal = filled.journal
    assert found(filled.sorts, journal.stem) == journal
    assert found(filled.sorts, str(journal)) == journal
    for word in ("gone", "../results", str(filled.base / "gone")):
        with pytest.raises(SortFailure) as failure:
            found(filled.sorts, word)
        assert failure.value.error.trouble is SortTrouble.JOURNAL_MISSING


def test_the_newest_that_is_not_undone_is_undone_first(filled: World) -> None:
    filled.sort()
    first = filled.journal
    filled.destination = filled.base / "other"
    filled.sort()
    second = filled.journal
    assert newest_to_undo(filled.sorts) == second
    end_of(undo(second, None, Event()))
    assert newest_to_undo(filled.sorts) == first
    end_of(undo(first, None, Event()))
    with pytest.raises(SortFailure) as failure:
        newest_to_undo(filled.sorts)
    assert failure.value.error.trouble is SortTrouble.NOTHING_TO_UNDO


def test_an_unfinished_sort_is_gone_on_with_by_the_same_call_only(filled: World) -> None:
    begin_and_stop(filled)
    with filled.plan() as same, filled.plan(Way.MOVE) as other:
        assert unfinished(filled.sorts, filled.destination, same.key) == filled.journal
        assert unfinished(filled.sorts, filled.base / "elsewhere", other.key) is None
        with pytest.raises(SortFailure) as failure:
            unfinished(filled.sorts, filled.destination, other.key)
        assert failure.value.error.trouble is SortTrouble.UNFINISHED
        filled.go_on()
        assert unfinished(filled.sorts, filled.destination, same.key) is None


def test_folders_of_sorts_that_are_undone_are_ordinary_folders(filled: World) -> None:
    filled.sort()
    assert set(sorted_folders(filled.sorts)) == {filled.destination / "cat", filled.destination / "dog"}
    filled.undo()
    assert sorted_folders(filled.sorts) == ()
    assert sorted_folders(Path("/nowhere")) == ()
