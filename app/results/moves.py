"""Files that were moved: what the store knows of them goes along."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.results.outcomes import bytes_of
from app.values import Stamp


@dataclass(frozen=True, slots=True)
class Move:
    """A file that has another place now.

    Attributes:
        source, before: where it was, and what it was there.
        target, after: where it is, and what it is there; a file system may keep times less exactly.
    """

    source: Path
    before: Stamp
    target: Path
    after: Stamp


def follow(database: sqlite3.Connection, moves: Iterable[Move]) -> None:
    """Let the outcomes of files follow them; done twice, it is done once.

    Those of other files that were at these places stay.

    Raises:
        sqlite3.Error: it cannot be written.
    """
    for move in moves:
        source, target = bytes_of(move.source), bytes_of(move.target)
        row = database.execute("select id from picture where path = ?", (source,)).fetchone()
        if row is None:
            continue
        database.execute("insert or ignore into picture (path) values (?)", (target,))
        (new,) = database.execute("select id from picture where path = ?", (target,)).fetchone()
        after = (move.after.size, move.after.mtime_ns)
        database.execute(_FOLLOW, (new, *after, row[0], move.before.size, move.before.mtime_ns))
        database.execute(_FORGET, (row[0], new))


_FOLLOW = "update outcome set picture = ?, size = ?, mtime_ns = ? where picture = ? and size is ? and mtime_ns is ?"
_FORGET = "delete from picture where id in (?, ?) and not exists (select 1 from outcome where picture = picture.id)"
