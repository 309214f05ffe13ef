"""The beginnings of programs for macOS, as far as the scripts look at them."""

from __future__ import annotations

import struct


def mach_o(major: int, minor: int = 0, *, old_command: bool = False) -> bytes:
    """A header for Apple silicon with two load commands, the second of which names the oldest macOS."""
    version = major << 16 | minor << 8
    other = struct.pack("<4I", 0x1B, 24, 0, 0) + bytes(8)  # LC_UUID
    if old_command:
        command = struct.pack("<4I", 0x24, 16, version, version)
    else:
        command = struct.pack("<6I", 0x32, 24, 1, version, version, 0)
    header = struct.pack("<8I", 0xFEEDFACF, 0x0100000C, 0, 6, 2, len(other) + len(command), 0, 0)
    return header + other + command
