"""One decoder for each kind, called directly; what they refuse stands in test_decode."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from app.images import decoders, formats
from app.images.decoders import embedded_preview, open_image
from app.images.diagnosis import Refusal
from app.images.formats import RAW, Kind
from app.values import Limits, Reason

DECODED = [kind for kind in vars(formats).values() if isinstance(kind, Kind) and kind.supported and kind is not RAW]


def test_every_supported_kind_has_its_decoder():
    assert set(decoders._FACTORIES) == set(DECODED)


def test_a_header_is_read_without_the_pixels(encoded, photograph):
    data = encoded(photograph(), "PNG")
    image = open_image(formats.PNG, io.BytesIO(data[:60]), Limits())  # cut off within the pixels
    assert (image.size, image.mode) == ((60, 44), "RGB")


def test_the_wrong_decoder_refuses(samples):
    with pytest.raises(SyntaxError):
        open_image(formats.PNG, io.BytesIO(samples["jpeg"].data), Limits())


def test_pillows_own_limit_does_not_undercut_ours(encoded, photograph):
    assert Image.MAX_IMAGE_PIXELS is None
    assert open_image(formats.PNG, io.BytesIO(encoded(photograph(), "PNG")), Limits(pixels=60 * 44)).size == (60, 44)
    with pytest.raises(Refusal) as caught:
        open_image(formats.PNG, io.BytesIO(encoded(photograph(), "PNG")), Limits(pixels=60 * 44 - 1))
    assert caught.value.reason is Reason.TOO_LARGE


def test_a_preview_that_is_a_bitmap(monkeypatch):
    rawpy = pytest.importorskip("rawpy")
    pixels = pytest.importorskip("numpy").full((2, 3, 3), 9, dtype="uint8")

    class Raw:
        sizes = type("Sizes", (), {"flip": 5})

        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def extract_thumb(self):
            return type("Thumbnail", (), {"format": rawpy.ThumbFormat.BITMAP, "data": pixels})

    monkeypatch.setattr(rawpy, "imread", lambda _: Raw())
    kind, file, orientation = embedded_preview(io.BytesIO())
    assert (kind, orientation) == (formats.PNM, 8)
    assert open_image(kind, file, Limits()).size == (3, 2)


def test_only_what_is_needed_is_imported():
    program = (
        "import sys, app.images.decode, app.images.sources\n"
        "loaded = [name for name in sys.modules if 'ImagePlugin' in name or name in ('pi_heif', 'rawpy', 'numpy')]\n"
        "print(loaded)\n"
    )
    root = Path(decoders.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
