"""Small pictures of every kind, made on the spot."""

from __future__ import annotations

import base64
import io
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from app.images.decode import open_picture
from app.images.picture import Picture
from app.values import Failed, ImageRef, Limits, Reason

SIZE = (60, 44)

# 96 x 64 pixels, stored lying, to be turned by a quarter: nothing in the test environment writes HEIC.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAaFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAA"
    "AAAERAAAIAAQAAAAABxQABAAAAAAAAAEMAAgAAAAACCAABAAAAAAAAACQAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVp"
    "bmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA4GlwcnAAAADAaXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGE"
    "ABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHBcrAi"
    "QAAAABNjb2xybmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABgAAAAQAAAABBwaXhpAAAAAAMICAgAAAAJaXJvdAMAAAAYaXBtYQAAAAAAAAABAA"
    "EFgQIDBIUAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAG9tZGF0AAAAPygBrxmA9wfIKfn16QDbkvW2Z6hpOgfKzkpTDAkIatf8aqtVFX6I"
    "N8+PaZR4CRXizDaIqgNXypwkb52oJOKXGAAAAAZFeGlmAABNTQAqAAAACAABARIAAwAAAAEABgAAAAAAAA=="
)


@dataclass(frozen=True)
class Sample:
    """An encoded picture.

    Attributes:
        data: the file.
        size: the size that it has upright.
    """

    data: bytes
    size: tuple[int, int] = SIZE


def photograph(size: tuple[int, int] = SIZE) -> Image.Image:
    """A picture without symmetry: every turn of it looks different."""
    grey = Image.radial_gradient("L").resize(size)
    across = Image.linear_gradient("L").rotate(90).resize(size)
    return Image.merge("RGB", (grey, across, Image.linear_gradient("L").resize(size)))


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """The image as a file of this kind."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


@pytest.fixture(scope="session")
def samples() -> dict[str, Sample]:
    """One picture of every supported kind and way of coding."""
    image = photograph()
    clear = image.copy()
    clear.putalpha(128)
    return {
        "jpeg": Sample(encoded(image, "JPEG")),
        "progressive jpeg": Sample(encoded(image, "JPEG", progressive=True)),
        "cmyk jpeg": Sample(encoded(image.convert("CMYK"), "JPEG")),
        "mpo": Sample(encoded(image, "MPO", save_all=True, append_images=[image])),
        "png": Sample(encoded(image, "PNG")),
        "apng": Sample(encoded(image, "PNG", save_all=True, append_images=[image.rotate(180)])),
        "webp": Sample(encoded(image, "WEBP")),
        "lossless webp": Sample(encoded(clear, "WEBP", lossless=True)),
        "avif": Sample(encoded(image, "AVIF", speed=10)),
        "tiff": Sample(encoded(image, "TIFF")),
        "lzw tiff": Sample(encoded(image, "TIFF", compression="tiff_lzw")),
        "bigtiff": Sample(encoded(image, "TIFF", big_tiff=True)),
        "gif": Sample(
            encoded(image.quantize(64), "GIF", save_all=True, append_images=[image.rotate(180).quantize(64)])
        ),
        "bmp": Sample(encoded(image, "BMP")),
        "jpeg 2000": Sample(encoded(image, "JPEG2000")),
        "ppm": Sample(encoded(image, "PPM")),
        "pgm": Sample(encoded(image.convert("L"), "PPM")),
        "pbm": Sample(encoded(image.convert("1"), "PPM")),
        "ico": Sample(encoded(image.resize((48, 48)), "ICO", sizes=[(48, 48)]), (48, 48)),
        "tga": Sample(encoded(image, "TGA")),
        "rle tga": Sample(encoded(image, "TGA", compression="tga_rle")),
        "heic": Sample(HEIC, (64, 96)),
    }


@pytest.fixture(name="photograph")
def _photograph() -> Callable[..., Image.Image]:
    """Makes a picture of a given size without symmetry."""
    return photograph


@pytest.fixture(name="encoded")
def _encoded() -> Callable[..., bytes]:
    """Encodes an image as a kind of file."""
    return encoded


@pytest.fixture(autouse=True)
def decoders_may_grumble() -> Iterator[None]:
    """The filter that the program sets for its whole process; pytest sets its own for each test."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module=r"PIL\.")
        yield


def opened(data: bytes) -> Picture | Failed:
    """What becomes of a file of these bytes."""
    with open_picture(ImageRef(Path("a"), data), Limits()) as outcome:
        return outcome


def refused(data: bytes) -> str:
    """Why a file of these bytes is too large."""
    outcome = opened(data)
    assert isinstance(outcome, Failed)
    assert outcome.reason is Reason.TOO_LARGE
    return outcome.detail
