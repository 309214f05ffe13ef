"""What can be done with heat maps: see them, copy them, keep them as files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.desktop import heat_wording, wording
from app.desktop.actions import Looks
from app.desktop.heat_colours import over_shown
from app.desktop.heat_steps import HeatWish, Refused, Unwritten, Written, heat_steps
from app.desktop.notice import Notice, Offer
from app.desktop.previews import Shown
from app.desktop.session import Session
from app.values import Failed


class HeatActions(QObject):
    """Connects the actions with the heat map that is shown, and lets them be used while there is one."""

    def __init__(self, session: Session, looks: Looks, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._heat = session.heat
        self._looks = looks
        self._window = window
        looks.why.toggled.connect(self._heat.want)
        looks.save.triggered.connect(self._on_save)
        looks.copy.triggered.connect(self._on_copy)
        self._heat.changed.connect(self._on_changed)
        self._on_changed()

    def save(self, path: Path) -> None:
        """Write the heat map that is shown over its whole picture to this file."""
        heat = self._heat.shown
        if heat is None:
            return
        session = self._session
        wish = HeatWish(heat, self._heat.opacity, session.settings.limits, path, session.places, session.runs.store)
        task = session.tasks.new(lambda _is_over: heat_steps(wish))
        task.stepped.connect(lambda step: self._on_step(step, path))
        task.broke.connect(lambda details: self._say(wording.logged(self.tr("The heat map was not saved.")), details))
        task.start()

    def _on_changed(self) -> None:
        self._looks.why.setChecked(self._heat.is_wanted)
        for action in (self._looks.save, self._looks.copy):
            action.setEnabled(self._heat.shown is not None)

    def _on_copy(self) -> None:
        heat = self._heat.shown
        shown = self._session.previews.picture(heat.ref) if heat else None
        if heat and isinstance(shown, Shown):
            QGuiApplication.clipboard().setImage(over_shown(shown, heat, self._heat.opacity))

    def _on_save(self) -> None:
        """The platform's dialog asks before it lets a file be replaced."""
        heat = self._heat.shown
        if heat is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._session.recent.folder or Path(documents)
        dialog = QFileDialog(self._window.window(), self.tr("Save heat map"), str(folder), "PNG (*.png)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.selectFile(f"{heat.ref.path.stem}-why.png")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def _on_step(self, step: Written | Refused | Unwritten | Failed, path: Path) -> None:
        name = wording.short_name(path)
        match step:
            case Written():
                self._session.recent.keep_folder(path.parent)
                words = self.tr("The heat map was saved as “%1”.").replace("%1", name)
                self._session.noticed.emit(Notice(words, offer=Offer.REVEAL, path=path, is_calm=True))
            case Refused():
                self._say(self.tr("“%1” is needed for other things. Choose another name.").replace("%1", name))
            case Failed():
                self._say(heat_wording.no_map(step))
            case Unwritten(error):
                from app.desktop import export_wording

                self._say(export_wording.unwritten(error, path))

    def _say(self, words: str, details: str = "") -> None:
        self._session.noticed.emit(Notice(words, details))
