"""Writes rows of the run that is shown to a file that other programs read."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QMessageBox, QSpinBox, QWidget

from app.desktop import export_wording, wording
from app.desktop.choices import choice_box, disable_choice
from app.desktop.export_steps import ExportWish, Refusal, Unwritten, Written, export_steps, folder_steps, own_files
from app.desktop.forms import Form
from app.desktop.notice import Notice, Offer
from app.desktop.row_choice import RowChoice
from app.desktop.session import Session
from app.desktop.task_dialog import TaskDialog, note
from app.results.export import Format
from app.results.sorting.names import safe_name
from app.settings import TOP_K_MOST

_EXTENSION = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}")  # ".csv", but not the end of "Iceland 1.5"


class ExportDialog(TaskDialog):
    """Asks what is to be written and as what, then where, and writes it."""

    def __init__(self, session: Session, parent: QWidget, *, is_for_selection: bool = False) -> None:
        super().__init__(session, parent)
        self.setWindowTitle(self.tr("Export"))
        self._wish: ExportWish | None = None
        self._last: Written | Refusal | Unwritten = Written(0)
        page = QWidget(self)
        self._rows = RowChoice(session, page, is_for_selection=is_for_selection)
        formats = tuple((format.value, export_wording.format_words(format)) for format in Format)
        self._format = choice_box(formats, Format.CSV.value, page)
        self._about = note("", page)
        self._top_k = QSpinBox(page, minimum=1, maximum=TOP_K_MOST, value=session.settings.top_k)
        self._bom = QCheckBox(self.tr("For E&xcel: mark the text as Unicode"), page)
        self._unknown = note("", page)
        self._lay_out(page)
        self._export = self.add_button(self.tr("&Export…"), self._ask_where)
        self._rows.changed.connect(self._on_rows)
        self._format.currentIndexChanged.connect(self._on_format)
        self._on_format()
        self._on_rows()
        self._rows.take_keyboard()
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._look_for_folder()

    @property
    def format(self) -> Format:
        """The format that is chosen."""
        return Format(self._format.currentData())

    def write(self, path: Path, *, replaces: bool = True) -> None:
        """Write what is chosen to this file; one of Whatsit's own, or a picture, is never replaced.

        Args:
            path: the file.
            replaces: whether a person was asked already if a file that stands there may be replaced.
        """
        query = self._rows.query
        if query is None:
            return
        session = self.session
        store, bom = session.runs.store, self._bom.isChecked() and self.format is Format.CSV
        own = own_files(session.places, store)
        wish = ExportWish(store, query, path, self.format, self._top_k.value(), bom, replaces, own)
        self._wish, self._last = wish, Written(0)
        self.begin(lambda is_over: export_steps(wish, is_over), self.tr("Writing…"), self._rows.number)

    def _lay_out(self, page: QWidget) -> None:
        if find_spec("pyarrow") is None:
            disable_choice(self._format, Format.PARQUET.value, self.tr("Parquet (pyarrow is not installed)"))
        form = Form(page)
        form.add(self.tr("Pictures"), self._rows)
        form.add(self.tr("&Format"), self._format)
        form.add("", self._about)
        form.add(self.tr("&Classes per picture"), self._top_k)
        form.add("", self._unknown)
        form.add("", self._bom)
        form.add(
            "", note(self.tr("Without the mark Excel garbles é, ß or 猫; a few other programs stumble over it."), page)
        )
        self.add_page(page)

    def _on_rows(self) -> None:
        self.set_ready(self._rows.query is not None and self._rows.number != 0)

    def _on_format(self) -> None:
        self._about.setText(export_wording.format_note(self.format))
        self._unknown.setText(export_wording.unknown_note(self.format, self._rows.least_probability))
        self._bom.setEnabled(self.format is Format.CSV)
        self.say("")

    def _ask_where(self) -> None:
        """The platform's dialog asks before it lets a file be replaced."""
        run = self.session.runs.shown
        suggested = self._folder / f"{safe_name(run.name if run else '')}.{self.format.value}"
        words = export_wording.format_words(self.format)
        filters = f"{words} (*.{self.format.value});;{self.tr('All files')} (*)"
        dialog = QFileDialog(self, self.tr("Export"), str(suggested.parent), filters)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _look_for_folder(self) -> None:
        """Begin where the last export went, if that is still there; a drive that does not answer is not waited for."""
        if last := self.session.recent.folder:
            task = self.session.tasks.new(lambda _is_over: folder_steps(last))
            task.stepped.connect(self._on_folder)
            task.start()

    def _on_folder(self, folder: Path) -> None:
        self._folder = folder

    def _on_file(self, name: str) -> None:
        """A name without an extension gets one, and then nobody has asked yet whether that file may be replaced.

        One of another format would be a file that no program can open.
        """
        path, suffix = Path(name), Path(name).suffix
        other = next((each for each in Format if suffix.lower() == f".{each.value}" and each is not self.format), None)
        if other:
            self.say(export_wording.named_otherwise(path, other, self.format))
        elif _EXTENSION.fullmatch(suffix):
            self.write(path)
        else:
            self.write(path.with_name(f"{path.name}.{self.format.value}"), replaces=False)

    def _ask_to_replace(self, path: Path) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Export"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("“%1” exists already. Replace it?").replace("%1", wording.short_name(path)))
        replace = box.addButton(self.tr("Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        replace.clicked.connect(lambda: self.write(path))
        box.open()

    # what the task says

    def take(self, step: object) -> None:
        if isinstance(step, Written | Refusal | Unwritten):
            self._last = step
        if isinstance(step, Written):
            self.advance(step.rows)

    def ended(self) -> None:
        if self._wish is None:
            return
        path = self._wish.path
        match self._last:
            case Unwritten(error):
                self.say(export_wording.unwritten(error, path))
            case Refusal.OWN:
                self.say(export_wording.own_file())
            case Refusal.PICTURE:
                self.say(export_wording.picture(path))
            case Refusal.EXISTS:
                self._ask_to_replace(path)
            case Written(rows):
                self._leave(rows, path)

    def _leave(self, rows: int, path: Path) -> None:
        self.session.recent.keep_folder(path.parent)
        self.accept()
        self.session.noticed.emit(Notice(export_wording.written(rows, path), offer=Offer.REVEAL, path=path))
