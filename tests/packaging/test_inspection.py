"""What must hold of a frozen program, on folders made up for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import inspection
import pytest

from app.credits import LIBRARIES


def metadata_of(frozen: Path, library: str) -> Path:
    return frozen / "_internal" / f"{library.lower().replace('-', '_')}-1.0.dist-info" / "METADATA"


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    inside = tmp_path / "whatsit" / "_internal" / "torch" / "lib"
    inside.mkdir(parents=True)
    (inside / "libtorch_cpu.so").write_bytes(b"no library")
    for library in LIBRARIES:
        metadata_of(tmp_path / "whatsit", library).parent.mkdir()
        metadata_of(tmp_path / "whatsit", library).touch()
    return tmp_path / "whatsit"


def test_a_good_one_has_no_problems(frozen: Path) -> None:
    assert inspection.problems(frozen) == []


@pytest.mark.parametrize(
    "name", ["libcudart.so.13", "libtorch_cuda.so", "cudnn64_9.dll", "libnccl.so.2", "libcupti.so.13", "libnvrtc.so.13"]
)
def test_a_library_of_cuda_is_found(frozen: Path, name: str) -> None:
    (frozen / "_internal" / name).touch()
    assert inspection.problems(frozen) == [f"_internal/{name} belongs to CUDA"]


def test_libraries_of_others_are_not_taken_for_them(frozen: Path) -> None:
    for name in ("libicudata.so.73", "libcurl.so.4", "libcups.so.2"):
        (frozen / "_internal" / name).touch()
    assert inspection.problems(frozen) == []


def test_one_that_is_too_large_or_has_too_many_files_is_found(frozen: Path) -> None:
    with (frozen / "_internal" / "large").open("wb") as file:
        file.truncate(inspection.MOST_BYTES + 1)
    for number in range(inspection.MOST_FILES):
        (frozen / str(number)).touch()
    assert [" bytes" in each or " files" in each for each in inspection.problems(frozen)] == [True, True]


def test_links_are_counted_once(frozen: Path) -> None:
    (frozen / "link").symlink_to("_internal/torch/lib/libtorch_cpu.so")
    assert inspection.size_of(frozen) == len(b"no library")


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_whose_licence_could_not_be_named_is_found(frozen: Path, library: str) -> None:
    shutil.rmtree(metadata_of(frozen, library).parent)
    [problem] = inspection.problems(frozen)
    assert library in problem


@pytest.mark.skipif(not sys.platform.startswith("linux") or not shutil.which("gcc"), reason="needs gcc, on Linux")
def test_a_library_that_another_needs_and_that_is_not_there_is_found(frozen: Path, tmp_path: Path) -> None:
    needed, library = tmp_path / "libneeded.so", frozen / "_internal" / "libours.so"
    subprocess.run(["gcc", "-shared", "-x", "c", "/dev/null", "-o", needed], check=True)
    subprocess.run(
        ["gcc", "-shared", "-Wl,--no-as-needed", "-x", "c", "/dev/null", "-o", library, "-x", "none", needed],
        check=True,
    )
    needed.unlink()
    [problem] = inspection.problems(frozen)
    assert problem.startswith("_internal/libours.so needs ")
    assert problem.endswith("libneeded.so, which is not there")
