"""The settings window shows what holds, and hands back what was chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.desktop.session import Session
from app.desktop.settings_dialog import SettingsDialog
from app.policy import Policy
from app.settings import Settings
from app.values import Device, DeviceState

from .seen import button, shown_words
from .zoo_cards import ALEXNET, Libraries, put_on_shelf

Buttons = QDialogButtonBox.StandardButton


@pytest.fixture
def dialog(session: Session, host: QWidget) -> SettingsDialog:
    return SettingsDialog(session, host)


def field(dialog: SettingsDialog, words: str) -> QWidget:
    labels = dialog.findChildren(QLabel)
    return next(label.buddy() for label in labels if label.text().replace("&", "") == words)


def choose(box: QWidget, key: str) -> None:
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(key))


def press(dialog: SettingsDialog, which: Buttons) -> None:
    dialog.findChild(QDialogButtonBox).button(which).click()


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings("dark", "de", 7, 0.125, "builtin", "cuda:3", "fp32", 50, False, False, False, True, True),
        Settings(top_k=20, least_probability=1.0, megapixels=10_000),
        Settings(top_k=1, least_probability=0.0, megapixels=1),
        Settings(hub_mirror="https://mirror.example/hub"),
    ],
)
def test_what_holds_is_shown_and_comes_back_unchanged(session: Session, host: QWidget, settings: Settings) -> None:
    session.settings = settings
    assert SettingsDialog(session, host).chosen == settings


def test_ok_uses_what_was_chosen(dialog: SettingsDialog, session: Session) -> None:
    choose(field(dialog, "Appearance"), "dark")
    choose(field(dialog, "Precision"), "fp32")
    field(dialog, "Bars shown").setValue(9)
    least = field(dialog, "Least probability")
    assert isinstance(least, QDoubleSpinBox)
    least.setValue(12.5)
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(False)
    press(dialog, Buttons.Ok)
    wanted = replace(Settings(), appearance="dark", precision="fp32", top_k=9, least_probability=0.125, history=False)
    wanted = replace(wanted, keep_awake=False, one_window=False)
    assert session.settings == wanted


def test_a_model_that_is_chosen_in_the_models_window_is_shown(
    dialog: SettingsDialog, session: Session, libraries: Libraries, qtbot: QtBot
) -> None:
    put_on_shelf(ALEXNET)
    with qtbot.waitSignal(dialog.models_wanted):
        button(dialog, "Models…").click()
    session.zoo.look()
    box = field(dialog, "Model")
    assert isinstance(box, QComboBox)
    qtbot.waitUntil(lambda: box.findData(ALEXNET.key) >= 0)
    session.change_settings(replace(session.settings, model=ALEXNET.key))
    assert box.currentText() == "alexnet"
    field(dialog, "Bars shown").setValue(9)
    press(dialog, Buttons.Ok)
    assert (session.settings.model, session.settings.top_k) == (ALEXNET.key, 9)
    qtbot.waitUntil(lambda: not session.zoo.is_looking)


def test_a_mirror_that_is_no_address_is_said_and_not_taken(dialog: SettingsDialog, session: Session) -> None:
    dialog.show()
    mirror = field(dialog, "Hub mirror")
    assert isinstance(mirror, QLineEdit)
    mirror.setText("my mirror")
    press(dialog, Buttons.Ok)
    assert dialog.isVisible()
    assert "This is no address of a server." in shown_words(dialog)
    assert session.settings.hub_mirror == ""
    mirror.setText(" https://mirror.example/hub ")
    press(dialog, Buttons.Ok)
    assert session.settings.hub_mirror == "https://mirror.example/hub"


def test_cancel_changes_nothing(dialog: SettingsDialog, session: Session, qtbot: QtBot) -> None:
    field(dialog, "Bars shown").setValue(9)
    press(dialog, Buttons.Cancel)
    assert session.settings == Settings()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert session.settings == Settings()


def test_the_defaults_come_back(session: Session, host: QWidget) -> None:
    session.settings = Settings("dark", "de", 7, 0.125, "builtin", "cpu", "fp32", 50, False, False, False, True, True)
    dialog = SettingsDialog(session, host)
    press(dialog, Buttons.RestoreDefaults)
    assert dialog.chosen == Settings()
    assert session.settings.top_k == 7, "not before OK is pressed"


FIXED = Policy(
    fixed=frozenset({"device", "top_k", "least_probability", "history"}),
    values=Settings(device="cpu", top_k=3, least_probability=0.123456, history=False),
)
SENTENCE = "Greyed choices are set by your administrator."


def check_box(dialog: SettingsDialog, words: str) -> QCheckBox:
    return next(box for box in dialog.findChildren(QCheckBox) if box.text() == words)


@pytest.fixture
def bound(session: Session, host: QWidget) -> SettingsDialog:
    """The dialog of somebody for whom a few things are fixed."""
    session.policy, session.settings = FIXED, FIXED.applied(Settings("dark"))
    return SettingsDialog(session, host)


def test_what_is_fixed_is_grey_and_says_why(bound: SettingsDialog) -> None:
    names = ("Device", "Bars shown", "Least probability")
    grey = [*(field(bound, name) for name in names), check_box(bound, "Remember recent pictures")]
    fields = [each for kind in (QComboBox, QSpinBox, QDoubleSpinBox, QCheckBox) for each in bound.findChildren(kind)]
    assert {each for each in fields if not each.isEnabled()} == {*grey}
    assert {each.toolTip() for each in grey} == {"Set by your administrator."}
    assert {each.accessibleDescription() for each in grey} == {"Set by your administrator."}
    assert [label.text() for label in bound.findChildren(QLabel)].count(SENTENCE) == 1


def test_the_sentence_is_there_only_if_something_is_fixed(dialog: SettingsDialog) -> None:
    assert SENTENCE not in [label.text() for label in dialog.findChildren(QLabel)]


def test_the_defaults_leave_alone_what_is_fixed(bound: SettingsDialog, session: Session) -> None:
    press(bound, Buttons.RestoreDefaults)
    assert bound.chosen == FIXED.applied(Settings()), "exactly what is fixed, not what a field can show of it"
    assert field(bound, "Bars shown").value() == 3
    assert not check_box(bound, "Remember recent pictures").isChecked()
    press(bound, Buttons.Ok)
    assert session.settings == FIXED.applied(Settings())


def test_no_number_can_be_out_of_bounds(dialog: SettingsDialog) -> None:
    bars, pixels = field(dialog, "Bars shown"), field(dialog, "Refuse pictures over")
    for box in (bars, pixels):
        assert isinstance(box, QSpinBox)
        box.setValue(10**9)
    assert dialog.chosen.top_k == 20
    assert dialog.chosen.megapixels == 10_000


def test_every_field_can_be_reached_by_keyboard_and_has_a_name(dialog: SettingsDialog) -> None:
    fields = [*dialog.findChildren(QComboBox), *dialog.findChildren(QSpinBox), *dialog.findChildren(QCheckBox)]
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in fields)


@pytest.mark.parametrize("offers_updates", [False, True])
def test_a_newer_version_can_be_asked_for_only_where_there_is_somebody_to_ask(
    session: Session, host: QWidget, qtbot: QtBot, offers_updates: bool
) -> None:
    session.settings = Settings(updates=True)
    dialog = SettingsDialog(session, host, offers_updates=offers_updates)
    dialog.show()
    qtbot.waitExposed(dialog)
    shown = {box.text() for box in dialog.findChildren(QCheckBox) if box.isVisible()}
    assert ("Ask for a newer version at the start, at most once a day" in shown) == offers_updates
    assert "Never use the network" in shown
    assert dialog.chosen.updates, "what is hidden is kept"
    dialog.close()


def test_what_is_hidden_is_not_called_grey(session: Session, host: QWidget) -> None:
    session.policy = Policy(fixed=frozenset({"updates"}))
    for offers_updates in (False, True):
        dialog = SettingsDialog(session, host, offers_updates=offers_updates)
        said = any("administrator" in label.text() for label in dialog.findChildren(QLabel))
        assert said == offers_updates


def test_devices_that_are_known_not_to_work_cannot_be_chosen_here_either(running: Session, host: QWidget) -> None:
    running.ready = replace(running.ready, others=(Device("mps", "Apple MPS", DeviceState.NOT_BUILT),))
    box = field(SettingsDialog(running, host), "Device")
    assert isinstance(box, QComboBox)
    row = box.findData("mps")
    assert not box.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled


def test_all_is_seen_where_the_screen_has_room_for_it(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.open()
    assert dialog.size() == dialog.sizeHint()
    qtbot.waitUntil(lambda: not dialog.findChild(QScrollArea).verticalScrollBar().isVisible())


def test_on_a_low_screen_the_settings_are_scrolled_and_the_buttons_stay(
    session: Session, host: QWidget, qtbot: QtBot
) -> None:
    dialog = SettingsDialog(session, host)
    dialog.findChild(QCheckBox).setMinimumHeight(5000)
    dialog.open()
    assert dialog.height() <= dialog.screen().availableSize().height()
    qtbot.waitUntil(dialog.findChild(QScrollArea).verticalScrollBar().isVisible)
    ok = dialog.findChild(QDialogButtonBox).button(Buttons.Ok)
    assert dialog.rect().contains(ok.geometry().translated(ok.parentWidget().pos()))
