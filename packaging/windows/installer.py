"""Make the Windows installer and the portable archive of the frozen program.

    python packaging/windows/installer.py build/freeze/whatsit dist

Needs makensis (NSIS 3.08 or newer), on Windows or anywhere else. packaging/build.py runs it with the Python that froze
the program, so that "Open with" is offered for just what is decoded inside. If the environment has
WHATSIT_SIGN_COMMAND, that command, with a file's name behind it, signs the two programs, the uninstaller and the
installer.

Two runs over the same files give the same bytes; SOURCE_DATE_EPOCH dates the files of the archive.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from project import Refusal, settings, status_of, tool, whole  # noqa: E402 (above this file, in no package)
from version import DESCRIPTIONS, numbers  # noqa: E402 (beside this file)

from app import __version__  # noqa: E402
from app.images.formats import SUPPORTED_EXTENSIONS  # noqa: E402

LONGEST = 150
"""Characters of the longest name below the program's folder.

Windows ends paths after 259 unless the computer's administrator allows more; this leaves 108 for the folder.
"""
OLDEST_IN_ZIP = 315_532_800  # 1980-01-01


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Make the Windows installer and the portable archive.")
    parser.add_argument("folder", type=Path, help="the frozen program")
    parser.add_argument("output", type=Path, help="the folder where both are written")
    parser.add_argument("--icon", type=Path, help="whatsit.ico (default: packaging/icons.py makes it)")
    options = parser.parse_args(words)
    return status_of("installer.py", lambda: make(options.folder, options.output, options.icon))


def make(folder: Path, output: Path, icon: Path | None) -> None:
    """Sign the programs and write both.

    Raises:
        Refusal: whatever stands against it.
    """
    files = checked_files(folder)
    for program in DESCRIPTIONS:
        sign(folder / program)
    output.mkdir(parents=True, exist_ok=True)
    name = f"whatsit-{__version__}-windows-x64"
    write_portable(folder, files, f"Whatsit-{__version__}", output / f"{name}-portable.zip")
    with tempfile.TemporaryDirectory() as temporary:
        icon = icon or made_icon(Path(temporary))
        generated = Path(temporary, "parts.nsh")
        generated.write_text(parts(folder, files, sorted(SUPPORTED_EXTENSIONS)), encoding="utf-8")
        size = sum((folder / file).stat().st_size for file in files)
        compile_installer(generated, size, icon, output / f"{name}-setup.exe")


def made_icon(folder: Path) -> Path:
    subprocess.run([sys.executable, HERE.parent / "icons.py", folder / "icons"], check=True)
    return folder / "icons" / "whatsit.ico"


def checked_files(folder: Path) -> list[PurePosixPath]:
    """The files of the frozen program, relative to its folder, in one order everywhere.

    Raises:
        Refusal: if it is no frozen program, or a name in it is longer than `LONGEST`.
    """
    files = sorted(PurePosixPath(path.relative_to(folder).as_posix()) for path in folder.rglob("*") if path.is_file())
    for program in DESCRIPTIONS:
        if PurePosixPath(program) not in files:
            raise Refusal(f"{folder} has no {program}: is it the frozen program?")
    longest = max(files, key=lambda file: len(str(file)))
    if len(str(longest)) > LONGEST:
        raise Refusal(f"{longest} has {len(str(longest))} characters; more than {LONGEST} may be too long for Windows.")
    return files


def parts(folder: Path, files: Iterable[PurePosixPath], extensions: Iterable[str]) -> str:
    """The generated part of the installer's script: three macros.

    What is installed stands in it file by file, and so does what is removed, which can therefore be nothing else.
    """
    files = list(files)
    install, remove, where = [], [], None
    for file in sorted(files, key=lambda file: (file.parent, file)):
        if file.parent != where:
            where = file.parent
            install.append(f'SetOutPath "{_installed(where)}"')
        install.append(f'File "{folder.resolve() / file}"')
        remove.append(f'Delete "{_installed(file)}"')
    folders = {parent for file in files for parent in file.parents} - {PurePosixPath(".")}
    remove += [f'RMDir "{_installed(each)}"' for each in sorted(folders, reverse=True)]
    offers = [f'!insertmacro ${{DO}} "{extension}"' for extension in extensions]
    return "\n".join(
        (
            *_macro("InstallFiles", install),
            *_macro("RemoveFiles", remove),
            *_macro("EachExtension DO", offers),
        )
    )


def _installed(file: PurePosixPath) -> str:
    return str(PureWindowsPath("$INSTDIR", str(file).replace("$", "$$")))


def _macro(name: str, lines: Iterable[str]) -> list[str]:
    return [f"!macro {name}", *(f"  {line}" for line in lines), "!macroend", ""]


def compile_installer(generated: Path, size: int, icon: Path, output: Path) -> None:
    """Run makensis; any warning is an error.

    Args:
        generated: what `parts` gave.
        size: of what is installed, in bytes.

    Raises:
        Refusal: if makensis is missing, or says no; what it says comes first, on standard error.
    """
    makensis = tool("makensis", "NSIS")
    defines = {
        "VERSION": __version__,
        "NUMBERS": ".".join(map(str, numbers(__version__))),
        "PARTS": str(generated),
        "ICON": str(icon.resolve()),
        "OUTPUT": str(output.resolve()),
        "SIZE_KB": str(size // 1024),
        **_settings(),
    }
    words = [f"-D{name}={value}" for name, value in defines.items()]
    if sign_command():
        words.append("-DSIGN")
    command = [makensis, "-WX", "-V2", "-INPUTCHARSET", "UTF8", *words, str(HERE / "whatsit.nsi")]
    if status := subprocess.run(command, check=False, stdout=sys.stderr).returncode:
        raise Refusal(f"makensis ended with {status}.")


def _settings() -> dict[str, str]:
    """Publisher and homepage, unless they are empty."""
    given = settings()
    return {name.upper(): given[name] for name in ("publisher", "homepage") if given.get(name)}


def write_portable(folder: Path, files: Iterable[PurePosixPath], top: str, output: Path) -> None:
    """Write the archive whose only folder is `top`: unpacked anywhere, it runs."""
    epoch = max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), OLDEST_IN_ZIP)
    date = time.gmtime(epoch)[:6]
    with (
        whole(output) as unfinished,
        zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
    ):
        for file in files:
            entry = zipfile.ZipInfo(f"{top}/{file}", date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same wherever it is made
            with (folder / file).open("rb") as source, archive.open(entry, "w") as target:
                shutil.copyfileobj(source, target, 1 << 20)


def sign_command() -> str:
    return os.environ.get("WHATSIT_SIGN_COMMAND", "")


def sign(file: Path) -> None:
    """Sign one file, if there is a command for it.

    Raises:
        Refusal: if the command fails.
    """
    if (command := sign_command()) and subprocess.run(f'{command} "{file}"', shell=True, check=False).returncode:
        raise Refusal(f"{file.name} could not be signed.")


if __name__ == "__main__":
    sys.exit(main())
