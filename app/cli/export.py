"""`whatsit export`: the rows of a run that is kept, all or some."""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TextIO

from app.cli.destination import ALL_CLASSIFIED, JOB_FAILED, UnfinishedError, reported, write_rows
from app.cli.interrupts import Interrupts
from app.cli.kept import chosen_run, require_output, store_to_read
from app.cli.terminal import say
from app.results.export import Format, export, layout_of
from app.results.query import Query, State
from app.results.store import Store
from app.results.tables import XLSX_ROWS, TooManyRowsError
from app.values import Outcome


def export_run(options: argparse.Namespace) -> int:
    """Write the rows of a run; the exit status."""
    with Interrupts() as interrupts:
        try:
            with store_to_read(options) as store:
                require_output(options, "--output", options.output)
                return _export(options, store, interrupts)
        except UnfinishedError as unfinished:
            return unfinished.status
        except KeyboardInterrupt:
            return interrupts.status


def _export(options: argparse.Namespace, store: Store, interrupts: Interrupts) -> int:
    query = _query(options, chosen_run(store, options.run).id)
    with closing(store.rows(query)) as outcomes:
        if options.output:
            return reported(options, lambda: _write_file(options, outcomes, interrupts))
        return write_rows(options, interrupts, lambda file: _write_lines(options, outcomes, file))


def _query(options: argparse.Namespace, run: int) -> Query:
    return Query(
        run,
        options.least_probability,
        text=options.text,
        label=options.label,
        least=options.least,
        most=options.most,
        states=frozenset(map(State, options.states or State)),
    )


def _write_lines(options: argparse.Namespace, outcomes: Iterator[Outcome], file: TextIO) -> int:
    layout = layout_of(Format(options.format), options.top_k, options.least_probability, bom=options.bom)
    file.write(layout.header)
    count = 0
    for outcome in outcomes:
        file.write(layout.row(outcome))
        count += 1
    return _summarised(count)


def _write_file(options: argparse.Namespace, outcomes: Iterator[Outcome], interrupts: Interrupts) -> int:
    exporting = export(
        outcomes,
        Path(options.output),
        Format(options.format),
        top_k=options.top_k,
        least_probability=options.least_probability,
        bom=options.bom,
        beginning=interrupts.unfinished.append,
    )
    try:
        (count,) = deque(exporting, maxlen=1)  # the last is how many there are
    except TooManyRowsError as error:
        say(f"whatsit: a sheet holds {XLSX_ROWS:,} pictures, and these are more; choose csv, jsonl or parquet.")
        raise UnfinishedError(JOB_FAILED) from error
    except ImportError as error:
        say("whatsit: Parquet needs an extra: pip install 'whatsit[parquet]', from a clone '.[parquet]'.")
        raise UnfinishedError(JOB_FAILED) from error
    return _summarised(count)


def _summarised(count: int) -> int:
    """A file of nothing but a heading may be a misspelt word."""
    if not count:
        say("No pictures were chosen.")
    return ALL_CLASSIFIED
