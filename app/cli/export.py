"""`whatsit export`: the rows of a run that is kept."""

from __future__ import annotations

import argparse
from typing import BinaryIO, TextIO

from app.cli.arguments import FILES_ONLY
from app.cli.destination import ALL_CLASSIFIED, JOB_FAILED, WRONG_USE, UnfinishedError, write_rows, write_table
from app.cli.interrupts import Interrupts
from app.cli.kept import chosen_run, is_store, store_to_read
from app.cli.layouts import layout_for
from app.cli.terminal import say
from app.results.store import Store
from app.results.tables import XLSX_ROWS, TooManyRowsError, write_parquet, write_xlsx


def export(options: argparse.Namespace) -> int:
    """Write the rows of a run; the exit status."""
    with Interrupts() as interrupts:
        try:
            with store_to_read(options) as store:
                if is_store(options):
                    say("whatsit: --output would overwrite the results themselves.")
                    return WRONG_USE
                run = chosen_run(store, options.run).id
                if options.format in FILES_ONLY:
                    return write_table(options, interrupts, lambda file: _write_table(options, store, run, file))
                return write_rows(options, interrupts, lambda file: _write_rows(options, store, run, file))
        except UnfinishedError as unfinished:
            return unfinished.status
        except KeyboardInterrupt:
            return interrupts.status


def _write_rows(options: argparse.Namespace, store: Store, run: int, file: TextIO) -> int:
    layout = layout_for(options.format, file, top_k=options.top_k, least_probability=options.least_probability)
    file.write("\ufeff" * (options.bom and options.format == "csv") + layout.header)
    for outcome in store.rows(run):
        file.write(layout.row(outcome))
    return ALL_CLASSIFIED


def _write_table(options: argparse.Namespace, store: Store, run: int, file: BinaryIO) -> int:
    write = write_xlsx if options.format == "xlsx" else write_parquet
    try:
        write(file, store.rows(run), options.top_k, options.least_probability)
    except TooManyRowsError as error:
        say(f"whatsit: a sheet holds {XLSX_ROWS:,} pictures, and this run has more; choose csv, jsonl or parquet.")
        raise UnfinishedError(JOB_FAILED) from error
    except ImportError as error:
        say("whatsit: Parquet needs an extra: pip install 'whatsit[parquet]', from a clone '.[parquet]'.")
        raise UnfinishedError(JOB_FAILED) from error
    return ALL_CLASSIFIED
