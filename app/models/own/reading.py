"""Opens a file of weights as data, whatever its name ends with; nothing in it is ever run. Nothing here needs torch.

What is read at first is small: the list of an archive and the pickle in it, or the header of a safetensors file. Where
each tensor lies is checked against the size of the file; `loading` reads only those that are wanted.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.models.own.archives import stored_entries
from app.models.own.contents import (
    ITEM_BYTES,
    LONGEST_SIDE,
    MOST_DIMENSIONS,
    Block,
    Contents,
    TensorPlace,
    reach,
)
from app.models.own.conversion import conversion
from app.models.own.legacy import read_legacy
from app.models.own.other_formats import format_of
from app.models.own.pickle_names import is_of_a_network
from app.models.own.pickle_records import PickleError, StorageRecord, TensorRecord
from app.models.own.pickles import MOST_BYTES, Pickle, read_pickle
from app.models.own.safetensors_header import looks_like_safetensors, read_header
from app.models.own.trouble import ModelRefused, ModelTrouble

_DEEPEST = 8  # dictionaries and lists within each other in which tensors are looked for
_MOST_ITEMS = 1_000_000  # entries that are looked at
_EXPORTED = frozenset(("archive_format", "serialized_exported_program.json"))


def open_weights(path: Path) -> Contents:
    """What a file of weights holds: `.pth .pt .bin .ckpt .safetensors`, told by its content.

    Raises:
        ModelRefused: it cannot be opened, is something else, is damaged, or would have to run code.
    """
    with opened(path) as (file, size):
        start = file.read(512)
        if start.startswith(b"PK\x03\x04"):
            return Contents(path, size, _in_archive(file, size, path))
        if start.startswith(b"\x80"):
            return Contents(path, size, _in_legacy(file, size, path))
        if looks_like_safetensors(start):
            places, metadata = read_header(file, size, path.name)
            return Contents(path, size, places, metadata)
    raise ModelRefused(ModelTrouble.NOT_WEIGHTS, path.name, format_of(start))


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """A file that is nothing but a file, and its size; a pipe or a device is never waited for.

    Raises:
        ModelRefused: NO_FILE, UNREADABLE.
    """
    try:
        file = open(path, "rb", opener=_without_waiting)  # noqa: SIM115 - closed below
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ModelRefused(ModelTrouble.NO_FILE, str(path)) from error
    except (OSError, ValueError) as error:
        raise ModelRefused(ModelTrouble.UNREADABLE, str(path), getattr(error, "strerror", None) or "") from error
    with file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise ModelRefused(ModelTrouble.UNREADABLE, str(path), "it is no ordinary file")
        try:
            yield file, status.st_size
        except OSError as error:
            raise ModelRefused(ModelTrouble.UNREADABLE, str(path), error.strerror or "") from error


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))


def _in_archive(file: BinaryIO, size: int, path: Path) -> object:
    """The content of what `torch.save` writes since torch 1.6: an archive of a pickle and a file for each storage."""
    entries = stored_entries(file, size, path.name, lambda names: _require_data_only(names, path))
    pickles = [name for name in entries if name.endswith("/data.pkl") and name.count("/") == 1]
    if len(pickles) != 1:
        detail = "it is a model of Whatsit; import it" if "model.json" in entries else "an archive of something else"
        raise ModelRefused(ModelTrouble.NOT_WEIGHTS, path.name, detail)
    folder = pickles[0].removesuffix("data.pkl")
    if (order := entries.get(f"{folder}byteorder")) and read_block(file, order, path) != b"little":
        raise ModelRefused(ModelTrouble.NOT_WEIGHTS, path.name, "its numbers are in the order of another machine")
    pickle = _read(_small_block(file, entries[pickles[0]], path), path)
    blocks = {name.removeprefix(f"{folder}data/"): block for name, block in entries.items()}
    return _placed(pickle.content, blocks, path)


def _require_data_only(names: Collection[str], path: Path) -> None:
    """Raises ModelRefused where the archive is a program."""
    found = {name.partition("/")[2] for name in names} | set(names)
    if "constants.pkl" in found or any(name.startswith("code/") for name in found):
        raise ModelRefused(ModelTrouble.TORCHSCRIPT, path.name, lines=conversion(ModelTrouble.TORCHSCRIPT, path))
    if found & _EXPORTED or any(name.startswith("models/") for name in found):
        raise ModelRefused(ModelTrouble.EXPORTED, path.name, lines=conversion(ModelTrouble.EXPORTED, path))


def _in_legacy(file: BinaryIO, size: int, path: Path) -> object:
    """The content of what older versions of torch write."""
    file.seek(0)
    start = file.read(min(size, MOST_BYTES))
    try:
        pickle, blocks = read_legacy(start, file, size)
    except PickleError as error:
        raise ModelRefused(ModelTrouble.DAMAGED, path.name, str(error)) from error
    return _placed(_known(pickle, path).content, blocks, path)


def _read(data: bytes, path: Path) -> Pickle:
    try:
        return _known(read_pickle(data), path)
    except PickleError as error:
        raise ModelRefused(ModelTrouble.DAMAGED, path.name, str(error)) from error


def _known(pickle: Pickle, path: Path) -> Pickle:
    """The pickle; raises ModelRefused where it mentions a program."""
    if not pickle.unknown:
        return pickle
    whole = any(map(is_of_a_network, pickle.unknown))
    trouble = ModelTrouble.PICKLED_NETWORK if whole else ModelTrouble.CODE
    some = ", ".join(pickle.unknown[:3]) + (", …" if len(pickle.unknown) > 3 else "")
    raise ModelRefused(trouble, path.name, some, conversion(trouble, path))


def read_block(file: BinaryIO, block: Block, path: Path) -> bytes:
    """The bytes of a block.

    Raises:
        ModelRefused: DAMAGED where they are fewer, or others than the file says.
        MemoryError: there is no room for them.
    """
    file.seek(block.start)
    data = file.read(block.bytes)
    if len(data) != block.bytes or (block.crc is not None and zlib.crc32(data) != block.crc):
        raise ModelRefused(ModelTrouble.DAMAGED, path.name, "some of its bytes are not what they were")
    return data


def _small_block(file: BinaryIO, block: Block, path: Path) -> bytes:
    if block.bytes > MOST_BYTES:
        raise ModelRefused(ModelTrouble.DAMAGED, path.name, "its list of tensors is larger than any network needs")
    return read_block(file, block, path)


def _placed(content: object, blocks: Mapping[str, Block], path: Path) -> object:
    """The content with places in the file instead of what the pickle says of its tensors.

    What is nested too deep for a checkpoint, or occurs in itself, is left out.
    """
    left = [_MOST_ITEMS]
    known: dict[int, TensorPlace] = {}

    def placed(value: object, depth: int) -> object:
        left[0] -= 1
        if isinstance(value, TensorRecord):
            if id(value) not in known:
                known[id(value)] = _place(value, blocks, path)
            return known[id(value)]
        if isinstance(value, dict | list | tuple):
            return inside(value, depth + 1) if depth < _DEEPEST and left[0] > 0 else None
        return value

    def inside(value: dict[object, object] | list[object] | tuple[object, ...], depth: int) -> object:
        if isinstance(value, dict):
            return {key: placed(each, depth) for key, each in value.items() if left[0] > 0}
        return [placed(each, depth) for each in value if left[0] > 0]

    return placed(content, 0)


def _place(record: TensorRecord, blocks: Mapping[str, Block], path: Path) -> TensorPlace:
    if record.oddity:
        return TensorPlace("", (), oddity=record.oddity)
    shape, stride = _wholes(record.shape), _wholes(record.stride)
    storage, offset = record.storage, record.offset
    if not isinstance(storage, StorageRecord) or not isinstance(offset, int) or not 0 <= offset <= LONGEST_SIDE:
        raise ModelRefused(ModelTrouble.DAMAGED, path.name, "one of its tensors has no numbers")
    if shape is None or stride is None or len(shape) != len(stride):
        raise ModelRefused(ModelTrouble.DAMAGED, path.name, "one of its tensors has an impossible shape")
    if record.dtype not in ITEM_BYTES:
        return TensorPlace(record.dtype, shape, oddity=f"has numbers of the type {record.dtype}")
    block = blocks.get(storage.key)
    if block is None:
        raise ModelRefused(ModelTrouble.DAMAGED, path.name, "the numbers of one of its tensors are missing")
    place = TensorPlace(record.dtype, shape, stride, offset, block)
    if max(reach(place), place.elements) * ITEM_BYTES[record.dtype] > block.bytes:
        raise ModelRefused(ModelTrouble.DAMAGED, path.name, "one of its tensors claims more numbers than there are")
    return place


def _wholes(value: object) -> tuple[int, ...] | None:
    if not isinstance(value, list | tuple) or len(value) > MOST_DIMENSIONS:
        return None
    sides = tuple(side for side in value if isinstance(side, int) and 0 <= side <= LONGEST_SIDE)
    return sides if len(sides) == len(value) else None
