"""The heat map of the current picture: asked, shown, kept, dropped when late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.desktop.heat import KEPT_MOST, Heat
from app.desktop.intake import Files
from app.desktop.session import Session
from app.steps import JobError, Trouble
from app.values import Classified, ImageRef

from .stub import StubMaps, StubPipeline, classified

Maker = Callable[..., list[Path]]
ESPRESSO, TENCH = 967, 0


@pytest.fixture
def heat(running: Session, maps: StubMaps, pictures: Maker, qtbot: QtBot) -> Heat:
    """Of two pictures that are answered, the first of them is shown."""
    take(running, qtbot, *pictures("a.png", "b.png"))
    return running.heat


def take(session: Session, qtbot: QtBot, *paths: Path) -> None:
    before = session.pictures.rowCount()
    session.take_in(Files(paths))
    qtbot.waitUntil(lambda: session.pictures.rowCount() == before + len(paths) and not session.progress.busy)
    qtbot.waitUntil(lambda: isinstance(session.current.outcome, Classified))


def is_shown(heat: Heat, name: str, index: int) -> Callable[[], bool]:
    return lambda: heat.shown is not None and (heat.shown.ref.path.name, heat.shown.index) == (name, index)


def test_nothing_is_asked_before_somebody_wants_it(heat: Heat, maps: StubMaps) -> None:
    assert not heat.is_wanted
    assert (heat.index, heat.shown, heat.words, maps.asked) == (None, None, "", [])


def test_the_likeliest_class_is_explained(heat: Heat, maps: StubMaps, qtbot: QtBot) -> None:
    heat.want(True)
    assert heat.index == ESPRESSO
    qtbot.waitUntil(is_shown(heat, "a.png", ESPRESSO))
    assert heat.words == ""
    heat.want(False)
    assert (heat.index, heat.shown) == (None, None)


def test_a_chosen_class_is_explained_and_chosen_again_it_is_no_more(heat: Heat, qtbot: QtBot) -> None:
    heat.choose(TENCH)
    qtbot.waitUntil(is_shown(heat, "a.png", TENCH))
    heat.choose(1)
    qtbot.waitUntil(is_shown(heat, "a.png", 1))
    heat.choose(1)
    assert not heat.is_wanted


def test_another_picture_gets_the_map_of_its_own_likeliest_class(
    heat: Heat, running: Session, maps: StubMaps, qtbot: QtBot
) -> None:
    heat.choose(TENCH)
    qtbot.waitUntil(is_shown(heat, "a.png", TENCH))
    running.show_row(1)
    assert heat.shown is None
    qtbot.waitUntil(is_shown(heat, "b.png", ESPRESSO))
    running.show_row(-1)
    assert (heat.index, heat.shown) == (None, None)
    assert heat.is_wanted


def test_a_map_that_was_made_is_kept(heat: Heat, running: Session, maps: StubMaps, qtbot: QtBot) -> None:
    heat.want(True)
    for row, name in ((1, "b.png"), (0, "a.png"), (1, "b.png")):
        qtbot.waitUntil(lambda: heat.shown is not None)
        running.show_row(row)
        qtbot.waitUntil(is_shown(heat, name, ESPRESSO))
    assert maps.asked == [("a.png", ESPRESSO), ("b.png", ESPRESSO)]


def test_no_more_are_kept_than_are_looked_at(heat: Heat, qtbot: QtBot) -> None:
    for index in range(KEPT_MOST + 2):
        heat.choose(index)
        qtbot.waitUntil(is_shown(heat, "a.png", index))
    assert len(heat._kept) == KEPT_MOST


def test_a_late_map_is_dropped(heat: Heat, running: Session, maps: StubMaps, qtbot: QtBot) -> None:
    maps.is_stubborn = True
    maps.making.close()
    heat.want(True)
    qtbot.waitUntil(lambda: len(maps.asked) == 1)
    running.show_row(1)
    maps.making.open()
    qtbot.waitUntil(is_shown(heat, "b.png", ESPRESSO))
    assert heat.shown.ref.path.name == "b.png"
    assert len(heat._kept) == 1, "the late one is neither shown nor taken for another"


def test_a_map_that_nobody_wants_any_more_holds_nobody_up(
    heat: Heat, running: Session, maps: StubMaps, pictures: Maker, qtbot: QtBot
) -> None:
    maps.making.close()
    heat.want(True)
    qtbot.waitUntil(lambda: len(maps.asked) == 1)
    heat.want(False)
    take(running, qtbot, *pictures("c.png"))
    assert not maps.making._open.is_set()


def test_a_picture_without_an_answer_yet_is_explained_when_it_has_one(
    heat: Heat, running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    heat.want(True)
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("c.png"))))
    qtbot.waitUntil(lambda: running.current.name == "c.png")
    assert (heat.index, heat.shown, heat.words) == (None, None, "")
    pipeline.answering.open()
    qtbot.waitUntil(is_shown(heat, "c.png", ESPRESSO))


def test_a_picture_without_a_file_is_explained(heat: Heat, running: Session, pictures: Maker, qtbot: QtBot) -> None:
    data = pictures("d.png")[0].read_bytes()
    running.take_data(data, "Pasted picture")
    heat.want(True)
    qtbot.waitUntil(is_shown(heat, "Pasted picture", ESPRESSO))
    assert heat.shown.ref.data == data


def test_a_picture_that_is_not_on_the_list_is_explained(heat: Heat, running: Session, qtbot: QtBot) -> None:
    heat.want(True)
    running.exhibit(classified(ImageRef(Path("row.png"))))
    qtbot.waitUntil(is_shown(heat, "row.png", ESPRESSO))
    running.end_exhibition()
    qtbot.waitUntil(is_shown(heat, "a.png", ESPRESSO))


def test_while_it_takes_long_that_is_said(heat: Heat, maps: StubMaps, qtbot: QtBot) -> None:
    maps.making.close()
    heat.want(True)
    assert heat.words == "", "a quick map needs no words"
    with qtbot.waitSignal(heat.changed):
        pass
    assert heat.words == "The heat map is being made…"
    maps.making.open()
    qtbot.waitUntil(is_shown(heat, "a.png", ESPRESSO))
    assert heat.words == ""


def test_an_answer_of_another_model_is_not_explained_by_this_one(heat: Heat, running: Session, maps: StubMaps) -> None:
    running.exhibit(classified(ImageRef(Path("row.png")), model="mine/cats"))
    heat.want(True)
    assert heat.words == "This answer is of mine/cats. To see why, choose that model, or classify the picture again."
    assert (heat.shown, maps.asked) == (None, [])


@pytest.mark.parametrize(
    ("relevance", "words"),
    [
        (bytes(16), "Nothing in the picture speaks for “espresso”."),
        (b"", "There are no heat maps of this model: it has no layer that knows places."),
    ],
)
def test_where_there_is_nothing_to_be_seen_that_is_said(
    relevance: bytes, words: str, heat: Heat, maps: StubMaps, qtbot: QtBot
) -> None:
    maps.relevance = relevance
    heat.want(True)
    qtbot.waitUntil(lambda: heat.words == words)
    assert heat.shown is None


def test_a_picture_that_cannot_be_read_any_more_says_why(heat: Heat, running: Session, qtbot: QtBot) -> None:
    running.exhibit(classified(ImageRef(Path("bad.png"))))
    heat.want(True)
    qtbot.waitUntil(lambda: heat.words == "There is no heat map: the file is cut off.")


def test_a_job_that_fails_says_why_and_is_tried_again_when_it_is_wanted_again(
    heat: Heat, maps: StubMaps, qtbot: QtBot
) -> None:
    maps.error = JobError(Trouble.DEVICE_LOST, "cuda:0")
    heat.want(True)
    qtbot.waitUntil(lambda: heat.words.startswith("The device stopped working"))
    assert len(maps.asked) == 1
    maps.error = None
    heat.want(False)
    heat.want(True)
    qtbot.waitUntil(is_shown(heat, "a.png", ESPRESSO))


@pytest.mark.usefixtures("caplog")  # it is logged
def test_what_nobody_foresaw_is_a_sentence_too(heat: Heat, maps: StubMaps, qtbot: QtBot) -> None:
    maps.raises = ZeroDivisionError("a slip")
    heat.want(True)
    qtbot.waitUntil(lambda: "Something went wrong inside Whatsit" in heat.words)


def test_another_network_is_asked_anew(heat: Heat, running: Session, maps: StubMaps, qtbot: QtBot) -> None:
    heat.want(True)
    qtbot.waitUntil(is_shown(heat, "a.png", ESPRESSO))
    with qtbot.waitSignal(running.model_changed):
        running.change_settings(replace(running.settings, device="cpu"))
    assert heat.shown is None
    qtbot.waitUntil(is_shown(heat, "a.png", ESPRESSO))
    assert len(maps.asked) == 2


def test_it_goes_before_a_long_list(
    heat: Heat, running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.rests_after = 3
    running.take_in(Files(tuple(pictures(*(f"{number}.png" for number in range(9))))))
    qtbot.waitUntil(lambda: len(pipeline.answered) == 3)
    running.show_row(0)
    heat.want(True)
    pipeline.rests_after = 4
    pipeline.answering.open()
    qtbot.waitUntil(is_shown(heat, "a.png", ESPRESSO))
    assert len(pipeline.answered) < 11
    pipeline.answering.open()
    qtbot.waitUntil(lambda: not running.progress.busy)


def test_closing_gives_it_up(heat: Heat, maps: StubMaps, qtbot: QtBot) -> None:
    maps.making.close()
    heat.want(True)
    qtbot.waitUntil(lambda: len(maps.asked) == 1)
    assert heat.close() == []  # and the fixture waits for the worker
