"""The models window: which models there are, what is known of them, and which of them are on this computer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.desktop import zoo_wording
from app.desktop.intake import is_model, local_paths
from app.desktop.page_scroll import on_screen
from app.desktop.session import Session
from app.desktop.theme import Theme, tabular
from app.desktop.zoo_bar import ZooBar
from app.desktop.zoo_model import ZooModel
from app.desktop.zoo_pane import ZooPane
from app.desktop.zoo_side import ZooSide


class ZooDialog(QDialog):
    """Looks anew which models there are whenever it is opened; what is under way goes on when it is closed.

    Signals:
        page_wanted(str), inside_wanted(str): as of `ZooFacts`.
        source_dropped(object): a model is to be made of this `Path`.
    """

    page_wanted = Signal(str)
    inside_wanted = Signal(str)
    source_dropped = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget, key: str = "") -> None:
        """`key` is the model that is shown first; else it is the one in use."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.setAcceptDrops(True)
        self._zoo = session.zoo
        self._key = key or session.settings.model
        self._model = ZooModel(session.zoo, self)
        self._bar = ZooBar(session.zoo, self._model, theme, self)
        self._pane = ZooPane(session.zoo, self._model, theme, self)
        self._side = ZooSide(session, theme, self)
        self._number = QLabel(self)
        self._number.setObjectName("muted")
        self._number.setFont(tabular(self.font()))
        self._foot = QHBoxLayout()
        self._lay_out()
        self._bar.search.left.connect(self._pane.enter)
        self._bar.plot_wanted.connect(self._on_plot_wanted)
        self._pane.all_wanted.connect(self._bar.clear)
        self._pane.chosen.connect(self._on_chosen)
        self._pane.table.wanted.connect(self._side.use)
        self._side.page_wanted.connect(self.page_wanted)
        self._side.inside_wanted.connect(self.inside_wanted)
        self._side.renamed.connect(self._on_renamed)
        self._model.modelReset.connect(self._tell)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._bar.search.search)
        self.finished.connect(self._on_finished)
        self._tell()
        session.zoo.is_watched = True
        session.zoo.look()

    def offer(self, action: QAction) -> None:
        """Have a button for what can be done beside all this, such as adding a model of one's own."""
        button = QPushButton(action.text(), self)
        button.setAutoDefault(False)
        button.clicked.connect(action.trigger)
        self._foot.insertWidget(1, button)

    def _lay_out(self) -> None:
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._pane)
        split.addWidget(self._side)
        split.setStretchFactor(0, 1)
        split.setCollapsible(0, False)
        split.setCollapsible(1, False)
        split.setHandleWidth(1)
        self._foot.setSpacing(8)
        self._foot.addWidget(self._number, 1)
        self._foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._bar)
        column.addWidget(split, 1)
        column.addLayout(self._foot)

    def _tell(self) -> None:
        total = len(self._zoo.cards)
        self._number.setText(zoo_wording.models(self._model.rowCount(), total) if total else "")
        self._pane.show_key(self._key)
        card = next((card for card in self._zoo.cards if card.key == self._key), None)
        self._side.show_card(card)

    def _on_chosen(self, key: str) -> None:
        if key != self._key:
            self._key = key
            self._pane.show_key(key)
            self._side.show_card(next((card for card in self._zoo.cards if card.key == key), None))

    def _on_renamed(self, key: str) -> None:
        """The list is read anew, and then the same model is shown."""
        self._key = key

    def _on_plot_wanted(self, is_plot: bool) -> None:
        self._pane.show_plot(is_plot)
        self._pane.focus()

    def _on_finished(self) -> None:
        self._zoo.is_watched = False

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(1240, 720)

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.resize(on_screen(self.sizeHint(), self))
        super().showEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_model(local_paths(event.mimeData())):
            event.setDropAction(Qt.DropAction.CopyAction)  # a moved file would be taken away where it was
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.source_dropped.emit(local_paths(event.mimeData())[0])
