"""Models are downloaded, carried here, cancelled and removed; nothing happens of which nothing was said before."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.forgetting import is_sure_to_remove
from app.desktop.notice import Notice, Offer
from app.desktop.session import Session
from app.desktop.standing import Standing
from app.desktop.theme import Theme
from app.desktop.zoo_dialog import ZooDialog
from app.desktop.zoo_foot import ZooFoot
from app.desktop.zoo_table import ZooTable
from app.models.published import destination
from app.paths import user_places
from app.steps import DownloadError, DownloadTrouble, JobError, Trouble

from .seen import button, shown_words
from .stub import StubPipeline
from .zoo_cards import ALEXNET, RESNET, VIT, Libraries, Sources, keep_own, torchvision_card

Opened = Callable[[str], ZooDialog]


@pytest.fixture
def opened(
    running: Session, libraries: Libraries, sources: Sources, theme: Theme, host: QWidget, qtbot: QtBot
) -> Opened:
    """Opens the window at a model."""

    def open_at(key: str) -> ZooDialog:
        dialog = ZooDialog(running, theme, host, key)
        dialog.show()
        qtbot.waitUntil(lambda: "models" in shown_words(dialog) and not running.zoo.is_looking)
        return dialog

    return open_at


def words(dialog: ZooDialog) -> str:
    return shown_words(dialog.findChild(ZooFoot))


def seen_buttons(dialog: ZooDialog) -> list[str]:
    foot = dialog.findChild(ZooFoot)
    names = ("Use", "Download", "Download again", "Continue", "Use a file…", "Cancel", "Remove")
    found = []
    for name in names:
        try:
            if button(foot, name).isVisible():
                found.append(name)
        except IndexError:
            continue
    return found


def state(dialog: ZooDialog, key: str) -> str:
    table = dialog.findChild(ZooTable)
    model = table.model()
    return str(model.index(model.row_of(key), 1).data())


def test_size_source_and_destination_are_said_before_anything_is_asked(opened: Opened, sources: Sources) -> None:
    dialog = opened(RESNET.key)
    assert words(dialog) == f"44.7 MB from download.example\nto {destination(RESNET.file)}"
    assert seen_buttons(dialog) == ["Download", "Use a file…"]
    assert sources.asked == []


def test_of_a_hub_the_mirror_is_named(opened: Opened, running: Session) -> None:
    running.change_settings(replace(running.settings, hub_mirror="https://mirror.example/hub"))
    dialog = opened(VIT.key)
    assert words(dialog).startswith("Of unknown size, from mirror.example\nto ")


def test_a_download_is_told_in_the_row_and_beside_it_and_ends_in_a_model(
    opened: Opened, running: Session, sources: Sources, notices: list[Notice], qtbot: QtBot
) -> None:
    sources.sending.close()
    dialog = opened(RESNET.key)
    button(dialog, "Download").click()
    qtbot.waitUntil(lambda: words(dialog) == "50.0 MB of 100.0 MB\n2.0 MB/s · about 30 s left")
    assert state(dialog, RESNET.key) == "50 %"
    assert seen_buttons(dialog) == ["Cancel"]
    bar = dialog.findChild(ZooFoot).findChild(QProgressBar)
    assert (bar.value(), bar.maximum()) == (500, 1000)
    sources.sending.open()
    qtbot.waitUntil(lambda: seen_buttons(dialog) == ["Use", "Remove"] and not running.zoo.is_looking)
    assert state(dialog, RESNET.key) == "on this computer"
    assert notices == [], "the window of the models says it itself"


def test_cancelling_is_at_once_and_it_can_be_had_again(
    opened: Opened, running: Session, sources: Sources, qtbot: QtBot
) -> None:
    sources.sending.close()
    dialog = opened(RESNET.key)
    button(dialog, "Download").click()
    qtbot.waitUntil(lambda: bool(sources.asked))
    button(dialog, "Cancel").click()
    assert seen_buttons(dialog) == ["Download", "Use a file…"]
    sources.sending.open()
    button(dialog, "Download").click()
    qtbot.waitUntil(lambda: running.zoo.is_here(RESNET.key) and not running.zoo.is_looking)
    assert sources.asked == [RESNET.key] * 2


def test_the_keyboard_goes_to_the_button_that_takes_the_place_of_the_pressed_one(
    opened: Opened, running: Session, sources: Sources, qtbot: QtBot
) -> None:
    sources.sending.close()
    dialog = opened(RESNET.key)
    button(dialog, "Download").setFocus()
    qtbot.keyClick(button(dialog, "Download"), Qt.Key.Key_Space)
    assert button(dialog, "Cancel").hasFocus()
    qtbot.keyClick(button(dialog, "Cancel"), Qt.Key.Key_Space)
    assert button(dialog, "Download").hasFocus()


def test_what_broke_off_can_be_continued(opened: Opened, running: Session, qtbot: QtBot) -> None:
    path = destination(RESNET.file) / RESNET.file.name
    path.parent.mkdir(parents=True)
    path.with_name(f"{path.name}.part").write_bytes(b"x" * 1_500_000)
    dialog = opened(RESNET.key)
    assert running.zoo.standing(RESNET.key) is Standing.BEGUN
    assert seen_buttons(dialog) == ["Continue", "Use a file…"]
    assert words(dialog).endswith("\n1.5 MB of it are there already")
    assert state(dialog, RESNET.key) == "begun"


def test_a_failure_is_said_and_can_be_tried_again(
    opened: Opened, running: Session, sources: Sources, qtbot: QtBot
) -> None:
    sources.error = DownloadError(DownloadTrouble.CUT_OFF, "download.example")
    dialog = opened(RESNET.key)
    button(dialog, "Download").click()
    qtbot.waitUntil(lambda: "The connection broke off again and again" in words(dialog))
    assert "(download.example)" in words(dialog)
    sources.error = None
    button(dialog, "Download").click()
    qtbot.waitUntil(lambda: running.zoo.is_here(RESNET.key) and not running.zoo.is_looking)
    assert "broke off" not in words(dialog)


def test_a_third_download_waits(opened: Opened, libraries: Libraries, sources: Sources, qtbot: QtBot) -> None:
    more = torchvision_card("vgg16")
    libraries.known = (ALEXNET, RESNET, more)
    sources.sending.close()
    dialog = opened(RESNET.key)
    for card in libraries.known:
        dialog.findChild(ZooTable).show_key(card.key)
        button(dialog, "Download").click()
    assert state(dialog, more.key) == "waiting"
    assert words(dialog) == "It waits until another download is done.\n"
    button(dialog, "Cancel").click()
    assert state(dialog, more.key) == ""


def test_a_download_goes_on_without_the_window_and_is_told_in_the_end(
    opened: Opened, running: Session, sources: Sources, notices: list[Notice], qtbot: QtBot
) -> None:
    sources.sending.close()
    dialog = opened(RESNET.key)
    button(dialog, "Download").click()
    qtbot.waitUntil(lambda: bool(sources.asked))
    dialog.reject()
    dialog.deleteLater()
    again = opened(RESNET.key)
    qtbot.waitUntil(lambda: "50.0 MB of 100.0 MB" in words(again))
    again.reject()
    sources.sending.open()
    qtbot.waitUntil(lambda: bool(notices))
    assert (notices[0].words, notices[0].offer) == ("resnet50 is on this computer now.", Offer.MODELS)
    assert notices[0].is_calm
    qtbot.waitUntil(lambda: not running.zoo.is_looking)


def test_offline_nothing_is_fetched_and_the_window_says_why(
    opened: Opened, running: Session, sources: Sources, qtbot: QtBot
) -> None:
    sources.sending.close()
    dialog = opened(RESNET.key)
    button(dialog, "Download").click()
    qtbot.waitUntil(lambda: bool(sources.asked))
    running.change_settings(replace(running.settings, offline=True))
    qtbot.waitUntil(lambda: running.zoo.standing(RESNET.key) is Standing.AWAY)
    assert words(dialog).endswith("The settings say that the network is never used.")
    assert not button(dialog, "Download").isEnabled()
    assert button(dialog, "Use a file…").isEnabled()
    running.zoo.download(RESNET)
    assert running.zoo.standing(RESNET.key) is Standing.AWAY, "by no way"


def test_a_damaged_model_is_fetched_again_and_loaded(
    opened: Opened,
    running: Session,
    sources: Sources,
    pipeline: StubPipeline,
    caplog: pytest.LogCaptureFixture,
    qtbot: QtBot,
) -> None:
    pipeline.error = JobError(Trouble.MODEL_DAMAGED, "resnet50.pth")
    running.change_settings(replace(running.settings, model=RESNET.key))
    qtbot.waitUntil(lambda: running.trouble is not None)
    dialog = opened(RESNET.key)
    assert "Its file is damaged and is not used." in words(dialog)
    assert "Download again" in seen_buttons(dialog)
    pipeline.error = None
    button(dialog, "Download again").click()
    qtbot.waitUntil(lambda: running.ready is not None and not running.zoo.is_looking)
    assert running.zoo.standing(RESNET.key) is Standing.IN_USE


# --- carried files ---------------------------------------------------------------------------------------------------


@pytest.fixture
def carried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that is chosen whenever one is asked for."""
    path = tmp_path / "carried.pth"
    path.write_bytes(b"weights")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words, **_more: (str(path), ""))
    return path


def proved(libraries: Libraries) -> str:
    """Let the source of a model publish the digest of `carried`; returns its key."""
    card = torchvision_card("carried", digits=hashlib.sha256(b"weights").hexdigest()[:8])
    libraries.known = (card,)
    return card.key


def test_a_carried_file_is_taken(
    opened: Opened, running: Session, libraries: Libraries, carried: Path, sources: Sources, qtbot: QtBot
) -> None:
    key = proved(libraries)
    running.change_settings(replace(running.settings, offline=True))
    dialog = opened(key)
    button(dialog, "Use a file…").click()
    qtbot.waitUntil(lambda: running.zoo.is_here(key) and not running.zoo.is_looking)
    assert sources.asked == []
    assert carried.exists()


def test_one_that_is_another_is_refused(
    opened: Opened, running: Session, libraries: Libraries, carried: Path, qtbot: QtBot
) -> None:
    key = proved(libraries)
    carried.write_bytes(b"another")
    dialog = opened(key)
    button(dialog, "Use a file…").click()
    qtbot.waitUntil(lambda: "its SHA-256 is not the published one" in words(dialog))
    assert not running.zoo.is_here(key)
    qtbot.waitUntil(lambda: not running.zoo.is_looking)


def test_of_a_hubs_file_the_digest_is_asked_for(
    opened: Opened, running: Session, carried: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, question: str) -> tuple[str, bool]:
        asked.append(question)
        return hashlib.sha256(b"weights").hexdigest(), len(asked) > 1

    monkeypatch.setattr(QInputDialog, "getText", answer)
    dialog = opened(VIT.key)
    button(dialog, "Use a file…").click()
    assert running.zoo.standing(VIT.key) is Standing.AWAY, "whoever leaves the question wants nothing"
    button(dialog, "Use a file…").click()
    qtbot.waitUntil(lambda: running.zoo.is_here(VIT.key) and not running.zoo.is_looking)
    assert asked[0] == "SHA-256 of the file, as its page on the hub (timm/vit_tiny.augreg) shows it:"


# --- models of one's own ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_sure", [True, False])
def test_a_model_of_ones_own_is_removed_after_a_question(
    opened: Opened, running: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, is_sure: bool
) -> None:
    key = keep_own("Pets")
    dialog = opened(key)
    assert seen_buttons(dialog) == ["Use", "Remove"]
    asked: list[str] = []

    def answer(_parent: QWidget, name: str) -> bool:
        asked.append(name)
        return is_sure

    monkeypatch.setattr("app.desktop.zoo_foot.is_sure_to_remove", answer)
    folder = running.zoo.file(key).parent
    button(dialog, "Remove").click()
    qtbot.waitUntil(lambda: asked == ["Pets"] and not running.zoo.is_looking and not running.tasks.busy)
    assert folder.exists() != is_sure
    assert (running.zoo.spec(key) is None) == is_sure


def test_one_without_its_weights_is_said_to_be_gone(opened: Opened, running: Session) -> None:
    key = keep_own("Pets")
    (path,) = (user_places().models / "mine").glob("*/weights.safetensors")
    path.unlink()
    dialog = opened(key)
    assert "Its file is no longer there." in words(dialog)
    assert seen_buttons(dialog) == ["Remove"]


def test_the_question_names_the_model(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: seen.append(box.text()))
    assert not is_sure_to_remove(host, "<b>Pets")
    assert seen == ["Remove “<b>Pets” and its weights?"]


def test_something_more_can_be_offered(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened("builtin")
    action = QAction("Add…", dialog)
    dialog.offer(action)
    with qtbot.waitSignal(action.triggered):
        button(dialog, "Add…").click()
