"""A disk that is really full: a small file system of its own, or a limit on the size of files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app.cli.main import main
from app.results import pen
from app.results.store import Store
from tests.cli.exports import ROWS, keep_run

ROOT = Path(__file__).parents[2]
Capture = pytest.CaptureFixture[str]
FORMATS = ("csv", "jsonl", "xlsx", "parquet")

LIMITED = """
import resource, sys
most = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
from app.cli.main import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of 16 megabytes; the log of a store takes 4 before it is folded in."""
    place = tmp_path / "small"
    place.mkdir()
    mount = shutil.which("mount")
    if sys.platform != "linux" or mount is None:
        pytest.skip("only Linux mounts a file system in memory")
    command = [mount, "-t", "tmpfs", "-o", "size=16m", "none", place]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this user may mount nothing")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def fill(place: Path) -> Path:
    """Leave no room on a small file system; the file that takes it."""
    filler = place / "filler"
    try:
        with filler.open("ab", buffering=0) as file:
            for size in (1 << 16, 512):
                with suppress(OSError):
                    while file.write(b"x" * size):
                        pass
            file.write(b"x")
    except OSError:
        return filler
    raise AssertionError("it is not small")


@pytest.fixture
def pictures(folder: Path) -> Path:
    """A folder of 60 pictures in name only."""
    pictures = folder / "pictures"
    pictures.mkdir()
    for number in range(60):
        (pictures / f"{number}.jpg").write_bytes(b"\xff\xd8\xff%d" % number)
    return pictures


def test_a_store_on_a_full_disk_loses_nothing_and_goes_on(
    pipeline, pictures: Path, small: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pen, "EVERY", 0.0)
    words = ["classify", str(pictures), "--format", "jsonl", "--store", f"{small}/s.sqlite"]
    fillers: list[Path] = []

    def fill_up(done: int) -> None:
        if done == 20:
            fillers.append(fill(small))

    pipeline.before_each = fill_up
    assert main(words) == 3
    said = capsys.readouterr()
    assert "There is no room left to keep results; make room, and the same goes on from there" in said.err
    assert len(said.out.splitlines()) >= 20
    fillers[0].unlink()
    with Store(small / "s.sqlite") as store:
        assert len(list(store.rows(1))) >= 20
    pipeline.before_each = lambda _done: None
    assert main(words) == 0
    continued = capsys.readouterr().out
    assert main(["classify", str(pictures), "--format", "jsonl", "--no-store"]) == 0
    assert continued == capsys.readouterr().out
    with Store(small / "s.sqlite") as store:
        assert [(run.classified, run.ended is not None) for run in store.runs()] == [(60, True)]


def test_a_store_that_can_no_longer_be_begun_is_a_sentence(
    pipeline, pictures: Path, small: Path, capsys: Capture
) -> None:
    fill(small)
    assert main(["classify", str(pictures), "--store", f"{small}/s.sqlite"]) == 3
    assert "There is no room left to keep results" in capsys.readouterr().err


def test_answers_on_a_full_disk_leave_the_old_file(pipeline, pictures: Path, small: Path, capsys: Capture) -> None:
    (small / "rows.csv").write_text("old")
    filler = fill(small)
    words = ["classify", str(pictures), "--format", "csv", "--output", f"{small}/rows.csv"]
    assert main(words) == 3
    assert f"the answers cannot be written to {small}/rows.csv (No space left on device)" in capsys.readouterr().err
    assert sorted(small.iterdir()) == [filler, small / "rows.csv"]
    assert (small / "rows.csv").read_text() == "old"
    filler.unlink()
    assert main(words) == 0
    assert len((small / "rows.csv").read_text().splitlines()) == 61


@pytest.mark.parametrize("kind", FORMATS)
def test_an_export_on_a_full_disk_leaves_the_old_file(kind: str, tmp_path: Path, small: Path, capsys: Capture) -> None:
    keep_run(tmp_path / "s.sqlite")
    old = small / f"rows.{kind}"
    old.write_text("old")
    filler = fill(small)
    words = ["export", "last", "--store", f"{tmp_path}/s.sqlite", "--format", kind, "--output", str(old)]
    assert main(words) == 3
    said = capsys.readouterr().err
    assert f"the answers cannot be written to {old}" in said
    assert said.count("\n") == 1
    assert sorted(small.iterdir()) == [filler, old]
    assert old.read_text() == "old"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize("kind", FORMATS)
def test_an_export_that_may_not_become_so_large_leaves_nothing(kind: str, tmp_path: Path) -> None:
    keep_run(tmp_path / "s.sqlite")
    words = ["export", "last", "--store", "s.sqlite", "--format", kind, "--output", f"rows.{kind}"]
    done = limited(40_000, tmp_path, *words)
    assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
    assert f"the answers cannot be written to rows.{kind} (File too large)" in done.stderr
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("s.sqlite")] == []
    assert limited(100_000_000, tmp_path, *words).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_store_that_may_not_become_larger_stays_as_it_is(tmp_path: Path) -> None:
    keep_run(tmp_path / "s.sqlite")
    done = limited(1000, tmp_path, "runs", "--store", "s.sqlite", "--rename", "last", "x" * 5000)
    assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
    assert "s.sqlite" in done.stderr
    with Store(tmp_path / "s.sqlite") as store:
        (run,) = store.runs()
        assert (run.name, len(list(store.rows(run.id)))) == ("a run", ROWS)


def limited(most: int, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The program where no file may have more bytes."""
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{LIMITED}", str(most), *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
