"""Take a network apart: its modules, what they put out, how many parameters they hold and how much they compute.

Nothing is downloaded and nothing is computed: the network has no weights, and one picture without values is sent
through it on the "meta" device, which knows shapes only.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.flop_counter import flop_registry

from app.inside import Anatomy, Part
from app.models.memory import is_out_of_memory
from app.models.networks import empty_network
from app.steps import JobFailure


def anatomy_of(library: str, architecture: str, classes: int, side: int) -> Anatomy:
    """The modules of a network; takes half a second, and the time to import the library.

    Args:
        library, architecture, classes: as `networks.empty_network` takes them.
        side: pixels of either side of the picture that is sent through it.

    Raises:
        JobFailure: as `networks.empty_network`.
        MemoryError: there is no room for it.
    """
    return dissected(_hollow_network(library, architecture, classes, side), side)


def _hollow_network(library: str, architecture: str, classes: int, side: int) -> nn.Module:
    """Not even tables of positions have their values, which in some of timm's networks would take half a minute.

    RegNet, for one, reads what it computes while it is built, and gets it.
    """
    try:
        with torch.device("meta"):
            return empty_network(library, architecture, classes, side)
    except (JobFailure, MemoryError):
        raise
    except Exception:
        return empty_network(library, architecture, classes, side)


def dissected(network: nn.Module, side: int) -> Anatomy:
    """The modules of `network`, which is moved to the "meta" device and put in evaluation mode.

    Whatever hinders the pass becomes the anatomy's trouble.
    """
    reader = _Reader(network)  # before it is moved, which would part parameters that are shared
    network.to("meta").eval()
    passed = _Pass(network)
    try:
        passed.send(torch.empty((1, 3, side, side), device="meta"))
    except Exception as error:  # any network may need values that are not there
        if is_out_of_memory(error):
            raise MemoryError from error
        return Anatomy(reader.part("", network, _Pass(network)), _first_line(error))
    return Anatomy(reader.part("", network, passed))


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)


class _Pass(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Counts, while a picture goes through a network, what each module puts out and computes.

    What a module computes itself, by functions or with the weights of modules that it does not call, is its own.

    `torch.utils.flop_counter.FlopCounterMode` counts the same by the same formulas; but it hooks into every module of
    the process, also those that classify in another thread. A floating point operation there is a multiplication or an
    addition, so half of them are told.
    """

    def __init__(self, network: nn.Module) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._network = network
        self._running = [network]
        self.calls: Counter[nn.Module] = Counter()
        self.macs: Counter[nn.Module] = Counter()
        self.shapes: dict[nn.Module, tuple[int, ...]] = {}

    def send(self, picture: Tensor) -> None:
        """Send it through; raises whatever the network does."""
        with _hooked(self._network, self._on_begun, self._on_done), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with torch.no_grad(), self:
                self._network(picture)

    def _on_begun(self, module: nn.Module, _given: object) -> None:
        self._running.append(module)

    def _on_done(self, module: nn.Module, _given: object, output: object) -> None:
        self._running.pop()
        self.calls[module] += 1
        if (tensor := _first_tensor(output)) is not None:
            self.shapes[module] = tuple(tensor.shape)

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        named = kwargs or {}
        result = func(*args, **named)
        if (operations := flop_registry.get(func._overloadpacket)) is not None:
            self.macs[self._running[-1]] += operations(*args, **named, out_val=result) // 2
        return result


@contextmanager
def _hooked(
    network: nn.Module, begun: Callable[[nn.Module, Any], None], done: Callable[[nn.Module, Any, Any], None]
) -> Iterator[None]:
    modules = tuple(network.modules())
    handles = [module.register_forward_pre_hook(begun) for module in modules]
    handles += [module.register_forward_hook(done) for module in modules]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def _first_tensor(output: object) -> Tensor | None:
    if isinstance(output, Tensor):
        return output
    inner = output.values() if isinstance(output, Mapping) else output if isinstance(output, list | tuple) else ()
    return next((found for each in inner if (found := _first_tensor(each)) is not None), None)


class _Reader:
    """Makes values of modules, each module and each parameter once."""

    def __init__(self, network: nn.Module) -> None:
        self._seen: set[nn.Module | nn.Parameter] = set()
        self._held = {module: self._new_parameters(module) for module in network.modules()}

    def _new_parameters(self, module: nn.Module) -> int:
        new = set(module.parameters(recurse=False)) - self._seen
        self._seen |= new
        return sum(parameter.numel() for parameter in new)

    def part(self, name: str, module: nn.Module, passed: _Pass) -> Part:
        """What is known of a module and, unless they were met before, of those in it."""
        self._seen.add(module)
        inner = ((each, below) for each, below in module.named_children() if below not in self._seen)
        parts = tuple(self.part(each, below, passed) for each, below in inner)
        own, macs = self._held[module], passed.macs[module]
        return Part(
            name=name,
            kind=type(module).__name__,
            shape=passed.shapes.get(module),
            calls=passed.calls[module],
            own_parameters=own,
            own_macs=macs,
            parameters=own + sum(part.parameters for part in parts),
            macs=macs + sum(part.macs for part in parts),
            parts=parts,
        )
