"""How smooth the window stays while a long run is planned, looked at and sorted.

By hand: QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_sort.py [--pictures N]

So many tiny files are made, a store that knows them, and the dialog is driven as a person would: the plan is made, its
folders are opened, then it is carried out by hard links for half a minute and stopped. A timer of 5 ms tells how late
the event loop is.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTreeView, QWidget

from app.desktop.session import Session
from app.desktop.sort_dialog import SortDialog
from app.images.order import file_position, folder_position, input_position
from app.paths import places_below
from app.results.store import Store
from app.settings import Settings
from app.values import Classified, ImageRef, Method, Outcome, Prediction, Stamp

TICK = 5
LABELS = tuple(f"animal {number}" for number in range(1000))
METHOD = Method("f" * 64, "builtin", "A model", "fp32", LABELS)
CARRY = 30.0  # seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        with Store(base / "results.sqlite") as store:
            pen = store.begin("key", "a long run", [base / "pictures"], METHOD)
            for position, outcome in outcomes(base / "pictures", options.pictures):
                pen.add(position, outcome)
            pen.end(is_complete=True)
        Sitting(base).report()


def outcomes(top: Path, count: int) -> Iterator[tuple[bytes, Outcome]]:
    """Makes the files and says what they show; 1,000 in a folder."""
    chance = random.Random(1)
    for number in range(count):
        folder, place = divmod(number, 1000)
        path = top / f"Trip {folder}" / f"IMG_{place:04}.jpg"
        if place == 0:
            path.parent.mkdir(parents=True)
        path.write_bytes(b"a picture in name only %d" % number)
        status = path.stat()
        ref = ImageRef(path, stamp=Stamp(status.st_size, status.st_mtime_ns))
        index = int(1000 * chance.random() ** 2)
        top_one = Prediction(index, LABELS[index], chance.betavariate(2, 1))
        position = file_position(folder_position(input_position(0), path.parent.name), path.name)
        yield position, Classified(ref, 40, 30, "builtin", "cpu", "fp32", (top_one,))


class Sitting:
    """A window without a network, and the dialog on it."""

    def __init__(self, base: Path) -> None:
        self._application = QApplication([])
        self._session = Session(Settings(), places_below(base))
        self._host = QWidget()
        self._host.show()
        self._base = base
        self._gaps: list[float] = []
        self._before = 0.0
        self._tick = QTimer(self._host, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)

    def report(self) -> None:
        session = self._session
        session.runs.former.read(session.runs.store)
        self._until(lambda: bool(session.runs.former.runs))
        session.runs.open(session.runs.former.runs[0])
        self._until(lambda: session.runs.rows.model.rowCount() > 0)
        dialog = SortDialog(session, self._host)
        dialog.open()
        field = next(each for each in dialog.findChildren(QLineEdit) if each.isVisible())
        field.setText(str(self._base / "sorted"))
        way = next(each for each in dialog.findChildren(QComboBox) if each.findData("link") >= 0)
        way.setCurrentIndex(way.findData("link"))
        print(f"{'':28}{'seconds':>9}{'p50':>8}{'p99':>8}{'max':>8}  timer gaps in ms", flush=True)
        self._phase("idle", lambda: None, self._after(3.0))
        press(dialog, "Make plan")
        self._phase("planning", lambda: None, lambda: not dialog.is_busy)
        self._phase("opening folders of the plan", lambda: open_folders(dialog), self._after(3.0))
        carry = next(each for each in dialog.findChildren(QPushButton) if each.text().startswith("&Link"))
        self._phase("sorting", carry.click, self._after(CARRY))
        dialog.reject()
        self._phase("stopping", lambda: None, lambda: not dialog.is_busy)
        print(f"largest resident set: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
        dialog.close()
        for thread in session.close():
            thread.wait()

    def _after(self, seconds: float) -> Callable[[], bool]:
        started: list[float] = []

        def is_over() -> bool:
            started.append(time.perf_counter())
            return started[-1] - started[0] >= seconds

        return is_over

    def _phase(self, name: str, begin: Callable[[], object], is_over: Callable[[], bool]) -> None:
        self._gaps.clear()
        started = self._before = time.perf_counter()
        self._tick.start()
        begin()
        self._until(is_over)
        self._tick.stop()
        gaps = sorted(self._gaps) or [0.0]
        figures = (gaps[len(gaps) // 2], gaps[int(0.99 * (len(gaps) - 1))], gaps[-1])
        print(
            f"{name:28}{time.perf_counter() - started:9.1f}" + "".join(f"{each:8.1f}" for each in figures), flush=True
        )

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append(1000 * (now - self._before) - TICK)
        self._before = now

    def _until(self, is_over: Callable[[], bool]) -> None:
        while not is_over():
            QCoreApplication.processEvents()
            time.sleep(0.001)


def press(dialog: SortDialog, words: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == words)
    button.click()


def open_folders(dialog: SortDialog) -> None:
    """Twenty of them, ten a second."""
    tree = dialog.findChild(QTreeView)
    for row in range(20):
        QTimer.singleShot(100 * row, tree, lambda row=row: tree.expand(tree.model().index(row, 0)))


if __name__ == "__main__":
    main()
