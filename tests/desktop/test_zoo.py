"""Which models there are is found out beside the window, and followed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.desktop.notice import Notice, Offer
from app.desktop.session import Session
from app.desktop.standing import Standing
from app.models.caches import checkpoint_folders
from app.steps import JobError, Trouble

from .stub import StubPipeline
from .zoo_cards import ALEXNET, RESNET, VIT, Libraries, put_on_shelf


@pytest.fixture
def looked(running: Session, libraries: Libraries, qtbot: QtBot) -> Session:
    """A session that knows all models, one of which is here beside the built-in one."""
    put_on_shelf(ALEXNET)
    look(running, qtbot)
    return running


def look(session: Session, qtbot: QtBot) -> None:
    session.zoo.look()
    qtbot.waitUntil(lambda: not session.zoo.is_looking)


def test_nothing_is_known_before_somebody_looks(session: Session, libraries: Libraries) -> None:
    assert session.zoo.cards == ()
    assert not session.zoo.is_looking


def test_looking_finds_what_can_be_had_and_what_is_here(looked: Session) -> None:
    zoo = looked.zoo
    assert [card.key for card in zoo.cards] == ["builtin", ALEXNET.key, RESNET.key, VIT.key]
    standings = [zoo.standing(card.key) for card in zoo.cards]
    assert standings == [Standing.IN_USE, Standing.HERE, Standing.AWAY, Standing.AWAY]
    assert [zoo.is_here(card.key) for card in zoo.cards] == [True, True, False, False]


@pytest.mark.usefixtures("hasty")
def test_a_look_that_has_ended_at_once_is_heard_of(running: Session, libraries: Libraries, qtbot: QtBot) -> None:
    look(running, qtbot)
    assert RESNET in running.zoo.cards


def test_a_file_that_others_downloaded_counts_as_here(running: Session, libraries: Libraries, qtbot: QtBot) -> None:
    put_on_shelf(RESNET)
    running.zoo.look()
    qtbot.waitUntil(lambda: running.zoo.standing(RESNET.key) is Standing.HERE)


def test_one_that_is_used_is_on_record_then_and_called_by_its_name(
    running: Session, libraries: Libraries, qtbot: QtBot
) -> None:
    path = checkpoint_folders()[0] / RESNET.file.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"weights")
    look(running, qtbot)
    assert (running.zoo.standing(RESNET.key), running.zoo.spec(RESNET.key)) == (Standing.HERE, None)
    put_on_shelf(RESNET)  # what the worker does
    running.change_settings(replace(running.settings, model=RESNET.key))
    qtbot.waitUntil(lambda: running.zoo.spec(RESNET.key) is not None and not running.zoo.is_looking)


def test_looking_twice_at_once_looks_once_more(running: Session, libraries: Libraries, qtbot: QtBot) -> None:
    libraries.asking.close()
    running.zoo.look()
    running.zoo.look()
    put_on_shelf(RESNET)
    libraries.asking.open()
    qtbot.waitUntil(lambda: running.zoo.is_here(RESNET.key) and not running.zoo.is_looking)


def test_libraries_that_cannot_be_loaded_leave_a_trouble(running: Session, libraries: Libraries, qtbot: QtBot) -> None:
    libraries.trouble = Trouble.LIBRARY_BROKEN
    look(running, qtbot)
    assert running.zoo.trouble == JobError(Trouble.LIBRARY_BROKEN, "torchvision")
    libraries.trouble = None
    look(running, qtbot)
    assert running.zoo.trouble is None
    assert running.zoo.cards


def test_a_model_that_is_removed_is_gone_with_its_file(looked: Session, qtbot: QtBot) -> None:
    path = looked.zoo.file(ALEXNET.key)
    with qtbot.waitSignal(looked.zoo.here_changed):
        looked.zoo.remove(ALEXNET.key)
    qtbot.waitUntil(lambda: looked.zoo.standing(ALEXNET.key) is Standing.AWAY)
    assert path is not None
    assert not path.exists()


def test_one_that_cannot_be_removed_says_why(
    looked: Session, notices: list[Notice], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(_key: str, _file: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("app.desktop.zoo_steps.take_off", refuse)
    looked.zoo.remove(ALEXNET.key)
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].words == f"The file of {ALEXNET.key} could not be removed: Permission denied"
    qtbot.waitUntil(lambda: not looked.zoo.is_looking)
    assert looked.zoo.standing(ALEXNET.key) is Standing.HERE


def test_a_file_that_went_away_is_told_apart_from_one_that_never_was(looked: Session, qtbot: QtBot) -> None:
    path = looked.zoo.file(ALEXNET.key)
    assert path is not None
    path.unlink()
    look(looked, qtbot)
    assert looked.zoo.standing(ALEXNET.key) is Standing.GONE


def test_another_model_is_in_use_at_once(looked: Session, qtbot: QtBot) -> None:
    stood: list[str] = []
    looked.zoo.stood.connect(stood.append)
    looked.change_settings(replace(looked.settings, model=ALEXNET.key))
    assert looked.zoo.standing(ALEXNET.key) is Standing.IN_USE
    assert looked.zoo.standing("builtin") is Standing.HERE
    assert set(stood) == {"builtin", ALEXNET.key}


def test_a_damaged_file_is_said_and_the_way_to_the_models_is_offered(
    looked: Session, pipeline: StubPipeline, notices: list[Notice], caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    pipeline.error = JobError(Trouble.MODEL_DAMAGED, "alexnet.pth")
    looked.change_settings(replace(looked.settings, model=ALEXNET.key))
    qtbot.waitUntil(lambda: bool(notices))
    assert (notices[0].offer, notices[0].model) == (Offer.MODELS, ALEXNET.key)
    assert looked.zoo.standing(ALEXNET.key) is Standing.DAMAGED
    pipeline.error = None
    looked.retry_stopped()
    qtbot.waitUntil(lambda: looked.zoo.standing(ALEXNET.key) is Standing.IN_USE)


def test_what_nobody_foresaw_is_said(
    running: Session,
    libraries: Libraries,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr("app.desktop.zoo_steps.all_cards", lambda: 1 / 0)
    look(running, qtbot)
    assert "Something went wrong" in notices[0].words
