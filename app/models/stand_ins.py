"""What stands in for two libraries while torchvision is imported, which none of its classification networks needs.

`torch._dynamo` compiles networks. Importing it takes most of a second and 85 MB, and torchvision wants one function of
it, which it calls when it looks for objects in a picture. numpy is not in the packages: torchvision names the type of
its arrays in annotations, and MaxViT has it spread numbers evenly.

They stand there no longer than the import: who asks for one of these libraries later gets the real one, or none. One
thread at a time may let them stand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from importlib.util import find_spec
from types import ModuleType
from typing import Any

import torch
from torch import Tensor


@contextmanager
def late_dynamo() -> Iterator[None]:
    """Nothing of `torch._dynamo` is imported before it is called."""
    package, utils = ModuleType("torch._dynamo"), ModuleType("torch._dynamo.utils")
    vars(utils)["is_compile_supported"] = _is_compile_supported
    with nullcontext() if package.__name__ in sys.modules else _standing(package, utils):
        yield


@contextmanager
def absent_numpy() -> Iterator[None]:
    """Where numpy is not installed, `import numpy` gives what is none and says so when it is used."""
    with nullcontext() if _has_numpy() else _standing(_AbsentNumpy("numpy")):
        yield


def _has_numpy() -> bool:
    return find_spec("numpy") is not None


@contextmanager
def _standing(*modules: ModuleType) -> Iterator[None]:
    former = {module.__name__: sys.modules[module.__name__] for module in modules if module.__name__ in sys.modules}
    sys.modules.update((module.__name__, module) for module in modules)
    try:
        yield
    finally:
        for module in modules:
            del sys.modules[module.__name__]
        sys.modules.update(former)


def _is_compile_supported(device: str) -> bool:
    """As the real one, which is imported when it is asked."""
    from torch._dynamo.utils import is_compile_supported

    return bool(is_compile_supported(device))


class _AbsentArray:
    """The type of numpy's arrays where there is no numpy: nothing is one."""

    def __new__(cls, *_words: Any, **_named: Any) -> _AbsentArray:
        raise _absence("ndarray")


class _AbsentNumpy(ModuleType):
    """Has a name for annotations, and what torch can do as well; whatever else is asked of it, it is not installed."""

    ndarray = _AbsentArray

    @staticmethod
    def linspace(start: float, stop: float, num: int) -> Tensor:
        """`num` numbers (num,) from `start` to `stop`, float64."""
        return torch.linspace(start, stop, num, dtype=torch.float64)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name) if name.startswith("__") else _absence(name)


def _absence(name: str) -> ModuleNotFoundError:
    return ModuleNotFoundError(f"numpy.{name} is needed, and numpy is not installed", name="numpy")
