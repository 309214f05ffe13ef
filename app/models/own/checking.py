"""The proof that a model works, before it is kept: it is loaded as it will be every time, and shown a picture."""

from __future__ import annotations

from app.models.own.trouble import ModelRefused, ModelTrouble
from app.steps import JobFailure, Trouble
from app.values import ModelSpec


def require_working(spec: ModelSpec) -> None:
    """Load a model and give it a picture of grey and colours; imports torch.

    Raises:
        ModelRefused: its weights do not fit, it cannot take pictures of this size, or its scores are not finite.
    """
    try:
        _require_finite_scores(spec)
    except JobFailure as failure:
        error = failure.error
        trouble = _TROUBLES.get(error.trouble, ModelTrouble.MISFIT)
        raise ModelRefused(trouble, error.subject, error.detail) from failure
    except MemoryError as error:
        raise ModelRefused(ModelTrouble.NO_MEMORY, spec.title) from error


_TROUBLES = {
    Trouble.MODEL_DAMAGED: ModelTrouble.DAMAGED,
    Trouble.MODEL_GONE: ModelTrouble.DAMAGED,
    Trouble.NO_TIMM: ModelTrouble.NO_LIBRARY,
    Trouble.LIBRARY_BROKEN: ModelTrouble.NO_LIBRARY,
}


def _require_finite_scores(spec: ModelSpec) -> None:
    import torch

    from app.models.networks import load_network

    network = load_network(spec)
    side = spec.preprocess.crop
    picture = torch.rand(1, 3, side, side, generator=torch.Generator().manual_seed(0))
    mean, std = (torch.tensor(values).view(3, 1, 1) for values in (spec.preprocess.mean, spec.preprocess.std))
    try:
        with torch.inference_mode():
            scores = network((picture - mean) / std)
    except (RuntimeError, AssertionError, ValueError, IndexError) as error:
        raise _unusable(spec, error) from error
    if not isinstance(scores, torch.Tensor) or scores.shape != (1, len(spec.labels)):
        raise ModelRefused(ModelTrouble.MISFIT, spec.architecture, "it gives no score for each class")
    if not bool(scores.isfinite().all()):
        raise ModelRefused(ModelTrouble.NO_SCORES, spec.title)


def _unusable(spec: ModelSpec, error: Exception) -> ModelRefused:
    from app.models.memory import is_out_of_memory

    if is_out_of_memory(error):
        return ModelRefused(ModelTrouble.NO_MEMORY, spec.title)
    first = (str(error).strip().splitlines() or [type(error).__name__])[0]
    side = f"{spec.preprocess.crop} x {spec.preprocess.crop} pixels"
    return ModelRefused(ModelTrouble.BAD_PREPROCESSING, side, first[:200])
