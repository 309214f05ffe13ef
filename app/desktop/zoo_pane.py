"""The list of models: a table or a plot of the same, or why there is nothing to be seen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.desktop import wording, zoo_wording
from app.desktop.choices import choice_box
from app.desktop.flow_layout import FlowLayout
from app.desktop.theme import CAPTION, Theme, scaled
from app.desktop.zoo import Zoo
from app.desktop.zoo_marks import RADIUS, Mark, paint_mark
from app.desktop.zoo_model import ZooModel
from app.desktop.zoo_plot import Cost, ZooPlot
from app.desktop.zoo_table import ZooTable

BUSY_AFTER = 300  # milliseconds


class ZooPane(QStackedWidget):
    """Shows a `ZooModel`.

    Attributes:
        table, plot: the two ways to see the same models, with the same one chosen.

    Signals:
        chosen(str): the key of the model that somebody chose.
        all_wanted(): nothing is found, and everything is to be listed again.
    """

    chosen = Signal(str)
    all_wanted = Signal()

    def __init__(self, zoo: Zoo, model: ZooModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._zoo = zoo
        self._model = model
        self._is_plot = False
        self.table = ZooTable(model, theme, self)
        self.plot = ZooPlot(zoo, model, theme, self)
        self._plot_page = self._made_plot_page(theme)
        self._words = QLabel(self)
        self._words.setObjectName("muted")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._busy = QProgressBar(self, textVisible=False)
        self._busy.setRange(0, 0)
        self._busy.setFixedWidth(160)
        self._busy.setAccessibleName(self.tr("Progress"))
        self._act = QPushButton(self)
        self._act.setAutoDefault(False)
        self._act.clicked.connect(self._on_act)
        self._message = self._made_message()
        self._soon = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._soon.timeout.connect(self._tell)
        for page in (self.table, self._plot_page, self._message):
            self.addWidget(page)
        self.table.chosen.connect(self.chosen)
        self.plot.chosen.connect(self.chosen)
        zoo.changed.connect(self._on_changed)
        model.modelReset.connect(self._tell)
        self._on_changed()

    def show_plot(self, is_plot: bool) -> None:
        """Show the plot, or the table."""
        self._is_plot = is_plot
        self._tell()

    def show_key(self, key: str) -> None:
        """Mark this model as the chosen one."""
        self.table.show_key(key)
        self.plot.show_key(key)

    def focus(self) -> None:
        """Let the keyboard act on what is shown."""
        (self.plot if self._is_plot else self.table).setFocus()

    def enter(self) -> None:
        """Let the keyboard act on what is shown, and choose the first model where none of them is chosen."""
        self.focus()
        if not self._is_plot and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self._model.index(0, 0))

    def _on_changed(self) -> None:
        self._note.setText(zoo_wording.plotted(len(self.plot.points), len(self._zoo.cards)))
        if self._zoo.is_looking and not self._zoo.cards:
            self._soon.start()
        self._tell()

    def _tell(self) -> None:
        if self._model.rowCount():
            self.setCurrentWidget(self._plot_page if self._is_plot else self.table)
            return
        is_waiting = self._zoo.is_looking and not self._zoo.cards
        trouble = self._zoo.trouble
        self._busy.setVisible(is_waiting and not self._soon.isActive())
        self._act.setVisible(not is_waiting)
        self._act.setText(self.tr("Show all") if self._zoo.cards else self.tr("Try again"))
        if is_waiting:
            self._words.setText(
                "" if self._soon.isActive() else self.tr("Asking the libraries which models they have…")
            )
        elif self._zoo.cards:
            self._words.setText(self.tr("There is no such model."))
        else:
            self._words.setText(wording.trouble_words(trouble) if trouble else "")
        self.setCurrentWidget(self._message)

    def _on_act(self) -> None:
        if self._zoo.cards:
            self.all_wanted.emit()
        else:
            self._zoo.look()

    def _made_plot_page(self, theme: Theme) -> QWidget:
        page = QWidget(self)
        page.setAutoFillBackground(True)
        page.setBackgroundRole(QPalette.ColorRole.Base)
        choices = ((Cost.GFLOPS.value, self.tr("Compute")), (Cost.PARAMETERS.value, self.tr("Parameters")))
        self._cost = choice_box(choices, Cost.GFLOPS.value, page)
        self._cost.setAccessibleName(self.tr("Cost"))
        self._cost.activated.connect(self._on_cost)
        self._note = QLabel(page)
        self._note.setObjectName("muted")
        self._note.setFont(scaled(self.font(), CAPTION))
        self._note.setWordWrap(True)
        row = FlowLayout(16)
        row.setContentsMargins(12, 8, 12, 0)
        for mark, words in (
            (Mark.BUILTIN, self.tr("built-in")),
            (Mark.HERE, self.tr("on this computer")),
            (Mark.AWAY, self.tr("to be downloaded")),
        ):
            row.addWidget(_Legend(mark, words, theme, page))
        row.addWidget(self._cost)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.plot, 1)
        note = QHBoxLayout()
        note.setContentsMargins(12, 0, 12, 0)
        note.addWidget(self._note)
        column.addLayout(note)
        return page

    def _made_message(self) -> QWidget:
        page = QWidget(self)
        page.setAutoFillBackground(True)
        page.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._words)
        for part in (self._busy, self._act):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def _on_cost(self) -> None:
        self.plot.set_cost(Cost(self._cost.currentData()))
        self._on_changed()


class _Legend(QLabel):
    """A mark, and what it means."""

    def __init__(self, mark: Mark, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._mark = mark
        self._theme = theme
        self.setObjectName("muted")
        self.setFont(scaled(parent.font(), CAPTION))
        self.setIndent(round(4.5 * RADIUS))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across = self.width() - 2 * RADIUS if self.isRightToLeft() else 2 * RADIUS
        paint_mark(painter, QPointF(across, self.height() / 2), self._mark, self._theme.tokens)
