"""Plans carried out, sorts gone on with and undone: generators of steps, each ended by one `SortEnd`."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from threading import Event

from app.results.sorting.carrying import Carrying
from app.results.sorting.counting import Stopped
from app.results.sorting.following import Following
from app.results.sorting.journal import Journal, Phase, State
from app.results.sorting.locks import destination_held
from app.results.sorting.plan import Plan
from app.results.sorting.steps import Handled, LeftAlone, SortEnd, SortError, SortFailure, SortStep
from app.results.sorting.undoing import Undoing
from app.results.store import Store
from app.values import SortTrouble

_Work = Callable[[Journal, Event], Generator[Handled | LeftAlone, None, None]]


def carry_out(
    plan: Plan, sorts: Path, store: Store | None, stop: Event, *, tags: Path | None = None
) -> Iterator[SortStep]:
    """Sort as planned; what stands against the plan is the caller's to look at.

    Args:
        plan: what shall be done; it becomes the journal.
        sorts: folder of the journals.
        store: the results store whose paths follow what is moved, or None.
        stop: once it is set, the work ends; a large file under way is given up, and nothing of its copy stays.
        tags: the journal of tags, which follows too, or None.
    """
    with ExitStack() as lock:
        try:
            lock.enter_context(
                destination_held(plan.options.destination, sorts)
            )  # or there would be a journal too many
            journal = plan.write(sorts)
        except SortFailure as failure:
            yield SortEnd(None, 0, 0, is_complete=False, error=failure.error)
            return
        yield from _work(journal, store, stop, tags, _carried)


def go_on(path: Path, store: Store | None, stop: Event, *, tags: Path | None = None) -> Iterator[SortStep]:
    """Go on with a sort that was stopped, has failed or was killed; `path` is its journal."""
    yield from _alone(path, store, stop, tags, _carried)


def undo(path: Path, store: Store | None, stop: Event, *, tags: Path | None = None) -> Iterator[SortStep]:
    """Undo a sort, complete or not, or go on with undoing it; `path` is its journal.

    What could not be restored the last time is tried again.
    """
    yield from _alone(path, store, stop, tags, _undone)


def _alone(path: Path, store: Store | None, stop: Event, tags: Path | None, work: _Work) -> Iterator[SortStep]:
    """The work, while no other process sorts into that folder."""
    with ExitStack() as lock:
        try:
            with Journal(path) as journal:
                destination = journal.header.destination
            lock.enter_context(destination_held(destination, path.parent))
        except SortFailure as failure:
            yield SortEnd(path, 0, 0, is_complete=False, error=failure.error)
            return
        yield from _work(path, store, stop, tags, work)


def _work(path: Path, store: Store | None, stop: Event, tags: Path | None, work: _Work) -> Iterator[SortStep]:
    """The work, and what follows from it; a sort is complete, or undone, when the store knows it too."""
    error: SortError | None = None
    done = left = 0
    is_complete, is_closed, following = False, False, None
    try:
        with Journal(path) as journal:
            following = Following(journal, store, tags)
            try:
                with suppress(Stopped), closing(work(journal, stop)) as steps:
                    for step in steps:
                        try:
                            yield step
                        except GeneratorExit:
                            is_closed = True  # whatever fails on the way out, nobody hears the end any more
                            raise
                        following.now_and_then()
                    is_complete = True
            finally:
                following.all()
                if is_complete and following.error is None:
                    journal.enter(_ENDS[journal.header.phase])
                done, left = _counts(journal)
    except SortFailure as failure:
        error, is_complete = failure.error, False
    if not is_closed:
        yield SortEnd(path, done, left, is_complete, error, following.error if following else None)


def _carried(journal: Journal, stop: Event) -> Generator[Handled | LeftAlone, None, None]:
    phase = journal.refresh().phase
    if phase in (Phase.UNDOING, Phase.UNDONE):
        raise SortFailure(SortTrouble.UNDOING if phase is Phase.UNDOING else SortTrouble.UNDONE, journal.path.stem)
    yield from Carrying(journal, stop).steps()


def _undone(journal: Journal, stop: Event) -> Generator[Handled | LeftAlone, None, None]:
    if journal.refresh().phase is Phase.UNDONE and not journal.count(State.KEPT):
        raise SortFailure(SortTrouble.UNDONE, journal.path.stem)
    yield from Undoing(journal, stop).steps()


def _counts(journal: Journal) -> tuple[int, int]:
    if journal.header.phase in (Phase.UNDOING, Phase.UNDONE):
        return journal.count(State.UNDONE), journal.count(State.KEPT)
    return journal.count(State.DONE), journal.count(State.SKIPPED) + journal.both_stayed()


_ENDS = {Phase.BEGUN: Phase.COMPLETE, Phase.UNDOING: Phase.UNDONE}
