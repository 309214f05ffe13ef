"""What a PPM, PGM, PBM or PFM is asked before Pillow reads its header, byte by byte."""

from __future__ import annotations

import os
import re
from typing import BinaryIO

from app.images.costs import require_count
from app.images.diagnosis import Refusal
from app.values import Limits, Reason, Stage

MOST_HEADER = 1 << 16
MOST_COMMENTS = 1000  # in a file that is large
_COPIED = 1 << 20  # bytes of it, for each comment
_COMMENT = re.compile(rb"#[^\r\n]*")


def check_portable(file: BinaryIO, _limits: Limits) -> None:
    """Let a picture pass whose header ends in time, and that has few comments if its pixels are text.

    Pillow takes up the header byte by byte, and copies a megabyte for each comment among numbers.

    Raises:
        Refusal: there is more.
    """
    file.seek(0)
    head = file.read(MOST_HEADER)
    words = 3 if head[1:2] in (b"1", b"4") else 4  # signature, width, height, and what white is
    if len(_COMMENT.sub(b"", head).split(None, words)) < words:
        require_count(len(head + file.read(1)), MOST_HEADER, "PPM: a header of more than {:,} bytes")
    if head[1:2] in (b"1", b"2", b"3"):
        size = min(file.seek(0, os.SEEK_END), _COPIED)
        if _marks(file) * size > MOST_COMMENTS * _COPIED:
            raise Refusal(Stage.DECODE, Reason.TOO_LARGE, f"PPM: more than {MOST_COMMENTS:,} comments")


def _marks(file: BinaryIO) -> int:
    file.seek(0)
    return sum(block.count(b"#") for block in iter(lambda: file.read(1 << 20), b""))
