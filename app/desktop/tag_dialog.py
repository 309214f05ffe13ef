"""Writes the classes of pictures as tags beside them, or takes away what was written."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QRadioButton, QSpinBox, QVBoxLayout, QWidget

from app.desktop import tag_wording, wording
from app.desktop.choices import choice_box
from app.desktop.forms import Form
from app.desktop.notice import Notice
from app.desktop.row_choice import RowChoice
from app.desktop.session import Session
from app.desktop.tag_result import TagResult
from app.desktop.tag_steps import TagOrder, Untagged, tag_steps
from app.desktop.task_dialog import TaskDialog, note
from app.results.tags.steps import JournalLost, Naming, TagAdvance, TagEnd, Wish
from app.settings import TOP_K_MOST


class TagDialog(TaskDialog):
    """Asks which pictures get which tags, writes them, and says what came of it."""

    def __init__(self, session: Session, parent: QWidget, *, is_for_selection: bool = False) -> None:
        super().__init__(session, parent)
        self.setWindowTitle(self.tr("Tags"))
        self._order: TagOrder | None = None
        self._end: TagEnd | Untagged | None = None
        page = QWidget(self)
        self._rows = RowChoice(session, page, is_for_selection=is_for_selection)
        self._add = QRadioButton(self.tr("Write the classes as ta&gs"), page)
        self._remove = QRadioButton(self.tr("&Take away the tags that Whatsit wrote"), page)
        names = tuple((naming.value, tag_wording.naming_words(naming)) for naming in Naming)
        self._naming = choice_box(names, Naming.FULL.value, page)
        self._naming.setMinimumContentsLength(24)  # the list is as wide as its words, the box may be cut
        self._most = QSpinBox(page, minimum=1, maximum=TOP_K_MOST, value=1)
        self._unknown = QCheckBox(self.tr("Tag the others as “&unknown”"), page)
        self._result = TagResult(self)
        self._act = self.add_button("", self._on_act)
        self._lay_out(page)
        self._rows.changed.connect(self._on_rows)
        self._remove.toggled.connect(self._on_removal)
        self._add.setChecked(True)
        self._on_removal()
        self._on_rows()
        self._rows.take_keyboard()

    @property
    def is_removal(self) -> bool:
        """Whether tags are taken away."""
        return self._remove.isChecked()

    def _lay_out(self, page: QWidget) -> None:
        least = wording.least_percent(self._rows.least_probability)
        safe = self.tr("The pictures themselves are never changed: tags go into small XMP files beside them.")
        what = QWidget(page)
        column = QVBoxLayout(what)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._add)
        column.addWidget(self._remove)
        form = Form()
        form.add(self.tr("Pictures"), self._rows)
        form.add(self.tr("What to do"), what)
        form.add(self.tr("&Files"), self._naming)
        form.add(self.tr("&Classes per picture"), self._most)
        form.add("", note(self.tr("Only classes of at least %1 become tags.").replace("%1", least), page))
        form.add("", self._unknown)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(note(safe, page))
        whole.addLayout(form)
        self.add_page(page)
        self.add_page(self._result)

    def _on_rows(self) -> None:
        self.set_ready(self._rows.query is not None and self._rows.number != 0)

    def _on_removal(self) -> None:
        """What was written is known; nothing of it has to be asked."""
        for field in (self._naming, self._most, self._unknown):
            field.setEnabled(not self.is_removal)
        self._act.setText(self.tr("Take a&way") if self.is_removal else self.tr("&Write tags"))
        self.say("")

    def _on_act(self) -> None:
        query = self._rows.query
        if query is None:
            return
        order = TagOrder(self.session.runs.store, query, self.session.places.tags, self._wish(query.least_probability))
        self._order, self._end = order, None
        self._result.clear()
        words = self.tr("Taking tags away…") if self.is_removal else self.tr("Writing tags…")
        self.begin(lambda is_over: tag_steps(order, is_over), words, self._rows.number)

    def _wish(self, least_probability: float) -> Wish | None:
        if self.is_removal:
            return None
        naming = Naming(self._naming.currentData())
        return Wish(least_probability, self._most.value(), self._unknown.isChecked(), naming)

    # what the task says

    def take(self, step: object) -> None:
        match step:
            case JournalLost(aside=aside):
                self._result.journal_lost(aside)
            case TagAdvance():
                self.advance(step.counts.done)
                self._result.add(step.refusals)
            case TagEnd() | Untagged():
                self._end = step

    def ended(self) -> None:
        if isinstance(self._end, Untagged) and self._order:
            self.say(tag_wording.trouble(self._end.error, self._order.journal))
        elif isinstance(self._end, TagEnd):
            self._result.show_counts(self._end.counts, is_removal=self.is_removal)
            self.close_with_result(self._result)

    def stopped(self) -> None:
        self.session.noticed.emit(Notice(tag_wording.stopped(is_removal=self.is_removal), is_calm=True))
