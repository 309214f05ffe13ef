"""The picture: fitted, not blown up without need, and dimmed around the crop."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QWidget

from app.desktop.intake import local_path
from app.desktop.picture_view import PictureView
from app.desktop.previews import Shown
from app.desktop.theme import LIGHT, Theme
from app.models.builtin import builtin_model
from app.values import ImageRef

GREEN = QColor("#00c000").rgb()


@pytest.fixture
def view(theme: Theme, host: QWidget) -> PictureView:
    view = PictureView(theme, host)
    view.resize(600, 400)
    return view


def shown(width: int, height: int) -> Shown:
    pixmap = QPixmap(min(width, 2560), min(height, 2560))
    pixmap.fill(QColor(GREEN))
    return Shown(pixmap, width, height)


def painted(view: PictureView) -> QImage:
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.window))
    view.render(image)
    return image


def green(image: QImage) -> tuple[int, int]:
    """How wide and how high the untouched picture appears, through the middle."""
    middle_row = [image.pixel(x, image.height() // 2) for x in range(image.width())]
    middle_column = [image.pixel(image.width() // 2, y) for y in range(image.height())]
    return middle_row.count(GREEN), middle_column.count(GREEN)


@pytest.mark.parametrize(
    ("size", "seen"),
    [
        ((6000, 4000), (552, 368)),
        ((400, 4000), (37, 368)),
        ((60, 40), (160, 107)),
        ((1, 1), (160, 160)),
        ((200, 100), (400, 200)),
        ((20000, 1), (568, 1)),
    ],
)
def test_a_picture_is_fitted(view: PictureView, size: tuple[int, int], seen: tuple[int, int]) -> None:
    view.show_picture(ImageRef(Path("a.jpg")), shown(*size), "a.jpg")
    assert green(painted(view)) == pytest.approx(seen, abs=2)


def test_the_crop_the_network_saw_stays_bright(view: PictureView) -> None:
    view.show_picture(ImageRef(Path("a.jpg")), shown(600, 400), "a.jpg")
    view.set_crop(builtin_model().preprocess)
    width, height = green(painted(view))
    side = 368 * 224 / 256
    assert width == pytest.approx(side, abs=4)
    assert height == pytest.approx(side, abs=4)
    view.set_crop(None)
    assert green(painted(view))[0] == pytest.approx(552, abs=2)


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_a_sign_stands_where_there_is_no_picture(view: PictureView, theme: Theme, appearance: str) -> None:
    theme.set_appearance(appearance)
    view.show_none("")
    nothing = painted(view)
    view.show_none("Could not be read: the file is cut off")
    assert view.accessibleName() == "Could not be read: the file is cut off"
    assert painted(view) != nothing
    assert view.picture_mime() is None


def test_a_picture_that_is_to_come_has_no_sign(view: PictureView) -> None:
    view.show_none("Could not be read")
    view.show_none("")
    nothing = painted(view)
    assert {nothing.pixel(x, 200) for x in range(600)} == {QColor(LIGHT.window).rgb()}


def test_a_tiny_view_paints_too(view: PictureView) -> None:
    view.resize(3, 2)
    view.show_picture(ImageRef(Path("a.jpg")), shown(60, 40), "a.jpg")
    view.set_crop(builtin_model().preprocess)
    painted(view)


@pytest.mark.parametrize("name", ["my café #1?.jpg", "<b>.jpg", pytest.param(os.fsdecode(b"caf\xe9.jpg"), id="bytes")])
def test_a_file_is_dragged_out_as_its_address(view: PictureView, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    view.show_picture(ImageRef(path), shown(60, 40), name)
    mime = view.picture_mime()
    assert [local_path(url) for url in mime.urls()] == [path]


def test_a_picture_without_a_file_is_dragged_out_as_pixels(view: PictureView) -> None:
    view.show_picture(ImageRef(Path("Pasted picture"), b"png"), shown(60, 40), "Pasted picture")
    mime = view.picture_mime()
    assert mime.hasImage()
    assert not mime.hasUrls()


def test_it_can_have_the_keyboard(view: PictureView) -> None:
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
