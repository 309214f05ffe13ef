"""Newer versions in words."""

from __future__ import annotations

import pytest

from app import __version__
from app.desktop import update_wording
from app.release import Release, UpdateError, UpdateTrouble

PAGE = "https://example.org"


def test_a_newer_version_is_named_beside_ours() -> None:
    words = update_wording.answer_words(Release("99.0.0", PAGE), "example.org")
    assert words == f"There is a newer version, Whatsit 99.0.0. This is {__version__}."


@pytest.mark.parametrize("version", [__version__, "0.0.1"])
def test_no_newer_version_is_said(version: str) -> None:
    words = update_wording.answer_words(Release(version, PAGE), "example.org")
    assert words == f"There is no newer version. This is Whatsit {__version__}."


@pytest.mark.parametrize("trouble", UpdateTrouble)
def test_every_trouble_is_a_sentence(trouble: UpdateTrouble) -> None:
    words = update_wording.answer_words(UpdateError(trouble), "example.org")
    assert words.startswith("Whether there is a newer version is not known: ")
    assert words.endswith(".")
    assert "%1" not in words
    assert ("example.org" in words) == (trouble is not UpdateTrouble.LIBRARY_BROKEN)


def test_what_the_system_says_stands_in_brackets_and_is_harmless() -> None:
    words = update_wording.answer_words(UpdateError(UpdateTrouble.UNREACHABLE, "gone\u202e"), "example.org")
    assert words.endswith(r"example.org cannot be reached (gone\u202e).")
