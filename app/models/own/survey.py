"""A first look at a file or a folder that is to become a model: what is in it, and what it seems to be of."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.models.own.checkpoint import State, states_in
from app.models.own.contents import Contents
from app.models.own.fingerprints import Shapes
from app.models.own.hints import Hints, hints_in
from app.models.own.reading import open_weights
from app.models.own.recognising import Candidate, Comparing, Recognition, recognised, with_architecture
from app.models.own.timm_folder import folder_hints, open_folder
from app.models.own.trouble import ModelRefused, ModelTrouble


@dataclass(frozen=True, slots=True)
class Survey:
    """What a file of weights seems to be.

    Attributes:
        source: the file or the folder that was named.
        contents: what it holds.
        states: the state dicts in it, the one that is taken if nobody says otherwise first.
        state: the one that was looked at.
        hints: what it says of itself.
        recognition: the networks that fit.
    """

    source: Path
    contents: Contents = field(repr=False)
    states: tuple[State, ...] = field(repr=False)
    state: State = field(repr=False)
    hints: Hints = field(repr=False)
    recognition: Recognition = field(default=Recognition())

    @property
    def candidate(self) -> Candidate | None:
        """The network that it is of, where that is certain."""
        return self.recognition.candidates[0] if self.recognition.is_certain else None

    @property
    def labels(self) -> tuple[str, ...] | None:
        """The labels that the checkpoint brings, if they are as many as the head has outputs."""
        fitting = self.recognition.candidates[:1]
        known = self.hints.labels
        return known if known and fitting and len(known) == fitting[0].classes else None


def surveyed(source: Path, cache: Path, average: bool | None = None) -> Generator[Comparing, None, Survey]:
    """Look at a file of weights, or at a folder in timm's format.

    Needs no torch where the networks of the libraries were compared with before.

    Args:
        source: the file or folder.
        cache: `Places.cache`.
        average: whether the moving average of the weights is taken, or the weights themselves; None for the average
            where there is one.

    Yields:
        Progress, where networks have to be built to be compared with.

    Raises:
        ModelRefused: it cannot be read or holds no weights; NO_WEIGHTS where there are none of the kind wanted.
        JobFailure: LIBRARY_BROKEN: torchvision cannot be loaded.
    """
    is_folder = source.is_dir()
    contents = open_folder(source) if is_folder else open_weights(source)
    hints = _folder_hints(contents) if is_folder else hints_in(contents)
    states = states_in(contents)
    state = _chosen(states, average, source)
    recognition = yield from recognised(shapes_of(state), cache, hints.architectures, hints.is_timm)
    return Survey(source, contents, states, state, hints, recognition)


def shapes_of(state: State) -> Shapes:
    """Names and shapes of its tensors."""
    return {name: place.shape for name, place in state.tensors.items()}


def named(survey: Survey, architecture: str, side: int | None = None) -> Candidate:
    """The network that the user names.

    Args:
        survey: the weights.
        architecture: a name of torchvision's or else of timm's, or "torchvision/…", "timm/…".
        side: pixels of either side of its pictures, where it is built for one size and that is not its usual one.

    Raises:
        ModelRefused: NO_SUCH_NETWORK, NO_LIBRARY; MISFIT, with a line for each tensor that differs.
    """
    library, slash, name = architecture.partition("/")
    if slash:
        return with_architecture(shapes_of(survey.state), library, name, side)
    try:
        return with_architecture(shapes_of(survey.state), "torchvision", architecture, side)
    except ModelRefused as refused:
        if refused.trouble not in (ModelTrouble.NO_SUCH_NETWORK, ModelTrouble.MISFIT):
            raise
        return _else_of_timm(survey, architecture, side, refused)


def _else_of_timm(survey: Survey, architecture: str, side: int | None, first: ModelRefused) -> Candidate:
    """timm's network of that name; what was wrong with torchvision's, if there is none or timm is not installed."""
    try:
        return with_architecture(shapes_of(survey.state), "timm", architecture, side)
    except ModelRefused as refused:
        is_better = first.trouble is ModelTrouble.NO_SUCH_NETWORK and refused.trouble is ModelTrouble.MISFIT
        raise (refused if is_better else first) from refused


def _chosen(states: tuple[State, ...], average: bool | None, source: Path) -> State:
    found = next((state for state in states if average in (None, state.is_average)), None)
    if found is None:
        kind = "no moving average of the weights" if average else "nothing but a moving average of the weights"
        raise ModelRefused(ModelTrouble.NO_WEIGHTS, source.name, f"there is {kind}")
    return found


def _folder_hints(contents: Contents) -> Hints:
    """Those of the configuration, and of what lies beside the weights where it says nothing."""
    hints = folder_hints(contents.metadata)
    return hints if hints.labels else replace(hints, labels=hints_in(contents).labels)
