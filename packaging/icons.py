"""Make the program's icon for every system, from its artwork in resources/icons.

    python packaging/icons.py OUT

writes
    OUT/hicolor/SIZExSIZE/apps/ID.png, hicolor/scalable/apps/ID.svg, hicolor/symbolic/apps/ID-symbolic.svg   for Linux
    OUT/whatsit.ico     16 to 256 pixels, for Windows
    OUT/whatsit.icns    32 to 1024 pixels, for macOS, within the margins that its other icons keep

The same artwork gives the same bytes.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from PIL import Image
from project import ID, ROOT
from PySide6.QtGui import QImage

from app.desktop.icons import application_image

HICOLOR = (16, 22, 24, 32, 48, 64, 128, 256, 512)
VECTORS = {
    "whatsit.svg": f"scalable/apps/{ID}.svg",
    "whatsit-symbolic.svg": f"symbolic/apps/{ID}-symbolic.svg",
}
ICO = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS = (32, 64, 128, 256, 512, 1024)
MAC_TILE = 824 / 1024
"""How much of an icon's width its tile fills on macOS."""
TILE = 56 / 64
"""The same of whatsit.svg."""


def main() -> None:
    out = Path(sys.argv[1])
    write_hicolor(out / "hicolor")
    save_all(out / "whatsit.ico", [drawn(size) for size in ICO])
    save_all(out / "whatsit.icns", [drawn_for_mac(size) for size in ICNS])


def write_hicolor(folder: Path) -> None:
    """The icon as themes of Linux look for it."""
    for size in HICOLOR:
        path = folder / f"{size}x{size}" / "apps" / f"{ID}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        drawn(size).save(path, optimize=True)
    for name, place in VECTORS.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / "resources" / "icons" / name, folder / place)


def save_all(path: Path, images: Iterable[Image.Image]) -> None:
    """One file with all these pictures, as they are: Pillow would scale the largest for sizes that it lacks."""
    largest, *others = sorted(images, key=lambda image: -image.width)
    largest.save(path, sizes=[image.size for image in (largest, *others)], append_images=others)


def drawn(size: int) -> Image.Image:
    """The icon as a square of `size` pixels, RGBA."""
    image = application_image(size).convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (size, size), bytes(image.constBits()))


def drawn_for_mac(size: int) -> Image.Image:
    """The icon within the wider margins of macOS; in a few pixels they would only blur it."""
    if size <= 64:
        return drawn(size)
    inner = 2 * round(size * MAC_TILE / TILE / 2)
    image = Image.new("RGBA", (size, size))
    image.paste(drawn(inner), ((size - inner) // 2,) * 2)
    return image


if __name__ == "__main__":
    main()
