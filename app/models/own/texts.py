"""Texts that people saved, in whatever coding their program took."""

from __future__ import annotations

from pathlib import Path

from app.models.own.reading import opened
from app.models.own.trouble import ModelRefused, ModelTrouble

_MOST_BYTES = 16 << 20  # 200,000 labels of 80 letters
_MOST_CELLS = 3_000_000  # and lines and brackets: 16 million of nothing else take 15 seconds and 2 GB
_MARKS = (  # the longer ones first: UTF-32 begins as UTF-16 does
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def text_of(path: Path, trouble: ModelTrouble) -> str:
    """The text in a file: UTF-8, or what its byte order mark says.

    Raises:
        ModelRefused: NO_FILE, UNREADABLE; `trouble` where it is no text, or too much.
    """
    with opened(path) as (file, size):
        data = file.read(_MOST_BYTES + 1)
    if size > _MOST_BYTES:
        raise ModelRefused(trouble, path.name, "the file is too large")
    coding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(coding)
    except UnicodeDecodeError as error:
        raise ModelRefused(trouble, path.name, "it is no text in UTF-8; save it as one") from error
    if sum(map(text.count, "\n,;\t[{")) > _MOST_CELLS:
        raise ModelRefused(trouble, path.name, "there is too much in it")
    if "\0" in text:
        raise ModelRefused(trouble, path.name, "it is no text")
    return text
