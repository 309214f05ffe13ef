"""What whoever publishes Whatsit filled in, as far as the program itself needs it."""

from __future__ import annotations

import logging
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

logger = logging.getLogger(__name__)

_LONGEST = 2000  # characters of an address


@dataclass(frozen=True, slots=True)
class Publisher:
    """Addresses that begin with https; what needs one that is empty is hidden.

    Attributes:
        homepage: the program's page, or "".
        update_address: where the newest version is asked for, or "".
    """

    homepage: str = ""
    update_address: str = ""


def read_publisher(path: Path) -> Publisher:
    """What `publisher.toml` says; what cannot be read there, or is no https address, counts as empty.

    Editors of Windows may begin it with a byte order mark.
    """
    try:
        filled = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        logger.warning("%s could not be read: %s", path, error)
        return Publisher()
    return Publisher(**{field.name: _address(filled, field.name) for field in fields(Publisher)})


def is_secure(address: str) -> bool:
    """Whether it is a whole https address, in the characters that such a one may have."""
    if len(address) > _LONGEST or not address.isascii() or not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme == "https" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _address(filled: dict[str, object], name: str) -> str:
    given = filled.get(name, "")
    if isinstance(given, str) and (not given or is_secure(given)):
        return given
    logger.warning("publisher.toml: %s is no https address and does not count: %r", name, given)
    return ""
