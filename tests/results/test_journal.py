"""The suspects of a process that died, and of none that lives."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app.results import journal as journal_module
from app.results.journal import SLOT, Journal, Suspects, forget_suspects

ROOT = Path(__file__).parents[2]
NAMES = [Path("/photos/a.jpg"), Path(os.fsdecode(b"/caf\xe9\n.jpg")), Path("/" + "x" * 4000)]
DYING = """
import os, sys, threading
from pathlib import Path
from app.results.journal import Journal
journal = Journal(Path(sys.argv[1]))
for name in sys.argv[2:]:
    thread = threading.Thread(target=journal.note, args=(Path(name),))
    thread.start()
    thread.join()
os._exit(1)
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "results.sqlite"


def die(store: Path, *pictures: Path | str) -> None:
    """A process that decodes these, each in a thread of its own, dies."""
    subprocess.run([sys.executable, "-c", DYING, store, *pictures], cwd=ROOT, check=False, timeout=60)


def journals(store: Path) -> list[Path]:
    return sorted(store.parent.glob("results.sqlite.decoding-*"))


def test_who_ends_well_leaves_nothing(store: Path) -> None:
    with Journal(store) as journal:
        journal.note(Path("/photos/a.jpg"))
        assert len(journals(store)) == 1
        assert (journals(store)[0].stat().st_mode & 0o777) == 0o600
    assert journals(store) == []
    journal.note(Path("/photos/a.jpg"))
    assert journals(store) == [], "a thread that nobody waited for"


def test_a_process_that_dies_leaves_the_last_picture_of_each_thread(store: Path, tmp_path: Path) -> None:
    die(store, *NAMES)
    with Suspects(store) as suspects:
        found = [name for name in NAMES if name in suspects]
        assert Path("/photos/b.jpg") not in suspects
    assert found, "idents of threads are used again"
    assert NAMES[-1] in found


def test_each_thread_has_a_slot(store: Path) -> None:
    turn = threading.Barrier(len(NAMES))
    journal = Journal(store)

    def decode(name: Path) -> None:
        turn.wait()
        journal.note(Path("/photos/before.jpg"))
        journal.note(name)
        turn.wait()

    threads = [threading.Thread(target=decode, args=(name,)) for name in NAMES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with journals(store)[0].open("rb") as file:
        assert journal_module._read(file.fileno()) == {os.fsencode(name) for name in NAMES}
    journal.close()


def test_a_relative_path_is_that_of_the_store(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    die(store, ROOT / "x.jpg")
    monkeypatch.chdir(ROOT)
    with Suspects(store) as suspects:
        assert Path("x.jpg") in suspects


@pytest.mark.skipif(sys.platform == "win32", reason="flock")
def test_who_lives_has_no_suspects(store: Path) -> None:
    with Journal(store) as journal:
        journal.note(NAMES[0])
        with Suspects(store) as suspects:
            assert NAMES[0] not in suspects
            suspects.settle()
        assert len(journals(store)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="flock")
def test_one_process_at_a_time_looks_into_it(store: Path) -> None:
    die(store, NAMES[0])
    with Suspects(store) as first:
        with Suspects(store) as second:
            assert NAMES[0] not in second
        assert NAMES[0] in first
    with Suspects(store) as third:
        assert NAMES[0] in third


def test_suspects_stay_until_they_have_their_outcome(store: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"")
    die(store, tmp_path / "a.jpg")
    with Suspects(store) as suspects:
        suspects.settle()
    assert journals(store), "another run's"
    with Suspects(store) as suspects:
        suspects.answer(tmp_path / "a.jpg")
    assert journals(store), "the store was never written"
    with Suspects(store) as suspects:
        suspects.answer(tmp_path / "a.jpg")
        suspects.settle()
        assert tmp_path / "a.jpg" not in suspects
    assert journals(store) == []


@pytest.mark.parametrize("folder_is_there", [True, False])
def test_a_picture_that_was_removed_is_no_suspect_but_one_on_a_drive_that_is_away_is(
    store: Path, tmp_path: Path, folder_is_there: bool
) -> None:
    die(store, tmp_path / ("removed.jpg" if folder_is_there else "drive/removed.jpg"))
    with Suspects(store) as suspects:
        suspects.settle()
    assert (journals(store) == []) == folder_is_there


@pytest.mark.parametrize("age", [-1e6, 0.0, 1e6])
def test_a_journal_that_was_never_written_goes(store: Path, tmp_path: Path, age: float) -> None:
    new = tmp_path / "results.sqlite.decoding-0123abcd"
    new.write_bytes(b"")
    os.utime(new, (time.time() - age,) * 2)
    with Suspects(store) as suspects:
        suspects.settle()
    assert not new.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="flock")
def test_one_that_is_taken_for_a_dead_ones_before_it_has_its_lock_is_made_again(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, made = journal_module.is_new, []

    def late(descriptor: int, path: Path) -> bool:
        made.append(path)
        if len(made) == 1:
            forget_suspects(store)
        return real(descriptor, path)

    monkeypatch.setattr(journal_module, "is_new", late)
    with Journal(store) as journal:
        journal.note(NAMES[0])
        assert journals(store) == made[1:]
        with Suspects(store) as suspects:
            assert NAMES[0] not in suspects
    assert journals(store) == []


@pytest.mark.parametrize("content", [b"\xff" * 100, b"\0\0\0\x09/photos/", b"\0" * SLOT + b"\0\0"])
def test_what_is_cut_off_accuses_nobody(store: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "results.sqlite.decoding-0123abcd").write_bytes(content)
    with Suspects(store) as suspects:
        suspects.settle()
    assert journals(store) == []


@pytest.mark.parametrize(
    "name", ["results.sqlite.decoding-0123abcg", "results.sqlite.decoding-", "x.decoding-0123abcd"]
)
def test_only_our_own_names_are_looked_at(store: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\0")
    with Suspects(store) as suspects:
        suspects.settle()
    forget_suspects(store)
    assert (tmp_path / name).exists()


def test_who_forgets_everything_forgets_the_suspects(store: Path) -> None:
    die(store, "/photos/a.jpg")
    forget_suspects(store)
    assert journals(store) == []


def test_a_journal_that_cannot_be_made_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with Journal(tmp_path / "gone" / "results.sqlite") as journal:
        journal.note(NAMES[0])
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert "cannot be noted" in caplog.text


def test_a_journal_that_cannot_be_written_is_logged_once_and_goes(
    store: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with Journal(store) as journal:
        monkeypatch.setattr("app.results.journal.os.write", full)
        journal.note(NAMES[0])
        journal.note(NAMES[1])
    assert len(caplog.records) == 1
    assert journals(store) == []


def test_a_private_store_has_no_suspects() -> None:
    with Suspects(None) as suspects:
        assert NAMES[0] not in suspects
        suspects.answer(NAMES[0])
        suspects.settle()
