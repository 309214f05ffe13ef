"""Undoing restores everything, and leaves alone what the user has changed since."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from pathlib import Path
from threading import Event

import pytest

from app.results.sorting import placing
from app.results.sorting.journals import newest_to_undo, sort_of
from app.results.sorting.steps import Handled, LeftAlone, SortError
from app.results.sorting.work import carry_out, go_on, undo
from app.values import Left, SortTrouble, Way

from .conftest import World, answer, end_of, tree
from .faults import stolen_placeholder, without_exclusive_rename, without_hard_links

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
WAYS = [Way.COPY, Way.MOVE, Way.LINK]


def filled(world: World) -> World:
    for name in ("a.jpg", "b.jpg", "sub/a.jpg"):
        world.picture(name, data=name.encode())
    return world


def left(world: World) -> list[tuple[str, Left]]:
    return [(step.path.name, step.why) for step in undo(world.journal, None, Event()) if isinstance(step, LeftAlone)]


@pytest.mark.parametrize("way", WAYS)
def test_the_tree_is_as_it_was(world: World, way: Way) -> None:
    before = tree(filled(world).source)
    world.destination /= "deep/er"
    world.sort(way)
    end = world.undo()
    assert (end.done, end.left, end.is_complete, end.error) == (3, 0, True, None)
    assert tree(world.source) == before
    assert not (world.base / "sorted").exists()


@pytest.mark.parametrize("way", WAYS)
def test_what_is_undone_cannot_be_undone_again(world: World, way: Way) -> None:
    filled(world)
    world.sort(way)
    world.undo()
    before = world.trees()
    for steps in (undo(world.journal, None, Event()), go_on(world.journal, None, Event())):
        end = end_of(steps)
        assert end.error
        assert end.error.trouble is SortTrouble.UNDONE
    assert world.trees() == before


def test_folders_that_were_there_stay_and_so_do_those_with_something_in_them(world: World) -> None:
    world.picture("a.jpg", "cat")
    world.picture("b.jpg", "dog")
    world.picture("c.jpg", "cow")
    (world.destination / "cat").mkdir(parents=True)
    world.sort(Way.MOVE)
    (world.destination / "dog" / "mine.txt").write_text("mine")
    world.undo()
    assert tree(world.destination).keys() == {b"cat", b"dog", b"dog/mine.txt"}


@pytest.mark.parametrize("way", [Way.COPY, Way.MOVE])
def test_what_was_edited_since_stays_where_it_is(world: World, way: Way) -> None:
    filled(world)
    world.sort(way)
    (world.destination / "cat" / "b.jpg").write_bytes(b"edited")
    assert left(world) == [("b.jpg", Left.CHANGED_SINCE)]
    assert world.sorted() == ["cat/b.jpg"]
    assert (world.destination / "cat" / "b.jpg").read_bytes() == b"edited"
    assert (world.source / "a.jpg").exists()


def test_a_copy_that_only_looks_unchanged_stays_too(world: World) -> None:
    filled(world)
    world.sort(Way.COPY)
    copy = world.destination / "cat" / "b.jpg"
    status = copy.stat()
    copy.write_bytes(b"B.jpg")
    os.utime(copy, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert left(world) == [("b.jpg", Left.CHANGED_SINCE)]


@pytest.mark.parametrize("way", [Way.COPY, Way.LINK])
def test_the_last_copy_of_a_picture_is_not_removed(world: World, way: Way) -> None:
    filled(world)
    world.sort(way)
    (world.source / "a.jpg").unlink()
    assert left(world) == [("a.jpg", Left.ORIGINAL_GONE)]
    assert (world.destination / "cat" / "a.jpg").read_bytes() == b"a.jpg"


@posix
@pytest.mark.parametrize("way", [Way.COPY, Way.LINK])
def test_nor_is_one_that_a_link_stands_for_in_the_place_of_the_original(world: World, way: Way) -> None:
    """So programs that look for duplicates leave it."""
    filled(world)
    world.sort(way)
    copy = world.destination / "cat" / "a.jpg"
    (world.source / "a.jpg").unlink()
    (world.source / "a.jpg").symlink_to(copy)
    assert left(world) == [("a.jpg", Left.ORIGINAL_GONE)]
    assert copy.read_bytes() == b"a.jpg"


@posix
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("is_source", [True, False])
def test_nor_is_the_only_name_where_one_folder_has_become_a_link_to_the_other(
    world: World, way: Way, is_source: bool
) -> None:
    world.picture("in/a.jpg", data=b"a.jpg")
    world.sort(way)
    folder, other = world.source / "in", world.destination / "cat"
    if not is_source:
        folder, other = other, folder
        (folder / "a.jpg").replace(other / "a.jpg")
    shutil.rmtree(folder)
    folder.symlink_to(other)
    assert left(world) == ([] if way is Way.MOVE else [("a.jpg", Left.ORIGINAL_GONE)])
    assert (other / "a.jpg").read_bytes() == b"a.jpg"


@posix
def test_nor_a_link_that_was_moved(world: World) -> None:
    (world.source / "in").mkdir()
    (world.source / "in" / "b.jpg").symlink_to(world.file("c.jpg"))
    world.outcomes.append(answer(world.source / "in" / "b.jpg", "cat"))
    world.sort(Way.MOVE)
    (world.source / "in").rmdir()
    (world.source / "in").symlink_to(world.destination / "cat")
    assert left(world) == []
    assert (world.destination / "cat" / "b.jpg").is_symlink()


def test_nor_is_what_stands_in_the_way(world: World) -> None:
    filled(world)
    world.sort(Way.MOVE)
    (world.source / "a.jpg").write_bytes(b"a new one")
    assert left(world) == [("a.jpg", Left.IN_THE_WAY)]
    assert (world.source / "a.jpg").read_bytes() == b"a new one"
    assert (world.destination / "cat" / "a.jpg").read_bytes() == b"a.jpg"


def test_what_could_not_be_restored_is_tried_again(world: World) -> None:
    before = tree(filled(world).source)
    world.sort(Way.MOVE)
    (world.source / "a.jpg").write_bytes(b"a new one")
    assert left(world) == [("a.jpg", Left.IN_THE_WAY)]
    (world.source / "a.jpg").unlink()
    assert world.undo().left == 0
    assert tree(world.source) == before
    assert not world.destination.exists()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("trouble", [errno.EIO, errno.EACCES])
def test_what_the_system_does_not_let_go_of_keeps_the_undoing_open(
    world: World, monkeypatch: pytest.MonkeyPatch, way: Way, trouble: int
) -> None:
    before = tree(filled(world).source)
    world.sort(way)
    held, unlink = world.destination / "cat" / "b.jpg", os.unlink

    def refusing(path: Path) -> None:
        if Path(path) == held:
            raise OSError(trouble, os.strerror(trouble))
        unlink(path)

    with monkeypatch.context() as faults:
        faults.setattr(os, "unlink", refusing)
        end = world.undo()
    assert end.error == SortError(SortTrouble.HELD_UP, str(held), os.strerror(trouble))
    assert (end.done, end.is_complete) == (2, False)
    assert world.sorted() == ["cat/b.jpg"]
    assert (sort_of(world.journal).done, sort_of(world.journal).left) == (1, 0)
    assert newest_to_undo(world.sorts) == world.journal
    again = world.undo()
    assert (again.done, again.left, again.is_complete, again.error) == (3, 0, True, None)
    assert tree(world.source) == before
    assert not world.destination.exists()


def test_what_was_kept_before_and_is_held_up_now_is_open_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.picture("a.jpg")
    world.sort(Way.MOVE)
    (world.source / "a.jpg").write_bytes(b"a new one")
    assert left(world) == [("a.jpg", Left.IN_THE_WAY)]
    (world.source / "a.jpg").unlink()
    with monkeypatch.context() as faults:
        faults.setattr(os, "unlink", lambda path: (_ for _ in ()).throw(OSError(errno.EIO, "no")))
        assert world.undo().error
    assert sort_of(world.journal).left == 0
    assert world.undo().is_complete


@posix
@pytest.mark.parametrize("data", [b"somebody's picture", b""])
def test_nor_is_what_somebody_put_in_the_place_of_the_empty_file(
    world: World, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    world.picture("a.jpg")
    world.sort(Way.MOVE)
    monkeypatch.setattr(os, "link", os.link)
    monkeypatch.setattr(placing, "rename_exclusively", placing.rename_exclusively)
    without_hard_links()
    without_exclusive_rename()
    with monkeypatch.context() as theft:
        theft.setattr(os, "replace", stolen_placeholder(data))
        assert world.undo().error
    assert left(world) == [("a.jpg", Left.IN_THE_WAY)]
    assert (world.source / "a.jpg").read_bytes() == data
    assert world.sorted() == ["cat/a.jpg"]


def test_what_is_gone_is_told(world: World) -> None:
    filled(world)
    world.sort(Way.MOVE)
    (world.destination / "cat" / "a.jpg").unlink()
    assert left(world) == [("a.jpg", Left.MISSING_SINCE)]


def test_what_the_user_moved_back_is_fine(world: World) -> None:
    before = tree(filled(world).source)
    world.sort(Way.MOVE)
    (world.destination / "cat" / "a.jpg").rename(world.source / "a.jpg")
    assert left(world) == []
    assert tree(world.source) == before


def test_a_copy_that_the_user_removed_is_fine(world: World) -> None:
    filled(world)
    world.sort(Way.COPY)
    (world.destination / "cat" / "a.jpg").unlink()
    assert left(world) == []
    assert not world.destination.exists()


def test_folders_that_were_emptied_and_removed_are_made_again(world: World) -> None:
    before = tree(filled(world).source)
    world.sort(Way.MOVE)
    (world.source / "sub").rmdir()
    assert world.undo().left == 0
    assert tree(world.source) == before


def test_but_not_where_a_drive_was(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(world)
    world.sort(Way.MOVE)
    (world.source / "sub").rmdir()
    real = os.stat

    def stat(path: object, **named: object) -> object:
        status = real(path, **named)  # type: ignore[arg-type]
        if str(path) != str(world.source):
            return status
        return os.stat_result((*status[:2], status.st_dev + 1, *status[3:]))

    monkeypatch.setattr(os, "stat", stat)
    end = world.undo()
    assert end.error
    assert end.error.trouble is SortTrouble.FOLDER_GONE
    monkeypatch.undo()
    assert world.undo().left == 0


@pytest.mark.parametrize("way", WAYS)
def test_an_unfinished_sort_can_be_undone(world: World, way: Way) -> None:
    before = tree(filled(world).source)
    stop = Event()
    with world.plan(way) as plan:
        for _step in carry_out(plan, world.sorts, None, stop):
            stop.set()
    assert world.undo().done == 1
    assert tree(world.source) == before
    assert not world.destination.exists()


def test_undoing_stops_and_goes_on_and_nothing_else_goes_on_meanwhile(world: World) -> None:
    before = tree(filled(world).source)
    world.sort(Way.MOVE)
    stop = Event()
    for step in undo(world.journal, None, stop):
        if isinstance(step, Handled):
            stop.set()
    assert len(world.sorted()) == 2
    end = world.go_on()
    assert end.error
    assert end.error.trouble is SortTrouble.UNDOING
    assert world.undo().is_complete
    assert tree(world.source) == before


@posix
def test_moved_links_that_lead_elsewhere_since_stay(world: World) -> None:
    from .conftest import answer

    (world.base / "elsewhere.jpg").write_bytes(b"elsewhere")
    (world.source / "l.jpg").symlink_to("../elsewhere.jpg")
    world.outcomes.append(answer(world.source / "l.jpg", "cat"))
    world.sort(Way.MOVE)
    link = world.destination / "cat" / "l.jpg"
    link.unlink()
    link.symlink_to("/nowhere")
    assert left(world) == [("l.jpg", Left.CHANGED_SINCE)]
    assert os.readlink(link) == "/nowhere"


def test_a_journal_that_is_missing_foreign_or_newer_is_a_sentence(world: World, tmp_path: Path) -> None:
    import sqlite3

    filled(world)
    world.sort(Way.COPY)
    foreign, other, newer = tmp_path / "x.jpg", tmp_path / "other.sqlite", tmp_path / "newer.sort"
    foreign.write_bytes(b"a photograph, long enough to be looked at for a moment" * 30)
    sqlite3.connect(other).execute("create table t (x)").connection.close()
    newer.write_bytes(world.journal.read_bytes())
    with sqlite3.connect(newer) as database:
        database.execute("pragma user_version = 99")
    database.close()
    troubles = []
    for path in (tmp_path / "gone", foreign, other, newer):
        end = end_of(undo(path, None, Event()))
        assert end.error
        troubles.append(end.error.trouble)
    assert troubles == [
        SortTrouble.JOURNAL_MISSING,
        SortTrouble.JOURNAL_FOREIGN,
        SortTrouble.JOURNAL_FOREIGN,
        SortTrouble.JOURNAL_NEWER,
    ]
    assert foreign.read_bytes().startswith(b"a photograph")
