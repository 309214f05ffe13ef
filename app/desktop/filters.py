"""The filters that are folded away: state, probability, and the order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QToolButton, QWidget

from app.desktop import wording
from app.desktop.choices import choice_box
from app.desktop.flow_layout import FlowLayout
from app.desktop.icons import themed_icon
from app.desktop.run_view import RunView
from app.desktop.theme import Theme
from app.results.query import Order, Query, State

EVERY = "every"


class Filters(QWidget):
    """Follows the query of a `RunView` and changes it.

    Signals:
        cleared(): the user wants to see all rows.
    """

    cleared = Signal()

    def __init__(self, run_view: RunView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._run_view = run_view
        self._theme = theme
        self._state = self._box(self._states(), self.tr("State"))
        self._least = self._spin(self.tr("Probability from"))
        self._most = self._spin(self.tr("Probability to"))
        self._order = self._box(tuple((each.value, wording.order_words(each)) for each in Order), self.tr("Sort by"))
        self._way = QToolButton(self)
        self._way.setObjectName("quiet")
        self._way.setCheckable(True)
        self._clear = QPushButton(self.tr("Clear filters"), self)
        self._clear.setObjectName("link")
        self._lay_out()
        self._connect()
        self._on_changed()

    def _states(self) -> tuple[tuple[str, str], ...]:
        return ((EVERY, self.tr("every state")), *((each.value, wording.state_words(each)) for each in State))

    def _box(self, choices: tuple[tuple[str, str], ...], name: str) -> QComboBox:
        box = choice_box(choices, "", self)
        box.setAccessibleName(name)
        return box

    def _spin(self, name: str) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(0, 100)
        spin.setSingleStep(5)
        spin.setSuffix(wording.percent_sign())
        spin.setAccessibleName(name)
        spin.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet's padding does not reach it
        return spin

    def _lay_out(self) -> None:
        flow = FlowLayout(12, self)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self._group(self.tr("State"), self._state))
        flow.addWidget(self._group(self.tr("Probability"), self._least, QLabel("–", self), self._most))
        flow.addWidget(self._group(self.tr("Sort by"), self._order, self._way))
        flow.addWidget(self._clear)

    def _group(self, title: str, *widgets: QWidget) -> QWidget:
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        name = QLabel(title, group)
        name.setObjectName("muted")
        row.addWidget(name)
        for widget in widgets:
            row.addWidget(widget)
        return group

    def _connect(self) -> None:
        self._state.activated.connect(self._on_state)
        self._order.activated.connect(self._on_order)
        self._way.clicked.connect(self._on_order)
        self._least.valueChanged.connect(self._on_range)
        self._most.valueChanged.connect(self._on_range)
        self._clear.clicked.connect(self.cleared)
        self._run_view.changed.connect(self._on_changed)
        self._theme.changed.connect(self._show_way)

    def _on_state(self) -> None:
        value = self._state.currentData()
        self._run_view.set_states(frozenset(State) if value == EVERY else frozenset({State(value)}))

    def _on_order(self) -> None:
        self._show_way()
        self._run_view.set_order(Order(self._order.currentData()), self._way.isChecked())

    def _on_range(self) -> None:
        self._run_view.set_range(self._least.value() / 100, self._most.value() / 100)

    def _on_changed(self) -> None:
        query = self._run_view.query or Query(0, 0.0)
        state = next(iter(query.states)).value if len(query.states) == 1 else EVERY
        self._state.setCurrentIndex(self._state.findData(state))
        self._order.setCurrentIndex(self._order.findData(query.order.value))
        for spin, value in ((self._least, query.least), (self._most, query.most)):
            blocked = QSignalBlocker(spin)
            spin.setValue(round(100 * value))
            blocked.unblock()
        if query.descending != self._way.isChecked() or not self._way.accessibleName():
            self._way.setChecked(query.descending)
            self._show_way()
        self._clear.setEnabled(self._run_view.is_filtered)

    def _show_way(self) -> None:
        """Not at every change of the query: an icon is drawn from its file in many sizes."""
        is_descending = self._way.isChecked()
        size = max(16, round(0.8 * self.fontMetrics().height()))
        self._way.setIconSize(QSize(size, size))
        self._way.setIcon(themed_icon("descending" if is_descending else "ascending", self._theme.tokens))
        words = self.tr("Descending") if is_descending else self.tr("Ascending")
        self._way.setAccessibleName(words)
        self._way.setToolTip(words)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show_way()
