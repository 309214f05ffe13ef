"""The left half of the window: the picture, and below it its name and size and the toggle of the crop."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.desktop import wording
from app.desktop.elided_label import ElidedLabel
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

    def __init__(self, session: Session, theme: Theme, crop: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._crop = crop
        self.view = PictureView(theme, self)
        self._button = QToolButton(self)
        self._button.setObjectName("quiet")
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setDefaultAction(crop)
        height = max(16, self._button.fontMetrics().height())
        self._button.setIconSize(QSize(height, height))
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
        crop.toggled.connect(self._on_crop)
        session.current_changed.connect(self._on_current)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self._button)
        row.addWidget(self._name, 1)
        row.addWidget(self._size)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(row)

    def _fit(self) -> None:
        """In a narrow place the toggle shows its mark alone: the name of the picture says more."""
        style = Qt.ToolButtonStyle
        words = self._button.fontMetrics().horizontalAdvance(self._crop.iconText())
        name = NAME * self.fontMetrics().averageCharWidth()
        room = self.width() - self._size.minimumWidth() - self._button.iconSize().width() - 80
        is_wide = room >= words + name
        self._button.setToolButtonStyle(style.ToolButtonTextBesideIcon if is_wide else style.ToolButtonIconOnly)

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
        self._crop.setEnabled(entry is not None and failure is None and not isinstance(shown, Failed))
        if entry and isinstance(shown, Shown):
            self.view.show_picture(entry.ref, shown, entry.name)
        elif failure:
            self.view.show_none(wording.failure_words(failure))
        else:
            self.view.show_none(wording.unshown_words(shown) if isinstance(shown, Failed) else "")

    def _on_crop(self, checked: bool) -> None:
        model = self._session.model
        self.view.set_crop(model.preprocess if checked and model else None)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
