"""Strips cover a picture once, and lie where they should in a turned one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.images import strips as module
from app.images.strips import Box, is_one_strip, source_box, strips


@given(st.integers(1, 60), st.integers(1, 60), st.integers(1, 900), st.booleans())
def test_strips_cover_every_pixel_once(width, height, pixels, across):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "STRIP_PIXELS", pixels)
        parts = list(strips(Box(0, 0, width, height), across))
        assert is_one_strip((width, height)) == (width * height <= pixels)
    covered = [(x, y) for part in parts for x in range(part.left, part.right) for y in range(part.top, part.bottom)]
    assert len(covered) == len(set(covered)) == width * height
    longest = max(pixels, width if across else height)
    assert all(part.size[0] * part.size[1] <= longest for part in parts)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_whole_box_is_the_whole_image(orientation):
    size = (30, 20)
    upright = Box(0, 0, *(reversed(size) if orientation > 4 else size))
    assert source_box(upright, orientation, size) == (0, 0, *size)
