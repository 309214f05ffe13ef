"""What the window remembers."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.recent import MOST, Recent


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    return QObject()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "window.json"


def paths(*names: str) -> list[Path]:
    return [Path(f"/pictures/{name}").absolute() for name in names]


def test_nothing_is_remembered_at_first(owner: QObject, file: Path) -> None:
    recent = Recent(file, True, owner)
    assert recent.paths == []
    assert recent.bytes_of("geometry").isEmpty()
    assert not file.exists()


def test_the_newest_come_first_each_once_and_no_more_than_some(owner: QObject, file: Path, qtbot: QtBot) -> None:
    recent = Recent(file, True, owner)
    with qtbot.waitSignal(recent.changed):
        recent.add(paths(*(str(number) for number in range(MOST + 5))))
    assert len(recent.paths) == MOST
    recent.add(paths("7"))
    assert recent.paths[0] == paths("7")[0]
    assert len(set(recent.paths)) == MOST


def test_the_next_sitting_knows_them(owner: QObject, file: Path) -> None:
    recent = Recent(file, True, owner)
    recent.add(paths("a", "b"))
    recent.keep_bytes("geometry", QByteArray(b"\0\xffgeometry"))
    recent.save()
    again = Recent(file, True, owner)
    assert set(again.paths) == set(paths("a", "b"))
    assert again.bytes_of("geometry") == QByteArray(b"\0\xffgeometry")


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_that_are_not_utf_8_are_remembered(owner: QObject, file: Path) -> None:
    path = Path(os.fsdecode(b"/pictures/caf\xe9.png"))
    recent = Recent(file, True, owner)
    recent.add([path])
    recent.save()
    assert Recent(file, True, owner).paths == [path]


def test_turning_the_history_off_forgets_it_on_the_disk_too(owner: QObject, file: Path) -> None:
    recent = Recent(file, True, owner)
    recent.add(paths("secret.png"))
    recent.keep_bytes("geometry", QByteArray(b"x"))
    recent.save()
    recent.set_kept(False)
    assert recent.paths == []
    assert "secret" not in file.read_text()
    assert not recent.bytes_of("geometry").isEmpty()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[1, 2]",
        b'{"recent": 7, "geometry": []}',
        b'{"recent": [1, null, {}], "geometry": "no base64 \\ud800"}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_as_good_as_none(
    owner: QObject, file: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.mkdir()
    file.write_bytes(damage)
    recent = Recent(file, True, owner)
    assert recent.paths == []
    recent.bytes_of("geometry")
    recent.add(paths("a"))
    recent.save()
    assert json.loads(file.read_text())["recent"] == [str(paths("a")[0])]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_in_its_place_is_never_waited_for(owner: QObject, file: Path, caplog: pytest.LogCaptureFixture) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    recent = Recent(file, True, owner)
    reader = os.open(file, os.O_RDONLY | os.O_NONBLOCK)  # so that a mistake fails here and does not wait
    recent.save()
    os.close(reader)
    assert "could not be saved: it is not a file" in caplog.text


def test_a_place_that_cannot_be_written_is_noted_and_no_more(
    owner: QObject, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("a file in the way")
    recent = Recent(tmp_path / "state" / "window.json", True, owner)
    recent.add(paths("a"))
    recent.save()
    assert "could not be saved" in caplog.text


def test_the_folder_that_was_written_to_is_remembered(owner: QObject, file: Path) -> None:
    recent = Recent(file, True, owner)
    assert recent.folder is None
    recent.keep_folder(Path("/exports").absolute())
    recent.save()
    assert Recent(file, True, owner).folder == Path("/exports").absolute()


def test_what_was_chosen_in_a_dialog_is_remembered_and_forgotten(owner: QObject, file: Path) -> None:
    recent = Recent(file, True, owner)
    assert recent.choices("sort") == {}
    recent.keep_choices("sort", {"folder": "/to"})
    recent.save()
    again = Recent(file, True, owner)
    assert again.choices("sort") == {"folder": "/to"}
    again.forget()
    assert Recent(file, True, owner).choices("sort") == {}
    nobody = Recent(file, False, owner)
    nobody.keep_choices("sort", {"folder": "/to"})
    assert nobody.choices("sort") == {}


def test_who_remembers_nothing_remembers_no_folder(owner: QObject, file: Path) -> None:
    recent = Recent(file, True, owner)
    recent.keep_folder(Path("/exports"))
    recent.set_kept(False)
    assert recent.folder is None
    recent.keep_folder(Path("/exports"))
    assert recent.folder is None
    assert "exports" not in file.read_text()


def test_a_value_is_kept_at_once(owner: QObject, file: Path) -> None:
    recent = Recent(file, False, owner)
    assert recent.value_of("time") is None
    assert recent.keep("time", 12.5)
    assert Recent(file, False, owner).value_of("time") == 12.5


@pytest.mark.usefixtures("caplog")  # the failure is logged
def test_a_value_that_cannot_be_kept_is_said(owner: QObject, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in the way")
    recent = Recent(tmp_path / "state" / "window.json", False, owner)
    assert not recent.keep("time", 12.5)
    assert recent.value_of("time") == 12.5
