"""The first half of a plan: every picture is entered, as it is now, or with the reason why it is left alone."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.results.rows import FAILED, UNKNOWN, headline
from app.results.sorting.checks import may_write
from app.results.sorting.companions import beside, is_raw
from app.results.sorting.placing import Blocked, identity_of, stamp_of, taking
from app.results.sorting.steps import Options
from app.results.sorting.template import Template, source_of
from app.values import Failed, ImageRef, Left, Outcome, Way


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it is.

    Attributes:
        status: of the file, where a link leads.
        link: the text of a symbolic link, or None.
    """

    status: os.stat_result
    link: str | None


class Entering:
    """Enters pictures into a plan."""

    def __init__(
        self, database: sqlite3.Connection, options: Options, template: Template, roots: Sequence[Path], device: int
    ) -> None:
        self._database = database
        self._options = options
        self._template = template
        self._roots = roots
        self._device = device
        self._folder: Path | None = None
        self._place = ""
        self._refusal = ""  # why nothing can be sorted from the folder

    def enter(self, outcome: Outcome) -> None:
        """Enter a picture, once: a path that comes again is passed over."""
        ref = outcome.ref
        self._go_to(ref.path.parent)
        label, is_word, why = label_of(outcome, self._options)
        try:
            if why is not None:
                raise Blocked(why)
            found = looked_at(ref, self._options.way, self._device)
            if self._refusal:
                raise Blocked(Left.UNREADABLE, self._refusal)
        except Blocked as blocked:
            self._insert(ref, (0, 0, 0, "", None, None, "left", blocked.why.value, blocked.detail))
            return
        mtime_ns = found.status.st_mtime_ns
        source = source_of(ref.path, self._roots)
        parts = self._template.parts(label, is_word, source, mtime_ns)
        wanted = json.dumps([(part.key, part.text) for part in parts])
        self._insert(ref, (*status_values(found), wanted, "planned", None, ""))

    def _go_to(self, folder: Path) -> None:
        """Look through a folder that was not looked through yet; pictures come folder by folder."""
        if folder == self._folder:
            return
        self._folder = folder
        try:
            self._place = identity_of(os.stat(folder))
        except OSError:
            self._place = os.path.abspath(folder)
        is_locked = self._options.way is Way.MOVE and not may_write(folder)
        self._refusal = "its folder is write-protected" if is_locked else ""
        known = self._database.execute("select 1 from origin where place = ?", (_text(self._place),)).fetchone()
        self._database.execute("insert or ignore into origin values (?, ?)", (os.fsencode(folder), _text(self._place)))
        if not known:
            self._note_companions(folder)

    def _note_companions(self, folder: Path) -> None:
        try:
            for base, name, raw in beside(folder):
                values = (_text(self._place), os.fsencode(base), os.fsencode(name), raw)
                self._database.execute("insert into beside values (?, ?, ?, ?)", values)
        except FileNotFoundError:
            return  # its pictures say so themselves
        except OSError:
            self._refusal = "its folder cannot be listed, so nobody knows what belongs to it"

    def _insert(self, ref: ImageRef, values: Sequence[object]) -> None:
        path = ref.path
        names = (os.fsencode(path), _text(self._place), os.fsencode(path.name), os.fsencode(path.stem))
        self._database.execute(ENTER, (*names, is_raw(path.name), *values))


def label_of(outcome: Outcome, options: Options) -> tuple[str, bool, Left | None]:
    """What a picture's folder is named by, whether that is a word and no class, and why it is left alone, if it is."""
    if isinstance(outcome, Failed):
        return FAILED, True, None if options.sorts_failed else Left.FAILED
    label = headline(outcome.predictions, options.least_probability)
    if label is None:
        return UNKNOWN, True, None if options.sorts_unknown else Left.UNKNOWN
    return label, False, None


def looked_at(ref: ImageRef, way: Way, device: int) -> Found:
    """A picture as it is now.

    Raises:
        Blocked: it is not what was classified, or cannot get to this device.
    """
    found = status_of(ref.path)
    if not stat.S_ISREG(found.status.st_mode):
        raise Blocked(Left.NOT_A_FILE)
    if ref.stamp != stamp_of(found.status):
        raise Blocked(Left.CHANGED)
    require_device(found, way, device)
    return found


def status_of(path: Path) -> Found:
    """A file as it is now.

    Raises:
        Blocked: it is not there, or cannot be looked at.
    """
    with taking():
        link = os.readlink(path) if stat.S_ISLNK(os.lstat(path).st_mode) else None
        return Found(os.stat(path), link)


def require_device(found: Found, way: Way, device: int) -> None:
    """Raises Blocked if a hard link would have to lead to another drive."""
    if way is Way.LINK and found.status.st_dev != device:
        raise Blocked(Left.OTHER_DRIVE)


def status_values(found: Found) -> tuple[object, ...]:
    """Size, time of change, mode, identity and link, as an item has them."""
    stamp, status = stamp_of(found.status), found.status
    link = None if found.link is None else os.fsencode(found.link)
    return stamp.size, stamp.mtime_ns, stat.S_IMODE(status.st_mode), identity_of(status), link


def _text(place: str) -> str:
    """A folder that is not there is its own name, which may hold bytes that are no text."""
    return place.encode("utf-8", "backslashreplace").decode()


ENTER = """
    insert or ignore into item
        (source, place, name, stem, is_raw, size, mtime_ns, mode, identity, link, wanted, state, why, detail, picture)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select coalesce(max(id), 0) + 1 from item))
"""
