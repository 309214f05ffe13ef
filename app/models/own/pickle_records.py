"""What a pickle says of tensors, storages and objects, before anything of it is believed."""

from __future__ import annotations

from dataclasses import dataclass

from app.models.own.pickle_names import STORAGE_MODULES, STORAGES


class PickleError(ValueError):
    """A pickle that is damaged, or that means what no checkpoint means."""


@dataclass(frozen=True, slots=True)
class StorageRecord:
    """Where a pickle says that the numbers of tensors are.

    Attributes:
        key: name of the storage in the file.
        dtype: torch's name of the type; "" where only its tensors know.
        elements: how many numbers it holds (bytes where the type is not known).
    """

    key: str
    dtype: str
    elements: int


@dataclass(frozen=True, slots=True)
class TensorRecord:
    """What a pickle says of a tensor; nothing is checked yet.

    Attributes:
        oddity: why it can be no weight, or "": then the rest holds what its function was to be called with.
    """

    storage: object = None
    offset: object = 0
    shape: object = ()
    stride: object = ()
    dtype: str = ""
    oddity: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A class or a function that a pickle mentions."""

    text: str


class Namespace(dict[object, object]):
    """An object that is nothing but its attributes."""


def storage_of(pid: object) -> StorageRecord:
    """What a reference to something outside of the pickle means: ("storage", type, key, place, elements, …).

    Raises:
        PickleError: it is no storage.
    """
    if not isinstance(pid, tuple) or len(pid) < 5 or pid[0] not in ("storage", b"storage"):
        raise PickleError("it refers to something that is no storage")
    kind, key, elements = pid[1], pid[2], pid[4]
    if not (isinstance(kind, Name) and isinstance(key, str) and isinstance(elements, int)):
        raise PickleError("one of its storages is none")
    module, _, last = kind.text.rpartition(".")
    if module not in STORAGE_MODULES or last not in STORAGES or (len(pid) > 5 and pid[5] is not None):
        raise PickleError("one of its storages is of an unknown kind")
    return StorageRecord(key, STORAGES[last], elements)


def tensor_of(type_at: int | None, arguments: tuple[object, ...]) -> TensorRecord:
    """What the arguments of a function that rebuilds a tensor say; `type_at` is where among them its type stands."""
    storage, offset, shape, stride = arguments[:4]
    kind = arguments[type_at] if type_at is not None else None
    dtype = kind.text.removeprefix("torch.") if isinstance(kind, Name) else ""
    if not dtype and isinstance(storage, StorageRecord):
        dtype = storage.dtype
    return TensorRecord(storage, offset, shape, stride, dtype)
