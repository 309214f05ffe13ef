"""A sort being carried out: file by file, so that it can be interrupted at any instant."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event

from app.results.sorting.copying import Passing, copy, digest_of
from app.results.sorting.counting import Count, one_by_one
from app.results.sorting.journal import Item, Journal, Phase, State
from app.results.sorting.mending import mend, moved_text
from app.results.sorting.names import free_number, numbered
from app.results.sorting.placing import (
    Blocked,
    Mark,
    OtherDrive,
    is_same_file,
    is_same_name,
    link,
    mark_of,
    part_of,
    putting,
    remove,
    rename,
    stamp_of,
    status_or_none,
    symlink,
    sync_folder,
    taking,
)
from app.results.sorting.steps import Handled, LeftAlone, SortFailure
from app.values import Left, SortTrouble, Way

_OPEN = (State.PLANNED, State.READY, State.PLACED)
_ENDED = (State.DONE, State.SKIPPED)
_PASSES = 2  # a copy is written, and read again


class Carrying:
    """Carries out what a journal holds, from where it is."""

    def __init__(self, journal: Journal, stop: Event) -> None:
        self._journal = journal
        self._stop = stop
        self._ensured: set[Path] = set()

    def steps(self) -> Iterator[Handled | LeftAlone]:
        """Sort what is not sorted yet.

        Raises:
            Stopped: `stop` was set, between two files or within a large one.
            SortFailure: it cannot go on; what was done stays done.
        """
        self._require_destination()
        self._journal.enter(Phase.BEGUN)
        mend(self._journal, self._stop)
        count = Count(self._journal, _OPEN, _ENDED, _PASSES)
        yield from one_by_one(self._journal.items(*_OPEN), self._handled, count, self._stop)
        self._journal.flush()

    def _require_destination(self) -> None:
        """Raises SortFailure where the drive is gone that the first files were put on."""
        destination = self._journal.header.destination
        if self._journal.count(State.DONE, State.PLACED) and not os.path.isdir(destination):
            raise SortFailure(SortTrouble.FOLDER_GONE, destination)

    def _handled(self, item: Item) -> Passing[LeftAlone | None]:
        """Sort one file; why it is left where it is, or None."""
        item = self._journal.item(item.number)
        if item.state not in _OPEN:  # it was left with its picture
            return None
        try:
            return (yield from self._finished(item) if item.state is State.PLACED else self._sorted(item))
        except Blocked as blocked:
            self._require_source(item, blocked)
            if item.is_companion:
                self._journal.settle(item, State.SKIPPED, blocked.why, blocked.detail)
            else:
                self._journal.settle_group(item.picture, State.SKIPPED, blocked.why, blocked.detail)
            return LeftAlone(item.source, blocked.why, blocked.detail)

    def _require_source(self, item: Item, blocked: Blocked) -> None:
        """A drive that was taken away shall not fail every file on it. Raises SortFailure."""
        if blocked.why is Left.GONE and not os.path.isdir(item.source.parent):
            raise SortFailure(SortTrouble.FOLDER_GONE, item.source.parent)

    def _sorted(self, item: Item) -> Passing[LeftAlone | None]:
        self._require_unchanged(item)
        self._ensure(item.target.parent)
        item = self._with_free_name(item)
        match self._journal.header.way:
            case Way.COPY:
                yield from self._copy(item, is_done=True)
                return None
            case Way.LINK:
                self._link(item)
                return None
            case Way.MOVE:
                return (yield from self._move(item))

    def _require_unchanged(self, item: Item) -> None:
        """Raises Blocked if the file is not what was planned for."""
        with taking():
            status = os.stat(item.source)
            link = os.readlink(item.source) if os.path.islink(item.source) else None
        if not stat.S_ISREG(status.st_mode):
            raise Blocked(Left.NOT_A_FILE)
        if stamp_of(status) != item.stamp or link != item.link:
            raise Blocked(Left.CHANGED)

    # --- folders and names ---------------------------------------------------------------------------------------

    def _ensure(self, folder: Path) -> None:
        """Make a folder, and those above it, if they are not there; which were made is in the journal first."""
        if folder in self._ensured:
            return
        with putting(folder):
            missing = []
            while not os.path.lexists(folder):
                missing.append(folder)
                folder = folder.parent
            for path in reversed(missing):
                self._make(path)
        self._ensured.update(missing or [folder])

    def _make(self, folder: Path) -> None:
        self._journal.make(folder)
        try:
            os.mkdir(folder)
        except FileExistsError:
            self._journal.not_made(folder)
            return
        sync_folder(folder.parent)

    def _with_free_name(self, item: Item) -> Item:
        """The file with a name that is free, for itself and its companions, which get the same number."""
        if item.is_companion:
            return item
        with putting(item.target.parent):
            is_taken = any(os.path.lexists(each.target) for each in self._journal.group(item.picture))
        return self._elsewhere(item) if is_taken else item

    def _elsewhere(self, item: Item) -> Item:
        """The file with another name. Raises Blocked for a companion, whose picture has its name already."""
        if item.is_companion:
            raise Blocked(Left.IN_THE_WAY)
        group = self._journal.group(item.picture)
        tails, folder = [each.tail for each in group], item.target.parent

        def is_free(number: int) -> bool:
            return not any(os.path.lexists(folder / name) for name in numbered(item.stem, tails, number))

        with putting(folder):
            names = numbered(item.stem, tails, free_number(is_free))
        self._journal.rename(zip(group, names, strict=True))
        return self._journal.item(item.number)

    def _named(self, held: Path, item: Item, digest: bytes | None) -> Item:
        """Give what is held the name of the file, or another one if that is taken; the file as it is called then.

        What is held keeps its own name too, where the file system has hard links.
        """
        while True:
            try:
                with putting(item.target.parent):
                    self._give_name(held, item, digest)
                    sync_folder(item.target.parent)
                return item
            except FileExistsError:
                item = self._elsewhere(item)

    def _give_name(self, held: Path, item: Item, digest: bytes | None) -> None:
        if sys.platform != "win32" and link(held, item.target):
            return
        if os.path.lexists(item.target):
            raise FileExistsError
        self._journal.will_get(digest, item)
        rename(held, item.target, partial(self._journal.held, item))

    # --- the three ways ------------------------------------------------------------------------------------------

    def _copy(self, item: Item, *, is_done: bool) -> Passing[tuple[Item, Mark]]:
        part = part_of(item.target.parent, self._journal.header.token, item.number)
        digest, mark = yield from copy(item.source, part, item.stamp, follow=item.link is not None)
        try:
            item = self._named(part, item, digest)
            with putting(item.target.parent):
                self._journal.placed(item, digest, stamp_of(os.lstat(item.target)), is_done=is_done)
                remove(part)
        except BaseException:
            self._let_go(part, item)
            raise
        return item, mark

    def _let_go(self, part: Path, item: Item) -> None:
        """Remove a part that has no other name; one that has is how the file is known again."""
        with suppress(OSError, SortFailure):
            if not is_same_file(part, self._journal.item(item.number).target):
                remove(part)

    def _link(self, item: Item) -> None:
        real = Path(os.path.realpath(item.source))
        try:
            item = self._linked(real, item)
        except OtherDrive as error:
            raise Blocked(Left.OTHER_DRIVE) from error
        with putting(item.target.parent):
            self._journal.placed(item, None, stamp_of(os.lstat(item.target)), is_done=True)

    def _linked(self, real: Path, item: Item) -> Item:
        while True:
            try:
                with putting(item.target.parent):
                    if not link(real, item.target):
                        raise Blocked(Left.UNWRITABLE, os.strerror(errno.ENOTSUP))
                    sync_folder(item.target.parent)
                return item
            except FileExistsError:
                item = self._elsewhere(item)

    def _move(self, item: Item) -> Passing[LeftAlone | None]:
        if item.link is not None:
            return self._move_link(item)
        with taking():
            mark = mark_of(os.lstat(item.source))
        with putting(item.target.parent):
            is_here = os.stat(item.target.parent).st_dev == os.lstat(item.source).st_dev
        if is_here:
            with suppress(OtherDrive):
                return self._move_here(item, mark)
        item, mark = yield from self._copy(item, is_done=False)
        return self._take_away(item, mark)

    def _move_here(self, item: Item, mark: Mark) -> LeftAlone | None:
        """On one drive nothing is copied: the file gets its new name, and loses the old one."""
        item = self._named(item.source, item, None)
        with putting(item.target.parent):
            now = mark_of(os.lstat(item.target))
            is_other = (now.identity, now.stamp) != (mark.identity, item.stamp)
            if is_other and is_same_file(item.source, item.target):
                remove(item.target)
                raise Blocked(Left.CHANGED)
        self._journal.placed(item, None, now.stamp, is_done=False)
        return self._take_away(item, now)

    def _move_link(self, item: Item) -> LeftAlone | None:
        """A symbolic link moves itself, and leads where it led."""
        with taking():
            status = os.lstat(item.source)
        while True:
            try:
                _make_link(moved_text(item), item.target, status)
                break
            except FileExistsError:
                item = self._elsewhere(item)
        self._journal.placed(item, None, item.stamp, is_done=False)
        return self._take_away(item, mark_of(status))

    def _finished(self, item: Item) -> Passing[LeftAlone | None]:
        """Take away the original of a file that was placed before the interruption, if it still is that file."""
        with putting(item.source.parent):
            status, there = status_or_none(item.source), status_or_none(item.target)
            is_one = status is not None and there is not None and is_same_name(item.source, item.target, follow=False)
        if status is None or is_one:
            self._journal.settle_later(item, State.DONE)
            return None
        if there is None:
            self._journal.settle(item, State.PLANNED)
            return (yield from self._sorted(item))
        try:
            mark = mark_of(status) if (yield from _is_whole(item)) else None
        except OSError as error:  # what cannot be read again is not taken away
            return self._both_stay(item, Left.UNREADABLE, error.strerror or str(error))
        return self._take_away(item, mark)

    def _take_away(self, item: Item, mark: Mark | None) -> LeftAlone | None:
        """Remove the original if it is still the file that was placed; else both stay."""
        with putting(item.source.parent):
            status = status_or_none(item.source)
        if status is not None and mark_of(status) != mark:
            return self._both_stay(item, Left.CHANGED)
        try:
            remove(item.source)
        except OSError as error:
            if self._is_withdrawn(item):
                raise Blocked(Left.UNREADABLE, error.strerror or str(error)) from error
        with putting(item.source.parent):
            sync_folder(item.source.parent)
        self._journal.settle_later(item, State.DONE)
        return None

    def _both_stay(self, item: Item, why: Left, detail: str = "") -> LeftAlone:
        self._journal.settle(item, State.DONE, why, detail)
        return LeftAlone(item.source, why, detail)

    def _is_withdrawn(self, item: Item) -> bool:
        """The original cannot be removed, so what was placed goes again; False if the original is gone after all."""
        with putting(item.target.parent):
            if status_or_none(item.source) is None:
                return False
            remove(item.target)
        self._journal.settle(item, State.PLANNED)
        return True


def _is_whole(item: Item) -> Passing[bool]:
    """Whether original and what was placed are the same, as they were."""
    if item.link is not None:
        texts = [os.readlink(path) if os.path.islink(path) else None for path in (item.source, item.target)]
        return texts == [item.link, moved_text(item)]
    if is_same_file(item.source, item.target):
        return True
    if item.digest is None or (yield from digest_of(item.source)) != item.digest:
        return False
    return (yield from digest_of(item.target)) == item.digest


def _make_link(text: str, target: Path, status: os.stat_result) -> None:
    with putting(target.parent):
        try:
            symlink(text, target, status)
        except PermissionError as error:  # so FAT and Windows say that they have none
            raise Blocked(Left.UNWRITABLE, error.strerror or str(error)) from error
        sync_folder(target.parent)
