"""A row of widgets that becomes several where there is too little room."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


@dataclass(slots=True)
class _Line:
    items: list[QLayoutItem] = field(default_factory=list)
    width: int = 0
    height: int = 0


def _widths(line: _Line, room: int) -> list[int]:
    """Of the items of a line: what is left goes to those that can grow, in equal parts as far as they may."""
    widths = [min(item.sizeHint().width(), room) for item in line.items]
    horizontal = Qt.Orientation.Horizontal
    growing = [place for place, item in enumerate(line.items) if item.expandingDirections() & horizontal]
    growing.sort(key=lambda place: line.items[place].maximumSize().width())
    rest = max(0, room - line.width)
    for done, place in enumerate(growing):
        most = line.items[place].maximumSize().width() - widths[place]
        more = max(0, min(rest // (len(growing) - done), most))
        widths[place] += more
        rest -= more
    return widths


class FlowLayout(QLayout):
    """Widgets from where people begin to read, as many in a line as fit; those that can grow fill the line."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)

    def _lines(self, width: int) -> list[_Line]:
        lines = [_Line()]
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            gap = self.spacing() if lines[-1].items else 0
            if lines[-1].items and lines[-1].width + gap + hint.width() > width:
                lines.append(_Line())
                gap = 0
            lines[-1].items.append(item)
            lines[-1].width += gap + hint.width()
            lines[-1].height = max(lines[-1].height, hint.height())
        return lines

    def _place(self, rect: QRect) -> None:
        inner = rect.marginsRemoved(self.contentsMargins())
        top, widget = inner.top(), self.parentWidget()
        direction = widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
        for line in self._lines(inner.width()):
            left = inner.left()
            for item, width in zip(line.items, _widths(line, inner.width()), strict=True):
                hint = item.sizeHint()
                place = QRect(QPoint(left, top + (line.height - hint.height()) // 2), QSize(width, hint.height()))
                item.setGeometry(QStyle.visualRect(direction, inner, place))
                left += width + self.spacing()
            top += line.height + self.spacing()

    # Qt overrides

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        heights = sum(line.height for line in lines) + self.spacing() * (len(lines) - 1)
        return heights + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect)

    def sizeHint(self) -> QSize:
        line = next(iter(self._lines(1 << 20)))
        return QSize(line.width, line.height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        width = max((item.minimumSize().width() for item in self._items if not item.isEmpty()), default=0)
        height = max((item.sizeHint().height() for item in self._items if not item.isEmpty()), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())
