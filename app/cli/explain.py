"""`whatsit explain`: a picture in, its heat map for a class out."""

from __future__ import annotations

import argparse
from pathlib import Path

from PIL import Image

from app.cli.destination import ALL_CLASSIFIED, JOB_FAILED, SOME_FAILED, WRONG_USE
from app.cli.inputs import Overwriting
from app.cli.interrupts import Interrupts
from app.cli.progress import Progress
from app.cli.terminal import libraries_silenced, say
from app.files.whole_file import whole_binary_file
from app.images.heat import over_crop, over_picture
from app.models.catalog import find_model
from app.models.class_search import Unclear, find_class
from app.settings import Settings
from app.steps import Explained, HeatMap, Job, JobError, JobFailure
from app.values import ClassLabel, Failed, ImageRef
from app.wording import WORDS, shown, trouble_sentence

_JOB = 1  # the only one


def explain(options: argparse.Namespace) -> int:
    """Write the heat map that the options name; the exit status is that of the command line's contract."""
    with Interrupts() as interrupts:
        progress = Progress()
        try:
            return _explain(options, interrupts, progress)
        except KeyboardInterrupt:
            return interrupts.status
        except JobFailure as failure:
            return _failed(failure.error)
        finally:
            progress.close()


def _explain(options: argparse.Namespace, interrupts: Interrupts, progress: Progress) -> int:
    if Overwriting(options.output).is_at(Path(options.path)):
        say(f"whatsit: --output would overwrite {shown(options.path)}, which is to be explained.")
        return WRONG_USE
    labels = find_model(options.model).labels
    index = None if options.label is None else find_class(options.label, labels)
    if isinstance(index, Unclear):
        say(f"whatsit: {_unclear(options.label, index, labels)}")
        return WRONG_USE
    progress.wait("Loading the model")
    outcome = _outcome(options, index, interrupts)
    progress.close()
    if isinstance(outcome, JobError):
        return _failed(outcome)
    if isinstance(outcome, Failed):
        return _not_classified(outcome)
    if not outcome.relevance:
        say(f"whatsit: {options.model} has no layer that knows places, and so no heat maps; choose another model.")
        return SOME_FAILED
    return _written(options, outcome, interrupts)


def _outcome(options: argparse.Namespace, index: int | None, interrupts: Interrupts) -> HeatMap | Failed | JobError:
    """Load PyTorch aloud, since what goes wrong there can end the process; then work in silence."""
    from app.inference.engine import Engine, import_torch
    from app.inference.heat_maps import explain as steps_of

    import_torch()
    with libraries_silenced():
        for step in steps_of(_job(options), index, Engine(), interrupts.stop):
            if isinstance(step, Explained):
                return step.outcome
            if step is not None and step.error is not None:
                return step.error
    raise KeyboardInterrupt  # it was stopped


def _job(options: argparse.Namespace) -> Job:
    return Job(
        id=_JOB,
        refs=(ImageRef(Path(options.path)),),
        model=options.model,
        device=options.device,
        precision=options.precision,
        limits=Settings(megapixels=options.max_megapixels).limits,
    )


def _written(options: argparse.Namespace, heat: HeatMap, interrupts: Interrupts) -> int:
    image = over_crop(heat, options.opacity) if options.crop else _over_picture(options, heat)
    if isinstance(image, Failed):
        return _not_classified(image)
    try:
        with whole_binary_file(Path(options.output), beginning=interrupts.unfinished.append) as file:
            image.save(file, "PNG")
    except OSError as error:
        say(f"whatsit: the heat map cannot be written to {shown(options.output)} ({error.strerror or error}).")
        return JOB_FAILED
    for_class = f'"{shown(heat.label)}"'
    if heat.has_any:
        say(f"{shown(options.output)} shows what speaks for {for_class} in {shown(options.path)}.")
    else:
        say(f"Nothing in {shown(options.path)} speaks for {for_class}, and {shown(options.output)} has no colours.")
    return ALL_CLASSIFIED


def _over_picture(options: argparse.Namespace, heat: HeatMap) -> Image.Image | Failed:
    with libraries_silenced():
        return over_picture(heat, _job(options).limits, options.opacity)


def _failed(error: JobError) -> int:
    say(f"whatsit: {trouble_sentence(error)}")
    return JOB_FAILED


def _not_classified(failed: Failed) -> int:
    detail = f" ({shown(failed.detail)})" if failed.detail else ""
    say(f"whatsit: {shown(failed.ref.path)} could not be classified: {WORDS[failed.reason]}{detail}.")
    return SOME_FAILED


def _unclear(words: str, unclear: Unclear, labels: tuple[ClassLabel, ...]) -> str:
    """Why these words name no class, and which they may mean, by positions where names would not tell them apart."""
    some = ", ".join(f"{shown(labels[index].name)} ({index})" for index in unclear.suggested)
    if unclear.fitting:
        more = ", …" if unclear.fitting > len(unclear.suggested) else ""
        return f'{unclear.fitting} classes begin with or are called "{shown(words)}": {some}{more}; say more.'
    return f'no class is called "{shown(words)}"' + (f"; like it are {some}." if some else ".")
