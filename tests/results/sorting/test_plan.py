"""A plan says what would happen, and changes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest

from app.results.sorting.journal import Journal
from app.results.sorting.lines import csv_lines
from app.results.sorting.plan import Plan
from app.results.sorting.steps import Options, Origin
from app.values import Left, SortTrouble, Way

from .conftest import World, answer, failure, tree

GOLDEN = Path(__file__).parents[1] / "golden" / "sort_plan.csv"
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX")


def test_a_plan_changes_nothing(world: World) -> None:
    world.picture("a.jpg")
    before = tree(world.base)
    with world.plan(Way.MOVE) as plan:
        assert plan.summary().pictures == 1
        list(plan.lines())
    assert tree(world.base) == before


def test_it_counts_what_would_happen(world: World) -> None:
    world.picture("a.jpg")
    world.picture("sub/a.jpg")
    world.file("sub/a.xmp")
    world.picture("b.jpg", "dog")
    world.picture("c.jpg", probability=0.1)
    world.outcomes.append(failure(world.file("d.jpg")))
    with world.plan() as plan:
        summary, folders = plan.summary(), list(plan.folders())
    assert (summary.pictures, summary.companions, summary.renamed) == (4, 1, 1)
    assert summary.bytes == sum(
        about[0] for name, about in tree(world.source).items() if len(about) == 4 and b"d." not in name
    )  # type: ignore[misc]
    assert summary.left == ((Left.FAILED, 1),)
    assert [(str(each.path), each.is_new, each.pictures, each.companions) for each in folders] == [
        ("cat", True, 2, 1),
        ("dog", True, 1, 0),
        ("unknown", True, 1, 0),
    ]
    assert sum(each.bytes for each in folders) == summary.bytes


def test_the_files_of_a_folder_are_told_a_page_at_a_time(world: World) -> None:
    for number in range(5):
        world.picture(f"{number}.jpg")
    world.file("3.xmp")
    world.picture("dog.jpg", "dog")
    world.picture("unsure.jpg", probability=0.1)
    with world.plan(sorts_unknown=False) as plan:
        cat = next(folder for folder in plan.folders() if str(folder.path) == "cat")
        first = plan.files(cat.number, 0, 4)
        rest = plan.files(cat.number, first[-1].number, 4)
        left = plan.left(Left.UNKNOWN, 0, 10)
    assert [line.path.name for line in (*first, *rest)] == [*(f"{number}.jpg" for number in range(5)), "3.xmp"]
    assert [line.is_companion for line in rest] == [False, True]
    assert rest[1].target == world.destination / "cat" / "3.xmp"
    assert [(line.path.name, line.target) for line in left] == [("unsure.jpg", None)]


@pytest.mark.parametrize(
    ("options", "places"),
    [
        ({}, ["cat/a.jpg", "unknown/b.jpg", None]),
        ({"sorts_unknown": False}, ["cat/a.jpg", None, None]),
        ({"sorts_failed": True}, ["cat/a.jpg", "unknown/b.jpg", "failed/c.jpg"]),
        ({"least_probability": 0.95}, ["unknown/a.jpg", "unknown/b.jpg", None]),
        ({"folders": "{source}/{label}"}, ["source/cat/a.jpg", "source/unknown/b.jpg", None]),
        ({"folders": "{year}/{label}"}, ["2020/cat/a.jpg", "2020/unknown/b.jpg", None]),
    ],
)
def test_options_decide(world: World, options: dict[str, object], places: list[str | None]) -> None:
    world.picture("a.jpg")
    world.picture("b.jpg", probability=0.1)
    world.outcomes.append(failure(world.file("c.jpg")))
    assert list(world.targets(**options).values()) == places


def test_a_class_called_unknown_is_not_the_unknown(world: World) -> None:
    world.picture("a.jpg", "unknown")
    world.picture("b.jpg", probability=0.1)
    assert world.targets() == {"a.jpg": "unknown/a.jpg", "b.jpg": "unknown (2)/b.jpg"}


def test_labels_that_clean_to_one_name_get_two_folders(world: World) -> None:
    for number, label in enumerate(["a/b", "a:b", "A_b", "a_b", "e\u0301", "é", "a/b"]):
        world.picture(f"{number}.jpg", label)
    folders = [place.split("/")[0] for place in world.targets().values() if place]
    assert folders == ["a_b", "a_b (2)", "A_b (3)", "a_b (4)", "é", "é (2)", "a_b"]


@pytest.mark.parametrize("label", ["../../x", "/etc", "..", "CON", "nul.txt", "a\0b", "\u202ex", "x" * 800, "\udce9"])
def test_no_label_leaves_the_destination(world: World, label: str) -> None:
    world.picture("a.jpg", label)
    assert world.sort(Way.MOVE).left == 0
    (found,) = world.destination.rglob("a.jpg")
    assert found.parent.parent == world.destination
    world.undo()
    assert not world.destination.exists()


def test_names_never_collide(world: World) -> None:
    (world.destination / "cat").mkdir(parents=True)
    (world.destination / "cat" / "A.JPG").write_bytes(b"somebody else's")
    for folder in ("", "b/", "c/"):
        world.picture(f"{folder}a.jpg")
    assert list(world.targets().values()) == ["cat/a (2).jpg", "cat/a (3).jpg", "cat/a (4).jpg"]
    (world.destination / "cat" / "a (3).jpg").write_bytes(b"another")
    assert list(world.targets().values()) == ["cat/a (2).jpg", "cat/a (4).jpg", "cat/a (5).jpg"]


def test_a_number_that_is_a_name_already(world: World) -> None:
    for name in ("a.jpg", "b/a (2).jpg", "c/a.jpg"):
        world.picture(name)
    assert list(world.targets().values()) == ["cat/a.jpg", "cat/a (2).jpg", "cat/a (3).jpg"]


@posix
def test_a_file_or_a_link_in_place_of_a_folder_is_left_alone(world: World) -> None:
    world.destination.mkdir()
    (world.destination / "cat").write_bytes(b"a file")
    (world.destination / "dog").symlink_to(world.base)
    (world.destination / "cow").symlink_to("nowhere")
    for label in ("cat", "dog", "cow"):
        world.picture(f"{label}.jpg", label)
    assert list(world.targets().values()) == ["cat (2)/cat.jpg", "dog (2)/dog.jpg", "cow (2)/cow.jpg"]


def test_companions_go_along_once_and_keep_belonging_to_their_picture(world: World) -> None:
    world.picture("a.jpg")
    world.picture("sub/IMG.JPG")
    world.picture("sub/IMG.png", "dog")
    for name in ("IMG.xmp", "IMG.JPG.xmp", "IMG.CR2", "IMG.CR2.xmp", "IMG.AAE", "IMGx.xmp", ".IMG.xmp", "IMG.txt"):
        world.file(f"sub/{name}")
    world.file("cat/x")
    (world.destination / "cat").mkdir(parents=True)
    (world.destination / "cat" / "img.aae").write_bytes(b"somebody else's")
    assert world.targets() == {
        "a.jpg": "cat/a.jpg",
        "sub/IMG.JPG": "cat/IMG (2).JPG",
        "sub/IMG.AAE": "cat/IMG (2).AAE",
        "sub/IMG.CR2": "cat/IMG (2).CR2",
        "sub/IMG.xmp": "cat/IMG (2).xmp",
        "sub/IMG.JPG.xmp": "cat/IMG (2).JPG.xmp",
        "sub/IMG.CR2.xmp": "cat/IMG (2).CR2.xmp",
        "sub/IMG.png": "dog/IMG.png",
    }


def test_a_raw_that_is_a_picture_itself_goes_with_its_jpeg(world: World) -> None:
    world.picture("a.CR2", "dog")
    world.picture("a.jpg", "cat")
    world.picture("b.CR2", "dog")
    assert world.targets() == {"a.jpg": "cat/a.jpg", "a.CR2": "cat/a.CR2", "b.CR2": "dog/b.CR2"}


def test_what_is_left_alone_keeps_its_companions(world: World) -> None:
    world.picture("a.jpg", probability=0.1)
    world.file("a.xmp")
    assert world.targets(sorts_unknown=False) == {"a.jpg": None}


def test_a_picture_that_changed_or_went_is_left_alone(world: World) -> None:
    for name in ("changed.jpg", "older.jpg", "gone.jpg", "folder.jpg", "fine.jpg"):
        world.picture(name)
    (world.source / "changed.jpg").write_bytes(b"something else")
    os.utime(world.source / "older.jpg", (1, 1))
    (world.source / "gone.jpg").unlink()
    (world.source / "folder.jpg").unlink()
    (world.source / "folder.jpg").mkdir()
    never = replace(world.outcomes[4], ref=replace(world.outcomes[4].ref, path=world.file("never.jpg"), stamp=None))
    world.outcomes.append(never)
    assert world.whys() == {
        "changed.jpg": Left.CHANGED,
        "older.jpg": Left.CHANGED,
        "gone.jpg": Left.GONE,
        "folder.jpg": Left.NOT_A_FILE,
        "never.jpg": Left.CHANGED,
    }


def test_the_same_picture_twice_comes_once(world: World) -> None:
    world.picture("a.jpg")
    world.outcomes.append(world.outcomes[0])
    world.outcomes.append(answer(world.source / "." / "a.jpg", "dog"))
    assert world.targets() == {"a.jpg": "cat/a.jpg"}


@posix
def test_links_to_pictures(world: World) -> None:
    world.picture("a.jpg")
    (world.source / "inside.jpg").symlink_to("a.jpg")
    (world.base / "other.jpg").write_bytes(b"elsewhere")
    (world.source / "outside.jpg").symlink_to(world.base / "other.jpg")
    (world.source / "dead.jpg").symlink_to("nowhere")
    for name in ("inside.jpg", "outside.jpg"):
        world.outcomes.append(answer(world.source / name, "cat"))
    world.outcomes.append(
        replace(world.outcomes[0], ref=replace(world.outcomes[0].ref, path=world.source / "dead.jpg"))
    )
    assert world.whys() == {"inside.jpg": Left.SAME_PICTURE, "dead.jpg": Left.GONE}
    assert world.targets()["outside.jpg"] == "cat/outside.jpg"


@pytest.mark.parametrize("way", [Way.COPY, Way.LINK])
def test_sorting_the_same_again_finds_all_in_place(world: World, way: Way) -> None:
    world.picture("a.jpg")
    world.picture("b/a.jpg", data=b"another")
    assert world.sort(way).done == 2
    assert world.whys(way) == {"a.jpg": Left.IN_PLACE, "b/a.jpg": Left.IN_PLACE}


def test_pictures_that_lie_in_their_folder_are_in_place(world: World) -> None:
    world.picture("cat/a.jpg")
    world.picture("dog/b.jpg")
    world.picture("cat/a.CR2", "dog")
    world.destination = world.source
    assert world.whys(Way.MOVE) == {"cat/a.jpg": Left.IN_PLACE, "cat/a.CR2": Left.IN_PLACE}
    assert world.targets(Way.MOVE)["dog/b.jpg"] == "cat/b.jpg"


def obstacles(world: World, way: Way = Way.COPY) -> list[SortTrouble]:
    with world.plan(way) as plan:
        return [error.trouble for error in plan.summary().obstacles]


def test_a_destination_that_is_a_file_stands_against_it(world: World) -> None:
    world.picture("a.jpg")
    world.destination.write_bytes(b"a file")
    assert obstacles(world) == [SortTrouble.NO_FOLDER]
    world.destination /= "below"
    assert obstacles(world) == [SortTrouble.NO_FOLDER]


@posix
def test_a_dead_link_stands_against_it(world: World) -> None:
    world.picture("a.jpg")
    world.destination.symlink_to("nowhere")
    assert obstacles(world) == [SortTrouble.DEAD_LINK]
    world.destination /= "below"
    assert obstacles(world) == [SortTrouble.DEAD_LINK]


def test_too_little_room_stands_against_copies_only(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.picture("a.jpg")
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: SimpleNamespace(free=10))
    assert obstacles(world) == [SortTrouble.NO_ROOM]
    assert obstacles(world, Way.MOVE) == []
    assert obstacles(world, Way.LINK) == []


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="another drive")
def test_links_to_another_drive_are_refused_in_the_plan(world: World) -> None:
    world.picture("a.jpg")
    world.destination = Path("/dev/shm") / f"whatsit-{os.getpid()}-links"
    assert world.whys(Way.LINK) == {"a.jpg": Left.OTHER_DRIVE}
    assert world.whys(Way.COPY) == {}


READ_ONLY = """
import os, sys
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from app.results.sorting.plan import Plan
from app.results.sorting.steps import Options, Origin
from app.values import *
sys.path.insert(0, sys.argv[3])
if os.geteuid() == 0:
    os.seteuid(65534)
source, destination = Path(sys.argv[1]), Path(sys.argv[2])
status = source.stat()
ref = ImageRef(source, stamp=Stamp(status.st_size, status.st_mtime_ns))
outcome = Classified(ref, 1, 1, "m", "cpu", "fp32", (Prediction(0, "cat", 0.9),))
for way in (Way.COPY, Way.MOVE):
    with Plan(Options(destination, way), [], Origin(None, 1, "x")) as plan:
        list(plan.look([outcome], Event()))
        troubles = [each.trouble.name for each in plan.summary().obstacles]
        print(troubles, [line.why and line.why.name for line in plan.lines()])
"""


@posix
def test_a_folder_that_may_not_be_written_is_found_out_before(tmp_path_factory: pytest.TempPathFactory) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as place:  # pytest's own folders are closed to others
        os.chmod(place, 0o755)
        (Path(place) / "a.jpg").write_bytes(b"x")
        (Path(place) / "a.jpg").chmod(0o644)
        (Path(place) / "into").mkdir(mode=0o755)
        words = [sys.executable, "-c", READ_ONLY, f"{place}/a.jpg", f"{place}/into", place]
        root = str(Path(__file__).parents[3])
        done = subprocess.run(words, cwd=root, env={**os.environ, "PYTHONPATH": root}, capture_output=True, check=False)
    assert done.stdout.decode().splitlines() == ["['READ_ONLY'] [None]", "['READ_ONLY'] ['UNREADABLE']"], done.stderr


def test_the_destination_may_lie_in_the_source(world: World) -> None:
    world.picture("a.jpg")
    world.destination = world.source / "sorted"
    with world.plan() as plan:
        assert plan.summary().inside == world.source
    world.destination = world.base / "sorted"
    with world.plan() as plan:
        assert plan.summary().inside is None


def test_folders_that_pictures_come_from_are_no_folders_apart(world: World) -> None:
    world.picture("cat/a.jpg", "dog")
    world.picture("b.jpg", "cat")
    world.destination = world.source
    world.sort(Way.COPY)
    with Journal(world.journal) as journal:
        assert journal.folders() == [world.source / "dog"]


@posix
@pytest.mark.parametrize("name", [b"caf\xe9.jpg", b"new\nline.jpg", b"x" * 251 + b".jpg", "\u202egpj.jpg".encode()])
def test_every_name_survives_byte_for_byte(world: World, name: bytes) -> None:
    for folder in (b"", b"b/"):
        world.picture(folder + name)
    before = world.trees()[0]
    assert world.sort(Way.MOVE).left == 0
    found = [os.path.basename(each) for each in tree(world.destination) if each.startswith(b"cat/")]
    assert name in found
    assert all(len(each) <= 255 for each in found)
    world.undo()
    assert world.trees()[0] == before


def test_the_csv_is_golden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    world = World(Path(), Path("sorted"))
    world.picture("a.jpg")
    world.file("a.xmp")
    world.picture("b/a.jpg", "=cmd|'/c calc'!A0")
    world.picture("=1+1.jpg", "tiger, cat")
    world.picture("c.jpg", probability=0.1)
    world.picture("gone.jpg").unlink()
    if sys.platform != "win32":
        world.picture(b"caf\xe9.jpg", "\u202egpj")
    world.outcomes.append(failure(world.file("d.jpg")))
    with world.plan(Way.MOVE, sorts_unknown=False) as plan:
        text = "".join(csv_lines(plan.lines(), Way.MOVE))
    assert text == GOLDEN.read_bytes().decode()


def test_a_stopped_plan_is_no_plan(world: World) -> None:
    for number in range(3):
        world.picture(f"{number}.jpg")
    stop = Event()

    def outcomes():
        yield world.outcomes[0]
        stop.set()
        yield from world.outcomes[1:]

    with Plan(Options(world.destination), [], Origin(None, 1, "x")) as plan:
        list(plan.look(outcomes(), stop))
        assert sum(1 for _ in plan.lines()) <= 2


def test_many_of_one_name_take_no_longer_each(world: World) -> None:
    outcomes = [answer(world.file(f"{number}/same.jpg", b"x"), "cat") for number in range(300)]
    with world.plan(outcomes=outcomes) as plan:
        names = [line.target.name for line in plan.lines() if line.target]
    assert names == ["same.jpg", *(f"same ({number}).jpg" for number in range(2, 301))]
