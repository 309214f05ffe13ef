"""Checkpoints as people save them, and as people who mean harm do."""

from __future__ import annotations

import io
import json
import pickle
import struct
import zipfile
from collections import OrderedDict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn


def saved(content: object, *, legacy: bool = False, protocol: int = 2) -> bytes:
    """As `torch.save` writes it."""
    file = io.BytesIO()
    torch.save(content, file, _use_new_zipfile_serialization=not legacy, pickle_protocol=protocol)
    return file.getvalue()


def small_state() -> dict[str, Tensor]:
    """A state dict that is of no network."""
    state = {"a.weight": torch.arange(6.0).view(2, 3), "a.bias": torch.ones(2), "b.count": torch.tensor(7)}
    return OrderedDict(state)


def safetensors(header: object, data: bytes = b"", length: int | None = None) -> bytes:
    """A file of that format with any header."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + data


def archive(entries: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """A zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as whole:
        for name, data in entries.items():
            whole.writestr(name, data)
    return file.getvalue()


def checkpoint_of(pickled: bytes, **entries: bytes) -> bytes:
    """An archive as `torch.save` writes it, around any pickle."""
    named = {f"x/{name.replace('__', '/')}": data for name, data in entries.items()}
    return archive({"x/data.pkl": pickled, "x/version": b"3\n", **named})


class Runs:
    """A pickle that writes a file when it is loaded."""

    def __init__(self, marker: Path) -> None:
        self._marker = marker

    def __reduce__(self) -> Any:
        return exec, (f"open({str(self._marker)!r}, 'w').close()",)


class Other:
    """Some object of a training script."""


class Net(nn.Module):
    """A network that can be pickled whole."""

    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(3, 2)

    def forward(self, x: Tensor) -> Tensor:
        return self.fc(x)


def storage(key: str = "0", kind: str = "FloatStorage", elements: int = 6) -> bytes:
    """The opcodes that refer to a storage."""
    numbers = pickle.dumps(elements, 2)[2:-1]
    return b"(" + text("storage") + b"ctorch\n" + kind.encode() + b"\n" + text(key) + text("cpu") + numbers + b"tQ"


def tensor(shape: tuple[int, ...], stride: tuple[int, ...], offset: int = 0, **named: Any) -> bytes:
    """The opcodes that rebuild a tensor."""
    numbers = b"".join(_numbers(each) for each in (offset, shape, stride))
    return b"ctorch._utils\n_rebuild_tensor_v2\n(" + storage(**named) + numbers + b"\x89}tR"


def state_pickle(rebuilt: bytes, name: str = "a.weight") -> bytes:
    """A state dict of one tensor."""
    return b"\x80\x02}" + text(name) + rebuilt + b"s."


def text(words: str) -> bytes:
    """The opcode of a text."""
    return b"X" + struct.pack("<I", len(words)) + words.encode()


def _numbers(value: int | tuple[int, ...]) -> bytes:
    if isinstance(value, tuple):
        return b"(" + b"".join(map(_numbers, value)) + b"t"
    return pickle.dumps(value, 2)[2:-1]
