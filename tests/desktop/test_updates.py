"""When the publisher is asked for a newer version, and when not."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app import __version__
from app.desktop.notice import Notice, Offer
from app.desktop.recent import Recent
from app.desktop.session import Session
from app.desktop.tasks import Task
from app.desktop.updates import DAY, Updates
from app.publisher import Publisher
from app.release import Release, UpdateError, UpdateTrouble
from app.settings import Settings
from app.steps import JobError, Trouble

from .conftest import wait
from .publishing import NEWER, PUBLISHER, Answers, Deaf
from .stub import StubPipeline

Start = Callable[..., Updates]


@pytest.fixture
def deaf() -> Iterator[Deaf]:
    deaf = Deaf()
    yield deaf
    deaf.close()


@pytest.fixture
def start(session: Session, qtbot: QtBot) -> Iterator[Start]:
    """Starts the session as the program does, with these settings, and waits until all was asked and answered."""
    made: list[Updates] = []

    def start(publisher: Publisher = PUBLISHER, *, ends: bool = True, **choices: bool) -> Updates:
        session.settings = replace(session.settings, **choices)
        made.append(Updates(session, publisher))
        if not session.ready:
            with qtbot.waitSignal(session.model_changed):
                session.start()
        else:
            session.model_changed.emit()
        if ends:
            qtbot.waitUntil(lambda: not made[-1]._tasks.busy)
        return made[-1]

    yield start
    for updates in made:
        wait(updates.close())


def again(session: Session) -> None:
    """What the next sitting knows of this one."""
    session.recent = Recent(session.places.window, True, session)


def test_nothing_is_asked_unless_a_person_wants_it(start: Start, answers: Answers, notices: list[Notice]) -> None:
    start()
    assert answers.asked == []
    assert notices == []
    assert not Settings().updates


def test_one_question_at_the_start_and_a_calm_notice(start: Start, answers: Answers, notices: list[Notice]) -> None:
    start(updates=True)
    assert answers.asked == [PUBLISHER.update_address]
    (notice,) = notices
    assert notice == Notice(
        f"There is a newer version, Whatsit 99.0.0. This is {__version__}.",
        offer=Offer.PAGE,
        page=NEWER.page,
        is_calm=True,
    )
    assert not notice.is_passing


def test_another_model_is_no_other_start(start: Start, answers: Answers, session: Session, qtbot: QtBot) -> None:
    updates = start(updates=True)
    session.recent.keep("updates_asked", 0.0)
    with qtbot.waitSignal(session.model_changed):
        session.change_settings(replace(session.settings, device="cpu"))
    qtbot.waitUntil(lambda: session.ready is not None and not updates._tasks.busy)
    assert len(answers.asked) == 1


@pytest.mark.parametrize("publisher", [Publisher(), PUBLISHER])
def test_offline_wins(start: Start, answers: Answers, publisher: Publisher) -> None:
    updates = start(publisher, updates=True, offline=True)
    assert answers.asked == []
    assert not updates.is_allowed


def test_without_an_address_nobody_is_asked(start: Start, answers: Answers) -> None:
    updates = start(Publisher(), updates=True)
    assert answers.asked == []
    assert not updates.is_offered


@pytest.mark.parametrize("choices", [{}, {"updates": True, "offline": True}])
def test_not_even_a_connection_is_made(start: Start, deaf: Deaf, qtbot: QtBot, choices: dict[str, bool]) -> None:
    start(deaf.publisher, **choices)
    qtbot.wait(50)
    assert deaf.asked == 0


def test_nobody_is_asked_before_the_model_is_there(
    session: Session, pipeline: StubPipeline, answers: Answers, qtbot: QtBot
) -> None:
    pipeline.loading.close()
    session.settings = Settings(updates=True)
    updates = Updates(session, PUBLISHER)
    session.start()
    qtbot.waitUntil(lambda: len(pipeline.jobs) == 1)
    session.model_changed.emit()  # it is still loading
    assert not updates._tasks.busy
    pipeline.loading.open()
    qtbot.waitUntil(lambda: len(answers.asked) == 1)
    wait(updates.close())


@pytest.mark.usefixtures("caplog")  # the failure is logged
def test_a_model_that_cannot_be_loaded_may_be_mended_by_a_newer_version(
    start: Start, pipeline: StubPipeline, answers: Answers
) -> None:
    pipeline.error = JobError(Trouble.WEIGHTS_DAMAGED)
    start(updates=True)
    assert len(answers.asked) == 1


def test_once_a_day_whatever_came_of_it(
    start: Start, answers: Answers, session: Session, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers.answer = UpdateError(UpdateTrouble.UNREACHABLE)
    start(updates=True)
    again(session)
    start()
    assert len(answers.asked) == 1
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + DAY + 1)
    again(session)
    start()
    assert len(answers.asked) == 2


@pytest.mark.parametrize(
    "kept",
    [time.time() + 9 * DAY, "yesterday", None, [], -1, float("nan"), float("inf"), 10**400],
    ids=lambda kept: str(kept)[:9],
)
def test_a_clock_that_was_set_back_or_a_damaged_time_stops_nothing(
    start: Start, answers: Answers, session: Session, kept: object
) -> None:
    session.recent.keep("updates_asked", kept)
    start(updates=True)
    assert len(answers.asked) == 1
    again(session)
    start()
    assert len(answers.asked) == 1


def test_where_the_time_cannot_be_kept_nobody_is_asked_at_each_start(
    start: Start, answers: Answers, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    session.places.window.parent.parent.mkdir(parents=True, exist_ok=True)
    session.places.window.parent.write_text("a file in the way")
    start(updates=True)
    assert answers.asked == []
    assert "could not be saved" in caplog.text


def test_a_version_is_told_once(start: Start, answers: Answers, session: Session, notices: list[Notice]) -> None:
    start(updates=True)
    for version, told in (("99.0.0", 1), ("99.0.1", 2), ("99.0.1", 2)):
        again(session)
        session.recent.keep("updates_asked", 0.0)
        answers.answer = Release(version, NEWER.page)
        start()
        assert len(notices) == told


@pytest.mark.parametrize("version", [__version__, "0.0.1"])
def test_the_same_version_or_an_older_one_is_not_told(
    start: Start, answers: Answers, notices: list[Notice], version: str
) -> None:
    answers.answer = Release(version, NEWER.page)
    start(updates=True)
    assert len(answers.asked) == 1
    assert notices == []


def test_a_failure_at_the_start_is_logged_and_not_said(
    start: Start, answers: Answers, notices: list[Notice], caplog: pytest.LogCaptureFixture
) -> None:
    answers.answer = UpdateError(UpdateTrouble.REFUSED, "404\x1b")
    start(updates=True)
    assert notices == []
    assert r"there is no answer at the address (404\x1b)" in caplog.text


def test_so_is_something_unforeseen(
    start: Start, answers: Answers, notices: list[Notice], caplog: pytest.LogCaptureFixture
) -> None:
    answers.answer = ZeroDivisionError("1/0")
    start(updates=True)
    assert notices == []
    assert "ZeroDivisionError" in caplog.text


def asked(updates: Updates, qtbot: QtBot) -> Release | UpdateError:
    """What comes of asking at once."""
    came: list[Release | UpdateError] = []
    task = updates.ask()
    task.stepped.connect(came.append)
    task.start()
    qtbot.waitUntil(lambda: not updates._tasks.busy)
    (answer,) = came
    return answer


def test_asking_at_once_counts_for_the_day(
    start: Start, answers: Answers, session: Session, qtbot: QtBot, notices: list[Notice]
) -> None:
    assert asked(start(), qtbot) == NEWER
    again(session)
    start(updates=True)
    assert len(answers.asked) == 1
    assert notices == []


def test_a_library_that_is_missing_is_an_answer(start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "app.updates", None)
    answer = asked(start(), qtbot)
    assert isinstance(answer, UpdateError)
    assert answer.trouble is UpdateTrouble.LIBRARY_BROKEN


def test_the_computer_is_not_kept_awake_for_it(start: Start, deaf: Deaf, session: Session, qtbot: QtBot) -> None:
    updates = start(deaf.publisher, ends=False, updates=True)
    qtbot.waitUntil(lambda: deaf.asked == 1)
    qtbot.waitUntil(lambda: not (session.tasks.busy or session.busy))  # what the start looks for may still be coming
    assert updates._tasks.busy


def test_choosing_offline_ends_what_is_under_way(start: Start, deaf: Deaf, session: Session, qtbot: QtBot) -> None:
    updates = start(deaf.publisher, ends=False, updates=True)
    qtbot.waitUntil(lambda: deaf.asked == 1)
    with qtbot.waitSignal(updates.changed):
        session.change_settings(replace(session.settings, offline=True))
    qtbot.waitUntil(lambda: not updates._tasks.busy, timeout=2000)
    assert deaf.asked == 1


def test_closing_does_not_wait_for_an_answer(start: Start, deaf: Deaf, qtbot: QtBot) -> None:
    updates = start(deaf.publisher, ends=False, updates=True)
    qtbot.waitUntil(lambda: deaf.asked == 1)
    begun = time.monotonic()
    (thread,) = updates.close()
    assert isinstance(thread, Task)
    assert thread.wait(2000)
    assert time.monotonic() - begun < 2
