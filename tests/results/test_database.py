"""The database is made, migrated with a backup, and never used when it is not what it should be."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.images.decode import open_picture
from app.images.order import file_position, folder_position, input_position, natural_key
from app.images.sources import Discovery
from app.results import database
from app.results.database import (
    MIGRATIONS,
    StoreError,
    StoreTrouble,
    end_reading,
    open_database,
    open_to_read,
    store_errors,
    writing,
)
from app.values import Failed, ImageRef, Limits, Reason

NEXT = (*MIGRATIONS, "create table more (id integer primary key) strict;\ninsert into more values (7);")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "results.sqlite"


@pytest.fixture
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    connection, aside = open_database(path)
    assert aside is None
    with closing(connection):
        yield connection


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("select name from sqlite_schema where type = 'table'")}


def test_a_new_one_is_private_and_can_be_read_while_it_is_written(opened: sqlite3.Connection, path: Path) -> None:
    assert {"run", "entry", "outcome", "picture", "method"} <= tables(opened)
    assert opened.execute("pragma journal_mode").fetchone() == ("wal",)
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_who_reads_last_leaves_one_file(opened: sqlite3.Connection, path: Path) -> None:
    """Somebody copies that one."""
    reading = open_to_read(path)
    opened.execute("insert into picture (path) values (x'2f61')")
    opened.close()
    end_reading(reading, path)
    assert [each.name for each in path.parent.iterdir() if each.suffix != ".lock"] == [path.name]
    with closing(sqlite3.connect(path)) as copied:
        assert copied.execute("select path from picture").fetchall() == [(b"/a",)]


def test_ending_to_read_what_is_gone_is_no_error(opened: sqlite3.Connection, path: Path) -> None:
    reading = open_to_read(path)
    opened.close()
    path.unlink()
    end_reading(reading, path)
    assert not path.exists()


def test_on_a_network_drive_it_keeps_a_rollback_journal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "is_on_network", lambda _path: True)
    connection, _ = open_database(path)
    with closing(connection):
        assert connection.execute("pragma journal_mode").fetchone() == ("delete",)


def test_a_private_one_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    connection, _ = open_database(None)
    with closing(connection):
        assert "run" in tables(connection)
    assert list(tmp_path.iterdir()) == []


def test_an_older_one_is_migrated_and_copied_before(opened: sqlite3.Connection, path: Path) -> None:
    opened.execute("insert into picture (path) values (x'61')")
    connection, _ = open_database(path, NEXT)
    with closing(connection):
        assert connection.execute("select id from more").fetchall() == [(7,)]
        assert connection.execute("select path from picture").fetchall() == [(b"a",)]
    backup = path.with_name(f"results.sqlite.version-{len(MIGRATIONS)}")
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("select path from picture").fetchall() == [(b"a",)]
        assert "more" not in tables(copy)
    if os.name == "posix":
        assert backup.stat().st_mode & 0o777 == 0o600


FIRST_VERSION = """
    insert into method values (1, 'f', 'builtin', 'A model', 'fp32', '["tench", "goldfish"]');
    insert into run values (1, 'key', 'old', 1, x'', 0.0, null, 2, 1, 3);
    insert into run values (2, 'other', 'two', 1, x'', 0.0, 1.0, 1, 0, 1);
    insert into picture values (7, x'61'), (8, x'62'), (9, x'63');
    insert into outcome (id, picture, method, class, probability, scores) values (1, 7, 1, 1, 0.75, x'00');
    insert into outcome (id, picture, method, class, probability, scores) values (2, 8, 1, 0, 0.25, x'00');
    insert into outcome (id, picture, method, stage, reason, detail) values (3, 9, 1, 'decode', 'damaged', '');
"""


def test_a_store_of_the_first_version_keeps_its_rows(path: Path) -> None:
    first, _ = open_database(path, MIGRATIONS[:1])
    with closing(first):
        first.executescript(FIRST_VERSION)
        top = input_position(0)
        places = [(file_position(folder_position(top, "sub"), "img2"), 1), (file_position(top, "b"), 2), (top, 3)]
        entries = [(1, position, outcome, 3) for position, outcome in places] + [(2, places[0][0], 1, 1)]
        first.executemany("insert into entry (run, position, outcome, pass) values (?, ?, ?, ?)", entries)
    connection, _ = open_database(path)
    with closing(connection):
        found = connection.execute(
            "select run, position, outcome, pass, class, probability, substr(position, name_at + 1), removed from entry"
        ).fetchall()
        assert connection.execute("select count(*) from pragma_foreign_key_check").fetchone() == (0,)
        connection.execute("delete from run where id = 1")
        assert connection.execute("select run from entry").fetchall() == [(2,)]
    (img2, _), (b, _), _ = places
    assert found == [
        (1, top, 3, 3, None, None, top, 0),
        (1, b, 2, 3, 0, 0.25, natural_key("b"), 0),
        (1, img2, 1, 3, 1, 0.75, natural_key("img2"), 0),
        (2, img2, 1, 1, 1, 0.75, natural_key("img2"), 0),
    ]
    with closing(sqlite3.connect(path.with_name("results.sqlite.version-1"))) as copy:
        assert copy.execute("select count(*) from entry").fetchone() == (4,)


def test_a_store_of_the_second_version_keeps_its_runs(path: Path) -> None:
    second, _ = open_database(path, MIGRATIONS[:2])
    with closing(second):
        second.executescript(FIRST_VERSION)
    connection, _ = open_database(path)
    with closing(connection):
        found = connection.execute("select id, ended, classified, total, skipped, mounted from run").fetchall()
    assert found == [(1, None, 2, None, "{}", 1), (2, 1.0, 1, None, "{}", 1)]
    with closing(sqlite3.connect(path.with_name("results.sqlite.version-2"))) as copy:
        assert copy.execute("select count(*) from run").fetchone() == (2,)
        assert "total" not in {column for (column,) in copy.execute("select name from pragma_table_info('run')")}


def test_a_migration_that_fails_changes_nothing(opened: sqlite3.Connection, path: Path) -> None:
    with pytest.raises(StoreError) as failure:
        open_database(path, (*MIGRATIONS, "create table more (id integer) strict;\ncreate table more (id integer);"))
    assert failure.value.trouble is StoreTrouble.UNUSABLE
    assert "more" not in tables(opened)
    assert opened.execute("pragma user_version").fetchone() == (len(MIGRATIONS),)


def test_a_newer_one_is_refused_and_left_alone(path: Path) -> None:
    open_database(path, NEXT)[0].close()
    before = path.read_bytes()
    with pytest.raises(StoreError) as failure:
        open_database(path)
    assert failure.value.trouble is StoreTrouble.NEWER
    assert failure.value.detail == f"version {len(NEXT)}; this program knows {len(MIGRATIONS)}"
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", [b"this is no database, but it is long enough to be looked at " * 40, None])
def test_a_damaged_one_is_moved_aside_and_never_removed(path: Path, damage: bytes | None) -> None:
    open_database(path)[0].close()
    content = damage or path.read_bytes()[:100] + os.urandom(4096) + path.read_bytes()[4196:]
    path.write_bytes(content)
    connection, aside = open_database(path, is_ours=True)
    with closing(connection):
        assert "run" in tables(connection)
    assert aside == path.with_name("results.sqlite.damaged-1")
    assert aside.read_bytes() == content


def test_two_damaged_ones_are_both_kept(path: Path) -> None:
    path.parent.mkdir()
    for number in (1, 2):
        path.write_bytes(b"no database at all, however you look at it")
        connection, aside = open_database(path, is_ours=True)
        connection.close()
        assert aside == path.with_name(f"results.sqlite.damaged-{number}")


def test_somebody_elses_file_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xd8\xff a photograph of a holiday, as long as a header and longer" * 3)
    before = path.read_bytes()
    with pytest.raises(StoreError) as failure:
        open_database(path)
    assert failure.value.trouble is StoreTrouble.FOREIGN
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [0, 1])
def test_somebody_elses_database_is_left_alone(path: Path, version: int) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("create table bookmarks (address text)")
        other.execute(f"pragma user_version = {version}")
    before = path.read_bytes()
    with pytest.raises(StoreError) as failure:
        open_database(path, is_ours=True)
    assert failure.value.trouble is StoreTrouble.FOREIGN
    assert path.read_bytes() == before


def test_our_own_damaged_one_is_moved_aside_whatever_it_is_called(path: Path) -> None:
    open_database(path)[0].close()
    with path.open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(4000))
    assert open_database(path)[1] == path.with_name("results.sqlite.damaged-1")


OPENING = """
import sys
from pathlib import Path
from app.results.database import open_database
sys.stdin.readline()
print(open_database(Path(sys.argv[1]), is_ours=True)[1] or "sound")
"""


@pytest.mark.parametrize("damage", [None, b"no database, and long enough to be looked at by whoever comes"])
def test_many_may_open_at_the_same_moment(path: Path, damage: bytes | None) -> None:
    path.parent.mkdir()
    if damage:
        path.write_bytes(damage)
    command, pipe = [sys.executable, "-c", OPENING, str(path)], subprocess.PIPE
    openers = [subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(5)]
    said = [opener.communicate("go\n")[0].strip() for opener in openers]
    moved = [f"{path}.damaged-1"] if damage else []
    assert sorted(said) == sorted([*moved, *["sound"] * (5 - len(moved))])


def test_a_folder_in_its_place_is_a_sentence(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreError) as failure:
        open_database(path)
    assert failure.value.trouble is StoreTrouble.UNUSABLE
    assert failure.value.path == str(path)


def test_a_second_writer_waits(opened: sqlite3.Connection, path: Path) -> None:
    other, _ = open_database(path)
    done: list[str] = []

    def write() -> None:
        with writing(other):
            other.execute("insert into picture (path) values (x'62')")
        done.append("second")

    with writing(opened):
        thread = threading.Thread(target=write)
        thread.start()
        opened.execute("insert into picture (path) values (x'61')")
        thread.join(0.2)
        assert done == []
        with closing(sqlite3.connect(path)) as third:
            assert third.execute("select count(*) from picture").fetchone() == (0,), "nobody sees half of it"
        done.append("first")
    thread.join()
    other.close()
    assert done == ["first", "second"]


def test_a_writer_that_waits_too_long_says_so(
    opened: sqlite3.Connection, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    monkeypatch.setattr(database, "_TRY", 0.01)
    other, _ = open_database(path)
    with closing(other), writing(opened):
        with pytest.raises(StoreError) as failure, store_errors(path), writing(other):
            pytest.fail("there cannot be two")
        assert failure.value.trouble is StoreTrouble.BUSY


def test_a_writer_that_gives_up_waits_no_longer(opened: sqlite3.Connection, path: Path) -> None:
    other, _ = open_database(path)
    asked: list[bool] = []
    gives_up = lambda: bool(asked.append(True)) or True  # noqa: E731
    with closing(other), writing(opened), pytest.raises(StoreError), store_errors(path), writing(other, gives_up):
        pytest.fail("there cannot be two")
    assert len(asked) == 1


@pytest.mark.parametrize("to_open", [open_database, open_to_read])
def test_opening_waits_no_longer_than_somebody_wants(path: Path, monkeypatch: pytest.MonkeyPatch, to_open) -> None:
    monkeypatch.setattr(database, "is_on_network", lambda _path: True)
    open_database(path)[0].close()
    asked: list[bool] = []
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("begin exclusive")
        with pytest.raises(StoreError) as failure:
            to_open(path, gives_up=lambda: bool(asked) or bool(asked.append(True)))
    assert failure.value.trouble is StoreTrouble.BUSY
    assert asked == [True]


@pytest.mark.skipif(sys.platform == "win32", reason="needs flock")
def test_who_waits_until_another_has_opened_it_can_give_up(path: Path) -> None:
    import fcntl

    path.parent.mkdir()
    with Path(f"{path}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreError) as failure:
            open_database(path, gives_up=lambda: True)
        assert failure.value.trouble is StoreTrouble.BUSY
        timer = threading.Timer(0.1, fcntl.flock, [lock, fcntl.LOCK_UN])
        timer.start()
        open_database(path)[0].close()
        timer.join()


def test_a_full_disk_says_so(opened: sqlite3.Connection, path: Path) -> None:
    opened.execute(f"pragma max_page_count = {opened.execute('pragma page_count').fetchone()[0]}")
    with pytest.raises(StoreError) as failure, store_errors(path), writing(opened):
        opened.execute("insert into picture (path) values (zeroblob(100000))")
    assert failure.value.trouble is StoreTrouble.FULL
    assert opened.execute("select count(*) from picture").fetchone() == (0,)


KILLED = """
import os, sys
from pathlib import Path
from app.results.database import open_database, writing
database, _ = open_database(Path(sys.argv[1]))
for number in range(50):
    with writing(database):
        database.execute("insert into picture (path) values (?)", (str(number).encode(),))
        if number == 37:
            os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_what_was_committed_survives_a_kill(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert done.returncode == -9
    connection, aside = open_database(path)
    with closing(connection):
        assert connection.execute("select count(*) from picture").fetchone() == (37,)
    assert aside is None


COME_AND_GONE = """
import sys
from contextlib import closing
from pathlib import Path
from app.results.database import open_database
with closing(open_database(Path(sys.argv[1]))[0]) as database:
    print(database.execute("select count(*) from picture").fetchone()[0])
"""


def seen_by_another_process(path: Path) -> int:
    """How many pictures another process finds in a store, which it opens and closes."""
    said = subprocess.run([sys.executable, "-c", COME_AND_GONE, str(path)], check=True, capture_output=True, text=True)
    return int(said.stdout)


def open_again(path: Path) -> None:
    open_database(path)[0].close()


def read(path: Path) -> None:
    end_reading(open_to_read(path), path)


def find_pictures(path: Path) -> None:
    assert list(Discovery([path.parent])) == []


def take_for_a_picture(path: Path) -> None:
    for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        with open_picture(ImageRef(name), Limits()) as outcome:
            assert isinstance(outcome, Failed)
            assert outcome.reason is Reason.NOT_A_PICTURE


@pytest.mark.parametrize("name", ["results.sqlite", "answers.whatsit"])
@pytest.mark.parametrize("meanwhile", [open_again, read, find_pictures, take_for_a_picture])
def test_nothing_that_this_process_does_makes_another_remove_the_log_in_use(
    tmp_path: Path, name: str, meanwhile: Callable[[Path], None]
) -> None:
    """Closing a file takes away this process's locks on it, and then the next to close it takes itself for the last."""
    path = tmp_path / name
    with closing(open_database(path)[0]) as first:
        first.execute("insert into picture (path) values (x'61')")
        meanwhile(path)
        assert seen_by_another_process(path) == 1
        first.execute("insert into picture (path) values (x'62')")
        assert seen_by_another_process(path) == 2
    assert seen_by_another_process(path) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="permissions")
def test_a_link_to_a_file_that_is_not_there_yet_makes_a_private_one(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere")
    open_again(path)
    assert (tmp_path / "elsewhere").stat().st_mode & 0o777 == 0o600
