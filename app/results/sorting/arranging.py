"""The second half of a plan: every picture gets its folder and its name there, and its companions go along."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.results.sorting.companions import is_raw
from app.results.sorting.copying import digest_of, finished
from app.results.sorting.entering import ENTER, Found, require_device, status_of, status_values
from app.results.sorting.folders import Folder, Folders
from app.results.sorting.placing import Blocked
from app.results.sorting.steps import Options
from app.results.sorting.template import Part
from app.values import Left, Way

_PAGE = 500


@dataclass(frozen=True, slots=True)
class _Picture:
    number: int
    source: Path
    place: str
    stem: str
    identity: str
    is_link: bool
    is_raw: bool
    parts: tuple[Part, ...]

    @property
    def name(self) -> str:
        return self.source.name


class Arranging:
    """Arranges what was entered into a plan."""

    def __init__(self, database: sqlite3.Connection, options: Options, device: int) -> None:
        self._database = database
        self._options = options
        self._device = device
        self._folders = Folders(database, options.destination)

    def arrange(self) -> Iterator[None]:
        """Arrange all pictures, one at a time; a RAW file after those that it may go along with.

        Raises:
            OSError: the destination cannot be looked at.
        """
        for which in ("is_raw = 0", "is_raw = 1"):
            for picture in self._pictures(which):
                try:
                    self._arrange(picture)
                except Blocked as blocked:
                    self._leave(picture.number, blocked)
                yield
        self._note_mixed()

    def _pictures(self, which: str) -> Iterator[_Picture]:
        last = 0
        query = f"{_WAITING} and {which} and id > ? order by id limit {_PAGE}"
        while page := self._database.execute(query, (last,)).fetchall():
            for last, source, place, stem, identity, link, raw, wanted in page:
                path = Path(os.fsdecode(source))
                if self._is_waiting(last):
                    parts = tuple(Part(*part) for part in json.loads(wanted))
                    yield _Picture(last, path, place, os.fsdecode(stem), identity, link is not None, bool(raw), parts)

    def _is_waiting(self, number: int) -> bool:
        """Whether it has not gone along with another meanwhile."""
        return self._database.execute(f"{_WAITING} and id = ?", (number,)).fetchone() is not None

    def _arrange(self, picture: _Picture) -> None:
        self._require_first(picture)
        folder = self._folders.folder(picture.parts)
        if folder.place == picture.place:
            raise Blocked(Left.IN_PLACE)
        companions = self._companions(picture)
        tails = [name[len(picture.stem) :] for name in (picture.name, *companions)]
        number = self._free_number(picture, folder, tails)
        names = self._folders.take(folder, picture.stem, tails, number)
        self._database.execute(_PLACE, (folder.number, os.fsencode(names[0]), picture.number))
        for (companion, found), name in zip(companions.items(), names[1:], strict=True):
            self._go_along(picture, companion, found, folder, name)

    def _require_first(self, picture: _Picture) -> None:
        """Raises Blocked for a link to a picture that is sorted itself, and for a RAW whose JPEG is in its place."""
        if picture.is_link and self._asked(_TWIN, picture.identity):
            raise Blocked(Left.SAME_PICTURE)
        if picture.is_raw and self._asked(_PARTNER, picture.place, os.fsencode(picture.stem)):
            raise Blocked(Left.IN_PLACE)

    def _free_number(self, picture: _Picture, folder: Folder, tails: list[str]) -> int:
        """The number that makes all names free. Raises Blocked where the same picture is there under one of them."""
        for number, names, is_free in self._folders.free_names(folder, picture.stem, tails):
            if is_free:
                return number
            there = self._options.destination / folder.path / names[0]
            if folder.place and self._options.way is not Way.MOVE and _is_same(picture.source, there):
                raise Blocked(Left.IN_PLACE)
        raise RuntimeError("numbers do not end")

    def _companions(self, picture: _Picture) -> dict[str, Found]:
        """The files that go along with a picture, and with no other before it. Raises Blocked if one cannot."""
        names = self._beside(picture.place, picture.stem) + self._beside(picture.place, picture.name)
        if picture.is_raw:
            names = [name for name in names if not is_raw(name)]
        names += [sidecar for name in names if is_raw(name) for sidecar in self._beside(picture.place, name)]
        found: dict[str, Found] = {}
        for name in names:
            if name != picture.name and not self._asked(_ARRANGED, picture.place, os.fsencode(name)):
                try:
                    found[name] = self._looked_at(picture.source.parent / name)
                except Blocked as blocked:
                    if blocked.why is not Left.GONE:
                        raise
        return found

    def _beside(self, place: str, base: str) -> list[str]:
        query = "select name from beside where place = ? and base = ? order by name"
        return [os.fsdecode(name) for (name,) in self._database.execute(query, (place, os.fsencode(base)))]

    def _looked_at(self, path: Path) -> Found:
        found = status_of(path)
        require_device(found, self._options.way, self._device)
        return found

    def _go_along(self, picture: _Picture, name: str, found: Found, folder: Folder, target: str) -> None:
        """A RAW that is a picture of the run itself is entered anew, behind its picture."""
        key = picture.place, os.fsencode(name)
        self._database.execute("delete from item where place = ? and name = ?", key)
        source = os.fsencode(picture.source.parent / name)
        names = (source, *key, os.fsencode(picture.stem), is_raw(name))
        made = self._database.execute(ENTER, (*names, *status_values(found), None, "planned", None, ""))
        values = (picture.number, folder.number, os.fsencode(target), made.lastrowid)
        self._database.execute("update item set picture = ?, folder = ?, target = ? where id = ?", values)

    def _leave(self, number: int, blocked: Blocked) -> None:
        values = (blocked.why.value, blocked.detail, number)
        self._database.execute("update item set state = 'left', why = ?, detail = ? where id = ?", values)

    def _note_mixed(self) -> None:
        """Note which folders hold pictures of the run, however deep; later runs do not skip them."""
        for number, path in self._database.execute("select id, path from folder where place is not null").fetchall():
            inside = os.fsencode(self._options.destination.absolute()) + os.sep.encode() + path
            self._database.execute(_MIXED, (number, inside + b"/", inside + b"0"))

    def _asked(self, query: str, *values: object) -> bool:
        return self._database.execute(query, values).fetchone() is not None


def _is_same(one: Path, other: Path) -> bool:
    """Whether two files are one, or equal byte for byte."""
    try:
        here, there = os.stat(one), os.lstat(other)
        if os.path.samestat(here, there):
            return True
        is_alike = stat.S_ISREG(there.st_mode) and here.st_size == there.st_size
        return is_alike and finished(digest_of(one)) == finished(digest_of(other))
    except OSError:
        return False


_WAITING = """
    select id, source, place, stem, identity, link, is_raw, wanted from item where state = 'planned' and target is null
"""
_ARRANGED = "select 1 from item where place = ? and name = ? and target is not null"
_TWIN = "select 1 from item where identity = ? and link is null and (state = 'planned' or why = 'in place')"
_PARTNER = "select 1 from item where place = ? and stem = ? and is_raw = 0 and why = 'in place'"
_PLACE = "update item set folder = ?, target = ? where id = ?"
_MIXED = """
    update folder set is_mixed = 1 where id = ? and (
        place in (select place from origin) or exists (select 1 from origin where path >= ? and path < ?)
    )
"""
