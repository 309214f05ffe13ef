"""Every file of a large collection of odd, broken and exotic pictures has one answer; skipped where it is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from app.images.decode import open_picture
from app.images.picture import Picture
from app.images.sources import Discovery
from app.values import Failed, ImageRef, Limits, Reason, Stage

SHARED = Path(__file__).parents[3] / "shared"
ODD = SHARED / "odd-images"

pytestmark = pytest.mark.skipif(not ODD.is_dir(), reason="the collection is not here")


@pytest.mark.slow
def test_every_file_has_one_answer(capfd):
    paths = [path for path in sorted(ODD.rglob("*")) if path.is_file()]
    answers = []
    for path in paths:
        with open_picture(ImageRef(path), Limits()) as outcome:
            if isinstance(outcome, Picture):
                height = max(1, min(4096, 256 * outcome.height // outcome.width))
                assert outcome.resized((256, height), Image.Resampling.BICUBIC).mode == "RGB"
            answers.append(outcome)
    failed = [answer for answer in answers if isinstance(answer, Failed)]
    assert len(answers) == len(paths)
    assert len(answers) - len(failed) > 1200
    assert all(answer.stage is Stage.DECODE for answer in failed)
    assert {answer.reason for answer in failed} == {
        Reason.NOT_A_PICTURE,
        Reason.UNSUPPORTED,
        Reason.TRUNCATED,
        Reason.DAMAGED,
        Reason.TOO_LARGE,
    }
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("shape", ["Landscape", "Portrait"])
def test_the_eight_orientations_of_a_photograph(shape):
    seen = []
    for number in range(1, 9):
        with open_picture(ImageRef(ODD / "exif-orientation" / f"{shape}_{number}.jpg"), Limits()) as picture:
            assert isinstance(picture, Picture)
            seen.append(picture.resized((picture.width // 8, picture.height // 8), Image.Resampling.BICUBIC))
    assert {image.size for image in seen} == {seen[0].size}
    for image in seen:
        histogram = ImageChops.difference(image, seen[0]).convert("L").histogram()
        assert sum(value * count for value, count in enumerate(histogram)) / (image.width * image.height) < 2


def test_a_walk_finds_the_pictures():
    discovery = Discovery([ODD])
    items = list(discovery)
    assert len(items) + sum(discovery.skipped.values()) == sum(path.is_file() for path in ODD.rglob("*"))
    assert len(items) > 1450
