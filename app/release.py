"""What the publisher says about the newest version: its number and its page; and why that may not be known."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import Enum

from app.publisher import is_secure

_NUMBERS = re.compile(r"(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Release:
    """A version that can be had.

    Attributes:
        version: three numbers, as "1.2.0".
        page: the https address where it can be had.
    """

    version: str
    page: str


class UpdateTrouble(Enum):
    """Why the newest version is not known."""

    UNREACHABLE = "the address cannot be reached"
    UNTRUSTED = "the connection cannot be trusted"
    TOO_SLOW = "the answer took too long"
    REFUSED = "there is no answer at the address"
    ASTRAY = "the address leads in circles, or on to one without encryption"
    TOO_LARGE = "the answer is too large"
    MEANINGLESS = "the answer makes no sense"
    LIBRARY_BROKEN = "a library is missing or damaged"


@dataclass(frozen=True, slots=True)
class UpdateError:
    """Why the newest version is not known, and what the system says about it."""

    trouble: UpdateTrouble
    detail: str = ""


class UpdateFailure(Exception):
    """Raised where an answer cannot be had or used."""

    def __init__(self, trouble: UpdateTrouble, detail: str = "") -> None:
        super().__init__(trouble.value, detail)
        self.error = UpdateError(trouble, detail)


def release_in(answer: bytes) -> Release:
    """The release that an answer names: a JSON object with `version`, three numbers, and `page`, an https address.

    Raises:
        UpdateFailure: it is no such object.
    """
    try:
        said = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise UpdateFailure(UpdateTrouble.MEANINGLESS) from error
    version, page = (said.get("version"), said.get("page")) if isinstance(said, dict) else (None, None)
    if not (isinstance(version, str) and _NUMBERS.fullmatch(version) and isinstance(page, str) and is_secure(page)):
        raise UpdateFailure(UpdateTrouble.MEANINGLESS)
    return Release(version, page)


def is_newer(version: str, than: str) -> bool:
    """Whether a version comes after another; "1.2.0rc1" and their like come before "1.2.0"."""
    return _order(version) > _order(than)


def _order(version: str) -> tuple[int, int, int, bool]:
    found = _NUMBERS.match(version)
    if found is None:
        return 0, 0, 0, False
    first, second, third = map(int, found.groups())
    return first, second, third, found.end() == len(version)
