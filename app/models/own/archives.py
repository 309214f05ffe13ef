"""Zip archives as `torch.save` writes them: entries that are stored as they are, none twice, all within the file.

What an archive claims about itself is checked against the size of the file before anything is read by it.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Collection, Mapping
from typing import BinaryIO

from app.models.own.contents import Block
from app.models.own.trouble import ModelRefused, ModelTrouble

MOST_DIRECTORY = 4 << 20  # bytes; that of a network of 3,000 tensors takes 0.3 MB
_LOCAL_HEADER = struct.Struct("<4s22xHH")  # signature, length of the name, length of what follows it


def stored_entries(
    file: BinaryIO, size: int, name: str, check: Callable[[Collection[str]], None] = lambda _names: None
) -> Mapping[str, Block]:
    """Where each entry of a zip archive lies, by its name.

    Args:
        file: the archive, open.
        size: bytes of the file.
        name: what to call it when it is refused.
        check: gets the names of the entries before anything else of them is looked at, and may refuse them.

    Raises:
        ModelRefused: COMPRESSED where entries are compressed or encrypted, DAMAGED where the archive is not whole, or
            claims more than it holds.
    """
    try:
        with zipfile.ZipFile(_Bounded(file)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, EOFError) as error:
        raise ModelRefused(ModelTrouble.DAMAGED, name, "its list of contents cannot be read") from error
    check([info.filename for info in infos])
    if any(info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1 for info in infos):
        raise ModelRefused(ModelTrouble.COMPRESSED, name)
    entries = {info.filename: _block(file, info, size, name) for info in infos}
    if len(entries) < len(infos):
        raise ModelRefused(ModelTrouble.DAMAGED, name, "it has two entries of one name")
    if _overlap(entries) or sum(block.bytes for block in entries.values()) > size:
        raise ModelRefused(ModelTrouble.DAMAGED, name, "it claims to hold more than it does")
    return entries


def _block(file: BinaryIO, info: zipfile.ZipInfo, size: int, name: str) -> Block:
    if info.compress_size != info.file_size or not 0 <= info.header_offset < size:
        raise ModelRefused(ModelTrouble.DAMAGED, name, "it claims to hold more than it does")
    file.seek(info.header_offset)
    header = file.read(_LOCAL_HEADER.size)
    if len(header) < _LOCAL_HEADER.size or header[:4] != b"PK\x03\x04":
        raise ModelRefused(ModelTrouble.DAMAGED, name, "its list of contents is wrong")
    _, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    start = info.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    if start + info.file_size > size:
        raise ModelRefused(ModelTrouble.DAMAGED, name, "it is cut off")
    return Block(start, info.file_size, info.CRC or None)  # torch can be told to leave it out


def _overlap(entries: Mapping[str, Block]) -> bool:
    end = 0
    for block in sorted(entries.values(), key=lambda block: (block.start, block.bytes)):
        if block.start < end:
            return True
        end = block.start + block.bytes
    return False


class _Bounded:
    """A file of which no more is read at once than a reasonable list of contents takes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek = file.seek
        self.tell = file.tell

    def read(self, size: int = -1) -> bytes:
        """At most `MOST_DIRECTORY` bytes; raises BadZipFile where more is wanted."""
        data = self._file.read(min(size, MOST_DIRECTORY + 1) if size >= 0 else MOST_DIRECTORY + 1)
        if len(data) > MOST_DIRECTORY:
            raise zipfile.BadZipFile
        return data

    def seekable(self) -> bool:
        """As of a file."""
        return True
