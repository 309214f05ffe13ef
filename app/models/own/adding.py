"""Makes a model of the user's own out of a file of weights; torch is imported when called."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from app.models.old_names import todays_names
from app.models.own.checking import require_working
from app.models.own.contents import TensorPlace
from app.models.own.fingerprints import network_shapes
from app.models.own.folders import WEIGHTS, folder_name, mine, new_folder, require_room
from app.models.own.kept import PREFIX, OwnModel, read_model, require_free, write_record
from app.models.own.labels import labels_for
from app.models.own.loading import read_state, require_weights
from app.models.own.preprocessing import hinted, require_sound, usual_preprocess
from app.models.own.recognising import Candidate
from app.models.own.survey import Survey, named
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.models.own.writing import header_of, written
from app.values import ModelSpec, PreprocessSpec, WeightsFile

if TYPE_CHECKING:
    from torch import Tensor

_LAST = 1 << 62
_COUNTER = TensorPlace("int64", ())  # what old batch norms did not count


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants of a new model; None is what the checkpoint says, or what is usual.

    Attributes:
        name: any text of a line, at most 100 characters.
        architecture: as `survey.named` takes it.
        labels: in the order of the head's outputs; may be fewer.
        preprocess: how pictures are prepared.
        multi_label: whether each class has a probability of its own.
        licence, notes: texts that are kept with it.
    """

    name: str
    architecture: str | None = None
    labels: tuple[str, ...] | None = field(default=None, repr=False)
    preprocess: PreprocessSpec | None = None
    multi_label: bool | None = None
    licence: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """Progress: weights are read, checked and written.

    Attributes:
        done, total: bytes.
    """

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Checking:
    """Progress: the new model is loaded and given a picture, which takes seconds and cannot be stopped."""


AddStep = Writing | Checking


def add_model(survey: Survey, wish: Wish, models: Path) -> Generator[AddStep, None, OwnModel]:
    """Write a model into a folder of its own, prove that it works, and only then give the folder its name.

    A generator that is closed before its end leaves nothing behind; nor does one that raises.

    Args:
        survey: the weights.
        wish: what the user wants.
        models: `Places.models`.

    Raises:
        ModelRefused: with whatever is wrong; NOT_RECOGNISED or AMBIGUOUS, with a line for each candidate, where the
            architecture has to be named.
        JobFailure: LIBRARY_BROKEN: torchvision cannot be loaded.
    """
    name = require_free(models, wish.name)
    path = survey.contents.path
    require_weights(survey.state.tensors, path, survey.contents.bytes)
    spec = _spec(survey, wish, name)
    tensors = _in_todays_names(survey, spec)
    with new_folder(models, name) as folder:
        weights = yield from _written_weights(folder, tensors, path)
        source = (survey.source.name, survey.state.place, date.today().isoformat())
        model = OwnModel(replace(spec, weights=weights), folder, wish.notes, *source)
        yield Checking()
        require_working(model.spec)
        write_record(model, folder)
        read_model(folder)  # what cannot be read back is not kept
    return read_model(mine(models) / folder_name(name))


def _written_weights(
    folder: Path, tensors: Mapping[str, TensorPlace], source: Path
) -> Generator[Writing, None, WeightsFile]:
    header, size = header_of(tensors)
    require_room(folder, size)
    with (folder / WEIGHTS).open("wb") as file:
        writing = written(file, header, _read(tensors, source))
        while True:
            try:
                yield Writing(next(writing), size)
            except StopIteration as end:
                digest, size = end.value
                break
    return WeightsFile("", WEIGHTS, digest, size, folder / WEIGHTS)


def _read(tensors: Mapping[str, TensorPlace], source: Path) -> Iterator[tuple[str, Tensor]]:
    """The tensors in the order of the header: those of the file, then the counters that it lacks."""
    import torch

    places = {name: place for name, place in tensors.items() if place.block is not None}
    counters = ((name, torch.zeros((), dtype=torch.long)) for name in tensors if name not in places)
    return chain(read_state(places, source), counters)


def _in_todays_names(survey: Survey, spec: ModelSpec) -> dict[str, TensorPlace]:
    """The tensors by the names that the network has for them, in the order of the file."""
    shapes = network_shapes(spec.library, spec.architecture, spec.preprocess.crop)
    ours = todays_names(survey.state.tensors, shapes.keys(), lambda: _COUNTER)
    return dict(sorted(ours.items(), key=lambda item: item[1].block.start if item[1].block else _LAST))


def _spec(survey: Survey, wish: Wish, name: str) -> ModelSpec:
    """Everything about the model but its file."""
    candidate = _candidate(survey, wish)
    preprocess = wish.preprocess or _planned(candidate, survey)
    require_sound(preprocess)
    known = survey.hints.labels if len(survey.hints.labels or ()) == candidate.classes else None
    labels = labels_for(wish.labels if wish.labels is not None else known or (), candidate.classes)
    is_alone = candidate.classes == 1  # a share of one is always all of it
    multi_label = is_alone or bool(survey.hints.multi_label if wish.multi_label is None else wish.multi_label)
    return ModelSpec(
        key=f"{PREFIX}{name}",
        title=name,
        architecture=candidate.architecture,
        weights=WeightsFile("", WEIGHTS, "", 0),
        preprocess=preprocess,
        labels=labels,
        licence=wish.licence,
        origin="",
        library=candidate.library,
        multi_label=multi_label,
    )


def planned_preprocess(survey: Survey, architecture: str | None = None) -> PreprocessSpec:
    """How a model takes its pictures if the user says nothing; what is raised is what `add_model` raises."""
    return _planned(_candidate(survey, Wish("", architecture)), survey)


def _planned(candidate: Candidate, survey: Survey) -> PreprocessSpec:
    return hinted(usual_preprocess(candidate.library, candidate.architecture), survey.hints)


def _candidate(survey: Survey, wish: Wish) -> Candidate:
    if wish.architecture:
        return named(survey, wish.architecture, wish.preprocess.crop if wish.preprocess else survey.hints.crop)
    if survey.hints.is_timm and not survey.recognition.is_named:
        return named(survey, f"timm/{survey.hints.architectures[0]}")
    if survey.candidate:
        return survey.candidate
    candidates = survey.recognition.candidates
    if candidates and candidates[0].fits:
        lines = tuple(f"{each.library}/{each.architecture}" for each in candidates)
        raise ModelRefused(ModelTrouble.AMBIGUOUS, survey.source.name, lines=lines)
    raise ModelRefused(ModelTrouble.NOT_RECOGNISED, survey.source.name, lines=tuple(map(_near, candidates)))


def _near(candidate: Candidate) -> str:
    """ "torchvision/resnet50: 97 % of the tensors agree"."""
    return f"{candidate.library}/{candidate.architecture}: {candidate.likeness:.0%} of the tensors agree"
