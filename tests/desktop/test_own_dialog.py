"""A checkpoint becomes a model in the window: what is asked, what is refused, and what is left when it is stopped."""

from __future__ import annotations

import pickle
import runpy
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.desktop import own_steps
from app.desktop.intake import file_url
from app.desktop.main_window import MainWindow
from app.desktop.own_dialog import OwnModelDialog
from app.desktop.preprocess_dialog import PreprocessDialog
from app.desktop.session import Session
from app.images.decode import open_picture
from app.inference.parity_network import network_classify
from app.inference.preprocess import network_image
from app.models.own.adding import Wish, add_model
from app.models.own.kept import find_own_model, list_models, remove_model
from app.models.own.parcels import export_model
from app.models.own.survey import surveyed
from app.policy import Policy
from app.values import Failed, ImageRef, Limits, PreprocessSpec
from tests.models import own
from tests.models.own.checkpoints import Net, Runs, checkpoint_of
from tests.models.own.driving import outcome

from .own_models import NETWORK, SMALL, checkpoint, is_shown, small_state
from .seen import button, doubled_keys, shown_words
from .stub import Gate
from .zoo_cards import Libraries

Opened = Callable[..., OwnModelDialog]


@pytest.fixture
def opened(window: MainWindow, session: Session, few_networks: None, libraries: Libraries) -> Opened:
    """Opens the dialog, for a file or for none."""

    def open_dialog(source: Path | None = None) -> OwnModelDialog:
        dialog = OwnModelDialog(session, window, source)
        dialog.open()
        return dialog

    return open_dialog


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Closed, it holds what adds a model after its first step."""
    gate, add = Gate(), own_steps.add_model

    def held(*arguments: object) -> Iterator[object]:
        steps = add(*arguments)
        yield next(steps)
        gate.pass_through()
        return (yield from steps)

    monkeypatch.setattr(own_steps, "add_model", held)
    yield gate
    gate.open()


def asked(opened: Opened, source: Path, qtbot: QtBot) -> OwnModelDialog:
    """The dialog with the page that asks what a file is."""
    dialog = opened(source)
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._form))
    dialog._form._preprocess = SMALL
    return dialog


def labels(dialog: OwnModelDialog) -> QPlainTextEdit:
    return dialog._form.labels.findChild(QPlainTextEdit)


def field(dialog: OwnModelDialog, name: str) -> QLineEdit:
    (found,) = [each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name]
    return found


def error(dialog: OwnModelDialog) -> str:
    return dialog.findChild(QLabel, "error").text()


def add(dialog: OwnModelDialog, qtbot: QtBot) -> None:
    button(dialog, "Add").click()
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._added))


def kept(session: Session, name: str = "best") -> Path:
    """A model that is there already."""
    path = checkpoint(session.places.cache.parent / "other.pth")
    survey = outcome(surveyed(path, session.places.cache))
    return outcome(add_model(survey, Wish(name, preprocess=SMALL), session.places.models)).folder


def names(session: Session) -> list[str]:
    return [model.name for model in list_models(session.places.models).models]


# the plain path


@pytest.mark.usefixtures("hasty")
def test_a_model_that_is_kept_at_once_is_known_everywhere(
    opened: Opened, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    add(asked(opened, checkpoint(tmp_path / "best.pth"), qtbot), qtbot)
    qtbot.waitUntil(lambda: session.zoo.is_here("mine/best"))


def test_a_plain_checkpoint_needs_its_labels_and_nothing_else(
    opened: Opened, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    assert labels(dialog).hasFocus()
    assert "squeezenet1_0 of torchvision, 3 classes" in shown_words(dialog)
    assert "Without labels the 3 classes are called “class 0” and so on." in shown_words(dialog)
    for name in ("cat", "dog", "bird"):
        qtbot.keyClicks(labels(dialog), name)
        qtbot.keyClick(labels(dialog), Qt.Key.Key_Return)
    assert "All 3 classes have a label." in shown_words(dialog)
    add(dialog, qtbot)
    model = find_own_model(session.places.models, "best")
    assert [label.name for label in model.spec.labels] == ["cat", "dog", "bird"]
    assert "“best” was added." in shown_words(dialog)
    with qtbot.waitSignal(session.settings_changed):
        button(dialog, "Use it now").click()
    assert session.settings.model == "mine/best"


@pytest.mark.slow  # trains a ResNet-18
def test_a_model_of_a_plain_script_gives_the_scores_that_the_script_printed(
    opened: Opened, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("cat", "dog", "bird"):
        (tmp_path / "pets" / name).mkdir(parents=True)
        Image.effect_noise((300, 260), 90).convert("RGB").save(tmp_path / "pets" / name / "0.png")
    script = str(Path(own.__file__).with_name("training.py"))
    monkeypatch.setattr("sys.argv", [script, str(tmp_path / "pets"), str(tmp_path / "best.pth")])
    said = runpy.run_path(script)
    dialog = opened(tmp_path / "best.pth")
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._form))
    dialog._form.labels.source_wanted.emit(tmp_path / "pets")
    qtbot.waitUntil(lambda: labels(dialog).toPlainText() == "bird\ncat\ndog")
    add(dialog, qtbot)
    spec = find_own_model(session.places.models, "best").spec
    with open_picture(ImageRef(Path(said["data"].samples[0][0])), Limits()) as picture:
        assert not isinstance(picture, Failed)
        scores = network_classify(spec)(network_image(picture, spec.preprocess), spec.preprocess)
    assert scores == pytest.approx(said["scores"], abs=1e-4)
    dialog.reject()


def test_the_model_is_in_the_box_of_the_tool_bar_at_once(
    opened: Opened, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    add(dialog, qtbot)
    boxes = [box for box in window.findChildren(QComboBox) if box.accessibleName() == "Model"]
    qtbot.waitUntil(lambda: any(box.findText("best") >= 0 for box in boxes))
    dialog.reject()


def test_what_the_checkpoint_says_is_not_asked(opened: Opened, session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    content = {
        "model": small_state(seed=1),
        "model_ema": small_state(seed=2),
        "class_to_idx": {"dog": 1, "cat": 0, "bird": 2},
        "hyper_parameters": {"loss": "BCEWithLogitsLoss"},
    }
    dialog = asked(opened, checkpoint(tmp_path / "run 7.ckpt", content), qtbot)
    assert labels(dialog).toPlainText() == "cat\ndog\nbird"
    assert field(dialog, "Name").text() == "run 7"
    (several,) = dialog._form.findChildren(QCheckBox)
    assert several.isChecked()
    assert "need not sum to 100 %" in shown_words(dialog)
    add(dialog, qtbot)
    model = find_own_model(session.places.models, "run 7")
    assert (model.place, model.spec.multi_label) == ("model_ema", True)
    dialog.reject()


def test_the_plain_weights_can_be_had_and_what_was_entered_stays(
    opened: Opened, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    content = {"model": small_state(seed=1), "model_ema": small_state(seed=2)}
    dialog = asked(opened, checkpoint(tmp_path / "best.pth", content), qtbot)
    labels(dialog).setPlainText("cat\ndog")
    kinds = dialog._form._kinds
    assert kinds.isVisible()
    kinds.setCurrentIndex(1)
    kinds.activated.emit(1)
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._form) and not dialog._looked.is_average)
    assert labels(dialog).toPlainText() == "cat\ndog"
    add(dialog, qtbot)
    assert find_own_model(session.places.models, "best").place == "model"
    dialog.reject()


def test_weights_of_one_kind_are_not_asked_about(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    assert not dialog._form._kinds.isVisible()
    assert "Weights" not in shown_words(dialog).replace("&", "")
    dialog.reject()


def test_each_letter_leads_to_one_thing(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    content = {"model": small_state(seed=1), "model_ema": small_state(seed=2)}
    dialog = asked(opened, checkpoint(tmp_path / "best.pth", content), qtbot)
    for page in (dialog._file, dialog._network, dialog._name, dialog._form, dialog._added):
        dialog._show(page)
        assert not doubled_keys(dialog), page
    dialog.reject()


def test_licence_and_notes_are_kept(opened: Opened, session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    field(dialog, "Licence").setText("MIT")
    field(dialog, "Notes").setText("the third try")
    field(dialog, "Name").setText("Pets")
    add(dialog, qtbot)
    model = find_own_model(session.places.models, "Pets")
    assert (model.spec.licence, model.notes) == ("MIT", "the third try")
    dialog.reject()


def test_how_pictures_are_prepared_can_be_changed(
    opened: Opened, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    button(dialog, "Change…").click()
    (how,) = dialog.findChildren(PreprocessDialog)
    how._crop.setValue(60)
    how._order.setCurrentIndex(1)
    how.accept()
    assert "the central 60 × 60" in shown_words(dialog)
    add(dialog, qtbot)
    step = find_own_model(session.places.models, "best").spec.preprocess
    assert step == PreprocessSpec(72, 60, "bilinear", SMALL.mean, SMALL.std, order="bgr")
    dialog.reject()


# labels


def test_labels_come_from_a_file_or_from_folders(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    (tmp_path / "names.csv").write_text("index,label\n0,cat\n1,dog\n2,bird\n")
    dialog._form.labels.source_wanted.emit(tmp_path / "names.csv")
    qtbot.waitUntil(lambda: labels(dialog).toPlainText() == "cat\ndog\nbird")
    for name in ("b", "a", "c"):
        (tmp_path / "train" / name).mkdir(parents=True)
    dialog._form.labels.source_wanted.emit(tmp_path / "train")
    qtbot.waitUntil(lambda: labels(dialog).toPlainText() == "a\nb\nc")
    dialog.reject()


def test_labels_that_cannot_be_read_leave_those_that_stand_there(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    labels(dialog).setPlainText("cat")
    (tmp_path / "names.json").write_text("{")
    dialog._form.labels.source_wanted.emit(tmp_path / "names.json")
    qtbot.waitUntil(lambda: "The class labels cannot be read" in error(dialog))
    assert labels(dialog).toPlainText() == "cat"
    dialog.reject()


@pytest.mark.parametrize(
    ("text", "words", "can_add"),
    [
        ("cat", "1 of 3 classes have a label; the others are called “class 1” and so on.", True),
        ("cat\n\nbird\n\n", "2 of 3 classes have a label; the other is called “class 1”.", True),
        ("a\nb\nc\nd", "There are more class labels than outputs of the network", False),
        ("a\na", "Two classes have the same label", False),
    ],
)
def test_labels_are_checked_against_the_network(
    text: str, words: str, can_add: bool, opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    labels(dialog).setPlainText(text)
    assert words in shown_words(dialog)
    assert button(dialog, "Add").isEnabled() == can_add
    dialog.reject()


def test_labels_of_a_checkpoint_that_are_not_as_many_are_not_taken(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    content = {"state_dict": small_state(), "classes": ["too", "few"]}
    dialog = asked(opened, checkpoint(tmp_path / "best.pth", content), qtbot)
    assert labels(dialog).toPlainText() == ""
    assert "The 2 labels in the checkpoint were not taken" in shown_words(dialog)
    dialog.reject()


# networks


def test_where_several_networks_fit_the_likeliest_is_proposed(
    opened: Opened, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    import timm

    pair = ("tf_mobilenetv3_small_100", "mobilenetv3_small_100")  # they differ in what has no tensors
    monkeypatch.setattr("app.models.own.fingerprints._timm_families", lambda: {"mobilenetv3": pair})
    session.places.cache.unlink()
    session.places.cache.mkdir()
    state = timm.create_model(pair[0], num_classes=2).state_dict()
    dialog = asked(opened, checkpoint(tmp_path / "best.pth", state), qtbot)
    networks = dialog._form._networks
    assert networks.hasFocus()
    assert [networks.itemData(row) for row in range(2)] == [f"timm/{name}" for name in reversed(pair)]
    assert "Several networks have exactly these tensors" in shown_words(dialog)
    networks.setCurrentIndex(1)
    add(dialog, qtbot)
    assert find_own_model(session.places.models, "best").spec.architecture == pair[0]
    dialog.reject()


def test_a_network_that_is_not_recognised_is_asked_for(
    opened: Opened, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    state = small_state()
    state["extra.weight"] = torch.ones(3)
    dialog = opened(checkpoint(tmp_path / "best.pth", state))
    page = dialog._network
    qtbot.waitUntil(lambda: is_shown(dialog, page))
    assert page.name == f"torchvision/{NETWORK}"
    assert f"torchvision/{NETWORK}: 98" in shown_words(dialog)
    assert page._lines.findChild(QPlainTextEdit).toPlainText() == "unexpected: extra.weight (3)"
    qtbot.keyClicks(page._search, "test_vit2")
    assert page.name == "timm/test_vit2"
    qtbot.keyClick(page._search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "The weights do not fit this architecture" in error(dialog))
    assert "missing: reg_token (1, 1, 64)" in page._lines.findChild(QPlainTextEdit).toPlainText()
    qtbot.keyClicks(page._search, " nothing is called so")
    assert not button(dialog, "Continue").isEnabled()
    dialog.reject()


# what is refused


@pytest.mark.parametrize("ending", [".pth", ".pt", ".bin", ".ckpt", ".safetensors", ".whatsit-model"])
@pytest.mark.parametrize("how", ["bare", "in an archive"])
def test_a_pickle_that_means_harm_is_refused_and_runs_nothing(
    ending: str, how: str, opened: Opened, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    marker = tmp_path / "ran"
    data = pickle.dumps(Runs(marker), 2)
    path = tmp_path / f"best{ending}"
    path.write_bytes(data if how == "bare" else checkpoint_of(data))
    dialog = opened(path)
    qtbot.waitUntil(lambda: bool(error(dialog)) and not dialog.is_busy)
    assert dialog._page is dialog._file
    assert not marker.exists()
    assert names(session) == []
    dialog.reject()


def test_a_whole_network_is_refused_with_the_lines_that_save_its_weights(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(checkpoint(tmp_path / "whole.pt", Net()))
    qtbot.waitUntil(lambda: "The file holds a whole network, which is code" in error(dialog))
    lines = dialog._file._lines
    button(lines, "Copy lines").click()
    copied = QGuiApplication.clipboard().text()
    assert 'network = torch.load("whole.pt"' in copied
    assert 'save_file(weights, "whole.safetensors")' in copied
    dialog.take_source(checkpoint(tmp_path / "best.pth"))
    assert not lines.isVisible()
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._form))
    assert error(dialog) == ""
    dialog.reject()


def test_a_file_that_is_not_there_is_said(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = opened(tmp_path / "best.pth")
    qtbot.waitUntil(lambda: "There is no such file or folder" in error(dialog))
    dialog.reject()


def test_a_name_that_is_taken_is_not_proposed_and_not_taken(
    opened: Opened, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    kept(session)
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    name = field(dialog, "Name")
    assert name.text() == "best 2"
    name.setText("Best")
    button(dialog, "Add").click()
    qtbot.waitUntil(lambda: "Another model has this name" in error(dialog))
    assert name.hasFocus()
    name.setText("")
    assert not button(dialog, "Add").isEnabled()
    name.setText("Other")
    add(dialog, qtbot)
    assert names(session) == ["best", "Other"]
    dialog.reject()


def test_where_the_administrator_chose_the_model_it_can_be_added_but_not_used(
    opened: Opened, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    session.policy = Policy(fixed=frozenset({"model"}))
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    add(dialog, qtbot)
    assert not button(dialog, "Use it now").isVisible()
    dialog.reject()


# stopping


def test_cancel_stops_and_what_was_entered_stays(
    opened: Opened, session: Session, gate: Gate, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    labels(dialog).setPlainText("cat\ndog\nbird")
    gate.close()
    button(dialog, "Add").click()
    button(dialog, "Cancel").click()
    assert dialog.is_busy
    gate.open()
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._form))
    assert labels(dialog).toPlainText() == "cat\ndog\nbird"
    assert names(session) == []
    assert list((session.places.models / "mine").iterdir()) == []
    add(dialog, qtbot)
    dialog.reject()


def test_who_cancels_too_late_is_told_that_the_model_was_added(
    opened: Opened, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog, gate, begun = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot), Gate(), []

    def hurried(*arguments: object) -> Iterator[object]:
        steps = add_model(*arguments)
        yield next(steps)
        begun.append(True)
        gate.pass_through()
        return outcome(steps)

    monkeypatch.setattr(own_steps, "add_model", hurried)
    gate.close()
    button(dialog, "Add").click()
    qtbot.waitUntil(lambda: bool(begun))
    dialog.reject()
    gate.open()
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._added))
    assert "“best” was added." in shown_words(dialog)
    assert names(session) == ["best"]
    dialog.reject()


def test_a_second_cancel_closes_whatever_holds_it_up(
    opened: Opened, session: Session, gate: Gate, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    gate.close()
    button(dialog, "Add").click()
    dialog.reject()
    dialog.reject()
    assert not dialog.isVisible()
    gate.open()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert names(session) == []


def test_closing_the_window_in_the_midst_leaves_nothing(
    opened: Opened, session: Session, window: MainWindow, gate: Gate, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(opened, checkpoint(tmp_path / "best.pth"), qtbot)
    gate.close()
    button(dialog, "Add").click()
    qtbot.waitUntil((session.places.models / "mine").is_dir)
    window.close()
    threads = session.close()
    gate.open()
    assert all(thread.wait(10_000) for thread in threads)
    assert names(session) == []
    assert list((session.places.models / "mine").iterdir()) == []


# exported ones


@pytest.fixture
def parcel(session: Session, few_networks: None, tmp_path: Path) -> Path:
    """A model that was exported, and is still there."""
    kept(session, "Pets")
    path = tmp_path / "pets.whatsit-model"
    outcome(export_model(find_own_model(session.places.models, "Pets"), path))
    return path


def test_an_exported_model_is_imported_at_once(
    parcel: Path, opened: Opened, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    remove_model(session.places.models, "Pets")
    dialog = opened(parcel)
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._added))
    assert names(session) == ["Pets"]
    dialog.reject()


def test_an_import_whose_name_is_taken_gets_another(
    parcel: Path, opened: Opened, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(parcel)
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._name))
    assert dialog._name.name == "Pets 2"
    button(dialog, "Import").click()
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._added))
    assert names(session) == ["Pets", "Pets 2"]
    dialog.reject()


# ways in


def drop(dialog: OwnModelDialog, *paths: Path) -> QDropEvent:
    mime = QMimeData()
    mime.setUrls([file_url(path) for path in paths])
    move, button, key = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction | move, mime, button, key)
    event.setDropAction(move)
    dialog.dropEvent(event)
    return event


def test_a_file_can_be_dropped_on_the_dialog(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = opened()
    assert "Drop the file here" in shown_words(dialog)
    event = drop(dialog, checkpoint(tmp_path / "best.pth"))
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction, "a moved file would be taken away where it was"
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._form))
    button(dialog, "Back").click()
    assert is_shown(dialog, dialog._file)
    dialog.reject()


def test_the_name_of_a_file_is_cut_to_what_a_model_may_be_called(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = opened(checkpoint(tmp_path / f"{'long ' * 40}.pth"))
    qtbot.waitUntil(lambda: is_shown(dialog, dialog._form))
    assert dialog._form._name.text().startswith("long long")
    assert button(dialog, "Add").isEnabled()
    dialog.reject()


def test_the_menu_leads_here(window: MainWindow) -> None:
    window._actions.add_model.trigger()
    (dialog,) = window.findChildren(OwnModelDialog)
    assert dialog.isVisible()
    dialog.reject()


@pytest.mark.parametrize("name", ["best.pth", "BEST.PT", "x.safetensors", "pets.whatsit-model"])
def test_a_model_given_to_the_window_leads_here(
    name: str, window: MainWindow, few_networks: None, libraries: Libraries, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / name).write_bytes(b"x")
    window.doors.open_paths([tmp_path / name])
    qtbot.waitUntil(lambda: bool(window.findChildren(OwnModelDialog)))
    (dialog,) = window.findChildren(OwnModelDialog)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert name in shown_words(dialog)
    assert window._session.pictures.rowCount() == 0
    dialog.reject()


def test_a_folder_as_timm_saves_it_leads_here_and_no_run_begins(
    window: MainWindow, session: Session, few_networks: None, libraries: Libraries, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "vit").mkdir()
    (tmp_path / "vit" / "config.json").write_text("{}")
    (tmp_path / "vit" / "model.safetensors").write_bytes(b"x")
    window.doors.open_paths([tmp_path / "vit"])
    qtbot.waitUntil(lambda: bool(window.findChildren(OwnModelDialog)))
    (dialog,) = window.findChildren(OwnModelDialog)
    qtbot.waitUntil(lambda: "names no architecture of timm" in error(dialog))
    assert session.runs.shown is None
    dialog.reject()
