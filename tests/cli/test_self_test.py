"""`whatsit --self-test`: a line for each check, and a sentence for whatever ends a part of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import self_test as module
from app.cli.findings import Finding, Verdict
from app.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def part(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes a child of any Python code; its words are the part and the folder."""

    def use(code: str) -> None:
        monkeypatch.setattr(module, "PARTS", ("it",))
        monkeypatch.setattr(module, "own_command", lambda: [sys.executable, "-c", f"import os, sys, time\n{code}"])

    return use


OK = "open(sys.argv[3] + '/it.found', 'w').write('[\"ok\", \"it\", \"fine\"]\\nnull\\n')\n"


def said(capsys: Capture) -> str:
    return capsys.readouterr().out


def test_everything_works(part, capsys: Capture) -> None:
    part(OK)
    assert main(["--self-test"]) == 0
    assert said(capsys) == "ok       it             fine\n\nEverything works.\n"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (OK.replace("ok", "problem"), "fine; install Whatsit again."),
        (OK + "sys.exit(5)", "it broke off with status 5; install Whatsit again."),
        (OK.replace("null", ""), "it broke off with status 0; install Whatsit again."),
        (
            "print('\\nno such\\x1b library.\\nmore', file=sys.stderr); sys.exit(1)",
            "status 1: no such\\x1b library; ins",
        ),
        ("open(sys.argv[3] + '/it.found', 'w').write('[\"o')", "it broke off with status 0"),
        pytest.param(
            "print('no plugin', flush=True); os.abort()",
            "it crashed (SIGABRT): no plugin; install Whatsit again.",
            marks=pytest.mark.skipif(os.name == "nt", reason="signals"),
        ),
    ],
)
def test_whatever_ends_a_part_is_a_sentence(part, capsys: Capture, code: str, words: str) -> None:
    part(code)
    assert main(["--self-test"]) == 3
    out = said(capsys)
    assert words in out
    assert out.endswith("\n\nProblems found: 1.\n")


def test_a_part_that_hangs_is_ended(part, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    part(OK + "time.sleep(100)")
    monkeypatch.setattr(module, "LONGEST", 0.5)
    assert main(["--self-test"]) == 3
    assert "it does not come to an end within 0 seconds" in said(capsys)


def test_a_program_that_cannot_be_started_is_a_sentence(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "own_command", lambda: ["/nowhere/whatsit"])
    assert main(["--self-test"]) == 3
    assert "/nowhere/whatsit cannot be started: No such file or directory; install Whatsit again." in said(capsys)


@pytest.mark.parametrize("reason", ["no such folder", "a full disk"])
def test_no_room_for_temporary_files_is_a_sentence(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reason: str
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    if reason == "a full disk":
        monkeypatch.setattr(Path, "write_bytes", full)
    else:
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    assert main(["--self-test"]) == 3
    out = said(capsys)
    assert "temporary files cannot be written: No s" in out
    assert "install" not in out


def test_nothing_is_left_and_a_windowed_program_is_silent(
    part, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    part(OK)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("sys.stdout", None)
    assert main(["--self-test"]) == 0
    assert [*tmp_path.iterdir()] == []


def test_it_takes_no_pictures(capsys: Capture) -> None:
    assert main(["--self-test", "a.jpg"]) == 2
    assert "takes no pictures" in capsys.readouterr().err


def test_a_part_writes_its_findings_as_it_makes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(_folder: Path):
        yield Finding(Verdict.OK, "it", "fine")
        raise ImportError("libgone.so")

    monkeypatch.setattr("app.cli.self_checks.CHECKS", {"it": check})
    assert main(["--self-test-alone", "it", str(tmp_path)]) == 0
    assert (tmp_path / "it.found").read_text() == (
        '["ok", "it", "fine"]\n["problem", "it", "ImportError: libgone.so"]\nnull\n'
    )


def whole(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", "--self-test"],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )


@pytest.mark.slow
def test_this_installation_works_and_nothing_of_the_users_is_touched(user_folders: Path) -> None:
    done = whole()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("\nEverything works.\n")
    assert [*user_folders.rglob("*")] == []


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_qt_plugin_that_is_missing_is_a_sentence() -> None:
    done = whole(QT_QPA_PLATFORM="nonsense", QT_LOGGING_RULES="")
    assert (done.returncode, done.stderr) == (3, "")
    assert 'it crashed (SIGABRT): qt.qpa.plugin: Could not find the Qt platform plugin "nonsense"' in done.stdout
    assert "ok       formats" in done.stdout, "the other parts are told"


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interrupt_ends_the_parts_too(part, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alive = tmp_path / "alive"
    kill = f"os.kill(os.getppid(), {int(signal.SIGTERM)})"
    part(f"open({str(alive)!r}, 'w').write(str(os.getpid())); {kill}; time.sleep(60)")
    assert main(["--self-test"]) == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(int(alive.read_text()), 0)
