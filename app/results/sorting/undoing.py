"""A sort being undone: every file gets back where it was, unless the user has done something with it since."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event

from app.results.sorting.copying import Passing, copy, digest_of
from app.results.sorting.counting import Count, one_by_one
from app.results.sorting.journal import Item, Journal, Phase, State
from app.results.sorting.mending import mend, moved_text
from app.results.sorting.placing import (
    Blocked,
    OtherDrive,
    is_same_name,
    link,
    part_of,
    putting,
    remove,
    remove_placeholder,
    rename,
    stamp_of,
    status_or_none,
    symlink,
    sync_folder,
    taking,
)
from app.results.sorting.steps import Handled, LeftAlone, SortFailure
from app.values import Left, SortTrouble, Way

_OPEN = (State.DONE, State.PLACED, State.RETURNING, State.KEPT)
_ENDED = (State.UNDONE,)
_PASSING = (Left.UNREADABLE, Left.UNWRITABLE)  # trouble with a drive or with rights; the file is what it was
# Why a folder stays for good: something is in it, it is none any more, or it is not ours to remove.
_STAYS = (
    *(errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT, errno.ENOTDIR),
    *(errno.EBUSY, errno.EACCES, errno.EPERM, errno.EINVAL),
)


class Undoing:
    """Undoes what a journal says was done, from where it is, the last file first."""

    def __init__(self, journal: Journal, stop: Event) -> None:
        self._journal = journal
        self._stop = stop
        self._held_up: LeftAlone | None = None  # the first file that the system did not let us restore

    def steps(self) -> Iterator[Handled | LeftAlone]:
        """Restore what is not restored yet.

        Raises:
            Stopped: `stop` was set, between two files or within a large one.
            SortFailure: it cannot go on, or the system did not let go of some files; what was restored stays so.
        """
        self._require_destination()
        self._journal.enter(Phase.UNDOING)
        mend(self._journal, self._stop)
        passes = 3 if self._journal.header.way is Way.MOVE else 1  # what was copied is read, copied and read again
        count = Count(self._journal, _OPEN, _ENDED, passes)
        items = self._journal.items(*_OPEN, backwards=True)
        yield from one_by_one(items, self._handled, count, self._stop)
        self._journal.flush()
        self._remove_folders()
        if self._held_up:
            raise SortFailure(SortTrouble.HELD_UP, self._held_up.path, self._held_up.detail)

    def _require_destination(self) -> None:
        """Raises SortFailure where the drive is gone that the files were put on."""
        destination = self._journal.header.destination
        if self._journal.count(*_OPEN) and not os.path.isdir(destination):
            raise SortFailure(SortTrouble.FOLDER_GONE, destination)

    def _handled(self, item: Item) -> Passing[LeftAlone | None]:
        """Restore one file; why that is not possible, or None."""
        try:
            if self._journal.header.way is not Way.MOVE:
                yield from self._drop(item)
            elif item.link is not None:
                self._restore_link(item)
            else:
                yield from self._restore(item)
        except Blocked as blocked:
            return self._left(item, LeftAlone(item.target, blocked.why, blocked.detail))
        self._journal.settle_later(item, State.UNDONE)
        return None

    def _left(self, item: Item, left: LeftAlone) -> LeftAlone:
        """What the system held up is still to be restored; what the user has changed is kept."""
        if left.why not in _PASSING:
            self._journal.settle(item, State.KEPT, left.why, left.detail)
            return left
        if item.state is State.KEPT:
            self._journal.settle(item, State.DONE)
        self._held_up = self._held_up or left
        return left

    def _drop(self, item: Item) -> Passing[None]:
        """Remove a copy or a link that was made, while the original is what it was."""
        with taking():
            status = status_or_none(item.target)
        if status is None:
            return
        yield from self._require_unchanged(item, status)
        with taking():
            original = status_or_none(item.source, follow=True)
            if original is None or stamp_of(original) != item.stamp:
                raise Blocked(Left.ORIGINAL_GONE)
            is_other = self._journal.header.way is Way.LINK and not os.path.samestat(original, status)
            if is_other or is_same_name(item.source, item.target):  # a link stands for the original, or its folder
                raise Blocked(Left.ORIGINAL_GONE)
        self._remove(item, status)

    def _restore(self, item: Item) -> Passing[None]:
        """Give a file its old place back."""
        with taking():
            remove(self._part(item))
            there = status_or_none(item.target)
        with _restoring(item.source.parent):
            remove_placeholder(item.source, item.placeholder)
        with taking():
            here = status_or_none(item.source)
        if there is None:
            if here is None or stamp_of(here) != item.stamp:
                raise Blocked(Left.MISSING_SINCE)
            return
        yield from self._require_unchanged(item, there)
        if here is None:
            yield from self._put_back(item, there)
        elif not (os.path.samestat(here, there) or (yield from _is_equal(item, here))):
            raise Blocked(Left.IN_THE_WAY)
        elif _leads_there(item):
            return
        self._remove(item, there)

    def _put_back(self, item: Item, there: os.stat_result) -> Passing[None]:
        folder = item.source.parent
        try:
            with _restoring(item.source.parent):
                if not os.path.isdir(folder):
                    _make_again(folder, item)
                is_here = os.stat(folder).st_dev == there.st_dev
                if is_here and self._renamed(item.target, item):
                    sync_folder(folder)
                    return
            yield from self._copy_back(item)
        except FileExistsError as error:
            raise Blocked(Left.IN_THE_WAY) from error

    def _copy_back(self, item: Item) -> Passing[None]:
        part = self._part(item)
        with _restoring(item.source.parent):
            digest, _ = yield from copy(item.target, part, item.placed or item.stamp, dressed=(item.stamp, item.mode))
            try:
                if item.digest is not None and digest != item.digest:
                    raise Blocked(Left.CHANGED_SINCE)
                if not self._renamed(part, item):
                    raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
                sync_folder(part.parent)
            finally:
                remove(part)

    def _renamed(self, held: Path, item: Item) -> bool:
        """Give a file its old name, beside the one it has where there are hard links; False on another drive.

        Raises:
            OSError: it is not possible; FileExistsError if there is one of this name.
        """
        try:
            if not link(held, item.source):
                self._journal.settle(item, State.RETURNING)
                rename(held, item.source, partial(self._journal.held, item))
        except OtherDrive:
            return False
        return True

    def _restore_link(self, item: Item) -> None:
        with taking():
            there = os.lstat(item.target) if os.path.lexists(item.target) else None
            text = os.readlink(item.target) if os.path.islink(item.target) else None
            old = os.readlink(item.source) if os.path.islink(item.source) else None
        if there is None and old != item.link:
            raise Blocked(Left.MISSING_SINCE)
        if there is None:
            return
        if text != moved_text(item):
            raise Blocked(Left.CHANGED_SINCE)
        if old == item.link and _leads_there(item):
            return
        if old != item.link:
            try:
                with _restoring(item.source.parent):
                    symlink(item.link or "", item.source, there)
                    sync_folder(item.source.parent)
            except FileExistsError as error:
                raise Blocked(Left.IN_THE_WAY) from error
        self._remove(item, there)

    def _require_unchanged(self, item: Item, status: os.stat_result) -> Passing[None]:
        """Raises Blocked if a file is not what was put there."""
        with taking():
            is_same = stamp_of(status) == item.placed
            if is_same and item.digest is not None:
                is_same = (yield from digest_of(item.target)) == item.digest
        if not is_same:
            raise Blocked(Left.CHANGED_SINCE)

    def _remove(self, item: Item, status: os.stat_result) -> None:
        """Take the name away that the file got, if it still is that file."""
        with taking():
            now = status_or_none(item.target)
            if now is None:
                return
            if (now.st_dev, now.st_ino, stamp_of(now)) != (status.st_dev, status.st_ino, stamp_of(status)):
                raise Blocked(Left.CHANGED_SINCE)
            remove(item.target)

    def _part(self, item: Item) -> Path:
        return part_of(item.source.parent, self._journal.header.token, item.number)

    def _remove_folders(self) -> None:
        """Remove the folders that were made, if nothing is in them."""
        for folder in self._journal.made():
            with putting(folder.parent):
                try:
                    os.rmdir(folder)
                except OSError as error:
                    if error.errno not in _STAYS:
                        raise


def _make_again(folder: Path, item: Item) -> None:
    """Make the folder that a file came from, if it was taken away; but not in the empty place of a drive that is gone.

    Raises:
        SortFailure: that drive is gone.
        OSError: it cannot be made.
    """
    above = next(each for each in folder.parents if each.is_dir())
    if item.identity.partition(":")[0] != str(os.stat(above).st_dev):
        raise SortFailure(SortTrouble.FOLDER_GONE, folder)
    os.makedirs(folder)


def _leads_there(item: Item) -> bool:
    """Whether the old place of a file leads to where it is, by a folder that has become a link."""
    with taking():
        return is_same_name(item.source, item.target, follow=False)


def _is_equal(item: Item, here: os.stat_result) -> Passing[bool]:
    with taking():
        if stamp_of(here) != item.stamp:
            return False
        return (yield from digest_of(item.source)) == (yield from digest_of(item.target))


@contextmanager
def _restoring(folder: Path) -> Iterator[None]:
    """A folder that may not be written into keeps only its own files from being restored. Raises as `putting` does."""
    try:
        with putting(folder):
            yield
    except SortFailure as failure:
        if failure.error.trouble is SortTrouble.READ_ONLY:
            raise Blocked(Left.UNWRITABLE, failure.error.detail) from failure
        raise
