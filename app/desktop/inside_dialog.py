"""What is inside a model: what is known of it, its modules and its classes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from app.desktop import wording
from app.desktop.inside_facts import InsideFacts
from app.desktop.inside_steps import Looked, look_inside
from app.desktop.labels_page import LabelsPage
from app.desktop.layers_page import LayersPage
from app.desktop.page_scroll import PageScroll, on_screen
from app.desktop.session import Session
from app.desktop.tasks import Task
from app.desktop.theme import HEADLINE, Theme, scaled
from app.desktop.waiting import Waiting
from app.inside import Anatomy, Inside
from app.wording import shown


class InsideDialog(QDialog):
    """Begins to look when it is made; what is known at once is shown at once, and the modules when they come.

    Signals:
        page_wanted(str): an address is to be opened.
    """

    page_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget, key: str) -> None:
        """`key` is the model that is looked into."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Inside the model"))
        self._inside: Inside | None = None
        self._title = QLabel(shown(key), self)
        self._title.setFont(scaled(self.font(), HEADLINE))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        if self.isRightToLeft():
            self._title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self._facts = InsideFacts(self)
        self._overview = QStackedWidget(self)
        self._waiting = Waiting(self.tr("Looking inside…"), self)
        self._layers = LayersPage(theme, self)
        self._labels = LabelsPage(theme, self)
        self._tabs = QTabWidget(self)
        self._lay_out()
        self._facts.page_wanted.connect(self.page_wanted)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._on_find)
        self._task: Task | None = session.tasks.new(partial(look_inside, key))
        self._task.stepped.connect(self._on_looked)
        self._task.broke.connect(self._on_broke)
        self._task.finished.connect(self._on_finished)
        self._task.start()

    def _lay_out(self) -> None:
        self._tabs.tabBar().setDrawBase(False)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self._facts)
        self._overview.addWidget(self._waiting)
        self._overview.addWidget(PageScroll(page, self))
        self._tabs.addTab(self._overview, self.tr("Overview"))
        self._tabs.addTab(self._layers, self.tr("Modules"))
        self._tabs.addTab(self._labels, self.tr("Classes"))
        self._tabs.setTabEnabled(2, False)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._tabs, 1)
        column.addWidget(close)

    def _on_looked(self, found: Looked) -> None:
        if isinstance(found, Inside):
            self._inside = found
            self._title.setText(shown(found.card.title))
            self._facts.show_inside(found)
            self._overview.setCurrentIndex(1)
            self._labels.show_labels(found.labels)
            self._tabs.setTabEnabled(2, True)
        elif isinstance(found, Anatomy) and self._inside:
            self._facts.show_inside(self._inside, found)
            self._layers.show_anatomy(found, self._inside.card)
        elif not isinstance(found, Anatomy):
            self._fail(wording.trouble_words(found))

    def _fail(self, words: str) -> None:
        self._waiting.say(words)
        self._layers.show_trouble(words)

    def _on_broke(self, _details: str) -> None:
        self._fail(wording.logged(self.tr("Something went wrong inside Whatsit.")))

    def _on_finished(self) -> None:
        self._task = None

    def _on_find(self) -> None:
        """Search where there is something to be searched."""
        page = self._tabs.currentWidget()
        if page not in (self._layers, self._labels):
            page = self._layers
        self._tabs.setCurrentWidget(page)
        (self._labels if page is self._labels else self._layers).bar.box.search()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(860, 620))

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.resize(on_screen(self.sizeHint(), self))
        super().showEvent(event)

    def done(self, result: int) -> None:
        if self._task:
            self._task.stop()
            self._task = None
        super().done(result)
