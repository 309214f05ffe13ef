"""`whatsit models add`, `check`, `rename`, `export` and `import`: the user's own models."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeVar

from app.cli.destination import ALL_CLASSIFIED, JOB_FAILED, SOME_FAILED
from app.cli.interrupts import Interrupts
from app.cli.preprocessing import changed_preprocess
from app.cli.progress import Progress
from app.cli.terminal import prepare, say
from app.inference.parity import Agreement, Parity, find_parity
from app.models.own.adding import Checking, Wish, Writing, add_model, planned_preprocess
from app.models.own.kept import OwnModel, find_own_model, prepare_anew, remove_model, rename_model
from app.models.own.labels import read_labels_of
from app.models.own.parcels import export_model, import_model
from app.models.own.recognising import Comparing
from app.models.own.survey import Survey, surveyed
from app.models.own.trouble import ModelRefused
from app.models.own.wording import refusal_sentence
from app.paths import user_places
from app.preparing import preparation_words
from app.values import PreprocessSpec
from app.wording import shown

_Result = TypeVar("_Result")


def add(options: argparse.Namespace) -> int:
    """Make a model of a file of weights; the exit status."""
    return _told(lambda progress: _added(options, progress))


def check(options: argparse.Namespace) -> int:
    """Compare a model with what its training script said; the exit status is 1 where they do not agree."""
    return _told(lambda progress: _checked(options, progress))


def rename(options: argparse.Namespace) -> int:
    """Give a model another name; the exit status."""
    return _told(lambda _: _renamed(options))


def export(options: argparse.Namespace) -> int:
    """Write a model into one file; the exit status."""
    return _told(lambda progress: _exported(options, progress))


def bring_in(options: argparse.Namespace) -> int:
    """Take a model out of such a file; the exit status."""
    return _told(lambda progress: _imported(options, progress))


def remove(key: str) -> int:
    """Take a model away for good; the exit status."""
    return _told(lambda _: _removed(key))


def _told(work: Callable[[Progress], int]) -> int:
    """Do it; what is refused is said, with the lines that help."""
    with Interrupts() as interrupts:
        progress = Progress()
        try:
            return work(progress)
        except KeyboardInterrupt:
            return interrupts.status
        except ModelRefused as refused:
            progress.close()
            say(f"whatsit: {refusal_sentence(refused)}")
            for line in refused.lines:
                say(f"  {shown(line)}")
            return JOB_FAILED
        finally:
            progress.close()


def _added(options: argparse.Namespace, progress: Progress) -> int:
    places = user_places()
    survey = _finished(surveyed(Path(options.file), places.cache, options.average), progress)
    labels = None if options.labels is None else read_labels_of(Path(options.labels))
    wish = Wish(
        name=options.name,
        architecture=options.arch,
        labels=labels,
        preprocess=_preprocess(options, survey),
        multi_label=options.multi_label,
        licence=options.licence,
        notes=options.notes,
    )
    model = _finished(add_model(survey, wish, places.models), progress)
    progress.close()
    _print(*_description(model, survey))
    return ALL_CLASSIFIED


def _preprocess(options: argparse.Namespace, survey: Survey) -> PreprocessSpec | None:
    """What is usual for the network or stands in the checkpoint, with what the user changes of it."""
    if not options.preprocess:
        return None
    return changed_preprocess(planned_preprocess(survey, options.arch), options.preprocess)


def _description(model: OwnModel, survey: Survey) -> list[str]:
    spec = model.spec
    places = len(survey.states)
    unnamed = sum(label.name == f"class {index}" for index, label in enumerate(spec.labels))
    lines = [f"{shown(model.name)} is here: {spec.architecture} of {spec.library}, {len(spec.labels):,} classes."]
    if places > 1:
        kind = "the moving average of the weights" if survey.state.is_average else "the weights themselves"
        lines.append(f"Of the {places} sets of weights in the file, {kind} ({shown(survey.state.place)}) were taken.")
    if unnamed:
        lines.append(f"{unnamed:,} of its classes have no label and are called after their number; see --labels.")
    if spec.multi_label:
        lines.append("Each class has a probability of its own (sigmoid).")
    lines.append(preparation_words(spec.preprocess))
    lines.append(f'whatsit classify PATH --model "{shown(spec.key)}"')
    return lines


def _checked(options: argparse.Namespace, progress: Progress) -> int:
    from app.inference.engine import import_torch
    from app.inference.pairs import read_pairs

    model = find_own_model(user_places().models, options.key)
    pairs = read_pairs(Path(options.pairs), model.spec)
    import_torch()
    from app.inference.parity_network import network_classify

    parity = _finished(find_parity(pairs, model.spec, network_classify(model.spec)), progress)
    progress.close()
    for failed in parity.failed:
        say(f"{shown(failed.ref.path)} could not be read and counts nowhere.")
    _print(*_parity_lines(parity, model.spec.preprocess))
    if parity.before.is_full:
        return ALL_CLASSIFIED
    if options.apply and parity.preprocess != model.spec.preprocess:
        prepare_anew(user_places().models, model.name, parity.preprocess)
        _print(f"{shown(model.name)} prepares its pictures like this now.")
        return ALL_CLASSIFIED if parity.best.is_full else SOME_FAILED
    return SOME_FAILED


def _parity_lines(parity: Parity, own: PreprocessSpec) -> list[str]:
    if parity.before.is_full:
        return [f"It answers as expected: {_agreement(parity.before)}."]
    lines = [f"It does not answer as expected: {_agreement(parity.before)}."]
    if parity.preprocess == own:
        return [
            *lines,
            f"None of {parity.tried} other settings comes nearer; it may be another network or another label.",
        ]
    fuller = "agrees" if parity.best.is_full else "comes nearer"
    lines.append(f"Another setting {fuller}: {_agreement(parity.best)}. {preparation_words(parity.preprocess)}")
    return [*lines, "--apply makes it the model’s own."]


def _agreement(agreement: Agreement) -> str:
    said = f"{agreement.same} of {agreement.pairs} have the expected class"
    off = agreement.difference
    return said if off is None else f"{said}, and probabilities differ by {off:.4f} at most"


def _renamed(options: argparse.Namespace) -> int:
    model = rename_model(user_places().models, options.key, options.name)
    _print(f"It is called {shown(model.name)} now: {shown(model.spec.key)}.")
    return ALL_CLASSIFIED


def _removed(key: str) -> int:
    remove_model(user_places().models, key)
    _print(f"{shown(key)} is removed.")
    return ALL_CLASSIFIED


def _exported(options: argparse.Namespace, progress: Progress) -> int:
    model = find_own_model(user_places().models, options.key)
    _finished(export_model(model, Path(options.file)), progress)
    progress.close()
    _print(f"{shown(model.name)} is in {shown(options.file)}; whatsit models import takes it in elsewhere.")
    return ALL_CLASSIFIED


def _imported(options: argparse.Namespace, progress: Progress) -> int:
    model = _finished(import_model(Path(options.file), user_places().models, options.name), progress)
    progress.close()
    _print(f'{shown(model.name)} is here.\nwhatsit classify PATH --model "{shown(model.spec.key)}"')
    return ALL_CLASSIFIED


def _finished(steps: Generator[object, None, _Result], progress: Progress) -> _Result:
    """Tell the steps; what they come to is returned."""
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result
        match step:
            case Comparing():
                progress.wait(f"Comparing with the networks there are, {step.done} of {step.total}")
            case Writing():
                progress.measure_bytes("Writing", step.done, step.total)
            case Checking():
                progress.wait("Trying the model")
            case _:
                progress.wait("Trying other settings")


def _print(*lines: str) -> None:
    for line in lines:
        print(line, file=prepare(sys.stdout))
