"""The program's icon in every format, with the pictures that each system asks for."""

from __future__ import annotations

from pathlib import Path

import icons
import pytest
from PIL import Image

from app.desktop.icons import application_image


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["icons.py", str(folder)])
        icons.main()
    return folder


def test_linux_has_every_size_a_drawing_and_one_in_a_single_colour(made: Path) -> None:
    names = {path.relative_to(made / "hicolor").as_posix() for path in (made / "hicolor").rglob("*.*g")}
    assert names == {f"{size}x{size}/apps/{icons.ID}.png" for size in icons.HICOLOR} | set(icons.VECTORS.values())
    for size in icons.HICOLOR:
        with Image.open(made / "hicolor" / f"{size}x{size}" / "apps" / f"{icons.ID}.png") as image:
            assert (image.size, image.mode) == ((size, size), "RGBA")


@pytest.mark.parametrize("size", icons.ICO)
def test_windows_shows_in_each_size_what_the_window_shows(made: Path, size: int) -> None:
    with Image.open(made / "whatsit.ico") as icon:
        icon.size = (size, size)
        assert icon.convert("RGBA").tobytes() == icons.drawn(size).tobytes()
    assert (
        icons.drawn(size).getpixel((size // 2, size // 4))
        == application_image(size).pixelColor(size // 2, size // 4).getRgb()
    )


def test_macos_has_its_sizes_up_to_the_largest_within_its_margins(made: Path) -> None:
    with Image.open(made / "whatsit.icns") as icon:
        assert {width * scale for width, _, scale in icon.info["sizes"]} == set(icons.ICNS)
        largest = icon.icns.getimage((512, 512, 2)).convert("RGBA")
    left, top, right, bottom = largest.getchannel("A").point(lambda alpha: 255 * (alpha > 127)).getbbox()
    assert (left, top) == (1024 - right, 1024 - bottom)
    assert abs(right - left - 824) <= 2


def test_the_same_artwork_gives_the_same_bytes(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["icons.py", str(tmp_path)])
    icons.main()
    for path in (path for path in made.rglob("*") if path.is_file()):
        assert (tmp_path / path.relative_to(made)).read_bytes() == path.read_bytes()
