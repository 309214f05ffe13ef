"""The base of dialogs that ask something and then do it: long work as a task, told, and cancelled at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.desktop import wording
from app.desktop.notice import Notice
from app.desktop.page_scroll import PageScroll, on_screen
from app.desktop.progress_line import ProgressLine
from app.desktop.session import Session
from app.desktop.tasks import Steps, Task

WIDTH = 88  # average characters; a dialog is no narrower, so that sentences do not become columns


class TaskDialog(QDialog):
    """Pages above; below them what went wrong, how far the work is, and the buttons.

    While a task is under way nothing of the page can be changed. Esc, Cancel and closing the dialog stop the task: the
    window's thread does not wait for it, and its generator is closed in its own thread. The end of the session stops it
    as well. What comes of a task that was stopped is not told.

    A kind of dialog adds its pages and buttons, calls `begin`, and overrides `take`, `ended` and `stopped`.

    Attributes:
        session: the owner of all state.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.session = session
        self._task: Task | None = None
        self._broken: str | None = None  # what nobody foresaw
        self._focus: QWidget | None = None  # what had the keyboard before the work began
        self._actions: list[QPushButton] = []
        self._is_ready = True
        self._pages = QStackedWidget(self)
        self._error = QLabel(self)
        self._error.setObjectName("error")
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        self._error.setWordWrap(True)
        self._error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._error.hide()
        self._progress = ProgressLine(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self._cancel.setAutoDefault(False)
        self._buttons.rejected.connect(self.reject)
        self._arrange()

    def _arrange(self) -> None:
        self._buttons.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self._progress, 1)
        row.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._pages, 1)
        column.addWidget(self._error)
        column.addLayout(row)

    # for the dialogs of this kind

    @property
    def is_busy(self) -> bool:
        """Whether a task is under way."""
        return self._task is not None

    def add_page(self, page: QWidget) -> None:
        """One more page; the first is shown. One that is too high for the screen can be scrolled."""
        self._pages.addWidget(PageScroll(page, self, WIDTH))

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages."""
        for place in range(self._pages.count()):
            scroll = self._pages.widget(place)
            if isinstance(scroll, PageScroll) and scroll.page is page:
                self._pages.setCurrentWidget(scroll)

    def add_button(self, words: str, slot: Callable[[], object]) -> QPushButton:
        """A button beside Cancel that does something; the first is pressed by Enter. All rest while a task runs."""
        button = self._buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.setDefault(not self._actions)
        button.clicked.connect(slot)
        self._actions.append(button)
        return button

    def set_ready(self, is_ready: bool) -> None:
        """Whether enough is chosen for the buttons to be pressed, while no task runs."""
        self._is_ready = is_ready
        self._rest(not self.is_busy)

    def begin(self, steps: Steps, words: str, total: int | None = None, then: object = None) -> None:
        """Do this in a task, told in `words` until `advance` brings figures; `total` may be unknown.

        The slot `then` is called when the task has ended, also where the dialog is gone by then.
        """
        self.say("")
        self._broken = None
        self._focus = self.focusWidget()
        self._progress.begin(words, total)
        self._task = self.session.tasks.new(steps)
        self._rest(False)
        self._cancel.setFocus()
        self._task.stepped.connect(self._on_stepped)
        self._task.broke.connect(self._on_broke)
        self._task.finished.connect(self._on_finished)
        if then:
            self._task.finished.connect(then)
        self._task.start()

    def advance(self, done: int) -> None:
        """So much of the work is done."""
        self._progress.advance(done)

    def tell(self, words: str, done: int, total: int) -> None:
        """So much of the work is done, in words of its own; nothing is known where `total` is 0."""
        self._progress.tell(words, done, total)

    def say(self, words: str) -> None:
        """Say what went wrong, above the buttons; "" takes it back."""
        self._error.setText(words)
        self._error.setVisible(bool(words))
        self._grow()

    def close_with_result(self, page: QWidget) -> None:
        """Show what came of it; all that is left to do is to close."""
        self.show_page(page)
        for button in self._actions:
            button.hide()
        self._cancel.setText(self.tr("Close"))
        self._cancel.setDefault(True)
        self._cancel.setFocus()
        self._grow()

    def take(self, step: object) -> None:
        """A step of the task came."""

    def ended(self) -> None:
        """The task came to its end; the page can be used again. Not called where it was stopped or broke."""

    def stopped(self) -> None:
        """A person stopped the task; the dialog closes."""

    # inside

    # A task may be deleted before its last signal arrives, so nobody asks who sent it: there is one at a time.

    def _on_stepped(self, step: object) -> None:
        if self.is_busy:
            self.take(step)

    def _on_broke(self, details: str) -> None:
        self._broken = details

    def _on_finished(self) -> None:
        if not self.is_busy:
            return
        self._end_task()
        if self._broken is None:
            self.ended()
        else:
            words = wording.logged(self.tr("Something went wrong inside Whatsit."))
            self.say(words)
            self.session.noticed.emit(Notice(words, self._broken))

    def _end_task(self) -> None:
        self._task = None
        self._progress.end()
        self._rest(True)
        if self._focus:
            self._focus.setFocus()

    def _rest(self, is_resting: bool) -> None:
        self._pages.setEnabled(is_resting)
        for button in self._actions:
            button.setEnabled(is_resting and self._is_ready)

    def _grow(self) -> None:
        """What came newly is seen whole, as far as the screen has room."""
        if self.isVisible():
            self.resize(self.size().expandedTo(self._wanted()))

    def _wanted(self) -> QSize:
        """The size at which everything is seen; words that wrap need more height where there is less width."""
        for part in (*self._pages.findChildren(PageScroll), self._pages):
            part.updateGeometry()  # Qt does not tell a scroll area that its page has changed
        hint, layout = self.sizeHint().expandedTo(self.minimumSizeHint()), self.layout()
        width = max(hint.width(), self.width() if self.isVisible() else 0)
        high = layout.totalHeightForWidth(width) if layout and layout.hasHeightForWidth() else hint.height()
        return on_screen(QSize(width, max(high, hint.height())), self)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.resize(self._wanted())

    def done(self, result: int) -> None:
        if self._task:
            self._task.stop()
            self._task = None
            self.stopped()
        super().done(result)


def note(words: str, parent: QWidget) -> QLabel:
    """A quiet sentence that explains a part of a form."""
    label = QLabel(words, parent)
    label.setObjectName("muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
