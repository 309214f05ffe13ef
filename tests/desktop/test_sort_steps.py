"""Sorting as tasks do it: plans held, files read by pages, steps told now and then."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.desktop import sort_steps
from app.desktop.plan_tree import plan_tree
from app.desktop.sort_steps import (
    Noted,
    Opened,
    PlanHold,
    Told,
    Unnoted,
    Work,
    Worked,
    carrying,
    going_on,
    note_steps,
    open_steps,
    undoing,
)
from app.results.sorting import copying
from app.results.sorting.journal import Phase
from app.results.sorting.journals import sorts
from app.results.sorting.plan import Plan
from app.results.sorting.steps import Options, Origin, SortFailure
from app.results.store import Store
from app.values import Classified, ImageRef, Left, Prediction, SortTrouble, Stamp, Way


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


class World:
    """Files in name only, and plans for them."""

    def __init__(self, base: Path) -> None:
        self.source, self.destination, self.sorts = base / "source", base / "sorted", base / "sorts"
        self.store = base / "store.sqlite"
        self.source.mkdir()

    def answers(self, *names: str) -> Iterator[Classified]:
        for name in names:
            path = self.source / name
            path.write_bytes(name.encode())
            status = path.stat()
            ref = ImageRef(path, stamp=Stamp(status.st_size, status.st_mtime_ns))
            yield Classified(ref, 4, 3, "builtin", "cpu", "fp32", (Prediction(0, "cat", 0.9),))

    def hold(self, *names: str, way: Way = Way.COPY) -> PlanHold:
        hold = PlanHold()
        with hold.used(Plan(Options(self.destination, way), [self.source], Origin(None, 1, "photos"))) as plan:
            assert plan
            list(plan.look(self.answers(*names), threading.Event()))
        return hold

    def carry(self, hold: PlanHold) -> Work:
        return carrying(hold, self.sorts, self.store)

    @property
    def journal(self) -> Path:
        return next(sorts(self.sorts)).journal

    @property
    def phase(self) -> Phase:
        return next(sorts(self.sorts)).header.phase

    def sorted(self) -> list[str]:
        return sorted(str(path.relative_to(self.destination)) for path in self.destination.rglob("*.jpg"))


def never() -> bool:
    return False


def test_a_dropped_plan_is_closed_when_nobody_uses_it_any_more(world: World) -> None:
    hold = world.hold("a.jpg")
    with hold.used() as plan:
        assert plan
        hold.drop()
        assert plan.summary().pictures == 1, "not under the feet of who uses it"
    with pytest.raises(SortFailure):
        plan.summary()
    with hold.used() as none:
        assert none is None
    assert list(open_steps(hold, plan_tree([], []), 5)) == []
    assert list(world.carry(hold).steps(never)) == []


def test_a_plan_is_used_by_one_task_at_a_time(world: World) -> None:
    hold = world.hold("a.jpg")
    order: list[str] = []

    def use() -> None:
        with hold.used():
            order.append("second")

    with hold.used():
        thread = threading.Thread(target=use)
        thread.start()
        thread.join(0.05)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
    hold.drop()


def test_files_are_read_behind_those_that_are_known(world: World) -> None:
    hold = world.hold("a.jpg", "b.jpg", "c.jpg")
    with hold.used() as plan:
        assert plan
        tree = plan_tree(plan.folders(), [(Left.GONE, 1)])
    cat = tree.branches[0]
    (first,) = open_steps(hold, cat, 2)
    assert isinstance(first, Opened)
    cat.files += first.lines
    (rest,) = open_steps(hold, cat, 2)
    assert isinstance(rest, Opened)
    assert [line.path.name for line in (*first.lines, *rest.lines)] == ["a.jpg", "b.jpg", "c.jpg"]
    assert list(open_steps(hold, tree.branches[1].branches[0], 2)) == [Opened(tree.branches[1].branches[0], ())]
    hold.drop()


def test_a_plan_is_written_whole_or_not_at_all(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sort_steps, "_LINES", 1)
    hold = world.hold("a.jpg", "b.jpg")
    path = world.source.parent / "plan.csv"
    steps = note_steps(hold, path, Way.COPY)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert not path.exists()
    assert list(note_steps(hold, path, Way.COPY))[-1] == Noted(2)
    assert path.read_text().splitlines()[1].endswith("a.jpg,copied")
    (unnoted,) = [step for step in note_steps(hold, world.source, Way.COPY) if not isinstance(step, Noted)]
    assert isinstance(unnoted, Unnoted)
    hold.drop()


def test_steps_are_told_now_and_then_and_the_end_always(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    hold = world.hold(*(f"{number}.jpg" for number in range(30)))
    (world.source / "7.jpg").unlink()
    monkeypatch.setattr(sort_steps, "TELL_EVERY", 1000.0)
    steps = list(world.carry(hold).steps(never))
    assert [type(step) for step in steps] == [Told, Worked]
    told, worked = steps
    assert isinstance(told, Told)
    assert isinstance(worked, Worked)
    assert told.handled.done == 1
    assert [each.path.name for each in (*told.left, *worked.left)] == ["7.jpg"]
    assert (worked.end.done, worked.end.left, worked.way) == (29, 1, Way.COPY)
    hold.drop()


def test_it_stops_after_the_file_under_way_goes_on_and_is_undone(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sort_steps, "TELL_EVERY", 0.0)
    hold = world.hold("a.jpg", "b.jpg", "c.jpg", way=Way.MOVE)
    Store(world.store, is_ours=True).close()
    work = world.carry(hold)
    steps = work.steps(never)
    next(steps)
    work.stop()
    worked = list(steps)[-1]
    assert isinstance(worked, Worked)
    assert (worked.end.done, worked.end.is_complete, work.is_stopping) == (1, False, True)
    assert world.sorted() == ["cat/a.jpg"]
    worked = list(going_on(world.journal).steps(never))[-1]
    assert isinstance(worked, Worked)
    assert (worked.end.done, worked.end.is_complete) == (3, True)
    worked = list(undoing(world.journal).steps(never))[-1]
    assert isinstance(worked, Worked)
    assert (worked.end.done, worked.end.is_complete) == (3, True)
    assert world.phase is Phase.UNDONE
    assert sorted(path.name for path in world.source.iterdir()) == ["a.jpg", "b.jpg", "c.jpg"]
    hold.drop()


def test_it_tells_how_far_a_large_file_is_and_stops_within_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sort_steps, "TELL_EVERY", 0.0)
    monkeypatch.setattr(copying, "_BLOCK", 1)
    hold = world.hold("a.jpg", "b.jpg")
    work = world.carry(hold)
    steps = work.steps(never)
    next(steps)
    told = next(steps)
    assert isinstance(told, Told)
    assert told.handled.done == 0
    assert 0 < told.handled.bytes < told.handled.total_bytes / 2
    work.stop()
    (worked,) = steps
    assert isinstance(worked, Worked)
    assert (worked.end.done, worked.end.is_complete, worked.end.error) == (0, False, None)
    assert world.sorted() == []
    worked = list(going_on(world.journal).steps(never))[-1]
    assert isinstance(worked, Worked)
    assert (worked.end.done, worked.end.is_complete) == (2, True)
    hold.drop()


def test_when_the_program_ends_it_ends_without_an_ending(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sort_steps, "TELL_EVERY", 0.0)
    hold = world.hold("a.jpg", "b.jpg", "c.jpg")
    over: list[bool] = []
    steps = world.carry(hold).steps(lambda: bool(over))
    next(steps)
    over.append(True)
    assert list(steps) == []
    assert (world.phase, world.sorted()) == (Phase.BEGUN, ["cat/a.jpg"])
    hold.drop()


def test_a_move_whose_results_cannot_be_told_does_not_begin(world: World) -> None:
    world.store.write_bytes(b"no store at all, and long enough to be looked at" * 20)
    hold = world.hold("a.jpg", way=Way.MOVE)
    (refused,) = world.carry(hold).steps(never)
    assert isinstance(refused, sort_steps.Unplanned)
    assert world.sorted() == []
    assert list(sorts(world.sorts)) == []
    hold.drop()


def test_a_journal_that_is_gone_is_told(world: World) -> None:
    for work in (going_on, undoing):
        (refused,) = work(world.sorts / "gone.sort").steps(never)
        assert isinstance(refused, sort_steps.Unplanned)
        assert refused.error.trouble is SortTrouble.JOURNAL_MISSING  # type: ignore[comparison-overlap]


def test_an_undoing_does_without_results_that_cannot_be_used(world: World) -> None:
    Store(world.store, is_ours=True).close()
    hold = PlanHold()
    origin = Origin(world.store, 1, "photos")
    with hold.used(Plan(Options(world.destination, Way.MOVE), [world.source], origin)) as plan:
        assert plan
        list(plan.look(world.answers("a.jpg"), threading.Event()))
    list(world.carry(hold).steps(never))
    hold.drop()
    world.store.write_bytes(b"no store at all, and long enough to be looked at" * 20)
    worked = list(undoing(world.journal).steps(never))[-1]
    assert isinstance(worked, Worked)
    assert worked.end.done == 1
    assert worked.store_error
    assert (world.source / "a.jpg").exists()
