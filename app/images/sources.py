"""Find pictures: files, folders and lists of names."""

from __future__ import annotations

import heapq
import itertools
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

from app.images.diagnosis import Refusal, refusal_of_path
from app.images.files import open_file
from app.images.formats import HEAD_BYTES, IMAGE_EXTENSIONS, sniff
from app.images.order import folder_position, input_position, natural_key
from app.values import Failed, ImageRef, Stage

_Place = tuple[int, int] | str
_T = TypeVar("_T")


class Discovery:
    """The pictures among some files and folders, found while iterating.

    Each path comes once, even if it is named twice or lies in a folder that is named too. A path that the user names
    always gives an item, whatever it is; in a folder a file is a candidate if its extension is a picture's or its
    first bytes say so. Within a folder files come before folders, both in natural order. A link to a file counts as
    the file; a link to a folder is followed only if the user named it.

    Iterating gives an `ImageRef` for each candidate and a `Failed` for each folder that cannot be listed. Paths are
    spelled as the user spelled them, joined with what was found inside. What is remembered grows with the folders and
    with the named paths, not with the files found.

    Attributes:
        skipped: how many files and folders were skipped, by kind: "hidden", "links" (to folders), "special"
            (pipes, sockets, devices), "already sorted" (folders that lie apart), ".txt", "no extension", ...
        position: where the item that was given last stands in the order, or for a file that was found in a folder,
            where the folder stands (`order.file_position` goes on from there); no item stands before an earlier one.
    """

    def __init__(
        self,
        inputs: Iterable[Path],
        is_over: Callable[[], bool] = lambda: False,
        apart: Iterable[Path] = (),
    ) -> None:
        """Look at `inputs`, files and folders, in their order; they are read only as far as is needed.

        As soon as `is_over()` the rest is left alone, also in the middle of a folder that holds nothing of interest.
        Folders that lie `apart` are skipped, as those that pictures were sorted into, unless they are named.
        """
        self.skipped: Counter[str] = Counter()
        self.position = b""
        self._inputs = inputs
        self._is_over = is_over
        self._apart = tuple(apart)
        self._folders: set[_Place] = set()
        self._named: set[tuple[_Place, str]] = set()

    def __iter__(self) -> Iterator[ImageRef | Failed]:
        """Start from the beginning."""
        self.skipped.clear()
        self._folders.clear()
        self._named.clear()
        for number, path in enumerate(self._until_over(self._inputs)):
            self.position = input_position(number)
            if os.path.isdir(path):
                yield from self._walk(path, self.position)
            elif self._is_new(path):
                yield ImageRef(path)

    def _is_new(self, path: Path) -> bool:
        """Whether a named path has not been given out yet; from now on it has."""
        folder = _place(path.parent)
        if (folder, path.name) in self._named:
            return False
        self._named.add((folder, path.name))
        return not (folder in self._folders and _is_found_by_walk(path))

    def _walk(self, top: Path, position: bytes) -> Iterator[ImageRef | Failed]:
        waiting = [(top, position)]
        apart = {_place(folder) for folder in self._apart}
        while waiting and not self._is_over():
            folder, here = waiting.pop()
            self.position = here
            place = _place(folder)
            if place in self._folders:
                continue
            if place in apart and here != position:
                self.skipped["already sorted"] += 1
                continue
            self._folders.add(place)
            try:
                files, folders = self._listed(folder)
            except OSError as error:
                refusal = refusal_of_path(error, Stage.FIND)
                yield Failed(ImageRef(folder), refusal.stage, refusal.reason, refusal.detail)
                continue
            for name in self._until_over(_in_order(files)):
                path = folder / name
                if (place, name) in self._named:
                    continue
                if is_candidate(path):
                    yield ImageRef(path)
                else:
                    self.skipped[path.suffix.lower() or "no extension"] += 1
            deeper = [(folder / name, folder_position(here, name)) for name in _in_order(folders)]
            waiting.extend(reversed(deeper))

    def _until_over(self, items: Iterable[_T]) -> Iterator[_T]:
        return itertools.takewhile(lambda _: not self._is_over(), items)

    def _listed(self, folder: Path) -> tuple[list[str], list[str]]:
        """Names of the files (and of links to files or to nothing) and of the folders in a folder."""
        files: list[str] = []
        folders: list[str] = []
        with os.scandir(folder) as entries:
            for entry in self._until_over(entries):
                sort = _sort(entry)
                if sort == "file":
                    files.append(entry.name)
                elif sort == "folder":
                    folders.append(entry.name)
                else:
                    self.skipped[sort] += 1
        return files, folders


def is_candidate(path: Path) -> bool:
    """Whether a file that was found in a folder is a picture by its name or by its first bytes."""
    extension = path.suffix.lower()
    if extension in IMAGE_EXTENSIONS:
        return True
    try:
        with open_file(ImageRef(path)) as file:
            kind = sniff(file.read(HEAD_BYTES), extension)
    except (OSError, Refusal):
        return False
    return kind is not None and kind.picture


def _sort(entry: os.DirEntry[str]) -> str:
    """ "file", "folder", or the word under which the entry is skipped."""
    if entry.name.startswith("."):
        return "hidden"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    if entry.is_file(follow_symlinks=False):
        return "file"
    if not entry.is_symlink() or _is_special(entry.path):
        return "special"
    return "links" if os.path.isdir(entry.path) else "file"


def _is_special(path: str | Path) -> bool:
    """Whether this is there, but neither a file nor a folder."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _is_found_by_walk(path: Path) -> bool:
    """Whether a walk through its folder gives this path out."""
    if path.name.startswith(".") or not os.path.lexists(path) or _is_special(path):
        return False
    return is_candidate(path)


def _place(folder: Path) -> _Place:
    """What a folder is, whatever it is called: device and number; its full name where the system has no numbers."""
    try:
        status = os.stat(folder)
    except (OSError, ValueError):
        return os.path.abspath(folder)
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.abspath(folder)


def _in_order(names: list[str]) -> Iterator[str]:
    """The names in natural order; sorted in portions, because a long sort would hold up every other thread."""
    portions = (names[at : at + _PORTION] for at in range(0, len(names), _PORTION))
    return heapq.merge(*(sorted(portion, key=natural_key) for portion in portions), key=natural_key)


_PORTION = 4096


# --- standard input ------------------------------------------------------------------------------------------------


def stdin_paths(stream: BinaryIO, nul: bool) -> Iterator[Path]:
    """The paths that a stream names, while it is read: one a line, or ended by NUL bytes; empty ones are left out.

    Names are bytes and need not be UTF-8; they come back unchanged from `os.fsencode(path)`. Of one that is longer than
    any system allows, only the beginning is kept: it is still answered for, and cannot fill the memory.
    """
    names = _ended_by_nul(stream) if nul else _lines(stream)
    return (Path(_name(raw)) for raw in names if raw)


def _ended_by_nul(stream: BinaryIO) -> Iterator[bytes]:
    begun = bytearray()
    while block := stream.read(_BLOCK):
        first, *others = block.split(b"\0")
        begun += first[: _LONGEST_NAME - len(begun)]
        for other in others:
            yield bytes(begun)
            begun[:] = other
    yield bytes(begun)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(_LONGEST_NAME):
        yield line.removesuffix(b"\n").removesuffix(b"\r")
        while len(line) == _LONGEST_NAME and not line.endswith(b"\n"):
            line = stream.readline(_LONGEST_NAME)


_BLOCK = 1 << 16
_LONGEST_NAME = 1 << 17  # bytes; Windows allows 32,767 characters, Linux 4,096 bytes


def _name(raw: bytes) -> str:
    try:
        return os.fsdecode(raw)
    except UnicodeDecodeError:  # Windows knows only names that are text; this one will be missing
        return raw.decode("utf-8", "backslashreplace")
