"""`whatsit export`: the rows of a run that is kept."""

from __future__ import annotations

import argparse
from typing import TextIO

from app.cli.destination import ALL_CLASSIFIED, UnfinishedError, write_rows
from app.cli.interrupts import Interrupts
from app.cli.kept import chosen_run, store_to_read
from app.cli.layouts import layout_for
from app.results.store import Store


def export(options: argparse.Namespace) -> int:
    """Write the rows of a run; the exit status."""
    with Interrupts() as interrupts:
        try:
            with store_to_read(options) as store:
                run = chosen_run(store, options.run)
                return write_rows(options, interrupts, lambda file: _write(options, store, run.id, file))
        except UnfinishedError as unfinished:
            return unfinished.status
        except KeyboardInterrupt:
            return interrupts.status


def _write(options: argparse.Namespace, store: Store, run: int, file: TextIO) -> int:
    layout = layout_for(options.format, file, top_k=options.top_k, least_probability=options.least_probability)
    file.write(layout.header)
    for outcome in store.rows(run):
        file.write(layout.row(outcome))
    return ALL_CLASSIFIED
