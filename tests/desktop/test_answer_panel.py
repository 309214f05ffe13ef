"""What is said beside the picture while its answer is to come, and afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.answer_panel import AnswerPanel
from app.desktop.intake import Files
from app.desktop.pictures_model import State
from app.desktop.session import Session
from app.desktop.theme import Theme, scaled
from app.models.builtin import builtin_model
from app.values import ImageRef

from .stub import StubPipeline

Maker = Callable[..., list[Path]]


@pytest.fixture
def panel(session: Session, theme: Theme, host: QWidget) -> AnswerPanel:
    host.resize(400, 500)
    panel = AnswerPanel(session, theme, host)
    panel.resize(340, 480)
    host.show()
    return panel


def texts(panel: AnswerPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.text().strip()]


def test_it_says_that_the_model_is_being_loaded(
    panel: AnswerPanel, session: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.loading.close()
    session.start()
    session.take_in(Files(tuple(pictures("cup.png"))))
    qtbot.waitUntil(lambda: "Waiting: the model is being loaded…" in texts(panel))
    pipeline.loading.open()
    qtbot.waitUntil(lambda: session.predictions.rowCount() > 0)
    assert not any("Waiting" in text for text in texts(panel))


def test_it_says_that_a_picture_waits_for_its_turn(
    panel: AnswerPanel, running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("cup.png"))))
    qtbot.waitUntil(lambda: "Waiting for its turn…" in texts(panel))
    running.stop()
    qtbot.waitUntil(lambda: "It was stopped before it was classified." in texts(panel))
    assert "stopped" in texts(panel)
    assert not panel.bars.isVisible()


def test_a_quick_answer_needs_no_busy_words(
    panel: AnswerPanel, running: Session, pictures: Maker, qtbot: QtBot
) -> None:
    seen: list[str] = []
    running.current_changed.connect(lambda: seen.extend(texts(panel)))
    running.take_in(Files(tuple(pictures("cup.png"))))
    qtbot.waitUntil(lambda: running.predictions.rowCount() > 0)
    assert not any("Waiting" in text for text in seen)


def test_a_failure_says_why_and_what_to_do(panel: AnswerPanel, running: Session, pictures: Maker, qtbot: QtBot) -> None:
    running.take_in(Files(tuple(pictures("bad.png", "cup.png"))))
    qtbot.waitUntil(lambda: not running.progress.busy and running.pictures.count(State.FAILED) == 1)
    seen = [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]
    assert seen == ["not classified", "The file is cut off.", "it ends early", "Copy it again from where it came."]
    assert not panel.bars.isVisible()
    assert panel.copied_text() == "bad.png\tCould not be classified: the file is cut off"
    running.show_row(1)
    assert panel.bars.isVisible()
    assert panel.copied_text().startswith("espresso")


def test_a_picture_that_vanished_after_its_answer_says_so_below_the_bars(
    panel: AnswerPanel, running: Session, pictures: Maker, qtbot: QtBot
) -> None:
    (path,) = pictures("cup.png")
    running.take_in(Files((path,)))
    qtbot.waitUntil(lambda: running.previews.picture(ImageRef(path)) is not None and not running.progress.busy)
    path.unlink()
    running.previews.forget(ImageRef(path))
    running.show_row(-1)
    running.show_row(0)
    qtbot.waitUntil(lambda: "Could not be shown: there is no such file" in texts(panel))
    assert panel.bars.isVisible()


def test_the_explanation_is_one_press_away(panel: AnswerPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.explanation_wanted):
        panel.findChild(QPushButton).click()


def test_a_long_reason_in_little_room_can_be_scrolled(
    panel: AnswerPanel, running: Session, pictures: Maker, qtbot: QtBot
) -> None:
    panel.resize(300, 110)
    running.take_in(Files(tuple(pictures("bad.png"))))
    qtbot.waitUntil(lambda: running.current is not None and running.current.failure is not None)
    area = panel.findChild(QScrollArea)
    assert area.isVisible()
    assert area.widget().height() > area.viewport().height()


def test_the_link_is_never_cut(panel: AnswerPanel) -> None:
    (link,) = [button for button in panel.findChildren(QPushButton) if "numbers" in button.text()]
    for times in (1.0, 2.4):
        link.setFont(scaled(link.font(), times))
        panel.setFont(scaled(panel.font(), times))
        assert panel.minimumWidth() > link.sizeHint().width()


@pytest.mark.parametrize("multi_label", [True, False])
def test_it_says_that_bars_are_no_shares_where_they_are_none(
    multi_label: bool,
    panel: AnswerPanel,
    running: Session,
    pictures: Maker,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    spec = replace(builtin_model(), multi_label=multi_label)
    monkeypatch.setattr("app.desktop.session.known_model", lambda _key: spec)
    running.take_in(Files(tuple(pictures("cup.png"))))
    qtbot.waitUntil(lambda: running.predictions.rowCount() > 0)
    assert ("Each bar is a probability of its own." in texts(panel)) == multi_label
