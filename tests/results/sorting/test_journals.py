"""Sorts are listed and found, and their folders skipped."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from app.results.sorting.journal import Phase
from app.results.sorting.journals import found, newest_to_undo, sorted_folders, sorts, unfinished
from app.results.sorting.steps import SortFailure
from app.results.sorting.work import carry_out, undo
from app.values import SortTrouble, Way

from .conftest import World, end_of

ROOT = Path(__file__).resolve().parents[3]

KILLED = """
import resource, signal, sys
from pathlib import Path
from threading import Event
from app.results.sorting.plan import Plan
from app.results.sorting.steps import Options, Origin
from app.values import Way

with Plan(Options(Path(sys.argv[1]), Way.COPY, least_probability=0.3), [], Origin(None, 1, "photos")) as plan:
    list(plan.look([], Event()))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, 16_384))
    plan.write(Path(sys.argv[2]))
"""


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


def test_the_newest_is_the_newest_even_if_the_clock_went_back(filled: World) -> None:
    filled.sort(Way.MOVE)
    ahead = datetime.now() + timedelta(hours=1)
    first = filled.journal.rename(filled.sorts / f"{ahead:%Y%m%d-%H%M%S-%f}.sort")
    begin_and_stop(filled)
    assert len(list(sorts(filled.sorts))) == 2
    assert newest_to_undo(filled.sorts) != first


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a file's size there")
def test_nothing_stays_of_a_journal_that_a_kill_cut_off(filled: World) -> None:
    words = [sys.executable, "-c", KILLED, str(filled.destination), str(filled.sorts)]
    ended = subprocess.run(words, cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGXFSZ
    assert list(filled.sorts.glob(".sort.*"))
    filled.sort()
    assert not list(filled.sorts.glob(".sort.*"))


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
