"""Why a file could not be decoded: from an exception to a `Reason` and words.

Pillow tells its troubles apart only by their texts, so this is the one place that looks at texts.
"""

from __future__ import annotations

import errno
import os
import re
import struct
from typing import BinaryIO

from app.images.formats import Kind
from app.images.structure import ends_early
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
    if isinstance(error, FileNotFoundError):
        return Refusal(stage, Reason.MISSING)  # the system would say the same in other words
    missing = isinstance(error, NotADirectoryError)
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
    (r"^Failed to decode (image|frame 0): ", ""),
    (r"^\[Errno \d+\] .*", ""),
    (r"^b'(.*)'$", r"\1"),
)
