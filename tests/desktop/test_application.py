"""The program around the window: what it starts, what it hears of, and that everything ends.

It runs in the application of these tests; `tests/stories` runs it in a process of its own.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.desktop import application as application_module
from app.desktop.application import Program
from app.desktop.crash_reports import CrashReports
from app.desktop.folder_run import RunState
from app.desktop.meeting import Standing, meeting_point, start_lock
from app.desktop.notice_bar import NoticeBar
from app.desktop.start import Start
from app.paths import user_places
from app.policy import FREE, Policy
from app.settings import Settings

from .publishing import Deaf
from .stub import StubPipeline, small_picture


@pytest.fixture
def surroundings() -> Iterator[None]:
    """What a program sets for its process is set back."""
    hook, was_enabled = sys.excepthook, faulthandler.is_enabled()
    yield
    sys.excepthook = hook
    if was_enabled:
        faulthandler.enable(sys.__stderr__)


def new_program(qapp: QApplication, policy: Policy = FREE) -> Program:
    places = user_places()
    reports = CrashReports(places.crashes)
    reports.watch()
    return Program(qapp, Start(places, policy.applied(Settings()), policy), reports)


@pytest.fixture
def policy() -> Policy:
    """What is fixed; a test of it gives another."""
    return FREE


@pytest.fixture
def program(
    qapp: QApplication,
    surroundings: None,
    pipeline: StubPipeline,
    policy: Policy,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> Iterator[Program]:
    monkeypatch.setattr(qapp, "quit", lambda: None, raising=False)
    program = new_program(qapp, policy)
    qtbot.addWidget(program.window)
    yield program
    pipeline.loading.open()
    pipeline.answering.open()
    program.end()
    program.theme.deleteLater()
    program.deleteLater()


def notice_words(program: Program) -> str:
    bar = program.window.findChild(NoticeBar)
    return "\n".join(label.text() for label in bar.findChildren(QLabel)) if bar.isVisible() else ""


def test_the_network_loads_only_after_the_first_painting(
    program: Program, pipeline: StubPipeline, qtbot: QtBot
) -> None:
    qtbot.wait(30)
    assert pipeline.jobs == []
    program.window.show()
    qtbot.waitUntil(lambda: program.session.ready is not None)
    assert len(pipeline.jobs) == 1


def test_the_dialogs_load_only_after_the_network(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[bool] = []
    monkeypatch.setattr(program._later_parts, "begin", lambda: begun.append(program.session.ready is not None))
    program.window.show()
    qtbot.waitUntil(lambda: bool(begun))
    assert all(begun)


CRASHING = """
import faulthandler
from app.desktop import application
class Crash:
    def __init__(self, *_):
        faulthandler._sigsegv()
application.new_application = Crash
from app.desktop.start import Start
from app.paths import user_places
application.open_window([], Start(user_places()))
"""


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_crash_of_qts_own_start_leaves_a_report() -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", CRASHING], cwd=root, capture_output=True, check=False)
    assert done.returncode == -signal.SIGSEGV
    report = CrashReports(user_places().crashes).earlier
    assert report is not None
    assert "Segmentation fault" in report.read_text()


BROKEN = """
import sys
from app.cli.main import main
from app.desktop import application
def broken(*_):
    raise RuntimeError("no such widget")
application.MainWindow = broken
sys.exit(main([]))
"""


def test_a_window_that_cannot_be_built_is_no_crash() -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", BROKEN], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "no such widget" in done.stderr
    assert "QThread" not in done.stderr


NO_LABELS = """
import sys
from app.cli.main import main
from app.desktop import application
from app.models import builtin
from app.steps import JobFailure, Trouble
def missing(_name):
    raise JobFailure(Trouble.WEIGHTS_MISSING, "imagenet1k.tsv")
builtin.read_labels = missing
class Told(application.Program):
    def __init__(self, *parts):
        super().__init__(*parts)
        self.session.noticed.connect(lambda notice: (print(notice.words), self.window.close()))
application.Program = Told
sys.exit(main([]))
"""


def test_a_window_without_models_says_what_is_missing() -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", NO_LABELS], cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "imagenet1k.tsv" in done.stdout


def test_an_earlier_crash_is_offered_once(
    qapp: QApplication, surroundings: None, pipeline: StubPipeline, qtbot: QtBot
) -> None:
    crashes = user_places().crashes
    crashes.mkdir(parents=True)
    (crashes / "new-crash-1.txt").write_text("Whatsit\nSegmentation fault in <b>something</b>\n")
    program = new_program(qapp)
    qtbot.addWidget(program.window)
    program.window.show()
    qtbot.waitUntil(lambda: "ended unexpectedly" in notice_words(program))
    program.end()
    assert [path.name for path in crashes.iterdir()] == ["seen-crash-1.txt"]
    program.theme.deleteLater()
    program.deleteLater()


@pytest.mark.parametrize("log", [None, Path("whatsit.log")])
def test_an_unforeseen_exception_is_said_and_logged(
    program: Program,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    log: Path | None,
) -> None:
    monkeypatch.setattr("app.desktop.wording.kept_log", lambda: log)
    program.window.show()
    qtbot.waitUntil(lambda: program.session.ready is not None)
    error = ZeroDivisionError("1/0")
    sys.excepthook(ZeroDivisionError, error, None)
    assert "Something went wrong inside Whatsit." in notice_words(program)
    assert ("The log has the details." in notice_words(program)) == bool(log)
    assert "ZeroDivisionError" in caplog.text


def test_it_says_that_another_window_did_not_answer(program: Program, qtbot: QtBot) -> None:
    program.window.show()
    program.stand(Standing(is_unanswered=True))
    assert "Another window of Whatsit does not answer" in notice_words(program)


@pytest.mark.skipif(os.name == "nt", reason="a folder with modes")
def test_the_first_holds_the_others_up_until_its_network_was_tried(program: Program, qtbot: QtBot) -> None:
    point = meeting_point(user_places().results.parent, os.environ)
    program.window.show()
    program.stand(Standing(point=point, lock=start_lock(point.lock)))
    assert os.path.exists(point.server)
    assert start_lock(point.lock) is None
    qtbot.waitUntil(lambda: program.session.ready is not None)
    lock = start_lock(point.lock)
    assert lock is not None
    lock.release()
    program.window.close()
    assert not os.path.exists(point.server), "a window that closes takes nothing more"


HISTORY = frozenset({"history"})


@pytest.fixture
def remembered() -> Path:
    """A file with what was remembered before."""
    path = user_places().window
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"recent": ["/secret.png"], "geometry": "", "sort_choices": {}}))
    return path


@pytest.mark.parametrize("policy", [Policy(Path("p"), HISTORY, Settings(history=False))])
def test_what_was_remembered_is_forgotten_once_that_is_fixed(remembered: Path, program: Program) -> None:
    assert program.session.recent.paths == []
    assert json.loads(remembered.read_text()) == {"geometry": ""}
    (menu,) = [each for each in program.window.findChildren(QMenu) if each.title() == "Open &recent"]
    assert not menu.isEnabled()


@pytest.mark.parametrize("policy", [Policy(Path("p"), HISTORY, Settings(history=False), HISTORY, "it is not UTF-8")])
def test_a_policy_that_cannot_be_read_is_told_and_nothing_is_lost(
    remembered: Path, program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    program.window.show()
    qtbot.waitUntil(lambda: "What your administrator set" in notice_words(program))
    before = program.session.recent.paths
    program.window.doors.open_paths([small_picture(tmp_path / "a.png")])
    qtbot.waitUntil(lambda: bool(program.session.pictures.rowCount()) and not program.session.progress.busy)
    program.window.close()
    assert program.session.recent.paths == before
    assert json.loads(remembered.read_text())["recent"] == ["/secret.png"]


def test_ending_while_busy_leaves_no_thread(
    program: Program, pipeline: StubPipeline, tmp_path: Path, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    program.window.show()
    program.window.doors.open_paths(tmp_path / f"{number}.png" for number in range(20))
    qtbot.waitUntil(lambda: program.session.progress.total == 20)
    program.window.close()
    assert not program.window.isVisible()
    program.end()


def test_results_that_could_be_kept_nowhere_are_gone_at_the_end(
    program: Program, tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    runs = program.session.runs
    program.window.show()
    runs.store.parent.mkdir(parents=True, exist_ok=True)
    runs.store.mkdir()
    (tmp_path / "Iceland").mkdir()
    small_picture(tmp_path / "Iceland" / "a.png")
    runs.start((tmp_path / "Iceland",))
    qtbot.waitUntil(lambda: runs.shown.state is RunState.DONE)
    passing = runs.store.parent
    assert (passing / "results.sqlite").exists()
    program.end()
    assert not passing.exists()


def test_a_window_that_is_closed_waits_for_no_publisher(
    qapp: QApplication,
    surroundings: None,
    pipeline: StubPipeline,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    qtbot: QtBot,
) -> None:
    deaf = Deaf()
    monkeypatch.setattr(application_module, "read_publisher", lambda path: deaf.publisher)
    program = new_program(qapp, Policy(fixed=frozenset({"updates"}), values=Settings(updates=True)))
    qtbot.addWidget(program.window)
    assert deaf.asked == 0
    program.window.show()
    qtbot.waitUntil(lambda: deaf.asked == 1)
    program.window.close()
    program.end()
    assert caplog.text == "", "no thread had to be left behind"
    assert not any(thread.isRunning() for thread in program.updates.close())
    assert deaf.asked == 1
    deaf.close()
    program.theme.deleteLater()
    program.deleteLater()


def test_a_thread_that_cannot_be_stopped_does_not_keep_the_process(
    program: Program, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(os, "_exit", codes.append)
    monkeypatch.setattr(logging, "shutdown", lambda: None)
    monkeypatch.setattr(application_module, "LAST_WAIT", 0.05)
    stuck = QThread()
    stuck.setObjectName("stuck")
    stuck.start()
    monkeypatch.setattr(program.session, "close", lambda: [stuck])
    program.end()
    stuck.quit()
    stuck.wait()
    assert codes == [0]
    assert "stuck" in caplog.text
    monkeypatch.undo()


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_signal_in_the_midst_of_a_painting_closes_the_window_afterwards(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    quits: list[bool] = []
    monkeypatch.setattr(qapp, "quit", lambda: quits.append(True), raising=False)
    before = signal.getsignal(signal.SIGTERM)
    timer = application_module._quit_on_signals(qapp)
    try:
        signal.raise_signal(signal.SIGTERM)
        assert quits == [], "what is under way comes to its end"
        qtbot.waitUntil(lambda: quits == [True])
    finally:
        timer.stop()
        timer.deleteLater()
        signal.signal(signal.SIGTERM, before)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
