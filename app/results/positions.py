"""Where, in the position of a row, the key of the file's own name begins.

A position is 4 bytes for the input, then for every folder on the way and last for the file one byte of what it is and
the natural key of its name: text up to a zero byte; as long as the next three bytes are not all zero, they count the
digits of a number, and the digits and more text follow up to a zero byte; then the three zero bytes, and the name
itself up to a zero byte. `images.order` makes them.
"""

from __future__ import annotations

_INPUT = 4  # bytes
_KIND = 1
_NO_NUMBER = b"\0\0\0"


def name_offset(position: bytes) -> int:
    """How many bytes stand before the key of the last name; 0 where these bytes are no position of a name."""
    start, end = 0, _INPUT
    while 0 < end < len(position):
        start = end + _KIND
        end = _end_of_key(position, start)
    return start if end == len(position) else 0


def _end_of_key(position: bytes, start: int) -> int:
    """Where the key that begins at `start` is over; 0 if it never is."""
    end = position.find(b"\0", start) + 1
    while end and position[end : end + len(_NO_NUMBER)] != _NO_NUMBER:
        end = position.find(b"\0", end + len(_NO_NUMBER)) + 1
    return end and position.find(b"\0", end + len(_NO_NUMBER)) + 1
