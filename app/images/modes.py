"""The way from every mode of a decoded image to RGB."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PIL import Image, ImageMath

from app.images.strips import Box, strips

ToRGB = Callable[[Image.Image], Image.Image]


def converter(image: Image.Image) -> ToRGB:
    """How strips of this image become RGB.

    Sixteen-bit grey (`I;16` of any byte order; `I` where the format stores 16 bits) runs from 0 to 65535, or to 4095
    in a TIFF of 12 bits; in a TIFF 0 may be white. Other integers and floats have no range of their own: values that
    all lie between 0 and 1 are fractions of white, values between 0 and 255 are taken as they are, and anything else
    is stretched from the picture's least value to its greatest. Not-a-number and infinite values count as the least.
    """
    transparent = image.info.get("transparency")
    if _alpha_is_unused(image):
        return _plain
    if image.mode.startswith("I;16") or (image.mode == "I" and image.format in ("PNG", "PPM")):
        return partial(_from_16_bits, table=_table(_white(image), transparent, is_negative=_is_negative(image)))
    if image.mode in ("I", "F"):
        return partial(_from_range, bounds=_bounds(image))
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or transparent is not None:
        return _on_white
    return _plain


def _alpha_is_unused(image: Image.Image) -> bool:
    """Whether this is a BMP or TGA that keeps room for alpha but leaves it zero, as many programs wrote them."""
    if image.format not in ("BMP", "TGA") or image.mode not in ("RGBA", "LA"):
        return False
    return image.getextrema()[-1] == (0, 0)


def _plain(strip: Image.Image) -> Image.Image:
    return strip if strip.mode == "RGB" else strip.convert("RGB")


_STRAIGHT = {"La": "LA"}  # there is no direct way from it to RGBA


def _on_white(strip: Image.Image) -> Image.Image:
    """Transparent pixels over white."""
    clear = strip.convert(_STRAIGHT.get(strip.mode, "RGBA")).convert("RGBA")
    white = Image.new("RGB", strip.size, "white")
    white.paste(clear, mask=clear)
    return white


def _from_16_bits(strip: Image.Image, table: bytes) -> Image.Image:
    return strip.convert("I").point(table, "L").convert("RGB")


def _white(image: Image.Image) -> int:
    """The value of white in 16-bit grey."""
    tags = getattr(image, "tag_v2", None)
    return 4095 if tags is not None and tags.get(258) == (12,) else 65535


def _is_negative(image: Image.Image) -> bool:
    """Whether this is a negative (PhotometricInterpretation 0, TIFF 6.0), which Pillow turns only up to 8 bits."""
    tags = getattr(image, "tag_v2", None)
    return tags is not None and tags.get(262) == 0


def _table(white: int, transparent: object, *, is_negative: bool) -> bytes:
    """For each of 65,536 values its level of grey, rounded; the one value that stands for transparency is white."""
    table = bytearray(min(255, (value * 510 + white) // (2 * white)) for value in range(65536))
    if is_negative:
        table = bytearray(255 - level for level in table)
    if isinstance(transparent, int) and 0 <= transparent < 65536:
        table[transparent] = 255
    return bytes(table)


def _from_range(strip: Image.Image, bounds: tuple[float, float]) -> Image.Image:
    low, high = bounds
    scale = 255 / (high - low)
    floats = _finite(strip.convert("F"), low)
    return floats.point(lambda value: value * scale + (0.5 - low * scale)).convert("L").convert("RGB")


_HUGE = 1e38


def _finite(strip: Image.Image, instead: float) -> Image.Image:
    """The strip (mode F) with `instead` where there is no number, or none that could be reckoned with."""
    sound = ImageMath.lambda_eval(lambda args: (args["f"] > -_HUGE) * (args["f"] < _HUGE) * 255, f=strip)
    filled = Image.new("F", strip.size, instead)
    filled.paste(strip, mask=sound.convert("L"))
    return filled


def _bounds(image: Image.Image) -> tuple[float, float]:
    """The values that become black and white in a picture of mode I or F."""
    parts = list(strips(Box(0, 0, *image.size), across=True))
    least = min(_extreme(image.crop(box), _HUGE)[0] for box in parts)
    greatest = max(_extreme(image.crop(box), -_HUGE)[1] for box in parts)
    if least >= greatest or (least >= 0 and greatest <= 1):
        return 0, 1
    return (0, 255) if least >= 0 and greatest <= 255 else (least, greatest)


def _extreme(strip: Image.Image, instead: float) -> tuple[float, float]:
    low, high = _finite(strip.convert("F"), instead).getextrema()
    return cast(tuple[float, float], (low, high))
