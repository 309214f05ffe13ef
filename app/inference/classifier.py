"""A loaded network that answers pictures, and goes on with less when its device runs out of memory.

Only the worker imports this module: it imports torch.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import AbstractContextManager

import torch
from PIL import Image
from torch import Tensor, nn

from app.inference.devices import CPU, first_line, release_memory
from app.inference.preprocess import normalised, pixels
from app.models.memory import is_out_of_memory
from app.steps import JobFailure, Trouble
from app.values import Device, ModelSpec, Prediction, Reason

logger = logging.getLogger(__name__)

Answer = tuple[Prediction, ...] | Reason

# One picture at a time is as fast as any batch on a CPU (larger ones fall out of its cache), tells of progress
# soonest, and gives a single picture and a long run the same bits.
CPU_BATCH = 1
ACCELERATOR_BATCH = 32


class Classifier:
    """A network on a device.

    Every forward pass has the same shape, short batches being filled up with black pictures, so that an answer depends
    neither on a picture's neighbours nor on how many they are.

    Attributes:
        spec: the model.
        device: where the network runs; the CPU once an accelerator had too little memory for a single picture.
        precision: the arithmetic of the network, "fp32".
        batch_size: pictures in one forward pass; less once the device ran out of memory.
    """

    def __init__(self, network: nn.Module, spec: ModelSpec, device: Device, precision: str) -> None:
        self.spec = spec
        self.device = device
        self.precision = precision
        self.batch_size = CPU_BATCH if device == CPU else ACCELERATOR_BATCH
        self._network = network
        self._is_placed = False

    def classify(self, images: Sequence[Image.Image], top_k: int) -> list[Answer]:
        """For the first pictures, as many as one forward pass takes, their likeliest classes or why they have none.

        Args:
            images: one or more, RGB, as `preprocess.network_image` makes them.
            top_k: how many classes, 1 to the number of labels.

        Returns:
            1 to `batch_size` answers, all of the device that `device` names afterwards; NO_SCORES where a logit is not
            finite, OUT_OF_MEMORY where not even the CPU has room for a single picture.

        Raises:
            JobFailure: DEVICE_LOST.
        """
        while (logits := self._logits_if_they_fit(images[: self.batch_size])) is None:
            if not self._backs_off():
                return [Reason.OUT_OF_MEMORY]
        return [likeliest(row, self.spec, top_k) for row in logits]

    def logits(self, images: Sequence[Image.Image]) -> Tensor:
        """The raw scores, float32 (N, classes) on the CPU, of at most `batch_size` pictures in one forward pass."""
        network = self.placed()
        side = self.spec.preprocess.crop
        batch = torch.zeros(self.batch_size, 3, side, side, dtype=torch.uint8)
        for row, image in zip(batch, images, strict=False):
            row.copy_(pixels(image))
        with torch.inference_mode(), exact():
            scores: Tensor = network(normalised(batch.to(self.device.name), self.spec.preprocess))
            return scores[: len(images)].to("cpu", torch.float32)

    def placed(self) -> nn.Module:
        """The network on `device`; not before it is needed, because moving the weights can run out of memory too."""
        if not self._is_placed:
            self._network.to(self.device.name)
            self._is_placed = True
        return self._network

    def _logits_if_they_fit(self, images: Sequence[Image.Image]) -> Tensor | None:
        """None when memory runs out; the caller retries once the exception, which keeps tensors alive, is gone."""
        try:
            return self.logits(images)
        except (RuntimeError, MemoryError) as error:
            if is_out_of_memory(error):
                logger.warning("%s: out of memory with %d in a batch", self.device.name, self.batch_size)
            elif self.device == CPU:
                raise
            else:
                logger.exception("%s: the forward pass failed", self.device.name)
                raise JobFailure(Trouble.DEVICE_LOST, self.device.name, first_line(error)) from error
        return None

    def _backs_off(self) -> bool:
        """Go on with half a batch, or else on the CPU; False when there is nothing smaller."""
        if self.batch_size > 1:
            self.batch_size //= 2
        elif self.device != CPU:
            self._network.to("cpu")
            release_memory(self.device)
            self.device, self.batch_size = CPU, CPU_BATCH
        else:
            return False
        return True


def exact() -> AbstractContextManager[None]:
    """Arithmetic as precise as it says: else an accelerator's convolutions use TF32 (10 bits) and any algorithm."""
    return torch.backends.cudnn.flags(enabled=True, deterministic=True, allow_tf32=False)


def likeliest(logits: Tensor, spec: ModelSpec, top_k: int) -> Answer:
    """The `top_k` likeliest classes, most likely first, equal ones in the order of the labels.

    Args:
        logits: float (classes,), on the CPU.

    Returns:
        Predictions with the softmax over all classes in double precision, of a multi-label model with the sigmoid of
        each class; NO_SCORES if any logit is not finite.
    """
    if not bool(logits.isfinite().all()):
        return Reason.NO_SCORES
    scores = logits.double()
    order = scores.sort(descending=True, stable=True).indices[:top_k].tolist()
    probabilities = (scores.sigmoid() if spec.multi_label else scores.softmax(0)).tolist()
    return tuple(Prediction(index, spec.labels[index].name, probabilities[index]) for index in order)
