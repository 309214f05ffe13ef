"""The first lines of the frozen program, with a program that only says what it was given."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

START = Path(__file__).resolve().parents[3] / "packaging" / "freeze" / "start.py"
PROGRAM = "import json, os\ndef main():\n    print(json.dumps(dict(os.environ)))\n    return 7\n"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what PyInstaller does on Linux is undone there")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with an `app` that prints its environment."""
    (tmp_path / "app" / "cli").mkdir(parents=True)
    for name, text in (("__init__.py", ""), ("cli/__init__.py", ""), ("cli/main.py", PROGRAM)):
        (tmp_path / "app" / name).write_text(text, encoding="utf-8")
    return tmp_path


def left(program: Path, **given: str) -> dict[str, str]:
    """The environment that the program finds, of one that PyInstaller has changed."""
    environment = {"PATH": os.defpath, "PYTHONPATH": str(program), "PYTHONCOERCECLOCALE": "0"} | given
    done = subprocess.run([sys.executable, START], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 7, done.stderr
    return dict(json.loads(done.stdout))


def test_other_programs_do_not_inherit_the_way_to_our_libraries(program: Path) -> None:
    assert "LD_LIBRARY_PATH" not in left(program, LD_LIBRARY_PATH="/nowhere/_internal")


def test_what_the_user_had_set_is_there_again(program: Path) -> None:
    found = left(program, LD_LIBRARY_PATH="/nowhere/_internal:/mine", LD_LIBRARY_PATH_ORIG="/mine")
    assert found["LD_LIBRARY_PATH"] == "/mine"
    assert "LD_LIBRARY_PATH_ORIG" not in found


@pytest.mark.parametrize(("given", "expected"), [({}, "C.UTF-8"), ({"LANG": "de_DE.UTF-8"}, None)])
def test_without_a_locale_text_is_utf_8(program: Path, given: dict[str, str], expected: str | None) -> None:
    assert left(program, **given).get("LC_CTYPE") == expected
