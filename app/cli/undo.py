"""`whatsit undo`: a sort undone, or the list of sorts."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.cli.destination import ALL_CLASSIFIED, JOB_FAILED, WRONG_USE
from app.cli.interrupts import Interrupts
from app.cli.progress import Progress
from app.cli.sorting import counted, error_sentence, status_of, tell, told
from app.cli.terminal import say
from app.paths import user_places
from app.results.sorting.journal import Phase
from app.results.sorting.journals import Sort, found, newest_to_undo, sort_of, sorts, unreadable
from app.results.sorting.steps import SortFailure
from app.results.sorting.work import undo as undone
from app.results.store import Store
from app.runs.troubles import store_failures
from app.steps import JobFailure
from app.values import SortTrouble, Way
from app.wording import WORDS, shown, trouble_sentence

_PHASES = {
    Phase.PLANNED: "unfinished",
    Phase.BEGUN: "unfinished",
    Phase.COMPLETE: "complete",
    Phase.UNDOING: "half undone",
    Phase.UNDONE: "undone",
}
_ABSENT = (SortTrouble.JOURNAL_MISSING, SortTrouble.NOTHING_TO_UNDO, SortTrouble.UNDONE)


def undo(options: argparse.Namespace) -> int:
    """Undo a sort, or list them; the exit status."""
    folder = user_places().sorts
    if options.list:
        for line in [_line(sort) for sort in sorts(folder)] or ["Nothing was sorted."]:
            tell(line)
        for failure in unreadable(folder):
            say(error_sentence(failure.error))
        return ALL_CLASSIFIED
    with Interrupts() as interrupts:
        progress = Progress()
        try:
            return _undo(options.journal, folder, interrupts, progress)
        except SortFailure as failure:
            say(error_sentence(failure.error))
            return WRONG_USE if failure.error.trouble in _ABSENT else JOB_FAILED
        except KeyboardInterrupt:
            return interrupts.status
        finally:
            progress.close()


def _undo(word: str | None, folder: Path, interrupts: Interrupts, progress: Progress) -> int:
    journal = found(folder, word) if word else newest_to_undo(folder)
    sort = sort_of(journal)
    with _store(sort) as store:
        steps = undone(journal, store, interrupts.stop, tags=user_places().tags)
        end = told(steps, "Undoing", interrupts, progress)
    status = status_of(end, interrupts, progress)
    if end.error is not None and end.error.trouble in _ABSENT:
        return WRONG_USE
    if end.is_complete:
        kept = f"; {counted(end.left, 'file')} left alone" if end.left else ""
        done = "restored" if sort.header.way is Way.MOVE else "removed again"
        tell(f"Sort {sort.name} is undone: {counted(end.done, 'file')} {done}{kept}.")
        if end.left:
            say(f"To try again what was left alone: whatsit undo {sort.name}")
    else:
        say(f"Run the same again to go on: whatsit undo {sort.name}")
    return status


@contextmanager
def _store(sort: Sort) -> Iterator[Store | None]:
    """The results whose paths follow; the files get back where they were without them too."""
    path = sort.header.store
    if path is None or not path.exists():
        yield None
        return
    try:
        with store_failures():
            store = Store(path, is_ours=path == user_places().results)
    except JobFailure as failure:
        say(f"The results will not know where the files are: {trouble_sentence(failure.error)}")
        yield None
        return
    with store:
        yield store


def _line(sort: Sort) -> str:
    """A sort on one line: name, when, state, counts, where, and of which run."""
    header = sort.header
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(header.began))
    rest = f" of {sort.done + sort.open:,}" if sort.open else ""
    left = f", {sort.left:,} left alone" if sort.left else ""
    counts = f"{counted(sort.done, 'file') if not rest else f'{sort.done:,}{rest} files'} {WORDS[header.way]}{left}"
    where = f"{shown(header.destination)}  (run {header.run}, {shown(header.name)})"
    return f"{sort.name}  {when}  {_PHASES[header.phase]:<11}  {counts}  {where}"
