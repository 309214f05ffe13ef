"""Write the licences of everything inside the frozen program into it, as one text.

    python packaging/notices.py FROZEN

Run by the Python that froze it, whose libraries they are. An application for macOS gets them when it is frozen, since
nothing may come into it once it is signed.
"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from project import ROOT, Refusal, status_of

from app.credits import NOTICES as FILE

NOT_INSIDE = {"hatchling", "numpy", "packaging", "pathspec", "pip", "pluggy", "pyinstaller-hooks-contrib", "tomlkit"}
NOT_INSIDE |= {"altgraph", "macholib", "pefile", "pywin32-ctypes", "setuptools", "trove-classifiers", "whatsit"}
LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
LINE = "=" * 100


def main() -> int:
    frozen = Path(sys.argv[1])
    return status_of("notices.py", lambda: _write(frozen))


def _write(frozen: Path) -> None:
    (frozen / FILE).write_text(notices(frozen), encoding="utf-8")


def notices(frozen: Path) -> str:
    """What the program's own licence, each library's and each system library's say.

    Raises:
        Refusal: something is inside whose licence is not known.
    """
    parts = [("Whatsit", "".join((ROOT / name).read_text(encoding="utf-8") for name in ("LICENSE", "NOTICE")))]
    parts += [("Python", _python())]
    parts += sorted(_libraries(), key=lambda part: part[0].lower())
    if sys.platform.startswith("linux"):
        parts += sorted(_system_libraries(frozen).items())
    return "\n".join(f"{LINE}\n{title}\n{LINE}\n\n{text.strip()}\n" for title, text in parts)


def written(folder: Path) -> Path:
    """Where they are below the folder of a frozen program, relative to it.

    Raises:
        Refusal: if the freeze has written none.
    """
    found = sorted(folder.rglob(FILE))
    if not found:
        raise Refusal(f"{folder} has no {FILE}; without the licences of its parts nothing is given away.")
    return found[0].relative_to(folder)


def _python() -> str:
    places = (Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), Path(sys.base_prefix, "LICENSE.txt"))
    return next(path.read_text(encoding="utf-8") for path in places if path.is_file())


def _libraries() -> Iterator[tuple[str, str]]:
    for library in distributions():
        if library.metadata["Name"].lower().replace("_", "-") not in NOT_INSIDE:
            yield f"{library.metadata['Name']} {library.version}", _licence(library)


def _licence(library: Distribution) -> str:
    told = library.metadata.get("License-Expression") or library.metadata.get("License") or ""
    files = [file for file in library.files or () if ".dist-info" in str(file) and LICENCE.search(str(file))]
    texts = [Path(str(library.locate_file(file))).read_text(encoding="utf-8", errors="replace") for file in files]
    if not told and not texts:
        kinds = [each for each in library.metadata.get_all("Classifier") or () if each.startswith("License ::")]
        told = "\n".join(kinds)
    if not told and not texts:
        raise Refusal(f"The licence of {library.metadata['Name']} is not known.")
    return "\n\n".join([f"Licence: {told}" if told else "", *texts])


def _system_libraries(frozen: Path) -> dict[str, str]:
    """The copyright files of the Debian packages whose libraries were taken along."""
    found: dict[str, list[str]] = {}
    for library in sorted((frozen / "_internal").glob("lib*.so*")):
        if not library.is_symlink() and not library.name.startswith("libpython"):  # links lead to a wheel's own
            found.setdefault(_package(library.name), []).append(library.name)
    return {
        f"{package}: {', '.join(names)}": Path("/usr/share/doc", package.partition(":")[0], "copyright").read_text(
            encoding="utf-8", errors="replace"
        )
        for package, names in found.items()
    }


def _package(library: str) -> str:
    for place in ("/usr/lib", "/lib"):
        for path in Path(place).glob(f"*/{library}"):
            for each in (path, path.resolve()):
                asked = subprocess.run(["dpkg", "-S", each], capture_output=True, text=True, check=False)
                if asked.returncode == 0:
                    return asked.stdout.partition(": ")[0].partition(",")[0]
    raise Refusal(f"The licence of {library} is not known.")


if __name__ == "__main__":
    sys.exit(main())
