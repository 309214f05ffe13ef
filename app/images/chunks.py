"""The parts that files are made of: chunks of PNG and RIFF, boxes of ISO base media and JPEG 2000."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from app.images.costs import require_count

MOST_PARTS = 100_000


class Part(NamedTuple):
    """The name of a part, where it starts, where its data start, and where the next one starts."""

    name: bytes
    start: int
    data: int
    end: int


def png_chunks(file: BinaryIO, at: int = 0) -> Iterator[Part]:
    """Chunks of the PNG that starts here, up to IEND or the end of the file (ISO 15948, 5.3)."""
    at += 8
    while len(head := _read(file, at, 8)) == 8:
        part = Part(head[4:], at, at + 8, at + 12 + int.from_bytes(head[:4], "big"))
        yield part
        if part.name == b"IEND":
            return
        at = part.end


def riff_chunks(file: BinaryIO) -> Iterator[Part]:
    """Chunks of a WebP (RFC 9649); what follows it in the file is none of it."""
    at, end = 12, 8 + int.from_bytes(_read(file, 4, 4), "little")
    while at < end and len(head := _read(file, at, 8)) == 8:
        length = int.from_bytes(head[4:], "little")
        yield Part(head[:4], at, at + 8, at := at + 8 + length + (length & 1))


def boxes(file: BinaryIO, at: int = 0, end: int = 1 << 62, *, with_last: bool = False) -> Iterator[Part]:
    """Boxes from here to `end`, or up to one without a length (ISO 14496-12, 4.2; ISO 15444-1, I.4).

    One of length 0 fills the rest; it is given only where `with_last` says so.
    """
    while at < end and len(head := _read(file, at, 16)) >= 8:
        length, data = int.from_bytes(head[:4], "big"), at + 8
        if length == 1:
            length, data = int.from_bytes(head[8:], "big"), at + 16
        elif length == 0 and with_last:
            length = end - at
        if length < 8:
            return
        yield Part(head[4:8], at, data, at := at + length)


def few(parts: Iterable[Part], words: str) -> Iterator[Part]:
    """The parts, as long as there are no more than decoders get through in a moment: they take microseconds for each.

    Raises:
        Refusal: there are more; the detail is `words` with the most that there may be.
    """
    for number, part in enumerate(parts, 1):
        require_count(number, MOST_PARTS, words)
        yield part


def _read(file: BinaryIO, at: int, length: int) -> bytes:
    file.seek(at)
    return file.read(length)
