from concurrent.futures import CancelledError
from io import BytesIO
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PIL import Image
from skimage import data

from app.images.budget import DecodeBudget
from app.inference import decoding
from app.inference.decoding import Decoded, StoppableBudget, decoded
from app.models.builtin import builtin_model
from app.values import Failed, ImageRef, Limits, Reason, Stage

SPEC = builtin_model().preprocess


def encoded(image: Image.Image, kind: str = "PNG") -> ImageRef:
    file = BytesIO()
    image.save(file, kind)
    return ImageRef(Path("a picture"), file.getvalue())


def picture(size: tuple[int, int] = (30, 20)) -> ImageRef:
    return encoded(Image.new("RGB", size))


@pytest.mark.parametrize("is_exact", [True, False])
def test_a_decoded_picture_is_the_crop_and_knows_the_full_size(is_exact: bool) -> None:
    item = decoded(picture((30, 3000)), SPEC, Limits(), is_exact=is_exact)
    assert isinstance(item, Decoded)
    assert (item.image.size, item.image.mode) == ((224, 224), "RGB")
    assert (item.width, item.height) == (30, 3000)
    assert item.seconds > 0


@pytest.mark.parametrize("is_exact", [True, False])
def test_the_limits_hold(is_exact: bool) -> None:
    item = decoded(picture((50, 50)), SPEC, Limits(pixels=2000), is_exact=is_exact)
    assert isinstance(item, Failed)
    assert item.reason is Reason.TOO_LARGE


def test_a_camera_picture_is_decoded_smaller_and_looks_the_same() -> None:
    photograph = Image.fromarray(data.astronaut()).resize((4000, 3000), Image.Resampling.LANCZOS)
    ref = encoded(photograph, "JPEG")
    exact, quick = (decoded(ref, SPEC, Limits(), is_exact=is_exact) for is_exact in (True, False))
    assert isinstance(exact, Decoded)
    assert isinstance(quick, Decoded)
    assert (quick.width, quick.height) == (exact.width, exact.height) == (4000, 3000)
    assert exact.image.tobytes() != quick.image.tobytes()
    apart = np.abs(np.asarray(exact.image, float) - np.asarray(quick.image, float))
    assert apart.mean() < 1


@pytest.mark.parametrize(
    ("error", "reason", "detail"),
    [
        (MemoryError(), Reason.OUT_OF_MEMORY, ""),
        (ZeroDivisionError("a fault of ours"), Reason.DAMAGED, "ZeroDivisionError"),
    ],
)
@pytest.mark.usefixtures("caplog")  # it is logged
def test_an_error_after_decoding_costs_one_picture(
    error: Exception, reason: Reason, detail: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> Image.Image:
        raise error

    monkeypatch.setattr(decoding, "network_image", fails)
    ref = picture()
    assert decoded(ref, SPEC, Limits()) == Failed(ref, Stage.DECODE, reason, detail)


def test_a_budget_of_a_stopped_job_grants_nothing() -> None:
    stop = Event()
    budget = StoppableBudget(DecodeBudget(10), stop)
    with budget.claim(10):
        stop.set()
    with pytest.raises(CancelledError), budget.claim(10):
        pytest.fail("it was granted")
    stop.clear()
    with budget.claim(10):  # and nothing is left held
        pass
