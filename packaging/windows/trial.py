"""Try the Windows installer on a machine that may be changed: install, run, install over it, uninstall, compare.

    python packaging/windows/trial.py dist/whatsit-0.1.0-windows-x64-setup.exe
    python packaging/windows/trial.py dist/whatsit-0.1.0-windows-x64-setup.exe --all-users

The second needs an administrator. Everything is said by the exit status and, if it is not 0, by a sentence.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import winreg
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.images.formats import SUPPORTED_EXTENSIONS

LONG = ";".join(f"C:\\a folder that nobody has\\{number:03}" for number in range(120))
"""A PATH of more characters than a string of NSIS holds."""
RUNNING = 4
PATIENCE = 120  # seconds


@dataclass(frozen=True)
class Mode:
    """For whom it is installed: the switch, the root of the registry, and where PATH is."""

    switch: str
    root: int
    environment: str


CURRENT_USER = Mode("/CurrentUser", winreg.HKEY_CURRENT_USER, "Environment")
ALL_USERS = Mode(
    "/AllUsers", winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
)


class Failure(Exception):
    """What is not as it should be."""


def main() -> int:
    mode = ALL_USERS if "--all-users" in sys.argv else CURRENT_USER
    try:
        with tempfile.TemporaryDirectory() as temporary, long_path(mode):
            trial(Path(sys.argv[1]).resolve(), Path(temporary, "Ein schöner Ordner"), mode)
    except Failure as failure:
        print(f"trial.py: {failure}", file=sys.stderr)
        return 1
    return 0


def trial(setup: Path, folder: Path, mode: Mode) -> None:
    before = traces(mode)
    words = f'"{setup}" /S {mode.switch} /AddToPath /DesktopShortcut /D={folder}'  # /D= takes no quotes
    expect("the installer's status", subprocess.call(words), 0)
    expect("the self-test's status", subprocess.call([folder / "whatsit.exe", "--self-test"]), 0)
    expect("entries on PATH", path(mode)[0].split(";").count(str(folder)), 1)
    expect("the rest of PATH", path(mode)[0].replace(f";{folder}", ""), LONG)
    expect("offered for JPEG", "Whatsit.Picture" in values(mode, r"Software\Classes\.jpg\OpenWithProgids"), True)

    (folder / "mine.txt").write_text("a file of the user's", encoding="utf-8")
    with subprocess.Popen([folder / "whatsit.exe", "classify", "-"], stdin=subprocess.PIPE) as running:
        expect("the status while it runs", subprocess.call(words), RUNNING)
        running.communicate()
    expect("the status over an installation", subprocess.call(words), 0)
    expect("the self-test's status then", subprocess.call([folder / "whatsit.exe", "--self-test"]), 0)
    expect("entries on PATH then", path(mode)[0].split(";").count(str(folder)), 1)

    subprocess.call([folder / "uninstall-whatsit.exe", "/S"])  # copies itself elsewhere and comes back at once
    wait_until("everything is gone", lambda: [each.name for each in folder.iterdir()] == ["mine.txt"])
    wait_until("the registry is as before", lambda: traces(mode) == before)


def traces(mode: Mode) -> dict[str, object]:
    """Everything that the installer touches in the registry."""
    places = [rf"Software\Classes\{extension}" for extension in sorted(SUPPORTED_EXTENSIONS)]
    places += [r"Software\Classes\Applications\whatsit-window.exe", r"Software\Classes\Whatsit.Picture"]
    places += [r"Software\Classes\Directory\shell", r"Software\app.whatsit.Whatsit", r"Software\RegisteredApplications"]
    places += [r"Software\Microsoft\Windows\CurrentVersion\Uninstall\app.whatsit.Whatsit"]
    return {"Path": path(mode), **{place: tree(mode, place) for place in places}}


def tree(mode: Mode, place: str) -> object:
    """Values and keys below a key; None where there is none."""
    try:
        with winreg.OpenKey(mode.root, place) as key:
            count = winreg.QueryInfoKey(key)[0]
            names = [winreg.EnumKey(key, number) for number in range(count)]
    except FileNotFoundError:
        return None
    return values(mode, place), {name: tree(mode, rf"{place}\{name}") for name in names}


def values(mode: Mode, place: str) -> dict[str, object]:
    with winreg.OpenKey(mode.root, place) as key:
        count = winreg.QueryInfoKey(key)[1]
        return {name: value for name, value, _ in (winreg.EnumValue(key, number) for number in range(count))}


def path(mode: Mode) -> tuple[str, int]:
    """PATH as it is kept, and its type."""
    with winreg.OpenKey(mode.root, mode.environment) as key:
        text, kind = winreg.QueryValueEx(key, "Path")
        return str(text), kind


@contextmanager
def long_path(mode: Mode) -> Iterator[None]:
    """PATH is `LONG` for a while; this process keeps its own."""
    with winreg.OpenKey(mode.root, mode.environment, access=winreg.KEY_READ | winreg.KEY_WRITE) as key:
        former = path(mode) if "Path" in values(mode, mode.environment) else None
        winreg.SetValueEx(key, "Path", 0, winreg.REG_EXPAND_SZ, LONG)
        try:
            yield
        finally:
            if former:
                winreg.SetValueEx(key, "Path", 0, former[1], former[0])
            else:
                winreg.DeleteValue(key, "Path")


def expect(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise Failure(f"{what}: {found!r} and not {wanted!r}.")


def wait_until(what: str, holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise Failure(f"after {PATIENCE} seconds it is not so that {what}.")
        time.sleep(0.2)


if __name__ == "__main__":
    sys.exit(main())
