"""Control, copyright and change log of the Debian package."""

from __future__ import annotations

import papers
import pytest
from needs import Needs
from project import settings

from app import __version__

NEEDS = Needs(("amd64", "x86_64"), (2, 36), ("libegl1",))


def fields(text: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith(" "))


@pytest.mark.parametrize(
    ("ours", "debians"), [("1.0.0", "1.0.0"), ("1.0rc1", "1.0~rc1"), ("1.0b2", "1.0~b2"), ("1.0.dev3", "1.0~dev3")]
)
def test_versions_before_a_release_sort_before_it(ours: str, debians: str) -> None:
    assert papers.debian_version(ours) == debians


def test_the_control_file_has_what_was_computed() -> None:
    control = fields(papers.control(NEEDS, 1234))
    assert control["Architecture"] == "amd64"
    assert control["Depends"] == "libc6 (>= 2.36), libegl1"
    assert control["Installed-Size"] == "1234"
    assert control["Maintainer"] == "The Whatsit authors <whatsit@localhost>"
    assert "Homepage" not in control


def test_the_control_file_names_who_publishes(monkeypatch: pytest.MonkeyPatch) -> None:
    filled = settings() | {"maintainer": "M <m@example.org>", "homepage": "https://example.org"}
    monkeypatch.setattr(papers, "settings", lambda: filled)
    control = fields(papers.control(NEEDS, 1))
    assert control["Maintainer"] == "M <m@example.org>"
    assert control["Homepage"] == "https://example.org"


def test_the_copyright_says_where_the_licences_of_all_that_comes_along_are() -> None:
    text = papers.copyright_file("/usr/lib/whatsit/NOTICES.txt")
    assert "License: several\n The licences of all" in text
    assert "\n /usr/lib/whatsit/NOTICES.txt.\n" in text
    assert " * The weights of the built-in model, EfficientNet-Lite0, are Google's" in text
    assert "License: Apache-2.0" in text


def test_the_change_log_is_debians() -> None:
    first, *_, last = papers.changelog().rstrip().splitlines()
    assert first == f"whatsit ({papers.debian_version(__version__)}) UNRELEASED; urgency=medium"
    assert last == f" -- {papers.maintainer()}  Thu, 01 Jan 2026 00:00:00 -0000"
