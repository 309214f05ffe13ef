"""Pictures found ahead of the work, in a thread, so that there is a total long before the end."""

from __future__ import annotations

import os
import threading
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.images.order import file_position
from app.images.sources import Discovery
from app.values import Failed, ImageRef, Stamp

LAST_WAIT = 2.0  # seconds


@dataclass(frozen=True, slots=True)
class Place:
    """Something that was found, and where it stands in the order."""

    item: ImageRef | Failed
    position: bytes


class Places(Protocol):
    """Where a run finds its pictures; used as a context.

    Attributes:
        skipped: what is no picture, by kind, so far.
        total: how many places there are, once that is known.
    """

    @property
    def skipped(self) -> Counter[str]: ...

    @property
    def total(self) -> int | None: ...

    def __enter__(self) -> Places: ...

    def __exit__(self, *_: object) -> None: ...

    def __iter__(self) -> Iterator[Place | None]:
        """All of them, in order; those so far once the run is to stop. None while there is nothing more yet."""


class Discovered:
    """The pictures among files and folders, found by a thread that lives as long as the `with` block.

    Of what was found and not asked for yet, only the names are kept.

    Attributes:
        skipped: what is no picture, by kind, so far.
        total: how many pictures there are, once all was looked through.
    """

    def __init__(self, roots: Sequence[Path], stop: threading.Event, apart: Sequence[Path] = ()) -> None:
        """Prepare to look; folders that lie `apart` are skipped."""
        self._stop = stop
        self._left = threading.Event()
        self._discovery = Discovery(roots, self._is_over, apart)
        self._found: deque[tuple[bytes, str | Failed]] = deque()
        self.total: int | None = None
        self._is_complete = threading.Event()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._find, name="discovery", daemon=True)

    @property
    def skipped(self) -> Counter[str]:
        return self._discovery.skipped

    def __enter__(self) -> Discovered:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End the thread; one that waits for a disk which does not answer is left behind."""
        self._left.set()
        self._thread.join(LAST_WAIT)

    def __iter__(self) -> Iterator[Place | None]:
        """All that is found, in order, each file with its stamp as it is when it is asked for; None if nothing is yet.

        Raises:
            Exception: whatever went wrong in the thread.
        """
        while not self._stop.is_set():
            is_over = self._is_complete.is_set()  # looked at first: what comes last is queued before it is set
            if self._found:
                yield _place(*self._found.popleft())
            elif is_over:
                if self._error:
                    raise self._error
                return
            else:
                yield None

    def _is_over(self) -> bool:
        return self._stop.is_set() or self._left.is_set()

    def _find(self) -> None:
        count = 0
        try:
            for item in self._discovery:
                self._found.append((self._discovery.position, item if isinstance(item, Failed) else str(item.path)))
                count += 1
            if not self._is_over():
                self.total = count
        except Exception as error:  # told to who asks
            self._error = error
        finally:
            self._is_complete.set()


def _place(position: bytes, found: str | Failed) -> Place:
    if isinstance(found, Failed):
        return Place(found, position)
    path = Path(found)
    return Place(ImageRef(path, stamp=stamp_of(path)), file_position(position, path.name))


def stamp_of(path: Path) -> Stamp | None:
    """What a file is now, or None where there is none."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return Stamp(status.st_size, max(-_HUGE, min(status.st_mtime_ns, _HUGE)))


_HUGE = (1 << 63) - 1  # databases count no further; it would be the year 2262
