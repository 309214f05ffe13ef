"""`whatsit classify`: pictures in, rows out."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from app.cli.destination import ALL_CLASSIFIED, JOB_FAILED, SOME_FAILED, WRONG_USE, UnfinishedError, write_rows
from app.cli.inputs import Inputs, Overwriting, named_inputs, skipped_sentence
from app.cli.interrupts import Interrupts
from app.cli.kept import is_store, say_moved, store_to_write
from app.cli.layouts import layout_for
from app.cli.progress import Progress
from app.cli.terminal import is_terminal, libraries_silenced, say
from app.inference.pipeline import attended
from app.log import kept_log
from app.paths import user_places
from app.results.database import StoreError
from app.results.layouts import Layout
from app.results.sorting.journals import sorted_folders
from app.results.store import Store
from app.runs.request import Request
from app.runs.run import Run
from app.settings import Settings
from app.steps import Advance, BackedOff, Ending, Job, JobEnd, JobError, JobFailure, ModelReady, Trouble
from app.values import DeviceState
from app.wording import WORDS, shown, trouble_sentence

_JOB = 1  # the only one


def classify(options: argparse.Namespace) -> int:
    """Answer for every picture that the options name; the exit status is that of the command line's contract."""
    with Interrupts() as interrupts:
        progress = Progress()
        try:
            return _classify(options, interrupts, progress)
        except KeyboardInterrupt:
            return interrupts.status
        finally:
            progress.close()


def _classify(options: argparse.Namespace, interrupts: Interrupts, progress: Progress) -> int:
    try:
        inputs = named_inputs(options.paths)
    except OSError as error:
        say(f"whatsit: standard input cannot be read ({error.strerror or error}).")
        return WRONG_USE
    overwriting = Overwriting(options.output)
    if picture := next(filter(overwriting.is_at, inputs.paths), None):
        return _refused(picture)
    with ExitStack() as held:
        try:
            is_kept = inputs.is_run and not options.no_store
            store = store_to_write(options, interrupts.stop.is_set) if is_kept else None
        except JobFailure as failure:
            say(f"whatsit: {trouble_sentence(failure.error)}")
            return JOB_FAILED
        if store is not None:
            held.enter_context(store)
            if is_store(options, options.output):
                say("whatsit: --output would overwrite the results themselves.")
                return WRONG_USE
        answers = _Answers(options, inputs, store, interrupts, progress, overwriting)
        return write_rows(options, interrupts, answers.write)


def _refused(picture: Path) -> int:
    say(f"whatsit: --output would overwrite {shown(picture)}, which is to be classified.")
    return WRONG_USE


def _where_more_is(error: JobError) -> str:
    log = kept_log() if error.trouble is Trouble.INTERNAL else None
    return f" {shown(log)} has the details." if log else ""


@dataclass(slots=True)
class _Answers:
    """One job, its steps turned into rows and notes."""

    options: argparse.Namespace
    inputs: Inputs
    store: Store | None
    interrupts: Interrupts
    progress: Progress
    overwriting: Overwriting

    def write(self, file: TextIO) -> int:
        """Run the job and write every row; the exit status when all were written.

        Raises:
            UnfinishedError: the job failed or was interrupted.
            OSError: a row cannot be written.
        """
        top_k, least = self.options.top_k, self.options.least_probability
        layout = layout_for(self.options.format, file, top_k=top_k, least_probability=least)
        file.write(layout.header)
        self.progress.wait("Loading the model")
        run, end = self._run(layout, file)
        self.progress.close()
        if end.ending is Ending.COMPLETED:
            return self._summarised(run, end)
        if end.ending is Ending.CANCELLED or self.interrupts.stop.is_set():  # a library that Ctrl+C met fails anyhow
            raise UnfinishedError(self.interrupts.status)
        if end.error:
            say(f"whatsit: {trouble_sentence(end.error)}{_where_more_is(end.error)}")
            self._set_aside(end.error)
        raise UnfinishedError(JOB_FAILED)

    def _set_aside(self, error: JobError) -> None:
        """What is damaged stands in nobody's way the next time."""
        if self.store is not None and error.trouble is Trouble.STORE_DAMAGED:
            with suppress(StoreError):
                if aside := self.store.set_aside():
                    say_moved(aside)

    def _run(self, layout: Layout, file: TextIO) -> tuple[Run, JobEnd]:
        """Load PyTorch aloud, since what goes wrong there can end the process; then answer in silence."""
        from app.inference.engine import Engine, import_torch

        apart = sorted_folders(user_places().sorts)
        request = Request(self._job(), self.inputs.paths, self.options.fresh, self.options.retry_failed, apart)
        run = Run(request, self.store, Engine(), self.interrupts.stop)
        try:
            import_torch()
        except JobFailure as failure:
            return run, JobEnd(_JOB, Ending.FAILED, classified=0, failed=0, seconds=0.0, error=failure.error)
        with libraries_silenced():
            return run, self._answer(run, layout, file)

    def _answer(self, run: Run, layout: Layout, file: TextIO) -> JobEnd:
        total: int | None = None
        with attended(run.steps()) as steps:
            for step in steps:
                self.interrupts.patient = not isinstance(step, JobEnd)  # not before: a model loads for seconds
                match step:
                    case ModelReady():
                        self._tell_ready(step)
                    case BackedOff():
                        self.progress.say(
                            f"{shown(step.device.title)} ran out of memory; going on with {step.batch_size} at a time."
                        )
                    case Advance():
                        if step.total is not None and total is None:
                            total = step.total
                            self.progress.measure("Classifying", total, step.done - len(step.outcomes))
                        if step.outcomes:
                            self._write_rows(step, layout, file)
                    case JobEnd():
                        return step
        raise RuntimeError("the run stopped without an ending")

    def _job(self) -> Job:
        return Job(
            id=_JOB,
            refs=(),
            model=self.options.model,
            device=self.options.device,
            precision=self.options.precision,
            limits=Settings(megapixels=self.options.max_megapixels).limits,
        )

    def _write_rows(self, step: Advance, layout: Layout, file: TextIO) -> None:
        """Rows go out with every step, so that whoever reads a pipe sees them at once."""
        for outcome in step.outcomes:
            if self.overwriting.is_at(outcome.ref.path):
                raise UnfinishedError(_refused(outcome.ref.path))
        self.progress.write("".join(layout.row(outcome) for outcome in step.outcomes), file)
        file.flush()
        self.progress.advance(len(step.outcomes))

    def _tell_ready(self, ready: ModelReady) -> None:
        if self.options.verbose:
            self.progress.say(f"{ready.model.title} on {shown(ready.device.title)} in {ready.precision}.")
        for other in ready.others:
            if self.options.verbose or other.state is DeviceState.BROKEN:
                detail = f": {shown(other.detail)}" if other.detail else ""
                self.progress.say(f"{other.name} is not used: {WORDS[other.state]}{detail}.")
        self.progress.count("Classifying")

    def _summarised(self, run: Run, end: JobEnd) -> int:
        """Say how it went; the exit status."""
        total = end.classified + end.failed
        if not total:
            say("No pictures were found.")
        elif self.options.verbose or is_terminal(sys.stderr):
            failed = f", {end.failed} could not be classified" if end.failed else ""
            known = f", {run.known} known before" if run.known else ""
            say(f"{total} {'picture' if total == 1 else 'pictures'}{failed}{known}, {end.seconds:.1f} s.")
        if sentence := skipped_sentence(run.skipped):
            say(sentence)
        return SOME_FAILED if end.failed else ALL_CLASSIFIED
