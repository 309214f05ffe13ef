"""Writes weights as safetensors, a tensor at a time: no more memory than the largest of them takes, and no NumPy."""

from __future__ import annotations

import ctypes
import hashlib
import json
from collections.abc import Generator, Iterable, Mapping
from typing import TYPE_CHECKING, BinaryIO

from app.models.own.contents import ITEM_BYTES, TensorPlace

if TYPE_CHECKING:
    from torch import Tensor

_TYPES = {
    "float32": "F32",
    "int64": "I64",
    "int32": "I32",
    "int16": "I16",
    "int8": "I8",
    "uint8": "U8",
    "bool": "BOOL",
}


def kept_dtype(dtype: str) -> str:
    """The type that a tensor of this type is kept in: floating ones become float32."""
    return "float32" if "float" in dtype else dtype


def header_of(tensors: Mapping[str, TensorPlace]) -> tuple[bytes, int]:
    """The beginning of a file with these tensors in this order, and the bytes of all of it."""
    entries: dict[str, object] = {}
    at = 0
    for name, place in tensors.items():
        dtype = kept_dtype(place.dtype)
        end = at + place.elements * ITEM_BYTES[dtype]
        entries[name] = {"dtype": _TYPES[dtype], "shape": list(place.shape), "data_offsets": [at, end]}
        at = end
    text = json.dumps(entries, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text, 8 + len(text) + at


def written(
    file: BinaryIO, header: bytes, tensors: Iterable[tuple[str, Tensor]]
) -> Generator[int, None, tuple[str, int]]:
    """Write a header and its tensors, which come in the same order.

    Yields:
        The bytes written so far.

    Returns:
        The SHA-256 and the size of the file.

    Raises:
        OSError: it cannot be written.
    """
    digest = hashlib.sha256(header)
    file.write(header)
    size = len(header)
    for _name, tensor in tensors:
        data = _bytes(tensor)
        digest.update(data)
        file.write(data)
        size += len(data)
        yield size
    return digest.hexdigest(), size


def _bytes(tensor: Tensor) -> bytes:
    """The numbers of a contiguous tensor on the CPU, as they lie in memory."""
    return ctypes.string_at(tensor.data_ptr(), tensor.numel() * tensor.itemsize) if tensor.numel() else b""
