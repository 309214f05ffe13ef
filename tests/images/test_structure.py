"""A file that is cut off is known by its structure."""

from __future__ import annotations

import io

import pytest

from app.images import formats
from app.images.structure import ends_early

KINDS = {
    "png": formats.PNG,
    "avif": formats.AVIF,
    "heic": formats.HEIF,
    "jpeg 2000": formats.JPEG_2000,
    "webp": formats.WEBP,
    "bmp": formats.BMP,
    "ico": formats.ICO,
    "tiff": formats.TIFF,
    "lzw tiff": formats.TIFF,
    "jpeg": formats.JPEG,
    "gif": formats.GIF,
}


@pytest.mark.parametrize("name", KINDS)
def test_the_structure_tells_whether_a_file_is_whole(samples, name):
    data = samples[name].data
    assert not ends_early(KINDS[name], io.BytesIO(data))
    assert ends_early(KINDS[name], io.BytesIO(data[: len(data) // 2]))


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("length", [0, 1, 3, 5, 9, 13, 30])
def test_a_stump_has_an_answer(samples, name, length):
    assert isinstance(ends_early(KINDS[name], io.BytesIO(samples[name].data[:length])), bool)


def test_a_kind_without_lengths_is_never_called_short():
    assert not ends_early(formats.TGA, io.BytesIO(b""))
