"""Above the table: search, filters, the least probability, and how the pictures are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.desktop import wording
from app.desktop.choices import show_fixed
from app.desktop.filters import Filters
from app.desktop.flow_layout import FlowLayout
from app.desktop.icons import themed_icon
from app.desktop.run_view import RunView
from app.desktop.search_box import SearchBox
from app.desktop.theme import Theme
from app.desktop.threshold import Threshold

ICON = 18


class FilterBar(QWidget):
    """Follows a `RunView` and changes what it chooses; one row where there is room.

    Signals:
        grid_wanted(bool): show tiles (true) or the table.
        least_probability_chosen(float): by the slider; the run view knows already, whoever keeps settings does not.
    """

    grid_wanted = Signal(bool)
    least_probability_chosen = Signal(float)

    def __init__(self, run_view: RunView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._run_view = run_view
        self._theme = theme
        self._search = SearchBox(theme, self.tr("Words in the path or the class of a picture."), self)
        self._more = self._button(self.tr("Filters"), self.tr("Filter by state and probability, and sort"))
        self._threshold = Threshold(self)
        self._table = self._button("", self.tr("List"))
        self._grid = self._button("", self.tr("Tiles"))
        self._filters = Filters(run_view, theme, self)
        self._prepare()
        self._lay_out()
        self._connect()
        self._on_theme()
        self._on_changed()

    def search(self) -> None:
        """Take the keyboard to the search box, with all of it selected."""
        self._search.search()

    def show_least_probability(self, least_probability: float) -> None:
        """What a run will begin with, while none is shown."""
        self._threshold.set_value(least_probability)

    def fix_least_probability(self) -> None:
        """It can be seen and not moved."""
        show_fixed(self._threshold)

    def show_grid(self, is_grid: bool) -> None:
        """Mark what is shown."""
        (self._grid if is_grid else self._table).setChecked(True)

    def _button(self, words: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("quiet")
        button.setText(words)
        button.setCheckable(True)
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly)
        button.setToolTip(tip)
        button.setAccessibleName(words or tip)
        button.setAccessibleDescription(tip)
        return button

    def _prepare(self) -> None:
        views = QButtonGroup(self)
        for button in (self._table, self._grid):
            views.addButton(button)
        self._table.setChecked(True)
        self._filters.hide()

    def _lay_out(self) -> None:
        views = QWidget(self)
        row = QHBoxLayout(views)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._table)
        row.addWidget(self._grid)
        flow = FlowLayout(12)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in (self._search, self._more, views, self._threshold):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(flow)
        column.addWidget(self._filters)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._run_view.set_text)
        self._more.toggled.connect(self._filters.setVisible)
        self._threshold.moved.connect(self._run_view.set_least_probability)
        self._threshold.moved.connect(self.least_probability_chosen)
        self._grid.toggled.connect(self.grid_wanted)
        self._filters.cleared.connect(self._run_view.clear_filters)
        self._run_view.changed.connect(self._on_changed)
        self._theme.changed.connect(self._on_theme)

    def _on_changed(self) -> None:
        query = self._run_view.query
        self.setEnabled(query is not None)
        if query is None:
            return
        if query.text != self._search.text():
            self._search.show_text(query.text)
        if not self._threshold.slider.isSliderDown():
            self._threshold.set_value(query.least_probability)
        number = (query.least > 0 or query.most < 1) + (len(query.states) == 1)
        self._more.setText(
            self.tr("Filters (%1)").replace("%1", wording.count(number)) if number else self.tr("Filters")
        )

    def _on_theme(self) -> None:
        tokens = self._theme.tokens
        size = max(ICON, round(0.9 * self.fontMetrics().height()))
        for button, name in ((self._table, "table"), (self._grid, "grid")):
            button.setIcon(themed_icon(name, tokens))
            button.setIconSize(QSize(size, size))
        self._more.setIcon(themed_icon("filter", tokens))
        self._more.setIconSize(QSize(size, size))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._on_theme()
