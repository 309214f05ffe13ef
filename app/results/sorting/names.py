"""Names that are safe on every platform, and that do not collide on any."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Sequence

LONGEST = 255  # bytes of a name, on nearly every file system
_LONGEST_FOLDER = LONGEST - len(" (999999999)")

_FORBIDDEN = frozenset('<>:"/\\|?*')
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_JOINERS = "\u200c\u200d"  # Persian words and emoji are written with them
_RESERVED = frozenset(
    (
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "CONIN$",
        "CONOUT$",
        *(f"{name}{digit}" for name in ("COM", "LPT") for digit in "0123456789¹²³"),
    )
)


def safe_name(text: str) -> str:
    """A folder's name for text that may be anything, such as a class label: never empty, no path, no device.

    What some system forbids or nobody can see becomes an underscore: separators and `<>:"|?*`, control and direction
    characters, lone surrogates. It is in Unicode's form C, begins and ends with neither a dot nor a space, is no name
    that Windows keeps for devices (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), and so long at most
    that a suffix fits behind it.
    """
    clean = "".join(map(_safe_character, unicodedata.normalize("NFC", text)))
    name = _trimmed(shortened(unicodedata.normalize("NFC", _trimmed(clean)), _LONGEST_FOLDER)) or "_"
    return f"_{name}" if _is_reserved(name) else name


def folded(name: str) -> str:
    """What two names have in common that some file system takes for one: case, and Unicode's forms."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def numbered(stem: str, tails: Sequence[str], number: int) -> list[str]:
    """The names `stem + tail` of files that belong together, told from others of these names by a number from 2 on.

    All get the same stem, shortened where the longest would not fit.
    """
    suffix = f" ({number})" if number > 1 else ""
    room = LONGEST - len(suffix) - max(map(_length, tails))
    return [shortened(stem, room) + suffix + tail for tail in tails]


def free_number(is_free: Callable[[int], bool], first: int = 1) -> int:
    """The first number, counted from `first`, that is free."""
    number = first
    while not is_free(number):
        number += 1
    return number


def shortened(name: str, room: int) -> str:
    """As many characters of a name as fit into so many bytes."""
    if _length(name) <= room:
        return name
    low, high = 0, len(name)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _length(name[:middle]) <= room else (low, middle - 1)
    return name[:low]


def _length(name: str) -> int:
    """Bytes of a name on the disk; those of UTF-8 where that is not known."""
    try:
        return len(os.fsencode(name))
    except UnicodeEncodeError:
        return len(name.encode("utf-8", "surrogatepass"))


def _safe_character(character: str) -> str:
    unseen = unicodedata.category(character) in _UNSEEN and character not in _JOINERS
    return "_" if unseen or character in _FORBIDDEN else character


def _trimmed(name: str) -> str:
    return re.sub(r"^[\s.]+|[\s.]+$", "", name)


def _is_reserved(name: str) -> bool:
    return name.partition(".")[0].rstrip().upper() in _RESERVED
