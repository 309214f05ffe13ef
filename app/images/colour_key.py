"""The one colour of a PNG that stands for transparency (its chunk `tRNS`), whatever its samples are scaled to."""

from __future__ import annotations

import functools
from typing import IO, Any, cast

from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngImageFile

from app.images.strips import Box, strips

_BITS = {"L;2": 2, "L;4": 4}  # what Pillow scales to 8 bits without scaling the key
_HIGH, _LOW = "RGB;16B", "RGB;16L"  # of two bytes the first is kept, or the second


class KeyedPng(PngImageFile):
    """A PNG in which the transparent colour is compared with the samples of the file, as the standard wants it.

    Pillow leaves the key as it stands in the file. Grey of 2 and 4 bits is scaled, so the key is scaled too. Of
    16-bit colour only the high bytes are kept, which many more colours share; so the low bytes are decoded first, and
    what is left of them is where they agree with the key.
    """

    def _open(self) -> None:
        super()._open()
        key, bits = self.info.get("transparency"), _BITS.get(_raw_mode(self), 0)
        if bits and isinstance(key, int):
            self.info["transparency"] = key % (1 << bits) * (255 // ((1 << bits) - 1))

    def load(self) -> Any:
        """As Pillow's, but 16-bit colour with a key becomes RGBA."""
        key = self.info.get("transparency")
        if _raw_mode(self) != _HIGH or not isinstance(key, tuple):
            return super().load()
        alpha = Image.new("L", self.size)
        _fill_where_not(alpha, self._low_bytes(), [sample % 256 for sample in key])
        super().load()
        _fill_where_not(alpha, self, [sample // 256 for sample in key])
        self.putalpha(alpha)
        del self.info["transparency"]
        return super().load()

    def _low_bytes(self) -> Image.Image:
        file = cast(IO[bytes], self.fp)  # until the picture is loaded
        file.seek(0)  # Pillow seeks the data itself before it decodes them
        low = PngImageFile(file)
        low.tile = [tile._replace(args=_LOW) for tile in low.tile]
        low.load()
        return low


def _raw_mode(image: PngImageFile) -> str:
    """How the samples of an image lie in its file; empty once it is loaded."""
    return str(image.tile[0].args) if image.tile else ""


def _fill_where_not(mask: Image.Image, image: Image.Image, colour: list[int]) -> None:
    """Make the mask (mode L) white where the image (mode RGB) has another colour; by strips, since it may be large."""
    for strip in strips(Box(0, 0, *image.size), across=True):
        bands = zip(image.crop(strip).split(), colour, strict=True)
        others = [band.point([255 * (value != wanted) for value in range(256)]) for band, wanted in bands]
        mask.paste(functools.reduce(ImageChops.lighter, others, mask.crop(strip)), strip)
