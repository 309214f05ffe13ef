"""The runs that are kept, as an item model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QDateTime, QLocale, QModelIndex, QObject, Qt

from app.desktop import wording
from app.desktop.folder_run import RunState
from app.desktop.pictures_model import Index
from app.desktop.run_steps import Tally
from app.results.store import Run
from app.wording import shown


class RunColumn(IntEnum):
    """What a column shows."""

    NAME = 0
    PICTURES = 1
    FAILED = 2
    STATE = 3
    STARTED = 4


@dataclass(frozen=True, slots=True)
class UnderWay:
    """How far a run of this sitting is."""

    tally: Tally
    state: RunState


class RunsModel(QAbstractTableModel):
    """One row per run, in the order in which they are given."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._runs: tuple[Run, ...] = ()
        self._active: dict[int, UnderWay] = {}

    def set_runs(self, runs: Sequence[Run], active: dict[int, UnderWay]) -> None:
        """Show these; `active` says how far those have come that are under way, by their numbers."""
        self.beginResetModel()
        self._runs, self._active = tuple(runs), active
        self.endResetModel()

    def set_active(self, active: dict[int, UnderWay]) -> None:
        """How far those have come since."""
        if active != self._active and self._runs:
            self._active = active
            self.dataChanged.emit(self.index(0, RunColumn.PICTURES), self.index(len(self._runs) - 1, RunColumn.STATE))

    def run(self, row: int) -> Run | None:
        """The run at `row`, or None."""
        return self._runs[row] if 0 <= row < len(self._runs) else None

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(RunColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        run = self.run(index.row()) if index.isValid() else None
        if run is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(run, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return wording.plain_tool_tip(
                    shown(run.name), *map(str, run.roots[:10]), f"{run.title} · {run.precision}"
                )
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
        return None

    def _heading(self, section: int) -> str:
        names = {
            RunColumn.NAME: self.tr("Name"),
            RunColumn.PICTURES: self.tr("Pictures"),
            RunColumn.FAILED: self.tr("Not classified"),
            RunColumn.STATE: self.tr("State"),
            RunColumn.STARTED: self.tr("Begun"),
        }
        return names[RunColumn(section)] if 0 <= section < len(names) else ""

    def _state_words(self, state: RunState) -> str:
        words = {RunState.WAITING: self.tr("waiting"), RunState.PAUSED: self.tr("paused")}
        return words.get(state, self.tr("under way"))

    def _text(self, run: Run, column: int) -> str:
        active = self._active.get(run.id)
        tally = active and active.tally
        match column:
            case RunColumn.NAME:
                return shown(run.name)
            case RunColumn.PICTURES:
                return wording.count(tally.done if tally else run.classified + run.failed)
            case RunColumn.FAILED:
                failed = tally.failed if tally else run.failed
                return wording.count(failed) if failed else ""
            case RunColumn.STATE if active:
                return self._state_words(active.state)
            case RunColumn.STATE:
                return self.tr("complete") if run.ended is not None else self.tr("unfinished")
            case _:
                begun = QDateTime.fromSecsSinceEpoch(int(run.started))
                return QLocale().toString(begun, QLocale.FormatType.ShortFormat)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


_NUMBERS = (RunColumn.PICTURES, RunColumn.FAILED)
