"""What the macOS application says of itself: the `info_plist` of the spec's BUNDLE."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from project import ID

MINIMUM_SYSTEM = "13.0"
"""The oldest macOS. The libraries inside may want a newer one; `dmg.py` then refuses to go on."""


def info_plist(version: str, extensions: Iterable[str]) -> dict[str, Any]:
    """The keys of Info.plist, beside those that PyInstaller writes (name, executable, icon).

    Pictures and folders can be dropped on the icon and are offered "Open With"; as an alternate viewer Whatsit takes no
    kind of file from another program. Nothing here asks for camera, contacts and the like, so no usage text is needed:
    for Desktop, Documents and Downloads macOS itself asks, in its own words.

    Args:
        version: of the program. What follows its three numbers is dropped where Apple allows only numbers.
        extensions: file name extensions of pictures that are decoded, with the dot.

    Raises:
        ValueError: if the version does not begin with three numbers.
    """
    return {
        "CFBundleIdentifier": ID,
        "CFBundleDisplayName": "Whatsit",
        "CFBundleShortVersionString": _numbers(version),
        "CFBundleVersion": _numbers(version),
        "CFBundleDevelopmentRegion": "en",
        "CFBundleDocumentTypes": [_pictures(extensions), _folders()],
        "LSBackgroundOnly": False,  # else PyInstaller says true of what prints, and it has no place in the Dock
        "LSApplicationCategoryType": "public.app-category.photography",
        "LSMinimumSystemVersion": MINIMUM_SYSTEM,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "© 2026 The Whatsit authors. Apache License 2.0.",
        "NSPrincipalClass": "NSApplication",
    }


def _numbers(version: str) -> str:
    """The leading numbers: "1.2.3" of "1.2.3rc1"."""
    found = re.match(r"\d+\.\d+\.\d+", version)
    if not found:
        raise ValueError(f"{version!r} is no version like 1.2.3.")
    return found[0]


def _pictures(extensions: Iterable[str]) -> dict[str, Any]:
    """By extension and not by type identifier: many of these formats have none that macOS knows."""
    return {
        "CFBundleTypeName": "Picture",
        "CFBundleTypeExtensions": sorted(extension.removeprefix(".") for extension in extensions),
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",
    }


def _folders() -> dict[str, Any]:
    return {
        "CFBundleTypeName": "Folder",
        "LSItemContentTypes": ["public.folder"],
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",
    }
