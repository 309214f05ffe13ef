"""Class labels to be typed, pasted, or read from a file or the names of folders."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.desktop import own_wording
from app.desktop.chooser import Chooser
from app.desktop.own_steps import Refused, labels_trouble
from app.desktop.task_dialog import note

LINES = 6  # that are seen at once
_SHOWN_MISSING = 3  # of the names of classes without a label


class LabelEditor(QWidget):
    """A label in each line, in the order of the network's outputs; below it how many there are, or what is wrong.

    Signals:
        changed(): other labels stand there.
        source_wanted(object): labels are to be read from this `Path`.
    """

    changed = Signal()
    source_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._classes = 0
        self._beside = ""
        self._chooser = Chooser(self)
        self._chooser.chosen.connect(lambda paths: self.source_wanted.emit(paths[0]))
        self._text = _Text(self)
        self._text.setAccessibleName(self.tr("Class labels, one in each line"))
        self._state = note("", self)
        self._file = QPushButton(self.tr("From a f&ile…"), self)
        self._tree = QPushButton(self.tr("From &folders…"), self)
        self._tree.setToolTip(self.tr("The folder of the training pictures, with a folder for each class"))
        self._lay_out()
        self._text.textChanged.connect(self._on_changed)
        self._file.clicked.connect(self._on_file)
        self._tree.clicked.connect(self._on_tree)
        self.setFocusProxy(self._text)

    @property
    def names(self) -> tuple[str, ...]:
        """The labels; "" for a line that is empty, but for those at the end."""
        return tuple(line.strip() for line in self._text.toPlainText().rstrip().split("\n")) if self._has_any else ()

    @property
    def trouble(self) -> Refused | None:
        """What is wrong with them."""
        return labels_trouble(self.names, self._classes)

    def show_labels(self, names: tuple[str, ...]) -> None:
        """Take these labels in place of those that stand there."""
        self._text.setPlainText("\n".join(" ".join(name.split()) for name in names))

    def set_classes(self, classes: int, beside: str = "") -> None:
        """The network has so many outputs; `beside` is said while no label stands there."""
        self._classes, self._beside = classes, beside
        missing = [f"class {number}" for number in range(min(classes, _SHOWN_MISSING))]
        self._text.setPlaceholderText("\n".join([*missing, *(["…"] if classes > len(missing) else [])]))
        self._tell()

    @property
    def _has_any(self) -> bool:
        return bool(self._text.toPlainText().strip())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._file, self._tree):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._text)
        column.addWidget(self._state)
        column.addLayout(buttons)

    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        trouble, names = self.trouble, self.names
        words = own_wording.refusal(trouble) if trouble else own_wording.labels_state(names, self._classes)
        if not names and self._beside:
            words = f"{self._beside} {words}"
        self._state.setText(words)
        self._state.setObjectName("error" if trouble else "muted")
        self._state.style().polish(self._state)

    def _on_file(self) -> None:
        filters = [f"{self.tr('Labels')} (*.txt *.csv *.tsv *.json)", f"{self.tr('All files')} (*)"]
        self._chooser.ask_file(self.tr("Labels from a file"), filters)

    def _on_tree(self) -> None:
        self._chooser.ask_folder(self.tr("Labels from the names of folders"))


class _Text(QPlainTextEdit):
    """Some lines high; Tab leads out of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tabChangesFocus=True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), LINES * self.fontMetrics().lineSpacing() + 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
