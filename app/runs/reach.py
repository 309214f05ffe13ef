"""Whether pictures that are missing were taken away with their whole drive, which shall not fail every one of them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from app.results.pen import Pen
from app.steps import JobFailure, Trouble
from app.values import Failed, Outcome, Reason


class Reach:
    """The folders that a run looks at."""

    def __init__(self, roots: Sequence[Path], *, is_known: bool = False) -> None:
        """Look where the roots are now; with `is_known` the pictures were there when they were found."""
        self._roots = roots
        self._is_known = is_known
        self._folders = _devices(roots)
        self._reached: set[Path] = set()

    def __str__(self) -> str:
        """The first of the roots, for people."""
        return ", ".join(map(str, self._roots[:3]))

    def require(self, outcome: Outcome) -> None:
        """Look again, if this picture could not be read.

        Raises:
            JobFailure: FOLDER_GONE.
        """
        folder = outcome.ref.path.parent
        if isinstance(outcome, Failed) and outcome.reason in (Reason.MISSING, Reason.UNREADABLE):
            self.require_folders()
            if self._is_known:
                _require_filled(next((root for root in self._roots if root in outcome.ref.path.parents), folder))
            elif folder in self._reached and not os.path.isdir(folder):
                raise JobFailure(Trouble.FOLDER_GONE, str(folder))
        elif not self._folders:  # a list of pictures; a folder that was there a moment ago may be gone
            self._reached.add(folder)

    def require_known(self, pen: Pen) -> None:
        """Look, before a run is continued, whether the folders are there that its pictures were in.

        One that is empty now was emptied by somebody if it never was where a drive is mounted, or still is.

        Raises:
            JobFailure: FOLDER_BARE: one is gone or empty, and its drive may be away.
            StoreError: the store cannot be read.
        """
        may_be_empty = not pen.is_mounted
        for root in self._roots if pen.is_continued else ():
            if not _is_there(root, may_be_empty=may_be_empty) and pen.has_below(root):
                raise JobFailure(Trouble.FOLDER_BARE, str(root))

    def require_folders(self) -> None:
        """Raises JobFailure (FOLDER_GONE) if one of the roots is not what it was."""
        for folder, device in self._folders.items():
            if _device(folder) != device:
                raise JobFailure(Trouble.FOLDER_GONE, str(folder))


def _require_filled(folder: Path) -> None:
    """An empty folder is the place where a drive was.

    Raises:
        JobFailure: FOLDER_GONE.
    """
    try:
        with os.scandir(folder) as entries:
            if next(entries, None):
                return
    except OSError:
        pass
    raise JobFailure(Trouble.FOLDER_GONE, str(folder))


def _is_there(folder: Path, *, may_be_empty: bool) -> bool:
    """Whether a folder can be read and holds anything, or may be empty."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is not None or may_be_empty or os.path.ismount(folder)
    except OSError:
        return False


def _devices(roots: Sequence[Path]) -> dict[Path, int]:
    """The folders among the roots, and the device that each lies on."""
    found = {root: _device(root) for root in roots if os.path.isdir(root)}
    return {root: device for root, device in found.items() if device is not None}


def _device(folder: Path) -> int | None:
    try:
        return os.stat(folder).st_dev
    except OSError:
        return None
