"""A session and a window on the stub pipeline, ended and waited for after every test."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.folder_run import FolderRun, RunState
from app.desktop.languages import Language
from app.desktop.main_window import MainWindow
from app.desktop.notice import Notice
from app.desktop.run_view import RunView
from app.desktop.session import Session
from app.desktop.tasks import Task
from app.desktop.theme import Theme
from app.desktop.updates import Updates
from app.desktop.views import Views
from app.paths import Places, user_places
from app.publisher import Publisher
from app.results.query import Query, State
from app.results.sorting.plan import Plan
from app.results.sorting.steps import Options, Origin
from app.results.sorting.work import carry_out
from app.settings import Settings
from app.values import Classified, ImageRef, Prediction, Stamp
from tests.models.own.conftest import CARD, FEW

from .publishing import Answers
from .results import LEAST, Thumbnails
from .stub import StubMaps, StubPipeline, small_picture
from .zoo_cards import Libraries, Sources

Begin = Callable[..., Path]


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desktop of whoever runs the tests hears nothing, and their computer may sleep."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> Language:
    """The language of all tests that load no other."""
    return Language(qapp, "en", qapp)


@pytest.fixture(scope="session", autouse=True)
def emptied_clipboard(qapp: QApplication) -> Iterator[None]:
    """What Python put there must not outlive it: the offscreen clipboard lets go of it at the very end, and crashes."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> StubPipeline:
    stub = StubPipeline()
    monkeypatch.setattr("app.inference.pipeline.run", stub.run)
    return stub


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A task has ended before `start` returns, as on a busy computer it may."""

    def start(task: Task) -> None:
        QThread.start(task)
        task.wait()

    monkeypatch.setattr(Task, "start", start)


@pytest.fixture
def maps(monkeypatch: pytest.MonkeyPatch) -> Iterator[StubMaps]:
    stub = StubMaps()
    monkeypatch.setattr("app.inference.heat_maps.explain", stub.explain)
    yield stub
    stub.making.open()


@pytest.fixture
def places() -> Places:
    return user_places()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, "system")  # as the settings have it: the window would dress everything anew
    yield theme
    theme.deleteLater()


@pytest.fixture
def session(
    qapp: QApplication, places: Places, pipeline: StubPipeline, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    """A session whose worker has not been started; it reads the rows of a run again as soon as there are new ones."""
    monkeypatch.setattr("app.desktop.run_view.AGAIN", 0.02)
    session = Session(Settings(), places)
    yield session
    pipeline.loading.open()
    pipeline.answering.open()
    end(session)


@pytest.fixture
def running(session: Session, qtbot: QtBot) -> Session:
    """A session whose network is ready."""
    with qtbot.waitSignal(session.model_changed):
        session.start()
    return session


@pytest.fixture
def updates(session: Session) -> Iterator[Updates]:
    """Nobody to be asked for a newer version."""
    updates = Updates(session, Publisher())
    yield updates
    wait(updates.close())


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """What is answered where a newer version is asked for."""
    answers = Answers()
    monkeypatch.setattr("app.updates.newest", answers.newest)
    return answers


@pytest.fixture
def window(session: Session, theme: Theme, updates: Updates, qtbot: QtBot) -> MainWindow:
    """A window on the screen; as in the program, its first painting has started the worker."""
    window = MainWindow(session, theme, updates)
    window.painted.connect(session.start)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: session.ready is not None)
    return window


@pytest.fixture
def libraries(monkeypatch: pytest.MonkeyPatch) -> Libraries:
    """What can be had beside the built-in model; nothing real is asked."""
    libraries = Libraries()
    monkeypatch.setattr("app.models.catalog.library_cards", libraries.cards)
    monkeypatch.setattr("app.models.card_child.have_cards_kept", libraries.ask)
    return libraries


@pytest.fixture(scope="session")
def derived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the few networks look like is derived once."""
    return tmp_path_factory.mktemp("derived")


@pytest.fixture
def few_networks(session: Session, derived: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Checkpoints are compared with few networks, and nobody asks the libraries how pictures are prepared."""
    monkeypatch.setattr("app.models.own.fingerprints._torchvision_families", lambda: FEW["torchvision"])
    monkeypatch.setattr("app.models.own.fingerprints._timm_families", lambda: FEW["timm"])
    monkeypatch.setattr("app.models.own.preprocessing.library_cards", lambda: (CARD,))
    monkeypatch.setattr("app.desktop.own_steps.have_cards_kept", lambda _is_stopped: None)
    session.places.cache.parent.mkdir(parents=True, exist_ok=True)
    session.places.cache.symlink_to(derived)


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sources]:
    """Who sends the files of models."""
    sources = Sources()
    monkeypatch.setattr("app.desktop.zoo.fetch", sources.fetch)
    yield sources
    sources.sending.open()


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A parent for a widget under test."""
    host = QWidget()
    qtbot.addWidget(host)
    return host


@pytest.fixture
def notices(session: Session) -> list[Notice]:
    """All that the session had to say."""
    said: list[Notice] = []
    session.noticed.connect(said.append)
    return said


@pytest.fixture
def thumbnails(qapp: QApplication) -> Thumbnails:
    return Thumbnails()


@pytest.fixture
def run_view(thumbnails: Thumbnails, host: QWidget) -> RunView:
    """A run view without a reader, for what shows it."""
    run_view = RunView(thumbnails, host)
    run_view.query = Query(1, LEAST)
    run_view.model.set_least_probability(LEAST)
    return run_view


@pytest.fixture
def pictures(tmp_path: Path) -> Callable[..., list[Path]]:
    """Makes small pictures of these names."""

    def make(*names: str) -> list[Path]:
        return [small_picture(tmp_path / name) for name in names]

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder of small pictures."""

    def make(name: str, *pictures: str) -> Path:
        (tmp_path / name).mkdir()
        for picture in pictures:
            small_picture(tmp_path / name / picture)
        return tmp_path / name

    return make


@pytest.fixture
def halfway(pipeline: StubPipeline) -> StubPipeline:
    """A pipeline that is met in the middle of a run: after four answers it waits until `answering` is opened."""
    pipeline.rests_after = 4
    return pipeline


@pytest.fixture
def views(window: MainWindow) -> Views:
    return window.views


@pytest.fixture
def iceland(views: Views, session: Session, folder: Callable[..., Path], qtbot: QtBot) -> Path:
    """A folder that is done and shown, all of its four rows read for the last time."""
    path = folder("Iceland", "a.png", "b.png", "bad.png", "c.png")
    session.runs.start((path,))
    qtbot.waitUntil(in_state(session.runs.shown, RunState.DONE))
    rows = session.runs.rows
    qtbot.waitUntil(lambda: rows.model.rowCount() == 4 and rows.current is not None and is_read(rows))
    return path


@pytest.fixture
def begin(session: Session, tmp_path: Path) -> Begin:
    """Copies two files in name only, or the first of them, into a folder of this name."""

    def begin(name: str, most: int = 2) -> Path:
        source = tmp_path / f"{name} source"
        source.mkdir()
        outcomes = []
        for each in ("a.jpg", "b.jpg"):
            (source / each).write_bytes(each.encode())
            status = (source / each).stat()
            ref = ImageRef(source / each, stamp=Stamp(status.st_size, status.st_mtime_ns))
            outcomes.append(Classified(ref, 4, 3, "builtin", "cpu", "fp32", (Prediction(0, "cat", 0.9),)))
        stop = threading.Event()
        with Plan(Options(tmp_path / name), [source], Origin(None, 1, name)) as plan:
            list(plan.look(outcomes, stop))
            for number, _ in enumerate(carry_out(plan, session.places.sorts, None, stop), 1):
                if number == most < 2:
                    stop.set()
        return tmp_path / name

    return begin


def choose_some(session: Session, views: Views, qtbot: QtBot) -> None:
    """Filter the rows of `iceland` and select one: then a dialog offers all, those, and the selected ones."""
    rows = session.runs.rows
    rows.set_states(frozenset({State.CLASSIFIED}))
    qtbot.waitUntil(lambda: rows.model.rowCount() == 3 and not rows.is_loading)
    select(views, 0)


def is_read(rows: RunView) -> bool:
    """Whether all is read that was to be; until then a run that has ended is read once more, with new numbers."""
    return not rows._again.isActive() and rows._shown is not None and rows._shown.number == rows._asked


def in_state(run: FolderRun | None, state: RunState) -> Callable[[], bool]:
    """Whether a run stands there, to be waited for."""
    return lambda: run is not None and run.state is state


def select(views: Views, *rows: int) -> None:
    """Select these rows of the table and no others."""
    table = views.folder.pane.table
    table.clearSelection()
    flag = table.selectionModel().SelectionFlag
    for row in rows:
        table.selectionModel().setCurrentIndex(table.model().index(row, 0), flag.Select | flag.Rows)


def end(session: Session) -> None:
    """What `Program.end` does: stop every thread and wait for it."""
    try:
        wait(session.close())
    finally:
        session.runs.remove_passing_store()
        session.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait(threads: list[QThread]) -> None:
    late = [thread for thread in threads if not thread.wait(5000)]
    assert not late
