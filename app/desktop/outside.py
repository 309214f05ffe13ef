"""Pictures and pages shown and opened by other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from app.desktop import wording
from app.desktop.intake import file_url
from app.desktop.notice import Notice
from app.desktop.reveal import reveal
from app.desktop.session import Session
from app.wording import shown

OPENED_MOST = 20  # at once: each may be a window of its own


class Outside(QObject):
    """Hands files to the file manager and to the programs that open them; says where there is none."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def reveal(self, paths: Sequence[Path]) -> None:
        """Show these files in the file manager."""
        if self._is_sensible(paths) and not reveal(*paths):
            self._say(self.tr("No program was found that could show it: %1"), paths[0])

    def open(self, paths: Sequence[Path]) -> None:
        """Open these files with their own programs."""
        if not self._is_sensible(paths):
            return
        for path in paths:
            if not QDesktopServices.openUrl(file_url(path.absolute())):
                self._say(self.tr("No program was found that could open it: %1"), path)
                return

    def open_page(self, address: str) -> None:
        """Open a page in the browser."""
        if not QDesktopServices.openUrl(QUrl(address)):
            self._say(self.tr("No program was found that could open it: %1"), address)

    def _is_sensible(self, paths: Sequence[Path]) -> bool:
        if len(paths) > OPENED_MOST:
            self._session.noticed.emit(Notice(wording.too_many_to_open(OPENED_MOST)))
        return 0 < len(paths) <= OPENED_MOST

    def _say(self, words: str, what: Path | str) -> None:
        self._session.noticed.emit(Notice(words.replace("%1", shown(what)), str(what)))
