import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops
from skimage import data
from torchvision.transforms import CenterCrop, Compose, InterpolationMode, Normalize, Resize, ToTensor

from app.images.decode import open_picture
from app.images.picture import Picture, upright_picture
from app.inference.preprocess import enough, network_image, normalised, pixels, quick_image
from app.models.builtin import builtin_model
from app.values import ImageRef, Limits

SPEC = builtin_model().preprocess


def reference(image: Image.Image) -> Image.Image:
    return Compose([Resize(SPEC.resize, InterpolationMode.BICUBIC), CenterCrop(SPEC.crop)])(image)


def coffee(width: int, height: int) -> Image.Image:
    return Image.fromarray(data.coffee()).resize((width, height))


@given(st.integers(1, 900), st.integers(1, 900))
@settings(max_examples=40, deadline=None)
def test_the_crop_is_torchvisions_to_the_last_bit(width: int, height: int) -> None:
    if max(width, height) > 16 * min(width, height):
        width, height = min(width, height * 16), min(height, width * 16)
    image = coffee(width, height)
    assert network_image(upright_picture(image, 1), SPEC).tobytes() == reference(image).tobytes()


@pytest.mark.parametrize("size", [(500, 30), (30, 501), (333, 444), (9000, 300)])
def test_a_squashed_picture_is_torchvisions_to_the_last_bit(size: tuple[int, int]) -> None:
    image, spec = coffee(*size), replace(SPEC, squash=True)
    squashed = Compose([Resize((spec.resize, spec.resize), InterpolationMode.BICUBIC), CenterCrop(spec.crop)])(image)
    assert network_image(upright_picture(image, 1), spec).tobytes() == squashed.tobytes()
    assert spec.crop_box(400, 200) == (25.0, 12.5, 375.0, 187.5)


@pytest.mark.parametrize("size", [(500, 300), (333, 444), (300, 1000)])
def test_a_crop_larger_than_the_picture_is_filled_up_as_torchvision_does(size: tuple[int, int]) -> None:
    image, spec = coffee(*size), replace(SPEC, resize=389, crop=448)
    filled = Compose([Resize(spec.resize, InterpolationMode.BICUBIC), CenterCrop(spec.crop)])(image)
    assert network_image(upright_picture(image, 1), spec).tobytes() == filled.tobytes()
    left, top, right, bottom = spec.crop_box(*size)
    assert left >= 0 <= top
    assert (right <= size[0], bottom <= size[1]) == (True, True)


@given(st.integers(1, 900), st.integers(1, 900), st.sampled_from(["bicubic", "bilinear", "nearest", "lanczos"]))
@settings(max_examples=60, deadline=None)
def test_the_quick_crop_is_the_same_but_for_roundings(width: int, height: int, interpolation: str) -> None:
    picture, spec = upright_picture(coffee(width, height), 1), replace(SPEC, interpolation=interpolation)
    exact, quick = network_image(picture, spec), quick_image(picture, spec)
    assert quick.size == exact.size
    apart = np.abs(np.asarray(exact, int) - np.asarray(quick, int))
    assert apart.mean() < 0.5  # of 255, where Pillow takes rows and columns in another order


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_quick_crop_of_a_turned_picture_is_turned(orientation: int) -> None:
    picture = upright_picture(coffee(500, 333), orientation)
    apart = np.abs(np.asarray(network_image(picture, SPEC), int) - np.asarray(quick_image(picture, SPEC), int))
    assert apart.max() <= 2


@pytest.mark.parametrize(
    ("size", "more"), [((3000, 2000), {}), ((333, 444), {"resize": 389, "crop": 448}), ((200, 9000), {})]
)
def test_where_there_is_no_quick_way_the_exact_one_is_taken(size: tuple[int, int], more: dict[str, int]) -> None:
    picture, spec = upright_picture(coffee(*size), 1), replace(SPEC, **more)  # type: ignore[arg-type]
    apart = np.abs(np.asarray(network_image(picture, spec), int) - np.asarray(quick_image(picture, spec), int))
    assert apart.max() <= (2 if size == (200, 9000) else 0)


@pytest.mark.parametrize("squash", [True, False])
def test_the_quick_crop_squashes_too(squash: bool) -> None:
    picture, spec = upright_picture(coffee(640, 300), 1), replace(SPEC, squash=squash)
    apart = np.abs(np.asarray(network_image(picture, spec), int) - np.asarray(quick_image(picture, spec), int))
    assert apart.max() <= 2


def test_twice_the_resized_picture_is_enough_of_it() -> None:
    assert enough(SPEC, 4000, 3000) == (2 * 341, 512)
    assert enough(SPEC, 3000, 4000) == (512, 2 * 341)
    assert enough(replace(SPEC, squash=True), 4000, 3000) == (512, 512)


def test_the_channels_of_a_network_that_wants_blue_first_are_turned_round() -> None:
    spec = replace(SPEC, order="bgr", mean=(0.1, 0.2, 0.3), std=(1.0, 0.5, 2.0))
    red = pixels(Image.new("RGB", (1, 1), (255, 0, 0)))[None]
    expected = [(0 - 0.1) / 1.0, (0 - 0.2) / 0.5, (1 - 0.3) / 2.0]
    assert normalised(red, spec).flatten().tolist() == pytest.approx(expected)


@pytest.mark.parametrize("size", [(500, 30), (30, 501), (33, 1000), (7, 113)])
def test_a_very_long_picture_is_cut_to_its_middle_first(size: tuple[int, int]) -> None:
    image = coffee(*size)
    difference = ImageChops.difference(network_image(upright_picture(image, 1), SPEC), reference(image))
    assert max(high for _, high in difference.getextrema()) <= 12  # half a pixel's shift at most


@pytest.mark.parametrize("size", [(1, 65_535), (65_535, 1), (60_001, 3)])
def test_an_absurdly_long_picture_costs_little(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    resized = Picture.resized

    def watched(picture: Picture, size: tuple[int, int], resample: Image.Resampling) -> Image.Image:
        made.append(size[0] * size[1])
        return resized(picture, size, resample)

    monkeypatch.setattr(Picture, "resized", watched)
    image = Image.new("RGB", size)
    image.putpixel((size[0] // 2, size[1] // 2), (255, 255, 255))  # exactly the middle
    crop = network_image(upright_picture(image, 1), SPEC)
    assert crop.size == (SPEC.crop, SPEC.crop)
    assert made[0] < 1_200_000
    assert crop.getpixel((SPEC.crop // 2, SPEC.crop // 2))[0] > 200


def test_pixels_are_the_picture() -> None:
    image = coffee(5, 3)
    tensor = pixels(image)
    assert (tensor.shape, tensor.dtype) == ((3, 3, 5), torch.uint8)
    assert tuple(tensor[:, 2, 4].tolist()) == image.getpixel((4, 2))


def test_normalisation_is_torchvisions_to_the_last_bit() -> None:
    image = coffee(224, 224)
    expected = Compose([ToTensor(), Normalize(SPEC.mean, SPEC.std)])(image)
    assert torch.equal(normalised(pixels(image)[None], SPEC)[0], expected)


def test_all_eight_orientations_give_the_same_tensor() -> None:
    """Promise P8: however a camera was held, the network sees the same pixels."""
    upright = coffee(300, 200)
    turned = {
        1: upright,
        2: upright.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: upright.transpose(Image.Transpose.ROTATE_180),
        4: upright.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: upright.transpose(Image.Transpose.TRANSPOSE),
        6: upright.transpose(Image.Transpose.ROTATE_90),
        7: upright.transpose(Image.Transpose.TRANSVERSE),
        8: upright.transpose(Image.Transpose.ROTATE_270),
    }
    tensors = []
    for orientation, stored in turned.items():
        exif = Image.Exif()
        exif[274] = orientation
        file = BytesIO()
        stored.save(file, "PNG", exif=exif)
        with open_picture(ImageRef(Path("turned.png"), file.getvalue()), Limits()) as picture:
            tensors.append(pixels(network_image(picture, SPEC)))
    assert all(torch.equal(tensor, tensors[0]) for tensor in tensors)


def test_the_crop_needs_no_torch() -> None:
    code = "import sys, app.inference.preprocess; assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
