"""Every word of the window goes through the translation, and has room when it is longer than in English.

The window runs in a language that puts each text in ⟦brackets⟧ and makes it a third longer. A word outside of them was
never translated, unless it is data: the name of a file, a class, a key, a figure.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QPushButton,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.desktop import wording
from app.desktop.elided_label import ElidedLabel
from app.desktop.export_dialog import ExportDialog
from app.desktop.languages import LANGUAGES, Language
from app.desktop.main_window import MainWindow
from app.desktop.notice import Notice, Offer
from app.desktop.own_dialog import OwnModelDialog
from app.desktop.pages import AboutPage, NumbersPage
from app.desktop.preprocess_dialog import PreprocessDialog
from app.desktop.runs_dialog import RunsDialog
from app.desktop.session import Session
from app.desktop.settings_dialog import SettingsDialog
from app.desktop.sort_dialog import SortDialog
from app.desktop.sorts_dialog import SortsDialog
from app.desktop.tag_dialog import TagDialog
from app.desktop.update_dialog import UpdateDialog
from app.desktop.updates import Updates
from app.desktop.views import Views
from app.models.builtin import builtin_model
from app.models.labels import read_labels
from app.release import Release, UpdateError, UpdateTrouble
from app.values import Reason

from .own_models import checkpoint, is_shown
from .publishing import NEWER, PUBLISHER, Answers
from .translations import update

Dialog = Callable[[Session, QWidget], QDialog]

LONGER = 0.3
KEYS = r"Ctrl|Shift|Alt|Meta|Del|Space|Return|Esc|Backspace|F\d+|[A-Z]"
DATA = re.compile(
    rf"(?:{KEYS})(?:\+(?:{KEYS}))*(?![a-z])"  # a key
    r"|\b(?:fp32|CPU|CUDA|MPS|XPU)\b|Whatsit|EfficientNet-Lite0"
    r"|https://[\w./]+|(?:/[\w .()-]+)+|[\w-]+\.(?:png|jpg|csv|pth)|\b(?:Iceland|espresso|cup)\b"
    r"|\b(?:nearest|box|bilinear|hamming|bicubic|lanczos)\b"  # as Pillow and training scripts call them
    rf"|{'|'.join(name for _, name in LANGUAGES)}"
    r"|\{label\}|\{source\}|\{year\}|\{month\}|[AP]M\b|\bbytes\b|\b[kMG]B\b"  # the last ones are of the locale
)


SYNONYMS = re.compile("|".join(re.escape(", ".join(label.synonyms)) for label in read_labels("imagenet1k")[:10]))


class Pseudo(QTranslator):
    """A language of brackets. Class names stay what they are: they are data."""

    def __init__(self, parent: QApplication) -> None:
        super().__init__(parent)
        self._contexts = {each.context for each in update.spoken()} | {"QPlatformTheme"}

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        if context not in self._contexts:
            return ""
        return f"⟦{source}{'~' * round(LONGER * len(source))}⟧"


@pytest.fixture(autouse=True)
def pseudo(english: Language, qapp: QApplication) -> Iterator[Pseudo]:
    pseudo = Pseudo(qapp)
    qapp.installTranslator(pseudo)
    yield pseudo
    qapp.removeTranslator(pseudo)
    pseudo.deleteLater()


def outside(text: str) -> str:
    """What is left of a text without what is in brackets, which may hold others, and without markup."""
    depth, kept = 0, ""
    for each in html.unescape(re.sub(r"<[^>]*>", " ", text)):
        depth += (each == "⟦") - (each == "⟧")
        kept += each if depth == 0 and each != "⟧" else " " if each == "⟧" else ""
    return kept


def escaped(text: str) -> str:
    """The words of a text that were not translated."""
    rest = DATA.sub(" ", SYNONYMS.sub(" ", outside(text)))
    return rest.strip() if re.search(r"[^\W\d_]", rest) else ""


def words_of(widget: QWidget) -> Iterator[str]:
    """All that a widget says, to the eye, the mouse and a screen reader."""
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QMenu():
            yield widget.title()
        case QTabBar():
            yield from map(widget.tabText, range(widget.count()))
        case QTextEdit() if not isinstance(widget.window(), AboutPage):  # licences stay as they were granted
            yield widget.toPlainText()
        case QAbstractSpinBox():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from map(widget.itemText, range(widget.count()))
        case QAbstractItemView():
            yield from words_of_model(widget.model())
    for action in widget.actions():
        yield from words_of_action(action)


def words_of_action(action: QAction) -> Iterator[str]:
    yield from (action.text(), action.toolTip(), action.iconText(), action.statusTip())
    if isinstance(menu := action.menu(), QMenu):
        yield menu.title()
        for inner in menu.actions():
            yield from words_of_action(inner)


def words_of_model(model: QAbstractItemModel | None) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        for role in roles:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
        for row in range(model.rowCount(QModelIndex())):
            yield from words_of_row(model, model.index(row, column), roles)


def words_of_row(model: QAbstractItemModel, index: QModelIndex, roles: tuple[Qt.ItemDataRole, ...]) -> Iterator[str]:
    yield from (str(index.data(role) or "") for role in roles)
    for row in range(model.rowCount(index)):
        yield from words_of_row(model, model.index(row, 0, index), roles)


def all_widgets(root: QWidget) -> list[QWidget]:
    return [root, *root.findChildren(QWidget)]


def assert_all_is_translated(root: QWidget) -> None:
    found = {
        (type(widget).__name__, word)
        for widget in all_widgets(root)
        for text in words_of(widget)
        if (word := escaped(text))
    }
    assert found == set()


def assert_nothing_is_cut(root: QWidget) -> None:
    """Labels and buttons on one line that do not shorten their text themselves have the room they ask for."""
    for _ in range(3):  # a layout may ask the one around it
        QApplication.sendPostedEvents()
    cut = [
        (type(widget).__name__, widget.text(), widget.width(), widget.sizeHint().width())
        for widget in all_widgets(root)
        if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, ElidedLabel) and widget.isVisible()
        if widget.text() and not (isinstance(widget, QLabel) and widget.wordWrap())
        if widget.width() < widget.sizeHint().width()
    ]
    assert cut == []


@pytest.fixture
def wide(window: MainWindow) -> MainWindow:
    """As large as it is at first on a usual screen."""
    window.resize(1280, 800)
    return window


def test_what_escapes_is_found() -> None:
    assert escaped("⟦Open ⟦6 pictures~⟧…~⟧ (Ctrl+O)") == ""
    assert escaped("⟦Open~⟧ a.png, espresso, 95.1 %") == ""
    assert escaped("<p>⟦Open~⟧<b>now</b></p>") == "now"
    assert escaped("Open") == "Open"
    assert escaped("") == ""


def test_the_empty_window(wide: MainWindow) -> None:
    assert_all_is_translated(wide)
    assert_nothing_is_cut(wide)


def test_a_picture(wide: MainWindow, session: Session, pictures: Callable[..., list[Path]], qtbot: QtBot) -> None:
    wide.doors.open_paths(pictures("a.png", "b.png", "bad.png"))
    rows = range(3)
    qtbot.waitUntil(lambda: all((entry := session.pictures.entry(row)) and entry.outcome for row in rows))
    assert_all_is_translated(wide)
    assert_nothing_is_cut(wide)


def test_a_folder(wide: MainWindow, views: Views, iceland: Path) -> None:
    assert_all_is_translated(wide)
    assert_nothing_is_cut(wide)


DIALOGS: tuple[Dialog, ...] = (
    SettingsDialog,
    ExportDialog,
    SortDialog,
    SortsDialog,
    TagDialog,
    RunsDialog,
    lambda session, parent: PreprocessDialog(builtin_model().preprocess, parent),
    lambda session, parent: NumbersPage("30 %", builtin_model(), parent),
    lambda session, parent: SettingsDialog(session, parent, offers_updates=True),
    lambda session, parent: AboutPage(parent, "https://example.org/whatsit"),
)


@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda dialog: dialog.__name__.strip("<>"))
def test_a_dialog(dialog: Dialog, wide: MainWindow, session: Session, iceland: Path, qtbot: QtBot) -> None:
    shown = dialog(session, wide)
    shown.show()
    qtbot.waitExposed(shown)
    assert_all_is_translated(shown)
    assert_nothing_is_cut(shown)
    shown.close()


@pytest.mark.parametrize("answer", [NEWER, Release("0.0.1", NEWER.page), *map(UpdateError, UpdateTrouble)])
def test_asking_for_a_newer_version(
    wide: MainWindow, session: Session, answers: Answers, qtbot: QtBot, answer: Release | UpdateError
) -> None:
    answers.answer = answer
    dialog = UpdateDialog(Updates(session, PUBLISHER), wide)
    dialog.open()
    assert_all_is_translated(dialog)
    qtbot.waitUntil(lambda: not dialog.findChild(QProgressBar).isVisible())
    assert_all_is_translated(dialog)
    assert_nothing_is_cut(dialog)
    dialog.close()


def press(dialog: QDialog, words: str) -> None:
    next(each for each in dialog.findChildren(QPushButton) if words in each.text() and each.isVisible()).click()


def test_a_sort_from_its_plan_to_its_end(
    wide: MainWindow, session: Session, iceland: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = SortDialog(session, wide)
    dialog.open()
    dialog.findChild(QLineEdit).setText(str(tmp_path / "Sorted"))
    for words in ("Make &plan", "&Copy"):
        qtbot.waitUntil(lambda: not dialog.is_busy)
        press(dialog, words)
        qtbot.waitUntil(lambda: not dialog.is_busy)
        assert_all_is_translated(dialog)
        assert_nothing_is_cut(dialog)
    dialog.close()


def test_adding_a_model(wide: MainWindow, session: Session, few_networks: None, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = OwnModelDialog(session, wide, checkpoint(tmp_path / "best.pth"))
    dialog.open()
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._form))
    for page in (dialog._form, dialog._file, dialog._network, dialog._name, dialog._added, dialog._check):
        dialog._show(page)
        assert_all_is_translated(dialog)
        assert_nothing_is_cut(dialog)
    dialog.reject()


def test_a_notice(wide: MainWindow, session: Session, views: Views, iceland: Path, qtbot: QtBot) -> None:
    session.noticed.emit(Notice(wording.taken_off(2), offer=Offer.UNDO))
    session.noticed.emit(Notice(wording.reason_sentence(Reason.TRUNCATED)))
    assert_all_is_translated(wide)
