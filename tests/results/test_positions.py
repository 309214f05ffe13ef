"""Where the file's own name begins in a position, as `images.order` makes them."""

from __future__ import annotations

import os

from hypothesis import example, given
from hypothesis import strategies as st

from app.images.order import file_position, folder_position, input_position
from app.results.positions import name_offset

names = st.binary(min_size=1, max_size=40).filter(lambda name: b"\0" not in name and b"/" not in name).map(os.fsdecode)


@given(st.integers(0, 2**32 - 1), st.lists(names, max_size=4), names)
@example(0, ["1", "\x01", "\x02\x01"], "\x01")
@example(256, ["0" * 20, "img0007x12"], "9" * 254)
@example(0, [], "7")
@example(0, ["a" * 255], os.fsdecode(b"\xff\x01\x02"))
def test_it_is_where_the_key_of_the_last_name_begins(number: int, folders: list[str], name: str) -> None:
    place = input_position(number)
    for folder in folders:
        place = folder_position(place, folder)
    assert name_offset(file_position(place, name)) == len(place) + 1
    assert name_offset(folder_position(place, name)) == len(place) + 1, (
        "a folder that could not be listed has a row too"
    )


@given(st.binary(max_size=60))
@example(input_position(3))
@example(file_position(input_position(0), "a")[:-1])
def test_anything_else_has_an_offset_too(position: bytes) -> None:
    assert 0 <= name_offset(position) <= len(position)


def test_an_input_without_a_name_begins_at_once() -> None:
    assert name_offset(input_position(7)) == 0
    assert name_offset(b"") == 0
