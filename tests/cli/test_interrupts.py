"""Ctrl+C: what it leaves, what it says, what it returns. The program is real, its pipeline is slow."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cli.interrupts import Interrupts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
Start = Callable[..., subprocess.Popen[str]]

SLOW_PROGRAM = """
import sys, time
sys.path.insert(0, {tests!r})
from conftest import FakePipeline
import app.inference.engine
import app.inference.pipeline
from app.cli.main import main

def wait(done):
    if done == 2:
        print("two are done", file=sys.stderr, flush=True)
    if done >= 2:
        {at_third}

app.inference.engine.import_torch = lambda: None
app.inference.pipeline.run = FakePipeline(before_each=wait).run
sys.exit(main(sys.argv[1:]))
"""
OBEYS, STUBBORN = "time.sleep(0.2)", "time.sleep(60)"

DECODING_PROGRAM = """
import atexit, sys, time
sys.path.insert(0, {tests!r})
from conftest import FakePipeline
import app.inference.engine
import app.inference.pipeline
from app.cli.classify import _Answers
from app.cli.main import main
from app.images.budget import DecodeBudget
from app.inference import decoding
from app.inference.streams import Streams
from app.models.builtin import builtin_model

def run(job, engine, stop, items, beginning):
    items = list(items)
    with Streams(items, job, builtin_model().preprocess, stop, DecodeBudget(), beginning, alone=True):
        yield from FakePipeline(before_each={in_pipeline}).run(job, engine, stop, items)

def wait(*_words):
    print("two are done", file=sys.stderr, flush=True)
    {wait}

if {in_rows}:
    _Answers._write_rows = wait
decoding.open_picture = lambda *words, **more: time.sleep(60)
app.inference.engine.import_torch = lambda: None
app.inference.pipeline.run = run
atexit.register(print, "destructors ran")
sys.exit(main())
"""


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts `whatsit classify` with ten pictures; it has answered two when this returns."""
    started = []

    def begin(*words: str, program: str = SLOW_PROGRAM, **parts: object) -> subprocess.Popen[str]:
        paths = [f"{number}.jpg" for number in range(10)]
        program = program.format(tests=str(Path(__file__).parent), **{"at_third": OBEYS, **parts})
        process = subprocess.Popen(
            [sys.executable, "-c", program, "classify", *paths, *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "HOME": str(tmp_path)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stderr
        while "two are done" not in (line := process.stderr.readline()):
            assert line, "the program ended early"
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(("number", "status"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_rows_so_far_are_written_and_the_status_tells_the_signal(start: Start, number: str, status: int) -> None:
    process = start("--format", "jsonl")
    process.send_signal(getattr(signal, number))
    out, err = process.communicate(timeout=20)
    assert process.returncode == status
    assert err == ""
    assert [json.loads(line)["path"] for line in out.splitlines()][:2] == ["0.jpg", "1.jpg"]
    assert out.endswith("\n")


@pytest.mark.parametrize("at_third", [OBEYS, STUBBORN])
def test_asking_again_and_again_gives_no_traceback_and_no_half_export(
    start: Start, tmp_path: Path, at_third: str
) -> None:
    process = start("--output", "rows.csv", at_third=at_third)
    process.send_signal(signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired) if at_third == STUBBORN else _anyhow():
        process.wait(0.3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert (out, err) == ("", "")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "parts",
    [
        {"in_pipeline": "wait", "in_rows": False, "wait": OBEYS},  # what is met is the wait for the threads
        {"in_pipeline": "wait", "in_rows": False, "wait": STUBBORN},
        {"in_pipeline": "lambda _done: None", "in_rows": True, "wait": STUBBORN},
    ],
)
def test_asking_twice_waits_for_no_decoder_and_runs_no_destructor_under_it(
    start: Start, tmp_path: Path, parts: dict[str, object]
) -> None:
    process = start("--output", "rows.csv", program=DECODING_PROGRAM, **parts)
    process.send_signal(signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1)
    process.send_signal(signal.SIGINT)
    out, _err = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, "")
    assert os.listdir(tmp_path) == []


def test_an_ignored_signal_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with Interrupts() as interrupts:
            signal.raise_signal(signal.SIGHUP)
            assert not interrupts.stop.is_set()
    finally:
        signal.signal(signal.SIGHUP, before)


def test_handlers_are_restored_when_no_signal_came() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Interrupts():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_patience_waits_once() -> None:
    with Interrupts() as interrupts:
        interrupts.patient = True
        signal.raise_signal(signal.SIGTERM)
        assert interrupts.stop.is_set()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        assert interrupts.status == 143


def test_without_patience_the_first_signal_is_raised() -> None:
    with Interrupts() as interrupts, pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    assert interrupts.status == 130


def test_who_asks_a_third_time_leaves_at_once_and_leaves_nothing_behind(tmp_path: Path) -> None:
    program = """
import signal, sys
from pathlib import Path
from app.cli.interrupts import Interrupts
from app.files.whole_file import whole_file
with Interrupts() as interrupts, whole_file(Path(sys.argv[1]), beginning=interrupts.unfinished.append) as file:
    file.write("half")
    try:
        signal.raise_signal(signal.SIGINT)
    finally:
        signal.raise_signal(signal.SIGINT)
"""
    words = [sys.executable, "-c", program, str(tmp_path / "rows.csv")]
    root = str(Path(__file__).parents[2])
    done = subprocess.run(words, env={**os.environ, "PYTHONPATH": root}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")
    assert os.listdir(tmp_path) == []


class _anyhow:  # noqa: N801
    """Whether the first signal was enough is a matter of luck here."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        return kind is subprocess.TimeoutExpired
