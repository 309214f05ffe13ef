"""An export from the window: what is wanted, and the steps of its task."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.images.sources import is_candidate
from app.paths import Places
from app.results.database import StoreError
from app.results.export import Format, export
from app.results.query import Query
from app.results.tables import TooManyRowsError
from app.results.view import View


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be written.

    Attributes:
        store: the file of the store.
        query: which rows.
        path: where they go.
        format: what they are written as.
        top_k: classes of each picture, 1 to 20.
        bom: whether CSV begins with a byte order mark.
        replaces: whether a file that stands there may be replaced.
        own: Whatsit's own files, which are never written over.
    """

    store: Path
    query: Query
    path: Path
    format: Format
    top_k: int
    bom: bool = False
    replaces: bool = True
    own: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """So many rows are written."""

    rows: int


class Refusal(Enum):
    """What stands under the name, so that nothing was written."""

    OWN = "one of Whatsit's own files"
    PICTURE = "a picture"
    EXISTS = "a file that nobody allowed to be replaced"


@dataclass(frozen=True, slots=True)
class Unwritten:
    """The last step where something kept the export from ending; nothing of it is left.

    Attributes:
        error: an `OSError`, a `TooManyRowsError`, an `ImportError` or a `StoreError`.
    """

    error: Exception


def export_steps(wish: ExportWish, is_over: Callable[[], bool]) -> Iterator[Written | Refusal | Unwritten]:
    """Write a file unless it is refused; whoever closes this before its end leaves nothing behind.

    Nothing is asked of the disk before, since one of another computer may be slow to answer. As soon
    as `is_over()` no other process is waited for.
    """
    if refusal := _refused(wish):
        yield refusal
        return
    try:
        with View(wish.store, is_over) as view, closing(view.rows(wish.query)) as rows:
            steps = export(
                (row.outcome for row in rows),
                wish.path,
                wish.format,
                top_k=wish.top_k,
                least_probability=wish.query.least_probability,
                bom=wish.bom,
            )
            with closing(steps):
                for number in steps:
                    yield Written(number)
    except (OSError, TooManyRowsError, ImportError, StoreError) as error:
        yield Unwritten(error)


def folder_steps(folder: Path) -> Iterator[Path]:
    """The folder, if it is there."""
    if folder.is_dir():
        yield folder


def _refused(wish: ExportWish) -> Refusal | None:
    path = wish.path
    if is_own(path, *wish.own):
        return Refusal.OWN
    if path.is_file() and is_candidate(path):
        return Refusal.PICTURE
    return Refusal.EXISTS if not wish.replaces and path.exists() else None


def own_files(places: Places, store: Path) -> tuple[Path, ...]:
    """Whatsit's own files, and the store that is in use; nobody wants them replaced."""
    return store, places.results, places.tags, places.settings, places.window, places.log


def is_own(path: Path, *own: Path) -> bool:
    """Whether a file of this name is one of `own`, such as the results store, or one that SQLite keeps beside it."""
    name, folder = path.name.casefold(), os.path.realpath(path.parent)
    for each in own:
        if name.startswith(each.name.casefold()) and folder == os.path.realpath(each.parent):
            return True
        with suppress(OSError):
            if os.path.samefile(path, each):
                return True
    return False
