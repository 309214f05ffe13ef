"""A large file is told and given up within: at whichever block, nothing is lost and nothing half is left."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from app.results.sorting import carrying, copying, placing, undoing
from app.results.sorting.copying import copy, digest_of, finished
from app.results.sorting.journal import Journal
from app.results.sorting.placing import stamp_of
from app.results.sorting.steps import Handled, SortEnd, SortStep
from app.results.sorting.work import carry_out, go_on, undo
from app.values import Way

from .conftest import World, end_of, tree

BLOCK, SIZE = 100, 1000
Steps = Callable[[Event], Iterator[SortStep]]


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "_BLOCK", BLOCK)


@pytest.fixture
def other_drives(monkeypatch: pytest.MonkeyPatch) -> None:
    """No two folders are on one drive."""
    real = placing.link

    def link(held: Path, target: Path) -> bool:
        if held.parent != target.parent:
            raise placing.OtherDrive
        return real(held, target)

    for module in (carrying, undoing):
        monkeypatch.setattr(module, "link", link)


def filled(base: Path) -> World:
    (base / "source").mkdir(parents=True)
    world = World(base, base / "sorted")
    world.picture("large.jpg", data=b"0123456789" * (SIZE // 10))
    world.picture("small.jpg", data=b"x" * 10)
    return world


def stopped_at(steps: Steps, number: int) -> SortEnd | None:
    """How the work ends that is stopped at the step of this number within a file; None if there are not so many."""
    stop, within = Event(), 0
    for step in steps(stop):
        if isinstance(step, Handled) and step.done < 1:
            within += 1
            if within == number:
                stop.set()
        if isinstance(step, SortEnd):
            return step if stop.is_set() else None
    raise AssertionError("no end")


def nothing_half(world: World) -> None:
    assert not [name for name in (*tree(world.source), *tree(world.destination)) if b".part" in name]


@pytest.mark.usefixtures("other_drives")
@pytest.mark.parametrize("way", [Way.COPY, Way.MOVE])
def test_how_far_a_large_file_is(tmp_path: Path, way: Way) -> None:
    world = filled(tmp_path)
    with world.plan(way) as plan:
        told = [step for step in carry_out(plan, world.sorts, None, Event()) if isinstance(step, Handled)]
    assert [step.done for step in told] == [0] * (len(told) - 2) + [1, 2]
    bytes_told = [step.bytes for step in told]
    assert bytes_told == sorted(bytes_told)
    assert len({step.bytes for step in told if step.done == 0}) == 2 * (SIZE // BLOCK) - 2
    assert {step.total_bytes for step in told} == {SIZE + 10}
    back = [step for step in undo(world.journal, None, Event()) if isinstance(step, Handled)]
    assert len({step.bytes for step in back}) > SIZE // BLOCK
    assert max(step.bytes for step in back) == SIZE + 10


@pytest.mark.usefixtures("other_drives")
@pytest.mark.parametrize("way", [Way.COPY, Way.MOVE])
def test_a_sort_is_given_up_within_a_file(tmp_path: Path, way: Way) -> None:
    for number in range(1, 100):
        world = filled(tmp_path / str(number))
        before = world.trees()[0]
        plan = world.plan(way)
        with plan:
            end = stopped_at(lambda stop, plan=plan, world=world: carry_out(plan, world.sorts, None, stop), number)
        if end is None:
            assert number > 2 * (SIZE // BLOCK) - 2
            return
        assert (end.done, end.left, end.is_complete, end.error) == (0, 0, False, None)
        assert (world.trees()[0], world.sorted()) == (before, [])
        nothing_half(world)
        if number % 2:
            assert (world.go_on().done, world.sorted()) == (2, ["cat/large.jpg", "cat/small.jpg"])
        assert world.undo().is_complete
        assert world.trees()[0] == before
        assert not world.destination.exists()
    raise AssertionError("it never came to its end")


@pytest.mark.usefixtures("other_drives")
@pytest.mark.parametrize("way", [Way.COPY, Way.MOVE])
def test_an_undoing_is_given_up_within_a_file(tmp_path: Path, way: Way) -> None:
    for number in range(1, 100):
        world = filled(tmp_path / str(number))
        world.outcomes.reverse()  # what was sorted last is undone first
        before = world.trees()[0]
        world.sort(way)
        after = world.trees()
        end = stopped_at(lambda stop, world=world: undo(world.journal, None, stop), number)
        if end is None:
            assert number > SIZE // BLOCK - 1
            return
        assert (end.done, end.left, end.is_complete, end.error) == (0, 0, False, None)
        assert world.trees() == after
        assert world.undo().is_complete
        assert world.trees()[0] == before
    raise AssertionError("it never came to its end")


@pytest.mark.usefixtures("other_drives")
def test_who_closes_the_steps_within_a_file_leaves_nothing_half(tmp_path: Path) -> None:
    world = filled(tmp_path)
    with world.plan(Way.MOVE) as plan:
        steps = carry_out(plan, world.sorts, None, Event())
        next(steps)
        assert b".part" in b"".join(tree(world.destination))
        steps.close()  # type: ignore[attr-defined]
    nothing_half(world)
    assert end_of(go_on(world.journal, None, Event())).done == 2


@pytest.mark.usefixtures("other_drives")
@pytest.mark.parametrize("again", [go_on, undo])
def test_mending_is_given_up_within_a_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: Callable[..., Iterator[SortStep]]
) -> None:
    """A copy had its name, and the program died before that was noted: it is read again."""
    world = filled(tmp_path)
    before = world.trees()[0]
    with monkeypatch.context() as death:
        death.setattr(Journal, "placed", dying)
        with world.plan(Way.MOVE) as plan, pytest.raises(KeyboardInterrupt):
            list(carry_out(plan, world.sorts, None, Event()))
    stop = Event()
    stop.set()
    end = end_of(again(world.journal, None, stop))
    assert (end.is_complete, end.error) == (False, None)
    assert world.undo().is_complete
    assert world.trees()[0] == before
    nothing_half(world)


def dying(*_values: object, **_named: object) -> None:
    raise KeyboardInterrupt


def test_a_file_in_one_block_is_not_told_within(tmp_path: Path) -> None:
    path = tmp_path / "small"
    path.write_bytes(b"x" * BLOCK)
    assert list(digest_of(path)) == []
    assert list(copy(path, tmp_path / "part", stamp_of(path.stat()))) == []
    assert len(finished(digest_of(path))) == 32


@pytest.mark.parametrize("speed", [20, 1000, 50_000])
def test_a_drive_is_waited_for_a_moment_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, speed: int) -> None:
    """However fast it is, in bytes a second; once its speed is known."""
    now, written, waits = [0.0], [0], list[float]()
    real = os.write

    def write(descriptor: int, data: bytes) -> int:
        written[0] += len(data)
        return real(descriptor, data)

    def fsync(_descriptor: int) -> None:
        waits.append(written[0] / speed)
        now[0] += waits[-1]
        written[0] = 0

    monkeypatch.setattr(copying, "_BLOCK", 2)
    monkeypatch.setattr(copying, "_STRETCH", 40)
    monkeypatch.setattr(copying.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(os, "write", write)
    monkeypatch.setattr(os, "fsync", fsync)
    source = tmp_path / "source"
    source.write_bytes(b"x" * min(5000, speed * 10))
    finished(copy(source, tmp_path / "part", stamp_of(source.stat())))
    assert len(waits) > 3
    assert max(waits[1:]) < 0.5


def test_a_copy_is_what_was_copied(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(os.urandom(12 * BLOCK + 3))
    finished(copy(source, tmp_path / "part", stamp_of(source.stat())))
    assert (tmp_path / "part").read_bytes() == source.read_bytes()
