"""What the libraries say of themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.credits import LIBRARIES, NOTICES, UNKNOWN, licence_of, notices_file, version_of


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_library_has_a_licence_in_one_line_and_a_version(library: str) -> None:
    assert licence_of(library) != UNKNOWN
    assert "\n" not in licence_of(library)
    assert re.match(r"\d+\.\d+", version_of(library))


def test_a_library_that_is_not_there_says_nothing() -> None:
    assert licence_of("no such library") == version_of("no such library") == UNKNOWN


@pytest.mark.parametrize(("program", "notices"), [("whatsit", NOTICES), ("MacOS/whatsit", f"Resources/{NOTICES}")])
def test_a_package_knows_where_the_licences_are(
    program: str, notices: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / program))
    assert notices_file() is None
    (tmp_path / notices).parent.mkdir(exist_ok=True)
    (tmp_path / notices).write_text("")
    assert notices_file() == tmp_path / notices
