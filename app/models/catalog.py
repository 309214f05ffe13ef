"""What can classify. Nothing here imports torch, so that a list of models is there before torch is."""

from __future__ import annotations

from app.models.builtin import builtin_model
from app.steps import JobFailure, Trouble
from app.values import ModelSpec


def all_models() -> tuple[ModelSpec, ...]:
    """Every model, in the order in which they are offered.

    Raises:
        JobFailure: a file that came with the program is missing or damaged.
    """
    return (builtin_model(),)


def find_model(key: str) -> ModelSpec:
    """The model of this key.

    Raises:
        JobFailure: NO_SUCH_MODEL, naming those that exist; or as `all_models`.
    """
    models = {model.key: model for model in all_models()}
    if key not in models:
        raise JobFailure(Trouble.NO_SUCH_MODEL, key, f"there is {', '.join(models)}")
    return models[key]
