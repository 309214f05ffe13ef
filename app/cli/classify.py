"""`whatsit classify`: pictures in, rows out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, cast

from app.cli.inputs import Found, find_pictures, picture_at
from app.cli.interrupts import Interrupts
from app.cli.layouts import Layout, encoding_of, layout_for, newline_of
from app.cli.progress import Progress
from app.cli.terminal import abandon_stdout, is_terminal, libraries_silenced, prepare, say
from app.log import kept_log
from app.results.whole_file import whole_file
from app.settings import Settings
from app.steps import Advance, BackedOff, Ending, Job, JobEnd, JobError, JobFailure, ModelReady, Step, Trouble
from app.values import DeviceState
from app.wording import WORDS, shown, trouble_sentence

ALL_CLASSIFIED, SOME_FAILED, WRONG_USE, JOB_FAILED = range(4)
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
        found = find_pictures(options.paths, progress)
    except OSError as error:
        say(f"whatsit: standard input cannot be read ({error.strerror or error}).")
        return WRONG_USE
    finally:
        progress.close()
    if options.output and (picture := picture_at(Path(options.output), found.refs)):
        say(f"whatsit: --output would overwrite {shown(picture)}, which is to be classified.")
        return WRONG_USE
    status = _write_answers(options, found, interrupts, progress)
    if found.skipped_sentence:
        say(found.skipped_sentence)
    return status


def _write_answers(options: argparse.Namespace, found: Found, interrupts: Interrupts, progress: Progress) -> int:
    try:
        with _destination(options, interrupts) as file:
            layout = layout_for(options.format, file, top_k=options.top_k, least_probability=options.least_probability)
            return _Answers(options, found, interrupts, progress, file, layout).write()
    except _UnfinishedError as unfinished:
        return unfinished.status
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise  # whoever reads the answers has gone, whatever name the pipe has
        if not options.output:
            abandon_stdout()
        say(f"whatsit: the answers cannot be written to {_name(options)} ({error.strerror or error}).")
        return JOB_FAILED


@contextmanager
def _destination(options: argparse.Namespace, interrupts: Interrupts) -> Iterator[TextIO]:
    """Where the rows go.

    Raises:
        OSError: nothing can be written there, or what was written did not arrive.
    """
    newline = newline_of(options.format)
    if options.output:
        with whole_file(Path(options.output), newline=newline, beginning=interrupts.unfinished.append) as file:
            yield file
        return
    if sys.stdout is None:
        raise OSError("it is closed")
    yield prepare(sys.stdout, encoding=encoding_of(options.format), newline=newline)
    sys.stdout.flush()


def _name(options: argparse.Namespace) -> str:
    return shown(options.output) if options.output else "standard output"


class _UnfinishedError(Exception):
    """Leaves the block of a whole file, so that half an export never gets its name."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@contextmanager
def _told_of_interrupts(steps: Generator[Step]) -> Iterator[None]:
    """Close the steps when the block ends; after a KeyboardInterrupt in the block they wait for no picture."""
    with closing(steps):
        try:
            yield
        except KeyboardInterrupt as interrupt:
            steps.throw(interrupt)


def _where_more_is(error: JobError) -> str:
    log = kept_log() if error.trouble is Trouble.INTERNAL else None
    return f" {shown(log)} has the details." if log else ""


@dataclass(frozen=True, slots=True)
class _Answers:
    """One job, its steps turned into rows and notes."""

    options: argparse.Namespace
    found: Found
    interrupts: Interrupts
    progress: Progress
    file: TextIO
    layout: Layout

    def write(self) -> int:
        """Run the job and write every row; the exit status when all were written.

        Raises:
            _UnfinishedError: the job failed or was interrupted.
            OSError: a row cannot be written.
        """
        self.file.write(self.layout.header)
        if not self.found.refs:
            say("No pictures were found.")
            return ALL_CLASSIFIED
        self.progress.wait("Loading the model")
        end = self._run()
        self.progress.close()
        if end.ending is Ending.COMPLETED:
            self._summarise(end)
            return SOME_FAILED if end.failed else ALL_CLASSIFIED
        if end.ending is Ending.CANCELLED or self.interrupts.stop.is_set():  # a library that Ctrl+C met fails anyhow
            raise _UnfinishedError(self.interrupts.status)
        if end.error:
            say(f"whatsit: {trouble_sentence(end.error)}{_where_more_is(end.error)}")
        raise _UnfinishedError(JOB_FAILED)

    def _run(self) -> JobEnd:
        """Load PyTorch aloud, since what goes wrong there can end the process; then answer in silence."""
        from app.inference.engine import import_torch

        try:
            import_torch()
        except JobFailure as failure:
            return JobEnd(_JOB, Ending.FAILED, classified=0, failed=0, seconds=0.0, error=failure.error)
        with libraries_silenced():
            return self._answer()

    def _answer(self) -> JobEnd:
        from app.inference.engine import Engine
        from app.inference.pipeline import run

        steps = cast(Generator[Step], run(self._job(), Engine(), self.interrupts.stop))
        with _told_of_interrupts(steps):
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
                        self._write_rows(step)
                    case JobEnd():
                        return step
        raise RuntimeError("the pipeline stopped without an ending")

    def _job(self) -> Job:
        return Job(
            id=_JOB,
            refs=self.found.refs,
            model=self.options.model,
            device=self.options.device,
            precision=self.options.precision,
            top_k=self.options.top_k,
            limits=Settings(megapixels=self.options.max_megapixels).limits,
        )

    def _write_rows(self, step: Advance) -> None:
        """Rows go out with every step, so that whoever reads a pipe sees them at once."""
        self.progress.write("".join(map(self.layout.row, step.outcomes)), self.file)
        self.file.flush()
        self.progress.advance(len(step.outcomes))

    def _tell_ready(self, ready: ModelReady) -> None:
        if self.options.verbose:
            self.progress.say(f"{ready.model.title} on {shown(ready.device.title)} in {ready.precision}.")
        for other in ready.others:
            if self.options.verbose or other.state is DeviceState.BROKEN:
                detail = f": {shown(other.detail)}" if other.detail else ""
                self.progress.say(f"{other.name} is not used: {WORDS[other.state]}{detail}.")
        self.progress.measure("Classifying", len(self.found.refs))

    def _summarise(self, end: JobEnd) -> None:
        if not (self.options.verbose or is_terminal(sys.stderr)):
            return
        total = end.classified + end.failed
        failed = f", {end.failed} could not be classified" if end.failed else ""
        say(f"{total} {'picture' if total == 1 else 'pictures'}{failed}, {end.seconds:.1f} s.")
