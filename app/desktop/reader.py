"""Reads the rows of a run for the window, off its thread: what is looked at now comes first."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from app.desktop.background import Background
from app.results.database import StoreError, StoreTrouble
from app.results.listing import Row
from app.results.query import Entries, Order, Query, State
from app.results.view import Counts, View

logger = logging.getLogger(__name__)

PAGE = 500  # rows that are read at a time
SEEKING = 0.3  # seconds that rows are looked for which are no longer where they were
PORTION = 100  # rows that are made without a pause, some milliseconds
BREATH = 0.001  # seconds of a pause between portions, and
REST = 0.02  # between pages
WAITING = 4  # pages that are remembered: more than a screen needs, fewer than a quick scroll leaves behind


_BY_CLASS = (Order.CLASS, Order.STATE)


@dataclass(frozen=True, slots=True)
class Show:
    """An order to number the rows that a query chooses.

    Attributes:
        number: of this numbering; all that is read of it carries it.
        query: which rows, in which order.
        top_k: predictions of each row.
        before: the number of the numbering that is on the screen.
        kept: rows of that one whose new numbers are to be told, each with its position where that is known.
        top: the one among them that is to stay at the top of the screen, or None to begin with the first row.
        seen: how many rows can be seen at once.
        anew: whether the same is read again because the run may have gone on.
    """

    number: int
    query: Query
    top_k: int
    before: int = 0
    kept: tuple[tuple[int, bytes | None], ...] = ()
    top: int | None = None
    seen: int = 1
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Paged:
    """Rows that were read: those of the page `page` of a numbering, which begins with row `page * PAGE`.

    None stands for a row that is gone since it was numbered, or damaged.
    """

    number: int
    page: int
    rows: tuple[Row | None, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A query's rows have numbers now.

    Attributes:
        show: what was ordered.
        rows: how many there are.
        moved: of each row that was kept, its new number, or None where it is no longer there.
        pages: those that are seen first, so that nothing flickers.
        seconds: how long it took.
        is_same: whether they are the rows of the numbering before, so that pages of it still hold.
    """

    show: Show
    rows: int
    moved: Mapping[int, int | None]
    pages: tuple[Paged, ...]
    seconds: float
    is_same: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """What the classes and states of a numbering are, and how long it took to find out."""

    number: int
    counts: Counts
    seconds: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """An order to gather the rows of these ranges, or only what they are chosen by, and what came of it.

    Attributes:
        ticket: whoever ordered it knows it by this.
        number: of the numbering that the ranges are rows of.
        ranges: which rows.
        top_k: predictions of each row; 0 where only entries are wanted.
        is_done: whether they were gathered; never where another numbering came between.
        entries: what a query chooses the rows by.
        rows: the rows themselves.
        error: what kept them from being gathered.
    """

    ticket: int
    number: int
    ranges: tuple[range, ...]
    top_k: int = 0
    is_done: bool = False
    entries: Entries = field(default_factory=Entries)
    rows: tuple[Row, ...] = ()
    error: StoreError | None = None


class Reader(Background):
    """Owns a `View` and does what was asked for last first; a numbering ends as soon as another is wanted.

    Attributes:
        has_ended: whether it does nothing any more, though its thread may not have ended yet.

    Signals:
        begun(object): a `Paged`, the first rows of a query whose numbering goes on.
        numbered(object): a `Numbered`.
        paged(object): a `Paged`.
        counted(object): a `Counted`; comes by itself after each numbering whose counts may be others.
        chosen(object): a `Chosen`; each order gets one, whatever becomes of it.
        failed(object): a `StoreError`, but for one of a `Chosen`; after one of opening, the reader has ended.
    """

    begun = Signal(object)
    numbered = Signal(object)
    paged = Signal(object)
    counted = Signal(object)
    chosen = Signal(object)
    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject) -> None:
        """`path` is that of a results store; it is opened in the thread."""
        super().__init__(parent)
        self._path = path
        self._changed = threading.Condition()
        self._choices: deque[Chosen] = deque()
        self._show: Show | None = None
        self._pages: deque[tuple[int, int]] = deque(maxlen=WAITING)
        self._to_count: Show | None = None
        self._closing = False
        self._error: StoreError | None = None  # why it could not be opened
        self.has_ended = False
        self._shown: Show | None = None  # what the view has numbers for: this and the counts are the thread's own
        self._rows = 0
        self._counts: tuple[Query, Counts] | None = None

    def show(self, show: Show) -> None:
        """Number the rows of another query, or of the same one anew; whatever was to be shown before is not."""
        with self._changed:
            self._show = show
            self._changed.notify()

    def want_page(self, number: int, page: int) -> None:
        """Ask for a page of a numbering; asking again moves it to the front."""
        with self._changed:
            if (number, page) in self._pages:
                self._pages.remove((number, page))
            self._pages.append((number, page))
            self._changed.notify()

    def choose(self, chosen: Chosen) -> None:
        """Gather rows or their entries; goes before all else, since it is about what is on the screen."""
        with self._changed:
            self._choices.append(chosen)
            self._changed.notify()
            is_late = self.has_ended
        if is_late:
            self._answer_rest()

    def close(self) -> QThread:
        """End as soon as possible; returns the thread, to be waited for."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        return self

    def _is_closing(self) -> bool:
        return self._closing

    def _is_over(self) -> bool:
        """Whether nobody wants the numbering under way any more."""
        return self._closing or self._show is not None

    def _can_wait(self) -> bool:
        """The same of counting, and of numbering again what is on the screen: what is seen or chosen goes first."""
        return self._is_over() or bool(self._pages or self._choices)

    def _has_work(self) -> bool:
        return bool(self._is_over() or self._choices or self._pages or self._to_count)

    def _next(self) -> Callable[[View], None] | None:
        with self._changed:
            self._changed.wait_for(self._has_work)
            if self._closing:
                return None
            if self._choices:
                return partial(self._choose, self._choices.popleft())
            if self._show and not (self._show.anew and self._pages):
                show, self._show, self._to_count = self._show, None, None
                return partial(self._number, show)
            if self._pages:
                return partial(self._page, *self._pages.pop())
            counted, self._to_count = self._to_count, None
            return partial(self._count, counted) if counted else None

    # in the thread

    def _number(self, show: Show, view: View) -> None:
        started = time.perf_counter()
        positions = self._positions(show, view)
        if show.top is None and (first := view.first(show.query, show.top_k)):
            self.begun.emit(Paged(show.number, 0, tuple(first)))
        is_same = self._shown is not None and not show.anew and _reads_the_same(self._shown, show)
        if not is_same:
            rows = view.show(show.query, self._can_wait if show.anew else self._is_over)
            if rows is None:  # and what was shown before still is
                self._put_back(show)
                return
            self._rows = rows
        self._shown = self._to_count = show
        moved = _moved(view, positions)
        seen = range(0) if is_same else _pages_seen(show, moved, self._rows)
        pages = tuple(_read(view, show, page) for page in seen)
        self.numbered.emit(Numbered(show, self._rows, moved, pages, time.perf_counter() - started, is_same))

    def _put_back(self, show: Show) -> None:
        with self._changed:
            if show.anew and self._show is None:
                self._show = show

    def _positions(self, show: Show, view: View) -> dict[int, bytes]:
        """The positions of the rows that are kept; of a numbering that is no longer there only those known before."""
        positions = {row: position for row, position in show.kept if position is not None}
        if self._shown and self._shown.number == show.before:
            unknown = (row for row, position in show.kept if position is None)
            positions |= {row: found for row in unknown if (found := view.position_of(row)) is not None}
        return positions

    def _page(self, number: int, page: int, view: View) -> None:
        if self._shown and self._shown.number == number:
            self.paged.emit(_read(view, self._shown, page))
        self._rest()

    def _rest(self) -> None:
        """While somebody scrolls quickly there is always another page, and the window needs the interpreter too."""
        with self._changed:
            if self._pages:
                self._changed.wait_for(self._is_over, REST)

    def _count(self, show: Show, view: View) -> None:
        """Counts stay as they are while only another class, state or order of the same rows is shown."""
        started = time.perf_counter()
        basis = replace(show.query, label=None, states=frozenset(State), order=Order.FOLDER, descending=False)
        if self._counts is None or self._counts[0] != basis or show.anew:
            counts = view.counts(show.query, self._can_wait)
            if counts is None:
                self._to_count = show
                return
            self._counts = (basis, counts)
        counts = replace(self._counts[1], rows=self._rows)
        self.counted.emit(Counted(show.number, counts, time.perf_counter() - started))

    def _choose(self, chosen: Chosen, view: View) -> None:
        self._carry_out(
            lambda: self.chosen.emit(self._gathered(chosen, view)),
            lambda error: self.chosen.emit(replace(chosen, error=error)),
        )

    def _gathered(self, chosen: Chosen, view: View) -> Chosen:
        """What came of an order; nothing where the numbering is another one, or the thread is to end."""
        if self._shown is None or self._shown.number != chosen.number:
            return chosen
        if not chosen.top_k:
            entries = view.entries(chosen.ranges, self._is_closing)
            return chosen if entries is None else replace(chosen, entries=entries, is_done=True)
        rows: list[Row] = []
        for part in (part for each in chosen.ranges for part in _parts(each, PAGE)):
            if self._closing:
                return chosen
            rows += filter(None, view.page(part.start, len(part), chosen.top_k))
        return replace(chosen, rows=tuple(rows), is_done=True)

    def _answer_rest(self) -> None:
        """Nobody gathers any more what is asked for now."""
        with self._changed:
            self.has_ended = True
            rest, self._choices = self._choices, deque()
        for chosen in rest:
            self.chosen.emit(replace(chosen, error=self._error))

    def _carry_out(self, work: Callable[[], object], fail: Callable[[StoreError], object]) -> None:
        try:
            work()
        except StoreError as error:
            fail(error)
        except Exception as error:  # the thread must live on for the next order
            logger.exception("reading the results failed")
            fail(StoreError(StoreTrouble.UNUSABLE, str(self._path), type(error).__name__))

    def work(self) -> None:
        try:
            with View(self._path, self._is_closing) as view:
                while order := self._next():
                    self._carry_out(partial(order, view), self.failed.emit)
        except StoreError as error:
            self._error, self.has_ended = error, True
            self.failed.emit(error)
        self._answer_rest()


def _reads_the_same(shown: Show, show: Show) -> bool:
    """Whether only the least probability is another one, and neither the choice nor the order depends on it.

    So a slider can be dragged over a million rows; a text may be that of a class, which unknown rows do not show.
    """
    query = show.query
    depends = query.text or query.label is not None or query.states != frozenset(State) or query.order in _BY_CLASS
    before = replace(shown.query, least_probability=query.least_probability)
    return not depends and shown.query != query == before and shown.top_k == show.top_k


def _moved(view: View, positions: Mapping[int, bytes]) -> dict[int, int | None]:
    """Where the rows at these positions are now; None for those that are gone, or that take too long to find.

    Most stand where they stood, or have moved as far as the one before; to look for one reads the whole numbering.
    """
    moved: dict[int, int | None] = {}
    shift, deadline = 0, time.perf_counter() + SEEKING
    for row, position in sorted(positions.items()):
        guess = next((at for at in (row, row + shift) if at >= 0 and view.position_of(at) == position), None)
        if guess is None and time.perf_counter() < deadline:
            guess = view.row_of(position)
        shift = shift if guess is None else guess - row
        moved[row] = guess
    return moved


def _pages_seen(show: Show, moved: Mapping[int, int | None], rows: int) -> range:
    """The pages that are on the screen once the numbering is."""
    top = (moved.get(show.top) if show.top is not None else None) or 0
    last = min(top + show.seen, rows) - 1
    return range(top // PAGE, last // PAGE + 1) if last >= top else range(0)


def _read(view: View, show: Show, page: int) -> Paged:
    """A page, in portions: while rows are made the window waits for the interpreter at every turn."""
    rows: list[Row | None] = []
    for part in _parts(range(page * PAGE, (page + 1) * PAGE), PORTION):
        found = view.page(part.start, len(part), show.top_k)
        rows += found
        if len(found) < len(part):
            break
        time.sleep(BREATH)
    return Paged(show.number, page, tuple(rows))


def _parts(rows: range, length: int) -> Iterator[range]:
    return (rows[first : first + length] for first in range(0, len(rows), length))
