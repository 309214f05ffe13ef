"""`whatsit tag`: the classes of a run as tags in XMP sidecars, and without them again."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from app.cli.destination import ALL_CLASSIFIED, JOB_FAILED, SOME_FAILED, UnfinishedError
from app.cli.interrupts import Interrupts
from app.cli.kept import chosen_run, store_to_read
from app.cli.progress import Progress
from app.cli.terminal import prepare, say
from app.paths import user_places
from app.results.database import StoreError, StoreTrouble
from app.results.store import Run, Store
from app.results.tags.steps import Change, Counts, JournalLost, Naming, Refusal, TagAdvance, TagEnd, TagStep, Wish
from app.results.tags.tagging import tag as tag_pictures
from app.results.tags.tagging import untag
from app.wording import WORDS, shown


def tag(options: argparse.Namespace) -> int:
    """Write or remove the tags of a run; the exit status."""
    with Interrupts() as interrupts:
        progress = Progress()
        try:
            with store_to_read(options) as store:
                return _tag(options, store, interrupts, progress)
        except UnfinishedError as unfinished:
            return unfinished.status
        except KeyboardInterrupt:
            return interrupts.status
        finally:
            progress.close()


def _tag(options: argparse.Namespace, store: Store, interrupts: Interrupts, progress: Progress) -> int:
    run, journal = chosen_run(store, options.run), user_places().tags
    try:
        end = _told(_steps(options, store, run, journal, interrupts), options, run, interrupts, progress)
    except StoreError as error:
        if error.path != str(journal):
            raise
        say(f"whatsit: {_journal_sentence(error)}")
        return JOB_FAILED
    progress.close()
    print(_summary(end, options), file=prepare(sys.stdout))
    if end.is_stopped:
        return interrupts.status
    return SOME_FAILED if end.counts.refused else ALL_CLASSIFIED


def _steps(
    options: argparse.Namespace, store: Store, run: Run, journal: Path, interrupts: Interrupts
) -> Iterator[TagStep]:
    outcomes, is_over = store.rows(run.id), interrupts.stop.is_set
    if options.remove:
        return untag(outcomes, journal, is_over=is_over, is_dry=options.dry_run)
    wish = Wish(options.least_probability, options.top_k, options.unknown, Naming(options.sidecar))
    return tag_pictures(outcomes, wish, journal, is_over=is_over, is_dry=options.dry_run)


def _told(
    steps: Iterator[TagStep], options: argparse.Namespace, run: Run, interrupts: Interrupts, progress: Progress
) -> TagEnd:
    """Tell every step; the last one is returned."""
    progress.measure("Removing tags" if options.remove else "Writing tags", run.classified + run.failed)
    interrupts.patient = True
    done = 0
    for step in steps:
        match step:
            case JournalLost():
                progress.say(f"The journal of tags was damaged; it lies at {shown(step.aside)} now.")
                progress.say("Tags that were written before it can no longer be removed.")
            case TagAdvance():
                if options.dry_run and step.changes:
                    progress.write("".join(map(_line, step.changes)), prepare(sys.stdout))
                for refusal in step.refusals:
                    progress.say(_refusal_sentence(refusal))
                progress.advance(step.counts.done - done)
                done = step.counts.done
            case TagEnd():
                interrupts.patient = False
                return step
    raise RuntimeError("the tagging stopped without an ending")


def _line(change: Change) -> str:
    """A sidecar and its tags on one line: "/photos/cat.jpg.xmp: + tabby, - tiger cat"."""
    tags = [*(f"+ {shown(tag)}" for tag in change.added), *(f"- {shown(tag)}" for tag in change.removed)]
    return f"{shown(change.sidecar)}: {', '.join(tags)}\n"


def _refusal_sentence(refusal: Refusal) -> str:
    detail = f" ({shown(refusal.detail)})" if refusal.detail else ""
    return f"{shown(refusal.picture)}: {WORDS[refusal.trouble]}{detail}."


def _summary(end: TagEnd, options: argparse.Namespace) -> str:
    """What was done, or would be: "3 pictures tagged, 1 already right, 2 could not be classified."."""
    counts = end.counts
    stopped = " Stopped; the same line goes on." if end.is_stopped else ""
    return f"{_counted(counts.changed)} {_done(options)}{_others(counts, options)}.{stopped}"


def _done(options: argparse.Namespace) -> str:
    if options.dry_run:
        return "would lose tags" if options.remove else "would be tagged"
    return "without these tags now" if options.remove else "tagged"


def _others(counts: Counts, options: argparse.Namespace) -> str:
    told = (
        (counts.same, "had none" if options.remove else "already right"),
        (counts.unknown, "unknown and not tagged"),
        (counts.refused, "could not be changed"),
        (counts.failed, "could not be classified"),
    )
    return "".join(f", {number} {words}" for number, words in told if number)


def _counted(number: int) -> str:
    return "1 picture" if number == 1 else f"{number} pictures"


def _journal_sentence(error: StoreError) -> str:
    if error.trouble is StoreTrouble.BUSY:
        return "tags are being written by another Whatsit; try again when it is done."
    detail = f": {shown(error.detail)}" if error.detail else ""
    return (
        f"the journal of tags cannot be used ({shown(error.path)}{detail}), and nothing is written without it."
        " All sidecars are whole."
    )
