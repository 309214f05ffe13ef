"""What is done in tasks with models of the user's own: looking at a file, adding, importing and exporting."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import TypeVar

from app.models.card_child import have_cards_kept
from app.models.own.adding import Checking, Wish, Writing, add_model
from app.models.own.fingerprints import Fingerprints
from app.models.own.folders import LONGEST_NAME
from app.models.own.kept import OwnModel, find_own_model, rename_model, require_free
from app.models.own.labels import labels_for, read_labels_of
from app.models.own.parcels import export_model, import_model
from app.models.own.preprocessing import hinted, usual_preprocess
from app.models.own.recognising import LIBRARIES, Candidate, Comparing
from app.models.own.signs import is_parcel
from app.models.own.survey import Survey, named, surveyed
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.models.record import FILTERS, SIDE_MOST
from app.paths import Places
from app.steps import JobError, JobFailure
from app.values import PreprocessSpec

Stopped = Callable[[], bool]
Wanted = Wish  # widgets know no room of models
_Answer = TypeVar("_Answer")
INTERPOLATIONS = FILTERS
LARGEST_SIDE = SIDE_MOST
_ABOUT_NAME = (ModelTrouble.NAME_TAKEN, ModelTrouble.BAD_NAME)
_MOST_NAMES = 1000  # tried before a free one is given up


class Doing(Enum):
    """What a task is at."""

    COMPARING = "comparing"
    ASKING = "asking"
    WRITING = "writing"
    CHECKING = "checking"
    LOADING = "loading"
    TRYING = "trying"


@dataclass(frozen=True, slots=True)
class Going:
    """Progress.

    Attributes:
        doing: what is done.
        done, total: networks, bytes or settings; 0 where nothing is known.
    """

    doing: Doing
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """The last step of a task that could not do what it was to do.

    Attributes:
        error: why.
    """

    error: ModelRefused | JobError

    @property
    def lines(self) -> tuple[str, ...]:
        """Python to be run elsewhere, or how tensors differ."""
        return self.error.lines if isinstance(self.error, ModelRefused) else ()

    @property
    def name(self) -> str:
        """The name that a model cannot have, or ""."""
        is_meant = isinstance(self.error, ModelRefused) and self.error.trouble in _ABOUT_NAME
        return self.error.subject if is_meant else ""


@dataclass(frozen=True, slots=True)
class Network:
    """A network that the weights may be of.

    Attributes:
        library, architecture: as in `ModelSpec`.
        classes: outputs of its head.
        preprocess: what the checkpoint says of it, else what is usual for this network.
    """

    library: str
    architecture: str
    classes: int
    preprocess: PreprocessSpec

    @property
    def name(self) -> str:
        """With its library: "torchvision/resnet18"."""
        return f"{self.library}/{self.architecture}"


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file or folder is, as far as it can be told.

    Attributes:
        survey: for the steps that follow.
        name: one that is free.
        networks: those that fit, likeliest first; none where the network was not recognised.
        is_certain: whether the first of them is meant.
        near: names of the networks that resemble it most, where none fits, and how much, between 0 and 1.
        lines: how the tensors differ from those of the nearest one.
        names: of all networks, where one has to be named.
        labels: those of the checkpoint.
        is_multi_label: whether the checkpoint speaks of probabilities of their own.
        has_both: whether there are weights and a moving average of them.
        is_average: whether that is what was looked at.
    """

    survey: Survey = field(repr=False)
    name: str
    networks: tuple[Network, ...] = ()
    is_certain: bool = False
    near: tuple[tuple[str, float], ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False)
    names: tuple[str, ...] = field(default=(), repr=False)
    labels: tuple[str, ...] | None = field(default=None, repr=False)
    is_multi_label: bool = False
    has_both: bool = False
    is_average: bool = False

    @property
    def source(self) -> Path:
        """The file or folder."""
        return self.survey.source


@dataclass(frozen=True, slots=True)
class Labels:
    """Class labels that were read from a file or from the names of folders."""

    names: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Added:
    """A model is kept now.

    Attributes:
        key: of its `ModelSpec`.
        name: as it is kept.
        network: its library and architecture.
        labels: of its classes.
    """

    key: str
    name: str
    network: str
    labels: tuple[str, ...] = field(repr=False)


@dataclass
class Hold:
    """What came of a task, for whoever told it to stop a moment too late."""

    added: Added | None = None


def look_steps(
    source: Path, places: Places, average: bool | None, is_stopped: Stopped
) -> Iterator[Going | Looked | Refused]:
    """Look at a file of weights or a folder; `average` as `surveyed` takes it."""
    return _refusing(_look(source, places, average, is_stopped))


def name_steps(looked: Looked, network: str) -> Iterator[Going | Looked | Refused]:
    """Take the weights for those of this network, "torchvision/resnet18"."""
    return _refusing(_named(looked, network))


def add_steps(looked: Looked, wanted: Wanted, places: Places, hold: Hold) -> Iterator[Going | Added | Refused]:
    """Keep the model; `hold` knows at once when that is done."""
    return _refusing(_added(add_model(looked.survey, wanted, places.models), hold))


def import_steps(parcel: Path, name: str | None, places: Places, hold: Hold) -> Iterator[Going | Added | Refused]:
    """Keep a model that was exported, under a name of its own or this one."""
    return _refusing(_added(import_model(parcel, places.models, name), hold))


def label_steps(source: Path) -> Iterator[Labels | Refused]:
    """Read labels."""
    try:
        yield Labels(read_labels_of(source))
    except ModelRefused as refused:
        yield Refused(refused)


def export_steps(name: str, target: Path, places: Places) -> Iterator[Going | Refused]:
    """Write a model of the user's own as one file."""
    return _refusing(_exported(name, target, places))


def rename_steps(name: str, new_name: str, places: Places) -> Iterator[Added | Refused]:
    """Give a model of the user's own another name."""
    try:
        yield _added_of(rename_model(places.models, name, new_name))
    except ModelRefused as refused:
        yield Refused(refused)


def is_exported(source: Path) -> bool:
    """Whether this is a model that Whatsit exported, by its name."""
    return is_parcel(source)


def free_name(wanted: str, places: Places) -> str:
    """The name, cut where it is too long, with a number if another model has it; "" where it cannot be one."""
    wanted = " ".join(wanted.split())[: LONGEST_NAME - len(f" {_MOST_NAMES}")].strip()
    for number in range(1, _MOST_NAMES):
        try:
            return require_free(places.models, wanted if number == 1 else f"{wanted} {number}")
        except ModelRefused as refused:
            if refused.trouble is not ModelTrouble.NAME_TAKEN:
                break
    return ""


def labels_trouble(names: tuple[str, ...], classes: int) -> Refused | None:
    """What is wrong with these labels for a network of so many classes."""
    try:
        labels_for(names, classes)
    except ModelRefused as refused:
        return Refused(refused)
    return None


def _refusing(steps: Iterator[_Answer]) -> Iterator[_Answer | Refused]:
    try:
        yield from steps
    except ModelRefused as refused:
        yield Refused(refused)
    except JobFailure as failure:
        yield Refused(failure.error)


def _look(source: Path, places: Places, average: bool | None, is_stopped: Stopped) -> Iterator[Going | Looked]:
    survey = yield from _going(surveyed(source, places.cache, average))
    yield Going(Doing.ASKING)
    have_cards_kept(is_stopped)
    candidates = _meant(survey)
    kinds = {state.is_average for state in survey.states}
    looked = Looked(
        survey,
        free_name(source.name if source.is_dir() else source.stem, places),
        labels=survey.hints.labels,
        is_multi_label=bool(survey.hints.multi_label),
        has_both=len(kinds) == 2,
        is_average=survey.state.is_average,
    )
    if candidates:
        networks = tuple(_network(each, survey) for each in candidates)
        yield replace(looked, networks=networks, is_certain=len(candidates) == 1)
    else:
        near = tuple((f"{each.library}/{each.architecture}", each.likeness) for each in survey.recognition.candidates)
        yield replace(looked, near=near, lines=_differences(survey, near), names=_all_names(places))


def _meant(survey: Survey) -> tuple[Candidate, ...]:
    """Those that may be meant, as `add_model` sees it; none where nothing fits."""
    if survey.hints.is_timm and not survey.recognition.is_named:
        return (named(survey, f"timm/{survey.hints.architectures[0]}"),)
    if survey.candidate:
        return (survey.candidate,)
    return tuple(each for each in survey.recognition.candidates if each.fits)


def _differences(survey: Survey, near: tuple[tuple[str, float], ...]) -> tuple[str, ...]:
    try:
        for name, _likeness in near[:1]:
            named(survey, name, survey.hints.crop)
    except ModelRefused as refused:
        return refused.lines
    return ()


def _all_names(places: Places) -> tuple[str, ...]:
    found: list[str] = []
    for library in LIBRARIES:
        try:
            families = Fingerprints(library, places.cache).families().names.values()
        except JobFailure:
            continue  # timm need not be there
        found += sorted(f"{library}/{name}" for names in families for name in names)
    return tuple(found)


def _named(looked: Looked, network: str) -> Iterator[Looked]:
    survey = looked.survey
    candidate = named(survey, network, survey.hints.crop)
    yield replace(looked, networks=(_network(candidate, survey),))


def _network(candidate: Candidate, survey: Survey) -> Network:
    usual = usual_preprocess(candidate.library, candidate.architecture)
    return Network(candidate.library, candidate.architecture, candidate.classes, hinted(usual, survey.hints))


def _added(steps: Generator[Writing | Checking, None, OwnModel], hold: Hold) -> Iterator[Going | Added]:
    model = yield from _going(steps)
    hold.added = _added_of(model)
    yield hold.added


def _added_of(model: OwnModel) -> Added:
    spec = model.spec
    labels = tuple(label.name for label in spec.labels)
    return Added(spec.key, model.name, f"{spec.library}/{spec.architecture}", labels)


def _exported(name: str, target: Path, places: Places) -> Iterator[Going]:
    yield from _going(export_model(find_own_model(places.models, name), target))


def _going(steps: Generator[object, None, _Answer]) -> Generator[Going, None, _Answer]:
    """The steps of another room as progress; what they return is returned."""
    with closing(steps):
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]
            match step:
                case Comparing(done=done, total=total):
                    yield Going(Doing.COMPARING, done, total)
                case Writing(done=done, total=total):
                    yield Going(Doing.WRITING, done, total)
                case Checking():
                    yield Going(Doing.CHECKING)
