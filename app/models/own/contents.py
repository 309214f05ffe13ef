"""What a file of weights holds, told without reading the weights: where each tensor lies, and what lies beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ITEM_BYTES = {
    "float64": 8,
    "float32": 4,
    "float16": 2,
    "bfloat16": 2,
    "int64": 8,
    "int32": 4,
    "int16": 2,
    "int8": 1,
    "uint8": 1,
    "bool": 1,
}
Shape = tuple[int, ...]
MOST_DIMENSIONS = 8
LONGEST_SIDE = 1 << 40  # elements; keeps every product of Python's exact and every one of torch's within 64 bits


@dataclass(frozen=True, slots=True)
class Block:
    """Bytes of a file that hold the numbers of one or more tensors.

    Attributes:
        start: where they begin in the file.
        bytes: how many they are.
        crc: their CRC-32 where the file tells it.
    """

    start: int
    bytes: int
    crc: int | None = None


@dataclass(frozen=True, slots=True)
class TensorPlace:
    """A tensor that was not read yet.

    Attributes:
        dtype: torch's name of the type, a key of `ITEM_BYTES` unless `oddity` says otherwise.
        shape: its sides.
        stride: elements from one to the next, for each side.
        offset: its first element in the block.
        block: the bytes; None where it has an oddity.
        oddity: why it can be no weight ("is not dense"), or "".
    """

    dtype: str
    shape: tuple[int, ...]
    stride: tuple[int, ...] = ()
    offset: int = 0
    block: Block | None = None
    oddity: str = ""

    @property
    def elements(self) -> int:
        """How many numbers it has."""
        count = 1
        for side in self.shape:
            count *= side
        return count

    @property
    def bytes(self) -> int:
        """What they take."""
        return self.elements * ITEM_BYTES.get(self.dtype, 0)


@dataclass(frozen=True, slots=True)
class Contents:
    """A file of weights, opened as data.

    Attributes:
        path: the file.
        bytes: its size.
        content: dictionaries, lists, texts and numbers, with a `TensorPlace` for each tensor.
        metadata: what the header of a safetensors file says beside, or the configuration of a folder.
    """

    path: Path
    bytes: int
    content: object = field(repr=False)
    metadata: Mapping[str, object] = field(default_factory=dict, repr=False)


def contiguous_stride(shape: tuple[int, ...]) -> tuple[int, ...]:
    """The strides of a tensor whose elements lie one after the other."""
    strides, step = [], 1
    for side in reversed(shape):
        strides.append(step)
        step *= max(side, 1)
    return tuple(reversed(strides))


def reach(place: TensorPlace) -> int:
    """How many elements a block must have so that the tensor lies within it."""
    if not place.elements:
        return 0
    return place.offset + 1 + sum((side - 1) * step for side, step in zip(place.shape, place.stride, strict=True))
