"""The parts of the self-test: each works with what came with the program, and writes below one folder."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.checks import check_libraries, check_model, check_self
from app.cli.findings import Finding, Verdict, findings
from app.cli.installed_files import LIST, file_troubles
from app.cli.screen import broken_qt, missing_screen, unreachable_screen
from app.images.formats import RAW
from app.paths import places_below, resources
from app.values import WeightsFile

if TYPE_CHECKING:
    from PIL import Image

    from app.values import Classified

RED = (200, 30, 60)
NEAR = 12  # of 255: what a lossy format may change a colour by
WRITTEN = ("JPEG", "PNG", "WebP", "AVIF", "TIFF", "GIF", "BMP", "JPEG2000", "PPM", "ICO", "TGA")  # as Pillow names them
NETWORK = "maxvit_t"  # the one that asks for numpy, which packages lack
_SIDE = 16  # pixels
_HEADER = b'{"head":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}'
_WEIGHTS = len(_HEADER).to_bytes(8, "little") + _HEADER + bytes(4)


def check_installed_model(_folder: Path) -> Iterator[Finding]:
    """The libraries, the weights with their digest, a picture classified, and what the models of others need."""
    for check in (check_libraries, check_model, check_self):
        yield from check()
    yield from findings("networks", _networks)


def _networks() -> Iterator[Finding]:
    """A network of torchvision is built, and weights in the format of safetensors are read."""
    from app.models.networks import empty_network
    from app.models.weights import read_tensors

    empty_network("torchvision", NETWORK, 1000)
    read_tensors(_WEIGHTS, WeightsFile("", "sample.safetensors", "", len(_WEIGHTS)))
    yield Finding(Verdict.OK, "networks", f"torchvision’s {NETWORK} built, weights in safetensors read")


def check_decoders(_folder: Path) -> Iterator[Finding]:
    """A small picture of each format comes out in its colour."""
    right = []
    for name, made in _samples():
        if trouble := _trouble(made):
            yield Finding(Verdict.PROBLEM, "formats", f"{name} cannot be decoded: {trouble}")
        else:
            right.append(name)
    yield Finding(Verdict.OK, "formats", f"decoded: {', '.join(right)}")


def _samples() -> Iterator[tuple[str, Callable[[], tuple[str, bytes]]]]:
    """Each format, and what makes a file of it: its name and its bytes."""
    for name in WRITTEN:
        yield name, lambda name=name: (f"sample.{name.lower()}", _encoded(name))  # type: ignore[misc]
    yield "HEIC", lambda: _example("sample.heic")
    if RAW.supported:
        yield "camera RAW", lambda: _example("sample.dng")


def _encoded(name: str) -> bytes:
    from PIL import Image

    file = io.BytesIO()
    image = Image.new("RGB", (_SIDE, _SIDE), RED)
    (image.quantize(2) if name == "GIF" else image).save(file, name)
    return file.getvalue()


def _example(name: str) -> tuple[str, bytes]:
    return name, (resources() / "examples" / name).read_bytes()


def _trouble(made: Callable[[], tuple[str, bytes]]) -> str:
    """Why a sample does not come out as it should, or ""."""
    from app.images.decode import open_picture
    from app.values import Failed, ImageRef, Limits
    from app.wording import failure_sentence

    try:
        name, data = made()
    except OSError as error:
        return f"{error.filename or 'the sample'}: {error.strerror or error}"
    except Exception as error:  # an encoder that is missing is a KeyError, an ImportError or worse
        return f"its sample cannot be made ({type(error).__name__}: {error})"
    with open_picture(ImageRef(Path(name), data), Limits()) as picture:
        if isinstance(picture, Failed):
            return failure_sentence(picture)
        return _wrong_colour(picture.resized((1, 1), _box()))


def _box() -> Image.Resampling:
    from PIL import Image

    return Image.Resampling.BOX


def _wrong_colour(pixel: Image.Image) -> str:
    colour = pixel.getpixel((0, 0))
    if isinstance(colour, tuple) and all(abs(a - b) <= NEAR for a, b in zip(colour, RED, strict=True)):
        return ""
    return f"its colour is {colour} and should be {RED}"


def check_results(folder: Path) -> Iterator[Finding]:
    """A run is written, read again, and exported."""
    from app.results.query import Query
    from app.results.store import Store
    from app.runs.request import method_of
    from app.runs.troubles import store_failures
    from app.values import Classified, ImageRef, Prediction, Stamp

    ref = ImageRef(folder / "é.jpg", stamp=Stamp(10, 20))
    kept = Classified(ref, 4, 3, "builtin", "cpu", "fp32", (Prediction(281, "tabby", 0.75),))
    with store_failures(), Store(folder / "results.sqlite") as store:
        pen = store.begin("self-test", "self-test", [folder], method_of("builtin", "cpu", "fp32"))
        pen.add(b"1", kept)
        pen.end(is_complete=True)
        found = list(store.rows(Query(pen.run, 0.3)))
    if [(each.ref.path, getattr(each, "predictions", ())) for each in found] != [(ref.path, kept.predictions)]:
        yield Finding(Verdict.PROBLEM, "store", f"what was kept is not what comes back: {found}")
    else:
        yield Finding(Verdict.OK, "store", "a run written and read again")
    yield from _exported(kept, folder)


def _exported(outcome: Classified, folder: Path) -> Iterator[Finding]:
    from app.results.export import Format, export

    for kind, is_right in ((Format.CSV, _is_table), (Format.XLSX, _is_workbook)):
        path = folder / f"rows.{kind.value}"
        deque(export([outcome], path, kind, top_k=5, least_probability=0.3), maxlen=0)
        verdict = Verdict.OK if is_right(path) else Verdict.PROBLEM
        words = "written" if verdict is Verdict.OK else "what was written is not whole"
        yield Finding(verdict, "export", f"{kind.value.upper()} {words}")


def _is_table(path: Path) -> bool:
    return "tabby" in path.read_text("utf-8")


def _is_workbook(path: Path) -> bool:
    with zipfile.ZipFile(path) as book:
        return book.testzip() is None and "xl/worksheets/sheet1.xml" in book.namelist()


def check_real_window(folder: Path) -> Iterator[Finding]:
    """The real window is opened, painted and closed; on no screen, where there is none."""
    if absent := missing_screen(os.environ) or unreachable_screen(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if broken := broken_qt(os.environ):
        yield Finding(Verdict.PROBLEM, "window", broken)
        return
    if absent:
        yield from _without_screen(absent)
    from app.desktop.rehearsal import rehearse

    troubles = rehearse(places_below(folder / "window"))
    yield from (Finding(Verdict.PROBLEM, "window", trouble) for trouble in troubles)
    if not troubles:
        yield Finding(Verdict.OK, "window", "opened, painted and closed; every icon drawn")


def _without_screen(absent: str) -> Iterator[Finding]:
    """What can be told of the plugin that a screen would need."""
    if sys.platform.startswith("linux") and (broken := broken_qt({"DISPLAY": ":0"})):
        yield Finding(Verdict.PROBLEM if _lacks_plugin() else Verdict.NOTE, "window", broken)
    yield Finding(Verdict.NOTE, "window", absent)


def _lacks_plugin() -> bool:
    from PySide6.QtCore import QLibraryInfo

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return not (plugins / "platforms" / "libqxcb.so").exists()


def check_files(_folder: Path) -> Iterator[Finding]:
    """Each file of a frozen program is the one that was packed; where no list of them came along, nothing is said."""
    inside = Path(getattr(sys, "_MEIPASS", os.devnull))  # of PyInstaller
    if not (inside / LIST).is_file():
        return
    troubles = [*file_troubles(inside)]
    yield from (Finding(Verdict.PROBLEM, "files", trouble) for trouble in troubles)
    if not troubles:
        yield Finding(Verdict.OK, "files", "each is as it was packed")


CHECKS: dict[str, Callable[[Path], Iterator[Finding]]] = {
    "model": check_installed_model,
    "formats": check_decoders,
    "store": check_results,
    "window": check_real_window,
    "files": check_files,
}
