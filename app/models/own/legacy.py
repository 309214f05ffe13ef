"""What torch wrote before 1.6, and still writes on demand: five pickles in a row, then the numbers.

The pickles are a magic number, the version, the sizes of the writer's numbers, the object, and the keys of the storages
in the order in which they follow; each storage is eight bytes of length, in elements, and its numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from app.models.own.contents import ITEM_BYTES, Block
from app.models.own.pickle_records import PickleError, StorageRecord, TensorRecord
from app.models.own.pickles import Pickle, read_pickle

_MAGIC = "0x1950a86a20f9469cfc6c"
_MAGIC_PICKLE = (b"\x80\x02\x8a\n", bytes.fromhex(_MAGIC[2:])[::-1] + b".")
_VERSION = 1001
_FEW = 1_000  # steps of a pickle that holds a number or a few, not the object
_MOST_KEYS = 200_000  # steps of the list of storages; three for each
_OTHER_BYTES = {"complex64": 8, "complex128": 16, "complex32": 4, "qint8": 1, "quint8": 1, "qint32": 4}


def is_legacy(start: bytes) -> bool:
    """Whether a file begins as such files do."""
    return b"".join(_MAGIC_PICKLE) in start[:32]


def read_legacy(start: bytes, file: BinaryIO, size: int) -> tuple[Pickle, Mapping[str, Block]]:
    """The object, and where the numbers of each storage lie.

    Args:
        start: the first bytes of the file, all pickles among them.
        file: the file, open.
        size: its bytes.

    Raises:
        PickleError: it is damaged.
    """
    if not is_legacy(start):
        return read_pickle(start), {}
    magic = read_pickle(start, 0, _FEW)
    version = read_pickle(start, magic.end, _FEW)
    machine = read_pickle(start, version.end, _FEW)
    if version.content != _VERSION or not _is_ours(machine.content):
        raise PickleError("it was written by an unknown version or on another kind of machine")
    pickle = read_pickle(start, machine.end)
    keys = read_pickle(start, pickle.end, _MOST_KEYS)
    if pickle.unknown:  # it is refused, and what follows does not matter
        return pickle, {}
    return pickle, dict(_blocks(keys, _types(pickle.content), file, size))


def _is_ours(machine: object) -> bool:
    return isinstance(machine, dict) and machine.get("little_endian") is True


def _types(content: object) -> dict[str, str]:
    """The type of each storage that a tensor uses, by its key."""
    found: dict[str, str] = {}
    seen: set[int] = set()
    waiting = [content]
    while waiting:
        value = waiting.pop()
        if id(value) in seen:
            continue
        if isinstance(value, TensorRecord):
            value = value.storage
        if isinstance(value, StorageRecord):
            found[value.key] = value.dtype
        elif isinstance(value, dict | list | tuple):
            seen.add(id(value))
            waiting.extend(value.values() if isinstance(value, dict) else value)
    return found


def _blocks(keys: Pickle, types: Mapping[str, str], file: BinaryIO, size: int) -> Iterator[tuple[str, Block]]:
    if not isinstance(keys.content, list):
        raise PickleError("its list of storages is missing")
    at = keys.end
    for key in keys.content:
        file.seek(at)
        elements = int.from_bytes(file.read(8), "little", signed=True)
        item = ITEM_BYTES.get(types.get(str(key), ""), 0) or _OTHER_BYTES.get(types.get(str(key), ""), 0)
        if not item or elements < 0 or at + 8 + elements * item > size:
            raise PickleError("it is cut off")
        yield str(key), Block(at + 8, elements * item)
        at += 8 + elements * item
