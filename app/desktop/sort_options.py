"""The first page of sorting: which pictures, where to, and into which folders."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.desktop import sort_wording
from app.desktop.choices import choice_box
from app.desktop.forms import Form
from app.desktop.row_choice import RowChoice
from app.desktop.session import Session
from app.desktop.task_dialog import note
from app.results.query import Query
from app.results.sorting.entering import label_of
from app.results.sorting.names import safe_name
from app.results.sorting.steps import Options
from app.results.sorting.template import Template, TemplateError, source_of
from app.values import Way

_EXAMPLE = 1_720_000_000_000_000_000  # nanoseconds: a day in summer, where no picture is selected
_FOLDER, _LEAVE = "folder", "leave"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was chosen the last time; a file may hold anything in its place."""

    folder: str = ""
    way: str = Way.COPY.value
    template: str = "{label}"
    unknown: str = _FOLDER
    failed: str = _LEAVE

    @classmethod
    def of(cls, kept: dict[str, object]) -> Remembered:
        """What is kept, as far as it is text."""
        names = (field.name for field in fields(cls))
        return cls(**{name: text for name in names if isinstance(text := kept.get(name), str)})


class SortOptions(QWidget):
    """A form; what it says of a choice stands below it.

    Signals:
        changed(): something else is chosen.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget, *, is_for_selection: bool = False) -> None:
        super().__init__(parent)
        self._session = session
        before = Remembered.of(session.recent.choices("sort"))
        self.rows = RowChoice(session, self, is_for_selection=is_for_selection)
        self._folder = QLineEdit(before.folder or str(self._suggested()), self)
        self._folder.setObjectName("field")
        self._folder.setAccessibleName(self.tr("Folder to sort into"))
        self._about_folder = note(self.tr("Name the folder with its whole path, or browse for it."), self)
        self._browse = QPushButton(self.tr("&Browse…"), self)
        self._browse.setAutoDefault(False)
        self._way = choice_box(tuple((way.value, sort_wording.way_choice(way)) for way in Way), before.way, self)
        self._about_way = note("", self)
        self._templates = choice_box(sort_wording.template_choices(), before.template, self)
        self._template = QLineEdit(before.template, self)
        self._template.setObjectName("field")
        self._template.setAccessibleName(self.tr("Names of the folders"))
        self._about_template = note("", self)
        self._unknown = self._fate(before.unknown)
        self._failed = self._fate(before.failed)
        if self._templates.findData(before.template) < 0:
            self._templates.setCurrentIndex(self._templates.findData(""))
        self._lay_out()
        self._connect()
        self._on_changed()

    # what is chosen

    @property
    def query(self) -> Query | None:
        """Which rows; None while that has to be read."""
        return self.rows.query

    @property
    def destination(self) -> Path | None:
        """The folder that is written down; None where it is no whole path."""
        text = self._folder.text().strip()
        try:
            path = Path(text).expanduser()
        except RuntimeError:  # somebody who has no home
            return None
        return path if text and path.is_absolute() and "\0" not in text else None

    @property
    def way(self) -> Way:
        """How the files get there."""
        return Way(self._way.currentData())

    @property
    def template(self) -> str:
        """The names of the folders."""
        return self._templates.currentData() or self._template.text().strip()

    @property
    def options(self) -> Options | None:
        """How it shall be sorted; None where that cannot be planned, which is said beside what is at fault."""
        destination = self.destination
        return self._options(destination) if destination and self._parsed() else None

    def keep(self) -> None:
        """Remember what is chosen."""
        fates = self._unknown.currentData(), self._failed.currentData()
        chosen = Remembered(str(self.destination or ""), self.way.value, self.template, *fates)
        self._session.recent.keep_choices("sort", asdict(chosen))

    # inside

    def _options(self, destination: Path) -> Options:
        return Options(
            destination,
            self.way,
            self.template,
            sorts_unknown=self._unknown.currentData() == _FOLDER,
            sorts_failed=self._failed.currentData() == _FOLDER,
            least_probability=self.rows.least_probability,
        )

    def _parsed(self) -> Template | None:
        """The names of the folders; None for an impossible template."""
        try:
            return Template(self.template)
        except TemplateError:
            return None

    def _fate(self, before: str) -> QComboBox:
        choices = ((_FOLDER, self.tr("Into a folder of their own")), (_LEAVE, self.tr("Left where they are")))
        return choice_box(choices, before, self)

    def _suggested(self) -> Path:
        """Beside what was classified, so that later runs do not meet it."""
        run = self._session.runs.shown
        root = run.roots[0] if run else Path.cwd()
        return root.parent / self.tr("%1 sorted").replace("%1", safe_name(root.name))

    def _lay_out(self) -> None:
        into = QWidget(self)
        row = QHBoxLayout(into)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._folder, 1)
        row.addWidget(self._browse)
        into.setFocusProxy(self._folder)
        least = sort_wording.unknown_note(self.rows.least_probability)
        form = Form(self)
        form.add(self.tr("Pictures"), self.rows)
        self._add(form, self.tr("&Into"), into, self._about_folder)
        self._add(form, self.tr("&How"), self._way, self._about_way)
        self._add(form, self.tr("&Folders by"), self._templates, self._template, self._about_template)
        self._add(form, self.tr("&Unknown ones"), self._unknown, note(least, self))
        self._add(form, self.tr("&Not classified"), self._failed)

    def _add(self, form: Form, words: str, field: QWidget, *others: QWidget) -> None:
        """A field with what belongs to it, which stands closer to it than the next field."""
        together = QWidget(self)
        together.setFocusProxy(field)
        column = QVBoxLayout(together)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (field, *others):
            column.addWidget(widget)
        form.add(words, together, beside=field)

    def _connect(self) -> None:
        for box in (self._way, self._templates, self._unknown, self._failed):
            box.currentIndexChanged.connect(self._on_changed)
        for field in (self._folder, self._template):
            field.textChanged.connect(self._on_changed)
        self.rows.changed.connect(self._on_changed)
        self._browse.clicked.connect(self._on_browse)

    def _on_changed(self) -> None:
        is_own = not self._templates.currentData()
        self._template.setVisible(is_own)
        self._about_folder.setVisible(self.destination is None)
        self._about_way.setText(sort_wording.way_note(self.way))
        template = self._parsed()
        words = [sort_wording.template_note()] if is_own else []
        words.append(self._example(template) if template else sort_wording.template_refused())
        self._about_template.setText("\n".join(words))
        self.changed.emit()

    def _example(self, template: Template) -> str:
        """What would become of a picture of the run, the current one if there is one."""
        row, run = self._session.runs.rows.current, self._session.runs.shown
        roots = run.roots if run else ()
        path, mtime_ns = Path(roots[0] if roots else "", "IMG_1234.jpg"), _EXAMPLE
        label, is_word, why = "espresso", False, None
        if row:
            path, stamp = row.outcome.ref.path, row.outcome.ref.stamp
            mtime_ns = stamp.mtime_ns if stamp else _EXAMPLE
            label, is_word, why = label_of(row.outcome, self._options(Path()))
        if why:
            return sort_wording.example_left(path, why)
        parts = template.parts(label, is_word, source_of(path, roots), mtime_ns)
        return sort_wording.example(Path(*(safe_name(part.text) for part in parts), path.name))

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Sort into"), self._nearest())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _nearest(self) -> str:
        """Where to begin to browse; that it may not be there is the platform's dialog to see."""
        return str(self.destination.parent if self.destination else Path.home())
