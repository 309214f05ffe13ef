"""How pictures are prepared for a model of the user's own, to be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.desktop import inside_wording
from app.desktop.choices import choice_box
from app.desktop.forms import Form, line_up
from app.desktop.own_steps import INTERPOLATIONS, LARGEST_SIDE
from app.desktop.page_scroll import PageScroll, on_screen
from app.desktop.task_dialog import WIDTH, note
from app.values import PreprocessSpec

_BOTH, _SHORTER = "both", "shorter"
_OWN = "own"
Three = tuple[float, float, float]
_PRESETS: dict[str, tuple[Three, Three]] = {
    "imagenet": ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
    "half": ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)),
    "none": ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)),
    "byte": ((0.0, 0.0, 0.0), (1 / 255, 1 / 255, 1 / 255)),
    "clip": ((0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)),
}
WORD_LINES = 4  # of what is said below the fields, for which there is always room
_LEAST = 0.0001  # of a deviation


class PreprocessDialog(QDialog):
    """Shows a preprocessing, says it in words, and hands back what was made of it."""

    def __init__(self, spec: PreprocessSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How pictures are prepared"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._spec = spec
        ways = ((_SHORTER, self.tr("The shorter side, keeping proportions")), (_BOTH, self.tr("Both sides, squashed")))
        self._way = choice_box(ways, _BOTH if spec.squash else _SHORTER, self)
        self._resize = QSpinBox(self, minimum=1, maximum=LARGEST_SIDE, value=spec.resize, suffix=self.tr(" pixels"))
        self._crop = QSpinBox(self, minimum=1, maximum=LARGEST_SIDE, value=spec.crop, suffix=self.tr(" pixels"))
        filters = tuple((name, name) for name in INTERPOLATIONS)
        self._filter = choice_box(filters, spec.interpolation, self)
        self._preset = choice_box(self._presets(), _preset_of(spec), self)
        self._mean = [self._number(value, 0.0, self.tr("Mean")) for value in spec.mean]
        self._std = [self._number(value, _LEAST, self.tr("Deviation")) for value in spec.std]
        orders = (("rgb", self.tr("Red, green, blue")), ("bgr", self.tr("Blue, green, red (OpenCV)")))
        self._order = choice_box(orders, spec.order, self)
        self._words = note("", self)
        self._lay_out()
        self._connect()
        self._on_changed()

    @property
    def chosen(self) -> PreprocessSpec:
        """What the fields say."""
        mean, std = self._normalisation()
        return PreprocessSpec(
            self._resize.value(),
            min(self._crop.value(), self._resize.value()),
            self._filter.currentData(),
            mean,
            std,
            squash=self._way.currentData() == _BOTH,
            order=self._order.currentData(),
        )

    def _normalisation(self) -> tuple[Three, Three]:
        """What the fields show is rounded, a preset and what was there before is not."""
        chosen = self._preset.currentData()
        if chosen in _PRESETS:
            return _PRESETS[chosen]
        if not self._is_edited:
            return self._spec.mean, self._spec.std
        return _three(self._mean), _three(self._std)

    def _presets(self) -> tuple[tuple[str, str], ...]:
        return (
            ("imagenet", self.tr("As for ImageNet")),
            ("half", self.tr("From −1 to 1")),
            ("none", self.tr("From 0 to 1")),
            ("byte", self.tr("From 0 to 255")),
            ("clip", self.tr("As for CLIP")),
            (_OWN, self.tr("Other")),
        )

    def _number(self, value: float, least: float, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self, minimum=least, maximum=255, decimals=4, singleStep=0.01, value=value)
        box.setAccessibleName(name)
        line_up(box)
        return box

    def _lay_out(self) -> None:
        page = QWidget(self)
        form = Form(page)
        form.add(self.tr("&Resize"), self._way)
        form.add(self.tr("&To"), self._resize)
        form.add(self.tr("Cut out the &middle"), self._crop)
        form.add(self.tr("&Interpolation"), self._filter)
        form.add(self.tr("Colour &values"), self._preset)
        form.add(self.tr("M&ean"), self._row(self._mean), beside=self._mean[0])
        form.add(self.tr("De&viation"), self._row(self._std), beside=self._std[0])
        form.add(self.tr("&Order of colours"), self._order)
        form.add("", self._words)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addWidget(PageScroll(page, self, WIDTH), 1)
        column.addWidget(buttons)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setMinimumHeight(WORD_LINES * self._words.fontMetrics().lineSpacing())

    def _row(self, boxes: list[QDoubleSpinBox]) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in boxes:
            row.addWidget(box)
        return holder

    def _connect(self) -> None:
        self._is_edited = False
        for box in (self._way, self._filter, self._order):
            box.currentIndexChanged.connect(self._on_changed)
        for side in (self._resize, self._crop):
            side.valueChanged.connect(self._on_changed)
        self._preset.currentIndexChanged.connect(self._on_preset)
        for number in (*self._mean, *self._std):
            number.valueChanged.connect(self._on_number)

    def _on_preset(self) -> None:
        mean, std = self._normalisation()
        for box, value in zip((*self._mean, *self._std), (*mean, *std), strict=True):
            was_blocked = box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(was_blocked)
        self._on_changed()

    def _on_number(self) -> None:
        """Whoever changes a number wants it as it stands there."""
        self._is_edited = True
        _choose(self._preset, _OWN)
        self._on_changed()

    def _on_changed(self) -> None:
        self._crop.setMaximum(self._resize.value())
        self._words.setText(inside_wording.preprocessing(self.chosen))

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.resize(on_screen(self.sizeHint(), self))
        super().showEvent(event)


def _preset_of(spec: PreprocessSpec) -> str:
    return next((name for name, values in _PRESETS.items() if values == (spec.mean, spec.std)), _OWN)


def _choose(box: QComboBox, key: str) -> None:
    """Without telling anybody."""
    was_blocked = box.blockSignals(True)
    box.setCurrentIndex(box.findData(key))
    box.blockSignals(was_blocked)


def _three(boxes: list[QDoubleSpinBox]) -> Three:
    first, second, third = (round(box.value(), 4) for box in boxes)
    return first, second, third
