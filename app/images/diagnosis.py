"""Why a file could not be decoded: from a decoder's exception and from the file's own structure to a `Reason`.

Pillow tells its troubles apart only by their texts, so this is the one place that looks at texts.
"""

from __future__ import annotations

import errno
import os
import re
import struct
from collections.abc import Callable
from typing import BinaryIO

from app.images.formats import AVIF, BMP, GIF, HEIF, ICO, JPEG, JPEG_2000, PNG, TIFF, WEBP, Kind
from app.values import Reason, Stage

DETAIL_LENGTH = 160


class Refusal(Exception):
    """Raised inside this room when a picture cannot be had; `open_picture` makes it a `Failed`."""

    def __init__(self, stage: Stage, reason: Reason, detail: str = "") -> None:
        super().__init__(stage, reason, detail)
        self.stage, self.reason, self.detail = stage, reason, detail


def system_words(error: OSError) -> str:
    """What the system says about a file, without its name: "Permission denied"."""
    return os.strerror(error.errno) if error.errno else _raw_words(error)


def refusal_of_path(error: OSError | ValueError, stage: Stage) -> Refusal:
    """Why a file could not be opened or read, or a folder not be listed.

    A `ValueError` stands for a name that no file can have.
    """
    if not isinstance(error, OSError):
        return Refusal(stage, Reason.MISSING, "no file can have this name")
    missing = isinstance(error, FileNotFoundError | NotADirectoryError)
    return Refusal(stage, Reason.MISSING if missing else Reason.UNREADABLE, system_words(error))


def refusal_of_decoder(error: Exception, kind: Kind, file: BinaryIO) -> Refusal:
    """Why a file of this kind could not be decoded."""
    if isinstance(error, OSError) and error.errno not in (None, errno.EINVAL):  # EINVAL: a decoder seeks to nowhere
        return Refusal(Stage.READ, Reason.UNREADABLE, system_words(error))
    raw = _raw_words(error)
    if isinstance(error, MemoryError) or "out of memory" in raw:
        return Refusal(Stage.DECODE, Reason.OUT_OF_MEMORY, kind.name)
    words = _plain_words(raw)
    detail = f"{kind.name}: {words}" if words else kind.name
    return Refusal(Stage.DECODE, _reason(error, raw, kind, file), detail[:DETAIL_LENGTH])


def _reason(error: Exception, words: str, kind: Kind, file: BinaryIO) -> Reason:
    if _TOO_LARGE.search(words):
        return Reason.TOO_LARGE
    if _TRUNCATED.search(words) or ends_early(kind, file):
        return Reason.TRUNCATED
    if isinstance(error, NotImplementedError) or _UNSUPPORTED.search(words):
        return Reason.UNSUPPORTED
    return Reason.DAMAGED


_TOO_LARGE = re.compile(r"data too large|too much memory", re.IGNORECASE)
_UNSUPPORTED = re.compile(
    r"unsupported|not supported|not available|not implemented|unknown pixel mode"
    r"|unrecognized mode|cannot handle|unknown photometric|unknown raw mode|no thumbnail",
    re.IGNORECASE,
)
_TRUNCATED = re.compile(
    r"truncated|reached EOF|end of file|unexpected end|not enough (image )?data|no more data", re.IGNORECASE
)
_OF_PYTHON = (AttributeError, IndexError, KeyError, TypeError, AssertionError, ArithmeticError, RecursionError)


def _raw_words(error: Exception) -> str:
    """The decoder's own words on one line; none where they would speak of Python instead of the file.

    Pillow wraps an `IndexError` and its like into a `SyntaxError` whose only argument is the exception.
    """
    inner = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
    words = " ".join(str(inner).split())
    speaks_of_python = isinstance(inner, (*_OF_PYTHON, struct.error)) or re.search(
        r"<\w|object at 0x|codec can't", words
    )
    return "" if speaks_of_python else words


def _plain_words(words: str) -> str:
    for pattern, plain in _PLAIN:
        words = re.sub(pattern, plain, words)
    return words


_PLAIN = (
    (r"^Decompressed data too large.*", "a text or colour profile inside is too large"),
    (r"^Too much memory used in text chunks.*", "the text inside is too large"),
    (r"^image file is truncated.*", "the picture's data end early"),
    (r"^not enough image data$", "the picture's data end early"),
    (r"^Truncated File Read$", "the picture's data end early"),
    (r" when reading image file$", ""),
    (r"^not identified by this driver$", "its header makes no sense"),
    (r"^not an? \w+ file$", "its signature is damaged"),
    (r"^cannot load this image$", "it holds no pixels"),
    (r"^decoder error -\d+$", ""),
    (r"^Failed to decode image: ", ""),
    (r"^\[Errno \d+\] .*", ""),
    (r"^b'(.*)'$", r"\1"),
)


# --- structure -----------------------------------------------------------------------------------------------------


def ends_early(kind: Kind, file: BinaryIO) -> bool:
    """Whether the file is shorter than its own structure says."""
    check = _STRUCTURES.get(kind)
    try:
        return check is not None and check(file, file.seek(0, os.SEEK_END))
    except struct.error:  # a field that is cut off
        return True
    except (OSError, ValueError):
        return False


def _png_ends_early(file: BinaryIO, size: int) -> bool:
    """Chunks (length, name, data, checksum) run up to IEND."""
    at = 8
    while at + 12 <= size:
        file.seek(at)
        length, name = int.from_bytes(file.read(4), "big"), file.read(4)
        if name == b"IEND":
            return False
        if not name.isalpha():
            return False
        at += 12 + length
    return True


def _boxes_end_early(file: BinaryIO, size: int) -> bool:
    """Boxes (length, name, data) fill the file: AVIF, HEIF, JP2. A bare JPEG 2000 codestream ends with a marker."""
    file.seek(0)
    if file.read(4) == b"\xff\x4f\xff\x51":
        return _lacks_end(b"\xff\xd9")(file, size)
    at = 0
    while at + 8 <= size:
        file.seek(at)
        length, name = int.from_bytes(file.read(4), "big"), file.read(4)
        if length == 1:
            length = int.from_bytes(file.read(8), "big")
        if length == 0 and name in (b"mdat", b"jp2c", b"meta"):
            return _lacks_end(b"\xff\xd9")(file, size) if name == b"jp2c" else False
        if length < 8:
            return False
        at += length
    return at != size


def _riff_ends_early(file: BinaryIO, size: int) -> bool:
    file.seek(4)
    return 8 + int.from_bytes(file.read(4), "little") > size


def _bmp_ends_early(file: BinaryIO, size: int) -> bool:
    file.seek(2)
    return int.from_bytes(file.read(4), "little") > size


def _ico_ends_early(file: BinaryIO, size: int) -> bool:
    """Each entry of the directory names the length and the place of its picture."""
    file.seek(4)
    count = int.from_bytes(file.read(2), "little")
    entries = (file.read(16) for _ in range(count))
    return any(
        int.from_bytes(entry[8:12], "little") + int.from_bytes(entry[12:16], "little") > size for entry in entries
    )


def _tiff_ends_early(file: BinaryIO, size: int) -> bool:
    """The first directory and the strips or tiles it names lie inside the file (TIFF 6.0; not BigTIFF)."""
    file.seek(0)
    head = file.read(8)
    order = "<" if head[:2] == b"II" else ">"
    (at,) = struct.unpack(f"{order}I", head[4:])
    file.seek(at)
    (count,) = struct.unpack(f"{order}H", file.read(2))
    if at + 2 + 12 * count > size:
        return True
    entries = [struct.unpack(f"{order}HHI4s", file.read(12)) for _ in range(count)]
    fields = {tag: _tiff_numbers(file, order, sort, length, value) for tag, sort, length, value in entries}
    starts, lengths = fields.get(273) or fields.get(324) or (), fields.get(279) or fields.get(325) or ()
    return any(start + length > size for start, length in zip(starts, lengths, strict=False))


def _tiff_numbers(file: BinaryIO, order: str, sort: int, count: int, value: bytes) -> tuple[int, ...]:
    """The values of a field of short (3) or long (4) integers; at most 65,536 of them."""
    if sort not in (3, 4) or count > 65536:
        return ()
    size = 2 if sort == 3 else 4
    if count * size > 4:
        file.seek(struct.unpack(f"{order}I", value)[0])
        value = file.read(count * size)
    return struct.unpack(f"{order}{count}{'H' if sort == 3 else 'I'}", value[: count * size])


def _lacks_end(mark: bytes, within: int = 1024) -> Callable[[BinaryIO, int], bool]:
    """A check that the last bytes hold the mark with which this kind of file ends; some programs add to it."""

    def check(file: BinaryIO, size: int) -> bool:
        file.seek(max(0, size - within))
        return mark not in file.read(within)

    return check


_STRUCTURES: dict[Kind, Callable[[BinaryIO, int], bool]] = {
    PNG: _png_ends_early,
    AVIF: _boxes_end_early,
    HEIF: _boxes_end_early,
    JPEG_2000: _boxes_end_early,
    WEBP: _riff_ends_early,
    BMP: _bmp_ends_early,
    ICO: _ico_ends_early,
    TIFF: _tiff_ends_early,
    JPEG: _lacks_end(b"\xff\xd9"),
    GIF: _lacks_end(b";", within=4),
}
