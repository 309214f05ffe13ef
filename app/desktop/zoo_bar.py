"""Above the models: search, filters, and how they are shown."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QToolButton, QWidget

from app.desktop import zoo_wording
from app.desktop.choices import choice_box
from app.desktop.flow_layout import FlowLayout
from app.desktop.icons import themed_icon
from app.desktop.search_box import SearchBox
from app.desktop.theme import Theme
from app.desktop.zoo import Zoo
from app.desktop.zoo_model import ZooModel

ICON = 18
_SOURCES = ("builtin", "torchvision", "timm", "mine")


class ZooBar(QWidget):
    """Changes what a `ZooModel` lists.

    Attributes:
        search: the box for words.

    Signals:
        plot_wanted(bool): show the plot (true) or the table.
    """

    plot_wanted = Signal(bool)

    def __init__(self, zoo: Zoo, model: ZooModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._zoo = zoo
        self._model = model
        self._theme = theme
        self.search = SearchBox(theme, self.tr("Words in the name, the library, the paper or the licence."), self)
        self._source = choice_box((("", self.tr("All libraries")),), "", self)
        self._source.setAccessibleName(self.tr("Library"))
        self._here = QCheckBox(self.tr("On this computer"), self)
        self._table = self._button(self.tr("Table"))
        self._plot = self._button(self.tr("Plot"))
        self._lay_out()
        self.search.textChanged.connect(self._on_chosen)
        self._source.activated.connect(self._on_chosen)
        self._here.toggled.connect(self._on_chosen)
        self._plot.toggled.connect(self.plot_wanted)
        zoo.changed.connect(self._on_changed)
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self._on_changed()

    def clear(self) -> None:
        """List everything."""
        self._source.setCurrentIndex(0)
        self._here.setChecked(False)
        self.search.clear()
        self._on_chosen()

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("quiet")
        button.setText(words)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        views = QWidget(self)
        row = QHBoxLayout(views)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        group = QButtonGroup(self)
        for button in (self._table, self._plot):
            group.addButton(button)
            row.addWidget(button)
        self._table.setChecked(True)
        flow = FlowLayout(12, self)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in (self.search, self._source, self._here, views):
            flow.addWidget(widget)

    def _on_chosen(self) -> None:
        chosen = {"text": self.search.text(), "source": self._source.currentData(), "is_here": self._here.isChecked()}
        self._model.set_query(replace(self._model.query, **chosen))

    def _on_changed(self) -> None:
        """Offer the libraries that there are models of; what is chosen stays chosen."""
        found = {zoo_wording.source(card) for card in self._zoo.cards}
        for source in _SOURCES:
            if source in found and self._source.findData(source) < 0:
                self._source.addItem(zoo_wording.library_name(source), source)

    def _on_theme(self) -> None:
        for button, name in ((self._table, "table"), (self._plot, "plot")):
            button.setIcon(themed_icon(name, self._theme.tokens))
            button.setIconSize(QSize(ICON, ICON))
