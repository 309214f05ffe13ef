"""Reads the pickles of checkpoints as data: an interpreter that has no way to call anything.

`torch.load(weights_only=True)` calls what is on its list, and what is on it can be made to fill the memory
(`bytearray(10**12)`, a chain of encodings) or has crashed. Here a name stays a name: the opcodes of a pickle
(https://docs.python.org/3/library/pickletools.html) build dictionaries, lists, texts and numbers, a call of one of the
few functions that rebuild a tensor becomes a `TensorRecord`, and every other call becomes nothing.
"""

from __future__ import annotations

import pickletools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from app.models.own.pickle_names import (
    DENSE,
    DICTIONARIES,
    LISTS,
    NAMESPACES,
    ODD_TENSORS,
    RETYPED,
    WRAPPED,
    is_known,
)
from app.models.own.pickle_records import Name, Namespace, PickleError, TensorRecord, storage_of, tensor_of

MOST_BYTES = 32 << 20  # of a pickle without its numbers; that of a network of 3,000 tensors takes 0.4 MB
MOST_WORK = 2_000_000  # opcodes and the items they move; the same network takes 0.1 million with its optimiser
_LARGEST_NUMBER = 1 << 63


class _Mark:
    """Where a row of items begins on the stack."""


@dataclass(slots=True)
class Pickle:
    """What was read.

    Attributes:
        content: the object.
        end: position behind the pickle.
        unknown: names that no checkpoint needs, in order.
    """

    content: object
    end: int
    unknown: tuple[str, ...]


def read_pickle(data: bytes, start: int = 0, most: int = MOST_WORK) -> Pickle:
    """The pickle that begins at `start`.

    Raises:
        PickleError: it is damaged, or takes more than `most` steps.
    """
    return _Reader(data, start, most).read()


@dataclass(slots=True)
class _Reader:
    data: bytes
    start: int
    most: int
    stack: list[object] = field(default_factory=list)
    memo: dict[int, object] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)
    work: int = 0

    def read(self) -> Pickle:
        file = BytesIO(self.data)
        file.seek(self.start)
        try:
            for opcode, argument, _ in pickletools.genops(file):
                self._charge(1)
                if opcode.name == "STOP":
                    return Pickle(self._pop(), file.tell(), tuple(self.unknown))
                self._step(opcode.name, argument)
        except PickleError:
            raise
        except (ValueError, IndexError, KeyError, TypeError, OverflowError, RecursionError) as error:
            raise PickleError("it is cut off or damaged") from error
        raise PickleError("it is cut off")

    def _step(self, name: str, argument: object) -> None:
        if name in _PUSHES:
            self.stack.append(_plain(argument))
        elif name in _EMPTY:
            self.stack.append(_EMPTY[name]())
        elif name in _STEPS:
            _STEPS[name](self, argument)
        elif name not in ("PROTO", "FRAME"):
            raise PickleError(f"it uses {name}, which no checkpoint needs")

    def _charge(self, amount: int) -> None:
        self.work += amount
        if self.work > self.most:
            raise PickleError("it takes more steps than any checkpoint needs")

    def _pop(self) -> object:
        item = self.stack.pop()
        if item is _Mark:
            raise PickleError("it is damaged")
        return item

    def _items(self) -> list[object]:
        """All above the last mark, which goes too."""
        index = len(self.stack) - 1
        while self.stack[index] is not _Mark:
            index -= 1
            if index < 0:
                raise PickleError("it is damaged")
        items = self.stack[index + 1 :]
        del self.stack[index:]
        self._charge(len(items))
        return items

    def mark(self, _argument: object) -> None:
        self.stack.append(_Mark)

    def pop(self, _argument: object) -> None:
        self.stack.pop()

    def pop_mark(self, _argument: object) -> None:
        self._items()

    def duplicate(self, _argument: object) -> None:
        self.stack.append(self.stack[-1])

    def put(self, argument: object) -> None:
        index = len(self.memo) if argument is None else argument
        if not isinstance(index, int):
            raise PickleError("it is damaged")
        self.memo[index] = self.stack[-1]

    def get(self, argument: object) -> None:
        self.stack.append(self.memo[argument])  # type: ignore[index]

    def true(self, _argument: object) -> None:
        self.stack.append(True)

    def false(self, _argument: object) -> None:
        self.stack.append(False)

    def gather_tuple(self, _argument: object) -> None:
        self.stack.append(tuple(self._items()))

    def gather_list(self, _argument: object) -> None:
        self.stack.append(self._items())

    def gather_dict(self, _argument: object) -> None:
        target: dict[object, object] = {}
        _set_items(target, self._items())
        self.stack.append(target)

    def tuple1(self, _argument: object) -> None:
        self.stack.append((self._pop(),))

    def tuple2(self, _argument: object) -> None:
        last, first = self._pop(), self._pop()
        self.stack.append((first, last))

    def tuple3(self, _argument: object) -> None:
        last, middle, first = self._pop(), self._pop(), self._pop()
        self.stack.append((first, middle, last))

    def append(self, _argument: object) -> None:
        self._extend([self._pop()])

    def appends(self, _argument: object) -> None:
        self._extend(self._items())

    def _extend(self, items: list[object]) -> None:
        target = self.stack[-1]
        if isinstance(target, list):
            target.extend(items)
        elif target is not None:
            raise PickleError("it is damaged")

    def set_item(self, _argument: object) -> None:
        value, key = self._pop(), self._pop()
        _set_items(self.stack[-1], [key, value])

    def set_items(self, _argument: object) -> None:
        items = self._items()
        _set_items(self.stack[-1], items)

    def name(self, argument: object) -> None:
        self._mention(str(argument).replace(" ", "."))

    def stack_name(self, _argument: object) -> None:
        last, module = self._pop(), self._pop()
        if not (isinstance(last, str) and isinstance(module, str)):
            raise PickleError("it is damaged")
        self._mention(f"{module}.{last}")

    def _mention(self, name: str) -> None:
        if name.startswith("__builtin__."):  # Python 2's
            name = name.replace("__builtin__", "builtins", 1)
        if not is_known(name):
            self.unknown[name[:200]] = None
        self.stack.append(Name(name))

    def persistent(self, _argument: object) -> None:
        self.stack.append(storage_of(self._pop()))

    def call(self, _argument: object) -> None:
        arguments, function = self._pop(), self._pop()
        self.stack.append(self._made(function, arguments if isinstance(arguments, tuple) else ()))

    def call_with_names(self, _argument: object) -> None:
        self._pop()
        self.call(None)

    def build(self, _argument: object) -> None:
        """The state of an object: only that of a namespace is of use; `_metadata` of a state dict is not."""
        state = self._pop()
        target = self.stack[-1]
        if isinstance(target, Namespace) and isinstance(state, dict):
            self._charge(len(state))
            target.update(state)

    def _made(self, function: object, arguments: tuple[object, ...]) -> object:
        name = function.text if isinstance(function, Name) else ""
        if name in DENSE:
            return tensor_of(DENSE[name], arguments)
        if name in ODD_TENSORS:
            return TensorRecord(oddity=ODD_TENSORS[name])
        if name in WRAPPED:
            return arguments[0]
        if name == RETYPED:
            inner = arguments[2]
            return self._made(arguments[0], inner if isinstance(inner, tuple) else ())
        if name in DICTIONARIES:
            return self._dictionary(arguments)
        if name in NAMESPACES or (name == "copyreg._reconstructor" and _is_namespace(arguments)):
            return Namespace()
        if name in LISTS:
            return self._list(arguments)
        return None

    def _dictionary(self, arguments: tuple[object, ...]) -> dict[object, object]:
        """`OrderedDict([(key, value), …])` of old pickles; a mere dictionary of every other."""
        target: dict[object, object] = {}
        pairs = arguments[0] if arguments else None
        for pair in pairs if isinstance(pairs, list) else ():
            self._charge(1)
            if isinstance(pair, list | tuple) and len(pair) == 2:
                _set_items(target, list(pair))
        return target

    def _list(self, arguments: tuple[object, ...]) -> object:
        items = arguments[0] if arguments else ()
        if not isinstance(items, list | tuple):
            return None
        self._charge(len(items))
        return list(items)


def _plain(argument: object) -> object:
    """Numbers beyond 64 bits are of no use, and slow to print."""
    return None if isinstance(argument, int) and abs(argument) >= _LARGEST_NUMBER else argument


def _set_items(target: object, items: list[object]) -> None:
    """Keys other than texts and small numbers are left out: nothing of use has them, and some take for ever to hash."""
    if target is None:
        return
    if not isinstance(target, dict) or len(items) % 2:
        raise PickleError("it is damaged")
    for key, value in zip(items[::2], items[1::2], strict=True):
        if isinstance(key, str) or (isinstance(key, int) and abs(key) < 1 << 48):
            target[key] = value


def _is_namespace(arguments: tuple[object, ...]) -> bool:
    return bool(arguments) and isinstance(arguments[0], Name) and arguments[0].text in NAMESPACES


_PUSHES = frozenset(
    (
        "BINBYTES",
        "BINBYTES8",
        "BINFLOAT",
        "BININT",
        "BININT1",
        "BININT2",
        "BINSTRING",
        "BINUNICODE",
        "BINUNICODE8",
        "BYTEARRAY8",
        "FLOAT",
        "INT",
        "LONG",
        "LONG1",
        "LONG4",
        "NONE",
        "SHORT_BINBYTES",
        "SHORT_BINSTRING",
        "SHORT_BINUNICODE",
        "STRING",
        "UNICODE",
    )
)
_EMPTY: Mapping[str, Callable[[], object]] = {
    "EMPTY_DICT": dict,
    "EMPTY_LIST": list,
    "EMPTY_SET": list,
    "EMPTY_TUPLE": tuple,
}
_STEPS: Mapping[str, Callable[[_Reader, object], None]] = {
    "ADDITEMS": _Reader.appends,
    "APPEND": _Reader.append,
    "APPENDS": _Reader.appends,
    "BINGET": _Reader.get,
    "BINPERSID": _Reader.persistent,
    "BINPUT": _Reader.put,
    "BUILD": _Reader.build,
    "DICT": _Reader.gather_dict,
    "DUP": _Reader.duplicate,
    "FROZENSET": _Reader.gather_list,
    "GET": _Reader.get,
    "GLOBAL": _Reader.name,
    "LIST": _Reader.gather_list,
    "LONG_BINGET": _Reader.get,
    "LONG_BINPUT": _Reader.put,
    "MARK": _Reader.mark,
    "MEMOIZE": _Reader.put,
    "NEWFALSE": _Reader.false,
    "NEWOBJ": _Reader.call,
    "NEWOBJ_EX": _Reader.call_with_names,
    "NEWTRUE": _Reader.true,
    "POP": _Reader.pop,
    "POP_MARK": _Reader.pop_mark,
    "PUT": _Reader.put,
    "REDUCE": _Reader.call,
    "SETITEM": _Reader.set_item,
    "SETITEMS": _Reader.set_items,
    "STACK_GLOBAL": _Reader.stack_name,
    "TUPLE": _Reader.gather_tuple,
    "TUPLE1": _Reader.tuple1,
    "TUPLE2": _Reader.tuple2,
    "TUPLE3": _Reader.tuple3,
}
