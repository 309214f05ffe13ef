"""The one place where the window says that something went wrong, or can be undone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from app.desktop.icons import svg_pixmap, themed_icon
from app.desktop.notice import Notice, Offer
from app.desktop.theme import RADIUS, Theme

PASSING = 8000  # milliseconds that a note stays which asks for nothing
BETWEEN = 500  # milliseconds between two, so that a double click on one never answers the next


class NoticeBar(QFrame):
    """Lies over the foot of the picture, so that nothing moves when it comes, and shows one notice at a time.

    What asks for a decision waits for its turn: it comes when the one before was dismissed or acted on. A passing note
    is said at once, in the place of what is shown, which comes back after it.

    Signals:
        offer_taken(object): the `Notice` whose button was pressed.
    """

    offer_taken = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._area = QRect()
        self._shown: Notice | None = None
        self._waiting: list[Notice] = []  # what asks for a decision, that which is shown among it
        self._fade = QTimer(self, singleShot=True, interval=PASSING)
        self._fade.timeout.connect(self.dismiss)
        self._between = QTimer(self, singleShot=True, interval=BETWEEN)
        self._between.timeout.connect(self._on_turn)
        self._had_keyboard = False
        self._icon = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._more = QLabel(self)
        self._more.setObjectName("muted")
        self._act = self._button("", "link")
        self._act.clicked.connect(self._on_act)
        self._copy = self._button(self.tr("Copy details"))
        self._copy.clicked.connect(self._on_copy)
        self._close = QToolButton(self)
        self._close.setObjectName("quiet")
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.clicked.connect(self.dismiss)
        self._lay_out()
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Say this now if it is passing, else as soon as it is its turn; the same twice is one."""
        if notice.is_passing:
            self._say(notice)
            return
        if notice not in self._waiting:
            self._waiting.append(notice)
        if self._shown is None and not self._between.isActive():
            self._on_turn()
        self._count()

    def dismiss(self) -> None:
        """What is shown has been read; the next one comes, if one waits."""
        focus = QApplication.focusWidget()
        self._had_keyboard = focus is not None and self.isAncestorOf(focus)
        if self._shown in self._waiting:
            self._waiting.remove(self._shown)
        self._leave()

    def withdraw(self, *offers: Offer, run: int | None = None) -> None:
        """What was offered has been done meanwhile, or can be done no more; or the trouble of a run is over."""

        def is_over(notice: Notice) -> bool:
            return notice.offer in offers or (run is not None and notice.run == run)

        self._waiting = [notice for notice in self._waiting if not is_over(notice)]
        if self._shown and is_over(self._shown):
            self._leave()
        self._count()

    def place(self, area: QRect) -> None:
        """Lie at the foot of this area of the parent, now and whatever is shown next."""
        self._area = area
        margin = 12
        wide = min(720, area.width() - 2 * margin)
        high = self.heightForWidth(wide)
        self.setGeometry(area.center().x() - wide // 2, area.bottom() - high - margin, wide, high)

    def _on_turn(self) -> None:
        if self._shown or not self._waiting:
            return
        self._say(self._waiting[0])
        if self._had_keyboard:
            self._close.setFocus()
            self._had_keyboard = False

    def _say(self, notice: Notice) -> None:
        self._shown = notice
        self._words.setText(notice.words)
        self._copy.setVisible(bool(notice.details))
        self._act.setText(_offer_words(notice.offer))
        self._act.setVisible(notice.offer is not None)
        self._icon.setHidden(notice.is_calm or notice.offer in (Offer.UNDO, Offer.REVEAL))
        self.setAccessibleName(notice.words)
        self._between.stop()
        self._fade.stop()
        if notice.is_passing:
            self._fade.start()
        self._count()
        self.show()
        if self._area.isValid():
            self.place(self._area)
        self.raise_()

    def _leave(self) -> None:
        self._shown = None
        self._fade.stop()
        self.hide()
        if self._waiting:
            self._between.start()

    def _count(self) -> None:
        """Say how many wait behind what is shown."""
        more = len(self._waiting) - 1 if self._shown in self._waiting else 0
        self._more.setText(self.tr("%Ln more", "", more))
        self._more.setVisible(more > 0)

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
        for part in (self._more, self._act, self._copy, self._close):
            row.addWidget(part)

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
        if self._shown:
            QGuiApplication.clipboard().setText(f"{self._shown.words}\n{self._shown.details}")

    def _on_act(self) -> None:
        notice = self._shown
        self.dismiss()
        self._had_keyboard = False  # it goes where the offer leads
        self.offer_taken.emit(notice)


def _offer_words(offer: Offer | None) -> str:
    words = {
        Offer.TRY_AGAIN: _tr("Try again"),
        Offer.AUTOMATIC: _tr("Use the best that works"),
        Offer.UNDO: _tr("Undo"),
        Offer.REVEAL: _tr("Show in file manager"),
        Offer.GO_ON: _tr("Continue"),
        Offer.SORTS: _tr("Open…"),
        Offer.BEGIN_ANEW: _tr("Begin a new run"),
        Offer.PAGE: _tr("Open page…"),
        Offer.MODELS: _tr("Models…"),
    }
    return words[offer] if offer else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("NoticeBar", text)
