"""Sorts the pictures of a run into folders: asks how, shows the plan, carries it out, and says what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from app.desktop import export_wording, sort_wording
from app.desktop.export_steps import is_own, own_files
from app.desktop.page_scroll import on_screen
from app.desktop.plan_model import PAGE
from app.desktop.plan_page import LEAST_LINES, PlanPage
from app.desktop.plan_tree import Branch
from app.desktop.session import Session
from app.desktop.sort_options import SortOptions
from app.desktop.sort_steps import (
    Noted,
    Opened,
    PlanHold,
    Planned,
    SortWish,
    Unnoted,
    Unplanned,
    carrying,
    note_steps,
    open_steps,
    plan_steps,
)
from app.desktop.sort_work import SortWorkDialog
from app.desktop.sorts_dialog import SortsDialog
from app.results.sorting.names import safe_name
from app.results.sorting.steps import Looked, SortError
from app.values import SortTrouble

LINES = 22  # of text, that a plan is high where the screen has room


class SortDialog(SortWorkDialog):
    """Four pages: options, plan, progress and result. Until the plan is carried out nothing is changed."""

    def __init__(self, session: Session, parent: QWidget, *, is_for_selection: bool = False) -> None:
        super().__init__(session, parent)
        self.setWindowTitle(self.tr("Sort into folders"))
        self._window = parent
        self._wish: SortWish | None = None
        self._hold: PlanHold | None = None
        self._planned: Planned | None = None
        self._noting: Path | None = None
        self._options = SortOptions(session, self, is_for_selection=is_for_selection)
        self._plan_page = PlanPage(self)
        self.add_page(self._options)
        self.add_page(self._plan_page)
        self._plan = self.add_button(self.tr("Make &plan"), self._on_plan)
        self._carry = self.add_button("", self._on_carry)
        self._back = self.add_button(self.tr("&Back"), self._on_back)
        self._earlier = self.add_button(self.tr("&Earlier sorts…"), self._on_earlier)
        self._add_work()
        self.offer(self._plan)
        self._options.changed.connect(self._on_options)
        self._plan_page.noting_wanted.connect(self._on_noting_wanted)
        self._plan_page.model.wanted.connect(self._on_files_wanted)
        self._on_options()
        self._options.rows.take_keyboard()

    def all_buttons(self) -> tuple[QPushButton, ...]:
        return self._plan, self._carry, self._back, self._earlier, *super().all_buttons()

    # the options

    def _on_options(self) -> None:
        if self.is_busy:
            return
        self._grow()
        is_chosen = self._options.query is not None and self._options.rows.number != 0
        self._plan.setEnabled(is_chosen and self._options.options is not None)

    def _on_plan(self) -> None:
        query, options, run = self._options.query, self._options.options, self.session.runs.shown
        if query is None or options is None or run is None:
            return
        self._options.keep()
        wish = SortWish(self.session.runs.store, query, run.roots, run.name, options, self.session.places.sorts)
        hold = PlanHold()
        self._let_go()
        self._wish, self._hold, self._planned, self._refused = wish, hold, None, None
        self.begin(
            lambda is_over: plan_steps(wish, hold, is_over),
            self.tr("Looking at the pictures…"),
            self._options.rows.number,
        )

    def _on_earlier(self) -> None:
        SortsDialog(self.session, self._window).open()
        self.reject()

    def _show_plan(self, planned: Planned) -> None:
        if self._wish is None:
            return
        way, summary = self._wish.options.way, planned.summary
        self._plan_page.show_plan(planned, way)
        self._carry.setText(sort_wording.carry_out(summary, way))
        self.show_page(self._plan_page)
        self.say("\n".join(map(sort_wording.trouble, summary.obstacles)))
        self.offer(*((self._carry,) if summary.pictures and not summary.obstacles else ()), self._back)
        self._grow()
        wanted = self._wanted() + QSize(0, (LINES - LEAST_LINES) * self.fontMetrics().height())
        self.resize(on_screen(wanted, self).expandedTo(self.size()))

    # the plan

    def _on_back(self) -> None:
        self._let_go()
        self.say("")
        self.show_page(self._options)
        self.offer(self._plan)
        self._on_options()

    def _on_files_wanted(self, branch: Branch) -> None:
        if self._hold:
            steps = partial(open_steps, self._hold, branch, PAGE)
            task = self.session.tasks.new(lambda _is_over: steps())
            task.stepped.connect(self._on_opened)
            task.start()

    def _on_opened(self, step: Opened | Unplanned) -> None:
        if isinstance(step, Opened):
            self._plan_page.model.take(step.branch, step.lines)
        else:
            self.say(sort_wording.trouble(step.error))

    def _on_noting_wanted(self) -> None:
        dialog = QFileDialog(self, self.tr("Save plan"), "", "CSV (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self._suggested())
        dialog.fileSelected.connect(lambda name: self.note(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _suggested(self) -> str:
        name = self._wish.name if self._wish else ""
        return f"{safe_name(self.tr('Plan of %1').replace('%1', name))}.csv"

    def note(self, path: Path) -> None:
        """Write the plan to this file; what stands there is replaced, unless it is one of Whatsit's own."""
        if is_own(path, *own_files(self.session.places, self.session.runs.store)):
            self.say(export_wording.own_file())
        elif self._hold and self._wish:
            self._noting = path
            steps = partial(note_steps, self._hold, path, self._wish.options.way)
            self.begin(lambda _is_over: steps(), self.tr("Writing the plan…"))

    def _on_carry(self) -> None:
        wish, hold = self._wish, self._hold
        if wish is None or hold is None or self._planned is None:
            return
        self._staying = sort_wording.staying(self._planned.summary)
        work = carrying(hold, wish.sorts, wish.store)
        self.work(work, wish.options.way, wish.options.destination, is_undo=False)

    # what the tasks say

    def take(self, step: object) -> None:
        match step:
            case Looked():
                self.advance(step.pictures // 2)  # every picture is looked at twice
            case Planned():
                self._planned = step
            case Noted():
                self.advance(step.lines)
            case Unnoted():
                self.say(sort_wording.unnoted(step.error, self._noting or Path()))
            case _:
                super().take(step)

    def ended(self) -> None:
        if self._work:
            super().ended()
            return
        self._cancel.setText(self.tr("Cancel"))
        if self._noting:
            self._noting = None
        elif self._planned:
            self._show_plan(self._planned)
        elif self._refused:
            self._on_refused(self._refused)

    def not_begun(self) -> None:
        self.offer(self._carry, self._back)

    def _on_refused(self, refused: Unplanned) -> None:
        self.say(sort_wording.trouble(refused.error))
        stands = (SortTrouble.UNFINISHED, SortTrouble.UNDOING)
        is_unfinished = isinstance(refused.error, SortError) and refused.error.trouble in stands
        self.offer(*((self._earlier,) if is_unfinished else ()), self._plan)
        self._on_options()

    def _let_go(self) -> None:
        if self._hold:
            self._hold.drop()
        self._hold = self._planned = None

    # Qt overrides

    def done(self, result: int) -> None:
        super().done(result)
        self._let_go()
