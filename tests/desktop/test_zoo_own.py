"""Models of the user's own in the window of the models: renamed, exported, and added."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog, QLabel
from pytestqt.qtbot import QtBot

from app.desktop import dialogs, own_steps
from app.desktop.main_window import MainWindow
from app.desktop.own_dialog import OwnModelDialog
from app.desktop.own_export import OwnExport
from app.desktop.session import Session
from app.desktop.zoo_dialog import ZooDialog
from app.desktop.zoo_foot import ZooFoot
from app.desktop.zoo_own import ZooOwn
from app.models.own.adding import Wish, add_model
from app.models.own.kept import list_models
from app.models.own.survey import surveyed
from tests.models.own.driving import outcome

from .own_models import SMALL, checkpoint
from .seen import button, doubled_keys, shown_words
from .stub import Gate
from .zoo_cards import Libraries


@pytest.fixture
def pets(session: Session, few_networks: None, tmp_path: Path) -> None:
    """A model of the user's own."""
    for name in ("Pets", "Birds"):
        survey = outcome(surveyed(checkpoint(tmp_path / "x.pth"), session.places.cache))
        outcome(add_model(survey, Wish(name, preprocess=SMALL), session.places.models))


@pytest.fixture
def dialog(pets: None, window: MainWindow, session: Session, libraries: Libraries, qtbot: QtBot) -> ZooDialog:
    dialogs.show_models(session, window._theme, window.views.outside, window, "mine/Pets")
    (dialog,) = window.findChildren(ZooDialog)
    qtbot.waitUntil(lambda: button(dialog, "Rename…").isVisible() and not session.zoo.is_looking)
    return dialog


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Closed, it holds an export after its first step, which is told once more when it is opened."""
    gate, export = Gate(), own_steps.export_model

    def held(*arguments: object) -> Iterator[object]:
        with closing(export(*arguments)) as steps:
            first = next(steps)
            yield first
            gate.pass_through()
            yield first
            yield from steps

    monkeypatch.setattr(own_steps, "export_model", held)
    yield gate
    gate.open()


def names(session: Session) -> list[str]:
    return [model.name for model in list_models(session.places.models).models]


def own(dialog: ZooDialog) -> ZooOwn:
    return dialog.findChild(ZooOwn)


def test_only_models_of_one_s_own_are_renamed_and_exported(dialog: ZooDialog, session: Session, qtbot: QtBot) -> None:
    foot = dialog.findChild(ZooFoot)
    assert button(foot, "Rename…").isVisible()
    assert button(foot, "Export…").isVisible()
    assert not doubled_keys(dialog)
    dialog._on_chosen("builtin")
    assert not button(foot, "Rename…").isVisible()
    assert not button(foot, "Export…").isVisible()
    dialog.reject()


def test_a_renamed_model_stays_chosen_and_in_use(
    dialog: ZooDialog, session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    button(dialog.findChild(ZooFoot), "Use").click()
    assert session.settings.model == "mine/Pets"
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Cats & dogs", True))
    button(dialog.findChild(ZooFoot), "Rename…").click()
    qtbot.waitUntil(lambda: names(session) == ["Birds", "Cats & dogs"])
    qtbot.waitUntil(lambda: session.settings.model == "mine/Cats & dogs")
    qtbot.waitUntil(lambda: not session.zoo.is_looking and dialog._key == "mine/Cats & dogs")
    assert "This model is in use." in shown_words(dialog)
    dialog.reject()


def test_a_name_that_is_taken_is_said(dialog: ZooDialog, session: Session, qtbot: QtBot) -> None:
    own(dialog).rename("birds")
    error = dialog.findChild(ZooFoot).findChild(QLabel, "error")
    qtbot.waitUntil(lambda: "Another model has this name" in error.text())
    assert names(session) == ["Birds", "Pets"]
    dialog.reject()


def test_an_exported_model_can_be_added_on_another_computer(
    dialog: ZooDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    own(dialog).export(tmp_path / "pets.whatsit-model")
    (export,) = dialog.findChildren(OwnExport)
    qtbot.waitUntil(lambda: "“Pets” was written to" in shown_words(export))
    assert (tmp_path / "pets.whatsit-model").stat().st_size > 1_000_000
    export.reject()
    dialog.reject()


def test_a_cancelled_export_leaves_no_file(
    dialog: ZooDialog, session: Session, gate: Gate, tmp_path: Path, qtbot: QtBot
) -> None:
    gate.close()
    own(dialog).export(tmp_path / "pets.whatsit-model")
    (export,) = dialog.findChildren(OwnExport)
    button(export, "Cancel").click()
    gate.open()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert [path.name for path in tmp_path.iterdir() if "whatsit" in path.name] == []
    dialog.reject()


def test_an_export_that_fails_says_why(dialog: ZooDialog, tmp_path: Path, qtbot: QtBot) -> None:
    own(dialog).export(tmp_path / "gone" / "pets.whatsit-model")
    (export,) = dialog.findChildren(OwnExport)
    qtbot.waitUntil(lambda: "The model cannot be written there" in export.findChild(QLabel, "error").text())
    export.reject()
    dialog.reject()


def test_a_model_can_be_added_from_here(dialog: ZooDialog) -> None:
    button(dialog, "Add a model…").click()
    (adding,) = dialog.findChildren(OwnModelDialog)
    assert adding.isVisible()
    adding.reject()
    dialog.reject()
