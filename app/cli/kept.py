"""The results store, as the commands open it."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.cli.destination import JOB_FAILED, WRONG_USE, UnfinishedError
from app.cli.terminal import say
from app.images.sources import is_candidate
from app.paths import user_places
from app.results.store import Run, Store
from app.runs.troubles import store_failures
from app.steps import JobFailure
from app.wording import shown, trouble_sentence

# What is called like the store, but for this ending, belongs to it.
_BESIDE = r"(-wal|-shm|-journal|\.lock|\.decoding-.*|\.(damaged|version)-.*)?"


@contextmanager
def store_to_read(options: argparse.Namespace) -> Iterator[Store]:
    """The store that a command reads or changes.

    Raises:
        UnfinishedError: it cannot be used; why was said.
    """
    try:
        with store_failures(), _opened_to_read(options) as store:
            yield store
    except JobFailure as failure:
        say(f"whatsit: {trouble_sentence(failure.error)}")
        raise UnfinishedError(JOB_FAILED) from failure


def store_to_write(options: argparse.Namespace, gives_up: Callable[[], bool]) -> Store | None:
    """The store that keeps a run; None where the user's own cannot be used, which is said and does not stop the work.

    `gives_up` says when nobody wants to wait for another writer any more.

    Raises:
        JobFailure: the one that was asked for by name cannot be used.
    """
    try:
        with store_failures():
            return _opened(options, gives_up)
    except JobFailure as failure:
        if options.store:
            raise
        say(f"Nothing will be kept for later: {trouble_sentence(failure.error)}")
        return None


def chosen_run(store: Store, word: str) -> Run:
    """The run of this number, or the newest for "last".

    Raises:
        UnfinishedError: there is none; that was said.
        StoreError: the store cannot be read.
    """
    runs = store.runs()
    run = runs[0] if word == "last" and runs else next((run for run in runs if str(run.id) == word), None)
    if run is None:
        say(f"whatsit: there is no run {shown(word)}; `whatsit runs` lists those there are.")
        raise UnfinishedError(WRONG_USE)
    return run


def is_store(options: argparse.Namespace, output: str | None) -> bool:
    """Whether what is written to `output` would replace the store itself, or a file that lies beside it."""
    if not output:
        return False
    there, store = Path(os.path.realpath(output)), Path(os.path.realpath(_path(options)))
    if there.parent == store.parent and re.fullmatch(re.escape(store.name) + _BESIDE, there.name):
        return True
    with suppress(OSError):
        return os.path.samefile(there, store)
    return False


def require_output(options: argparse.Namespace, word: str, output: str | None) -> None:
    """See to it that `output`, which the option `word` names, is neither the store nor a picture.

    Raises:
        UnfinishedError: it is; that was said.
    """
    if is_store(options, output):
        say(f"whatsit: {word} would overwrite the results themselves.")
        raise UnfinishedError(WRONG_USE)
    if output and os.path.isfile(output) and is_candidate(Path(os.path.realpath(output))):
        say(f"whatsit: {word} would overwrite {shown(output)}, which is a picture.")
        raise UnfinishedError(WRONG_USE)


def say_moved(aside: Path) -> None:
    """Tell where damaged results lie."""
    say(f"The results were damaged; they lie at {shown(aside)} now, and new ones begin.")


def _opened(options: argparse.Namespace, gives_up: Callable[[], bool] = lambda: False) -> Store:
    store = Store(_path(options), is_ours=not options.store, gives_up=gives_up)
    if store.moved_aside:
        say_moved(store.moved_aside)
    return store


def _opened_to_read(options: argparse.Namespace) -> Store:
    """Looking makes nothing: where there is no store there are no runs."""
    return _opened(options) if _path(options).exists() else Store(None)


def _path(options: argparse.Namespace) -> Path:
    return Path(options.store).absolute() if options.store else user_places().results
