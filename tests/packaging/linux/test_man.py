"""The manual page names each command with all that it takes, and man shows it without a complaint."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable

import pytest
from man import COMMANDS, ENVIRONMENT, escaped, manual_page
from project import ROOT

from app.cli.arguments import Parser, window_parser
from app.cli.main import _COMMANDS


def parts() -> dict[str, str]:
    """What the page says about each command."""
    pattern = re.compile(r"^\.SS (whatsit \w+)\n(.*?)(?=^\.S[SH]|\Z)", re.MULTILINE | re.DOTALL)
    return dict(pattern.findall(manual_page()))


def test_every_command_has_its_part() -> None:
    assert parts().keys() == {f"whatsit {name}" for name in _COMMANDS if not name.startswith("-")}


@pytest.mark.parametrize("make", COMMANDS, ids=lambda make: make.__name__)
def test_every_option_is_there_with_its_words(make: Callable[[], Parser]) -> None:
    parser = make()
    part = parts()[parser.prog]
    for action in parser._actions:
        name = ", ".join(action.option_strings) or str(action.metavar)
        assert rf"\fB{escaped(name)}" in part
        assert escaped((action.help or "").split("%")[0]) in part
    assert escaped(str(parser.description)) in part


def test_the_windows_own_options_are_there() -> None:
    for action in window_parser("1")._actions:
        assert escaped(", ".join(action.option_strings) or str(action.metavar)) in manual_page()


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_what_can_be_set_is_what_administrators_are_told(name: str) -> None:
    assert rf"\fB{name}\fR" in manual_page()
    assert f"| `{name}` |" in (ROOT / "docs" / "administrator.md").read_text(encoding="utf-8")


def test_text_stays_what_it_is() -> None:
    assert escaped("--a\n.b\n'c' \\d") == "\\-\\-a\n\\&.b\n\\(aqc\\(aq \\ed"


def test_man_has_nothing_to_complain_of(tool: Callable[[str], str]) -> None:
    command = [tool("groff"), "-man", "-ww", "-z", "-Kutf8", "-Tutf8"]
    assert subprocess.run(command, input=manual_page(), capture_output=True, text=True, check=True).stderr == ""
