"""The folders of a plan: two things that are called alike get two, and what is there already is respected."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.results.sorting.names import folded, free_number, numbered, safe_name
from app.results.sorting.placing import identity_of, status_or_none
from app.results.sorting.template import Part


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of a plan.

    Attributes:
        number: its number in the plan.
        path: where it is or will be, below the destination.
        place: device and number, None for one that is not there yet.
    """

    number: int
    path: str
    place: str | None


class Folders:
    """Finds the folder for what a template gives, and the names that are free in it."""

    def __init__(self, database: sqlite3.Connection, destination: Path) -> None:
        self._database = database
        self._destination = destination

    def folder(self, parts: Sequence[Part]) -> Folder:
        """The folder for these parts, the same for the same ones.

        Raises:
            OSError: what is there cannot be looked at.
        """
        here = Folder(0, "", None)
        for part in parts:
            here = self._known(here, part) or self._new(here, part)
        return here

    def free_names(self, folder: Folder, stem: str, tails: Sequence[str]) -> Iterator[tuple[int, list[str], bool]]:
        """Proposals of names for files that belong together: the number, the names, and whether all are free."""
        number = max(1, self._next(folder, stem + tails[0]))
        while True:
            names = numbered(stem, tails, number)
            yield number, names, not any(self._next(folder, name) for name in names)
            number += 1

    def take(self, folder: Folder, stem: str, tails: Sequence[str], number: int) -> list[str]:
        """The names of this number are taken from now on; they are returned."""
        names = numbered(stem, tails, number)
        first = numbered(stem, tails, 1)[0]
        rows = [(folder.number, _key(name), 2 if name == first else 1) for name in names]
        self._database.executemany("insert or ignore into taken values (?, ?, ?)", rows)
        if number > 1:
            values = (number + 1, folder.number, _key(first))
            self._database.execute("update taken set next = ? where folder = ? and folded = ? and next > 1", values)
        return names

    def _known(self, parent: Folder, part: Part) -> Folder | None:
        row = self._database.execute(
            "select id, path, place from folder where parent = ? and wanted = ?", (parent.number, _bytes(part.key))
        ).fetchone()
        return Folder(row[0], os.fsdecode(row[1]), row[2]) if row else None

    def _new(self, parent: Folder, part: Part) -> Folder:
        name = safe_name(part.text)
        number = free_number(lambda number: self._is_free(_inside(parent, name, number)))
        path = _inside(parent, name, number)
        status = status_or_none(self._destination / path)
        place = identity_of(status) if status else None
        made = self._database.execute(
            "insert into folder (parent, wanted, path, folded, place) values (?, ?, ?, ?, ?)",
            (parent.number, _bytes(part.key), os.fsencode(path), _key(path), place),
        )
        folder = Folder(int(made.lastrowid or 0), path, place)
        if status:
            self._note_names(folder)
        return folder

    def _is_free(self, path: str) -> bool:
        """Whether no other folder of the plan has this name, and on the disk nothing or a real folder.

        A link is no folder here: what it leads to lies outside the destination.
        """
        if self._database.execute("select 1 from folder where folded = ?", (_key(path),)).fetchone():
            return False
        status = status_or_none(self._destination / path)
        return status is None or stat.S_ISDIR(status.st_mode)

    def _note_names(self, folder: Folder) -> None:
        with os.scandir(self._destination / folder.path) as entries:
            rows = ((folder.number, _key(entry.name)) for entry in entries)
            self._database.executemany("insert or ignore into taken values (?, ?, 1)", rows)

    def _next(self, folder: Folder, name: str) -> int:
        """The number to be tried next for a name that is taken; 0 for one that is free."""
        query = "select next from taken where folder = ? and folded = ?"
        row = self._database.execute(query, (folder.number, _key(name))).fetchone()
        return int(row[0]) if row else 0


def _inside(parent: Folder, name: str, number: int) -> str:
    return os.path.join(parent.path, numbered(name, [""], number)[0])


def _key(name: str) -> bytes:
    return _bytes(folded(name))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
