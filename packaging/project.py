"""What the packages of all systems say about the program, read where it already stands, and how their scripts end.

Whoever imports this can import the program, too.
"""

from __future__ import annotations

import calendar
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
ID = "app.whatsit.Whatsit"


class Refusal(Exception):
    """Why nothing was made, in a sentence."""


def status_of(script: str, make: Callable[[], object]) -> int:
    """The exit status of a script that makes something: it prints what that is, or in its name why there is nothing."""
    try:
        made = make()
    except (Refusal, OSError, subprocess.CalledProcessError) as error:
        print(f"{script}: {error}", file=sys.stderr)
        return 1
    if made is not None:
        print(made)
    return 0


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write what will lie at `path` once the block has ended well; else nothing of it is left.

    A disk that fills up would leave a cut package under a name that people take for a whole one.
    """
    unfinished = path.with_name(f"unfinished-{path.name}")
    try:
        yield unfinished
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Release:
    """One version in CHANGELOG.md.

    Attributes:
        version: as there: "1.2.0".
        date: as YYYY-MM-DD, or None while it is not released.
        changes: one paragraph each, in Markdown.
    """

    version: str
    date: str | None
    changes: tuple[str, ...]

    @property
    def second(self) -> int:
        """Its date, or else that of the package, as seconds since 1970."""
        return calendar.timegm(time.strptime(self.date, "%Y-%m-%d")) if self.date else epoch()


@cache
def settings() -> dict[str, str]:
    """What the publisher filled in in publisher.toml, by name; may be empty."""
    return tomllib.loads((ROOT / "resources" / "publisher.toml").read_text(encoding="utf-8-sig"))


def publisher() -> str:
    return settings()["publisher"] or "The Whatsit authors"


@cache
def epoch() -> int:
    """The second since 1970 that everything in a package is dated: SOURCE_DATE_EPOCH, else that of the commit.

    Raises:
        Refusal: if there is neither, or the first is no number.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        if not given.isdecimal():
            raise Refusal(f"SOURCE_DATE_EPOCH is not a number of seconds: {given!r}.")
        return int(given)
    words = [tool("git", "git"), "-C", str(ROOT), "log", "-1", "--format=%ct"]
    asked = subprocess.run(words, capture_output=True, text=True, check=False)
    if asked.returncode:
        raise Refusal("This is no checkout of a commit: set SOURCE_DATE_EPOCH, to which the packages are dated.")
    return int(asked.stdout)


@cache
def releases() -> tuple[Release, ...]:
    """All versions, the newest first."""
    return tuple(releases_in((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")))


def releases_in(changelog: str) -> list[Release]:
    """The versions of a change log: headings `## VERSION (DATE)` or `## VERSION (unreleased)`, and lists below."""
    _, *parts = re.split(r"^## ", changelog, flags=re.MULTILINE)
    return [_release(part) for part in parts]


def _release(part: str) -> Release:
    heading, _, body = part.partition("\n")
    found = re.fullmatch(r"(\d\S*) \((\d{4}-\d\d-\d\d|unreleased)\)", heading.strip())
    if not found or not _is_when(found[2]):
        raise Refusal(f"CHANGELOG.md has a heading that is not like '1.2.0 (2026-01-31)': {heading!r}.")
    changes = re.findall(r"^\* (.+?)(?=^\S|\n\n|\Z)", body, re.MULTILINE | re.DOTALL)
    date = None if found[2] == "unreleased" else found[2]
    return Release(found[1], date, tuple(" ".join(change.split()) for change in changes))


def _is_when(words: str) -> bool:
    try:
        return words == "unreleased" or bool(time.strptime(words, "%Y-%m-%d"))
    except ValueError:
        return False


def tool(name: str, package: str) -> str:
    """Where the program `name` is, which Debian has in `package`.

    Raises:
        Refusal: if it is not installed.
    """
    if not (found := shutil.which(name)):
        raise Refusal(f"{name} is missing: install {package}.")
    return found
