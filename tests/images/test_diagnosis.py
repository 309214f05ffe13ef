"""Exceptions and structures become reasons and words."""

from __future__ import annotations

import io
import struct

import pytest

from app.images import formats
from app.images.diagnosis import refusal_of_decoder, refusal_of_path
from app.values import Reason, Stage


def explained(error, kind=formats.PNG, data=b""):
    refusal = refusal_of_decoder(error, kind, io.BytesIO(data))
    return refusal.stage, refusal.reason, refusal.detail


DECODE = Stage.DECODE


@pytest.mark.parametrize(
    ("error", "reason", "detail"),
    [
        (
            OSError("image file is truncated (9 bytes not processed)"),
            Reason.TRUNCATED,
            "TIFF: the picture's data end early",
        ),
        (OSError("Truncated File Read"), Reason.TRUNCATED, "TIFF: the picture's data end early"),
        (ValueError("Reached EOF while reading header"), Reason.TRUNCATED, "TIFF: Reached EOF while reading header"),
        (OSError("broken data stream when reading image file"), Reason.DAMAGED, "TIFF: broken data stream"),
        (
            OSError("unrecognized data stream contents when reading image file"),
            Reason.DAMAGED,
            "TIFF: unrecognized data stream contents",
        ),
        (OSError("decoder error -2"), Reason.DAMAGED, "TIFF"),
        (SyntaxError("not a TIFF file"), Reason.DAMAGED, "TIFF: its signature is damaged"),
        (SyntaxError("unknown pixel mode"), Reason.UNSUPPORTED, "TIFF: unknown pixel mode"),
        (OSError("Unsupported BMP compression (4)"), Reason.UNSUPPORTED, "TIFF: Unsupported BMP compression (4)"),
        (NotImplementedError("no"), Reason.UNSUPPORTED, "TIFF: no"),
        (
            ValueError("Decompressed data too large for X"),
            Reason.TOO_LARGE,
            "TIFF: a text or colour profile inside is too large",
        ),
        (MemoryError(), Reason.OUT_OF_MEMORY, "TIFF"),
        (OSError("out of memory error when reading image file"), Reason.OUT_OF_MEMORY, "TIFF"),
        (SyntaxError(IndexError("list index out of range")), Reason.DAMAGED, "TIFF"),
        (KeyError(99), Reason.DAMAGED, "TIFF"),
        (TypeError("'NoneType' object is not subscriptable"), Reason.DAMAGED, "TIFF"),
        (struct.error("unpack requires a buffer of 4 bytes"), Reason.DAMAGED, "TIFF"),
        (ValueError("<object at 0x7f>"), Reason.DAMAGED, "TIFF"),
        (ValueError("two\nlines"), Reason.DAMAGED, "TIFF: two lines"),
        (OSError(22, "Invalid argument"), Reason.DAMAGED, "TIFF"),
    ],
)
def test_words_of_decoders(error, reason, detail):
    data = b"II*\0\x08\0\0\0\0\0" + bytes(4)  # whole, with an empty directory
    assert explained(error, formats.TIFF, data) == (DECODE, reason, detail)


def test_a_detail_is_one_short_line():
    detail = explained(ValueError("x" * 5000))[2]
    assert len(detail) <= 200


def test_errors_of_the_system_are_not_the_pictures_fault():
    stage, reason, detail = explained(OSError(5, "whatever"))
    assert (stage, reason) == (Stage.READ, Reason.UNREADABLE)
    assert detail


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (NotADirectoryError(20, "x"), Reason.MISSING),
        (PermissionError(13, "x"), Reason.UNREADABLE),
        (OSError(36, "x"), Reason.UNREADABLE),
        (ValueError("embedded null byte"), Reason.MISSING),
    ],
)
def test_paths(error, reason):
    refusal = refusal_of_path(error, Stage.FIND)
    assert (refusal.stage, refusal.reason) == (Stage.FIND, reason)
    assert refusal.detail


def test_a_missing_file_is_not_said_twice():
    assert refusal_of_path(FileNotFoundError(2, "x"), Stage.READ).detail == ""
