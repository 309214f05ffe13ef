"""Makes a model out of a checkpoint of the user's own: which file, what it is, and whether it answers as it should."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.desktop import own_wording, wording
from app.desktop.check_page import CheckPage
from app.desktop.check_steps import (
    Changed,
    Checked,
    Expectations,
    Unclear,
    change_steps,
    check_steps,
    expectation_steps,
)
from app.desktop.intake import local_paths
from app.desktop.network_page import NetworkPage
from app.desktop.own_file_page import OwnFilePage
from app.desktop.own_form import OwnForm
from app.desktop.own_pages import AddedPage, NamePage
from app.desktop.own_steps import (
    Added,
    Going,
    Hold,
    Labels,
    Looked,
    Refused,
    add_steps,
    free_name,
    import_steps,
    is_exported,
    label_steps,
    look_steps,
    name_steps,
)
from app.desktop.session import Session
from app.desktop.task_dialog import TaskDialog
from app.desktop.tasks import Steps
from app.values import PreprocessSpec


class OwnModelDialog(TaskDialog):
    """Pages: the file; where it is needed which network, or which name; what the model is; that it is kept.

    Esc and Cancel stop what is under way, and what was entered stays; a second time they close the dialog. Until a
    model is kept, nothing is.
    """

    def __init__(self, session: Session, parent: QWidget, source: Path | None = None) -> None:
        """`source` is a file or folder that was chosen already."""
        super().__init__(session, parent)
        self.setWindowTitle(self.tr("Add a model"))
        self.setAcceptDrops(True)
        self._source: Path | None = None
        self._hold = Hold()
        self._last: object = None  # what the task said last
        self._remedy: PreprocessSpec | None = None  # a setting with which all agrees
        self._is_stopping = False
        self._file, self._network, self._name = OwnFilePage(self), NetworkPage(self), NamePage(self)
        self._form, self._added, self._check = OwnForm(self), AddedPage(self), CheckPage(self)
        self._looked: Looked | None = None
        for page in (self._file, self._network, self._name, self._form, self._added, self._check):
            self.add_page(page)
        self._continue = self.add_button(self.tr("&Continue"), self._on_network)
        self._import = self.add_button(self.tr("&Import"), self._on_import)
        self._add = self.add_button(self.tr("&Add"), self._on_add)
        self._use = self.add_button(self.tr("&Use it now"), self._on_use)
        self._to_check = self.add_button(self.tr("Chec&k…"), self._on_check)
        self._compare = self.add_button(self.tr("&Compare"), self._on_compare)
        self._take = self.add_button(self.tr("Use this &setting"), self._on_setting)
        self._back = self.add_button(self.tr("&Back"), self._on_back)
        self._connect()
        self._show(self._file)
        if source:
            self.take_source(source)

    def take_source(self, source: Path) -> None:
        """Look at a file or folder, or import it where that is what it is for."""
        self._source = source
        self._file.show_source(wording.short_name(source))
        self._show(self._file)
        if is_exported(source):
            self._begin_import(None)
        else:
            self._look(source, None)

    # the pages

    def _connect(self) -> None:
        self._file.chosen.connect(self.take_source)
        self._network.wanted.connect(self._on_network)
        self._network.chosen.connect(self._tell_ready)
        self._name.changed.connect(self._tell_ready)
        self._form.changed.connect(self._tell_ready)
        self._form.average_wanted.connect(self._on_average)
        self._form.labels.source_wanted.connect(self._on_labels)
        self._check.changed.connect(self._on_pairs)
        self._check.source_wanted.connect(self._on_pairs_file)

    def _show(self, page: QWidget) -> None:
        self._page = page
        self.show_page(page)
        self._offer(*self._buttons_of(page))
        self._tell_ready()
        self._grow()

    def _buttons_of(self, page: QWidget) -> tuple[QPushButton, ...]:
        if page is self._network:
            return self._continue, self._back
        if page is self._name:
            return self._import, self._back
        if page is self._form:
            return self._add, self._back
        if page is self._added:
            use = () if "model" in self.session.policy.fixed else (self._use,)
            return (*use, self._to_check)
        if page is self._check:
            return (*((self._take,) if self._remedy else ()), self._compare, self._back)
        return ()

    def _offer(self, *buttons: QPushButton) -> None:
        """Offer these and no others; Enter presses the first."""
        for button in self._actions:
            button.setVisible(button in buttons)
            button.setDefault(bool(buttons) and button is buttons[0])

    def _tell_ready(self) -> None:
        """Whether enough is chosen on the page."""
        if self.is_busy:
            return
        ready = {self._network: bool(self._network.name), self._name: bool(self._name.name)}
        ready[self._form] = self._form.wanted is not None
        for page, is_ready in ready.items():
            self._buttons_of(page)[0].setEnabled(is_ready)
        self._compare.setEnabled(bool(self._check.rows))
        self._take.setEnabled(True)
        self._back.setEnabled(True)

    # what a person does

    def _on_back(self) -> None:
        self.say("")
        if self._page is self._check:
            self._show_added()
        else:
            self._show(self._file)
            self._file.take_keyboard()

    def _on_network(self) -> None:
        looked, name = self._looked, self._network.name
        if looked and name and not self.is_busy:
            self._do(lambda _is_over: name_steps(looked, name), self.tr("Comparing…"))

    def _on_average(self, average: bool) -> None:
        if self._source:
            self._look(self._source, average)

    def _on_labels(self, source: Path) -> None:
        self._do(lambda _is_over: label_steps(source), self.tr("Reading labels…"))

    def _on_import(self) -> None:
        self._begin_import(self._name.name)

    def _on_add(self) -> None:
        looked, wanted, places, hold = self._looked, self._form.wanted, self.session.places, Hold()
        if looked and wanted:
            self._keep(lambda _is_over: add_steps(looked, wanted, places, hold), hold, self.tr("Adding…"))

    def _on_use(self) -> None:
        if added := self._hold.added:
            self.accept()
            self.session.change_settings(replace(self.session.settings, model=added.key))

    # the check

    def _on_check(self) -> None:
        self._show(self._check)
        self._check.take_keyboard()

    def _on_pairs(self) -> None:
        """What was found holds of other pairs."""
        self.say("")
        self._remedy = None
        if self._page is self._check:
            self._offer(*self._buttons_of(self._check))
        self._tell_ready()

    def _on_pairs_file(self, source: Path) -> None:
        name, places = self._name_added, self.session.places
        self._do(lambda _is_over: expectation_steps(source, name, places), self.tr("Reading pairs…"))

    def _on_compare(self) -> None:
        rows, name, places = self._check.rows, self._name_added, self.session.places
        if rows and not self.is_busy:
            self._do(lambda _is_over: check_steps(rows, name, places), self.tr("Comparing…"))

    def _on_setting(self) -> None:
        remedy, name, places = self._remedy, self._name_added, self.session.places
        if remedy:
            self._do(lambda _is_over: change_steps(name, remedy, places), self.tr("Writing…"))

    @property
    def _name_added(self) -> str:
        return self._hold.added.name if self._hold.added else ""

    def _on_checked(self, checked: Checked) -> None:
        self._remedy = checked.parity.preprocess if checked.parity.has_remedy else None
        self._check.show_checked(checked)
        self._show(self._check)
        (self._take if self._remedy else self._compare).setFocus()

    def _on_changed(self) -> None:
        self._remedy = None
        self._check.show_changed()
        self._show(self._check)
        self._back.setFocus()

    # what is done

    def _look(self, source: Path, average: bool | None) -> None:
        places, words = self.session.places, self.tr("Reading…")
        self._do(lambda is_over: look_steps(source, places, average, is_over), words)

    def _begin_import(self, name: str | None) -> None:
        source, places, hold = self._source, self.session.places, Hold()
        if source:
            self._keep(lambda _is_over: import_steps(source, name, places, hold), hold, self.tr("Importing…"))

    def _keep(self, steps: Steps, hold: Hold, words: str) -> None:
        """Whatever becomes of the dialog, the window learns of a model that was kept."""
        self._hold = hold
        self._do(steps, words, self.session.zoo.look)

    def _do(self, steps: Steps, words: str, then: object = None) -> None:
        self._last, self._is_stopping = None, False
        self._file.show_lines(())
        self._network.show_lines(())
        self._cancel.setText(self.tr("Stop") if self._hold.added else self.tr("Cancel"))
        self.begin(steps, words, then=then)

    # what the task says

    def take(self, step: object) -> None:
        if isinstance(step, Going):
            if not self._is_stopping:
                self.tell(own_wording.doing(step), step.done, step.total)
        else:
            self._last = step

    def ended(self) -> None:
        self._cancel.setText(self.tr("Close") if self._hold.added else self.tr("Cancel"))
        if self._hold.added and self._page not in (self._added, self._check):
            self._last = self._hold.added  # also where somebody told it to stop too late
        match self._last:
            case Looked() as looked:
                self._on_looked(looked)
            case Added() as added:
                self._on_added(added)
            case Labels(names):
                self._form.labels.show_labels(names)
            case Refused() as refused:
                self._on_refused(refused)
            case Expectations(rows):
                self._check.model.add(rows)
            case Checked() as checked:
                self._on_checked(checked)
            case Unclear(row) as unclear:
                self.say(own_wording.unclear(unclear))
                self._check.edit(row)
            case Changed():
                self._on_changed()
        self._tell_ready()

    def _on_looked(self, looked: Looked) -> None:
        self._looked = looked
        if looked.networks:
            self._form.show_looked(looked)
            self._show(self._form)
            self._form.take_keyboard()
        else:
            self._network.show_looked(looked)
            self._show(self._network)
            self._network.take_keyboard()

    def _on_added(self, added: Added) -> None:
        self._added.show_added(added)
        self._check.show_model(added)
        self._show_added()

    def _show_added(self) -> None:
        self._show(self._added)
        (self._use if self._use.isVisible() else self._cancel).setFocus()

    def _on_refused(self, refused: Refused) -> None:
        self.say(own_wording.refusal(refused))
        if self._page is self._network:
            self._network.show_lines(refused.lines)
        elif self._page is self._form and refused.name:
            self._form.ask_name()
        elif self._page is self._file and refused.name:
            self.say("")
            self._show(self._name)
            self._name.show_name(free_name(refused.name, self.session.places))
        elif self._page is self._name:
            self._name.ask_name()
        elif self._page is self._file:
            self._file.show_lines(refused.lines)
        self._grow()

    # Qt overrides

    def reject(self) -> None:
        if self._task and not self._is_stopping:
            self._is_stopping = True
            self._task.stop()
            self.tell(self.tr("Stopping…"), 0, 0)
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        number = len(local_paths(event.mimeData()))
        if not self.is_busy and number and (self._page is self._check or (number == 1 and not self._hold.added)):
            _accept(event)

    def dropEvent(self, event: QDropEvent) -> None:
        _accept(event)
        self.activateWindow()  # what comes next may be typed
        paths = local_paths(event.mimeData())
        if self._page is self._check:
            self._check.add_pictures(paths)
        else:
            self.take_source(paths[0])


def _accept(event: QDropEvent) -> None:
    """As a copy: whoever moves a file to another program takes it away where it was."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
