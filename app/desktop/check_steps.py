"""What a check of a model of the user's own does in a task: compare it with what its training script said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.desktop.own_steps import Doing, Going, Refused
from app.models.own.kept import find_own_model, prepare_anew
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.paths import Places
from app.steps import JobFailure
from app.values import ModelSpec, PreprocessSpec

if TYPE_CHECKING:
    from app.inference.pairs import Pair
    from app.inference.parity import Parity

_BETWEEN = re.compile(r"[\s,;\[\]()]+")  # what stands between scores where a script prints them


@dataclass(frozen=True, slots=True)
class Expected:
    """A picture, and what the training script said of it.

    Attributes:
        path: the picture.
        text: a label or a number of a class, with a probability if wanted; or the scores of all classes.
        pair: what was read from a file; `text` is what is shown of it.
    """

    path: Path
    text: str = ""
    pair: Pair | None = None


@dataclass(frozen=True, slots=True)
class Expectations:
    """What was read from a file."""

    rows: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Unclear:
    """A text that means no class and no scores.

    Attributes:
        row: which one.
        text: what stands there.
    """

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check.

    Attributes:
        parity: of the model as it is, and of the setting that agrees best.
    """

    parity: Parity


@dataclass(frozen=True, slots=True)
class Changed:
    """The model takes its pictures in another way now."""


def expectation_steps(source: Path, name: str, places: Places) -> Iterator[Expectations | Refused]:
    """Read the pairs in a CSV file for a model of this name."""
    from app.inference.pairs import read_pairs

    try:
        spec = find_own_model(places.models, name).spec
        yield Expectations(tuple(Expected(pair.path, _text(pair, spec), pair) for pair in read_pairs(source, spec)))
    except ModelRefused as refused:
        yield Refused(refused)


def check_steps(rows: tuple[Expected, ...], name: str, places: Places) -> Iterator[Going | Checked | Unclear | Refused]:
    """Compare the model of this name with what is expected, and look for a setting that agrees."""
    try:
        spec = find_own_model(places.models, name).spec
        pairs = [row.pair or pair_of(row.path, row.text, spec) for row in rows]
        if None in pairs:
            yield Unclear(pairs.index(None), rows[pairs.index(None)].text)
        else:
            yield from _compared([pair for pair in pairs if pair], spec)
    except ModelRefused as refused:
        yield Refused(refused)
    except JobFailure as failure:
        yield Refused(failure.error)
    except MemoryError:
        yield Refused(ModelRefused(ModelTrouble.NO_MEMORY, name))


def change_steps(name: str, preprocess: PreprocessSpec, places: Places) -> Iterator[Changed | Refused]:
    """Let the model of this name take its pictures like this."""
    try:
        prepare_anew(places.models, name, preprocess)
        yield Changed()
    except ModelRefused as refused:
        yield Refused(refused)


def pair_of(path: Path, text: str, spec: ModelSpec) -> Pair | None:
    """What a text says of a picture: "cat", "2", "cat 0.93", "cat 93 %" or "[0.93, 0.05, 0.02]"; None for nothing."""
    from app.inference.pairs import Pair, as_probabilities, class_index

    index = class_index(text.strip(), spec)
    if index is not None:
        return Pair(path, index)
    scores = _numbers(_BETWEEN.split(text.strip("[]() \t")))
    if scores and len(scores) == len(spec.labels):
        whole = as_probabilities(scores, spec.multi_label)
        return Pair(path, whole.index(max(whole)), max(whole), whole)
    return _with_probability(path, text, spec)


def _with_probability(path: Path, text: str, spec: ModelSpec) -> Pair | None:
    from app.inference.pairs import Pair, class_index

    is_percent = text.rstrip().endswith("%")
    label, _, last = text.rstrip("% \t").rpartition(" ")
    index, found = class_index(label.strip(" ,;:"), spec), _numbers([last])
    if index is None or not found:
        return None
    share = found[0] / 100 if is_percent or found[0] > 1 else found[0]
    return Pair(path, index, share) if 0 <= share <= 1 else None


def _numbers(texts: list[str]) -> list[float]:
    """All of them as numbers; none where one is no finite number."""
    try:
        found = [float(text) for text in texts]
    except ValueError:
        return []
    return found if all(abs(each) < 1e6 for each in found) else []


def _text(pair: Pair, spec: ModelSpec) -> str:
    label = spec.labels[pair.expected].name
    return label if pair.probability is None else f"{label} {pair.probability:.4f}"


def _compared(pairs: list[Pair], spec: ModelSpec) -> Iterator[Going | Checked]:
    from app.inference.parity import MOST_TRIED, find_parity
    from app.inference.parity_network import network_classify

    yield Going(Doing.LOADING)
    classify = network_classify(spec)
    yield Going(Doing.TRYING, 1, MOST_TRIED)
    with closing(find_parity(pairs, spec, classify)) as steps:
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                yield Checked(end.value)
                return
            yield Going(Doing.TRYING, step.settings, MOST_TRIED)
