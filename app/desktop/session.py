"""The session: the owner of all live state in the window; widgets talk to it and to nothing below it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, QUrl, Signal
from PySide6.QtGui import QUndoStack

from app.desktop import wording
from app.desktop.dispatcher import Dispatcher, Progress
from app.desktop.fetches import Fetches
from app.desktop.heat import Heat
from app.desktop.intake import Bitmap, Files, Folders
from app.desktop.intakes import Intakes
from app.desktop.known_models import known_model
from app.desktop.notice import Notice, Offer, trouble_notice
from app.desktop.pictures_model import Entry, PicturesModel, Taken
from app.desktop.pixmaps import Pixmaps
from app.desktop.predictions_model import PredictionsModel
from app.desktop.recent import Recent
from app.desktop.removals import Removal
from app.desktop.run_view import RunView
from app.desktop.runs import Runs
from app.desktop.sorts import Sorts
from app.desktop.tasks import Tasks
from app.desktop.workshop import Workshop
from app.desktop.zoo import Zoo
from app.images.budget import DecodeBudget
from app.paths import Places
from app.policy import FREE, Policy
from app.settings import Settings, save_settings
from app.steps import BackedOff, JobError, ModelReady
from app.values import Classified, Device, ImageRef, ModelSpec, Outcome
from app.wording import trouble_sentence

logger = logging.getLogger(__name__)

HASTEN_AFTER = 150  # milliseconds that a waiting picture is looked at before it is answered first
UNDO_STEPS = 10  # each may hold pasted pictures in memory


class Session(QObject):
    """Takes pictures in, has them classified, and knows what is shown.

    Attributes:
        pictures: the pictures of this sitting.
        predictions: the classes of the current picture.
        previews: the current pictures for the eye.
        settings: what the user chose, and over it what the administrator fixed.
        policy: what that is.
        recent: the pictures opened lately.
        intakes: the files and folders that are being looked through.
        tasks: other work beside the window, ended with the session.
        fetches: the downloads that the user said yes to.
        removals: what was taken off the list, to be undone and done again.
        runs: the folders that are classified.
        sorts: what was sorted into folders.
        heat: why the current picture has a class.
        zoo: the models that can be had, and those that are here.

    Signals:
        current_changed(): another picture is current, or more is known of it.
        model_changed(): the network is loading, ready or failed.
        progressed(): `progress` or `busy` changed.
        noticed(object): a `Notice`.
        settings_changed(): after `change_settings`.
        taken_in(): pictures came on the list, the first of which is the current one now.
    """

    current_changed = Signal()
    model_changed = Signal()
    progressed = Signal()
    noticed = Signal(object)
    settings_changed = Signal()
    taken_in = Signal()

    def __init__(
        self, settings: Settings, places: Places, parent: QObject | None = None, policy: Policy = FREE
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.policy = policy
        self.places = places
        self.ready: ModelReady | None = None
        self.recent = Recent(places.window, settings.history, self)
        self.intakes = Intakes(self)
        self.fetches = Fetches(self)
        self.removals = QUndoStack(self, undoLimit=UNDO_STEPS)
        self._trouble: JobError | None = None
        self._current: ImageRef | None = None
        self._exhibit: Entry | None = None
        self._is_exhibiting = False
        self._urgency = 0
        self._owed: set[ImageRef] = set()  # given up by a failure; the next network answers them
        self._rest = QTimer(self, singleShot=True, interval=HASTEN_AFTER)
        self._rest.timeout.connect(self._hasten)
        self.tasks = Tasks(self)
        budget = DecodeBudget()
        self._pixmaps = Pixmaps(budget, self)
        self.previews = self._pixmaps.large
        self.pictures = PicturesModel(self._pixmaps.small, self)
        self.predictions = PredictionsModel(self)
        self._workshop = Workshop(budget, self)
        self._dispatcher = Dispatcher(self._workshop, self)
        rows = RunView(self._pixmaps.small, self)
        self.runs = Runs(self._workshop, self.tasks, rows, self.removals, places.results, self)
        self.sorts = Sorts(self.tasks, places.sorts, self)
        self.heat = Heat(self._workshop, self)
        self.zoo = Zoo(self)
        self._connect()
        self._apply_settings()

    def _connect(self) -> None:
        self.previews.arrived.connect(self._on_preview)
        self.fetches.fetched.connect(self.take_data)
        self.fetches.failed.connect(lambda words: self.noticed.emit(Notice(words)))
        self.intakes.found.connect(lambda found: self._add(found.refs, found.intake))
        self.intakes.run_wanted.connect(self._on_run_wanted)
        self.intakes.broke.connect(self._on_broke)
        for part in (self.runs, self.sorts, self.zoo):
            part.noticed.connect(self.noticed)
        dispatcher = self._dispatcher
        dispatcher.ready.connect(self._on_ready)
        dispatcher.backed_off.connect(self._on_backed_off)
        dispatcher.answered.connect(self._on_answered)
        dispatcher.given_up.connect(self._on_given_up)
        dispatcher.failed.connect(self._on_failed)
        for changed in (self.fetches.changed, self.intakes.changed, dispatcher.progressed):
            changed.connect(self.progressed)

    # what is known

    @property
    def progress(self) -> Progress:
        """How far the work has come."""
        return self._dispatcher.progress

    @property
    def busy(self) -> bool:
        """Whether there is anything to stop."""
        return self.progress.busy or self.intakes.busy or bool(self.fetches.hosts)

    @property
    def current(self) -> Entry | None:
        """The picture that is shown, or None."""
        if self._is_exhibiting:
            return self._exhibit
        return self.pictures.entry(self.pictures.row_of(self._current)) if self._current else None

    @property
    def is_exhibiting(self) -> bool:
        """Whether what is shown is not of the list."""
        return self._is_exhibiting

    @property
    def model(self) -> ModelSpec | None:
        """The chosen model, or None when the settings name one that is not here."""
        return self.ready.model if self.ready else known_model(self.settings.model)

    @property
    def trouble(self) -> JobError | None:
        """Why no network is ready, or None."""
        return self._trouble

    @property
    def devices(self) -> tuple[Device, ...]:
        """What is known of devices: those that were tried."""
        if self.ready:
            return (self.ready.device, *self.ready.others)
        return self._trouble.devices if self._trouble else ()

    # what a person does

    def start(self) -> None:
        """Load the network in the background; called once the window is on screen.

        No thread runs before, so that nothing is left to be ended when the window cannot be built.
        """
        self._pixmaps.start()
        self._workshop.start()
        self.runs.former.read(self.runs.store)
        self.sorts.offer_interrupted()
        self._dispatcher.submit((), self.settings)

    def take_in(self, intake: Files | Bitmap) -> None:
        """Add pictures to the sitting; the first of them is shown."""
        self.intakes.start(intake, self._next_urgency())
        if isinstance(intake, Files):
            self.recent.expect(intake.paths)

    def fetch(self, url: QUrl) -> None:
        """Fetch a picture from the web; the user has said yes."""
        self.fetches.start(url)

    def take_data(self, data: bytes, name: str) -> None:
        """Add a picture that came as encoded bytes."""
        self._add((ImageRef(Path(name), data),), self._next_urgency())

    def show_row(self, row: int) -> None:
        """Make another picture of the list the current one."""
        ref = entry.ref if (entry := self.pictures.entry(row)) else None
        if ref != self._current:
            self._current = ref
            self._tell_current()
            self._rest.start()

    def exhibit(self, outcome: Outcome | None) -> None:
        """Show a picture that is not on the list, with its outcome, or none at all."""
        self._exhibit, self._is_exhibiting = Entry(outcome.ref, outcome, waiting=False) if outcome else None, True
        self._tell_current()

    def end_exhibition(self) -> None:
        """Show the current picture of the list again."""
        self._exhibit, self._is_exhibiting = None, False
        self._tell_current()

    def retry(self, rows: Iterable[int]) -> None:
        """Classify these pictures again."""
        refs = tuple(entry.ref for row in rows if (entry := self.pictures.entry(row)))
        if refs:
            self._add(refs, self._next_urgency(), show=False)

    def retry_stopped(self) -> None:
        """Classify whatever was given up; a network that could not be loaded is loaded first."""
        stopped = self.pictures.stopped_rows()
        if self._trouble is None:
            self.retry(stopped)
            return
        self._owed.update(entry.ref for row in stopped if (entry := self.pictures.entry(row)))
        self._trouble = None
        self._dispatcher.submit((), self.settings)
        self.model_changed.emit()

    def remove(self, rows: Iterable[int]) -> None:
        """Take pictures off the list, never off the disk; `removals` can undo it."""
        entries = [entry for row in sorted(rows) if (entry := self.pictures.entry(row))]
        if not entries:
            return
        self.removals.push(Removal((entry.ref for entry in entries), self._take_off, self._put_back))
        self.noticed.emit(Notice(wording.taken_off(len(entries)), offer=Offer.UNDO))

    def clear(self) -> None:
        """Stop what is under way and take every picture off the list; `removals` can bring back what was listed."""
        self.fetches.stop()
        self.intakes.stop()
        self.remove(range(self.pictures.rowCount()))

    def stop(self) -> None:
        """Stop what is under way; pictures without an answer are marked as stopped."""
        self.fetches.stop()
        self.intakes.stop()
        self._owed.clear()
        self._dispatcher.stop()

    def change_settings(self, settings: Settings) -> None:
        """Use and keep these settings, less what is fixed; another model, device or precision loads at once."""
        settings = self.policy.applied(settings)
        if settings == self.settings:
            return
        before, self.settings = self.settings, settings
        self._apply_settings()
        self.recent.set_kept(settings.history)
        try:
            save_settings(self.places.settings, settings, self.policy.fixed)
        except OSError as error:
            logger.warning("the settings could not be saved: %s", error)
            self.noticed.emit(Notice(self.tr("The settings could not be saved. They hold until you quit."), str(error)))
        if before.engine != settings.engine:
            self._reload(is_answered_anew=before.method != settings.method)
        self.settings_changed.emit()
        self._tell_current()

    def close(self) -> list[QThread]:
        """Stop everything; returns the threads that are ending, to be waited for."""
        self.fetches.stop()
        self._dispatcher.drop()
        owners = (self.heat, self.runs, self.intakes, self.tasks, self._pixmaps)
        return [*(thread for owner in owners for thread in owner.close()), self._workshop.close()]

    # inside

    def _apply_settings(self) -> None:
        self.predictions.set_shown(self.settings.top_k, self.settings.least_probability)
        self.pictures.set_least_probability(self.settings.least_probability)
        self.runs.set_settings(self.settings)
        self._pixmaps.set_limits(self.settings.limits)

    def _reload(self, *, is_answered_anew: bool) -> None:
        """Load the network that is wanted now; it answers all pictures, or those that wait, the current one first."""
        unanswered = self._dispatcher.drop()
        self.ready, self._trouble = None, None
        self.model_changed.emit()
        self._dispatcher.submit((), self.settings)
        if refs := self.pictures.wait_again() if is_answered_anew else unanswered:
            self._dispatcher.submit(refs, self.settings, self._urgency)
            self._hasten()

    def _next_urgency(self) -> int:
        """What came last is answered first."""
        self._urgency += 1
        return self._urgency

    def _hasten(self) -> None:
        """Answer the picture that is looked at before all others, if it still waits."""
        if (entry := self.current) and entry.waiting:
            self._dispatcher.submit((entry.ref,), self.settings, self._next_urgency())

    def _take_off(self, refs: tuple[ImageRef, ...]) -> Taken:
        """List these pictures no more; a neighbour becomes the current one before they go."""
        rows = sorted(row for ref in refs if (row := self.pictures.row_of(ref)) >= 0)
        self._dispatcher.forget(refs)
        if self._current in refs:
            self._leave(rows)
        taken = self.pictures.remove(rows)
        self.progressed.emit()
        return taken

    def _leave(self, rows: list[int]) -> None:
        """Show the next picture that is not in `rows`, or else the one before."""
        here, gone = self.pictures.row_of(self._current) if self._current else -1, set(rows)
        others = (*range(here + 1, self.pictures.rowCount()), *range(here - 1, -1, -1))
        self.show_row(next((row for row in others if row not in gone), -1))

    def _put_back(self, taken: Taken) -> None:
        """List again what `_take_off` returned; the first of it is shown."""
        back = self.pictures.put_back(taken)
        waiting = [entry.ref for entry in back if entry.waiting]
        if waiting:
            self._dispatcher.submit(waiting, self.settings, self._next_urgency())
        if back:
            self._current = back[0].ref
        self._tell_current()
        self.progressed.emit()

    def _add(self, refs: tuple[ImageRef, ...], urgency: int, show: bool = True) -> None:
        for ref in refs:
            self.previews.forget(ref)
        self.pictures.add(refs)
        self._dispatcher.submit(refs, self.settings, urgency)
        if show and refs:
            self._current = refs[0]
            self.taken_in.emit()
        self._tell_current()

    def _tell_current(self) -> None:
        entry = self.current
        answer = entry.outcome if entry and isinstance(entry.outcome, Classified) else None
        self.predictions.show_answer(answer, known_model(answer.model) if answer else None)
        self.current_changed.emit()

    def _on_run_wanted(self, wanted: Folders) -> None:
        self.recent.confirm(wanted.folders)
        self.runs.start(wanted.roots)

    def _on_preview(self, ref: ImageRef) -> None:
        if self.current and ref == self.current.ref:
            self.current_changed.emit()

    def _on_ready(self, ready: ModelReady) -> None:
        self.ready, self._trouble = ready, None
        self.model_changed.emit()
        owed, self._owed = self._owed, set()
        stopped = ((row, self.pictures.entry(row)) for row in self.pictures.stopped_rows())
        self.retry(row for row, entry in stopped if entry and entry.ref in owed)

    def _on_backed_off(self, step: BackedOff) -> None:
        if self.ready:
            self.ready = replace(self.ready, device=step.device)
        self.model_changed.emit()
        self.noticed.emit(Notice(wording.backed_off(step.device)))

    def _on_answered(self, outcomes: tuple[Outcome, ...]) -> None:
        self.pictures.answer(outcomes)
        self.recent.confirm(outcome.ref.path for outcome in outcomes if isinstance(outcome, Classified))
        if any(outcome.ref == self._current for outcome in outcomes):
            self._tell_current()

    def _on_given_up(self, refs: tuple[ImageRef, ...]) -> None:
        self.pictures.give_up(refs)
        if self._current in refs:
            self._tell_current()
        self.progressed.emit()

    def _on_failed(self, error: JobError, refs: tuple[ImageRef, ...]) -> None:
        self.ready, self._trouble = None, error
        self._owed.update(refs)
        self._on_given_up(refs)
        logger.error("a job failed: %s", trouble_sentence(error))
        self.model_changed.emit()
        self._tell_current()
        self.noticed.emit(trouble_notice(error, self.settings.model, is_device_fixed="device" in self.policy.fixed))

    def _on_broke(self, details: str) -> None:
        self.noticed.emit(Notice(wording.logged(self.tr("The pictures could not be listed.")), details))
