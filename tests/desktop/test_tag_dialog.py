"""Tags from the window: what is asked, what is written beside the pictures, and what is told in the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from app.desktop import copied_lines, tag_steps
from app.desktop.main_window import MainWindow
from app.desktop.notice import Notice
from app.desktop.session import Session
from app.desktop.tag_dialog import TagDialog
from app.desktop.views import Views
from app.results.tags.journal import Journal
from app.results.tags.steps import TagStep
from app.results.tags.xmp import tags_of

from .conftest import choose_some, select
from .seen import button, doubled_keys, shown_words
from .stub import Gate


@pytest.fixture
def dialog(window: MainWindow, session: Session, iceland: Path, qtbot: QtBot) -> TagDialog:
    return opened(window, session, qtbot)


def opened(window: MainWindow, session: Session, qtbot: QtBot) -> TagDialog:
    dialog = TagDialog(session, window)
    dialog.open()
    qtbot.waitUntil(lambda: button(dialog, "Write tags").isEnabled())
    return dialog


def radio(dialog: TagDialog, words: str) -> QRadioButton:
    return next(each for each in dialog.findChildren(QRadioButton) if words in each.text().replace("&", ""))


def carry_out(dialog: TagDialog, qtbot: QtBot, words: str = "Write tags") -> str:
    """Press the button and return what is told in the end."""
    button(dialog, words).click()
    qtbot.waitUntil(lambda: any(each.text() == "Close" for each in dialog.findChildren(QPushButton)))
    return shown_words(dialog)


def sidecars(folder: Path) -> dict[str, tuple[str, ...]]:
    return {path.name: tags_of(path.read_bytes()) for path in sorted(folder.glob("*.xmp"))}


def test_each_letter_leads_to_one_thing(
    window: MainWindow, session: Session, iceland: Path, views: Views, qtbot: QtBot
) -> None:
    choose_some(session, views, qtbot)
    dialog = opened(window, session, qtbot)
    assert not doubled_keys(dialog)
    dialog.close()


def test_the_menu_leads_here_and_promises_the_pictures(window: MainWindow, views: Views, iceland: Path) -> None:
    views._actions.tag.trigger()
    (dialog,) = window.findChildren(TagDialog)
    assert "The pictures themselves are never changed" in shown_words(dialog)
    assert "at least 30 %" in shown_words(dialog)
    dialog.close()


def test_all_pictures_are_tagged_and_counted(dialog: TagDialog, iceland: Path, qtbot: QtBot) -> None:
    before = {path.name: path.read_bytes() for path in iceland.iterdir()}
    told = carry_out(dialog, qtbot)
    assert sidecars(iceland) == {f"{name}.png.xmp": ("espresso",) for name in "abc"}
    assert "3 pictures were tagged." in told
    assert "1 could not be classified." in told
    assert not dialog.findChild(QPlainTextEdit).isVisible()
    assert {name: (iceland / name).read_bytes() for name in before} == before


def test_what_is_chosen_is_done(dialog: TagDialog, iceland: Path, session: Session, qtbot: QtBot) -> None:
    box = dialog.findChild(QComboBox)
    box.setCurrentIndex(box.findData("stem"))
    carry_out(dialog, qtbot)
    assert list(sidecars(iceland)) == ["a.xmp", "b.xmp", "c.xmp"]


def test_only_the_selected_ones_are_tagged(
    window: MainWindow, views: Views, session: Session, iceland: Path, qtbot: QtBot
) -> None:
    select(views, 0, 3)
    told = carry_out(opened(window, session, qtbot), qtbot)
    assert list(sidecars(iceland)) == ["a.png.xmp", "c.png.xmp"]
    assert "2 pictures were tagged." in told


def test_what_is_below_the_least_probability_is_unknown_if_that_is_wished(
    window: MainWindow, session: Session, iceland: Path, qtbot: QtBot
) -> None:
    session.runs.rows.set_least_probability(0.99)
    dialog = opened(window, session, qtbot)
    dialog.findChild(QCheckBox).setChecked(True)
    carry_out(dialog, qtbot)
    assert set(sidecars(iceland).values()) == {("unknown",)}


def test_more_classes_become_more_tags(window: MainWindow, session: Session, iceland: Path, qtbot: QtBot) -> None:
    session.runs.rows.set_least_probability(0.02)
    dialog = opened(window, session, qtbot)
    dialog.findChild(QSpinBox).setValue(2)
    carry_out(dialog, qtbot)
    assert [len(tags) for tags in sidecars(iceland).values()] == [2, 2, 2]


def test_what_was_written_is_taken_away_and_nothing_else(
    window: MainWindow, session: Session, iceland: Path, qtbot: QtBot
) -> None:
    theirs = iceland / "b.png.xmp"
    carry_out(opened(window, session, qtbot), qtbot)
    theirs.write_bytes(theirs.read_bytes().replace(b"<rdf:li>espresso", b"<rdf:li>mine</rdf:li><rdf:li>espresso"))
    dialog = opened(window, session, qtbot)
    radio(dialog, "Take away").setChecked(True)
    assert not dialog.findChild(QSpinBox).isEnabled()
    told = carry_out(dialog, qtbot, "Take away")
    assert sidecars(iceland) == {"b.png.xmp": ("mine",)}
    assert "The tags of 3 pictures were taken away." in told


def test_refusals_are_listed_and_copied(dialog: TagDialog, iceland: Path, qtbot: QtBot) -> None:
    (iceland / "a.png.xmp").write_text("no XMP")
    (iceland / "b.png").unlink()
    told = carry_out(dialog, qtbot)
    assert "1 picture was tagged." in told
    assert "2 could not be changed:" in told
    button(dialog, "Copy list").click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split(": ")[0] for line in lines] == [str(iceland / "a.png"), str(iceland / "b.png")]
    assert "no longer there" in lines[1]
    assert (iceland / "a.png.xmp").read_text() == "no XMP"


def test_a_list_without_end_is_cut_and_says_so(
    dialog: TagDialog, iceland: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(copied_lines, "MOST", 1)
    for name in "abc":
        (iceland / f"{name}.png").unlink()
    carry_out(dialog, qtbot)
    assert dialog.findChild(QPlainTextEdit).toPlainText().splitlines()[1:] == ["and 2 more"]


def test_a_journal_that_another_holds_is_said_and_can_be_tried_again(
    dialog: TagDialog, session: Session, iceland: Path, qtbot: QtBot
) -> None:
    with Journal(session.places.tags):
        button(dialog, "Write tags").click()
        qtbot.waitUntil(lambda: "Another Whatsit is writing tags." in shown_words(dialog))
    assert sidecars(iceland) == {}
    carry_out(dialog, qtbot)
    assert len(sidecars(iceland)) == 3


def test_a_journal_that_was_damaged_is_told(window: MainWindow, session: Session, iceland: Path, qtbot: QtBot) -> None:
    session.places.tags.write_bytes(b"no database" * 1000)
    told = carry_out(opened(window, session, qtbot), qtbot)
    assert "was damaged; it lies at" in told
    assert len(sidecars(iceland)) == 3


def test_stopping_leaves_whole_sidecars_and_says_that_it_can_go_on(
    window: MainWindow,
    dialog: TagDialog,
    session: Session,
    iceland: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    gate, tag = Gate(), tag_steps.tag
    monkeypatch.setattr("app.results.tags.tagging.EVERY", 0.0)
    seen: list[TagStep] = []

    def held(outcomes: Iterable, *words: object, is_over: Callable[[], bool]) -> Iterator[TagStep]:
        for step in tag(outcomes, *words, is_over=is_over):
            seen.append(step)
            yield step
            gate.pass_through()

    monkeypatch.setattr(tag_steps, "tag", held)
    gate.close()
    button(dialog, "Write tags").click()
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    gate.open()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert notices[-1].words == "Tagging was stopped. What was written stays, and doing the same again goes on."
    assert sidecars(iceland) == {"a.png.xmp": ("espresso",)}
    monkeypatch.setattr(tag_steps, "tag", tag)
    told = carry_out(opened(window, session, qtbot), qtbot)
    assert "2 pictures were tagged." in told
    assert "1 had the right tags already." in told
