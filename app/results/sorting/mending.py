"""What was under way when a sort was interrupted: found out from the files, and written down."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

from app.results.sorting.copying import Passing, digest_of
from app.results.sorting.counting import Stopped
from app.results.sorting.journal import Item, Journal, State
from app.results.sorting.placing import (
    Blocked,
    identity_of,
    is_same_file,
    part_of,
    remove,
    remove_placeholder,
    stamp_of,
    status_or_none,
    taking,
)
from app.results.sorting.steps import SortFailure
from app.values import SortTrouble, Way


def mend(journal: Journal, stop: Event) -> None:
    """Write down which files have got their names, and remove what is not whole or not needed any more.

    Only the first file that is still to be sorted can have been under way, the one before it, and those that are noted
    as such.

    Raises:
        Stopped: `stop` was set; the files themselves tell the rest the next time.
        SortFailure: what is there cannot be looked at, or the journal cannot be written.
    """
    try:
        for _ in _mend_all(journal):
            if stop.is_set():
                raise Stopped
    except Blocked as blocked:
        raise SortFailure(SortTrouble.UNUSABLE, journal.header.destination, blocked.detail) from blocked


def moved_text(item: Item) -> str:
    """What a symbolic link must say in its folder, to lead where it led."""
    return os.path.join(item.source.parent, item.link or "")


def _mend_all(journal: Journal) -> Passing[None]:
    last = next(journal.items(State.DONE, State.PLACED, backwards=True), None)
    if last is not None:
        with taking():
            remove(part_of(last.target.parent, journal.header.token, last.number))
    first = next(journal.items(State.PLANNED), None)
    for item in (*journal.items(State.READY), *((first,) if first else ())):
        with taking():
            yield from _mend(journal, item)


def _mend(journal: Journal, item: Item) -> Passing[None]:
    way = journal.header.way
    part = part_of(item.target.parent, journal.header.token, item.number)
    if (yield from _is_named(item, part, way)):
        digest = item.digest
        if digest is None and is_same_file(part, item.target):
            digest = yield from digest_of(item.target)
        is_link = way is Way.MOVE and item.link is not None
        stamp = item.stamp if is_link else stamp_of(os.lstat(item.target))
        journal.placed(item, digest, stamp, is_done=way is not Way.MOVE)
    elif item.state is State.READY:
        journal.settle(item, State.PLANNED)
    remove(part)


def _is_named(item: Item, part: Path, way: Way) -> Passing[bool]:
    """Whether what has the name in the folder is this file, whole."""
    target = status_or_none(item.target)
    if target is None:
        return False
    if way is Way.MOVE and item.link is not None:
        return os.path.islink(item.target) and os.readlink(item.target) == moved_text(item)
    if is_same_file(part, item.target):
        return True
    if way is not Way.COPY and (source := status_or_none(item.source, follow=way is Way.LINK)):
        if os.path.samestat(source, target):
            return True
    elif way is Way.MOVE and identity_of(target) == item.identity and stamp_of(target) == item.stamp:
        return True
    return item.state is State.READY and (yield from _is_renamed(item, part, target))


def _is_renamed(item: Item, part: Path, target: os.stat_result) -> Passing[bool]:
    """The same for a rename: what had the name before is gone, or our empty file holds the new one, and goes."""
    held = item.source if item.digest is None else part
    if status_or_none(held) is None:
        is_equal = target.st_size == item.stamp.size
        return is_equal and (item.digest is None or (yield from digest_of(item.target)) == item.digest)
    remove_placeholder(item.target, item.placeholder)
    return False
