"""What the libraries say of themselves."""

from __future__ import annotations

import re

import pytest

from app.credits import LIBRARIES, UNKNOWN, licence_of, version_of


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_library_has_a_licence_in_one_line_and_a_version(library: str) -> None:
    assert licence_of(library) != UNKNOWN
    assert "\n" not in licence_of(library)
    assert re.match(r"\d+\.\d+", version_of(library))


def test_a_library_that_is_not_there_says_nothing() -> None:
    assert licence_of("no such library") == version_of("no such library") == UNKNOWN
