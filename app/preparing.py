"""Preprocessing in words: which sentences describe it, and what stands in them.

Only the standard library and `values` are imported here. `desktop/inside_wording.py` says the same through Qt's
translation; a test proves it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum

from app.values import PreprocessSpec


class Preparation(Enum):
    """What is done to a picture before the network sees it."""

    CUT = "cut"
    EDGED = "edged"
    SQUEEZED = "squeezed"
    SQUEEZED_AND_CUT = "squeezed and cut"
    SQUEEZED_AND_EDGED = "squeezed and edged"
    TURNED = "turned"
    NORMALISED = "normalised"
    PLAIN = "plain"


ENGLISH = {
    Preparation.CUT: "The shorter side is resized to %1 pixels (%2), then the central %3 × %3 are cut out.",
    Preparation.EDGED: (
        "The shorter side is resized to %1 pixels (%2), then the central %3 × %3 are cut out; what is missing is black."
    ),
    Preparation.SQUEEZED: "The picture is resized to %1 × %1 pixels (%2), whatever its proportions.",
    Preparation.SQUEEZED_AND_CUT: (
        "The picture is resized to %1 × %1 pixels (%2), whatever its proportions, then the central %3 × %3 are cut out."
    ),
    Preparation.SQUEEZED_AND_EDGED: (
        "The picture is resized to %1 × %1 pixels (%2), whatever its proportions, then edged with black to %3 × %3."
    ),
    Preparation.TURNED: "The colours come in the order blue, green, red.",
    Preparation.NORMALISED: "Colours between 0 and 1 are normalised with mean %1 and deviation %2.",
    Preparation.PLAIN: "Colours stay between 0 and 1.",
}


def preparation_words(
    step: PreprocessSpec,
    words: Callable[[Preparation], str] = ENGLISH.__getitem__,
    number: Callable[[float], str] = lambda value: f"{value:.4g}",
) -> str:
    """Preprocessing in two or three sentences.

    Args:
        step: the preprocessing.
        words: the sentence for a member, in whatever language, with %1, %2 and %3 for what `_preparations` gives.
        number: writes a mean or a deviation.
    """
    return " ".join(_filled(words(each), given) for each, given in _preparations(step, number))


def _preparations(
    step: PreprocessSpec, number: Callable[[float], str]
) -> Iterator[tuple[Preparation, tuple[str, ...]]]:
    yield _framing(step), (str(step.resize), step.interpolation, str(step.crop))
    if step.order == "bgr":
        yield Preparation.TURNED, ()
    if set(step.mean) == {0} and set(step.std) == {1}:
        yield Preparation.PLAIN, ()
    else:
        yield Preparation.NORMALISED, (_numbers(step.mean, number), _numbers(step.std, number))


def _framing(step: PreprocessSpec) -> Preparation:
    if step.crop > step.resize:
        return Preparation.SQUEEZED_AND_EDGED if step.squash else Preparation.EDGED
    if step.squash:
        return Preparation.SQUEEZED if step.crop == step.resize else Preparation.SQUEEZED_AND_CUT
    return Preparation.CUT


def _numbers(values: tuple[float, ...], number: Callable[[float], str]) -> str:
    """One for each channel, or one for all where they are alike."""
    return " / ".join(map(number, values if len(set(values)) > 1 else values[:1]))


def _filled(sentence: str, given: tuple[str, ...]) -> str:
    for place, text in enumerate(given, start=1):
        sentence = sentence.replace(f"%{place}", text)
    return sentence
