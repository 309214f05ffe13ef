"""Pictures for the eye, made from the same decoder as the network's, off the window's thread, in bounded memory."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict, deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage, QPixmap

from app.desktop.background import Background
from app.images.budget import DecodeBudget
from app.images.preview import Preview, preview
from app.values import Failed, ImageRef, Limits, Reason, Stage

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A picture made for display, upright, and its full size in pixels."""

    image: QImage
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture ready to be painted, upright, and its full size in pixels."""

    pixmap: QPixmap
    width: int
    height: int


class PreviewLoader(Background):
    """Decodes pictures for display, the one asked for last first; what fell out of sight is forgotten.

    Signals:
        loaded(object, object): an `ImageRef` and its `Loaded` picture, or the `Failed` that says why there is none.
    """

    loaded = Signal(object, object)

    def __init__(self, longest: int, waiting: int, budget: DecodeBudget, parent: QObject) -> None:
        """Previews are at most `longest` pixels long; the `waiting` newest requests are remembered.

        `budget` is the decoding memory shared with everybody who decodes.
        """
        super().__init__(parent)
        self._budget = budget
        self._longest = longest
        self._limits = Limits()
        self._requests: deque[ImageRef] = deque(maxlen=waiting)
        self._changed = threading.Condition()
        self._under_way: ImageRef | None = None
        self._closing = False

    def set_limits(self, limits: Limits) -> None:
        """Refuse what these limits refuse, from the next picture on."""
        with self._changed:
            self._limits = limits

    def request(self, ref: ImageRef) -> None:
        """Ask for a picture; asking again moves it to the front."""
        with self._changed:
            if ref == self._under_way:
                return
            if ref in self._requests:
                self._requests.remove(ref)
            self._requests.append(ref)
            self._changed.notify()

    def close(self) -> QThread:
        """End after the picture under way; returns the thread, to be waited for."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        return self

    def _next(self) -> tuple[ImageRef, Limits] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self._requests)
            if self._closing:
                return None
            self._under_way = self._requests.pop()
            return self._under_way, self._limits

    def _made(self, ref: ImageRef, limits: Limits) -> Loaded | Failed:
        try:
            return _loaded(preview(ref, limits, self._longest, self._budget))
        except Exception as error:  # the thread must live on for the next picture
            logger.exception("the preview of %r failed", ref.path)
            return Failed(ref, Stage.DECODE, Reason.DAMAGED, type(error).__name__)

    def _done(self) -> None:
        with self._changed:
            self._under_way = None

    # in the thread

    def work(self) -> None:
        while request := self._next():
            ref, limits = request
            made = self._made(ref, limits)
            self._done()
            self.loaded.emit(ref, made)


def _loaded(made: Preview | Failed) -> Loaded | Failed:
    if isinstance(made, Failed):
        return made
    image = QImage(made.pixels, made.width, made.height, 3 * made.width, QImage.Format.Format_RGB888)
    return Loaded(image.convertToFormat(QImage.Format.Format_RGB32), made.full_width, made.full_height)


class PixmapCache(QObject):
    """The newest pictures of a `PreviewLoader` within a budget of bytes.

    Signals:
        arrived(object): the `ImageRef` whose picture (or failure) is there now.
    """

    arrived = Signal(object)

    def __init__(self, loader: PreviewLoader, budget: int, parent: QObject) -> None:
        super().__init__(parent)
        self._loader = loader
        self._budget = budget
        self._kept: OrderedDict[ImageRef, Shown | Failed] = OrderedDict()
        self._bytes = 0
        loader.loaded.connect(self._on_loaded)

    def picture(self, ref: ImageRef) -> Shown | Failed | None:
        """The picture if it is there; otherwise it is asked for, and `arrived` tells when it came."""
        if ref in self._kept:
            self._kept.move_to_end(ref)
            return self._kept[ref]
        self._loader.request(ref)
        return None

    def forget(self, ref: ImageRef) -> None:
        """Make the picture anew when it is next wanted."""
        self._bytes -= _size(self._kept.pop(ref, None))

    def _on_loaded(self, ref: ImageRef, made: Loaded | Failed) -> None:
        self.forget(ref)
        if isinstance(made, Loaded):
            self._kept[ref] = Shown(QPixmap.fromImage(made.image), made.width, made.height)
        else:
            self._kept[ref] = made
        self._bytes += _size(self._kept[ref])
        while self._bytes > self._budget and len(self._kept) > 1:
            self.forget(next(iter(self._kept)))
        self.arrived.emit(ref)


def _size(kept: Shown | Failed | None) -> int:
    return 4 * kept.pixmap.width() * kept.pixmap.height() if isinstance(kept, Shown) else 0
