"""Which rows are selected, followed to where they are when rows get other numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel

EACH = 2000  # selected rows whose places are followed one by one

Flag = QItemSelectionModel.SelectionFlag
ROWS = Flag.ClearAndSelect | Flag.Rows


class RowSelection(QItemSelectionModel):
    """Whole rows of a table; one selection for all views of it."""

    def ranges(self) -> tuple[range, ...]:
        """The selected rows, ascending, without overlaps."""
        merged: list[range] = []
        selection = self.selection()
        stretches = (selection.at(place) for place in range(selection.count()))
        for first, last in sorted((each.top(), each.bottom()) for each in stretches):
            if merged and first <= merged[-1].stop:
                merged[-1] = range(merged[-1].start, max(merged[-1].stop, last + 1))
            else:
                merged.append(range(first, last + 1))
        return tuple(merged)

    def followed(self) -> set[int]:
        """The selected rows, or the first and last of each stretch where they are many."""
        ranges = self.ranges()
        if sum(map(len, ranges)) <= EACH:
            return {row for each in ranges for row in each}
        return {row for each in ranges[:EACH] for row in (each.start, each.stop - 1)}

    def settle(self, ranges: Sequence[range], current: int, moved: Mapping[int, int | None], instead: int = 0) -> None:
        """Select what was selected, wherever it is now.

        Args:
            ranges: what was selected.
            current: the row that was current.
            moved: where rows of both are now; of long stretches, where their ends are.
            instead: the row to select where nothing of it is left; the last one if there are not so many.
        """
        selection = QItemSelection()
        for each in (new for old in ranges for new in _moved_to(old, moved)):
            self._add(selection, each)
        row = moved.get(current)
        if row is None:
            row = selection.first().top() if selection.count() else max(0, min(instead, self.model().rowCount() - 1))
        self.setCurrentIndex(self.model().index(row, 0), Flag.NoUpdate)
        if not selection.count():
            self._add(selection, range(row, row + 1))
        self.select(selection, ROWS)

    def _add(self, selection: QItemSelection, rows: range) -> None:
        selection.select(self.model().index(rows.start, 0), self.model().index(rows.stop - 1, 0))


def _moved_to(old: range, moved: Mapping[int, int | None]) -> list[range]:
    """Where the rows of a stretch are now; of a long one only its ends are known, and what is as long is the same."""
    if all(row in moved for row in old):
        return [range(new, new + 1) for row in old if (new := moved[row]) is not None]
    first, last = moved.get(old.start), moved.get(old.stop - 1)
    if first is None or last is None or last - first != len(old) - 1:
        return []
    return [range(first, last + 1)]
