"""The installed program as a tree of files: what the .deb and the AppImage have in common.

    python packaging/linux/tree.py FROZEN OUT

lays out OUT/usr and prints version, machine and the time of all files. Modes and times do not depend on who does it, or
when.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desktop_files import desktop_entry, metainfo
from man import manual_page
from needs import machine_of
from notices import written
from papers import copyright_file
from project import ID, ROOT, Refusal, epoch, status_of

from app import __version__

PROGRAM = "whatsit"


def program_files(frozen: Path) -> list[Path]:
    """All files and links of the frozen program, sorted.

    Raises:
        Refusal: if it is none, or if a link leads out of it.
    """
    if not (frozen / PROGRAM).is_file():
        raise Refusal(f"{frozen} has no {PROGRAM}: it is not the frozen program.")
    files = sorted(path for path in frozen.rglob("*") if path.is_symlink() or not path.is_dir())
    for path in files:
        if path.is_symlink() and not path.resolve().is_relative_to(frozen.resolve()):
            raise Refusal(f"{path} leads out of the frozen program.")
    return files


def mode(path: Path) -> int:
    """The mode that a file or folder is given: everybody reads, and programs run, which libraries are not."""
    runs = path.is_dir() or (os.access(path, os.X_OK) and ".so" not in path.name)
    return 0o755 if runs else 0o644


def write_tree(frozen: Path, root: Path) -> None:
    """Lay out the installed program below `root`.

    Raises:
        Refusal: if the frozen program is not whole.
    """
    usr = root / "usr"
    write(usr / "share" / "doc" / PROGRAM / "copyright", copyright_file(f"/usr/lib/{PROGRAM}/{written(frozen)}"))
    for path in program_files(frozen):
        target = usr / "lib" / PROGRAM / path.relative_to(frozen)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target, follow_symlinks=False)
    (usr / "bin").mkdir()
    (usr / "bin" / PROGRAM).symlink_to(f"../lib/{PROGRAM}/{PROGRAM}")
    write(usr / "share" / "applications" / f"{ID}.desktop", desktop_entry())
    write(usr / "share" / "metainfo" / f"{ID}.metainfo.xml", metainfo())
    write_compressed(usr / "share" / "man" / "man1" / "whatsit.1.gz", manual_page())
    _write_icons(usr / "share" / "icons")


def _write_icons(folder: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "packaging" / "icons.py"), str(folder)], check=True)
    for name in ("whatsit.ico", "whatsit.icns"):
        (folder / name).unlink()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_compressed(path: Path, text: str) -> None:
    """A gzip file without a name and a time in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def settle(root: Path) -> None:
    """Give all below `root`, and itself, its mode and the one time."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(mode(path))
    for path in sorted((root, *root.rglob("*")), reverse=True):  # folders after what is in them
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)


def main() -> int:
    frozen, out = map(Path, sys.argv[1:])
    return status_of("tree.py", lambda: _laid_out(frozen, out))


def _laid_out(frozen: Path, out: Path) -> str:
    write_tree(frozen, out)
    settle(out)
    return f"{__version__} {machine_of(frozen / PROGRAM)[1]} {epoch()}"


if __name__ == "__main__":
    sys.exit(main())
