"""Build what people install: python packaging/build.py

On a machine with Python 3.11 (on Debian with what packaging/debian-packages.txt names): makes a virtual environment of
the pinned libraries, freezes the program in it, leaves out what nobody needs, checks what is left, tries it, and packs
it for the system it runs on. What comes out lies in dist/, and dist/report.md says how large everything is.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inspection import files_of, problems, size_of
from project import ROOT, Refusal, epoch, status_of

from app.cli.installed_files import write_list

HERE = Path(__file__).resolve().parent

# Of these only what the loader needs is kept. Others are left alone: `strip` breaks what auditwheel has mended.
STRIPPED = ("torch/lib/libtorch_cpu.so", "torch/lib/libtorch_python.so", "libpython3.*.so*")


def main() -> int:
    """Build, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="where the work is done (default: build)")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where what comes out lies (default: dist)")
    parser.add_argument("--freeze-only", action="store_true", help="freeze, check and try, but pack nothing")
    options = parser.parse_args()
    work, out = options.work.resolve(), options.out.resolve()
    return status_of("build.py", lambda: build(work, out, packs=not options.freeze_only))


def build(work: Path, out: Path, *, packs: bool) -> None:
    """All of it; `work` may hold the environment of an earlier build, which is brought up to date."""
    os.environ |= {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(epoch())}
    python = environment(work / "venv")
    require_cpu_torch(python)
    frozen = freeze(python, work)
    prune(frozen)
    run([python, HERE / "notices.py", frozen])
    write_list(frozen / "_internal")
    if found := problems(frozen):
        raise Refusal("the frozen program may not go out: " + "; ".join(found))
    tell("the program tries itself")
    run([frozen / program_name(), "--self-test"], env=bare_environment())
    out.mkdir(parents=True, exist_ok=True)
    if packs:
        pack(python, frozen, work, out)
    report(frozen, out)


def environment(folder: Path) -> Path:
    """A virtual environment of the pinned libraries and the program; returns its Python."""
    if sys.version_info[:2] != (3, 11):
        raise Refusal(f"packages are built with Python 3.11, and this is {sys.version.split()[0]}")
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not _has_pip(python):
        venv.create(folder, with_pip=True, clear=True)
    pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    tell("the libraries are installed")
    run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", HERE / "constraints.txt"])
    run([*pip, "--no-deps", "--no-build-isolation", "--force-reinstall", ROOT])
    return python


def _has_pip(python: Path) -> bool:
    """Whether the environment was made to its end; a build may have been interrupted before."""
    asking = [python, "-m", "pip", "--version"]
    return python.exists() and not subprocess.run(asking, capture_output=True, check=False).returncode


def require_cpu_torch(python: Path) -> None:
    """A torch that was built for CUDA cannot be frozen without gigabytes of CUDA."""
    code = "import torch; print(torch.__version__, torch.version.cuda or torch.version.hip)"
    found = asked([python, "-W", "ignore", "-c", code])
    version, _, cuda = found.partition(" ")
    if cuda != "None":
        raise Refusal(f"torch {version} is built for a graphics card; packages need a CPU build")


def freeze(python: Path, work: Path) -> Path:
    """The folder of the frozen program, made anew."""
    tell("the program is frozen")
    words = [python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    words += ["--distpath", work / "freeze", "--workpath", work / "pyinstaller", HERE / "freeze" / "whatsit.spec"]
    run([python, HERE / "icons.py", work / "icons"])
    os.environ["WHATSIT_ICONS"] = os.fspath(work / "icons")
    run(words, cwd=work)  # elsewhere than in the repository, whose app/ would be taken instead of the installed one
    return work / "freeze" / "whatsit"


def prune(frozen: Path) -> None:
    """Take away what the program never reads, and what would tell two builds apart."""
    for record in (frozen / "_internal").glob("*.dist-info/RECORD"):
        record.unlink()  # digests of scripts, which name the folder of the environment
    if sys.platform.startswith("linux"):
        for pattern in STRIPPED:
            for path in (frozen / "_internal").glob(pattern):
                run(["strip", "--strip-unneeded", path])


def pack(python: Path, frozen: Path, work: Path, out: Path) -> None:
    """What people of this system install."""
    tell("it is packed")
    for words in _packing(frozen, work, out):
        run([python, *words])


def _packing(frozen: Path, work: Path, out: Path) -> list[list[str | Path]]:
    if sys.platform == "win32":
        return [[HERE / "windows" / "installer.py", frozen, out]]
    if sys.platform == "darwin":
        return [[HERE / "macos" / "dmg.py", work / "freeze" / "Whatsit.app", out]]
    return [[HERE / "linux" / "deb.py", frozen, out], [HERE / "linux" / "portable.py", frozen, out]]


def report(frozen: Path, out: Path) -> None:
    """Say how large everything is, the largest first."""
    lines = [
        f"Frozen: {size_of(frozen) / 1e6:.0f} MB in {files_of(frozen)} files.",
        "",
        "| part | MB |",
        "| --- | ---: |",
    ]
    inside = frozen / "_internal"
    parts = {
        path: size_of(path) if path.is_dir() else path.lstat().st_size
        for path in [frozen / program_name(), *inside.iterdir()]
    }
    largest = sorted(parts.items(), key=lambda part: -part[1])[:15]
    lines += [f"| {path.relative_to(frozen).as_posix()} | {size / 1e6:.1f} |" for path, size in largest]
    lines += ["", *(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB" for path in sorted(out.glob("whatsit*")))]
    (out / "report.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    tell(*lines)


def program_name() -> str:
    """Of the program's file."""
    return "whatsit.exe" if sys.platform == "win32" else "whatsit"


def bare_environment() -> dict[str, str]:
    """As a person starts it: no Python of ours, no display needed."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))} | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen" if sys.platform.startswith("linux") else "")
    }


def run(words: Sequence[str | Path], **options: Any) -> None:
    """Run a command that must not fail.

    Raises:
        Refusal: it does, or is not there.
    """
    _done(words, **options)


def asked(words: Sequence[str | Path]) -> str:
    """What a command says; the same of it."""
    return str(_done(words, stdout=subprocess.PIPE, text=True).stdout).strip()


def _done(words: Sequence[str | Path], **options: Any) -> subprocess.CompletedProcess[Any]:
    try:
        return subprocess.run([os.fspath(word) for word in words], check=True, **options)
    except subprocess.CalledProcessError as error:
        raise Refusal(f"{words[0]} failed (status {error.returncode}); its words stand above.") from error
    except FileNotFoundError as error:
        raise Refusal(f"{words[0]} is missing.") from error


def tell(*lines: str) -> None:
    """Say how far it is."""
    print("\n".join(lines), flush=True)


if __name__ == "__main__":
    sys.exit(main())
