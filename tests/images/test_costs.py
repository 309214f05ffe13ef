"""Greedy decoders are charged for what they take."""

from __future__ import annotations

import io
from contextlib import nullcontext
from pathlib import Path

import pytest
from PIL import Image

from app.images import formats
from app.images.costs import cost, require_affordable, require_pixels, require_tiles
from app.images.decode import open_picture
from app.images.decoders import open_image
from app.images.diagnosis import Refusal
from app.values import ImageRef, Limits, Reason

PIXELS = 200 * 100


def per_pixel(kind, data):
    file = io.BytesIO(data)
    image = open_image(kind, file, Limits())
    at = file.tell()
    charged = cost(image, kind, file)
    assert file.tell() == at
    image.load()
    return charged / PIXELS


def made(encoded, kind, mode="RGB", **options):
    return encoded(Image.new(mode, (200, 100)), kind, **options)


@pytest.mark.parametrize(
    ("mode", "kind", "expected"),
    [("RGB", "PNG", 4), ("RGBA", "PNG", 4), ("L", "PNG", 1), ("P", "PNG", 1), ("1", "PNG", 1)],
)
def test_most_pictures_cost_what_their_mode_takes(encoded, mode, kind, expected):
    assert per_pixel(formats.PNG, made(encoded, kind, mode)) == expected


def test_jpegs_in_several_scans_cost_their_coefficients(encoded):
    assert per_pixel(formats.JPEG, made(encoded, "JPEG")) == 4
    assert per_pixel(formats.JPEG, made(encoded, "JPEG", "L")) == 1
    assert per_pixel(formats.JPEG, made(encoded, "JPEG", progressive=True, subsampling=2)) == 4 + 3
    assert per_pixel(formats.JPEG, made(encoded, "JPEG", progressive=True, subsampling=0)) == 4 + 6
    assert per_pixel(formats.JPEG, made(encoded, "JPEG", "L", progressive=True)) == 1 + 2


def test_jpegs_that_are_decoded_smaller_still_cost_all_their_coefficients(encoded):
    claimed = []

    class Noting:
        def claim(self, nbytes):
            claimed.append(nbytes)
            return nullcontext()

    ref = ImageRef(Path("a.jpg"), made(encoded, "JPEG", progressive=True, subsampling=2))
    with open_picture(ref, Limits(), Noting(), enough=lambda width, height: (width // 4, height // 4)) as picture:
        assert (picture.width, picture.full_width) == (50, 200)
    assert claimed == [4 * PIXELS // 16 + 3 * PIXELS]


def test_a_jpeg_that_hides_its_scans_is_charged_too(encoded):
    data = bytearray(made(encoded, "JPEG", subsampling=0))
    scan = data.index(b"\xff\xda")
    data[scan + 4] = 1  # the first scan holds one component
    file = io.BytesIO(bytes(data))
    assert cost(open_image(formats.JPEG, file, Limits()), formats.JPEG, file) == 10 * PIXELS


def test_webp_avif_and_icons_hold_several_copies(encoded):
    assert per_pixel(formats.WEBP, made(encoded, "WEBP")) >= 16
    assert per_pixel(formats.AVIF, made(encoded, "AVIF", speed=10)) >= 14


def test_jpeg_2000_costs_its_largest_tile(encoded):
    assert per_pixel(formats.JPEG_2000, made(encoded, "JPEG2000")) > 4 + 15
    tiled = made(encoded, "JPEG2000", tile_size=(64, 64))
    assert (
        per_pixel(formats.JPEG_2000, tiled) == 4 + (5 * 64 * 64 * 3 + 8 * 12_000 + 3 * 6 * (1_500 + 9 + 240)) / PIXELS
    )


def test_compressed_tiff_costs_its_strips_and_turning_costs_a_copy(encoded):
    assert per_pixel(formats.TIFF, made(encoded, "TIFF")) == 4
    assert per_pixel(formats.TIFF, made(encoded, "TIFF", compression="tiff_lzw")) == 4 + 3
    strips = made(encoded, "TIFF", compression="tiff_lzw", tiffinfo={278: 10}, strip_size=6000)
    assert per_pixel(formats.TIFF, strips) == pytest.approx(4 + 0.3)
    assert per_pixel(formats.TIFF, made(encoded, "TIFF", tiffinfo={274: 3})) == 8


def refused(check, *arguments):
    with pytest.raises(Refusal) as caught:
        check(*arguments)
    assert caught.value.reason is Reason.TOO_LARGE
    return caught.value.detail


def test_the_words_name_both_numbers():
    limits = Limits(pixels=179_000_000)
    assert refused(require_pixels, (20_000, 10_000), limits) == "200.0 megapixels, the limit is 179"
    assert refused(require_pixels, (179_000_001, 1), limits) == "179.1 megapixels, the limit is 179"
    assert refused(require_pixels, (100_000, 100_000), limits) == "10,000.0 megapixels, the limit is 179"
    assert (
        refused(require_pixels, (10_000, 10_000), limits, formats.WEBP)
        == "100.0 megapixels, the limit for this kind of WebP is 55.9"
    )
    assert refused(require_affordable, 900_000_000, 90_000_000, formats.JPEG, limits).endswith("JPEG is 89.5")


def test_no_limit_is_called_0():
    limits = Limits(pixels=179_000_000)
    assert (
        refused(require_affordable, 5_000_000_001, 4, formats.TIFF, limits)
        == "TIFF: decoding takes 5,001 MB, the limit is 895"
    )
    assert refused(require_pixels, (60, 44), Limits(pixels=1000)) == "2,640 pixels, the limit is 1,000"
    assert (
        refused(require_pixels, (30, 30), Limits(pixels=1000), formats.WEBP)
        == "900 pixels, the limit for this kind of WebP is 312"
    )
    assert (
        refused(require_affordable, 900_000, 4, formats.TIFF, Limits(pixels=1000))
        == "TIFF: decoding takes 1 MB, the limit is 0.005"
    )


def test_the_limit_itself_passes():
    require_pixels((1000, 1000), Limits(pixels=1_000_000))
    require_affordable(5_000_000, 1, formats.PNG, Limits(pixels=1_000_000))


def test_tiles():
    require_tiles(1024, (10, 10))
    require_tiles(10_000, (4096, 4096))
    assert refused(require_tiles, 10_000, (100, 100)) == "JPEG 2000: cut into 10,000 tiles"
