"""`whatsit runs`: what is kept of former runs."""

from __future__ import annotations

import argparse
import sys
import time

from app.cli.destination import ALL_CLASSIFIED, UnfinishedError
from app.cli.kept import chosen_run, store_to_read
from app.cli.terminal import prepare
from app.results.store import Run, Store
from app.wording import shown


def runs(options: argparse.Namespace) -> int:
    """List, rename or forget runs; the exit status."""
    try:
        with store_to_read(options) as store:
            for line in _lines(options, store):
                print(line, file=prepare(sys.stdout))
    except UnfinishedError as unfinished:
        return unfinished.status
    return ALL_CLASSIFIED


def _lines(options: argparse.Namespace, store: Store) -> list[str]:
    if options.forget_everything:
        runs = _counted(store.forget_everything(), "run")
        return [f"{runs} forgotten, with all answers. The pictures are where they were."]
    if options.forget:
        run = chosen_run(store, options.forget)
        store.forget(run.id)
        return [f"Run {run.id}, {shown(run.name)}, is forgotten. The pictures are where they were."]
    if options.rename:
        run, name = chosen_run(store, options.rename[0]), options.rename[1]
        store.rename(run.id, name)
        return [f"Run {run.id} is called {shown(name)} now."]
    return [_line(run) for run in store.runs()] or ["No runs are kept."]


def _line(run: Run) -> str:
    """A run on one line: number, when, state, counts, model, name and folders."""
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(run.started))
    state = "complete" if run.ended else "unfinished"
    counts = ", ".join(part for part in _counts(run) if part)
    roots = ", ".join(shown(root) for root in run.roots[:3]) + (", …" if len(run.roots) > 3 else "")
    return f"{run.id:>4}  {when}  {state:<10}  {counts}  {run.title} ({run.precision})  {shown(run.name)}: {roots}"


def _counts(run: Run) -> list[str]:
    """Pictures, and of how many while that is known of an unfinished run; failures, and files that are no pictures."""
    done, others = run.classified + run.failed, sum(number for _, number in run.skipped)
    is_open = run.ended is None and run.total is not None
    pictures = f"{done} of {_counted(max(run.total or 0, done), 'picture')}" if is_open else _counted(done, "picture")
    failed = f"{run.failed} could not be classified" if run.failed else ""
    return [pictures, failed, f"{_counted(others, 'other file')} skipped" if others else ""]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
