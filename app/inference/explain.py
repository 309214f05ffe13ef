"""Where in a picture a network finds what speaks for a class: class-activation maps.

Only the worker imports this module: it imports torch.

A map is HiResCAM's (Draelos & Carin 2020, https://arxiv.org/abs/2011.08891): the last activation that still knows
places, times the gradient of the class's logit there, summed over the channels. Where global average pooling and a
linear layer follow, as in most networks, that is CAM (Zhou et al. 2016, https://arxiv.org/abs/1512.04150) and Grad-CAM
(Selvaraju et al. 2017, https://arxiv.org/abs/1610.02391) as well: what each place adds to the logit. Where more
follows, as in VGG, Grad-CAM averages the gradient over all places, and this does not. Of a transformer's tokens it is
"gradient times input" where they enter the last attention.
"""

from __future__ import annotations

import logging
import math
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - everybody's name for it
from torch import Tensor, nn

from app.inference.classifier import Classifier, exact
from app.inference.decoding import Decoded
from app.inference.devices import CPU, first_line, release_memory
from app.inference.preprocess import normalised, pixels
from app.models.memory import is_out_of_memory
from app.steps import HeatMap, JobFailure, Trouble
from app.values import Failed, Reason, Stage

logger = logging.getLogger(__name__)

# Activations that can be looked at, counted from the output. What is computed of a transformer's tokens after the class
# token met them for the last time has no say; that is some ten layers.
DEPTH = 64
MOST_EXTRA_TOKENS = 8  # class, distillation, registers


def heat_map(classifier: Classifier, picture: Decoded, index: int | None = None) -> HeatMap | Failed:
    """What speaks for a class in a picture, by this network on its device.

    Args:
        classifier: its network is left as it is.
        picture: as `decoding.decoded` makes it for the classifier's model.
        index: of the class; None for the likeliest.

    Returns:
        The map; or OUT_OF_MEMORY, or NO_SCORES where a logit is not finite.

    Raises:
        JobFailure: DEVICE_LOST.
    """
    found = _found_if_it_fits(classifier, picture, index)
    if not isinstance(found, _Found):
        if found is Reason.OUT_OF_MEMORY:
            release_memory(classifier.device)
        return Failed(picture.ref, Stage.CLASSIFY, found)
    spec = classifier.spec
    return HeatMap(
        ref=picture.ref,
        width=picture.width,
        height=picture.height,
        box=spec.preprocess.crop_box(picture.width, picture.height),
        model=spec.key,
        index=found.index,
        label=spec.labels[found.index].name,
        side=picture.image.width,
        seen=picture.image.tobytes(),
        relevance=b"" if found.map is None else _bytes(found.map),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A class and its map, float32 (side, side) on the CPU."""

    index: int
    map: Tensor | None


def _found_if_it_fits(classifier: Classifier, picture: Decoded, index: int | None) -> _Found | Reason:
    """Memory is given back once the exception, which keeps tensors alive, is gone."""
    try:
        network, device = classifier.placed(), classifier.device.name
        batch = normalised(pixels(picture.image)[None].to(device), classifier.spec.preprocess)
        with exact():
            return _found(network, batch, index)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            if classifier.device == CPU:
                raise
            logger.exception("%s: the heat map failed", classifier.device.name)
            raise JobFailure(Trouble.DEVICE_LOST, classifier.device.name, first_line(error)) from error
        logger.warning("%s: out of memory with a heat map", classifier.device.name)
        return Reason.OUT_OF_MEMORY


def _found(network: nn.Module, batch: Tensor, index: int | None) -> _Found | Reason:
    with torch.enable_grad(), _recorded(network) as cuts:
        logits: Tensor = network(batch)
        if not bool(logits.isfinite().all()):
            return Reason.NO_SCORES
        chosen = int(logits[0].argmax()) if index is None else index
        places = _places(logits[0, chosen], cuts)
    return _Found(chosen, None if places is None else _enlarged(places, batch.shape[-1]))


# --- the network, looked into -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cut:
    """An activation, and the leaf that took its place: nothing is differentiated across it unless it is wanted."""

    activation: Tensor
    leaf: Tensor


@contextmanager
def _recorded(network: nn.Module) -> Iterator[deque[_Cut]]:
    """While the block lasts, a forward pass leaves its last activations that know places, the newest last.

    Each begins a graph of its own, so that all before the last `DEPTH` is forgotten and takes no memory.
    """
    cuts: deque[_Cut] = deque(maxlen=DEPTH)

    def record(_module: nn.Module, _inputs: Any, output: Any) -> Tensor | None:
        if not isinstance(output, Tensor) or _grid(output) is None:
            return None
        leaf = output.detach().requires_grad_()
        cuts.append(_Cut(output, leaf))
        return leaf.clone()  # the next layer may change it in place, which torch does not allow of a leaf

    # What lets all pass was recorded as the output of another; and of attention's weights no place is known.
    modules = [module for module in network.modules() if not isinstance(module, nn.Dropout | nn.Identity)]
    hooks = [module.register_forward_hook(record) for module in modules]
    try:
        yield cuts
    finally:
        for hook in hooks:
            hook.remove()


def _grid(activation: Tensor) -> Tensor | None:
    """The places of an activation of one picture, (side, side, channels), whichever way it is laid out; None without.

    It may be (1, channels, side, side), (1, side, side, channels) or tokens (1, extra + side * side, channels).
    """
    if activation.ndim == 4 and activation.shape[0] == 1:
        _, first, second, third = activation.shape
        if second == third > 1:
            return activation[0].permute(1, 2, 0)
        if first == second > 1:
            return activation[0]
    if activation.ndim == 3 and activation.shape[0] == 1:
        tokens = activation.shape[1]
        side = math.isqrt(tokens)
        if side > 1 and tokens - side * side <= MOST_EXTRA_TOKENS:
            return activation[0, tokens - side * side :].reshape(side, side, -1)
    return None


def _places(logit: Tensor, cuts: deque[_Cut]) -> Tensor | None:
    """(side, side): what each place adds to the logit, by the last activation of which more than one place has a say.

    All 0 if there is none; None if there is no activation that knows places. The gradient goes back from cut to cut as
    far as needed: what came of a cut was cut itself later or became the logit, so that its gradient is complete when
    its turn comes.
    """
    if not cuts:
        return None
    torch.autograd.backward(logit, retain_graph=True)  # two cuts may share a sum
    for cut in reversed(cuts):
        if cut.leaf.grad is None:
            continue
        activation, gradient = _grid(cut.leaf.detach()), _grid(cut.leaf.grad)
        if activation is not None and gradient is not None and int(gradient.any(-1).sum()) > 1:
            return (activation * gradient).sum(-1)
        if cut.activation.requires_grad:
            torch.autograd.backward(cut.activation, cut.leaf.grad, retain_graph=True)
    return torch.zeros(2, 2)


def _enlarged(places: Tensor, side: int) -> Tensor:
    """What speaks for the class, as float32 (side, side) on the CPU, 0 to 1."""
    positive = places.detach().to("cpu", torch.float32).clamp(min=0)
    large = F.interpolate(positive[None, None], (side, side), mode="bilinear", align_corners=False)[0, 0]
    most = large.max()
    return large / most if most > 0 else large


def _bytes(values: Tensor) -> bytes:
    """0 to 1 as a byte each."""
    return bytes(values.mul(255).round().to(torch.uint8).flatten().tolist())
