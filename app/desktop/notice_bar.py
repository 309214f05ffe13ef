"""The one place where the window says that something went wrong, or can be undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from app.desktop.icons import svg_pixmap, themed_icon
from app.desktop.notice import Notice, Offer
from app.desktop.theme import RADIUS, Theme

PASSING = 8000  # milliseconds that a note stays which has no details and needs no decision


class NoticeBar(QFrame):
    """Lies over the foot of the picture, so that nothing moves when it comes; the newest notice replaces the older.

    Attributes:
        path: the file that is offered to be shown, or None.

    Signals:
        offer_taken(object): the `Offer` whose button was pressed.
    """

    offer_taken = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._details = ""
        self.path: Path | None = None
        self._fade = QTimer(self, singleShot=True, interval=PASSING)
        self._fade.timeout.connect(self.hide)
        self._icon = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._offer: Offer | None = None
        self._act = self._button("", "link")
        self._act.clicked.connect(self._on_act)
        self._copy = self._button(self.tr("Copy details"))
        self._copy.clicked.connect(self._on_copy)
        self._close = QToolButton(self)
        self._close.setObjectName("quiet")
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.clicked.connect(self.hide)
        self._lay_out()
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Say this until it is dismissed or something newer is to be said; what asks for nothing goes by itself."""
        self._words.setText(notice.words)
        self._details, self._offer, self.path = notice.details, notice.offer, notice.path
        self._copy.setVisible(bool(notice.details))
        self._act.setText(self._offer_words())
        self._act.setVisible(notice.offer is not None)
        self._icon.setHidden(notice.is_calm or notice.offer in (Offer.UNDO, Offer.REVEAL))
        self.setAccessibleName(notice.words)
        self._fade.stop()
        if not notice.details and notice.offer in (None, Offer.UNDO, Offer.REVEAL):
            self._fade.start()
        self.show()
        self.raise_()

    def withdraw(self, *offers: Offer) -> None:
        """What was offered has been done meanwhile, or can be done no more."""
        if self._offer in offers:
            self.hide()

    def place(self, area: QRect) -> None:
        """Lie at the foot of this area of the parent."""
        margin = 12
        wide = min(720, area.width() - 2 * margin)
        high = max(self.heightForWidth(wide), self.sizeHint().height())
        self.setGeometry(area.center().x() - wide // 2, area.bottom() - high - margin, wide, high)

    def _offer_words(self) -> str:
        words = {
            Offer.TRY_AGAIN: self.tr("Try again"),
            Offer.AUTOMATIC: self.tr("Use the best that works"),
            Offer.UNDO: self.tr("Undo"),
            Offer.REVEAL: self.tr("Show in file manager"),
            Offer.GO_ON: self.tr("Continue"),
            Offer.SORTS: self.tr("Open…"),
        }
        return words[self._offer] if self._offer else ""

    def _button(self, words: str, name: str = "quiet") -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        for button in (self._act, self._copy, self._close):
            row.addWidget(button)

    def _on_theme(self) -> None:
        tokens = self._theme.tokens
        ratio = self.devicePixelRatioF()
        pixmap = svg_pixmap("warning", tokens.warning, round(20 * ratio))
        pixmap.setDevicePixelRatio(ratio)
        self._icon.setPixmap(pixmap)
        self._close.setIcon(themed_icon("close", tokens))
        self._close.setIconSize(QSize(16, 16))
        self.setStyleSheet(
            f"NoticeBar {{ background: {tokens.surface}; border: 1px solid {tokens.outline};"
            f" border-radius: {RADIUS}px; }}"
        )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._words.text()}\n{self._details}")

    def _on_act(self) -> None:
        self.hide()
        self.offer_taken.emit(self._offer)
