"""The runs of the window: begun, paused, continued, and the former ones opened again."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QUndoStack

from app.desktop import run_wording, wording
from app.desktop.folder_run import FolderRun, RunState
from app.desktop.former_runs import FormerRuns
from app.desktop.notice import Notice, Offer
from app.desktop.removals import RowsRemoval
from app.desktop.run_steps import Begun, Continued, RunStep, StoreMoved, What, run_steps
from app.desktop.run_view import RunView
from app.desktop.tasks import Tasks
from app.desktop.worker import Order
from app.desktop.workshop import Workshop
from app.results.database import StoreError
from app.results.query import Query, State
from app.results.store import Run, Store
from app.settings import Settings
from app.steps import Job, JobEnd, JobError, Trouble
from app.wording import shown, trouble_sentence

if TYPE_CHECKING:
    from app.inference.engine import Engine

logger = logging.getLogger(__name__)

_LOST = (Trouble.RUN_FORGOTTEN, Trouble.STORE_DAMAGED)  # after these the store has the run no more
BELOW_PICTURES = -(1 << 30)  # the urgency of runs: whatever is dropped meanwhile goes first


class Runs(QObject):
    """Owns every run of this sitting; the newest goes first, and one of them is shown.

    Attributes:
        store: the file of the store.
        shown: the run that is looked at, or None.
        rows: what is seen of it.
        former: the runs that the store keeps.
        offered: the number of the unfinished run that was offered at the start, or None.

    Signals:
        opened(): another run is shown, or the one that is shown has got its number.
        progressed(object): a `FolderRun` has come further or changed its state.
        ended(object): a `FolderRun` is not under way any more.
        noticed(object): a `Notice`.
    """

    opened = Signal()
    progressed = Signal(object)
    ended = Signal(object)
    noticed = Signal(object)

    def __init__(
        self, workshop: Workshop, tasks: Tasks, rows: RunView, removals: QUndoStack, store: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._removals = removals
        self.store = store
        self.shown: FolderRun | None = None
        self.rows = rows
        self._workshop = workshop
        self._settings = Settings()
        self._urgencies = itertools.count(BELOW_PICTURES)
        self._runs: list[FolderRun] = []
        self._passing: TemporaryDirectory[str] | None = None
        workshop.stepped.connect(self._on_stepped)
        self.former = FormerRuns(tasks, self)
        self.offered: int | None = None
        self._is_first_look = True
        self.former.changed.connect(self._on_former_changed)
        self.former.moved.connect(self._on_store_moved)
        self.former.forgotten.connect(self._on_forgotten)
        self.former.failed.connect(self._on_former_failed)

    @property
    def active(self) -> list[FolderRun]:
        """The runs under way, the newest last."""
        return [run for run in self._runs if run.is_active]

    def set_settings(self, settings: Settings) -> None:
        """Begin runs with these settings from now on."""
        self._settings = settings
        self.rows.set_top_k(settings.top_k)
        self.rows.set_least_probability(settings.least_probability)

    def start(self, roots: tuple[Path, ...]) -> None:
        """Classify these files and folders, or go on with it, and show it."""
        absolute = tuple(path.absolute() for path in roots)
        same = [run for run in self._runs if run.roots == absolute]
        run = max(same, key=lambda run: (run.is_active, run.number or 0), default=None) or self._new(absolute)
        if not run.is_active:
            self._order(run, run.roots)
        self._show(run)

    def open(self, former: Run) -> None:
        """Show a run that the store knows."""
        known = next((run for run in self._runs if run.number == former.id), None)
        self._show(known or self._added(FolderRun.of(former, self)))

    def go_on_unfinished(self) -> None:
        """Show the run that was offered, and go on with it if it is not done."""
        if offered := next((run for run in self.former.runs if run.id == self.offered), None):
            self.open(offered)
            if self.shown and self.shown.state is not RunState.DONE:
                self.go_on(self.shown)

    def show_none(self) -> None:
        """Look at no run; those under way go on."""
        self._show(None)

    def go_on(self, run: FolderRun) -> None:
        """Continue a run that pauses or was ended before it was done, or look for new pictures in its folders."""
        if run.state is RunState.PAUSED:
            run.set_paused(False)
            self._workshop.wake(run.job)
        elif not run.is_active:
            self._order(run, _rest_of(run))

    def begin_anew(self, number: int) -> None:
        """Classify the files and folders of a run in a new one, and show that."""
        if former := next((run for run in self._runs if run.number == number), None):
            run = self._new(former.roots)
            self._order(run, run.roots)
            self._show(run)

    def pause(self, run: FolderRun) -> None:
        """Rest after the picture under way; what was done is kept."""
        if run.state in (RunState.WAITING, RunState.RUNNING):
            run.set_paused(True)

    def cancel(self, run: FolderRun) -> None:
        """End a run; what was done is kept, and it can be continued."""
        if run.is_active:
            run.set_stopping()
            self._workshop.wake(run.job)

    def remove(self, query: Query) -> None:
        """Take the rows that a query chooses, by their entries, off the list of the shown run; it can be undone."""
        number = len(query.entries or ())
        self._removals.push(RowsRemoval(query, number, self._edit))
        self.noticed.emit(Notice(wording.taken_off(number), offer=Offer.UNDO))

    def retry(self, query: Query) -> None:
        """Classify the rows that a query chooses again; what comes of it takes their place."""
        run = self.shown
        if run and not run.is_active:
            self._order(run, query)

    def retry_failed(self, run: FolderRun) -> None:
        """Classify again whatever of a run could not be classified."""
        if run.number is not None and not run.is_active:
            self._order(run, Query(run.number, 0.0, states=frozenset((State.FAILED,))))

    def rename(self, number: int, name: str) -> None:
        """Call a run differently, here and in the store."""
        for run in self._runs:
            if run.number == number:
                run.rename(name)
        self.former.rename(self.store, number, name)

    def forget(self, *numbers: int) -> None:
        """Forget these runs, none of which is under way; the pictures stay as they are."""
        self.former.forget(self.store, *numbers)

    def forget_everything(self) -> None:
        """Empty the store, while no run is under way; the pictures stay as they are."""
        self.former.forget_everything(self.store)

    def close(self) -> list[QThread]:
        """Stop everything; what was done is kept. Returns the threads that are ending, to be waited for."""
        for run in self.active:
            run.stop.set()
            run.job = 0
        return self.rows.close()

    def remove_passing_store(self) -> None:
        """Remove the store of results that could be kept nowhere else; called once nobody uses it."""
        if self._passing:
            self._passing.cleanup()

    def _new(self, roots: tuple[Path, ...]) -> FolderRun:
        return self._added(FolderRun(roots, run_wording.roots_name(roots), self))

    def _added(self, run: FolderRun) -> FolderRun:
        self._runs.append(run)
        run.changed.connect(self._on_changed)
        return run

    def _show(self, run: FolderRun | None) -> None:
        self.shown = run
        self._open_rows()
        self.opened.emit()

    def _open_rows(self) -> None:
        run = self.shown
        if run is None or run.number is None:
            self.rows.close_run()
        else:
            self.rows.open(self.store, run.number, run.roots, self._settings.least_probability)

    def _edit(self, change: Callable[[Store], object], then: Callable[[Any], None]) -> None:
        self.former.change(self.store, change, then)

    def _order(self, run: FolderRun, what: What) -> None:
        """Hand a run to the worker, or those of its rows that are to be done again."""
        number = self._workshop.next_number()
        run.begin(number, is_again=isinstance(what, Query))
        settings, store, stop, pause = self._settings, self.store, run.stop, run.pause
        job = Job(
            number,
            (),
            model=settings.model,
            device=settings.device,
            precision=settings.precision,
            limits=settings.limits,
        )

        def steps(engine: Engine) -> Iterator[RunStep | None]:
            return run_steps(job, what, store, engine, stop, pause)

        self._workshop.order(Order(number, steps, next(self._urgencies), run.stop))

    def _on_stepped(self, step: RunStep) -> None:
        run = next((run for run in self._runs if run.job == step.job), None)
        if run is None:
            return
        run.take(step)
        match step:
            case Begun():
                self.former.note(step.number)
                if run is self.shown and not self.rows.is_of(self.store, step.number):
                    self._show(run)
            case StoreMoved(path=path):
                self.rows.close_run()
                self._on_store_moved(path)
            case JobEnd():
                self._on_end(run)

    def _on_store_moved(self, path: Path) -> None:
        self._let_go_of_removals()
        words = self.tr("The results were damaged. They lie at %1 now, and new ones begin.")
        self.noticed.emit(Notice(words.replace("%1", shown(path)), str(path)))

    def _let_go_of_removals(self) -> None:
        """Another store gives the numbers of runs and rows once more: undoing would meet others."""
        for index in range(self._removals.count()):
            command = self._removals.command(index)
            if isinstance(command, RowsRemoval):
                command.setObsolete(True)

    def _on_end(self, run: FolderRun) -> None:
        if run.error is None:
            self._say_if_empty(run)
            self.ended.emit(run)
            return
        logger.error("a run failed: %s", trouble_sentence(run.error))
        if run.error.trouble is Trouble.STORE_UNUSABLE and run.number is None and self._passing is None:
            self._do_without(run)
            return
        self.noticed.emit(_notice(run, run.error))
        self.ended.emit(run)

    def _say_if_empty(self, run: FolderRun) -> None:
        if run.state is RunState.DONE and not run.tally.done:
            skipped = ", ".join(f"{kind}: {number}" for kind, number in run.tally.skipped)
            self.noticed.emit(Notice(wording.no_pictures(run.roots), skipped))

    def _do_without(self, run: FolderRun) -> None:
        """Where nothing can be kept, results last as long as the window."""
        self._passing = TemporaryDirectory(prefix="whatsit-", ignore_cleanup_errors=True)
        self.store = Path(self._passing.name) / "results.sqlite"
        words = self.tr("Results cannot be kept in your data folder. They last until you quit.")
        self.noticed.emit(Notice(words, trouble_sentence(run.error) if run.error else ""))
        self._order(run, run.roots)

    def _on_former_changed(self) -> None:
        if self._is_first_look and self.former.runs:
            self._offer_unfinished(self.former.runs[0])
        self._is_first_look = False
        stored = {run.id: run for run in self.former.runs}
        for run in self._runs:
            if run.number in stored and not run.is_active:
                run.count(stored[run.number])
        if self.shown and self.shown.is_active:  # rows may have been taken off while it pauses
            self.rows.refresh()

    def _offer_unfinished(self, newest: Run) -> None:
        """What the last sitting left undone is offered at the start of this one."""
        if newest.ended is None and not any(run.number == newest.id or run.is_active for run in self._runs):
            self.offered = newest.id
            words = run_wording.unfinished(newest)
            self.noticed.emit(Notice(words, offer=Offer.GO_ON))

    def _on_forgotten(self, numbers: set[int]) -> None:
        gone = [run for run in self._runs if run.number in numbers and not run.is_active]
        self._runs = [run for run in self._runs if run not in gone]
        if self.shown in gone:
            self._show(None)
        for run in gone:
            run.deleteLater()
        words = run_wording.forgotten(len(numbers), is_all=not self.former.runs)
        self.noticed.emit(Notice(words, is_calm=True))

    def _on_former_failed(self, error: StoreError) -> None:
        words = self.tr("The results could not be read or changed: %1").replace("%1", wording.store_words(error))
        self.noticed.emit(Notice(words, str(error)))

    def _on_changed(self) -> None:
        run = self.sender()
        if run is self.shown:
            self.rows.refresh()
        self.progressed.emit(run)


def _rest_of(run: FolderRun) -> What:
    """What continues a run; one that is done, or that the store does not have, is asked for anew.

    Who continues one although it was said that a folder is gone or empty means it.
    """
    trouble = run.error.trouble if run.error else None
    if run.number is None or run.state is RunState.DONE or trouble in _LOST:
        return run.roots
    return Continued(run.number, run.roots, anyway=trouble is Trouble.FOLDER_BARE)


def _notice(run: FolderRun, error: JobError) -> Notice:
    details = trouble_sentence(error)
    if error.trouble is Trouble.OTHER_METHOD:
        return Notice(run_wording.begin_anew(run), details, Offer.BEGIN_ANEW, run=run.number)
    return Notice(wording.trouble_words(error), details, run=run.number)
