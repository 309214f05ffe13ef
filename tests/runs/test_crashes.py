"""A picture that crashes its decoder costs the process once, and then only its own row."""

from __future__ import annotations

import json
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.results.store import Store

from .crashes import begin

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="signals")]
Rows = dict[str, dict[str, Any]]


@dataclass
class Place:
    """A folder of pictures, a store, and what the decoders tell one another."""

    folder: Path
    store: Path
    hook: Path

    def picture(self, name: str, ending: bytes = b"") -> Path:
        path = self.folder / name
        Image.new("RGB", (6, 5), (len(name), 80, 40)).save(path)
        path.write_bytes(path.read_bytes() + ending)
        return path

    def run(self, *options: str) -> tuple[int, Rows]:
        """Exit status and rows of a run that lives as long as it can."""
        with begin(self.store, self.folder, self.hook, *options) as process:
            try:
                out = process.communicate(timeout=60)[0]
            finally:
                process.kill()
        rows = [json.loads(line) for line in out.splitlines()]
        assert ("ending" in rows[-1] if rows else False) == (process.returncode == 0)
        return process.returncode, {Path(row["path"]).name: row for row in rows if "path" in row}

    def killed(self) -> None:
        """A run that is killed while a picture is held."""
        with begin(self.store, self.folder, self.hook) as process:
            while not (self.hook / "begun").exists():
                time.sleep(0.01)
            process.kill()

    @property
    def trials(self) -> list[str]:
        """The names of the pictures that had a trial since the last look."""
        notes = self.hook / "trials"
        names = notes.read_text().splitlines() if notes.exists() else []
        notes.unlink(missing_ok=True)
        return sorted(names)

    @property
    def journals(self) -> list[Path]:
        return list(self.store.parent.glob("*.decoding-*"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    for name in ("pictures", "hook", "store"):
        (tmp_path / name).mkdir()
    place = Place(tmp_path / "pictures", tmp_path / "store" / "results.sqlite", tmp_path / "hook")
    for number in range(5):
        place.picture(f"{number}.png")
        place.picture(f"z{number}.png")
    return place


def reasons(rows: Rows) -> dict[str, str]:
    return {name: row["reason"] for name, row in rows.items() if row["status"] == "failed"}


def test_a_crash_costs_one_row_and_all_others_are_as_if_nothing_had_happened(place: Place, tmp_path: Path) -> None:
    sound = Place(place.folder, tmp_path / "store" / "other.sqlite", place.hook).run()[1]
    place.picture("deadly.png", b"deadly")
    assert place.run()[0] == -signal.SIGSEGV
    assert len(place.journals) == 1
    status, rows = place.run()
    assert status == 0
    crashed = rows.pop("deadly.png")
    assert (crashed["stage"], crashed["reason"], crashed["detail"]) == ("decode", "crashed", "SIGSEGV")
    assert rows == sound
    assert "deadly.png" in place.trials
    assert place.journals == []


def test_it_is_never_again_decoded_in_the_process(place: Place) -> None:
    place.picture("deadly.png", b"deadly")
    assert place.run()[0] == -signal.SIGSEGV
    place.run()
    assert "deadly.png" in place.trials
    for options, trials in (([], []), (["--retry-failed"], ["deadly.png"]), (["--fresh"], ["deadly.png"])):
        status, rows = place.run(*options)
        assert (status, reasons(rows)) == (0, {"deadly.png": "crashed"})
        assert place.trials == trials
    with Store(place.store) as store:
        assert [(run.classified, run.failed, run.ended is not None) for run in store.runs()] == [(10, 1, True)] * 4


def test_a_picture_that_was_mended_is_classified(place: Place) -> None:
    place.picture("deadly.png", b"deadly")
    assert place.run()[0] == -signal.SIGSEGV
    place.picture("deadly.png", b"now it is well")
    status, rows = place.run()
    assert (status, reasons(rows), len(rows)) == (0, {}, 11)


def test_a_suspect_that_vanished_is_forgotten(place: Place) -> None:
    path = place.picture("deadly.png", b"deadly")
    assert place.run()[0] == -signal.SIGSEGV
    path.unlink()
    status, rows = place.run()
    assert (status, reasons(rows), len(rows)) == (0, {}, 10)
    assert place.journals == []


def test_kill_9_blames_nobody(place: Place) -> None:
    place.picture("5-held.png", b"held")
    (place.hook / "hold").touch()
    place.killed()
    (place.hook / "hold").unlink()
    status, rows = place.run()
    assert (status, reasons(rows), len(rows)) == (0, {}, 11)
    assert "5-held.png" in place.trials
    assert place.journals == []


def test_of_two_suspects_one_is_guilty(place: Place) -> None:
    place.picture("1-held.png", b"held")  # so far apart that another thread decodes the other
    place.picture("6-deadly.png", b"deadly")
    (place.hook / "hold").touch()
    assert place.run()[0] == -signal.SIGSEGV
    (place.hook / "hold").unlink()
    status, rows = place.run()
    assert (status, reasons(rows), len(rows)) == (0, {"6-deadly.png": "crashed"}, 12)
    assert place.trials == ["1-held.png", "6-deadly.png"]


def test_a_decoder_that_never_ends_costs_one_row(place: Place) -> None:
    place.picture("5-endless.png", b"endless")
    place.killed()
    for _ in range(2):
        status, rows = place.run("--impatient")
        assert (status, reasons(rows)) == (0, {"5-endless.png": "too slow"})
    assert place.trials.count("5-endless.png") == 2, "it may have been the machine"


def test_the_suspects_of_another_folder_wait_for_its_run(place: Place, tmp_path: Path) -> None:
    place.picture("deadly.png", b"deadly")
    assert place.run()[0] == -signal.SIGSEGV
    other = Place(tmp_path / "others", place.store, place.hook)
    other.folder.mkdir()
    other.picture("a.png")
    assert other.run()[0] == 0
    assert len(place.journals) == 1
    assert reasons(place.run()[1]) == {"deadly.png": "crashed"}
    assert place.journals == []
