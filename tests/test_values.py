"""The values that flow: frozen, small, and their arithmetic that of torchvision."""

from __future__ import annotations

import ast
import copy
import dataclasses
import pickle
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import values
from app.values import ImageRef, PreprocessSpec

LITE0 = PreprocessSpec(256, 224, "bicubic", (0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
sides = st.integers(1, 20_000)
DATACLASSES = [kind for kind in vars(values).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)]


@pytest.mark.parametrize("kind", DATACLASSES, ids=lambda kind: kind.__name__)
def test_values_are_frozen_and_slotted(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(kind)


def test_only_the_standard_library_is_imported() -> None:
    tree = ast.parse(Path(values.__file__).read_text())
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    assert {str(name).split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_the_pixels_of_a_pasted_picture_stay_out_of_its_repr() -> None:
    assert "secret" not in repr(ImageRef(Path("pasted"), b"secret"))


@given(sides, sides)
def test_the_shorter_side_becomes_the_resize_length(width: int, height: int) -> None:
    resized = LITE0.resized_size(width, height)
    assert min(resized) == 256
    assert (resized[0] <= resized[1]) == (width <= height) or resized[0] == resized[1]


@settings(deadline=None)  # the first example imports torchvision
@given(sides, sides)
def test_sizes_and_offsets_are_those_of_torchvision(width: int, height: int) -> None:
    functional = pytest.importorskip("torchvision.transforms.functional")
    expected = functional._compute_resized_output_size((height, width), [LITE0.resize])
    assert LITE0.resized_size(width, height) == (expected[1], expected[0])
    resized_width, resized_height = LITE0.resized_size(width, height)
    expected_offset = (int(round((resized_width - 224) / 2.0)), int(round((resized_height - 224) / 2.0)))  # noqa: RUF046
    assert LITE0.crop_offset(resized_width, resized_height) == expected_offset


@given(sides, sides)
def test_the_crop_lies_inside_the_picture(width: int, height: int) -> None:
    left, top, right, bottom = LITE0.crop_box(width, height)
    assert 0 <= left < right <= width * 1.000001
    assert 0 <= top < bottom <= height * 1.000001


def test_the_crop_of_a_square_is_its_middle() -> None:
    assert LITE0.crop_box(256, 256) == (16, 16, 240, 240)


def test_values_can_travel_between_processes() -> None:
    ref = ImageRef(Path("a.jpg"), b"x")
    assert pickle.loads(pickle.dumps(ref)) == copy.deepcopy(ref) == ref
