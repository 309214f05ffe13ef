"""Find a file of weights, prove that it is the right one, and only then let torch read it.

`torch.load` accepts a file with flipped bits without complaint, so the digest of the whole file is checked at every
load, on the very bytes that torch then reads. Whatever is wrong is said in our own words: torch's suggest loading
unsafely. torch is imported only once the bytes are proved.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.files.ordinary import open_ordinary
from app.models.own.loading import free_memory
from app.steps import JobFailure, Trouble
from app.values import WeightsFile

if TYPE_CHECKING:
    from torch import Tensor


def load_weights(weights: WeightsFile) -> dict[str, Tensor]:
    """The state dict of a file of weights: dense, finite tensors on the CPU, by name.

    Raises:
        JobFailure: WEIGHTS_MISSING or WEIGHTS_DAMAGED for what came with the program, else MODEL_GONE or MODEL_DAMAGED.
        MemoryError: there is no room for it.
    """
    return read_tensors(proved_bytes(weights_path(weights), weights), weights)


def weights_path(weights: WeightsFile) -> Path:
    """Where the file lies, found without running any code of its package.

    Raises:
        JobFailure: WEIGHTS_MISSING, also where a folder on the way may not be searched, or MODEL_GONE.
    """
    if weights.path is None:
        return _packaged_path(weights)
    if not _is_file(weights.path, weights):
        raise _missing(weights, str(weights.path))
    return weights.path


def _packaged_path(weights: WeightsFile) -> Path:
    try:
        package = find_spec(weights.package)
    except ValueError:  # a module of that name was put together by hand and has no spec
        package = None
    folders = list(package.submodule_search_locations or ()) if package else []
    paths = (Path(folder, *weights.name.split("/")) for folder in folders)
    found = next((path for path in paths if _is_file(path, weights)), None)
    if found is None:
        about = "the file is not in its package" if folders else "the package is not installed"
        raise _missing(weights, weights.package, about)
    return found


def _is_file(path: Path, weights: WeightsFile) -> bool:
    """Raises JobFailure where that cannot be told."""
    try:
        return path.is_file()
    except OSError as error:
        raise _unreadable(path, weights, error) from error


def _missing(weights: WeightsFile, subject: str, detail: str = "") -> JobFailure:
    return JobFailure(Trouble.WEIGHTS_MISSING if weights.path is None else Trouble.MODEL_GONE, subject, detail)


def _unreadable(path: Path, weights: WeightsFile, error: OSError) -> JobFailure:
    return _missing(weights, str(path), f"it cannot be read: {error.strerror or error}")


def _damaged(weights: WeightsFile, detail: str) -> JobFailure:
    """Also of a file that is something else."""
    trouble = Trouble.WEIGHTS_DAMAGED if weights.path is None else Trouble.MODEL_DAMAGED
    return JobFailure(trouble, weights.name.rpartition("/")[2], detail)


def proved_bytes(path: Path, weights: WeightsFile) -> bytes:
    """The content of `path`, read once and proved to be what `weights` says.

    Raises:
        JobFailure: as `load_weights`: it cannot be opened, or is anything else.
        MemoryError: there is no room for it.
    """
    try:
        file = open_ordinary(path)
    except OSError as error:
        raise _unreadable(path, weights, error) from error
    with file:
        try:
            data = _content(file, weights)
        except OSError as error:
            raise _damaged(weights, error.strerror or "") from error
    if len(data) != weights.bytes:
        raise _damaged(weights, f"its size is not {weights.bytes:,} bytes")
    if hashlib.sha256(data).hexdigest() != weights.sha256:
        raise _damaged(weights, "its SHA-256 is not the right one")
    return data


def _content(file: BinaryIO, weights: WeightsFile) -> bytes:
    """All of a file, or nothing where that is of another size.

    Raises:
        MemoryError: there is no room for it; systems that promise more than they have would kill us in the midst.
    """
    if os.fstat(file.fileno()).st_size != weights.bytes:
        return b""
    free = free_memory()
    if free is not None and weights.bytes > free:
        raise MemoryError
    return file.read(weights.bytes + 1)  # it may have grown


def read_tensors(data: bytes, weights: WeightsFile) -> dict[str, Tensor]:
    """The state dict in bytes that were proved before.

    Args:
        data: a file as `torch.save` or safetensors writes it.
        weights: what to call it when it is refused.

    Raises:
        JobFailure: WEIGHTS_DAMAGED or MODEL_DAMAGED unless it is a mapping of names to dense, strided, finite tensors
            on the CPU.
        MemoryError: there is no room for it.
    """
    from app.models.memory import is_out_of_memory

    try:
        is_plain = weights.name.endswith(".safetensors") or is_safetensors(data)
        state = _safetensors(data) if is_plain else _pickled(data)
    except Exception as error:  # whatever else the reader stumbles over, the file is refused
        if is_out_of_memory(error):
            raise MemoryError from error
        state = None
    if not isinstance(state, Mapping) or not all(isinstance(key, str) for key in state):
        raise _damaged(weights, "it is not a state dict")
    for key, value in state.items():
        if trouble := _tensor_trouble(value):
            raise _damaged(weights, f"{key} {trouble}")
    return {key: value.contiguous() for key, value in state.items()}  # the layout decides the last bits of a sum


def is_safetensors(data: bytes) -> bool:
    """Whether a file begins as safetensors' do: the length of a header, and the header's JSON."""
    return data[8:9] == b"{" and int.from_bytes(data[:8], "little") <= len(data) - 8


def _safetensors(data: bytes) -> object:
    from safetensors.torch import load

    return load(data)


def _pickled(data: bytes) -> object:
    import torch

    return torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)


def _tensor_trouble(value: object) -> str:
    """Why `value` is refused, or "". Order matters: sparse tensors can crash torch when asked for their storage."""
    import torch

    if not isinstance(value, torch.Tensor):
        return "is not a tensor"
    if value.layout is not torch.strided or value.device.type != "cpu" or value.is_quantized:
        return "is not a dense tensor"
    if value.numel() * value.itemsize > value.untyped_storage().nbytes():
        return "is larger than its storage"
    if not bool(value.isfinite().all()):
        return "holds numbers that are not finite"
    return ""
