"""Info.plist and the entitlements of the macOS application."""

from __future__ import annotations

import plistlib
import re

import pytest
import sign
from bundle import info_plist

from app.images.formats import SUPPORTED_EXTENSIONS

INFO = info_plist("1.2.3rc1", SUPPORTED_EXTENSIONS)


def test_it_is_a_property_list_with_the_applications_id_and_version() -> None:
    info = plistlib.loads(plistlib.dumps(INFO))
    assert info["CFBundleIdentifier"] == "app.whatsit.Whatsit"
    assert info["CFBundleShortVersionString"] == info["CFBundleVersion"] == "1.2.3"
    assert re.fullmatch(r"\d+\.\d+", info["LSMinimumSystemVersion"])
    assert info["NSHighResolutionCapable"] is True
    assert info["LSApplicationCategoryType"].startswith("public.app-category.")


def test_it_comes_to_the_front_though_it_prints_in_a_terminal_too() -> None:
    """PyInstaller writes "background only" for a program with a console, unless that is written already."""
    assert INFO["LSBackgroundOnly"] is False


def test_every_picture_that_is_decoded_and_folders_can_be_opened_and_none_is_seized() -> None:
    pictures, folders = INFO["CFBundleDocumentTypes"]
    assert {f".{each}" for each in pictures["CFBundleTypeExtensions"]} == SUPPORTED_EXTENSIONS
    assert folders["LSItemContentTypes"] == ["public.folder"]
    for kind in (pictures, folders):
        assert kind["CFBundleTypeRole"] == "Viewer"
        assert kind["LSHandlerRank"] == "Alternate"


def test_nothing_is_asked_for_that_the_program_does_not_use() -> None:
    assert not [key for key in INFO if key.endswith("UsageDescription")]


def test_a_version_without_three_numbers_is_refused() -> None:
    with pytest.raises(ValueError, match="no version"):
        info_plist("1.2", [])


def test_the_entitlements_are_the_few_that_are_explained() -> None:
    entitlements = plistlib.loads(sign.ENTITLEMENTS.read_bytes())
    assert entitlements == {"com.apple.security.cs.allow-jit": True}
    assert sign.ENTITLEMENTS.read_text(encoding="utf-8").count("<!--") >= len(entitlements)
