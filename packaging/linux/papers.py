"""The papers of the Debian package: control, copyright and change log."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from email.utils import formatdate

from desktop_files import plain
from needs import Needs
from project import ROOT, Release, publisher, releases, settings

from app import __version__

_DESCRIPTION = """\
Drop a picture on the window and read what it shows: five bars, each a class and how sure the model is of it. A model
that knows 1,000 kinds of things is built in. Everything happens on this computer, without a network.

Whole folders become a table that can be filtered, searched and exported, whose pictures can be sorted into folders by
class or tagged in XMP sidecars. All of it can be done on the command line, too.
"""


def debian_version(version: str) -> str:
    """Versions before a release sort before it: "1.0rc1" becomes "1.0~rc1"."""
    return re.sub(r"(?<=\d)\.?(a|b|rc|dev)(?=\d)", r"~\1", version)


def maintainer() -> str:
    return settings()["maintainer"] or f"{publisher()} <whatsit@localhost>"


def control(needs: Needs, kilobytes: int) -> str:
    """The control file of a package that takes so many kilobytes when it is installed."""
    fields = {
        "Package": "whatsit",
        "Version": debian_version(__version__),
        "Architecture": needs.machine[0],
        "Maintainer": maintainer(),
        "Installed-Size": str(kilobytes),
        "Depends": needs.depends(),
        "Recommends": "ca-certificates",  # to fetch a picture from the web that somebody dropped
        "Section": "graphics",
        "Priority": "optional",
        "Homepage": settings()["homepage"],
        "Description": f"image classifier that says what pictures show\n{_folded(_DESCRIPTION)}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def copyright_file(notices: str) -> str:
    """The copyright in Debian's machine-readable format.

    Args:
        notices: where the licences of all that comes along are, word for word, as an installed file.
    """
    source = settings()["homepage"]
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    return f"""\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Whatsit
{f"Source: {source}" if source else "Comment: This package is made by the makers of the program, not by Debian."}

Files: *
Copyright: 2026 The Whatsit authors
License: Apache-2.0
Comment:
{_indented(notice)}

Files: usr/lib/whatsit/_internal/*
Copyright: their authors, as the licences name them
License: several
 The licences of all that comes along with the program are, word for word, in
 {notices}.

License: Apache-2.0
 On Debian systems, the text of the Apache License 2.0 is in
 /usr/share/common-licenses/Apache-2.0.
"""


def changelog() -> str:
    """CHANGELOG.md as Debian writes it. What is not released yet is dated like the package."""
    return "\n".join(line for release in releases() for line in _entry(release))


def _entry(release: Release) -> Iterator[str]:
    yield from (f"whatsit ({debian_version(release.version)}) {_suite(release)}; urgency=medium", "")
    for change in release.changes:
        yield textwrap.fill(plain(change), 78, initial_indent="  * ", subsequent_indent="    ")
    yield from ("", f" -- {maintainer()}  {formatdate(release.second)}", "")


def _suite(release: Release) -> str:
    return "stable" if release.date else "UNRELEASED"


def _folded(text: str) -> str:
    """Paragraphs as a field has them behind its first line."""
    paragraphs = (textwrap.fill(each, 75) for each in text.strip().split("\n\n"))
    return _indented("\n\n".join(paragraphs))


def _indented(text: str) -> str:
    return "\n".join(f" {line.rstrip() or '.'}" for line in text.strip().splitlines())
