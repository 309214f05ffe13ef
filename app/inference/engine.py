"""Keeps one network loaded from job to job.

torch is imported when the first job asks for a network, so the worker and the command line can import this freely.
"""

from __future__ import annotations

import gc
import logging
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING

from app.images.budget import DecodeBudget
from app.inference.arithmetic import Arithmetic, arithmetic_for
from app.models.catalog import find_model
from app.steps import JobFailure, Trouble
from app.values import Device, ModelSpec

if TYPE_CHECKING:
    from app.inference.classifier import Classifier

    _Warm = tuple[Classifier, Device, bool]  # as the first of `Prepared`

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A loaded and warm network.

    Attributes:
        classifier: what answers.
        device: the device that was chosen.
        has_backed_off: whether the chosen device ran out of memory while warming up, so that the classifier uses a
            smaller batch, or the CPU.
        others: the better-ranked devices that "auto" passed over.
        seconds: time that loading took; 0 if it was loaded already.
    """

    classifier: Classifier
    device: Device
    has_backed_off: bool
    others: tuple[Device, ...]
    seconds: float


class Engine:
    """Owner of the loaded network; used by one thread at a time.

    Attributes:
        budget: the decoding memory that all jobs share.
    """

    def __init__(self, budget: DecodeBudget | None = None) -> None:
        self.budget = budget or DecodeBudget()
        self._wanted: tuple[str, str, str] | None = None
        self._prepared: Prepared | None = None
        self._differentiable: Classifier | None = None

    def prepare(self, model: str, device: str, precision: str) -> Prepared:
        """The network of this model on this device, loaded only if one of the three differs from the last time.

        Args:
            model: key of the model.
            device: as `devices.choose_device` takes it.
            precision: one of `settings.PRECISIONS`.

        Raises:
            JobFailure: NO_SUCH_MODEL, WEIGHTS_MISSING, WEIGHTS_DAMAGED, LIBRARY_BROKEN, DEVICE_UNAVAILABLE or
                DEVICE_LOST.
            MemoryError: there is no room for it.
        """
        wanted = (model, device, precision)
        if self._prepared is not None and self._wanted == wanted:
            device_now = self._prepared.classifier.device
            return replace(self._prepared, device=device_now, has_backed_off=False, seconds=0.0)
        self.forget()
        self._prepared = _load(model, device, precision)
        self._wanted = wanted
        return self._prepared

    def differentiable(self, model: str, device: str, precision: str) -> Classifier:
        """A classifier with the network as its library runs it, which knows its gradients, for heat maps.

        It is loaded beside the one that answers, unless that is exact, and goes with it.

        Args:
            model, device, precision: as `prepare` takes them.

        Raises:
            JobFailure: as `prepare` does.
        """
        classifier = self.prepare(model, device, precision).classifier
        from app.inference.devices import CPU

        if classifier.arithmetic.is_exact or classifier.device != CPU:
            return classifier
        if self._differentiable is None:
            self._differentiable = _load(model, classifier.device.name, "fp32").classifier
        return self._differentiable

    def forget(self) -> None:
        """Free the network and its memory; the next job loads anew."""
        if self._prepared is not None:
            from app.inference.devices import release_memory

            device = self._prepared.classifier.device
            self._prepared = self._differentiable = self._wanted = None
            release_memory(device)


@contextmanager
def _lack_of_memory() -> Iterator[None]:
    """Of which torch tells in words of its own: a MemoryError here."""
    try:
        yield
    except RuntimeError as error:
        from app.models.memory import is_out_of_memory

        if is_out_of_memory(error):
            raise MemoryError from error
        raise


@_lack_of_memory()
def _load(model: str, device: str, precision: str) -> Prepared:
    started = perf_counter()
    spec = find_model(model)
    import_torch()
    import torch

    from app.inference.devices import CPU, choose_device

    chosen, others = choose_device(device)
    arithmetic = arithmetic_for(spec, chosen.name, precision)
    torch.set_num_threads(arithmetic.threads)
    is_quick = chosen == CPU and not arithmetic.is_exact
    warm = _quick(spec, arithmetic) if is_quick else None
    if warm is None:
        warm = _plain(spec, chosen, replace(arithmetic, precision="fp32"))
    return Prepared(*warm, others, perf_counter() - started)


def _quick(spec: ModelSpec, arithmetic: Arithmetic) -> _Warm | None:
    """With the network made faster for the CPU; None where that does not work with it, which is logged."""
    from app.inference.classifier import Classifier
    from app.inference.devices import CPU
    from app.inference.fused import fused
    from app.models.networks import load_network

    network = load_network(spec)
    try:
        return _warm(Classifier(fused(network, arithmetic.precision), spec, CPU, arithmetic))
    except (RuntimeError, TypeError, ValueError, AttributeError, LookupError):  # a network's Python can be anything
        logger.exception("%s does only as its library made it", spec.architecture)
        return None


def _plain(spec: ModelSpec, device: Device, arithmetic: Arithmetic) -> _Warm:
    from app.inference.classifier import Classifier
    from app.models.networks import load_network

    return _warm(Classifier(load_network(spec), spec, device, arithmetic))


def _warm(classifier: Classifier) -> _Warm:
    """The first forward pass sets things up; and a device too small backs off before any picture waits for it."""
    from PIL import Image

    from app.inference.devices import CPU

    chosen, size, side = classifier.device, classifier.batch_size, classifier.spec.preprocess.crop
    classifier.classify([Image.new("RGB", (side, side))], top_k=1, alone=chosen == CPU)
    return classifier, chosen, classifier.batch_size < size


def import_torch() -> None:
    """Load PyTorch, which takes a second or two, and keep it from starting a thread for each core.

    Raises:
        JobFailure: LIBRARY_BROKEN or OUT_OF_MEMORY.
    """
    is_first = "torch" not in sys.modules
    try:
        with _uncollected():
            # Nothing here uses numpy, which the packages lack.
            warnings.filterwarnings("ignore", "Failed to initialize NumPy")
            import torch
    except MemoryError as error:
        raise JobFailure(Trouble.OUT_OF_MEMORY, "PyTorch") from error
    except Exception as error:  # a missing system library is an OSError, and so is a lack of room for one
        if any(words in str(error) for words in _NO_ROOM):
            raise JobFailure(Trouble.OUT_OF_MEMORY, "PyTorch", str(error).strip()) from error
        raise JobFailure(Trouble.LIBRARY_BROKEN, "PyTorch", str(error).strip()) from error
    if is_first:  # until a network is loaded that wants more
        torch.set_num_threads(1)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep PyTorch's 170,000 objects, which live as long as the process, from the garbage collector.

    Each of its full collections would look through them for 100 milliseconds, during which no other Python runs: four
    times while they are made, and in the midst of later work, when the window should not stand still.
    """
    is_first, was_enabled = "torch" not in sys.modules, gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_first:
            gc.freeze()
        if was_enabled:
            gc.enable()


_NO_ROOM = ("failed to map segment", "annot allocate memory")  # the words of glibc's loader and of the system
