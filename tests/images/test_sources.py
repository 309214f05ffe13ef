"""Files are found once, in the order in which people count, whatever they are called."""

from __future__ import annotations

import io
import os
import random
import socket
import subprocess
import sys
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.images import sources
from app.images.order import natural_key
from app.images.sources import Discovery, stdin_paths
from app.values import Failed, ImageRef, Reason, Stage


def make(folder: Path, *names: str, data: bytes = b"\xff\xd8\xff") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def found(*inputs: Path) -> list[str]:
    """What is found, as names relative to the folder that holds all inputs; folders that failed end with "!"."""
    base = Path(os.path.commonpath([path.parent for path in inputs]))
    return [name_of(item, base) for item in Discovery(inputs)]


def name_of(item: ImageRef | Failed, base: Path) -> str:
    ref = item.ref if isinstance(item, Failed) else item
    name = str(ref.path.relative_to(base))
    return f"{name}!" if isinstance(item, Failed) else name


def test_large_folders_are_sorted_in_portions(monkeypatch):
    monkeypatch.setattr(sources, "_PORTION", 7)
    names = [f"img{number}" for number in range(100)]
    mixed = random.Random(1).sample(names, len(names))
    assert list(sources._in_order(mixed)) == names


# --- walking -------------------------------------------------------------------------------------------------------


def test_depth_first_files_before_folders(tmp_path):
    make(tmp_path / "top", "b10/x.jpg", "b2/deep/y.jpg", "b2/z.jpg", "a.jpg", "z.jpg", "b2/a1.jpg")
    assert found(tmp_path / "top") == [
        "top/a.jpg",
        "top/z.jpg",
        "top/b2/a1.jpg",
        "top/b2/z.jpg",
        "top/b2/deep/y.jpg",
        "top/b10/x.jpg",
    ]


def test_candidates_by_name_or_by_content_and_the_rest_is_counted(tmp_path, samples):
    top = tmp_path / "top"
    make(top, "a.JPG", "broken.png", "psd.psd", "raw.nef", data=b"nonsense")
    make(top, "notes.txt", "more.TXT", "README", "film.mp4", "page.pdf", data=b"%PDF-1.4")
    make(top, "photo.bin", "photo", "wrong.txt", data=samples["png"].data)
    make(top, "drawing.dat", data=b"8BPS\0\1")
    make(top, ".hidden.jpg", ".folder/a.jpg")
    discovery = Discovery([top])
    names = [name_of(item, top) for item in discovery]
    assert names == sorted(
        ["a.JPG", "broken.png", "drawing.dat", "photo", "photo.bin", "psd.psd", "raw.nef", "wrong.txt"],
        key=natural_key,
    )
    assert discovery.skipped == Counter({".txt": 2, "hidden": 2, "no extension": 1, ".mp4": 1, ".pdf": 1})


def test_a_path_that_is_named_always_gives_an_item(tmp_path):
    make(tmp_path, "notes.txt", ".hidden", "empty.bin", data=b"")
    (tmp_path / "gone").symlink_to("nowhere")
    names = ["notes.txt", ".hidden", "empty.bin", "gone", "missing.jpg"]
    assert found(*(tmp_path / name for name in names)) == names


def test_each_path_once(tmp_path):
    make(tmp_path / "top", "a.jpg", "sub/b.jpg", "sub/c.jpg")
    top = tmp_path / "top"
    everything = ["top/a.jpg", "top/sub/b.jpg", "top/sub/c.jpg"]
    assert found(top, top) == everything
    assert found(top / "a.jpg", top / "a.jpg") == ["a.jpg"]
    assert found(top, top / "sub", top / "a.jpg", top / "sub" / "c.jpg") == everything
    assert found(top / "sub" / "c.jpg", top, top / "sub" / "c.jpg") == ["top/sub/c.jpg", "top/a.jpg", "top/sub/b.jpg"]
    assert found(top / "sub", top) == ["top/sub/b.jpg", "top/sub/c.jpg", "top/a.jpg"]


def test_each_path_once_however_it_is_spelled(tmp_path, monkeypatch):
    make(tmp_path, "a.jpg", "sub/b.jpg")
    monkeypatch.chdir(tmp_path)
    items = Discovery([Path("a.jpg"), tmp_path / "a.jpg", Path("sub/../a.jpg"), Path("."), tmp_path / "sub"])
    assert [str(item.path) for item in items] == ["a.jpg", "sub/b.jpg"]


def test_what_a_walk_passed_over_can_still_be_named(tmp_path):
    top = tmp_path / "top"
    make(top, "notes.txt", ".hidden.jpg", "a.jpg", data=b"x")
    names = [top / "notes.txt", top / ".hidden.jpg", top / "missing.jpg", top / "a.jpg"]
    assert found(top, *names) == ["top/a.jpg", "top/notes.txt", "top/.hidden.jpg", "top/missing.jpg"]


def test_paths_keep_the_users_spelling(tmp_path, monkeypatch):
    make(tmp_path, "sub/a.jpg", "-rf.jpg", "-d/b.jpg")
    monkeypatch.chdir(tmp_path)
    assert [str(item.path) for item in Discovery([Path(".")])] == ["-rf.jpg", "-d/b.jpg", "sub/a.jpg"]
    assert [str(item.path) for item in Discovery([Path("sub/../sub")])] == ["sub/../sub/a.jpg"]
    assert [str(item.path) for item in Discovery([Path("-rf.jpg"), Path("-d")])] == ["-rf.jpg", "-d/b.jpg"]


def test_links(tmp_path):
    make(tmp_path / "elsewhere", "x.jpg", "y.jpg")
    top = tmp_path / "top"
    make(top, "a.jpg", "sub/b.jpg")
    (top / "file.jpg").symlink_to(tmp_path / "elsewhere" / "x.jpg")
    (top / "folder").symlink_to(tmp_path / "elsewhere")
    (top / "sub" / "loop").symlink_to(top)
    (top / "self").symlink_to("self")
    (top / "gone.jpg").symlink_to("nowhere")
    (top / "gone").symlink_to("nowhere")
    discovery = Discovery([top])
    assert [name_of(item, top) for item in discovery] == ["a.jpg", "file.jpg", "gone.jpg", "sub/b.jpg"]
    assert discovery.skipped == Counter({"links": 2, "no extension": 2})
    assert found(top / "folder") == ["folder/x.jpg", "folder/y.jpg"]


def test_a_folder_that_is_linked_twice_is_walked_once(tmp_path):
    make(tmp_path / "real", "x.jpg")
    for name in ("one", "two"):
        (tmp_path / name).symlink_to("real")
    assert found(tmp_path / "one", tmp_path / "two", tmp_path / "real") == ["one/x.jpg"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_special_files_are_counted_and_never_waited_for(tmp_path):
    top = tmp_path / "top"
    make(top, "a.jpg")
    os.mkfifo(top / "pipe.jpg")
    os.mkfifo(top / "pipe")
    (top / "link.jpg").symlink_to("pipe.jpg")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(str(top / "plug.jpg"))
        discovery = Discovery([top, top / "pipe.jpg"])
        assert [name_of(item, top) for item in discovery] == ["a.jpg", "pipe.jpg"]
    assert discovery.skipped == Counter({"special": 4})


def test_a_folder_with_a_pictures_name_is_a_folder(tmp_path):
    make(tmp_path / "top.jpg", "x.png/a.jpg")
    assert found(tmp_path / "top.jpg") == ["top.jpg/x.png/a.jpg"]


def test_a_folder_that_vanishes_is_a_failure_and_the_walk_goes_on(tmp_path):
    top = tmp_path / "top"
    make(top, "a.jpg", "b/x.jpg", "c/y.jpg")
    items = iter(Discovery([top]))
    assert name_of(next(items), top) == "a.jpg"
    (top / "b" / "x.jpg").unlink()
    (top / "b").rmdir()
    failed, last = items
    assert isinstance(failed, Failed)
    assert (failed.ref.path, failed.stage, failed.reason) == (top / "b", Stage.FIND, Reason.MISSING)
    assert name_of(last, top) == "c/y.jpg"


def test_a_folder_that_fails_while_it_is_listed(tmp_path, monkeypatch):
    make(tmp_path / "top", "a/x.jpg", "b/y.jpg")
    real = os.scandir

    class Failing:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def __iter__(self):
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "scandir", lambda path: Failing() if Path(path).name == "a" else real(path))
    assert found(tmp_path / "top") == ["top/a!", "top/b/y.jpg"]


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="there are no such permissions here")
def test_a_folder_that_may_not_be_listed(tmp_path):
    make(tmp_path / "top", "a/x.jpg", "b/y.jpg")
    (tmp_path / "top" / "a").chmod(0)
    (tmp_path / "top" / "b").chmod(0o755)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and folder != Path(folder.anchor):
            folder.chmod(folder.stat().st_mode | 0o011)
    (tmp_path / "top").chmod(0o755)
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from app.images.sources import Discovery\n"
        "from app.values import Failed\n"
        "if os.geteuid() == 0: os.seteuid(65534)\n"
        "for item in Discovery([Path(sys.argv[1])]):\n"
        "    failed = isinstance(item, Failed)\n"
        "    print(*(item.stage.value, item.reason.value, item.detail) if failed else [item.path.name])\n"
    )
    root = Path(sources.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "top"], cwd=root, capture_output=True, text=True, check=True
    )
    (tmp_path / "top" / "a").chmod(0o755)
    assert done.stdout == "find unreadable Permission denied\ny.jpg\n"


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="there are no such permissions here")
@pytest.mark.parametrize("mode", [0, 0o644])
def test_what_lies_in_a_folder_that_may_not_be_searched(tmp_path, mode):
    make(tmp_path / "top", "a.jpg", "b/c.jpg")
    (tmp_path / "top" / "link.jpg").symlink_to("a.jpg")
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and folder != Path(folder.anchor):
            folder.chmod(folder.stat().st_mode | 0o011)
    (tmp_path / "top").chmod(mode)
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from app.images.decode import open_picture\n"
        "from app.images.sources import Discovery\n"
        "from app.values import Failed, Limits\n"
        "if os.geteuid() == 0: os.seteuid(65534)\n"
        "top = Path(sys.argv[1])\n"
        "for item in Discovery([top / 'a.jpg', top / 'b', top / 'none.jpg', top]):\n"
        "    ref = item.ref if isinstance(item, Failed) else item\n"
        "    with open_picture(ref, Limits()) as outcome:\n"
        "        print(ref.path.name, isinstance(item, Failed) or outcome.reason.value)\n"
    )
    root = Path(sources.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "top"], cwd=root, capture_output=True, text=True, check=True
    )
    (tmp_path / "top").chmod(0o755)
    named = ["a.jpg unreadable", "b unreadable", "none.jpg unreadable"]
    listed = ["link.jpg unreadable", "b True"] if mode else ["top True"]
    assert done.stdout.splitlines() == named + listed
    assert done.stderr == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="made with folder descriptors")
def test_a_tree_deeper_than_any_path(tmp_path):
    name = "d" * 200
    below = os.open(tmp_path, os.O_RDONLY)
    for _ in range(30):
        os.mkdir(name, dir_fd=below)
        deeper = os.open(name, os.O_RDONLY, dir_fd=below)
        os.close(below)
        below = deeper
    os.close(below)
    try:
        (failed,) = Discovery([tmp_path])
        assert isinstance(failed, Failed)
        assert (failed.stage, failed.reason) == (Stage.FIND, Reason.UNREADABLE)
        assert failed.detail == "File name too long"
    finally:
        subprocess.run(["rm", "-rf", tmp_path / name], check=True)


def test_items_come_while_the_walk_goes_on(tmp_path, monkeypatch):
    make(tmp_path / "top", "a.jpg", "b/x.jpg")
    listed = []
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: listed.append(Path(path).name) or real(path))
    items = iter(Discovery([tmp_path / "top"]))
    next(items)
    assert listed == ["top"]
    next(items)
    assert listed == ["top", "b"]


def test_inputs_are_read_only_as_far_as_needed(tmp_path):
    read = []

    def inputs():
        for number in range(3):
            read.append(number)
            yield tmp_path / f"{number}.jpg"

    items = iter(Discovery(inputs()))
    next(items)
    assert read == [0]


def test_it_can_start_again(tmp_path):
    make(tmp_path / "top", "a.jpg", "b.txt", data=b"x")
    discovery = Discovery([tmp_path / "top"])
    assert list(discovery) == list(discovery) == [ImageRef(tmp_path / "top" / "a.jpg")]
    assert discovery.skipped == Counter({".txt": 1})


NAMES = st.binary(min_size=1, max_size=40).filter(
    lambda name: not set(name) & set(b"/\0") and name not in (b".", b"..") and not name.startswith(b".")
)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text here")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.sets(NAMES, min_size=1, max_size=6))
def test_names_survive_byte_for_byte(tmp_path_factory, names):
    top = tmp_path_factory.mktemp("names")
    for name in names:
        Path(os.fsdecode(os.path.join(os.fsencode(top), name + b".jpg"))).write_bytes(b"x")
    items = list(Discovery([top]))
    assert {os.fsencode(item.path.name) for item in items} == {name + b".jpg" for name in names}
    assert len(items) == len(names)
    listed = b"\0".join(os.fsencode(item.path) for item in items)
    assert list(stdin_paths(io.BytesIO(listed), nul=True)) == [item.path for item in items]
    assert list(Discovery([*(item.path for item in items), top])) == items


# --- standard input ------------------------------------------------------------------------------------------------


def test_one_path_a_line():
    text = b"a.jpg\nb c.jpg \r\n\n -x\ncaf\xe9.jpg\n\r\nlast"
    paths = list(stdin_paths(io.BytesIO(text), nul=False))
    assert [os.fsencode(path) for path in paths] == [b"a.jpg", b"b c.jpg ", b" -x", b"caf\xe9.jpg", b"last"]


def test_paths_ended_by_nul():
    text = b"a\nb.jpg\0\0c\r.jpg\0caf\xe9"
    assert [os.fsencode(path) for path in stdin_paths(io.BytesIO(text), nul=True)] == [
        b"a\nb.jpg",
        b"c\r.jpg",
        b"caf\xe9",
    ]


def test_nothing():
    assert list(stdin_paths(io.BytesIO(b""), nul=False)) == list(stdin_paths(io.BytesIO(b""), nul=True)) == []


@given(
    st.lists(
        st.binary(min_size=1, max_size=9).map(lambda raw: b"x" + raw.replace(b"\0", b"").replace(b"/", b"")), max_size=9
    )
)
def test_blocks_cut_anywhere(names):
    class Slow(io.BytesIO):
        def read(self, _=-1, /):
            return super().read(3)

    assert [os.fsencode(path) for path in stdin_paths(Slow(b"\0".join(names)), nul=True)] == names


@pytest.mark.parametrize(("nul", "end"), [(True, b"\0"), (False, b"\r\n")])
@pytest.mark.parametrize("last", [b"", b"last.jpg"])
def test_an_endless_name_takes_one_row_and_no_more_memory_than_the_longest(nul, end, last):
    class Endless(io.BytesIO):
        given = 0

        def readinto(self, buffer):
            if self.given >= 20_000_000:
                return super().readinto(buffer)
            self.given += len(buffer)
            buffer[:] = b"x" * len(buffer)
            return len(buffer)

    stream = io.BufferedReader(Endless(end + b"b.jpg" + end + last))
    tracemalloc.start()
    first, *others = stdin_paths(stream, nul)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(first) == "x" * (1 << 17)
    assert [str(path) for path in others] == ["b.jpg", *([last.decode()] if last else [])]
    assert peak < 2_000_000


@pytest.mark.parametrize("length", [(1 << 17) - 2, (1 << 17) - 1, 1 << 17])
@pytest.mark.parametrize(("nul", "end"), [(True, b"\0"), (False, b"\n")])
def test_the_longest_names_leave_their_neighbours_alone(length, nul, end):
    names = [b"a", b"x" * length, b"c"]
    assert [os.fsencode(path) for path in stdin_paths(io.BytesIO(end.join(names)), nul)] == names


def test_names_that_windows_cannot_have_are_not_a_crash(monkeypatch):
    def strict(raw):
        return raw.decode("utf-8")

    monkeypatch.setattr(os, "fsdecode", strict)
    assert list(stdin_paths(io.BytesIO(b"caf\xe9.jpg\n"), nul=False)) == [Path("caf\\xe9.jpg")]


def test_folders_apart_are_passed_over_unless_they_are_named(tmp_path):
    top = tmp_path / "top"
    make(top, "a.jpg", "sorted/cat/a.jpg", "sorted/cat/deep/b.jpg", "sorted/mine.jpg")
    apart = [top / "sorted" / "cat", top / "gone"]
    discovery = Discovery([top], apart=apart)
    assert [name_of(item, top) for item in discovery] == ["a.jpg", "sorted/mine.jpg"]
    assert discovery.skipped == Counter({"already sorted": 1})
    named = Discovery([top, top / "sorted" / "cat"], apart=apart)
    assert [name_of(item, top) for item in named] == [
        "a.jpg",
        "sorted/mine.jpg",
        "sorted/cat/a.jpg",
        "sorted/cat/deep/b.jpg",
    ]
