"""The segments of a JPEG, and what is refused because of them (ITU-T T.81, annex B)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from app.images.costs import require_count, require_pixels
from app.values import Limits

MOST_SEGMENTS = 5000  # a panorama with sound inside has some hundreds
MOST_STRAY = 1 << 16
MOST_SLOW = 128  # half a second of them
MOST_SCANS = 500  # the habit of libjpeg-turbo's fuzzers
SOUND_SCANS = 24  # encoders write 10, and 18 for CMYK
SCANNED_PIXELS = 500_000_000  # in which a small picture may have more: about half a second

MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd7\xff]")  # no escaped 255, no restart, no padding
_LAST = re.compile(rb"\xff\xd9")
_END, _START_OF_SCAN, _RESTARTS = 0xD9, 0xDA, 0xDD
_WITHOUT_LENGTH = frozenset((0xC8, 0xD8, _END, *range(0xF0, 0xFE)))
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_HUFFMAN = frozenset((0xC0, 0xC1))
_PROGRESSIVE = frozenset((0xC2, 0xC6, 0xCA, 0xCE))
_SLOW = {0xDB: b"", 0xE1: b"Exif\0\0", 0xED: b"Photos"}  # Pillow takes quantization tables, Exif and Photoshop apart


class _Segment(NamedTuple):
    """A marker, six bytes behind its length, and how many bytes up to here belong to no segment and to no scan."""

    marker: int
    head: bytes
    stray: int


class _Frame(NamedTuple):
    """The frame header: its marker, size in pixels, and number of components."""

    marker: int = 0
    width: int = 0
    height: int = 0
    components: int = 0


def check_jpeg(file: BinaryIO, limits: Limits) -> None:
    """Let a JPEG pass that can be decoded in a time that fits its size.

    Pillow takes up each segment before the first scan, and each byte between them. libjpeg goes over the whole picture
    for each scan, and a scan may be as short as its header.

    Raises:
        Refusal: the picture is too large, or has too many segments or scans.
    """
    frame = _Frame()
    scans = slow = 0
    for number, segment in enumerate(_segments(file)):
        require_count(number, MOST_SEGMENTS, "JPEG: more than {:,} segments")
        require_count(segment.stray, MOST_STRAY, "JPEG: more than {:,} bytes between its segments")
        if segment.marker in _FRAMES:
            frame = _frame(segment)
            require_pixels((frame.width, frame.height), limits)
        elif segment.marker == _START_OF_SCAN:
            if _is_one_scan(frame, segment):
                return
            scans += 1
            require_count(scans, _most_scans(frame.width * frame.height), "JPEG: more than {:,} scans")
        elif segment.head.startswith(_SLOW.get(segment.marker, b"none")):
            slow += 1
            require_count(slow, MOST_SLOW, "JPEG: more than {:,} segments of tables or metadata")


def require_few_scans(file: BinaryIO, start: int, end: int, pixels: int) -> None:
    """Let the JPEG between two places of a file pass, a part of a picture of so many pixels.

    Raises:
        Refusal: it has more scans than a whole picture of that size may have.
    """
    frame = _Frame()
    scans = 0
    for segment in _segments(file, start, end):
        if segment.marker in _FRAMES:
            frame = _frame(segment)
        elif segment.marker == _START_OF_SCAN:
            if _is_one_scan(frame, segment):
                return
            scans += 1
            require_count(scans, _most_scans(pixels), "JPEG: more than {:,} scans")


def end_of_plain_data(file: BinaryIO) -> re.Pattern[bytes] | None:
    """What ends the data of a JPEG that comes in one scan of Huffman codes, None for others.

    Any marker does; where there are restarts the decoder goes on behind all but the last. The position in the file is
    lost.
    """
    frame, end = _Frame(), MARKER
    for segment in _segments(file):
        if segment.marker in _FRAMES:
            frame = _frame(segment)
        elif segment.marker == _RESTARTS and segment.head[:2] != b"\0\0":
            end = _LAST
        elif segment.marker == _START_OF_SCAN:
            return end if frame.marker in _HUFFMAN and _is_one_scan(frame, segment) else None
    return None


def _frame(segment: _Segment) -> _Frame:
    head = segment.head.ljust(6, b"\0")
    return _Frame(segment.marker, int.from_bytes(head[3:5], "big"), int.from_bytes(head[1:3], "big"), head[5])


def _is_one_scan(frame: _Frame, scan: _Segment) -> bool:
    """Whether the decoder takes this for the only scan."""
    return frame.marker not in _PROGRESSIVE and scan.head[:1] == bytes([frame.components])


def _most_scans(pixels: int) -> int:
    return max(SOUND_SCANS, min(MOST_SCANS, SCANNED_PIXELS // max(1, pixels)))


def _segments(file: BinaryIO, start: int = 0, end: int = 1 << 62) -> Iterator[_Segment]:
    """All segments up to the end of the picture, none of those inside another: a preview has its own scans."""
    at, stray, in_scan = start + 2, 0, False
    while (place := _next_marker(file, at)) is not None and place < end:
        file.seek(place + 1)
        (marker, *length), head = file.read(3), file.read(6)
        stray += 0 if in_scan else place - at
        if in_scan and marker == _END:
            return
        yield _Segment(marker, head, stray)
        in_scan |= marker == _START_OF_SCAN
        at = place + 2 + (0 if marker in _WITHOUT_LENGTH else max(2, int.from_bytes(length, "big")))


def _next_marker(file: BinaryIO, at: int) -> int | None:
    """Where the next marker stands, at `at` or behind."""
    step = 64
    while True:
        file.seek(at)
        block = file.read(step)
        if found := MARKER.search(block):
            return at + found.start()
        if len(block) < step:
            return None
        at += step - 1
        step = min(4 * step, 1 << 20)
