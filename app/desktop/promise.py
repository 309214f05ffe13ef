"""What letting go of a drag would do, said before it is let go."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal

from app.desktop import wording
from app.desktop.intake import Files, Intake, WebAddress, is_model, local_paths, read_mime
from app.desktop.tasks import Task, Tasks
from app.images.sources import Discovery
from app.values import ImageRef
from app.wording import shown

COUNT_WITHIN = 200  # milliseconds: a count that takes longer is not waited for
SAY_WITHIN = 300  # milliseconds: then something is said, even if the disk has not answered at all


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of the files and folders that are dragged.

    Attributes:
        paths: all of them.
        folders: how many of them are folders; None when the disk has not answered in time.
        pictures: how many pictures they hold; None when counting took too long.
        is_model: whether a model can be made of them.
    """

    paths: tuple[Path, ...]
    folders: int | None = None
    pictures: int | None = None
    is_model: bool = False


def survey(paths: tuple[Path, ...], is_over: Callable[[], bool]) -> Iterator[Survey]:
    """Look at what lies there; one step, at the latest a little after `COUNT_WITHIN`; runs in a task."""
    deadline = time.monotonic() + COUNT_WITHIN / 1000

    def is_late() -> bool:
        return is_over() or time.monotonic() > deadline

    if is_model(paths):
        yield Survey(paths, is_model=True)
        return
    kinds = [os.path.isdir(path) for path in itertools.takewhile(lambda _: not is_late(), paths)]
    found = Discovery(paths, is_late) if any(kinds) else map(ImageRef, paths)
    pictures = sum(isinstance(item, ImageRef) for item in found)
    yield Survey(paths, None if len(kinds) < len(paths) else sum(kinds), None if is_late() else pictures)


class Promise(QObject):
    """Looks at what is dragged over the window, off its thread.

    Signals:
        said(str): what letting go would do; "" while that is looked into.
    """

    said = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._paths: tuple[Path, ...] = ()
        self._patience = QTimer(self, singleShot=True, interval=SAY_WITHIN)
        self._patience.timeout.connect(self._on_late)

    def look(self, mime: QMimeData, *, is_offline: bool = False) -> bool:
        """Say soon what letting go of this would do; false when it cannot be taken.

        `is_offline` is whether the network is never used.
        """
        self.forget()
        paths = local_paths(mime)
        if paths:
            self._look_at(paths)
        elif mime.hasImage():  # to ask for the pixels would fetch them from the other program
            self.said.emit(self.tr("Classify this picture"))
        elif intake := read_mime(mime, ""):
            self._take_at_its_word(intake, is_offline)
        else:
            return False
        return True

    def forget(self) -> None:
        """The drag is over."""
        self._patience.stop()
        if self._task:
            self._task.stop()
        self._task = None

    def _look_at(self, paths: tuple[Path, ...]) -> None:
        self._paths = paths
        self._task = self._tasks.new(lambda is_over: survey(paths, is_over))
        self._task.stepped.connect(self._on_surveyed)
        self._task.start()
        self._patience.start()
        self.said.emit("")

    def _take_at_its_word(self, intake: Intake, is_offline: bool) -> None:
        match intake:
            case Files(paths):
                self._look_at(paths)
            case WebAddress() if is_offline:
                self.said.emit(wording.never_online())
            case WebAddress(url):
                self.said.emit(self.tr("Fetch from %1, if you say yes").replace("%1", shown(url.host())))
            case _:
                self.said.emit(self.tr("This lies on another computer"))

    def _on_surveyed(self, found: Survey) -> None:
        if self.sender() is self._task:
            self.forget()
            self.said.emit(self._words(found))

    def _on_late(self) -> None:
        self.said.emit(self._words(Survey(self._paths)))

    def _words(self, found: Survey) -> str:
        if len(found.paths) > 1:
            return self._words_for_many(found)
        name = wording.short_name(found.paths[0])
        if found.is_model:
            words = self.tr("Add model “%1”")
        elif not found.folders:
            words = self.tr("Classify “%1”")
        elif found.pictures is None:
            words = self.tr("Classify the pictures in “%1”")
        elif found.pictures == 0:
            words = self.tr("There are no pictures in “%1”")
        else:
            words = self.tr("Classify %2 in “%1”").replace("%2", wording.pictures(found.pictures))
        return words.replace("%1", name)

    def _words_for_many(self, found: Survey) -> str:
        if found.folders == len(found.paths) and found.pictures is None:
            return self.tr("Classify the pictures in %Ln folders", "", found.folders)
        if found.pictures is None:
            return self.tr("Classify %Ln files and folders", "", len(found.paths))
        if found.pictures == 0:
            return self.tr("There are no pictures in them")
        return self.tr("Classify %1").replace("%1", wording.pictures(found.pictures))
