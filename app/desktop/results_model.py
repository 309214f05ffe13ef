"""The rows of a run as an item model that holds a few pages of them and asks for the others."""

from __future__ import annotations

from collections import OrderedDict, deque
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap

from app.desktop import wording
from app.desktop.previews import PixmapCache, Shown
from app.desktop.reader import PAGE, WAITING, Numbered, Paged
from app.results.listing import Row
from app.results.query import State
from app.results.rows import headline
from app.values import Classified, Failed, ImageRef, Outcome
from app.wording import shown

Index = QModelIndex | QPersistentModelIndex

KEPT = 20  # pages that are held
REST = 50  # milliseconds without a thumbnail after which those that are still missing are asked for again


class ResultColumn(IntEnum):
    """What stands in which column."""

    NAME = 0
    FOLDER = 1
    CLASS = 2
    PROBABILITY = 3
    STATE = 4


class ResultRole(IntEnum):
    """What a cell carries beside Qt's own roles.

    ROW is the `Row`, or None while it is not there; STATE its `State`, or None; SORT what the column is sorted by.
    """

    ROW = Qt.ItemDataRole.UserRole
    STATE = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2


class ResultsModel(QAbstractTableModel):
    """One row per picture that the query chooses; what is not there yet is an empty row and is asked for.

    Signals:
        page_wanted(int, int): the number of the numbering and the page of it that somebody looks at.
    """

    page_wanted = Signal(int, int)

    def __init__(self, thumbnails: PixmapCache, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._number = 0
        self._rows = 0
        self._pages: OrderedDict[int, tuple[Row | None, ...]] = OrderedDict()
        self._asked: deque[int] = deque(maxlen=WAITING)  # what the reader forgets is asked for again
        self._painted: dict[ImageRef, int] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._ask_again)
        self._least_probability = 0.0
        self._roots: tuple[Path, ...] = ()
        thumbnails.arrived.connect(self._on_thumbnail)

    @property
    def number(self) -> int:
        """Of the numbering that is shown."""
        return self._number

    def clear(self, roots: tuple[Path, ...] = ()) -> None:
        """Show nothing; folders of what comes are told from these roots on."""
        self._roots = roots
        self._resize(0)
        self._forget_pages()

    def begin(self, paged: Paged) -> None:
        """Show the first rows of a query whose numbering goes on."""
        self._show(paged.number, len(paged.rows), {paged.page: paged.rows})

    def renumber(self, numbered: Numbered) -> None:
        """Show the rows of a query, or the same rows as they are now; nothing of another numbering is left."""
        if numbered.is_same:
            self._number = numbered.show.number
            self._asked.clear()  # with the number of before they are not answered
            return
        self._show(numbered.show.number, numbered.rows, {each.page: each.rows for each in numbered.pages})

    def take(self, paged: Paged) -> None:
        """A page has come; one of another numbering is dropped."""
        if paged.number != self._number:
            return
        if paged.page in self._asked:
            self._asked.remove(paged.page)
        self._pages[paged.page] = paged.rows
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        self._tell_changed(paged.page * PAGE, min((paged.page + 1) * PAGE, self._rows) - 1)

    def set_least_probability(self, least_probability: float) -> None:
        """Call classes below it unknown, at once in what can be seen."""
        if least_probability != self._least_probability:
            self._least_probability = least_probability
            self._tell_changed(0, self._rows - 1)

    def row(self, number: int) -> Row | None:
        """The row of this number; None while it is not there, and then it is asked for."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._want(page)
            return None
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def known(self, number: int) -> Row | None:
        """The same without asking."""
        rows = self._pages.get(number // PAGE, ())
        return rows[number % PAGE] if number % PAGE < len(rows) else None

    def position(self, number: int) -> bytes | None:
        """Of the row of this number, if it is there."""
        row = self.known(number)
        return row.position if row else None

    def state(self, outcome: Outcome) -> State:
        """What a picture is, given the least probability."""
        if isinstance(outcome, Failed):
            return State.FAILED
        return State.CLASSIFIED if headline(outcome.predictions, self._least_probability) else State.UNKNOWN

    def folder(self, path: Path) -> str:
        """Where a picture lies: from the name of the run's root on, if one holds it."""
        folder = path.parent
        root = next((root for root in self._roots if folder.is_relative_to(root)), None)
        inside = folder.relative_to(root.parent) if root else folder
        return shown(inside if inside.parts else folder)

    def thumbnail(self, number: int) -> QPixmap | None:
        """The small picture of a row, if it is there; otherwise it is made. Asked for what is painted only."""
        row = self.row(number)
        if row is None or isinstance(row.outcome, Failed):
            return None
        picture = self._thumbnails.picture(row.outcome.ref)
        if picture is None:
            self._painted[row.outcome.ref] = number
        return picture.pixmap if isinstance(picture, Shown) else None

    def _show(self, number: int, rows: int, pages: dict[int, tuple[Row | None, ...]]) -> None:
        self._number = number
        self._forget_pages()
        self._pages.update(pages)
        self._resize(rows)
        self._tell_changed(0, rows - 1)

    def _forget_pages(self) -> None:
        self._pages.clear()
        self._asked.clear()
        self._painted.clear()

    def _resize(self, rows: int) -> None:
        """Rows come and go at the end, so that views keep what they have; where others stand now, the keeper knows."""
        before = self._rows
        if rows > before:
            self.beginInsertRows(QModelIndex(), before, rows - 1)
            self._rows = rows
            self.endInsertRows()
        elif rows < before:
            self.beginRemoveRows(QModelIndex(), rows, before - 1)
            self._rows = rows
            self.endRemoveRows()

    def _want(self, page: int) -> None:
        if page not in self._asked:
            self._asked.append(page)
            self.page_wanted.emit(self._number, page)

    def _tell_changed(self, first: int, last: int, roles: tuple[int, ...] = ()) -> None:
        if 0 <= first <= last < self._rows:
            corners = self.index(first, 0), self.index(last, len(ResultColumn) - 1)
            self.dataChanged.emit(*corners, list(roles))

    def _on_thumbnail(self, ref: ImageRef) -> None:
        number = self._painted.pop(ref, -1)
        self._rest.start()
        row = self.known(number) if number >= 0 else None
        if row and row.outcome.ref == ref:
            index = self.index(number, ResultColumn.NAME)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def _ask_again(self) -> None:
        """A large screen shows more thumbnails than their maker remembers: let what can be seen be painted again."""
        missing = sorted(self._painted.values())
        self._painted.clear()
        if missing:
            self._tell_changed(missing[0], missing[-1], (Qt.ItemDataRole.DecorationRole,))

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(ResultColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(ResultColumn):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(ResultColumn(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_figure = section == ResultColumn.PROBABILITY
            side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self._rows:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return self.thumbnail(index.row()) if index.column() == ResultColumn.NAME else None
        row = self.row(index.row())
        if row is None:
            return self._missing(index, role)
        outcome, column = row.outcome, ResultColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(outcome, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(outcome)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(outcome, column)
            case ResultRole.ROW:
                return row
            case ResultRole.STATE:
                return self.state(outcome)
            case ResultRole.SORT:
                return self._sort_key(outcome, column)
        return None

    def _missing(self, index: Index, role: int) -> object:
        """Nothing for what is not there yet, and a word for what will never be: it is gone since, or damaged."""
        has_come = index.row() // PAGE in self._pages
        says = has_come and index.column() == ResultColumn.NAME
        return self.tr("no longer there") if says and role == Qt.ItemDataRole.DisplayRole else None

    def _title(self, column: ResultColumn) -> str:
        return {
            ResultColumn.NAME: self.tr("Name"),
            ResultColumn.FOLDER: self.tr("Folder"),
            ResultColumn.CLASS: self.tr("Class"),
            ResultColumn.PROBABILITY: self.tr("Probability"),
            ResultColumn.STATE: self.tr("State"),
        }[column]

    def text(self, outcome: Outcome, column: ResultColumn) -> str:
        """What stands in a cell."""
        match column:
            case ResultColumn.NAME:
                return shown(outcome.ref.path.name or outcome.ref.path)
            case ResultColumn.FOLDER:
                return self.folder(outcome.ref.path)
            case ResultColumn.CLASS:
                return self.class_words(outcome)
            case ResultColumn.PROBABILITY:
                return wording.percent(probability) if (probability := probability_of(outcome)) is not None else ""
        return self.state_words(outcome)

    def class_words(self, outcome: Outcome) -> str:
        """The class, "unknown", or "not classified"."""
        if isinstance(outcome, Failed):
            return wording.state_words(State.FAILED)
        label = headline(outcome.predictions, self._least_probability)
        return wording.class_name(label) if label else wording.state_words(State.UNKNOWN)

    def state_words(self, outcome: Outcome) -> str:
        """Why there is no class: "perhaps espresso", "the file is cut off"; nothing where there is one."""
        if isinstance(outcome, Failed):
            return wording.words(outcome.reason)
        if self.state(outcome) is State.CLASSIFIED or not outcome.predictions:
            return ""
        return self.tr("perhaps %1").replace("%1", wording.class_name(outcome.predictions[0].label))

    def _spoken(self, outcome: Outcome, column: ResultColumn) -> str:
        """A row is heard in its first cell: "cup.jpg, espresso, 95.1 %"."""
        if column is ResultColumn.STATE:
            said = self.state_words(outcome)
            return ", ".join(part for part in (wording.state_words(self.state(outcome)), said) if part)
        if column is not ResultColumn.NAME:
            return self.text(outcome, column)
        heard = (ResultColumn.NAME, ResultColumn.CLASS, ResultColumn.PROBABILITY)
        parts = (self.text(outcome, each) for each in heard)
        return ", ".join(part for part in (*parts, self.state_words(outcome)) if part)

    def _tool_tip(self, outcome: Outcome) -> str:
        said = wording.failure_words(outcome) if isinstance(outcome, Failed) else self._spoken_answer(outcome)
        detail = outcome.detail if isinstance(outcome, Failed) else ""
        return wording.plain_tool_tip(*(line for line in (str(outcome.ref.path), said, detail) if line))

    def _spoken_answer(self, outcome: Classified) -> str:
        parts = (self.class_words(outcome), self.text(outcome, ResultColumn.PROBABILITY), self.state_words(outcome))
        return ", ".join(part for part in parts if part)

    def _sort_key(self, outcome: Outcome, column: ResultColumn) -> object:
        if column is ResultColumn.PROBABILITY:
            return probability_of(outcome)
        return self.state(outcome).value if column is ResultColumn.STATE else self.text(outcome, column)


def probability_of(outcome: Outcome) -> float | None:
    """Of the likeliest class; None where there is none."""
    return outcome.predictions[0].probability if isinstance(outcome, Classified) and outcome.predictions else None
