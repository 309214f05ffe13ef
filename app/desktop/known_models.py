"""The models as the window speaks of them; a catalogue that cannot be read leaves a window that says so."""

from __future__ import annotations

from app.desktop import wording
from app.models.builtin import BUILTIN
from app.models.catalog import all_models, known_here
from app.steps import JobFailure
from app.values import ModelSpec


def known_models() -> tuple[ModelSpec, ...]:
    """The models that can be chosen; none when a file that came with the program is missing or damaged."""
    try:
        return all_models()
    except JobFailure:
        return ()


def known_model(key: str) -> ModelSpec | None:
    """The model of this very key if it is on this computer, or None."""
    try:
        return known_here(key)
    except JobFailure:
        return None


def class_names() -> tuple[tuple[str, str], ...]:
    """The class labels that are called otherwise in the user's language, each with its name.

    Only those of the built-in model are translated: the labels of others, which may be tens of thousands, are not read.
    """
    built_in = known_model(BUILTIN)
    labels = {label.name: wording.class_name(label.name) for label in built_in.labels} if built_in else {}
    return tuple((label, name) for label, name in labels.items() if name != label)


def title_of(key: str) -> str:
    """The name of a model; its key, when there is no such model."""
    spec = known_model(key)
    return spec.title if spec else key
