"""Make the Debian package of the frozen program.

    python packaging/linux/deb.py FROZEN OUT

writes OUT/whatsit_VERSION_ARCHITECTURE.deb. The same program and commit give the same bytes. It has no maintainer
scripts: the desktop's databases and caches are brought up to date by the triggers of the packages that own them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from needs import needs_of
from papers import changelog, control, debian_version
from project import epoch, status_of, tool, whole
from tree import PROGRAM, program_files, settle, write, write_compressed, write_tree

from app import __version__

HERE = Path(__file__).resolve().parent


def main() -> int:
    frozen, out = map(Path, sys.argv[1:])
    return status_of("deb.py", lambda: build(frozen, out))


def build(frozen: Path, out: Path) -> Path:
    """Make the package in the folder `out` and return its path.

    Raises:
        Refusal: if the frozen program is not whole.
    """
    packer = tool("dpkg-deb", "dpkg")
    needs = needs_of(frozen / PROGRAM, program_files(frozen))
    out.mkdir(parents=True, exist_ok=True)
    package = out / f"whatsit_{debian_version(__version__)}_{needs.machine[0]}.deb"
    with whole(package) as unfinished, tempfile.TemporaryDirectory(dir=out) as folder:
        root = Path(folder)
        write_tree(frozen, root)
        _write_papers(root / "usr" / "share")
        write(root / "DEBIAN" / "md5sums", checksums(root))
        write(root / "DEBIAN" / "control", control(needs, kilobytes(root)))
        settle(root)
        command = [packer, "--root-owner-group", "-Zxz", "--build", str(root), str(unfinished)]
        subprocess.run(command, check=True, stdout=sys.stderr, env=os.environ | {"SOURCE_DATE_EPOCH": str(epoch())})
    return package


def _write_papers(share: Path) -> None:
    write_compressed(share / "doc" / PROGRAM / "changelog.gz", changelog())
    overrides = share / "lintian" / "overrides" / PROGRAM
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(HERE / "lintian-overrides", overrides)


def checksums(root: Path) -> str:
    """The MD5 of each file that is installed, as dpkg keeps them."""
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    return "".join(f"{_md5(path)}  {path.relative_to(root)}\n" for path in files)


def _md5(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "md5").hexdigest()


def kilobytes(root: Path) -> int:
    """What the files take when they are installed, as dpkg reckons: full kilobytes, and one for a link or a folder."""
    paths = list((root / "usr").rglob("*"))
    return sum(-(-path.stat().st_size // 1024) if path.is_file() and not path.is_symlink() else 1 for path in paths)


if __name__ == "__main__":
    sys.exit(main())
