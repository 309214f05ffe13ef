"""Folders of pictures: real ones repeated under other names, and ones as a camera makes them."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from PIL import Image, ImageFilter

from speed.rates import Folders

ENDINGS = (".jpeg", ".jpg")
CAMERA_SIZE = (4000, 3000)
PHOTOGRAPHS = ("astronaut", "coffee", "chelsea", "rocket", "immunohistochemistry")  # of scikit-image


def real_pictures(folder: Path) -> tuple[Path, ...]:
    """The JPEGs right in a folder, by name."""
    return tuple(sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS))


def copied(pictures: Sequence[Path], top: Path) -> tuple[Path, ...]:
    """The same, on the file system on which all are repeated by hard links."""
    top.mkdir()
    return tuple(Path(shutil.copy(picture, top)) for picture in pictures)


def repeated(pictures: Sequence[Path], count: int, top: Path) -> Folders:
    """Folders below `top` of so many pictures, each again and again under other names, and of the first alone."""
    many, one = top / f"of-{count}", top / "of-1"
    for folder, length in ((many, count), (one, 1)):
        if not folder.is_dir():
            folder.mkdir(parents=True)
            for number, picture in enumerate(islice(cycle(pictures), length)):
                os.link(picture, folder / f"{number:06}-{picture.name}")
    return Folders(many, one, count)


def camera_pictures(sources: Sequence[Path], count: int, top: Path) -> tuple[Path, ...]:
    """So many different JPEGs of 12 megapixels, quality 92, 4:2:0, a few megabytes each, as a camera makes them."""
    top.mkdir(parents=True, exist_ok=True)
    paths = tuple(top / f"IMG_{number:04}.jpg" for number in range(count))
    for number, (path, source) in enumerate(zip(paths, cycle(sources), strict=False)):
        if not path.is_file():
            _as_by_a_camera(source, random.Random(number)).save(path, quality=92, subsampling="4:2:0")
    return paths


def _as_by_a_camera(source: Path, chance: random.Random) -> Image.Image:
    """Enlarged, with the sensor's noise and the camera's sharpening: without them it would be too smooth to decode."""
    with Image.open(source) as picture:
        upright = picture.convert("RGB").transpose(Image.Transpose.ROTATE_90) if _is_tall(picture) else picture
        large = upright.convert("RGB").resize(CAMERA_SIZE, Image.Resampling.LANCZOS)
    sharp = large.filter(ImageFilter.UnsharpMask(radius=2, percent=80, threshold=0))
    strength = chance.uniform(0.07, 0.12)
    return Image.blend(sharp, _noise(chance), strength)


def _is_tall(picture: Image.Image) -> bool:
    return picture.height > picture.width


def _noise(chance: random.Random) -> Image.Image:
    """Grey noise, the same in all channels: one tile of it, repeated."""
    width, height = CAMERA_SIZE
    tile = Image.effect_noise((1000, 1000), 60).rotate(chance.choice((0, 90, 180, 270)))
    whole = Image.new("L", CAMERA_SIZE)
    for place in ((across, down) for across in range(0, width, 1000) for down in range(0, height, 1000)):
        whole.paste(tile, place)
    return Image.merge("RGB", (whole,) * 3)


def example_photographs(top: Path) -> tuple[Path, ...]:
    """Those that come with scikit-image, for who has no pictures of his own."""
    from skimage import data

    top.mkdir(parents=True, exist_ok=True)
    paths = tuple(top / f"{name}.png" for name in PHOTOGRAPHS)
    for path in paths:
        Image.fromarray(getattr(data, path.stem)()).save(path)
    return paths
