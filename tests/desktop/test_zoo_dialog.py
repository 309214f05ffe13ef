"""The models window: all models, what is known of one, and choosing it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.intake import file_url
from app.desktop.session import Session
from app.desktop.standing import Standing
from app.desktop.theme import Theme
from app.desktop.zoo_dialog import ZooDialog
from app.desktop.zoo_facts import ZooFacts
from app.desktop.zoo_plot import ZooPlot
from app.desktop.zoo_table import ZooTable
from app.policy import Policy
from app.steps import Trouble

from .seen import button, doubled_keys, has, painted, shown_words
from .zoo_cards import ALEXNET, RESNET, VIT, Libraries, put_on_shelf

Key = Qt.Key


@pytest.fixture
def opened(running: Session, libraries: Libraries, theme: Theme, host: QWidget, qtbot: QtBot) -> ZooDialog:
    """The window of a session that has one model beside the built-in one."""
    put_on_shelf(ALEXNET)
    dialog = ZooDialog(running, theme, host)
    dialog.show()
    qtbot.waitUntil(lambda: "4 models" in shown_words(dialog) and not running.zoo.is_looking)
    return dialog


def choose(dialog: ZooDialog, key: str) -> None:
    dialog.findChild(ZooTable).show_key(key)


def facts(dialog: ZooDialog) -> str:
    """What the side tells."""
    return dialog.findChild(ZooFacts).toPlainText()


def tool(dialog: ZooDialog, words: str) -> QToolButton:
    return next(each for each in dialog.findChildren(QToolButton) if each.text() == words)


def titles(dialog: ZooDialog) -> list[str]:
    model = dialog.findChild(ZooTable).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_checkpoint_can_be_dropped(opened: ZooDialog, tmp_path: Path, qtbot: QtBot) -> None:
    """And nothing that is none."""
    for name, accepted in (("best.pth", True), ("cat.jpg", False)):
        mime = QMimeData()
        mime.setUrls([file_url(tmp_path / name)])
        left, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, left, key)
        entered.ignore()
        opened.dragEnterEvent(entered)
        assert entered.isAccepted() is accepted
        if accepted:
            with qtbot.waitSignal(opened.source_dropped) as dropped:
                opened.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, key))
            assert dropped.args == [tmp_path / name]


def test_the_model_in_use_is_shown_first(opened: ZooDialog) -> None:
    assert "EfficientNet-Lite0" in facts(opened)
    assert "This model is in use." in shown_words(opened)
    assert not button(opened, "Use").isEnabled()
    assert not button(opened, "Remove").isVisible(), "it came with the program"


def test_the_side_tells_what_is_known_and_leaves_out_what_is_not(opened: ZooDialog) -> None:
    choose(opened, RESNET.key)
    words = facts(opened)
    assert "80.9 % top-1" in words
    assert "11,700,000" in words
    assert "The shorter side is resized to 256 pixels (bilinear), then the central 224 × 224 are cut out." in words
    assert "1,000 (ImageNet-1k)" in words
    choose(opened, VIT.key)
    assert not any(name in facts(opened).split("\n") for name in ("Accuracy", "Parameters", "Paper", "Year"))


def test_the_key_is_copied(opened: ZooDialog) -> None:
    choose(opened, RESNET.key)
    opened.findChild(ZooFacts).anchorClicked.emit(QUrl("copy:"))
    assert QGuiApplication.clipboard().text() == RESNET.key


def test_the_way_inside_a_model_is_offered(opened: ZooDialog, qtbot: QtBot) -> None:
    choose(opened, RESNET.key)
    with qtbot.waitSignal(opened.inside_wanted) as wanted:
        opened.findChild(ZooFacts).anchorClicked.emit(QUrl("inside:"))
    assert wanted.args == [RESNET.key]


def test_a_paper_is_opened_elsewhere(opened: ZooDialog, qtbot: QtBot) -> None:
    choose(opened, RESNET.key)
    assert "href='https://arxiv.org/abs/1512.03385'" in opened.findChild(ZooFacts).toHtml().replace('"', "'")
    with qtbot.waitSignal(opened.page_wanted) as wanted:
        opened.findChild(ZooFacts).anchorClicked.emit(QUrl("https://arxiv.org/abs/1512.03385"))
    assert wanted.args == ["https://arxiv.org/abs/1512.03385"]


def test_using_a_model_chooses_it(opened: ZooDialog, running: Session) -> None:
    choose(opened, ALEXNET.key)
    button(opened, "Use").click()
    assert running.settings.model == ALEXNET.key
    assert "This model is in use." in shown_words(opened)
    assert not button(opened, "Remove").isEnabled(), "what is in use stays"


def test_enter_uses_a_model_that_is_here_and_no_other(opened: ZooDialog, running: Session, qtbot: QtBot) -> None:
    table = opened.findChild(ZooTable)
    table.setFocus()
    choose(opened, RESNET.key)
    qtbot.keyClick(table, Key.Key_Return)
    assert running.settings.model == "builtin"
    choose(opened, ALEXNET.key)
    qtbot.keyClick(table, Key.Key_Return)
    assert running.settings.model == ALEXNET.key


def test_nobody_chooses_where_the_administrator_did(
    running: Session, libraries: Libraries, theme: Theme, host: QWidget, qtbot: QtBot
) -> None:
    running.policy = Policy(fixed=frozenset({"model"}))
    put_on_shelf(ALEXNET)
    dialog = ZooDialog(running, theme, host, ALEXNET.key)
    dialog.show()
    qtbot.waitUntil(lambda: button(dialog, "Use").isVisible())
    assert not button(dialog, "Use").isEnabled()
    assert button(dialog, "Use").toolTip() == "Set by your administrator."


def test_removing_says_which_file_goes(opened: ZooDialog, running: Session, qtbot: QtBot) -> None:
    choose(opened, ALEXNET.key)
    path = running.zoo.file(ALEXNET.key)
    assert f"Remove takes away 7 bytes\n{path}" in shown_words(opened)
    button(opened, "Remove").click()
    qtbot.waitUntil(lambda: running.zoo.standing(ALEXNET.key) is Standing.AWAY)
    assert path is not None
    assert not path.exists()
    assert not button(opened, "Use").isVisible()


def test_words_and_filters_choose_what_is_listed(opened: ZooDialog) -> None:
    opened.findChild(QLineEdit).setText("net50")
    assert titles(opened) == ["resnet50"]
    assert "1 of 4 models" in shown_words(opened)
    opened.findChild(QLineEdit).clear()
    opened.findChild(QCheckBox).setChecked(True)
    assert titles(opened) == ["EfficientNet-Lite0", "alexnet"]


def test_the_keyboard_leads_from_the_search_to_what_was_found(opened: ZooDialog, qtbot: QtBot) -> None:
    search, table = opened.findChild(QLineEdit), opened.findChild(ZooTable)
    qtbot.keyClicks(search, "net50")
    qtbot.keyClick(search, Key.Key_Down)
    assert table.hasFocus()
    assert "resnet50" in facts(opened)


def test_copying_in_the_table_copies_the_key(opened: ZooDialog, qtbot: QtBot) -> None:
    choose(opened, RESNET.key)
    qtbot.keyClick(opened.findChild(ZooTable), Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == RESNET.key


def test_a_library_is_chosen(opened: ZooDialog) -> None:
    box = next(each for each in opened.findChildren(QComboBox) if each.accessibleName() == "Library")
    assert [box.itemText(row) for row in range(box.count())] == ["All libraries", "built-in", "torchvision", "timm"]
    box.setCurrentIndex(3)
    box.activated.emit(3)
    assert titles(opened) == ["vit_tiny.augreg"]


def test_where_nothing_is_found_everything_can_be_shown_again(opened: ZooDialog) -> None:
    opened.findChild(QLineEdit).setText("nothing")
    assert "There is no such model." in shown_words(opened)
    button(opened, "Show all").click()
    assert len(titles(opened)) == 4


def test_the_chosen_model_stays_chosen_while_the_list_changes(opened: ZooDialog) -> None:
    choose(opened, RESNET.key)
    opened.findChild(QLineEdit).setText("alex")
    assert "resnet50" in facts(opened), "the side still tells of it"
    opened.findChild(QLineEdit).clear()
    table = opened.findChild(ZooTable)
    assert table.currentIndex().data() == "resnet50"
    assert [index.row() for index in table.selectionModel().selectedRows()] == [table.currentIndex().row()]


def test_a_title_sorts_and_sorts_the_other_way_round(opened: ZooDialog, qtbot: QtBot) -> None:
    header = opened.findChild(ZooTable).horizontalHeader()
    header.sectionClicked.emit(2)
    assert titles(opened)[0] == "resnet50", "the best first"
    header.sectionClicked.emit(2)
    assert titles(opened) == ["alexnet", "EfficientNet-Lite0", "resnet50", "vit_tiny.augreg"]


def test_while_the_libraries_are_asked_the_window_says_so(
    running: Session, libraries: Libraries, theme: Theme, host: QWidget, qtbot: QtBot
) -> None:
    libraries.asking.close()
    dialog = ZooDialog(running, theme, host)
    dialog.show()
    qtbot.waitUntil(lambda: "Asking the libraries" in shown_words(dialog))
    libraries.asking.open()
    qtbot.waitUntil(lambda: "4 models" in shown_words(dialog))


def test_closing_while_they_are_asked_does_no_harm(
    running: Session, libraries: Libraries, theme: Theme, host: QWidget, qtbot: QtBot
) -> None:
    libraries.asking.close()
    dialog = ZooDialog(running, theme, host)
    dialog.show()
    dialog.reject()
    dialog.deleteLater()
    libraries.asking.open()
    qtbot.waitUntil(lambda: len(running.zoo.cards) == 4)


def test_libraries_that_are_broken_are_asked_again(
    running: Session, libraries: Libraries, theme: Theme, host: QWidget, qtbot: QtBot
) -> None:
    libraries.trouble = Trouble.LIBRARY_BROKEN
    dialog = ZooDialog(running, theme, host)
    dialog.show()
    qtbot.waitUntil(lambda: "could not be loaded" in shown_words(dialog))
    libraries.trouble = None
    button(dialog, "Try again").click()
    qtbot.waitUntil(lambda: "4 models" in shown_words(dialog))


def test_no_letter_leads_to_two_things(opened: ZooDialog) -> None:
    choose(opened, ALEXNET.key)
    assert doubled_keys(opened) == set()


# --- the plot ------------------------------------------------------------------------------------------------------


@pytest.fixture
def plot(opened: ZooDialog) -> ZooPlot:
    tool(opened, "Plot").click()
    return opened.findChild(ZooPlot)


def test_the_plot_has_what_states_accuracy_and_cost(opened: ZooDialog, plot: ZooPlot) -> None:
    assert plot.isVisible()
    assert [point.card.title for point in plot.points] == ["EfficientNet-Lite0", "alexnet", "resnet50"]
    assert "3 of 4 models are shown." in shown_words(opened)


def test_what_is_dearer_is_further_right_and_what_is_more_accurate_further_up(plot: ZooPlot) -> None:
    alexnet, resnet = plot.place_of(ALEXNET.key), plot.place_of(RESNET.key)
    assert alexnet is not None
    assert resnet is not None
    assert alexnet.x() < resnet.x()
    assert alexnet.y() > resnet.y()
    assert plot.place_of(VIT.key) is None


def test_a_click_on_a_point_chooses_its_model_in_the_table_too(opened: ZooDialog, plot: ZooPlot, qtbot: QtBot) -> None:
    place = plot.place_of(RESNET.key)
    assert place is not None
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert "resnet50" in facts(opened)
    assert opened.findChild(ZooTable).currentIndex().data() == "resnet50"
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert "resnet50" in facts(opened), "a click beside the points chooses nothing"


def test_arrows_lead_from_point_to_point(opened: ZooDialog, plot: ZooPlot, qtbot: QtBot) -> None:
    def told() -> str:
        return plot.accessibleDescription().partition(" ")[0]

    visited = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Up, Key.Key_Down, Key.Key_Home):
        qtbot.keyClick(plot, key)
        visited.append(told())
    # by cost: EfficientNet-Lite0, alexnet, resnet50; by accuracy: alexnet, EfficientNet-Lite0, resnet50
    lite = "EfficientNet-Lite0"
    assert visited == ["alexnet", "resnet50", "resnet50", "alexnet", lite, "alexnet", lite]


def test_what_is_not_listed_cannot_be_chosen(opened: ZooDialog, plot: ZooPlot, qtbot: QtBot) -> None:
    opened.findChild(QLineEdit).setText("resnet")
    for key in (Key.Key_Home, Key.Key_Left):
        qtbot.keyClick(plot, key)
        assert plot.accessibleDescription().startswith("resnet50")


def test_another_cost_is_shown(opened: ZooDialog, plot: ZooPlot) -> None:
    box = next(each for each in opened.findChildren(QComboBox) if each.accessibleName() == "Cost")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    alexnet, resnet = plot.place_of(ALEXNET.key), plot.place_of(RESNET.key)
    assert alexnet is not None
    assert resnet is not None
    assert alexnet.x() == resnet.x(), "both have as many parameters"
    assert plot.points[0].cost == pytest.approx(4.652, abs=0.001)


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_marks_are_painted_in_the_colours_of_the_theme(plot: ZooPlot, theme: Theme, appearance: str) -> None:
    theme.set_appearance(appearance)
    image = painted(plot)
    assert has(image, theme.tokens.accent)
    assert has(image, theme.tokens.hairline)
    theme.set_appearance("system")


def test_hovering_names_a_point(plot: ZooPlot, qtbot: QtBot) -> None:
    before = painted(plot)
    place = plot.place_of(RESNET.key)
    assert place is not None
    qtbot.mouseMove(plot, place.toPoint())
    qtbot.waitUntil(lambda: painted(plot) != before)


def test_a_session_in_another_model_opens_at_that(
    running: Session, libraries: Libraries, theme: Theme, host: QWidget, qtbot: QtBot
) -> None:
    put_on_shelf(ALEXNET)
    running.change_settings(replace(running.settings, model=ALEXNET.key))
    dialog = ZooDialog(running, theme, host)
    dialog.show()
    qtbot.waitUntil(lambda: "This model is in use." in shown_words(dialog))
    assert dialog.findChild(ZooTable).currentIndex().data() == "alexnet"
