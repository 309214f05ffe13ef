"""The results store, as the commands open it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.cli.destination import JOB_FAILED, WRONG_USE, UnfinishedError
from app.cli.terminal import say
from app.paths import user_places
from app.results.store import Run, Store
from app.runs.run import store_failures
from app.steps import JobFailure
from app.wording import shown, trouble_sentence


@contextmanager
def store_to_read(options: argparse.Namespace) -> Iterator[Store]:
    """The store that a command reads or changes.

    Raises:
        UnfinishedError: it cannot be used; why was said.
    """
    try:
        with store_failures(), _opened(_path(options)) as store:
            yield store
    except JobFailure as failure:
        say(f"whatsit: {trouble_sentence(failure.error)}")
        raise UnfinishedError(JOB_FAILED) from failure


def store_to_write(options: argparse.Namespace) -> Store | None:
    """The store that keeps a run; None where the user's own cannot be used, which is said and does not stop the work.

    Raises:
        JobFailure: the one that was asked for by name cannot be used.
    """
    try:
        with store_failures():
            return _opened(_path(options))
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


def _opened(path: Path) -> Store:
    store = Store(path)
    if store.moved_aside:
        say(f"The results were damaged; they lie at {shown(store.moved_aside)} now, and new ones begin.")
    return store


def _path(options: argparse.Namespace) -> Path:
    return Path(os.path.abspath(options.store)) if options.store else user_places().results
