"""The left half of the window: the picture, and below it what can be seen of it, and its name and size.

While a heat map is wanted, its legend and its opacity stand where name and size do: nothing moves.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.desktop import wording
from app.desktop.actions import Looks
from app.desktop.elided_label import ElidedLabel
from app.desktop.heat_bar import HeatBar
from app.desktop.picture_view import PictureView
from app.desktop.pictures_model import Entry
from app.desktop.previews import Shown
from app.desktop.session import Session
from app.desktop.theme import Theme, tabular
from app.values import Failed

NAME = 14  # letters of a picture's name for which there is room beside everything


class PictureSide(QWidget):
    """Follows the current picture of the session.

    Attributes:
        view: the picture itself.
    """

    def __init__(self, session: Session, theme: Theme, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._looks = looks
        self.view = PictureView(theme, self)
        self._buttons = [self._button(action) for action in (looks.crop, looks.why)]
        self._beside = QStackedWidget(self)
        self._heat_bar = HeatBar(session.heat, looks.save, self)
        self._name = ElidedLabel(Qt.TextElideMode.ElideMiddle, self)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._size = QLabel(self)
        self._size.setObjectName("muted")
        self._size.setFont(tabular(self._size.font()))
        self._size.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        room = wording.size_words(4000, 4000)  # kept free, so that the name stands still when the size comes
        self._size.setMinimumWidth(self._size.fontMetrics().horizontalAdvance(room))
        self._lay_out()
        looks.crop.toggled.connect(self._on_crop)
        session.current_changed.connect(self._on_current)
        session.heat.changed.connect(self._on_heat)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("quiet")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setDefaultAction(action)
        height = max(16, button.fontMetrics().height())
        button.setIconSize(QSize(height, height))
        return button

    def _lay_out(self) -> None:
        about = QWidget(self._beside)
        words = QHBoxLayout(about)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(12)
        words.addWidget(self._name, 1)
        words.addWidget(self._size)
        self._beside.addWidget(about)
        self._beside.addWidget(self._heat_bar)
        self._beside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(4)
        for button in self._buttons:
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self._beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(row)

    def _fit(self) -> None:
        """In a narrow place the toggles show their marks alone: the name of the picture says more."""
        metrics, style = self.fontMetrics(), Qt.ToolButtonStyle
        words = sum(metrics.horizontalAdvance(button.defaultAction().iconText()) for button in self._buttons)
        marks = sum(button.iconSize().width() + 30 for button in self._buttons)
        name = NAME * metrics.averageCharWidth() + self._size.minimumWidth()
        is_wide = self.width() >= words + marks + name + 50
        for button in self._buttons:
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if is_wide else style.ToolButtonIconOnly)

    def _on_current(self) -> None:
        entry = self._session.current
        shown = self._session.previews.picture(entry.ref) if entry else None
        self._show(entry, shown)
        self._size.setText(wording.size_words(shown.width, shown.height) if isinstance(shown, Shown) else "")
        self._size.setHidden(entry is not None and entry.failure is not None)  # there will be none to keep room for
        self._name.setText(entry.name if entry else "")
        self._name.setToolTip(wording.plain_tool_tip(str(entry.ref.path)) if entry else "")

    def _show(self, entry: Entry | None, shown: Shown | Failed | None) -> None:
        failure = entry.failure if entry else None
        can_be_seen = entry is not None and failure is None and not isinstance(shown, Failed)
        self._looks.crop.setEnabled(can_be_seen)
        self._looks.why.setEnabled(can_be_seen)
        if entry and isinstance(shown, Shown):
            self.view.show_picture(entry.ref, shown, entry.name)
        elif failure:
            self.view.show_none(wording.failure_words(failure))
        else:
            self.view.show_none(wording.unshown_words(shown) if isinstance(shown, Failed) else "")

    def _on_heat(self) -> None:
        heat = self._session.heat
        self.view.set_heat(heat.shown, heat.opacity)
        said = self.tr("heat map: %1").replace("%1", wording.class_name(heat.shown.label)) if heat.shown else ""
        self.view.setAccessibleDescription(said)
        self._beside.setCurrentIndex(int(heat.is_wanted))

    def _on_crop(self, checked: bool) -> None:
        model = self._session.model
        self.view.set_crop(model.preprocess if checked and model else None)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
