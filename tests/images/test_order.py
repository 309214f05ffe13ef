"""The order in which people count, as bytes that compare like it."""

from __future__ import annotations

import random
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.images.order import file_position, folder_position, input_position, natural_key
from app.images.sources import Discovery

NAMES = st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=12)


def test_people_count(tmp_path):
    names = ["img10.jpg", "IMG2.jpg", "img1.jpg", "a.jpg", "B.jpg", "img02.jpg", "img2b.jpg"]
    assert sorted(names, key=natural_key) == [
        "a.jpg",
        "B.jpg",
        "img1.jpg",
        "IMG2.jpg",
        "img02.jpg",
        "img2b.jpg",
        "img10.jpg",
    ]


def test_equal_but_for_case_or_zeros_is_settled_by_bytes():
    assert sorted(["a1", "A1", "a01"], key=natural_key) == ["A1", "a01", "a1"]


@given(st.lists(st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=12)))
def test_any_names_have_one_order(names):
    keys = [natural_key(name) for name in names]
    mixed = random.Random(1).sample(keys, len(keys))
    assert sorted(keys) == sorted(mixed)


@given(st.from_regex(r"[0-9²٣]{1,30}", fullmatch=True), st.integers(0, 10**30))
def test_any_digits_are_understood(digits, number):
    natural_key(digits)
    assert natural_key(f"a{number}") < natural_key(f"a{number + 1}")


def test_no_number_is_too_long():
    assert natural_key("9" * 10_000) < natural_key("1" + "0" * 10_000)


def plain_key(name: str) -> tuple[object, ...]:
    """The same order without any encoding: text and numbers in turn."""
    pieces = re.split(r"([0-9]+)", name.casefold())
    return tuple(int(piece) if at % 2 else piece for at, piece in enumerate(pieces))


@given(NAMES, NAMES)
def test_bytes_compare_as_text_and_numbers_do(one: str, other: str) -> None:
    if plain_key(one) != plain_key(other):
        assert (natural_key(one) < natural_key(other)) == (plain_key(one) < plain_key(other))


def test_files_come_before_folders_and_folders_keep_what_is_in_them() -> None:
    top = input_position(0)
    a, b = folder_position(top, "a"), folder_position(top, "a2")
    ordered = [
        top,
        file_position(top, "z"),
        a,
        file_position(a, "1"),
        folder_position(a, "0"),
        b,
        file_position(b, "0"),
    ]
    assert sorted(random.Random(1).sample(ordered, len(ordered))) == ordered
    assert input_position(1) > ordered[-1]
    assert input_position(256) > input_position(255)


@given(
    st.sets(
        NAMES.filter(lambda name: name not in (".", "..") and len(name.encode("utf-8", "replace")) < 80), max_size=4
    )
)
def test_a_walk_gives_ascending_positions(tmp_path_factory, names: set[str]) -> None:
    top = tmp_path_factory.mktemp("top")
    for name in names:
        folder = top / name
        try:
            folder.mkdir()
        except (OSError, UnicodeEncodeError):
            continue
        for number in (10, 9):
            (folder / f"{number}.jpg").touch()
    (top / "z.jpg").touch()
    discovery = Discovery([Path("gone.jpg"), top, Path("last.jpg")])
    positions = [file_position(discovery.position, ref.path.name) for ref in discovery]
    assert positions == sorted(set(positions))
    assert len(positions) >= 3
