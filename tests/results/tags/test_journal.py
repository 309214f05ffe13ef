"""The journal knows what is ours, whatever happened between its word and the deed."""

from __future__ import annotations

import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from app.results.database import StoreError, StoreTrouble
from app.results.tags.journal import Journal, Record
from app.results.tags.sidecar import RefusedError, digest
from app.values import TagTrouble

OLD, NEW, OTHER = b"head tail", b"head tag tail", b"of somebody else"
RECORD = Record(digest(OLD), digest(OLD), digest(NEW), 5, 4, b"", ("tag",))
PICTURE = Path("/pictures/cat.jpg")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "tags.sqlite"


@pytest.fixture
def sidecar(tmp_path: Path) -> Path:
    return tmp_path / "cat.jpg.xmp"


def plan(path: Path, sidecar: Path) -> None:
    """What a process wrote down before it was killed."""
    journal = Journal(path)
    journal.plan(sidecar, RECORD, PICTURE, ("tag",))
    journal.close()


def test_a_record_leads_back_to_the_file_without_tags() -> None:
    assert RECORD.undone(NEW) == OLD
    made = Record(None, None, digest(NEW), 0, len(NEW), b"", ("tag",))
    assert made.undone(NEW) is None


def test_what_was_written_is_kept(path: Path, sidecar: Path) -> None:
    with Journal(path) as journal:
        journal.plan(sidecar, RECORD, PICTURE, ("tag",))
        journal.written(sidecar, PICTURE)
        assert journal.record(sidecar, digest(NEW)) == RECORD
        assert journal.sidecars(PICTURE) == [sidecar]
    with Journal(path) as journal:
        assert journal.record(sidecar, digest(OTHER)) == RECORD
        assert journal.wish(sidecar, PICTURE) == ("tag",)


def test_a_plan_that_was_carried_out_holds(path: Path, sidecar: Path) -> None:
    plan(path, sidecar)
    sidecar.write_bytes(NEW)
    with Journal(path) as journal:
        assert journal.record(sidecar, digest(OTHER)) == RECORD, "found out at the beginning"
        assert journal.sidecars(PICTURE) == [sidecar]


def test_a_plan_that_was_not_carried_out_never_was(path: Path, sidecar: Path) -> None:
    plan(path, sidecar)
    sidecar.write_bytes(OLD)
    with Journal(path) as journal:
        assert journal.record(sidecar, digest(OTHER)) is None
        assert journal.sidecars(PICTURE) == []


def test_the_record_before_an_unfulfilled_plan_still_holds(path: Path, sidecar: Path) -> None:
    with Journal(path) as journal:
        journal.plan(sidecar, RECORD, PICTURE, ("tag",))
        journal.written(sidecar, PICTURE)
        journal.plan(sidecar, Record(digest(NEW), digest(OLD), digest(OTHER), 0, 0, b"", ("x",)), PICTURE, ("x",))
    sidecar.write_bytes(NEW)
    with Journal(path) as journal:
        assert journal.record(sidecar, digest(NEW)) == RECORD
        assert journal.wish(sidecar, PICTURE) == ("tag",)


def test_what_nobody_can_tell_is_asked_once(path: Path, sidecar: Path) -> None:
    plan(path, sidecar)
    sidecar.write_bytes(OTHER)
    with Journal(path) as journal:
        with pytest.raises(RefusedError) as refused:
            journal.record(sidecar, digest(OTHER))
        assert refused.value.trouble is TagTrouble.NOT_SURE
        journal.failed(sidecar)
        assert journal.record(sidecar, digest(OTHER)) is None


def test_a_plan_waits_for_a_drive_that_is_away(path: Path, sidecar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan(path, sidecar)

    def away(_path: Path) -> None:
        raise RefusedError(TagTrouble.UNREADABLE)

    monkeypatch.setattr("app.results.tags.journal.read_sidecar", away)
    Journal(path).close()
    monkeypatch.undo()
    sidecar.write_bytes(NEW)
    with Journal(path) as journal:
        assert journal.record(sidecar, digest(NEW)) == RECORD


def test_pictures_that_share_a_sidecar_keep_their_wishes_apart(path: Path, sidecar: Path) -> None:
    first, second = Path("/a.cr2"), Path("/a.jpg")
    with Journal(path) as journal:
        journal.note(sidecar, second, ("b", "c"), nothing_is_ours=False)
        assert journal.wanted(sidecar, first, ("a", "b")) == ("a", "b", "c")
        journal.note(sidecar, first, ("a", "b"), nothing_is_ours=False)
        assert journal.wanted(sidecar, second, ()) == ("a", "b")
        journal.note(sidecar, first, (), nothing_is_ours=False)
        assert journal.sidecars(first) == []


def test_it_follows_pictures_and_sidecars_that_we_move(path: Path, sidecar: Path) -> None:
    new, moved = sidecar.with_name("moved.jpg.xmp"), Path("/sorted/cat.jpg")
    with Journal(path) as journal:
        journal.plan(sidecar, RECORD, PICTURE, ("tag",))
        journal.written(sidecar, PICTURE)
        journal.follow([(sidecar, new), (PICTURE, moved)])
        assert journal.record(new, digest(NEW)) == RECORD
        assert journal.sidecars(moved) == [new]
        assert journal.record(sidecar, digest(NEW)) is None
        assert journal.sidecars(PICTURE) == []


def test_a_record_without_tags_is_forgotten(path: Path, sidecar: Path) -> None:
    with Journal(path) as journal:
        journal.plan(sidecar, RECORD, PICTURE, ("tag",))
        journal.written(sidecar, PICTURE)
        journal.plan(sidecar, Record(digest(NEW), digest(OLD), digest(OLD), 0, 0, b"", ()), PICTURE, ())
        journal.written(sidecar, PICTURE)
        assert journal.record(sidecar, digest(OLD)) is None
        assert journal.sidecars(PICTURE) == []


def test_a_second_writer_is_told_and_a_reader_is_not_kept_waiting(path: Path) -> None:
    with Journal(path):
        with pytest.raises(StoreError) as raised:
            Journal(path)
        assert raised.value.trouble is StoreTrouble.BUSY
        with Journal(path, is_read_only=True) as reader:
            assert reader.sidecars(PICTURE) == []
    Journal(path).close()


def test_a_reader_makes_nothing(path: Path) -> None:
    Journal(path, is_read_only=True).close()
    assert not path.parent.exists()


def test_one_of_a_newer_program_is_refused_and_free_again(path: Path) -> None:
    Journal(path).close()
    with sqlite3.connect(path) as database:
        database.execute("pragma user_version = 99")
    database.close()
    for _ in range(2):
        with pytest.raises(StoreError) as raised:
            Journal(path)
        assert raised.value.trouble is StoreTrouble.NEWER


@pytest.mark.skipif(sys.platform == "win32", reason="permissions")
def test_it_is_private(path: Path) -> None:
    Journal(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
