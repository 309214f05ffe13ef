"""What the frozen program needs of the system, read from its binaries."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from needs import PACKAGES, Needs, machine_of, needs_of
from project import ROOT, Refusal
from tree import program_files

from .frozen import PROGRAM

NO_LIBRARIES = {"python3-venv", "fontconfig", "fonts-dejavu-core"}


def needing(folder: Path, library: str) -> Path:
    """A file that needs `library`, compiled from nothing."""
    if not (compiler := shutil.which("gcc")):
        pytest.skip("gcc is not installed")
    (folder / "stub.c").write_text("", encoding="ascii")
    stub, file = folder / library, folder / "needing.so"
    subprocess.run([compiler, "-shared", f"-Wl,-soname,{library}", "-o", stub, folder / "stub.c"], check=True)
    words = ["-shared", "-Wl,--no-as-needed", "-o", file, folder / "stub.c", stub]
    subprocess.run([compiler, *words], check=True)
    stub.unlink()
    return file


def test_glibcs_own_libraries_become_one_version(frozen: Path) -> None:
    needs = needs_of(frozen / "whatsit", program_files(frozen))
    assert needs.machine == machine_of(PROGRAM)
    assert needs.glibc >= (2, 17)
    assert needs.packages == ()


def test_the_newest_version_that_a_binary_names_is_the_oldest_that_will_do(
    frozen: Path, tool: Callable[[str], str]
) -> None:
    text = subprocess.run([tool("objdump"), "-p", PROGRAM], capture_output=True, text=True, check=True).stdout
    named = [word.removeprefix("GLIBC_") for word in text.split() if word.startswith("GLIBC_2")]
    newest = max(tuple(map(int, each.split("."))) for each in named)
    assert needs_of(frozen / "whatsit", [PROGRAM]).glibc == max(newest, (2, 17))


def test_packed_relocations_need_a_newer_glibc(frozen: Path, tmp_path: Path) -> None:
    """They are told by a version that is no number."""
    if not (compiler := shutil.which("gcc")):
        pytest.skip("gcc is not installed")
    source, file = tmp_path / "packed.c", tmp_path / "packed.so"
    source.write_text('#include <stdio.h>\nint x; int *p = &x; void f(void) { puts(""); }\n', encoding="ascii")
    words = ["-shared", "-fPIC", "-Wl,-z,pack-relative-relocs", "-o", file, source]
    if subprocess.run([compiler, *words], check=False).returncode:
        pytest.skip("this linker is older")
    assert needs_of(frozen / "whatsit", [file]).glibc == (2, 36)


def test_a_library_of_the_system_becomes_a_package(frozen: Path, tmp_path: Path) -> None:
    needs = needs_of(frozen / "whatsit", [needing(tmp_path, "libxcb-cursor.so.0")])
    assert needs.packages == ("libxcb-cursor0",)


def test_a_library_that_comes_along_brings_the_package_of_its_data_only(frozen: Path, tmp_path: Path) -> None:
    user = needing(tmp_path, "libxkbcommon.so.0")
    own = tmp_path / "libxkbcommon.so.0"
    shutil.copy(PROGRAM, own)
    assert needs_of(frozen / "whatsit", [user, own]).packages == ("xkb-data",)


def test_a_library_that_nobody_brings_stops_the_build(frozen: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"libnobody\.so\.1"):
        needs_of(frozen / "whatsit", [needing(tmp_path, "libnobody.so.1")])


def test_the_field_of_the_package() -> None:
    needs = Needs(("amd64", "x86_64"), (2, 36), ("libegl1", "xkb-data"))
    assert needs.depends() == "libc6 (>= 2.36), libegl1, xkb-data"


def test_what_is_no_program_is_refused(tmp_path: Path) -> None:
    script = tmp_path / "whatsit"
    script.write_text("#!/bin/sh\n", encoding="ascii")
    with pytest.raises(Refusal, match="no program"):
        machine_of(script)


def test_the_table_has_every_library_of_the_list_of_packages() -> None:
    listed = set((ROOT / "packaging" / "debian-packages.txt").read_text(encoding="ascii").split())
    assert listed - NO_LIBRARIES <= set(PACKAGES.values())
