"""What the networks of the zoos see is what their own libraries would show them, for every setting in use."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import timm
from PIL import Image
from skimage import data
from timm.data import create_transform, resolve_data_config
from torchvision import models
from torchvision.transforms import CenterCrop, Resize

from app.images.picture import upright_picture
from app.inference.preprocess import network_image
from app.models.timm_cards import timm_cards
from app.models.torchvision_cards import torchvision_cards
from app.values import PreprocessSpec

SAME = {"mean": (0.0, 0.0, 0.0), "std": (1.0, 1.0, 1.0)}  # which no pixel of the crop depends on


def test_every_resizing_and_cropping_in_use_is_the_librarys_to_the_last_bit() -> None:
    pictures = [Image.fromarray(data.coffee()).resize(size) for size in ((500, 375), (333, 640))]
    settings = in_use()
    assert {step.interpolation for step in settings} == {"bilinear", "bicubic"}
    assert {step.squash for step in settings} == {False, True}
    for step, transform in settings.items():
        for picture in pictures:
            expected = cropped(transform, picture)
            assert network_image(upright_picture(picture, 1), step).tobytes() == expected.tobytes(), step


def in_use() -> dict[PreprocessSpec, Any]:
    """Each way to resize and crop, with the transform of a network that wants it."""
    of_torchvision = {
        replace(card.preprocess, **SAME): models.get_model_weights(card.architecture)[card.key.partition(":")[2]]
        for card in torchvision_cards()
    }
    of_timm = {replace(card.preprocess, **SAME): card.architecture for card in timm_cards()}
    return of_torchvision | of_timm


def cropped(source: Any, picture: Image.Image) -> Image.Image:
    """The steps of a library's own transform that are done on pictures."""
    if isinstance(source, str):
        about = timm.models.get_pretrained_cfg(source).to_dict()
        steps = create_transform(**resolve_data_config({}, pretrained_cfg=about)).transforms[:2]
    else:
        preset = source.transforms()
        steps = [Resize(preset.resize_size, preset.interpolation), CenterCrop(preset.crop_size)]
    for step in steps:
        picture = step(picture)
    return picture
