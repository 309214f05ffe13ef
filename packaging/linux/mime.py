"""The MIME types of the pictures that the program reads, as desktops on Linux call them."""

from __future__ import annotations

from collections.abc import Iterable

from project import Refusal

from app.images.formats import SUPPORTED_EXTENSIONS

FOLDER = "inode/directory"

_EXTENSIONS = {
    "image/apng": ".apng",
    "image/avif": ".avif .avifs",
    "image/bmp": ".bmp .dib",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "image/heic-sequence": ".heics",
    "image/heif": ".heif .hif",
    "image/heif-sequence": ".heifs",
    "image/jp2": ".jp2",
    "image/jpeg": ".jpg .jpeg .jpe .jfif",
    "image/jpx": ".jpf .jpx",
    "image/mpo": ".mpo",
    "image/png": ".png",
    "image/tiff": ".tif .tiff",
    "image/vnd.microsoft.icon": ".ico",
    "image/webp": ".webp",
    "image/x-adobe-dng": ".dng",
    "image/x-canon-cr2": ".cr2",
    "image/x-canon-cr3": ".cr3",
    "image/x-canon-crw": ".crw",
    # The parent of all camera RAW: the desktop's database has no type of their own for these.
    "image/x-dcraw": ".3fr .ari .erf .fff .iiq .mef .mos .rwl .srw",
    "image/x-fuji-raf": ".raf",
    "image/x-jp2-codestream": ".j2c .j2k .jpc",
    "image/x-kodak-dcr": ".dcr",
    "image/x-kodak-k25": ".k25",
    "image/x-kodak-kdc": ".kdc",
    "image/x-minolta-mrw": ".mrw",
    "image/x-nikon-nef": ".nef",
    "image/x-nikon-nrw": ".nrw",
    "image/x-olympus-orf": ".orf",
    "image/x-panasonic-rw": ".raw",
    "image/x-panasonic-rw2": ".rw2",
    "image/x-pentax-pef": ".pef",
    "image/x-portable-anymap": ".pnm",
    "image/x-portable-bitmap": ".pbm",
    "image/x-portable-floatmap": ".pfm",
    "image/x-portable-graymap": ".pgm",
    "image/x-portable-pixmap": ".ppm",
    "image/x-sigma-x3f": ".x3f",
    "image/x-sony-arw": ".arw",
    "image/x-sony-sr2": ".sr2",
    "image/x-sony-srf": ".srf",
    "image/x-tga": ".tga .icb .vda .vst",
}
TYPES = {extension: name for name, extensions in _EXTENSIONS.items() for extension in extensions.split()}
"""The MIME type of each extension."""


def picture_types(extensions: Iterable[str] = SUPPORTED_EXTENSIONS) -> list[str]:
    """The MIME types of files with these extensions, sorted; by default of all that can be decoded here.

    Raises:
        Refusal: if an extension has none in this file.
    """
    if unknown := sorted(set(extensions) - TYPES.keys()):
        raise Refusal(f"packaging/linux/mime.py has no MIME type for {', '.join(unknown)}.")
    return sorted({TYPES[extension] for extension in extensions})
