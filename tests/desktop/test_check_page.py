"""A model that was just added is compared with what its script said, and the setting that agrees can be taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from skimage import data

from app.desktop.check_page import CheckPage
from app.desktop.check_steps import Expected
from app.desktop.intake import file_url
from app.desktop.main_window import MainWindow
from app.desktop.own_dialog import OwnModelDialog
from app.desktop.own_form import OwnForm
from app.desktop.session import Session
from app.images.decode import open_picture
from app.inference.parity_network import network_classify
from app.inference.preprocess import network_image
from app.models.own.kept import OwnModel, find_own_model
from app.values import Failed, ImageRef, Limits, PreprocessSpec

from .own_models import SMALL, checkpoint, is_shown
from .seen import button, doubled_keys, shown_words
from .zoo_cards import Libraries

Scores = Callable[[Path, PreprocessSpec], list[float]]
BGR = replace(SMALL, order="bgr")


@pytest.fixture(autouse=True)
def one_thread() -> None:
    """Small networks are quicker without the threads of torch."""
    torch.set_num_threads(1)


@pytest.fixture
def dialog(
    window: MainWindow, session: Session, few_networks: None, libraries: Libraries, tmp_path: Path, qtbot: QtBot
) -> OwnModelDialog:
    """The dialog on the page that compares a model with the classes cat, dog and bird."""
    dialog = OwnModelDialog(session, window, checkpoint(tmp_path / "Pets.pth"))
    dialog.open()
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._form))
    dialog._form._preprocess = SMALL
    dialog.findChild(OwnForm).labels.show_labels(("cat", "dog", "bird"))
    button(dialog, "Add").click()
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._added))
    button(dialog, "Check…").click()
    return dialog


@pytest.fixture
def page(dialog: OwnModelDialog) -> CheckPage:
    return dialog.findChild(CheckPage)


@pytest.fixture
def photographs(tmp_path: Path) -> list[Path]:
    for name in ("chelsea", "coffee"):
        Image.fromarray(getattr(data, name)()).reduce(2).save(tmp_path / f"{name}.png")
    return sorted(tmp_path.glob("*.png"))


@pytest.fixture
def scores(session: Session, dialog: OwnModelDialog) -> Scores:
    """What a script prints that prepares its pictures like this."""
    classify = network_classify(model(session).spec)

    def scores(path: Path, setting: PreprocessSpec) -> list[float]:
        with open_picture(ImageRef(path), Limits()) as picture:
            assert not isinstance(picture, Failed)
            found = classify(network_image(picture, setting), setting)
        assert found is not None
        return list(found)

    return scores


def model(session: Session) -> OwnModel:
    return find_own_model(session.places.models, "Pets")


def expect(page: CheckPage, scores: Scores, photographs: list[Path], setting: PreprocessSpec) -> None:
    """List the photographs with what a script with this setting prints."""
    page.model.add(Expected(path, " ".join(f"{score:.4f}" for score in scores(path, setting))) for path in photographs)


def compare(dialog: OwnModelDialog, qtbot: QtBot) -> str:
    button(dialog, "Compare").click()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=20_000)
    return shown_words(dialog)


def test_a_model_that_agrees_is_said_to(
    dialog: OwnModelDialog, page: CheckPage, scores: Scores, photographs: list[Path], qtbot: QtBot
) -> None:
    assert not button(dialog, "Compare").isEnabled()
    assert not doubled_keys(dialog)
    expect(page, scores, photographs, SMALL)
    words = compare(dialog, qtbot)
    assert "The model answers as your script did. 2 of 2 pictures have the expected class." in words
    assert not button(dialog, "Use this setting").isVisible()
    dialog.reject()


def test_the_setting_that_agrees_is_found_and_can_be_taken(
    dialog: OwnModelDialog,
    page: CheckPage,
    scores: Scores,
    photographs: list[Path],
    session: Session,
    qtbot: QtBot,
) -> None:
    expect(page, scores, photographs, BGR)
    words = compare(dialog, qtbot)
    assert "With this setting all agree:" in words
    assert "The colours come in the order blue, green, red." in words
    assert model(session).spec.preprocess == SMALL, "nothing is changed before somebody says so"
    take = button(dialog, "Use this setting")
    assert take.hasFocus()
    assert not doubled_keys(dialog)
    take.click()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert model(session).spec.preprocess == BGR
    assert not take.isVisible()
    assert "The model answers as your script did." in compare(dialog, qtbot)
    dialog.reject()


def test_other_pairs_withdraw_what_was_found(
    dialog: OwnModelDialog, page: CheckPage, scores: Scores, photographs: list[Path], qtbot: QtBot
) -> None:
    expect(page, scores, photographs, BGR)
    compare(dialog, qtbot)
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert len(page.rows) == 1
    assert not button(dialog, "Use this setting").isVisible()
    assert "With this setting" not in shown_words(dialog)
    dialog.reject()


def test_pairs_come_from_a_file(
    dialog: OwnModelDialog, page: CheckPage, scores: Scores, photographs: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    lines = ["path,cat,dog,bird"]
    lines += [",".join([path.name, *(f"{score:.5f}" for score in scores(path, SMALL))]) for path in photographs]
    (tmp_path / "pairs.csv").write_text("\n".join(lines))
    page.source_wanted.emit(tmp_path / "pairs.csv")
    qtbot.waitUntil(lambda: len(page.rows) == 2)
    assert "The model answers as your script did." in compare(dialog, qtbot)
    (tmp_path / "bad.csv").write_text("a.png,horse\n")
    page.source_wanted.emit(tmp_path / "bad.csv")
    error = dialog.findChild(QLabel, "error")
    qtbot.waitUntil(lambda: "no class is called 'horse'" in error.text())
    dialog.reject()


def test_a_text_that_means_nothing_is_shown_to_be_mended(
    dialog: OwnModelDialog, page: CheckPage, photographs: list[Path], qtbot: QtBot
) -> None:
    page.model.add([Expected(photographs[0], "cat"), Expected(photographs[1])])
    assert not button(dialog, "Compare").isEnabled(), "nothing is expected of the second one"
    page.model.setData(page.model.index(1, 1), "horse")
    compare(dialog, qtbot)
    assert "“horse” is no label" in dialog.findChild(QLabel, "error").text()
    assert page.table.currentIndex().row() == 1
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "dog")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.rows[1].text == "dog")
    assert dialog.findChild(QLabel, "error").text() == ""
    dialog.reject()


def test_pictures_are_dropped_and_the_name_of_their_folder_may_be_their_label(
    dialog: OwnModelDialog, page: CheckPage, photographs: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "Dog").mkdir()
    inside = photographs[0].rename(tmp_path / "Dog" / "a.png")
    mime = QMimeData()
    mime.setUrls([file_url(inside), file_url(photographs[1])])
    copy, left, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, key))
    assert [row.text for row in page.model.rows] == ["dog", ""]
    assert page.table.currentIndex().row() == 1
    dialog.reject()


def test_a_picture_that_cannot_be_read_does_not_count(
    dialog: OwnModelDialog, page: CheckPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.model.add([Expected(tmp_path / "gone.png", "cat")])
    assert "1 picture could not be read and does not count." in compare(dialog, qtbot)
    dialog.reject()


def test_a_search_can_be_stopped(
    dialog: OwnModelDialog, page: CheckPage, scores: Scores, photographs: list[Path], qtbot: QtBot
) -> None:
    expect(page, scores, photographs, replace(SMALL, crop=61, interpolation="hamming"))
    button(dialog, "Compare").click()
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=20_000)
    assert is_shown(dialog, page)
    assert "setting" not in shown_words(dialog)
    button(dialog, "Back").click()
    assert is_shown(dialog, dialog._added)
    dialog.reject()


def test_a_model_that_went_away_meanwhile_is_said(
    dialog: OwnModelDialog, page: CheckPage, photographs: list[Path], session: Session, qtbot: QtBot
) -> None:
    page.model.add([Expected(photographs[0], "cat")])
    (model(session).folder / "weights.safetensors").write_bytes(b"x")
    compare(dialog, qtbot)
    assert dialog.findChild(QLabel, "error").text()
    dialog.reject()
