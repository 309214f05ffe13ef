"""The picture: fitted, upright, on request dimmed around what the network saw, and with a heat map over that."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QFocusEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.desktop.heat_colours import heat_image, placed
from app.desktop.icons import svg_pixmap
from app.desktop.intake import file_url
from app.desktop.previews import Shown
from app.desktop.theme import RADIUS, Theme
from app.steps import HeatMap
from app.values import ImageRef, PreprocessSpec

MARGIN = 16
SMALLEST = 160  # a tiny picture is enlarged to this many pixels
SIGN = 48
HARD_PIXELS = 4  # times its size, from which its pixels are shown as squares


class PictureView(QWidget):
    """Shows one picture, or a sign that there is none; the picture can be dragged out of the window."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ref: ImageRef | None = None
        self._shown: Shown | None = None
        self._is_missing = False
        self._crop: PreprocessSpec | None = None
        self._heat: HeatMap | None = None
        self._heat_image = QImage()
        self._opacity = 1.0
        self._pressed: QPoint | None = None
        self._focus_ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_picture(self, ref: ImageRef, shown: Shown, name: str) -> None:
        """Show a picture; `name` is what a screen reader says."""
        self._ref, self._shown = ref, shown
        self.setAccessibleName(name)
        self.update()

    def show_none(self, words: str) -> None:
        """Show nothing while a picture is to come; if there are `words`, there will be none, and they say why."""
        self._ref, self._shown, self._is_missing = None, None, bool(words)
        self.setAccessibleName(words)
        self.update()

    def set_crop(self, spec: PreprocessSpec | None) -> None:
        """Dim what lies outside of the crop that `spec` takes, or nothing."""
        self._crop = spec
        self.update()

    def set_heat(self, heat: HeatMap | None, opacity: float) -> None:
        """Lay a heat map over what the network saw of its picture, while that is shown, or nothing."""
        if heat is not self._heat:
            self._heat, self._heat_image = heat, heat_image(heat) if heat else QImage()
        self._opacity = opacity
        self.update()

    @property
    def _shown_heat(self) -> HeatMap | None:
        return self._heat if self._heat and self._heat.ref == self._ref else None

    def picture_mime(self) -> QMimeData | None:
        """The picture as it is dragged or copied: its file where it has one, else its pixels."""
        if self._ref is None or self._shown is None:
            return None
        mime = QMimeData()
        if self._ref.data is None:
            mime.setUrls([file_url(self._ref.path.absolute())])
        else:
            mime.setImageData(self._shown.pixmap.toImage())
        return mime

    def _target(self, shown: Shown) -> QRectF:
        """Where the picture is painted: fitted, centred, never larger than twice its own pixels or `SMALLEST`."""
        room = QSize(max(1, self.width() - 2 * MARGIN), max(1, self.height() - 2 * MARGIN))
        size = QSize(shown.width, shown.height).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        enlarged = max(2.0, SMALLEST / max(shown.width, shown.height))
        size = size.boundedTo(QSize(shown.width, shown.height) * enlarged).expandedTo(QSize(2, 2))
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(QRectF(self.rect()).center())
        return target

    def _paint_sign(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = svg_pixmap("picture", self._theme.tokens.outline, round(SIGN * ratio))
        pixmap.setDevicePixelRatio(ratio)
        painter.drawPixmap(self.rect().center() - QPoint(SIGN // 2, SIGN // 2), pixmap)

    def _paint_crop(self, painter: QPainter, target: QRectF, shown: Shown, spec: PreprocessSpec) -> None:
        crop = placed(spec.crop_box(shown.width, shown.height), target, shown)
        veil = QColor(self._theme.tokens.window)
        veil.setAlphaF(0.72)
        painter.save()
        painter.setClipRegion(_outside(target, crop))
        painter.fillRect(target, veil)
        painter.restore()
        self._paint_edge(painter, crop)

    def _paint_heat(self, painter: QPainter, target: QRectF, shown: Shown, heat: HeatMap) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = placed(heat.box, target, shown)
        painter.setOpacity(self._opacity)
        painter.drawImage(place, self._heat_image)
        painter.setOpacity(1.0)
        self._paint_edge(painter, place)

    def _paint_edge(self, painter: QPainter, crop: QRectF) -> None:
        painter.setPen(QColor(self._theme.tokens.accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(crop)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._shown is None:
            if self._is_missing:
                self._paint_sign(painter)
        else:
            target = self._target(self._shown)
            is_tiny = target.width() > HARD_PIXELS * self._shown.width
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_tiny)
            painter.drawPixmap(target, _fitting(self._shown.pixmap, target, self.devicePixelRatioF()), QRectF())
            if self._crop:
                self._paint_crop(painter, target, self._shown, self._crop)
            if self._shown_heat:
                self._paint_heat(painter, target, self._shown, self._shown_heat)
        if self._focus_ring:
            painter.setPen(QColor(self._theme.tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -3, -3), RADIUS, RADIUS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who came by keyboard."""
        by_keyboard = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._focus_ring = event.reason() in by_keyboard
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._focus_ring = False
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        mime = self.picture_mime() if moved >= QApplication.startDragDistance() else None
        if mime and self._shown:
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(mime)
            drag.setPixmap(self._shown.pixmap.scaled(QSize(128, 128), Qt.AspectRatioMode.KeepAspectRatio))
            drag.exec(Qt.DropAction.CopyAction)


def _outside(target: QRectF, crop: QRectF) -> QRegion:
    return QRegion(target.toAlignedRect()).subtracted(QRegion(crop.toRect()))


def _fitting(pixmap: QPixmap, target: QRectF, ratio: float) -> QPixmap:
    """The pixmap reduced to the device pixels it will cover: Qt's own painting skips pixels when it shrinks a lot."""
    size = QSize(round(target.width() * ratio), round(target.height() * ratio))
    if size.width() * 2 > pixmap.width():
        return pixmap
    return pixmap.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
