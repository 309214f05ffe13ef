"""Whether a model answers as its training script did, and if not, which preprocessing would make it.

Nothing here imports torch; `parity_network` makes the function that classifies.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field

from PIL import Image

from app.images.decode import open_picture
from app.images.picture import Picture
from app.inference.pairs import Pair
from app.inference.preprocess import network_image
from app.inference.suspects import GROUPS
from app.values import Failed, ImageRef, Limits, ModelSpec, PreprocessSpec

# The probability of every class for what a network sees of a picture; None where it takes none of this size.
Classify = Callable[[Image.Image, PreprocessSpec], Sequence[float] | None]

CLOSE = 0.005  # between probabilities: what decoders and versions of libraries may differ by
EXACT = 0.0002  # the same with four digits: nothing closer is looked for
MOST_TRIED = 250  # settings
MOST_SEARCHED = 6  # pairs that the search looks at; the setting found is measured on all
_ROUNDS = 4
_LEADING = 3  # settings that each round begins with


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a setting gives what was expected.

    Attributes:
        pairs: pictures that were answered.
        same: those whose likeliest class was the expected one; in a multi-label model, whose expected class has at
            least one half.
        difference: the largest between an expected probability and ours; None where none was expected.
        cost: what the search makes small: 0 where all is as expected.
    """

    pairs: int
    same: int
    difference: float | None
    cost: float

    @property
    def is_full(self) -> bool:
        """Whether every answer is as expected."""
        return 0 < self.pairs == self.same and (self.difference is None or self.difference <= CLOSE)

    @property
    def is_exact(self) -> bool:
        """Whether there is nothing to look for any more."""
        return self.is_full and (self.difference or 0) <= EXACT


@dataclass(frozen=True, slots=True)
class Parity:
    """What came of a test.

    Attributes:
        before: with the model's own preprocessing.
        preprocess: the setting that agrees best; the model's own where none is better.
        best: with that setting.
        tried: how many settings were tried.
        failed: pictures that could not be decoded; they count nowhere.
    """

    before: Agreement
    preprocess: PreprocessSpec
    best: Agreement
    tried: int
    failed: tuple[Failed, ...] = field(default=())

    @property
    def is_proved(self) -> bool:
        """Whether the model's own preprocessing gives every answer as expected."""
        return self.before.is_full

    @property
    def has_remedy(self) -> bool:
        """Whether another setting does."""
        return not self.is_proved and self.best.is_full


@dataclass(frozen=True, slots=True)
class Trying:
    """Progress.

    Attributes:
        settings: how many were tried so far.
        preprocess: the best so far.
        agreement: how far it agrees.
    """

    settings: int
    preprocess: PreprocessSpec
    agreement: Agreement


def measured(pairs: Sequence[Pair], spec: ModelSpec, classify: Classify) -> Agreement | None:
    """How far a model agrees as it is; None where its network cannot take pictures prepared like this."""
    return _measured(pairs, (spec.preprocess,), classify, spec.multi_label, [])[0]


def find_parity(pairs: Sequence[Pair], spec: ModelSpec, classify: Classify) -> Generator[Trying, None, Parity]:
    """Compare a model's own preprocessing, and where it fails the usual suspects, one after the other.

    Args:
        pairs: one or more.
        spec: the model.
        classify: its network.

    Yields:
        Progress after every group of settings; a generator that is closed stops there.
    """
    own = spec.preprocess
    failed: list[Failed] = []
    before = _measured(pairs, (own,), classify, spec.multi_label, failed)[0] or _NOTHING
    if before.is_full or len(failed) == len(pairs):
        return Parity(before, own, before, 1, tuple(failed))
    broken = {each.ref.path for each in failed}
    few = [pair for pair in _telling(pairs) if pair.path not in broken][:MOST_SEARCHED]
    setting, tried = yield from _search(few, spec, classify)
    after = _measured(pairs, (setting,), classify, spec.multi_label, [])[0] or before
    if after.cost >= before.cost:
        setting, after = own, before
    return Parity(before, setting, after, tried, tuple(failed))


def _search(
    pairs: Sequence[Pair], spec: ModelSpec, classify: Classify
) -> Generator[Trying, None, tuple[PreprocessSpec, int]]:
    """The best setting, and how many were tried.

    In each round the best ones so far are changed in one thing, whichever: one change alone may lead astray, because a
    wrong one can come nearer than the first of two right ones.
    """
    best = spec.preprocess
    known = {best: measured(pairs, spec, classify) or _NOTHING}
    for _ in range(_ROUNDS):
        leading = sorted(known, key=lambda setting: known[setting].cost)[:_LEADING]
        for setting in leading:
            for group in GROUPS:
                fresh = [each for each in dict.fromkeys(group(setting)) if each not in known]
                fresh = fresh[: MOST_TRIED - len(known)]
                if not fresh:  # nothing is decoded for nothing
                    continue
                found = _measured(pairs, fresh, classify, spec.multi_label, [])
                known.update((each, agreement or _NEVER) for each, agreement in zip(fresh, found, strict=True))
                best = min(known, key=lambda setting: known[setting].cost)
                yield Trying(len(known), best, known[best])
            if known[best].is_exact:
                return best, len(known)
    return best, len(known)


_NEVER = Agreement(0, 0, None, math.inf)  # the network takes no such pictures
_NOTHING = Agreement(0, 0, None, 1.0)


def _telling(pairs: Sequence[Pair]) -> list[Pair]:
    """Those with the most to compare first."""
    return sorted(pairs, key=lambda pair: (pair.probabilities is None, pair.probability is None))


def _measured(
    pairs: Sequence[Pair],
    settings: Sequence[PreprocessSpec],
    classify: Classify,
    multi_label: bool,
    failed: list[Failed],
) -> list[Agreement | None]:
    """How far each setting agrees; every picture is decoded once. Adds to `failed` what could not be."""
    answers: list[list[tuple[Pair, Sequence[float]]] | None] = [[] for _ in settings]
    for pair in pairs:
        with open_picture(ImageRef(pair.path), Limits()) as picture:
            if isinstance(picture, Failed):
                failed.append(picture)
                continue
            for index, setting in enumerate(settings):
                answers[index] = _with_answer(answers[index], pair, picture, setting, classify)
    return [None if each is None else _agreement(each, multi_label) for each in answers]


def _with_answer(
    answers: list[tuple[Pair, Sequence[float]]] | None,
    pair: Pair,
    picture: Picture,
    setting: PreprocessSpec,
    classify: Classify,
) -> list[tuple[Pair, Sequence[float]]] | None:
    if answers is None:
        return None
    found = classify(network_image(picture, setting), setting)
    return None if found is None else [*answers, (pair, found)]


def _agreement(answers: Sequence[tuple[Pair, Sequence[float]]], multi_label: bool) -> Agreement:
    if not answers:
        return _NOTHING
    same = sum(_is_same(pair, found, multi_label) for pair, found in answers)
    differences = [each for pair, found in answers if (each := _difference(pair, found)) is not None]
    misses = 1 - same / len(answers)
    if differences:
        return Agreement(len(answers), same, max(differences), misses + sum(differences) / len(differences))
    doubt = sum(1 - found[pair.expected] for pair, found in answers) / len(answers)
    return Agreement(len(answers), same, None, misses + doubt / 100)  # of settings with the same labels the surest


def _is_same(pair: Pair, found: Sequence[float], multi_label: bool) -> bool:
    if multi_label and pair.probabilities is None:
        return found[pair.expected] >= 0.5
    return found[pair.expected] == max(found)


def _difference(pair: Pair, found: Sequence[float]) -> float | None:
    if pair.probabilities is not None:
        return max(abs(ours - theirs) for ours, theirs in zip(found, pair.probabilities, strict=True))
    return None if pair.probability is None else abs(found[pair.expected] - pair.probability)


def changes(before: PreprocessSpec, after: PreprocessSpec) -> tuple[str, ...]:
    """The names of the fields of `PreprocessSpec` that differ, in their order."""
    return tuple(name for name in PreprocessSpec.__slots__ if getattr(before, name) != getattr(after, name))
