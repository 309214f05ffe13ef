"""The natural order of pictures, as bytes that compare like it; so it can be a column of a database too."""

from __future__ import annotations

import os
import re

_FILE, _FOLDER = b"\x01", b"\x02"  # within a folder files come before folders


def natural_key(name: str) -> bytes:
    """The key of the order in which people count: "img2" before "img10", whatever the case; ties by bytes.

    Keys compare byte by byte. Text and numbers come in turn: text in folded case up to a zero byte, numbers as the
    count of their digits plus one (3 bytes) and the digits, for which no number is too long; then three zero bytes, and
    the name itself.
    """
    pieces = re.split(r"([0-9]+)", name.casefold())
    encoded = (_number(piece) if at % 2 else _utf8(piece) + b"\0" for at, piece in enumerate(pieces))
    return b"".join(encoded) + b"\0\0\0" + _bytes(name) + b"\0"


def folder_position(parent: bytes, name: str) -> bytes:
    """The position of a folder inside the one at `parent`."""
    return parent + _FOLDER + natural_key(name)


def file_position(parent: bytes, name: str) -> bytes:
    """The position of a file inside the folder at `parent`."""
    return parent + _FILE + natural_key(name)


def input_position(number: int) -> bytes:
    """The position of the file or folder that the user named as number `number`, counted from 0."""
    return number.to_bytes(4, "big")


def _number(digits: str) -> bytes:
    plain = digits.lstrip("0").encode("ascii")
    return (len(plain) + 1).to_bytes(3, "big") + plain


def _utf8(text: str) -> bytes:
    """UTF-8, whose bytes compare as the characters do, lone surrogates included."""
    return text.encode("utf-8", "surrogatepass")


def _bytes(name: str) -> bytes:
    """The bytes of a name; text that can be no name here, such as a lone surrogate, has an order too."""
    try:
        return os.fsencode(name)
    except UnicodeEncodeError:
        return _utf8(name)
