"""The installed program as a tree of files."""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from notices import FILE as NOTICES
from notices import written
from project import ID, Refusal
from tree import program_files, settle, write_tree

from .frozen import EPOCH, make_frozen


@pytest.fixture(scope="module")
def root(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("tree")
    write_tree(frozen, root)
    settle(root)
    return root


def test_everything_is_where_desktops_look_for_it(root: Path) -> None:
    usr = root / "usr"
    assert (usr / "bin" / "whatsit").resolve() == (usr / "lib" / "whatsit" / "whatsit").resolve()
    for name in (
        f"applications/{ID}.desktop",
        f"metainfo/{ID}.metainfo.xml",
        f"icons/hicolor/16x16/apps/{ID}.png",
        f"icons/hicolor/512x512/apps/{ID}.png",
        f"icons/hicolor/scalable/apps/{ID}.svg",
        f"icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
        "doc/whatsit/copyright",
    ):
        assert (usr / "share" / name).stat().st_size
    assert b".SH NAME" in gzip.decompress((usr / "share" / "man" / "man1" / "whatsit.1.gz").read_bytes())
    assert not list(usr.rglob("whatsit.ic*"))
    told = (usr / "share" / "doc" / "whatsit" / "copyright").read_text()
    assert [path for path in usr.rglob(NOTICES) if f" /{path.relative_to(root)}." in told]


def test_programs_run_and_nothing_else(root: Path, frozen: Path) -> None:
    runs = {path for path in root.rglob("*") if path.is_file() and not path.is_symlink() and os.access(path, os.X_OK)}
    installed = root / "usr" / "lib" / "whatsit"
    assert runs == {installed / "whatsit", installed / "_internal" / "bin" / "helper"}
    assert os.readlink(installed / "_internal" / "libthing.so") == "libthing.so.1"


def test_everybody_may_read_it_and_all_has_one_time(root: Path) -> None:
    for path in (root, *root.rglob("*")):
        facts = path.lstat()
        assert facts.st_mtime == EPOCH
        assert path.is_symlink() or facts.st_mode & 0o777 in (0o644, 0o755)


def test_what_is_not_the_frozen_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="not the frozen program"):
        program_files(tmp_path)


def test_a_link_out_of_the_program_is_refused(tmp_path: Path) -> None:
    folder = make_frozen(tmp_path / "whatsit")
    (folder / "_internal" / "out").symlink_to("/etc/passwd")
    with pytest.raises(Refusal, match="leads out"):
        program_files(folder)


def test_without_licences_nothing_is_given_away(tmp_path: Path, pack: Callable) -> None:
    folder = make_frozen(tmp_path / "whatsit")
    (folder / "_internal" / NOTICES).unlink()
    with pytest.raises(Refusal, match="licences"):
        written(folder)
    for script in ("tree.py", "deb.py", "portable.py"):
        said = pack(script, folder, tmp_path / "out")
        assert said.returncode == 1
        assert said.stderr.startswith(f"{script}: ")
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
