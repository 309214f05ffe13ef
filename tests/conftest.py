"""Guards that hold for every test: its own user folders, and nothing left behind.

A test that expects log records asks for `caplog`; every other one fails when the program warns.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

hypothesis.settings.register_profile("whatsit", deadline=None)  # a busy machine is no failure
hypothesis.settings.load_profile("whatsit")
# The programs under test inherit what is ignored: SIGINT in what a shell starts in the background, SIGHUP under nohup.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

LAST_WAIT = 2.0  # seconds that a thread on its way out gets


def pytest_configure(config: pytest.Config) -> None:
    """What Qt's offscreen platform says of every dialog is no warning about the program."""
    if config.pluginmanager.hasplugin("pytest-qt"):
        config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs and crash reports go to a folder of the test's own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("WHATSIT_HOME", "WHATSIT_POLICY"):  # of whoever runs the tests
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))  # where the starts of a program meet
    monkeypatch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", str(home / "local"))  # platformdirs' own door on Windows
    if sys.platform == "darwin":
        monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def any_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a processor can do changes nothing: "auto" is fp32 everywhere."""
    monkeypatch.setattr("app.inference.arithmetic.MEASURED_IN_BF16", frozenset())


@pytest.fixture
def damage() -> Callable[..., None]:
    """Overwrites a page of a database: the one where a table begins, that of the outcomes of a results store."""

    def damage(path: Path, table: str = "outcome") -> None:
        with sqlite3.connect(path) as database:
            database.execute("pragma wal_checkpoint(truncate)")
            (page,) = database.execute("select rootpage from sqlite_schema where name = ?", (table,)).fetchone()
            (size,) = database.execute("pragma page_size").fetchone()
        database.close()
        with path.open("r+b") as file:
            file.seek((page - 1) * size)
            file.write(os.urandom(200))

    return damage


@pytest.fixture(autouse=True)
def no_stray_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning of the program that the test did not expect fails it."""
    if "caplog" in request.fixturenames:
        yield
        return
    handler = _Kept()
    logger = logging.getLogger("app")
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)
    if handler.records:
        pytest.fail("unexpected log records:\n" + "\n".join(map(handler.format, handler.records)))


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """A thread or a window that outlives its test fails it."""
    threads, windows = set(threading.enumerate()), set(map(id, _windows()))
    yield
    _delete_later_is_now()
    left = _settled(lambda: [f"thread {thread.name}" for thread in _new_threads(threads)])
    if "qapp" in request.fixturenames:
        left += _settled(lambda: [f"QThread {name}" for name in _running_qthreads()])
    left += [f"window {window!r}" for window in _windows() if id(window) not in windows]
    if left:
        pytest.fail("left behind: " + ", ".join(left))


def _new_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads of Python; a dummy stands for one of Qt's that ran some Python, and stays after it has ended."""
    new = set(threading.enumerate()) - before
    return [
        thread for thread in new if not isinstance(thread, threading._DummyThread) and thread.name != "tqdm_monitor"
    ]


def _running_qthreads() -> list[str]:
    """Qt keeps no list of its threads; asking for the exact type is ten times as quick here as `isinstance`."""
    core = sys.modules["PySide6.QtCore"]
    kinds = {core.QThread, *_subclasses(core.QThread)}
    threads = [each for each in gc.get_objects() if type(each) in kinds]
    main = core.QThread.currentThread()
    return [thread.objectName() or type(thread).__name__ for thread in threads if _runs(thread) and thread != main]


def _subclasses(kind: type) -> set[type]:
    return {below for each in kind.__subclasses__() for below in (each, *_subclasses(each))}


def _runs(thread: object) -> bool:
    from shiboken6 import isValid

    return isValid(thread) and thread.isRunning()


def _windows() -> list[object]:
    application = _application()
    return application.topLevelWidgets() if application else []


def _application() -> object | None:
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets.QApplication.instance() if widgets else None


def _delete_later_is_now() -> None:
    if _application():
        core = sys.modules["PySide6.QtCore"]
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def _settled(left: Callable[[], list[str]]) -> list[str]:
    """What is still left after a while."""
    deadline = time.monotonic() + LAST_WAIT
    while (still := left()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return still
