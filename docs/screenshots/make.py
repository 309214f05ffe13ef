"""Makes the pictures of the window in this folder, from the running program and its real model.

    python docs/screenshots/make.py [FOLDER]

It needs the extra `test`, whose scikit-image brings three of the photographs. It shows no window, and what the user
has set is neither read nor changed.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import skimage.data
from PIL import Image, ImageQt
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog

from app.desktop import dialogs
from app.desktop.application import Program
from app.desktop.crash_reports import CrashReports
from app.desktop.folder_run import RunState
from app.desktop.start import Start
from app.paths import resources, user_places

HERE = Path(__file__).resolve().parent
APPEARANCES = ("light", "dark")
SIZE = 1080, 720
WIDE = 1280, 760
SHELVES = {
    "Animals": ("chelsea.png", "horse.png"),
    "People": ("astronaut.png", "camera.png"),
    "Space": ("hubble_deep_field.jpg", "moon.png", "rocket.jpg", "retina.jpg"),
    "Things": (
        "coffee.png",
        "coins.png",
        "clock_motion.png",
        "motorcycle_left.png",
        "page.png",
        "brick.png",
        "grass.png",
    ),
}
PATIENCE = 120.0  # seconds
LARGEST = 300_000  # bytes of one picture of the window
COMMON = 64  # colours that are kept exactly


def main() -> None:
    """Take all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "STATE", "DATA", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home, name.lower()))
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        take_pictures(photographs(Path(home)), many_photographs(Path(home)), folder)


def photographs(home: Path) -> list[Path]:
    """Four photographs that anybody may use, where a person might keep them; the first is the one shown."""
    data = Path(skimage.data.__file__).parent
    sources = (data / "coffee.png", resources() / "examples" / "chelsea.png", data / "camera.png", data / "rocket.jpg")
    pictures = home / "Pictures"
    pictures.mkdir()
    return [Path(shutil.copy(source, pictures)) for source in sources]


def many_photographs(home: Path) -> Path:
    """A folder of all photographs that scikit-image brings, in folders as a person might keep them."""
    data, folder = Path(skimage.data.__file__).parent, home / "Photographs"
    for place, names in SHELVES.items():
        (folder / place).mkdir(parents=True)
        for name in names:
            shutil.copy(data / name, folder / place)
    (folder / "Space" / "cut off.jpg").write_bytes((data / "retina.jpg").read_bytes()[:90_000])
    return folder


def take_pictures(photos: list[Path], many: Path, folder: Path) -> None:
    """Open the window with these photographs, wait for every answer, and save how it looks in each appearance."""
    application = QApplication(sys.argv[:1])
    application.setApplicationDisplayName("Whatsit")
    places = user_places()
    program = Program(application, Start(places), CrashReports(places.crashes))
    program.window.resize(*SIZE)  # as it opens on an ordinary screen; the one that Qt pretends here is small
    program.window.show()
    program.window.doors.open_paths(photos)
    session = program.session
    try:
        wait_until(lambda: bool(session.pictures.rowCount()) and not session.progress.busy)
        save_both(program, folder, "")
        save_heat_map(program, folder)
        save_models(program, folder)
        program.window.resize(*WIDE)
        program.window.doors.open_paths([many])
        wait_until(lambda: session.runs.shown is not None and session.runs.shown.state is RunState.DONE)
        let_run(1500)  # the table was read once more
        save_both(program, folder, "folder-")
        program.window.close()
    finally:
        program.end()


def save_heat_map(program: Program, folder: Path) -> None:
    """Save the window with the heat map of its picture."""
    light(program)
    heat = program.session.heat
    heat.want(True)
    wait_until(lambda: heat.shown is not None)
    let_run(500)
    save(program.window.grab().toImage(), folder / "why.png")
    heat.want(False)


def save_models(program: Program, folder: Path) -> None:
    """Save the window of the models, as a table."""
    light(program)
    session, window = program.session, program.window
    dialogs.show_models(session, program.theme, window.views.outside, window)
    wait_until(lambda: len(session.zoo.cards) > 1)  # the libraries are asked in a process of their own
    dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
    dialog.resize(*SIZE)
    let_run(500)
    save(dialog.grab().toImage(), folder / "models.png")
    dialog.close()


def light(program: Program) -> None:
    session = program.session
    session.change_settings(replace(session.settings, appearance="light"))
    let_run(500)


def save_both(program: Program, folder: Path, name: str) -> None:
    """Save how the window looks in each appearance."""
    session = program.session
    for appearance in APPEARANCES:
        session.change_settings(replace(session.settings, appearance=appearance))
        let_run(1000)  # previews are there, and bars have grown
        save(program.window.grab().toImage(), folder / f"{name}{appearance}.png")


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the program run until `is_so`.

    Raises:
        SystemExit: that took too long.
    """
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise SystemExit("The pictures were not answered in time.")
        let_run(50)


def let_run(milliseconds: int) -> None:
    """Let the program run that long; `QTest.qWait` would keep the interpreter from every other thread meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def save(grabbed: QImage, path: Path) -> None:
    """Write a grabbed window as a PNG of 256 colours, which is a third of the size and looks the same.

    Raises:
        SystemExit: it is still too large to be downloaded with every look at the README.
    """
    picture = ImageQt.fromqimage(grabbed).convert("RGB")
    few_colours(picture).save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path}: {picture.width} x {picture.height}, {size // 1000} kB")
    if size > LARGEST:
        raise SystemExit(f"{path} is larger than {LARGEST // 1000} kB.")


def few_colours(picture: Image.Image) -> Image.Image:
    """The RGB picture in 256 colours: the commonest, which are the window's own, exactly, and photographs dithered.

    Pillow's search for the nearest colour is coarse and would tint white, so the common colours are put in by hand.
    """
    counted = sorted(picture.getcolors(1 << 24), reverse=True)
    common = [colour for _, colour in counted[:COMMON]]
    others = picture.quantize(256 - COMMON, Image.Quantize.MEDIANCUT).getpalette()[: 3 * (256 - COMMON)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([level for colour in common for level in colour] + others)
    few = picture.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
    levels, places = np.asarray(picture), np.array(few)
    for place, colour in enumerate(common):
        places[(levels == colour).all(axis=2)] = place
    exact = Image.fromarray(places, "P")
    exact.putpalette(palette.getpalette())
    return exact


if __name__ == "__main__":
    main()
