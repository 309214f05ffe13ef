"""What is asked of every file; what is asked of each kind is tested beside its own room and in test_decode."""

from __future__ import annotations

import tracemalloc

import pytest

from app.images.decode import open_picture
from app.values import ImageRef, Limits, Reason


@pytest.mark.parametrize("name", ["webp", "avif", "heic"])
def test_a_file_that_is_larger_than_the_memory_for_pictures_is_not_read(samples, tmp_path, name):
    """Their decoders take the whole file into memory; this one is a hole of 10 GB with a good header."""
    path = tmp_path / "huge"
    path.write_bytes(samples[name].data)
    with path.open("r+b") as file:
        file.truncate(10 << 30)
    tracemalloc.start()
    try:
        with open_picture(ImageRef(path), Limits()) as outcome:
            reason, detail = outcome.reason, outcome.detail
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert reason is Reason.TOO_LARGE
    assert detail.endswith("a file of more than 512,000,000 bytes")
    assert peak < 1 << 20
