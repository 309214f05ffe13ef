"""`whatsit` itself: which words are commands, and what is imported for them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import types
from pathlib import Path

import pytest

from app import __version__
from app.cli import main as main_module
from app.cli.main import main
from app.paths import user_places

HEAVY = ("torch", "PySide6", "PIL", "tqdm", "numpy")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """What the window was opened with."""
    calls: list[list[Path]] = []
    window = types.ModuleType("app.desktop.application")
    window.open_window = lambda paths, _standing: calls.append(paths) or 7  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "app.desktop.application", window)
    monkeypatch.setattr("app.cli.screen.window_hindrance", lambda: None)
    return calls


@pytest.mark.parametrize("words", [[], ["a.jpg", "b"], ["./classify"], ["x", "classify"], [os.fsdecode(b"\xe9.jpg")]])
def test_paths_open_the_window(words: list[str], opened: list[list[Path]]) -> None:
    assert main(words) == 7
    assert opened == [[Path(word) for word in words]]


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("before", "after"), [(signal.default_int_handler, signal.SIG_DFL), (signal.SIG_IGN, signal.SIG_IGN)]
)
def test_an_early_ctrl_c_ends_the_window_without_an_exception(before: object, after: object) -> None:
    """In the midst of the import of Qt it crashes the process."""
    signal.signal(signal.SIGINT, before)  # type: ignore[arg-type]
    main(["a.jpg"])
    assert signal.getsignal(signal.SIGINT) is after


@pytest.mark.parametrize("words", [["classify"], ["doctor", "unwanted"]])
def test_a_first_word_that_is_a_command_is_the_command(words: list[str], opened: list[list[Path]]) -> None:
    assert main(words) == 2
    assert opened == []


def test_without_a_screen_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main([]) == 3
    assert capsys.readouterr().err == (
        "whatsit: there is no screen for a window here; `whatsit classify` works without one.\n"
    )


@pytest.mark.parametrize("words", [["a.jpg"], ["doctor"], ["runs"], ["classify", "a.jpg"]])
def test_a_home_that_cannot_be_meant_is_wrong_use(
    words: list[str], opened: list[list[Path]], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("WHATSIT_HOME", "data\n")
    assert main(words) == 2
    assert capsys.readouterr().err == (
        "whatsit: WHATSIT_HOME: an absolute path is wanted, not 'data\\n'; set it anew or unset it.\n"
    )
    assert opened == []


def test_help_needs_no_home(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("WHATSIT_HOME", "data")
    assert main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("usage: whatsit")


def test_the_version_is_told(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"whatsit {__version__}\n"


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["classify", "--help"], ["doctor", "--help"], ["classify"]]
)
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    program = f"import sys; from app.cli.main import main; main({words}); print(*{HEAVY} & sys.modules.keys())"
    program = program.replace(f"{HEAVY}", f"set({HEAVY})")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""


@pytest.mark.parametrize(
    ("error", "status"), [(BrokenPipeError, 141), (KeyboardInterrupt, 130), (ZeroDivisionError, 3), (OSError, 3)]
)
def test_no_exception_becomes_a_traceback(
    error: type[BaseException],
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
    caplog: pytest.LogCaptureFixture,  # the log gets the traceback
) -> None:
    def fail(_words: list[str]) -> int:
        raise error

    monkeypatch.setattr(main_module, "_window", fail)
    assert main(["a.jpg"]) == status
    assert "Traceback" not in capsys.readouterr().err


CRASHING = """
import faulthandler
from app.cli import main as module
module._COMMANDS["doctor"] = lambda words: faulthandler._sigsegv()
module.main()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_native_crash_tells_where() -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    words = [sys.executable, "-c", CRASHING, "doctor"]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGSEGV
    assert "Fatal Python error: Segmentation fault" in done.stderr


FAILING = """
import sys
from app.cli import main as module
def fail(words):
    raise ZeroDivisionError("a slip")
module._window = fail
sys.exit(module.main(["a.jpg"]))
"""


@pytest.mark.parametrize("is_kept", [True, False])
def test_the_log_is_named_only_if_it_has_the_details(is_kept: bool, user_folders: Path) -> None:
    if not is_kept:
        (user_folders / "xdg_state_home").write_text("a file in the way")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    words = [sys.executable, "-c", FAILING]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    log = user_places().log
    where = f" {log} has the details." if is_kept else ""
    assert done.stderr == f"whatsit: something went wrong (ZeroDivisionError: a slip).{where}\n"
    assert not is_kept or "Traceback" in log.read_text()


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's devices")
@pytest.mark.parametrize("words", [["--version"], ["classify", "--help"], ["doctor"]])
def test_a_full_disk_is_said(words: list[str]) -> None:
    program = f"""
import sys
from app.cli import checks, doctor
from app.cli.main import main
doctor.all_checks = lambda: (("Whatsit", checks.check_program),)
sys.exit(main({words}))
"""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    command = [sys.executable, "-c", program]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr == "whatsit: standard output cannot be written (No space left on device).\n"


CLOSED = """
import os, sys
for number in map(int, sys.argv[1]):
    os.close(number)
os.execv(sys.executable, [sys.executable, "-c", sys.argv[2]])
"""
OPENING = """
import os
from contextlib import suppress
from app.cli.main import main
main(["classify"])  # which it refuses
with open("rows", "w") as file:
    for number in (1, 2):
        with suppress(OSError):
            os.write(number, b"noise of a library")
    file.write(str(file.fileno() > 2))
"""


@pytest.mark.skipif(os.name != "posix", reason="descriptors of POSIX")
@pytest.mark.parametrize("closed", ["", "0", "1", "2", "02", "12", "012"])
def test_no_file_gets_the_number_of_a_closed_stream(closed: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", CLOSED, closed, OPENING]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert (tmp_path / "rows").read_text() == "True"
    assert done.stdout == (b"" if "1" in closed else b"noise of a library")


@pytest.mark.skipif(os.name != "posix", reason="descriptors of POSIX")
def test_a_closed_standard_output_stays_one_that_cannot_be_written() -> None:
    program = """
import os, sys
from app.cli.main import main
main(["classify"])
try:
    os.write(1, b"rows")
except OSError:
    sys.exit(7)
"""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", CLOSED, "1", program], env=environment, check=False)
    assert done.returncode == 7
