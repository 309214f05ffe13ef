"""All journals of a user: listed, found, and asked what later runs skip."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.results.sorting.journal import Header, Journal, Phase, State
from app.results.sorting.plan import ENDING
from app.results.sorting.steps import SortFailure
from app.values import SortTrouble


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort that was begun once.

    Attributes:
        journal: its file.
        header: what was asked for, and how far it is.
        done: how many files are where the sort has put them.
        open: how many it did not come to.
        left: how many could not be sorted or, once it is undone, be restored.
    """

    journal: Path
    header: Header
    done: int
    open: int
    left: int

    @property
    def name(self) -> str:
        """What it is called on the command line."""
        return self.journal.stem

    @property
    def is_unfinished(self) -> bool:
        """Whether it can be gone on with."""
        return self.header.phase in (Phase.PLANNED, Phase.BEGUN)


def sorts(folder: Path) -> Iterator[Sort]:
    """All sorts, the newest first; journals that cannot be read are passed over."""
    for path in _journals(folder):
        try:
            yield sort_of(path)
        except SortFailure:
            continue


def unreadable(folder: Path) -> Iterator[SortFailure]:
    """Why journals that `sorts` passes over cannot be read, the newest first."""
    for path in _journals(folder):
        try:
            sort_of(path)
        except SortFailure as failure:
            yield failure


def sort_of(path: Path) -> Sort:
    """The sort of this journal.

    Raises:
        SortFailure: the journal cannot be read.
    """
    with Journal(path) as journal:
        is_back = journal.header.phase in (Phase.UNDOING, Phase.UNDONE)
        return Sort(
            path,
            journal.header,
            journal.count(State.DONE, State.PLACED, State.RETURNING),
            journal.count(State.PLANNED, State.READY),
            journal.count(State.KEPT if is_back else State.SKIPPED),
        )


def found(folder: Path, word: str) -> Path:
    """The journal of this name, or at this path.

    Raises:
        SortFailure: there is none.
    """
    named = folder / f"{word}{ENDING}"
    if os.path.basename(word) == word and os.path.isfile(named):
        return named
    path = Path(word)
    if not os.path.isfile(path):
        raise SortFailure(SortTrouble.JOURNAL_MISSING, word)
    return path.absolute()


def newest_to_undo(folder: Path) -> Path:
    """The journal of the newest sort that is not undone.

    Raises:
        SortFailure: all are, or there is none; or a newer one cannot be read, and an older one was not meant.
    """
    for path in _journals(folder):
        if sort_of(path).header.phase is not Phase.UNDONE:
            return path
    raise SortFailure(SortTrouble.NOTHING_TO_UNDO)


def unfinished(folder: Path, destination: Path, key: str) -> Path | None:
    """The journal of an unfinished sort into this destination that this key asks for, or None.

    Raises:
        SortFailure: there is an unfinished one, and something else is asked for, or it is being undone.
    """
    real = os.path.realpath(destination)
    for sort in sorts(folder):
        if sort.header.phase in (Phase.COMPLETE, Phase.UNDONE) or os.path.realpath(sort.header.destination) != real:
            continue
        if sort.header.phase is Phase.UNDOING:
            raise SortFailure(SortTrouble.UNDOING, sort.name)
        if sort.header.key != key:
            raise SortFailure(SortTrouble.UNFINISHED, sort.name)
        return sort.journal
    return None


def sorted_folders(folder: Path) -> tuple[Path, ...]:
    """The folders that hold what was sorted; later runs skip them, so that nothing is sorted twice."""
    paths: dict[Path, None] = {}
    for path in _journals(folder):
        try:
            with Journal(path) as journal:
                if journal.header.phase is not Phase.UNDONE or journal.count(State.KEPT):
                    paths.update(dict.fromkeys(journal.folders()))
        except SortFailure:
            continue
    return tuple(paths)


def _journals(folder: Path) -> list[Path]:
    try:
        names = [name for name in os.listdir(folder) if name.endswith(ENDING) and not name.startswith(".")]
    except OSError:
        return []
    return [folder / name for name in sorted(names, reverse=True)]
