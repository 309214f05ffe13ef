"""Looking into a model: what is known at once, its modules when they come, and its classes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QTableView, QTabWidget, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from app.desktop import inside_dialog
from app.desktop.inside_dialog import InsideDialog
from app.desktop.inside_steps import look_inside
from app.desktop.main_window import MainWindow
from app.desktop.session import Session
from app.desktop.theme import Theme
from app.inside import Anatomy, Inside, Part
from app.models.builtin import builtin_card
from app.models.labels import read_labels
from app.steps import JobError, JobFailure, Trouble

from .seen import shown_words
from .stub import Gate

HOSTILE = "<b>\x1b[31m</b>"


def part(name: str, kind: str, *parts: Part, macs: int = 0, parameters: int = 0) -> Part:
    below, held = sum(each.macs for each in parts), sum(each.parameters for each in parts)
    shape = (1, 8, 4, 4)
    return Part(name, kind, shape, 1, parameters, macs, parameters + held, macs + below, parts)


NETWORK = part(
    "",
    "Net",
    part("stem", "Conv2d", macs=250, parameters=1000),
    part("body", "Sequential", part("0", "Conv2d", macs=750, parameters=64), part("1", "ReLU")),
)
INSIDE = Inside(builtin_card(), read_labels("imagenet1k"), path=Path("/models/net.pth"), sha256="ab" * 32)
Open = Callable[..., InsideDialog]


@pytest.fixture
def gate() -> Iterator[Gate]:
    """Held, the modules do not come."""
    gate = Gate()
    yield gate
    gate.open()


@pytest.fixture
def opened(
    session: Session, theme: Theme, host: QWidget, gate: Gate, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Open:
    def opened(inside: object = INSIDE, anatomy: object = None, *, ends: bool = True) -> InsideDialog:
        def steps(_key: str, _is_stopped: Callable[[], bool]) -> Iterator[object]:
            yield inside
            gate.pass_through()
            yield from [anatomy or Anatomy(NETWORK)] * isinstance(inside, Inside)

        monkeypatch.setattr(inside_dialog, "look_inside", steps)
        dialog = InsideDialog(session, theme, host, "builtin")
        dialog.open()
        qtbot.addWidget(dialog)
        qtbot.waitUntil(lambda: not session.tasks.busy if ends else "Apache-2.0" in shown_words(dialog))
        return dialog

    return opened


def show_tab(dialog: InsideDialog, number: int) -> None:
    dialog.findChild(QTabWidget).setCurrentIndex(number)


def facts(dialog: InsideDialog) -> dict[str, str]:
    """What stands behind each name."""
    fields = [label for label in dialog.findChildren(QLabel) if label.accessibleName() and label.isVisible()]
    return {field.accessibleName(): field.text() for field in fields}


def tree_rows(dialog: InsideDialog) -> list[list[str]]:
    """The cells of all rows of the tree, however deep."""
    model = dialog.findChild(QTreeView).model()

    def below(parent: QModelIndex) -> Iterator[list[str]]:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            yield [model.index(row, column, parent).data() for column in range(model.columnCount())]
            assert model.parent(index) == parent
            yield from below(index)

    return list(below(QModelIndex()))


def test_all_that_is_known_is_told(opened: Open) -> None:
    told = facts(opened())
    assert told["Preprocessing"].startswith("The shorter side is resized to 256 pixels (bicubic)")
    assert (told["Input"], told["Classes"]) == ("224 × 224 pixels", "1,000")
    assert (told["Licence"], told["File"], told["SHA-256"]) == ("Apache-2.0", "/models/net.pth", "ab" * 32)
    assert told["Accuracy"] == "75.1 % top-1 (ImageNet-1K)"
    assert told["Parameters"] == "1,064", "as they were counted"
    assert "arxiv.org/abs/1905.11946 (2019)" in told["Paper"]


def test_what_is_known_at_once_does_not_wait_for_the_modules(opened: Open, gate: Gate, qtbot: QtBot) -> None:
    gate.close()
    dialog = opened(ends=False)
    assert facts(dialog)["Parameters"] == "4,652,008", "as its source says"
    show_tab(dialog, 1)
    qtbot.waitUntil(lambda: "Looking inside…" in shown_words(dialog))
    gate.open()
    qtbot.waitUntil(lambda: "5 modules" in shown_words(dialog))
    assert not any(bar.isVisible() for bar in dialog.findChildren(QProgressBar))


def test_a_source_that_says_nothing_is_not_quoted(opened: Open) -> None:
    card = replace(builtin_card(), top1=None, licence="", paper="", gflops=None, library="timm")
    told = facts(opened(Inside(card, INSIDE.labels, multi_label=True)))
    assert not {"Accuracy", "Licence", "Paper", "SHA-256"} & told.keys()
    assert told["File"] == "not on this computer"
    assert told["Network"] == "tf_efficientnet_lite0, of timm"
    assert told["Classes"] == "1,000, each with a probability of its own"


def test_texts_from_outside_are_plain(opened: Open) -> None:
    card = replace(builtin_card(), title=HOSTILE, licence=HOSTILE, paper=HOSTILE, origin=HOSTILE)
    dialog = opened(Inside(card, INSIDE.labels))
    told = facts(dialog)
    plain = "<b>\\x1b[31m</b>"
    assert (told["Licence"], told["Origin"], told["Paper"]) == (plain, plain, f"{plain} (2019)")
    formats = {label.textFormat() for label in dialog.findChildren(QLabel) if "<b>" in label.text()}
    assert formats == {Qt.TextFormat.PlainText}


def test_the_paper_is_opened(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    (link,) = (label for label in dialog.findChildren(QLabel) if label.accessibleName() == "Paper")
    with qtbot.waitSignal(dialog.page_wanted) as wanted:
        link.linkActivated.emit("https://arxiv.org/abs/1905.11946")
    assert wanted.args == ["https://arxiv.org/abs/1905.11946"]


def test_modules_are_a_tree_with_their_shares(opened: Open) -> None:
    dialog = opened()
    assert tree_rows(dialog) == [
        ["tf_efficientnet_lite0", "Net", "8 × 4 × 4", "1,064", "100.0 %"],
        ["stem", "Conv2d", "8 × 4 × 4", "1,000", "25.0 %"],
        ["body", "Sequential", "8 × 4 × 4", "64", "75.0 %"],
        ["0", "Conv2d", "8 × 4 × 4", "64", "75.0 %"],
        ["1", "ReLU", "8 × 4 × 4", "", ""],
    ]
    tree = dialog.findChild(QTreeView)
    assert "body.0" in tree.model().index(0, 0, tree.model().index(1, 0, tree.model().index(0, 0))).data(
        Qt.ItemDataRole.ToolTipRole
    )


def test_modules_are_searched_by_full_name_and_type(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    show_tab(dialog, 1)
    tree = dialog.findChild(QTreeView)
    for words, names, number in (
        ("CONV body", ["tf_efficientnet_lite0", "body", "0"], "1 of 5 modules"),
        ("relu", ["tf_efficientnet_lite0", "body", "1"], "1 of 5 modules"),
        ("nowhere", [], "0 of 5 modules"),
        ("", ["tf_efficientnet_lite0", "stem", "body", "0", "1"], "5 modules"),
    ):
        dialog._layers.bar.box.setText(words)
        assert [row[0] for row in tree_rows(dialog)] == names
        assert number in shown_words(dialog)
    dialog._layers.bar.box.setText("relu")
    body = tree.model().index(0, 0, tree.model().index(0, 0))
    assert tree.isExpanded(body), "what is found is seen"
    qtbot.keyClick(dialog._layers.bar.box, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "Esc empties the box first"
    assert dialog._layers.bar.box.text() == ""


def test_shapes_that_are_not_known_are_said_to_be_so(opened: Open) -> None:
    unknown = Part("", "Net", None, 0, 7, 0, 7, 0, ())
    dialog = opened(anatomy=Anatomy(unknown, "needs\nvalues"))
    show_tab(dialog, 1)
    assert tree_rows(dialog) == [["tf_efficientnet_lite0", "Net", "", "7", ""]]
    assert "Output and compute are not known: needs\\nvalues" in shown_words(dialog)
    show_tab(dialog, 0)
    assert facts(dialog)["Compute"].startswith("0.407 GFLOPs"), "as its source says"


def test_the_tree_is_painted_in_both_directions(opened: Open) -> None:
    dialog = opened()
    show_tab(dialog, 1)
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        dialog.findChild(QTreeView).setLayoutDirection(direction)
        assert not dialog.grab().isNull()


def test_classes_are_searched_by_any_of_their_names(opened: Open) -> None:
    dialog = opened()
    show_tab(dialog, 2)
    model = dialog.findChild(QTableView).model()
    assert (model.rowCount(), "1,000 classes" in shown_words(dialog)) == (1000, True)
    for words in ("kit FOX", "macrotis", "n02119789"):
        dialog._labels.bar.box.setText(words)
        cells = [model.index(0, column).data() for column in range(model.columnCount())]
        assert (model.rowCount(), cells) == (1, ["278", "kit fox", "Vulpes macrotis", "n02119789"])
    assert "1 of 1,000 classes" in shown_words(dialog)


def test_a_model_that_cannot_be_described_says_why(opened: Open) -> None:
    dialog = opened(JobError(Trouble.NO_SUCH_MODEL, "gone"))
    assert "There is no such model (gone)." in shown_words(dialog)
    assert not dialog.findChild(QTabWidget).isTabEnabled(2)


def test_the_rest_is_told_of_a_network_that_cannot_be_built(opened: Open) -> None:
    dialog = opened(anatomy=JobError(Trouble.NO_TIMM, "timm"))
    assert facts(dialog)["Licence"] == "Apache-2.0"
    show_tab(dialog, 1)
    assert "This model needs the library timm" in shown_words(dialog)


def test_what_nobody_foresaw_is_told(
    session: Session,
    theme: Theme,
    host: QWidget,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(_key: str, _is_stopped: object) -> Iterator[object]:
        raise ZeroDivisionError
        yield

    monkeypatch.setattr(inside_dialog, "look_inside", broken)
    dialog = InsideDialog(session, theme, host, "builtin")
    dialog.open()
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "Something went wrong inside Whatsit." in shown_words(dialog))
    assert "a task broke" in caplog.text


def test_closing_does_not_wait(opened: Open, gate: Gate, session: Session, qtbot: QtBot) -> None:
    gate.close()
    dialog = opened(ends=False)
    dialog.reject()
    assert not dialog.isVisible()
    gate.open()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert "5 modules" not in [label.text() for label in dialog.findChildren(QLabel)]


def test_find_leads_to_the_box(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    dialog._on_find()
    qtbot.waitUntil(dialog._layers.bar.box.hasFocus)
    show_tab(dialog, 2)
    dialog._on_find()
    qtbot.waitUntil(dialog._labels.bar.box.hasFocus)


def test_the_menu_looks_into_the_model_in_use(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    window._actions.inside.trigger()
    (dialog,) = window.findChildren(InsideDialog)
    qtbot.waitUntil(lambda: not session.tasks.busy, timeout=30_000)
    assert "EfficientNet-Lite0" in shown_words(dialog)
    assert len(tree_rows(dialog)) > 100
    dialog.close()


# --- the steps -----------------------------------------------------------------------------------------------------


def test_the_libraries_are_asked_beside_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("app.desktop.inside_steps.have_cards_kept", lambda _is_stopped: asked.append("asked"))
    monkeypatch.setattr("app.desktop.inside_steps.inside_of", lambda key: asked.append(key) or INSIDE)
    for key in ("builtin", "mine/a", "torchvision/b"):
        list(look_inside(key, lambda: True))
    assert asked == ["builtin", "mine/a", "asked", "torchvision/b"]


def test_the_steps_stop_before_the_modules() -> None:
    assert [type(step) for step in look_inside("builtin", lambda: True)] == [Inside]


@pytest.mark.parametrize("raised", [JobFailure(Trouble.NO_SUCH_MODEL, "x"), MemoryError()])
def test_what_goes_wrong_is_a_step(raised: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_key: str) -> Inside:
        raise raised

    monkeypatch.setattr("app.desktop.inside_steps.inside_of", fail)
    (error,) = look_inside("x", lambda: False)
    assert isinstance(error, JobError)
    assert error.subject == "x"
