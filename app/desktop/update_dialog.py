"""Asks whether there is a newer version, and says what came of it."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from app import __version__
from app.desktop import update_wording, wording
from app.desktop.tasks import Task
from app.desktop.updates import Updates
from app.release import Release, UpdateError, is_newer

WIDTH = 72  # average characters
LINES = 2  # that are there from the start, so that few answers need more

Button = QDialogButtonBox.StandardButton


class UpdateDialog(QDialog):
    """Begins to ask when it is made; closing it breaks that off.

    Signals:
        page_wanted(str): the page of a newer version is to be opened.
    """

    page_wanted = Signal(str)

    def __init__(self, updates: Updates, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Updates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._host = urlsplit(updates.publisher.update_address).hostname or ""
        self._words = QLabel(update_wording.asking(self._host), self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setMinimumHeight(LINES * self.fontMetrics().lineSpacing())
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._buttons = QDialogButtonBox(Button.Cancel, self)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._task: Task | None = updates.ask()
        self._task.stepped.connect(self._on_answer)
        self._task.broke.connect(self._on_broke)
        self._task.finished.connect(self._on_finished)
        self._task.start()

    def _lay_out(self) -> None:
        """The bar keeps its room, so that nothing moves when the answer comes."""
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._words, 1)
        column.addWidget(self._bar)
        column.addWidget(self._buttons)

    def _on_answer(self, answer: Release | UpdateError) -> None:
        self._say(update_wording.answer_words(answer, self._host))
        if isinstance(answer, Release) and is_newer(answer.version, __version__):
            button = self._buttons.addButton(self.tr("Open page…"), QDialogButtonBox.ButtonRole.AcceptRole)
            button.setDefault(True)
            button.setFocus()
            button.clicked.connect(lambda: self._on_page(answer.page))

    def _on_broke(self, _details: str) -> None:
        self._say(wording.logged(self.tr("Something went wrong inside Whatsit.")))

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._words.setMinimumHeight(max(self._words.minimumHeight(), self._words.heightForWidth(self._words.width())))
        self._bar.hide()
        self._buttons.setStandardButtons(Button.Close)
        self._buttons.button(Button.Close).setFocus()

    def _on_page(self, page: str) -> None:
        self.page_wanted.emit(page)
        self.accept()

    def _on_finished(self) -> None:
        self._task = None

    # Qt overrides

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(WIDTH * self.fontMetrics().averageCharWidth(), 0))

    def done(self, result: int) -> None:
        if self._task:
            self._task.stop()
        super().done(result)
