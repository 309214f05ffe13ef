"""A small store with a run, and a view that can be held at every step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPixmap

from app.desktop.previews import Shown
from app.desktop.reader import Numbered, Paged, Show
from app.desktop.run_view import RunView
from app.images.order import file_position, folder_position, input_position
from app.models.builtin import builtin_model
from app.results.listing import Row
from app.results.pen import Pen
from app.results.query import Entries, Query, State
from app.results.store import Store
from app.results.view import Counts
from app.values import Classified, Failed, ImageRef, Method, Outcome, Prediction, Reason, Stage, Stamp

from .stub import Gate

ROOT = Path("/photos/Iceland")
LABELS = tuple(label.name for label in builtin_model().labels)
METHOD = Method("f" * 64, "builtin", "EfficientNet-Lite0", "fp32", LABELS)
LEAST = 0.3


def answered(name: str, label: str = "espresso", probability: float = 0.9) -> Classified:
    """A picture below `ROOT` with this class, and four less likely ones."""
    first = LABELS.index(label)
    others = [Prediction(place, LABELS[place], probability / 2 ** (place + 2)) for place in range(4)]
    ref = ImageRef(ROOT / name, stamp=Stamp(10, 20))
    return Classified(ref, 600, 400, "builtin", "cpu", "fp32", (Prediction(first, label, probability), *others))


def broken(name: str, reason: Reason = Reason.TRUNCATED) -> Failed:
    return Failed(ImageRef(ROOT / name, stamp=Stamp(10, 20)), Stage.DECODE, reason, "it ends early")


def position(path: Path) -> bytes:
    """The place of a picture below `ROOT` in the order of the run."""
    *folders, name = path.relative_to(ROOT).parts
    above = input_position(0)
    for folder in folders:
        above = folder_position(above, folder)
    return file_position(above, name)


class RunMaker:
    """Writes a run into a store, in as many parts as a test likes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._store = Store(path)
        self._pen: Pen = self._store.begin("key", "Iceland", [ROOT], METHOD)
        self.run = self._pen.run

    def add(self, *outcomes: Outcome) -> None:
        for outcome in outcomes:
            self._pen.add(position(outcome.ref.path), outcome)
        self._pen.flush()

    def forget(self) -> None:
        self._store.forget(self.run)

    def close(self) -> None:
        self._store.close()


class Thumbnails(QObject):
    """Stands in for a `PixmapCache`; notes which pictures were wanted."""

    arrived = Signal(object)

    def __init__(self, is_there: bool = True) -> None:
        super().__init__()
        self.wanted: list[ImageRef] = []
        self.is_there = is_there
        self.pixmap = QPixmap(72, 48)
        self.pixmap.fill(QColor("#00ff00"))

    def picture(self, ref: ImageRef) -> Shown | None:
        self.wanted.append(ref)
        return Shown(self.pixmap, 72, 48) if self.is_there else None


def rows_of(outcomes: Iterable[Outcome]) -> tuple[Row, ...]:
    return tuple(Row(position(outcome.ref.path), outcome) for outcome in outcomes)


@dataclass
class StubView:
    """A view over a list that tests may change; knows only the filter by label.

    Attributes:
        rows: what there is, in order.
        numbering: held, `show` and `counts` wait until they are over or it is opened.
        reading: held, pages wait.
        calls: what was asked, in order.
        error: is raised by `show`, `page` and `entries`.
    """

    rows: tuple[Row, ...] = ()
    numbering: Gate = field(default_factory=Gate)
    reading: Gate = field(default_factory=Gate)
    calls: list[tuple[object, ...]] = field(default_factory=list)
    error: Exception | None = None
    is_closed: bool = False
    shown: tuple[Row, ...] = ()

    def show(self, query: Query, is_over: Callable[[], bool]) -> int | None:
        self.calls.append(("show", query))
        self._fail()
        if not _passed(self.numbering, is_over):
            return None
        self.shown = tuple(row for row in self.rows if query.label in (None, _label(row)))
        return len(self.shown)

    def counts(self, query: Query, is_over: Callable[[], bool]) -> Counts | None:
        self.calls.append(("counts",))
        if not _passed(self.numbering, is_over):
            return None
        return Counts(len(self.shown), {State.CLASSIFIED: len(self.rows)}, (("espresso", len(self.rows)),))

    def first(self, query: Query, top_k: int) -> list[Row]:
        self.calls.append(("first", query))
        return list(self.rows[:2])

    def page(self, first: int, count: int, top_k: int) -> list[Row]:
        self.calls.append(("page", first, count, top_k))
        self.reading.pass_through()
        self._fail()
        return list(self.shown[first : first + count])

    def entries(self, ranges: Sequence[range], is_over: Callable[[], bool]) -> Entries | None:
        self.calls.append(("entries",))
        self._fail()
        if not _passed(self.reading, is_over):
            return None
        return Entries.of(row for each in ranges for row in each if row < len(self.shown))

    def position_of(self, row: int) -> bytes | None:
        return self.shown[row].position if row < len(self.shown) else None

    def row_of(self, position: bytes) -> int | None:
        self.calls.append(("row_of", position))
        return next((at for at, row in enumerate(self.shown) if row.position == position), None)

    def __enter__(self) -> StubView:
        return self

    def __exit__(self, *_: object) -> None:
        self.is_closed = True

    def _fail(self) -> None:
        if self.error:
            raise self.error


def _label(row: Row) -> str | None:
    return row.outcome.predictions[0].label if isinstance(row.outcome, Classified) else None


def _passed(gate: Gate, is_over: Callable[[], bool]) -> bool:
    """Wait before a gate; whether it was open before it was over."""

    class Asked:
        def is_set(self) -> bool:
            return is_over()

    gate.pass_through(Asked())  # type: ignore[arg-type]
    return not is_over()


def shown_at_once(run_view: RunView, *outcomes: Outcome, rows: int | None = None) -> None:
    """Let the model of a run view that has no reader show these rows, of `rows` in all."""
    number = run_view.model.number + 1
    paged = Paged(number, 0, rows_of(outcomes))
    run_view.model.renumber(Numbered(Show(number, Query(1, LEAST), 5), rows or len(outcomes), {}, (paged,), 0.1))
