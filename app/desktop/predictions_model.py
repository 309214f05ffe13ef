"""The likeliest classes of one picture, as an item model."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.desktop import wording
from app.results.rows import headline
from app.values import Classified, ClassLabel, ModelSpec, Prediction

Index = QModelIndex | QPersistentModelIndex


class PredictionRole(IntEnum):
    """What a row carries beside Qt's own roles.

    LABEL is the class label alone; PROBABILITY a float between 0 and 1 (also the role to sort by); UNKNOWN is true
    for the first row of a picture whose likeliest class is below the least probability; EXPLAINED for the row of the
    class whose heat map is wanted.
    """

    LABEL = Qt.ItemDataRole.UserRole
    PROBABILITY = Qt.ItemDataRole.UserRole + 1
    UNKNOWN = Qt.ItemDataRole.UserRole + 2
    EXPLAINED = Qt.ItemDataRole.UserRole + 3


class PredictionsModel(QAbstractListModel):
    """One row per shown class, the likeliest first; empty while there is no answer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._answer: Classified | None = None
        self._labels: tuple[ClassLabel, ...] = ()
        self._is_multi_label = False
        self._shown = 5
        self._least_probability = 0.0
        self._explained: int | None = None

    def show_answer(self, answer: Classified | None, spec: ModelSpec | None) -> None:
        """Show the predictions of `answer`, with the labels of the model that gave it; None shows nothing."""
        if answer is self._answer:
            return
        self.beginResetModel()
        self._answer = answer
        self._labels = spec.labels if spec else ()
        self._is_multi_label = spec is not None and spec.multi_label
        self.endResetModel()

    def set_shown(self, rows: int, least_probability: float) -> None:
        """Show so many rows, and call classes below `least_probability` unknown."""
        if (rows, least_probability) == (self._shown, self._least_probability):
            return
        self.beginResetModel()
        self._shown = rows
        self._least_probability = least_probability
        self.endResetModel()

    def set_explained(self, index: int | None) -> None:
        """Mark the class at this position of the model's output as the one whose heat map is wanted."""
        if index == self._explained:
            return
        self._explained = index
        if rows := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(rows - 1))

    @property
    def answer(self) -> Classified | None:
        """What is shown."""
        return self._answer

    @property
    def is_multi_label(self) -> bool:
        """Whether each class has a probability of its own."""
        return self._is_multi_label

    @property
    def shown(self) -> int:
        """The greatest number of rows."""
        return self._shown

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        if parent.isValid() or self._answer is None:
            return 0
        return min(self._shown, len(self._answer.predictions))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._answer is None or not index.isValid() or index.row() >= self.rowCount():
            return None
        prediction = self._answer.predictions[index.row()]
        unknown = index.row() == 0 and headline((prediction,), self._least_probability) is None
        match role:
            case Qt.ItemDataRole.DisplayRole | PredictionRole.LABEL:
                return wording.class_name(prediction.label)
            case PredictionRole.PROBABILITY:
                return prediction.probability
            case PredictionRole.UNKNOWN:
                return unknown
            case PredictionRole.EXPLAINED:
                return prediction.index == self._explained
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(prediction.index, prediction.label)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row(), prediction, unknown)
        return None

    def _spoken(self, row: int, prediction: Prediction, is_unknown: bool) -> str:
        name = wording.class_name(prediction.label)
        said = wording.spoken(name, prediction.probability, row + 1, self.rowCount())
        said = self.tr("unknown; %1").replace("%1", said) if is_unknown else said
        return self.tr("%1; heat map").replace("%1", said) if prediction.index == self._explained else said

    def _tool_tip(self, place: int, label: str) -> str:
        """All names of the class, marked as plain text by what Qt takes for markup being escaped."""
        names = self._labels[place].synonyms if place < len(self._labels) else ()
        own = wording.class_name(label)
        return wording.plain_tool_tip(", ".join(names if own == label and names else (own, *names)))
