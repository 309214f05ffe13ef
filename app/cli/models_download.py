"""`whatsit models download`: the weights of a model, from its source or from a file that was carried here."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from app.cards import Card, Published
from app.cli.destination import ALL_CLASSIFIED, JOB_FAILED
from app.cli.interrupts import Interrupts
from app.cli.progress import Progress
from app.cli.sizes import size_words
from app.cli.terminal import prepare, say
from app.models.catalog import find_card
from app.models.fetching import fetch, source_of, take
from app.models.published import destination
from app.paths import user_places
from app.policy import load_policy, machine_policy
from app.settings import Settings, load_settings
from app.steps import DownloadAdvance, DownloadChecking, DownloadEnd, DownloadStep, DownloadWaiting, Ending
from app.wording import download_sentence, shown


def download_model(options: argparse.Namespace) -> int:
    """Get the weights; the exit status.

    Raises:
        JobFailure: there is no such model, or the file is not the one that its source publishes.
    """
    card = find_card(options.key)
    if card.file is None:
        print(f"{shown(card.title)} came with Whatsit.")
        return ALL_CLASSIFIED
    if options.carried:
        return _take(card, Path(options.carried), options.sha256 or "")
    settings = _settings()
    print(_announcement(card, card.file, settings), file=prepare(sys.stdout))
    if options.dry_run:
        return ALL_CLASSIFIED
    if settings.offline:
        say("whatsit: the network is never used, as your settings or your administrator say; use --from FILE.")
        return JOB_FAILED
    with Interrupts() as interrupts:
        try:
            interrupts.patient = True
            return _fetched(card, fetch(card, interrupts.stop.is_set, settings.hub_mirror), interrupts)
        except KeyboardInterrupt:
            return interrupts.status


def _settings() -> Settings:
    """What the user chose and the administrator fixed: both may forbid the network."""
    policy = load_policy(os.environ, machine_policy())
    return policy.applied(load_settings(user_places().settings))


def _announcement(card: Card, file: Published, settings: Settings) -> str:
    size = "of a size that only its source knows" if file.bytes is None else f"about {size_words(file.bytes)}"
    licence = f"Licence: {shown(card.licence)}." if card.licence else "Its source states no licence."
    return (
        f"{shown(card.key)}: {size}, from {shown(source_of(file, settings.hub_mirror))}\n"
        f"to {shown(str(destination(file)))}. {licence}"
    )


def _fetched(card: Card, steps: Iterator[DownloadStep], interrupts: Interrupts) -> int:
    end = _told(steps, card)
    if end.ending is Ending.COMPLETED:
        print(_success(card, end.path, was_there=end.was_there), file=prepare(sys.stdout))
        return ALL_CLASSIFIED
    if end.ending is Ending.CANCELLED:
        say(f"whatsit: stopped; {size_words(end.bytes)} are kept, and the same line goes on from there.")
        return interrupts.status
    say(f"whatsit: {download_sentence(end.error)}" if end.error else "whatsit: it could not be downloaded.")
    return JOB_FAILED


def _told(steps: Iterator[DownloadStep], card: Card) -> DownloadEnd:
    progress = Progress()
    try:
        for step in steps:
            match step:
                case DownloadAdvance():
                    progress.measure_bytes(shown(card.title), step.done, step.total)
                case DownloadChecking():
                    progress.measure_bytes("Checking", step.done, step.total)
                case DownloadWaiting():
                    progress.wait(f"{download_sentence(step.error)} Trying again in {step.seconds:.0f} s")
                case DownloadEnd():
                    return step
    finally:
        progress.close()
    raise RuntimeError("the download stopped without an ending")


def _take(card: Card, path: Path, sha256: str) -> int:
    try:
        model = take(card, path, sha256)
    except OSError as error:
        say(f"whatsit: the file cannot be kept ({shown(error.filename or '')}: {error.strerror or error}).")
        return JOB_FAILED
    print(_success(card, model.weights.path or path, was_there=False), file=prepare(sys.stdout))
    return ALL_CLASSIFIED


def _success(card: Card, path: Path, *, was_there: bool) -> str:
    state = "was here already" if was_there else "is here"
    return f"{shown(card.title)} {state}: {shown(str(path))}\nwhatsit classify PATH --model {shown(card.key)}"
