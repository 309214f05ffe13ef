"""Text in the columns of a terminal: its width there, cutting, padding, and bars."""

from __future__ import annotations

import unicodedata

_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
BLOCKS = "".join(_EIGHTHS) + "█…"  # what a terminal must be able to print for bars of blocks


def text_width(text: str) -> int:
    """Columns that `text` takes: two for wide characters, none for combining ones (Unicode's east asian width)."""
    return sum(_character_width(character) for character in text)


def cut(text: str, width: int, *, blocks: bool = True) -> str:
    """`text` in at most `width` columns (at least 1); an ellipsis stands for what was cut off."""
    if text_width(text) <= width:
        return text
    ellipsis = ("…" if blocks else "...")[:width]
    room = width - len(ellipsis)
    kept = 0
    for end, character in enumerate(text):
        kept += _character_width(character)
        if kept > room:
            return text[:end] + ellipsis
    return text


def padded(text: str, width: int) -> str:
    """`text` followed by spaces up to `width` columns."""
    return text + " " * (width - text_width(text))


def bar(share: float, width: int, *, blocks: bool = True) -> str:
    """A bar of at most `width` columns for a share between 0 and 1.

    Of block characters, to an eighth of a column; else of number signs, to a whole column.
    """
    if not blocks:
        return "#" * round(share * width)
    whole, eighths = divmod(round(share * width * 8), 8)
    return "█" * whole + _EIGHTHS[eighths]


def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
