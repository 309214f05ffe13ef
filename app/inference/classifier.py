"""A loaded network that answers pictures, and goes on with less when its device runs out of memory.

Only the worker imports this module: it imports torch.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import AbstractContextManager
from threading import BoundedSemaphore, Lock
from typing import NamedTuple

import torch
from PIL import Image
from torch import Tensor, nn

from app.inference.arithmetic import CPU_BATCH, Arithmetic
from app.inference.cores import usable_cores
from app.inference.devices import CPU, first_line, release_memory
from app.inference.preprocess import normalised, pixels
from app.models.memory import is_out_of_memory
from app.steps import JobFailure, Trouble
from app.values import Device, ModelSpec, Prediction, Reason

logger = logging.getLogger(__name__)

Answer = tuple[Prediction, ...] | Reason

EXACT_BATCH = 1
ACCELERATOR_BATCH = 32


class _Scored(NamedTuple):
    """Logits, and the device that they came from, which by now may have been given up."""

    device: Device
    logits: Tensor


class Classifier:
    """A network on a device, used by several threads.

    Every forward pass has the same shape, short batches being filled up with black pictures, so that an answer depends
    neither on a picture's neighbours nor on how many they are.

    Attributes:
        spec: the model.
        device: where the network runs; the CPU once an accelerator had too little memory for a single picture.
        arithmetic: what its scores are computed in.
        batch_size: pictures in one forward pass; less once the device ran out of memory.
    """

    def __init__(self, network: nn.Module, spec: ModelSpec, device: Device, arithmetic: Arithmetic) -> None:
        """`network` fits the arithmetic and lies on the CPU."""
        self.spec = spec
        self.device = device
        self.arithmetic = arithmetic
        self.batch_size = self._cpu_batch if device == CPU else ACCELERATOR_BATCH
        self._network = network
        self._is_placed = False
        self._backing_off = Lock()
        self._turns = self._turns_on(device)

    @property
    def precision(self) -> str:
        """The name of the arithmetic, "fp32" or "bf16"."""
        return self.arithmetic.precision

    @property
    def _cpu_batch(self) -> int:
        return EXACT_BATCH if self.arithmetic.is_exact else CPU_BATCH

    def _turns_on(self, device: Device) -> BoundedSemaphore:
        """As many forward passes at a time as there are cores for; an accelerator does one after the other."""
        return BoundedSemaphore(max(1, usable_cores() // self.arithmetic.threads) if device == CPU else 1)

    def classify(
        self, images: Sequence[Image.Image], top_k: int, *, alone: bool = False
    ) -> tuple[Device, list[Answer]]:
        """For the first pictures, as many as one forward pass takes, their likeliest classes or why they have none.

        Args:
            images: one or more, RGB, as `preprocess` makes them.
            top_k: how many classes, 1 to the number of labels.
            alone: the first picture only, in a pass of its own, for who waits for it.

        Returns:
            The device that answered, and 1 to `batch_size` answers; NO_SCORES where a logit is not finite,
            OUT_OF_MEMORY where not even the CPU has room for a single picture.

        Raises:
            JobFailure: DEVICE_LOST.
        """
        while True:
            device, size = self.device, 1 if alone else self.batch_size
            scored = self._scored_if_they_fit(images[:size], size)
            if scored is not None:
                return scored.device, [likeliest(row, self.spec, top_k) for row in scored.logits]
            if not self._backs_off(device, size):
                return device, [Reason.OUT_OF_MEMORY]

    def logits(self, images: Sequence[Image.Image], size: int) -> Tensor:
        """The raw scores, float32 (N, classes) on the CPU, of at most `size` pictures in a forward pass of `size`."""
        return self._scored(images, size).logits

    def _scored(self, images: Sequence[Image.Image], size: int) -> _Scored:
        side = self.spec.preprocess.crop
        batch = torch.zeros(size, side, side, 3, dtype=torch.uint8).permute(0, 3, 1, 2)
        for row, image in zip(batch, images, strict=False):
            row.copy_(pixels(image))
        with self._turns, torch.inference_mode(), exact():
            network = self.placed()
            batch = batch.contiguous() if self.arithmetic.is_exact else batch
            scores: Tensor = network(normalised(batch.to(self.device.name), self.spec.preprocess))
            return _Scored(self.device, scores[: len(images)].to("cpu", torch.float32))

    def placed(self) -> nn.Module:
        """The network on `device`; not before it is needed, because moving the weights can run out of memory too."""
        if not self._is_placed:
            self._network.to(self.device.name)
            self._is_placed = True
        return self._network

    def _scored_if_they_fit(self, images: Sequence[Image.Image], size: int) -> _Scored | None:
        """None when memory runs out; the caller retries once the exception, which keeps tensors alive, is gone."""
        try:
            return self._scored(images, size)
        except (RuntimeError, MemoryError) as error:
            if is_out_of_memory(error):
                logger.warning("%s: out of memory with %d in a batch", self.device.name, size)
            elif self.device == CPU:
                raise
            else:
                logger.exception("%s: the forward pass failed", self.device.name)
                raise JobFailure(Trouble.DEVICE_LOST, self.device.name, first_line(error)) from error
        return None

    def _backs_off(self, device: Device, size: int) -> bool:
        """Go on with less than `size` pictures at a time, or else on the CPU; False when there is nothing smaller.

        Another thread may have done so since `device` had no room. On an accelerator this takes its turn, so that
        nobody's network is moved in the midst of a forward pass.
        """
        with self._turns, self._backing_off:
            if self.device != device or self.batch_size < size:
                return True
            if size > 1:
                self.batch_size = size // 2
            elif self.device != CPU:
                self._network.to("cpu")
                release_memory(self.device)
                self.device, self.batch_size, self._turns = CPU, self._cpu_batch, self._turns_on(CPU)
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
    order = scores.sort(descending=True, stable=True).indices[:top_k]
    probabilities = (scores.sigmoid() if spec.multi_label else scores.softmax(0))[order]
    ranked = zip(order.tolist(), probabilities.tolist(), strict=True)
    return tuple(Prediction(index, spec.labels[index].name, probability) for index, probability in ranked)
