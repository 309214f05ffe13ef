"""The size of the frames inside an AVIF, to which its decoder is held."""

from __future__ import annotations

import ctypes
import struct
from typing import Any


class _Settings(ctypes.Structure):
    """The first fields of libavif's `avifDecoder` (avif.h, libavif 1.0 and later)."""

    _fields_ = (
        ("codecChoice", ctypes.c_int),
        ("maxThreads", ctypes.c_int),
        ("requestedSource", ctypes.c_int),
        ("allowProgressive", ctypes.c_int),
        ("allowIncremental", ctypes.c_int),
        ("ignoreExif", ctypes.c_int),
        ("ignoreXMP", ctypes.c_int),
        ("imageSizeLimit", ctypes.c_uint32),
        ("imageDimensionLimit", ctypes.c_uint32),
        ("imageCountLimit", ctypes.c_uint32),
    )


_DEFAULTS = (16384 * 16384, 32768, 12 * 3600 * 60)  # of the three limits
_DECODER_BYTES = struct.calcsize("P PPnniiPPPPP")  # a pointer to the settings and a Py_buffer (Pillow, _avif.c)
_SMALL = 1 << 20  # the tiles of a grid may reach beyond a small picture


def limit_frames(image: Any) -> None:
    """Let the decoder of an AVIF that was opened refuse frames with more pixels than the picture, and 1,048,576.

    The container names a size, each coded frame has its own, and a picture of 64 x 64 may be a huge frame made
    smaller. dav1d refuses what is over libavif's `imageSizeLimit` before it takes memory. Pillow offers no way to that
    setting, so it is changed where it lies. Where anything looks other than expected, nothing is changed.
    """
    settings = _settings(image._decoder)
    if settings is not None:
        settings.imageSizeLimit = max(image.size[0] * image.size[1], _SMALL)


def _settings(decoder: object) -> _Settings | None:
    if type(decoder).__basicsize__ != object.__basicsize__ + _DECODER_BYTES:
        return None
    address = ctypes.c_void_p.from_address(id(decoder) + object.__basicsize__).value
    if not address:
        return None
    settings = _Settings.from_address(address)
    found = settings.imageSizeLimit, settings.imageDimensionLimit, settings.imageCountLimit
    return settings if found == _DEFAULTS else None
