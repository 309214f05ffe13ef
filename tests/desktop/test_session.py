"""What a person does to the session, and what the session makes of it."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.desktop.intake import Bitmap, Files, Found
from app.desktop.notice import Notice, Offer
from app.desktop.pictures_model import State
from app.desktop.session import HASTEN_AFTER, Session
from app.policy import Policy
from app.settings import Settings, load_settings, save_settings
from app.steps import JobError, Trouble
from app.values import Classified, Device, DeviceState, ImageRef

from .stub import Gate, StubPipeline

Maker = Callable[..., list[Path]]


def states(session: Session) -> list[State]:
    pictures = session.pictures
    return [entry.state for row in range(pictures.rowCount()) if (entry := pictures.entry(row))]


def names(session: Session) -> list[str]:
    return [session.pictures.entry(row).name for row in range(session.pictures.rowCount())]


def idle(session: Session) -> Callable[[], bool]:
    return lambda: session.pictures.rowCount() > 0 and State.WAITING not in states(session)


def test_a_picture_is_answered_and_shown(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    running.take_in(Files(tuple(pictures("cup.png"))))
    qtbot.waitUntil(idle(running))
    assert states(running) == [State.CLASSIFIED]
    assert running.current.name == "cup.png"
    assert running.predictions.answer.predictions[0].label == "espresso"
    assert running.predictions.rowCount() == Settings().top_k
    qtbot.waitUntil(lambda: not running.progress.busy)


def test_a_picture_dropped_before_the_network_is_ready_waits(
    session: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.loading.close()
    session.start()
    session.take_in(Files(tuple(pictures("cup.png"))))
    qtbot.waitUntil(lambda: session.pictures.rowCount() == 1)
    assert states(session) == [State.WAITING]
    assert session.ready is None
    assert session.progress.busy
    pipeline.loading.open()
    qtbot.waitUntil(idle(session))
    assert states(session) == [State.CLASSIFIED]
    assert session.ready.model.key == "builtin"


def test_a_picture_dropped_before_the_first_painting_waits_too(session: Session, pictures: Maker, qtbot: QtBot) -> None:
    session.take_in(Files(tuple(pictures("cup.png"))))
    qtbot.waitUntil(lambda: session.pictures.rowCount() == 1)
    session.start()
    qtbot.waitUntil(idle(session))


def test_a_broken_picture_is_one_row(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    running.take_in(Files(tuple(pictures("a.png", "bad.png", "c.png"))))
    qtbot.waitUntil(idle(running))
    assert states(running) == [State.CLASSIFIED, State.FAILED, State.CLASSIFIED]
    assert running.pictures.count(State.FAILED) == 1


def test_the_first_of_what_came_is_shown(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    running.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(idle(running))
    assert running.current.name == "a.png"
    running.take_in(Files(tuple(pictures("c.png", "d.png"))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 4)
    assert running.current.name == "c.png"


def test_a_picture_that_comes_again_keeps_its_row(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    a, b = pictures("a.png", "b.png")
    running.take_in(Files((a, b)))
    qtbot.waitUntil(idle(running))
    running.show_row(1)
    running.take_in(Files((a,)))
    qtbot.waitUntil(lambda: running.current.name == "a.png")
    qtbot.waitUntil(idle(running))
    assert names(running) == ["a.png", "b.png"]


def test_what_came_last_is_answered_first(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("a.png", "b.png", "c.png"))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 3)
    running.take_in(Files(tuple(pictures("urgent.png"))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 4)
    pipeline.answering.open()
    qtbot.waitUntil(idle(running))
    assert pipeline.answered.index("urgent.png") <= 1  # one may have been under way


def test_removing_the_current_picture_shows_its_neighbour(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    running.take_in(Files(tuple(pictures("a.png", "b.png", "c.png"))))
    qtbot.waitUntil(idle(running))
    running.show_row(1)
    running.remove([1])
    assert running.current.name == "c.png"
    running.remove([1])
    assert running.current.name == "a.png"
    running.remove([0])
    assert running.current is None
    assert running.predictions.rowCount() == 0


def test_a_removal_can_be_undone_and_done_again(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    running.take_in(Files(tuple(pictures("a.png", "bad.png", "c.png"))))
    qtbot.waitUntil(idle(running))
    running.remove([0, 1])
    assert names(running) == ["c.png"]
    running.removals.undo()
    assert names(running) == ["a.png", "bad.png", "c.png"]
    assert states(running) == [State.CLASSIFIED, State.FAILED, State.CLASSIFIED]
    assert running.current.name == "a.png"
    running.removals.redo()
    assert names(running) == ["c.png"]


def test_what_still_waited_when_the_list_was_cleared_waits_again(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 2)
    running.clear()
    assert not running.progress.busy
    running.removals.undo()
    assert states(running) == [State.WAITING, State.WAITING]
    pipeline.answering.open()
    qtbot.waitUntil(lambda: states(running) == [State.CLASSIFIED, State.CLASSIFIED])


def test_undoing_what_does_not_wait_asks_for_nothing(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    """Not even for a network: one that failed would fail again, with another notice."""
    running.take_in(Files(tuple(pictures("a.png"))))
    qtbot.waitUntil(idle(running))
    before = len(pipeline.jobs)
    running.remove([0])
    running.removals.undo()
    qtbot.wait(30)
    assert len(pipeline.jobs) == before
    assert states(running) == [State.CLASSIFIED]


def test_undoing_leaves_alone_what_has_come_again_meanwhile(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    a, b = pictures("a.png", "b.png")
    pipeline.answering.close()
    running.take_in(Files((a, b)))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 2)
    running.clear()
    pipeline.answering.open()
    running.take_in(Files((a,)))
    qtbot.waitUntil(lambda: states(running) == [State.CLASSIFIED])
    pipeline.answering.close()
    running.removals.undo()
    running.stop()
    qtbot.waitUntil(lambda: not running.progress.busy)
    assert dict(zip(names(running), states(running), strict=True)) == {
        "a.png": State.CLASSIFIED,
        "b.png": State.STOPPED,
    }


@pytest.fixture
def stopped_and_taken(
    running: Session, pipeline: StubPipeline, pictures: Maker, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    """A picture that a person stopped, one that a failure took, and a pipeline that works again; the log has it."""
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("stopped.png"))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 1)
    running.stop()
    qtbot.waitUntil(idle(running))
    pipeline.error = JobError(Trouble.DEVICE_LOST, "cuda:0")
    pipeline.answering.open()
    running.take_in(Files(tuple(pictures("taken.png"))))
    qtbot.waitUntil(lambda: running.trouble is not None)
    pipeline.error = None


@pytest.mark.usefixtures("stopped_and_taken")
def test_a_failure_brings_back_what_it_took_and_not_what_a_person_stopped(running: Session, qtbot: QtBot) -> None:
    assert states(running) == [State.STOPPED, State.STOPPED]
    running.change_settings(replace(running.settings, device="cpu"))
    qtbot.waitUntil(lambda: states(running) == [State.STOPPED, State.CLASSIFIED])


@pytest.mark.usefixtures("stopped_and_taken")
def test_all_that_was_stopped_can_be_taken_up_after_a_failure(running: Session, qtbot: QtBot) -> None:
    running.retry_stopped()
    qtbot.waitUntil(lambda: states(running) == [State.CLASSIFIED, State.CLASSIFIED])


def test_a_removal_shows_its_neighbour_at_once(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    running.take_in(Files(tuple(pictures("a.png", "b.png", "c.png", "d.png"))))
    qtbot.waitUntil(idle(running))
    shown: list[str] = []
    running.current_changed.connect(lambda: shown.append(running.current.name))
    running.remove([0, 2])
    assert shown == ["b.png"]


def test_only_so_many_removals_are_remembered(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    running.take_in(Files(tuple(pictures(*(f"{number}.png" for number in range(12))))))
    qtbot.waitUntil(idle(running))
    for _ in range(12):
        running.remove([0])
    assert running.removals.count() == 10


def test_clearing_ends_fetches_too(running: Session, qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        running.fetch(QUrl(f"http://127.0.0.1:{silent.getsockname()[1]}/a.jpg"))
        assert running.busy
        running.clear()
        qtbot.waitUntil(lambda: not running.busy)


def test_closing_ends_fetches_too(running: Session, qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        running.fetch(QUrl(f"http://127.0.0.1:{silent.getsockname()[1]}/a.jpg"))
        running.close()
        assert running.fetches.hosts == ()


def test_a_long_listing_is_something_to_stop(running: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def endless(_intake: object, _number: int, is_over: Callable[[], bool]) -> Iterator[Found]:
        while not is_over():
            time.sleep(0.001)
        yield from ()

    monkeypatch.setattr("app.desktop.intakes.gather", endless)
    running.take_in(Files((Path("huge"),)))
    assert running.busy
    running.stop()
    assert not running.busy
    qtbot.waitUntil(lambda: running.intakes.close() == [])


def test_every_removal_says_that_it_can_be_undone(
    running: Session, pictures: Maker, notices: list[Notice], qtbot: QtBot
) -> None:
    running.take_in(Files(tuple(pictures("a.png", "b.png", "c.png"))))
    qtbot.waitUntil(idle(running))
    running.remove([0])
    running.clear()
    assert [notice.offer for notice in notices] == [Offer.UNDO, Offer.UNDO]
    assert notices[0].words.startswith("The picture was taken off the list.")
    assert notices[1].words.startswith("2 pictures were taken off the list.")
    running.clear()
    assert len(notices) == 2, "an empty list has nothing to lose"


def test_the_picture_that_is_looked_at_is_answered_first(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures(*(f"{number}.png" for number in range(9))))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 9)
    running.show_row(7)
    qtbot.wait(HASTEN_AFTER + 50)
    pipeline.answering.open()
    qtbot.waitUntil(idle(running))
    assert pipeline.answered.index("7.png") <= 1, "one may have been under way"
    assert sorted(set(pipeline.answered)) == [f"{number}.png" for number in range(9)]


def test_what_could_not_be_read_is_no_recent_picture(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    bad, good = pictures("bad.png", "good.png")
    running.take_in(Files((bad, good)))
    qtbot.waitUntil(idle(running))
    assert running.recent.paths == [good]


def test_a_folder_is_a_recent_one_and_the_files_beside_it_are_not(
    running: Session, pictures: Maker, tmp_path: Path, qtbot: QtBot
) -> None:
    (picture,) = pictures("a.png")
    running.take_in(Files((picture, tmp_path)))
    qtbot.waitUntil(lambda: running.recent.paths == [tmp_path])
    assert running.runs.shown.roots == (picture, tmp_path)


def test_removing_leaves_the_file_alone(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    (path,) = pictures("a.png")
    running.take_in(Files((path,)))
    qtbot.waitUntil(idle(running))
    running.remove([0])
    assert path.exists()


def test_an_answer_for_a_picture_that_was_removed_is_dropped(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 2)
    running.remove([0])
    pipeline.answering.open()
    qtbot.waitUntil(lambda: not running.progress.busy)
    assert names(running) == ["b.png"]
    assert running.current.name == "b.png"


def test_clearing_forgets_all_and_stops(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 2)
    running.clear()
    assert running.pictures.rowCount() == 0
    assert running.current is None
    assert not running.progress.busy
    pipeline.answering.open()
    qtbot.wait(50)
    assert running.pictures.rowCount() == 0


@pytest.mark.parametrize("ended_by", ["clear", "stop"])
def test_what_a_disk_gives_afterwards_is_dropped(
    running: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, ended_by: str
) -> None:
    disk = Gate()
    disk.close()

    def slow(_intake: object, number: int, _is_over: object) -> Iterator[Found]:
        disk.pass_through()
        yield Found((ImageRef(Path("a.png")),), number)

    monkeypatch.setattr("app.desktop.intakes.gather", slow)
    running.take_in(Files((Path("a.png"),)))
    getattr(running, ended_by)()
    disk.open()
    qtbot.wait(50)
    assert running.pictures.rowCount() == 0


def test_stopping_marks_what_has_no_answer(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 2)
    running.stop()
    assert running.progress.stopping
    qtbot.waitUntil(lambda: not running.progress.busy)
    assert states(running) == [State.STOPPED, State.STOPPED]
    assert not running.progress.stopping


def test_what_was_stopped_can_be_tried_again(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 2)
    running.stop()
    qtbot.waitUntil(lambda: not running.progress.busy)
    pipeline.answering.open()
    running.retry_stopped()
    qtbot.waitUntil(lambda: states(running) == [State.CLASSIFIED, State.CLASSIFIED])


def test_stopping_while_the_network_loads_leaves_it_loading(
    session: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    """Otherwise the status bar would say "Loading…" for ever."""
    pipeline.loading.close()
    session.start()
    session.take_in(Files(tuple(pictures("a.png"))))
    qtbot.waitUntil(lambda: session.pictures.rowCount() == 1)
    session.stop()
    pipeline.loading.open()
    qtbot.waitUntil(lambda: session.ready is not None)
    assert states(session) == [State.STOPPED]


def test_clearing_while_the_network_loads_leaves_it_loading(
    session: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.loading.close()
    session.start()
    session.take_in(Files(tuple(pictures("a.png"))))
    qtbot.waitUntil(lambda: session.pictures.rowCount() == 1)
    session.clear()
    pipeline.loading.open()
    qtbot.waitUntil(lambda: session.ready is not None)


def test_another_device_answers_what_is_still_unanswered(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 2)
    running.change_settings(replace(running.settings, device="cpu"))
    assert running.ready is None
    pipeline.answering.open()
    qtbot.waitUntil(idle(running))
    assert states(running) == [State.CLASSIFIED, State.CLASSIFIED]
    assert pipeline.jobs[-1].device == "cpu"
    assert running.ready is not None


def test_no_answer_of_the_former_model_is_shown_as_one_of_the_new(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("a.png", "b.png", "c.png"))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 3)
    running.change_settings(replace(running.settings, model="timm/other"))
    pipeline.answering.open()
    qtbot.waitUntil(idle(running))
    entries = [running.pictures.entry(row) for row in range(3)]
    assert [entry.outcome.model for entry in entries] == ["timm/other"] * 3


def answer_two(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    """Take two pictures in, and wait for their answers and for what follows them."""
    running.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(lambda: states(running) == [State.CLASSIFIED] * 2)
    qtbot.waitUntil(idle(running))


def test_another_model_answers_what_the_former_one_had_answered(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    answer_two(running, pictures, qtbot)
    pipeline.answering.close()
    running.change_settings(replace(running.settings, model="timm/other"))
    assert states(running) == [State.WAITING] * 2
    pipeline.answering.open()
    qtbot.waitUntil(idle(running))
    assert [running.pictures.entry(row).outcome.model for row in range(2)] == ["timm/other"] * 2
    jobs = len(pipeline.jobs)
    running.change_settings(replace(running.settings, device="cpu"))
    qtbot.waitUntil(idle(running))
    assert all(not job.refs for job in pipeline.jobs[jobs:]), "the same model answers the same"


def test_another_precision_answers_all_pictures_anew(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    answer_two(running, pictures, qtbot)
    jobs = len(pipeline.jobs)
    running.change_settings(replace(running.settings, precision="fp32"))
    qtbot.waitUntil(idle(running))
    answered = {ref for job in pipeline.jobs[jobs:] if job.precision == "fp32" for ref in job.refs}
    assert len(answered) == 2


def test_a_change_of_looks_loads_nothing(running: Session, pipeline: StubPipeline, qtbot: QtBot) -> None:
    before = len(pipeline.jobs)
    running.change_settings(replace(running.settings, appearance="dark", top_k=7))
    qtbot.wait(30)
    assert len(pipeline.jobs) == before
    assert running.predictions.shown == 7


def test_settings_are_kept(running: Session) -> None:
    running.change_settings(replace(running.settings, top_k=9))
    assert json.loads(running.places.settings.read_text())["top_k"] == 9


def test_nothing_changes_what_is_fixed_and_the_users_own_choice_stays_in_the_file(running: Session) -> None:
    save_settings(running.places.settings, Settings(top_k=9))
    running.policy = Policy(fixed=frozenset({"top_k", "device"}), values=Settings(top_k=3, device="cpu"))
    running.change_settings(Settings("dark", top_k=7, device="cuda"))
    assert running.settings == Settings("dark", top_k=3, device="cpu")
    assert load_settings(running.places.settings) == Settings("dark", top_k=9)


def test_settings_that_cannot_be_written_hold_until_the_end(
    running: Session, notices: list[Notice], caplog: pytest.LogCaptureFixture
) -> None:
    running.places.settings.parent.mkdir(parents=True)
    running.places.settings.mkdir()
    running.change_settings(replace(running.settings, top_k=9))
    assert running.settings.top_k == 9
    assert "until you quit" in notices[0].words


def test_all_bars_that_can_be_asked_for_are_there_at_once(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    """Another top-k needs no second run of the network."""
    running.take_in(Files(tuple(pictures("a.png"))))
    qtbot.waitUntil(idle(running))
    running.change_settings(replace(running.settings, top_k=20))
    assert running.predictions.rowCount() == 20


def test_a_job_that_fails_says_why_once_and_gives_all_up(
    running: Session,
    pipeline: StubPipeline,
    pictures: Maker,
    notices: list[Notice],
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    pipeline.error, pipeline.fails_after = JobError(Trouble.DEVICE_LOST, "cuda:0", "unplugged"), 1
    running.take_in(Files(tuple(pictures("a.png", "b.png", "c.png"))))
    qtbot.waitUntil(lambda: bool(notices))
    assert states(running) == [State.CLASSIFIED, State.STOPPED, State.STOPPED]
    assert not running.progress.busy
    assert running.trouble == pipeline.error
    assert [notice.offer for notice in notices] == [Offer.TRY_AGAIN]
    assert "unplugged" in notices[0].details
    pipeline.error = None
    running.retry_stopped()
    qtbot.waitUntil(lambda: states(running) == [State.CLASSIFIED] * 3)
    assert running.trouble is None


def test_whatever_the_worker_raises_ends_in_a_sentence(
    running: Session,
    pipeline: StubPipeline,
    pictures: Maker,
    notices: list[Notice],
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    pipeline.raises = ZeroDivisionError("1/0")
    running.take_in(Files(tuple(pictures("a.png"))))
    qtbot.waitUntil(lambda: bool(notices))
    assert running.trouble.trouble is Trouble.INTERNAL
    assert "Traceback" not in notices[0].words + notices[0].details


def test_too_little_device_memory_is_said(
    running: Session, pipeline: StubPipeline, pictures: Maker, notices: list[Notice], qtbot: QtBot
) -> None:
    pipeline.backs_off = (Device("cuda:0", "GPU", DeviceState.USABLE), 4)
    running.take_in(Files(tuple(pictures("a.png"))))
    qtbot.waitUntil(idle(running))
    assert "smaller batches" in notices[0].words
    assert running.ready.device.name == "cuda:0"


def test_backing_off_to_the_cpu_is_said(
    running: Session, pipeline: StubPipeline, pictures: Maker, notices: list[Notice], qtbot: QtBot
) -> None:
    pipeline.backs_off = (Device("cpu", "CPU", DeviceState.USABLE), 1)
    running.take_in(Files(tuple(pictures("a.png"))))
    qtbot.waitUntil(idle(running))
    assert "on the CPU" in notices[0].words


def test_a_folder_without_pictures_says_so(
    running: Session, tmp_path: Path, notices: list[Notice], qtbot: QtBot
) -> None:
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "notes.txt").write_text("no picture")
    running.take_in(Files((tmp_path / "some",)))
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].words == "There are no pictures in “some”."
    assert notices[0].details == ".txt: 1"


def test_what_breaks_while_listing_is_said(
    running: Session,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    notices: list[Notice],
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no list today")

    monkeypatch.setattr("app.desktop.intakes.gather", broken)
    running.take_in(Files((tmp_path,)))
    qtbot.waitUntil(lambda: bool(notices))
    assert "no list today" in notices[0].details


def test_a_bitmap_is_a_picture_without_a_file(running: Session, qtbot: QtBot) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill("red")
    running.take_in(Bitmap(image, "Pasted picture"))
    qtbot.waitUntil(idle(running))
    assert running.current.ref.data.startswith(b"\x89PNG")
    assert isinstance(running.current.outcome, Classified)
    assert running.recent.paths == []


def test_pictures_taken_in_are_recent_ones(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    paths = pictures("a.png", "b.png")
    running.take_in(Files(tuple(paths)))
    qtbot.waitUntil(idle(running))
    assert running.recent.paths == paths[::-1] or running.recent.paths == paths


def test_without_history_nothing_is_remembered(running: Session, pictures: Maker, qtbot: QtBot) -> None:
    running.take_in(Files(tuple(pictures("a.png"))))
    qtbot.waitUntil(idle(running))
    running.change_settings(replace(running.settings, history=False))
    assert running.recent.paths == []
    running.take_in(Files(tuple(pictures("b.png"))))
    qtbot.waitUntil(idle(running))
    assert running.recent.paths == []
    assert "png" not in running.places.window.read_text()


def test_classifying_again_reads_the_file_anew(
    running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    running.take_in(Files(tuple(pictures("a.png"))))
    qtbot.waitUntil(idle(running))
    running.retry([0])
    assert states(running) == [State.WAITING]
    qtbot.waitUntil(idle(running))
    assert pipeline.answered == ["a.png", "a.png"]


def test_the_settings_may_name_a_model_that_is_gone(session: Session) -> None:
    session.change_settings(replace(session.settings, model="gone"))
    assert session.model is None


def test_closing_in_the_middle_ends_every_thread(
    running: Session, pipeline: StubPipeline, pictures: Maker, tmp_path: Path, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures(*(f"{number}.png" for number in range(40))))))
    running.runs.start((tmp_path,))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 40)
    threads = running.close()
    assert all(thread.wait(3000) for thread in threads)


def test_a_session_that_never_started_closes(session: Session) -> None:
    assert all(thread.wait(3000) for thread in session.close())
