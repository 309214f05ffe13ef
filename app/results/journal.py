"""Which pictures are being decoded, written down beside the store, so that a process that dies leaves its suspects.

A decoder written in C can take the whole process with it. Each process that decodes for a run keeps a small file of its
own, `results.sqlite.decoding-xxxxxxxx`, with one slot for each decoding thread: the picture that it began last. It is
written with the system's `write` and never synced, since it has to outlive the process and not the machine; not through
a memory map, where a full disk would end the process. A lock tells whether the process still lives.
"""

from __future__ import annotations

import logging
import os
import re
import secrets
import sys
import threading
from contextlib import suppress
from pathlib import Path

from app.files.locks import is_new, require_lock
from app.results.outcomes import bytes_of

logger = logging.getLogger(__name__)

SLOT = 1 << 15  # bytes: the length of the path in 4 of them, and the path
_LENGTH = 4
_FLAGS = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class Journal:
    """The pictures that this process decodes; gone when it is closed.

    Where it cannot be written the work goes on without it, and the log says so.
    """

    def __init__(self, store: Path) -> None:
        """Begin the journal of a process that works on the store at `store`."""
        self._path = store
        self._writing = threading.Lock()
        self._slots: dict[int, int] = {}
        self._descriptor: int | None = None
        try:
            while self._descriptor is None:
                self._path = store.with_name(f"{store.name}.decoding-{secrets.token_hex(4)}")
                self._begin()
        except OSError as error:
            self._give_up(error)

    def _begin(self) -> None:
        """Make the file, unless somebody takes it for a dead process's before it has its lock. Raises OSError."""
        self._descriptor = os.open(self._path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
        if is_new(self._descriptor, self._path):
            require_lock(self._descriptor)
        else:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def note(self, picture: Path) -> None:
        """The calling thread begins to decode this picture, and is done with the one before."""
        name = bytes_of(picture)[: SLOT - _LENGTH]
        with self._writing:  # a thread that was not waited for may come when the descriptor is another file's
            if self._descriptor is None:
                return
            slot = self._slots.setdefault(threading.get_ident(), len(self._slots))
            try:
                os.lseek(self._descriptor, slot * SLOT, os.SEEK_SET)
                os.write(self._descriptor, len(name).to_bytes(_LENGTH, "big") + name)
            except OSError as error:
                self._give_up(error)

    def close(self) -> None:
        """All pictures came through; nobody is a suspect."""
        with self._writing:
            self._remove()

    def _give_up(self, error: OSError) -> None:
        logger.warning("pictures under way cannot be noted in %r: %s", str(self._path), error)
        self._remove()

    def _remove(self) -> None:
        if self._descriptor is None:
            return
        if sys.platform == "win32":  # which removes no file that is open
            os.close(self._descriptor)
        with suppress(OSError):
            os.unlink(self._path)
        if sys.platform != "win32":
            os.close(self._descriptor)
        self._descriptor = None


class Suspects:
    """The pictures that processes were decoding when they died, until they are found to be harmless or guilty.

    While it is open no other process is told of the same ones.
    """

    def __init__(self, store: Path | None) -> None:
        """Look for what was left beside the store at `store`; a private one has nothing beside it."""
        self._left = _left_behind(store) if store is not None else []
        self._answered: set[bytes] = set()

    def __enter__(self) -> Suspects:
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of what is not settled; the next one finds it again."""
        for each in self._left:
            each.close()

    def __contains__(self, picture: Path) -> bool:
        if not self._left:
            return False
        name = bytes_of(picture)
        return any(name in each.pictures for each in self._left)

    def answer(self, picture: Path) -> None:
        """This picture has its outcome, which is noted, but may not be in the store yet."""
        if picture in self:
            self._answered.add(bytes_of(picture))

    def settle(self) -> None:
        """All outcomes are in the store: forget each process whose pictures have theirs, or are gone."""
        for each in self._left:
            if all(name in self._answered or _is_gone(name) for name in each.pictures):
                each.remove()
        self._left = [each for each in self._left if not each.is_removed]


def forget_suspects(store: Path) -> None:
    """Remove what dead processes left beside a store: whoever forgets everything wants no names to stay."""
    for each in _left_behind(store):
        each.remove()
        each.close()


class _Left:
    """The journal of a process that died.

    Attributes:
        pictures: what it was decoding.
        is_removed: whether the file is gone.
    """

    def __init__(self, path: Path) -> None:
        """Raises OSError where the process lives, another one has it in hand, or it cannot be read."""
        self._path = path
        self.is_removed = False
        if sys.platform == "win32":
            os.rename(path, path)  # refused while somebody has it open
        self._descriptor = os.open(path, _FLAGS)
        try:
            require_lock(self._descriptor)
            self.pictures = _read(self._descriptor)
        except BaseException:
            self.close()
            raise
        if sys.platform == "win32":
            self.close()

    def close(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def remove(self) -> None:
        with suppress(OSError):
            os.unlink(self._path)
        self.close()
        self.is_removed = True


def _left_behind(store: Path) -> list[_Left]:
    left: list[_Left] = []
    with suppress(OSError), os.scandir(store.parent) as entries:
        for entry in entries:
            if _is_journal(entry, store):
                with suppress(OSError):
                    left.append(_Left(Path(entry.path)))
    return left


def _is_journal(entry: os.DirEntry[str], store: Path) -> bool:
    """Whether this is a file whose name `Journal` could have made."""
    token = entry.name.removeprefix(f"{store.name}.decoding-")
    is_named = entry.name == f"{store.name}.decoding-{token}" and re.fullmatch("[0-9a-f]{8}", token) is not None
    return is_named and entry.is_file(follow_symlinks=False)


def _read(descriptor: int) -> frozenset[bytes]:
    """The paths in the slots; what is none was cut off by the end of its process."""
    found = set()
    with open(descriptor, "rb", closefd=False) as file:
        while slot := file.read(SLOT):
            length = int.from_bytes(slot[:_LENGTH], "big")
            if 0 < length <= len(slot) - _LENGTH:
                found.add(slot[_LENGTH : _LENGTH + length])
    return frozenset(found)


def _is_gone(name: bytes) -> bool:
    """Whether a picture was removed from its folder, which is there."""
    try:
        return os.path.isdir(os.path.dirname(name)) and not os.path.lexists(name)
    except ValueError:
        return True
