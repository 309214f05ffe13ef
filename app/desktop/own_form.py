"""What is asked of a model of the user's own: for a plain checkpoint, nothing but its labels."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.desktop import inside_wording, own_wording
from app.desktop.choices import choice_box, fill_box
from app.desktop.forms import Form
from app.desktop.label_editor import LabelEditor
from app.desktop.own_steps import Looked, Network, Wanted
from app.desktop.preprocess_dialog import PreprocessDialog
from app.desktop.task_dialog import note
from app.values import PreprocessSpec

_AVERAGE, _PLAIN = "average", "plain"


class OwnForm(QWidget):
    """Shows what was found out, and takes what was not.

    Signals:
        changed(): something else is chosen.
        average_wanted(bool): the other weights of the file are wanted: the moving average, or the plain ones.
    """

    changed = Signal()
    average_wanted = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._looked: Looked | None = None
        self._preprocess: PreprocessSpec | None = None  # as the user wants it; None as it is usual
        self._name = self._line(self.tr("Name"))
        self._certain = QLabel(self)
        self._networks = choice_box((), "", self)
        self._about_networks = note(
            self.tr("Several networks have exactly these tensors; choose the one that you trained."), self
        )
        kinds = ((_AVERAGE, self.tr("Their moving average (EMA)")), (_PLAIN, self.tr("As they were in the end")))
        self._kinds = choice_box(kinds, _AVERAGE, self)
        self.labels = LabelEditor(self)
        self._multi = QCheckBox(self.tr("A picture can have se&veral classes, or none"), self)
        self._about_multi = note("", self)
        self._pictures = note("", self)
        self._change = QPushButton(self.tr("Chan&ge…"), self)
        self._change.setAutoDefault(False)
        self._change.setAccessibleDescription(self.tr("How pictures are prepared"))
        self._licence = self._line(self.tr("Licence"))
        self._notes = self._line(self.tr("Notes"))
        self._lay_out()
        self._connect()

    # what is chosen

    @property
    def network(self) -> Network | None:
        """The network that is meant."""
        if self._looked is None:
            return None
        return self._looked.networks[max(0, self._networks.currentIndex())]

    @property
    def wanted(self) -> Wanted | None:
        """What was chosen; None while that cannot be."""
        network = self.network
        if network is None or self._looked is None or not self._name.text().strip() or self.labels.trouble:
            return None
        return Wanted(
            self._name.text(),
            None if self._looked.is_certain else network.name,
            self.labels.names,
            self.preprocess,
            self._multi.isChecked(),
            self._licence.text().strip(),
            self._notes.text().strip(),
        )

    @property
    def preprocess(self) -> PreprocessSpec | None:
        """How pictures are prepared."""
        return self._preprocess or (self.network.preprocess if self.network else None)

    # what is shown

    def show_looked(self, looked: Looked) -> None:
        """Show what was found out about a file; what was entered for the same one stays."""
        is_same = self._looked is not None and self._looked.source == looked.source
        self._looked = looked
        names = tuple((each.name, own_wording.network(each.name, each.classes)) for each in looked.networks)
        fill_box(self._networks, names, names[0][0])
        self._certain.setText(names[0][1])
        self._show_rows(looked, len(names) > 1)
        if not is_same:
            self._fill(looked)
        self._on_network()

    def take_keyboard(self) -> None:
        """Let the keyboard answer the first question that is open."""
        first = self._networks if self._networks.isVisibleTo(self) else self.labels
        (first if not self.labels.names else self._name).setFocus()

    def ask_name(self) -> None:
        """Let the keyboard give another name."""
        self._name.setFocus()
        self._name.selectAll()

    # inside

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName("field")
        line.setAccessibleName(name)
        return line

    def _lay_out(self) -> None:
        for line in (self._licence, self._notes):
            line.setPlaceholderText(self.tr("Optional"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._pictures, 1)
        row.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)
        down = (self._change.sizeHint().height() - self._pictures.fontMetrics().height()) // 2
        self._pictures.setContentsMargins(0, down, 0, 0)  # its first line beside the words of the button
        self._pictures.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._form = form = Form(self)
        form.add(self.tr("&Name"), self._name)
        form.add(self.tr("Network"), self._together(self._certain, self._networks, self._about_networks))
        form.add(self.tr("&Weights"), self._kinds)
        form.add(self.tr("&Labels"), self.labels, beside=self.labels)
        form.add("", self._together(self._multi, self._about_multi))
        holder = QWidget(self)
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        form.add(self.tr("Preprocessing"), holder, beside=self._change)
        form.add(self.tr("Li&cence"), self._licence)
        form.add(self.tr("N&otes"), self._notes)

    def _together(self, *widgets: QWidget) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in widgets:
            column.addWidget(widget)
        return holder

    def _connect(self) -> None:
        self._name.textChanged.connect(self.changed)
        self._networks.currentIndexChanged.connect(self._on_network)
        self._kinds.activated.connect(self._on_kind)
        self.labels.changed.connect(self.changed)
        self._multi.toggled.connect(self._on_multi)
        self._change.clicked.connect(self._on_change)

    def _show_rows(self, looked: Looked, is_ambiguous: bool) -> None:
        self._certain.setVisible(not is_ambiguous)
        self._networks.setVisible(is_ambiguous)
        self._about_networks.setVisible(is_ambiguous)
        self._form.show_field(self._kinds, looked.has_both)
        _choose(self._kinds, _AVERAGE if looked.is_average else _PLAIN)

    def _fill(self, looked: Looked) -> None:
        network, labels = looked.networks[0], looked.labels or ()
        self._name.setText(looked.name)
        self.labels.show_labels(labels if len(labels) == network.classes else ())
        self._preprocess = None
        self._multi.setChecked(looked.is_multi_label)
        for line in (self._licence, self._notes):
            line.clear()

    def _on_network(self) -> None:
        network = self.network
        if network is None or self._looked is None:
            return
        self.labels.set_classes(network.classes, own_wording.unused_labels(self._looked, network.classes))
        is_alone = network.classes == 1  # a share of one would always be all of it
        self._multi.setEnabled(not is_alone)
        self._multi.setChecked(self._multi.isChecked() or is_alone)
        self._on_multi()

    def _on_multi(self) -> None:
        self._about_multi.setText(own_wording.multi_label(is_one=self._multi.isChecked()))
        self._tell_pictures()
        self.changed.emit()

    def _tell_pictures(self) -> None:
        if preprocess := self.preprocess:
            self._pictures.setText(inside_wording.preprocessing(preprocess))

    def _on_kind(self) -> None:
        wants_average = self._kinds.currentData() == _AVERAGE
        if self._looked and wants_average != self._looked.is_average:
            self.average_wanted.emit(wants_average)

    def _on_change(self) -> None:
        if preprocess := self.preprocess:
            dialog = PreprocessDialog(preprocess, self)
            dialog.accepted.connect(lambda: self._on_preprocess(dialog.chosen))
            dialog.open()

    def _on_preprocess(self, chosen: PreprocessSpec) -> None:
        self._preprocess = chosen
        self._tell_pictures()
        self.changed.emit()


def _choose(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(box.findData(key))
