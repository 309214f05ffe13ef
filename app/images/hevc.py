"""How large the frames of an HEVC stream are, by its sequence parameter sets (ITU-T H.265, 7.3.2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

_SEQUENCE_SET = re.compile(rb"\x42[\x01-\x07]")  # unit type 33 of the base layer, any temporal layer
_CONFIGURATION = re.compile(b"hvcC")
_SHORTEST = 16  # bytes, in which no parameter set says less
_LONGEST = 256  # more than what stands before the size


def announced_sizes(data: bytes) -> Iterator[tuple[int, int]]:
    """Width and height in pixels of all that looks like a sequence parameter set among the pixels of a HEIF.

    A unit has its length before it, in as many bytes as the header says. In noise two bytes look like a parameter set
    every 9,400 bytes, and four more before them like a length that lies inside a file of 10 MB once in 430 times; what
    they then announce is more than 75 megapixels once in four million times.

    Raises:
        ValueError: there are more than chance and good files can explain.
    """
    width = _width_of_lengths(data)
    found = (each for each in _SEQUENCE_SET.finditer(data) if _has_length(data, each.start(), width))
    for number, each in enumerate(found):
        if number > 1000 + len(data) // 4096:
            raise ValueError("it repeats its header")
        with suppress(IndexError):
            yield _size(_Bits(data[each.end() : each.end() + _LONGEST].replace(b"\0\0\3", b"\0\0")))


def _width_of_lengths(data: bytes) -> int:
    """In how many bytes the lengths of units are written (ISO 14496-15, 8.3.3: the least of all configurations)."""
    starts = islice(_CONFIGURATION.finditer(data), 100)
    return min((1 + (data[at] & 3) for each in starts if (at := each.end() + 21) < len(data)), default=4)


def _has_length(data: bytes, at: int, width: int) -> bool:
    return _SHORTEST <= int.from_bytes(data[max(0, at - width) : at], "big") <= len(data) - at


def _size(bits: _Bits) -> tuple[int, int]:
    bits.take(4)
    layers = bits.take(3)
    bits.take(1 + 88 + 8)
    _pass_sub_layers(bits, layers)
    bits.golomb()
    chroma = bits.golomb()
    if chroma > 3:
        raise IndexError("there is no such sampling")
    bits.take(chroma == 3)
    return bits.golomb(), bits.golomb()


def _pass_sub_layers(bits: _Bits, layers: int) -> None:
    """Profile and level of the temporal layers below the highest (7.3.3)."""
    present = [(bits.take(1), bits.take(1)) for _ in range(layers)]
    bits.take(2 * (8 - layers) if layers else 0)
    for has_profile, has_level in present:
        bits.take(88 * has_profile + 8 * has_level)


class _Bits:
    """Bits from the highest to the lowest; those that are not there raise `IndexError`."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def take(self, count: int) -> int:
        """The next bits as one number."""
        value = 0
        for at in range(self._at, self._at + count):
            value = value << 1 | self._data[at >> 3] >> (7 - (at & 7)) & 1
        self._at += count
        return value

    def golomb(self) -> int:
        """A number of as many bits as there are zeros before it, and one (9.2)."""
        zeros = 0
        while not self.take(1):
            zeros += 1
        return (1 << zeros | self.take(zeros)) - 1
