"""The header of a safetensors file (https://huggingface.co/docs/safetensors#format), read with bounds.

Eight bytes tell the length of a header in JSON: for each tensor its type, its shape, and where its bytes lie behind the
header. The format allows 100 MB of header.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import BinaryIO

from app.models.own.contents import ITEM_BYTES, LONGEST_SIDE, MOST_DIMENSIONS, Block, TensorPlace, contiguous_stride
from app.models.own.trouble import ModelRefused, ModelTrouble

MOST_HEADER = 4 << 20  # bytes; that of a network of 3,000 tensors takes 0.4 MB
_TYPES = {
    "F64": "float64",
    "F32": "float32",
    "F16": "float16",
    "BF16": "bfloat16",
    "I64": "int64",
    "I32": "int32",
    "I16": "int16",
    "I8": "int8",
    "U8": "uint8",
    "BOOL": "bool",
}


def looks_like_safetensors(start: bytes) -> bool:
    """Whether the first nine bytes of a file are those of the format: a length, and then JSON."""
    return start[8:9] == b"{" and int.from_bytes(start[:8], "little") <= 100_000_000


def read_header(file: BinaryIO, size: int, name: str) -> tuple[dict[str, TensorPlace], dict[str, object]]:
    """The tensors by name, and what the header says beside.

    Args:
        file: the file, open.
        size: its bytes.
        name: what to call it when it is refused.

    Raises:
        ModelRefused: DAMAGED where the header is no such header, is too large, or tells of more than there is.
    """
    file.seek(0)
    length = int.from_bytes(file.read(8), "little")
    if not 2 <= length <= min(MOST_HEADER, size - 8):
        raise ModelRefused(ModelTrouble.DAMAGED, name, "its header is too large or cut off")
    header = _header(file.read(length), name)
    metadata = header.pop("__metadata__", {})
    places = {tensor: _place(tensor, entry, 8 + length, size, name) for tensor, entry in header.items()}
    _require_apart(places, name)
    return places, dict(metadata) if isinstance(metadata, dict) else {}


def _header(data: bytes, name: str) -> dict[str, object]:
    try:
        header = json.loads(data.decode("utf-8"), object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as error:
        raise ModelRefused(ModelTrouble.DAMAGED, name, "its header cannot be read") from error
    if not isinstance(header, dict):
        raise ModelRefused(ModelTrouble.DAMAGED, name, "its header cannot be read")
    return header


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Raises ValueError where a name stands twice: which of the two is meant?"""
    whole = dict(pairs)
    if len(whole) < len(pairs):
        raise ValueError
    return whole


def _place(tensor: str, entry: object, data: int, size: int, name: str) -> TensorPlace:
    """A tensor of the header; `data` is where the bytes of all of them begin."""
    fields: Mapping[str, object] = entry if isinstance(entry, dict) else {}
    kind, shape, span = fields.get("dtype"), _wholes(fields.get("shape")), _wholes(fields.get("data_offsets"))
    if not isinstance(kind, str) or shape is None or span is None or len(span) != 2:
        raise ModelRefused(ModelTrouble.DAMAGED, name, f"{tensor}: its entry in the header cannot be read")
    begin, end = span
    if len(shape) > MOST_DIMENSIONS or not begin <= end <= size - data:
        raise ModelRefused(ModelTrouble.DAMAGED, name, f"{tensor}: it claims to be larger than the file")
    if kind not in _TYPES:
        return TensorPlace(kind, shape, oddity=f"has numbers of the type {kind}")
    dtype = _TYPES[kind]
    place = TensorPlace(dtype, shape, contiguous_stride(shape), block=Block(data + begin, end - begin))
    if place.elements * ITEM_BYTES[dtype] != end - begin:
        raise ModelRefused(ModelTrouble.DAMAGED, name, f"{tensor}: its shape and its bytes disagree")
    return place


def _wholes(value: object) -> tuple[int, ...] | None:
    """Whole numbers of which none is negative; None for anything else."""
    if not isinstance(value, list) or not all(type(each) is int and 0 <= each <= LONGEST_SIDE for each in value):
        return None
    return tuple(value)


def _require_apart(places: Mapping[str, TensorPlace], name: str) -> None:
    end = 0
    blocks = (place.block for place in places.values() if place.block is not None and place.block.bytes)
    for block in sorted(blocks, key=lambda block: block.start):
        if block.start < end:
            raise ModelRefused(ModelTrouble.DAMAGED, name, "two of its tensors lie in the same place")
        end = block.start + block.bytes
