"""A frame that an HEVC stream announces is known wherever it is announced."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.images.decode import open_picture
from app.images.hevc import announced_sizes
from app.images.picture import Picture
from app.values import Failed, ImageRef, Limits, Reason


def golomb(value: int) -> str:
    digits = f"{value + 1:b}"
    return "0" * (len(digits) - 1) + digits


def sequence_set(width: int, height: int, layers: int = 0, chroma: int = 1) -> bytes:
    """The start of a sequence parameter set; one of each two temporal layers below the highest has a profile."""
    below = "".join(f"{n & 1}1" for n in range(layers)) + ("00" * (8 - layers) if layers else "")
    below += "".join("1" * 88 * (n & 1) + "0" * 8 for n in range(layers))
    bits = f"0000{layers:03b}1" + "01" * 44 + "0" * 8 + below + golomb(0) + golomb(chroma)
    bits += "0" * (chroma == 3) + golomb(width) + golomb(height) + "1"
    bits += "0" * (-len(bits) % 8)
    return b"\x42\x01" + escaped(int(bits, 2).to_bytes(len(bits) // 8, "big"))


def escaped(data: bytes) -> bytes:
    """With a 3 wherever two zeros stand before something up to 3 (7.3.1.1)."""
    out, zeros = bytearray(), 0
    for byte in data:
        if zeros >= 2 and byte <= 3:
            out.append(3)
            zeros = 0
        out.append(byte)
        zeros = 0 if byte else zeros + 1
    return bytes(out)


@pytest.mark.parametrize("size", [(1, 1), (96, 64), (4032, 3024), (65_535, 65_535)])
@pytest.mark.parametrize(("layers", "chroma"), [(0, 1), (0, 3), (1, 1), (6, 1)])
def test_the_size_is_found_wherever_it_stands(size, layers, chroma):
    assert list(announced_sizes(b"abc" + unit(sequence_set(*size, layers, chroma)))) == [size]


@pytest.mark.parametrize("width", [1, 2, 4])
def test_lengths_are_as_wide_as_the_header_says(width):
    header = b"hvcC" + bytes(21) + bytes([0xFC | width - 1])
    assert list(announced_sizes(header + unit(sequence_set(96, 64), width))) == [(96, 64)]
    assert list(announced_sizes(header + bytes(width) + sequence_set(96, 64) + bytes(9))) == [], "of no length"


def test_a_length_that_leaves_the_file_is_none():
    assert list(announced_sizes(unit(sequence_set(96, 64))[:-1])) == []


def unit(data: bytes, width: int = 4) -> bytes:
    """With its length before it, as it stands in a file (ISO 14496-15, 4.3.3)."""
    data += bytes(9)
    return len(data).to_bytes(width, "big") + data


def test_a_picture_that_announces_too_much_is_refused(samples):
    """The decoder would take 800 MB for a set of 60,000 x 60,000 among the pixels, and refuse it then."""
    for size, expected in (((96, 64), Picture), ((60_000, 60_000), Failed)):
        ref = ImageRef(Path("a.heic"), samples["heic"].data + unit(sequence_set(*size)))
        with open_picture(ref, Limits()) as outcome:
            assert isinstance(outcome, expected)
    assert outcome.reason is Reason.TOO_LARGE


def test_a_stump_announces_nothing():
    assert list(announced_sizes(b"\0\0\0\x14" + sequence_set(96, 64)[:-4])) == []


def test_noise_announces_nothing_large():
    """Of the 1,700 places in it that look like a set, next to none has something like a length before it."""
    noise = random.Random(1).randbytes(16_000_000)
    assert len(list(announced_sizes(noise))) < 30


def test_endless_repetition_is_refused_at_once():
    with pytest.raises(ValueError, match="repeats"):
        list(announced_sizes(unit(sequence_set(96, 64)) * 100_000))
