"""The version resource of the Windows programs."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from version import DESCRIPTIONS, numbers, version_resource


def read(resource: str) -> dict[str, Any]:
    """The resource evaluated as PyInstaller does, with stand-ins for its classes."""
    strings: dict[str, str] = {}
    names = {
        "FixedFileInfo": SimpleNamespace,
        "StringStruct": strings.__setitem__,
        "StringTable": lambda language, each: None,
        "StringFileInfo": lambda tables: None,
        "VarStruct": lambda name, values: None,
        "VarFileInfo": lambda each: None,
        "VSVersionInfo": lambda ffi, kids: ffi,
    }
    fixed = eval(resource, names)
    return {"fixed": fixed, **strings}


@pytest.mark.parametrize("executable", DESCRIPTIONS)
def test_it_names_the_program_and_its_version(executable: str) -> None:
    found = read(version_resource("1.2.3", executable))
    assert found["fixed"].filevers == (1, 2, 3, 0)
    assert found["fixed"].flags == 0
    assert found["FileVersion"] == found["ProductVersion"] == "1.2.3"
    assert found["OriginalFilename"] == executable
    assert found["FileDescription"] == DESCRIPTIONS[executable]


def test_a_version_before_the_release_is_marked_as_one() -> None:
    found = read(version_resource("1.2.3rc1", "whatsit.exe"))
    assert found["fixed"].prodvers == (1, 2, 3, 0)
    assert found["fixed"].flags == 2
    assert found["ProductVersion"] == "1.2.3rc1"


@pytest.mark.parametrize("version", ["", "1.2", "one", "1.2.65536"])
def test_what_windows_cannot_hold_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match="no version"):
        numbers(version)
