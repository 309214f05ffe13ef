"""Where a start leads, in the real program: what each of two processes does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.desktop import start as module
from app.desktop.errand import Errand
from app.desktop.meeting import ALONE, MeetingPoint, Standing
from app.desktop.start import Start, begin
from app.paths import user_places
from app.settings import Settings, save_settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Errand]]:
    """What would be handed over to a window that is there."""
    errands: list[Errand] = []
    monkeypatch.setattr(module, "keep_log", lambda _path: None)

    def hand_over(_point: MeetingPoint, errand: Errand) -> Standing:
        errands.append(errand)
        return Standing(is_done=True)

    monkeypatch.setattr("app.desktop.handover.hand_over", hand_over)
    return errands


def test_paths_are_made_absolute_and_the_token_goes_along(
    met: list[Errand], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "abc")
    assert begin([Path("a.jpg"), Path("/b")]).standing.is_done
    assert met == [Errand((tmp_path / "a.jpg", Path("/b").absolute()), "abc")]


def test_another_window_may_be_wanted(met: list[Errand]) -> None:
    assert begin([], new_window=True).standing == ALONE
    save_settings(user_places().settings, Settings(one_window=False))
    assert begin([]).standing == ALONE
    assert met == []


def test_what_is_fixed_counts_from_the_start(
    met: list[Errand], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    policy = tmp_path / "policy.json"
    policy.write_text('{"one_window": false, "colour": "teal"}')
    monkeypatch.setattr(module, "machine_policy", lambda: policy)
    save_settings(user_places().settings, Settings(top_k=3))
    start = begin([])
    assert start == Start(user_places(), Settings(top_k=3, one_window=False), start.policy)
    assert start.policy.fixed == {"one_window"}
    assert met == []
    assert len(caplog.records) == 1, "each fault is told once"


def test_starts_with_another_home_do_not_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    points: list[MeetingPoint] = []
    monkeypatch.setattr(module, "keep_log", lambda _path: None)
    monkeypatch.setattr("app.desktop.handover.hand_over", lambda point, _errand: points.append(point) or ALONE)
    for home in ("stick", "stick", "other"):
        monkeypatch.setenv("WHATSIT_HOME", str(tmp_path / home))
        begin([])
    assert points[0] == points[1] != points[2]


@pytest.mark.parametrize("reason", ["no QtNetwork", "no folder", "too many"])
def test_whatever_is_in_the_way_it_has_a_window_of_its_own(
    met: list[Errand], monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    def refuse(*_words: object) -> None:
        raise ValueError if reason == "too many" else PermissionError

    if reason == "no QtNetwork":
        monkeypatch.setitem(sys.modules, "app.desktop.handover", None)
    elif reason == "no folder":
        monkeypatch.setattr(module, "meeting_point", refuse)
    else:
        monkeypatch.setattr("app.desktop.handover.hand_over", refuse)
    assert begin([]).standing == ALONE


PROGRAM = """
import os, sys
{sabotage}
from app.cli.main import main
from app.desktop import application
from PySide6.QtCore import QTimer
class Told(application.Program):
    def __init__(self, *parts):
        super().__init__(*parts)
        self.window.painted.connect(lambda: print("painted", flush=True))
        self.session.taken_in.connect(self.tell)
        self.session.noticed.connect(lambda notice: print(notice.words, flush=True))
        come = self.window.come_forward
        self.window.come_forward = lambda token: (print("came", flush=True), come(token))
    def tell(self):
        name = ascii(self.session.current.ref.path.name)
        print(name, flush=True)
        if "last" in name:
            QTimer.singleShot(0, self.window.close)
application.Program = Told
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts the real program, which tells what comes in; a picture called "last" closes its window."""
    started: list[subprocess.Popen[str]] = []

    def start(*words: str, sabotage: str = "") -> subprocess.Popen[str]:
        command = [sys.executable, "-c", PROGRAM.format(sabotage=sabotage), *words]
        process = subprocess.Popen(
            command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()  # type: ignore[union-attr]


def said(process: subprocess.Popen[str]) -> str:
    return process.stdout.readline().strip()  # type: ignore[union-attr]


Starting = Callable[..., "subprocess.Popen[str]"]


def test_the_second_start_hands_its_pictures_to_the_first(program: Starting) -> None:
    first = program("a.jpg")
    assert {said(first), said(first)} == {"painted", "'a.jpg'"}
    odd = "b\n\N{SNOWMAN}.jpg"
    second = program(odd)
    assert second.wait(60) == 0
    assert {said(first), said(first)} == {"came", ascii(odd)}
    assert program("last.jpg").wait(60) == 0
    assert first.wait(60) == 0
    assert said(second) == ""


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_killed_first_costs_nothing(program: Starting) -> None:
    first = program("a.jpg")
    assert {said(first), said(first)} == {"painted", "'a.jpg'"}
    first.kill()
    second = program("b.jpg")
    assert {said(second), said(second)} == {"painted", "'b.jpg'"}
    assert program("last.jpg").wait(60) == 0
    assert second.wait(60) == 0


def test_without_the_library_for_it_each_has_its_own_window(program: Starting) -> None:
    sabotage = "sys.modules['PySide6.QtNetwork'] = None"
    first = program("a.jpg", sabotage=sabotage)
    second = program("last.jpg", sabotage=sabotage)
    assert {said(first), said(first)} == {"painted", "'a.jpg'"}
    assert {said(second), said(second)} == {"painted", "'last.jpg'"}
    assert second.wait(60) == 0


@pytest.mark.slow
def test_of_many_starts_at_once_none_loses_its_picture(program: Starting) -> None:
    names = {f"{number}.jpg" for number in range(8)}
    starts = [program(name) for name in names]
    while sum(start.poll() is None for start in starts) > 1:
        pass
    (first,) = [start for start in starts if start.poll() is None]
    heard = {said(first) for _ in range(2 * 8)}
    assert heard == {"painted", "came"} | {repr(name) for name in names}
