"""The pictures for the eye: large ones and thumbnails, each kind decoded in a thread of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread

from app.desktop.previews import PixmapCache, PreviewLoader
from app.images.budget import DecodeBudget
from app.values import Limits

LARGE_LONGEST, LARGE_BYTES, LARGE_WAITING = 2560, 128 << 20, 4
SMALL_LONGEST, SMALL_BYTES, SMALL_WAITING = 288, 96 << 20, 64  # sharp as tiles on a screen of double density


class Pixmaps(QObject):
    """Owns the caches of pictures and their threads.

    Attributes:
        large: the pictures that are looked at.
        small: thumbnails.
    """

    def __init__(self, budget: DecodeBudget, parent: QObject) -> None:
        """`budget` is the decoding memory shared with everybody who decodes."""
        super().__init__(parent)
        self._loaders = (
            PreviewLoader(LARGE_LONGEST, LARGE_WAITING, budget, self),
            PreviewLoader(SMALL_LONGEST, SMALL_WAITING, budget, self),
        )
        self.large = PixmapCache(self._loaders[0], LARGE_BYTES, self)
        self.small = PixmapCache(self._loaders[1], SMALL_BYTES, self)

    def start(self) -> None:
        """Start the threads; what was asked for before waits until then."""
        for loader in self._loaders:
            loader.start()

    def set_limits(self, limits: Limits) -> None:
        """Refuse what these limits refuse, from the next picture on."""
        for loader in self._loaders:
            loader.set_limits(limits)

    def close(self) -> list[QThread]:
        """End after the pictures under way; returns the threads, to be waited for."""
        return [loader.close() for loader in self._loaders]
