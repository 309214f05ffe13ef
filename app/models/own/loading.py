"""Reads the tensors of a file that was opened as data; torch is imported when called.

Each is made from the bytes at its place: no loader of torch or of anybody else takes part.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.models.own.contents import Block, TensorPlace, contiguous_stride
from app.models.own.reading import opened, read_block
from app.models.own.trouble import ModelRefused, ModelTrouble

if TYPE_CHECKING:
    import torch
    from torch import Tensor

_SHARED = 2  # times that the bytes of a file may be used, by tensors that are one and the same


def require_weights(state: Mapping[str, TensorPlace], path: Path, size: int) -> None:
    """Refuse, before anything is read, what can be no weights, and what there is no memory for.

    Args:
        state: the tensors by name.
        path: their file.
        size: its bytes.

    Raises:
        ModelRefused: NOT_DENSE, DAMAGED, NO_MEMORY.
    """
    for name, place in state.items():
        if place.oddity or place.block is None:
            raise ModelRefused(ModelTrouble.NOT_DENSE, path.name, f"{name} {place.oddity}")
    if sum(place.bytes for place in state.values()) > _SHARED * size:
        raise ModelRefused(ModelTrouble.DAMAGED, path.name, "its tensors claim more numbers than there are")
    needed = 2 * sum(place.elements * 4 for place in state.values())  # when it is loaded: the file, and the tensors
    free = free_memory()
    if free is not None and needed > free:
        raise ModelRefused(ModelTrouble.NO_MEMORY, path.name, f"{needed / 1e9:.1f} GB wanted, {free / 1e9:.1f} GB free")


def free_memory() -> int | None:
    """Bytes of memory that can be had; None where the system does not tell."""
    with suppress(OSError, ValueError, IndexError), open("/proc/meminfo", encoding="ascii") as lines:
        return next(int(line.split()[1]) << 10 for line in lines if line.startswith("MemAvailable:"))
    with suppress(AttributeError, OSError, ValueError):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return None


def read_state(state: Mapping[str, TensorPlace], path: Path) -> Iterator[tuple[str, Tensor]]:
    """Each tensor by name, in the order of the file: on the CPU, contiguous, finite, floating ones as float32.

    Raises:
        ModelRefused: as `opened` and `read_block`; NOT_FINITE.
        MemoryError: there is no room for them.
    """
    block: Block | None = None
    data = bytearray()
    order = sorted(state, key=lambda name: _start(state[name]))
    with opened(path) as (file, _):
        for name in order:
            if state[name].block != block:
                block = state[name].block
                data = _numbers(file, block, path)
            yield name, _checked(name, _tensor(state[name], data), path)


def _start(place: TensorPlace) -> int:
    return place.block.start if place.block else 0


def _numbers(file: BinaryIO, block: Block | None, path: Path) -> bytearray:
    return bytearray(read_block(file, block, path)) if block else bytearray()


def _tensor(place: TensorPlace, data: bytearray) -> Tensor:
    """A tensor of its own: nothing else points to its numbers."""
    import torch

    dtype: torch.dtype = getattr(torch, place.dtype)
    if not place.elements:
        return torch.zeros(place.shape, dtype=_kept_type(dtype))
    if place.dtype == "bool":
        flat = torch.frombuffer(data, dtype=torch.uint8) != 0
    else:
        flat = torch.frombuffer(data, dtype=dtype, count=len(data) // dtype.itemsize)
    strided = flat.as_strided(place.shape, place.stride or contiguous_stride(place.shape), place.offset)
    return strided.to(_kept_type(dtype)).clone(memory_format=torch.contiguous_format)


def _kept_type(dtype: torch.dtype) -> torch.dtype:
    import torch

    return torch.float32 if dtype.is_floating_point else dtype


def _checked(name: str, tensor: Tensor, path: Path) -> Tensor:
    """Half precision fits into float32; double precision may not, and is told like any other infinity."""
    if tensor.is_floating_point() and not bool(tensor.isfinite().all()):
        raise ModelRefused(ModelTrouble.NOT_FINITE, path.name, name)
    return tensor
