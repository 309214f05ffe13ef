"""What the folder view shows: the rows of a run under a query, what is selected of them, and what is counted."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from app.desktop.known_models import class_names
from app.desktop.previews import PixmapCache
from app.desktop.reader import Chosen, Counted, Numbered, Paged, Reader, Show
from app.desktop.results_model import ResultsModel
from app.desktop.row_selection import RowSelection
from app.results.database import StoreError, StoreTrouble
from app.results.listing import Row
from app.results.query import Order, Query, State
from app.results.view import Counts

TYPING = 150  # milliseconds without a key, after which a search begins
DRAGGING = 100  # milliseconds between two numberings while something is dragged
SOON = 0.1  # seconds between two readings of a run that goes on, at least, while there are no rows;
AGAIN = 1.0  # then so many, and
SHARE = 10  # ten times as long as one takes

_Fail = Callable[[StoreError], None]


class RunView(QObject):
    """The owner of the folder view's state; its widgets talk to it and to nothing below.

    Attributes:
        model: the rows of the query.
        selection: which of them are selected; one for all views.
        query: what is wanted, or None while no run is open.
        counts: what was counted last, or None.
        error: why nothing can be read, or None.
        eye: tells which rows are on the screen; set by whoever shows them.

    Signals:
        changed(): the query, `is_loading`, `error` or the number of rows.
        counted(): there are other `counts`.
        shown(object): the `Row` of the current picture is another one, or there is none (None).
        failed(object): a `StoreError`.
        placed(int, int): the row that was at the top of the screen, or -1 if that is to be forgotten, and the one that
            is to be there now.
    """

    changed = Signal()
    counted = Signal()
    shown = Signal(object)
    failed = Signal(object)
    placed = Signal(int, int)

    def __init__(self, thumbnails: PixmapCache, parent: QObject) -> None:
        super().__init__(parent)
        self.model = ResultsModel(thumbnails, self)
        self.selection = RowSelection(self.model, self)
        self.query: Query | None = None
        self.counts: Counts | None = None
        self.error: StoreError | None = None
        self.eye: Callable[[], range] = lambda: range(50)
        self._store: Path | None = None
        self._reader: Reader | None = None
        self._closed: set[Reader] = set()
        self._top_k = 5
        self._ticket = 0
        self._tickets: dict[int, tuple[Callable[[Chosen], None], _Fail | None]] = {}
        self._asked = 0  # the number of the numbering that was asked for last
        self._shown: Show | None = None  # the one on the screen
        self._loading = False
        self._settling = False  # rows have new numbers, and the selection not yet
        self._seconds = 0.0  # that the last numbering and counting took
        self._begun = 0.0
        self._row: Row | None = None
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._ask)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._ask_again)
        self.model.page_wanted.connect(self._on_page_wanted)
        self.model.dataChanged.connect(self._on_current)
        self.selection.currentRowChanged.connect(self._on_current)

    # opening and closing

    def open(self, store: Path, run: int, roots: tuple[Path, ...], least_probability: float) -> None:
        """Show a run of the store, all of it, in its own order."""
        self.close_run()
        self._start_reader(store)
        self.model.clear(roots)
        self.model.set_least_probability(least_probability)
        self.query = Query(run, least_probability, names=class_names())
        self._ask()

    def is_of(self, store: Path, run: int) -> bool:
        """Whether it is this run of this store that is shown, and can be read."""
        return self.query is not None and (self._store, self.query.run, self.error) == (store, run, None)

    def _start_reader(self, store: Path) -> None:
        self._store = store
        reader = self._reader = Reader(store, self)
        reader.begun.connect(self._on_begun)
        reader.numbered.connect(self._on_numbered)
        reader.paged.connect(self._on_paged)
        reader.counted.connect(self._on_counted)
        reader.chosen.connect(self._on_chosen)
        reader.failed.connect(self._on_failed)
        reader.start()

    def close_run(self) -> None:
        """Show nothing; the thread ends by itself."""
        for timer in (self._due, self._again):
            timer.stop()
        self._end_reader()
        self._asked += 1  # Qt delivers what was on its way when it was disconnected
        self.query = self.counts = self.error = self._shown = None
        self._loading = False
        self._drop_tickets()
        self.model.clear()
        self._tell(None)
        self.changed.emit()

    def _end_reader(self) -> None:
        reader, self._reader = self._reader, None
        if reader is None:
            return
        reader.disconnect(self)
        reader.close()
        self._closed.add(reader)
        reader.finished.connect(self._on_finished)
        if reader.isFinished():  # asked after connecting, so that one that ends meanwhile is not missed
            self._forget(reader)

    def close(self) -> list[QThread]:
        """Close the run for good; returns the threads, to be waited for."""
        self.close_run()
        return list(self._closed)

    # what is wanted

    def set_text(self, text: str) -> None:
        """Only rows with these words, once typing rests."""
        self._want(TYPING, text=text)

    def set_states(self, states: frozenset[State]) -> None:
        """Only rows in one of these states; a class is let go of, since it is one of the others."""
        self.choose(None, states)

    def choose(self, label: str | None, states: frozenset[State]) -> None:
        """Only rows of this class (None for all) in one of these states."""
        self._want(0, label=label, states=states)

    def set_range(self, least: float, most: float) -> None:
        """Only rows whose likeliest class has a probability from `least` to `most`."""
        self._want(TYPING, least=least, most=max(least, most))

    def set_order(self, order: Order, descending: bool) -> None:
        """Sort the rows."""
        self._want(0, order=order, descending=descending)

    def set_least_probability(self, least_probability: float) -> None:
        """Call what is less probable unknown: at once in what can be seen, a moment later in counts and filters."""
        self.model.set_least_probability(least_probability)
        self._want(round(max(DRAGGING, 1200 * min(self._seconds, 1.0))), True, least_probability=least_probability)

    def clear_filters(self) -> None:
        """Show all rows."""
        whole = Query(0, 0.0)
        self._want(0, text="", label=None, least=whole.least, most=whole.most, states=whole.states)

    def set_top_k(self, top_k: int) -> None:
        """Read so many classes of each row."""
        if top_k != self._top_k:
            self._top_k = top_k
            if self.query:
                self._ask()

    def refresh(self) -> None:
        """Read the same again, because the run goes on; may be called as often as something happens."""
        if self.query and not self._again.isActive():
            least = AGAIN if self.model.rowCount() else SOON
            rest = self._begun + max(least, SHARE * self._seconds) - time.monotonic()
            self._again.start(max(0, round(1000 * rest)))

    def retry(self) -> None:
        """Try again what failed; a reader that could not open the store has ended."""
        if self.query is None or self._store is None:
            return
        if self._reader is None or self._reader.has_ended:
            self._end_reader()
            self._start_reader(self._store)
        self._ask()

    # what is there

    @property
    def is_loading(self) -> bool:
        """Whether the rows on the screen are not yet those of the query."""
        return self._loading

    @property
    def is_filtered(self) -> bool:
        """Whether the query leaves rows out."""
        query = self.query
        return query is not None and query != replace(
            Query(query.run, query.least_probability, names=query.names),
            order=query.order,
            descending=query.descending,
        )

    @property
    def current(self) -> Row | None:
        """The row of the current picture, if it is there."""
        return self._row

    @property
    def selected(self) -> int:
        """How many rows are selected."""
        return sum(map(len, self.selection.ranges()))

    def with_selection(self, then: Callable[[Query], None], fail: _Fail | None = None) -> None:
        """Call `then` with a query that chooses exactly the selected rows, whatever the run does meanwhile.

        It is called later, and not at all if the rows have other numbers by then, which `changed` tells. What keeps
        them from being read is told to `fail`, or as every other failure.
        """
        if query := self.query:
            ranges = self.selection.ranges()
            self._choose(ranges, 0, lambda chosen: then(replace(query, entries=chosen.entries)), fail)

    def with_rows(self, then: Callable[[tuple[Row, ...]], None], most: int, top_k: int = 1) -> None:
        """Call `then` with the selected rows, `most` of them at most; later, and not at all if they are others then."""
        ranges, left = [], most
        for each in self.selection.ranges():
            ranges.append(each[:left])
            left -= len(ranges[-1])
        self._choose(tuple(each for each in ranges if each), top_k, lambda chosen: then(chosen.rows))

    def _choose(
        self, ranges: tuple[range, ...], top_k: int, then: Callable[[Chosen], None], fail: _Fail | None = None
    ) -> None:
        if self._reader:
            self._ticket += 1
            self._tickets[self._ticket] = then, fail
            self._reader.choose(Chosen(self._ticket, self.model.number, ranges, top_k))

    def _drop_tickets(self) -> None:
        """Who waits for rows of a run that is closed hears of it where it is to be said."""
        tickets, self._tickets = self._tickets, {}
        for _, fail in tickets.values():
            if fail:
                fail(StoreError(StoreTrouble.FORGOTTEN, str(self._store)))

    # asking

    def _want(self, wait: int, is_steady: bool = False, **parts: Any) -> None:
        """Change the query and show what it chooses in so many milliseconds; `is_steady` lets a timer run on."""
        if self.query is None:
            return
        query = replace(self.query, **parts)
        if query == self.query:
            return
        self.query = query
        if not (is_steady and self._due.isActive()):
            self._due.start(wait)
        self.changed.emit()

    def _ask_again(self) -> None:
        if self._loading or self._due.isActive():
            self.refresh()  # what is new is read with it, and the rest a little later
        else:
            self._ask(anew=True)

    def _ask(self, anew: bool = False) -> None:
        if self._reader is None or self.query is None:
            return
        self._due.stop()
        self._asked += 1
        self._begun = time.monotonic()
        self._loading = not anew
        self.error = None
        kept, top = self._kept()
        seen = max(1, len(self.eye()))
        before = self._shown.number if self._shown else 0
        self._reader.show(Show(self._asked, self.query, self._top_k, before, kept, top, seen, anew))
        self.changed.emit()

    def _kept(self) -> tuple[tuple[tuple[int, bytes | None], ...], int | None]:
        """The rows to be found again, and the one that is to stay at the top."""
        rows = {self.selection.currentIndex().row()}
        top = None
        if self._stays():
            top = next(iter(self.eye()), 0)
            rows |= {top, *self.selection.followed()}
        return tuple((row, self.model.position(row)) for row in rows if 0 <= row < self.model.rowCount()), top

    def _stays(self) -> bool:
        """Whether the query chooses much the same rows as those on the screen, in much the same order."""
        if self._shown is None or self.query is None:
            return False
        return replace(self._shown.query, least_probability=self.query.least_probability) == self.query

    # what comes

    def _on_page_wanted(self, number: int, page: int) -> None:
        if self._reader:
            self._reader.want_page(number, page)

    def _on_begun(self, paged: Paged) -> None:
        if paged.number == self._asked and self.model.rowCount() == 0:
            self.model.begin(paged)
            self.changed.emit()

    def _on_numbered(self, numbered: Numbered) -> None:
        if numbered.show.number != self._asked:
            return
        stays = self._stays()
        ranges, current = self.selection.ranges(), self.selection.currentIndex().row()
        self._seconds, self._loading, self._shown = numbered.seconds, False, numbered.show
        early = self._chosen_early(numbered)
        self._settling = True
        self.model.renumber(numbered)
        if early:
            same = {row: row for row, chosen in early.items() if self.model.position(row) == chosen}
            self.selection.settle(ranges, current, same)
        elif not stays:
            self.selection.settle((range(current, current + 1),), current, numbered.moved)
        elif current < 0 or any(new != old for old, new in numbered.moved.items()):
            next_one = ranges[0].start if ranges else 0  # where the row after those that went is now
            self.selection.settle(ranges, current, numbered.moved, next_one)
        self._settling = False
        top = numbered.show.top
        if top is None:
            self.placed.emit(-1, 0)
        elif top > 0:  # the first row is left at the top, and new ones come above what was there
            self.placed.emit(top, numbered.moved.get(top) or top)
        self._on_current()
        self.changed.emit()

    def _chosen_early(self, numbered: Numbered) -> dict[int, bytes | None]:
        """Current and selected rows with their positions, if they are among the first rows, which were shown before."""
        if self.model.number != numbered.show.number:
            return {}
        rows = {self.selection.currentIndex().row(), *self.selection.followed()}
        return {row: self.model.position(row) for row in rows if row >= 0}

    def _on_paged(self, paged: Paged) -> None:
        self.model.take(paged)

    def _on_counted(self, counted: Counted) -> None:
        if counted.number == self._asked:
            self._seconds += counted.seconds
            self.counts = counted.counts
            self.counted.emit()

    def _on_chosen(self, chosen: Chosen) -> None:
        then, fail = self._tickets.pop(chosen.ticket, (None, None))
        if then and chosen.is_done:
            then(chosen)
        elif then and chosen.error:
            (fail or self._fail)(chosen.error)

    def _on_failed(self, error: StoreError) -> None:
        if self._reader is not None and self.sender() is self._reader:  # and not of a run that was closed
            self._fail(error)

    def _fail(self, error: StoreError) -> None:
        self.error, self._loading = error, False
        self.changed.emit()
        self.failed.emit(error)

    def _on_finished(self) -> None:
        reader = self.sender()
        if isinstance(reader, Reader):
            self._forget(reader)

    def _forget(self, reader: Reader) -> None:
        self._closed.discard(reader)
        reader.deleteLater()

    def _on_current(self) -> None:
        """Tell which row is current once it is there; meanwhile the one before stays."""
        if self._loading or self._settling:
            return
        index = self.selection.currentIndex()
        if not index.isValid():
            self._tell(None)
        elif row := self.model.row(index.row()):
            self._tell(row)

    def _tell(self, row: Row | None) -> None:
        if row != self._row:
            self._row = row
            self.shown.emit(row)
