"""Sizes of files in words."""

from __future__ import annotations

_UNITS = ("bytes", "kB", "MB", "GB", "TB")


def size_words(size: float) -> str:
    """A size in bytes with three digits at most, in powers of 1,000 as disks are sold: "97.8 MB"."""
    power = 0
    while size >= 999.5 and power < len(_UNITS) - 1:
        size, power = size / 1000, power + 1
    return f"{size:.0f} {_UNITS[power]}" if power == 0 or size >= 99.95 else f"{size:.1f} {_UNITS[power]}"
