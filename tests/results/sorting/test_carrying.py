"""Files get into their folders, whole, and nothing else changes."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from app.results.sorting import carrying, copying, placing
from app.results.sorting.copying import Passing
from app.results.sorting.journal import Journal, Phase
from app.results.sorting.journals import sorts
from app.results.sorting.steps import Handled, LeftAlone, SortEnd, SortFailure
from app.results.sorting.work import carry_out, go_on
from app.values import Left, SortTrouble, Way

from .conftest import World, answer, end_of, tree
from .faults import stolen_placeholder, without_exclusive_rename, without_hard_links

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
WAYS = [Way.COPY, Way.MOVE, Way.LINK]


@pytest.fixture(
    params=[
        "same",
        pytest.param("other", marks=pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="another drive")),
    ]
)
def destination(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    if request.param == "same":
        yield tmp_path / "sorted"
        return
    folder = Path(f"/dev/shm/whatsit-carry-{os.getpid()}")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def filled(world: World) -> World:
    world.picture("a.jpg", mode=0o640)
    world.picture("b/a.jpg", data=b"another" * 1000, mode=0o444)
    world.picture("b/c.jpg", "dog")
    world.file("b/c.xmp")
    return world


@pytest.mark.parametrize("way", [Way.COPY, Way.MOVE])
def test_contents_times_and_modes_are_kept(world: World, destination: Path, way: Way) -> None:
    world.destination = destination
    before = tree(filled(world).source)
    end = world.sort(way)
    assert (end.done, end.left, end.is_complete) == (4, 0, True)
    after = tree(destination)
    assert after[b"cat/a.jpg"] == before[b"a.jpg"]
    assert after[b"cat/a (2).jpg"] == before[b"b/a.jpg"]
    assert after[b"dog/c.jpg"] == before[b"b/c.jpg"]
    assert after[b"dog/c.xmp"] == before[b"b/c.xmp"]
    assert tree(world.source) == (before if way is Way.COPY else {b"b": ("folder",)})


def test_links_are_the_files_themselves(world: World) -> None:
    picture = world.picture("a.jpg")
    world.sort(Way.LINK)
    assert os.path.samefile(picture, world.destination / "cat" / "a.jpg")


@posix
def test_extended_attributes_are_kept(world: World, destination: Path) -> None:
    world.destination = destination
    picture = world.picture("a.jpg")
    try:
        os.setxattr(picture, "user.tag", b"holiday")
    except OSError:
        pytest.skip("no extended attributes here")
    if os.stat(destination.parent).st_dev != os.stat(picture).st_dev:
        pytest.skip("tmpfs may have none")
    world.sort(Way.COPY)
    assert os.getxattr(destination / "cat" / "a.jpg", "user.tag") == b"holiday"


@posix
@pytest.mark.parametrize("way", WAYS)
def test_links_to_pictures_are_copied_as_files_and_moved_as_links(world: World, way: Way) -> None:
    (world.base / "elsewhere.jpg").write_bytes(b"elsewhere")
    link = world.source / "l.jpg"
    link.symlink_to("../elsewhere.jpg")
    world.outcomes.append(answer(link, "cat"))
    assert world.sort(way).left == 0
    target = world.destination / "cat" / "l.jpg"
    assert target.read_bytes() == b"elsewhere"
    assert target.is_symlink() == (way is Way.MOVE)
    assert (world.base / "elsewhere.jpg").exists()
    assert os.path.lexists(link) == (way is not Way.MOVE)
    assert world.undo().left == 0
    assert os.readlink(link) == "../elsewhere.jpg"
    assert not world.destination.exists()


@pytest.mark.parametrize("way", WAYS)
def test_a_name_that_is_taken_after_planning_is_not_overwritten(world: World, way: Way) -> None:
    world.picture("a.jpg")
    world.file("a.xmp")
    with world.plan(way) as plan:
        (world.destination / "cat").mkdir(parents=True)
        (world.destination / "cat" / "a.xmp").write_bytes(b"somebody else's")
        assert end_of(carry_out(plan, world.sorts, None, Event())).left == 0
    assert world.sorted() == ["cat/a (2).jpg", "cat/a (2).xmp", "cat/a.xmp"]
    assert (world.destination / "cat" / "a.xmp").read_bytes() == b"somebody else's"


@posix
@pytest.mark.parametrize("way", WAYS)
def test_nor_one_that_is_taken_at_the_last_moment(world: World, way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    world.picture("a.jpg")
    real, target = os.link, world.destination / "cat" / "a.jpg"

    def link(held: Path, name: Path) -> None:
        if name == target:
            target.write_bytes(b"somebody else's")
        real(held, name)

    monkeypatch.setattr(os, "link", link)
    assert world.sort(way).left == 0
    assert target.read_bytes() == b"somebody else's"
    assert world.sorted() == ["cat/a (2).jpg", "cat/a.jpg"]


def between(world: World, way: Way, change: Callable[[], object]) -> tuple[SortEnd, list[LeftAlone]]:
    """Plan, change something, carry out."""
    with world.plan(way) as plan:
        change()
        steps = list(carry_out(plan, world.sorts, None, Event()))
    return steps[-1], [step for step in steps if isinstance(step, LeftAlone)]  # type: ignore[return-value]


@pytest.mark.parametrize("way", WAYS)
def test_a_picture_that_changes_or_goes_after_planning_is_left_alone(world: World, way: Way) -> None:
    first, second = world.picture("a.jpg"), world.picture("b.jpg")
    world.file("a.xmp")
    world.picture("c.jpg")
    end, left = between(world, way, lambda: (first.write_bytes(b"edited"), second.unlink()))
    assert [(step.path.name, step.why) for step in left] == [("a.jpg", Left.CHANGED), ("b.jpg", Left.GONE)]
    assert (end.done, end.left, end.is_complete) == (1, 3, True)
    assert world.sorted() == ["cat/c.jpg"]
    assert (first.read_bytes(), first.with_suffix(".xmp").exists()) == (b"edited", True)


def test_a_folder_that_is_gone_stops_the_sort_which_then_goes_on(world: World) -> None:
    world.picture("a/a.jpg")
    world.picture("b/b.jpg")
    end, left = between(world, Way.MOVE, lambda: (world.source / "b").rename(world.base / "pulled out"))
    assert left == []
    assert end.error
    assert end.error.trouble is SortTrouble.FOLDER_GONE
    (world.base / "pulled out").rename(world.source / "b")
    assert world.go_on().done == 2


def test_so_does_a_destination_that_is_gone(world: World) -> None:
    world.picture("a.jpg")
    world.picture("b.jpg")
    stopped_after_one(world, Way.COPY)
    world.destination.rename(world.base / "pulled out")
    for end in (world.go_on(), world.undo()):
        assert end.error
        assert end.error.trouble is SortTrouble.FOLDER_GONE
    assert not world.destination.exists()
    (world.base / "pulled out").rename(world.destination)
    assert world.go_on().done == 2


def stopped_after_one(world: World, way: Way) -> None:
    stop = Event()
    with world.plan(way) as plan:
        for step in carry_out(plan, world.sorts, None, stop):
            if isinstance(step, Handled):
                stop.set()
    assert not step.is_complete  # type: ignore[union-attr]
    assert step.error is None  # type: ignore[union-attr]


@pytest.mark.parametrize("way", WAYS)
def test_it_stops_after_the_file_under_way_and_goes_on(world: World, way: Way) -> None:
    filled(world)
    stopped_after_one(world, way)
    assert world.sorted() == ["cat/a.jpg"]
    assert world.go_on().is_complete
    assert world.sorted() == ["cat/a (2).jpg", "cat/a.jpg", "dog/c.jpg", "dog/c.xmp"]


def test_closing_the_steps_loses_nothing(world: World) -> None:
    before = filled(world).trees()[0]
    with world.plan(Way.MOVE) as plan:
        steps = carry_out(plan, world.sorts, None, Event())
        next(steps)
        steps.close()  # type: ignore[attr-defined]
    assert world.go_on().done == 4
    world.undo()
    assert world.trees()[0] == before


def test_only_one_at_a_time_sorts_into_a_folder(world: World) -> None:
    filled(world)
    with world.plan(Way.COPY) as plan:
        steps = carry_out(plan, world.sorts, None, Event())
        next(steps)
        second = end_of(go_on(world.journal, None, Event()))
        assert second.error
        assert second.error.trouble is SortTrouble.BUSY
        third = world.sort(Way.COPY)
        assert third.error
        assert (third.journal, third.error.trouble) == (None, SortTrouble.BUSY)
        assert end_of(steps).is_complete
    assert len(list(sorts(world.sorts))) == 1  # none is left that has done nothing


@posix
@pytest.mark.parametrize("way", [Way.COPY, Way.MOVE])
def test_a_file_too_large_for_the_drive_is_left_and_nothing_of_it(
    world: World, way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "link", refusing_links(carrying.link, world)) if way is Way.MOVE else None
    world.picture("large.jpg", data=b"x" * 3_000_000)
    world.picture("small.jpg", data=b"y" * 1000)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with world.plan(way) as plan:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, hard))
        try:
            steps = list(carry_out(plan, world.sorts, None, Event()))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    left = [step for step in steps if isinstance(step, LeftAlone)]
    assert [(step.path.name, step.why) for step in left] == [("large.jpg", Left.UNWRITABLE)]
    assert world.sorted() == ["cat/small.jpg"]
    assert (world.source / "large.jpg").stat().st_size == 3_000_000


@posix
@pytest.mark.parametrize("data", [b"somebody's picture", b""])
def test_a_file_that_somebody_put_in_the_place_of_the_empty_one_stays(
    world: World, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    before = tree(filled(world).source)
    with monkeypatch.context() as faults:
        faults.setattr(os, "link", os.link)
        faults.setattr(placing, "rename_exclusively", placing.rename_exclusively)
        without_hard_links()
        without_exclusive_rename()
        with faults.context() as theft:
            theft.setattr(os, "replace", stolen_placeholder(data))
            assert world.sort(Way.MOVE).error
        assert world.go_on().is_complete
        assert (world.destination / "cat" / "a.jpg").read_bytes() == data
        assert world.undo().left == 0
    assert tree(world.source) == before
    assert world.sorted() == ["cat/a.jpg"]


def refusing_links(real: Callable[[Path, Path], bool], world: World) -> Callable[[Path, Path], bool]:
    """As if source and destination were two drives."""

    def link(held: Path, target: Path) -> bool:
        if held.is_relative_to(world.source):
            raise placing.OtherDrive
        return real(held, target)

    return link


@pytest.mark.skipif(shutil.which("mount") is None or os.name != "posix" or os.geteuid() != 0, reason="root on Linux")
def test_a_full_drive_is_a_sentence_and_the_rest_goes_on_when_there_is_room(world: World) -> None:
    world.destination.mkdir()
    if os.system(f"mount -t tmpfs -o size=200k tmpfs {world.destination} 2>/dev/null") != 0:
        pytest.skip("nothing can be mounted here")
    try:
        for number in range(4):
            world.picture(f"{number}.jpg", data=bytes([number]) * 80_000)
        before = world.trees()[0]
        with world.plan(Way.MOVE) as plan:
            assert [each.trouble for each in plan.summary().obstacles] == [SortTrouble.NO_ROOM]
            end = end_of(carry_out(plan, world.sorts, None, Event()))
        assert end.error
        assert end.error.trouble is SortTrouble.NO_ROOM
        assert world.sorted() == ["cat/0.jpg", "cat/1.jpg"]
        os.system(f"mount -o remount,size=10m {world.destination}")
        assert world.go_on().done == 4
        assert world.undo().left == 0
        assert world.trees()[0] == before
    finally:
        os.system(f"umount {world.destination}")


@posix
def test_a_copy_that_reads_otherwise_than_it_was_written_takes_no_original(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "link", refusing_links(carrying.link, world))
    world.picture("a.jpg")
    before = world.trees()[0]

    def other(_descriptor: int) -> Passing[bytes]:
        yield from ()
        return b"other"

    monkeypatch.setattr(copying, "_digest", other)
    end = world.sort(Way.MOVE)
    assert end.error
    assert "not what is read again" in end.error.detail
    assert world.trees()[0] == before
    assert world.sorted() == []


@posix
def test_a_picture_that_is_edited_while_it_is_copied_is_left_alone(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = world.picture("a.jpg")
    real = copying._pumped

    def pumped(*values: object) -> Passing[bytes]:
        digest = yield from real(*values)  # type: ignore[arg-type]
        picture.write_bytes(b"edited meanwhile")
        return digest

    monkeypatch.setattr(copying, "_pumped", pumped)
    assert world.sort(Way.COPY).left == 1
    assert world.sorted() == []
    assert picture.read_bytes() == b"edited meanwhile"


@posix
def test_one_that_is_edited_before_it_is_taken_away_stays_and_so_does_the_copy(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = world.picture("a.jpg")
    old = picture.read_bytes()
    monkeypatch.setattr(carrying, "link", refusing_links(carrying.link, world))
    real = Journal.placed

    def placed(*values: object, **named: object) -> None:
        real(*values, **named)  # type: ignore[arg-type]
        picture.write_bytes(b"edited meanwhile")

    monkeypatch.setattr(Journal, "placed", placed)
    end = world.sort(Way.MOVE)
    assert (end.done, end.left) == (1, 1)
    assert (world.destination / "cat" / "a.jpg").read_bytes() == old
    assert picture.read_bytes() == b"edited meanwhile"
    assert [step.why for step in world.undo_steps()] == [Left.IN_THE_WAY]
    assert picture.read_bytes() == b"edited meanwhile"


@posix
def test_an_original_that_cannot_be_taken_away_leaves_no_second_one(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = world.picture("a.jpg")
    before = world.trees()[0]
    real = os.unlink

    def unlink(path: Path) -> None:
        if path == picture:
            raise PermissionError(13, "Permission denied")
        real(path)

    monkeypatch.setattr(os, "unlink", unlink)
    end = world.sort(Way.MOVE)
    assert (end.done, end.left) == (0, 1)
    assert world.trees()[0] == before
    assert world.sorted() == []


def test_a_plan_with_no_place_for_its_journal_does_nothing(world: World) -> None:
    world.picture("a.jpg")
    world.sorts.write_bytes(b"a file in its place")
    end = world.sort(Way.MOVE)
    assert end.journal is None
    assert end.error
    assert end.error.trouble is SortTrouble.JOURNAL_UNUSABLE
    assert not world.destination.exists()


def test_the_last_step_counts_and_the_phase_is_kept(world: World) -> None:
    filled(world)
    with world.plan(Way.COPY) as plan:
        steps = [step for step in carry_out(plan, world.sorts, None, Event()) if isinstance(step, Handled)]
    assert [(step.done, step.total) for step in steps] == [(number, 4) for number in range(1, 5)]
    sizes = [about[0] for about in world.trees()[1].values() if about != ("folder",)]
    assert {step.total_bytes for step in steps} == {steps[-1].bytes} == {sum(sizes)}  # type: ignore[arg-type]
    with Journal(world.journal) as journal:
        assert journal.header.phase is Phase.COMPLETE


def placed_only(world: World, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A picture has its name, as if on another drive, and the sort is cut off before the original goes; the copy."""

    def cut_off(*_values: object) -> None:
        raise SortFailure(SortTrouble.UNUSABLE)

    with monkeypatch.context() as broken:
        broken.setattr(carrying, "link", refusing_links(carrying.link, world))
        broken.setattr(carrying.Carrying, "_take_away", cut_off)
        assert world.sort(Way.MOVE).error
    return world.destination / "cat" / "a.jpg"


def test_an_original_stays_while_its_copy_is_missing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    data = world.picture("a.jpg").read_bytes()
    copy = placed_only(world, monkeypatch)
    copy.unlink()
    assert world.go_on().done == 1
    assert copy.read_bytes() == data
    assert not (world.source / "a.jpg").exists()


def test_and_while_its_copy_is_another(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    data = world.picture("a.jpg").read_bytes()
    copy = placed_only(world, monkeypatch)
    copy.write_bytes(b"edited")
    assert world.go_on().left == 1
    assert (copy.read_bytes(), (world.source / "a.jpg").read_bytes()) == (b"edited", data)


@posix
def test_and_where_its_folder_has_become_a_link_to_that_of_its_copy(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = world.picture("in/a.jpg").read_bytes()
    copy = placed_only(world, monkeypatch)
    shutil.rmtree(world.source / "in")
    (world.source / "in").symlink_to(copy.parent)
    assert world.go_on().done == 1
    assert copy.read_bytes() == data
