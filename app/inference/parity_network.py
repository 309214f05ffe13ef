"""The network of a model, as a parity test asks it: one picture at a time, prepared in any way. Imports torch."""

from __future__ import annotations

import torch
from PIL import Image

from app.inference.parity import Classify
from app.inference.preprocess import normalised, pixels
from app.models.memory import is_out_of_memory
from app.models.networks import load_network
from app.values import ModelSpec, PreprocessSpec


def network_classify(spec: ModelSpec) -> Classify:
    """Load a model on the CPU; what comes back gives the probability of each of its classes.

    Raises:
        JobFailure: as `load_network`.
        MemoryError: there is no room for it.
    """
    network = load_network(spec)

    def classify(image: Image.Image, setting: PreprocessSpec) -> list[float] | None:
        try:
            with torch.inference_mode():
                logits = network(normalised(pixels(image)[None], setting))[0].double()
        except (RuntimeError, AssertionError, ValueError, IndexError) as error:
            if is_out_of_memory(error):
                raise MemoryError from error
            return None  # a network that is built for one size takes no other
        if not bool(logits.isfinite().all()):
            return None
        answer: list[float] = (logits.sigmoid() if spec.multi_label else logits.softmax(0)).tolist()
        return answer

    return classify
