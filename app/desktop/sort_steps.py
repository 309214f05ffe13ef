"""Sorting as the window's tasks do it: plans made, looked at, written down, carried out, gone on with and undone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Lock

from app.desktop.plan_tree import Branch, plan_tree
from app.files.whole_file import whole_file
from app.results.database import StoreError
from app.results.query import Query
from app.results.sorting.journals import sort_of, unfinished
from app.results.sorting.lines import Line, csv_lines
from app.results.sorting.plan import Plan, Summary, key_of
from app.results.sorting.steps import (
    Handled,
    LeftAlone,
    Looked,
    Options,
    Origin,
    SortEnd,
    SortError,
    SortFailure,
    SortStep,
)
from app.results.sorting.work import carry_out, go_on, undo
from app.results.store import Store
from app.results.view import View
from app.values import Left, SortTrouble, Way

TELL_EVERY = 0.05  # seconds
_LINES = 500  # of a plan that are written between two steps

IsOver = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class SortWish:
    """What shall be sorted, and how.

    Attributes:
        store: file of the results store.
        query: which rows.
        roots: the files and folders of the run.
        name: what the run is called.
        options: how.
        sorts: folder of the journals.
    """

    store: Path
    query: Query
    roots: tuple[Path, ...]
    name: str
    options: Options
    sorts: Path


class PlanHold:
    """Holds a plan for the tasks that use it one after the other, until it is dropped and none of them uses it."""

    def __init__(self) -> None:
        self._plan: Plan | None = None
        self._is_dropped = False
        self._lock = Lock()

    @contextmanager
    def used(self, made: Plan | None = None) -> Iterator[Plan | None]:
        """The plan, for one task at a time; `made` becomes the plan. None once it was dropped."""
        try:
            with self._lock:
                self._plan = made or self._plan
                yield self._plan
        finally:
            if self._is_dropped:
                self.drop()

    def drop(self) -> None:
        """Nobody begins to use it any more; it never waits for who still does."""
        self._is_dropped = True
        if self._lock.acquire(blocking=False):
            try:
                if self._plan:
                    self._plan.close()
                self._plan = None
            finally:
                self._lock.release()


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan is made.

    Attributes:
        summary: the plan in figures.
        tree: its folders, and what is left alone.
    """

    summary: Summary
    tree: Branch


@dataclass(frozen=True, slots=True)
class Unplanned:
    """The last step where no plan could be made, or a sort could not begin; nothing was changed."""

    error: SortError | StoreError


@dataclass(frozen=True, slots=True)
class Opened:
    """The next files of a branch of the plan."""

    branch: Branch
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """So many lines of the plan are written."""

    lines: int


@dataclass(frozen=True, slots=True)
class Unnoted:
    """The last step where the plan could not be written; nothing of the file is left."""

    error: OSError


@dataclass(frozen=True, slots=True)
class Told:
    """How far the work is.

    Attributes:
        handled: files and bytes.
        left: files left alone since the step before.
    """

    handled: Handled
    left: tuple[LeftAlone, ...]


@dataclass(frozen=True, slots=True)
class Worked:
    """The last step of a sort or of its undoing.

    Attributes:
        end: how it ended.
        left: files left alone since the step before.
        way: how the files got there.
        destination: where.
        store_error: why the results do not know where the files are, or None.
    """

    end: SortEnd
    left: tuple[LeftAlone, ...]
    way: Way
    destination: Path
    store_error: StoreError | None


class Work:
    """What moves files: a sort, the rest of one, or its undoing."""

    def __init__(self, steps: Callable[[Event, IsOver], Iterator[Told | Worked | Unplanned]]) -> None:
        self._steps = steps
        self._stop = Event()

    @property
    def is_stopping(self) -> bool:
        """Whether `stop` was called."""
        return self._stop.is_set()

    def stop(self) -> None:
        """End it, within a large file too; how it ended is told."""
        self._stop.set()

    def steps(self, is_over: IsOver) -> Iterator[Told | Worked | Unplanned]:
        """Do it, in a task; as soon as `is_over()` it ends without an ending."""
        return self._steps(self._stop, is_over)


def carrying(hold: PlanHold, sorts: Path, store: Path) -> Work:
    """Carry a plan out."""
    return Work(partial(_carry_steps, hold, sorts, store))


def going_on(journal: Path) -> Work:
    """Go on with a sort."""
    return Work(partial(_go_on_steps, journal))


def undoing(journal: Path) -> Work:
    """Undo a sort, or go on with undoing it."""
    return Work(partial(_undo_steps, journal))


def plan_steps(wish: SortWish, hold: PlanHold, is_over: IsOver) -> Iterator[Looked | Planned | Unplanned]:
    """Make a plan and give it to `hold`; nothing is changed. As soon as `is_over()` no other process is waited for."""
    origin = Origin(wish.store, wish.query.run, wish.name)
    try:
        journal = unfinished(wish.sorts, wish.options.destination, key_of(wish.options, origin))
        if journal is not None:
            raise SortFailure(SortTrouble.UNFINISHED, journal.stem)
        with hold.used(Plan(wish.options, wish.roots, origin)) as plan:
            if plan is None:
                return
            with View(wish.store, is_over) as view, closing(view.rows(wish.query)) as rows:
                yield from plan.look((row.outcome for row in rows), Event())
            summary = plan.summary()
            yield Planned(summary, plan_tree(plan.folders(), summary.left))
    except SortFailure as failure:
        yield Unplanned(failure.error)
    except StoreError as error:
        yield Unplanned(error)


def open_steps(hold: PlanHold, branch: Branch, most: int) -> Iterator[Opened | Unplanned]:
    """Read the next files of a branch."""
    after = branch.files[-1].number if branch.files else 0
    try:
        with hold.used() as plan:
            if plan is None:
                return
            if isinstance(branch.source, Left):
                lines = plan.left(branch.source, after, most)
            else:
                lines = plan.files(branch.source or 0, after, most)
        yield Opened(branch, tuple(lines))
    except SortFailure as failure:
        yield Unplanned(failure.error)


def note_steps(hold: PlanHold, path: Path, way: Way) -> Iterator[Noted | Unnoted | Unplanned]:
    """Write the plan to a file, whole or not at all."""
    number = 0
    try:
        with hold.used() as plan, whole_file(path, newline="") as file:
            for number, line in enumerate(csv_lines(plan.lines() if plan else (), way)):
                file.write(line)
                if number % _LINES == 0:
                    yield Noted(number)
        yield Noted(number)
    except SortFailure as failure:
        yield Unplanned(failure.error)
    except OSError as error:
        yield Unnoted(error)


def _carry_steps(
    hold: PlanHold, sorts: Path, store: Path, stop: Event, is_over: IsOver
) -> Iterator[Told | Worked | Unplanned]:
    try:
        with hold.used() as plan, ExitStack() as open_things:
            if plan is None:
                return
            opened = open_things.enter_context(_opened(store)) if plan.options.way is Way.MOVE else None
            steps = carry_out(plan, sorts, opened, stop)
            yield from _told(steps, plan.options.way, plan.options.destination, None, is_over)
    except StoreError as error:
        yield Unplanned(error)


def _go_on_steps(journal: Path, stop: Event, is_over: IsOver) -> Iterator[Told | Worked | Unplanned]:
    try:
        header = sort_of(journal).header
        with ExitStack() as open_things:
            store = header.store if header.way is Way.MOVE and header.store and header.store.exists() else None
            opened = open_things.enter_context(_opened(store)) if store else None
            yield from _told(go_on(journal, opened, stop), header.way, header.destination, None, is_over)
    except SortFailure as failure:
        yield Unplanned(failure.error)
    except StoreError as error:
        yield Unplanned(error)


def _undo_steps(journal: Path, stop: Event, is_over: IsOver) -> Iterator[Told | Worked | Unplanned]:
    """The files get back to where they were without the results too."""
    try:
        header = sort_of(journal).header
    except SortFailure as failure:
        yield Unplanned(failure.error)
        return
    unusable: StoreError | None = None
    with ExitStack() as open_things:
        opened = None
        if header.way is Way.MOVE and header.store and header.store.exists():
            try:
                opened = open_things.enter_context(_opened(header.store))
            except StoreError as error:
                unusable = error
        yield from _told(undo(journal, opened, stop), header.way, header.destination, unusable, is_over)


def _opened(store: Path) -> Store:
    return Store(store)  # one that is damaged is put aside by who classifies, not here


def _told(
    steps: Iterator[SortStep], way: Way, destination: Path, unusable: StoreError | None, is_over: IsOver
) -> Iterator[Told | Worked]:
    """The steps now and then, since a window cannot show thousands a second."""
    left: list[LeftAlone] = []
    told = 0.0
    with closing(steps):  # type: ignore[type-var]
        for step in steps:
            match step:
                case LeftAlone():
                    left.append(step)
                case Handled() if time.monotonic() - told >= TELL_EVERY:
                    yield Told(step, tuple(left))
                    left.clear()
                    told = time.monotonic()
                case SortEnd():
                    yield Worked(step, tuple(left), way, destination, step.store_error or unusable)
            if is_over():
                return
