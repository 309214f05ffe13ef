"""The files of a frozen program, listed when it is packed: whether each is still the one that was packed.

Trying every part does not find all damage: a library of 300 MB works on with a hole in what was not tried, and says
something else where it is hit.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

LIST = "files.sha256"  # in the folder of the files, as `sha256sum` writes it

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def write_list(folder: Path) -> None:
    """List every file below `folder`, links by what they lead to."""
    (folder / LIST).unlink(missing_ok=True)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    digests = _Digests()
    lines = [f"{digests.of(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / LIST).write_text("".join(lines), encoding="utf-8", newline="\n")


def file_troubles(folder: Path) -> Iterator[str]:
    """What is wrong with the files that are listed in `folder`, a sentence each.

    Raises:
        OSError: the list cannot be read.
        ValueError: it is no text.
    """
    digests = _Digests()
    for line in (folder / LIST).read_text(encoding="utf-8").splitlines():
        found = _LINE.fullmatch(line)
        path = folder / (found[2] if found else LIST)
        if not path.is_file():  # a pipe would be waited for
            yield f"{path} is missing"
        elif not found or not digests.is_of(path, found[1]):
            yield f"{path} is damaged"


class _Digests:
    """The digests of files; what several links lead to is read once."""

    def __init__(self) -> None:
        self._known: dict[Path, str] = {}

    def of(self, path: Path) -> str:
        """The SHA-256; raises OSError where it cannot be read."""
        file = path.resolve()
        if file not in self._known:
            with file.open("rb") as stream:
                self._known[file] = hashlib.file_digest(stream, "sha256").hexdigest()
        return self._known[file]

    def is_of(self, path: Path, digest: str) -> bool:
        """Whether it is this one; a file that cannot be read has none."""
        try:
            return self.of(path) == digest
        except OSError:
            return False
